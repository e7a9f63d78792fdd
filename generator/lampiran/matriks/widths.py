"""How wide the columns of the matrix are: no word is cut, and the rows are as low as can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import permutations

from generator.lampiran.matriks.rows import Cell, Outline, Teks
from generator.lampiran.styles import MATRIKS_ISI, MATRIKS_KEPALA
from generator.word.measure import count_lines, longest, room, text_width, width_for

_HALVINGS = 40
"""Until widths are exact to a twip."""
_MOVES = (800, 200)
"""Twips that one column lends another, first coarsely."""
_SAMPLE = 300
"""Rows, spread over all, whose heights decide."""
_LINE = 10
"""Twips that the lines of a row add to its height."""


def least_widths(outline: Outline) -> list[int]:
    """Return the width of the longest word of each column, in twips."""
    least = [width_for(longest(head, True), MATRIKS_KEPALA) for head in outline.heads]
    for row in outline.rows[outline.keys :]:
        for nth, cell in enumerate(row.cells):
            for one in cell:
                word = width_for(longest(one.text, one.gaya.bold), one.gaya) + one.inset
                least[nth] = max(least[nth], word)
    return least


def column_widths(outline: Outline, width: int) -> list[int]:
    """Return widths that hold every column's longest word and make the rows low.

    Where not all of the longest words fit, the longest give way, and only they.
    """
    least = least_widths(outline)
    if sum(least) > width:
        return _filling(width, lambda scale: [min(word, int(scale)) for word in least])
    rows = [row.cells for row in outline.rows[outline.keys :]]
    rows = rows[:: -(-len(rows) // _SAMPLE)] if rows else rows
    volumes = [
        sum(text_width(one.text, one.gaya.bold) for cells in rows for one in cells[nth])
        for nth in range(len(least))
    ]
    pairs = list(zip(least, volumes, strict=True))
    widths = _filling(
        width, lambda scale: [max(word, int(volume**0.5 * scale)) for word, volume in pairs]
    )
    return _lowered(rows, widths, least)


def row_height(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return the height of a row in twips; a single cell stands across all columns."""
    across = widths if len(cells) == len(widths) else (sum(widths),)
    return _LINE + max(_height(cell, width) for cell, width in zip(cells, across, strict=True))


def _height(cell: Cell, width: int) -> int:
    height = 0.0
    for one in cell or (Teks(MATRIKS_ISI, ("",)),):
        lines = count_lines(one.text, one.gaya.bold, max(room(width - one.inset, one.gaya), 1))
        height += lines * one.gaya.line + one.gaya.before + one.gaya.after
    return int(height * 20)


def _filling(width: int, at_scale: Callable[[float], list[int]]) -> list[int]:
    """Return the widths at the largest scale at which they fit; the first takes what is left."""
    low, high = 0.0, float(width)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(at_scale(middle)) <= width else (low, middle)
    widths = at_scale(low)
    widths[0] += width - sum(widths)
    return widths


def _lowered(rows: Sequence[Sequence[Cell]], start: list[int], least: Sequence[int]) -> list[int]:
    """Let columns lend each other width as long as the rows become lower in all."""

    @cache
    def heights(column: int, width: int) -> tuple[int, ...]:
        return tuple(_height(cells[column], width) for cells in rows)

    def total(widths: Sequence[int]) -> int:
        columns = (heights(nth, width) for nth, width in enumerate(widths))
        return sum(map(max, *columns)) if len(widths) > 1 else 0

    widths, best = start, total(start)
    for move in _MOVES:
        while True:
            tried = []
            for lender, taker in permutations(range(len(widths)), 2):
                if widths[lender] - move >= least[lender]:
                    moved = list(widths)
                    moved[lender] -= move
                    moved[taker] += move
                    tried.append((total(moved), moved))
            lowest, moved = min(tried, default=(best, widths))
            if lowest >= best:
                break
            widths, best = moved, lowest
    return widths
