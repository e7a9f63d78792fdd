"""The cells of one sheet of an opened book, found or made where they belong."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from functools import cached_property
from xml.sax.saxutils import quoteattr

from lxml import etree

from generator.opc.xml import Element, parse
from generator.workbook.changing import siblings
from generator.workbook.changing.parcel import required
from generator.workbook.opening.addresses import column_letter, column_number
from generator.workbook.opening.folding import FIRST, folded, packed, unfolded
from generator.workbook.opening.parsing import MAIN

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ROW = re.compile(rb'<row r="([0-9]+)"')
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:,[0-9]+)?")
"""A number as somebody types it who means no code."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_YES = ("1", "true")
_WIDTH = 8.43
"""The width of a column of which nothing is said."""


def position(address: str) -> tuple[int, int]:
    """Return row and column of "F14", both from 1.

    >>> position("F14")
    (14, 6)
    """
    match = _CELL.fullmatch(address)
    if match is None:
        raise KeyError(address)
    return int(match[2]), column_number(match[1])


def covers(area: str, places: Iterable[tuple[int, int]]) -> bool:
    """Whether an area ("A2:C9") holds any of these cells, given by row and column."""
    first, _, last = area.partition(":")
    (top, left), (bottom, right) = position(first), position(last or first)
    return any(top <= row <= bottom and left <= column <= right for row, column in places)


