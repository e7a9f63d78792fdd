"""Rows that give their official code alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cascade.build import build_cascade
from generator.cascade.model import Cascade
from generator.findings.finding import Diagnostic, has_salah
from generator.schema.keputusan import JENJANG, KEPUTUSAN
from tests.support.sheets import IDENTITAS, read_folder, said, write_folder

LEVELS = """
    | Tingkat       | Label      | Judul Kotak      | Judul Indikator | Judul Target |
    | Kepala Daerah | BUPATI     |                  |                 |              |
    | Sasaran Utama | ESELON II  | SASARAN {nomor}  | INDIKATOR       | TARGET       |
    | Program       | ESELON III |                  | Indikator       | Target       |
    | Kegiatan      | ESELON IV  |                  | Indikator       | Target       |
    | Sub Kegiatan  | ESELON IV  |                  | Indikator       | Target       |
"""
PROGRAM = """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Satuan | Kode Rekening |
    | S1         |      |         | Meningkatnya B  | Nilai B   | 80     | Nilai  | 5.03.02       |
    | S1         |      |         | Meningkatnya C  | Nilai C   | 80     | Nilai  | 5.03.01       |
"""
SUB = """
    | Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan | Kode Rekening     |
    |            |      |       |      |         |           |        |        | 5.03.02.2.01      |
    |            |      |       |      |         |           | 12     |        | 5.03.02.2.01.0009 |
    |            |      |       |      |         |           | 8      |        | 5.03.02.2.01.0001 |
    |            |      |       |      |         |           | 3      |        | 5.03.01.2.06.0002 |
"""


def read(
    folder: Path, program: str = PROGRAM, sub: str = SUB, tahun: str = "2025"
) -> tuple[Cascade, list[Diagnostic]]:
    books = {
        "keputusan": {"Identitas": IDENTITAS.replace("2022", tahun), "Jenjang": LEVELS},
        "eselon-3": {"Program": program},
        "eselon-4": {"Sub Kegiatan": sub},
    }
    tables, findings = read_folder(write_folder(folder, books))
    levels = tables.lembar[KEPUTUSAN.kind, JENJANG.name]
    cascade, found = build_cascade(tables.baris, levels)
    return cascade, [*findings, *found]


def tree(cascade: Cascade) -> list[str]:
    """Return each node with its depth, code and name."""
    lines = []

    def add(node: object, depth: int) -> None:
        lines.append(f"{'  ' * depth}{node.kode} {str(node.nama or '')[:28]}".rstrip())  # type: ignore[attr-defined]
        for child in node.anak:  # type: ignore[attr-defined]
            add(child, depth + 1)

    for root in cascade.akar:
        add(root, 0)
    return lines


def test_the_tree_follows_from_the_codes(tmp_path: Path) -> None:
    cascade, findings = read(tmp_path)

    assert not has_salah(findings), said(findings)
    assert tree(cascade) == [
        "S1",
        "  5.03.02 PROGRAM KEPEGAWAIAN DAERAH",
        "    5.03.02.2.01 Pengadaan, Pemberhentian dan",
        "      5.03.02.2.01.0009 Perumusan Bahan Kebijakan Pe",
        "      5.03.02.2.01.0001 Perumusan Bahan Kebijakan Pe",
        "  5.03.01 PROGRAM PENUNJANG URUSAN PEM",
        "    5.03.01.2.06.0002 Penyediaan Peralatan dan Per",
    ]


def test_texts_and_unit_come_from_the_table_and_only_the_target_from_the_clerk(
    tmp_path: Path,
) -> None:
    node = list(read(tmp_path)[0].walk())[-1]

    assert str(node.sasaran) == "Tersedianya Peralatan dan Perlengkapan Kantor"
    assert [(str(one.teks), str(one.target.isian)) for one in node.indikator] == [
        ("Jumlah Paket Peralatan dan Perlengkapan Kantor yang Disediakan", "3 Paket")
    ]


def test_what_was_filled_in_was_not_typed(tmp_path: Path) -> None:
    node = list(read(tmp_path)[0].walk())[-1]

    assert node.nama is not None
    assert (node.nama.raw, node.nama.place.cell) == ("", "D5")


def test_what_was_filled_in_is_told_once_a_sheet_with_all_its_cells(tmp_path: Path) -> None:
    told = [one for one in read(tmp_path)[1] if one.rule.name == "isi-dari-nomenklatur"]

    assert [(one.place.sheet, one.facts["banyak"]) for one in told] == [
        ("Program", "2"),
        ("Sub Kegiatan", "13"),
    ]
    assert [len(one.edits) for one in told] == [2, 13]


def test_what_the_clerk_typed_stays(tmp_path: Path) -> None:
    own = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target | Kode Rekening     |
    | 5.03.01    | K1   | Sub Kegiatan | Beli | Ada     | Jumlah A  | 1 Unit | 5.03.01.2.06.0002 |
    """
    node = list(read(tmp_path, sub=own)[0].walk())[-1]

    assert (node.kode, str(node.nama), str(node.sasaran)) == ("K1", "Beli", "Ada")
    assert [str(one.teks) for one in node.indikator] == ["Jumlah A"]


