"""A decree edited by hand and the books of the year after, as large as wished."""

from __future__ import annotations

from pathlib import Path

import docx
from books import write_books
from openpyxl import load_workbook

from generator.app.buat import make


def write_edited(folder: Path, n: int) -> tuple[Path, Path]:
    """Write a decree of the worked example with n more indikator, and its books a year on.

    Returns the decree, in which every text of Mengingat was edited, and the folder of the books,
    in which every target of Eselon IV has changed.
    """
    folder.mkdir()
    old, new = folder / "lama", folder / "baru"
    write_books(old, n)
    make(old, folder)
    decree = next(folder.glob("*.docx"))
    document = docx.Document(str(decree))
    for paragraph in document.tables[0].rows[1].cells[2].paragraphs:
        paragraph.add_run(" (disunting)").bold = True
    document.save(str(decree))
    write_books(new, n)
    path = new / "eselon-4.xlsx"
    workbook = load_workbook(path)
    sheet = workbook["Sub Kegiatan"]
    (target,) = (cell.column for cell in sheet[1] if cell.value == "Target")
    for (cell,) in sheet.iter_rows(2, min_col=target, max_col=target):
        if isinstance(cell.value, int):
            cell.value += 1
    workbook.save(path)
    return decree, new
