"""The way back from a text edited in Word to what has to stand in its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.bahasa.wording import PLACEHOLDER

_MARK_WORDS = 3
"""A letter or number typed before an item has no more words than this."""


def put_back(raw: str, text: str, new: str) -> str | None:
    """Return `new` with the placeholders of `raw` where their values stand unchanged.

    `raw` is the cell as typed and `text` what was printed of it, without a mark that the item
    began with. None when a placeholder cannot return, because its value was edited.

    >>> put_back("TAHUN {tahun}", "TAHUN 2022", "TAHUN ANGGARAN 2022")
    'TAHUN ANGGARAN {tahun}'
    """
    for mark in _marks(raw):
        printed, names = _pattern(raw[len(mark) :])
        if match := printed.fullmatch(text):
            values = [(name, match.span(f"v{nth}")) for nth, name in enumerate(names)]
            filled = _filled(text, new, values)
            return None if filled is None else mark + filled
    return None


def _marks(raw: str) -> Iterator[str]:
    """Yield what may be a mark before an item, nothing first."""
    yield ""
    for nth, space in enumerate(re.finditer(r"\s+", raw)):
        if nth < _MARK_WORDS:
            yield raw[: space.end()]


def _pattern(raw: str) -> tuple[re.Pattern[str], list[str]]:
    """Return what matches the printed text, the n-th value in group "vn", and the placeholders."""
    pieces: list[str] = []
    names: list[str] = []
    at = 0
    for match in PLACEHOLDER.finditer(raw):
        if match[1] is None:
            continue
        again = match[0] in names
        value = f"(?P=v{names.index(match[0])})" if again else ".+?"
        pieces += (re.escape(raw[at : match.start()]), f"(?P<v{len(names)}>{value})")
        names.append(match[0])
        at = match.end()
    pieces.append(re.escape(raw[at:]))
    return re.compile("".join(pieces), re.DOTALL), names


def _filled(text: str, new: str, values: list[tuple[str, tuple[int, int]]]) -> str | None:
    """Return `new` with each name where its value, a stretch of `text`, stands whole."""
    blocks = SequenceMatcher(None, text, new, autojunk=False).get_matching_blocks()
    pieces: list[str] = []
    at = 0
    for name, (start, stop) in values:
        block = next((one for one in blocks if one.a <= start and stop <= one.a + one.size), None)
        if block is None:
            return None
        shift = block.b - block.a
        pieces += (new[at : start + shift], name)
        at = stop + shift
    return "".join((*pieces, new[at:]))
