"""A part without the rows of its tables that repeat, for a check that there is no fault in it.

A table of thousands of rows has a few hundred that differ in more than their texts and
bookmarks. No fault in the condensed part means none in the whole; where a fault is, only the
whole part can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_START = re.compile(
    rb"(?:<\?xml version=[\"']1\.0[\"'] encoding=[\"']UTF-8[\"'][^>]*\?>\s*)?"
    rb"<w:[^<>]*\sxmlns:w=[^<>]*>"
)
_MISLEADING = re.compile(rb"!(?<=<!)"), re.compile(rb"\?(?<=<\?)"), re.compile(rb"xmlns:w")
"""With one of these behind its start, tables and names of a part may not be what they seem."""
_HEAD = re.compile(
    rb"<w:tbl><w:tblPr>(?:[^<]|<(?!/w:tblPr>))*</w:tblPr>"
    rb'(<w:tblGrid>(?:<w:gridCol w:w="\d+"/>)+</w:tblGrid>)<w:tr>'
)
_ROW, _ROW_END, _TABLE_END = b"<w:tr>", b"</w:tr>", b"</w:tbl>"
_BOOKMARK = re.compile(
    rb'<w:bookmarkStart w:id="(\d+)" w:name="(\w+)"/>|<w:bookmarkEnd w:id="(\d+)"/>'
)
_MARK = b"<w:proofErr/>"
"""In place of a bookmark's start or end: it may stand where they may."""
_AUTHOR = b" w:author="
_CHANGE = re.compile(rb'(<w:(?:ins|del)) w:id="\d+"')
"""A tracked change: its number tells nothing, for it may repeat."""
_LETTERS = rb"[^<>&{\xef\x00-\x1f]*"
"""Neither what begins a template's tag nor what may be no character of XML, as of "\\xef"."""
_TEXT, _DELETED = b'<w:t xml:space="preserve">', b'<w:delText xml:space="preserve">'


def _typed(tag: bytes, end: bytes) -> re.Pattern[bytes]:
    """Return the pattern of a text with the tag that it begins with."""
    escaped = rb"(?:&(?:amp|lt|gt|quot|apos);" + _LETTERS + rb")*"
    return re.compile(tag + _LETTERS + escaped + b"(?=" + end + b")")


_TYPED, _TYPED_BEFORE = _typed(_TEXT, b"</w:t>"), _typed(_DELETED, b"</w:delText>")
_TAG = re.compile(rb"</?([^\s/>]*\s?)")
_BARE = "tc p r"
_VARIED = (
    "trPr cantSplit trHeight tblHeader tcPr tcW gridSpan vMerge tcBorders top left bottom right shd"
    " vAlign pPr pStyle keepNext keepLines spacing ind jc rPr b i u sz szCs t br tab proofErr"
    " ins del delText"
)
_LOCAL = frozenset(
    f"w:{name}".encode()
    for name in (*_BARE.split(), *_VARIED.split(), *(f"{name} " for name in _VARIED.split()))
)
"""Elements judged alike wherever they stand, so no fields, controls or sections.

After a space there may be attributes.
"""
_BEGINS, _GOES_ON = b'<w:vMerge w:val="restart"/>', b"<w:vMerge/>"
_SPAN = re.compile(rb'<w:gridSpan w:val="\d+"/>')


class Condensed(NamedTuple):
    """A condensed part, and the bookmarks left out of it: each ended right after it began."""

    data: bytes
    numbers: list[str]
    names: list[str]


def condense(data: bytes) -> Condensed:
    """Return a part without the rows that an earlier one makes needless.

    Tables that hold anything unusual stay as they are.
    """
    condenser = _Condenser()
    pieces: list[bytes] = []
    done = 0
    for head in _HEAD.finditer(data) if _is_plain(data) else ():
        stop = data.find(_ROW_END + _TABLE_END, head.end())
        if stop < 0 or head.start() < done:
            continue
        if tables := condenser.tables(head[1], data[head.end() : stop]):
            pieces += (data[done : head.end(1)], *tables)
            done = stop + len(_ROW_END + _TABLE_END)
    return Condensed(b"".join((*pieces, data[done:])), condenser.numbers, condenser.names)


