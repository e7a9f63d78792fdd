"""A line that people changed, told apart into what became of each value printed in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.revision.read.blocks import Segment
from generator.revision.read.common import common, differing

_TOKEN = re.compile(r"\w+(?:[.,]\w+)*|\s+|.", re.DOTALL)
_FEW = 4
"""A text of no more words, spaces and marks than this is replaced whole."""
_ALIKE = 0.4
"""So much must be common for a text to be changed word by word."""


class Stretch(NamedTuple):
    """From and to, in letters of a line."""

    start: int
    stop: int


class Rewording(NamedTuple):
    """What is to stand instead of a stretch."""

    start: int
    stop: int
    text: str


def tokens(text: str) -> list[str]:
    """Cut a text into words (numbers with their decimals), runs of white space and marks."""
    return _TOKEN.findall(text)


def partition(printed: Sequence[Segment], text: str) -> list[Stretch]:
    """Return for each printed segment the stretch of `text` that stands in its place now.

    The stretches follow one another without gap. What was typed between two segments goes to a
    printed value rather than to fixed text.
    """
    if "".join(segment.text for segment in printed) == text:
        return _stretches([len(segment.text) for segment in printed])
    owners = [nth for nth, segment in enumerate(printed) for _ in tokens(segment.text)]
    before = [token for segment in printed for token in tokens(segment.text)]
    after = tokens(text)
    lengths = [0] * len(printed)
    same = common(before, after)
    for i, j, size in same:
        for owner, token in zip(owners[i : i + size], after[j : j + size], strict=True):
            lengths[owner] += len(token)
    for i1, i2, j1, j2 in differing(before, after, same):
        if j1 < j2:
            lengths[_owner(printed, owners, i1, i2)] += sum(map(len, after[j1:j2]))
    return _stretches(lengths)


def rewordings(old: str, new: str, offset: int = 0) -> list[Rewording]:
    """Return how to make `new` of `old`: word by word where they are alike, else whole."""
    if old == new:
        return []
    whole = [Rewording(offset, offset + len(old), new)]
    before, after = tokens(old), tokens(new)
    if len(before) <= _FEW or len(after) <= _FEW:
        return whole
    same = common(before, after)
    alike = _words([one for a, _, size in same for one in before[a : a + size]])
    if alike < _ALIKE * max(_words(before), _words(after)):
        return whole
    places = [0]
    for token in before:
        places.append(places[-1] + len(token))
    return [
        Rewording(offset + places[i1], offset + places[i2], "".join(after[j1:j2]))
        for i1, i2, j1, j2 in differing(before, after, same)
    ]


def _words(pieces: Sequence[str]) -> int:
    return sum(not piece.isspace() for piece in pieces)


def weave(old: str, theirs: str, new: str) -> list[Rewording] | None:
    """Return how to enter in `theirs` what changed from `old` to `new`.

    None when people changed words that the data changed too.
    """
    before, mine, after = tokens(old), tokens(theirs), tokens(new)
    places = [0]
    for token in mine:
        places.append(places[-1] + len(token))
    untouched = common(before, mine)
    found = []
    for i1, i2, j1, j2 in differing(before, after, common(before, after)):
        shift = next((b - a for a, b, size in untouched if a <= i1 and i2 <= a + size), None)
        if shift is None:
            return None
        text = "".join(after[j1:j2])
        found.append(Rewording(places[i1 + shift], places[i2 + shift], text))
    return found


def _owner(printed: Sequence[Segment], owners: Sequence[int], start: int, stop: int) -> int:
    """Return whose the words are that stand now where those from `start` to `stop` were."""
    if start < stop:
        candidates = list(range(owners[start], owners[stop - 1] + 1))
        return max(candidates, key=lambda nth: (bool(printed[nth].name), len(printed[nth].text)))
    left = owners[start - 1] if start else 0
    right = owners[start] if start < len(owners) else len(printed) - 1
    for nth in range(left, right + 1):
        if printed[nth].name:
            return nth
    return left


def _stretches(lengths: Sequence[int]) -> list[Stretch]:
    ends = [0]
    for length in lengths:
        ends.append(ends[-1] + length)
    return [Stretch(start, stop) for start, stop in pairwise(ends)]
