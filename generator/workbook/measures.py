"""Colours of the books, and how much room a text takes in them."""

from __future__ import annotations

import textwrap

BLUE = "1F4E79"
INK = "1F2933"
LINE = "C5CED8"

LINE_HEIGHT = 15.0
"""Points that one line of the books' typeface takes."""

FOLIO = 14
"""Excel's paper code for Folio, 215.9 × 330.2 mm: what Indonesian offices call F4."""


def lines_in(text: str, width: float) -> int:
    """Return about how many lines `text` takes in a column `width` wide (in digits of its font)."""
    capitals = sum(character.isupper() for character in text) > len(text) / 2
    room = int(width * (0.9 if capitals else 1.1)) - 2
    lines = [line for line in text.split("\n") if len(line) > room]
    wrapped = sum(len(textwrap.wrap(line, room)) or 1 for line in lines)
    return text.count("\n") + 1 - len(lines) + wrapped


def box_size(text: str) -> tuple[int, int]:
    """Return width and height, in pixels, of the box of a comment."""
    return 330, 24 + 18 * lines_in(text, 46)
