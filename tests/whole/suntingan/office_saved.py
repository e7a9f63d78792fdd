"""Decrees as LibreOffice saves them, all in one run of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.soffice import convert
from tests.whole.suntingan.office import FORMS, base

WORD = "docx:MS Word 2007 XML"


def saved_by_libreoffice(files: Sequence[bytes]) -> list[bytes]:
    """Return the files as LibreOffice opens and saves them."""
    with TemporaryDirectory() as name:
        before, after = Path(name) / "asal", Path(name) / "simpan"
        before.mkdir()
        after.mkdir()
        paths = [before / f"{nth}.docx" for nth in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        return [path.read_bytes() for path in convert(paths, WORD, after)]


@cache
def _bases() -> dict[str, bytes]:
    return dict(zip(FORMS, saved_by_libreoffice([base(form) for form in FORMS]), strict=True))


def base_saved(form: str) -> bytes:
    """Return the decree of a form before anybody touched it, saved by LibreOffice."""
    return _bases()[form]
