"""One sheet in SpreadsheetML → its filled cells, read row by row so that memory stays small.

What is wrong in what is read raises one of `package.DAMAGE`. The rest of the part is not looked
at: looks, views, and all that stands behind the cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import isfinite

from generator.bahasa.wording import clean
from generator.opc.limits import CELLS, LETTERS, ROWS
from generator.opc.parts import TooMuchError
from generator.opc.xml import Element
from generator.workbook.opening.addresses import LAST_COLUMN, LAST_ROW, column_letter, column_number
from generator.workbook.opening.cell_formats import CellFormat, FormatKind
from generator.workbook.opening.moments import duration, from_iso, from_serial
from generator.workbook.opening.parsing import MAIN, attribute, stream
from generator.workbook.opening.raw import Fault, RawCell, RawRow

_ROW, _COLUMN, _CELL = f"{MAIN}row", f"{MAIN}col", f"{MAIN}c"
_VALUE, _FORMULA, _INLINE = f"{MAIN}v", f"{MAIN}f", f"{MAIN}is"
_TEXT, _RUN = f"{MAIN}t", f"{MAIN}r"
_END = re.compile(rb"</(?:\w+:)?worksheet\s*>")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the cells of all sheets refer to: `texts` is the table of shared strings."""

    formats: Sequence[CellFormat]
    texts: Sequence[str]
    epoch: datetime


def read_sheet(part: bytes, book: Surroundings) -> tuple[tuple[RawRow, ...], frozenset[str]]:
    """Return the rows that hold something, from top to bottom, and the hidden columns."""
    rows: dict[int, dict[int, RawCell]] = {}
    hidden: set[int] = set()
    hidden_columns: set[str] = set()
    cells = _Cells(book)
    number = 0
    for element in stream(part, "col", "row", "sheetData"):
        if element.tag == _ROW:
            number = _row_number(element.get("r"), number)
            cells.enter(element, number, rows)
            if is_true(element.get("hidden")):
                hidden.add(number)
        elif element.tag == _COLUMN:
            first = int(attribute(element, "min"))
            last = min(int(element.get("max") or first), LAST_COLUMN)
            if is_true(element.get("hidden")):
                hidden_columns.update(map(column_letter, range(max(first, 1), last + 1)))
        else:
            if not _END.search(part, part.rfind(b"sheetData")):
                raise ValueError(part[-20:])
            break
    return tuple(
        RawRow(
            number,
            {column_letter(column): cell for column, cell in sorted(rows.pop(number).items())},
            number in hidden,
        )
        for number in sorted(rows)
    ), frozenset(hidden_columns)


def is_true(text: str | None) -> bool:
    """Return what a switch in the file says; one that is not there is off."""
    return bool(text) and text not in ("0", "f", "false")


def text_of(element: Element) -> str:
    """Return the text of a shared or inline string: its runs, without how they are read aloud.

    Of one that is too long no more than shows that it is.
    """
    plain, runs = "", []
    for child in element:
        if child.tag == _TEXT:
            plain = child.text or ""
        elif child.tag == _RUN:
            runs += [one.text or "" for one in child.iterchildren(_TEXT)]
    return (plain + "".join(runs))[: LETTERS.limit + 1]


def _row_number(typed: str | None, before: int) -> int:
    if typed is None:
        return before + 1
    number = float(typed)
    if not number.is_integer():
        raise ValueError(typed)
    return int(number)


def _position(address: str) -> tuple[int, int]:
    """Return row and column of an address, also of one that no Excel sheet has."""
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]), column_number(letters)


class _Cells:
    """Reads the cells of one sheet, row by row; what stands in many is kept once."""

    def __init__(self, book: Surroundings) -> None:
        self._book = book
        self._formats: dict[str | None, CellFormat] = {}
        self._texts: dict[str, RawCell | None] = {}
        self._numbers: dict[tuple[str, CellFormat], RawCell] = {}
        self._filled = 0

    def enter(self, row: Element, number: int, rows: dict[int, dict[int, RawCell]]) -> None:
        """Enter the filled cells of a row where their addresses say, else side by side."""
        column = 0
        for cell in row.iterchildren(_CELL):
            at, column = _position(address) if (address := cell.get("r")) else (number, column + 1)
            if not len(cell):
                continue
            if at > LAST_ROW or column > LAST_COLUMN:
                raise ValueError(address)
            if (read := self._read(cell)) is not None:
                if isinstance(read.value, str) and len(read.value) > LETTERS.limit:
                    raise TooMuchError(LETTERS, row=at, column=column_letter(column))
                rows.setdefault(at, {})[column] = read
                self._filled += 1
        if len(rows) > ROWS.limit:
            raise TooMuchError(ROWS)
        if self._filled > CELLS.limit:
            raise TooMuchError(CELLS)

    def _read(self, cell: Element) -> RawCell | None:
        """Return what stands in a cell; None when it is white space at most."""
        kind, style = cell.get("t", "n"), cell.get("s")
        format = self._formats.get(style) or self._format(style)
        result: str | None = None
        inline: Element | None = None
        is_formula = False
        for child in cell:
            if child.tag == _VALUE:
                result = child.text or ""
            elif child.tag == _INLINE:
                inline = child
            elif child.tag == _FORMULA:
                is_formula = True
        if kind == "e":
            return RawCell(result or None, fault=Fault.GALAT)
        if is_formula and not result and not (kind == "str" and result is not None):
            return RawCell(None, fault=Fault.RUMUS)
        if kind == "inlineStr":
            return None if inline is None else self._text(text_of(inline))
        if not result:
            return None
        if kind == "n":
            key = (result, format)
            return self._numbers.get(key) or self._numbers.setdefault(key, self._number(*key))
        if kind == "s":
            return self._text(self._book.texts[int(result)])
        if kind == "b":
            return RawCell(bool(int(result)), format.code)
        if kind == "d":
            return RawCell(from_iso(result), format.code)
        return self._text(result)

    def _format(self, style: str | None) -> CellFormat:
        return self._formats.setdefault(
            style, self._book.formats[0 if style is None else int(style)]
        )

    def _text(self, text: str) -> RawCell | None:
        if text not in self._texts:
            self._texts[text] = RawCell(text) if clean(text) else None
        return self._texts[text]

    def _number(self, typed: str, format: CellFormat) -> RawCell:
        number = float(typed) if any(mark in typed for mark in ".eE") else int(typed)
        if format.kind is FormatKind.NUMBER:
            if isinstance(number, float) and not isfinite(number):
                return RawCell("#NUM!", fault=Fault.GALAT)
            return RawCell(number, format.code)
        try:
            if format.kind is FormatKind.DURATION:
                return RawCell(duration(number), format.code)
            return RawCell(from_serial(number, self._book.epoch), format.code)
        except (OverflowError, ValueError):
            return RawCell("#VALUE!", fault=Fault.GALAT)