class Grid:
    """The cells of one sheet; `sheet` is the root of its part."""

    def __init__(self, sheet: Element) -> None:
        self.sheet = sheet
        self._data = required(sheet, "sheetData")

    def cell(self, address: str) -> Element:
        """Return the cell at an address; one that was not there has the look of its place."""
        found = self.find(address)
        if found is not None:
            return found
        row_number, column = position(address)
        row = self._row(row_number)
        made = etree.Element(f"{MAIN}c", {"r": address})
        if style := self._style_of_place(row, column):
            made.set("s", style)
        row.insert(sum(_column(cell) < column for cell in row), made)
        row.attrib.pop("spans", "")
        self._reach(address)
        return made

    def find(self, address: str) -> Element | None:
        """Return the cell at an address, None where the sheet has none."""
        row_number, column = position(address)
        row = self._present(row_number)
        cells = () if row is None else row
        return next((cell for cell in cells if _column(cell) == column), None)

    def cells(self) -> Iterator[Element]:
        """Yield every cell that the sheet has, from top to bottom, but those of folded rows."""
        for row in self._rows.values():
            yield from row

    def restyle_folded(self, styles: Mapping[int, int]) -> None:
        """Give cells of folded rows other styles."""
        if not styles:
            return
        numbers = b"|".join(str(one).encode() for one in styles)
        pattern = re.compile(rb'(<c r="[^/<>"]*" s=")(' + numbers + rb')(?=")')

        def changed(match: re.Match[bytes]) -> bytes:
            return match[1] + str(styles[int(match[2])]).encode()

        for row in self._folded:
            run = unfolded(row.text or "")
            if (restyled := pattern.sub(changed, run)) != run:
                row.text = packed(restyled)

    def write(self, address: str, text: str) -> None:
        """Put a text into a cell, which stays a text whatever it looks like.

        Only a number in the place of a number stays one.
        """
        cell = self.cell(address)
        was_number = cell.get("t", "n") == "n" and cell.find(f"{MAIN}v") is not None
        if was_number and _NUMBER.fullmatch(text):
            put_number(cell, text.replace(",", "."))
        else:
            put_text(cell, text)

    def clear(self, address: str) -> None:
        """Empty a cell; its style stays."""
        cell = self.find(address)
        if cell is not None:
            _strip(cell)
            cell.attrib.pop("t", "")

    def copy(self, source: str, target: str) -> None:
        """Put what a cell holds into another one: of a formula its result; styles stay."""
        cell, into = self.cell(source), self.cell(target)
        kind = cell.get("t", "n")
        held = [deepcopy(one) for one in cell if one.tag in (f"{MAIN}v", f"{MAIN}is")]
        if kind == "str":
            put_text(into, "".join(one.text or "" for one in held))
            return
        _strip(into)
        into.set("t", kind)
        into.extend(held)

    def move(self, sources: Mapping[str, str]) -> None:
        """Put into each cell what its source holds now, with its look; all at once."""
        held = {target: deepcopy(self.cell(source)) for target, source in sources.items()}
        for target, cell in held.items():
            into = self.cell(target)
            into.attrib.clear()
            into.attrib.update({**cell.attrib, "r": target})
            for child in list(into):
                into.remove(child)
            into.extend(list(cell))

    def forget_sorting(self) -> None:
        """Take away what the sheet says of its last sort."""
        for state in list(self.sheet.iter(f"{MAIN}sortState")):
            parent = state.getparent()
            if parent is not None:
                parent.remove(state)

    def last_column(self) -> int:
        """Return the last column in which something stands, 0 on an empty sheet."""
        return max((_column(cell) for cell in self.cells() if _holds(cell)), default=0)

    def unmerge(self, addresses: Iterable[str]) -> None:
        """Give each of these cells back to itself: the merges that hide or hold it go."""
        places = [*map(position, addresses)]
        for merge in self.sheet.findall(f"{MAIN}mergeCells/{MAIN}mergeCell"):
            if covers(str(merge.get("ref")), places):
                siblings.remove(merge)

    def width(self, column: int) -> float:
        """Return the width of a column in digits of its font."""
        columns = self._columns(column)
        return float(columns.get("width") or _WIDTH) if columns is not None else _WIDTH

    def set_column(self, number: int, width: float, style: int) -> None:
        """Say how one column looks, whatever was said of it among others."""
        columns = siblings.child(self.sheet, "cols")
        said = {"min": str(number), "max": str(number), "width": f"{width:g}", "customWidth": "1"}
        made = etree.Element(f"{MAIN}col", {**said, "style": str(style)})
        one = self._columns(number)
        if one is not None:
            before, after = one, deepcopy(one)
            one.addnext(after)
            before.set("max", str(number - 1))
            after.set("min", str(number + 1))
            for part in (before, after):
                if int(str(part.get("min"))) > int(str(part.get("max"))):
                    columns.remove(part)
        columns.insert(sum(int(str(one.get("min"))) < number for one in columns), made)

    def set_height(self, number: int, points: float) -> None:
        """Make a row so high, unless somebody chose its height."""
        row = self._row(number)
        if row.get("customHeight") not in _YES:
            row.set("ht", str(points))

    def is_formula(self, address: str) -> bool:
        """Whether a formula makes what stands in the cell."""
        return self.cell(address).find(f"{MAIN}f") is not None

    @cached_property
    def _rows(self) -> dict[int, Element]:
        """The rows by number; rows and cells that leave their place to their order now say it."""
        rows: dict[int, Element] = {}
        number = 0
        for row in self._data:
            number = int(row.get("r") or number + 1)
            row.set("r", str(number))
            rows[number] = row
            column = 0
            for cell in row:
                column = position(str(cell.get("r")))[1] if cell.get("r") else column + 1
                cell.set("r", f"{column_letter(column)}{number}")
        return rows

    @cached_property
    def _folded(self) -> list[Element]:
        return [row for row in self._rows.values() if row.get(FIRST)]

    def _present(self, number: int) -> Element | None:
        """Return a row that the sheet has; one that is folded is taken out of the others."""
        for row in self._folded:
            if int(str(row.get(FIRST))) <= number <= int(str(row.get("r"))):
                self._unfold(row, number)
                break
        return self._rows.get(number)

    def _unfold(self, row: Element, number: int) -> None:
        """Divide a folded row into those before a number, the row of that number, those after."""
        run = unfolded(row.text or "")
        starts = [match.start() for match in _ROW.finditer(run)]
        numbers = [int(match[1]) for match in _ROW.finditer(run)]
        at, after = bisect_left(numbers, number), bisect_right(numbers, number)
        start, stop = (starts[one] if one < len(starts) else len(run) for one in (at, after))
        pieces = (folded(run[:start]), run[start:stop], folded(run[stop:]))
        names = ((f"xmlns:{name}" if name else "xmlns", uri) for name, uri in row.nsmap.items())
        declared = "".join(f" {name}={quoteattr(uri)}" for name, uri in names)
        made = f"<sheetData{declared}>".encode() + b"".join(pieces) + b"</sheetData>"
        del self._rows[int(str(row.get("r")))]
        self._folded.remove(row)
        for one in parse(made):
            row.addprevious(one)
            self._rows[int(str(one.get("r")))] = one
            if one.get(FIRST):
                self._folded.append(one)
        self._data.remove(row)

    def _row(self, number: int) -> Element:
        if self._present(number) is None:
            made = etree.Element(f"{MAIN}row", {"r": str(number)})
            self._data.insert(sum(other < number for other in self._rows), made)
            self._rows[number] = made
        return self._rows[number]

    def _reach(self, address: str) -> None:
        """Let the sheet say that it reaches to a cell, where it says how far it reaches."""
        dimension = self.sheet.find(f"{MAIN}dimension")
        if dimension is None:
            return
        first, _, last = str(dimension.get("ref")).partition(":")
        rows, columns = zip(*map(position, (first, last or first, address)), strict=True)
        letters = column_letter(min(columns)), column_letter(max(columns))
        dimension.set("ref", f"{letters[0]}{min(rows)}:{letters[1]}{max(rows)}")

    def _style_of_place(self, row: Element, column: int) -> str | None:
        """Return the style of an empty cell: its row's own, else its column's."""
        if row.get("customFormat") in _YES:
            return row.get("s")
        columns = self._columns(column)
        return None if columns is None else columns.get("style")

    def _columns(self, column: int) -> Element | None:
        """Return what the sheet says of the columns that this one is among."""
        for columns in self.sheet.iterfind(f"{MAIN}cols/{MAIN}col"):
            if int(columns.get("min") or 0) <= column <= int(columns.get("max") or 0):
                return columns
        return None


def put_text(cell: Element, text: str) -> None:
    """Make a cell hold this text and nothing else; its style stays."""
    _strip(cell)
    cell.set("t", "inlineStr")
    inline = etree.SubElement(cell, f"{MAIN}is")
    run = etree.SubElement(inline, f"{MAIN}t", {_SPACE: "preserve"})
    run.text = text


def put_number(cell: Element, number: str) -> None:
    """Make a cell hold this number, with a decimal point; its style stays."""
    _strip(cell)
    cell.set("t", "n")
    etree.SubElement(cell, f"{MAIN}v").text = number


def _strip(cell: Element) -> None:
    """Take away what a cell holds, and what it says about that in other parts."""
    for child in list(cell):
        cell.remove(child)
    for name in ("cm", "vm"):
        cell.attrib.pop(name, "")


def _column(cell: Element) -> int:
    return position(str(cell.get("r")))[1]


def _holds(cell: Element) -> bool:
    return any(str(text).strip() for child in cell for text in child.itertext())
