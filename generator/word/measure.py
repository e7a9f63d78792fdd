"""How wide texts are and how they wrap, without a font: Bookman's advance widths as data.

Widths of texts are 1/1000 em, so they serve every size. Lines break at spaces and after
hyphens, as Word and LibreOffice do; LibreOffice breaks at a few more places, which never
makes more lines. A word wider than its line is broken anywhere, as they do too.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from generator.word.styles import ParagraphStyle

_HYPHENATED = re.compile("[^-]*-+|[^-]+")
_SLACK = 1.0
"""Points that a cell's own lines take from each line of text, and a little for rounding."""


@cache
def _table(bold: bool) -> dict[str, int]:
    """Widths of one weight by character, with what else is met added as it comes."""
    text = files(__package__).joinpath("bookman.json").read_text(encoding="utf-8")
    groups = json.loads(text)["bold" if bold else "regular"]
    return {one: int(width) for width, characters in groups.items() for one in characters}


def _other(character: str) -> int:
    """Guess the width of a character that Bookman lacks and another font will lend."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn"):
        return 0
    return 1000 if unicodedata.east_asian_width(character) in "WF" else 700


@lru_cache(maxsize=50_000)
def text_width(text: str, bold: bool) -> int:
    """Return the width of a text on one line.

    >>> text_width("Mutu", bold=False)
    2380
    """
    table = _table(bold)
    try:
        return sum([table[one] for one in text])
    except KeyError:
        for one in text:
            table.setdefault(one, _other(one))
        return sum([table[one] for one in text])


@lru_cache(maxsize=20_000)
def _pieces(text: str, bold: bool) -> tuple[tuple[int, bool, str], ...]:
    """Return (width, whether a space stands before it, text) of each piece that stays together.

    Each line break typed in the text is a piece of width -1.
    """
    pieces: list[tuple[int, bool, str]] = []
    for nth, line in enumerate(text.split("\n")):
        if nth:
            pieces.append((-1, False, ""))
        for word in line.split(" "):
            if "-" in word[1:-1]:
                for order, part in enumerate(_HYPHENATED.findall(word)):
                    pieces.append((text_width(part, bold), order == 0, part))
            else:
                pieces.append((text_width(word, bold), True, word))
    return tuple(pieces)


@lru_cache(maxsize=20_000)
def longest(text: str, bold: bool) -> int:
    """Return the width of the widest piece that cannot be broken."""
    return max(width for width, _, _ in _pieces(text, bold))


@lru_cache(maxsize=20_000)
def natural(text: str, bold: bool) -> int:
    """Return the width of the longest line when nothing is wrapped."""
    return max(text_width(line, bold) for line in text.split("\n"))


def room(width: int, gaya: ParagraphStyle) -> int:
    """Return what a line of a cell `width` twips wide holds, in 1/1000 em."""
    return int((width / 20 - 2 * gaya.indent - _SLACK) * 1000 / gaya.size)


def width_for(ems: int, gaya: ParagraphStyle) -> int:
    """Return how many twips a cell needs for a line of `ems` 1/1000 em; undoes `room`."""
    return int((ems * gaya.size / 1000 + 2 * gaya.indent + _SLACK) * 20) + 1


def count_lines(text: str, bold: bool, limit: int) -> int:
    """Return how many lines a text takes when each holds `limit` 1/1000 em."""
    if "\n" not in text and text_width(text, bold) <= limit:
        return 1
    space = _table(bold)[" "]
    lines = 1
    used = -space
    for width, spaced, _ in _pieces(text, bold):
        if width > limit:
            return len(wrap(text, bold, limit))
        after = used + space + width if spaced or used < 0 else used + width
        if width < 0:
            lines += 1
            used = -space
        elif after <= limit or not width:  # spaces hang over the end of a line
            used = after
        else:
            lines += 1
            used = width
    return lines


def wrap(text: str, bold: bool, limit: int) -> list[str]:
    """Return the lines of a text when each holds `limit` 1/1000 em."""
    space = _table(bold)[" "]
    lines = [""]
    used = -space
    for width, spaced, piece in _pieces(text, bold):
        after = used + space + width if spaced or used < 0 else used + width
        if width < 0:
            lines.append("")
            used = -space
        elif after <= limit or not width:  # spaces hang over the end of a line
            lines[-1] += f" {piece}" if spaced and used >= 0 else piece
            used = after
        else:
            if used < 0:
                lines.pop()
            lines += _chunks(piece, bold, limit)
            used = text_width(lines[-1], bold)
    return lines


def _chunks(word: str, bold: bool, limit: int) -> list[str]:
    """Cut a word into parts that fit, one character at least in each."""
    chunks: list[str] = []
    used = limit + 1
    for character in word:
        width = text_width(character, bold)
        if used + width > limit:
            chunks.append("")
            used = 0
        chunks[-1] += character
        used += width
    return chunks
