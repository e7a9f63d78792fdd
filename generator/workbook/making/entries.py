"""Rows entered into a blank sheet, as a person would."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.schema.types import Sheet
from generator.workbook.look import enter, fit_row


def enter_rows(sheet: Worksheet, declared: Sheet, rows: Iterable[Mapping[str, Any]]) -> None:
    """Enter rows by role below the heading; `{"nilai": 0.5, "format": "0%"}` has its format."""
    for number, cells in enumerate(rows, start=2):
        for index, column in enumerate(declared.columns, start=1):
            value, number_format = cells.get(column.role) or None, None
            if isinstance(value, dict):
                value, number_format = value["nilai"], value["format"]
            enter(sheet, f"{get_column_letter(index)}{number}", value, number_format)
        fit_row(sheet, number)
