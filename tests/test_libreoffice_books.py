"""Books that LibreOffice saved give the same decree as the originals."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.decree.package import DOCUMENT, read_parts
from generator.diagnostics import Place, finding
from generator.output import Written
from generator.pipeline import make
from generator.reading import read_folder
from generator.workbook.annotate import write_marked
from generator.workbook.read import read_books
from tests.sheets import said
from tests.soffice import convert

EXAMPLE = Path(__file__).parents[1] / "input_templates/contoh-bkpsdm-2022"


def _document(folder: Path, output: Path) -> bytes:
    outcome = make(folder, output)
    assert outcome.exit_code == 0, outcome.summary
    (path,) = output.glob("*.docx")
    return re.sub(rb'w:rsid\w*="\w+"', b"", read_parts(path)[DOCUMENT])


@pytest.mark.requires("soffice")
def test_marked_copies_saved_by_libreoffice_are_read_with_the_same_findings(
    tmp_path: Path,
) -> None:
    """Every cell of the example is marked, since its own findings change with the checks."""
    folder = tmp_path / "kerja"
    shutil.copytree(EXAMPLE, folder)
    books, _ = read_books(folder)
    before = said(read_folder(folder).findings)
    marks = [
        finding("tanda-butir-dilepas", Place(book.name, sheet.name, row.number, letter), tanda="a.")
        for book in books
        for sheet in book.sheets
        if sheet.name not in ("Petunjuk", "Daftar")
        for row in sheet.rows
        for letter in row.cells
    ]
    assert len(marks) > 300
    copies = [one.path for one in write_marked(books, marks) if isinstance(one, Written)]
    assert len(copies) == 4
    for saved in convert(copies, "xlsx", tmp_path / "disimpan"):
        shutil.copy(saved, folder / saved.name.replace(" (ditandai)", ""))
    shutil.rmtree(folder / "hasil-periksa")
    assert said(read_folder(folder).findings) == before


@pytest.mark.requires("soffice")
def test_books_saved_by_libreoffice_give_the_same_decree(tmp_path: Path) -> None:
    saved = tmp_path / "disimpan"
    saved.mkdir()
    convert(sorted(EXAMPLE.glob("*.xlsx")), "xlsx", saved)
    assert _document(saved, tmp_path / "dua") == _document(EXAMPLE, tmp_path / "satu")
