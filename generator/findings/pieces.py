"""A change within a text as it is told: the smallest piece of it that stands there once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from generator.findings.cures import Edit, Move, apply, reworded
from generator.findings.finding import Diagnostic, finding
from generator.values import Isian, Place

_PUNCTUATION = " ;:.,"
_WORD = re.compile(r"\S+")
_WIDEST = 20
"""A piece that so many words on either side do not make the only one is the whole text."""
_MOST = 100
"""Where more pieces than these change in a cell, all between the first and the last is one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`old` is told to become `new`, which the edits do where the cell was typed so."""

    old: str
    new: str
    edits: tuple[Edit, ...]


def piece(cell: Isian, start: int, stop: int, right: str) -> Piece:
    """Return the change of `cell.text[start:stop]` into `right`."""
    first, last = around(cell.text, start, stop, right)
    new = cell.text[first:start] + right + cell.text[stop:last]
    return Piece(cell.text[first:last], new, reworded(cell, start, stop, right))


def around(text: str, start: int, stop: int, right: str) -> tuple[int, int]:
    """Return the least stretch of whole words around a span that stands once in the text.

    With `right` in place of the span it is not blank.
    """
    for first, last in _windows(text, start, stop):
        new = text[first:start] + right + text[stop:last]
        if new.strip() and text.count(text[first:last]) == 1:
            break
    return first, last


def _windows(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield ever wider windows of whole words around a span, up to the whole text."""
    starts, stops = _words(text)
    first, last = bisect_left(starts, start) - 1, bisect_right(stops, stop)
    if first >= 0 and stops[first] >= start:
        start, first = starts[first], first - 1
    if last < len(stops) and starts[last] <= stop:
        stop, last = stops[last], last + 1
    yield start, stop
    for _ in range(_WIDEST):
        if stop < len(text):
            stop, last = (stops[last] if last < len(stops) else len(text)), last + 1
            yield start, stop
        if start > 0:
            start, first = (starts[first] if first >= 0 else 0), first - 1
            yield start, stop
    if (start, stop) != (0, len(text)):
        yield 0, len(text)


@lru_cache(maxsize=8)
def _words(text: str) -> tuple[list[int], list[int]]:
    """Return where the words of a text start, and where they stop."""
    spans = [match.span() for match in _WORD.finditer(text)]
    return [start for start, _ in spans], [stop for _, stop in spans]


def ending(cell: Isian, right: str) -> Piece:
    """Return the change of the punctuation at the end of the text into `right`."""
    return piece(cell, len(cell.text.rstrip(_PUNCTUATION)), len(cell.text), right)


def rewriting(rule: str, cell: Isian, change: Piece) -> Diagnostic:
    """Return the finding of a rule whose facts are what is written and what should be."""
    isi, baku = change.old.strip(), change.new.strip()
    return finding(rule, cell.place, edits=change.edits, isi=isi, baku=baku)


def proposals(findings: Iterable[Diagnostic]) -> list[list[tuple[Place, str, str]]]:
    """Return what each finding makes of cells as typed: place, piece, and what it becomes.

    A piece stands only where it is to become the new one, and does all that the findings want
    of it; "" is an empty cell.
    """
    findings = list(findings)
    every = list(dict.fromkeys(chain.from_iterable(one.edits for one in findings)))
    told: dict[Edit | Move, tuple[Place, str, str]] = {}
    by_cell: dict[Place, list[Edit]] = {}
    for edit in every:
        if isinstance(edit, Move):
            told[edit] = edit.place, edit.text, edit.new
        else:
            by_cell.setdefault(edit.place, []).append(edit)
    for place, edits in by_cell.items():
        for start, stop in _runs(edits):
            piece = place, edits[0].text[start:stop], _made(edits, start, stop)
            told |= dict.fromkeys(_within(edits, start, stop), piece)
    return [list(dict.fromkeys(told[edit] for edit in one.edits)) for one in findings]


def _runs(edits: list[Edit]) -> list[tuple[int, int]]:
    """Return the stretches of whole words that the edits of a cell change.

    Words that change beside each other are one stretch, and so are more than can be told apart.
    """
    text = edits[0].text
    runs = [next(_windows(text, edit.start, edit.stop)) for edit in edits]
    while True:
        joined: list[tuple[int, int]] = []
        for start, stop in sorted(set(runs)):
            if joined and not text[joined[-1][1] : start].strip():
                start, last = joined.pop()
                stop = max(stop, last)
            joined.append((start, stop))
        if len(joined) > _MOST:
            return [around(text, joined[0][0], joined[-1][1], text)]
        changes = [(text[slice(*run)], _made(edits, *run)) for run in joined]
        times = Counter(changes)
        runs = [
            run if new.strip() and text.count(old) == times[old, new] else around(text, *run, new)
            for run, (old, new) in zip(joined, changes, strict=True)
        ]
        if runs == joined:
            return runs


def _made(edits: list[Edit], start: int, stop: int) -> str:
    """Return what the edits within a stretch of their text make of it."""
    return apply(edits[0].text[:stop], _within(edits, start, stop))[start:]


def _within(edits: list[Edit], start: int, stop: int) -> list[Edit]:
    return [edit for edit in edits if start <= edit.start and edit.stop <= stop]
