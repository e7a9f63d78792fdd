"""The books of a folder together: which are there twice, and which are not there."""

from __future__ import annotations

from collections.abc import Sequence

from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, finding
from generator.schema.books import BOOKS, book_of
from generator.schema.keputusan import JENJANG, KEPUTUSAN
from generator.values import Place
from generator.workbook.reading.headings import match_columns, match_sheets
from generator.workbook.reading.raw import RawBook

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
    names = {fold(sheet.name) for sheet in book_of(book.kind).sheets}
    return frozenset(
        (fold(sheet.name), letter, cell.value)
        for sheet in book.sheets
        if fold(sheet.name) in names
        for row in sheet.rows[1:]
        for letter, cell in row.cells.items()
    )


def _likeness(one: frozenset[object], other: frozenset[object]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def missing_books(books: Sequence[RawBook]) -> list[Diagnostic]:
    """Return a finding for each book that is not there although its level is used."""
    there = {book.kind for book in books}
    used = _used_levels(books)
    needed = {
        KEPUTUSAN.kind: True,
        "eselon-2": used is None or any(name.startswith("sasaran") for name in used),
        "eselon-3": used is None or "program" in used,
        "eselon-4": used is None or bool({"kegiatan", "sub kegiatan"} & used),
    }
    return [
        finding("buku-tidak-ada", Place(book.filename), buku=book.title)
        for book in BOOKS
        if needed[book.kind] and book.kind not in there
    ]


def _used_levels(books: Sequence[RawBook]) -> frozenset[str] | None:
    """Return the folded names of the levels with a Label, or None when nothing says them."""
    for book in books:
        raw = match_sheets(book)[0].get(JENJANG.name) if book.kind == KEPUTUSAN.kind else None
        header = match_columns(raw, JENJANG, book.place)[0] if raw else None
        if raw and header:
            letters = {column.role: letter for letter, column in header.columns.items()}
            pairs = [
                [row.cells.get(letters.get(role, "")) for role in ("tingkat", "label")]
                for row in raw.rows
                if row.number > header.row
            ]
            return frozenset(
                fold(str(name.value)) for name, label in pairs if name and label and label.value
            )
    return None
