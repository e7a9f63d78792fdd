"""Copies of books in which single cells say something else, each marked with what it said."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from openpyxl.cell import MergedCell
from openpyxl.styles import PatternFill

from generator.diagnostics import Place
from generator.workbook import look
from generator.workbook.files import Outcome, Written
from generator.workbook.folder import load_book, write_copy
from generator.workbook.raw import Value
from generator.workbook.save import to_sealed_bytes

Correction = tuple[Place, Value, str, str]
"""The cell, its new value with the number format, and what it said before."""


def write_corrected(book: Path, corrections: Iterable[Correction], maker: str) -> Written:
    """Write `<book> (<maker>).xlsx` into the folder of copies; the book itself is left alone."""
    workbook = load_book(book)
    if workbook is None:
        return Written(book, Outcome.TAK_TERSALIN)
    for place, value, number_format, before in corrections:
        cell = workbook[place.sheet or ""][place.cell or ""]
        assert not isinstance(cell, MergedCell)
        look.put(cell, value)
        if not isinstance(value, str):
            cell.number_format = number_format
        cell.fill = PatternFill("solid", fgColor=look.TO_FILL)
        earlier = f"\n\n{cell.comment.text}" if cell.comment else ""
        cell.comment = look.comment(f"Diubah ({maker}). Semula: {before or '(kosong)'}{earlier}")
    return write_copy(book, to_sealed_bytes(workbook), maker, Outcome.USULAN)
