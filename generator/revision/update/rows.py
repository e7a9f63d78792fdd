"""Rows of a table: which lives on as which, and how a new one fits columns people changed.

The running lines at the top of the pages of the matrix are this program's own: where a page
begins with something else they go and come, and nothing is told of it.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from generator.lampiran.matriks.rows import RUNNING
from generator.revision.read.alignment import Pair, align
from generator.revision.read.blocks import Block
from generator.word.wordml import find, w

_TR, _TC, _WIDTH = w("tr"), w("tc"), "w:tcPr/w:tcW"
_START, _NAME = w("bookmarkStart"), w("name")


def is_running(block: Block) -> bool:
    """Whether a row, as this program made it, is the running line at the top of a page."""
    if block.tag != _TR:
        return False
    mark = next(block.element.iter(_START), None)
    return mark is not None and mark.get(_NAME, "").startswith(RUNNING)


def pair_rows(base: Sequence[Block], new: Sequence[Block]) -> list[Pair]:
    """Return the pairs of rows that live on, rising on both sides.

    A running line lives on where it stands between the same rows and reads the same.
    """
    mine, others = (
        [nth for nth, row in enumerate(rows) if not is_running(row)] for rows in (base, new)
    )
    aligned = align([base[i] for i in mine], [new[j] for j in others])
    pairs = [(mine[i], others[j]) for i, j in aligned]
    pairs = [(i, j) for i, j in pairs if len(base[i].inner) == len(new[j].inner)]
    if len(mine) == len(base) or len(others) == len(new):
        return pairs
    before, after = ([pair[side] for pair in pairs] for side in (0, 1))
    waiting = {(bisect(after, j), row.text): j for j, row in enumerate(new) if is_running(row)}
    for i, row in enumerate(base):
        if is_running(row) and (j := waiting.pop((bisect(before, i), row.text), None)) is not None:
            pairs.append((i, j))
    return sorted(pairs)


def fit_row(row: etree._Element, table: etree._Element, base: Block, theirs: Block) -> None:
    """Give a new row the columns that people added to a like row, and take those they removed.

    `base` is a row with as many cells as the new one, `theirs` what people made of it, down to the
    widths of its cells. What is still missing to the width of the table is filled by an empty cell.
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
    cells = row.findall(_TC)
    if len(cells) == len(theirs.inner):
        for cell, beside in zip(cells, theirs.inner, strict=True):
            _take_width(cell, beside.element)
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


def across(row: etree._Element, table: etree._Element) -> None:
    """Let the one cell of a row stand across all columns of a table, however many there are now."""
    columns = find("w:tblGrid/w:gridCol", table)
    for span in find("w:tc/w:tcPr/w:gridSpan", row):
        span.set(w("val"), str(len(columns)))


def _take_width(cell: etree._Element, beside: etree._Element) -> None:
    """Make a cell as wide as the one it stands below, for Word heeds the width of every cell."""
    for own, width in zip(find(_WIDTH, cell), find(_WIDTH, beside), strict=False):
        own.attrib.update(width.attrib)


def _width(row: etree._Element) -> int:
    spans = find("w:tc/w:tcPr/w:gridSpan", row)
    before = find("w:trPr/w:gridBefore | w:trPr/w:gridAfter", row)
    return (
        len(row.findall(_TC))
        + sum(int(span.get(w("val"), "1")) - 1 for span in spans)
        + sum(int(skip.get(w("val"), "0")) for skip in before)
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
