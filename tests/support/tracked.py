"""A reader of tracked changes that owes nothing to the program: accepts or rejects, and reads.

It follows what Word does. A run, a row or the end of a paragraph that goes, goes; where the end
of a paragraph goes, its text joins the next one, and a paragraph without text disappears. A cell
is merged, and a paragraph shaped, as it was before a rejected change.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _R, _TR, _TBL = W + "p", W + "r", W + "tr", W + "tbl"
_FILLED = frozenset(W + name for name in ("t", "tab", "br", "drawing", "pict", "fldChar", "sym"))
_JOINER = "\u200d"
"""What LibreOffice writes beside the place of a comment or field; nothing to read."""
_BACK = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}


def body(source: bytes | Path) -> etree._Element:
    """Return the body of a Word file."""
    data = source if isinstance(source, bytes) else source.read_bytes()
    with zipfile.ZipFile(BytesIO(data)) as package:
        found = etree.fromstring(package.read("word/document.xml")).find(W + "body")
    assert found is not None
    return found


def accept(root: etree._Element, author: str | None = None) -> etree._Element:
    """Accept the changes of one author, or of all; `root` itself is changed and returned."""
    return _decide(root, author, gone=W + "del", stays=W + "ins")


def reject(root: etree._Element, author: str | None = None) -> etree._Element:
    """Reject the changes of one author, or of all; `root` itself is changed and returned."""
    return _decide(root, author, gone=W + "ins", stays=W + "del")


def lines(root: etree._Element) -> list[str]:
    """Return the text paragraph by paragraph, without empty ones, as it reads on the screen.

    What other changes delete is left out, what they insert is read. Results of fields, which
    office programs reckon anew, are left out too.
    """
    return [text for paragraph in root.iter(_P) if (text := line(paragraph)).strip()]


def rows(root: etree._Element) -> list[tuple[str, ...]]:
    """Return the filled cells of every row of every table."""
    found = []
    for row in root.iter(_TR):
        cells = (" ".join(lines(cell)) for cell in row.iterchildren(W + "tc"))
        found.append(tuple(filter(None, cells)))
    return [cells for cells in found if cells]


def line(paragraph: etree._Element) -> str:
    """Return the text of one paragraph."""
    pieces = []
    depth = 0
    for element in paragraph.iter():
        if element.tag == W + "fldChar":
            depth += {"begin": 1, "end": -1}.get(element.get(W + "fldCharType", ""), 0)
        elif depth or next(element.iterancestors(W + "fldSimple"), None) is not None:
            continue
        elif element.tag == W + "t":
            pieces.append((element.text or "").replace(_JOINER, ""))
        elif element.tag == W + "tab" and element.getparent().tag == _R:  # type: ignore[union-attr]
            pieces.append("\t")
        elif element.tag == W + "br" and element.get(W + "type") is None:
            pieces.append("\n")
    return "".join(pieces)


def authors(root: etree._Element) -> set[str]:
    """Return who made the tracked changes."""
    return {change.get(W + "author", "") for change in root.iter(W + "ins", W + "del")}


def _decide(root: etree._Element, author: str | None, *, gone: str, stays: str) -> etree._Element:
    def ours(change: etree._Element) -> bool:
        return author is None or change.get(W + "author") == author

    for row in list(root.iter(_TR)):
        for mark in row.findall(f"{W}trPr/{gone}"):
            if ours(mark) and row.getparent() is not None:
                _drop(row)
        for mark in row.findall(f"{W}trPr/{stays}"):
            if ours(mark):
                _drop(mark)
    for table in list(root.iter(_TBL)):
        if table.find(_TR) is None:
            _drop(table)
    ended = []
    for paragraph in list(root.iter(_P)):
        if any(map(ours, paragraph.findall(f"{W}pPr/{W}rPr/{gone}"))):
            ended.append(paragraph)
        for mark in paragraph.findall(f"{W}pPr/{W}rPr/{stays}"):
            if ours(mark):
                _drop(mark)
    for change in list(root.iter(gone)):
        if ours(change) and change.getparent() is not None and not _is_mark(change):
            _drop(change)
    for change in list(root.iter(stays)):
        if ours(change) and not _is_mark(change):
            for element in list(change):
                change.addprevious(element)
            _drop(change)
    for element in root.iter(*_BACK):
        if next(element.iterancestors(W + "del"), None) is None:
            element.tag = _BACK[element.tag]
    for paragraph in ended:
        _join(paragraph)
    for mark in list(root.iter(W + "cellMerge")):
        if ours(mark):
            if gone == W + "ins":
                _merge_as_before(mark)
            _drop(mark)
    for mark in list(root.iter(*(W + f"{name}Change" for name in ("rPr", "pPr", "tcPr")))):
        if ours(mark):
            if gone == W + "ins":
                _shape_as_before(mark)
            _drop(mark)
    return root


def _merge_as_before(mark: etree._Element) -> None:
    cell = mark.getparent()
    assert cell is not None
    merge = cell.find(W + "vMerge")
    assert merge is not None, "a change of how a cell is merged, and it is not"
    merge.set(W + "val", {"cont": "continue", "rest": "restart"}[mark.get(W + "vMergeOrig", "")])


_STAYS = tuple(W + name for name in ("rPr", "sectPr", "cellMerge", "ins", "del"))


def _shape_as_before(mark: etree._Element) -> None:
    properties = mark.getparent()
    assert properties is not None
    for one in list(properties):
        if one.tag not in (*_STAYS, mark.tag):
            properties.remove(one)
    for nth, one in enumerate(list(mark[0])):
        properties.insert(nth, one)


def _is_mark(change: etree._Element) -> bool:
    parent = change.getparent()
    return parent is not None and parent.tag in (W + "rPr", W + "trPr")


def _join(paragraph: etree._Element) -> None:
    """Let a paragraph lose its end."""
    following = paragraph.getnext()
    while following is not None and following.tag not in (_P, _TBL, W + "sectPr"):
        following = following.getnext()
    if not any(True for _ in _content(paragraph)):
        if following is not None or paragraph.getprevious() is not None:
            _drop(paragraph)
    elif following is not None and following.tag == _P:
        start = 1 if following.find(W + "pPr") is not None else 0
        moved = [one for one in paragraph if one.tag != W + "pPr"]
        for nth, element in enumerate(moved):
            following.insert(start + nth, element)
        _drop(paragraph)


def _content(paragraph: etree._Element) -> Iterator[etree._Element]:
    return (
        one for one in paragraph.iter(*_FILLED) if next(one.iterancestors(_R), None) is not None
    )


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
