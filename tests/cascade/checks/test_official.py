"""Official wording is not the clerk's: nothing is said of it, nothing edits it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cascade.checks.checked import cells, check

PROGRAM = """
    | Kode Induk | Kode | Program                    | Sasaran Program | Indikator | Target   |
    | S1         | P1   | Program Kepegawaian Daerah | Meningkatnya B  | Nilai B   | 80 Nilai |
"""
HEAD = (
    "| Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan | Kode Rekening |"
)
ROW = (
    "| P1 | {k} | Sub Kegiatan | {nama} | {sasaran} | {indikator} | {target} | {satuan} | {kode} |"
)
KARIR = {
    "nama": "Fasilitasi Pengembangan Karir dalam Jabatan Fungsional",
    "sasaran": "Meningkatnya Karir ASN Jabatan fungsional",
    "indikator": "Jumlah ASN Jabatan Fungsional yang Mendapatkan Layanan Pengembangan Karir",
    "target": "12",
    "satuan": "Orang",
    "kode": "5.03.02.2.03.0014",
}


def sheet(*rows: dict[str, str]) -> str:
    lines = [ROW.format(k=f"K{nth}", **(KARIR | one)) for nth, one in enumerate(rows, 1)]
    return "\n".join([HEAD, *lines])


def found(folder: Path, sub: str, rule: str, tahun: str = "2025") -> list[str]:
    books = {"eselon-3": {"Program": PROGRAM}, "eselon-4": {"Sub Kegiatan": sub}}
    return cells(check(folder, books, tahun), rule)


def test_a_misprint_of_the_table_is_not_told_where_the_code_is_given(tmp_path: Path) -> None:
    assert found(tmp_path, sheet({}), "salah-eja") == []


@pytest.mark.parametrize("tahun", ["2022", "2025"])
def test_nor_where_the_name_alone_is_official_in_the_bidang(tmp_path: Path, tahun: str) -> None:
    assert found(tmp_path, sheet({"kode": ""}), "salah-eja", tahun) == []


def test_the_same_word_in_a_cell_of_the_clerk_is_told(tmp_path: Path) -> None:
    own = sheet({"sasaran": "Meningkatnya Karir Pegawai"})
    assert found(tmp_path, own, "salah-eja") == ["eselon-4 E2"]


def test_the_words_of_one_line_are_official_in_that_line_only(tmp_path: Path) -> None:
    other = sheet({"kode": "5.03.02.2.02.0003", "nama": "Pengelolaan Promosi ASN"})
    assert found(tmp_path, other, "salah-eja") == ["eselon-4 E2", "eselon-4 F2"]


def test_a_sasaran_that_is_official_wherever_it_stands_is_not_told(tmp_path: Path) -> None:
    twice = sheet({}, {"indikator": "Jumlah Lain"})
    assert found(tmp_path, twice, "sasaran-berulang-seinduk") == []


def test_a_sasaran_that_the_clerk_copied_from_the_table_is_told(tmp_path: Path) -> None:
    copied = sheet({}, {"nama": "Pengelolaan Karier", "kode": "", "indikator": "Jumlah Lain"})
    assert found(tmp_path, copied, "sasaran-berulang-seinduk") == ["eselon-4 E2"]


def test_the_unit_of_the_table_goes_with_its_indikator(tmp_path: Path) -> None:
    counted_in_time = {
        "nama": "Penyediaan Gaji dan Tunjangan ASN",
        "sasaran": "Tersedianya Gaji dan Tunjangan ASN",
        "indikator": "Jumlah Orang yang Menerima Gaji dan Tunjangan ASN",
        "satuan": "Bulan",
        "kode": "5.03.01.2.02.0001",
    }
    rule = "dihitung-dengan-waktu"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert found(tmp_path / "a", sheet(counted_in_time), rule) == ["eselon-4 G2"]
    official = counted_in_time | {"satuan": "Orang/bulan"}
    assert found(tmp_path / "b", sheet(official), rule) == []


def test_what_is_not_about_wording_is_told_of_official_words_too(tmp_path: Path) -> None:
    bare = sheet({"satuan": ""})
    assert found(tmp_path, bare, "satuan-kosong") == ["eselon-4 G2"]
