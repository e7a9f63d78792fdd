"""Enter what the data changed into the file that people edited, as tracked changes.

The file of the people is the ground: whatever they formatted, moved or added is in it already.
Only three things are done to it: values are reworded, blocks are marked as deleted, and blocks
of the new decree are put in, marked as inserted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from generator.lampiran.matriks.rows import RUNNING
from generator.revision.read.alignment import identity_of
from generator.revision.read.blocks import ANCHOR, OBJECT, Block, paragraphs
from generator.revision.read.drawings import is_drawing
from generator.revision.read.lines import Rewording
from generator.revision.read.stories import excerpt
from generator.revision.read.things import named
from generator.revision.update.carrying import Carrier, conflict_text
from generator.revision.update.ends import ends_section, is_joined, mark_ends, move_break, refer_as
from generator.revision.update.items import Joined, is_of_items, moved_items, says_the_same
from generator.revision.update.matching import Lineage, Partners, Succession
from generator.revision.update.notes import Desk, NoteKind, tell_places
from generator.revision.update.rows import (
    across,
    enter_start,
    fit_row,
    is_running,
    mend_merges,
    property_of,
)
from generator.revision.update.threeway import Fate, Verdict
from generator.revision.update.tracking import is_pending, keeps_with_next
from generator.word.wordml import drop, w

_P, _TBL, _TR, _TC = map(w, ("p", "tbl", "tr", "tc"))
_SHADE, _FILL = w("shd"), w("fill")
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
        self.lineage = Lineage(base, new, self.partners.is_moved)
        self.joined = Joined(base, new, self.partners, desk)
        self.carrier = Carrier(desk, self.lineage, self.partners, self.joined)
        self.successors: dict[str, str] = {}
        self.put_in: set[etree._Element] = set()
        self.shaded: list[etree._Element] = []
        self.leaving: list[etree._Element] = []
        self.instead: list[tuple[etree._Element, etree._Element]] = []
        self.tables: dict[etree._Element, bool] = {}
        self.ends: dict[etree._Element, bool] = {}
        self.closing: set[etree._Element] = set()
        self.breaks: dict[etree._Element, etree._Element] = {}

    def run(self, container: etree._Element) -> None:
        tell_places(self.partners.pairs(), self.desk)
        self.blocks(container, self.lineage.first, self.base, self.new)
        if self.shaded:
            count = f"warna {len(self.shaded)} sel"
            self.desk.tell(NoteKind.ENTERED, self.shaded[0], f"{count} yang lama", "yang baru")
        self.carrier.finish()
        for element in self.leaving:  # only now: until here it was read what stood in them
            self.desk.tracker.delete(element)
        for paragraph, copy in self.instead:
            self.desk.tracker.take_over(paragraph, copy)
        for table in self.tables:
            mend_merges(self.desk.tracker, table)
        for paragraph, last in self.breaks.items():
            move_break(paragraph, last)
        mark_ends(self.desk.tracker, self.ends, {*self.closing, *self.breaks.values()})
        self.rename(container)

    def blocks(
        self, container: etree._Element, step: Succession, base: Blocks, new: Blocks
    ) -> None:
        """Merge what stands in one body, table, row or cell."""
        former = {j: i for i, j in step.kept.items()}
        moved = moved_items(step, base, new, self.desk)
        for i in step.gone:
            if theirs := self.partners.of(base[i]):
                living = None if i in moved.values() else self.living(base[i])
                if living:
                    self.both(base[i], theirs, living)
                else:
                    self.remove(theirs, base[i])
                    if _ends_early(base[i], theirs) and not _is_last_of_ended(step, base, i):
                        self.closing.add(theirs.element)
        cursor: etree._Element | None = None
        elsewhere: etree._Element | None = None
        ended: etree._Element | None = None
        at = -1
        for j, block in enumerate(new):
            place = step.place(j, at)
            for one in base[at + 1 : place + 1]:
                if theirs := self.partners.in_place(one):
                    cursor = theirs.element
            at = max(at, place)
            old = base[former[j]] if j in former else None
            theirs = self.partners.of(old) if old else None
            before = former.get(j, moved.get(j, step.redrawn.get(j, step.rewritten.get(j))))
            deleted = None if before is None else base[before]
            if deleted and self.partners.of(deleted):
                deleted = None
            heads = j in step.redrawn and block.is_paragraph
            if old and theirs:
                self.both(old, theirs, block)
                ended = theirs.element if _ends_early(old, theirs) else None
                elsewhere = theirs.element if self.partners.is_elsewhere(old) else None
            elif deleted and _is_drawn(block):
                self.leave_out(deleted, block)
            elif deleted and self.is_without_drawing(step, base, before, j):
                continue
            elif deleted and self.joined.holds(deleted):
                continue  # it stands in another paragraph, which is or was merged
            elif deleted and not heads and says_the_same(deleted, block, self.desk):
                continue  # people deleted it, and the data say nothing new
            elif block.tag == _TC:
                self.desk.tell(NoteKind.HOMELESS, block.element, "", block.text)
            elif is_running(block):
                copy = self.running(block, base)
                across(copy, container)
                self.insert(container, cursor, copy)
                cursor = copy
            else:
                stands_for = step.redrawn.get(j, step.rewritten.get(j))
                instead_of = None if stands_for is None else base[stands_for]
                beside = [one for one in base if one.tag == block.tag]
                if instead_of and block.tag != _TR:
                    beside = [instead_of]
                copy = self.carrier.copy(block, instead_of, beside)
                if block.tag == _TR and (like := self.like(base, at, len(block.inner))):
                    fit_row(copy, container, *like)
                    if instead_of:
                        self.carrier.fill_own_cells(copy, instead_of)
                if deleted and not heads and not _is_drawn(deleted):
                    self.bring_back(copy, block)
                for piece in _with_beside(copy):
                    if elsewhere is None:
                        self.insert(container, cursor, piece)
                        cursor = piece
                    else:
                        self.insert(container, elsewhere, piece)
                        elsewhere = piece
                if ended is not None and block.is_paragraph and not ends_section(block.element):
                    self.breaks[ended] = piece
                self.desk.tell(NoteKind.ENTERED, block.element, "", excerpt(block.text))

    def is_without_drawing(self, step: Succession, base: Blocks, i: int | None, j: int) -> bool:
        """Whether a heading stands above a drawing that people deleted as well."""
        if i is None or i + 1 == len(base) or not _is_drawn(base[i + 1]):
            return False
        below = step.kept.get(i + 1) == j + 1 or step.redrawn.get(j + 1) == i + 1
        return below and self.partners.of(base[i + 1]) is None

    def living(self, base: Block) -> Block | None:
        """Return the heir of an item that people joined to one that ends."""
        return next(filter(None, map(self.joined.heir, self.joined.of(base))), None)

    def leave_out(self, base: Block, new: Block) -> None:
        """Tell what is new in a drawing that people deleted."""
        before, now = (
            Counter(filter(None, (_words(one.text).strip() for one in paragraphs((block,)))))
            for block in (base, new)
        )
        if texts := list((now - before).elements()):
            self.desk.tell(NoteKind.LEFT_OUT, new.element, "", "; ".join(texts))

    def both(self, base: Block, theirs: Block, new: Block) -> None:
        """Merge a block that all three have."""
        if base.tag == _TC:
            self.shade(base, theirs, new)
            enter_start(self.desk.tracker, theirs.element, base.element, new.element)
        if not base.is_paragraph:
            if base.tag == _TR and is_of_items(base, self.desk):
                self.restyle(base, new)
            elif base.tag == _TR:
                self.keep_together(base, new)
            if step := self.lineage.of(base):
                self.blocks(theirs.element, step, base.inner, new.inner)
            elif base.names and (kept := self.partners.of(base.inner[0])):
                self.both(base.inner[0], kept, new.inner[0])
            return
        if self.lineage.is_replaced(base):
            self.replace(base, theirs, new)
            return
        group = self.joined.of(base)
        for one in group:
            self.inherit(one, self.joined.heir(one) or new)
        if not group:
            self.inherit(base, new)
        self.enter_pictures(base, theirs, new)
        judge = self.desk.judge
        if not group and base.text == new.text and not any(map(judge.is_of_the_year, base.names)):
            return
        before, now = self.joined.lines(base, new)
        verdicts = [
            _beside_theirs(verdict, theirs.element)
            for verdict in judge.line(before, theirs.text, now)
        ]
        self.desk.tracker.reword(
            theirs.element, [words for verdict in verdicts for words in verdict.rewordings]
        )
        for verdict in verdicts:
            if verdict.fate is Fate.CONFLICT:
                self.desk.comment(theirs.element, conflict_text(verdict))
            if _words(verdict.theirs) != _words(verdict.reworded):
                hal = NoteKind.CONFLICT if verdict.fate is Fate.CONFLICT else NoteKind.ENTERED
                hal = NoteKind.STALE if judge.is_of_the_year(verdict.name) else hal
                self.desk.tell(hal, base.element, verdict.theirs, verdict.new, verdict.name)

    def shade(self, base: Block, theirs: Block, new: Block) -> None:
        """Give a cell the shade of the new decree, where people left it as it was."""
        before, kept, now = (property_of(one.element, _SHADE) for one in (base, theirs, new))
        if _fill(before) == _fill(kept) != _fill(now):
            self.desk.tracker.shade(theirs.element, now)
            self.shaded.append(base.element)

    def enter_pictures(self, base: Block, theirs: Block, new: Block) -> None:
        if OBJECT not in base.text + new.text:
            return
        elements = (base.element, theirs.element, new.element)
        if numbers := self.desk.album.enter(*elements):
            before, after = (f"{number} gambar" for number in numbers)
            self.desk.tell(NoteKind.ENTERED, base.element, before, after)

    def restyle(self, base: Block, new: Block) -> None:
        """Give the paragraphs of a row the styles of the new decree, where people gave none."""
        of_base, of_theirs = self.desk.styles
        for old, now in zip(paragraphs(base.inner), paragraphs(new.inner), strict=False):
            if (theirs := self.partners.of(old)) is None:
                continue
            kept, wanted = of_theirs.called(theirs.element), of_theirs.called(now.element)
            if of_base.called(old.element) == kept != wanted:
                self.desk.tracker.restyle(theirs.element, of_theirs.of(now.element))

    def keep_together(self, base: Block, new: Block) -> None:
        """Keep a row with the one below it where the new decree does, unless people decided."""
        for old, now in zip(paragraphs(base.inner), paragraphs(new.inner), strict=False):
            wanted = keeps_with_next(now.element)
            if keeps_with_next(old.element) == wanted or (theirs := self.partners.of(old)) is None:
                continue
            if keeps_with_next(theirs.element) != wanted:
                self.desk.tracker.keep_with_next(theirs.element, wanted)

    def replace(self, base: Block, theirs: Block, new: Block) -> None:
        """Let a paragraph of people's file hold what a row that stays prints in its place now."""
        copy = self.carrier.copy(new, None, [base])
        before, after = (list(copy.itersiblings(preceding=one)) for one in (True, False))
        for piece in reversed(before):
            theirs.element.addprevious(piece)
        for piece in reversed(after):
            theirs.element.addnext(piece)
        for piece in (*before, *after):
            self.adopt(piece)
        self.adopt(copy, lends=True)
        if base.text:
            self.leaving.append(theirs.element)
        self.instead.append((theirs.element, copy))
        self.desk.tell(NoteKind.ENTERED, base.element, excerpt(theirs.text), excerpt(new.text))

    def remove(self, theirs: Block, base: Block) -> None:
        self.leaving.append(theirs.element)
        if theirs.is_paragraph:
            self.ends[theirs.element] = False
        self.note_row(theirs.element)
        if not is_running(base):
            self.desk.tell(NoteKind.ENTERED, base.element, excerpt(theirs.text), "")

    def bring_back(self, copy: etree._Element, block: Block) -> None:
        """Say in a comment that people had deleted what the data have changed since."""
        paragraph = copy if block.is_paragraph else next(copy.iter(_P))
        self.desk.comment(paragraph, "Bagian ini dihapus di naskah, tetapi berubah dalam buku.")
        what = excerpt(block.text) if block.tag == _TBL else named(block)
        self.desk.tell(NoteKind.CONFLICT, block.element, "", what)

    def insert(
        self,
        container: etree._Element,
        cursor: etree._Element | None,
        copy: etree._Element,
    ) -> None:
        """Put a new block behind `cursor`, or first, and mark it as inserted."""
        while (
            cursor is not None and is_joined(cursor) and (below := _following(cursor)) is not None
        ):
            cursor = below
        self.adopt(copy)
        refer_as(copy, container)
        if cursor is None:
            cursor = next((one for one in container if one.tag in _BLOCKS), None)
            if cursor is None:
                container.append(copy)
            else:
                cursor.addprevious(copy)
        else:
            cursor.addnext(copy)
        if copy.tag == _TBL:
            self.keep_apart(copy)
        self.note_row(copy)

    def adopt(self, copy: etree._Element, *, lends: bool = False) -> None:
        """Mark a new block as inserted, unless it lends its text to a paragraph with its end."""
        numbers: dict[str, str] = {}
        for mark in copy.iter(_START, _END):
            old = mark.get(_ID, "")
            mark.set(_ID, numbers.setdefault(old, self.desk.tracker.number()))
            if mark.tag == _START:
                self.put_in.add(mark)
        self.desk.tracker.insert(copy)
        if copy.tag == _P and not lends:
            self.ends[copy] = True

    def keep_apart(self, table: etree._Element) -> None:
        """Put an empty paragraph between a new table and one beside it, for Word joins the two."""
        for after in (False, True):
            beside = next(table.itersiblings(_P, _TBL, preceding=not after), None)
            if beside is not None and beside.tag == _TBL:
                between = etree.Element(_P)
                self.ends[between] = True
                if after:
                    table.addnext(between)
                else:
                    table.addprevious(between)

    def note_row(self, element: etree._Element) -> None:
        """Remember the table that a row came into or leaves."""
        if element.tag == _TR:
            self.tables[next(element.iterancestors(_TBL))] = True

    def running(self, block: Block, base: Blocks) -> etree._Element:
        """Return a running line of the new decree, with what people made of the one it replaces.

        One that reads otherwise now replaces none: the line is made from the rows below it.
        """
        lines = [one for one in base if is_running(one)]
        former = next((one for one in lines if one.text == block.text), None)
        if former is None:
            return deepcopy(block.element)
        return self.carrier.copy(block, former, lines)

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


