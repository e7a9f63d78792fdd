"""Workbooks in other formats, made into .xlsx by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import libreoffice
from generator.diagnostics import Diagnostic, Place, finding
from generator.workbook.package import OtherFormat, Package, open_package


def convert(path: Path, other: OtherFormat) -> Package | Diagnostic:
    """Return the converted book; the file itself is left as it is."""
    office = libreoffice.find_office()
    name, reader = other.value
    failed = finding("format-lain", Place(path.name), format=name)
    if office is None:
        return failed
    with TemporaryDirectory() as folder:
        source = Path(folder, f"buku{path.suffix}")
        target = Path(folder, "hasil", "buku.xlsx")
        try:
            shutil.copyfile(path, source)
        except OSError:
            return failed
        libreoffice.convert(office, [source], "xlsx", target.parent, reader)
        made = open_package(target) if target.exists() else failed
    return made if isinstance(made, Package) else failed
