"""A Word file as what is read in it: paragraphs, tables, rows, cells, each with its text.

Read is what stands once the tracked changes already in the file are accepted. What is no text
(a picture, a field with its result, a footnote's mark) reads as one character, OBJECT.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from generator.word.wordml import w

ANCHOR = "_sk_"
"""What the bookmark of a printed value is called first."""
OBJECT = "\ufffc"

_P, _TBL, _TR, _TC, _R, _T = map(w, ("p", "tbl", "tr", "tc", "r", "t"))
_FIELD, _FIELD_PART, _SIMPLE, _TYPE = map(w, ("fldChar", "fldCharType", "fldSimple", "type"))
_DELETED = {
    _TR: tuple(map(w, ("trPr", "del"))),
    _P: tuple(map(w, ("pPr", "rPr", "del"))),
}
"""Where the mark of a deletion stands, step by step."""
_BLOCKS = frozenset((_P, _TBL, _TR, _TC))
_THROUGH = frozenset(map(w, ("sdt", "sdtContent", "customXml")))
_INLINE = _THROUGH | frozenset(map(w, ("ins", "moveTo", "hyperlink", "smartTag", "dir", "bdo")))
_START, _END, _NAME, _ID = w("bookmarkStart"), w("bookmarkEnd"), w("name"), w("id")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHARACTERS = {
    **dict.fromkeys(map(w, ("tab", "ptab")), "\t"),
    **dict.fromkeys(map(w, ("br", "cr")), "\n"),
    w("noBreakHyphen"): "\u2011",
    **dict.fromkeys(
        map(w, ("drawing", "pict", "object", "sym", "footnoteReference", "endnoteReference")),
        OBJECT,
    ),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent": OBJECT,
}

_LINE = "textWrapping"
"""The type of a break that is no end of a page or column."""


class Atom(NamedTuple):
    """The smallest piece of a line: one child of a run, and what it reads."""

    run: etree._Element
    element: etree._Element
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A paragraph, table, row or cell; `names` are the bookmarks of the values printed in it."""

    element: etree._Element
    text: str
    names: tuple[str, ...]
    inner: tuple[Block, ...] = ()

    @property
    def tag(self) -> str:
        return self.element.tag

    @property
    def is_paragraph(self) -> bool:
        return self.element.tag == _P


class Segment(NamedTuple):
    """A stretch of a line: a printed value with the name of its bookmark, or fixed text."""

    name: str | None
    text: str


def read_blocks(container: etree._Element) -> tuple[Block, ...]:
    """Return the blocks of a body, header, cell, table or row, but for those deleted as changes."""
    return tuple(map(_block, _children(container)))


def _children(container: etree._Element) -> Iterator[etree._Element]:
    for child in container:
        if child.tag in _BLOCKS:
            if not is_deleted(child):
                yield child
        elif child.tag in _THROUGH:
            yield from _children(child)


def _block(element: etree._Element) -> Block:
    if element.tag == _P:
        line = atoms(element)
        names = tuple(
            name
            for mark in element.iter(_START)
            if (name := mark.get(_NAME, "")).startswith(ANCHOR)
        )
        return Block(element, "".join([atom.text for atom in line]), names)
    inner = read_blocks(element)
    return Block(
        element,
        "\x1f".join([block.text for block in inner]),
        tuple([name for block in inner for name in block.names]),
        inner,
    )


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the paragraphs in these blocks, in reading order."""
    for block in blocks:
        if block.is_paragraph:
            yield block
        else:
            yield from paragraphs(block.inner)


def is_deleted(element: etree._Element) -> bool:
    """Whether somebody deleted a whole row or paragraph with changes tracked."""
    if element.tag == _TBL:
        rows = list(element.iterchildren(_TR))
        return bool(rows) and all(map(is_deleted, rows))
    spot = element
    for step in _DELETED.get(element.tag, (element.tag,)):
        found = spot.find(step)
        if found is None:
            return False
        spot = found
    return element.tag == _TR or not atoms(element)


def atoms(paragraph: etree._Element) -> list[Atom]:
    """Return what is read in a paragraph, piece by piece."""
    return list(_atoms(paragraph))


def segments(paragraph: etree._Element) -> list[Segment]:
    """Return a line as this program printed it, cut where a printed value begins or ends.

    At least one segment, be it empty.
    """
    found: list[Segment] = []
    name: str | None = None
    pieces: list[str] = []
    number: str | None = None

    def close() -> None:
        if pieces or name:
            found.append(Segment(name, "".join(pieces)))
        pieces.clear()

    texts: dict[etree._Element, list[str]] = {}
    for atom in _atoms(paragraph):
        texts.setdefault(atom.run, []).append(atom.text)
    for element in paragraph.iter(_START, _END, _R):
        if element.tag == _START and element.get(_NAME, "").startswith(ANCHOR):
            close()
            name, number = element.get(_NAME), element.get(_ID)
        elif element.tag == _END and name and element.get(_ID) == number:
            close()
            name = number = None
        elif element.tag == _R:
            pieces += texts.get(element, ())
    close()
    return found or [Segment(None, "")]


def _atoms(paragraph: etree._Element) -> Iterator[Atom]:
    depth = 0
    for run in _runs(paragraph):
        if run.tag != _R:
            yield Atom(run, run, OBJECT)
            continue
        for child in run:
            if child.tag == _FIELD:
                kind = child.get(_FIELD_PART)
                if kind == "begin":
                    if depth == 0:
                        yield Atom(run, child, OBJECT)
                    depth += 1
                elif kind == "end":
                    depth = max(0, depth - 1)
            elif depth:
                continue
            elif child.tag == _T:
                text = child.text or ""
                if child.get(_SPACE) != "preserve":
                    text = text.strip(" \t\n\r")
                if text:
                    yield Atom(run, child, text)
            elif child.tag in _CHARACTERS and child.get(_TYPE, _LINE) == _LINE:
                yield Atom(run, child, _CHARACTERS[child.tag])


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs (and simple fields) that stand once all changes are accepted."""
    for child in parent:
        if child.tag in (_R, _SIMPLE):
            yield child
        elif child.tag in _INLINE:
            yield from _runs(child)
