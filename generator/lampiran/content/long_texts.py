"""Texts higher than a page: cut into pieces that stand in boxes of their own, or shortened."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from generator.values import Isian

REPEATED = 300
"""Letters that are repeated of a text on further sheets; the whole of it stands on the first."""
_WHOLE = 60
"""A text of no more letters is never cut."""
_SHORTENED = "…"


def shortened(text: Isian) -> tuple[Isian | str, ...]:
    """Return a text as it is repeated: whole, or its beginning as fixed words.

    A beginning is no value of the books: who changes it in Word does not change the cell.
    """
    if len(text.text) <= REPEATED:
        return (text,)
    return (text.text[: _cut_near(text.text, REPEATED)].rstrip() + _SHORTENED,)


def is_long(text: str) -> bool:
    """Whether a text may be cut."""
    return len(text) > _WHOLE


def pieces(text: Isian, count: int) -> list[Isian]:
    """Return a text in so many pieces about as long, each anchored under a name of its own.

    The first keeps the name of the text.
    """
    whole = text.text
    cuts = [_cut_near(whole, len(whole) * nth // count) for nth in range(1, count)]
    edges = [0, *cuts, len(whole)]
    return [
        replace(
            text,
            text=whole[start:stop].strip(" "),
            identity=(*text.identity, f"bagian {nth}")
            if nth > 1 and text.identity
            else text.identity,
        )
        for nth, (start, stop) in enumerate(pairwise(edges), 1)
    ]


def _cut_near(text: str, at: int) -> int:
    """Return where a text is cut: before the word in which `at` lies, if that begins near."""
    space = max(
        text.rfind(" ", max(at - _WHOLE, 0), at + 1), text.rfind("\n", max(at - _WHOLE, 0), at)
    )
    return space if space > 0 else at
