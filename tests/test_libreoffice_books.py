"""Books that LibreOffice saved give the same decree as the originals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.decree.package import DOCUMENT, read_parts
from generator.pipeline import make
from tests.soffice import convert

EXAMPLE = Path(__file__).parents[1] / "input_templates/contoh-bkpsdm-2022"


def _document(folder: Path, output: Path) -> bytes:
    outcome = make(folder, output)
    assert outcome.exit_code == 0, outcome.summary
    (path,) = output.glob("*.docx")
    return re.sub(rb'w:rsid\w*="\w+"', b"", read_parts(path)[DOCUMENT])


@pytest.mark.requires("soffice")
def test_books_saved_by_libreoffice_give_the_same_decree(tmp_path: Path) -> None:
    saved = tmp_path / "disimpan"
    saved.mkdir()
    convert(sorted(EXAMPLE.glob("*.xlsx")), "xlsx", saved)
    assert _document(saved, tmp_path / "dua") == _document(EXAMPLE, tmp_path / "satu")
