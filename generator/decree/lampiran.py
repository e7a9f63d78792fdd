"""Where the annexes stand: their paper, and how much of it heading, title and signature take.

The decree is printed once with a mark in place of each annex, since only then is known what
stands around it, whatever the template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from lxml import etree

from generator.decree.heights import Heights
from generator.decree.package import DOCUMENT, Package
from generator.decree.wordml import find, w
from generator.pohon.sheet import PageGeometry
from generator.schema import PrintRun

_MARK = "lampiran"
_PAPER = {"w": 18709, "h": 12189}
_MARGINS = {"top": 1417, "right": 1134, "bottom": 1134, "left": 1134}
"""What the stock template says, for a section that does not."""


def mark(print_run: PrintRun) -> str:
    """Stand in as the content of an annex whose place is to be found."""
    return f"<?{_MARK}?>"


def annex_pages(package: Package) -> tuple[PageGeometry, ...]:
    """Return the pages of each annex, in order, of a decree printed with `mark` for content."""
    heights = Heights(etree.fromstring(package.parts["word/styles.xml"]))
    body = find("//w:body", etree.fromstring(package.parts[DOCUMENT]))[0]
    marks = find(f".//processing-instruction('{_MARK}')", body)
    return tuple(_page(_block_of(one, body), heights) for one in marks)


def _block_of(element: etree._Element, body: etree._Element) -> etree._Element:
    """Return the child of the body that an element stands in, or is."""
    return next(one for one in (element, *element.iterancestors()) if one.getparent() is body)


def _page(block: etree._Element, heights: Heights) -> PageGeometry:
    after = list(_section_after(block.itersiblings()))
    section = find("descendant-or-self::w:sectPr", after[-1]) if after else []
    paper = _numbers(section, "pgSz", _PAPER)
    margins = _numbers(section, "pgMar", _MARGINS)
    width = paper["w"] - margins["left"] - margins["right"]
    before = takewhile(lambda one: not _ends_section(one), block.itersiblings(preceding=True))
    return PageGeometry(
        paper["w"],
        paper["h"],
        margins["left"],
        margins["right"],
        margins["top"],
        margins["bottom"],
        first=heights.of(before, width),
        last=heights.of(after, width),
    )


def _section_after(blocks: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Yield blocks up to the one that ends the section, with it."""
    for block in blocks:
        yield block
        if _ends_section(block):
            return


def _ends_section(block: etree._Element) -> bool:
    return block.tag == w("sectPr") or bool(find("w:pPr/w:sectPr", block))


def _numbers(section: list[etree._Element], name: str, unsaid: dict[str, int]) -> dict[str, int]:
    said = section[0].find(w(name)) if section else None
    if said is None:
        return unsaid
    return {key: int(said.get(w(key), usual)) for key, usual in unsaid.items()}
