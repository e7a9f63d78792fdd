"""Wording: spelling, other years, activities as sasaran, several things in one indikator."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings.cures import Edit
from generator.findings.pieces import proposals
from tests.cascade.checks.checked import cells, check
from tests.support.sheets import JENJANG


def worded(
    folder: Path, *, sasaran: str = "Meningkatnya B", indikator: str = "Jumlah B"
) -> list[str]:
    """Check a program of these words; return the rules that speak of its texts."""
    table = f"""
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator   | Target | Satuan |
    | S1         | P1   | Program A | {sasaran}       | {indikator} | 1      | Orang  |
    """
    rules = ("salah-eja", "tahun-lain", "sasaran-berupa-kegiatan", "indikator-gabungan")
    findings = check(folder, {"eselon-3": {"Program": table}})
    return [one.rule.name for one in findings if one.rule.name in rules]


@pytest.mark.parametrize(
    "sasaran",
    [
        *("Melaksanakan pelatihan", "MENINGKATKAN KUALITAS", "Menyusun dokumen"),
        *(
            "Melayani masyarakat",
            "Melaksanakan, membina, dan mengawasi",
            "Menyusun/memutakhirkan data",
        ),
        *("Melaksanakan\\npelatihan", "Membina; mengawasi"),
    ],
)
def test_a_sasaran_that_begins_with_an_activity_is_found(tmp_path: Path, sasaran: str) -> None:
    assert worded(tmp_path, sasaran=sasaran) == ["sasaran-berupa-kegiatan"]


@pytest.mark.parametrize(
    "sasaran",
    [
        "Meningkatnya kualitas",
        "MENURUNNYA KEMISKINAN",
        "Mekanisme pelayanan",
        "Media informasi",
        "Tersusunnya dokumen",
        "Memadainya sarana",
        "Terlaksananya, terbinanya, dan terawasinya pelatihan",
    ],
)
def test_a_sasaran_that_states_a_result_is_well(tmp_path: Path, sasaran: str) -> None:
    assert worded(tmp_path, sasaran=sasaran) == []


@pytest.mark.parametrize(
    "indikator",
    [
        "Persentase Kualitas Pelayanan, akuntabilitas Kinerja, Pengelolaan Keuangan dan Aset",
        "Indeks kepuasan masyarakat, tertib administrasi, dan disiplin aparatur",
        "Persentase A dan persentase B",
        "Nilai SAKIP, indeks RB",
        "Jumlah A; jumlah B",
        "Persentase A dan jumlah B",
        "Persentase pelayanan yang tuntas dan Jumlah pengaduan",
        "Nilai SAKIP serta jumlah inovasi",
        "Indeks RB, jumlah inovasi",
    ],
)
def test_several_things_in_one_indikator_are_found(tmp_path: Path, indikator: str) -> None:
    assert worded(tmp_path, indikator=indikator) == ["indikator-gabungan"]


@pytest.mark.parametrize(
    "indikator",
    [
        "Jumlah Dokumen RENSTRA, RENJA, RKA dan DPA",
        "Jumlah Laporan Hasil Pemantauan, Evaluasi Kinerja, dan Pengendalian Program",
        "Jumlah dokumen Rencana Kebutuhan, Jenis dan Jumlah Jabatan",
        "Persentase pemenuhan kebutuhan listrik, air dan telepon",
        "Persentase dokumen yang lengkap, benar isinya, dan tepat waktu",
        "Persentase anak telantar, lanjut usia telantar, dan tuna sosial yang dibantu",
        "Persentase kesesuaian data pegawai dan jumlah formasi",
        "Persentase pemenuhan obat menurut jenis dan jumlah",
        "Persentase ketersediaan jenis, jumlah, dan mutu obat",
        "Persentase desa yang melaporkan aset dan jumlah penduduk",
        "Jumlah laporan dan jumlah dokumen",
        "Persentase ASN yang mengikuti Diklat Teknis dan Fungsional",
        "Persentase jalan kabupaten (mantap, rusak ringan, dan rusak berat)",
    ],
)
def test_one_thing_with_a_list_in_it_is_well(tmp_path: Path, indikator: str) -> None:
    assert worded(tmp_path, indikator=indikator) == []


@pytest.mark.parametrize(
    "text",
    ["Jumlah dokumen Tahun 2021", "Jumlah peserta tahun 2023", "Jumlah laporan tahun 2019"],
)
def test_a_text_that_names_another_year_is_found(tmp_path: Path, text: str) -> None:
    assert worded(tmp_path, indikator=text) == ["tahun-lain"]


@pytest.mark.parametrize(
    "text",
    [
        "Jumlah dokumen Tahun 2022",
        "Jumlah dokumen Tahun {tahun}",
        "Jumlah indikator RPJMD 2021-2026",
        "Jumlah indikator RPJMD 2021 – 2026",
        "Jumlah laporan kinerja Tahun 2021",
        "Jumlah dokumen rencana kerja Tahun 2023",
        "Jumlah kegiatan menurut Perda Nomor 6 Tahun 2018",
        "Jumlah sekolah binaan sejak 2020",
        "Jumlah langkah menuju Indonesia Emas 2045",
        "Jumlah sertifikat ISO 2001/2022",
    ],
)
def test_a_year_that_belongs_there_is_well(tmp_path: Path, text: str) -> None:
    assert worded(tmp_path, indikator=text) == []


def test_without_a_known_year_no_year_is_strange(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator                 | Target  |
    | S1         | P1   | Program A | Meningkatnya B  | Jumlah dokumen Tahun 2021 | 1 Orang |
    """
    findings = check(tmp_path, {"eselon-3": {"Program": table}}, tahun="2022/2023")
    assert cells(findings, "tahun-lain") == []


