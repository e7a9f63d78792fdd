"""A sound package → raw sheets: the one place that calls openpyxl to read."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import groupby
from math import isfinite
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from generator.bahasa.wording import clean
from generator.workbook.reading.package import Package
from generator.workbook.reading.raw import Fault, Merge, RawCell, RawRow, RawSheet


def load(package: Package) -> tuple[tuple[RawSheet, ...], Mapping[str, str]] | None:
    """Return the sheets and the custom properties, or None when the content is damaged."""
    workbook: Any = _open(package.data)
    if workbook is None or any(map(_reaches_too_far, workbook.worksheets)):
        return None
    sheets = tuple(
        _sheet(sheet, package.merges.get(sheet.title, ()), package.uncounted.get(sheet.title, ()))
        for sheet in workbook.worksheets
    )
    properties = {one.name: str(one.value) for one in workbook.custom_doc_props.props}
    return sheets, properties


def _open(data: bytes) -> object | None:
    """Open with openpyxl, which raises all sorts on damaged content and warns of trifles."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return openpyxl.load_workbook(BytesIO(data), data_only=True, keep_links=False)
        except Exception:
            return None


_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


def _reaches_too_far(sheet: Any) -> bool:
    """Whether a cell stands where no Excel sheet has one."""
    return any(row > _LAST_ROW or column > _LAST_COLUMN for row, column in sheet._cells)


def _sheet(sheet: Any, merges: Iterable[str], uncounted: Iterable[str]) -> RawSheet:
    """Return a sheet's filled cells; only numbers need their format."""
    missing = frozenset(uncounted)
    hidden = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    rows = []
    for number, cells in groupby(sorted(sheet._cells.items()), key=lambda item: item[0][0]):
        filled = {}
        for (_, column), cell in cells:
            letter = get_column_letter(column)
            value = cell.value
            if cell.data_type == "e":
                filled[letter] = RawCell(value, fault=Fault.GALAT)
            elif missing and f"{letter}{number}" in missing:
                filled[letter] = RawCell(None, fault=Fault.RUMUS)
            elif isinstance(value, str):
                if clean(value):
                    filled[letter] = RawCell(value)
            elif isinstance(value, float) and not isfinite(value):
                filled[letter] = RawCell("#NUM!", fault=Fault.GALAT)
            elif value is not None:
                filled[letter] = RawCell(value, _number_format(cell))
        if filled:
            rows.append(RawRow(number, filled, number in hidden))
    return RawSheet(
        sheet.title,
        tuple(rows),
        tuple(_merges(merges)),
        hidden=sheet.sheet_state != "visible",
        hidden_columns=frozenset(_hidden_columns(sheet)),
    )


def _number_format(cell: Any) -> str:
    """Return a cell's format code; one that the styles do not have formats nothing."""
    try:
        return str(cell.number_format)
    except IndexError:
        return "General"


_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


def _merges(references: Iterable[str]) -> Iterable[Merge]:
    for match in map(_RANGE.fullmatch, references):
        if match:
            yield Merge(int(match[2]), int(match[4]), match[1], match[3])


def _hidden_columns(sheet: Any) -> Iterable[str]:
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            last = min(dimension.max, _LAST_COLUMN)
            yield from map(get_column_letter, range(dimension.min, last + 1))
