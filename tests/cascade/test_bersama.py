"""A program that serves several sasaran: one node, told under each of them, counted once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.app.berkas import read_folder as read
from generator.app.periksa import check
from generator.cascade.model import Cascade
from generator.lampiran.matriks.rows import outlines_of
from generator.revision.compare.butir import butir_of
from tests.support.outcomes import summary
from tests.support.sheets import said, write_folder

SASARAN = """
    | Kode Induk | Kode | Jenis | Sasaran        | Indikator | Target | Satuan | Pagu |
    |            | S1   | Utama | MENINGKATNYA A | Indeks A  | 68     | Indeks | 900  |
    |            | S2   | Utama | MENINGKATNYA B | Indeks B  | 70     | Indeks | 900  |
"""
PROGRAM = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target | Satuan | Pagu |
    | {induk}    | P1   | Program A | Meningkatnya C  | Nilai C   | 80     | Nilai  | 500  |
    | S2         | P2   | Program B | Meningkatnya D  | Nilai D   | 81     | Nilai  | 400  |
"""
SUB = """
    | Kode Induk | Kode | Jenis        | Nama       | Sasaran        | Indikator | Target | Satuan |
    | P1         | K1   | Sub Kegiatan | Kegiatan A | Meningkatnya E | Jumlah E  | 12     | Orang  |
    | P2         | K2   | Sub Kegiatan | Kegiatan B | Meningkatnya F | Jumlah F  | 13     | Orang  |
"""


def folder(path: Path, induk: str = "S1; S2") -> Path:
    books = {
        "eselon-2": {"Sasaran": SASARAN},
        "eselon-3": {"Program": PROGRAM.format(induk=induk)},
        "eselon-4": {"Sub Kegiatan": SUB},
    }
    return write_folder(path, books)


def cascade(path: Path, induk: str = "S1; S2") -> Cascade:
    return read(folder(path, induk)).cascade


@pytest.mark.parametrize(
    "induk", ["S1; S2", "s1;S2", "S1 – MENINGKATNYA A; S2 – MENINGKATNYA B", "S1; S2; S1"]
)
def test_it_hangs_on_the_first_and_stands_again_under_the_others(
    tmp_path: Path, induk: str
) -> None:
    first, second = cascade(tmp_path, induk).akar

    assert [(one.kode, one.bersama, one.ulangan) for one in first.anak] == [("P1", True, False)]
    assert [(one.kode, one.bersama, one.ulangan) for one in second.anak] == [
        ("P1", True, True),
        ("P2", False, False),
    ]
    assert [one.kode for one in first.anak[0].anak] == ["K1"]
    assert second.anak[0].anak == ()


def test_it_is_counted_once_with_its_pagu(tmp_path: Path) -> None:
    tree = cascade(tmp_path)

    assert [node.kode for node in tree.walk()] == ["S1", "P1", "K1", "S2", "P2", "K2"]
    again = tree.akar[1].anak[0]
    assert (again.nilai_pagu, again.pagu) == (None, None)


def test_the_summary_counts_it_once_and_no_check_takes_it_for_two(tmp_path: Path) -> None:
    outcome = check(folder(tmp_path))

    assert summary(outcome)[0].startswith("Terbaca: 2 sasaran, 2 program, 2 sasaran program, ")
    told = [one for one in outcome.findings if one.place.book != "keputusan.xlsx"]
    assert [one for one in said(told) if "kosong" not in one] == []


def test_a_comparison_names_all_that_it_serves(tmp_path: Path) -> None:
    induk = {one.kode: one.induk for one in butir_of(cascade(tmp_path))}

    assert (induk["P1"], induk["P2"], induk["K1"]) == ("S1; S2", "S2", "P1")


def test_the_matrix_tells_it_under_each(tmp_path: Path) -> None:
    outline = next(outlines_of(cascade(tmp_path)))
    names = [
        "".join(map(str, text.parts))
        for row in outline.rows[outline.keys :]
        for text in row.cells[0][:1]
    ]

    assert [name for name in names if name.startswith("Program")] == [
        "Program A (bersama)",
        "Program A (bersama)",
        "Program B",
    ]


def test_a_parent_that_is_not_there_is_told_by_its_code(tmp_path: Path) -> None:
    found = [one for one in read(folder(tmp_path, "S1; S9")).findings if "S9" in one.message]

    assert [(one.rule.name, one.place.cell) for one in found] == [("induk-tidak-ditemukan", "A2")]


def test_more_parents_than_anybody_has_are_no_codes(tmp_path: Path) -> None:
    many = "; ".join(f"S{n}" for n in range(1, 12))
    found = read(folder(tmp_path, many)).findings

    assert [one.place.cell for one in found if one.rule.name == "induk-tidak-ditemukan"] == ["A2"]


def test_only_programs_have_several_parents(tmp_path: Path) -> None:
    books = {"eselon-4": {"Sub Kegiatan": SUB.replace("| P1         |", "| P1; P2     |")}}
    folder(tmp_path)
    write_folder(tmp_path, books | {"eselon-2": {"Sasaran": SASARAN}})

    assert "induk-tidak-ditemukan" in {one.rule.name for one in read(tmp_path).findings}
