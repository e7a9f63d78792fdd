"""What a decree says of itself: what it was made from, and what people changed since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.app.outcome import DONE, MEND, Outcome
from generator.findings.finding import Diagnostic
from generator.naskah.keputusan_cascading.form import FORM
from generator.revision.opened import DecreeFile, open_decree
from generator.revision.read.edits import EditMade
from generator.revision.read.excerpts import shortened
from generator.revision.stamp import is_untouched


def describe(path: Path) -> Outcome:
    """Say what a decree was made from, and list its edits place by place."""
    decree = open_decree(path)
    if isinstance(decree, Diagnostic):
        return Outcome((decree,), ("Asal-usulnya tidak dapat ditunjukkan.",), MEND)
    return Outcome((), (*_origin(decree), *_edits(decree)), DONE)


def _origin(decree: DecreeFile) -> Iterator[str]:
    origin = decree.stamp.origin
    template = "bawaan program" if origin.template == FORM.stock_name else origin.template
    yield f"Keputusan: {decree.path.name}"
    yield f"Perangkat daerah: {origin.perangkat_daerah}"
    yield f"Tahun: {origin.tahun}"
    yield f"Dibuat oleh: sk-cascading {origin.program}"
    yield f"Templat Word: {template} (SHA-256 {origin.template_digest})"
    yield "Dibuat dari:"
    for name, digest in origin.inputs.items():
        yield f"  {name} (SHA-256 {digest})"
    values = len({one.identity for one in decree.stamp.anchors})
    yield f"Isi dari buku: {values} isian, tercetak di {len(decree.stamp.anchors)} tempat."


def _edits(decree: DecreeFile) -> Iterator[str]:
    if not decree.edits:
        saved = "" if is_untouched(decree.data) else ", hanya disimpan ulang"
        yield f"Belum disunting sejak dibuat{saved}."
        return
    yield f"Suntingan sejak dibuat: {len(decree.edits)}."
    for edit in decree.edits:
        source = f" [{edit.anchor.place}]" if edit.anchor else ""
        yield f"  {edit.place}: {edit.kind.value}{_change(edit)}{source}"


def _change(edit: EditMade) -> str:
    old, new = shortened(edit.old, edit.new) if edit.old and edit.new else (edit.old, edit.new)
    texts = [f'"{" ".join(text.split())}"' for text in (old, new) if text]
    return f": {' → '.join(texts)}" if texts else ""
