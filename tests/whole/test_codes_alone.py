"""A folder that gives codes and targets alone: printed, written into the cells, brought back."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.app.berkas import read_folder
from generator.app.buat import make
from generator.app.periksa import check
from generator.app.template import write_templates
from generator.app.usulan_balik import bring_back
from generator.findings.rule import Severity
from tests.support.official_books import Cells, write_rows
from tests.support.sheets import said
from tests.support.word_edits import replace_text
from tests.support.word_text import lines, open_word

KODE = "5.03.01.2.06.0002"
NAMA = "Penyediaan Peralatan dan Perlengkapan Kantor"
INDIKATOR = "Jumlah Paket Peralatan dan Perlengkapan Kantor yang Disediakan"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sasaran = {
        "Kode": "S1",
        "Jenis": "Utama",
        "Sasaran": "MENINGKATNYA MUTU PELAYANAN",
        "Indikator": "Indeks Kepuasan Masyarakat",
        "Target": 86,
        "Satuan": "Indeks",
    }
    program = {
        "Kode Induk": "S1",
        "Kode Rekening": "5.03.01",
        "Target": 80,
        "Satuan": "Nilai",
        "Sasaran Program": "Meningkatnya mutu layanan kantor",
        "Indikator": "Nilai Layanan",
    }
    codes: list[Cells] = [{"Kode Rekening": "5.03.01.2.06"}]
    codes += [{"Kode Rekening": f"{KODE} – {NAMA}", "Target": 3}]
    return write_rows(tmp_path / "kerja", {}, [sasaran], [program], codes)


def test_a_chosen_code_and_a_target_print_a_whole_sub_kegiatan(
    folder: Path, tmp_path: Path
) -> None:
    outcome = make(folder, tmp_path / "hasil")

    assert outcome.exit_code == 0, said(outcome.findings)
    printed = " ".join(lines(open_word(next((tmp_path / "hasil").glob("*.docx")))))
    assert NAMA in printed
    assert f"{INDIKATOR} 3 Paket" in printed


def test_the_proposed_copy_says_in_its_cells_what_the_table_says(folder: Path) -> None:
    check(folder, usulkan=True)

    copy = load_workbook(folder / "hasil-periksa" / "eselon-4 (usulan).xlsx")
    sheet: Any = copy["Sub Kegiatan"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    row = {head: sheet.cell(3, column).value for head, column in heads.items()}
    assert (row["Nama"], row["Indikator"], row["Satuan"]) == (NAMA, INDIKATOR, "Paket")
    assert (row["Kode"], row["Kode Induk"]) == (None, None)


def test_a_copy_with_new_choices_says_it_too(folder: Path) -> None:
    write_templates(folder, bidang=["5.03"])

    copy = load_workbook(folder / "hasil-periksa" / "eselon-4 (daftar baru).xlsx")
    sheet: Any = copy["Sub Kegiatan"]
    assert [cell.value for cell in sheet["D"]][1:3] == ["Administrasi Umum Perangkat Daerah", NAMA]


def test_after_the_copy_took_the_place_of_the_book_nothing_is_filled_in_any_more(
    folder: Path,
) -> None:
    before = [node.nama for node in _tree(folder)]
    check(folder, usulkan=True)
    for name in ("eselon-3", "eselon-4"):
        shutil.move(folder / "hasil-periksa" / f"{name} (usulan).xlsx", folder / f"{name}.xlsx")

    outcome = check(folder)

    assert "isi-dari-nomenklatur" not in {one.rule.name for one in outcome.findings}
    assert [str(name) for name in before] == [str(node.nama) for node in _tree(folder)]
    assert [one for one in outcome.findings if one.severity is Severity.SALAH] == []


def test_an_edit_of_what_was_filled_in_goes_into_the_empty_cell(
    folder: Path, tmp_path: Path
) -> None:
    make(folder, tmp_path / "hasil")
    (decree,) = (tmp_path / "hasil").glob("*.docx")
    replace_text(decree, NAMA, "Penyediaan Alat Kantor")

    (one,) = [
        one for one in bring_back(decree, folder).findings if one.place.sheet == "Sub Kegiatan"
    ]

    assert one.place.cell == "D3"
    assert [getattr(edit, "new", "") for edit in one.edits] == ["Penyediaan Alat Kantor"]


def _tree(folder: Path) -> list[Any]:
    return list(read_folder(folder).cascade.walk())
