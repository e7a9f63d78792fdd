"""The cells of a measured band, from the title of each box to its last row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.cascade.model import Jenis
from generator.lampiran.content.boxes import Alinea, Panel
from generator.lampiran.layout.band import Band, Slot
from generator.lampiran.sheet import Cell, CellRole
from generator.lampiran.styles import TEBAL_DALAM, TEBAL_PANEL, Scale
from generator.word.styles import ParagraphStyle

_WEIGHTS = {
    Jenis.KEPALA_DAERAH: 12,
    Jenis.UTAMA: 12,
    Jenis.PENDUKUNG: 12,
    Jenis.PROGRAM: 8,
    Jenis.KEGIATAN: 6,
    Jenis.SUB_KEGIATAN: 6,
}
"""The outline of a box in 1/8 point, so that levels differ without colour too."""


def cells(band: Band, skala: Scale, dx: int, dy: int) -> Iterator[Cell]:
    """Yield the cells of all boxes of a band, moved by (dx, dy)."""
    for slot, end in zip(band.slots, band.ends, strict=True):
        yield from _Box(slot, band.lines, end, skala, dx, dy).cells()


class _Box:
    def __init__(
        self,
        slot: Slot,
        lines: Sequence[int],
        end: int,
        skala: Scale,
        dx: int,
        dy: int,
    ) -> None:
        self.slot = slot
        self.lines = lines
        self.end = end
        self.skala = skala
        self.dx = dx
        self.dy = dy
        self.outline = _WEIGHTS[slot.box.jenis]

    def cells(self) -> Iterator[Cell]:
        box, outline = self.slot.box, self.outline
        group = list(zip(box.panels, self.slot.edges, strict=False))
        # A sasaran above the table of an only panel goes on where the title ends.
        joined = bool(box.title) and len(group) == 1 and not group[0][0].beside
        if box.title:
            stop = self.lines[1] if group else self.lines[self.end]
            below = outline if not group else 0 if joined else TEBAL_DALAM
            edges = (outline, outline, below, outline)
            yield Cell(
                self.slot.left + self.dx,
                self.dy,
                self.slot.right - self.slot.left,
                stop,
                self.skala.judul,
                box.title,
                box.jenis,
                CellRole.JUDUL,
                edges,
            )
        top = (0 if joined else TEBAL_DALAM) if box.title else outline
        for nth, (panel, columns) in enumerate(group):
            left = outline if nth == 0 else TEBAL_PANEL
            right = outline if nth == len(group) - 1 else TEBAL_PANEL
            inner = (TEBAL_DALAM,) * (len(columns) - 2)
            yield from self._panel(panel, columns, (left, *inner, right), top)

    def _panel(
        self, panel: Panel, edges: tuple[int, ...], sides: tuple[int, ...], top: int
    ) -> Iterator[Cell]:
        """Yield the cells of one panel; `sides` are the weights of its upright lines."""
        skala, last = self.skala, len(edges) - 1
        at = 1 if self.slot.box.title else 0

        def cell(
            left: int,
            right: int,
            stop: int,
            gaya: ParagraphStyle,
            teks: tuple[Alinea, ...],
            peran: CellRole,
        ) -> Cell:
            x, y = edges[left], self.lines[at]
            bottom = self.outline if stop == self.end else TEBAL_DALAM
            return Cell(
                x + self.dx,
                y + self.dy,
                edges[right] - x,
                self.lines[stop] - y,
                gaya,
                teks or ((),),
                self.slot.box.jenis,
                peran,
                (top, sides[right], bottom, sides[left]),
            )

        if panel.paragraphs and not panel.beside:
            stop = 2 if panel.rows else self.end
            gaya, peran = (
                (skala.judul, CellRole.JUDUL) if panel.rows else (skala.target, CellRole.ISI)
            )
            yield cell(0, last, stop, gaya, panel.paragraphs, peran)
            at, top = stop, TEBAL_DALAM
        if panel.heads:
            for part, head in enumerate(panel.heads):
                text = ((head,),) if head is not None else ()
                yield cell(part, part + 1, 3, skala.kepala, text, CellRole.KEPALA)
            at, top = 3, TEBAL_DALAM
        if panel.beside:
            yield cell(0, 1, self.end, skala.isi, panel.paragraphs, CellRole.ISI)
        for order, row in enumerate(panel.rows, 1):
            stop = self.end if order == len(panel.rows) else 3 + order
            yield cell(last - 2, last - 1, stop, skala.isi, row.paragraphs, CellRole.ISI)
            yield cell(last - 1, last, stop, skala.target, ((row.target,),), CellRole.ISI)
            at, top = stop, TEBAL_DALAM
