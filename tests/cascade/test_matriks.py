"""The cascade as a workbook."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.app.buat import make
from generator.app.outcome import DONE
from generator.cascade.matriks import A3, matrix_workbook
from tests.contoh.test_contoh_bersih import cascade, nodes
from tests.support.perjanjian import with_officials
from tests.support.soffice import convert

NAME = "Matriks Cascading 2024 Dinas Kesehatan.xlsx"


@cache
def sheet(name: str) -> Worksheet:
    return matrix_workbook(cascade(), "Matriks")[name]


def column(heading: str) -> list[object]:
    heads = [cell.value for cell in sheet("Data")[1]]
    return [row[heads.index(heading)].value for row in sheet("Data").iter_rows(min_row=2)]


def test_data_have_a_row_for_each_indikator_and_nothing_is_merged() -> None:
    assert len(column("Indikator")) == sum(len(one.indikator) for one in nodes())
    assert not sheet("Data").merged_cells.ranges
    assert sheet("Data").auto_filter.ref == f"A1:M{len(column('Kode')) + 1}"


def test_numbers_are_numbers_and_money_adds_up() -> None:
    levels, pagu = column("Jenjang"), column("Pagu")
    subs = [one for level, one in zip(levels, pagu, strict=True) if level == "Sub Kegiatan"]
    assert sum(one for one in subs if isinstance(one, Decimal)) == 33_610_000_000
    assert 9.4 in [one for one in map(float_or_none, column("Target")) if one is not None]


def float_or_none(value: object) -> float | None:
    return None if value is None or isinstance(value, str) else float(str(value))


def test_what_stands_above_is_merged_beside_what_stands_below() -> None:
    matrix = sheet("Matriks")
    spans = {str(one) for one in matrix.merged_cells.ranges}
    assert matrix["A2"].value == "MENINGKATNYA KESEHATAN IBU DAN ANAK"
    assert {"A2:A5", "E2:E5", "I2:I5"} <= spans
    assert (
        matrix["N2"].value == "Jumlah Ibu Hamil yang Mendapatkan Pelayanan Kesehatan Sesuai Standar"
    )
    assert (matrix.page_setup.paperSize, matrix.page_setup.orientation) == (A3, "landscape")


def test_buat_writes_it_and_never_over_what_people_changed(tmp_path: Path) -> None:
    folder = with_officials(tmp_path / "berkas")
    path = tmp_path / "hasil" / NAME
    assert make(folder, path.parent, only=["keputusan"], matriks=True).exit_code == DONE
    first = path.read_bytes()
    make(folder, path.parent, only=["keputusan"], matriks=True)
    assert path.read_bytes() == first
    assert [one.name for one in path.parent.glob("*.xlsx")] == [NAME]

    changed = load_workbook(path)
    changed["Data"]["A2"] = "diubah orang"
    changed.save(path)
    make(folder, path.parent, only=["keputusan"], matriks=True)
    assert load_workbook(path)["Data"]["A2"].value == "diubah orang"
    assert path.with_stem(f"{path.stem} (2)").exists()


@pytest.mark.requires("soffice")
def test_an_office_program_opens_it(tmp_path: Path) -> None:
    path = tmp_path / NAME
    matrix_workbook(cascade(), "Matriks").save(path)
    assert convert(path, "pdf", tmp_path).stat().st_size > 10_000
