"""What two texts have in common, found in time bounded by their length.

`SequenceMatcher` takes the cube of it where words repeat: seven seconds for 1,200 letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

from generator.revision.read.alignment import longest_rise

_MOST = 20_000_000
"""Comparisons for two texts: what any two of 200 words take."""
_MOST_BETWEEN = 1_000_000
"""The same between two words that longer texts have in common."""
_WORD = re.compile(r"\w+|\s+|.", re.DOTALL)


class Common(NamedTuple):
    """`size` pieces that stand at `a` in the one text and at `b` in the other."""

    a: int
    b: int
    size: int


def common(one: Sequence[str], other: Sequence[str]) -> list[Common]:
    """Return the stretches of pieces that two texts have in common, in order.

    In long texts those around words that occur once in either; where too many repeat between
    two of these, they count as different.
    """
    if _work(one, other) <= _MOST:
        return _matched(one, other, 0, 0)
    found: list[Common] = []
    for start, stop, first, last in _gaps(one, other):
        begun = _equal(one[start:stop], other[first:last])
        at, on = start + begun, first + begun
        ended = _equal(one[at:stop][::-1], other[on:last][::-1])
        found.append(Common(start, first, begun))
        inner = one[at : stop - ended], other[on : last - ended]
        if _work(*inner) <= _MOST_BETWEEN:
            found += _matched(*inner, at, on)
        found.append(Common(stop - ended, last - ended, ended))
    return list(_joined(found))


def common_letters(one: str, other: str) -> list[Common]:
    """Return the stretches of letters that two texts have in common; of long ones, of words."""
    if _work(one, other) <= _MOST:
        return _matched(one, other, 0, 0)
    words = [_WORD.findall(text) for text in (one, other)]
    at, on = ([*accumulate(map(len, pieces), initial=0)] for pieces in words)
    return [Common(at[a], on[b], at[a + size] - at[a]) for a, b, size in common(*words)]


def differing(
    one: Sequence[str], other: Sequence[str], same: Sequence[Common]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield what stands between stretches in common: from and to, in the one and the other."""
    at = on = 0
    for a, b, size in (*same, Common(len(one), len(other), 0)):
        if (at, on) != (a, b):
            yield at, a, on, b
        at, on = a + size, b + size


def _work(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many comparisons two texts take at most."""
    counts = Counter(other)
    return sum(n * counts[piece] for piece, n in Counter(one).items()) * min(len(one), len(other))


def _matched(one: Sequence[str], other: Sequence[str], at: int, on: int) -> list[Common]:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [Common(at + a, on + b, size) for a, b, size in blocks if size]


def _gaps(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches that end with a word that occurs once in either, and the rest."""
    once, there = Counter(one), Counter(other)
    where = {piece: nth for nth, piece in enumerate(other)}
    alone = [(nth, where[p]) for nth, p in enumerate(one) if once[p] == there[p] == 1]
    start = first = 0
    for at, on in (*longest_rise(alone), (len(one) - 1, len(other) - 1)):
        yield start, at + 1, first, on + 1
        start, first = at + 1, on + 1


def _joined(stretches: list[Common]) -> Iterator[Common]:
    """Yield the stretches that are not empty, as one where one begins where another ends."""
    a = b = size = 0
    for one in stretches:
        if (a + size, b + size) != (one.a, one.b):
            if size:
                yield Common(a, b, size)
            a, b, size = one.a, one.b, 0
        size += one.size
    if size:
        yield Common(a, b, size)


def _equal(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many pieces are equal from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((nth for nth, (a, b) in pairs if a != b), min(len(one), len(other)))
