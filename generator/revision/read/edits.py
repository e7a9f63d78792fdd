"""What people changed in a decree since it was made, place by place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from lxml import etree

from generator.revision.read.alignment import align
from generator.revision.read.blocks import OBJECT, Block, segments
from generator.revision.read.lines import partition
from generator.revision.read.looks import LookSheet, differences, look_of, page_of
from generator.revision.read.stories import COMMENTS, STYLES, Stories, excerpt, place_of
from generator.revision.stamp import Stamp
from generator.word.render import Anchor
from generator.word.wordml import find, w

_TBL = w("tbl")


class EditKind(Enum):
    """The kinds of change that are told apart."""

    TEKS = "teks diubah"
    DITAMBAH = "ditambahkan"
    DIHAPUS = "dihapus"
    BENTUK = "bentuk diubah"
    GAYA = "gaya diubah"
    HALAMAN = "halaman diatur"
    KEPALA_KAKI = "kepala atau kaki halaman diubah"
    GAMBAR = "gambar disisipkan atau dilepas"
    REVISI = "perubahan terlacak"
    KOMENTAR = "komentar"


class EditMade(NamedTuple):
    """One change by people.

    `place` says in Indonesian where it is. `old` and `new` are what stood and stands there; of
    a value that comes from a book they are that value alone, and `anchor` leads to its cell.
    `element` is the block that changed, of the file as made where it has it; None for what is
    in no block.
    """

    kind: EditKind
    place: str
    old: str
    new: str
    anchor: Anchor | None = None
    element: etree._Element | None = None


def edits_of(stamp: Stamp, base: Stories, now: Stories) -> tuple[EditMade, ...]:
    """Return what people changed between the decree with a stamp as made and as it is now."""
    return tuple(_Comparison(stamp, base, now).edits())


class _Comparison:
    def __init__(self, stamp: Stamp, base: Stories, now: Stories) -> None:
        self.anchors = {anchor.name: anchor for anchor in stamp.anchors}
        self.base, self.now = base, now
        self.styles = (LookSheet(self.base.root(STYLES)), LookSheet(self.now.root(STYLES)))

    def edits(self) -> Iterator[EditMade]:
        yield from self._blocks(self.base.document.blocks, self.now.document.blocks)
        yield from self._margins()
        yield from self._pages()
        yield from self._style_sheets()
        yield from self._marks()

    def _blocks(self, base: Sequence[Block], now: Sequence[Block]) -> Iterator[EditMade]:
        came = {j: base[i] for i, j in align(base, now)}
        kept = set(map(id, came.values()))
        for block in base:
            if id(block) not in kept and block.text.strip("\x1f"):
                place = place_of(block.element)
                yield EditMade(
                    EditKind.DIHAPUS, place, excerpt(block.text), "", element=block.element
                )
        for j, block in enumerate(now):
            if j not in came:
                place = place_of(block.element)
                yield EditMade(
                    EditKind.DITAMBAH, place, "", excerpt(block.text), element=block.element
                )
            elif block.is_paragraph:
                yield from self._paragraph(came[j], block)
            elif not _is_untouched_table(came[j], block):
                yield from self._blocks(came[j].inner, block.inner)

    def _paragraph(self, base: Block, now: Block) -> Iterator[EditMade]:
        if _is_written_alike(base, now):
            return
        if base.text != now.text:
            printed = segments(base.element)
            for segment, (start, stop) in zip(printed, partition(printed, now.text), strict=True):
                old = segment.text.replace(OBJECT, "")
                new = now.text[start:stop].replace(OBJECT, "")
                if old != new:
                    anchor = self.anchors.get(segment.name or "")
                    yield EditMade(
                        EditKind.TEKS, place_of(base.element), old, new, anchor, base.element
                    )
        before, after = (block.text.count(OBJECT) for block in (base, now))
        if before != after:
            pictures = (f"{before} gambar", f"{after} gambar")
            yield EditMade(EditKind.GAMBAR, place_of(base.element), *pictures, element=base.element)
        looks = (look_of(base.element, self.styles[0]), look_of(now.element, self.styles[1]))
        for name, old, new in differences(*looks):
            place = f"{place_of(base.element)}, {name}"
            yield EditMade(EditKind.BENTUK, place, old, new, element=base.element)

    def _margins(self) -> Iterator[EditMade]:
        """Yield what changed in headers and footers, by section and kind of page."""
        seen = set()
        for name in dict.fromkeys((*self.base.margins, *self.now.margins)):
            both = (self.base.margins.get(name), self.now.margins.get(name))
            if both in seen:
                continue
            seen.add(both)
            pair = (self.base.margin(both[0]), self.now.margin(both[1]))
            for edit in self._blocks(*pair):
                place = f"{name}, {edit.place}"
                yield edit._replace(kind=EditKind.KEPALA_KAKI, place=place)

    def _pages(self) -> Iterator[EditMade]:
        sections = [one.sections for one in (self.base, self.now)]
        if len(sections[0]) != len(sections[1]):
            old, new = (f"{len(group)} bagian" for group in sections)
            yield EditMade(EditKind.HALAMAN, "seluruh dokumen", old, new)
            return
        for nth, (base, now) in enumerate(zip(*sections, strict=True), 1):
            for name, old, new in differences(page_of(base), page_of(now)):
                yield EditMade(EditKind.HALAMAN, f"bagian {nth}, {name}", old, new)

    def _style_sheets(self) -> Iterator[EditMade]:
        base, now = self.styles
        for name, identity in base.ids.items():
            if here := now.ids.get(name):
                for what, old, new in differences(base.whole(identity), now.whole(here)):
                    yield EditMade(EditKind.GAYA, f'gaya "{name}", {what}', old, new)

    def _marks(self) -> Iterator[EditMade]:
        """Yield the tracked changes by author, and the comments."""
        authors = Counter(
            (change.get(w("author"), ""), change.tag)
            for change in self.now.document.root.iter(w("ins"), w("del"))
        )
        for (author, tag), number in sorted(authors.items()):
            what = "sisipan" if tag == w("ins") else "penghapusan"
            yield EditMade(EditKind.REVISI, f"oleh {author}", "", f"{number} {what}")
        if (comments := self.now.root(COMMENTS)) is not None:
            for comment in find("w:comment", comments):
                text = "".join(one.text or "" for one in comment.iter(w("t")))
                place = f"oleh {comment.get(w('author'), '')}"
                yield EditMade(EditKind.KOMENTAR, place, "", text)


def _is_untouched_table(base: Block, now: Block) -> bool:
    """Whether two blocks are tables written alike; by the first row most others are known."""
    both = (base.inner[:1], now.inner[:1])
    return base.tag == _TBL and all(map(_is_written_alike, *both)) and _is_written_alike(base, now)


def _is_written_alike(base: Block, now: Block) -> bool:
    return base.text == now.text and etree.tostring(base.element) == etree.tostring(now.element)
