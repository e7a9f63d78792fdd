"""What a reader would miss on a sheet: children below a heading, room to sign, ancestors."""

from __future__ import annotations

from collections.abc import Iterator

from generator.cascade.model import Cascade, Jenis, Simpul, boxes
from generator.lampiran.content.boxes import LANJUTAN
from generator.lampiran.layout.pages import BETWEEN
from generator.lampiran.layout.plan import HEADING
from generator.lampiran.sheet import CellRole, DrawnSheet, PageGeometry, Pohon


def height(sheet: DrawnSheet) -> int:
    """Return the twips that the charts of a sheet take, with their headings."""
    charts = sheet.charts
    return sum(HEADING + chart.height for chart in charts) + BETWEEN * (len(charts) - 1)


def orphans(pohon: Pohon, cascade: Cascade) -> list[tuple[int, str]]:
    """Return page and name of each program or kegiatan that has nothing of its own below it.

    Of a box that is higher than a page the last sheet with rows of its own is looked at; where it
    merely stands above what goes on, "(lanjutan)", it is not.
    """
    titles = [_ids(sheet, CellRole.JUDUL) for sheet in pohon.sheets]
    tables = [_ids(sheet, CellRole.ISI) for sheet in pohon.sheets]
    found = []
    for name, rows, below in _headings(cascade):
        pages = [nth for nth, ids in enumerate(titles) if id(name) in ids]
        last = [nth for nth, ids in enumerate(tables) if rows & ids and pages and nth > pages[-1]]
        ends = [*pages[:-1], *(last[-1:] or pages[-1:])]
        found += [(pohon.sheets[nth].number, str(name)) for nth in ends if not below & titles[nth]]
    return found


def _headings(cascade: Cascade) -> Iterator[tuple[object, set[int], set[int]]]:
    """Yield the name of each box, the ids of its indikator, those of the names below it."""
    for parent in cascade.walk():
        for box in boxes(parent.anak):
            if box.nama and box.jenis in (Jenis.PROGRAM, Jenis.KEGIATAN):
                rows = {id(one.teks) for node in box.simpul for one in node.indikator}
                below = {id(_name(child)) for node in box.simpul for child in node.anak}
                if below:
                    yield box.nama, rows, below


def _name(node: Simpul) -> object:
    return node.nama or node.sasaran


def _ids(sheet: DrawnSheet, peran: CellRole) -> set[int]:
    """Return the ids of the values in cells, without titles that go on from an earlier sheet."""
    return {
        id(part)
        for chart in sheet.charts
        for cell in chart.cells
        if cell.peran is peran and cell.teks[-1][-1:] != (LANJUTAN,)
        for alinea in cell.teks
        for part in alinea
    }


def leaves_room_to_sign(pohon: Pohon, page: PageGeometry) -> bool:
    """Whether the signature stands on the last page, below its charts."""
    last = pohon.sheets[-1]
    above = page.first if last.number == 1 else 0
    return height(last) + above + page.last <= page.inner_height
