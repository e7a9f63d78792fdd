"""Accept all and reject all, from the specification of WordprocessingML (ISO/IEC 29500-1, 17.13.5).

Owes nothing to the program. Content that goes, goes with all in it; properties that were changed
become what they are (accept) or were (reject); a paragraph whose mark goes joins the one that
follows, whose properties both then have, for the properties of a paragraph are those of its mark,
the end of a section among them. What marks the range of a comment goes with its reference: without
it, it means nothing (the first edition of ECMA-376 has it ignored, Part 4, 2.13.4.3 and 2.13.4.4)
and ISO/IEC 29500-1 forbids it (17.13.4.3 and 17.13.4.4).
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TBL, _TR, _TC, _SDT = (W + name for name in ("p", "tbl", "tr", "tc", "sdt"))
_PPR, _RPR, _TRPR, _TCPR = (W + name for name in ("pPr", "rPr", "trPr", "tcPr"))
_COMING = frozenset((W + "ins", W + "moveTo"))
_GOING = frozenset((W + "del", W + "moveFrom"))
_RANGES = tuple(
    W + name + edge
    for name in (
        "moveFromRange",
        "moveToRange",
        "customXmlInsRange",
        "customXmlDelRange",
        "customXmlMoveFromRange",
        "customXmlMoveToRange",
    )
    for edge in ("Start", "End")
)
_FORMERLY = {
    W + name: kept
    for name, kept in {
        "rPrChange": ("ins", "del", "moveFrom", "moveTo"),
        "pPrChange": ("rPr", "sectPr"),
        "sectPrChange": ("headerReference", "footerReference"),
        "tblPrChange": (),
        "tblPrExChange": (),
        "trPrChange": ("ins", "del"),
        "tcPrChange": ("cellIns", "cellDel", "cellMerge"),
        "tblGridChange": (),
        "numberingChange": (),
    }.items()
}
"""Records of earlier properties, and what is no part of them and stays when they come back."""
_ALIVE = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
_EMPTY = frozenset(
    W + name
    for name in (
        "pPr",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "commentRangeStart",
        "commentRangeEnd",
        "permStart",
        "permEnd",
    )
)
_ID, _REMARKED = W + "id", (W + "commentRangeStart", W + "commentRangeEnd")
_BY, _MERGES = W + "author", {"cont": "continue", "rest": "restart"}

Mine = Callable[[etree._Element], bool]


def accept_all(root: etree._Element, author: str | None = None) -> etree._Element:
    """Return a copy of a part with the changes of an author, or all, accepted."""
    return _decided(root, author, accepted=True)


def reject_all(root: etree._Element, author: str | None = None) -> etree._Element:
    """Return a copy of a part with the changes of an author, or all, rejected."""
    return _decided(root, author, accepted=False)


def _decided(root: etree._Element, author: str | None, *, accepted: bool) -> etree._Element:
    def mine(change: etree._Element) -> bool:
        return author is None or change.get(_BY) == author

    stays, goes = (_COMING, _GOING) if accepted else (_GOING, _COMING)
    copy = deepcopy(root)
    remarks = _remarks(copy)
    _rows_and_cells(copy, mine, stays, goes, accepted=accepted)
    ended = _marks(copy, mine, stays, goes)
    _runs(copy, mine, stays, goes)
    for paragraph in ended:
        if paragraph.getparent() is not None:
            _join(paragraph)
    _properties(copy, mine, accepted=accepted)
    if author is None:
        for edge in list(copy.iter(*_RANGES)):
            _drop(edge)
    gone = remarks - _remarks(copy)
    for edge in list(copy.iter(*_REMARKED)) if gone else ():
        if edge.get(_ID) in gone:
            _drop(edge)
    for element in list(copy.iter(*_ALIVE)):
        if not any(one.tag in _GOING for one in element.iterancestors()):
            element.tag = _ALIVE[element.tag]
    return copy


def _remarks(root: etree._Element) -> set[str | None]:
    return {one.get(_ID) for one in root.iter(W + "commentReference")}


def _rows_and_cells(
    root: etree._Element,
    mine: Mine,
    stays: frozenset[str],
    goes: frozenset[str],
    *,
    accepted: bool,
) -> None:
    for row in list(root.iter(_TR)):
        for mark in row.findall(_TRPR + "/*"):
            if mark.tag in goes and mine(mark):
                _drop(row)
                break
            if mark.tag in stays and mine(mark):
                _drop(mark)
    for cell in list(root.iter(_TC)):
        for mark in cell.findall(_TCPR + "/*"):
            if mark.tag in (W + "cellIns", W + "cellDel") and mine(mark):
                if (mark.tag == W + "cellDel") == accepted:
                    _drop(cell)
                else:
                    _drop(mark)
            elif mark.tag == W + "cellMerge" and mine(mark):
                if not accepted:
                    _merge_as_before(cell, mark.get(W + "vMergeOrig"))
                _drop(mark)
    for row in list(root.iter(_TR)):
        if row.find(f".//{_TC}") is None:
            _drop(row)
    for table in list(root.iter(_TBL)):
        if table.find(f".//{_TR}") is None:
            _drop(table)


def _merge_as_before(cell: etree._Element, how: str | None) -> None:
    merge = cell.find(f"{_TCPR}/{W}vMerge")
    if merge is None:
        return
    if how is None:
        _drop(merge)
    else:
        merge.set(W + "val", _MERGES[how])


def _marks(
    root: etree._Element, mine: Mine, stays: frozenset[str], goes: frozenset[str]
) -> list[etree._Element]:
    """Decide on the marks of paragraphs; return the paragraphs that lose theirs."""
    ended = []
    for paragraph in root.iter(_P):
        marks = [one for one in paragraph.findall(f"{_PPR}/{_RPR}/*") if mine(one)]
        if any(one.tag in goes for one in marks):
            ended.append(paragraph)
        for one in marks:
            if one.tag in stays | goes:
                _drop(one)
        for letters in paragraph.findall(f"{_PPR}/{_RPR}") if marks else ():
            if not len(letters):
                _drop(letters)
        for properties in paragraph.findall(_PPR) if marks else ():
            if not len(properties):
                _drop(properties)
    return ended


def _runs(root: etree._Element, mine: Mine, stays: frozenset[str], goes: frozenset[str]) -> None:
    for change in list(root.iter(*goes)):
        if change.getparent() is not None and mine(change) and not _is_mark(change):
            _drop(change)
    for change in list(root.iter(*stays)):
        parent = change.getparent()
        if parent is not None and mine(change) and not _is_mark(change):
            for one in list(change):
                change.addprevious(one)
            _drop(change)


def _is_mark(change: etree._Element) -> bool:
    parent = change.getparent()
    return parent is not None and parent.tag in (_RPR, _TRPR)


def _join(paragraph: etree._Element) -> None:
    following = _following(paragraph)
    content = [one for one in paragraph if one.tag != _PPR]
    if following is None:
        if all(one.tag in _EMPTY for one in paragraph) and _may_go(paragraph):
            _drop(paragraph)
        return
    start = 1 if following.find(_PPR) is not None else 0
    for nth, one in enumerate(content):
        following.insert(start + nth, one)
    _drop(paragraph)


def _following(paragraph: etree._Element) -> etree._Element | None:
    """Return the paragraph that comes next in the same story or cell, a table not between."""
    at: etree._Element | None = paragraph
    while at is not None:
        for one in at.itersiblings():
            if one.tag == _TBL or one.tag == W + "sectPr":
                return None
            if one.tag == _P:
                return one
            if one.tag == _SDT and (inner := next(one.iter(_P, _TBL), None)) is not None:
                return inner if inner.tag == _P else None
        parent = at.getparent()
        at = parent if parent is not None and parent.tag in (_SDT, W + "sdtContent") else None
    return None


def _may_go(paragraph: etree._Element) -> bool:
    """Whether its place does with no paragraph: a cell or a body ends in one."""
    after = next(paragraph.itersiblings(_P, _TBL, _SDT), None)
    before = next(paragraph.itersiblings(_P, _TBL, _SDT, preceding=True), None)
    return after is not None or (before is not None and before.tag == _P)


def _properties(root: etree._Element, mine: Mine, *, accepted: bool) -> None:
    for change in list(root.iter(*_FORMERLY)):
        properties = change.getparent()
        if properties is None or not mine(change):
            continue
        if accepted or change.tag == W + "numberingChange":
            _drop(change)
            continue
        kept = {W + name for name in _FORMERLY[change.tag]}
        now = [one for one in properties if one.tag in kept]
        before = [one for inner in change for one in inner if one.tag not in kept]
        for one in list(properties):
            properties.remove(one)
        first = kept and change.tag in (W + "rPrChange", W + "sectPrChange")
        properties.extend([*now, *before] if first else [*before, *now])
        holder = properties.getparent()
        if not len(properties) and holder is not None and properties.tag in (_PPR, _RPR):
            holder.remove(properties)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
