"""Where the annexes stand: their paper, and how much of it heading, title and signature take.

The decree is printed once with a mark in place of each annex, since only then is known what
stands around it, whatever the template.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import takewhile

from lxml import etree

from generator.lampiran.sheet import PageGeometry
from generator.opc.xml import integer, parse
from generator.values import Blok, PrintRun
from generator.word.heights import Heights
from generator.word.render import Package
from generator.word.wordml import DOCUMENT, find, w

_MARK = "lampiran"
_PAPER = {"w": 18709, "h": 12189}
_MARGINS = {"top": 1417, "right": 1134, "bottom": 1134, "left": 1134}
"""What the stock template says, for a section that does not."""


def marks(count: int) -> list[Blok]:
    """Return what stands in for the content of so many annexes, to find their places."""
    return [partial(_mark, nth) for nth in range(count)]


def _mark(nth: int, print_run: PrintRun) -> Iterator[str]:
    yield f"<?{_MARK} {nth}?>"


def annex_pages(package: Package, count: int) -> tuple[PageGeometry, ...]:
    """Return the pages of each of the annexes of a decree printed with `marks` for their content.

    One that the template does not print gets the pages that the document ends with.
    """
    heights = Heights(parse(package.parts["word/styles.xml"]))
    body = find("//w:body", parse(package.parts[DOCUMENT]))[0]
    found = {one.text: one for one in reversed(find(f".//processing-instruction('{_MARK}')", body))}
    places = [found.get(str(nth), body[-1]) for nth in range(count)]
    return tuple(_page(_block_of(one, body), heights) for one in places)


def _block_of(element: etree._Element, body: etree._Element) -> etree._Element:
    """Return the child of the body that an element stands in, or is."""
    return next(one for one in (element, *element.iterancestors()) if one.getparent() is body)


def _page(block: etree._Element, heights: Heights) -> PageGeometry:
    after = list(_section_after(block))
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


def _section_after(block: etree._Element) -> Iterator[etree._Element]:
    """Yield what follows a block up to the end of its section, with what ends it."""
    if _ends_section(block):
        yield block
        return
    for one in block.itersiblings():
        yield one
        if _ends_section(one):
            return


def _ends_section(block: etree._Element) -> bool:
    return block.tag == w("sectPr") or block.find(f"{w('pPr')}/{w('sectPr')}") is not None


def _numbers(section: list[etree._Element], name: str, unsaid: dict[str, int]) -> dict[str, int]:
    said = section[0].find(w(name)) if section else None
    if said is None:
        return unsaid
    return {key: integer(said.get(w(key)), usual) for key, usual in unsaid.items()}
