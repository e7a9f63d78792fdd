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
