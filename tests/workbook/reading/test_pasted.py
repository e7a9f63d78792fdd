"""What is no entry although it stands in a cell, and what reading takes off or passes by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sheets import column, read_sheet, said

HEAD = "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Satuan | Formulasi |"


def read(folder: Path, *rows: str) -> tuple[dict[str, list[object]], list[str]]:
    """Return the columns of sheet Program as read, and what was found."""
    tables, findings = read_sheet(folder, "eselon-3", "Program", "\n".join((HEAD, *rows)))
    own = tables.baris["lembar"] == "Program"
    roles = ("kode", "nama", "sasaran", "indikator", "target", "satuan", "formulasi")
    read = {
        role: [value for value, mine in zip(column(tables, role), own, strict=True) if mine]
        for role in roles
    }
    return read, said(findings)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("• Meningkatnya B", "Meningkatnya B"),
        ("\uf0b7 Meningkatnya B", "Meningkatnya B"),
        ("- Meningkatnya B", "Meningkatnya B"),
        ("1. Meningkatnya B", "Meningkatnya B"),
        ("a. Meningkatnya B", "Meningkatnya B"),
    ],
)
def test_marks_of_a_list_do_not_print(tmp_path: Path, typed: str, printed: str) -> None:
    cells, found = read(tmp_path, f"| S1 | P1 | Program A | {typed} | Jumlah B | 1 | Orang | |")
    assert (cells["sasaran"], found) == (
        [printed],
        ["tanda-daftar-dilepas: eselon-3.xlsx Program D2"],
    )


def test_what_only_looks_like_a_mark_prints(tmp_path: Path) -> None:
    cells, found = read(tmp_path, "| S1 | P1 | Program A | 5 pilar desa | A. Yani | 1 | Orang | |")
    assert (cells["sasaran"], cells["indikator"], found) == (["5 pilar desa"], ["A. Yani"], [])


def test_a_dash_is_an_empty_cell(tmp_path: Path) -> None:
    cells, found = read(
        tmp_path,
        "| S1 | P1 | Program A | Meningkatnya B | Jumlah B | 1 | - | – |",
        "| -  | -  | -         | -              | Jumlah C | 2 | - | - |",
        "| -  | -  | -         | -              | -        | - | - | - |",
    )
    assert cells["kode"] == ["P1", None]
    assert cells["satuan"] == cells["formulasi"] == [None, None]
    assert found == []


def test_a_dash_as_indikator_leaves_its_target_alone(tmp_path: Path) -> None:
    _, found = read(tmp_path, "| S1 | P1 | Program A | Meningkatnya B | - | 1 | Orang | |")
    assert found == ["indikator-kosong: eselon-3.xlsx Program E2"]


@pytest.mark.parametrize("typed", ["menyusul", "-", "idem", "96 95,5"])
def test_a_target_in_satuan_teks_prints_as_typed(tmp_path: Path, typed: str) -> None:
    cells, found = read(
        tmp_path, f"| S1 | P1 | Program A | Meningkatnya B | Jumlah B | {typed} | (teks) | |"
    )
    assert (cells["target"], found) == ([typed], [])


def test_a_row_that_numbers_the_columns_is_passed_by(tmp_path: Path) -> None:
    cells, found = read(
        tmp_path,
        "| (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) |",
        "| S1 | P1 | Program A | Meningkatnya B | Jumlah B | 1 | Orang | |",
    )
    assert (cells["kode"], found) == (["P1"], ["baris-nomor-kolom: eselon-3.xlsx Program 2"])


@pytest.mark.parametrize("mark", ["idem", "sda", "s.d.a.", '"', "-ibid-", "〃"])
def test_ditto_marks_in_any_column(tmp_path: Path, mark: str) -> None:
    _, found = read(
        tmp_path,
        "| S1 | P1 | Program A | Meningkatnya B | Jumlah B | 1 | Orang | |",
        f"| S1 | P2 | Program B | {mark} | Jumlah C | 1 | {mark} | |",
    )
    assert found == [
        "tanda-ulang: eselon-3.xlsx Program D3",
        "tanda-ulang: eselon-3.xlsx Program G3",
    ]


def test_a_target_whose_unit_stands_on_a_second_line_is_one(tmp_path: Path) -> None:
    cells, found = read(
        tmp_path, r"| S1 | P1 | Program A | Meningkatnya B | Jumlah B | 120\nOrang | | |"
    )
    assert (cells["target"], found) == (["120 Orang"], [])


@pytest.mark.parametrize(
    "target", ["96 95,5", "96; 95,5", r"96\n95,5", "12 Dokumen 4 Laporan", r"LEVEL 2\nLEVEL 3"]
)
def test_several_targets_in_one_cell(tmp_path: Path, target: str) -> None:
    _, found = read(tmp_path, f"| S1 | P1 | Program A | Meningkatnya B | Nilai B | {target} | | |")
    assert found == ["dua-target: eselon-3.xlsx Program F2"]


@pytest.mark.parametrize("target", ["80 - 90", "80 s.d. 90", "1.250.000 Orang", "8,2 %", "LEVEL 2"])
def test_one_target_is_no_more(tmp_path: Path, target: str) -> None:
    _, found = read(tmp_path, f"| S1 | P1 | Program A | Meningkatnya B | Nilai B | {target} | | |")
    assert found == []


def test_a_list_is_no_broken_line(tmp_path: Path) -> None:
    _, found = read(
        tmp_path,
        r"| S1 | P1 | Program A | 1. Meningkatnya B;\n2. Meningkatnya C | Jumlah B | 1 | Orang | |",
        r"| S1 | P2 | Program B | Meningkatnya D\nMeningkatnya E | Jumlah C | 1 | Orang | |",
    )
    assert [one for one in found if one.startswith("baris-terputus")] == []


def test_of_two_numbers_none_is_proposed(tmp_path: Path) -> None:
    row = "| S1 | P1 | Program A | Meningkatnya B | Nilai B | 2 dari 3 | | |"
    _, findings = read_sheet(tmp_path, "eselon-3", "Program", f"{HEAD}\n{row}")
    assert [one.cure for one in findings] == [
        "Tulis satu angka saja di setiap baris; atau pilih Satuan "
        '"(teks)" bila harus tercetak persis seperti yang diketik.'
    ]
