"""Enters the worked example into the blank books, as a person would."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.schema import BOOKS, IDENTITAS, IDENTITAS_KEYS, Book, Sheet
from generator.workbook.blank import blank_workbook
from generator.workbook.choice import choice
from generator.workbook.files import Written, write_new
from generator.workbook.look import enter, fit_row
from generator.workbook.save import to_bytes
from generator.workbook.windows import write_cmd_files

Entries = Mapping[str, Any]

_UKURAN = ("indikator", "target", "satuan")


@cache
def contoh_books() -> Mapping[str, bytes]:
    """Return the filled books, file name → bytes of the .xlsx."""
    data = tomllib.loads(
        files(__package__).joinpath("bkpsdm-2022.toml").read_text(encoding="utf-8")
    )
    return {book.filename: to_bytes(_filled(book, data)) for book in BOOKS}


def write_contoh(folder: Path) -> list[Written]:
    """Write the filled books and the .cmd files, never over a file that is there."""
    books = [write_new(folder / name, content) for name, content in contoh_books().items()]
    return [*books, *write_cmd_files(folder)]


def _filled(book: Book, data: Entries) -> Workbook:
    parents = _parents(book, data)
    workbook = blank_workbook(book, list(parents.values()))
    for sheet in book.sheets:
        entries = data[book.kind].get(sheet.name)
        if sheet is IDENTITAS:
            for row, key in enumerate(IDENTITAS_KEYS, start=2):
                enter(workbook[sheet.name], f"B{row}", entries.get(key.name))
                fit_row(workbook[sheet.name], row)
        elif entries:
            _enter_rows(workbook[sheet.name], sheet, _rows(sheet, entries, parents))
    return workbook


def _parents(book: Book, data: Entries) -> Mapping[str, str]:
    """Return what stands for each parent in the dropdown of this book, by Kode."""
    if book.level is None:
        return {}
    above = [
        entry
        for other in BOOKS
        if other.level == book.level - 1
        for sheet in other.sheets
        for entry in data[other.kind].get(sheet.name, ())
    ]
    own = [
        entry
        for sheet in book.sheets
        for entry in data[book.kind].get(sheet.name, ())
        if entry.get("Jenis") == "Kegiatan"
    ]
    texts = ("Nama", "Sasaran Program", "Sasaran")
    return {
        entry["Kode"]: choice(entry["Kode"], next(entry[text] for text in texts if text in entry))
        for entry in [*above, *own]
    }


def _rows(sheet: Sheet, entries: list[Any], parents: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield the cells of each row by role; a row below its Kode holds the indikator alone."""
    if sheet.level is None:
        yield from ({"isi": entry} for entry in entries)
        return
    for entry in entries:
        first = {
            column.role: entry[column.heading]
            for column in sheet.columns
            if column.heading in entry and column.role not in _UKURAN
        }
        if "kode_induk" in first:
            first["kode_induk"] = parents[first["kode_induk"]]
        for ukuran in entry["Indikator"]:
            yield first | dict(zip(_UKURAN, ukuran, strict=True))
            first = {}


def _enter_rows(sheet: Worksheet, declared: Sheet, rows: Iterator[dict[str, Any]]) -> None:
    for number, cells in enumerate(rows, start=2):
        for index, column in enumerate(declared.columns, start=1):
            value, number_format = cells.get(column.role) or None, None
            if isinstance(value, dict):
                value, number_format = value["nilai"], value["format"]
            enter(sheet, f"{get_column_letter(index)}{number}", value, number_format)
        fit_row(sheet, number)
