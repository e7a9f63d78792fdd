"""The command `info`: what a document was made from, and what people changed since."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.app.berkas import open_known
from generator.app.outcome import DONE, Described, Nothing, Outcome, stopped
from generator.bahasa.wording import short_pemerintah
from generator.findings.finding import Diagnostic
from generator.naskah.kind import Kind
from generator.naskah.registry import KINDS
from generator.nomenklatur.tables import nomenklatur_for
from generator.revision.opened import StampedFile
from generator.revision.stamp import is_untouched
from generator.schema.keputusan import IDENTITAS, PEMERINTAH


def describe(path: Path, kinds: Sequence[Kind[Any]] = KINDS) -> Outcome:
    """Say what a document was made from, and list its edits place by place."""
    known = open_known(path, kinds)
    if isinstance(known, Diagnostic):
        return stopped([known], Nothing.TANPA_ASAL, counted=False)
    opened, kind = known
    untouched = is_untouched(opened.data)
    table = nomenklatur_for(opened.stamp.origin.tahun, short_pemerintah(_printed(opened)))
    title = table.title if kind.reads_tree else ""
    described = Described(
        opened, kind.title, kind.form.stock_name, untouched, title, table.names_only
    )
    return Outcome((), (described,), DONE)


def _printed(opened: StampedFile) -> str:
    """Return the government that a document was made for, "" where it prints none."""
    named = (IDENTITAS.name, PEMERINTAH.name)
    anchors = (one for one in opened.stamp.anchors if one.identity[1:3] == named)
    return next((one.text for one in anchors), "")
