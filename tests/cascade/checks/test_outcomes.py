"""What an evaluator looks for: outcomes at the top, measures that measure, units that fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cascade.checks.checked import check

RULES = {
    "proses-di-eselon-dua",
    "keluaran-di-eselon-dua",
    "indikator-tanpa-ukuran",
    "sasaran-berupa-indikator",
    "benda-beda-satuan",
    "formulasi-bukan-cara-hitung",
}


def of_office(folder: Path, sasaran: str, indikator: str) -> list[str]:
    """Check a sasaran of Eselon II; return the rules of this module."""
    table = f"""
    | Kode | Jenis | Sasaran   | Indikator   | Target | Satuan |
    | S1   | Utama | {sasaran} | {indikator} | 80     | %      |
    """
    findings = check(folder, {"eselon-2": {"Sasaran": table}})
    return [one.rule.name for one in findings if one.rule.name in RULES]


def of_program(
    folder: Path,
    *,
    sasaran: str = "Meningkatnya mutu",
    indikator: str = "Jumlah Desa Binaan",
    satuan: str = "Desa",
    formulasi: str = "",
) -> list[str]:
    """Check a program; return the rules of this module."""
    table = f"""
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Satuan | Formulasi |
    | S1 | P1 | Program A | {sasaran} | {indikator} | 12 | {satuan} | {formulasi} |
    """
    findings = check(folder, {"eselon-3": {"Program": table}})
    return [one.rule.name for one in findings if one.rule.name in RULES]


@pytest.mark.parametrize(
    ("sasaran", "indikator", "rules"),
    [
        ("TERLAKSANANYA SOSIALISASI", "Persentase Warga yang Paham", ["proses-di-eselon-dua"]),
        ("Terselenggaranya kegiatan pelatihan ASN", "Indeks ASN", ["proses-di-eselon-dua"]),
        ("Meningkatnya mutu", "Jumlah Rapat Koordinasi", ["proses-di-eselon-dua"]),
        ("Tersusunnya dokumen rencana", "Persentase Rencana", ["keluaran-di-eselon-dua"]),
        ("Meningkatnya mutu", "Jumlah Dokumen Rencana", ["keluaran-di-eselon-dua"]),
        ("Terselenggaranya pemerintahan berbasis elektronik", "Indeks SPBE", []),
        ("Tersusunlah mutu", "Jumlah Kunjungan Wisatawan", []),
    ],
)
def test_what_is_done_is_no_outcome_of_an_office(
    tmp_path: Path, sasaran: str, indikator: str, rules: list[str]
) -> None:
    assert of_office(tmp_path, sasaran, indikator) == rules


def test_a_program_may_well_hold_meetings(tmp_path: Path) -> None:
    sasaran, indikator = "Terlaksananya sosialisasi", "Jumlah Rapat"
    assert of_program(tmp_path, sasaran=sasaran, indikator=indikator, satuan="Kali") == []


@pytest.mark.parametrize(
    ("indikator", "is_told"),
    [
        ("Tersedianya Data Desa", True),
        ("MENINGKATNYA Mutu Desa", True),
        ("Optimalnya Layanan Desa", True),
        ("Banyaknya Desa", False),
        ("Lamanya Layanan", False),
        ("Persentase Meningkatnya Desa", False),
    ],
)
def test_an_indikator_says_what_is_measured(tmp_path: Path, indikator: str, is_told: bool) -> None:
    rules = of_program(tmp_path, indikator=indikator)
    assert rules == (["indikator-tanpa-ukuran"] if is_told else [])


@pytest.mark.parametrize(
    ("sasaran", "is_told"),
    [
        ("Persentase Desa Mandiri", True),
        ("INDEKS Kepuasan Masyarakat", True),
        ("Jumlah Desa Binaan", False),
        ("Meningkatnya Persentase Desa Mandiri", False),
        ("Jumlahnya mutu", False),
    ],
)
def test_a_sasaran_is_no_measure(tmp_path: Path, sasaran: str, is_told: bool) -> None:
    """One that repeats its indikator ("Jumlah Desa Binaan") is told as that."""
    rules = of_program(tmp_path, sasaran=sasaran)
    assert rules == (["sasaran-berupa-indikator"] if is_told else [])


@pytest.mark.parametrize(
    ("indikator", "satuan", "is_told"),
    [
        ("Jumlah Laporan Keuangan", "Paket", True),
        ("Jumlah Orang yang Dilatih", "Dokumen", True),
        ("Jumlah Paket Alat Tulis", "Orang", True),
        ("Jumlah Laporan Keuangan", "Dokumen", False),
        ("Jumlah Dokumen dan Laporan", "Laporan", False),
        ("Jumlah Laporan Pengadaan Paket Sembako", "Paket", False),
        ("Jumlah Orang yang Menerima Gaji", "Orang/Bulan", False),
        ("Jumlah Unit Kerja yang Dibina", "Orang", False),
        ("Jumlah Laporan Keuangan", "Kali", False),
        ("Persentase Laporan", "Paket", False),
    ],
)
def test_a_unit_is_what_is_counted(
    tmp_path: Path, indikator: str, satuan: str, is_told: bool
) -> None:
    rules = of_program(tmp_path, indikator=indikator, satuan=satuan)
    assert rules == (["benda-beda-satuan"] if is_told else [])


@pytest.mark.parametrize(
    ("formulasi", "is_told"),
    [
        ("lihat laporan", True),
        ("Terlampir", True),
        ("sesuai data aplikasi", True),
        ("Desa binaan dibagi seluruh desa", False),
        ("Sesuai laporan: desa binaan / seluruh desa x 100%", False),
        ("Jumlah desa binaan", False),
        ("Penjumlahan desa yang dibina", False),
    ],
)
def test_a_formula_reckons(tmp_path: Path, formulasi: str, is_told: bool) -> None:
    rules = of_program(tmp_path, formulasi=formulasi)
    assert rules == (["formulasi-bukan-cara-hitung"] if is_told else [])
