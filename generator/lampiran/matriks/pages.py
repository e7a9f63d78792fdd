"""Where the pages of the matrix begin, and which rows stay with the one below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from generator.lampiran.sheet import MM

_SPARE = round(8 * MM)
"""What is left free at the foot of each page, for what people add and for heights misjudged."""
_LESS = 1 / 12
"""How much lower the rows of a page may turn out than they were measured, as a part of it."""
_WITH_SIGNATURE = 2
"""Rows that stand at least on the page of the signature."""
_MOST_LOOSE = 3
"""Rows with a running line that LibreOffice takes along with the signature where all of them would
have fitted on the page before; tried in 7.4, which leaves longer ones where they are."""
_LONGER = 50.0
"""What each row beyond them costs."""
_WHITE, _HEADING, _LONELY, _LOOSE = 10.0, 1000.0, 500.0, 200.0
"""What a page costs: all of it white; its last row a heading; a signature with less than its rows
above; a next page that nothing holds together so that LibreOffice begins it there."""


@dataclass(frozen=True, slots=True)
class MeasuredRows:
    """Heights in twips: of the rows, of the running line above each, of the first page and others.

    `costs` are those of a page that begins with that row; `heads` say which rows what is below
    them belongs to; `last` is the height of the signature.
    """

    rows: Sequence[int]
    running: Sequence[int]
    costs: Sequence[float]
    heads: Sequence[bool]
    first: int
    room: int
    last: int


@dataclass(frozen=True, slots=True)
class RowPages:
    """The rows with which a page begins but for the first; those that keep with the next one."""

    starts: frozenset[int]
    kept: frozenset[int]
    held: frozenset[int]
    """Rows that are not split over pages."""


def pages_of(measured: MeasuredRows) -> RowPages:
    """Return the pages that are least white and begin least amid what belongs together.

    Word begins a page where the running line says so. LibreOffice heeds no page break inside a
    table, but keeps rows together: as many rows at the top of each page do as are higher than
    what was left free on the page before.
    """
    starts, free = _least_costly(measured)
    rows, count = measured.rows, len(measured.rows)
    held = frozenset(nth for nth in range(count) if rows[nth] <= _room(measured, nth))
    kept = {nth for nth in range(count - 1) if measured.heads[nth] and _fits(measured, nth)}
    kept.update(range(max(count - _WITH_SIGNATURE, 0), count))
    for start in starts:
        height = measured.running[start]
        for nth in range(start, count):
            height += rows[nth]
            if height > free[start] + _loose(measured):
                break
            kept.add(nth)
    return RowPages(frozenset(starts), frozenset(kept) & held, held)


def _fits(measured: MeasuredRows, row: int) -> bool:
    """Whether a heading and all up to the first row that is none fit on one page."""
    height = measured.running[row]
    for nth in range(row, len(measured.rows)):
        height += measured.rows[nth]
        if not measured.heads[nth]:
            break
    return height <= measured.room - _SPARE


def _loose(measured: MeasuredRows) -> int:
    """Return how much more of a page may be free than is known."""
    return _SPARE + round(measured.room * _LESS)


def _room(measured: MeasuredRows, start: int) -> int:
    """Return how high rows may be on a page that begins with this one."""
    return (measured.room - measured.running[start] if start else measured.first) - _SPARE


def _least_costly(measured: MeasuredRows) -> tuple[list[int], dict[int, int]]:
    """Return where pages begin, and for each what the page before it leaves free."""
    count = len(measured.rows)
    below = [0, *accumulate(measured.rows)]
    least = [inf] * count + [0.0]
    following = [count] * (count + 1)
    for start in reversed(range(count)):
        room = _room(measured, start)
        for stop in range(start + 1, count + 1):
            height = below[stop] - below[start]
            if height > room and stop > start + 1:
                break
            cost = least[stop] + _cost(measured, start, stop, room - height)
            if stop < count:
                running = measured.running[stop]
                onward = below[following[stop]] - below[stop] + running
                if onward <= room - height + _loose(measured):
                    cost += _LOOSE
                    if following[stop] == count:
                        cost += _LONGER * max(count - stop - _MOST_LOOSE, 0)
            if cost < least[start]:
                least[start], following[start] = cost, stop
    starts, free = [], {}
    at = 0
    while count and following[at] < count:
        start, at = at, following[at]
        starts.append(at)
        free[at] = max(_room(measured, start) - below[at] + below[start], 0)
    return starts, free


def _cost(measured: MeasuredRows, start: int, stop: int, free: int) -> float:
    """Return what a page with these rows costs that leaves so much of itself free."""
    if stop == len(measured.rows):
        alone = stop - start < min(_WITH_SIGNATURE, stop)
        return _LONELY * (alone + 2 * (free < measured.last))
    white = _WHITE * (max(free, 0) / measured.room) ** 2
    return white + measured.costs[stop] + _HEADING * (measured.heads[stop - 1])
