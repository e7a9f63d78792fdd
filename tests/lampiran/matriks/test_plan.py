"""The targets of a Renstra in the matrix: columns where there is room, else a line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from generator.cascade.model import Cascade, FurtherCell, Jenis
from generator.lampiran.matriks.plan import with_plan
from generator.lampiran.matriks.rows import outlines_of
from generator.lampiran.matriks.table import draw
from generator.lampiran.matriks.widths import column_widths, least_widths
from generator.lampiran.sheet import PageGeometry
from generator.schema.kinerja import KODE_REKENING, PAGU, SASARAN
from generator.schema.types import Column
from generator.values import Target
from tests.support.drawn_word import A4, F4, page_of_mm, save
from tests.support.trees import isian, jenjang, numbered, simpul

YEARS = SASARAN.added(["baseline", "target_2026", "target_2027"])
PORTRAIT = page_of_mm(210, 297, 20)


def planned(column: Column, text: str) -> FurtherCell:
    return FurtherCell(column, isian(text), Target(isian(text), None, ""))


def office(*further: FurtherCell) -> Cascade:
    """Return a tree of one sasaran whose indikator has a plan."""
    node = simpul(Jenis.UTAMA, "Meningkatnya penyelenggaraan", [("Persentase ketertiban", "68%")])
    cells = tuple(planned(column, f"6{nth}%") for nth, column in enumerate(YEARS))
    indikator = tuple(replace(one, tambahan=cells) for one in node.indikator)
    node = replace(node, indikator=indikator, tambahan=further)
    return Cascade(jenjang(), (), numbered([node]))


def drawn(cascade: Cascade, folder: Path, page: PageGeometry = F4) -> list[list[str]]:
    [table] = docx.Document(str(save(draw(cascade, page), folder / "m.docx", page))).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_plan_prints_only_where_it_is_asked_for(tmp_path: Path) -> None:
    assert drawn(office(), tmp_path)[0] == ["Uraian", "Indikator", "Target"]


def test_each_year_has_a_column_beside_the_target(tmp_path: Path) -> None:
    rows = drawn(with_plan(office(FurtherCell(PAGU, isian("1.000")))), tmp_path)
    assert rows[0] == [
        *("Uraian", "Indikator", "Target"),
        *("Baseline", "Target 2026", "Target 2027", "Pagu"),
    ]
    assert rows[-1][1:] == ["Persentase ketertiban", "68%", "60%", "61%", "62%", "1.000"]


def test_further_cells_give_way_to_the_years(tmp_path: Path) -> None:
    long = "X" * 40
    cells = FurtherCell(KODE_REKENING, isian(long)), FurtherCell(PAGU, isian("9" * 60))
    rows = drawn(with_plan(office(*cells)), tmp_path, A4)
    assert rows[0] == ["Uraian", "Indikator", "Target", "Baseline", "Target 2026", "Target 2027"]
    assert f"Kode Rekening: {long}" in rows[-1][0]


def test_where_the_years_have_no_room_they_are_one_line(tmp_path: Path) -> None:
    rows = drawn(with_plan(office()), tmp_path, page_of_mm(100, 200, 20))
    assert rows[0] == ["Uraian", "Indikator", "Target"]
    assert rows[-1][1] == (
        "Persentase ketertiban\nBaseline: 60%; Target 2026: 61%; Target 2027: 62%"
    )


@pytest.mark.parametrize("page", [F4, A4, PORTRAIT], ids=["F4", "A4", "portrait"])
def test_five_years_cut_no_word(page: PageGeometry) -> None:
    years = SASARAN.added(["baseline", *(f"target_{year}" for year in range(2025, 2030))])
    cascade = office()
    (root,) = cascade.akar
    cells = tuple(planned(column, "1.234.567") for column in years)
    (indikator,) = root.indikator
    root = replace(root, indikator=(replace(indikator, tambahan=cells),))
    outline = next(outlines_of(with_plan(replace(cascade, akar=(root,)))))
    least = least_widths(outline)
    widths = column_widths(outline, page.inner_width)
    assert len(widths) == 9
    assert sum(widths) == page.inner_width
    assert all(word <= width for word, width in zip(least, widths, strict=True))


def test_ever_fewer_columns_are_tried() -> None:
    cascade = with_plan(office(FurtherCell(PAGU, isian("1"))))
    counts = [len(outline.heads) for outline in outlines_of(cascade)]
    assert counts == [7, 6, 3]
