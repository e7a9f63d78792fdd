"""The data rows of a sheet, by role: merged cells spread over the rows they cover."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.bahasa.tempelan import is_nothing
from generator.bahasa.wording import clean, fold
from generator.findings.finding import Diagnostic, finding
from generator.schema.kinerja import SATUAN_TEKS
from generator.schema.types import Column, Sheet
from generator.values import Place
from generator.workbook.opening.addresses import column_number
from generator.workbook.opening.raw import Merge, RawCell, RawRow, RawSheet
from generator.workbook.reading.headings import Header


@dataclass(frozen=True, slots=True)
class CellRow:
    """One data row: role → the cell and its place. `torn`: a merge across columns touches it.

    `followed` are the roles of cells that are empty in the book, and follow from its code.
    `order` is the number that the row was given before anything was moved, where it has one.
    """

    place: Place
    cells: Mapping[str, tuple[RawCell, Place]]
    columns: Mapping[str, tuple[str, str]]
    torn: bool = False
    followed: frozenset[str] = frozenset()
    order: int | None = None

    def is_filled(self, role: str) -> bool:
        """Whether something stands in the cell, readable or not."""
        return role in self.cells

    def at(self, role: str) -> Place:
        """Return the place of this row's own cell with that role."""
        letter, heading = self.columns.get(role, (None, None))
        return replace(self.place, column=letter, heading=heading)


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The data rows of one sheet of one book."""

    sheet: Sheet
    place: Place
    rows: tuple[CellRow, ...]
    heading_row: int = 1
    incomplete: bool = False
    """A required column is missing, which a finding says already."""
    order: str = ""
    """The letter of the hidden column that numbers the rows, where there is one."""

    @property
    def plan(self) -> tuple[Column, ...]:
        """The columns of a plan that the clerk added."""
        return self.sheet.added(self.rows[0].columns) if self.rows else ()


def data_rows(
    raw: RawSheet, sheet: Sheet, header: Header, place: Place
) -> tuple[SheetRows, list[Diagnostic]]:
    """Return what stands below the heading row, in sheet order, and what hides there."""
    read = header.columns.keys()
    rows = [row for row in raw.rows if row.number > header.row and not read.isdisjoint(row.cells)]
    asked = [
        (column.role, letter, header.headings[letter]) for letter, column in header.columns.items()
    ]
    columns = {role: (letter, heading) for role, letter, heading in asked}
    columns |= {column.role: ("", column.heading) for column in header.missing}
    spread, torn, findings = _merged(raw, rows, header, place)
    by_number = {row.number: row for row in rows}
    made = []
    for row in rows:
        cells: dict[str, tuple[RawCell, Place]] = {}
        dashes: dict[str, tuple[RawCell, Place]] = {}
        for role, letter, heading in asked:
            source = by_number.get(spread.get((row.number, letter), 0), row) if spread else row
            cell = source.cells.get(letter)
            if cell:
                at = Place(place.book, place.sheet, source.number, letter, heading)
                (dashes if _is_nothing(cell) else cells)[role] = (cell, at)
        if "target" in dashes and is_as_typed(cells):
            cells["target"] = dashes["target"]
        if not cells:
            continue
        at_row = Place(place.book, place.sheet, row.number)
        order = _order(row.cells.get(header.order))
        made.append(CellRow(at_row, cells, columns, torn=row.number in torn, order=order))
    if made and _numbers_columns(made[0]):
        findings.append(finding("baris-nomor-kolom", made.pop(0).place))
    findings += _hidden(raw, rows, header, place)
    return SheetRows(
        sheet, place, tuple(made), header.row, bool(header.missing), header.order
    ), findings


_LONGEST_DASH = 20


def _is_nothing(cell: RawCell) -> bool:
    value = cell.value if not cell.fault else None
    return isinstance(value, str) and len(value) <= _LONGEST_DASH and is_nothing(clean(value))


def is_as_typed(cells: Mapping[str, tuple[RawCell, Place]]) -> bool:
    """Whether the Satuan of a row says that its Target prints as typed."""
    cell, _ = cells.get("satuan", (RawCell(None), None))
    return isinstance(cell.value, str) and fold(clean(cell.value)) == SATUAN_TEKS


# matches "(1)" and "12", not "1.1"
_NUMBER_OF_COLUMN = re.compile(r"\(?([0-9]{1,2})\)?")


def _numbers_columns(row: CellRow) -> bool:
    """Whether a row below the headings only counts the columns: (1), (2), (3)."""
    numbers = [
        _NUMBER_OF_COLUMN.fullmatch(str(cell.value).strip()) for cell, _ in row.cells.values()
    ]
    counted = [int(one[1]) for one in numbers if one]
    rising = all(one < other for one, other in pairwise(sorted(counted)))
    return len(counted) == len(numbers) > 2 and rising and len(row.cells) > len(row.columns) // 3


def _order(cell: RawCell | None) -> int | None:
    value = cell.value if cell else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _merged(
    raw: RawSheet, rows: list[RawRow], header: Header, place: Place
) -> tuple[dict[tuple[int, str], int], set[int], list[Diagnostic]]:
    """Return (row, letter) → the row that holds the value, and the rows torn by wide merges."""
    numbers = [row.number for row in rows]
    spread: dict[tuple[int, str], int] = {}
    torn: set[int] = set()
    findings = []
    for merge in raw.merges:
        covered = numbers[
            bisect_left(numbers, merge.first_row) : bisect_right(numbers, merge.last_row)
        ]
        letters = [letter for letter in header.columns if _covers(merge, letter)]
        if not covered or not letters or merge.first_row <= header.row:
            continue
        if len(letters) > 1:
            torn.update(covered)
            at = replace(place, row=merge.first_row, column=merge.first_column)
            area = f"{merge.first_column}{merge.first_row}:{merge.last_column}{merge.last_row}"
            findings.append(finding("gabungan-melintang", at, sel=area))
        elif letters[0] == merge.first_column:
            spread |= {(number, letters[0]): merge.first_row for number in covered}
    return spread, torn, findings


def _covers(merge: Merge, letter: str) -> bool:
    first, this, last = map(column_number, (merge.first_column, letter, merge.last_column))
    return first <= this <= last


def _hidden(
    raw: RawSheet, rows: list[RawRow], header: Header, place: Place
) -> Iterator[Diagnostic]:
    """Yield what is read although nobody sees it."""
    if raw.hidden:
        if rows:
            yield finding("lembar-tersembunyi", place)
        return
    if hidden := [row.number for row in rows if row.hidden]:
        yield finding("baris-tersembunyi", place, baris=row_ranges(hidden))
    for letter in header.columns:
        if letter in raw.hidden_columns and any(letter in row.cells for row in rows):
            yield finding(
                "kolom-tersembunyi",
                replace(place, column=letter, heading=header.headings[letter]),
            )


def row_ranges(numbers: list[int]) -> str:
    """Return row numbers as people write them: "4, 7–9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
