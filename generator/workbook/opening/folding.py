"""Rows without content, of which a sheet may have a million, kept out of the way of parsing.

A run of them becomes one row, the last of the run, that carries the others packed as its text.
What reads cells passes such a row by; `unfold_rows` gives back the very bytes. Only rows written
as Excel, LibreOffice and openpyxl write them are folded, with their addresses first.
"""

from __future__ import annotations

import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator

from generator.opc.limits import BESIDE, MB
from generator.opc.parts import TooMuchError

FIRST = "skFirst"
"""The attribute of a row that stands for others: the number of the first of them."""

_SMALL = MB
"""Parts up to this many bytes are left as they are."""
_FEW = 4
"""A part with at most so many rows for each value is left, too: parsing them costs little."""
_PIECE = MB
_OTHER = re.compile(rb"""<\?xml[^>]*encoding=["'](?!utf-8|UTF-8)""")
_DATA, _END = b"<sheetData>", b"</sheetData>"
_ROW, _ROW_END = b'<row r="', b"</row>"
_CONTENT = (b"<v", b"<f", b"<is")
_OPENED, _CLOSED = (_ROW, b'<c r="'), (_ROW_END, b"</c>")
"""How all tags of rows without content begin."""
_FOLDED = re.compile(rb'<row r="[0-9]+" skFirst="[0-9]+">([^<]*)</row>')


def within_sheet(part: bytes) -> None:
    """Raise TooMuchError when a sheet says too much besides what its cells hold."""
    start, end = max(part.find(b"sheetData"), 0), max(part.rfind(b"sheetData"), 0)
    if part.count(b"<", 0, start) + part.count(b"<", end) > BESIDE.limit:
        raise TooMuchError(BESIDE)


def drop_rows(part: bytes) -> bytes:
    """Return a sheet in which rows without content are left out, but for the last before others."""
    return b"".join(_replaced(part, lambda run: b'<row r="%s"/>' % _number(run, run.rindex(_ROW))))


def fold_rows(part: bytes) -> bytes:
    """Return a sheet in which rows without content are carried by others."""
    return b"".join(_replaced(part, folded))


def unfold_rows(part: bytes) -> bytes:
    """Return a sheet with its folded rows as they were."""
    return _FOLDED.sub(lambda row: unfolded(row[1]), part)


def folded(run: bytes) -> bytes:
    """Return the one row that stands for rows without content, given as bytes; none for none."""
    if not run:
        return b""
    first, last = _number(run, 0), _number(run, run.rindex(_ROW))
    return b'<row r="%s" skFirst="%s">%s</row>' % (last, first, packed(run).encode())


def packed(run: bytes) -> str:
    """Return rows as the text of the one that carries them."""
    return b64encode(zlib.compress(run, 1)).decode()


def unfolded(text: str | bytes) -> bytes:
    """Return the rows that a folded one carries as its text."""
    return zlib.decompress(b64decode(text))


def _replaced(part: bytes, replace: Callable[[bytes], bytes]) -> Iterator[bytes]:
    """Yield a part in pieces, those of rows without content replaced."""
    start, end = part.find(_DATA), part.rfind(_END)
    if start < 0 or end < start or _is_dense(part) or not _is_plain(part):
        yield part
        return
    start += len(_DATA)
    yield part[:start]
    for content in _contents(part, start, end):
        if content < start:
            continue
        row = part.rfind(_ROW, start, content)
        after = part.find(_ROW_END, content, end)
        if row < 0 or after < 0:
            break
        after += len(_ROW_END)
        yield from _pieces(part[start:row], replace)
        yield part[row:after]
        start = after
    else:
        yield from _pieces(part[start:end], replace)
        start = end
    yield part[start:]


def _is_dense(part: bytes) -> bool:
    """Whether folding would spare next to nothing."""
    return len(part) <= _SMALL or part.count(_ROW) <= _FEW * sum(map(part.count, _CONTENT))


def _is_plain(part: bytes) -> bool:
    """Whether what looks like a row is one: no comments, no CDATA, no other encoding."""
    return b"<!" not in part and not _OTHER.match(part)


def _contents(part: bytes, start: int, end: int) -> Iterator[int]:
    """Yield where something begins that a cell holds."""
    at = {mark: part.find(mark, start, end) for mark in _CONTENT}
    while at := {mark: place for mark, place in at.items() if place >= 0}:
        mark, place = min(at.items(), key=lambda one: one[1])
        yield place
        at[mark] = part.find(mark, place + 1, end)


def _pieces(run: bytes, replace: Callable[[bytes], bytes]) -> Iterator[bytes]:
    """Yield what stands between two filled rows; only rows without content are replaced."""
    few = run.find(_ROW, 1) < 0
    if few or not run.startswith(_ROW) or not _is_empty(run):
        yield run
        return
    start = 0
    while start < len(run):
        stop = run.find(_ROW, start + _PIECE)
        stop = len(run) if stop < 0 else stop
        yield replace(run[start:stop])
        start = stop


def _is_empty(run: bytes) -> bool:
    """Whether there are but rows and cells, as many closed as opened."""
    opened, closed = (sum(map(run.count, tags)) for tags in (_OPENED, _CLOSED))
    return run.count(b"<") == opened + closed and opened == closed + run.count(b"/>")


def _number(run: bytes, at: int) -> bytes:
    """Return the number of the row that begins there."""
    begin = at + len(_ROW)
    number = run[begin : run.index(b'"', begin)]
    int(number)
    return number
