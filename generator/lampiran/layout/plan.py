"""A chart whose boxes have widths and heights but no page yet, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.cascade.model import Jenis
from generator.lampiran.content.boxes import Alinea, Box
from generator.lampiran.content.branch import Spec
from generator.lampiran.layout.band import Band, Slot, box_width
from generator.lampiran.sheet import MM
from generator.lampiran.styles import LEMBAR, Scale
from generator.values import Isian

CHAIN = round(3.4 * MM)
"""Between two boxes of the chain."""
RAIL = round(1.7 * MM)
"""From a box down to the rail of the next band."""
DROP = round(1.9 * MM)
"""From a rail down to its boxes."""


HEADING = round((LEMBAR.line + LEMBAR.before + LEMBAR.after) * 20)
"""Twips that the heading above a chart takes."""


@dataclass(frozen=True, slots=True)
class Strand:
    """The boxes of one area in one tier; they hang below `bars`, outermost first.

    `room` is the height that a further sheet has for them below those.
    """

    area: int
    bars: tuple[Box, ...]
    slots: tuple[Slot, ...]
    is_bar: bool
    room: int


@dataclass(frozen=True, slots=True)
class Tier:
    """One band of hanging boxes with the strands it is made of."""

    band: Band
    strands: tuple[Strand, ...]
    label: Isian | None

    @property
    def height(self) -> int:
        return RAIL + DROP + self.band.height


@dataclass(frozen=True)
class Plan:
    """A chart whose boxes have widths and heights but no page yet.

    `lefts` are the left edges of the areas, all x counted from the spine's right.
    """

    spec: Spec
    skala: Scale
    width: int
    head: tuple[Band, ...]
    lefts: tuple[int, ...]
    tiers: tuple[Tier, ...]

    @property
    def head_height(self) -> int:
        return sum(band.height for band in self.head) + self.gaps * CHAIN

    @property
    def gaps(self) -> int:
        """How many connectors stand between the bands of the head."""
        return len(self.head) - 1

    @property
    def height(self) -> int:
        return self.head_height + sum(tier.height for tier in self.tiers)

    @cached_property
    def cuts_words(self) -> bool:
        """Whether some box is too narrow for its longest words."""
        bands = (*self.head, *(tier.band for tier in self.tiers))
        return any(
            slot.right - slot.left < box_width(slot.box, self.skala)
            for band in bands
            for slot in band.slots
        )


@dataclass(frozen=True, slots=True)
class PlanPart:
    """What of a plan stands on one page."""

    plan: Plan
    tiers: tuple[Tier, ...]
    subject: str | None
    whole: bool
    heading: Alinea = ()
    bookmarks: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        tiers = sum(tier.height for tier in self.tiers)
        return HEADING + self.plan.head_height + tiers

    @property
    def is_small(self) -> bool:
        """Whether all that hangs below a sasaran is a program: it fills no page, however airy."""
        boxes = [slot.box for tier in self.tiers for slot in tier.band.slots]
        return len(boxes) == 1 and boxes[0].jenis is Jenis.PROGRAM

    @property
    def boxes_height(self) -> int:
        bands = (*self.plan.head, *(tier.band for tier in self.tiers))
        return sum(band.height for band in bands)
