"""How many columns hang below each panel of a row, and how wide: by a quick estimate of heights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.lampiran.content.branch import Branch, Group, Item, Run, Spec
from generator.lampiran.layout.band import UNIT, box_width, in_units
from generator.lampiran.layout.runs import (
    CLEARLY,
    COMFORTABLE,
    GAP,
    WIDEST,
    AreaColumns,
    bands,
    divided,
    estimate,
    slots_for,
    weighed,
)
from generator.lampiran.sheet import MM
from generator.lampiran.styles import Scale

LANE = 6 * UNIT
"""The strip left of an area's columns in which its trunk runs."""
TRUNK = 4 * UNIT
"""Where in its lane a trunk runs: clearly below its own panel, near its own boxes."""
APART = 5 * UNIT
"""Between two boxes of the row."""
_NARROWEST = 6.3 * MM
"""Per point of letter size: a column is never narrower."""
_BETWEEN = 200
"""Twips between two bands, about."""


def area_width(columns: AreaColumns) -> int:
    """Return the width of the area that hangs below a panel, its lane included."""
    return LANE + columns.span(columns.count)


def most_columns(width: int, skala: Scale, least: float = _NARROWEST) -> int:
    """Return how many columns a sheet `width` twips wide holds."""
    narrowest = least * skala.isi.size
    return max(int((width - LANE + GAP) // (narrowest + GAP)), 1)


def choose_columns(spec: Spec, width: int, skala: Scale, capacity: int) -> tuple[AreaColumns, ...]:
    """Return the widest columns with which a chart seems to fit a page, else the best ones.

    Those of few pages are best, then low ones. `capacity` is the height for row and areas.
    """
    hanging = [items for branch in spec.row for items in branch.hanging]
    useful = [max(_most_in_a_run(items), 1) for items in hanging]
    most = max(most_columns(width, skala), len(hanging))
    fewest = most_columns(width, skala, COMFORTABLE)
    if sum(useful) <= min(fewest + 1, most):
        fewest = sum(useful)
    fewest = max(fewest, len(hanging))
    free = width - APART * (len(spec.row) - 1) - len(hanging) * LANE
    best: tuple[int, float, int] | None = None
    grids: list[tuple[AreaColumns, ...]] = []
    for total in range(fewest, most + 1):
        counts = _allot(hanging, useful, total)
        for grid, weight in _grids(hanging, counts, free, skala):
            pages, height = _size(spec.row, hanging, grid, skala, capacity)
            grids.append(grid)
            cost = pages, height * weight, len(grids) - 1
            best = cost if best is None else min(best, cost)
        assert best is not None
        if best[0] == 1 or sum(counts) < total:
            break
    assert best is not None
    return grids[best[2]]


def _grids(
    hanging: Sequence[Sequence[Item]], counts: Sequence[int], free: int, skala: Scale
) -> Iterator[tuple[tuple[AreaColumns, ...], float]]:
    """Yield equal columns, then such as the areas need, with how much worse their height is."""
    count = sum(counts)
    inner = free - (count - len(counts)) * GAP
    column = min(in_units(inner / count), WIDEST)
    grid = tuple(AreaColumns(one, column) for one in counts)
    yield grid, 1
    if len(counts) == 1:
        return
    heights = [sum(_heights(items, one, skala)) for items, one in zip(hanging, grid, strict=True)]
    if max(heights) <= min(heights) / CLEARLY:
        return
    comfortable = min(in_units(COMFORTABLE * skala.isi.size), column)
    widths = divided(
        inner,
        [max(height, 1) * one for height, one in zip(heights, counts, strict=True)],
        [
            max(comfortable, min(_widest_word(items, skala), column)) * one
            for items, one in zip(hanging, counts, strict=True)
        ],
        [WIDEST * one for one in counts],
    )
    yield (
        tuple(
            AreaColumns(one, in_units(width / one))
            for one, width in zip(counts, widths, strict=True)
        ),
        1 / CLEARLY,
    )


def _widest_word(items: Sequence[Item], skala: Scale) -> int:
    """Return the narrowest column that cuts no word of what hangs below a panel."""
    return max(
        (
            max(-(-box_width(box, skala) // max(len(box.panels), 1)) for box in item.boxes)
            if isinstance(item, Run)
            else _widest_word(item.items, skala)
            for item in items
        ),
        default=0,
    )


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


def _size(
    row: Sequence[Branch],
    hanging: Sequence[Sequence[Item]],
    grid: Sequence[AreaColumns],
    skala: Scale,
    capacity: int,
) -> tuple[int, float]:
    """Return on about how many pages a chart stands, and how high it is in one."""
    above = _row_height(row, grid, skala)
    pages, height = 1, 0.0
    for items, columns in zip(hanging, grid, strict=True):
        heights = list(_heights(items, columns, skala))
        height = max(height, sum(heights))
        pages = max(pages, _pages(heights, capacity - above, capacity - min(above, capacity / 5)))
    return pages, above + height


def _pages(heights: Sequence[float], first: float, others: float) -> int:
    """Return how many pages bands take where the first and the others have so much room."""
    pages, left = 1, first
    for height in heights:
        if height > left:
            pages += 1
            left = max(others, height)
        left -= height
    return pages


def _row_height(row: Sequence[Branch], grid: Sequence[AreaColumns], skala: Scale) -> float:
    heights = []
    nth = 0
    for branch in row:
        areas = grid[nth : nth + len(branch.hanging)]
        nth += len(branch.hanging)
        heights.append(weighed(branch.box, sum(map(area_width, areas)), skala))
    return max(heights)


def _heights(items: Sequence[Item], columns: AreaColumns, skala: Scale) -> Iterator[float]:
    """Yield about how high each band gets that hangs below one panel."""
    for item in items:
        if isinstance(item, Group):
            yield estimate(item.bar, columns.span(columns.count), skala) + _BETWEEN
            yield from _heights(item.items, columns, skala)
            continue
        wide = ((box, slots_for(box, columns.count, columns, skala)) for box in item.boxes)
        for band in bands(wide, columns.count):
            yield _BETWEEN + max(weighed(box, columns.span(slots), skala) for box, _, slots in band)