def _is_plain(data: bytes) -> bool:
    start = _START.match(data)
    return start is not None and not any(one.search(data, start.end()) for one in _MISLEADING)


class _Condenser:
    def __init__(self) -> None:
        self.numbers: list[str] = []
        self.names: list[str] = []
        self._known: set[tuple[object, ...]] = set()
        self._merges: dict[bytes, bytes | None] = {}

    def tables(self, grid: bytes, body: bytes) -> list[bytes]:
        """Return what follows the grid of a table, with further tables; nothing when unusual.

        A row is judged once on so many columns, and its merges once below the same row.
        """
        pieces = _BOOKMARK.split(body)
        starts, ends = pieces[1::4], pieces[3::4]
        rows = _without_texts(_MARK.join(pieces[::4])).split(_ROW_END + _ROW)
        merges = []
        for row in rows:
            if (one := self._merges_of(row)) is None:
                return []
            merges.append(one)
        if starts[::2] != ends[1::2] or any(starts[1::2]) or not _is_utf8(body):
            return []
        self.numbers += map(bytes.decode, starts[::2])
        self.names += map(bytes.decode, pieces[2::8])
        columns = grid.count(b"<w:gridCol ")
        fresh = [row for row in rows if self._is_new(columns, row)]
        tables = [_rows(map(_begun, fresh or rows[:1]))]
        for nth, row in enumerate(merges):
            pair = (*map(_begun, merges[max(nth - 1, 0) : nth]), row)
            if _GOES_ON in row and self._is_new(columns, pair):
                tables += (b"<w:tbl><w:tblPr/>", grid, _rows(pair))
        return tables

    def _merges_of(self, row: bytes) -> bytes | None:
        """Return a row's merges alone, None when it matters where the row stands."""
        if row not in self._merges:
            self._merges[row] = _merges(row) if _is_local(row) else None
        return self._merges[row]

    def _is_new(self, *key: object) -> bool:
        known = len(self._known)
        self._known.add(key)
        return len(self._known) > known


def _without_texts(xml: bytes) -> bytes:
    """Return rows without what is typed in them, and without the numbers of tracked changes."""
    xml = _TEXT.join(_TYPED.split(xml))
    if _AUTHOR not in xml:
        return xml
    return _CHANGE.sub(rb"\1", _DELETED.join(_TYPED_BEFORE.split(xml)))


def _rows(rows: Iterable[bytes]) -> bytes:
    """Return rows of these contents and the end of their table."""
    return b"".join((*(_ROW + row + _ROW_END for row in rows), _TABLE_END))


def _begun(row: bytes) -> bytes:
    """Return a row whose merged cells all begin in it."""
    return row.replace(_GOES_ON, _BEGINS)


def _is_local(row: bytes) -> bool:
    """Whether nothing but merged cells makes it matter where a row stands.

    A row that comes or goes is no part of every merge.
    """
    properties = row[: row.find(b"</w:trPr>") + 1]
    return (
        _LOCAL.issuperset(_TAG.findall(row))
        and row.count(b"<w:vMerge") == row.count(_BEGINS) + row.count(_GOES_ON)
        and row.count(b"<w:gridSpan") == len(_SPAN.findall(row))
        and b"{" not in row
        and b"xmlns" not in row
        and b"<w:ins" not in properties
        and b"<w:del" not in properties
    )


def _merges(row: bytes) -> bytes:
    """Return a row of the same cells that say nothing but how they are merged."""
    cells = []
    for cell in row.split(b"<w:tc>")[1:]:
        how = next((merge for merge in (_BEGINS, _GOES_ON) if merge in cell), b"")
        span = b"".join(_SPAN.findall(cell))
        cells.append(b"<w:tc><w:tcPr>" + span + how + b"</w:tcPr><w:p/></w:tc>")
    return b"".join(cells)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
