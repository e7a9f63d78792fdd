"""Make a row of the new decree fit a table whose columns people changed."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.opc.xml import integer
from generator.revision.read.alignment import align
from generator.revision.read.blocks import Block
from generator.word.wordml import find, w

_TC = w("tc")


def fit_row(row: etree._Element, table: etree._Element, base: Block, theirs: Block) -> None:
    """Give a new row the columns that people added to a like row, and take those they removed.

    `base` is a row with as many cells as the new one, `theirs` what people made of it. What is
    still missing to the width of the table is filled by an empty cell.
    """
    cells = row.findall(_TC)
    if len(cells) == len(base.inner) and len(base.inner) != len(theirs.inner):
        partner = {j: i for i, j in align(base.inner, theirs.inner)}
        kept = [
            cells[partner[j]] if j in partner else _empty(cell.element)
            for j, cell in enumerate(theirs.inner)
        ]
        for cell in cells:
            row.remove(cell)
        row.extend(kept)
    missing = len(find("w:tblGrid/w:gridCol", table)) - _width(row)
    if missing > 0:
        filler = _empty(row.findall(_TC)[-1])
        properties = filler[0]
        for name in ("gridSpan", "vMerge"):
            for one in properties.findall(w(name)):
                properties.remove(one)
        if missing > 1:
            span = etree.Element(w("gridSpan"), {w("val"): str(missing)})
            width = properties.find(w("tcW"))
            properties.insert(0 if width is None else properties.index(width) + 1, span)
        row.append(filler)


def _width(row: etree._Element) -> int:
    spans = find("w:tc/w:tcPr/w:gridSpan", row)
    before = find("w:trPr/w:gridBefore | w:trPr/w:gridAfter", row)
    return (
        len(row.findall(_TC))
        + sum(integer(span.get(w("val")), 1) - 1 for span in spans)
        + sum(integer(skip.get(w("val")), 0) for skip in before)
    )


def _empty(cell: etree._Element) -> etree._Element:
    """Return a cell like this one with an empty paragraph in it."""
    made = etree.Element(_TC)
    properties = cell.find(w("tcPr"))
    made.append(etree.Element(w("tcPr")) if properties is None else deepcopy(properties))
    paragraph = etree.SubElement(made, w("p"))
    shape = cell.find(f"{w('p')}/{w('pPr')}/{w('pStyle')}")
    if shape is not None:
        etree.SubElement(paragraph, w("pPr")).append(deepcopy(shape))
    return made
