"""A change within a text as the smallest piece that stands there once, and as an edit of its cell.

An edit replaces every occurrence of its `old` in the cell, so a piece takes in whole words
beside it until it can be mistaken for no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.findings.edits import Edit
from generator.findings.finding import Diagnostic, finding
from generator.values import Isian

_PUNCTUATION = " ;:.,"
_BEFORE = re.compile(r"\S*\Z"), re.compile(r"\S*\s*\Z")
_BEHIND = re.compile(r"\A\S*"), re.compile(r"\A\s*\S*")
"""The rest of the word that a span cuts, and the next word with the spaces between."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`old` becomes `new`; `edits` holds that edit where the cell, as typed, has `old` once."""

    old: str
    new: str
    edits: tuple[Edit, ...]


def piece(cell: Isian, start: int, stop: int, right: str, lines: Sequence[Isian] = ()) -> Piece:
    """Return the change of `cell.text[start:stop]` into `right`.

    `lines` are all lines of the cell when `cell` is one of several.
    """
    text = "\n".join(line.text for line in lines) or cell.text
    raw = "\n".join(line.raw for line in lines) or cell.raw
    for first, last in _windows(cell.text, start, stop):
        old = cell.text[first:last]
        new = cell.text[first:start] + right + cell.text[stop:last]
        if new.strip() and text.count(old) == 1:
            break
    certain = text.count(old) == raw.count(old) == 1
    return Piece(old, new, (Edit(cell.place, old, new),) if certain else ())


def _windows(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield ever wider windows of whole words around a span, up to the whole text."""
    start -= len(_BEFORE[0].findall(text[:start])[0])
    stop += len(_BEHIND[0].findall(text[stop:])[0])
    yield start, stop
    while (start, stop) != (0, len(text)):
        if stop < len(text):
            stop += len(_BEHIND[1].findall(text[stop:])[0])
            yield start, stop
        if start > 0:
            start -= len(_BEFORE[1].findall(text[:start])[0])
            yield start, stop


def every(cell: Isian, found: str, right: str) -> Piece:
    """Return the change of every `found` in the cell into `right`."""
    certain = 0 < cell.text.count(found) == cell.raw.count(found)
    return Piece(found, right, (Edit(cell.place, found, right),) if certain else ())


def ending(cell: Isian, right: str, lines: Sequence[Isian] = ()) -> Piece:
    """Return the change of the punctuation at the end of the text into `right`.

    Where the text ends in what a placeholder stands for, the edit is one of the placeholder.
    """
    typed = [replace(line, text=line.raw) for line in lines]
    change, as_typed = (
        piece(one, len(one.text.rstrip(_PUNCTUATION)), len(one.text), right, others)
        for one, others in ((cell, lines), (replace(cell, text=cell.raw), typed))
    )
    same = _tail(cell.text) == _tail(cell.raw)
    return replace(change, edits=change.edits or (as_typed.edits if same else ()))


def _tail(text: str) -> str:
    return text[len(text.rstrip(_PUNCTUATION)) :]


def rewriting(rule: str, cell: Isian, change: Piece) -> Diagnostic:
    """Return the finding of a rule whose facts are what is written and what should be."""
    isi, baku = change.old.strip(), change.new.strip()
    return finding(rule, cell.place, edits=change.edits, isi=isi, baku=baku)
