"""A document handed back, and the kind that its stamp says it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.app.berkas import Berkas, Naskah
from generator.findings.finding import Diagnostic, finding
from generator.naskah.kind import Document, Kind
from generator.revision.opened import StampedFile, open_stamped
from generator.values import Place


def open_known(
    path: Path, kinds: Sequence[Kind[Any]]
) -> tuple[StampedFile, Kind[Any]] | Diagnostic:
    """Return a document of this program with its kind, or why it is not known as one."""
    opened = open_stamped(path)
    if isinstance(opened, Diagnostic):
        return opened
    key = opened.stamp.origin.kind
    for kind in kinds:
        if kind.key == key:
            return opened, kind
    return finding("jenis-naskah-asing", Place(path.name), jenis=key)


def document_of(
    opened: StampedFile, kind: Kind[Any], berkas: Berkas
) -> tuple[Naskah[Any], Document] | Diagnostic:
    """Return what the books of a folder hold of a document, or say that they hold none of it.

    The kind is one that nothing Salah holds up in that folder.
    """
    naskah = berkas.of(kind)
    document = naskah.document(opened.stamp.origin.key) if naskah else None
    if naskah and document:
        return naskah, document
    naskah_ini = " ".join((kind.title, *opened.stamp.origin.key))
    return finding("naskah-tidak-dimuat", Place(opened.path.name), naskah=naskah_ini)
