"""The matrix as an outline: rows, columns and pages from the data, nothing merged downwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from generator.cascade.model import Cascade, FurtherCell, Jenis, Simpul
from generator.lampiran.matriks.table import draw
from generator.lampiran.sheet import PageGeometry
from generator.schema.kinerja import KODE_REKENING, PAGU, PENANGGUNG_JAWAB
from generator.values import Isian
from tests.support.drawn_word import A3, A4, F4, save
from tests.support.trees import TREES, isian, jenjang, numbered, simpul

KEYS = 4
"""Rows that name the levels of `two_programs`, and the head."""


def cells(cascade: Cascade, folder: Path) -> list[list[str]]:
    """Return the rows as Word sees them, a cell across all columns once."""
    [table] = docx.Document(str(save(draw(cascade, F4), folder / "matriks.docx"))).tables
    return [[cell.text for cell in _once(row.cells)] for row in table.rows]


def _once(found: tuple[docx.table._Cell, ...]) -> list[docx.table._Cell]:
    return list({id(cell._tc): cell for cell in found}.values())


def two_programs() -> Cascade:
    leaves = [
        simpul(Jenis.SUB_KEGIATAN, "s1", [("k1", "1"), ("k2", "2")], nama="A"),
        simpul(Jenis.SUB_KEGIATAN, "s2", [("k3", "3")], nama="B"),
    ]
    programs = [
        simpul(Jenis.PROGRAM, "p1", [("i1", "4")], leaves, "P"),
        simpul(Jenis.PROGRAM, "p2", [("i2", "5"), ("i3", "6")], [], "Q"),
    ]
    return Cascade(jenjang(), (), numbered([simpul(Jenis.UTAMA, "U", [("u", "7")], programs)]))


def with_cells(cascade: Cascade, cells_of: Callable[[Simpul], tuple[FurtherCell, ...]]) -> Cascade:
    def add(node: Simpul) -> Simpul:
        return replace(node, anak=tuple(map(add, node.anak)), tambahan=cells_of(node))

    return replace(cascade, akar=tuple(map(add, cascade.akar)))


def test_a_node_has_a_row_and_each_further_indikator_one_under_it(tmp_path: Path) -> None:
    assert cells(two_programs(), tmp_path)[KEYS:] == [
        ["SASARAN I\nU", "u", "7"],
        ["P\np1", "i1", "4"],
        ["A\ns1", "k1", "1"],
        ["", "k2", "2"],
        ["B\ns2", "k3", "3"],
        ["Q\np2", "i2", "5"],
        ["", "i3", "6"],
    ]


def test_the_columns_are_headed_and_the_levels_named_as_sheet_jenjang_says(tmp_path: Path) -> None:
    assert cells(two_programs(), tmp_path)[:KEYS] == [
        ["Uraian", "Indikator", "Target"],
        ["ESELON II: Sasaran Utama (INDIKATOR KINERJA UTAMA (IKU), TARGET)"],
        ["ESELON III: Program (Sasaran Prog, Indikator, Target)"],
        ["ESELON IV: Sub Kegiatan (Sasaran Sub. Keg, Indikator, Target)"],
    ]


def test_further_columns_stand_where_somebody_said_something(tmp_path: Path) -> None:
    def said(node: Simpul) -> tuple[FurtherCell, ...]:
        if node.jenis is not Jenis.PROGRAM:
            return ()
        return (
            FurtherCell(PENANGGUNG_JAWAB, isian("Kepala Bidang")),
            FurtherCell(KODE_REKENING, isian("5.03.02")),
            FurtherCell(PAGU, isian("1.250.000")),
        )

    rows = cells(with_cells(two_programs(), said), tmp_path)
    assert rows[0] == [
        *("Uraian", "Kode Rekening", "Indikator", "Target", "Penanggung Jawab", "Pagu")
    ]
    assert rows[KEYS] == ["SASARAN I\nU", "", "u", "7", "", ""]
    assert rows[KEYS + 1] == ["P\np1", "5.03.02", "i1", "4", "Kepala Bidang", "1.250.000"]


def test_where_the_page_is_too_narrow_further_cells_stand_below_the_text(tmp_path: Path) -> None:
    word = "Pengelolaanpengawasanpenyelenggaraan" * 3
    pagu = with_cells(two_programs(), lambda node: (FurtherCell(PAGU, isian(word)),))
    rows = cells(pagu, tmp_path)
    assert rows[0] == ["Uraian", "Indikator", "Target", "Pagu"]
    both = with_cells(
        two_programs(),
        lambda node: (FurtherCell(PENANGGUNG_JAWAB, isian(word)), FurtherCell(PAGU, isian(word))),
    )
    rows = cells(both, tmp_path)
    assert rows[0] == ["Uraian", "Indikator", "Target"]
    assert rows[KEYS + 1] == [f"P\np1\nPenanggung Jawab: {word}\nPagu: {word}", "i1", "4"]


def test_the_head_repeats_nothing_is_merged_and_no_row_splits() -> None:
    xml = "".join(draw(two_programs(), F4)(lambda value: ""))
    assert xml.count("<w:tblHeader/>") == 1
    assert "vMerge" not in xml
    assert xml.count("<w:tr>") == xml.count("<w:cantSplit/>")


@pytest.mark.parametrize("name", TREES)
@pytest.mark.parametrize("page", [A3, A4, F4], ids=["A3", "A4", "F4"])
def test_every_value_of_the_tree_is_printed_once_but_for_running_lines(
    name: str, page: PageGeometry
) -> None:
    printed: Counter[str] = Counter()

    def run(value: Isian) -> str:
        printed[value.text] += 1
        return ""

    cascade = TREES[name]()
    "".join(draw(cascade, page)(run))
    nodes = (*cascade.kinerja_daerah, *cascade.walk())
    names = Counter(value.text for node in nodes for value in (node.nama, node.sasaran) if value)
    rows = Counter(row.teks.text for node in nodes for row in node.indikator)
    rows += Counter(row.target.isian.text for node in nodes for row in node.indikator)
    assert not names - printed
    assert {text: printed[text] for text in rows if text not in names} == {
        text: count for text, count in rows.items() if text not in names
    }
