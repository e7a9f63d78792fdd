"""Ten rounds of one decree: people edit, data change, the update is accepted or left."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.whole.suntingan.data_changes import CHANGES
from tests.whole.suntingan.edits import EDITS
from tests.whole.suntingan.judge import Verdict
from tests.whole.suntingan.office import FORMS, Kantor, base, made, of_form
from tests.whole.suntingan.pairs import updated
from tests.whole.suntingan.reading import Reading
from tests.whole.suntingan.word_file import NotHereError, open_file, saved

ROUNDS = 10
_ONCE = frozenset(
    (
        *("sub_kegiatan_added", "sub_kegiatan_under_a_kegiatan", "program_added", "sasaran_added"),
        *("own_column", "optional_column_filled", "optional_column_filled_once"),
        *("many_at_once", "all_bookmarks_gone", "office_renamed"),
    )
)
"""What cannot be done twice to one office or file."""
_NO_PLACE = (NotHereError, LookupError, StopIteration, ValueError)
"""How an edit or change says that an earlier one left it nothing to work on."""


class Round(NamedTuple):
    """One round: what was done, and what came of it."""

    nth: int
    edit: str
    change: str
    accepted: bool
    verdict: Verdict


def play_chain(seed: int, rounds: int = ROUNDS) -> Iterator[Round]:
    """Yield the rounds of a chain; it ends early where an update writes nothing."""
    chance = Random(f"rantai {seed}")
    form = chance.choice(FORMS)
    kantor, file, start = of_form(form), base(form), Reading.of(base(form))
    done: set[str] = set()
    for nth in range(rounds):
        edit, theirs = _edited(file, chance, f"ORANG{seed}R{nth}X", done)
        change, kantor = _changed(kantor, chance, done)
        done |= {edit, change}
        fresh = Reading.of(made(kantor))
        with TemporaryDirectory() as name:
            verdict = updated(theirs, (start, start), fresh, kantor.write(Path(name)))
        accepted, result = chance.random() < 0.5, verdict.result
        yield Round(nth, edit, change, accepted, verdict)
        if result is None:
            return
        start, file = fresh, _zipped(result) if accepted else result


def _edited(file: bytes, chance: Random, word: str, done: set[str]) -> tuple[str, bytes]:
    while True:
        edit = chance.choice(sorted(EDITS.keys() - (done & _ONCE)))
        opened = open_file(file, chance, word)
        try:
            EDITS[edit](opened)
        except _NO_PLACE:
            continue
        return edit, saved(opened)


def _changed(kantor: Kantor, chance: Random, done: set[str]) -> tuple[str, Kantor]:
    while True:
        change = chance.choice(sorted(CHANGES.keys() - (done & _ONCE)))
        changed = deepcopy(kantor)
        try:
            CHANGES[change](changed)
        except _NO_PLACE:
            continue
        if _is_sound(changed):
            return change, changed


def _is_sound(kantor: Kantor) -> bool:
    """Whether each node is measured and hangs below one that is there."""
    below = (*kantor.program, *kantor.kegiatan)
    codes = {one.kode for one in (*kantor.sasaran, *kantor.program)}
    return all(one.ukuran for one in (*kantor.sasaran, *below)) and all(
        one.induk in codes for one in below
    )


def _zipped(data: bytes) -> bytes:
    """Return a file with all changes accepted."""
    reading = Reading.of(data).accepted()
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in reading.parts.items():
            package.writestr(name, part)
    return buffer.getvalue()
