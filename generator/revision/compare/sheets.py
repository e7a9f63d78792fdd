"""A sheet of a comparison: a heading row and what stands below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.workbook import look, measures


def table(
    workbook: Workbook,
    name: str,
    columns: Sequence[tuple[str, int]],
    years: Mapping[str, str],
    rows: Iterable[Sequence[object]],
) -> Worksheet:
    """Write a sheet of one heading row and what is below it."""
    sheet: Worksheet = workbook.create_sheet(name)
    for number, (heading, width) in enumerate(columns, start=1):
        letter = get_column_letter(number)
        look.style_column(sheet.column_dimensions[letter], width, "General")
        look.put(sheet[f"{letter}1"], heading.format_map(years))
        look.HEADER_REQUIRED.dress(sheet[f"{letter}1"])
    for row, values in enumerate(rows, start=2):
        write_row(sheet, row, values, columns)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    look.set_up_page(sheet, workbook.properties.title or "", sum(width for _, width in columns))
    return sheet


def write_row(
    sheet: Worksheet, row: int, values: Sequence[object], columns: Sequence[tuple[str, int]]
) -> None:
    """Write one row; named styles, for thousands of rows would be slow with styles of their own."""
    lines = 1
    for number, (value, (_, width)) in enumerate(zip(values, columns, strict=True), start=1):
        cell = sheet.cell(row, number)
        assert isinstance(cell, Cell)
        look.put(cell, None if value == "" else value)
        cell.style = "Isi"
        if isinstance(value, str) and len(value) > width // 2:
            lines = max(lines, measures.lines_in(value, width))
    look.give_lines(sheet, row, lines)
