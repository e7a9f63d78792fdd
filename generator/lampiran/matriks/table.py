"""The cascading matrix: one Word table from sasaran to sub kegiatan.

Each level has columns for its text, its indikator and its targets. A node covers as many rows
as all below it need, or its own indikator; its cells are merged over them. Further columns of
the books that print have columns on the last level and stand below the texts on the levels
above; where the page is too narrow for every longest word, they and then the targets give up
their columns.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from generator.cascade.model import Cascade
from generator.lampiran.matriks.cells import Folded, Matrix, MatrixColumn, Teks
from generator.lampiran.matriks.pages import WITH_SIGNATURE, least_heights
from generator.lampiran.sheet import PageGeometry
from generator.lampiran.styles import GARIS_DALAM, MATRIKS_ISI, MATRIKS_KEPALA, WARNA
from generator.values import Blok, Isian, PrintRun
from generator.word.styles import ParagraphStyle

_DESCRIPTION = (
    "Setiap baris memuat satu indikator jenjang terbawah; sel jenjang di atasnya digabung "
    "sepanjang baris yang mendukungnya."
)
_STEPS = 40
"""Halvings until the widths are exact to a twip."""


def draw(cascade: Cascade, page: PageGeometry, colours: bool = True) -> Blok:
    """Return the matrix as the block content of an annex with these pages."""
    for folded in Folded:
        matrix = Matrix(cascade, folded)
        if sum(kolom.least for kolom in matrix.kolom) <= page.inner_width:
            break
    widths = _widths(matrix.kolom, page.inner_width)
    heights = least_heights(matrix, widths, page)
    return lambda print_run: _Writer(matrix, widths, heights, print_run, colours).table()


def _widths(kolom: Sequence[MatrixColumn], width: int) -> list[int]:
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
        self,
        matrix: Matrix,
        widths: Sequence[int],
        heights: Sequence[int],
        print_run: PrintRun,
        colours: bool,
    ) -> None:
        self.matrix = matrix
        self.widths = widths
        self.heights = heights
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
            keep = row >= self.matrix.rows - WITH_SIGNATURE
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
            yield _row("".join(line), least=self.heights[row])

    def _cell(
        self,
        width: int,
        texts: Sequence[Teks],
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
        return f'<w:r><w:t xml:space="preserve">{html.escape(part, quote=False)}</w:t></w:r>'


def _row(cells: str, head: bool = False, least: int = 0) -> str:
    header = "<w:tblHeader/>" if head else ""
    height = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>' if least else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{header}</w:trPr>{cells}</w:tr>"


@cache
def _paragraph(gaya: ParagraphStyle, keep_next: bool) -> str:
    keep = "<w:keepNext/>" if keep_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{gaya.style_id}"/>{keep}</w:pPr>'


@lru_cache(maxsize=4096)
def _properties(width: int, span: int, merge: str, shade: str) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if span > 1:
        properties += f'<w:gridSpan w:val="{span}"/>'
    if merge:
        properties += f'<w:vMerge w:val="{merge}"/>'
    if shade:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
    return properties
