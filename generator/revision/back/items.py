"""Items that people added, deleted, split or moved in Word, as the rows of their sheet then.

An item that was split is one that was shortened and one that was added behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from generator.revision.opened import StampedFile
from generator.revision.read.alignment import longest_rise
from generator.revision.read.blocks import Block, paragraphs, segments
from generator.revision.read.lines import partition
from generator.revision.read.looks import LookSheet, shape_of
from generator.revision.read.stories import STYLES
from generator.revision.update.matching import Partners
from generator.revision.update.renumbering import is_item
from generator.values import Place
from generator.word.render import Anchor
from generator.word.wordml import w

_P, _TR = map(w, ("p", "tr"))


@dataclass(frozen=True, slots=True)
class ItemNow:
    """One item as it stands in Word; `anchor` is None for one that people added.

    `is_joined` says that people made several paragraphs of it.
    """

    anchor: Anchor | None
    text: str
    is_joined: bool = False


@dataclass(frozen=True, slots=True)
class ItemList:
    """One list of items: as it was printed, and as it stands now where that is something else."""

    made: tuple[Anchor, ...]
    now: tuple[ItemNow, ...]

    @property
    def sheet(self) -> str:
        """The sheet whose rows they are."""
        return self.made[0].identity[1]

    @property
    def is_changed(self) -> bool:
        joined = any(one.is_joined for one in self.now)
        return joined or list(self.made) != [one.anchor for one in self.now]

    @property
    def place_behind(self) -> Place:
        """The cell under the last one."""
        last = self.made[-1].place
        assert last.row is not None
        return replace(last, row=last.row + 1)

    def changes(self) -> Iterator[tuple[Place, str, str]]:
        """Yield what became of which item: its cell, the words for it, and its text."""
        numbers = {anchor: number for number, anchor in enumerate(self.made, 1)}
        here = [(place, numbers[one.anchor]) for place, one in enumerate(self.now) if one.anchor]
        kept = {place for place, _ in longest_rise(here)}
        for place, one in enumerate(self.now):
            if one.anchor is None:
                yield self.place_behind, f"ditambahkan sebagai butir {place + 1}", one.text
            elif place not in kept:
                moved = f"dipindahkan dari nomor {numbers[one.anchor]} ke nomor {place + 1}"
                yield one.anchor.place, moved, one.text
        left = {one.anchor for one in self.now}
        for anchor in self.made:
            if anchor not in left:
                yield anchor.place, "dihapus", anchor.text


def changed_lists(decree: StampedFile) -> list[ItemList]:
    """Return the lists of which people made another list than the books have."""
    return [one for one in item_lists(decree) if one.is_changed]


def item_lists(decree: StampedFile) -> list[ItemList]:
    """Return the lists of a decree as they stand in Word."""
    made: dict[tuple[str, ...], dict[str, Anchor]] = {}
    for anchor in decree.stamp.anchors:
        if is_item(anchor.identity) and anchor.occurrence == 0 and anchor.place.row:
            made.setdefault(anchor.identity[:-2], {})[anchor.name] = anchor
    if not made:
        return []
    reading = _Reading(decree)
    return [ItemList(tuple(one.values()), tuple(reading.items(one))) for one in made.values()]


class _Reading:
    def __init__(self, decree: StampedFile) -> None:
        base, now = decree.base.document.blocks, decree.now.document.blocks
        self.partners = Partners(base, now)
        self.former = {now: one for one, now in self.partners.pairs()}
        self.lines = list(paragraphs(now))
        self.new_rows = frozenset(_added_rows(now, self.partners))
        self.styles = LookSheet(decree.now.root(STYLES))

    def items(self, made: Mapping[str, Anchor]) -> Iterator[ItemNow]:
        """Yield the items of a list in their order now."""
        listed: dict[etree._Element, ItemNow] = {}
        for line in self.lines:
            former = self.former.get(line)
            name = next((one for one in former.names if one in made), "") if former else ""
            if former and name and (text := _value(former, line, name)):
                listed[line.element] = ItemNow(made[name], text)
        for preceding, order in ((True, self.lines), (False, self.lines[::-1])):
            for line in order:
                text = line.text.strip()
                if line.element in listed or not text or not self.partners.is_added(line):
                    continue
                beside = self._beside(line.element, preceding=preceding)
                if beside in listed and self._is_like(line.element, beside):
                    if preceding and self._is_in_one_item(line.element, beside):
                        whole = f"{listed[beside].text}\n{text}"
                        listed[beside] = replace(listed[beside], text=whole, is_joined=True)
                    else:
                        listed[line.element] = ItemNow(None, text)
        yield from (listed[one.element] for one in self.lines if one.element in listed)

    def _beside(self, line: etree._Element, *, preceding: bool) -> etree._Element | None:
        """Return the line where an item beside an added one stands: in its cell, or its row."""
        if (row := _row(line)) in self.new_rows:
            beside = next(row.itersiblings(_TR, preceding=preceding), None)
            lines = [] if beside is None else list(beside.iter(_P))
            return lines[-1] if lines else None
        return next(line.itersiblings(_P, preceding=preceding), None)

    def _is_like(self, line: etree._Element, beside: etree._Element) -> bool:
        """Whether a line is in the last cell of a new row, or in the style of the one beside it."""
        row = _row(line)
        if row in self.new_rows:
            return next(line.iterancestors(w("tc")), None) is row.findall(w("tc"))[-1]
        return self.styles.called(line) == self.styles.called(beside)

    def _is_in_one_item(self, line: etree._Element, beside: etree._Element) -> bool:
        """Whether two lines of a row are one item: nothing numbers them, as in Diktum."""
        shape = self.styles.shape(self.styles.of(beside)) | shape_of(beside.find(w("pPr")))
        return _row(line) is _row(beside) is not None and shape.get("penomoran", "0") == "0"


def _value(former: Block, now: Block, name: str) -> str:
    """Return what stands now where a value was printed."""
    printed = segments(former.element)
    nth = [segment.name for segment in printed].index(name)
    return now.text[slice(*partition(printed, now.text)[nth])].strip()


def _row(line: etree._Element) -> etree._Element | None:
    return next(line.iterancestors(_TR), None)


def _added_rows(blocks: Sequence[Block], partners: Partners) -> Iterator[etree._Element]:
    for block in blocks:
        if block.tag == _TR and partners.is_added(block):
            yield block.element
        yield from _added_rows(block.inner, partners)
