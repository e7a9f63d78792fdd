"""Sheet Petunjuk: the guide in front of every book, written for the clerk who fills it."""

from __future__ import annotations

from openpyxl import Workbook

from generator.schema import PETUNJUK, TEMPLATE_VERSION, Book
from generator.workbook.look import put


def add_petunjuk(workbook: Workbook, book: Book) -> None:
    sheet = workbook.create_sheet(PETUNJUK)
    sheet.protection.sheet = True
    put(sheet["A1"], book.title)
    put(sheet["A4"], "Jenis buku")
    put(sheet["B4"], book.kind)
    put(sheet["A5"], "Versi templat")
    put(sheet["B5"], TEMPLATE_VERSION)
