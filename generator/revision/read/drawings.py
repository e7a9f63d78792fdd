"""A drawn table (a sheet of the pohon): which paragraph stands in which box.

What touches is one box: cells with text that share an edge. Between boxes are empty cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from generator.opc.xml import integer
from generator.revision.read.alignment import identity_of
from generator.revision.read.blocks import Block, paragraphs
from generator.word.wordml import w

_TBL, _TC, _CELL, _VAL = map(w, ("tbl", "tc", "tcPr", "val"))
_SPAN, _MERGE = map(w, ("gridSpan", "vMerge"))
_ROW, _HEIGHT, _RULE = w("trPr"), w("trHeight"), w("hRule")

Key = Hashable
NodeOf = Callable[[str], Hashable | None]
"""What of the tree a value tells about, by the name of its bookmark; None when of nothing there."""


class _Area(NamedTuple):
    """A cell as its place on the grid: rows and columns from and to, the last ones left out."""

    cell: Block
    top: int
    bottom: int
    left: int
    right: int

    def touches(self, other: _Area) -> bool:
        down = self.bottom == other.top or other.bottom == self.top
        across = self.right == other.left or other.right == self.left
        return (down and self.left < other.right and other.left < self.right) or (
            across and self.top < other.bottom and other.top < self.bottom
        )


def is_drawing(rows: Sequence[Block]) -> bool:
    """Whether the rows of a table as this program made it draw lines: rows of exact height do."""
    return any(
        height.get(_RULE) == "exact"
        for row in rows
        for properties in row.element.iterchildren(_ROW)
        for height in properties.iterchildren(_HEIGHT)
    )


def places(block: Block, node_of: NodeOf) -> Mapping[Block, Key]:
    """Return for each paragraph of a block what it is known by: its box, its role in it.

    In a table that draws no boxes, and outside of tables, it is what is printed in it.
    """
    if block.tag != _TBL or not is_drawing(block.inner):
        place = "lembar" if block.is_paragraph and not _is_in_cell(block) else ""
        return {one: (place, "", _role(one), 0) for one in paragraphs((block,))}
    found: dict[Block, Key] = {}
    for box in _boxes(block):
        inside = [one for area in box for one in paragraphs(area.cell.inner)]
        nodes = (node_of(name) for one in inside for name in one.names)
        called = next(filter(None, nodes), None) or tuple(map(_role, inside))
        counts: Counter[Hashable] = Counter()
        for one in inside:
            role = _role(one)
            found[one] = ("kotak", called, role, counts[role])
            counts[role] += 1
    return found


def _is_in_cell(paragraph: Block) -> bool:
    return next(paragraph.element.iterancestors(_TC), None) is not None


def _role(paragraph: Block) -> Hashable:
    return tuple(map(identity_of, paragraph.names)) or paragraph.text


def _boxes(table: Block) -> Iterator[list[_Area]]:
    """Yield the cells of each box, in reading order."""
    waiting = [area for area in _areas(table) if area.cell.text.strip("\x1f")]
    while waiting:
        box, edge = [], [waiting.pop(0)]
        while edge:
            area = edge.pop()
            box.append(area)
            beside = [one for one in waiting if area.touches(one)]
            edge += beside
            waiting = [one for one in waiting if one not in beside]
        yield sorted(box, key=lambda area: (area.top, area.left))


def _areas(table: Block) -> list[_Area]:
    """Return the cells of a table as this program made it; one merged downwards reaches down."""
    areas: list[_Area] = []
    above: dict[int, int] = {}
    for nth, row in enumerate(table.inner):
        column = 0
        merged: dict[int, int] = {}
        for cell in row.inner:
            properties = next(cell.element.iterchildren(_CELL), None)
            span = _value(properties, _SPAN, "1")
            right = column + integer(span, 1)
            merge = _value(properties, _MERGE, "continue")
            if merge == "continue" and column in above:
                at = above[column]
                areas[at] = areas[at]._replace(bottom=nth + 1)
                merged[column] = at
            else:
                areas.append(_Area(cell, nth, nth + 1, column, right))
                if merge:
                    merged[column] = len(areas) - 1
            column = right
        above = merged
    return areas


def _value(properties: etree._Element | None, tag: str, usual: str) -> str:
    """Return the value of a property; nothing when it is not there, `usual` when it says none."""
    one = None if properties is None else next(properties.iterchildren(tag), None)
    return "" if one is None else one.get(_VAL, usual)
