"""The command `info`: what a document was made from, and what people changed since."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.app.berkas import open_known
from generator.app.outcome import DONE, Described, Nothing, Outcome, stopped
from generator.findings.finding import Diagnostic
from generator.naskah.kind import Kind
from generator.naskah.registry import KINDS
from generator.revision.stamp import is_untouched


def describe(path: Path, kinds: Sequence[Kind[Any]] = KINDS) -> Outcome:
    """Say what a document was made from, and list its edits place by place."""
    known = open_known(path, kinds)
    if isinstance(known, Diagnostic):
        return stopped([known], Nothing.TANPA_ASAL, counted=False)
    opened, kind = known
    untouched = is_untouched(opened.data)
    described = Described(opened, kind.title, kind.form.stock_name, untouched)
    return Outcome((), (described,), DONE)
