"""What stands in the cells of the matrix: columns of each level, over rows counted from 0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from generator.cascade.model import Cascade, FurtherCell, Indikator, Jenis, Kotak, Simpul
from generator.lampiran.content.boxes import box_of, further_lines
from generator.lampiran.styles import MATRIKS_ISI, MATRIKS_JUDUL, MATRIKS_KEPALA, MATRIKS_TARGET
from generator.schema.kinerja import further
from generator.schema.types import Column, Printed
from generator.values import Isian
from generator.word.measure import longest, text_width, width_for
from generator.word.styles import ParagraphStyle

_IN_MATRIX = (Printed.SELALU, Printed.MATRIKS)
Alinea = tuple[Isian | str, ...]
Teks = tuple[ParagraphStyle, Alinea]


@dataclass(slots=True)
class MatrixColumn:
    """One column: its head, and its cells as (first row, row after, paragraphs).

    `least` is the width of its longest word in twips; a column that `grows` shares what is left
    by its `volume`: the text that each of its rows has to hold.
    """

    head: tuple[Alinea, ...]
    grows: bool = False
    least: int = 0
    volume: float = 0
    cells: list[tuple[int, int, tuple[Teks, ...]]] = field(default_factory=list)

    def put(self, start: int, stop: int, paragraphs: Iterable[Teks]) -> None:
        texts = tuple(paragraphs)
        self.cells.append((start, stop, texts))
        for gaya, parts in texts:
            text = "".join(map(str, parts))
            self.least = max(self.least, width_for(longest(text, gaya.bold), gaya))
            if self.grows:
                self.volume += text_width(text, gaya.bold) / (stop - start)


@dataclass(slots=True)
class LevelColumns:
    """The columns of one level, in the order text, indikator, target, and what else it has."""

    jenis: Jenis
    label: Isian | None
    kolom: list[MatrixColumn]


class Folded(IntEnum):
    """What gives up its column and goes below a text where the page is too narrow."""

    NOTHING = 0
    EXTRAS = 1
    TARGETS = 2


class Matrix:
    """The cells of all levels over rows counted from 0."""

    def __init__(self, cascade: Cascade, folded: Folded) -> None:
        self.folded = folded
        self.jenjang = cascade.jenjang
        self.tingkat: dict[tuple[int, int], LevelColumns] = {}
        nodes = list(cascade.walk())
        tops = cascade.kinerja_daerah
        for node in sorted((*tops, *nodes), key=_rank):
            self.tingkat.setdefault(_rank(node), self._columns(node))
        self.last = max(self.tingkat, default=None)
        self._complete_heads(nodes)
        last = [node for node in nodes if _rank(node) == self.last]
        self.further = _further(last) if folded < Folded.EXTRAS else ()
        if self.last:
            heads = (MatrixColumn(((column.heading,),)) for column in self.further)
            self.tingkat[self.last].kolom.extend(heads)
        self.rows = self._fill(cascade.akar, 0)
        if tops:
            self.rows = self._top(tops, self.rows)
        self.kolom = [kolom for tingkat in self.tingkat.values() for kolom in tingkat.kolom]
        for kolom in self.kolom:
            for head in kolom.head:
                words = longest("".join(map(str, head)), True)
                kolom.least = max(kolom.least, width_for(words, MATRIKS_KEPALA))

    def _columns(self, node: Simpul) -> LevelColumns:
        row = self.jenjang.of(node)
        indikator: Alinea = (row.judul_indikator or "Indikator",)
        target: Alinea = (row.judul_target or "Target",)
        if self.folded is Folded.TARGETS:
            columns = [MatrixColumn((), grows=True), MatrixColumn((indikator, target), grows=True)]
        else:
            columns = [
                MatrixColumn((), grows=True),
                MatrixColumn((indikator,), grows=True),
                MatrixColumn((target,)),
            ]
        return LevelColumns(node.jenis, row.label, columns)

    def _complete_heads(self, nodes: Iterable[Simpul]) -> None:
        """Head the first column of each level by all that stands in it."""
        heads: dict[tuple[int, int], dict[str, Alinea]] = {}
        for node in nodes:
            row = self.jenjang.of(node)
            found = heads.setdefault(_rank(node), {})
            if node.nama:
                found.setdefault(node.jenis.value, (node.jenis.value,))
            head = row.judul_sasaran or "Sasaran"
            if node.sasaran:
                found.setdefault(str(head), (head,))
        for rank, tingkat in self.tingkat.items():
            tingkat.kolom[0].head = tuple(heads.get(rank, {}).values()) or (("Sasaran",),)

    def _fill(self, nodes: Sequence[Simpul], start: int) -> int:
        """Put nodes and all below them into rows from `start`; return the row after."""
        for node in nodes:
            stop = max(self._fill(node.anak, start), start + max(len(node.indikator), 1))
            kolom = self.tingkat[_rank(node)].kolom
            apart = self.further if _rank(node) == self.last else ()
            kolom[0].put(start, stop, self._text(node, apart))
            self._put_indikator(kolom, node.indikator, start, stop, apart)
            for extra, column in zip(kolom[3:], apart, strict=True) if apart else ():
                if column.per_simpul:
                    extra.put(start, stop, _cell(node.tambahan, column))
            start = stop
        return start

    def _top(self, tops: Sequence[Simpul], rows: int) -> int:
        """Put what the head of the region aims at beside all that hangs below it."""
        start = 0
        kolom = self.tingkat[_rank(tops[0])].kolom
        for nth, node in enumerate(tops):
            own = max(len(node.indikator), 1)
            stop = max(rows, start + own) if nth == len(tops) - 1 else start + own
            kolom[0].put(start, stop, self._text(node, ()))
            self._put_indikator(kolom, node.indikator, start, stop, ())
            start = stop
        return max(rows, start)

    def _text(self, node: Simpul, apart: Sequence[Column]) -> Iterator[Teks]:
        """Yield what a node says, with its further cells that have no column `apart`."""
        for alinea in box_of(Kotak(node.jenis, node.nama, (node,)), self.jenjang).title:
            yield MATRIKS_JUDUL, tuple(part for part in alinea if isinstance(part, Isian | str))
        if node.sasaran:
            yield MATRIKS_ISI, (node.sasaran,)
        yield from _lines(node.tambahan, apart)

    def _put_indikator(
        self,
        kolom: Sequence[MatrixColumn],
        rows: Sequence[Indikator],
        start: int,
        stop: int,
        apart: Sequence[Column],
    ) -> None:
        """Put indikator into one row each, the last over all that are left."""
        for nth, one in enumerate(rows):
            end = stop if nth == len(rows) - 1 else start + nth + 1
            text: Teks = (MATRIKS_ISI, (one.teks,))
            target: Teks = (MATRIKS_TARGET, (one.target.isian,))
            lines = _lines(one.tambahan, apart)
            if self.folded is Folded.TARGETS:
                kolom[1].put(start + nth, end, (text, target, *lines))
            else:
                kolom[1].put(start + nth, end, (text, *lines))
                kolom[2].put(start + nth, end, (target,))
            for extra, column in zip(kolom[3:], apart, strict=True) if apart else ():
                if not column.per_simpul:
                    extra.put(start + nth, end, _cell(one.tambahan, column))
        if not rows:
            for one_column in kolom[1 : 2 if self.folded is Folded.TARGETS else 3]:
                one_column.put(start, stop, ())


def _further(nodes: Sequence[Simpul]) -> tuple[Column, ...]:
    """Return the further columns that print and in which nodes of one level say something."""
    cells = [one for node in nodes for one in node.tambahan]
    cells += [one for node in nodes for row in node.indikator for one in row.tambahan]
    given = {one.column.role for one in cells if one.column.printed in _IN_MATRIX}
    columns = further(nodes[0].jenis.lembar) if nodes else ()
    return tuple(column for column in columns if column.role in given)


def _lines(tambahan: Iterable[FurtherCell], apart: Sequence[Column]) -> tuple[Teks, ...]:
    roles = [column.role for column in apart]
    inline = (one for one in tambahan if one.column.role not in roles)
    return tuple((MATRIKS_ISI, line) for line in further_lines(inline, _IN_MATRIX))


def _cell(tambahan: Iterable[FurtherCell], column: Column) -> tuple[Teks, ...]:
    found = (one.isian for one in tambahan if one.column.role == column.role)
    return tuple((MATRIKS_ISI, (isian,)) for isian in found)


def _rank(node: Simpul) -> tuple[int, int]:
    """Return where a node's columns stand; a Kegiatan without sub kegiatan is a last level."""
    if node.jenis.is_sasaran:
        return 1, node.kedalaman
    order = {Jenis.KEPALA_DAERAH: 0, Jenis.PROGRAM: 2, Jenis.KEGIATAN: 3, Jenis.SUB_KEGIATAN: 4}
    if node.jenis is Jenis.KEGIATAN and not node.anak:
        return order[Jenis.SUB_KEGIATAN], 0
    return order[node.jenis], 0
