"""How the books look: colours, cell styles, comments, and the page they print on."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any, Protocol

from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.dimensions import ColumnDimension, RowDimension
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from generator.workbook.changing.styles import CellStyles
from generator.workbook.measures import BLUE, FOLIO, INK, LINE, LINE_HEIGHT, box_size, lines_in

PALE = "DDE6EF"
EDGE = "7B8A9A"
TO_FILL = "FFF2CC"
"""Behind a cell that still waits for its entry."""

_thin = Side(style="thin", color=LINE)
GRID = Border(left=_thin, right=_thin, top=_thin, bottom=_thin)
GRID_BELOW_EDGE = Border(left=_thin, right=_thin, top=Side("thin", color=EDGE), bottom=_thin)
TOP = Alignment(vertical="top", wrap_text=True)
RIGHT = Alignment(vertical="top", horizontal="right", indent=1, wrap_text=True)


def font(color: str = INK, *, bold: bool = False, size: int = 11) -> Font:
    """Return the books' typeface; a Font without a name falls back to a serif."""
    return Font(name="Calibri", family=2, size=size, bold=bold, color=color)


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
HEADER_REQUIRED = Look(font("FFFFFF", bold=True), PatternFill("solid", fgColor=BLUE), _centre)
HEADER_OPTIONAL = Look(font(bold=True), PatternFill("solid", fgColor=PALE), _centre)
KEY_REQUIRED = Look(font("FFFFFF", bold=True), PatternFill("solid", fgColor=BLUE))
KEY_OPTIONAL = Look(font(), PatternFill("solid", fgColor=PALE))
COLUMN_FONT = font("000000")
"""The typeface of entries."""


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
    column.font = COLUMN_FONT


def enter(sheet: Worksheet, address: str, value: Any, number_format: str | None = None) -> None:
    """Enter a value in the format of its column, or in one of its own."""
    cell = sheet[address]
    column = sheet.column_dimensions[cell.column_letter]
    cell.number_format = number_format or column.number_format
    cell.alignment = copy(column.alignment)
    cell.border = copy(column.border)
    cell.font = copy(column.font)
    put(cell, value)


class _FittedRow(RowDimension):
    """A row with the height its text needs now, which still grows when more is typed."""

    customHeight = False  # noqa: N815 (the name in the file format)


def fit_row(sheet: Worksheet, row: int) -> None:
    """Make a row as high as its longest cell: LibreOffice does not do so when it opens a file."""
    give_lines(
        sheet,
        row,
        max(
            lines_in(str(cell.value), sheet.column_dimensions[cell.column_letter].width)
            for cell in sheet[row]
            if isinstance(cell, Cell)
        ),
    )


def give_lines(sheet: Worksheet, row: int, lines: int) -> None:
    """Make a row as high as so many lines of the books' typeface."""
    sheet.row_dimensions[row] = _FittedRow(sheet, index=row, ht=3 + LINE_HEIGHT * lines)


def comment(text: str) -> Comment:
    """Return a cell comment in a box as large as its text needs."""
    box = Comment(text, "sk-cascading")
    box.width, box.height = box_size(text)
    return box


def set_up_page(sheet: Worksheet, title: str, width: float) -> None:
    """Print on F4, lying when the sheet is wide, with a numbered footer.

    The sheet fits the width of one page, of two when one would make it too small to read.
    """
    sheet.page_setup.paperSize = FOLIO
    sheet.page_setup.orientation = "landscape" if width > 110 else "portrait"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = 1 if width < 250 else 2
    sheet.page_setup.fitToHeight = 0
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.6, 0.75
    margins.header = margins.footer = 0.35
    footer = HeaderFooterItem()
    footer.left.text = title
    footer.center.text = "&A"
    footer.right.text = "Halaman &P dari &N"
    sheet.HeaderFooter.oddFooter = footer


class FromOpenpyxl(Protocol):
    """A font, fill, border or the like, as openpyxl describes it."""

    def to_tree(self, tagname: str | None = ...) -> Any: ...


def xml_of(one: FromOpenpyxl, name: str) -> str:
    """Return what openpyxl describes as XML without any namespace."""
    return str(tostring(one.to_tree(name)), "utf-8")


def dressed(styles: CellStyles, kind: Look) -> int:
    """Return the number of the style, in an opened book, that a kind of cell has in blank books."""
    return styles.new(
        xml_of(kind.font, "font"),
        xml_of(kind.fill, "fill"),
        xml_of(GRID, "border"),
        xml_of(kind.alignment, "alignment"),
        quoted=False,
    )
