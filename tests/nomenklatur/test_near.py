"""Names that are nearly official, and those that only look so."""

from __future__ import annotations

import pytest

from generator.nomenklatur.kode import JenisKode
from generator.nomenklatur.near import in_case_of, near_name
from generator.nomenklatur.tables import nomenklatur_for

OFFICE = nomenklatur_for("2025", "Kabupaten Lembah Sagara").office("5.03")


def near(nama: str, jenis: JenisKode = JenisKode.SUB_KEGIATAN) -> str | None:
    found = near_name(nama, jenis, OFFICE)
    return found.nama if found else None


@pytest.mark.parametrize(
    ("nama", "resmi"),
    [
        (
            "Penyediaan Peralatan dan Pelelangan Kantor",
            "Penyediaan Peralatan dan Perlengkapan Kantor",
        ),
        ("Penyediaan Barang Cetak dan Penggandaan", "Penyediaan Barang Cetakan dan Penggandaan"),
        (
            "Koordinasi dan Penyusunan Laporan Keuangan Bulanan/ Triwulan/ Semesteran SKPD",
            "Koordinasi dan Penyusunan Laporan Keuangan Bulanan/ Triwulanan/ Semesteran SKPD",
        ),
        ("Pengeloaan Promosi ASN", "Pengelolaan Promosi ASN"),
    ],
)
def test_one_wrong_word_leads_to_the_official_name(nama: str, resmi: str) -> None:
    assert near(nama) == resmi


def test_a_program_leads_to_a_program() -> None:
    nama = "Program Penunjang Urusan Pemerintah Daerah Kabupaten/ Kota"
    assert near(nama, JenisKode.PROGRAM) == (
        "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"
    )
    assert near(nama) is None


@pytest.mark.parametrize(
    "nama",
    [
        "Penyediaan Peralatan dan Perlengkapan Kantor",
        "PENYEDIAAN PERALATAN, DAN PERLENGKAPAN KANTOR",
        "Pengelolaan Parkir Kantor",
        "Pengelolaan",
    ],
)
def test_an_official_name_is_no_slip_nor_is_one_of_its_own(nama: str) -> None:
    assert near(nama) is None


def test_a_misprint_of_the_table_is_not_to_be_copied() -> None:
    assert "pengeloaan administrasi diklat dan sertifikasi asn" in OFFICE.by_name
    assert near("Pengelolaan Administrasi Diklat dan Sertifikasi ASN") is None


def test_the_cure_keeps_the_capitals_of_the_name() -> None:
    assert in_case_of("PENYEDIAAN BARANG CETAK", "Penyediaan Barang Cetakan") == (
        "PENYEDIAAN BARANG CETAKAN"
    )
