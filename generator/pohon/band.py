"""Boxes that stand side by side: they share the rows of the table they will become.

Titles, headings and rows of indikator of neighbours begin at the same heights. A box with
fewer rows takes up several of its neighbours' rows with its last one, or ends early where it
would be mostly white.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.cascade.model import Jenis
from generator.pohon.boxes import Box, Panel, plain
from generator.pohon.measure import count_lines, longest, natural, room, width_for
from generator.pohon.sheet import MM, Cell, Peran
from generator.pohon.styles import Gaya, Skala

UNIT = 57
"""Twips: every vertical edge is a multiple, so that a table has few and no slim columns."""

_BORDER = 10
"""Twips that the lines of a row add to its height."""
_ENDS_EARLY = round(9 * MM)
"""A box ends before its neighbours when more than this would be white."""
_THIN = 4
_WEIGHTS = {
    Jenis.KEPALA_DAERAH: 12,
    Jenis.UTAMA: 12,
    Jenis.PENDUKUNG: 12,
    Jenis.PROGRAM: 8,
    Jenis.KEGIATAN: 6,
    Jenis.SUB_KEGIATAN: 6,
}
"""The outline of a box in 1/8 point, so that levels differ without colour too."""


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
class Band:
    """Boxes placed from y = 0; `bottoms` says where each of them ends."""

    slots: tuple[Slot, ...]
    cells: tuple[Cell, ...]
    bottoms: tuple[int, ...]
    height: int


def in_units(twips: float) -> int:
    """Return the largest multiple of UNIT that is not longer."""
    return int(twips // UNIT) * UNIT


def column_widths(panels: Iterable[Panel], width: int, skala: Skala) -> tuple[int, ...]:
    """Return widths of the columns that suit all these panels, of one kind, together.

    Every column holds its longest word where `width` allows that; sasaran and indikator share
    the rest as their texts need it.
    """
    panels = tuple(panels)
    beside = panels[0].beside
    least = list(minimal_widths(panels, skala))
    if sum(least) > width:
        scale = width / sum(least)
        widths = [in_units(one * scale) for one in least]
        widths[-1] += width - sum(widths)
        return tuple(widths)
    wanted = max((natural(t.text, False) for panel in panels for _, t in panel.rows if t), default=0)
    target = -(-min(width_for(wanted, skala.target), width * 0.2) // UNIT) * UNIT
    target = max(least[-1], min(int(target), width - sum(least[:-1])))
    if not beside:
        return (width - target, target)
    sasaran, indikator = (sum(one) for one in zip(*(panel.volume for panel in panels), strict=True))
    rest = width - target
    ideal = in_units(rest * min(max(sasaran / (sasaran + indikator + 1), 0.25), 0.6))
    first = min(max(ideal, least[0]), rest - least[1])
    return (first, rest - first, target)


def minimal_widths(panels: Iterable[Panel], skala: Skala) -> tuple[int, ...]:
    """Return the narrowest columns, in whole units, that cut no word of these panels."""
    beside = False
    words = [0, 0, 0]
    heads = [0, 0, 0]
    for panel in panels:
        beside = panel.beside
        if panel.beside and panel.sasaran:
            words[0] = max(words[0], longest(panel.sasaran.text, False))
        for text, target in panel.rows:
            words[1] = max(words[1], longest(text.text, False) if text else 0)
            words[2] = max(words[2], longest(target.text, False) if target else 0)
        for nth, head in enumerate(reversed(panel.heads)):
            heads[2 - nth] = max(heads[2 - nth], longest(head.text, True) if head else 0)
    gaya = (skala.isi, skala.isi, skala.target)
    least = [
        -(-max(width_for(word, one), width_for(head, skala.kepala)) // UNIT) * UNIT
        for word, head, one in zip(words, heads, gaya, strict=True)
    ]
    return tuple(least if beside else least[1:])


def box_width(box: Box, skala: Skala) -> int:
    """Return the narrowest width that cuts no word of a box."""
    panels = sum(sum(minimal_widths((panel,), skala)) for panel in box.panels if panel.rows)
    words = [longest(text, True) for text in box.title_text]
    words += [longest(p.sasaran.text, True) for p in box.panels if p.sasaran and not p.beside]
    title = width_for(max(words, default=0), skala.judul)
    return -(-max(panels, title) // UNIT) * UNIT


def text_height(texts: Iterable[str], gaya: Gaya, width: int) -> int:
    """Return the height of paragraphs in a cell, in twips, with the cell's line."""
    limit = room(width, gaya)
    height = 0.0
    for text in texts:
        height += count_lines(text, gaya.bold, limit) * gaya.line + gaya.before + gaya.after
    return int(height * 20) + _BORDER


@dataclass(slots=True)
class _Column:
    """One panel on its way: heights of its rows and of its sasaran, then where it ends."""

    panel: Panel
    edges: tuple[int, ...]
    rows: list[int]
    sasaran: int
    end: int = 0


