"""Which indikator, and which item of a list, of the base is which of the new decree.

An indikator is called by its number in its node and an item (of Menimbang, Mengingat, Diktum,
Tembusan) by its number in its sheet, which those before it change when one of them comes, goes or
moves. Here the bookmarks of the base get the names that the new decree has for the same one, so
that a name means one thing on all sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lxml import etree

from generator.revision.read.alignment import Pair, alike, longest_rise, shared_words
from generator.word.render import Anchor, anchor_name
from generator.word.wordml import w

_START, _NAME = w("bookmarkStart"), w("name")
_ITEM = "isi"
_TEXTS = ("indikator", _ITEM)
"""The roles whose text tells one of a list from another; before the role comes its number."""
_LAST_RESORT = 0.01
_REWORDED = 0.5
"""So many common words make two items one that moved and was reworded."""


def renamed(old: Sequence[Anchor], new: Sequence[Anchor]) -> dict[str, str]:
    """Return the names of the base that mean something else now, each with what it is to be."""
    before, after = _texts(old), _texts(new)
    numbers = {
        named: _numbers(texts, after[named])
        for named, texts in before.items()
        if named in after and texts != after[named]
    }
    return {
        anchor.name: name
        for anchor in old
        if (named := _list_of(anchor.identity)) in numbers
        and (name := _renamed(anchor, numbers[named])) != anchor.name
    }


def is_item(identity: tuple[str, ...]) -> bool:
    """Whether a lasting name is that of an item of Menimbang, Mengingat, Diktum or Tembusan."""
    return len(identity) == 4 and identity[3] == _ITEM and identity[2].isdecimal()


def _renamed(anchor: Anchor, numbers: Mapping[int, int]) -> str:
    *named, number, role = anchor.identity
    heir = str(numbers.get(int(number), f"berakhir {number}"))
    return anchor_name((*named, heir, role), anchor.occurrence)


def _list_of(identity: tuple[str, ...]) -> tuple[str, ...]:
    """Return the name of the list that a lasting name counts in, empty when it counts in none."""
    is_numbered = len(identity) == 5 and identity[3].isdecimal()
    return identity[:-2] if is_numbered or is_item(identity) else ()


def rename(root: etree._Element, names: Mapping[str, str]) -> None:
    """Call the bookmarks of one part by other names."""
    for mark in root.iter(_START):
        name = mark.get(_NAME, "")
        mark.set(_NAME, names.get(name, name))


def _texts(anchors: Sequence[Anchor]) -> dict[tuple[str, ...], dict[int, str]]:
    """Return what was typed for each indikator and item, by list and number."""
    found: dict[tuple[str, ...], dict[int, str]] = {}
    for anchor in anchors:
        if anchor.identity[-1] in _TEXTS and (named := _list_of(anchor.identity)):
            found.setdefault(named, {})[int(anchor.identity[-2])] = anchor.raw
    return {named: dict(sorted(texts.items())) for named, texts in found.items()}


def _numbers(before: Mapping[int, str], after: Mapping[int, str]) -> dict[int, int]:
    """Return for each number the one that the same indikator or item has now."""
    mine, others = list(before), list(after)
    places = same_texts(list(before.values()), list(after.values()))
    return {mine[i]: others[j] for i, j in places.items()}


def same_texts(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Return for each place in a list the one that the same text has now.

    It is known by its text, else by standing between two that are known, else by most of its
    words.
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
    numbers.update(list(_moved(before, after, numbers)))
    return numbers


def _reworded(
    before: Sequence[str], after: Sequence[str], left: Sequence[int], right: Sequence[int]
) -> Iterator[Pair]:
    def likeness(i: int, j: int) -> float:
        return max(shared_words(before[left[i]], after[right[j]]), _LAST_RESORT)

    for i, j in alike((0, len(left), 0, len(right)), likeness):
        yield left[i], right[j]


def _moved(before: Sequence[str], after: Sequence[str], known: Mapping[int, int]) -> Iterator[Pair]:
    """Yield the pairs of what moved and was reworded."""
    taken = set(known.values())
    for i in range(len(before)):
        if i in known:
            continue
        left = [j for j in range(len(after)) if j not in taken]
        j = max(left, key=lambda j: shared_words(before[i], after[j]), default=-1)
        if j >= 0 and shared_words(before[i], after[j]) >= _REWORDED:
            taken.add(j)
            yield i, j
