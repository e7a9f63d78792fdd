"""How many columns the panels of a row get, chosen by a quick estimate of heights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from generator.lampiran.content.boxes import Box, Panel
from generator.lampiran.content.branch import Branch, Group, Item, Run, Spec
from generator.lampiran.layout.band import UNIT, box_width, in_units
from generator.lampiran.sheet import MM
from generator.lampiran.styles import Scale
from generator.word.measure import room, text_width

LANE = 6 * UNIT
"""The strip left of an area's columns in which its trunk runs."""
TRUNK = 4 * UNIT
"""Where in its lane a trunk runs: clearly below its own panel, near its own boxes."""
GAP = 3 * UNIT
"""Between two columns."""
APART = 5 * UNIT
"""Between two boxes of the row."""
WIDEST = in_units(140 * MM)
"""A column is never wider, however few there are."""
_NARROWEST = 6.3 * MM
_COMFORTABLE = 7.5 * MM
"""Per point of letter size: a column is never narrower, and not without need."""
_CUT_WORDS = 10
_TALL = round(45 * MM)
"""A text that would be higher takes a second column."""


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """The columns of each area, in the order of the panels, and the width of one."""

    columns: tuple[int, ...]
    width: int

    def area(self, nth: int) -> int:
        """Return the width of one area, its lane included."""
        return LANE + self.span(self.columns[nth])

    def span(self, columns: int) -> int:
        """Return the width of a box over some columns."""
        return columns * self.width + (columns - 1) * GAP


def most_columns(width: int, skala: Scale, least: float = _NARROWEST) -> int:
    """Return how many columns a sheet `width` twips wide holds."""
    narrowest = least * skala.isi.size
    return max(int((width - LANE + GAP) // (narrowest + GAP)), 1)


def choose_columns(spec: Spec, width: int, skala: Scale, capacity: int) -> ColumnPlan:
    """Return the widest columns with which a chart seems to fit a page, else the best ones."""
    hanging = [items for branch in spec.row for items in branch.hanging]
    useful = [max(_most_in_a_run(items), 1) for items in hanging]
    most = max(most_columns(width, skala), len(hanging))
    fewest = most_columns(width, skala, _COMFORTABLE)
    if sum(useful) <= min(fewest + 1, most):
        fewest = sum(useful)
    fewest = max(fewest, len(hanging))
    best: tuple[float, ColumnPlan] | None = None
    for total in range(fewest, most + 1):
        columns = _allot(hanging, useful, total)
        free = width - APART * (len(spec.row) - 1) - len(hanging) * LANE
        count = sum(columns)
        column = min(in_units((free - (count - len(hanging)) * GAP) / count), WIDEST)
        grid = ColumnPlan(columns, column)
        height = _row_height(spec.row, grid, skala)
        height += max(
            _height(items, columns, grid, skala)
            for items, columns in zip(hanging, grid.columns, strict=True)
        )
        if best is None or height < best[0]:
            best = height, grid
        if height <= capacity or count < total:
            break
    assert best is not None
    return best[1]


def slots_for(box: Box, columns: int, grid: ColumnPlan, skala: Scale) -> int:
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


_TEXTS = 0.8
_SASARAN = 0.45
_INDIKATOR = 0.55
"""The share of a panel's width that both texts, and at most each of them, have."""


def _panel_height(panel: Panel, limit: float, skala: Scale) -> float:
    sasaran, indikator, _ = panel.volume
    line, space, rows = skala.isi.line, 2 * skala.isi.before, len(panel.rows)
    head = line + space if panel.heads else 0
    if not panel.beside:
        lines = ceil(sasaran / limit) + ceil(indikator / (limit * _TEXTS)) + rows * 0.5
        return head + lines * line + rows * space
    texts = max(
        (sasaran + indikator) / (limit * _TEXTS),
        sasaran / (limit * _SASARAN),
        indikator / (limit * _INDIKATOR),
    )
    return head + (ceil(texts) + 0.5 + rows * 0.5) * line + rows * space


def _most_in_a_run(items: Sequence[Item]) -> int:
    return max(
        (
            sum(max(len(box.panels), 1) for box in item.boxes)
            if isinstance(item, Run)
            else _most_in_a_run(item.items)
            for item in items
        ),
        default=0,
    )


def _allot(hanging: Sequence[Sequence[Item]], useful: Sequence[int], total: int) -> tuple[int, ...]:
    """Give out columns one by one, each to the area that has most boxes a column."""
    columns = [1] * len(hanging)
    leaves = [boxes_in(items) for items in hanging]
    for _ in range(total - len(hanging)):
        wanting = [nth for nth, count in enumerate(columns) if count < useful[nth]]
        if not wanting:
            break
        columns[max(wanting, key=lambda nth: leaves[nth] / columns[nth])] += 1
    return tuple(columns)


def boxes_in(items: Sequence[Item]) -> int:
    """Return how many boxes with nothing below them there are."""
    return sum(len(item.boxes) if isinstance(item, Run) else boxes_in(item.items) for item in items)


def _row_height(row: Sequence[Branch], grid: ColumnPlan, skala: Scale) -> float:
    heights = []
    nth = 0
    for branch in row:
        width = sum(grid.area(nth + part) for part in range(len(branch.hanging)))
        nth += len(branch.hanging)
        heights.append(_weighed(branch.box, width, skala))
    return max(heights)


def _height(items: Sequence[Item], columns: int, grid: ColumnPlan, skala: Scale) -> float:
    """Return about how high all that hangs below one panel gets, in twips."""
    height = 0.0
    for item in items:
        if isinstance(item, Group):
            height += estimate(item.bar, grid.span(columns), skala) + 200
            height += _height(item.items, columns, grid, skala)
            continue
        wide = ((box, slots_for(box, columns, grid, skala)) for box in item.boxes)
        for band in bands(wide, columns):
            height += 200 + max(_weighed(box, grid.span(slots), skala) for box, _, slots in band)
    return height


def _weighed(box: Box, width: int, skala: Scale) -> float:
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
