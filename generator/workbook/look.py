"""How the books look: colours, cell styles, comments, and the page they print on."""

from __future__ import annotations

import math
from copy import copy
from dataclasses import dataclass
from typing import Any

from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

BLUE = "1F4E79"
PALE = "DDE6EF"
INK = "1F2933"
LINE = "C5CED8"

_FOLIO = 14
"""Excel's paper code for Folio, 215.9 × 330.2 mm: what Indonesian offices call F4."""

_thin = Side(style="thin", color=LINE)
GRID = Border(left=_thin, right=_thin, top=_thin, bottom=_thin)
TOP = Alignment(vertical="top", wrap_text=True)


@dataclass(frozen=True)
class Look:
    """Font, fill and alignment of a kind of cell."""

    font: Font
    fill: PatternFill
    alignment: Alignment = TOP

    def dress(self, cell: Cell) -> None:
        """Give the cell this look, with a thin grid around it."""
        cell.font = self.font
        cell.fill = self.fill
        cell.alignment = self.alignment
        cell.border = GRID


_centre = Alignment(horizontal="center", vertical="center", wrap_text=True)
HEADER_REQUIRED = Look(
    Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor=BLUE), _centre
)
HEADER_OPTIONAL = Look(Font(bold=True, color=INK), PatternFill("solid", fgColor=PALE), _centre)
KEY_REQUIRED = Look(Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor=BLUE))
KEY_OPTIONAL = Look(Font(color=INK), PatternFill("solid", fgColor=PALE))


def put(cell: Cell, value: Any) -> None:
    """Enter a value; text stays text, even where Excel would see a formula or an error."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def style_column(column: ColumnDimension, width: float, number_format: str) -> None:
    """Format a whole column at once, so that empty rows cost nothing in the file."""
    column.width = width
    column.number_format = number_format
    column.alignment = TOP
    column.border = GRID


def enter(sheet: Worksheet, address: str, value: Any, number_format: str | None = None) -> None:
    """Enter a value in the format of its column, or in one of its own."""
    cell = sheet[address]
    column = sheet.column_dimensions[cell.column_letter]
    cell.number_format = number_format or column.number_format
    cell.alignment = copy(column.alignment)
    cell.border = copy(column.border)
    put(cell, value)


def lines_in(text: str, width: float) -> int:
    """Return how many lines `text` takes in a cell that is `width` characters wide."""
    return sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n"))


def comment(text: str) -> Comment:
    """Return a cell comment in a box as large as its text needs."""
    box = Comment(text, "sk-cascading")
    box.width = 330
    box.height = 24 + 18 * lines_in(text, 46)
    return box


def set_up_page(sheet: Worksheet, title: str, width: float) -> None:
    """Print on F4, as wide as the page, lying when the sheet is wide, with a numbered footer."""
    sheet.page_setup.paperSize = _FOLIO
    sheet.page_setup.orientation = "landscape" if width > 120 else "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom = 0.6, 0.75
    margins.header = margins.footer = 0.35
    sheet.oddFooter.left.text = title
    sheet.oddFooter.center.text = "&A"
    sheet.oddFooter.right.text = "Halaman &P dari &N"
