"""The folder of the clean example with its officials, changed as a clerk would, and its papers."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.table import Table
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from generator.app.buat import make
from generator.app.outcome import Outcome
from generator.contoh.fill import BERSIH, contoh_books, further_books

FOLDER = "Perjanjian Kinerja 2024 Dinas Kesehatan"
Cells = Mapping[tuple[str, str, str], str | int | None]
"""What stands in cells: book, sheet and address → value."""


def with_officials(folder: Path, cells: Cells | None = None) -> Path:
    """Write the clean example with its book of officials, and `cells` typed over it."""
    folder.mkdir(exist_ok=True, parents=True)
    for name, content in {**contoh_books(BERSIH), **further_books(BERSIH)}.items():
        (folder / name).write_bytes(content)
    type_over(folder, cells or {})
    return folder


def type_over(folder: Path, cells: Cells) -> None:
    """Type values into cells of the books of a folder."""
    for book in {book for book, _, _ in cells}:
        workbook = load_workbook(folder / f"{book}.xlsx")
        for (kind, sheet, address), value in cells.items():
            if kind == book:
                workbook[sheet][address] = value
        workbook.save(folder / f"{book}.xlsx")


def row_of(folder: Path, jabatan: str) -> int:
    """Return the row on which an office stands on sheet Pejabat."""
    sheet = load_workbook(folder / "pejabat.xlsx")["Pejabat"]
    return next(nth for nth, cell in enumerate(sheet["A"], 1) if cell.value == jabatan)


def agreements(folder: Path, output: Path) -> dict[str, Path]:
    """Make the papers of a folder; return those of officials by their office."""
    make(folder, output)
    made = (output / FOLDER).glob("PK 2024 *.docx")
    return {path.stem.removeprefix("PK 2024 "): path for path in made}


def rules(outcome: Outcome) -> list[str]:
    """Return the names of what was found, in order."""
    return [one.rule.name for one in outcome.findings]


def texts(path: Path) -> list[str]:
    """Return the filled paragraphs outside tables."""
    return [one.text for one in Document(str(path)).paragraphs if one.text]


def table(path: Path, caption: str) -> list[tuple[str, ...]]:
    """Return the cells of the table with that caption, row by row, without its heading."""
    found = next(one for one in Document(str(path)).tables if _caption(one) == caption)
    heads = len(found._tbl.xpath(".//w:tblHeader"))
    return [tuple(cell.text for cell in row.cells) for row in found.rows][heads:]


def money(path: Path) -> list[tuple[str, ...]]:
    """Return the rows of the budget, without those below it in which the parties sign."""
    return [row for row in table(path, "Anggaran") if row[0] != row[1]]


def _caption(one: Table) -> str:
    (caption,) = one._tbl.xpath("./w:tblPr/w:tblCaption/@w:val")
    return str(caption)


def edit(path: Path, old: str, new: str) -> None:
    """Type over a text in Word, wherever it stands in the body or in a table."""
    document = Document(str(path))
    cells = (cell for one in document.tables for row in one.rows for cell in row.cells)
    paragraphs = [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
    for run in (run for one in paragraphs for run in one.runs if old in run.text):
        run.text = run.text.replace(old, new)
    document.save(str(path))


def cells_of(kode: str) -> dict[str, str]:
    """Return the addresses of a node's cells on sheet Sub Kegiatan, by their heading."""
    sheet = load_workbook(BytesIO(contoh_books(BERSIH)["eselon-4.xlsx"]))["Sub Kegiatan"]
    heads = [str(cell.value) for cell in sheet[1]]
    kodes = [str(row[heads.index("Kode")].value) for row in sheet.iter_rows()]
    row = kodes.index(kode) + 1
    return {head: f"{get_column_letter(nth)}{row}" for nth, head in enumerate(heads, 1)}
