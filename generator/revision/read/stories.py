"""The parts of a Word file that are read: the body, and headers and footers by their pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from lxml import etree

from generator.opc.parts import BadPackageError
from generator.opc.relations import related
from generator.opc.xml import parse
from generator.revision.read.blocks import Block, read_blocks
from generator.word.wordml import (
    DOCUMENT,
    DOCUMENT_RELS,
    R,
    number_of,
    spot,
    w,
    word_for,
)

STYLES = "word/styles.xml"
COMMENTS = "word/comments.xml"
_SHOWN = 40
_KINDS = {"header": "kepala halaman", "footer": "kaki halaman"}
_COUNTED = (w("tr"), w("tc"), w("p"))
_PAGES = {"first": "halaman pertama", "even": "halaman genap", "default": "halaman biasa"}


class Story:
    """One part with text; its blocks are read when they are asked for."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        body = self.root.find(w("body"))
        return read_blocks(self.root if body is None else body)


class Stories:
    """A Word file as what is read in it; `roots` are the parts that were parsed so far.

    Raises BadPackageError when the main part is missing or no XML.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self.roots: dict[str, etree._Element] = {}
        root = self.root(DOCUMENT)
        if root is None or root.find(w("body")) is None:
            raise BadPackageError("no document")
        self.document = Story(root)

    def root(self, part: str) -> etree._Element | None:
        """Return the root of a part, None when there is no such part.

        Raises BadPackageError when it is no XML.
        """
        if part not in self.roots:
            if part not in self.parts:
                return None
            self.roots[part] = parse(self.parts[part], bare=True)
        return self.roots[part]

    def read_anew(self) -> None:
        """Forget the blocks that were read, for the document has changed."""
        self.document = Story(self.document.root)

    @cached_property
    def sections(self) -> list[etree._Element]:
        """The properties of each section of the document, in its order; tables hold none."""
        body = self.document.root.find(w("body"))
        blocks = () if body is None else body
        return [one for block in blocks if block.tag != w("tbl") for one in block.iter(w("sectPr"))]

    @cached_property
    def margins(self) -> dict[str, str]:
        """The part of each header and footer, by the words for where it stands.

        A section that names none has that of the section before.
        """
        targets = self._targets()
        found: dict[str, str] = {}
        current: dict[tuple[str, str], str] = {}
        for nth, section in enumerate(self.sections, 1):
            for kind in _KINDS:
                for one in section.iterchildren(w(f"{kind}Reference")):
                    part = targets.get(one.get(f"{{{R}}}id", ""), "")
                    current[kind, one.get(w("type"), "default")] = part
            for (kind, page), part in current.items():
                if page == "first" and section.find(w("titlePg")) is None:
                    continue
                found[f"{_KINDS[kind]} bagian {nth} ({_PAGES.get(page, page)})"] = part
        return found

    def margin(self, part: str | None) -> tuple[Block, ...]:
        """Return the blocks of a header or footer, none when there is no such part."""
        root = self.root(part) if part else None
        return () if root is None else Story(root).blocks

    def _targets(self) -> dict[str, str]:
        rels = self.root(DOCUMENT_RELS)
        return {} if rels is None else {one.id: one.part for one in related(rels, DOCUMENT)}


def place_of(element: etree._Element) -> str:
    """Say in Indonesian where a block stands, by its table's name where it has one."""
    table = next(element.iterancestors(w("tbl")), None)
    if element.tag == w("tbl"):
        table = element
    caption = None if table is None else table.find(f"{w('tblPr')}/{w('tblCaption')}")
    if table is None or caption is None:
        return spot(element)
    steps = [f'tabel "{caption.get(w("val"), "")}"']
    inside = [element, *element.iterancestors()]
    for step in reversed(inside[: inside.index(table)]):
        if step.tag in _COUNTED:
            number = number_of(step)
            if step.tag != w("p") or number > 1:
                steps.append(f"{word_for(step.tag)} {number}")
    return ", ".join(steps)


def excerpt(text: str) -> str:
    """Return the beginning of what a block reads, its cells told apart by bars."""
    words = " | ".join(filter(None, text.split("\x1f")))
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
