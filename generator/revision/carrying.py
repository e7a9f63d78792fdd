"""Carry people's edits from blocks that end into those that stand in their place."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from copy import deepcopy

from lxml import etree

from generator.decree.wordml import w
from generator.revision.alignment import identity_of
from generator.revision.lines import Rewording
from generator.revision.looks import differences, look_of
from generator.revision.matching import Lineage, Partners
from generator.revision.notes import Desk, Hal
from generator.revision.reading import OBJECT, Block, paragraphs, segments
from generator.revision.stories import excerpt
from generator.revision.threeway import Fate, Verdict
from generator.revision.tracking import rewrite

_P = w("p")


class Carrier:
    """Holds the paragraphs of all blocks that end, until a new one takes over what was edited."""

    def __init__(self, desk: Desk, lineage: Lineage, partners: Partners) -> None:
        self._desk = desk
        self._partners = partners
        self._waiting: dict[Hashable, list[tuple[Block, Block]]] = {}
        self._ended = lineage.gone
        self._taken: set[Block] = set()
        for block in lineage.gone:
            for paragraph in paragraphs((block,)):
                self._waiting.setdefault(_key(paragraph), []).append((block, paragraph))

    def copy(self, new: Block, instead_of: Block | None) -> etree._Element:
        """Return a copy of a new block with what people had written in its place.

        `instead_of` is the block of the base that it replaces, where that is known.
        """
        copied = deepcopy(new.element)
        elements = dict(zip(new.element.iter(_P), copied.iter(_P), strict=True))
        for paragraph in paragraphs((new,)):
            former = self._former(paragraph, instead_of)
            theirs = former and self._partners.of(former)
            if former and theirs:
                self._taken.add(former)
                self._fill(elements[paragraph.element], former, theirs, paragraph)
        return copied

    def _former(self, new: Block, instead_of: Block | None) -> Block | None:
        waiting = self._waiting.get(_key(new), [])
        for nth, (block, _) in enumerate(waiting):
            if block is instead_of:
                return waiting.pop(nth)[1]
        if not new.names:
            return None
        for nth, (_, paragraph) in enumerate(waiting):
            theirs = self._partners.of(paragraph)
            if theirs is not None and theirs.text != paragraph.text:
                return waiting.pop(nth)[1]
        return None

    def _fill(self, copy: etree._Element, base: Block, theirs: Block, new: Block) -> None:
        if theirs.text != base.text:
            verdicts = self._desk.judge.line(
                segments(base.element), theirs.text, segments(new.element)
            )
            rewrite(copy, list(_carried(verdicts)))
            for verdict in verdicts:
                if verdict.fate is Fate.CONFLICT:
                    self._desk.tell(
                        Hal.CONFLICT, new.element, verdict.theirs, verdict.new, verdict.name
                    )
                    self._desk.comment(copy, conflict_text(verdict))
        styles = self._desk.styles
        looks = (look_of(base.element, styles[0]), look_of(theirs.element, styles[1]))
        for name, old, now in differences(*looks):
            before, after = (f"{name} {value}".strip() for value in (old, now))
            self._desk.tell(Hal.PLAIN, new.element, before, after)

    def leftovers(self) -> None:
        """Tell what people did to blocks that ended and that nothing took over."""
        for block in self._ended:
            theirs = self._partners.of(block)
            if theirs is None:
                continue
            lives_on = any(one in self._taken for one in paragraphs((block,)))
            hal = Hal.HOMELESS if lives_on else Hal.OVERRULED
            for added in _added(theirs, self._partners):
                if added.text.strip("\x1f"):
                    self._desk.tell(hal, added.element, excerpt(added.text), "")
            for paragraph in paragraphs((block,)):
                now = self._partners.of(paragraph)
                if now and now.text != paragraph.text and paragraph not in self._taken:
                    self._desk.tell(hal, paragraph.element, excerpt(now.text), "")


def conflict_text(verdict: Verdict) -> str:
    """Return the comment on a value that both changed."""
    return (
        f'Bentrok. Teks di naskah: "{verdict.theirs}". Nilai baru dari buku: "{verdict.new}" '
        f'(sebelumnya "{verdict.base}"). Pilih salah satu.'
    )


def _key(paragraph: Block) -> Hashable:
    return tuple(map(identity_of, paragraph.names)) or paragraph.text


def _carried(verdicts: list[Verdict]) -> Iterator[Rewording]:
    """Yield how to put people's text in a line of the new decree."""
    at = 0
    for verdict in verdicts:
        stop = at + len(verdict.new)
        text = verdict.reworded
        if text != verdict.new and OBJECT not in text + verdict.new:
            yield Rewording(at, stop, text)
        at = stop


def _added(block: Block, partners: Partners) -> Iterator[Block]:
    for inner in block.inner:
        if partners.is_added(inner):
            yield inner
        else:
            yield from _added(inner, partners)
