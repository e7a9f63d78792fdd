"""Writing a book: the same workbook always becomes the same bytes, and nothing is half written."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path

from openpyxl import Workbook

_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_DAY = b"2025-01-01T00:00:00Z"
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def to_bytes(workbook: Workbook) -> bytes:
    """Return the .xlsx file; openpyxl's clock is replaced by one fixed day."""
    written = io.BytesIO()
    workbook.save(written)
    steady = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(steady, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _CORE:
                content = _MODIFIED.sub(rb"\g<1>" + _DAY, content)
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return steady.getvalue()


def write_file(path: Path, content: bytes) -> None:
    """Put `content` at `path`, whole or not at all; raise OSError when the system refuses."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.tmp")
    try:
        beside.write_bytes(content)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
