"""Sheet Jenjang as far as it steers reading: which levels of the tree an office uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.bahasa.wording import fold
from generator.schema.keputusan import TINGKAT_DEFAULTS
from generator.schema.types import Book, Sheet
from generator.values import Row

TINGKAT = tuple(row[0] for row in TINGKAT_DEFAULTS)
"""The rows that sheet Jenjang may have, from the top of the tree down."""

# matches "sasaran pendukung 2", not "sasaran utama" nor "program 2"
_DEEPER = re.compile(r"(Sasaran (?:Utama|Pendukung)) ([2-9])", re.IGNORECASE)


def tingkat_of(text: str) -> str | None:
    """Return the name of a level that differs from what was typed in case or spaces only."""
    folded = fold(text)
    deeper = _DEEPER.fullmatch(folded)
    if deeper:
        return f"{deeper[1].title()} {deeper[2]}"
    return next((name for name in TINGKAT if fold(name) == folded), None)


def used_tingkat(rows: Iterable[Row]) -> Mapping[str, Row] | None:
    """Return the rows of sheet Jenjang that have a Label, by level; None when there are no rows.

    Of a level that stands there twice the first row counts.
    """
    first: dict[str, Row] = {}
    for row in rows:
        if cell := row.cells.get("tingkat"):
            first.setdefault(tingkat_of(cell.text) or cell.text, row)
    return {name: row for name, row in first.items() if row.cells.get("label")} if first else None


def uses(used: Iterable[str] | None, sheet: Sheet) -> bool:
    """Whether nodes of a sheet are used; where nothing says which levels are, all are."""
    if used is None:
        return True
    return any(name.startswith(sheet.tingkat) for name in used)


def needs(used: Iterable[str] | None, book: Book) -> bool:
    """Whether a book must be there: one that is not optional, of the tree only at a used level."""
    if book.optional or book.level is None:
        return not book.optional
    return any(uses(used, sheet) for sheet in book.sheets if not sheet.optional)
