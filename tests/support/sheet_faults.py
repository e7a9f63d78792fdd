"""What a reader would miss on a sheet: children below a heading, room to sign, ancestors."""

from __future__ import annotations

from collections.abc import Iterator

from generator.cascade.model import Cascade, Jenis, Simpul, boxes
from generator.lampiran.content.boxes import LANJUTAN
from generator.lampiran.layout.pages import BETWEEN, HEADING
from generator.lampiran.sheet import CellRole, DrawnSheet, PageGeometry, Pohon


def height(sheet: DrawnSheet) -> int:
    """Return the twips that the charts of a sheet take, with their headings."""
    charts = sheet.charts
    return sum(HEADING + chart.height for chart in charts) + BETWEEN * (len(charts) - 1)


def orphans(pohon: Pohon, cascade: Cascade) -> list[tuple[int, str]]:
    """Return page and name of each program or kegiatan that has nothing of its own below it.

    Where it goes on, "(lanjutan)", it is not looked at.
    """
    return [
        (sheet.number, str(name))
        for sheet in pohon.sheets
        for name, below in _headings(cascade)
        for shown in (_shown(sheet),)
        if id(name) in shown and not any(id(one) in shown for one in below)
    ]


def _headings(cascade: Cascade) -> Iterator[tuple[object, list[object]]]:
    for parent in cascade.walk():
        for box in boxes(parent.anak):
            if box.nama and box.jenis in (Jenis.PROGRAM, Jenis.KEGIATAN):
                below = [child for node in box.simpul for child in node.anak]
                if below:
                    yield box.nama, [_name(child) for child in below]


def _name(node: Simpul) -> object:
    return node.nama or node.sasaran


def _shown(sheet: DrawnSheet) -> set[int]:
    """Return the ids of the values in titles of boxes that do not go on from an earlier sheet."""
    return {
        id(part)
        for chart in sheet.charts
        for cell in chart.cells
        if cell.peran is CellRole.JUDUL and cell.teks[-1][-1:] != (LANJUTAN,)
        for alinea in cell.teks
        for part in alinea
    }


def leaves_room_to_sign(pohon: Pohon, page: PageGeometry) -> bool:
    """Whether the signature stands on the last page, below its charts."""
    last = pohon.sheets[-1]
    above = page.first if last.number == 1 else 0
    return height(last) + above + page.last <= page.inner_height
