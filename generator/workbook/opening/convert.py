"""Workbooks in other formats, made into .xlsx by LibreOffice where it is installed."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from generator.files import libreoffice
from generator.files.unlinked import unlinked
from generator.findings.finding import Diagnostic, finding
from generator.values import Place
from generator.workbook.opening.package import BookParts, OtherFormat, open_bytes

_SECONDS = 60
"""How long a book may take, which is far smaller than a document to print."""


def convert(path: Path, other: OtherFormat) -> BookParts | Diagnostic:
    """Return what to read of the converted book; the file itself is left as it is."""
    data = converted(path, other)
    made = None if data is None else open_bytes(data, path.name)
    if isinstance(made, BookParts):
        return made
    return finding("format-lain", Place(path.name), format=other.value[0])


def converted(path: Path, other: OtherFormat) -> bytes | None:
    """Return the book as an .xlsx, or None when LibreOffice is not there or cannot read it."""
    office = libreoffice.find_office()
    if office is None:
        return None
    with TemporaryDirectory() as name:
        source = Path(name, f"buku{path.suffix}")
        target = Path(name, "hasil", "buku.xlsx")
        try:
            source.write_bytes(unlinked(path.read_bytes()))
            reader, folder = other.value[1], target.parent
            libreoffice.convert(office, [source], "xlsx", folder, reader, _SECONDS)
            return target.read_bytes()
        except OSError:
            return None
