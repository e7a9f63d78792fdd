"""Carry people's edits from blocks that end into those that stand in their place."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from copy import deepcopy

from lxml import etree

from generator.revision.read.alignment import identity_of
from generator.revision.read.blocks import OBJECT, Block, atoms, paragraphs, segments
from generator.revision.read.lines import Rewording
from generator.revision.read.looks import differences, look_of
from generator.revision.read.stories import excerpt
from generator.revision.update.items import is_of_items, put_on, settled, shape_for
from generator.revision.update.matching import Lineage, Partners
from generator.revision.update.notes import Desk, NoteKind
from generator.revision.update.threeway import Fate, Verdict
from generator.revision.update.tracking import rewrite
from generator.word.wordml import w

_P, _R, _SHAPE, _LETTERS = map(w, ("p", "r", "pPr", "rPr"))


class Carrier:
    """Holds the paragraphs of all blocks that end, until a new one takes over what was edited."""

    def __init__(self, desk: Desk, lineage: Lineage, partners: Partners) -> None:
        self._desk = desk
        self._partners = partners
        self._ended = lineage.ended
        self._taken: set[Block] = set()
        self._inside: dict[tuple[Block, Hashable], list[Block]] = {}
        self._edited: dict[Hashable, list[Block]] = {}
        self._added: dict[etree._Element, Block] = {}
        for block in lineage.ended:
            for paragraph in paragraphs((block,)):
                key = _key(paragraph)
                self._inside.setdefault((block, key), []).append(paragraph)
                theirs = partners.of(paragraph)
                if not paragraph.names or not theirs:
                    continue
                if theirs.text != paragraph.text or is_of_items(paragraph, desk):
                    self._edited.setdefault(key, []).append(paragraph)
            if theirs := partners.of(block):
                self._added.update((one.element, one) for one in _added(theirs, partners))

    def copy(self, new: Block, instead_of: Block | None) -> etree._Element:
        """Return a copy of a new block with what people had written in its place.

        `instead_of` is the block of the base that it replaces, where that is known. A paragraph
        comes in a cell, with those that people added around it.
        """
        copied = deepcopy(new.element)
        if new.is_paragraph:
            etree.Element(w("tc")).append(copied)
        elements = dict(zip(new.element.iter(_P), copied.iter(_P), strict=True))
        for paragraph in paragraphs((new,)):
            former = self._former(paragraph, instead_of)
            theirs = former and self._partners.of(former)
            if former and theirs:
                self._taken.add(former)
                element = elements[paragraph.element]
                if len(paragraph.names) == 1 and is_of_items(paragraph, self._desk):
                    self._bring(element, former, theirs, paragraph)
                else:
                    self._fill(element, former, theirs, paragraph)
                    self._dress(element, former, theirs, paragraph)
                self._accompany(element, theirs)
        return copied

    def leftovers(self) -> None:
        """Tell what people did to blocks that ended and that nothing took over."""
        for block in self._ended:
            theirs = self._partners.of(block)
            if theirs is None:
                continue
            inside = tuple(paragraphs((block,)))
            hal = NoteKind.OVERRULED if self._taken.isdisjoint(inside) else NoteKind.HOMELESS
            edits = [one for one in _added(theirs, self._partners) if one.element in self._added]
            edits += _deleted(block, self._partners)
            for paragraph in inside:
                now = self._partners.of(paragraph)
                if now and now.text != paragraph.text and paragraph not in self._taken:
                    edits.append(now)
            for one in edits:
                if one.text.strip("\x1f"):
                    self._desk.tell(hal, one.element, excerpt(one.text), "")

    def _former(self, new: Block, instead_of: Block | None) -> Block | None:
        """Return the paragraph of the base whose place a new one takes."""
        key = _key(new)
        waiting = self._inside.get((instead_of, key), []) if instead_of else []
        candidates = (*waiting, *self._edited.get(key, ()))
        return next((one for one in candidates if one not in self._taken), None)

    def _bring(self, copy: etree._Element, base: Block, theirs: Block, new: Block) -> None:
        """Let a new paragraph be people's own, with what the data changed entered in it."""
        of_base, of_theirs = self._desk.styles
        own_style = of_base.called(base.element) != of_theirs.called(theirs.element)
        brought = settled(theirs.element, self._desk)
        verdicts = self._judged(copy, base, theirs, new)
        rewrite(brought, [words for verdict in verdicts for words in verdict.rewordings])
        shape = shape_for(base.element, brought, new.element, own_style=own_style)
        put_on(copy, brought, shape)

    def _fill(self, copy: etree._Element, base: Block, theirs: Block, new: Block) -> None:
        """Put people's text in a new paragraph."""
        if theirs.text == base.text:
            return
        rewrite(copy, list(_carried(self._judged(copy, base, theirs, new))))

    def _judged(
        self, copy: etree._Element, base: Block, theirs: Block, new: Block
    ) -> list[Verdict]:
        """Return what becomes of each value of a line that is carried; conflicts are told."""
        verdicts = self._desk.judge.line(segments(base.element), theirs.text, segments(new.element))
        for verdict in verdicts:
            if verdict.fate is Fate.CONFLICT:
                self._desk.comment(copy, conflict_text(verdict))
                self._desk.tell(
                    NoteKind.CONFLICT, new.element, verdict.theirs, verdict.new, verdict.name
                )
        return verdicts

    def _dress(self, copy: etree._Element, base: Block, theirs: Block, new: Block) -> None:
        """Give a new paragraph the look that people gave the one before, or tell what was lost."""
        styles = self._desk.styles
        looks = (look_of(base.element, styles[0]), look_of(theirs.element, styles[1]))
        changed = list(differences(*looks))
        if not changed:
            return
        letters = [atom.run.find(_LETTERS) for atom in atoms(theirs.element) if atom.text.strip()]
        if len({b"" if one is None else etree.tostring(one, method="c14n") for one in letters}) > 1:
            for name, old, now in changed:
                before, after = (f"{name} {value}".strip() for value in (old, now))
                self._desk.tell(NoteKind.PLAIN, new.element, before, after)
            return
        _replace(copy, theirs.element.find(_SHAPE))
        for run in copy.iter(_R) if letters else ():
            _replace(run, letters[0])

    def _accompany(self, copy: etree._Element, theirs: Block) -> None:
        """Bring along the paragraphs that people added around one."""
        for after in (False, True):
            beside = copy
            for one in theirs.element.itersiblings(preceding=not after):
                if one.tag != _P or self._added.pop(one, None) is None:
                    break
                brought = settled(one, self._desk)
                if after:
                    beside.addnext(brought)
                else:
                    beside.addprevious(brought)
                beside = brought


def conflict_text(verdict: Verdict) -> str:
    """Return the comment on a value that both changed."""
    return (
        f'Bentrok. Teks di naskah: "{verdict.theirs}". Nilai baru dari buku: "{verdict.new}" '
        f'(sebelumnya "{verdict.base}"). Pilih salah satu.'
    )


def _replace(element: etree._Element, properties: etree._Element | None) -> None:
    """Give a paragraph or run these properties in place of its own."""
    own = element[0] if len(element) and element[0].tag in (_SHAPE, _LETTERS) else None
    if own is not None:
        element.remove(own)
    if properties is not None:
        element.insert(0, deepcopy(properties))


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


def _deleted(block: Block, partners: Partners) -> Iterator[Block]:
    for inner in block.inner:
        if partners.of(inner) is None:
            yield inner
        else:
            yield from _deleted(inner, partners)
