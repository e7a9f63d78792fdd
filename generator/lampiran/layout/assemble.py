"""Tiers of a plan on one page: everything moves to its place and is joined by lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.cascade.model import Jenis
from generator.lampiran.content.boxes import Alinea
from generator.lampiran.layout.band import UNIT, Band, Slot, in_units
from generator.lampiran.layout.cells import cells
from generator.lampiran.layout.columns import LANE, TRUNK
from generator.lampiran.layout.plan import CHAIN, DROP, RAIL, Plan, Strand, Tier
from generator.lampiran.sheet import Cell, CellRole, Chart, Connector
from generator.values import Isian

SPINE_GAP = 3 * UNIT
"""Between the headings of the levels and the boxes."""


def assemble(
    plan: Plan,
    tiers: Sequence[Tier],
    spine: int,
    heading: Alinea,
    bookmarks: tuple[str, ...] = (),
    air: int = 0,
    stretch: float = 1,
) -> Chart:
    """Return the chart of a plan's head and these tiers.

    `air` lengthens each connector, `stretch` makes each box so many times as high.
    """
    assembly = _Assembly(plan, spine, air, stretch, _single_bands(tiers))
    assembly.head()
    for tier in tiers:
        assembly.tier(tier)
    width = plan.width + assembly.shift
    placed = (*assembly.labels(), *assembly.cells)
    return Chart(heading, bookmarks, placed, tuple(assembly.lines), width, assembly.y)


def connectors(plan: Plan, tiers: Sequence[Tier]) -> int:
    """Return how many connectors stand below one another in such a chart."""
    return plan.gaps + len(tiers)


class _Assembly:
    def __init__(self, plan: Plan, spine: int, air: int, stretch: float, singles: set[int]) -> None:
        self.plan = plan
        self.spine = spine
        self.shift = spine + SPINE_GAP if spine else 0
        self.air = air
        self.stretch = stretch
        self.y = 0
        self.cells: list[Cell] = []
        self.lines: list[Connector] = []
        self._levels: list[tuple[Isian, Jenis, int, int]] = []
        self._singles = singles
        self._trunks: dict[tuple[int, int], int] = {}
        """Down to where the trunk of (area, depth) has been drawn."""

    def head(self) -> None:
        plan = self.plan
        centre = in_units(plan.width / 2) + self.shift
        above: int | None = None
        bands = [band.stretched(self.stretch) for band in plan.head]
        for nth, band in enumerate(bands):
            if above is not None:
                self.y += CHAIN + self.air
                if nth == len(plan.head) - 1:
                    self._bus(centre, above, band)
                else:
                    self.lines.append(Connector(centre, above, centre, self.y))
            above = self.y + band.bottoms[0]
            self._put(band, band.slots[0].box.label)
        area = 0
        row = bands[-1]
        top = self.y - row.height
        for branch, bottom in zip(plan.spec.row, row.bottoms, strict=True):
            for _ in branch.hanging:
                self._trunks[area, 0] = top + bottom
                area += 1

    def tier(self, tier: Tier) -> None:
        rail = self.y + RAIL + self.air
        self.y = rail + DROP
        band = tier.band.stretched(self.stretch)
        bottoms = iter(band.bottoms)
        for strand in tier.strands:
            depth = len(strand.bars)
            alone = id(strand) in self._singles
            middle = in_units((strand.slots[0].left + strand.slots[-1].right) / 2)
            lane = self.plan.lefts[strand.area] + LANE * depth + TRUNK
            trunk = self.shift + (middle if alone else lane)
            self.lines.append(Connector(trunk, self._trunks[strand.area, depth], trunk, rail))
            self._trunks[strand.area, depth] = rail
            drops = [
                self.shift + (lane + LANE if strand.is_bar and not alone else _middle(slot))
                for slot in strand.slots
            ]
            ends = (min(trunk, drops[0]), max(trunk, drops[-1]))
            if ends[0] < ends[1]:
                self.lines.append(Connector(ends[0], rail, ends[1], rail))
            self.lines += [Connector(x, rail, x, self.y) for x in drops]
            for _, bottom in zip(strand.slots, bottoms, strict=False):
                if strand.is_bar:
                    self._trunks[strand.area, depth + 1] = self.y + bottom
        self._put(band, tier.label)

    def labels(self) -> Iterable[Cell]:
        """Yield the headings of the levels, each beside all bands of its level."""
        runs: list[tuple[Isian, Jenis, int, int]] = []
        for label, jenis, top, bottom in self._levels:
            if runs and runs[-1][0].text == label.text:
                runs[-1] = (*runs[-1][:3], bottom)
            else:
                runs.append((label, jenis, top, bottom))
        gaya = self.plan.skala.jenjang
        for label, jenis, top, bottom in runs:
            yield Cell(
                0,
                top,
                self.spine,
                bottom - top,
                gaya,
                ((label,),),
                jenis,
                CellRole.JENJANG,
                (0, 0, 0, 0),
            )

    def _bus(self, centre: int, above: int, row: Band) -> None:
        """Join the last of the chain to every box of the row."""
        middles = [_middle(slot) + self.shift for slot in row.slots]
        if len(middles) == 1:
            self.lines.append(Connector(middles[0], above, middles[0], self.y))
            return
        bus = self.y - DROP
        self.lines.append(Connector(centre, above, centre, bus))
        self.lines.append(Connector(min(middles[0], centre), bus, max(middles[-1], centre), bus))
        self.lines += [Connector(x, bus, x, self.y) for x in middles]

    def _put(self, band: Band, label: Isian | None) -> None:
        dx, dy = self.shift, self.y
        self.cells += cells(band, self.plan.skala, dx, dy)
        if label:
            self._levels.append((label, band.slots[0].box.jenis, dy, dy + band.height))
        self.y += band.height


def _middle(slot: Slot) -> int:
    return in_units((slot.left + slot.right) / 2)


def _single_bands(tiers: Sequence[Tier]) -> set[int]:
    """Return the ids of strands that are all that hangs below their parent in these tiers."""
    siblings: dict[tuple[int, int, int], list[Strand]] = {}
    bars: dict[tuple[int, int], int] = {}
    for nth, tier in enumerate(tiers):
        for strand in tier.strands:
            depth = len(strand.bars)
            parent = bars.get((strand.area, depth), -1)
            siblings.setdefault((strand.area, depth, parent), []).append(strand)
            if strand.is_bar:
                bars[strand.area, depth + 1] = nth
    return {id(group[0]) for group in siblings.values() if len(group) == 1}
