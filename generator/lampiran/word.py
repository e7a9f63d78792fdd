"""A sheet as Word: one flat table of fixed layout for each chart.

Every distinct x is a column, every distinct y a row. Boxes are cells, connectors the borders of
empty cells, so that a text made longer in Word grows its box and its lines with it.
"""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from generator.cascade.model import Cascade, Jenis
from generator.lampiran.content.boxes import Alinea, PageReference
from generator.lampiran.layout.pages import lay_out
from generator.lampiran.sheet import Cell, CellRole, Chart, PageGeometry, Pohon
from generator.lampiran.styles import (
    GARIS_DALAM,
    GARIS_HUBUNG,
    GARIS_KOTAK,
    KOSONG,
    LEMBAR,
    LEMBAR_LAIN,
    TEBAL_DALAM,
    TEBAL_HUBUNG,
    WARNA,
)
from generator.values import Blok, Isian, PrintRun
from generator.word.styles import ParagraphStyle

_FIRST_BOOKMARK = 900_001
"""Ids of the sheets' bookmarks, far from those that the template's anchors count up to."""
_DESCRIPTION = (
    "Dibaca baris demi baris dari kiri ke kanan. Setiap kotak memuat judul, sasaran, indikator "
    "dan target; kotak di bawah mendukung kotak di atasnya."
)


def draw(cascade: Cascade, page: PageGeometry, colours: bool = True) -> Blok:
    """Return the pohon kinerja as the block content of an annex with these pages."""
    pohon = lay_out(cascade, page)
    return lambda print_run: write(pohon, print_run, colours)


def write(pohon: Pohon, print_run: PrintRun, colours: bool) -> Iterator[str]:
    """Yield all charts as WordprocessingML, each its heading and its table."""
    writer = _Writer(pohon, print_run, colours)
    for sheet in pohon.sheets:
        for nth, chart in enumerate(sheet.charts):
            yield writer.chart(chart, new_page=nth == 0 and sheet.number != 1)


class _Writer:
    def __init__(self, pohon: Pohon, print_run: PrintRun, colours: bool) -> None:
        self.pages = pohon.pages
        self.print_run = print_run
        self.colours = colours
        self._next_id = _FIRST_BOOKMARK
        self._count = 0

    def chart(self, chart: Chart, new_page: bool) -> str:
        self._count += 1
        gaya = LEMBAR if new_page or self._count == 1 else LEMBAR_LAIN
        heading = self._runs(chart.heading)
        for bookmark in chart.bookmarks:
            number, self._next_id = self._next_id, self._next_id + 1
            heading = (
                f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>{heading}'
                f'<w:bookmarkEnd w:id="{number}"/>'
            )
        start = "<w:pageBreakBefore/>" if new_page else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{gaya.style_id}"/>{start}</w:pPr>{heading}</w:p>'
            + self.table(chart)
        )

    def table(self, chart: Chart) -> str:
        xs, rows = _grid(chart)
        columns = "".join(
            f'<w:gridCol w:w="{right - left}"/>' for left, right in itertools.pairwise(xs)
        )
        title = html.escape(_without_tags("".join(map(str, chart.heading))).replace("\n", " "))
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{xs[-1] - xs[0]}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
            '<w:right w:w="0" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0000"/>'
            f'<w:tblCaption w:val="{title}"/><w:tblDescription w:val="{_DESCRIPTION}"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{''.join(self._rows(xs, rows))}</w:tbl>"
        )

    def _rows(self, xs: list[int], rows: list[_Row]) -> Iterable[str]:
        for nth, row in enumerate(rows):
            goes_on = nth + 1 < len(rows) and (rows[nth + 1].has_text or not row.has_text)
            rule = "atLeast" if row.has_text else "exact"
            cells: list[str] = []
            at = 0
            for first, last, cell, place in sorted(row.cells, key=_first):
                cells += self._empty(xs, row, at, first, goes_on)
                cells.append(self._cell(cell, xs, first, last, place, goes_on))
                at = last
            cells += self._empty(xs, row, at, len(xs) - 1, goes_on)
            yield (
                f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{row.height}" '
                f'w:hRule="{rule}"/></w:trPr>{"".join(cells)}</w:tr>'
            )

    def _empty(
        self, xs: list[int], row: _Row, start: int, stop: int, goes_on: bool
    ) -> Iterable[str]:
        """Yield the empty cells between two boxes, cut where lines run."""
        if start == stop:
            return
        cuts = {start, stop}
        for x in row.uprights:
            if start <= x <= stop:
                cuts.add(x)
        for left, right in row.floors:
            cuts.update(x for x in (left, right) if start < x < stop)
        edges = sorted(cuts)
        for left, right in itertools.pairwise(edges):
            floor = any(a <= left and right <= b for a, b in row.floors)
            upright = right in row.uprights and not (right == stop and stop == len(xs) - 1)
            yield _between(xs[right] - xs[left], right - left, upright, floor, goes_on)

    def _cell(
        self, cell: Cell, xs: list[int], first: int, last: int, place: str, goes_on: bool
    ) -> str:
        """Return one cell of a box, or its continuation in a further row (`place`)."""
        edges = cell.edges
        if place in ("first", "middle"):
            edges = (edges[0], edges[1], 0, edges[3])
        if place in ("middle", "last"):
            edges = (0, *edges[1:])
        merge = {"only": "", "first": '<w:vMerge w:val="restart"/>'}.get(place, "<w:vMerge/>")
        text = _paragraph(KOSONG, goes_on) + "</w:p>"
        if place in ("only", "first"):
            start = _paragraph(cell.gaya, goes_on)
            text = "".join(f"{start}{self._runs(one)}</w:p>" for one in cell.teks)
        shade = _shade(cell.jenis, cell.peran) if self.colours else ""
        middle = '<w:vAlign w:val="center"/>' if cell.middle else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{cell.width}" w:type="dxa"/>{_span(last - first)}{merge}'
            f"{_borders(edges, GARIS_KOTAK)}{shade}{middle}</w:tcPr>{text}</w:tc>"
        )

    def _runs(self, alinea: Alinea) -> str:
        return "".join(map(self._run, alinea))

    def _run(self, part: Isian | str | PageReference) -> str:
        if isinstance(part, Isian):
            return self.print_run(part)
        if isinstance(part, str):
            return f'<w:r><w:t xml:space="preserve">{html.escape(part, quote=False)}</w:t></w:r>'
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
            f"PAGEREF {part.bookmark} \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="
            f'"separate"/></w:r><w:r><w:t>{self.pages[part.bookmark]}</w:t></w:r><w:r>'
            '<w:fldChar w:fldCharType="end"/></w:r>'
        )


