"""The cascading matrix: one Word table from sasaran to sub kegiatan.

Each level has columns for its text, its indikator and its targets. A node covers as many rows
as all below it need, or its own indikator; its cells are merged over them. Penanggung jawab and
pagu have columns on the last level and stand below the text on the levels above; where the page
is too narrow for every longest word, they and then the targets give up their columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache

from generator.cascade.model import Cascade, Indikator, Jenis, Kotak, Simpul
from generator.pohon.boxes import box_of
from generator.pohon.measure import longest, text_width, width_for
from generator.pohon.sheet import PageGeometry
from generator.pohon.styles import (
    GARIS_DALAM,
    MATRIKS_ISI,
    MATRIKS_JUDUL,
    MATRIKS_KEPALA,
    MATRIKS_TARGET,
    WARNA,
    Gaya,
)
from generator.schema import Blok, Isian, PrintRun

PENANGGUNG_JAWAB = "Penanggung Jawab"
PAGU = "Pagu"
_DESCRIPTION = (
    "Setiap baris memuat satu indikator jenjang terbawah; sel jenjang di atasnya digabung "
    "sepanjang baris yang mendukungnya."
)
_STEPS = 40
"""Halvings until the widths are exact to a twip."""
_WITH_SIGNATURE = 2
"""Rows that go on to the page of the signature with it, so that it never stands alone."""
_Alinea = tuple[Isian | str, ...]
_Teks = tuple[Gaya, _Alinea]


@dataclass(slots=True)
class _Kolom:
    """One column: its head, and its cells as (first row, row after, paragraphs).

    `least` is the width of its longest word in twips; a column that `grows` shares what is left
    by its `volume`: the text that each of its rows has to hold.
    """

    head: tuple[_Alinea, ...]
    grows: bool = False
    least: int = 0
    volume: float = 0
    cells: list[tuple[int, int, tuple[_Teks, ...]]] = field(default_factory=list)

    def put(self, start: int, stop: int, paragraphs: Iterable[_Teks]) -> None:
        texts = tuple(paragraphs)
        self.cells.append((start, stop, texts))
        for gaya, parts in texts:
            text = "".join(map(str, parts))
            self.least = max(self.least, width_for(longest(text, gaya.bold), gaya))
            if self.grows:
                self.volume += text_width(text, gaya.bold) / (stop - start)


@dataclass(slots=True)
class _Tingkat:
    """The columns of one level, in the order text, indikator, target, and what else it has."""

    jenis: Jenis
    label: Isian | None
    kolom: list[_Kolom]


def draw(cascade: Cascade, page: PageGeometry, colours: bool = True) -> Blok:
    """Return the matrix as the block content of an annex with these pages."""
    for folded in _Folded:
        matrix = _Matrix(cascade, folded)
        if sum(kolom.least for kolom in matrix.kolom) <= page.inner_width:
            break
    widths = _widths(matrix.kolom, page.inner_width)
    return lambda print_run: _Writer(matrix, widths, print_run, colours).table()


class _Folded(IntEnum):
    """What gives up its column and goes below a text where the page is too narrow."""

    NOTHING = 0
    EXTRAS = 1
    TARGETS = 2


class _Matrix:
    """The cells of all levels over rows counted from 0."""

    def __init__(self, cascade: Cascade, folded: _Folded) -> None:
        self.folded = folded
        self.jenjang = cascade.jenjang
        self.tingkat: dict[tuple[int, int], _Tingkat] = {}
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
            if given and self.last and folded < _Folded.EXTRAS:
                self.tingkat[self.last].kolom.append(_Kolom(((word,),)))
        self.rows = self._fill(cascade.akar, 0)
        if tops:
            self.rows = self._top(tops, self.rows)
        self.kolom = [kolom for tingkat in self.tingkat.values() for kolom in tingkat.kolom]
        for kolom in self.kolom:
            for head in kolom.head:
                words = longest("".join(map(str, head)), True)
                kolom.least = max(kolom.least, width_for(words, MATRIKS_KEPALA))

    def _columns(self, node: Simpul) -> _Tingkat:
        row = self.jenjang.of(node)
        indikator: _Alinea = (row.judul_indikator or "Indikator",)
        target: _Alinea = (row.judul_target or "Target",)
        if self.folded is _Folded.TARGETS:
            columns = [_Kolom((), grows=True), _Kolom((indikator, target), grows=True)]
        else:
            columns = [_Kolom((), grows=True), _Kolom((indikator,), grows=True), _Kolom((target,))]
        return _Tingkat(node.jenis, row.label, columns)

    def _complete_heads(self, nodes: Iterable[Simpul]) -> None:
        """Head the first column of each level by all that stands in it."""
        heads: dict[tuple[int, int], dict[str, _Alinea]] = {}
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
            own_columns = _rank(node) == self.last and self.folded < _Folded.EXTRAS
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

    def _text(self, node: Simpul, with_extras: bool) -> Iterator[_Teks]:
        for alinea in box_of(Kotak(node.jenis, node.nama, (node,)), self.jenjang).title:
            yield MATRIKS_JUDUL, tuple(part for part in alinea if isinstance(part, Isian | str))
        if node.sasaran:
            yield MATRIKS_ISI, (node.sasaran,)
        if with_extras and node.penanggung_jawab:
            yield MATRIKS_ISI, (f"{PENANGGUNG_JAWAB}: ", node.penanggung_jawab)
        if with_extras and node.pagu:
            yield MATRIKS_ISI, (f"{PAGU}: ", node.pagu)

    def _put_indikator(
        self, kolom: Sequence[_Kolom], rows: Sequence[Indikator], start: int, stop: int
    ) -> None:
        """Put indikator into one row each, the last over all that are left."""
        for nth, one in enumerate(rows):
            end = stop if nth == len(rows) - 1 else start + nth + 1
            text: _Teks = (MATRIKS_ISI, (one.teks,))
            target: _Teks = (MATRIKS_TARGET, (one.target.isian,))
            if self.folded is _Folded.TARGETS:
                kolom[1].put(start + nth, end, (text, target))
            else:
                kolom[1].put(start + nth, end, (text,))
                kolom[2].put(start + nth, end, (target,))
        if not rows:
            for one_column in kolom[1 : 2 if self.folded is _Folded.TARGETS else 3]:
                one_column.put(start, stop, ())


def _rank(node: Simpul) -> tuple[int, int]:
    """Return where a node's columns stand; a Kegiatan without sub kegiatan is a last level."""
    if node.jenis.is_sasaran:
        return 1, node.kedalaman
    order = {Jenis.KEPALA_DAERAH: 0, Jenis.PROGRAM: 2, Jenis.KEGIATAN: 3, Jenis.SUB_KEGIATAN: 4}
    if node.jenis is Jenis.KEGIATAN and not node.anak:
        return order[Jenis.SUB_KEGIATAN], 0
    return order[node.jenis], 0


