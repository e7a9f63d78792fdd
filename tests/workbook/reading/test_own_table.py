"""nomenklatur.xlsx as the Ministry exports it, and files that only bear its name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.app.periksa import check
from generator.nomenklatur.butir import ButirNomenklatur, Pemda
from generator.workbook.reading.own_table import OWN_TABLE, read_own_table
from tests.support.outcomes import summary
from tests.support.paths import ROOT

HEADS = (
    *("NO", "JENIS PEMDA", "BIDANG", "PROGRAM", "KEGIATAN", "SUBKEGIATAN", "KINERJA"),
    *("INDIKATOR", "SATUAN", "STATUS", "SUBKEGIATAN SEBELUMNYA"),
)
BIDANG = "1.02 URUSAN PEMERINTAHAN BIDANG KESEHATAN"
PROGRAM = "1.02.02 PROGRAM UPAYA KESEHATAN"
KEGIATAN = "1.02.02.2.02 Penyediaan Layanan"
ROW = (
    *(1, "KAB/KOTA", BIDANG, PROGRAM, KEGIATAN, "1.02.02.2.02.0053 Pengambilan  Spesimen"),
    *("Terdistribusinya Spesimen", "Jumlah Spesimen", "Paket", "BARU", "1.02.02.2.02.0028 Lama"),
)


def write(folder: Path, *rows: tuple[object, ...]) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append([*row])
    workbook.save(folder / OWN_TABLE)
    return folder


def test_a_row_gives_the_sub_kegiatan_with_all_that_stands_above_it(tmp_path: Path) -> None:
    lines, findings = read_own_table(write(tmp_path, ("Lampiran",), HEADS, ROW))

    kabkot = Pemda.KABUPATEN_KOTA
    assert findings == []
    assert lines == (
        ButirNomenklatur(kabkot, "1.02", "URUSAN PEMERINTAHAN BIDANG KESEHATAN"),
        ButirNomenklatur(kabkot, "1.02.02", "PROGRAM UPAYA KESEHATAN"),
        ButirNomenklatur(kabkot, "1.02.02.2.02", "Penyediaan Layanan"),
        ButirNomenklatur(
            kabkot,
            "1.02.02.2.02.0053",
            "Pengambilan Spesimen",
            "Terdistribusinya Spesimen",
            "Jumlah Spesimen",
            "Paket",
            "1.02.02.2.02.0028 Lama",
        ),
    )


def test_lines_of_provinces_are_told_apart(tmp_path: Path) -> None:
    lines, _ = read_own_table(write(tmp_path, HEADS, (1, "PROVINSI", *ROW[2:])))

    assert {one.pemda for one in lines} == {Pemda.PROVINSI}


def test_a_folder_without_it_has_none(tmp_path: Path) -> None:
    assert read_own_table(tmp_path) == ((), [])


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (HEADS,),
        (("KEGIATAN", "PROGRAM"), ("A", "B")),
        (HEADS, (1, "KAB/KOTA", "Kesehatan", "Program", "Kegiatan", "Sub Kegiatan")),
        (HEADS, (1, 2, 3.5, 4, True, None)),
    ],
)
def test_a_file_without_codes_is_told_and_the_program_goes_on_with_its_own(
    tmp_path: Path, rows: tuple[tuple[object, ...], ...]
) -> None:
    lines, findings = read_own_table(write(tmp_path, *rows))

    assert lines == ()
    assert [one.rule.name for one in findings] == ["tabel-tanpa-kode"]


@pytest.mark.parametrize(
    ("content", "rule"),
    [(b"", "buku-kosong"), (b"bukan excel", "bukan-excel"), (b"PK\3\4rusak", "buku-rusak")],
)
def test_a_file_that_is_no_workbook_is_a_finding(tmp_path: Path, content: bytes, rule: str) -> None:
    (tmp_path / OWN_TABLE).write_bytes(content)

    assert [one.rule.name for one in read_own_table(tmp_path)[1]] == [rule]


def test_it_is_used_instead_of_the_tables_of_the_program_and_named_in_the_summary(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "kerja"
    shutil.copytree(ROOT / "input_templates" / "contoh-bersih", folder)
    write(folder, HEADS, ROW)

    outcome = check(folder)

    assert "Kode dan nama resmi: nomenklatur.xlsx di folder ini." in summary(outcome)
    told = [one.facts["tabel"] for one in outcome.findings if one.rule.name == "kode-tidak-ada"]
    assert set(told) == {"nomenklatur.xlsx di folder ini"}
    assert "buku-lain" not in {one.rule.name for one in outcome.findings}
