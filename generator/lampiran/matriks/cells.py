"""What stands in the cells of the matrix: columns of each level, over rows counted from 0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from generator.cascade.model import Cascade, Indikator, Jenis, Kotak, Simpul
from generator.lampiran.content.boxes import box_of
from generator.lampiran.styles import MATRIKS_ISI, MATRIKS_JUDUL, MATRIKS_KEPALA, MATRIKS_TARGET
from generator.values import Isian
from generator.word.measure import longest, text_width, width_for
from generator.word.styles import Gaya

PENANGGUNG_JAWAB = "Penanggung Jawab"
PAGU = "Pagu"
Alinea = tuple[Isian | str, ...]
Teks = tuple[Gaya, Alinea]


@dataclass(slots=True)
class Kolom:
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
class Tingkat:
    """The columns of one level, in the order text, indikator, target, and what else it has."""

    jenis: Jenis
    label: Isian | None
    kolom: list[Kolom]


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
        self.tingkat: dict[tuple[int, int], Tingkat] = {}
        nodes = list(cascade.walk())
        tops = cascade.kinerja_daerah
        for node in sorted((*tops, *nodes), key=_rank):
            self.tingkat.setdefault(_rank(node), self._columns(node))
        self.last = max(self.tingkat, default=None)
        self._complete_heads(nodes)
        last = [node for node in nodes if _rank(node) == self.last]
        for word, given in (
            (PENANGGUNG_JAWAB, any(node.penanggung_jawab for node in last)),
            (PAGU, any(node.pagu for node in last)),
        ):
            if given and self.last and folded < Folded.EXTRAS:
                self.tingkat[self.last].kolom.append(Kolom(((word,),)))
        self.rows = self._fill(cascade.akar, 0)
        if tops:
            self.rows = self._top(tops, self.rows)
        self.kolom = [kolom for tingkat in self.tingkat.values() for kolom in tingkat.kolom]
        for kolom in self.kolom:
            for head in kolom.head:
                words = longest("".join(map(str, head)), True)
                kolom.least = max(kolom.least, width_for(words, MATRIKS_KEPALA))

    def _columns(self, node: Simpul) -> Tingkat:
        row = self.jenjang.of(node)
        indikator: Alinea = (row.judul_indikator or "Indikator",)
        target: Alinea = (row.judul_target or "Target",)
        if self.folded is Folded.TARGETS:
            columns = [Kolom((), grows=True), Kolom((indikator, target), grows=True)]
        else:
            columns = [Kolom((), grows=True), Kolom((indikator,), grows=True), Kolom((target,))]
        return Tingkat(node.jenis, row.label, columns)

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
            own_columns = _rank(node) == self.last and self.folded < Folded.EXTRAS
            kolom[0].put(start, stop, self._text(node, not own_columns))
            self._put_indikator(kolom, node.indikator, start, stop)
            if own_columns:
                for extra in kolom[3:]:
                    value = node.pagu if extra.head == ((PAGU,),) else node.penanggung_jawab
                    extra.put(start, stop, ((MATRIKS_ISI, (value,)),) if value else ())
            start = stop
        return start

    def _top(self, tops: Sequence[Simpul], rows: int) -> int:
        """Put what the head of the region aims at beside all that hangs below it."""
        start = 0
        kolom = self.tingkat[_rank(tops[0])].kolom
        for nth, node in enumerate(tops):
            own = max(len(node.indikator), 1)
            stop = max(rows, start + own) if nth == len(tops) - 1 else start + own
            kolom[0].put(start, stop, self._text(node, True))
            self._put_indikator(kolom, node.indikator, start, stop)
            start = stop
        return max(rows, start)

    def _text(self, node: Simpul, with_extras: bool) -> Iterator[Teks]:
        for alinea in box_of(Kotak(node.jenis, node.nama, (node,)), self.jenjang).title:
            yield MATRIKS_JUDUL, tuple(part for part in alinea if isinstance(part, Isian | str))
        if node.sasaran:
            yield MATRIKS_ISI, (node.sasaran,)
        if with_extras and node.penanggung_jawab:
            yield MATRIKS_ISI, (f"{PENANGGUNG_JAWAB}: ", node.penanggung_jawab)
        if with_extras and node.pagu:
            yield MATRIKS_ISI, (f"{PAGU}: ", node.pagu)

    def _put_indikator(
        self, kolom: Sequence[Kolom], rows: Sequence[Indikator], start: int, stop: int
    ) -> None:
        """Put indikator into one row each, the last over all that are left."""
        for nth, one in enumerate(rows):
            end = stop if nth == len(rows) - 1 else start + nth + 1
            text: Teks = (MATRIKS_ISI, (one.teks,))
            target: Teks = (MATRIKS_TARGET, (one.target.isian,))
            if self.folded is Folded.TARGETS:
                kolom[1].put(start + nth, end, (text, target))
            else:
                kolom[1].put(start + nth, end, (text,))
                kolom[2].put(start + nth, end, (target,))
        if not rows:
            for one_column in kolom[1 : 2 if self.folded is Folded.TARGETS else 3]:
                one_column.put(start, stop, ())


def _rank(node: Simpul) -> tuple[int, int]:
    """Return where a node's columns stand; a Kegiatan without sub kegiatan is a last level."""
    if node.jenis.is_sasaran:
        return 1, node.kedalaman
    order = {Jenis.KEPALA_DAERAH: 0, Jenis.PROGRAM: 2, Jenis.KEGIATAN: 3, Jenis.SUB_KEGIATAN: 4}
    if node.jenis is Jenis.KEGIATAN and not node.anak:
        return order[Jenis.SUB_KEGIATAN], 0
    return order[node.jenis], 0
