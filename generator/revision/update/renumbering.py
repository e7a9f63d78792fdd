"""Which indikator of the base is which of the new decree.

An indikator is called by its number in its node, which those before it change when one of them
comes, goes or moves. Here the bookmarks of the base get the names that the new decree has for the
same indikator, so that a name means one thing on all sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lxml import etree

from generator.opc.xml import integer
from generator.revision.read.alignment import Pair, alike, longest_rise, shared_words
from generator.word.render import Anchor, anchor_name
from generator.word.wordml import w

_START, _NAME = w("bookmarkStart"), w("name")
_NODE = 3
"""So many words of an identity name the node; then come the number and the role."""
_NUMBERED = _NODE + 2
_TEXT = "indikator"
_LAST_RESORT = 0.01


def renamed(old: Sequence[Anchor], new: Sequence[Anchor]) -> dict[str, str]:
    """Return the names of the base that mean something else now, each with what it is to be."""
    before, after = _texts(old), _texts(new)
    numbers = {
        node: _numbers(list(texts.values()), list(after[node].values()))
        for node, texts in before.items()
        if node in after and texts != after[node]
    }
    return {
        anchor.name: name
        for anchor in old
        if anchor.identity[:_NODE] in numbers
        and (name := _renamed(anchor, numbers[anchor.identity[:_NODE]])) != anchor.name
    }


def _renamed(anchor: Anchor, numbers: Mapping[int, int]) -> str:
    if not _is_numbered(anchor):
        return anchor.name
    number = integer(anchor.identity[_NODE], 0)
    heir = str(numbers[number]) if number in numbers else f"berakhir {number}"
    identity = (*anchor.identity[:_NODE], heir, *anchor.identity[_NODE + 1 :])
    return anchor_name(identity, anchor.occurrence)


def rename(root: etree._Element, names: Mapping[str, str]) -> None:
    """Call the bookmarks of one part by other names."""
    for mark in root.iter(_START):
        name = mark.get(_NAME, "")
        mark.set(_NAME, names.get(name, name))


def _is_numbered(anchor: Anchor) -> bool:
    return len(anchor.identity) == _NUMBERED and integer(anchor.identity[_NODE], None) is not None


def _texts(anchors: Sequence[Anchor]) -> dict[tuple[str, ...], dict[int, str]]:
    """Return what was typed for each indikator, by node and number, from 0."""
    found: dict[tuple[str, ...], dict[int, str]] = {}
    for anchor in anchors:
        if _is_numbered(anchor) and anchor.identity[-1] == _TEXT:
            number = integer(anchor.identity[_NODE], 0)
            found.setdefault(anchor.identity[:_NODE], {})[number] = anchor.raw
    return {node: dict(sorted(texts.items())) for node, texts in found.items()}


def _numbers(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Return for each number the one that the same indikator has now.

    It is known by its text, else by standing between two that are known.
    """
    places: dict[str, list[int]] = {}
    for j, text in enumerate(after):
        places.setdefault(text, []).append(j)
    known = [(i, places[text].pop(0)) for i, text in enumerate(before) if places.get(text)]
    numbers = dict(known)
    taken = set(numbers.values())
    ends = ((-1, -1), *longest_rise(known), (len(before), len(after)))
    for (start, first), (stop, last) in pairwise(ends):
        left = [i for i in range(start + 1, stop) if i not in numbers]
        right = [j for j in range(first + 1, last) if j not in taken]
        numbers.update(_reworded(before, after, left, right))
    return numbers


def _reworded(
    before: Sequence[str], after: Sequence[str], left: Sequence[int], right: Sequence[int]
) -> Iterator[Pair]:
    def likeness(i: int, j: int) -> float:
        return max(shared_words(before[left[i]], after[right[j]]), _LAST_RESORT)

    for i, j in alike((0, len(left), 0, len(right)), likeness):
        yield left[i], right[j]
