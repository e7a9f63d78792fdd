"""The whole pohon kinerja on pages: overview, one sheet per sasaran, "lanjutan" sheets.

Each subject is drawn at the size that needs the fewest pages; small subjects that follow one
another share a page; what then has room to spare grows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.cascade.model import Cascade, Jenis
from generator.lampiran.content.answering import told_apart
from generator.lampiran.content.subjects import SheetSubject, overview_of, subjects_of
from generator.lampiran.layout.assemble import SPINE_GAP, assemble, connectors
from generator.lampiran.layout.band import UNIT, in_units
from generator.lampiran.layout.breaks import portions, split_tiers
from generator.lampiran.layout.chart import Planner
from generator.lampiran.layout.column_limit import within_columns
from generator.lampiran.layout.columns import boxes_in
from generator.lampiran.layout.heads import Heads
from generator.lampiran.layout.plan import HEADING, PlanPart
from generator.lampiran.layout.titles import SheetTitles
from generator.lampiran.sheet import MM, Chart, DrawnSheet, PageGeometry, Pohon
from generator.lampiran.styles import BIASA, LEMBAR_LAIN, RAPAT, SKALA, Scale
from generator.word.measure import count_lines, longest, room, width_for

BETWEEN = round(LEMBAR_LAIN.before * 20)
"""Twips between two charts on one page."""
_SPARE = round(3 * MM)
"""Left free on every page, for what Word and LibreOffice measure differently."""
_MOST_AIR = round(6 * MM)
_MOST_STRETCH = 1.5
"""How far a page with room to spare is filled: longer connectors, then higher boxes."""
_WIDEST_SPINE = 1 / 6
"""The share of a page that the headings of the levels take at most."""
_MOST_LINES = 6
"""The headings of the levels get more width rather than more lines than this."""
_MANY = 120
"""A subject of more boxes is drawn in the smallest letters, which never need more pages."""
_TOP = Jenis.KEPALA_DAERAH.value


def lay_out(cascade: Cascade, page: PageGeometry) -> Pohon:
    """Return all sheets of a cascade, placed on pages of this size."""
    cascade = told_apart(cascade)
    paging = _Paging(page, spine_labels(cascade))
    subjects = [paging.parts(one) for one in subjects_of(cascade)]
    long = frozenset(parts[0].subject for parts in subjects if len(parts) > 1)
    pages = paging.pack(paging.parts(overview_of(cascade, long)), subjects)
    counts = Counter(part.subject for parts in pages.values() for part in parts)
    titles = SheetTitles(page.inner_width, counts, long)
    sheets = []
    places: dict[str, int] = {}
    for number, untitled in pages.items():
        parts = [titles.of(part) for part in untitled]
        charts = paging.draw(parts, paging.capacity(number, number == max(pages)))
        sheets.append(DrawnSheet(number, charts))
        for chart in charts:
            places.update((bookmark, number) for bookmark in chart.bookmarks)
    return Pohon(tuple(sheets), places)


def spine_labels(cascade: Cascade) -> tuple[str, ...]:
    """Return the headings of the levels that stand beside the boxes."""
    rows = cascade.jenjang.tingkat.values()
    return tuple(row.label.text for row in rows if row.label and row.nama != _TOP)


class _Paging:
    """Charts on pages of one size."""

    def __init__(self, page: PageGeometry, labels: tuple[str, ...]) -> None:
        self.page = page
        self.full = page.inner_height - _SPARE
        self._planners = {skala: self._planner(skala, labels) for skala in SKALA}

    def capacity(self, number: int, last: bool = False) -> int:
        """Return the height that charts may take on a page; `last` leaves room to sign."""
        first = self.page.first if number == 1 else 0
        return self.full - first - (self.page.last if last else 0)

    def parts(self, subject: SheetSubject) -> tuple[PlanPart, ...]:
        """Return the pages of a subject at the size that needs fewest, the larger if equal."""
        first = self.capacity(1 if subject.bookmark is None else 2)
        hanging = [items for one in subject.specs for branch in one.row for items in branch.hanging]
        if sum(map(boxes_in, hanging)) > _MANY:
            return self._split(subject, RAPAT, first)
        usual = self._split(subject, BIASA, first)
        if len(usual) == 1 and not usual[0].plan.cuts_words:
            return usual
        dense = self._split(subject, RAPAT, first)
        return min(usual, dense, key=_badness)

    def pack(
        self, overview: tuple[PlanPart, ...], subjects: Sequence[tuple[PlanPart, ...]]
    ) -> dict[int, list[PlanPart]]:
        """Return what stands on each page; the overview begins below the title if it fits."""
        number = 1 if overview[0].height <= self.capacity(1) else 2
        pages: dict[int, list[PlanPart]] = {number: []}
        for part in (part for parts in (overview, *subjects) for part in parts):
            together = [*pages[number], part]
            if pages[number] and _height(together) > self.capacity(number):
                number += 1
                together = [part]
            pages[number] = together
        self._leave_room(pages, number)
        return pages

    def draw(self, parts: Sequence[PlanPart], capacity: int) -> tuple[Chart, ...]:
        """Return the charts of a page, as large and as airy as it allows."""
        parts = self._grown(parts, capacity)
        gaps = sum(connectors(part.plan, part.tiers) for part in parts)
        spare = max(capacity - _height(parts) - _SPARE, 0)
        air = min(spare // 2 // max(gaps, 1), _MOST_AIR)
        boxes = sum(part.boxes_height for part in parts)
        stretch = min(1 + (spare - air * gaps) / max(boxes, 1), _MOST_STRETCH)
        if all(part.is_small for part in parts):
            air, stretch = 0, 1
        return tuple(
            within_columns(
                assemble(
                    part.plan,
                    part.tiers,
                    self._planners[part.plan.skala].spine,
                    part.heading,
                    part.bookmarks,
                    air,
                    stretch,
                )
            )
            for part in parts
        )

    def _planner(self, skala: Scale, labels: tuple[str, ...]) -> Planner:
        spine = self._spine(skala, labels) if labels else 0
        width = self.page.inner_width - (spine + SPINE_GAP if spine else 0)
        return Planner(skala, in_units(width), spine, self.full - HEADING)

    def _spine(self, skala: Scale, labels: tuple[str, ...]) -> int:
        """Return the width of the levels' headings: their longest word, more for many lines."""
        words = max(longest(label, True) for label in labels)
        most = in_units(self.page.inner_width * _WIDEST_SPINE)
        spine = min(-(-width_for(words, skala.jenjang) // UNIT) * UNIT, most)
        while spine < most and any(
            count_lines(label, True, room(spine, skala.jenjang)) > _MOST_LINES for label in labels
        ):
            spine += UNIT
        return spine

    def _split(self, subject: SheetSubject, skala: Scale, first: int) -> tuple[PlanPart, ...]:
        """Return the pages of a subject at one size; `first` is what the first one holds."""
        planner = self._planners[skala]
        parts: list[PlanPart] = []
        for spec in subject.specs:
            for fitting in Heads(planner, self.full).fitting(spec):
                plan = planner.plan(fitting)
                left = (self.full if parts else first) - HEADING
                for tiers, head in portions(plan, planner, left, self.full - HEADING):
                    whole = head is plan and len(tiers) == len(plan.tiers)
                    parts.append(PlanPart(head, tiers, subject.bookmark, whole))
        return tuple(parts)

    def _leave_room(self, pages: dict[int, list[PlanPart]], number: int) -> None:
        """Let the last page hold the signature, by moving a chart or a part of one on."""
        while _height(pages[number]) > (left := self.capacity(number, last=True)):
            *before, part = pages[number]
            if before:
                pages[number], pages[number + 1] = before, [part]
            elif halves := self._halves(part, left):
                pages[number], pages[number + 1] = ([half] for half in halves)
            else:
                break
            number += 1

    def _halves(self, part: PlanPart, left: int) -> tuple[PlanPart, PlanPart] | None:
        """Return a part as two, the second as full as what is `left` beside the signature."""
        planner = self._planners[part.plan.skala]
        halves = split_tiers(part.plan, part.tiers, planner, left - HEADING)
        if halves is None:
            return None
        tiers, (plan, others) = halves
        return (
            replace(part, tiers=tiers, whole=False),
            PlanPart(plan, others, part.subject, False),
        )

    def _grown(self, parts: Sequence[PlanPart], capacity: int) -> Sequence[PlanPart]:
        """Return the parts at the largest size at which all of them fit on their page."""
        if not all(part.whole for part in parts):
            return parts
        now = min(part.plan.skala.isi.size for part in parts)
        for skala in SKALA:
            if skala.isi.size <= now:
                break
            if _height(parts) * skala.isi.size > capacity * now:
                continue
            planner = self._planners[skala]
            larger = []
            for part in parts:
                plan = planner.plan(part.plan.spec)
                larger.append(replace(part, plan=plan, tiers=plan.tiers))
            if _height(larger) <= capacity and not any(one.plan.cuts_words for one in larger):
                return larger
        return parts


def _badness(parts: Sequence[PlanPart]) -> tuple[bool, int, int]:
    """Return whether words are cut, how many heads stand alone, how many pages there are."""
    alone = sum(not part.tiers for part in parts[:-1])
    return any(part.plan.cuts_words for part in parts), alone, len(parts)


def _height(parts: Sequence[PlanPart]) -> int:
    return sum(part.height for part in parts) + BETWEEN * (len(parts) - 1)
