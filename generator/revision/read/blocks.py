"""A Word file as what is read in it: paragraphs, tables, rows, cells, each with its text.

Read is what stands once the tracked changes already in the file are accepted. What is no text
(a picture, a field with its result, a footnote's mark) reads as one character, OBJECT.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from lxml import etree

from generator.word.wordml import w

ANCHOR = "_sk_"
"""What the bookmark of a printed value is called first."""
OBJECT = "\ufffc"

_P, _TBL, _TR, _TC, _R, _T = map(w, ("p", "tbl", "tr", "tc", "r", "t"))
_FIELD, _FIELD_PART, _SIMPLE, _TYPE = map(w, ("fldChar", "fldCharType", "fldSimple", "type"))
_DEL = w("del")
_SHAPE = w("pPr")
_OF_A_ROW = (w("trPr"), _TR)
_OF_AN_END = (w("rPr"), _SHAPE, _P)
"""What a mark of deletion stands in, step by step, when a row or a paragraph's end is deleted."""
_HOLDERS = frozenset((_TBL, _TR, _TC))
_THROUGH = frozenset(map(w, ("sdt", "sdtContent", "customXml")))
_INLINE = _THROUGH | frozenset(map(w, ("ins", "moveTo", "hyperlink", "smartTag", "dir", "bdo")))
_START, _END, _NAME, _ID = w("bookmarkStart"), w("bookmarkEnd"), w("name"), w("id")
_RUNS = frozenset((_R, _SIMPLE))
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

Elements = frozenset[etree._Element]

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
    return _blocks(container, _marked_as_deleted(container))


def _blocks(container: etree._Element, gone: Elements) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for child in container:
        tag = child.tag
        if tag == _P:
            empty = _is_empty(child)
            text = "" if empty else "".join([atom.text for atom in atoms(child)])
            if text or child not in gone:
                blocks.append(Block(child, text, () if empty else _names(child)))
        elif tag in _HOLDERS:
            if not _is_deleted(child, gone):
                inner = _blocks(child, gone)
                text = "\x1f".join([block.text for block in inner])
                names = tuple([name for block in inner for name in block.names])
                blocks.append(Block(child, text, names, inner))
        elif tag in _THROUGH:
            blocks += _blocks(child, gone)
    return tuple(blocks)


def _is_empty(paragraph: etree._Element) -> bool:
    """Whether a paragraph has a shape at most, as in most cells of a drawing."""
    return not len(paragraph) or (len(paragraph) == 1 and paragraph[0].tag == _SHAPE)


def _names(paragraph: etree._Element) -> tuple[str, ...]:
    return tuple(
        [
            name
            for mark in paragraph.iter(_START)
            if (name := mark.get(_NAME, "")).startswith(ANCHOR)
        ]
    )


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the paragraphs in these blocks, in reading order."""
    for block in blocks:
        if block.is_paragraph:
            yield block
        else:
            yield from paragraphs(block.inner)


def _marked_as_deleted(container: etree._Element) -> Elements:
    """Return the rows that somebody deleted with changes tracked, and the paragraphs whose end."""
    found: set[etree._Element] = set()
    for mark in container.iter(_DEL):
        steps = list(islice(mark.iterancestors(), 3))
        tags = tuple([step.tag for step in steps])
        if tags[:2] == _OF_A_ROW:
            found.add(steps[1])
        elif tags == _OF_AN_END:
            found.add(steps[2])
    return frozenset(found)


def _is_deleted(element: etree._Element, gone: Elements) -> bool:
    """Whether somebody deleted a whole row, or all rows of a table."""
    if element.tag != _TBL:
        return element in gone
    rows = list(element.iterchildren(_TR))
    return bool(rows) and gone >= set(rows)


def atoms(paragraph: etree._Element) -> list[Atom]:
    """Return what is read in a paragraph, piece by piece."""
    found: list[Atom] = []
    depth = 0
    for run in _runs(paragraph):
        if run.tag != _R:
            found.append(Atom(run, run, OBJECT))
            continue
        for child in run:
            tag = child.tag
            if tag == _FIELD:
                kind = child.get(_FIELD_PART)
                if kind == "begin":
                    if depth == 0:
                        found.append(Atom(run, child, OBJECT))
                    depth += 1
                elif kind == "end":
                    depth = max(0, depth - 1)
            elif depth:
                continue
            elif tag == _T:
                text = child.text or ""
                if child.get(_SPACE) != "preserve":
                    text = text.strip(" \t\n\r")
                if text:
                    found.append(Atom(run, child, text))
            elif tag in _CHARACTERS and child.get(_TYPE, _LINE) == _LINE:
                found.append(Atom(run, child, _CHARACTERS[tag]))
    return found


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
    for atom in atoms(paragraph):
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


def _runs(parent: etree._Element) -> list[etree._Element]:
    """Return the runs (and simple fields) that stand once all changes are accepted."""
    runs: list[etree._Element] = []
    for child in parent:
        tag = child.tag
        if tag in _RUNS:
            runs.append(child)
        elif tag in _INLINE:
            runs += _runs(child)
    return runs
