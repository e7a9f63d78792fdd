"""How the boxes of a run share the width they have, told by a quick estimate of heights.

[ one ][ two ][ three ]    in equal columns as a rule
[ four       ]             a box with much text takes what is free beside it
[ a ][ much more text ]    columns as the texts need them, where that is clearly lower
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from generator.lampiran.content.boxes import Box, Panel
from generator.lampiran.layout.band import UNIT, box_width, in_units
from generator.lampiran.sheet import MM
from generator.lampiran.styles import Scale
from generator.word.measure import room, text_width

GAP = 3 * UNIT
"""Between two columns."""
WIDEST = in_units(140 * MM)
"""A column is never wider, however few there are."""
COMFORTABLE = 7.5 * MM
"""Per point of letter size: a column is not narrower without need."""
CLEARLY = 0.88
"""Columns are unequal where a chart has then no more than this share of its height."""
_CUT_WORDS = 10
_TALL = round(45 * MM)
"""A text that would be higher takes a second column."""
_FEW_LINES = 3.2
"""A box whose texts have no more lines takes nothing of what is free beside it."""
_FEW_ALONE = 2.0
"""The same of a box with nothing beside it: in narrow columns its text takes twice the lines."""
_FEW_ROWS = 3
"""In more rows texts even out: their columns stay equal."""
_TEXTS = 0.8
_SASARAN = 0.45
_INDIKATOR = 0.55
"""The share of a panel's width that both texts, and at most each of them, have."""
_RAGGED = 3200
"""What a line leaves free at its end, about, in 1/1000 em: half a word."""
_LEAST = 0.3
"""The share of a line that is used at least, however narrow."""

Spread = Sequence[tuple[Box, int, int]]
"""The boxes of one row, each with its first column and with how many it takes."""


@dataclass(frozen=True, slots=True)
class AreaColumns:
    """The columns below one panel: how many, and the width of one."""

    count: int
    width: int

    def span(self, columns: int) -> int:
        """Return the width of a box over some columns."""
        return columns * self.width + (columns - 1) * GAP


@dataclass(frozen=True, slots=True)
class SharedWidth:
    """Rows of boxes over columns, each with its left and right edge."""

    rows: tuple[Spread, ...]
    columns: tuple[tuple[int, int], ...]

    def edges(self, first: int, span: int) -> tuple[int, int]:
        """Return the left and right of a box over so many columns from the first on."""
        return self.columns[first][0], self.columns[first + span - 1][1]

    def height(self, skala: Scale) -> float:
        """Return about how high the rows get."""
        return sum(max(one for *_, one in self.heights(row, skala)) for row in self.rows)

    def heights(self, row: Spread, skala: Scale) -> Iterator[tuple[int, int, float]]:
        """Yield first column, columns and about the height of each box of a row."""
        for box, first, span in row:
            left, right = self.edges(first, span)
            yield first, span, weighed(box, right - left, skala)


def shared_widths(
    boxes: Sequence[tuple[Box, int]], count: int, inner: int, skala: Scale
) -> list[SharedWidth]:
    """Return ways in which boxes, each over so many columns, share a width; the lowest first.

    Equal columns come last, and first unless something else is clearly lower.
    """
    equal = _equal(boxes, count, inner, skala)
    ways = [equal]
    used = sum(slots for _, slots in boxes)
    if used < count:
        ways.append(_equal(boxes, used, inner, skala))
    if len(equal.rows) <= _FEW_ROWS:
        ways += [_by_need(way, inner, skala) for way in ways if len(way.columns) > 1]
    if len(ways) == 1:
        return ways
    most = equal.height(skala) * CLEARLY
    heights = ((way.height(skala), nth) for nth, way in enumerate(ways[1:], 1))
    return [*(ways[nth] for height, nth in sorted(heights) if height <= most), equal]


def column_width(count: int, inner: int) -> int:
    """Return the width of one of so many equal columns."""
    return min(in_units((inner - (count - 1) * GAP) / count), WIDEST)


def _equal(boxes: Sequence[tuple[Box, int]], count: int, inner: int, skala: Scale) -> SharedWidth:
    grid = AreaColumns(count, column_width(count, inner))
    lefts = [in_units(nth * (inner - grid.width) / max(count - 1, 1)) for nth in range(count)]
    rows = tuple(_widened(row, grid, skala) for row in bands(boxes, count))
    return SharedWidth(rows, tuple((left, left + grid.width) for left in lefts))


def _widened(row: Spread, grid: AreaColumns, skala: Scale) -> Spread:
    """Return a row whose boxes with most text take the columns that are free beside them."""
    spans = [span for *_, span in row]
    few = _FEW_LINES if len(row) > 1 else _FEW_ALONE
    for _ in range(grid.count - sum(spans)):
        lines = [
            longest_text(box, grid.span(span), skala)
            for (box, *_), span in zip(row, spans, strict=True)
        ]
        if max(lines) <= few * skala.isi.line * 20:
            break
        spans[lines.index(max(lines))] += 1
    firsts = [sum(spans[:nth]) for nth in range(len(spans))]
    return [(box, *at) for (box, *_), at in zip(row, zip(firsts, spans, strict=True), strict=True)]


