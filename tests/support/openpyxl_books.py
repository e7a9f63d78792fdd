"""Books as openpyxl reads them, to hold our own reader to.

What is never read is taken out first, since openpyxl stumbles over its faults.
"""

from __future__ import annotations

import posixpath
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import groupby
from math import isfinite
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.utils import get_column_letter

from generator.bahasa.wording import clean
from generator.schema.books import PEMERIKSAAN
from generator.workbook.opening.package import BookParts
from generator.workbook.opening.raw import Fault, Merge, RawCell, RawRow, RawSheet

_WORKBOOK = "xl/workbook.xml"
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_UNREAD = {
    "workbook.xml": re.compile(rb"<(\w+:)?definedNames\b.*?</(\w+:)?definedNames>", re.DOTALL),
    "styles.xml": re.compile(
        rb"<(fonts|fills|borders|cellStyleXfs|cellStyles|dxfs|tableStyles|colors)\b"
        rb"[^>]*(?:/>|(?<!/)>.*?</\1>)",
        re.DOTALL,
    ),
}
_AFTER_DATA = re.compile(rb"(</(\w+:)?sheetData>).*(</(\w+:)?worksheet>)", re.DOTALL)
_EMPTY = re.compile(rb'<(c|row) r="[^>]*+>(?:(?<=/>)|</\1>)')
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^<>]*?\bref=[\"']([^\"'<>]+)")
_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^<>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA = re.compile(rb"<(\w+:)?f[ >/]")
_RESULT = re.compile(rb"<(?:\w+:)?v\b[^<>]*>[^<]")
_TEXT_RESULT = re.compile(rb"\bt=[\"']str[\"']")


def load_with_openpyxl(
    package: BookParts,
) -> tuple[tuple[RawSheet, ...], Mapping[str, object]] | None:
    """Return sheets and properties, or None where openpyxl cannot read the book."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in package.parts.items():
            archive.writestr(name, _without_the_unread(name, part))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book: Any = openpyxl.load_workbook(buffer, data_only=True, keep_links=False)
        except Exception:
            return None
    if any(
        row > _LAST_ROW or column > _LAST_COLUMN
        for sheet in book.worksheets
        for row, column in sheet._cells
    ):
        return None
    parts = _parts(package)
    sheets = [_sheet(sheet, parts.get(sheet.title, b"")) for sheet in book.worksheets]
    return tuple(sheets), {one.name: one.value for one in book.custom_doc_props.props}


def _without_the_unread(name: str, part: bytes) -> bytes:
    if "worksheets/" in name:
        part = _EMPTY.sub(b"", _AFTER_DATA.sub(rb"\1\3", part))
        return _EMPTY.sub(b"", part)
    for end, unread in _UNREAD.items():
        if name.endswith(end):
            return unread.sub(b"", part)
    return part


def _parts(package: BookParts) -> dict[str, bytes]:
    """Return the part of each sheet by the sheet's name."""
    relations = etree.fromstring(package.parts["xl/_rels/workbook.xml.rels"])
    paths = {
        str(one.get("Id")): posixpath.join("xl", str(one.get("Target"))).lstrip("/")
        for one in relations.iter("{*}Relationship")
    }
    workbook = etree.fromstring(_without_the_unread("workbook.xml", package.parts[_WORKBOOK]))
    return {
        str(sheet.get("name")): package.parts[paths[str(value)]]
        for sheet in workbook.iter("{*}sheet")
        for key, value in sheet.items()
        if str(key).endswith("}id") and paths.get(str(value)) in package.parts
    }


def _sheet(sheet: Any, part: bytes) -> RawSheet:
    if sheet.title == PEMERIKSAAN:
        return RawSheet(sheet.title, (), tuple(_merges(part)), sheet.sheet_state != "visible")
    uncounted = set(_uncounted(part))
    rows = []
    for number, cells in groupby(sorted(sheet._cells.items()), key=lambda item: item[0][0]):
        filled = {
            get_column_letter(column): read
            for (_, column), cell in cells
            if (read := _cell(cell, uncounted))
        }
        if filled:
            rows.append(RawRow(number, filled, bool(sheet.row_dimensions[number].hidden)))
    return RawSheet(
        sheet.title,
        tuple(rows),
        tuple(_merges(part)),
        hidden=sheet.sheet_state != "visible",
        hidden_columns=frozenset(_hidden_columns(sheet)),
    )


def _cell(cell: Any, uncounted: set[str]) -> RawCell | None:
    value = cell.value
    if cell.data_type == "e":
        return RawCell(value, fault=Fault.GALAT)
    if cell.coordinate in uncounted:
        return RawCell(None, fault=Fault.RUMUS)
    if isinstance(value, str):
        return RawCell(value) if clean(value) else None
    if isinstance(value, float) and not isfinite(value):
        return RawCell("#NUM!", fault=Fault.GALAT)
    if value is None:
        return None
    try:
        return RawCell(value, cell.number_format)
    except IndexError:
        return RawCell(value)


def _uncounted(part: bytes) -> Iterator[str]:
    """Yield the cells whose formula has no stored result, which openpyxl does not tell."""
    for attributes, content in _CELL.findall(_without_the_unread("worksheets/", part)):
        is_text = _TEXT_RESULT.search(attributes) and b"<v" in content
        if _FORMULA.search(content) and not _RESULT.search(content) and not is_text:
            yield re.sub(rb'.*\br="([A-Z]+[0-9]+)".*', rb"\1", attributes).decode()


def _merges(part: bytes) -> Iterator[Merge]:
    for reference in _MERGE.findall(part, max(part.rfind(b"sheetData>"), 0)):
        if match := _AREA.fullmatch(reference.decode("latin-1")):
            yield Merge(int(match[2]), int(match[4]), match[1], match[3])


def _hidden_columns(sheet: Any) -> Iterator[str]:
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            last = min(dimension.max, _LAST_COLUMN)
            yield from map(get_column_letter, range(dimension.min, last + 1))
