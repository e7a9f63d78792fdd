"""A chart on no more upright lines than a table of Word may have columns.

Two that lie close together become one where no box, line or text is the worse for it: every
text keeps within its cell, so that the sheet stays as high as it was measured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from generator.lampiran.content.boxes import plain
from generator.lampiran.layout.band import UNIT, text_height
from generator.lampiran.sheet import Cell, Chart, Connector
from generator.word.measure import longest, width_for
from generator.word.story import MOST_COLUMNS

_APART = 2 * UNIT
"""No box comes nearer than this to a box or a line beside it."""


def within_columns(chart: Chart) -> Chart:
    """Return a chart with as few of its upright lines joined as its table must do without."""
    while len(chart.xs) - 1 > MOST_COLUMNS:
        joined = _joined(chart)
        if joined is None:
            break
        chart = joined
    return chart


def _joined(chart: Chart) -> Chart | None:
    """Return the chart with the nearest two of its lines as one that can be without harm."""
    for old, new in _moves(chart):
        if _may(chart, old, new):
            moved = _moved(chart, old, new)
            if _is_sound(chart, moved, new):
                return moved
    return None


def _moves(chart: Chart) -> Iterator[tuple[int, int]]:
    """Yield (from, to) for neighbours, the nearest first, and first what changes fewer cells."""
    uses = Counter(x for cell in chart.cells for x in (cell.x, cell.x + cell.width))
    for left, right in sorted(pairwise(chart.xs), key=lambda pair: pair[1] - pair[0]):
        moves = ((left, right), (right, left))
        yield from moves if uses[left] <= uses[right] else moves[::-1]


def _may(chart: Chart, old: int, new: int) -> bool:
    """Whether no line would come to run along a box or another line, nor two boxes touch."""
    if old in (0, chart.width):
        return False
    cells = [
        [cell for cell in chart.cells if x in (cell.x, cell.x + cell.width)] for x in (old, new)
    ]
    lines = [[line for line in chart.lines if line.x == line.x2 == x] for x in (old, new)]
    return not (
        any(_overlap(one, other) for one in cells[0] for other in cells[1])
        or any(one.y < other.y2 and other.y < one.y2 for one in lines[0] for other in lines[1])
        or any(_touch(line, cell) for line in lines[0] for cell in cells[1])
        or any(_touch(line, cell) for line in lines[1] for cell in cells[0])
    )


def _overlap(one: Cell, other: Cell) -> bool:
    return one.y < other.y + other.height and other.y < one.y + one.height


def _touch(line: Connector, cell: Cell) -> bool:
    return line.y <= cell.y + cell.height and cell.y <= line.y2


def _moved(chart: Chart, old: int, new: int) -> Chart:
    def at(x: int) -> int:
        return new if x == old else x

    def cell(one: Cell) -> Cell:
        left, right = at(one.x), at(one.x + one.width)
        if (left, right - left) == (one.x, one.width):
            return one
        return replace(one, x=left, width=right - left)

    lines = (replace(line, x=at(line.x), x2=at(line.x2)) for line in chart.lines)
    return replace(
        chart,
        cells=tuple(map(cell, chart.cells)),
        lines=tuple(line for line in lines if (line.x, line.y) != (line.x2, line.y2)),
    )


def _is_sound(chart: Chart, moved: Chart, x: int) -> bool:
    """Whether all that moved to `x` fits there and stands apart from what is beside it."""
    pairs = zip(chart.cells, moved.cells, strict=True)
    changed = [(cell, after) for cell, after in pairs if after is not cell]
    lines = [line for line in moved.lines if line.x == line.x2 == x]
    return (
        all(_fits(cell, after) for cell, after in changed)
        and all(_is_apart(after, other) for _, after in changed for other in moved.cells)
        and all(_is_clear(line, after) for _, after in changed for line in moved.lines)
        and all(_is_clear(line, cell) for line in lines for cell in moved.cells)
    )


def _fits(cell: Cell, after: Cell) -> bool:
    """Whether a cell's texts need no more height than it has, and no word is cut."""
    texts = [plain(alinea) for alinea in cell.teks]
    word = max(longest(text, cell.gaya.bold) for text in texts)
    if after.width < min(cell.width, width_for(word, cell.gaya)):
        return False
    had = max(cell.height, text_height(texts, cell.gaya, cell.width))
    return text_height(texts, cell.gaya, after.width) <= had


def _is_apart(cell: Cell, other: Cell) -> bool:
    """Whether two cells touch, are no neighbours, or have room between them."""
    gap = max(cell.x - other.x - other.width, other.x - cell.x - cell.width)
    return not 0 < gap < _APART or not _overlap(cell, other)


def _is_clear(line: Connector, cell: Cell) -> bool:
    """Whether an upright line does not run closely along a cell."""
    gap = max(cell.x - line.x, line.x - cell.x - cell.width)
    return not 0 < gap < _APART or line.y2 <= cell.y or cell.y + cell.height <= line.y
