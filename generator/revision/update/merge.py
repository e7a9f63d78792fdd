"""Enter what the data changed into the file that people edited, as tracked changes.

The file of the people is the ground: whatever they formatted, moved or added is in it already.
Only three things are done to it: values are reworded, blocks are marked as deleted, and blocks
of the new decree are put in, marked as inserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from generator.lampiran.matriks.rows import RUNNING
from generator.revision.read.alignment import identity_of
from generator.revision.read.blocks import ANCHOR, Block, segments
from generator.revision.read.lines import partition
from generator.revision.read.stories import excerpt
from generator.revision.update.carrying import Carrier, conflict_text
from generator.revision.update.matching import Lineage, Partners, Succession
from generator.revision.update.merged_rows import mend_merges
from generator.revision.update.notes import Desk, NoteKind
from generator.revision.update.rows import across, fit_row, is_running
from generator.revision.update.threeway import Fate
from generator.word.wordml import drop, w

_P, _TBL, _TR, _TC = map(w, ("p", "tbl", "tr", "tc"))
_BLOCKS = frozenset((_P, _TBL, _TR, w("sectPr")))
_START, _END, _NAME, _ID = w("bookmarkStart"), w("bookmarkEnd"), w("name"), w("id")
_SHEET = "_pohon_"
_PLACES = (_SHEET, RUNNING)
_OURS = (ANCHOR, *_PLACES)
"""How the bookmarks begin that this program makes."""

Blocks = Sequence[Block]


def merge(container: etree._Element, base: Blocks, theirs: Blocks, new: Blocks, desk: Desk) -> None:
    """Merge the blocks of one story into `container`, their parent in people's file.

    What was done is told to `desk`. Values that stand there afterwards carry the anchors of the
    new decree, and no others are left.
    """
    _Merge(base, theirs, new, desk).run(container)


class _Merge:
    def __init__(self, base: Blocks, theirs: Blocks, new: Blocks, desk: Desk) -> None:
        self.base, self.theirs, self.new = base, theirs, new
        self.desk = desk
        self.partners = Partners(base, theirs)
        self.lineage = Lineage(base, new)
        self.carrier = Carrier(desk, self.lineage, self.partners)
        self.successors: dict[str, str] = {}
        self.put_in: set[etree._Element] = set()
        self.leaving: list[etree._Element] = []
        self.instead: list[tuple[etree._Element, etree._Element]] = []
        self.tables: dict[etree._Element, bool] = {}
        self.ends: list[tuple[etree._Element, dict[etree._Element, bool]]] = []

    def run(self, container: etree._Element) -> None:
        self.tell_different_places()
        self.blocks(container, self.lineage.first, self.base, self.new)
        self.carrier.leftovers()
        for element in self.leaving:  # only now: until here it was read what stood in them
            self.desk.tracker.delete(element)
        for paragraph, copy in self.instead:
            self.desk.tracker.take_over(paragraph, copy)
        for table in self.tables:
            mend_merges(self.desk.tracker, table)
        for holder, ends in self.ends:
            self.mark_ends(holder, ends)
        self.rename(container)

    def blocks(
        self, container: etree._Element, step: Succession, base: Blocks, new: Blocks
    ) -> None:
        """Merge what stands in one body, table, row or cell."""
        ends: dict[etree._Element, bool] = {}
        for i in step.gone:
            if theirs := self.partners.of(base[i]):
                self.remove(theirs, base[i], ends)
        former = {j: i for i, j in step.kept.items()}
        cursor: etree._Element | None = None
        at = -1
        for j, block in enumerate(new):
            place = step.place(j, at)
            for one in base[at + 1 : place + 1]:
                if theirs := self.partners.in_place(one):
                    cursor = theirs.element
            at = max(at, place)
            old = base[former[j]] if j in former else None
            theirs = self.partners.of(old) if old else None
            if old and theirs:
                self.both(old, theirs, block, ends)
            elif old and old.text == block.text:
                continue  # people deleted it, and the data say nothing new
            elif block.tag == _TC:
                self.desk.tell(NoteKind.HOMELESS, block.element, "", block.text)
            elif is_running(block):
                copy = self.running(block, base)
                across(copy, container)
                self.insert(container, cursor, copy, ends)
                cursor = copy
            else:
                instead_of = base[step.redrawn[j]] if j in step.redrawn else None
                copy = self.carrier.copy(block, instead_of)
                if block.tag == _TR and (like := self.like(base, at, len(block.inner))):
                    fit_row(copy, container, *like)
                if old:
                    self.bring_back(copy, block)
                for piece in _with_beside(copy):
                    self.insert(container, cursor, piece, ends)
                    cursor = piece
                self.desk.tell(NoteKind.ENTERED, block.element, "", excerpt(block.text))
        if ends:
            self.ends.append((container, ends))

    def both(
        self, base: Block, theirs: Block, new: Block, ends: dict[etree._Element, bool]
    ) -> None:
        """Merge a block that all three have; `ends` are those of the container."""
        if not base.is_paragraph:
            if step := self.lineage.of(base):
                self.blocks(theirs.element, step, base.inner, new.inner)
            elif base.names and (kept := self.partners.of(base.inner[0])):
                self.both(base.inner[0], kept, new.inner[0], ends)
            return
        if self.lineage.is_replaced(base):
            self.replace(base, theirs, new, ends)
            return
        self.inherit(base, new)
        judge = self.desk.judge
        if base.text == new.text and not any(map(judge.is_of_the_year, base.names)):
            return
        verdicts = judge.line(segments(base.element), theirs.text, segments(new.element))
        self.desk.tracker.reword(
            theirs.element, [words for verdict in verdicts for words in verdict.rewordings]
        )
        for verdict in verdicts:
            if verdict.fate is Fate.CONFLICT:
                self.desk.comment(theirs.element, conflict_text(verdict))
            if verdict.fate is not Fate.KEPT:
                hal = NoteKind.CONFLICT if verdict.fate is Fate.CONFLICT else NoteKind.ENTERED
                hal = NoteKind.STALE if judge.is_of_the_year(verdict.name) else hal
                self.desk.tell(hal, base.element, verdict.theirs, verdict.new, verdict.name)

    def replace(
        self, base: Block, theirs: Block, new: Block, ends: dict[etree._Element, bool]
    ) -> None:
        """Let a paragraph of people's file hold what a row that stays prints in its place now."""
        copy = self.carrier.copy(new, None)
        before, after = (list(copy.itersiblings(preceding=one)) for one in (True, False))
        for piece in reversed(before):
            theirs.element.addprevious(piece)
        for piece in reversed(after):
            theirs.element.addnext(piece)
        for piece in (*before, *after):
            self.adopt(piece, ends)
        self.adopt(copy, None)
        if base.text:
            self.leaving.append(theirs.element)
        self.instead.append((theirs.element, copy))
        self.desk.tell(NoteKind.ENTERED, base.element, excerpt(theirs.text), excerpt(new.text))

    def remove(self, theirs: Block, base: Block, ends: dict[etree._Element, bool]) -> None:
        self.leaving.append(theirs.element)
        if theirs.is_paragraph:
            ends[theirs.element] = False
        self.note_row(theirs.element)
        if not is_running(base):
            self.desk.tell(NoteKind.ENTERED, base.element, excerpt(theirs.text), "")

    def bring_back(self, copy: etree._Element, block: Block) -> None:
        """Say in a comment that people had deleted what the data have changed since."""
        paragraph = copy if block.is_paragraph else next(copy.iter(_P))
        self.desk.comment(paragraph, "Bagian ini dihapus di naskah, tetapi berubah dalam buku.")
        self.desk.tell(NoteKind.CONFLICT, block.element, "", excerpt(block.text))

    def insert(
        self,
        container: etree._Element,
        cursor: etree._Element | None,
        copy: etree._Element,
        ends: dict[etree._Element, bool],
    ) -> None:
        """Put a new block behind `cursor`, or first, and mark it as inserted."""
        self.adopt(copy, ends)
        if cursor is None:
            cursor = next((one for one in container if one.tag in _BLOCKS), None)
            if cursor is None:
                container.append(copy)
            else:
                cursor.addprevious(copy)
        else:
            cursor.addnext(copy)
        if copy.tag == _TBL:
            self.keep_apart(copy, ends)
        self.note_row(copy)

    def adopt(self, copy: etree._Element, ends: dict[etree._Element, bool] | None) -> None:
        """Mark a new block as inserted; without `ends` it lends its text to a paragraph."""
        numbers: dict[str, str] = {}
        for mark in copy.iter(_START, _END):
            old = mark.get(_ID, "")
            mark.set(_ID, numbers.setdefault(old, self.desk.tracker.number()))
            if mark.tag == _START:
                self.put_in.add(mark)
        self.desk.tracker.insert(copy)
        if copy.tag == _P and ends is not None:
            ends[copy] = True

    def keep_apart(self, table: etree._Element, ends: dict[etree._Element, bool]) -> None:
        """Put an empty paragraph between a new table and one beside it, for Word joins the two."""
        for after in (False, True):
            beside = next(table.itersiblings(_P, _TBL, preceding=not after), None)
            if beside is not None and beside.tag == _TBL:
                between = etree.Element(_P)
                ends[between] = True
                if after:
                    table.addnext(between)
                else:
                    table.addprevious(between)

    def note_row(self, element: etree._Element) -> None:
        """Remember the table that a row came into or leaves."""
        if element.tag == _TR:
            self.tables[next(element.iterancestors(_TBL))] = True

    def mark_ends(self, container: etree._Element, ends: dict[etree._Element, bool]) -> None:
        """Mark the ends of paragraphs that came or went.

        The last end of a body or cell cannot come or go, so that of the paragraph before does.
        """
        blocks = list(container.iterchildren(_P, _TBL))
        last = len(blocks)
        while last and blocks[last - 1] in ends:
            last -= 1
        for nth, paragraph in enumerate(blocks):
            if paragraph in ends:
                bearer = blocks[nth - 1] if nth >= last and nth else paragraph
                if (nth < last or nth) and bearer.tag == _P and not _ends_section(bearer):
                    self.desk.tracker.end(bearer, inserted=ends[paragraph])

    def running(self, block: Block, base: Blocks) -> etree._Element:
        """Return a running line of the new decree, with what people made of the one it replaces.

        One that reads otherwise now replaces none: the line is made from the rows below it.
        """
        if any(block.text == one.text for one in base if is_running(one)):
            return self.carrier.copy(block, None)
        return deepcopy(block.element)

    def like(self, base: Blocks, at: int, cells: int) -> tuple[Block, Block] | None:
        """Return the nearest row of the base that people kept, and what they made of it.

        One with as many cells, where there is one.
        """
        nearest = [*reversed(base[: at + 1]), *base[at + 1 :]]
        nearest.sort(key=lambda one: len(one.inner) != cells)
        for one in nearest:
            if theirs := self.partners.of(one):
                return one, theirs
        return None

    def inherit(self, base: Block, new: Block) -> None:
        """Let the bookmarks of a paragraph be called as in the new decree."""
        names = {identity_of(name): name for name in new.names}
        for name in base.names:
            if (heir := names.get(identity_of(name))) is not None:
                self.successors[name] = heir
        if (base.names or new.names) and (sheets := _sheets(base)):
            self.successors.update(zip(sheets, _sheets(new), strict=False))

    def rename(self, container: etree._Element) -> None:
        """Call every bookmark of ours as in the new decree, and take away those that ended."""
        ended = set()
        for mark in list(container.iter(_START)):
            name = mark.get(_NAME, "")
            if not name.startswith(_OURS) or mark in self.put_in:
                continue
            if heir := self.successors.pop(name, None):
                if heir != name:
                    mark.set(_NAME, heir)
            else:
                ended.add(mark.get(_ID))
                drop(mark)
        for mark in list(container.iter(_END)) if ended else ():
            if mark.get(_ID) in ended:
                drop(mark)

    def tell_different_places(self) -> None:
        """Tell of values that people changed in one place thus and otherwise in another."""
        texts: dict[str, dict[str, Block]] = {}
        for base, theirs in self.partners.pairs():
            if not base.is_paragraph or base.text == theirs.text or not base.names:
                continue
            printed = segments(base.element)
            stretches = partition(printed, theirs.text)
            for (name, old), (start, stop) in zip(printed, stretches, strict=True):
                text = theirs.text[start:stop]
                if name and text != old and not self.desk.judge.is_of_the_year(name):
                    texts.setdefault(identity_of(name), {})[text] = theirs
        for places in texts.values():
            first, *others = places
            for other in others:
                paragraph = places[other].element
                self.desk.tell(NoteKind.DIFFERENT, paragraph, first, other)
                self.desk.comment(
                    paragraph, f'Bentrok. Isi yang sama ditulis "{first}" di tempat lain.'
                )


def _sheets(block: Block) -> list[str]:
    """Return the bookmarks of sheets of the pohon, or of a running line, in a paragraph."""
    names = (mark.get(_NAME, "") for mark in block.element.iter(_START))
    return [name for name in names if name.startswith(_PLACES)]


def _with_beside(copy: etree._Element) -> list[etree._Element]:
    """Return a copy with the paragraphs that came along."""
    holder = copy.getparent()
    return [copy] if holder is None else list(holder)


def _ends_section(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None
