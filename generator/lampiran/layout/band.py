"""Boxes that stand side by side: they share the rows of the table they will become.

Titles, headings and rows of indikator of neighbours begin at the same heights. A box with
fewer rows takes up several of its neighbours' rows with its last one, or ends early where it
would be mostly white.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import inf

from generator.lampiran.content.boxes import Box, Panel
from generator.lampiran.sheet import MM
from generator.lampiran.styles import Scale
from generator.word.measure import count_lines, natural, room, width_for
from generator.word.styles import ParagraphStyle

UNIT = 57
"""Twips: every vertical edge is a multiple, so that a table has few and no slim columns."""

_BORDER = 10
"""Twips that the lines of a row add to its height."""
_ENDS_EARLY = round(9 * MM)
"""A box ends before its neighbours when more than this would be white."""
_TARGETS = 0.2
"""The share of a panel's width that targets have at most, but for one of so many lines."""
_MANY_LINES = 8
_NEAR = 1.15
"""A column grows by this much when its heading then stands on one line."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A box and its place: per panel the x of its columns' edges, left to right."""

    box: Box
    edges: tuple[tuple[int, ...], ...]

    @property
    def left(self) -> int:
        return self.edges[0][0]

    @property
    def right(self) -> int:
        return self.edges[-1][-1]


@dataclass(frozen=True, slots=True)
class MeasuredPanel:
    """The heights of a panel's rows and of the sasaran beside them."""

    rows: tuple[int, ...]
    sasaran: int


@dataclass(frozen=True, slots=True)
class MeasuredBox:
    """The heights of a box at one width: of its title, what stands above its tables, their heads.

    Where it has no table, `end` is the line at which it ends.
    """

    title: int
    above: int
    heads: int
    panels: tuple[MeasuredPanel, ...]
    end: int


@dataclass(frozen=True, slots=True)
class Band:
    """Boxes side by side, measured from y = 0.

    `lines` are the heights they share: top, below the titles, below what stands above the
    tables, below the heads, below each row; `ends` are the lines at which the boxes end.
    """

    slots: tuple[Slot, ...]
    lines: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def height(self) -> int:
        return self.lines[-1]

    @property
    def bottoms(self) -> tuple[int, ...]:
        return tuple(self.lines[end] for end in self.ends)

    def stretched(self, factor: float) -> Band:
        """Return the same boxes with all of their rows higher."""
        return replace(self, lines=tuple(round(line * factor) for line in self.lines))


