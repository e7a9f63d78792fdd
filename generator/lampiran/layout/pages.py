"""The whole pohon kinerja on pages: overview, one sheet per sasaran, "lanjutan" sheets.

Each subject is drawn at the size that needs the fewest pages; small subjects that follow one
another share a page; what then has room to spare grows.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.cascade.model import Cascade, Jenis
from generator.lampiran.content.answering import told_apart
from generator.lampiran.content.boxes import Alinea, plain
from generator.lampiran.content.branch import Branch, Spec
from generator.lampiran.content.subjects import SheetSubject, overview_of, subjects_of
from generator.lampiran.layout.assemble import SPINE_GAP, assemble, connectors
from generator.lampiran.layout.band import UNIT, in_units
from generator.lampiran.layout.breaks import beginning, portions, split_tiers
from generator.lampiran.layout.chart import Planner
from generator.lampiran.layout.column_limit import within_columns
from generator.lampiran.layout.columns import boxes_in, most_columns
from generator.lampiran.layout.plan import CHAIN, Plan, Tier
from generator.lampiran.sheet import MM, Chart, DrawnSheet, PageGeometry, Pohon
from generator.lampiran.styles import BIASA, LEMBAR, LEMBAR_LAIN, RAPAT, SKALA, Scale
from generator.values import Isian
from generator.word.measure import count_lines, longest, room, text_width, width_for

HEADING = round((LEMBAR.line + LEMBAR.before + LEMBAR.after) * 20)
"""Twips that the heading above a chart takes."""
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


def lay_out(cascade: Cascade, page: PageGeometry) -> Pohon:
    """Return all sheets of a cascade, placed on pages of this size."""
    cascade = told_apart(cascade)
    paging = _Paging(page, spine_labels(cascade))
    subjects = [paging.parts(one) for one in subjects_of(cascade)]
    long = frozenset(parts[0].subject for parts in subjects if len(parts) > 1)
    pages = paging.pack(paging.parts(overview_of(cascade, long)), subjects)
    counts = Counter(part.subject for parts in pages.values() for part in parts)
    titles = _Titles(page.inner_width, counts, long)
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


class _Titles:
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
            for fitting in self._fitting(spec, planner):
                plan = planner.plan(fitting)
                left = (self.full if parts else first) - HEADING
                for tiers, head in portions(plan, planner, left, self.full - HEADING):
                    whole = head is plan and len(tiers) == len(plan.tiers)
                    parts.append(PlanPart(head, tiers, subject.bookmark, whole))
        return tuple(parts)

    def _fitting(self, spec: Spec, planner: Planner) -> Iterator[Spec]:
        """Yield a chart as charts whose heads leave room for a band below them."""
        for narrow in self._beginning(self._narrowed(spec, planner), planner):
            plan = planner.plan(narrow)
            if self._begins(narrow, planner):
                yield narrow
                continue
            chain = spec.chain
            if chain and plan.head[-2].height > self.full // 3:
                above = sum(band.height for band in plan.head[:-2]) + CHAIN * len(chain)
                left = min(self.full * 3 // 4, self.full - HEADING - above)
                for box in planner.split(chain[-1], in_units(planner.width * 0.6), left):
                    yield replace(spec, chain=chain[:-1], row=(Branch(box, ((),)),))
                chain = (*chain[:-1], chain[-1].continued)
            yield from self._tall_row(replace(narrow, chain=chain), planner)

    def _narrowed(self, spec: Spec, planner: Planner) -> list[Spec]:
        """Return a chart as charts of so many panels side by side that no word is cut."""
        most = most_columns(planner.width, planner.skala)
        in_one_row = sum(branch.panels for branch in spec.row) <= most
        if in_one_row and (most == 1 or not planner.plan(spec).cuts_words):
            return [spec]
        while True:
            specs = [replace(spec, row=row) for row in _rows_of(spec.row, most)]
            if most == 1 or not any(planner.plan(one).cuts_words for one in specs):
                return specs
            most -= 1

    def _begins(self, spec: Spec, planner: Planner) -> bool:
        """Whether what hangs below the row begins on the page on which the row stands."""
        plan = planner.plan(spec)
        return HEADING + plan.head_height + beginning(plan.tiers) <= self.full

    def _beginning(self, specs: list[Spec], planner: Planner) -> list[Spec]:
        """Return charts with fewer panels side by side where more of them then begin."""

        def failing(some: Sequence[Spec]) -> int:
            return sum(not self._begins(one, planner) for one in some)

        best = specs
        most = max(sum(branch.panels for branch in spec.row) for spec in specs)
        while failing(best) and most > 1:
            most -= 1
            row = [branch for spec in specs for branch in spec.row]
            narrower = [replace(specs[0], row=one) for one in _rows_of(row, most)]
            best = min(best, narrower, key=failing)
        return best

    def _tall_row(self, spec: Spec, planner: Planner) -> Iterator[Spec]:
        """Yield a chart whose row is too high as charts of some rows each, then the rest."""
        plan = planner.plan(spec)
        if self._begins(spec, planner):
            yield spec
            return
        chain = plan.head_height - plan.head[-1].height
        left = self.full - HEADING - chain
        parts = -(-plan.head[-1].height // max(left, 1))
        rows = max(branch.box.height_in_rows for branch in spec.row)
        last = self._last_rows(spec, rows, planner)
        stop = rows - max(branch.box.height_in_rows for branch in last.row)
        while parts < stop and not self._fits(_cut(spec, parts, stop), planner):
            parts += 1
        cut = _cut(spec, min(parts, max(stop, 1)), stop)
        yield from cut if self._fits(cut, planner) else self._texts(spec, planner, left)
        if any(any(branch.hanging) for branch in spec.row):
            yield last

    def _last_rows(self, spec: Spec, rows: int, planner: Planner) -> Spec:
        """Return a chart with as many of the row's last rows as leave room for what hangs there."""
        above = replace(spec, chain=tuple(box.compact for box in spec.chain))
        count = rows // 2
        while count:
            row = (replace(one, box=one.box.rows(rows - count, rows)) for one in spec.row)
            if self._begins(last := replace(above, row=tuple(row)), planner):
                return last
            count //= 2
        return replace(above, row=tuple(one.continued() for one in spec.row))

    def _texts(self, spec: Spec, planner: Planner, left: int) -> list[Spec]:
        """Return a row whose texts are too high, cut, as rows with nothing hanging below them."""
        bare = replace(spec, row=tuple(map(Branch.bare, spec.row)))
        slots = planner.plan(bare).head[-1].slots
        while True:
            cut = [list(planner.split(one.box, one.right - one.left, left)) for one in slots]
            specs = []
            for nth in range(max(map(len, cut))):
                boxes = [parts[nth] if nth < len(parts) else parts[0].continued for parts in cut]
                pairs = zip(bare.row, boxes, strict=True)
                specs.append(replace(bare, row=tuple(replace(one, box=box) for one, box in pairs)))
            if self._fits(specs, planner) or left < self.full // 8:
                return specs
            left = left * 7 // 8

    def _fits(self, specs: Sequence[Spec], planner: Planner) -> bool:
        return all(HEADING + planner.plan(one).head_height <= self.full for one in specs)

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
