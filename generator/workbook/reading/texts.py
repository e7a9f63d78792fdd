"""What stands in each cell, as a person reads it there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.bahasa.wording import clean
from generator.values import Place
from generator.workbook.opening.raw import RawBook, RawCell
from generator.workbook.reading.number_format import show

Texts = Mapping[tuple[str, str, str], str]
"""The text of a cell by book, sheet and address."""


def cell_texts(books: Iterable[RawBook]) -> Texts:
    """Return every text and number of the books as typed, texts cleaned as reading does."""
    return {
        (book.name, sheet.name, f"{letter}{row.number}"): text
        for book in books
        for sheet in book.sheets
        for row in sheet.rows
        for letter, cell in row.cells.items()
        if (text := cell_text(cell)) is not None
    }


def text_at(texts: Texts, place: Place) -> str | None:
    """Return what stands at a place, None where it is no filled cell."""
    return texts.get((place.book, place.sheet or "", place.cell or ""))


def cell_text(cell: RawCell) -> str | None:
    """Return the text or number in a cell as typed, None where it holds something else."""
    if isinstance(cell.value, str):
        return clean(cell.value)
    if isinstance(cell.value, int | float):
        return show(cell.value, cell.number_format).as_typed
    return None