def _sheets(block: Block) -> list[str]:
    """Return the bookmarks of sheets of the pohon, or of a running line, in a paragraph."""
    names = (mark.get(_NAME, "") for mark in block.element.iter(_START))
    return [name for name in names if name.startswith(_PLACES)]


def _beside_theirs(verdict: Verdict, paragraph: etree._Element) -> Verdict:
    """Let a value that an earlier update put beside people's text make room for the new one."""
    start, stop = verdict.where.stop - len(verdict.base), verdict.where.stop
    stands = verdict.base and verdict.theirs.endswith(verdict.base)
    if verdict.fate is Fate.CONFLICT and stands and is_pending(paragraph, start, stop):
        return verdict._replace(rewordings=(Rewording(start, stop, verdict.new),))
    return verdict


def _fill(shade: etree._Element | None) -> str:
    fill = "" if shade is None else shade.get(_FILL, "")
    return "" if fill.lower() == "auto" else fill.upper()


def _words(text: str) -> str:
    return text.replace(OBJECT, "")


def _following(paragraph: etree._Element) -> etree._Element | None:
    following = next(paragraph.itersiblings(_P, _TBL), None)
    return following if following is not None and following.tag == _P else None


def _ends_early(base: Block, theirs: Block) -> bool:
    """Whether a section ends with a paragraph that does not end one as it was made.

    LibreOffice lets a section end with its last text.
    """
    if not base.is_paragraph:
        return False
    return ends_section(theirs.element) and not ends_section(base.element)


def _is_last_of_ended(step: Succession, base: Blocks, i: int) -> bool:
    """Whether the section that a block stands in ends with blocks that end here."""
    ends = (nth for nth in range(i, len(base)) if ends_section(base[nth].element))
    return next(ends, None) in step.gone


def _is_drawn(block: Block) -> bool:
    return block.tag == _TBL and is_drawing(block.inner)


def _with_beside(copy: etree._Element) -> list[etree._Element]:
    """Return a copy with the paragraphs that came along."""
    holder = copy.getparent()
    return [copy] if holder is None else list(holder)