def _widths(kolom: Sequence[_Kolom], width: int) -> list[int]:
    """Return widths that hold every column's longest word and grow with the columns' volumes.

    They grow with its root, which keeps small volumes readable. Where not all of the longest
    words fit, the longest give way, and only they.
    """
    if sum(one.least for one in kolom) <= width:

        def fitted(scale: float) -> list[int]:
            return [max(one.least, int(one.volume**0.5 * scale)) for one in kolom]
    else:

        def fitted(scale: float) -> list[int]:
            return [min(one.least, int(scale)) for one in kolom]

    low, high = 0.0, float(width)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(fitted(middle)) <= width else (low, middle)
    widths = fitted(low)
    if widths:
        widths[-1] += width - sum(widths)
    return widths


class _Writer:
    def __init__(
        self, matrix: _Matrix, widths: list[int], print_run: PrintRun, colours: bool
    ) -> None:
        self.matrix = matrix
        self.widths = widths
        self.print_run = print_run
        self.colours = colours

    def table(self) -> str:
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        edges = "".join(
            f'<w:{name} w:val="single" w:sz="4" w:space="0" w:color="{GARIS_DALAM}"/>'
            for name in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(self.widths)}" w:type="dxa"/>'
            f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
            '<w:tblLook w:val="0020"/><w:tblCaption w:val="Matriks cascading"/>'
            f'<w:tblDescription w:val="{_DESCRIPTION}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
            f"{self._labels()}{self._heads()}{''.join(self._rows())}</w:tbl>"
        )

    def _labels(self) -> str:
        cells = []
        at = 0
        for tingkat in self.matrix.tingkat.values():
            count = len(tingkat.kolom)
            label = ((MATRIKS_KEPALA, (tingkat.label,)),) if tingkat.label else ()
            shade = WARNA[tingkat.jenis].judul if self.colours else ""
            cells.append(self._cell(sum(self.widths[at : at + count]), label, shade, count))
            at += count
        return _row("".join(cells), head=True)

    def _heads(self) -> str:
        cells = []
        widths = iter(self.widths)
        for tingkat in self.matrix.tingkat.values():
            shade = WARNA[tingkat.jenis].kepala if self.colours else ""
            for kolom in tingkat.kolom:
                texts = tuple((MATRIKS_KEPALA, head) for head in kolom.head)
                cells.append(self._cell(next(widths), texts, shade))
        return _row("".join(cells), head=True)

    def _rows(self) -> Iterator[str]:
        """Yield the rows; each column walks through its cells in step with them."""
        columns = [iter(kolom.cells) for kolom in self.matrix.kolom]
        current = [next(cells, None) for cells in columns]
        for row in range(self.matrix.rows):
            line = []
            keep = row >= self.matrix.rows - _WITH_SIGNATURE
            for nth, cell in enumerate(current):
                if cell and cell[1] <= row:
                    cell = current[nth] = next(columns[nth], None)
                if cell is None or row < cell[0]:
                    line.append(self._cell(self.widths[nth], (), keep=keep))
                    continue
                start, stop, texts = cell
                merge = "" if stop - start == 1 else "restart" if row == start else "continue"
                shown = texts if row == start else ()
                line.append(self._cell(self.widths[nth], shown, merge=merge, keep=keep))
            yield _row("".join(line))

    def _cell(
        self,
        width: int,
        texts: Sequence[_Teks],
        shade: str = "",
        span: int = 1,
        merge: str = "",
        keep: bool = False,
    ) -> str:
        paragraphs = "".join(
            f"{_paragraph(gaya, keep)}{''.join(map(self._run, parts))}</w:p>"
            for gaya, parts in texts
        )
        return (
            f"<w:tc><w:tcPr>{_properties(width, span, merge, shade)}</w:tcPr>"
            f"{paragraphs or _paragraph(MATRIKS_ISI, keep) + '</w:p>'}</w:tc>"
        )

    def _run(self, part: Isian | str) -> str:
        if isinstance(part, Isian):
            return self.print_run(part)
        return f'<w:r><w:t xml:space="preserve">{part}</w:t></w:r>'


def _row(cells: str, head: bool = False) -> str:
    header = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


@cache
def _paragraph(gaya: Gaya, keep_next: bool) -> str:
    keep = "<w:keepNext/>" if keep_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{gaya.style_id}"/>{keep}</w:pPr>'


@cache
def _properties(width: int, span: int, merge: str, shade: str) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if span > 1:
        properties += f'<w:gridSpan w:val="{span}"/>'
    if merge:
        properties += f'<w:vMerge w:val="{merge}"/>'
    if shade:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
    return properties
