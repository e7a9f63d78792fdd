"""Find in two sequences of blocks, one made of the other, what is the same block.

What reads the same is the same, however it moved; then what carries the same anchors; then what
is alike. The order is kept: a block that moved is one that went and one that came.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

from generator.revision.read.blocks import Block
from generator.word.wordml import w

Pair = tuple[int, int]
Span = tuple[int, int, int, int]
"""From and to on the left, from and to on the right."""

_LARGEST = 40_000
"""Comparisons in one gap; beyond it the blocks are paired as they come."""
_LEAST = 0.3
"""Below this share of common words, two rows or tables are not the same one."""
_LAST_RESORT = 0.01
_CELL = w("tc")
_WHOLE = frozenset(map(w, ("tr", "tbl")))

Key = Callable[[Block], Hashable | None]


def align(left: Sequence[Block], right: Sequence[Block]) -> list[Pair]:
    """Return the pairs of indices of the same block, rising on both sides.

    The cells of two rows with as many of them pair by their place.
    """
    if left and left[0].tag == _CELL and len(left) == len(right):
        return [(nth, nth) for nth in range(len(left))]
    if len(left) == len(right) and all(map(_are_same, left, right)):
        return [(nth, nth) for nth in range(len(left))]
    return sorted(_aligned(left, right, (0, len(left), 0, len(right)), 0))


def identity_of(name: str) -> str:
    """Return the name of a bookmark without the number of its printing."""
    return name.rpartition("_")[0]


def _are_same(one: Block, other: Block) -> bool:
    return one.text == other.text and one.names == other.names and one.tag == other.tag


def _same(block: Block) -> Hashable:
    return block.tag, block.text, block.names


def _text(block: Block) -> Hashable | None:
    return (block.tag, block.text) if block.text.strip("\x1f") else None


def _names(block: Block) -> Hashable | None:
    return (block.tag, block.names) if block.names else None


def _identities(block: Block) -> Hashable | None:
    return (block.tag, tuple(map(identity_of, block.names))) if block.names else None


_KEYS: tuple[Key, ...] = (_same, _text, _names, _identities)


def _aligned(
    left: Sequence[Block], right: Sequence[Block], span: Span, level: int
) -> Iterator[Pair]:
    """Yield the pairs inside a gap, by the key of this level and then by the weaker ones."""
    start, stop, first, last = span
    if level == len(_KEYS):
        yield from alike(span, lambda i, j: likeness(left[i], right[j]))
        return
    key = _KEYS[level]
    while start < stop and first < last and _equal(key, left[start], right[first]):
        yield start, first
        start, first = start + 1, first + 1
    while start < stop and first < last and _equal(key, left[stop - 1], right[last - 1]):
        stop, last = stop - 1, last - 1
        yield stop, last
    if start == stop or first == last:
        return
    pairs = _unique(key, left, right, (start, stop, first, last))
    deeper = level if pairs else level + 1
    for i, j in (*pairs, (stop, last)):
        yield from _aligned(left, right, (start, i, first, j), deeper)
        if i < stop:
            yield i, j
            start, first = i + 1, j + 1


def _equal(key: Key, one: Block, other: Block) -> bool:
    value = key(one)
    return value is not None and value == key(other)


def _unique(key: Key, left: Sequence[Block], right: Sequence[Block], span: Span) -> list[Pair]:
    """Return the longest rising run of pairs whose key occurs once on either side."""
    start, stop, first, last = span
    mine = [key(left[i]) for i in range(start, stop)]
    theirs = [key(right[j]) for j in range(first, last)]
    once = Counter(theirs)
    at = {value: first + nth for nth, value in enumerate(theirs) if once[value] == 1}
    counts = Counter(mine)
    pairs = [
        (start + nth, at[value])
        for nth, value in enumerate(mine)
        if value is not None and counts[value] == 1 and value in at
    ]
    return longest_rise(pairs)


def longest_rise(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the most pairs, of some that rise on the left, that rise on the right too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for nth, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        before.append(ends[place - 1] if place else None)
        tails[place : place + 1] = [j]
        ends[place : place + 1] = [nth]
    found = []
    at = ends[-1] if ends else None
    while at is not None:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def alike(span: Span, likeness_of: Callable[[int, int], float]) -> Iterator[Pair]:
    """Yield the pairs inside a gap that give the most likeness in all."""
    start, stop, first, last = span
    rows, columns = stop - start, last - first
    if not rows or not columns:
        return
    if rows * columns > _LARGEST:
        for i, j in zip(range(start, stop), range(first, last), strict=False):
            if likeness_of(i, j):
                yield i, j
        return
    table = [[likeness_of(i, j) for j in range(first, last)] for i in range(start, stop)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            paired = best[i + 1][j + 1] + table[i][j] if table[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < rows and j < columns:
        if table[i][j] and best[i][j] == best[i + 1][j + 1] + table[i][j]:
            yield start + i, first + j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def likeness(one: Block, other: Block) -> float:
    """Return how much two blocks have in common, 0 when they cannot be the same one."""
    if one.tag != other.tag:
        return 0
    mine, theirs = (set(map(identity_of, block.names)) for block in (one, other))
    whole = one.tag in _WHOLE
    if mine and theirs:
        common = len(mine & theirs) / len(mine | theirs)
        if common:
            return 1 + common
        if whole:
            return 0
    if one.text == other.text:
        return 1
    shared = shared_words(one.text, other.text)
    if whole:
        return shared if shared >= _LEAST else 0
    return max(shared, _LAST_RESORT)


def shared_words(one: str, other: str) -> float:
    """Return how many of the words of two texts are in both, from 0 to 1."""
    ours, others = (Counter(re.findall(r"\w+", text)) for text in (one, other))
    total = (ours | others).total()
    return (ours & others).total() / total if total else 0
