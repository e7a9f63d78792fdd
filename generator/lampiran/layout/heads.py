"""A chart whose head leaves no room below it, as charts whose heads do.

The row gets fewer panels side by side; boxes that are too high are cut into boxes of some of
their rows, or of pieces of their texts, each on a sheet of its own; with the last rows begins
what hangs below them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.lampiran.content.branch import Branch, Spec
from generator.lampiran.layout.band import in_units
from generator.lampiran.layout.breaks import beginning
from generator.lampiran.layout.chart import Planner
from generator.lampiran.layout.columns import most_columns
from generator.lampiran.layout.plan import CHAIN, HEADING


class Heads:
    """Charts for pages of one height, with their heading."""

    def __init__(self, planner: Planner, full: int) -> None:
        self.planner = planner
        self.full = full

    def fitting(self, spec: Spec) -> Iterator[Spec]:
        """Yield a chart as charts whose heads leave room for a band below them."""
        for narrow in self._beginning(self._narrowed(spec)):
            plan = self.planner.plan(narrow)
            if self._begins(narrow):
                yield narrow
                continue
            chain = spec.chain
            if chain and plan.head[-2].height > self.full // 3:
                above = sum(band.height for band in plan.head[:-2]) + CHAIN * len(chain)
                left = min(self.full * 3 // 4, self.full - HEADING - above)
                for box in self.planner.split(chain[-1], in_units(self.planner.width * 0.6), left):
                    yield replace(spec, chain=chain[:-1], row=(Branch(box, ((),)),))
                chain = (*chain[:-1], chain[-1].continued)
            yield from self._tall_row(replace(narrow, chain=chain))

    def _narrowed(self, spec: Spec) -> list[Spec]:
        """Return a chart as charts of so many panels side by side that no word is cut."""
        most = most_columns(self.planner.width, self.planner.skala)
        in_one_row = sum(branch.panels for branch in spec.row) <= most
        if in_one_row and (most == 1 or not self.planner.plan(spec).cuts_words):
            return [spec]
        while True:
            specs = [replace(spec, row=row) for row in _rows_of(spec.row, most)]
            if most == 1 or not any(self.planner.plan(one).cuts_words for one in specs):
                return specs
            most -= 1

    def _begins(self, spec: Spec) -> bool:
        """Whether what hangs below the row begins on the page on which the row stands."""
        plan = self.planner.plan(spec)
        return HEADING + plan.head_height + beginning(plan.tiers) <= self.full

    def _beginning(self, specs: list[Spec]) -> list[Spec]:
        """Return charts with fewer panels side by side where more of them then begin."""

        def failing(some: Sequence[Spec]) -> int:
            return sum(not self._begins(one) for one in some)

        best = specs
        most = max(sum(branch.panels for branch in spec.row) for spec in specs)
        while failing(best) and most > 1:
            most -= 1
            row = [branch for spec in specs for branch in spec.row]
            narrower = [replace(specs[0], row=one) for one in _rows_of(row, most)]
            best = min(best, narrower, key=failing)
        return best

    def _tall_row(self, spec: Spec) -> Iterator[Spec]:
        """Yield a chart whose row is too high as charts of some rows each, then the rest."""
        plan = self.planner.plan(spec)
        if self._begins(spec):
            yield spec
            return
        chain = plan.head_height - plan.head[-1].height
        left = self.full - HEADING - chain
        parts = -(-plan.head[-1].height // max(left, 1))
        rows = max(branch.box.height_in_rows for branch in spec.row)
        last = self._last_rows(spec, rows)
        stop = rows - max(branch.box.height_in_rows for branch in last.row)
        while parts < stop and not self._fits(_cut(spec, parts, stop)):
            parts += 1
        cut = _cut(spec, min(parts, max(stop, 1)), stop)
        yield from cut if self._fits(cut) else self._texts(spec, left)
        if any(any(branch.hanging) for branch in spec.row):
            yield last

    def _last_rows(self, spec: Spec, rows: int) -> Spec:
        """Return a chart with as many of the row's last rows as leave room for what hangs there."""
        above = replace(spec, chain=tuple(box.compact for box in spec.chain))
        count = rows // 2
        while count:
            row = (replace(one, box=one.box.rows(rows - count, rows)) for one in spec.row)
            if self._begins(last := replace(above, row=tuple(row))):
                return last
            count //= 2
        return replace(above, row=tuple(one.continued() for one in spec.row))

    def _texts(self, spec: Spec, left: int) -> list[Spec]:
        """Return a row whose texts are too high, cut, as rows with nothing hanging below them."""
        bare = replace(spec, row=tuple(map(Branch.bare, spec.row)))
        slots = self.planner.plan(bare).head[-1].slots
        while True:
            cut = [list(self.planner.split(one.box, one.right - one.left, left)) for one in slots]
            specs = []
            for nth in range(max(map(len, cut))):
                boxes = [parts[nth] if nth < len(parts) else parts[0].continued for parts in cut]
                pairs = zip(bare.row, boxes, strict=True)
                specs.append(replace(bare, row=tuple(replace(one, box=box) for one, box in pairs)))
            if self._fits(specs) or left < self.full // 8:
                return specs
            left = left * 7 // 8

    def _fits(self, specs: Sequence[Spec]) -> bool:
        return all(HEADING + self.planner.plan(one).head_height <= self.full for one in specs)


def _rows_of(row: Sequence[Branch], most: int) -> Iterator[tuple[Branch, ...]]:
    """Yield the boxes of a row in rows of as many panels as a sheet holds side by side."""
    current: list[Branch] = []
    used = 0
    for branch in row:
        for piece in _pieces(branch, most):
            panels = piece.panels
            if current and used + panels > most:
                yield tuple(current)
                current, used = [], 0
            current.append(piece)
            used += panels
    yield tuple(current)


def _pieces(branch: Branch, most: int) -> Iterator[Branch]:
    """Yield a box in parts of some panels each; what hangs below it as a whole goes last."""
    panels = branch.panels
    if panels <= most:
        yield branch
        return
    for start in range(0, panels, most):
        hanging = branch.hanging[start : start + most]
        if len(branch.hanging) < panels:
            hanging = branch.hanging if start + most >= panels else ((),)
        yield replace(branch, box=branch.box.some(start, start + most), hanging=hanging)


def _cut(spec: Spec, parts: int, rows: int) -> list[Spec]:
    """Return the row's boxes with some of their rows each, and nothing hanging below."""
    steps = [rows * nth // parts for nth in range(parts + 1)]
    return [
        replace(
            spec,
            row=tuple(
                replace(branch.bare(), box=branch.box.rows(start, stop)) for branch in spec.row
            ),
        )
        for start, stop in itertools.pairwise(steps)
    ]
