"""A cure that is certain, as a change of cells."""

from __future__ import annotations

from dataclasses import dataclass

from generator.values import Place


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of the one certain cure: in the cell at `place` every `old` becomes `new`.

    `old` is the whole of what was typed there or a piece of it, long enough to stand only where
    it is to be replaced; "" is an empty cell, which is filled. Where `old` is the whole text of a
    row of a list and `new` that of another one, rows move.
    """

    place: Place
    old: str
    new: str
