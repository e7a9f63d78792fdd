"""Rows of a table: which lives on as which, and how a new one fits columns people changed.

The running lines at the top of the pages of the matrix are this program's own: where a page
begins with something else they go and come, and nothing is told of it.

A cell that goes on from the one above holds no text of its own. A row is known by what stands in
it alone; a merged cell tells only of the row that it happens to begin in.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from generator.lampiran.matriks.rows import RUNNING
from generator.opc.xml import integer
from generator.revision.read.alignment import Pair, align, alike, likeness
from generator.revision.read.blocks import Block
from generator.revision.update.tracking import Tracker, set_merge
from generator.word.wordml import find, w

_TC, _PROPERTIES, _SPAN, _MERGE, _VAL = map(w, ("tc", "tcPr", "gridSpan", "vMerge", "val"))
_TR, _START, _NAME, _WIDTH = w("tr"), w("bookmarkStart"), w("name"), "w:tcPr/w:tcW"
_ROWS = "w:tr | w:sdt/w:sdtContent/w:tr | w:customXml/w:tr"
_CELLS = "w:tc | w:sdt/w:sdtContent/w:tc | w:customXml/w:tc"


def has_merges(rows: Sequence[Block]) -> bool:
    """Whether a cell of these rows is merged with one above or below."""
    return any(_merge(cell.element) for row in rows for cell in row.inner)


def goes_on(cell: etree._Element) -> bool:
    """Whether a cell is one with the cell above it."""
    return _merge(cell) == "continue"


def property_of(cell: etree._Element, tag: str) -> etree._Element | None:
    """Return a property of a cell; its properties come first in it."""
    if not len(cell) or cell[0].tag != _PROPERTIES:
        return None
    return next(cell[0].iterchildren(tag), None)


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


def pair_merged(base: Sequence[Block], new: Sequence[Block]) -> list[Pair]:
    """Return the pairs of rows that live on where cells are merged, rising on both sides.

    Rows are the same by the cells that are theirs alone; of the others, by any cell that begins
    in them. A cell with a text never becomes one that goes on from above: rejected by a program
    that knows no changes of merged cells, its text would come back where nobody sees it.
    """
    pairs = [pair for pair in align(_alone(base), _alone(new)) if _may_become(base, new, pair)]
    for (i, j), (stop, last) in pairwise(((-1, -1), *pairs, (len(base), len(new)))):
        pairs += alike((i + 1, stop, j + 1, last), lambda *pair: _likeness(base, new, pair))
    return sorted(pairs)


def enter_start(
    tracker: Tracker, cell: etree._Element, base: etree._Element, new: etree._Element
) -> None:
    """Let a cell of people's file begin a merged one where the new decree has it begin."""
    how = _merge(new)
    if how == "continue":
        return
    if goes_on(base) and goes_on(cell):
        tracker.begin_merge(cell)
    elif how == "restart" and not _merge(cell):
        set_merge(cell, "restart")  # by itself the same as none: nothing to track


def mend_merges(tracker: Tracker, table: etree._Element) -> None:
    """Let every merged cell have a start once all changes are accepted."""
    above: dict[int, int] = {}
    for row in find(_ROWS, table):
        if find("w:trPr/w:del", row):
            continue
        inserted = bool(find("w:trPr/w:ins", row))
        column = sum(integer(one.get(_VAL), 0) for one in find("w:trPr/w:gridBefore", row))
        merged: dict[int, int] = {}
        for cell in find(_CELLS, row):
            span = _span(cell)
            if goes_on(cell) and above.get(column) != span:
                if inserted:
                    set_merge(cell, "restart")
                else:
                    tracker.begin_merge(cell)
            if _merge(cell):
                merged[column] = span
            column += span
        above = merged


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


def _alone(rows: Sequence[Block]) -> list[Block]:
    """Return rows that read only what stands in them alone, or if that is nothing, all."""
    going_on = [
        frozenset(place for place, cell in _placed(row) if goes_on(cell.element)) for row in rows
    ]
    return [
        _narrowed(row, going_on[nth] | below)
        for nth, (row, below) in enumerate(zip(rows, (*going_on[1:], frozenset()), strict=True))
    ]


def _narrowed(row: Block, shared: frozenset[int]) -> Block:
    cells = [cell for place, cell in _placed(row) if place not in shared]
    names = tuple([name for cell in cells for name in cell.names])
    text = "\x1f".join([cell.text for cell in cells])
    return Block(row.element, text, names, row.inner) if text.strip("\x1f") else row


def _may_become(base: Sequence[Block], new: Sequence[Block], pair: Pair) -> bool:
    """Whether one row can be the other one, changed."""
    before, after = base[pair[0]].inner, new[pair[1]].inner
    return len(before) == len(after) and all(
        _span(one.element) == _span(other.element)
        and (goes_on(one.element) or not goes_on(other.element))
        for one, other in zip(before, after, strict=True)
    )


def _likeness(base: Sequence[Block], new: Sequence[Block], pair: Pair) -> float:
    return likeness(base[pair[0]], new[pair[1]]) if _may_become(base, new, pair) else 0


def _placed(row: Block) -> Iterator[tuple[int, Block]]:
    """Yield the cells of a row as this program prints it, each with its first column."""
    place = 0
    for cell in row.inner:
        yield place, cell
        place += _span(cell.element)


def _span(cell: etree._Element) -> int:
    one = property_of(cell, _SPAN)
    return 1 if one is None else integer(one.get(_VAL), 1)


def _merge(cell: etree._Element) -> str:
    """Return how a cell is merged downwards; nothing when it is not."""
    one = property_of(cell, _MERGE)
    return "" if one is None else one.get(_VAL, "continue")


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
