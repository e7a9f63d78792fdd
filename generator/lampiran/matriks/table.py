"""The cascading matrix as Word: one table, the tree from top to bottom as an outline.

The name and sasaran of a node, its indikator and targets stand side by side; each level stands
further in than the one above, on a lighter shade. Nothing is merged downwards, so that rows come
and go one by one. Where a page begins, a running line names what its first row belongs to.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from generator.cascade.model import Cascade, Jenis
from generator.lampiran.matriks.pages import MeasuredRows, RowPages, pages_of
from generator.lampiran.matriks.rows import (
    RUNNING,
    TITLE,
    Cell,
    Outline,
    Teks,
    numbers_of,
    outlines_of,
    running_line,
)
from generator.lampiran.matriks.widths import column_widths, least_widths, row_height
from generator.lampiran.sheet import PageGeometry
from generator.lampiran.styles import GARIS_DALAM, MATRIKS_ISI, MATRIKS_KEPALA, WARNA
from generator.values import Blok, Isian, PrintRun
from generator.word.styles import ParagraphStyle

_DESCRIPTION = (
    "Setiap baris memuat satu simpul pohon kinerja beserta indikator dan targetnya, di bawah "
    "baris yang didukungnya; indikator berikutnya dari simpul yang sama memakai baris sendiri."
)
_FIRST_BOOKMARK = 950_001
"""Ids of the bookmarks of running lines, far from all others."""
_BEGINS = {Jenis.SUB_KEGIATAN: 0.6, Jenis.KEGIATAN: 0.3}
_BEGINS_AMID = 2.0
"""What a page costs that begins so; one that begins with a program or sasaran costs nothing."""


def draw(cascade: Cascade, page: PageGeometry, colours: bool = True) -> Blok:
    """Return the matrix as the block content of an annex with these pages."""
    outline = _fitting(cascade, page.inner_width)
    nomor = numbers_of(cascade)
    running = [running_line(row.chain, cascade.jenjang, nomor) for row in outline.rows]
    widths = column_widths(outline, page.inner_width)
    pages = pages_of(_measured(outline, running, widths, page))
    return lambda print_run: _Writer(outline, running, widths, pages, print_run, colours).write()


def _fitting(cascade: Cascade, width: int) -> Outline:
    """Return the matrix with the most columns that need not cut words, else with the fewest."""
    for outline in outlines_of(cascade):
        if sum(least_widths(outline)) <= width:
            break
    return outline


def _measured(
    outline: Outline, running: Sequence[Teks], widths: Sequence[int], page: PageGeometry
) -> MeasuredRows:
    heads = tuple((Teks(MATRIKS_KEPALA, (head,)),) for head in outline.heads)
    height = page.inner_height - row_height(heads, widths)
    count = len(outline.rows)
    return MeasuredRows(
        rows=[row_height(row.cells, widths) for row in outline.rows],
        running=[row_height(((line,),), widths) for line in running],
        costs=[_BEGINS_AMID if row.lanjut else _BEGINS.get(row.jenis, 0) for row in outline.rows],
        heads=[row.heads and nth + 1 < count for nth, row in enumerate(outline.rows)],
        first=height - page.first,
        room=height,
        last=page.last,
    )


class _Writer:
    def __init__(
        self,
        outline: Outline,
        running: Sequence[Teks],
        widths: Sequence[int],
        pages: RowPages,
        print_run: PrintRun,
        colours: bool,
    ) -> None:
        self.outline = outline
        self.running = running
        self.widths = widths
        self.pages = pages
        self.print_run = print_run
        self.colours = colours

    def write(self) -> Iterator[str]:
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        edges = "".join(
            f'<w:{name} w:val="single" w:sz="4" w:space="0" w:color="{GARIS_DALAM}"/>'
            for name in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        yield (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(self.widths)}" w:type="dxa"/>'
            f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
            '<w:tblLook w:val="0020"/>'
            f'<w:tblCaption w:val="{TITLE}"/>'
            f'<w:tblDescription w:val="{_DESCRIPTION}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
            f"{self._heads()}{''.join(self._rows())}</w:tbl>"
        )

    def _heads(self) -> str:
        cells = tuple((Teks(MATRIKS_KEPALA, (head,)),) for head in self.outline.heads)
        return self._row(cells, "<w:cantSplit/><w:tblHeader/>", _HEAD_SHADE)

    def _rows(self) -> Iterator[str]:
        rows = self.outline.rows
        number = 0
        for nth, row in enumerate(rows):
            if nth in self.pages.starts:
                number += 1
                yield self._running(number, nth)
            below = nth + 1
            goes_on = below < len(rows) and rows[below].lanjut and below not in self.pages.starts
            yield self._row(
                row.cells,
                "<w:cantSplit/>" if nth in self.pages.held else "",
                _shade(row.jenis),
                keep=nth in self.pages.kept,
                open_edges=("top",) * row.lanjut + ("bottom",) * goes_on,
            )

    def _running(self, number: int, nth: int) -> str:
        """Return the row that begins a page, marked as ours by its bookmark."""
        mark = _FIRST_BOOKMARK + number
        start = f'<w:bookmarkStart w:id="{mark}" w:name="{RUNNING}{number}"/>'
        line = self._paragraph(
            self.running[nth], keep=True, begins=True, before=start, after=_END.format(mark)
        )
        properties = _properties(sum(self.widths), len(self.widths), self._fill(_RUNNING_SHADE))
        return _table_row("<w:cantSplit/>", f"<w:tc>{properties}{line}</w:tc>")

    def _row(
        self,
        cells: Sequence[Cell],
        properties: str,
        shade: str,
        keep: bool = False,
        open_edges: tuple[str, ...] = (),
    ) -> str:
        across = len(cells) != len(self.widths)
        widths = (sum(self.widths),) if across else self.widths
        span = len(self.widths) if across else 1
        written = []
        for nth, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            texts = cell or (Teks(MATRIKS_ISI, ()),)
            edges = open_edges if nth in self.outline.once else ()
            written.append(
                f"<w:tc>{_properties(width, span, self._fill(shade), edges)}"
                f"{''.join(self._paragraph(one, keep) for one in texts)}</w:tc>"
            )
        return _table_row(properties, "".join(written))

    def _fill(self, shade: str) -> str:
        return shade if self.colours else ""

    def _paragraph(
        self, one: Teks, keep: bool, begins: bool = False, before: str = "", after: str = ""
    ) -> str:
        start = _paragraph_start(one.gaya, keep, begins, one.inset)
        return f"{start}{before}{''.join(map(self._run, one.parts))}{after}</w:p>"

    def _run(self, part: Isian | str) -> str:
        if isinstance(part, Isian):
            return self.print_run(part)
        return f'<w:r><w:t xml:space="preserve">{html.escape(part, quote=False)}</w:t></w:r>'


_HEAD_SHADE = "D9D9D9"
_RUNNING_SHADE = "F2F2F2"
_END = '<w:bookmarkEnd w:id="{}"/>'


def _shade(jenis: Jenis) -> str:
    """Return the fill of a level, each lighter than the one above, in grey too."""
    if jenis is Jenis.SUB_KEGIATAN:
        return ""
    return WARNA[jenis].kepala if jenis is Jenis.KEGIATAN else WARNA[jenis].judul


def _table_row(properties: str, cells: str) -> str:
    inner = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{inner}{cells}</w:tr>"


@lru_cache(maxsize=1024)
def _paragraph_start(gaya: ParagraphStyle, keep: bool, begins: bool, inset: int) -> str:
    inner = "<w:keepNext/>" * keep + "<w:pageBreakBefore/>" * begins
    if inset:
        inner += f'<w:ind w:left="{round(gaya.indent * 20) + inset}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{gaya.style_id}"/>{inner}</w:pPr>'


@cache
def _properties(width: int, span: int, shade: str, open_edges: tuple[str, ...] = ()) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if span > 1:
        properties += f'<w:gridSpan w:val="{span}"/>'
    if open_edges:
        edges = "".join(f'<w:{name} w:val="nil"/>' for name in open_edges)
        properties += f"<w:tcBorders>{edges}</w:tcBorders>"
    if shade:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
    return f"<w:tcPr>{properties}</w:tcPr>"