def test_further_rows_of_a_code_are_further_indikator(tmp_path: Path) -> None:
    sub = """
    | Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan | Kode Rekening     |
    |            |      |       |      |         |           | 12     |        | 5.03.02.2.01.0009 |
    |            |      |       |      |         | Jumlah A  | 3      | Unit   |                   |
    |            |      |       |      |         | Jumlah B  | 4      | Unit   | 5.03.02.2.01.0009 |
    """
    cascade, _ = read(tmp_path, sub=sub)
    node = next(one for one in cascade.walk() if one.kode == "5.03.02.2.01.0009")

    official, *further = [str(one.teks) for one in node.indikator]
    assert official.startswith("Jumlah Dokumen Hasil Perumusan Bahan Kebijakan")
    assert further == ["Jumlah A", "Jumlah B"]


def test_an_official_indikator_that_the_clerk_typed_is_not_added_again(tmp_path: Path) -> None:
    sub = """
    | Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan | Kode Rekening     |
    |            |      |       |      |         | {resmi}   | 3      |        | 5.03.01.2.06.0002 |
    """
    resmi = "JUMLAH Paket Peralatan, dan Perlengkapan Kantor yang Disediakan"
    node = list(read(tmp_path, sub=sub.replace("{resmi}", resmi))[0].walk())[-1]

    targets = [(str(one.teks), str(one.target.isian)) for one in node.indikator]
    assert targets == [(resmi, "3 Paket")]


def test_a_code_on_a_further_row_is_that_of_the_kode_above(tmp_path: Path) -> None:
    sub = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target | Kode Rekening |
    | 5.03.02    | K1   | Sub Kegiatan | A    | Ada A   | Jumlah A  | 1 Unit |               |
    |            |      |              |      |         | Jumlah B  | 2 Unit | 5.03.02.2.01.0009 |
    """
    cascade, _ = read(tmp_path, sub=sub)

    assert [node.kode for node in cascade.walk()] == ["S1", "5.03.02", "K1", "5.03.01"]


def test_a_parent_that_two_programs_could_be_is_asked_for(tmp_path: Path) -> None:
    program = PROGRAM.replace("|      |", "| P1   |", 1).replace("|      |", "| P2   |", 1)
    program = program.replace("5.03.02 ", "5.03.01 ")
    sub = """
    | Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Kode Rekening     |
    |            |      |       |      |         |           | 3      | 5.03.01.2.06.0002 |
    """
    found = [one for one in read(tmp_path, program, sub)[1] if one.rule.name == "induk-kode-ganda"]

    assert [one.place.cell for one in found] == ["A2"]
    assert "P1 atau P2" in found[0].message


def test_a_program_that_is_not_there_is_asked_for_at_the_cell(tmp_path: Path) -> None:
    sub = """
    | Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Kode Rekening     |
    |            |      |       |      |         |           | 3      | 1.02.02.2.02.0001 |
    """
    found = [one for one in read(tmp_path, sub=sub)[1] if one.rule.name == "induk-tidak-ditemukan"]

    assert [one.place.cell for one in found] == ["A2"]
    assert '"1.02.02"' in found[0].message


@pytest.mark.parametrize("tahun", ["2022"])
def test_a_table_of_later_years_fills_nothing_in(tmp_path: Path, tahun: str) -> None:
    _, findings = read(tmp_path, tahun=tahun)

    assert "isi-dari-nomenklatur" not in [one.rule.name for one in findings]
    assert {one.rule.name for one in findings if one.place.sheet == "Program"} == {"isian-kosong"}
