"""A cure that is certain, as changes of cells: spans of what is typed, and rows that move."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from generator.bahasa.placeholders import typed_span
from generator.values import Isian, Place


@dataclass(frozen=True, slots=True)
class Edit:
    """In the cell at `place`, which says `text`, `text[start:stop]` becomes `new`.

    Offsets count code points of the cell as typed, placeholders unfilled, as
    `workbook.reading.texts` gives it. An empty cell is filled.
    """

    place: Place
    start: int
    stop: int
    new: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """The row at `place`, which says `text`, becomes the one at `source`, which says `new`."""

    place: Place
    source: Place
    text: str
    new: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made, of those that conflict the first one."""
    done, at = "", 0
    for edit in sorted(kept(edits), key=lambda edit: (edit.start, edit.stop)):
        done += text[at : edit.start] + edit.new
        at = edit.stop
    return done + text[at:]


def kept(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits of one cell that are made, each once.

    Two that change the same letters, or of which one adds something within what the other
    changes, conflict: the first is made. What several add at one spot comes in their order.
    """
    done: list[Edit] = []
    spans: list[tuple[int, int]] = []
    for edit in dict.fromkeys(edits):
        at = bisect_left(spans, (edit.stop,))
        if not at or spans[at - 1][1] <= edit.start:
            insort(spans, (edit.start, edit.stop))
            done.append(edit)
    return done


def replacement(place: Place, text: str, new: str) -> Edit:
    """Return the edit of the whole text of a cell."""
    return Edit(place, 0, len(text), new, text)


_WORD = re.compile(r"\w+|\s+|[^\w\s]")


def retyped(cell: Isian, start: int, stop: int, new: str) -> tuple[Edit, ...]:
    """Return the edits that make `new` of `cell.raw[start:stop]`, only of words that differ."""
    old, right = _WORD.findall(cell.raw[start:stop]), _WORD.findall(new)
    at = list(accumulate(map(len, old), initial=cell.start + start))
    return tuple(
        Edit(cell.place, at[first], at[last], "".join(right[begin:end]), cell.whole or cell.raw)
        for first, last, begin, end in _differing(old, right)
    )


_MOST_COMPARED = 400
"""Words, spaces and marks of two texts that each is compared with each; the time is their cube."""
_NEAR = sorted(((n, k) for n in range(5) for k in range(5 - n)), key=sum)


def _differing(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where two texts differ: old[first:last] has become new[begin:end].

    In longer ones what is equal again is looked for nearby only.
    """
    if len(old) + len(new) <= _MOST_COMPARED:
        for tag, *span in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag != "equal":
                yield span[0], span[1], span[2], span[3]
        return
    at, on = 0, 0
    while (at, on) != (len(old), len(new)):
        if old[at : at + 1] == new[on : on + 1]:
            at, on = at + 1, on + 1
            continue
        further = (
            (at + n, on + k)
            for length in (2, 1)
            for n, k in _NEAR
            if old[at + n : at + n + length] == new[on + k : on + k + length] != []
        )
        last, end = next(further, (len(old), len(new)))
        yield at, last, on, end
        at, on = last, end


def retyped_everywhere(cell: Isian, found: str, new: str) -> tuple[Edit, ...]:
    """Return the edits that make `new` of every `found` in the cell as typed."""
    spans = (match.span() for match in re.finditer(re.escape(found), cell.raw))
    return tuple(edit for span in spans for edit in retyped(cell, *span, new))


def reworded(cell: Isian, start: int, stop: int, new: str) -> tuple[Edit, ...]:
    """Return the edits that make `cell.text[start:stop]` print as `new`; none where unsure."""
    span = typed_span(cell.raw, cell.text, start, stop)
    return retyped(cell, *span, new) if span else ()
