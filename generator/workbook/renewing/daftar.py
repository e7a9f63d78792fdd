"""Sheet Daftar of a book that a clerk has: what its lists offer, and others put there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree
from openpyxl.utils import quote_sheetname

from generator.bahasa.wording import fold
from generator.schema.books import DAFTAR
from generator.schema.kinerja import SATUAN
from generator.workbook import look, measures
from generator.workbook.changing import siblings
from generator.workbook.changing.grid import Grid, position, put_text
from generator.workbook.changing.parcel import Parcel
from generator.workbook.changing.styles import CellStyles
from generator.workbook.changing.tabs import add_sheet
from generator.workbook.copies.marks import styles_of
from generator.workbook.look import xml_of
from generator.workbook.making.lists import (
    CODES,
    FIRST,
    HEADING,
    NOTE,
    NOTE_FONT,
    PARENTS,
    UNITS,
    List,
)
from generator.workbook.opening.parsing import MAIN
from generator.workbook.opening.raw import RawBook

_EMPTY = (
    f'<worksheet xmlns="{MAIN[1:-1]}"><sheetPr><tabColor rgb="FF{measures.LINE}"/></sheetPr>'
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
    '<sheetData/><sheetProtection sheet="1"/></worksheet>'
).encode()


def entries_of(book: RawBook, which: List) -> tuple[str, ...]:
    """Return what a list of the book offers now."""
    return tuple(
        str(row.cells[which.letter].value)
        for sheet in book.sheets
        if fold(sheet.name) == fold(DAFTAR)
        for row in sheet.rows
        if row.number >= FIRST and which.letter in row.cells
    )


def renew_lists(parcel: Parcel, lists: Mapping[List, Sequence[str]]) -> None:
    """Let an opened book offer these entries, in the cells of their lists alone.

    A book without sheet Daftar gets it again, behind all others.
    """
    sheets = parcel.sheets()
    name = next((name for name in sheets if fold(name) == fold(DAFTAR)), None)
    styles = styles_of(parcel)
    if name is None:
        name = DAFTAR
        grid = Grid(parcel.tree(add_sheet(parcel, name, _EMPTY, at=len(sheets))))
        put_text(grid.cell("A1"), NOTE)
        grid.cell("A1").set("s", str(styles.new(xml_of(NOTE_FONT, "font"), quoted=False)))
        for one in (UNITS, PARENTS, CODES):
            _head(grid, styles, one)
        _write(parcel, name, grid, styles, UNITS, SATUAN)
    else:
        grid = Grid(parcel.tree(sheets[name]))
    for one, entries in lists.items():
        if grid.cell(f"{one.letter}{HEADING}").find("*") is None:
            _head(grid, styles, one)
        _write(parcel, name, grid, styles, one, entries)


def _head(grid: Grid, styles: CellStyles, which: List) -> None:
    heading = grid.cell(f"{which.letter}{HEADING}")
    put_text(heading, which.heading)
    heading.set("s", str(look.dressed(styles, look.HEADER_REQUIRED)))
    grid.set_column(position(f"{which.letter}1")[1], which.width, 0)


def _write(
    parcel: Parcel, sheet: str, grid: Grid, styles: CellStyles, which: List, entries: Sequence[str]
) -> None:
    """Write the entries of a list, empty the cells below it, and let its name reach to its end."""
    column = position(f"{which.letter}1")[1]
    for cell in [*grid.cells()]:
        row, here = position(str(cell.get("r")))
        if here == column and row >= FIRST + len(entries):
            grid.clear(str(cell.get("r")))
    alignment = xml_of(look.TOP, "alignment")
    style = styles.new(xml_of(look.font(), "font"), alignment=alignment, quoted=False)
    for row, entry in enumerate(entries, start=FIRST):
        cell = grid.cell(f"{which.letter}{row}")
        put_text(cell, entry)
        cell.set("s", str(style))
        grid.set_height(row, 3 + measures.LINE_HEIGHT * measures.lines_in(entry, which.width))
    _point(parcel, which.name, f"{quote_sheetname(sheet)}!{which.area(len(entries))}")


def _point(parcel: Parcel, name: str, cells: str) -> None:
    """Let a name of the whole book stand for these cells."""
    names = siblings.child(parcel.tree(parcel.workbook), "definedNames")
    for one in names:
        if one.get("localSheetId") is None and fold(str(one.get("name"))) == fold(name):
            one.text = cells
            return
    etree.SubElement(names, f"{MAIN}definedName", {"name": name}).text = cells
