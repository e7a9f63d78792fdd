"""Enters the worked examples into the blank books, as a person would."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import dropwhile
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.files.placed import Placed, place
from generator.schema.books import BOOKS, OPTIONAL_BOOKS
from generator.schema.keputusan import JENJANG, TINGKAT_DEFAULTS
from generator.schema.kinerja import SASARAN
from generator.schema.types import Book, Sheet
from generator.workbook.changing.save import to_bytes
from generator.workbook.choice import choice
from generator.workbook.look import enter, fit_row
from generator.workbook.making.blank import blank_workbook
from generator.workbook.making.cmd_files import write_cmd_files
from generator.workbook.making.entries import enter_rows

Entries = Mapping[str, Any]

BKPSDM_2022 = "bkpsdm-2022"
BERSIH = "bersih"
"""The examples: the decree of 2022, and one drafted by the book that no check objects to."""


@cache
def contoh_books(contoh: str = BKPSDM_2022) -> Mapping[str, bytes]:
    """Return the filled books of an example's decree, file name → bytes of the .xlsx."""
    return {book.filename: to_bytes(_filled(book, _data(contoh))) for book in BOOKS}


@cache
def further_books(contoh: str = BKPSDM_2022) -> Mapping[str, bytes]:
    """Return the filled books that ask for an example's other documents."""
    asking = (book for book in OPTIONAL_BOOKS if book.kind in _data(contoh))
    return {book.filename: to_bytes(_filled(book, _data(contoh))) for book in asking}


@cache
def _data(contoh: str) -> Entries:
    text = files(__package__).joinpath(f"{contoh}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def write_contoh(folder: Path, contoh: str = BKPSDM_2022) -> list[Placed]:
    """Write an example's books and the .cmd files, never over a file that is there."""
    every = {**contoh_books(contoh), **further_books(contoh)}
    books = [place(folder / name, content) for name, content in every.items()]
    return [*books, *write_cmd_files(folder)]


def _filled(book: Book, data: Entries) -> Workbook:
    parents = _parents(book, data)
    workbook = blank_workbook(book, list(parents.values()))
    for sheet in book.sheets:
        entries = data[book.kind].get(sheet.name)
        if sheet.keys:
            for row, key in enumerate(sheet.keys, start=2):
                enter(workbook[sheet.name], f"B{row}", (entries or {}).get(key.name))
                fit_row(workbook[sheet.name], row)
        elif sheet is JENJANG:
            _enter_titles(workbook[sheet.name], entries or {})
        elif entries:
            enter_rows(workbook[sheet.name], sheet, _rows(sheet, entries, parents))
    return workbook


def _parents(book: Book, data: Entries) -> Mapping[str, str]:
    """Return what stands for each parent in the dropdown of this book, by Kode."""
    if book.level is None:
        return {}
    above = _of_level(book.level - 1, data)
    same = _of_level(book.level, data)
    if not (above and book.level == SASARAN.level):
        same = [entry for entry in same if entry.get("Jenis") == "Kegiatan"]
    texts = ("Nama", "Sasaran Program", "Sasaran", "Sasaran Daerah")
    return {
        entry["Kode"]: choice(entry["Kode"], next(entry[text] for text in texts if text in entry))
        for entry in [*above, *same]
    }


def _of_level(level: int, data: Entries) -> list[Any]:
    """Return the entries of the sheets that stand on one level of the tree."""
    sheets = [(book, sheet) for book in BOOKS for sheet in book.sheets if sheet.level == level]
    return [entry for book, sheet in sheets for entry in data[book.kind].get(sheet.name, ())]


def _rows(sheet: Sheet, entries: list[Any], parents: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield the cells of each row by role; a row below its Kode holds the indikator alone."""
    roles = (column.role for column in sheet.columns)
    ukuran_roles = [*dropwhile(lambda role: role != "indikator", roles)]
    for entry in entries:
        if isinstance(entry, str):
            yield {"isi": entry}
            continue
        first = {
            column.role: entry[column.heading]
            for column in sheet.columns
            if column.heading in entry and column.role != "indikator"
        }
        if "kode_induk" in first:
            first["kode_induk"] = parents[first["kode_induk"]]
        for ukuran in entry.get("Indikator", [()]):
            yield first | dict(zip(ukuran_roles, ukuran, strict=False))
            first = {}


def _enter_titles(sheet: Worksheet, titles: Mapping[str, Mapping[str, str]]) -> None:
    """Enter what the example calls a level differently from a blank book."""
    for row, (tingkat, *_) in enumerate(TINGKAT_DEFAULTS, start=2):
        for index, column in enumerate(JENJANG.columns, start=1):
            if column.heading in titles.get(tingkat, {}):
                address = f"{get_column_letter(index)}{row}"
                enter(sheet, address, titles[tingkat][column.heading])
        fit_row(sheet, row)
