"""The books of a folder together: which are there twice, and which are not there."""

from __future__ import annotations

from collections.abc import Sequence

from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, finding
from generator.findings.rule import Severity
from generator.schema.keputusan import KEPUTUSAN
from generator.schema.levels import needs, used_tingkat
from generator.schema.types import Book
from generator.values import Place, Row
from generator.workbook.opening.raw import RawBook
from generator.workbook.reading.headings import order_column

_SAME = 0.8
"""Two books are nearly the same when so much of the smaller one's contents is in the other."""


def without_doubles(books: Sequence[RawBook]) -> tuple[tuple[RawBook, ...], list[Diagnostic]]:
    """Leave out each book that repeats an earlier one, so that its rows do not count twice."""
    kept: list[RawBook] = []
    contents: list[frozenset[object]] = []
    findings = []
    for book in books:
        content = _content(book)
        rivals = [
            (other, _likeness(content, before))
            for other, before in zip(kept, contents, strict=True)
            if other.kind == book.kind
        ]
        double = next((other for other, likeness in rivals if likeness >= _SAME), None)
        if double:
            findings.append(
                finding("buku-kembar", book.place, related=[double.place], lain=double.name)
            )
        elif rivals and book.kind == KEPUTUSAN.kind:
            first = rivals[0][0]
            findings.append(
                finding("dua-buku-keputusan", book.place, related=[first.place], lain=first.name)
            )
        else:
            kept.append(book)
            contents.append(content)
    return tuple(kept), findings


def _content(book: RawBook) -> frozenset[object]:
    """Return what was entered, wherever it stands: moved rows are still the same book."""
    names = {fold(sheet.name) for sheet in book.declared.sheets}
    return frozenset(
        (fold(sheet.name), letter, cell.value)
        for sheet in book.sheets
        if fold(sheet.name) in names
        for order in [order_column(sheet.rows[0]) if sheet.rows else ""]
        for row in sheet.rows[1:]
        for letter, cell in row.cells.items()
        if letter != order
    )


def _likeness(one: frozenset[object], other: frozenset[object]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def missing_books(
    books: Sequence[RawBook],
    findings: Sequence[Diagnostic],
    known: Sequence[Book],
    jenjang: Sequence[Row],
) -> list[Diagnostic]:
    """Return a finding for each of the `known` books that is needed and not there.

    `findings` are those of reading the folder: a file that could not be read may be any book, so
    nothing is missing then. `jenjang` are the rows of the sheet that says which levels are used.
    """
    names = {book.name for book in books}
    if any(one.severity is Severity.SALAH and one.place.book not in names for one in findings):
        return []
    there = {book.kind for book in books}
    used = used_tingkat(jenjang)
    return [
        finding("buku-tidak-ada", Place(book.filename), buku=book.title)
        for book in known
        if needs(used, book) and book.kind not in there
    ]
