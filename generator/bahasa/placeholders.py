"""A text as typed beside the same text as printed: where the values of its placeholders stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from generator.bahasa.wording import placeholders

_MARK_WORDS = 3
"""A letter or number typed before an item has no more words than this."""

Span = tuple[int, int]


@lru_cache(maxsize=8)
def align(raw: str, text: str, *, greedy: bool = False) -> tuple[tuple[Span, Span], ...] | None:
    """Return how `text` was printed of `raw`, None when it was not.

    First comes the mark before an item, which does not print, then each placeholder: where it
    was typed and where its value prints. Where values may be parted in several ways, the first
    is as short as can be, or as long when `greedy`.
    """
    for mark in _marks(raw):
        printed, places = _pattern(raw, mark, "" if greedy else "?")
        if match := printed.fullmatch(text):
            values = (match.span(f"v{nth}") for nth in range(len(places)))
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


def _pattern(raw: str, at: int, lazy: str) -> tuple[re.Pattern[str], list[Span]]:
    """Return what matches the printed text, the n-th value in group "vn", and the placeholders."""
    pieces: list[str] = []
    names: list[str] = []
    places: list[Span] = []
    for match in placeholders(raw, at):
        again = match[0] in names
        value = f"(?P=v{names.index(match[0])})" if again else f".+{lazy}"
        pieces += (re.escape(raw[at : match.start()]), f"(?P<v{len(names)}>{value})")
        names.append(match[0])
        places.append(match.span())
        at = match.end()
    pieces.append(re.escape(raw[at:]))
    return re.compile("".join(pieces), re.DOTALL), places
