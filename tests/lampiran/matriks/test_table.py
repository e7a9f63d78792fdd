"""The matrix: spans from the data, repeated heads, all texts, also in the PDF."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from generator.cascade.model import Cascade, FurtherCell, Jenis, Simpul
from generator.lampiran.matriks.table import draw
from generator.schema.kinerja import PAGU, PENANGGUNG_JAWAB
from generator.values import Isian
from tests.support.drawn_word import F4, save
from tests.support.soffice import convert, pdf_text
from tests.support.trees import TREES, bkpsdm_2022, isian, jenjang, numbered, simpul


def cells(cascade: Cascade, folder: Path) -> list[list[str]]:
    """Return the rows as Word sees them, a merged cell's text in every row it covers."""
    [table] = docx.Document(str(save(draw(cascade, F4), folder / "matriks.docx"))).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


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


def test_cells_cover_the_rows_of_all_that_hangs_below_them(tmp_path: Path) -> None:
    assert cells(two_programs(), tmp_path)[2:] == [
        ["SASARAN I\nU", "u", "7", "P\np1", "i1", "4", "A\ns1", "k1", "1"],
        ["SASARAN I\nU", "u", "7", "P\np1", "i1", "4", "A\ns1", "k2", "2"],
        ["SASARAN I\nU", "u", "7", "P\np1", "i1", "4", "B\ns2", "k3", "3"],
        ["SASARAN I\nU", "u", "7", "Q\np2", "i2", "5", "", "", ""],
        ["SASARAN I\nU", "u", "7", "Q\np2", "i3", "6", "", "", ""],
    ]


def test_levels_and_columns_are_headed_as_sheet_jenjang_says(tmp_path: Path) -> None:
    labels, heads = cells(two_programs(), tmp_path)[:2]
    assert labels == ["ESELON II"] * 3 + ["ESELON III"] * 3 + ["ESELON IV"] * 3
    assert heads == [
        *("Sasaran", "INDIKATOR KINERJA UTAMA (IKU)", "TARGET"),
        *("Program\nSasaran Prog", "Indikator", "Target"),
        *("Sub Kegiatan\nSasaran Sub. Keg", "Indikator", "Target"),
    ]


def test_heads_repeat_on_every_page() -> None:
    xml = draw(two_programs(), F4)(lambda value: "")
    assert xml.count("<w:tblHeader/>") == 2


def test_penanggung_jawab_and_pagu_print_where_given(tmp_path: Path) -> None:
    def add(node: Simpul) -> Simpul:
        return replace(
            node,
            anak=tuple(map(add, node.anak)),
            tambahan=(
                FurtherCell(PENANGGUNG_JAWAB, isian("Kepala Bidang")),
                FurtherCell(PAGU, isian("1.250.000")),
            ),
        )

    cascade = two_programs()
    rows = cells(replace(cascade, akar=tuple(map(add, cascade.akar))), tmp_path)
    assert rows[1][-2:] == ["Penanggung Jawab", "Pagu"]
    assert rows[2][-2:] == ["Kepala Bidang", "1.250.000"]
    assert rows[2][3] == "P\np1\nPenanggung Jawab: Kepala Bidang\nPagu: 1.250.000"


@pytest.mark.parametrize("name", TREES)
def test_every_value_of_the_tree_is_printed_exactly_once(name: str) -> None:
    printed: Counter[str] = Counter()

    def run(value: Isian) -> str:
        printed[value.text] += 1
        return ""

    cascade = TREES[name]()
    draw(cascade, F4)(run)
    nodes = (*cascade.kinerja_daerah, *cascade.walk())
    wanted = Counter(value.text for node in nodes for value in (node.nama, node.sasaran) if value)
    wanted += Counter(row.teks.text for node in nodes for row in node.indikator)
    wanted += Counter(row.target.isian.text for node in nodes for row in node.indikator)
    assert {text: printed[text] for text in wanted} == dict(wanted)


@pytest.mark.requires("soffice", "poppler")
def test_no_word_is_lost_or_cut_in_the_pdf(tmp_path: Path) -> None:
    cascade = bkpsdm_2022()
    path = save(draw(cascade, F4), tmp_path / "matriks.docx")
    printed = Counter(re.findall(r"\w+", pdf_text(convert(path, "pdf", tmp_path))))
    wanted = Counter(
        word
        for node in cascade.walk()
        for row in node.indikator
        for word in re.findall(r"\w+", f"{row.teks.text} {row.target.isian.text}")
    )
    assert not wanted - printed
