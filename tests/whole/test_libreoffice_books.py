"""Books that LibreOffice saved give the same decree as the originals."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.app.berkas import read_folder
from generator.app.buat import make
from generator.files.output import Written
from generator.findings.finding import finding
from generator.opc.parts import read_parts
from generator.values import Place
from generator.word.wordml import DOCUMENT
from generator.workbook.copies.annotate import write_marked
from generator.workbook.reading.books import read_books
from tests.support.outcomes import summary
from tests.support.paths import ROOT
from tests.support.sheets import said
from tests.support.soffice import convert

EXAMPLE = ROOT / "input_templates/contoh-bkpsdm-2022"


def _document(folder: Path, output: Path) -> bytes:
    outcome = make(folder, output)
    assert outcome.exit_code == 0, summary(outcome)
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