QUOTED = """
| Kode Induk         | Kode | Jenis        | Nama          | Sasaran      | Indikator | Target  |
| P1                 | K1   | Kegiatan     | Jalan/ Gedung |              |           |         |
| K1 – Jalan/ Gedung | K2   | Sub Kegiatan | Perbaikan     | Terwujudnya C | Jumlah C | 1 Orang |
"""


def test_a_slip_is_cured_where_it_stands_and_where_it_is_quoted(tmp_path: Path) -> None:
    jenjang = JENJANG + "    | Kegiatan      | ESELON IV  |                  | I | T |"
    books = {"keputusan": {"Jenjang": jenjang}, "eselon-4": {"Sub Kegiatan": QUOTED}}
    (found,) = (one for one in check(tmp_path, books) if one.rule.name == "salah-eja")
    assert f"{found.message} {found.cure}" == 'Tertulis "Jalan/ Gedung". Tulis "Jalan/Gedung".'
    assert [(place.cell, old, new) for place, old, new in proposals([found])[0]] == [
        ("D2", "Jalan/ Gedung", "Jalan/Gedung"),
        ("A3", "Jalan/ Gedung", "Jalan/Gedung"),
    ]


def test_a_slip_is_sought_in_what_was_typed(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program   | Sasaran Program          | Indikator | Target  |
    | S1         | P1   | Program A | Terlaksanya B di  {tahun} | Jumlah B  | 1 Orang |
    """
    first, second = (
        one
        for one in check(tmp_path, {"eselon-3": {"Program": table}})
        if one.rule.name == "salah-eja"
    )
    typed = "Terlaksanya B di  {tahun}"
    assert first.edits == (Edit(first.place, 0, 11, "Terlaksananya", typed),)
    assert second.edits == (Edit(second.place, 16, 18, " ", typed),)


def test_a_merged_cell_is_one_finding(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program    | Sasaran Program | Indikator | Target  |
    | S1         | P1   | Jalan/ Got | Meningkatnya B  | Jumlah B  | 1 Orang |
    | S1         | P2   | ^          | Meningkatnya E  | Jumlah E  | 1 Orang |
    """
    assert cells(check(tmp_path, {"eselon-3": {"Program": table}}), "salah-eja") == ["eselon-3 C2"]