def in_units(twips: float) -> int:
    """Return the largest multiple of UNIT that is not longer."""
    return int(twips // UNIT) * UNIT


def column_widths(panels: Sequence[Panel], width: int, skala: Scale) -> tuple[int, ...]:
    """Return widths of the columns that suit all these panels, of one kind, together.

    Every column holds its longest word where `width` allows that; sasaran and indikator share
    the rest as their texts need it.
    """
    beside = panels[0].beside
    least = list(minimal_widths(panels, skala))
    if sum(least) > width:
        return _shared(least, width)
    wanted = max(
        (natural(row.target.text, False) for panel in panels for row in panel.rows), default=0
    )
    most = width * _target_share(panels, wanted, room(width, skala.target))
    target = -(-min(width_for(wanted, skala.target), most) // UNIT) * UNIT
    target = max(least[-1], min(int(target), width - sum(least[:-1])))
    if not beside:
        return (width - target, target)
    sasaran, indikator, _ = (
        sum(one) for one in zip(*(panel.volume for panel in panels), strict=True)
    )
    rest = width - target
    ideal = rest * min(max(sasaran / (sasaran + indikator + 1), 0.25), 0.6)
    head = max(natural(p.heads[0].text, True) if p.heads and p.heads[0] else 0 for p in panels)
    if width_for(head, skala.kepala) + UNIT <= ideal * _NEAR:
        ideal = max(ideal, width_for(head, skala.kepala) + UNIT)
    first = min(max(in_units(ideal), least[0]), rest - least[1])
    return (first, rest - first, target)


def _target_share(panels: Sequence[Panel], longest: int, limit: int) -> float:
    """Return the share of the width that targets may have: more for one of many lines."""
    if longest <= _MANY_LINES * _TARGETS * limit:
        return _TARGETS
    texts = max(panel.volume[2] + panel.beside * panel.volume[0] for panel in panels)
    return min(max(longest / (longest + texts + 1), _TARGETS), 0.6)


def _shared(least: Sequence[int], width: int) -> tuple[int, ...]:
    """Return columns that cut words in the widest ones alone, as few as can be."""
    widths = list(least)
    order = sorted(range(len(least)), key=least.__getitem__)
    left = width
    for nth, column in enumerate(order):
        widths[column] = min(least[column], in_units(left / (len(order) - nth)))
        left -= widths[column]
    widths[order[-1]] += left
    return tuple(widths)


def minimal_widths(panels: Sequence[Panel], skala: Scale) -> tuple[int, ...]:
    """Return the narrowest columns, in whole units, that cut no word of these panels."""
    styles = (skala.isi, skala.isi, skala.target)[-panels[0].columns :]
    texts, heads = panels[0].words
    for panel in panels[1:]:
        texts, heads = (
            tuple(map(max, *two)) for two in zip((texts, heads), panel.words, strict=True)
        )
    return tuple(
        -(-max(width_for(text, gaya), width_for(head, skala.kepala)) // UNIT) * UNIT
        for text, head, gaya in zip(texts, heads, styles, strict=True)
    )


def box_width(box: Box, skala: Scale) -> int:
    """Return the narrowest width that cuts no word of a box."""
    if (known := box.widths.get(skala)) is not None:
        return known
    panels = sum(sum(minimal_widths((panel,), skala)) for panel in box.panels if panel.rows)
    title = width_for(box.title_word, skala.judul)
    width = box.widths[skala] = -(-max(panels, title) // UNIT) * UNIT
    return width


def at_most(box: Box, width: int, skala: Scale) -> float:
    """Return a height that `place` never exceeds for a box alone, told without measuring it."""
    if len(box.panels) != 1 or width < box_width(box, skala):
        return inf
    gaya = (skala.judul, skala.kepala, skala.isi, skala.target)
    line = max(one.line + one.before + one.after for one in gaya)
    return box.most_lines * line * 20 + (4 + box.height_in_rows) * _BORDER


def text_height(texts: Iterable[str], gaya: ParagraphStyle, width: int) -> int:
    """Return the height of paragraphs in a cell, in twips, with the cell's line."""
    limit = room(width, gaya)
    height = 0.0
    for text in texts:
        height += count_lines(text, gaya.bold, limit) * gaya.line + gaya.before + gaya.after
    return int(height * 20) + _BORDER


def place(slots: Sequence[Slot], skala: Scale, least: int = 0) -> Band:
    """Return boxes side by side; the band is at least `least` twips high."""
    boxes = [measured(slot, skala) for slot in slots]
    titles = max(box.title for box in boxes)
    above = titles + max(box.above for box in boxes)
    heads = above + max(box.heads for box in boxes)
    rows = _share([panel for box in boxes for panel in box.panels])
    lines = (0, titles, above, *accumulate(rows, initial=heads))
    lines = (*lines[:-1], max(lines[-1], least))
    return Band(tuple(slots), lines, tuple(_end(box, rows, lines) for box in boxes))


def measured(slot: Slot, skala: Scale) -> MeasuredBox:
    """Return the heights of a box with columns as wide as these, worked out once."""
    left = slot.left
    at = skala, tuple(tuple(x - left for x in edges) for edges in slot.edges)
    known: MeasuredBox | None = slot.box.heights.get(at)
    if known is None:
        known = slot.box.heights[at] = _measured(slot, skala)
    return known


def _measured(slot: Slot, skala: Scale) -> MeasuredBox:
    box = slot.box
    title = above = heads = 0
    if box.title:
        title = text_height(box.title_text, skala.judul, slot.right - slot.left)
    panels = []
    for panel, edges in zip(box.panels, slot.edges, strict=False):
        widths = [right - left for left, right in pairwise(edges)]
        if panel.texts and not panel.beside:
            gaya = skala.judul if panel.rows else skala.target
            above = max(above, text_height(panel.texts, gaya, sum(widths)))
        if panel.heads:
            heads = max(heads, _heads_height(panel, widths, skala))
        panels.append(_panel_heights(panel, widths, skala))
    end = 2 if any(panel.texts for panel in box.panels) else 1
    return MeasuredBox(title, above, heads, tuple(panels), end)


def _heads_height(panel: Panel, widths: Sequence[int], skala: Scale) -> int:
    return max(
        text_height((head.text if head else "",), skala.kepala, width)
        for head, width in zip(panel.heads, widths, strict=True)
    )


def _panel_heights(panel: Panel, widths: Sequence[int], skala: Scale) -> MeasuredPanel:
    if not panel.rows:
        return MeasuredPanel((), 0)
    indikator, target = widths[-2:]
    rows = tuple(
        max(
            text_height(row.texts, skala.isi, indikator),
            text_height((row.target.text,), skala.target, target),
        )
        for row in panel.rows
    )
    sasaran = 0
    if panel.beside and panel.texts:
        sasaran = text_height(panel.texts, skala.isi, widths[0])
    return MeasuredPanel(rows, sasaran)


def _share(panels: Sequence[MeasuredPanel]) -> list[int]:
    """Return the heights of the rows that panels share."""
    count = max((len(panel.rows) for panel in panels), default=0)
    rows = [0] * count
    for panel in panels:
        whole = panel.rows if len(panel.rows) == count else panel.rows[:-1]
        for nth, height in enumerate(whole):
            rows[nth] = max(rows[nth], height)
    for panel in panels:
        used = len(panel.rows)
        if used:
            lacking = max(panel.rows[-1] - sum(rows[used - 1 :]), panel.sasaran - sum(rows))
            rows[-1] += max(lacking, 0)
    return rows


def _rows_taken(panel: MeasuredPanel, rows: Sequence[int]) -> int:
    """Return how many of the shared rows a panel needs for its own rows and its sasaran."""
    used = len(panel.rows)
    if not used:
        return 0
    for end in range(used, len(rows)):
        if sum(rows[used - 1 : end]) >= panel.rows[-1] and sum(rows[:end]) >= panel.sasaran:
            return end
    return len(rows)


def _end(box: MeasuredBox, rows: Sequence[int], lines: Sequence[int]) -> int:
    """Return the index of the line at which a box ends."""
    taken = max((_rows_taken(panel, rows) for panel in box.panels), default=0)
    end = 3 + taken if taken else box.end
    return end if lines[-1] - lines[end] > _ENDS_EARLY else len(lines) - 1
