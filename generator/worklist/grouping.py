"""What stops the decree, what is certain, what is left to decide: one grouping for all printers.

Data in, data out: terminal, JSON and page ask for the same and only draw it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from generator.bahasa.wording import natural_key
from generator.findings.finding import Diagnostic, Waived, is_before_all, worst_first
from generator.findings.gathering import listed
from generator.findings.pieces import proposals
from generator.findings.rule import Rule, Severity, Stage
from generator.schema.books import BOOKS, OPTIONAL_BOOKS
from generator.values import Place

_BOOKS = (*BOOKS, *OPTIONAL_BOOKS)
_SHEETS = {one.name: nth for nth, one in enumerate(one for b in _BOOKS for one in b.sheets)}
"""The order of the sheets within their books."""


class Kelompok(Enum):
    """The groups, in the order in which one works through them."""

    DAHULU = "lihat dahulu"
    """What makes all else that is found be about the wrong file."""
    MENGHALANGI = "harus dibetulkan"
    """What stops the decree, or another document of the book that it stands in."""
    PASTI = "pasti"
    """What has a certain cure."""
    DIPUTUSKAN = "perlu diputuskan"
    """What only a person can decide."""
    CATATAN = "catatan"
    """What is told on request."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """In the cell at `place` the piece `old` becomes `new`; "" is an empty cell."""

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class WorkItem:
    """What is said alike of one place or of several of one sheet.

    `findings` counts those that say so. The certain cure is in `replacements`, if there is one.
    """

    rule: Rule
    places: tuple[Place, ...]
    statement: str
    cure: str
    findings: int
    replacements: tuple[Replacement, ...] = ()

    @property
    def heading(self) -> str:
        """The heading of the column, where all places are in one."""
        headings = {place.heading or "" for place in self.places}
        return headings.pop() if len(headings) == 1 else ""

    def where(self, besides: Place) -> str:
        """Return its places as one reads them out under a heading that names those of `besides`."""
        first = self.places[0]
        if first.cell:
            cells = listed(self.places, first)
            here = (first.book, first.sheet) == (besides.book, besides.sheet)
            return cells if here else f"{sheet_of(first)}: {cells}"
        if first.book != besides.book:
            return str(replace(first, heading=None))
        if first.spot or not first.sheet:
            return first.spot or "berkas ini"
        column = f"kolom {first.column}" if first.column else "lembar ini"
        return f"baris {first.row}" if first.row else column


@dataclass(frozen=True, slots=True)
class WorkBlock:
    """The items of one sheet of a book, or those of one rule whose cure is certain."""

    about: Rule | Place
    items: tuple[WorkItem, ...]

    @property
    def findings(self) -> int:
        return sum(one.findings for one in self.items)


@dataclass(frozen=True, slots=True)
class WorkSection:
    """One group with its blocks; no group without any has a section."""

    kelompok: Kelompok
    blocks: tuple[WorkBlock, ...]

    @property
    def findings(self) -> int:
        return sum(one.findings for one in self.blocks)


@dataclass(frozen=True, slots=True)
class Worklist:
    """All findings in their groups, and those that the office lets stand."""

    sections: tuple[WorkSection, ...]
    waived: tuple[Waived, ...] = ()

    @property
    def cites_butir(self) -> bool:
        """Whether something in it rests on a butir of the drafting law."""
        items = (item for one in self.sections for block in one.blocks for item in block.items)
        rules = [*(one.rule for one in items), *(one.finding.rule for one in self.waived)]
        return any(rule.butir for rule in rules)


def sheet_of(place: Place) -> str:
    """Return a book with the sheet in it, as a heading names them."""
    return f"{place.book} › {place.sheet}" if place.sheet else place.book


def kelompok_of(one: Diagnostic) -> Kelompok:
    """Return the group that a finding belongs to, of what comes back from Word too."""
    if is_before_all(one):
        return Kelompok.DAHULU
    if one.severity is Severity.SALAH:
        return Kelompok.MENGHALANGI
    if one.edits and one.rule.stage is not Stage.REVISI:
        return Kelompok.PASTI
    return Kelompok.CATATAN if one.severity is Severity.CATATAN else Kelompok.DIPUTUSKAN


def worklist(findings: Iterable[Diagnostic], waived: Iterable[Waived] = ()) -> Worklist:
    """Group findings: the certain ones by rule, all others by book, sheet and row."""
    ordered = worst_first(findings)
    cured = proposals(ordered)
    sections = []
    for kelompok in Kelompok:
        own = [
            (one, tuple(Replacement(*change) for change in changes))
            for one, changes in zip(ordered, cured, strict=True)
            if kelompok_of(one) is kelompok
        ]
        if own:
            sections.append(WorkSection(kelompok, _blocks(own, kelompok)))
    return Worklist(tuple(sections), tuple(waived))


_Cured = tuple[Diagnostic, tuple[Replacement, ...]]


def _blocks(findings: Sequence[_Cured], kelompok: Kelompok) -> tuple[WorkBlock, ...]:
    grouped: dict[Rule | Place, list[_Cured]] = {}
    for one in findings:
        place = Place(one[0].place.book, one[0].place.sheet)
        grouped.setdefault(one[0].rule if kelompok is Kelompok.PASTI else place, []).append(one)
    blocks = [WorkBlock(about, _items(group)) for about, group in grouped.items()]
    return tuple(sorted(blocks, key=_order_of_block))


def _items(findings: Sequence[_Cured]) -> tuple[WorkItem, ...]:
    alike: dict[tuple[object, ...], list[_Cured]] = {}
    for one, changes in findings:
        alone = replace(one, facts={**one.facts, "juga": ""}) if one.alike else one
        sheet = one.place.book, one.place.sheet
        key = (one.rule.name, sheet, alone.statement, alone.cure)
        alike.setdefault(key, []).append((one, changes))
    items = [
        WorkItem(
            group[0][0].rule,
            tuple(sorted({at for one, _ in group for at in one.places}, key=_order)),
            str(statement),
            str(cure),
            len(group),
            tuple(dict.fromkeys(change for _, changes in group for change in changes)),
        )
        for (_, _, statement, cure), group in alike.items()
    ]
    return tuple(sorted(items, key=lambda one: _order(one.places[0])))


def _order_of_block(block: WorkBlock) -> tuple[object, ...]:
    return (block.about.code,) if isinstance(block.about, Rule) else _order(block.about)


def _order_of_sheet(place: Place) -> tuple[int, str]:
    if place.sheet is None:
        return -1, ""
    return _SHEETS.get(place.sheet, len(_SHEETS)), place.sheet


def _order(place: Place) -> tuple[object, ...]:
    column = place.column or ""
    spot = natural_key(place.spot or "")
    sheet = _order_of_sheet(place)
    return natural_key(place.book), sheet, place.row or 0, len(column), column, spot
