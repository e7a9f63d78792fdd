"""A text as typed beside the same text as printed: where the values of its placeholders stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from generator.bahasa.parted import Span, parted
from generator.bahasa.wording import placeholders

_MARK_WORDS = 3
"""A letter or number typed before an item has no more words than this."""


@lru_cache(maxsize=8)
def align(raw: str, text: str, *, greedy: bool = False) -> tuple[tuple[Span, Span], ...] | None:
    """Return how `text` was printed of `raw`, None when it was not or when that is not sure.

    First comes the mark before an item, which does not print, then each placeholder: where it
    was typed and where its value prints. Where values may be parted in several ways, the first
    is as short as can be, or as long when `greedy`.
    """
    for mark in _marks(raw):
        matches = list(placeholders(raw, mark))
        starts = [mark, *(match.end() for match in matches)]
        stops = [*(match.start() for match in matches), len(raw)]
        fixed = [raw[start:stop] for start, stop in zip(starts, stops, strict=True)]
        values = parted(text, fixed, [match[1] for match in matches], greedy=greedy)
        if values is not None:
            places = (match.span() for match in matches)
            return ((0, mark), (0, 0)), *zip(places, values, strict=True)
    return None


def typed_span(raw: str, text: str, start: int, stop: int) -> Span | None:
    """Return where `text[start:stop]` stands in `raw`.

    None where it touches what a placeholder stands for, or where that is not sure.
    """
    found = {_through(align(raw, text, greedy=greedy), start, stop) for greedy in (False, True)}
    return found.pop() if len(found) == 1 else None


def _through(aligned: tuple[tuple[Span, Span], ...] | None, start: int, stop: int) -> Span | None:
    if aligned is None:
        return None
    behind = bisect_right(aligned, start, key=lambda one: one[1][1])
    if behind < len(aligned) and aligned[behind][1][0] < stop:
        return None
    if not behind:
        return None
    typed, printed = aligned[behind - 1]
    shift = typed[1] - printed[1]
    return start + shift, stop + shift


def _marks(raw: str) -> Iterator[int]:
    """Yield how long a mark before an item may be, nothing first."""
    yield 0
    for nth, space in enumerate(re.finditer(r"\s+", raw)):
        if nth < _MARK_WORDS:
            yield space.end()
