"""The headings of sheets: sasaran, program, "lembar n dari m"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.cascade.model import Jenis
from generator.lampiran.content.boxes import Alinea, plain
from generator.lampiran.layout.plan import PlanPart
from generator.lampiran.styles import LEMBAR
from generator.values import Isian
from generator.word.measure import room, text_width


class SheetTitles:
    """The headings of sheets, as they follow one another.

    Where a subject has several, each says which it is and which program it shows. One sheet with
    several program does not list them: they stand side by side below its sasaran.
    """

    def __init__(
        self, width: int, counts: Mapping[str | None, int], long: frozenset[str | None]
    ) -> None:
        self._limit = room(width, LEMBAR)
        self._counts = counts
        self._long = long
        self._shown: Counter[str | None] = Counter()
        self._known: set[str] = set()

    def of(self, part: PlanPart) -> PlanPart:
        """Return a part with its heading, and with the bookmarks that no part had before."""
        subject, count = part.subject, self._counts[part.subject]
        self._shown[subject] += 1
        heading = part.plan.spec.heading
        names = _programs(part)
        if count > 1:
            which: Alinea = (f" (lembar {self._shown[subject]} dari {count})",)
            heading = self._with_names(heading, which, names)
        elif len(names) == 1:
            heading = self._with_names(heading, (), names)
        row = [branch.bookmark for branch in part.plan.spec.row if subject in self._long]
        new = [one for one in (subject, *row) if one and one not in self._known]
        self._known.update(new)
        return replace(part, heading=heading, bookmarks=tuple(new))

    def _with_names(self, heading: Alinea, which: Alinea, names: Sequence[Isian]) -> Alinea:
        """Return a heading of one line, with as many of the names as there is room for."""
        for count in range(len(names), 0, -1):
            more = (f" dan {len(names) - count} lainnya",) if count < len(names) else ()
            listed = [part for name in names[:count] for part in ("; ", name)]
            whole: Alinea = (*heading, " › ", *listed[1:], *more, *which)
            if text_width(plain(whole), True) <= self._limit:
                return whole
        return (*heading, *which)


def _programs(part: PlanPart) -> list[Isian]:
    """Return the names of the program that stand in the row of a part, else of those below it."""
    boxes = [branch.box for branch in part.plan.spec.row if branch.bookmark] or [
        slot.box
        for tier in part.tiers
        for strand in tier.strands
        for slot in strand.slots
        if slot.box.jenis is Jenis.PROGRAM
    ]
    names = [box.title[-1][0] for box in boxes if box.title]
    return list({id(one): one for one in names if isinstance(one, Isian)}.values())
