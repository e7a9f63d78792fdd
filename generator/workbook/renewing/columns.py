"""A column added to a sheet of an opened book, with all that the blank book gives it."""

from __future__ import annotations

from openpyxl.styles.numbers import builtin_format_id
from openpyxl.utils import get_column_letter

from generator.schema.types import Column
from generator.workbook import look
from generator.workbook.changing import siblings
from generator.workbook.changing.grid import Grid, put_text
from generator.workbook.changing.notes import Notes
from generator.workbook.changing.parcel import Parcel
from generator.workbook.changing.styles import element
from generator.workbook.copies.marks import styles_of
from generator.workbook.look import xml_of
from generator.workbook.making import blank
from generator.workbook.making.lists import validations

_LAST = 16_384
"""The last column of any .xlsx sheet."""


def append_column(parcel: Parcel, part: str, grid: Grid, column: Column, row: int) -> str:
    """Add a column, headed in `row`, to the right of all that stands in cells; return its letter.

    Raises ValueError when the sheet has no room for it.
    """
    number = grid.last_column() + 1
    if number > _LAST:
        raise ValueError(part)
    letter = get_column_letter(number)
    heading = f"{letter}{row}"
    styles = styles_of(parcel)
    style = styles.new(
        font=xml_of(look.COLUMN_FONT, "font"),
        border=xml_of(look.GRID, "border"),
        alignment=xml_of(blank.alignment(column), "alignment"),
        number_format=builtin_format_id(blank.number_format(column)) or 0,
        quoted=False,
    )
    grid.set_column(number, column.width, style)
    grid.unmerge([heading])
    cell = grid.cell(heading)
    put_text(cell, column.heading)
    cell.set("s", str(look.dressed(styles, blank.heading_look(column))))
    notes = Notes(parcel, part)
    notes.put_before(heading, blank.about(column))
    notes.close()
    known = siblings.child(grid.sheet, "dataValidations")
    for one in validations(column, letter, row):
        siblings.append(known, element(xml_of(one, "dataValidation")))
    return letter
