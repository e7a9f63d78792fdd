"""How high paragraphs and tables print, told from their styles.

Good to about a line: fonts other than Bookman are taken for as wide as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from generator.opc.xml import integer
from generator.word.measure import count_lines
from generator.word.styles import StyleSheet
from generator.word.wordml import find, w

_LINE = 1.2
"""Height of a single line of text, in font sizes."""
_TEXTS = {w("t"): None, w("tab"): "\t", w("br"): "\n", w("cr"): "\n"}
_OFF = ("0", "false", "off")


class Heights:
    """Measures blocks of a document by the styles of its package."""

    def __init__(self, styles: etree._Element) -> None:
        self._styles = StyleSheet(styles)

    def of(self, blocks: Iterable[etree._Element], width: int) -> int:
        """Return the height of blocks below one another in twips, `width` twips being theirs."""
        return sum(self._block(one, width) for one in blocks)

    def _block(self, block: etree._Element, width: int) -> int:
        if block.tag == w("p"):
            return self._paragraph(block, width)
        if block.tag == w("tbl"):
            return sum(self._row(row) for row in block.iter(w("tr")))
        if block.tag == w("sdt"):
            return self.of(find("w:sdtContent/*", block), width)
        return 0

    def _row(self, row: etree._Element) -> int:
        cells = [
            self.of(cell, integer(next(iter(find("w:tcPr/w:tcW", cell))).get(w("w")), 0))
            for cell in row.iterchildren(w("tc"))
            if find("w:tcPr/w:tcW", cell)
        ]
        least = (integer(one.get(w("val")), 0) for one in find("w:trPr/w:trHeight", row))
        return max((*cells, *least), default=0)

    def _paragraph(self, paragraph: etree._Element, width: int) -> int:
        properties = [*self._inherited(paragraph), *find("w:pPr", paragraph)]
        spacing = _merged(properties, "spacing")
        indent = _merged(properties, "ind")
        size = self._size(paragraph, properties) / 2
        bold = any(map(_is_on, find("w:r/w:rPr/w:b", paragraph))) or any(
            map(_is_on, _last(properties, "b"))
        )
        room = width - _twips(indent, "left", "start") - _twips(indent, "right", "end")
        ems = max(int((room / 20 - 1) * 1000 / size), 1)
        text = _text(paragraph)
        lines = count_lines(text.rpartition("\t")[2], bold, ems)
        line = _line_height(spacing, size)
        return _twips(spacing, "before") + _twips(spacing, "after") + lines * line

    def _inherited(self, paragraph: etree._Element) -> list[etree._Element]:
        """Return the pPr and rPr of defaults and styles, the most general first."""
        identity = self._styles.of(paragraph)
        return [one for part in ("pPr", "rPr") for one in self._styles.said(identity, part)]

    def _size(self, paragraph: etree._Element, properties: list[etree._Element]) -> int:
        """Return the largest size of the paragraph's texts, in half points."""
        own = [integer(one.get(w("val")), 0) for one in find("w:r/w:rPr/w:sz", paragraph)]
        usual = [integer(one.get(w("val")), 0) for one in _last(properties, "sz")]
        return max((*own, *usual), default=20) or 20


def _last(properties: Iterable[etree._Element], name: str) -> list[etree._Element]:
    """Return the element that counts of those called `name`, alone in a list, or nothing."""
    found = [one for part in properties for one in part.iterchildren(w(name))]
    return found[-1:]


def _merged(properties: Iterable[etree._Element], name: str) -> Mapping[str, str]:
    """Return the attributes of all elements called `name`, each as the last of them says."""
    merged: dict[str, str] = {}
    for part in properties:
        for one in part.iterchildren(w(name)):
            for key, value in one.attrib.items():
                merged[etree.QName(str(key)).localname] = str(value)
    return merged


def _twips(values: Mapping[str, str], *names: str) -> int:
    return next((integer(values[name], 0) for name in names if name in values), 0)


def _line_height(spacing: Mapping[str, str], size: float) -> int:
    line = _twips(spacing, "line") or 240
    natural = size * 20 * _LINE
    rule = spacing.get("lineRule", "auto")
    if rule == "exact":
        return line
    return round(max(natural, line) if rule == "atLeast" else natural * line / 240)


def _is_on(element: etree._Element) -> bool:
    return element.get(w("val"), "1") not in _OFF


def _text(paragraph: etree._Element) -> str:
    return "".join(_TEXTS[one.tag] or one.text or "" for one in paragraph.iter(*_TEXTS))
