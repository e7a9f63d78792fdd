"""Carry people's edits from blocks that end into those that stand in their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree

from generator.revision.read.alignment import identity_of
from generator.revision.read.blocks import Block, paragraphs
from generator.revision.read.drawings import Key, is_drawing, places
from generator.revision.read.habits import Habit, common_letters, put_on
from generator.revision.read.looks import differences, look_of
from generator.revision.read.stories import excerpt
from generator.revision.read.things import is_filled, is_touched, named, things_of
from generator.revision.update.bringing import Bringer, begun_by, fill_of, shade_as
from generator.revision.update.items import Joined, is_of_items
from generator.revision.update.matching import Lineage, Partners
from generator.revision.update.notes import Desk, NoteKind
from generator.revision.update.threeway import Fate, Verdict
from generator.revision.update.tracking import rewrite
from generator.schema.kinerja import ESELON
from generator.word.wordml import w

_P, _TBL, _TC, _TR = map(w, ("p", "tbl", "tc", "tr"))
_TREE = frozenset(book.kind for book in ESELON)


class Carrier:
    """Holds the paragraphs of all blocks that end, until a new one takes over what was edited."""

    def __init__(self, desk: Desk, lineage: Lineage, partners: Partners, joined: Joined) -> None:
        self._desk = desk
        self._partners = partners
        self._joined = joined
        self._ended = lineage.ended
        self._living = lineage.living
        self._heirs = lineage.heirs
        self._bringer = Bringer(desk)
        self._taken: set[Block] = set()
        self._inside: dict[tuple[Block, Key], list[Block]] = {}
        self._elsewhere: dict[Key, list[Block]] = {}
        self._added: dict[etree._Element, Block] = {}
        self._touched: set[Block] = set()
        for block in lineage.ended:
            heir = lineage.heirs.get(block)
            owed = frozenset(places(heir, self._node_of).values()) if heir else frozenset()
            known = places(block, self._node_of)
            for paragraph in paragraphs((block,)):
                theirs = partners.of(paragraph)
                if paragraph not in known:  # nothing is printed there
                    if theirs and (theirs.text or things_of(theirs.element)):
                        self._touched.add(paragraph)
                    continue
                key = known[paragraph]
                self._inside.setdefault((block, key), []).append(paragraph)
                touched = theirs and is_touched(paragraph, theirs, desk.styles)
                if touched:
                    self._touched.add(paragraph)
                if touched or (theirs and is_of_items(paragraph, desk)):
                    for one in self._further_keys(paragraph, key) if key not in owed else ():
                        self._elsewhere.setdefault(one, []).append(paragraph)
            if theirs := partners.of(block):
                self._added.update((one.element, one) for one in _added(theirs, partners))

    def copy(
        self, new: Block, instead_of: Block | None, beside: Iterable[Block] = ()
    ) -> etree._Element:
        """Return a copy of a new block with what people had made in its place.

        `instead_of` is the block of the base that it replaces, where that is known; `beside` are
        those of the base that it will stand among, whose letters it takes over where people set
        them all alike. A paragraph comes in a cell, with those that people added around it.
        """
        copied = deepcopy(new.element)
        if new.is_paragraph:
            etree.Element(w("tc")).append(copied)
        elements = dict(zip(new.element.iter(_P), copied.iter(_P), strict=True))
        habit: Habit | None = None
        for paragraph, key in places(new, self._node_of).items():
            former = self._former(paragraph, key, instead_of)
            theirs = former and self._partners.of(former)
            if former and theirs:
                self._taken.add(former)
                element = elements[paragraph.element]
                shade_as(element, former.element, theirs.element)
                if former in self._touched:
                    self._bring(element, former, theirs, paragraph)
                self._accompany(element, theirs)
            else:
                if habit is None:
                    habit = common_letters(self._pairs(beside), self._desk.styles)
                put_on(elements[paragraph.element], habit)
        return copied

    def fill_own_cells(self, row: etree._Element, instead_of: Block) -> None:
        """Put into a new row what people wrote in columns of their own in the one before it."""
        theirs = self._partners.of(instead_of)
        cells = row.findall(_TC)
        if theirs is None or len(cells) != len(theirs.inner):
            return
        for cell, own in zip(cells, theirs.inner, strict=True):
            if own.text and self._added.pop(own.element, None) is not None:
                for one in cell.findall(_P):
                    cell.remove(one)
                cell.extend([self._bringer.settled(one.element) for one in paragraphs(own.inner)])

    def finish(self) -> None:
        """Settle what was carried, and tell what people did to blocks that nothing took over."""
        self._bringer.finish()
        for block in self._ended:
            theirs = self._partners.of(block)
            if theirs is None:
                heir = self._heirs.get(block)
                if block.tag == _TBL and not (heir and is_drawing(heir.inner)):
                    self._tell_deleted(block)
                continue
            inside = tuple(paragraphs((block,)))
            usual = NoteKind.OVERRULED if self._taken.isdisjoint(inside) else NoteKind.HOMELESS
            added = [one for one in _added(theirs, self._partners) if one.element in self._added]
            edits = [
                *((one, "") for one in (*added, *_deleted(block, self._partners))),
                *((one, "") for one in _moved(block, self._partners)),
            ]
            for paragraph in inside:
                now = self._partners.of(paragraph)
                if now and paragraph not in self._taken:
                    self._tell_shade(paragraph, now)
                if now and paragraph in self._touched and paragraph not in self._taken:
                    self._desk.lose(paragraph.element)
                    if is_filled(paragraph, now):
                        edits.append((now, paragraph.text))
                    elif not self._living.isdisjoint(map(identity_of, paragraph.names)):
                        self._tell_look(paragraph, now)
            for one, before in edits:
                self._desk.lose(one.element)
                if what := named(one, before):
                    own_column = block.tag == _TR and one.tag == _TC
                    hal = NoteKind.HOMELESS if own_column else usual
                    self._desk.tell(hal, one.element, what, "")

    def _tell_deleted(self, table: Block) -> None:
        """Tell of a table that people deleted where the data print what it said in another one."""
        if not self._living.isdisjoint(map(identity_of, table.names)):
            self._desk.lose(table.element)
            what = f"dihapus: {excerpt(table.text)}"
            self._desk.tell(NoteKind.HOMELESS, table.element, what, "")

    def _pairs(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Block]]:
        for block in blocks:
            for paragraph in paragraphs((block,)):
                if theirs := self._partners.of(paragraph):
                    yield paragraph, theirs

    def _tell_look(self, base: Block, theirs: Block) -> None:
        styles = self._desk.styles
        looks = look_of(base.element, styles[0]), look_of(theirs.element, styles[1])
        for name, *values in differences(*looks):
            before, now = (f"{name} {value}".strip() for value in values)
            self._desk.tell(NoteKind.PLAIN, theirs.element, before, now)

    def _tell_shade(self, base: Block, theirs: Block) -> None:
        before, now = (fill_of(begun_by(one.element)) for one in (base, theirs))
        if before != now:
            self._desk.tell(
                NoteKind.PLAIN,
                theirs.element,
                f"arsiran {before or 'tidak ada'}",
                f"arsiran {now or 'tidak ada'}",
            )

    def _former(self, new: Block, key: Key, instead_of: Block | None) -> Block | None:
        """Return the paragraph of the base whose place a new one takes."""
        waiting = self._inside.get((instead_of, key), []) if instead_of else []
        further = self._further_keys(new, key)
        candidates = (*waiting, *(one for each in further for one in self._elsewhere.get(each, ())))
        return next((one for one in candidates if one not in self._taken), None)

    def _further_keys(self, paragraph: Block, key: Key) -> list[Key]:
        """Return what a paragraph is known by in other sheets, the surest first.

        A value of the tree is known by its own name, and one whose name is no longer there, or
        is new, by what it reads.
        """
        if not paragraph.names:
            return []
        names = tuple(map(identity_of, paragraph.names))
        keys: list[Key] = [key, names]
        if not all(map(self._node_of, paragraph.names)):
            keys = [key]
        if self._living.isdisjoint(names):
            roles = [
                anchor.identity[-1]
                for name in paragraph.names
                if (anchor := self._desk.anchors.get(name))
            ]
            keys.append((tuple(roles), paragraph.text))
        return keys

    def _node_of(self, name: str) -> Key | None:
        """Return the node of the tree that a printed value tells about."""
        anchor = self._desk.anchors.get(name)
        return anchor.identity[:3] if anchor and anchor.identity[0] in _TREE else None

    def _bring(self, copy: etree._Element, base: Block, theirs: Block, new: Block) -> None:
        """Let a new paragraph be people's own, with what the data changed entered in it."""
        judge = self._desk.judge
        before, now = self._joined.lines(base, new)
        verdicts = judge.line(before, theirs.text, now)
        brought = self._bringer.settled(theirs.element)
        rewrite(brought, [words for verdict in verdicts for words in verdict.rewordings])
        self._bringer.put(copy, brought, base, theirs, new)
        for verdict in verdicts:
            if verdict.fate is Fate.CONFLICT:
                self._desk.comment(copy, conflict_text(verdict))
                self._desk.tell(
                    NoteKind.CONFLICT, new.element, verdict.theirs, verdict.new, verdict.name
                )

    def _accompany(self, copy: etree._Element, theirs: Block) -> None:
        """Bring along the paragraphs that people added around one."""
        for after in (False, True):
            beside = copy
            for one in theirs.element.itersiblings(preceding=not after):
                if one.tag != _P or self._added.pop(one, None) is None:
                    break
                brought = self._bringer.settled(one)
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


def _moved(block: Block, partners: Partners) -> Iterator[Block]:
    """Yield the rows that people moved within a table that ends."""
    for row in block.inner:
        if row.tag == _TR and partners.is_moved(row) and (theirs := partners.of(row)):
            yield theirs
