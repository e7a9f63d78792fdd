"""The dropdowns, and sheet Daftar with the lists that are too long for a validation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from generator.schema.books import DAFTAR
from generator.schema.kinerja import KODE_REKENING, SATUAN
from generator.schema.types import Column, Entry
from generator.workbook.look import HEADER_REQUIRED, TOP, fit_row, font, put, set_up_page
from generator.workbook.measures import LINE

LAST_ROW = 1_048_576
"""The last row of any .xlsx sheet: dropdowns reach to the end of their column."""


@dataclass(frozen=True, slots=True)
class List:
    """One list on sheet Daftar: its column, how it is headed, and the name by which it is known."""

    letter: str
    heading: str
    name: str
    width: int

    def area(self, length: int) -> str:
        """Return the cells of so many entries; one cell of an empty list."""
        last = FIRST + max(length, 1) - 1
        return f"${self.letter}${FIRST}:${self.letter}${last}"


UNITS = List("A", "Satuan", "Daftar_Satuan", 22)
PARENTS = List("B", "Kode Induk", "Daftar_Induk", 90)
CODES = List("C", "Kode Rekening", "Daftar_Kode", 90)
HEADING, FIRST = 3, 4
"""The rows of sheet Daftar in which the headings and the first entries stand."""
NOTE = "Lembar ini mengisi daftar pilihan pada lembar lain dan tidak dibaca sebagai isian."
NOTE_FONT = font("595959")


def set_lists(workbook: Workbook, parents: Sequence[str], codes: Sequence[str]) -> None:
    """Write sheet Daftar behind all others, and point the dropdowns' names at it.

    `parents` and `codes` are the choices of columns Kode Induk and Kode Rekening, as
    `choice.choice` makes them.
    """
    sheet = workbook.create_sheet(DAFTAR)
    sheet.sheet_properties.tabColor = LINE
    sheet.protection.sheet = True
    sheet.sheet_view.showGridLines = False
    put(sheet["A1"], NOTE)
    set_up_page(sheet, workbook.properties.title or "", 110)
    sheet["A1"].font = NOTE_FONT
    for one, entries in ((UNITS, SATUAN), (PARENTS, parents), (CODES, codes)):
        sheet.column_dimensions[one.letter].width = one.width
        heading = sheet[f"{one.letter}{HEADING}"]
        put(heading, one.heading)
        HEADER_REQUIRED.dress(heading)
        for row, entry in enumerate(entries, start=FIRST):
            cell = sheet[f"{one.letter}{row}"]
            put(cell, entry)
            cell.font = font()
            cell.alignment = TOP
            fit_row(sheet, row)
        workbook.defined_names[one.name] = DefinedName(
            one.name, attr_text=f"{DAFTAR}!{one.area(len(entries))}"
        )


def validations(column: Column, letter: str, row: int) -> Iterator[DataValidation]:
    """Yield what watches a column headed in `row`: over its heading, and over all below."""
    yield guard(f"{letter}{row}", column.heading, "Judul kolom")
    if dropdown := _dropdown(column):
        dropdown.add(f"{letter}{row + 1}:{letter}{LAST_ROW}")
        yield dropdown


def _dropdown(column: Column) -> DataValidation | None:
    """Return the dropdown of a column; lists that only suggest let anything else pass."""
    if column.role == "kode_induk":
        return _suggested(PARENTS.name)
    if column.role == KODE_REKENING.role:
        return _suggested(CODES.name)
    if column.entry is Entry.SATUAN:
        return _suggested(UNITS.name)
    if column.choices:
        return closed(column.heading, column.choices)
    return None


def closed(name: str, choices: Sequence[str]) -> DataValidation:
    """Return a dropdown that takes nothing but its choices."""
    return DataValidation(
        type="list",
        formula1=f'"{",".join(choices)}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Pilih dari daftar",
        error=f"{name} hanya boleh berisi: {', '.join(choices)}. "
        "Klik panah di kanan sel untuk memilih.",
    )


def guard(address: str, text: str, meaning: str) -> DataValidation:
    """Return a validation that keeps the text of one cell as it is and says why."""
    quoted = text.replace('"', '""')
    rule = DataValidation(
        type="custom",
        formula1=f'EXACT({address},"{quoted}")',
        allow_blank=False,
        showErrorMessage=True,
        errorTitle="Jangan diubah",
        error=f'{meaning} "{text}" dipakai program untuk mengenali isian. '
        "Klik Batal (Cancel) agar tetap seperti semula.",
    )
    rule.add(address)
    return rule


def _suggested(name: str) -> DataValidation:
    return DataValidation(type="list", formula1=name, allow_blank=True, showErrorMessage=False)
