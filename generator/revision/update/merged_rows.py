"""Tables in which people merged cells downwards: every merged cell has a row that it begins in."""

from __future__ import annotations

from lxml import etree

from generator.revision.update.tracking import Tracker, set_merge
from generator.word.wordml import find, w

_PROPERTIES, _SPAN, _MERGE, _VAL = w("tcPr"), w("gridSpan"), w("vMerge"), w("val")
_ROWS = "w:tr | w:sdt/w:sdtContent/w:tr | w:customXml/w:tr"
_CELLS = "w:tc | w:sdt/w:sdtContent/w:tc | w:customXml/w:tc"


def mend_merges(tracker: Tracker, table: etree._Element) -> None:
    """Let every merged cell have a start once all changes are accepted."""
    above: dict[int, int] = {}
    for row in find(_ROWS, table):
        if find("w:trPr/w:del", row):
            continue
        inserted = bool(find("w:trPr/w:ins", row))
        column = sum(int(one.get(_VAL, "0")) for one in find("w:trPr/w:gridBefore", row))
        merged: dict[int, int] = {}
        for cell in find(_CELLS, row):
            span = _span(cell)
            if _merge(cell) == "continue" and above.get(column) != span:
                if inserted:
                    set_merge(cell, "restart")
                else:
                    tracker.begin_merge(cell)
            if _merge(cell):
                merged[column] = span
            column += span
        above = merged


def _span(cell: etree._Element) -> int:
    one = _found(cell, _SPAN)
    return 1 if one is None else int(one.get(_VAL, "1"))


def _merge(cell: etree._Element) -> str:
    """Return how a cell is merged downwards; nothing when it is not."""
    one = _found(cell, _MERGE)
    return "" if one is None else one.get(_VAL, "continue")


def _found(cell: etree._Element, tag: str) -> etree._Element | None:
    """Return a property of a cell; its properties come first in it."""
    if not len(cell) or cell[0].tag != _PROPERTIES:
        return None
    return next(cell[0].iterchildren(tag), None)
