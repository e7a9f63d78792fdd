"""The blank books, made from the schema alone: guide, entry sheets, dropdowns, print set-up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.packaging.custom import IntProperty, StringProperty
from openpyxl.styles import Alignment
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.schema.keputusan import JENJANG, TINGKAT_DEFAULTS
from generator.schema.kinerja import URUTAN
from generator.schema.types import (
    KIND_PROPERTY,
    TEMPLATE_VERSION,
    VERSION_PROPERTY,
    Book,
    Column,
    Entry,
    Key,
    Printed,
    Sheet,
)
from generator.workbook import look, measures
from generator.workbook.changing.save import custom_properties, to_bytes
from generator.workbook.making.lists import LAST_ROW, closed, guard, set_lists, validations
from generator.workbook.making.petunjuk import add_petunjuk

NUMBERED = 1_000
"""The rows of a blank sheet of the tree that are numbered; the numbers move with their rows."""
MADE = datetime(2025, 1, 1)
"""The one day on which every book was made, as far as its properties say."""
_FORMATS = {Entry.KODE: "@", Entry.UANG: "#,##0"}
_PRINTED = {
    Printed.SELALU: "Tercetak dalam keputusan.",
    Printed.MATRIKS: "Tercetak hanya dalam lampiran berbentuk matriks.",
    Printed.TIDAK: "Tidak tercetak dalam keputusan.",
}


def blank_book(book: Book, parents: Sequence[str] = (), codes: Sequence[str] = ()) -> bytes:
    """Return the .xlsx of a book in which nothing is entered; same schema, same bytes.

    `parents` and `codes` are the choices of its columns Kode Induk and Kode Rekening, as
    `choice.choice` makes them.
    """
    return to_bytes(blank_workbook(book, parents, codes))


def blank_workbook(book: Book, parents: Sequence[str] = (), codes: Sequence[str] = ()) -> Workbook:
    """Return the same book, open for entries."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    properties = workbook.properties
    properties.title, properties.creator, properties.language = book.title, "sk-cascading", "id-ID"
    properties.created = properties.modified = MADE
    identity = custom_properties(workbook)
    identity.append(StringProperty(name=KIND_PROPERTY, value=book.kind))
    identity.append(IntProperty(name=VERSION_PROPERTY, value=TEMPLATE_VERSION))
    add_petunjuk(workbook, book)
    for sheet in book.sheets:
        _add_sheet(workbook, book, sheet)
    if book.level is not None:
        set_lists(workbook, parents, codes)
    return workbook


def _add_sheet(workbook: Workbook, book: Book, sheet: Sheet) -> None:
    written = workbook.create_sheet(sheet.name)
    written.sheet_properties.tabColor = measures.LINE if sheet.optional else measures.BLUE
    for number, column in enumerate(sheet.columns, start=1):
        _add_column(written, get_column_letter(number), column)
    tallest = max(measures.lines_in(c.heading, c.width) for c in sheet.columns)
    written.row_dimensions[1].height = 12 + measures.LINE_HEIGHT * tallest
    if sheet.keys:
        _add_keys(written, sheet.keys)
    elif sheet is JENJANG:
        _add_tingkat(written)
    if sheet.level is not None:
        _mark_new_kode(written, sheet)
        _number_rows(written, get_column_letter(len(sheet.columns) + 1))
    written.freeze_panes = "C2" if sheet.level else "A2"
    written.print_title_rows = "1:1"
    if sheet.level:
        written.print_title_cols = "A:B"
    look.set_up_page(written, book.title, sum(column.width for column in sheet.columns))


def _add_column(sheet: Worksheet, letter: str, column: Column) -> None:
    """Head a column, with its comment, and give all below its format and dropdown."""
    dimension = sheet.column_dimensions[letter]
    look.style_column(dimension, column.width, number_format(column))
    dimension.alignment = alignment(column)
    header = sheet[f"{letter}1"]
    look.put(header, column.heading)
    heading_look(column).dress(header)
    header.comment = look.comment(about(column))
    for one in validations(column, letter, 1):
        sheet.add_data_validation(one)


def number_format(column: Column) -> str:
    """Return Excel's code for what is entered in a column."""
    return _FORMATS.get(column.entry, "General")


def alignment(column: Column) -> Alignment:
    """Return how the entries of a column stand in their cells."""
    return look.RIGHT if column.entry in (Entry.TARGET, Entry.UANG) else look.TOP


def heading_look(column: Column) -> look.Look:
    """Return the look of a column's heading."""
    return look.HEADER_REQUIRED if column.required else look.HEADER_OPTIONAL


def about(column: Column) -> str:
    """Return the comment of a column's heading."""
    required = "wajib diisi" if column.required else "boleh dikosongkan"
    return f"{column.heading} ({required})\n{column.help}\n{_PRINTED[column.printed]}"


def _add_keys(sheet: Worksheet, keys: Sequence[Key]) -> None:
    for row, key in enumerate(keys, start=2):
        look.put(sheet[f"A{row}"], key.name)
        (look.KEY_REQUIRED if key.required else look.KEY_OPTIONAL).dress(sheet[f"A{row}"])
        sheet.add_data_validation(guard(f"A{row}", key.name, "Nama isian"))
        look.enter(sheet, f"B{row}", None)
        sheet[f"B{row}"].comment = look.comment(_about(key))
        if key.choices:
            dropdown = closed(key.name, key.choices)
            dropdown.add(f"B{row}")
            sheet.add_data_validation(dropdown)


def _about(key: Key) -> str:
    parts = [f"{key.name} ({'wajib diisi' if key.required else 'boleh dikosongkan'})", key.help]
    if key.example:
        parts.append(f"Contoh: {key.example}")
    if key.lines:
        parts.append("Baris baru di dalam sel: Alt+Enter.")
    if not key.printed:
        parts.append("Tidak tercetak sebagai baris tersendiri.")
    return "\n".join(parts)


def _add_tingkat(sheet: Worksheet) -> None:
    for row, texts in enumerate(TINGKAT_DEFAULTS, start=2):
        for number, text in enumerate(texts, start=1):
            look.enter(sheet, f"{get_column_letter(number)}{row}", text or None)
        look.KEY_REQUIRED.dress(sheet[f"A{row}"])
        look.fit_row(sheet, row)
        sheet.add_data_validation(guard(f"A{row}", texts[0], "Nama tingkat"))


def _mark_new_kode(sheet: Worksheet, declared: Sheet) -> None:
    """Draw a darker line above each row that has a Kode, where something new begins."""
    roles = [column.role for column in declared.columns]
    letter = get_column_letter(roles.index("kode") + 1)
    style = DifferentialStyle(border=look.GRID_BELOW_EDGE)
    rule = Rule(type="expression", formula=[f"LEN(${letter}2)>0"], dxf=style)
    last = get_column_letter(len(roles))
    sheet.conditional_formatting.add(f"A2:{last}{LAST_ROW}", rule)


def _number_rows(sheet: Worksheet, letter: str) -> None:
    """Number the rows in a hidden column beside the others, so that sorting takes it along."""
    _add_column(sheet, letter, URUTAN)
    sheet.column_dimensions[letter].hidden = True
    for number in range(1, NUMBERED + 1):
        sheet[f"{letter}{number + 1}"].value = number
