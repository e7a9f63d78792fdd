"""The same sheets as one SVG drawing, for slides and web pages.

Lengths in the drawing are points; the pages stand below one another.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from generator.lampiran.content.boxes import Alinea, PageReference
from generator.lampiran.layout.pages import BETWEEN
from generator.lampiran.layout.plan import HEADING
from generator.lampiran.sheet import Cell, CellRole, Chart, PageGeometry, Pohon
from generator.lampiran.styles import (
    BESAR,
    FONT,
    GARIS_DALAM,
    GARIS_HUBUNG,
    GARIS_KOTAK,
    LEMBAR,
    TEBAL_DALAM,
    TEBAL_HUBUNG,
    WARNA,
)
from generator.word.measure import room, wrap
from generator.word.styles import Alignment, ParagraphStyle

_BETWEEN_PAGES = 400
_ANCHORS = {Alignment.KIRI: "start", Alignment.TENGAH: "middle", Alignment.KANAN: "end"}
_BASELINE = 0.78
"""Where in a line, counted from its top, letters stand."""


def draw_svg(pohon: Pohon, page: PageGeometry, title: str, colours: bool = True) -> str:
    """Return all sheets as the text of one SVG file, with the title where the annex has its own."""
    high = page.height + _BETWEEN_PAGES
    height = high * len(pohon.sheets) - _BETWEEN_PAGES
    painter = _Painter(pohon, colours)
    body = []
    for nth, sheet in enumerate(pohon.sheets):
        body.append(
            f'<rect y="{_pt(nth * high)}" width="{_pt(page.width)}" height="{_pt(page.height)}" '
            'fill="#fff"/>'
        )
        y = nth * high + page.top
        if sheet.number == 1 and page.first:
            middle = (y + page.first / 2) / 20
            body.append(painter.text(title, BESAR.judul, 0, middle, page.width / 20))
            y += page.first
        for chart in sheet.charts:
            body.append(f'<g transform="translate({_pt(page.left)} {_pt(y)})">')
            body += painter.chart(chart)
            body.append("</g>")
            y += HEADING + chart.height + BETWEEN
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {_pt(page.width)} {_pt(height)}" '
        f"font-family=\"'{FONT}', 'URW Bookman', serif\">"
        f"<title>{html.escape(title)}</title>{''.join(body)}</svg>\n"
    )


class _Painter:
    def __init__(self, pohon: Pohon, colours: bool) -> None:
        self.pages = pohon.pages
        self.colours = colours

    def chart(self, chart: Chart) -> Iterator[str]:
        """Yield heading, fills, lines and texts, in this order, so that nothing is covered."""
        yield self.text(self.plain(chart.heading), LEMBAR, 0, LEMBAR.before, chart.width / 20)
        yield f'<g transform="translate(0 {_pt(HEADING)})">'
        if self.colours:
            yield from (_fill(cell) for cell in chart.cells if cell.peran is not CellRole.ISI)
        for cell in chart.cells:
            yield from _edges(cell)
        for line in chart.lines:
            yield _line(line.x, line.y, line.x2, line.y2, TEBAL_HUBUNG, GARIS_HUBUNG)
        for cell in chart.cells:
            yield from self.texts(cell)
        yield "</g>"

    def texts(self, cell: Cell) -> Iterator[str]:
        gaya = cell.gaya
        paragraphs = [self.plain(alinea) for alinea in cell.teks]
        lines = [wrap(text, gaya.bold, room(cell.width, gaya)) for text in paragraphs]
        space = gaya.before + gaya.after
        height = sum(len(one) * gaya.line + space for one in lines)
        y = cell.y / 20 + (max(cell.height / 20 - height, 0) / 2 if cell.middle else 0)
        for one in lines:
            y += gaya.before
            for line in one:
                if line:
                    yield self.text(line, gaya, cell.x / 20, y, cell.width / 20)
                y += gaya.line
            y += gaya.after

    def text(self, text: str, gaya: ParagraphStyle, x: float, y: float, width: float) -> str:
        shift = {
            Alignment.KIRI: gaya.indent,
            Alignment.TENGAH: width / 2,
            Alignment.KANAN: width - gaya.indent,
        }
        bold = ' font-weight="bold"' if gaya.bold else ""
        return (
            f'<text x="{x + shift[gaya.align]:.2f}" y="{y + gaya.line * _BASELINE:.2f}" '
            f'font-size="{gaya.size}" text-anchor="{_ANCHORS[gaya.align]}"{bold}>'
            f"{html.escape(text, quote=False)}</text>"
        )

    def plain(self, alinea: Alinea) -> str:
        return "".join(
            str(self.pages[part.bookmark]) if isinstance(part, PageReference) else str(part)
            for part in alinea
        )


def _fill(cell: Cell) -> str:
    warna = WARNA[cell.jenis]
    fill = warna.kepala if cell.peran is CellRole.KEPALA else warna.judul
    return (
        f'<rect x="{_pt(cell.x)}" y="{_pt(cell.y)}" width="{_pt(cell.width)}" '
        f'height="{_pt(cell.height)}" fill="#{fill}"/>'
    )


def _edges(cell: Cell) -> Iterator[str]:
    left, top = cell.x, cell.y
    right, bottom = cell.x + cell.width, cell.y + cell.height
    upper, lower = (left, top, right, top), (left, bottom, right, bottom)
    corners = (upper, (right, top, right, bottom), lower, (left, top, left, bottom))
    for (x, y, x2, y2), weight in zip(corners, cell.edges, strict=True):
        if weight:
            colour = GARIS_DALAM if weight == TEBAL_DALAM else GARIS_KOTAK
            yield _line(x, y, x2, y2, weight, colour)


def _line(x: int, y: int, x2: int, y2: int, weight: int, colour: str) -> str:
    return (
        f'<path d="M{_pt(x)} {_pt(y)}L{_pt(x2)} {_pt(y2)}" stroke="#{colour}" '
        f'stroke-width="{weight / 8:g}" stroke-linecap="square"/>'
    )


def _pt(twips: float) -> str:
    return f"{twips / 20:g}"
