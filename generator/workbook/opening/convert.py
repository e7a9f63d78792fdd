"""Workbooks in other formats, made into .xlsx by LibreOffice where it is installed."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from generator.files import libreoffice
from generator.files.unlinked import unlinked
from generator.findings.finding import Diagnostic, finding
from generator.values import Place
from generator.workbook.opening.package import BookParts, OtherFormat, open_bytes

_ALLOWANCE = libreoffice.Allowance(seconds=60, work=20, memory=768 << 20)
"""What a book may take, which is far smaller than a document to print."""


def convert(path: Path, other: OtherFormat) -> BookParts | Diagnostic:
    """Return what to read of the converted book; the file itself is left as it is."""
    made = converted(path, other)
    if isinstance(made, Diagnostic):
        return made
    package = open_bytes(made, path.name)
    if isinstance(package, OtherFormat):
        return _refused(path, other, "LibreOffice membuat format yang lain lagi")
    return package


def converted(path: Path, other: OtherFormat) -> bytes | Diagnostic:
    """Return the book as an .xlsx, or why LibreOffice did not make one."""
    office = libreoffice.find_office()
    if office is None:
        return _refused(path, other, "LibreOffice tidak terpasang")
    with TemporaryDirectory() as name:
        source = Path(name, f"buku{path.suffix}")
        target = Path(name, "hasil", "buku.xlsx")
        try:
            source.write_bytes(unlinked(path.read_bytes()))
            reader, folder = other.value[1], target.parent
            failure = libreoffice.convert(office, [source], "xlsx", folder, reader, _ALLOWANCE)
            if not failure:
                return target.read_bytes()
        except OSError:
            failure = "tidak berhasil membukanya"
    return _refused(path, other, f"LibreOffice {failure}")


def _refused(path: Path, other: OtherFormat, why: str) -> Diagnostic:
    return finding("format-lain", Place(path.name), format=other.value[0], galat=why)
