"""The way back from a text edited in Word to what has to stand in its cell."""

from __future__ import annotations

from generator.bahasa.placeholders import align
from generator.revision.read.common import common_letters


def put_back(raw: str, text: str, new: str) -> str | None:
    """Return `new` with the placeholders of `raw` where their values stand unchanged.

    `raw` is the cell as typed and `text` what was printed of it, without a mark that the item
    began with. None when a placeholder cannot return, because its value was edited.

    >>> put_back("TAHUN {tahun}", "TAHUN 2022", "TAHUN ANGGARAN 2022")
    'TAHUN ANGGARAN {tahun}'
    """
    aligned = align(raw, text)
    if aligned is None:
        return None
    (mark, _), *values = ((raw[slice(*typed)], printed) for typed, printed in aligned)
    filled = _filled(text, new, values)
    return None if filled is None else mark + filled


def _filled(text: str, new: str, values: list[tuple[str, tuple[int, int]]]) -> str | None:
    """Return `new` with each name where its value, a stretch of `text`, stands whole."""
    blocks = common_letters(text, new)
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