class _Row:
    """One row: cells as (first column, column after, cell, which part of it), lines by column."""

    def __init__(self, height: int) -> None:
        self.height = height
        self.cells: list[tuple[int, int, Cell, str]] = []
        self.uprights: set[int] = set()
        self.floors: list[tuple[int, int]] = []
        self.has_text = False


def _first(entry: tuple[int, int, Cell, str]) -> int:
    return entry[0]


def _grid(chart: Chart) -> tuple[list[int], list[_Row]]:
    """Return the edges of the columns, and the rows with what stands in them."""
    heights = {0, chart.height}
    for cell in chart.cells:
        heights.update((cell.y, cell.y + cell.height))
    for line in chart.lines:
        heights.update((line.y, line.y2))
    xs, ys = chart.xs, sorted(heights)
    at_x = {x: nth for nth, x in enumerate(xs)}
    at_y = {y: nth for nth, y in enumerate(ys)}
    rows = [_Row(below - above) for above, below in itertools.pairwise(ys)]
    for cell in chart.cells:
        top, bottom = at_y[cell.y], at_y[cell.y + cell.height]
        first, last = at_x[cell.x], at_x[cell.x + cell.width]
        for nth in range(top, bottom):
            place = (
                "only"
                if bottom - top == 1
                else "first"
                if nth == top
                else "last"
                if nth == bottom - 1
                else "middle"
            )
            rows[nth].cells.append((first, last, cell, place))
            rows[nth].has_text |= cell.peran is not CellRole.JENJANG
    for line in chart.lines:
        if line.x == line.x2:
            for nth in range(at_y[line.y], at_y[line.y2]):
                rows[nth].uprights.add(at_x[line.x])
        else:
            rows[at_y[line.y] - 1].floors.append((at_x[line.x], at_x[line.x2]))
    return xs, rows


@lru_cache(maxsize=10_000)
def _between(width: int, columns: int, upright: bool, floor: bool, goes_on: bool) -> str:
    """Return an empty cell between two boxes, with the lines at its right and below it."""
    lines = (0, TEBAL_HUBUNG if upright else 0, TEBAL_HUBUNG if floor else 0, 0)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f"{_span(columns)}{_borders(lines, GARIS_HUBUNG)}</w:tcPr>"
        f"{_paragraph(KOSONG, goes_on)}</w:p></w:tc>"
    )


@cache
def _paragraph(gaya: ParagraphStyle, keep_next: bool) -> str:
    keep = "<w:keepNext/>" if keep_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{gaya.style_id}"/>{keep}</w:pPr>'


@cache
def _span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""


@cache
def _borders(edges: tuple[int, int, int, int], colour: str) -> str:
    names = ("top", "left", "bottom", "right")
    top, right, bottom, left = edges
    lines = "".join(
        f'<w:{name} w:val="single" w:sz="{weight}" w:space="0" '
        f'w:color="{GARIS_DALAM if weight == TEBAL_DALAM else colour}"/>'
        for name, weight in zip(names, (top, left, bottom, right), strict=True)
        if weight
    )
    return f"<w:tcBorders>{lines}</w:tcBorders>" if lines else ""


@cache
def _shade(jenis: Jenis, peran: CellRole) -> str:
    if peran is CellRole.ISI:
        return ""
    warna = WARNA[jenis]
    fill = warna.kepala if peran is CellRole.KEPALA else warna.judul
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _without_tags(text: str) -> str:
    """Return a text in which nothing reads as a tag of a template, for a place without anchors."""
    return text.replace("{{", "{ {").replace("{%", "{ %")
