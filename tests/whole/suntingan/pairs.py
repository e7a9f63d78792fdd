"""One pair: an edit by people and a change of data, through `perbarui`, and judged."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.app.outcome import DONE
from generator.app.perbarui import update_document
from tests.whole.suntingan.data_changes import CHANGES
from tests.whole.suntingan.edits import EDITS
from tests.whole.suntingan.judge import Case, Fault, Verdict, judge
from tests.whole.suntingan.office import Kantor, base, made, of_form
from tests.whole.suntingan.reading import Reading
from tests.whole.suntingan.word_file import open_file, saved

REFUSALS = {"suntingan-tidak-dapat-dibawa", "keputusan-kantor-lain"}
"""The rules by which an update may refuse."""


class Pair(NamedTuple):
    """What is tried: names of an edit and of a change, the form of the annex, a seed."""

    edit: str
    change: str
    form: str
    seed: int = 0
    office: bool = False
    """Whether LibreOffice saved the file before it was edited."""

    def __str__(self) -> str:
        via = "-libreoffice" if self.office else ""
        return f"{self.edit}+{self.change}+{self.form}{via}+{self.seed}"


def changed(change: str, form: str) -> Kantor:
    """Return the office with its data changed."""
    kantor = deepcopy(of_form(form))
    CHANGES[change](kantor)
    return kantor


@cache
def _fresh(change: str, form: str) -> tuple[Reading, Path, TemporaryDirectory[str]]:
    kept = TemporaryDirectory()
    folder = Path(kept.name)
    kantor = changed(change, form)
    kantor.write(folder)
    return Reading.of(made(kantor)), folder, kept


@cache
def _made(form: str) -> Reading:
    return Reading.of(base(form))


def edited(pair: Pair, before: bytes) -> bytes:
    """Return the file after the edit."""
    file = open_file(before, Random(f"{pair.edit} {pair.seed}"), f"ORANG{pair.seed}X")
    EDITS[pair.edit](file)
    return saved(file)


def play(
    pair: Pair, before: Callable[[str], bytes] = base, *, kept: bytes | None = None
) -> Verdict:
    """Return what becomes of a pair.

    `before` gives the decree that people edit; `kept` is the file where it is edited already.
    """
    theirs = kept or edited(pair, before(pair.form))
    fresh, folder, _ = _fresh(pair.change, pair.form)
    given = _made(pair.form) if before is base else Reading.of(before(pair.form))
    return updated(theirs, (_made(pair.form), given), fresh, folder)


def updated(
    theirs: bytes, before: tuple[Reading, Reading], fresh: Reading, folder: Path
) -> Verdict:
    """Bring a file up to date with the books of a folder, and judge what comes of it.

    `before` is the decree as it was made and as it was given to people.
    """
    verdict = Verdict()
    with TemporaryDirectory() as name:
        path, target = Path(name) / "SK.docx", Path(name) / "SK baru.docx"
        path.write_bytes(theirs)
        try:
            outcome = update_document(path, folder, target, force=False, day=None)
            if outcome.exit_code != DONE:
                verdict.refused = True
                if not REFUSALS & {one.rule.name for one in outcome.findings}:
                    verdict.blame(Fault.DITOLAK, [one.message for one in outcome.findings])
                    return verdict
                if target.exists():
                    verdict.blame(Fault.DITOLAK, "berkas tertulis walau ditolak")
                outcome = update_document(path, folder, target, force=True, day=None)
            verdict.result = target.read_bytes()
            result = Reading.of(verdict.result)
            judge(Case(*before, Reading.of(theirs), fresh, result, outcome), verdict)
        except Exception:
            verdict.blame(Fault.GALAT, traceback.format_exc(limit=-3))
    return verdict
