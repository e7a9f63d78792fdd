"""The books that `template` writes: what stands in them already makes a sound decree."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.app.berkas import Berkas, read_folder
from generator.app.template import write_templates
from generator.contoh.fill import BERSIH, contoh_books
from generator.findings.rule import Severity
from generator.schema.keputusan import IDENTITAS, KEPUTUSAN
from generator.schema.kinerja import ESELON
from generator.workbook.look import enter
from tests.support.outcomes import decree_of
from tests.support.sheets import said

IDENTITAS_KANTOR = {
    "Pemerintah": "PEMERINTAH KABUPATEN LEMBAH SAGARA",
    "Perangkat Daerah": "Dinas Kesehatan",
    "Nomor": "400.7/18/DINKES/2026",
    "Tahun": "2026",
    "Tempat": "Sagaramukti",
    "Tanggal": "5 Januari 2026",
    "Nama Penandatangan": "NAMA PEJABAT",
    "Nama Tanpa Gelar": "NAMA PEJABAT",
    "Gelar pada Nama": "Tidak",
    "Pangkat dan NIP": "Tidak",
}
"""What an office has to say of itself; texts that follow from it stand in the book already."""


def fill_keys(path: Path, keys: dict[str, str]) -> None:
    """Enter texts beside their keys, as a person would."""
    workbook = load_workbook(path)
    sheet = workbook[IDENTITAS.name]
    rows = {str(cell.value): cell.row for cell in sheet["A"]}
    for key, text in keys.items():
        enter(sheet, f"B{rows[key]}", text)
    workbook.save(path)


def filled(folder: Path, **changes: str) -> Berkas:
    """Return what is read of a folder from `template`, Identitas and cascade filled in."""
    write_templates(folder)
    fill_keys(folder / KEPUTUSAN.filename, IDENTITAS_KANTOR | changes)
    for book in ESELON:
        (folder / book.filename).write_bytes(contoh_books(BERSIH)[book.filename])
    return read_folder(folder)


def objections(read: Berkas) -> list[str]:
    return said(one for one in read.findings if one.severity is not Severity.CATATAN)


@pytest.mark.parametrize("lampiran", ["pohon", "matriks", "keduanya"])
def test_a_folder_from_template_gives_a_decree_to_which_nothing_is_objected(
    tmp_path: Path, lampiran: str
) -> None:
    read = filled(tmp_path, Lampiran=lampiran)

    assert objections(read) == []
    assert len(decree_of(read).mengingat) >= 10


def test_texts_that_stand_there_name_the_office_its_region_and_the_year(tmp_path: Path) -> None:
    decree = decree_of(filled(tmp_path))

    assert [line.text for line in decree.identitas.tentang] == [
        "PENETAPAN CASCADING DAN POHON KINERJA",
        "DINAS KESEHATAN KABUPATEN LEMBAH SAGARA",
        "TAHUN 2026",
    ]
    assert decree.menimbang[-1].text.endswith(
        "perlu menetapkan Keputusan Kepala Dinas Kesehatan tentang Penetapan Cascading dan Pohon "
        "Kinerja Dinas Kesehatan Kabupaten Lembah Sagara Tahun 2026;"
    )


def test_a_folder_with_nothing_filled_in_is_told_to_be_so(tmp_path: Path) -> None:
    write_templates(tmp_path)

    rules = {one.rule.name for one in read_folder(tmp_path).findings}
    keys = [
        one.facts["judul"]
        for one in read_folder(tmp_path).findings
        if one.rule.name == "identitas-kosong"
    ]
    assert "belum-diisi" in rules
    assert keys == ["Pemerintah", "Perangkat Daerah", "Tahun", "Tempat", "Nama Penandatangan"]


def enter_rows(path: Path, name: str, table: str) -> None:
    """Enter a table below the headings that it names."""
    workbook = load_workbook(path)
    sheet = workbook[name]
    letters = {str(cell.value): cell.coordinate.removesuffix("1") for cell in sheet[1]}
    heads, *rows = [[one.strip() for one in line.split("|")] for line in table.strip().split("\n")]
    for number, row in enumerate(rows, start=2):
        for head, text in zip(heads, row, strict=True):
            enter(sheet, f"{letters[head]}{number}", text or None)
    workbook.save(path)


CAMAT = """
Kode | Program | Sasaran Program | Indikator | Target | Satuan | Penanggung Jawab
P1 | Program Pelayanan Publik | Meningkatnya mutu pelayanan | Indeks Layanan | 88,5 | Poin | Camat
"""
SEKSI = """
Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan | Penanggung Jawab
P1 | K1 | Kegiatan | Koordinasi Pemerintahan | Meningkatnya tindak lanjut rapat | Persentase \
Kesepakatan yang Ditindaklanjuti | 90 | % | Kepala Seksi Pemerintahan
K1 | K1A | Sub Kegiatan | Peningkatan Kegiatan Pemerintahan | Meningkatnya kegiatan pemerintahan \
| Jumlah Laporan Kegiatan Pemerintahan | 12 | Laporan | Pengelola Pemerintahan
"""
SEKRETARIS_DAERAH = """
Kode Induk | Kode | Jenis | Sasaran | Indikator | Target | Satuan | Penanggung Jawab
 | S1 | Utama | MENINGKATNYA AKUNTABILITAS | Nilai SAKIP | 75 | Nilai | Sekretaris Daerah
