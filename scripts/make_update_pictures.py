"""Rewrites the pictures of tracked changes in docs/gambar/: an edited decree brought up to date.

Needs LibreOffice and poppler-utils.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook

from generator.app.buat import make
from generator.app.perbarui import update_document
from generator.contoh.fill import write_contoh
from generator.files.libreoffice import convert, find_office

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "gambar"
DPI = 70
HEIGHT = 440
"""Dots of a page that are shown, from its top."""
PAGES = {"perbarui-judul": 1, "perbarui-target": 5, "perbarui-dihapus": 6, "perbarui-diganti": 7}
"""Picture → page of the updated decree."""
EDITS = {
    "di susun secara berjenjang": "disusun secara berjenjang",
    "28 / BKPSDM / 2022": "31 / BKPSDM / 2022",
    "108 Orang": "110 Orang",
}
"""What the legal section writes in place of what."""


def main() -> int:
    office = find_office()
    if office is None:
        sys.stderr.write("LibreOffice is not installed.\n")
        return 1
    with TemporaryDirectory() as name:
        work = Path(name)
        books = work / "buku"
        write_contoh(books)
        make(books, work)
        (decree,) = work.glob("*.docx")
        _edit(decree)
        _next_year(books)
        update_document(decree, books, work / "baru.docx", force=False, day=None)
        convert(office, [work / "baru.docx"], "pdf", work)
        for picture, page in PAGES.items():
            asked = ["-r", str(DPI), "-H", str(HEIGHT), "-f", str(page), "-l", str(page)]
            files = [str(work / "baru.pdf"), str(PICTURES / picture)]
            subprocess.run(["pdftoppm", "-png", "-singlefile", *asked, *files], check=True)
    return 0


def _edit(decree: Path) -> None:
    document: Document = docx.Document(str(decree))
    for element in document.element.body.iter(qn("w:p")):
        for run in Paragraph(element, document._body).runs:
            for old, new in EDITS.items():
                if old in run.text:
                    run.text = run.text.replace(old, new)
    items = document.tables[0].rows[0].cells[2].paragraphs
    items[1].insert_paragraph_before(
        "bahwa butir ini ditambahkan oleh bagian hukum;", items[1].style
    )
    document.save(str(decree))


def _next_year(books: Path) -> None:
    """Give the books another year, new targets and one sub kegiatan less."""
    path = books / "keputusan.xlsx"
    workbook = load_workbook(path)
    values: dict[str, Any] = {"Tahun": "2023", "Nomor": None, "Tanggal": None}
    for row in workbook["Identitas"].iter_rows():
        if row[0].value in values:
            row[1].value = values[str(row[0].value)]
    workbook.save(path)
    path = books / "eselon-4.xlsx"
    workbook = load_workbook(path)
    sheet: Any = workbook["Sub Kegiatan"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for nth in range(2, sheet.max_row + 1):
        target = sheet.cell(nth, columns["Target"])
        if isinstance(target.value, int):
            target.value += 12
    (gone,) = (cell.row for cell in sheet["B"] if cell.value == "K6")
    sheet.delete_rows(gone)
    workbook.save(path)


if __name__ == "__main__":
    sys.exit(main())
