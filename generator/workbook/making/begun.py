"""A book with the rows it begins with, which follow from what other books say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.schema.types import Book
from generator.workbook.changing.save import to_bytes
from generator.workbook.look import enter, fit_row
from generator.workbook.making.blank import blank_workbook
from generator.workbook.making.entries import enter_rows

Rows = Mapping[str, Sequence[Mapping[str, str]]]
"""Rows of a book by sheet, their cells by role."""


def begun_book(book: Book, rows: Rows) -> bytes:
    """Return the .xlsx of a book with `rows` entered, by sheet and role.

    On a sheet of keys a row says under `isian` which key its `isi` is entered under.
    """
    workbook = blank_workbook(book)
    for sheet in book.sheets:
        written, entries = workbook[sheet.name], rows.get(sheet.name, ())
        if sheet.keys:
            said = {entry["isian"]: entry["isi"] for entry in entries}
            for number, key in enumerate(sheet.keys, start=2):
                enter(written, f"B{number}", said.get(key.name))
                fit_row(written, number)
        else:
            enter_rows(written, sheet, entries)
    return to_bytes(workbook)
