"""One chart before it has a page: its boxes get their widths and heights.

    chain   [ top ]
               |
            [sasaran]            centred, one below the other
               |
    row   [program | program]    every panel spans the columns of what hangs below it
           |          |
           |--v--v    |--v       a trunk left of each panel's columns, a rail above each band
           | [ ][ ]   | [ ]

Where one band is all that hangs below a panel, its trunk runs in the middle instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from generator.lampiran.content.boxes import Box
from generator.lampiran.content.branch import Branch, Item, Run, Spec
from generator.lampiran.layout.band import (
    UNIT,
    Band,
    Slot,
    at_most,
    box_width,
    column_widths,
    in_units,
    place,
    text_height,
)
from generator.lampiran.layout.columns import APART, LANE, area_width, choose_columns
from generator.lampiran.layout.plan import CHAIN, DROP, RAIL, Plan, Strand, Tier
from generator.lampiran.layout.runs import (
    AreaColumns,
    SharedWidth,
    column_width,
    longest_text,
    shared_widths,
    slots_for,
)
from generator.lampiran.sheet import MM
from generator.lampiran.styles import Scale
from generator.values import Isian
from generator.word.measure import natural, width_for

_REPEATED = 1.9 * MM
"""Per point of letter size: about how high a box is that stands above hanging ones again."""
_MOST_PIECES = 500
"""Into no more is one box cut, however low the pages."""
_LONG = round(30 * MM)
"""A box with a higher text has columns of its own."""


class Planner:
    """Makes the plans of charts for one width, letter size and height of a page."""

    def __init__(self, skala: Scale, width: int, spine: int, capacity: int) -> None:
        self.skala = skala
        self.width = width
        self.spine = spine
        self.capacity = capacity
        self._plans: dict[int, Plan] = {}  # a plan holds its spec, so ids stay unique

    def plan(self, spec: Spec) -> Plan:
        """Return the plan of a chart, all its bands below one another; made once."""
        if id(spec) not in self._plans:
            self._plans[id(spec)] = self._planned(spec)
        return self._plans[id(spec)]

    def _planned(self, spec: Spec) -> Plan:
        chain = tuple(self._chain(box) for box in spec.chain)
        room = self.capacity - sum(band.height + CHAIN for band in chain)
        grid = choose_columns(spec, self.width, self.skala, room)
        lefts = self._lefts(spec, grid)
        row = self._band(self._row(spec.row, lefts, grid), spec.row[0].box.label)
        self._hanging = self._below((*chain, row), spec)
        strands = [
            list(self._strands(items, nth, lefts[nth], grid[nth], (), spec.free))
            for nth, items in enumerate(items for one in spec.row for items in one.hanging)
        ]
        return Plan(spec, self.skala, self.width, (*chain, row), lefts, tuple(self._tiers(strands)))

    def _below(self, bands: Sequence[Band], spec: Spec) -> int:
        """Return the height that is left for what hangs below a head, whole or on a further sheet.

        Below a whole one where that leaves two thirds of a page.
        """
        above = sum(band.height + CHAIN for band in bands) + RAIL + DROP
        if above > self.capacity // 3:
            chain = (self._chain(box.compact) for box in spec.chain)
            bands = (*chain, self._compact(bands[-1]))
            above = sum(band.height + CHAIN for band in bands) + RAIL + DROP
        usual = len(bands) * _REPEATED * self.skala.isi.size
        return max(int(self.capacity - max(above, usual)), self.capacity // 4)

    def compact(self, plan: Plan) -> Plan:
        """Return a plan with the same tiers below a head without tables."""
        chain = tuple(self._chain(box.compact) for box in plan.spec.chain)
        return replace(plan, head=(*chain, self._compact(plan.head[-1])))

    def _compact(self, row: Band) -> Band:
        """Return a row as it stands above what hangs below it on a further sheet."""
        slots = tuple(Slot(slot.box.continued, _panel_edges(slot)) for slot in row.slots)
        return self._band(slots, row.slots[0].box.label)

    def repeated(self, plan: Plan, tiers: Sequence[Tier]) -> tuple[Tier, ...]:
        """Return the bars that tiers of a further sheet hang below, to stand above them."""
        first: dict[int, Strand] = {}
        for tier in tiers:
            for strand in tier.strands:
                first.setdefault(strand.area, strand)
        repeats = []
        for depth in range(max((len(strand.bars) for strand in first.values()), default=0)):
            strands = []
            for strand in first.values():
                if depth < len(strand.bars):
                    bar = strand.bars[depth].continued
                    left = plan.lefts[strand.area] + LANE * (depth + 1)
                    right = max(
                        slot.right
                        for one in tiers
                        for s in one.strands
                        if s.area == strand.area
                        for slot in s.slots
                    )
                    slot = Slot(bar, (((left, right),) * max(len(bar.panels), 1)))
                    bars = strand.bars[:depth]
                    strands.append(Strand(strand.area, bars, (slot,), True, self.capacity))
            repeats.append(self.tier(strands))
        return tuple(repeats)

    def _lefts(self, spec: Spec, grid: Sequence[AreaColumns]) -> tuple[int, ...]:
        """Return where each area begins, the whole row standing in the middle."""
        widths = list(map(area_width, grid))
        total = sum(widths) + APART * (len(spec.row) - 1)
        at = in_units(max(self.width - total, 0) / 2)
        lefts = []
        nth = 0
        for branch in spec.row:
            for _ in branch.hanging:
                lefts.append(at)
                at += widths[nth]
                nth += 1
            at += APART
        return tuple(lefts)

    def _row(
        self, row: Sequence[Branch], lefts: Sequence[int], grid: Sequence[AreaColumns]
    ) -> tuple[Slot, ...]:
        slots = []
        nth = 0
        for branch in row:
            last = nth + len(branch.hanging) - 1
            right = lefts[last] + area_width(grid[last])
            if len(branch.hanging) == len(branch.box.panels):
                edges = [*lefts[nth : last + 1], right]
                slots.append(self._slot(branch.box, edges))
            else:
                slots.append(self._evenly(branch.box, lefts[nth], right))
            nth = last + 1
        return tuple(slots)

    def _chain(self, box: Box) -> Band:
        """Return an ancestor in the middle, as wide as its texts ask for."""
        skala = self.skala
        texts = [*box.title_text, *(text for panel in box.panels for text in panel.texts)]
        wanted = max((width_for(natural(text, True), skala.judul) for text in texts), default=0)
        for panel in box.panels:
            rows = [text for row in panel.rows for text in row.texts]
            lines = [width_for(natural(text, False), skala.isi) for text in rows]
            wanted = max(wanted, max(lines, default=0) * 5 // 4)
        least = max(box_width(box, skala), round((110 if len(texts) > 1 else 60) * MM))
        most = self.width if len(box.panels) > 1 else self.width * 3 // 4
        half = -(-min(max(min(wanted, most), least), self.width) // (2 * UNIT)) * UNIT
        centre = in_units(self.width / 2)
        slot = self._evenly(box, max(centre - half, 0), min(centre + half, self.width))
        return self._band((slot,), box.label)

    def _strands(
        self,
        items: Sequence[Item],
        area: int,
        left: int,
        columns: AreaColumns,
        bars: tuple[Box, ...],
        free: bool,
    ) -> Iterator[Strand]:
        """Yield the bands of one area from top to bottom; bars stand alone in theirs."""
        right = left + area_width(columns)
        start = left + LANE * (len(bars) + 1)
        inner = right - start
        room = self._room(bars, inner) if items else 0
        for item in items:
            if isinstance(item, Run):
                for slots in self._run(item, columns, start, inner, room, free):
                    yield Strand(area, bars, tuple(slots), False, room)
                continue
            for bar in self.split(item.bar, inner, room):
                yield Strand(area, bars, (self._evenly(bar, start, right),), True, room)
            yield from self._strands(item.items, area, left, columns, (*bars, bar), free)

    def _run(
        self, run: Run, columns: AreaColumns, start: int, inner: int, room: int, free: bool
    ) -> Iterator[Sequence[Slot]]:
        """Yield the bands of a run; boxes of one width have the same columns in their tables."""
        count = columns.count
        if free:
            rows = -(-len(run.boxes) // count)
            count = -(-len(run.boxes) // rows)
        local = AreaColumns(count, column_width(count, inner))
        pieces = [piece for box in run.boxes for piece in self._pieces(box, local, room)]
        ways = shared_widths(pieces, count, inner, self.skala)
        shared = next((way for way in ways[:-1] if self._holds(way, room)), ways[-1])
        common = self._common(shared, room)
        for row in shared.rows:
            slots = []
            for box, first, span in row:
                left, right = shared.edges(first, span)
                if edges := common.get(id(box)):
                    slots.append(Slot(box, (tuple(start + left + x for x in edges),)))
                else:
                    slots.append(self._evenly(box, start + left, start + right))
            yield from self._parted(slots, room)

    def beside(self, slots: Sequence[Slot], first: int) -> tuple[Slot, ...]:
        """Return the boxes of a band from the first that stays on, in the width of all of them."""
        left, right = slots[0].left, slots[-1].right
        boxes = [(slot.box, 1) for slot in slots[first:]]
        shared = shared_widths(boxes, len(slots), right - left, self.skala)[-1]
        edges = ((box, *shared.edges(at, span)) for box, at, span in shared.rows[0])
        return tuple(self._evenly(box, left + start, left + stop) for box, start, stop in edges)

    def _holds(self, way: SharedWidth, room: int) -> bool:
        """Whether no box is too high or cuts words where boxes share their width in this way."""
        return all(
            box_width(box, self.skala) <= right - left and self._fits(box, right - left, room)
            for row in way.rows
            for box, first, span in row
            for left, right in (way.edges(first, span),)
        )

    def _common(self, shared: SharedWidth, room: int) -> dict[int, tuple[int, ...]]:
        """Return by the id of a box the edges of its table that others of its width have too."""
        by_width: dict[int, list[Box]] = {}
        for row in shared.rows:
            for box, first, span in row:
                left, right = shared.edges(first, span)
                by_width.setdefault(right - left, []).append(box)
        found = {}
        for width, boxes in by_width.items():
            if alike := _alike(boxes, width, self.skala):
                widths = column_widths([box.panels[0] for box in alike], width, self.skala)
                edges = tuple(accumulate(widths, initial=0))
                found.update(
                    {id(box): edges for box in alike if self._fits(box, width, room, edges)}
                )
        return found

    def _room(self, bars: Sequence[Box], width: int) -> int:
        """Return the height that is left for what hangs below these bars, as for a head."""
        above = sum(self._height(bar, width) + RAIL + DROP for bar in bars)
        if above > self._hanging // 2:
            short = (bar.continued for bar in bars)
            above = sum(self._height(bar, width) + RAIL + DROP for bar in short)
        return max(self._hanging - above, self._hanging // 4)

    def _parted(self, slots: Sequence[Slot], room: int) -> Iterator[Sequence[Slot]]:
        """Yield a band, halved where boxes that fit alone do not side by side."""
        if len(slots) == 1 or place(slots, self.skala).height <= room:
            yield slots
            return
        half = len(slots) // 2
        yield from self._parted(slots[:half], room)
        yield from self._parted(slots[half:], room)

    def _pieces(self, box: Box, grid: AreaColumns, room: int) -> Iterator[tuple[Box, int]]:
        """Yield a box and its columns, in parts where it has too many panels or is too high."""
        most = grid.count
        for first in range(0, max(len(box.panels), 1), most):
            part = box.some(first, first + most) if len(box.panels) > most else box
            slots = slots_for(part, most, grid, self.skala)
            for piece in self.split(part, grid.span(slots), room):
                yield piece, slots

    def split(self, box: Box, width: int, capacity: int) -> Iterator[Box]:
        """Yield a box in parts of some rows each, or of a piece of its texts, none too high."""
        if self._fits(box, width, capacity):
            yield box
            return
        bare = box.bare()
        if box.height_in_rows and not self._fits(bare, width, capacity // 2):
            yield from self._texts(bare, width, capacity)
            box = box.headless
        for start, stop in self._stretches(box, width, capacity):
            part = box.rows(start, stop) if box.height_in_rows else box
            if stop - start > 1:
                yield from self._rows(part, width, capacity)
            elif self._fits(part, width, capacity):
                yield part
            else:
                yield from self._texts(part, width, capacity)

    def _fits(self, box: Box, width: int, capacity: int, columns: tuple[int, ...] = ()) -> bool:
        """Whether a box is not higher than the capacity, its table having such columns."""
        if at_most(box, width, self.skala) <= capacity:
            return True
        return self._height(box, width, columns) <= capacity

    def _height(self, box: Box, width: int, columns: tuple[int, ...] = ()) -> int:
        slot = Slot(box, (columns,)) if columns else self._evenly(box, 0, width)
        return place((slot,), self.skala).height

    def _stretches(self, box: Box, width: int, capacity: int) -> Iterator[tuple[int, int]]:
        """Yield (first, after last) of rows that are none too high, and each alone that is."""
        count = max(box.height_in_rows, 1)
        high = [
            nth
            for nth in range(box.height_in_rows)
            if not self._fits(box.rows(nth, nth + 1), width, capacity)
        ]
        at = 0
        for nth in (*high, count):
            if at < nth:
                yield at, nth
            if nth < count:
                yield nth, nth + 1
            at = nth + 1

    def _rows(self, box: Box, width: int, capacity: int) -> Iterator[Box]:
        """Yield a box in parts of as many rows each as can be."""
        rows = box.height_in_rows
        parts = min(-(-self._height(box, width) // capacity), rows)
        while parts < rows and any(
            self._height(part, width) > capacity for part in _cut(box, parts)
        ):
            parts += 1
        yield from _cut(box, parts)

    def _texts(self, box: Box, width: int, capacity: int) -> Iterator[Box]:
        """Yield a box in as few pieces as can be, its texts cut."""
        count = -(-self._height(box, width) // capacity)
        parts = box.pieces(count)
        while count < _MOST_PIECES and any(self._height(part, width) > capacity for part in parts):
            count += max(count // 8, 1)
            parts = box.pieces(count)
        yield from parts

    def _tiers(self, areas: Sequence[list[Strand]]) -> Iterator[Tier]:
        """Yield bands over all areas in step: bars beside bars, other boxes beside others."""
        waiting = [iter(strands) for strands in areas]
        heads = [next(strands, None) for strands in waiting]
        while any(heads):
            bars = any(head and head.is_bar for head in heads)
            strands = [head for head in heads if head and head.is_bar is bars]
            tier = self.tier(strands)
            while len(strands) > 1 and tier.band.height > min(one.room for one in strands):
                strands = strands[: (len(strands) + 1) // 2]
                tier = self.tier(strands)
            yield tier
            for strand in strands:
                heads[strand.area] = next(waiting[strand.area], None)

    def tier(self, strands: Sequence[Strand]) -> Tier:
        """Return a band of these strands."""
        slots = tuple(slot for strand in strands for slot in strand.slots)
        label = slots[0].box.label
        return Tier(self._band(slots, label), tuple(strands), label)

    def _band(self, slots: tuple[Slot, ...], label: Isian | None) -> Band:
        least = 0
        if label:
            least = text_height((label.text,), self.skala.jenjang, self.spine)
        return place(slots, self.skala, least)

    def _evenly(self, box: Box, left: int, right: int) -> Slot:
        """Return a box whose panels have equal widths."""
        count = max(len(box.panels), 1)
        edges = [left + in_units((right - left) * nth / count) for nth in range(count)]
        return self._slot(box, [*edges, right])

    def _slot(self, box: Box, edges: Sequence[int]) -> Slot:
        if not box.panels:
            return Slot(box, ((edges[0], edges[-1]),))
        panels = []
        for panel, left, right in zip(box.panels, edges, edges[1:], strict=False):
            if panel.rows:
                widths = column_widths((panel,), right - left, self.skala)
                panels.append(tuple(accumulate(widths, initial=left)))
            else:
                panels.append((left, right))
        return Slot(box, tuple(panels))


def _alike(boxes: Sequence[Box], width: int, skala: Scale) -> list[Box]:
    """Return the boxes whose tables can have the same columns: most of them, as a rule."""
    single = [
        box
        for box in boxes
        if len(box.panels) == 1
        and box.panels[0].rows
        and box_width(box, skala) <= width
        and longest_text(box, width, skala) <= _LONG
    ]
    return [box for box in single if box.panels[0].columns == single[0].panels[0].columns]


def _panel_edges(slot: Slot) -> tuple[tuple[int, ...], ...]:
    """Return the edges of panels whose columns are gone."""
    kept = [
        (edges[0], edges[-1])
        for panel, edges in zip(slot.box.panels, slot.edges, strict=False)
        if panel.sasaran
    ]
    return tuple(kept) or ((slot.left, slot.right),)


def _cut(box: Box, parts: int) -> list[Box]:
    """Return a box as parts of as many rows each as can be."""
    rows = box.height_in_rows
    steps = [rows * nth // parts for nth in range(parts + 1)]
    return [box.rows(start, stop) for start, stop in pairwise(steps)]