def place(slots: Sequence[Slot], skala: Skala, least: int = 0) -> Band:
    """Place boxes side by side; the band is at least `least` twips high."""
    titles = max(text_height(s.box.title_text, skala.judul, s.right - s.left) for s in slots)
    if not any(slot.box.title for slot in slots):
        titles = 0
    above = heads = 0
    columns: list[list[_Column]] = []
    for slot in slots:
        group = []
        for panel, edges in zip(slot.box.panels, slot.edges, strict=False):
            width = edges[-1] - edges[0]
            if panel.sasaran and not panel.beside:
                gaya = skala.judul if panel.rows else skala.isi
                above = max(above, text_height((panel.sasaran.text,), gaya, width))
            if panel.heads:
                heads = max(heads, _heads_height(panel, edges, skala))
            group.append(_measured(panel, edges, skala))
        columns.append(group)
    rows = _share([column for group in columns for column in group])
    lines = [0, titles, titles + above, titles + above + heads]
    for row in rows:
        lines.append(lines[-1] + row)
    lines[-1] = max(lines[-1], least)
    cells: list[Cell] = []
    bottoms = []
    for slot, group in zip(slots, columns, strict=True):
        end = _end(slot, group, lines)
        bottoms.append(lines[end])
        cells += _cells(slot, group, lines, end, skala)
    return Band(tuple(slots), tuple(cells), tuple(bottoms), lines[-1])


def _heads_height(panel: Panel, edges: tuple[int, ...], skala: Skala) -> int:
    return max(
        text_height((head.text if head else "",), skala.kepala, edges[n + 1] - edges[n])
        for n, head in enumerate(panel.heads)
    )


def _measured(panel: Panel, edges: tuple[int, ...], skala: Skala) -> _Column:
    if not panel.rows:
        return _Column(panel, edges, [], 0)
    indikator, target = edges[-2] - edges[-3], edges[-1] - edges[-2]
    rows = [
        max(
            text_height((one.text if one else "",), skala.isi, indikator),
            text_height((goal.text if goal else "",), skala.target, target),
        )
        for one, goal in panel.rows
    ]
    sasaran = 0
    if panel.beside and panel.sasaran:
        sasaran = text_height((panel.sasaran.text,), skala.isi, edges[1] - edges[0])
    return _Column(panel, edges, rows, sasaran)


def _share(columns: list[_Column]) -> list[int]:
    """Return the heights of the shared rows and note on each column how many it needs."""
    count = max((len(column.rows) for column in columns), default=0)
    rows = [0] * count
    for column in columns:
        whole = column.rows if len(column.rows) == count else column.rows[:-1]
        for nth, height in enumerate(whole):
            rows[nth] = max(rows[nth], height)
    for column in columns:
        used = len(column.rows)
        if used:
            lacking = max(column.rows[-1] - sum(rows[used - 1 :]), column.sasaran - sum(rows))
            rows[-1] += max(lacking, 0)
    for column in columns:
        used = len(column.rows)
        column.end = next(
            (
                end
                for end in range(used, count)
                if sum(rows[used - 1 : end]) >= column.rows[-1] and sum(rows[:end]) >= column.sasaran
            ),
            count,
        ) if used else 0
    return rows


def _end(slot: Slot, group: list[_Column], lines: list[int]) -> int:
    """Return the index of the line at which a box ends."""
    end = 3 + max((column.end for column in group), default=0)
    if not any(column.rows for column in group):
        end = 2 if any(column.panel.sasaran for column in group) else 1
    return end if lines[-1] - lines[end] > _ENDS_EARLY else len(lines) - 1


def _cells(
    slot: Slot, group: list[_Column], lines: list[int], end: int, skala: Skala
) -> Iterable[Cell]:
    """Yield the cells of one box, from its title to the line `end`."""
    box = slot.box
    left, right = slot.left, slot.right
    outline = _WEIGHTS[box.jenis]
    joined = len(group) == 1 and group[0].panel.sasaran and not group[0].panel.beside
    first = 1 if box.title else 0
    if box.title:
        stop = lines[1] if group else lines[end]
        edge = outline if not group else 0 if joined else _THIN
        yield Cell(
            left, 0, right - left, stop, skala.judul, box.title, box.jenis, Peran.JUDUL,
            (outline, outline, edge, outline),
        )
    for nth, column in enumerate(group):
        panel, edges = column.panel, column.edges
        at = first
        sides = [outline if nth == 0 else _THIN]
        sides += [_THIN] * (len(edges) - 2)
        sides.append(outline if nth == len(group) - 1 else _THIN)
        top = outline if not box.title else _THIN

        def cell(
            part: int, start: int, stop: int, gaya: Gaya, text: object, peran: Peran, top: int
        ) -> Cell:
            bottom = outline if stop == end else _THIN
            span = part if part >= 0 else 0
            right_part = part + 1 if part >= 0 else len(edges) - 1
            return Cell(
                edges[span], lines[start], edges[right_part] - edges[span],
                lines[stop] - lines[start], gaya, ((text,),) if text else ((),),
                box.jenis, peran, (top, sides[right_part], bottom, sides[span]),
            )

        if panel.sasaran and not panel.beside:
            stop = 2 if panel.rows else end
            gaya = skala.judul if panel.rows else skala.isi
            peran = Peran.JUDUL if panel.rows else Peran.ISI
            yield cell(-1, at, stop, gaya, panel.sasaran, peran, 0 if joined and at else top)
            at, top = stop, _THIN
        if panel.heads:
            for part, head in enumerate(panel.heads):
                yield cell(part, at, 3, skala.kepala, head, Peran.KEPALA, top)
            at, top = 3, _THIN
        if panel.beside:
            yield cell(0, at, end, skala.isi, panel.sasaran, Peran.ISI, top)
        shift = 1 if panel.beside else 0
        for order, (text, target) in enumerate(panel.rows):
            stop = end if order == len(panel.rows) - 1 else 4 + order
            yield cell(shift, at, stop, skala.isi, text, Peran.ISI, top)
            yield cell(shift + 1, at, stop, skala.target, target, Peran.ISI, top)
            at, top = stop, _THIN
