"""Faults put into the clean example, one at a time, as a clerk would make them in Excel.

A `Fault` changes the open books and returns the cell to which a finding should point. A cell is
named by what stands in it: in a row of the tree by its indikator or Kode.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.app.berkas import read_folder
from generator.contoh.fill import BERSIH, contoh_books
from generator.schema.books import BOOKS
from tests.support.sheets import said

_REPEATS = ("Kode Induk", "Indikator Induk")
"""The columns that only repeat what stands elsewhere; a cell is not looked for in them."""


class Books:
    """The books of the clean example, opened as far as a fault needs them."""

    def __init__(self) -> None:
        self.opened: dict[str, Workbook] = {}

    def sheet(self, name: str) -> Worksheet:
        (book,) = [book for book in BOOKS if name in [sheet.name for sheet in book.sheets]]
        if book.filename not in self.opened:
            content = contoh_books(BERSIH)[book.filename]
            self.opened[book.filename] = load_workbook(BytesIO(content))
        return self.opened[book.filename][name]

    def write(self, folder: Path) -> Path:
        for name, content in contoh_books(BERSIH).items():
            if name in self.opened:
                self.opened[name].save(folder / name)
            else:
                (folder / name).write_bytes(content)
        return folder


Fault = Callable[[Books], tuple[Worksheet, str]]


def replace(sheet: str, old: str, new: str) -> Fault:
    """Say `new` instead of `old` in the one cell of a sheet that holds it."""

    def fault(books: Books) -> tuple[Worksheet, str]:
        cell = _cell(books.sheet(sheet), old)
        cell.value = str(cell.value).replace(old, new)
        return books.sheet(sheet), cell.coordinate

    return fault


def enter(
    sheet: str, row: str, heading: str, value: str | float | None, seen: str | None = None
) -> Fault:
    """Enter a value under a heading, in the row that holds the text `row`.

    The finding belongs to that cell, or in the same row under the heading `seen`.
    """

    def fault(books: Books) -> tuple[Worksheet, str]:
        where = books.sheet(sheet)
        number = _cell(where, row).row
        where.cell(number, _column(where, heading)).value = value
        return where, where.cell(number, _column(where, seen or heading)).coordinate

    return fault


def fill(sheet: str, heading: str, source: str | None = None) -> Fault:
    """Give a whole column the values of another, or none; the finding belongs to the column."""

    def fault(books: Books) -> tuple[Worksheet, str]:
        where = books.sheet(sheet)
        column = _column(where, heading)
        for row in range(2, where.max_row + 1):
            value = where.cell(row, _column(where, source)).value if source else None
            where.cell(row, column).value = value
        return where, get_column_letter(column)

    return fault


def plan(sheet: str, row: str, year: int, value: str | float, seen: str = "") -> Fault:
    """Add the column of a year with one target in it, in the row that holds the text `row`.

    The finding belongs to the column, or in that row to the cell under the heading `seen`.
    """

    def fault(books: Books) -> tuple[Worksheet, str]:
        where = books.sheet(sheet)
        number, last = _cell(where, row).row, where.max_column + 1
        where.cell(1, last).value = f"Target {year}"
        where.cell(number, last).value = value
        if seen:
            return where, where.cell(number, _column(where, seen)).coordinate
        return where, get_column_letter(last)

    return fault


def empty(sheet: str) -> Fault:
    """Take out every entry of a sheet; the finding belongs to the sheet."""

    def fault(books: Books) -> tuple[Worksheet, str]:
        where = books.sheet(sheet)
        where.delete_rows(2, where.max_row)
        return where, ""

    return fault


def move(sheet: str, item: str, above: str) -> Fault:
    """Put an item of a one-column sheet above another; the finding belongs to where it then is."""

    def fault(books: Books) -> tuple[Worksheet, str]:
        where = books.sheet(sheet)
        cells = list(_entries(where))
        texts = [cell.value for cell in cells]
        moved, target = _cell(where, item).value, _cell(where, above).value
        texts.remove(moved)
        at = texts.index(target)
        for cell, text in zip(cells, [*texts[:at], moved, *texts[at:]], strict=True):
            cell.value = text
        return where, cells[at].coordinate

    return fault


def both(*faults: Fault) -> Fault:
    """Make several changes that are one fault; the finding belongs to the last."""

    def fault(books: Books) -> tuple[Worksheet, str]:
        *_, last = [one(books) for one in faults]
        return last

    return fault


def seen_at(sheet: str, row: str, heading: str, fault: Fault) -> Fault:
    """Make a change that shows elsewhere: under a heading, in the row that holds `row`."""

    def moved(books: Books) -> tuple[Worksheet, str]:
        where = books.sheet(sheet)
        cell = where.cell(_cell(where, row).row, _column(where, heading))
        fault(books)
        return where, cell.coordinate

    return moved


def seen_in(sheet: str, fault: Fault) -> Fault:
    """Make a change that shows in another sheet as a whole."""

    def moved(books: Books) -> tuple[Worksheet, str]:
        fault(books)
        return books.sheet(sheet), ""

    return moved


def found_with(fault: Fault, folder: Path) -> tuple[list[str], str]:
    """Return what is found with a fault as "rule: book sheet cell", and the cell to name."""
    books = Books()
    sheet, coordinate = fault(books)
    (book,) = [name for name, opened in books.opened.items() if sheet in opened.worksheets]
    findings = read_folder(books.write(folder)).findings
    return said(findings), f"{book} {sheet.title} {coordinate}".strip()


def _cell(sheet: Worksheet, text: str) -> Cell:
    cells = [cell for cell in _entries(sheet) if text in str(cell.value)]
    exact = [cell for cell in cells if str(cell.value) == text]
    (cell,) = exact or cells
    return cell


def _entries(sheet: Worksheet) -> Iterator[Cell]:
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            heading = sheet.cell(1, cell.column).value if cell.column else None
            if isinstance(cell, Cell) and heading not in _REPEATS and cell.value is not None:
                yield cell


def _column(sheet: Worksheet, heading: str) -> int:
    (column,) = [cell.column for cell in sheet[1] if cell.value == heading and cell.column]
    return column
