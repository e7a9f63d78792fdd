"""Rows that lean on the row above, and no longer stand below it: the sheet was sorted.

The hidden column Urutan Baris numbers the rows of a blank book, and its numbers move with their
rows. Where it does not help, what the file says of its last sort must do, and where the rows
without Kode stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.bahasa.wording import fold
from generator.findings.cures import Move
from generator.findings.finding import Diagnostic, finding
from generator.schema.kinerja import KINERJA_DAERAH, SASARAN
from generator.schema.types import Sheet
from generator.values import Place
from generator.workbook.opening.addresses import column_number
from generator.workbook.opening.raw import RawSheet
from generator.workbook.reading.headings import Header
from generator.workbook.reading.rows import CellRow, SheetRows, row_ranges
from generator.workbook.reading.texts import cell_text

TORN = "baris-tercerai"
"""The rule of rows that were torn from what they lean on, as their numbers tell."""
_AS_ABOVE = ("kode", "kode_induk", "jenis", "nama")
"""What a row may leave blank when it is as above, the others only beside a Kode."""
_OWN_PARENT = (KINERJA_DAERAH, SASARAN)
"""Sheets on which a blank Kode Induk means that there is none."""
_FEWEST_AT_END, _FEWEST_ABOVE = 2, 3
"""So many rows without Kode below so many with one, and none elsewhere, look sorted."""


def moved_rows(part: SheetRows, raw: RawSheet, header: Header) -> Iterator[Diagnostic]:
    """Yield that rows were torn from what they lean on, or may have been; once a sheet."""
    rows = part.rows
    if part.sheet.level is None or all(map(_begins, rows)):
        return
    times = Counter(row.order for row in rows)
    known = [row for row in rows if row.order is not None and times[row.order] == 1]
    torn = _torn(part.sheet, rows, known)
    at_end = _all_at_end(rows)
    if torn and (at_end or not _put_elsewhere(torn, known)):
        first, *others = [row.at("kode") for row in torn]
        numbers = [row.place.row or 0 for row in torn]
        yield finding(
            TORN,
            first,
            related=others,
            edits=_moves_back(part, raw, header),
            baris=row_ranges(numbers),
        )
        return
    numbers_moved_along = not raw.sorted_area or _reaches(raw.sorted_area, header.order)
    if len(known) == len(rows) and numbers_moved_along:
        return
    if raw.sorted_area or at_end:
        yield finding("lembar-diurutkan", part.place)


def _torn(sheet: Sheet, rows: Sequence[CellRow], known: Sequence[CellRow]) -> list[CellRow]:
    """Return the rows that lean on something else now than in the order of their numbers."""
    before = sorted(known, key=lambda row: row.order or 0)
    numbered = {row.place.row for row in known}
    torn: dict[int | None, CellRow] = {}
    for role in _AS_ABOVE:
        if role == "kode_induk" and sheet in _OWN_PARENT:
            continue
        then, now = _leaning(before, role), _leaning(rows, role)
        for row in known:
            was, source = then.get(row.place.row), now.get(row.place.row)
            if was is None or source is None or source.place.row not in numbered:
                continue
            if was is not source and (role == "kode" or _says(was, role) != _says(source, role)):
                torn[row.place.row] = row
    return [row for row in rows if row.place.row in torn]


def _leaning(rows: Sequence[CellRow], role: str) -> Mapping[int | None, CellRow]:
    """Return row number → the row above from which it takes what it leaves blank."""
    source: CellRow | None = None
    found: dict[int | None, CellRow] = {}
    for row in rows:
        if _begins(row) if role == "kode" else row.is_filled(role):
            source = row
        elif source and role in row.columns and (role == "kode" or _begins(row)):
            found[row.place.row] = source
    return found


def _begins(row: CellRow) -> bool:
    """Whether a row is one of its own, known by its Kode or by its official code."""
    return row.is_filled("kode") or row.is_filled("kode_rekening")


def _says(row: CellRow, role: str) -> str:
    return fold(str(row.cells[role][0].value))


def _put_elsewhere(torn: Sequence[CellRow], known: Sequence[CellRow]) -> bool:
    """Whether somebody took one stretch of rows without Kode and put it below another Kode."""
    moved = {row.place.row for row in torn}
    before = sorted(known, key=lambda row: row.order or 0)
    together = all(_is_one_stretch([row.place.row in moved for row in r]) for r in (known, before))
    others = [row.order or 0 for row in known if row.place.row not in moved]
    without_kode = not any(map(_begins, torn))
    return together and without_kode and all(one < other for one, other in pairwise(others))


def _is_one_stretch(marks: Sequence[bool]) -> bool:
    return sum(mark and not before for before, mark in pairwise([False, *marks])) == 1


def _all_at_end(rows: Sequence[CellRow]) -> bool:
    """Whether all rows without Kode stand below all that have one, as sorting puts them."""
    filled = [*map(_begins, rows)]
    with_kode = sum(filled)
    at_end = len(filled) - with_kode
    return all(filled[:with_kode]) and with_kode >= _FEWEST_ABOVE and at_end >= _FEWEST_AT_END


def _reaches(area: str, letter: str) -> bool:
    """Whether a column is in an area ("A2:S40")."""
    first, _, last = (part.rstrip("0123456789") for part in area.partition(":"))
    return bool(letter) and column_number(first) <= column_number(letter) <= column_number(last)


def _moves_back(part: SheetRows, raw: RawSheet, header: Header) -> list[Move]:
    """Return what puts every cell back in the order of the numbers, none where that is not sure."""
    order = _in_order(part.rows)
    cells = {row.number: row.cells for row in raw.rows}
    numbers = [row.place.row or 0 for row in part.rows]
    if order is None or any(merge.last_row > header.row for merge in raw.merges):
        return []
    letters = sorted({letter for number in numbers for letter in cells[number]})
    texts = {
        (number, letter): cell_text(cells[number][letter]) if letter in cells[number] else ""
        for number in numbers
        for letter in letters
    }
    if None in texts.values():
        return []

    def place(number: int, letter: str) -> Place:
        return Place(part.place.book, part.place.sheet, number, letter, header.headings.get(letter))

    return [
        Move(
            place(number, letter),
            place(source, letter),
            texts[number, letter] or "",
            texts[source, letter] or "",
        )
        for number, source in zip(numbers, order, strict=True)
        if number != source
        for letter in letters
    ]


def _in_order(rows: Sequence[CellRow]) -> list[int] | None:
    """Return the row numbers in the order of what Urutan Baris says, None where it does not say it.

    A row with a Kode but without a number stays behind the rows of the Kode above it.
    """
    numbered = sorted(
        (row for row in rows if row.order is not None), key=lambda row: row.order or 0
    )
    if len({row.order for row in numbered}) < len(numbered):
        return None
    later: dict[int | None, list[CellRow]] = {}
    above: int | None = None
    for row in rows:
        if row.order is None and not _begins(row):
            return None
        if row.order is None:
            later.setdefault(above, []).append(row)
        elif _begins(row):
            above = row.place.row
    ordered = later.pop(None, [])
    kode: int | None = None
    for row in numbered:
        if _begins(row):
            ordered += later.pop(kode, [])
            kode = row.place.row
        ordered.append(row)
    ordered += later.pop(kode, [])
    return [row.place.row or 0 for row in ordered]
