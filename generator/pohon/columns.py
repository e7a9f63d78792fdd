"""How many columns the panels of a row get, chosen by a quick estimate of heights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from generator.pohon.band import UNIT, box_width, in_units, minimal_widths
from generator.pohon.boxes import Box
from generator.pohon.branch import Branch, Group, Item, Run, Spec
from generator.pohon.measure import room, text_width
from generator.pohon.sheet import MM
from generator.pohon.styles import Skala

LANE = 4 * UNIT
"""The strip left of an area's columns in which its trunk runs."""
GAP = 3 * UNIT
"""Between two columns."""
APART = 5 * UNIT
"""Between two boxes of the row."""
WIDEST = in_units(115 * MM)
"""A column is never wider, however few there are."""
_NARROWEST = 6.5 * MM
"""Per point of letter size: a column is never narrower."""
_TALL = round(62 * MM)
"""A box that would be taller takes a second column."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of each area, in the order of the panels, and the width of one."""

    columns: tuple[int, ...]
    width: int

    def area(self, nth: int) -> int:
        """Return the width of one area, its lane included."""
        return LANE + self.span(self.columns[nth])

    def span(self, columns: int) -> int:
        """Return the width of a box over some columns."""
        return columns * self.width + (columns - 1) * GAP


def most_columns(width: int, skala: Skala) -> int:
    """Return how many columns a sheet `width` twips wide holds."""
    narrowest = _NARROWEST * skala.isi.size
    return max(int((width - LANE + GAP) // (narrowest + GAP)), 1)


def choose_columns(spec: Spec, width: int, skala: Skala) -> Grid:
    """Return the columns that make the row of a chart and all below it least high."""
    hanging = [items for branch in spec.row for items in branch.hanging]
    useful = [max(_most_in_a_run(items), 1) for items in hanging]
    best: tuple[float, Grid] | None = None
    for total in range(len(hanging), max(most_columns(width, skala), len(hanging)) + 1):
        free = width - APART * (len(spec.row) - 1) - len(hanging) * LANE
        column = min(in_units((free - (total - len(hanging)) * GAP) / total), WIDEST)
        grid = Grid(_allot(hanging, useful, total), column)
        height = _row_height(spec.row, grid, skala)
        height += max(
            _height(items, columns, grid, skala)
            for items, columns in zip(hanging, grid.columns, strict=True)
        )
        if best is None or height < best[0]:
            best = height, grid
        if sum(grid.columns) < total:
            break
    assert best is not None
    return best[1]


def slots_for(box: Box, columns: int, grid: Grid, skala: Skala) -> int:
    """Return how many columns a hanging box takes: more for long words, long texts, panels."""
    slots = min(max(len(box.panels), 1), columns)
    needed = box_width(box, skala)
    while slots < columns and (
        grid.span(slots) < needed or estimate(box, grid.span(slots), skala) > _TALL
    ):
        slots += 1
    return slots


def estimate(box: Box, width: int, skala: Skala) -> float:
    """Return about how high a box gets, in twips."""
    limit = room(width, skala.judul)
    lines = sum(ceil(text_width(text, True) / limit + 0.1) for text in box.title_text)
    height = lines * skala.judul.line + 2 * skala.judul.before
    panels = [
        _panel_height(panel.volume, panel.beside, len(panel.rows), limit / len(box.panels), skala)
        for panel in box.panels
    ]
    return (height + max(panels, default=0.0)) * 20


def _panel_height(
    volume: tuple[int, int], beside: bool, rows: int, limit: float, skala: Skala
) -> float:
    sasaran, indikator = volume
    line, space = skala.isi.line, 2 * skala.isi.before
    table = max(limit * 0.8, 1)
    if not beside:
        return (ceil(sasaran / limit) + ceil(indikator / table) + rows * 0.5) * line + rows * space
    head = line + space if rows else 0
    return head + (ceil((sasaran + indikator) / table) + 0.5 + rows * 0.5) * line + rows * space


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
    leaves = [_leaves(items) for items in hanging]
    for _ in range(total - len(hanging)):
        wanting = [nth for nth, count in enumerate(columns) if count < useful[nth]]
        if not wanting:
            break
        columns[max(wanting, key=lambda nth: leaves[nth] / columns[nth])] += 1
    return tuple(columns)


def _leaves(items: Sequence[Item]) -> int:
    return sum(
        len(item.boxes) if isinstance(item, Run) else _leaves(item.items) for item in items
    )


def _row_height(row: Sequence[Branch], grid: Grid, skala: Skala) -> float:
    heights = []
    nth = 0
    for branch in row:
        width = sum(grid.area(nth + part) for part in range(len(branch.hanging)))
        nth += len(branch.hanging)
        penalty = 1.0 if width >= box_width(branch.box, skala) else 4.0
        heights.append(estimate(branch.box, width, skala) * penalty)
    return max(heights)


def _height(items: Sequence[Item], columns: int, grid: Grid, skala: Skala) -> float:
    """Return about how high all that hangs below one panel gets, in twips."""
    height = 0.0
    for item in items:
        if isinstance(item, Group):
            height += estimate(item.bar, grid.span(columns), skala) + 200
            height += _height(item.items, columns, grid, skala)
            continue
        for band in bands(item.boxes, columns, grid, skala):
            height += 200 + max(estimate(box, grid.span(slots), skala) for box, _, slots in band)
    return height


def bands(
    boxes: Sequence[Box], columns: int, grid: Grid, skala: Skala
) -> Iterator[list[tuple[Box, int, int]]]:
    """Yield rows of boxes as (box, first column, columns), in order, filling each row."""
    row: list[tuple[Box, int, int]] = []
    used = 0
    for box in boxes:
        slots = slots_for(box, columns, grid, skala)
        if row and used + slots > columns:
            yield row
            row, used = [], 0
        row.append((box, used, slots))
        used += slots
    if row:
        yield row


def narrow_enough(box: Box, width: int, skala: Skala) -> bool:
    """Whether the panels of a box hold their longest words side by side in this width."""
    return sum(sum(minimal_widths((panel,), skala)) for panel in box.panels) <= width
