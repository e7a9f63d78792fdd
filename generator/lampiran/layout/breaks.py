"""Where a chart that is higher than a page goes on to the next one.

A box never ends a page with all that hangs below it on the next: it moves there, with what it
hangs below above it once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.lampiran.layout.chart import Planner
from generator.lampiran.layout.plan import Plan, Strand, Tier

_A_PAGE = 1000
_ORPHAN = 1_000_000
"""What a further page costs, and a heading that ends one: white of whole pages costs 1 each."""


def portions(
    plan: Plan, planner: Planner, first: int, others: int
) -> list[tuple[tuple[Tier, ...], Plan]]:
    """Return the tiers of each page with the head above them, filled evenly.

    `first` and `others` are the heights that the pages have for a chart.
    """
    if plan.height <= first or not plan.tiers:
        return [(plan.tiers, plan)]
    compact = planner.compact(plan)
    cuts = _cuts(plan, compact, planner, first, others)
    pages = []
    for start, stop in zip(cuts, [*cuts[1:], len(plan.tiers)], strict=True):
        tiers = plan.tiers[start:stop]
        repeated = planner.repeated(plan, tiers) if start else ()
        pages.append(((*repeated, *tiers), compact if start else plan))
    return pages


def split_tiers(
    plan: Plan, tiers: Sequence[Tier], planner: Planner, left: int
) -> tuple[tuple[Tier, ...], tuple[Plan, tuple[Tier, ...]]] | None:
    """Return the tiers of a page as two, the second, below its head, not higher than `left`.

    Both are about as full; only where nothing else is left a heading ends the first. None where
    all that could be parted would still be too high.
    """
    compact = planner.compact(plan)
    found: list[tuple[bool, int, tuple[Tier, ...], tuple[Tier, ...]]] = []
    for before, after in _partings(tiers, planner):
        tail = (*planner.repeated(plan, after), *after)
        height = compact.head_height + sum(tier.height for tier in tail)
        if height <= left:
            head = plan.head_height + sum(tier.height for tier in before)
            orphan = len(before) in dangling((*before, *after))
            found.append((orphan, abs(head - height), before, tail))
    if not found:
        return None
    _, _, before, tail = min(found, key=lambda one: one[:2])
    return before, (compact, tail)


def _partings(
    tiers: Sequence[Tier], planner: Planner
) -> Iterator[tuple[tuple[Tier, ...], tuple[Tier, ...]]]:
    """Yield every way to part tiers, between them and between boxes of the last."""
    for stop in range(1, len(tiers)):
        yield tuple(tiers[:stop]), tuple(tiers[stop:])
    if not tiers:
        return
    *before, last = tiers
    if any(strand.is_bar for strand in last.strands):
        return
    for upper, lower in (*_by_boxes(last.strands, planner), *_by_rows(last.strands)):
        yield (*before, planner.tier(upper)), (planner.tier(lower),)


def _by_boxes(
    strands: Sequence[Strand], planner: Planner
) -> Iterator[tuple[list[Strand], list[Strand]]]:
    """Yield every way to part the boxes of a band in reading order.

    Those that move on have the whole width that they were part of.
    """
    for count in range(1, sum(len(strand.slots) for strand in strands)):
        upper, lower, left = [], [], count
        for strand in strands:
            here = min(left, len(strand.slots))
            left -= here
            if here:
                upper.append(replace(strand, slots=strand.slots[:here]))
            if here < len(strand.slots):
                lower.append(replace(strand, slots=planner.beside(strand.slots, here)))
        yield upper, lower


def _by_rows(strands: Sequence[Strand]) -> Iterator[tuple[list[Strand], list[Strand]]]:
    """Yield every way to part the rows of a box that stands alone and has one table."""
    [*slots] = (slot for strand in strands for slot in strand.slots)
    if len(slots) > 1 or len(slots[0].box.panels) != 1:
        return
    [slot], [strand] = slots, strands
    for row in range(1, slot.box.height_in_rows):
        parts = (slot.box.rows(0, row), slot.box.rows(row, slot.box.height_in_rows))
        upper, lower = (replace(strand, slots=(replace(slot, box=box),)) for box in parts)
        yield [upper], [lower]


def beginning(tiers: Sequence[Tier]) -> int:
    """Return the height of the tiers that have to stand below the head where it stands whole."""
    stop, amid = min(1, len(tiers)), dangling(tiers)
    while stop in amid:
        stop += 1
    return sum(tier.height for tier in tiers[:stop])


def dangling(tiers: Sequence[Tier]) -> frozenset[int]:
    """Return the tiers before which a page would end, in some area, with a box that has more."""
    ends: dict[int, tuple[int, Strand]] = {}
    found: set[int] = set()
    for nth, tier in enumerate(tiers):
        here: dict[int, tuple[int, Strand]] = {}
        for strand in tier.strands:
            if strand.area not in here and strand.area in ends:
                last, end = ends[strand.area]
                if end.is_bar and len(strand.bars) > len(end.bars):
                    found.update(range(last + 1, nth + 1))
            here[strand.area] = nth, strand
        ends |= here
    return frozenset(found)


def _cuts(plan: Plan, compact: Plan, planner: Planner, first: int, others: int) -> list[int]:
    """Return at which tiers pages begin: as few pages as can be, all about as full."""
    tiers = plan.tiers
    best: list[tuple[float, int]] = [(0.0, 0)]
    best += [(float("inf"), 0)] * len(tiers)
    amid = dangling(tiers)
    orphans = [_ORPHAN * (stop in amid) for stop in range(len(tiers) + 1)]
    for start in range(len(tiers)):
        head, left = (compact.head_height, others) if start else (plan.head_height, first)
        for stop in range(start + 1, len(tiers) + 1):
            page = tiers[start:stop]
            repeated = planner.repeated(plan, page) if start else ()
            height = head + sum(tier.height for tier in (*repeated, *page))
            if height > left and stop > start + 1:
                break
            white = max(left - height, 0) / others
            cost = best[start][0] + _A_PAGE + white**2 + orphans[stop]
            if cost < best[stop][0]:
                best[stop] = cost, start
    cuts = []
    at = len(tiers)
    while at:
        at = best[at][1]
        cuts.append(at)
    return cuts[::-1]