S1 | S11 | Utama | MENINGKATNYA MUTU KEBIJAKAN | Indeks Kebijakan | 70 | Indeks | Asisten
"""


def test_a_kecamatan_has_no_book_of_eselon_ii_and_a_camat_on_eselon_iii(tmp_path: Path) -> None:
    write_templates(tmp_path, office="kecamatan")
    jabatan = "CAMAT CEMPAKA PUTIH"
    own = {
        "Perangkat Daerah": "Kecamatan Cempaka Putih",
        "Jabatan pada Judul": f"{jabatan}\nKABUPATEN LEMBAH SAGARA",
        "Jabatan Pembuka": f"{jabatan},",
        "Menetapkan": f"KEPUTUSAN {jabatan} TENTANG PENETAPAN CASCADING DAN POHON KINERJA "
        "{PERANGKAT_DAERAH} {PEMERINTAH} TAHUN {tahun}.",
        "Jabatan Penandatangan": f"{jabatan},",
    }
    fill_keys(tmp_path / KEPUTUSAN.filename, IDENTITAS_KANTOR | own)
    enter_rows(tmp_path / "eselon-3.xlsx", "Program", CAMAT)
    enter_rows(tmp_path / "eselon-4.xlsx", "Sub Kegiatan", SEKSI)

    read = read_folder(tmp_path)
    labels = {name: str(row.label) for name, row in read.cascade.jenjang.tingkat.items()}

    assert not (tmp_path / "eselon-2.xlsx").exists()
    assert objections(read) == []
    assert labels == {
        "Kepala Daerah": "BUPATI",
        "Program": "CAMAT (ESELON III)",
        "Kegiatan": "SEKRETARIAT DAN SEKSI (ESELON IV)",
        "Sub Kegiatan": "PELAKSANA",
    }
    assert decree_of(read).identitas.penanggung_jawab_di_kotak


def test_a_sekretariat_daerah_has_books_for_each_bagian_and_sasaran_below_sasaran(
    tmp_path: Path,
) -> None:
    write_templates(tmp_path, office="setda")
    enter_rows(tmp_path / "eselon-2.xlsx", "Sasaran", SEKRETARIS_DAERAH)

    tingkat = read_folder(tmp_path).cascade.jenjang.tingkat

    assert len([*tmp_path.glob("eselon-3 bagian *.xlsx")]) == 3
    assert len([*tmp_path.glob("eselon-4 bagian *.xlsx")]) == 3
    assert str(tingkat["Sasaran Utama"].label) == "SEKRETARIS DAERAH"
    assert str(tingkat["Sasaran Utama 2"].label) == "ASISTEN"
    (top,) = read_folder(tmp_path).cascade.akar
    assert [one.kedalaman for one in top.anak] == [2]


def test_a_tujuan_stands_above_the_sasaran(tmp_path: Path) -> None:
    write_templates(tmp_path, office="dengan-tujuan")

    tingkat = read_folder(tmp_path).cascade.jenjang.tingkat

    assert str(tingkat["Sasaran Utama"].label) == "TUJUAN"
    assert str(tingkat["Sasaran Utama 2"].judul_kotak) == "SASARAN {nomor}"


def test_a_uptd_begins_with_its_head(tmp_path: Path) -> None:
    write_templates(tmp_path, office="uptd")

    tingkat = read_folder(tmp_path).cascade.jenjang.tingkat

    assert str(tingkat["Program"].label) == "KEPALA UPTD"
    assert "Sasaran Utama" not in tingkat