def _by_need(way: SharedWidth, inner: int, skala: Scale) -> SharedWidth:
    """Return the same rows over columns as wide as the texts in them need."""
    count = len(way.columns)
    width = way.columns[0][1] - way.columns[0][0]
    needs = [1.0] * count
    least = [min(in_units(COMFORTABLE * skala.isi.size), width)] * count
    for row in way.rows:
        for (box, *_), (first, span, height) in zip(row, way.heights(row, skala), strict=True):
            word = in_units((box_width(box, skala) - (span - 1) * GAP) / span + UNIT - 1)
            for nth in range(first, first + span):
                needs[nth] = max(needs[nth], height)
                least[nth] = max(least[nth], min(word, width))
    widths = divided(inner - (count - 1) * GAP, needs, least, [WIDEST] * count)
    lefts = [sum(widths[:nth]) + nth * GAP for nth in range(count)]
    return replace(way, columns=tuple((x, x + one) for x, one in zip(lefts, widths, strict=True)))


def divided(
    total: int, needs: Sequence[float], least: Sequence[int], most: Sequence[int]
) -> list[int]:
    """Return parts of a width as large as these needs, none below its least or above its most."""
    parts = [0] * len(needs)
    waiting = set(range(len(needs)))
    while waiting:
        share = (total - sum(parts)) / sum(needs[nth] for nth in waiting)
        short = {nth for nth in waiting if needs[nth] * share < least[nth]}
        for nth in short or waiting:
            parts[nth] = least[nth] if short else min(in_units(needs[nth] * share), most[nth])
        waiting -= short or waiting
    return parts


def slots_for(box: Box, columns: int, grid: AreaColumns, skala: Scale) -> int:
    """Return how many columns a hanging box takes: more for long words, long texts, panels."""
    slots = min(max(len(box.panels), 1), columns)
    needed = box_width(box, skala)
    while slots < columns and (
        grid.span(slots) < needed or longest_text(box, grid.span(slots), skala) > _TALL
    ):
        slots += 1
    return slots


def estimate(box: Box, width: int, skala: Scale) -> float:
    """Return about how high a box gets, in twips."""
    limit = room(width, skala.judul)
    lines = sum(ceil(text_width(text, True) / limit + 0.1) for text in box.title_text)
    height = lines * skala.judul.line + 2 * skala.judul.before
    panels = [_panel_height(panel, limit / len(box.panels), skala) for panel in box.panels]
    return (height + max(panels, default=0.0)) * 20


def longest_text(box: Box, width: int, skala: Scale) -> float:
    """Return about how high the longest text of a box's tables gets, in twips."""
    lines = 0.0
    for panel in box.panels:
        if panel.rows:
            sasaran, _, indikator = panel.volume
            lines = max(lines, sasaran / _SASARAN, indikator / _INDIKATOR)
    return lines * len(box.panels) / room(width, skala.isi) * skala.isi.line * 20


def _panel_height(panel: Panel, limit: float, skala: Scale) -> float:
    sasaran, indikator, _ = panel.volume
    line, space, rows = skala.isi.line, 2 * skala.isi.before, len(panel.rows)
    head = line + space if panel.heads else 0
    if not panel.beside:
        lines = _lines(sasaran, limit) + max(_lines(indikator, limit * _TEXTS), rows)
        return head + lines * line + rows * space
    texts = max(
        (sasaran + indikator) / max(limit * _TEXTS - 2 * _RAGGED, limit * _LEAST),
        _lines(sasaran, limit * _SASARAN),
        _lines(indikator, limit * _INDIKATOR),
        rows,
    )
    return head + (texts + rows * 0.25 + 0.25) * line + rows * space


def _lines(text: int, limit: float) -> float:
    return text / max(limit - _RAGGED, limit * _LEAST)


def weighed(box: Box, width: int, skala: Scale) -> float:
    """Return about how high a box gets, and far more when its words do not fit."""
    height = estimate(box, width, skala)
    return height if width >= box_width(box, skala) else height * _CUT_WORDS


def bands(boxes: Iterable[tuple[Box, int]], columns: int) -> Iterator[list[tuple[Box, int, int]]]:
    """Yield rows of boxes as (box, first column, columns), in order, filling each row.

    Each is given with how many columns it takes.
    """
    row: list[tuple[Box, int, int]] = []
    used = 0
    for box, slots in boxes:
        if row and used + slots > columns:
            yield row
            row, used = [], 0
        row.append((box, used, slots))
        used += slots
    if row:
        yield row
