"""Codes and names of the books against the official table of their year."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings.finding import Diagnostic
from generator.findings.pieces import proposals
from tests.cascade.checks.checked import cells, check

PROGRAM = """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Satuan | Kode Rekening |
    | S1         | P1   | {nama}  | Meningkatnya B  | Nilai B   | 80     | Nilai  | {kode}        |
"""
SUB = """
    | Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan | Kode Rekening |
    | P1 | K1 | {jenis} | {nama} | Tersedianya Peralatan | {indikator} | 12 | {satuan} | {kode} |
"""
INDIKATOR = "Jumlah Paket Peralatan dan Perlengkapan Kantor yang Disediakan"


def program(
    nama: str = "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", kode: str = "5.03.01"
) -> str:
    return PROGRAM.format(nama=nama, kode=kode)


def sub(
    nama: str = "Penyediaan Peralatan dan Perlengkapan Kantor",
    kode: str = "5.03.01.2.06.0002",
    jenis: str = "Sub Kegiatan",
    indikator: str = INDIKATOR,
    satuan: str = "Paket",
) -> str:
    return SUB.format(nama=nama, kode=kode, jenis=jenis, indikator=indikator, satuan=satuan)


def found(folder: Path, program: str, sub: str, tahun: str = "2025") -> list[Diagnostic]:
    books = {"eselon-3": {"Program": program}, "eselon-4": {"Sub Kegiatan": sub}}
    return [one for one in check(folder, books, tahun) if one.rule.code.startswith("NOM-")]


def test_what_the_table_says_gives_no_finding(tmp_path: Path) -> None:
    assert found(tmp_path, program(), sub()) == []


def test_capitals_punctuation_and_old_short_codes_are_all_the_same(tmp_path: Path) -> None:
    shouted = sub("PENYEDIAAN PERALATAN, DAN PERLENGKAPAN KANTOR", "5.03.01.2.06.02")
    assert found(tmp_path, program(), shouted) == []


@pytest.mark.parametrize("kode", ["5.03.01.2.06.9999", "5.1.02.01.01.0024", "abc"])
def test_a_code_that_the_table_lacks_is_told_at_its_cell(tmp_path: Path, kode: str) -> None:
    assert cells(found(tmp_path, program(), sub(kode=kode)), "kode-tidak-ada") == ["eselon-4 I2"]


def test_a_replaced_code_names_its_successor_and_becomes_it(tmp_path: Path) -> None:
    old = sub("Deteksi Dini", "1.02.02.2.02.0028")
    (one,) = found(tmp_path, program("Program A", ""), old, "2027")
    assert one.rule.name == "kode-diganti"
    assert "1.02.02.2.02.0053 (Pengambilan" in one.message
    ((_, old_code, new),) = proposals([one])[0]
    assert (old_code, new) == ("1.02.02.2.02.0028", "1.02.02.2.02.0053")


def test_with_a_replaced_code_its_former_official_name_becomes_the_new_one(tmp_path: Path) -> None:
    nama = "Deteksi Dini Penyalahgunaan NAPZA di Fasyankes dan Sekolah"
    old = sub(nama, "1.02.02.2.02.0027")
    (one,) = found(tmp_path, program("Program A", ""), old, "2027")
    assert {edit.place.cell for edit in one.edits} == {"D2", "I2"}


def test_a_wrong_code_of_an_official_name_becomes_its_code(tmp_path: Path) -> None:
    wrong = sub(kode="5.03.01.2.06.9999")
    (one,) = found(tmp_path, program(), wrong)
    assert "Nama itu berkode 5.03.01.2.06.0002." in one.message
    assert [piece[1:] for piece in proposals([one])[0]] == [
        ("5.03.01.2.06.9999", "5.03.01.2.06.0002")
    ]


def test_a_name_that_is_a_slip_of_that_of_its_code_is_cured(tmp_path: Path) -> None:
    slip = sub("Penyediaan Peralatan dan Pelelangan Kantor")
    (one,) = found(tmp_path, program(), slip)
    assert one.rule.name == "nama-lain-dari-kode"
    assert [piece[1:] for piece in proposals([one])[0]] == [("Pelelangan", "Perlengkapan")]


def test_a_name_of_another_code_names_that_code_and_changes_nothing(tmp_path: Path) -> None:
    other = sub("Penyediaan Barang Cetakan dan Penggandaan")
    (one,) = found(tmp_path, program(), other)
    assert "Nama itu berkode 5.03.01.2.06.0005." in one.message
    assert one.edits == ()


def test_a_program_name_keeps_the_capitals_of_the_book(tmp_path: Path) -> None:
    slip = program("Program Penunjang Urusan Pemerintah Daerah Kabupaten/Kota")
    (one,) = found(tmp_path, slip, sub())
    assert '"Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota"' in one.message


def test_a_code_of_another_level_is_told(tmp_path: Path) -> None:
    findings = found(tmp_path, program(), sub("Administrasi Umum", "5.03.01.2.06"))
    assert cells(findings, "jenis-lain-dari-kode") == ["eselon-4 I2"]


def test_a_code_that_belongs_under_another_program_is_told(tmp_path: Path) -> None:
    findings = found(tmp_path, program("Program Kepegawaian Daerah", "5.03.02"), sub())
    assert [one.rule.name for one in findings] == ["induk-lain-dari-kode"]
    assert [one.message for one in findings] == [
        "Kode 5.03.01.2.06.0002 berada di bawah 5.03.01, sedangkan induknya di sini berkode "
        "5.03.02."
    ]


def test_an_indikator_of_its_own_is_a_catatan_with_the_official_one(tmp_path: Path) -> None:
    (one,) = found(tmp_path, program(), sub(indikator="Jumlah Meja yang Dibeli"))
    assert (one.rule.name, one.severity.value) == ("indikator-lain-dari-kode", "Catatan")
    assert f'"{INDIKATOR}" (Paket)' in one.message


def test_another_unit_of_the_official_indikator_is_told(tmp_path: Path) -> None:
    findings = found(tmp_path, program(), sub(satuan="Bulan"))
    assert cells(findings, "satuan-lain-dari-kode") == ["eselon-4 H2"]


def test_without_a_code_a_slip_of_an_official_name_is_told_in_the_bidang(tmp_path: Path) -> None:
    slip = sub("Penyediaan Barang Cetak dan Penggandaan", kode="")
    (one,) = found(tmp_path, program(), slip)
    assert one.rule.name == "nama-hampir-resmi"
    assert [piece[1:] for piece in proposals([one])[0]] == [("Cetak", "Cetakan")]


def test_the_bidang_follows_from_an_official_program_where_no_code_is_given(tmp_path: Path) -> None:
    slip = sub("Pengelolaan Promosi AS", kode="")
    (one,) = found(tmp_path, program("Program Kepegawaian Daerah", ""), slip)
    assert "5.03.02.2.02" in one.message


def test_an_office_of_no_known_bidang_is_left_alone(tmp_path: Path) -> None:
    slip = sub("Penyediaan Barang Cetak dan Penggandaan", kode="")
    assert found(tmp_path, program("Program A", ""), slip) == []


def test_a_decree_older_than_the_tables_meets_their_names_as_catatan_only(tmp_path: Path) -> None:
    slip = sub("Penyediaan Barang Cetak dan Penggandaan", kode="5.03.01.2.06.99")
    (one,) = found(tmp_path, program(), slip, "2022")
    assert (one.rule.name, one.severity.value) == ("nama-hampir-resmi-kemudian", "Catatan")
    assert one.edits == ()


def several(*rows: tuple[str, str]) -> str:
    head, *_ = SUB.strip().split("\n")
    line = "| P1 | K{n} | Sub Kegiatan | {nama} | Ada {n} | Jumlah {n} | 12 | Unit | {kode} |"
    lines = [line.format(n=n, nama=nama, kode=kode) for n, (nama, kode) in enumerate(rows, 1)]
    return "\n".join([head, *lines])


def test_a_sheet_of_codes_from_another_table_is_told_once(tmp_path: Path) -> None:
    rows = [(f"Nama {n}", f"5.1.02.01.01.000{n}") for n in range(1, 7)]
    (one,) = found(tmp_path, program("Program A", ""), several(*rows))
    assert (one.rule.name, one.place.cell, len(one.related)) == ("kode-tidak-ada", "I2", 5)


def test_codes_that_all_belong_under_one_other_program_are_told_once(tmp_path: Path) -> None:
    rows = [
        ("Penyediaan Peralatan dan Perlengkapan Kantor", "5.03.01.2.06.0002"),
        ("Penyediaan Barang Cetakan dan Penggandaan", "5.03.01.2.06.0005"),
    ]
    findings = found(tmp_path, program("Program Kepegawaian Daerah", "5.03.02"), several(*rows))
    (one,) = [one for one in findings if one.rule.name == "induk-lain-dari-kode"]
    assert [place.cell for place in (one.place, *one.related)] == ["I2", "I3"]
