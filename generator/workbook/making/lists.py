"""The dropdowns, and sheet Daftar with the lists that are too long for a validation."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from generator.schema.books import DAFTAR
from generator.schema.kinerja import SATUAN
from generator.schema.types import Column, Entry
from generator.workbook.making.look import (
    HEADER_REQUIRED,
    LINE,
    TOP,
    fit_row,
    font,
    put,
    set_up_page,
)

LAST_ROW = 1_048_576
"""The last row of any .xlsx sheet: dropdowns reach to the end of their column."""

_SATUAN = "Daftar_Satuan"
_INDUK = "Daftar_Induk"


def set_lists(workbook: Workbook, parents: Sequence[str]) -> None:
    """Write sheet Daftar anew, behind all others, and point the dropdowns' names at it.

    `parents` are the choices of column Kode Induk, as `choice.choice` makes them.
    """
    if DAFTAR in workbook.sheetnames:
        workbook.remove(workbook[DAFTAR])
    sheet = workbook.create_sheet(DAFTAR)
    sheet.sheet_properties.tabColor = LINE
    sheet.protection.sheet = True
    sheet.sheet_view.showGridLines = False
    note = "Lembar ini mengisi daftar pilihan pada lembar lain dan tidak dibaca sebagai isian."
    put(sheet["A1"], note)
    set_up_page(sheet, workbook.properties.title or "", 110)
    sheet["A1"].font = font("595959")
    lists = (("A", "Satuan", _SATUAN, SATUAN, 22), ("B", "Kode Induk", _INDUK, parents, 90))
    for letter, heading, name, entries, width in lists:
        sheet.column_dimensions[letter].width = width
        put(sheet[f"{letter}3"], heading)
        HEADER_REQUIRED.dress(sheet[f"{letter}3"])
        for row, entry in enumerate(entries, start=4):
            put(sheet[f"{letter}{row}"], entry)
            sheet[f"{letter}{row}"].font = font()
            sheet[f"{letter}{row}"].alignment = TOP
            fit_row(sheet, row)
        last = max(4, 3 + len(entries))
        workbook.defined_names[name] = DefinedName(
            name, attr_text=f"{DAFTAR}!${letter}$4:${letter}${last}"
        )


def list_of_parents(workbook: Workbook) -> tuple[str, ...]:
    """Return the choices of Kode Induk that the book offers now."""
    if DAFTAR not in workbook.sheetnames:
        return ()
    cells = workbook[DAFTAR].iter_rows(min_row=4, min_col=2, max_col=2, values_only=True)
    return tuple(str(value) for (value,) in cells if value is not None)


def validation(column: Column) -> DataValidation | None:
    """Return the dropdown of a column; lists that only suggest let anything else pass."""
    if column.role == "kode_induk":
        return _suggested(_INDUK)
    if column.entry is Entry.SATUAN:
        return _suggested(_SATUAN)
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
