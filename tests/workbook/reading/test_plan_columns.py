"""The columns of a Renstra: which are read, how their cells are, and what is amiss with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings.pieces import proposals
from tests.support.sheets import read_sheet, said

HEAD = "| Kode Induk | Kode | Jenis | Sasaran | Indikator | Target | Satuan |"
NODE = "| | S1 | Utama | MENINGKATNYA A | Persentase |"


def read(folder: Path, heads: str, *rows: str) -> tuple[list[dict[str, str]], list[str]]:
    """Read a sheet Sasaran with further columns; return what each row plans, and what is said."""
    table = "\n".join([f"{HEAD} {heads} |", *rows])
    tables, findings = read_sheet(folder, "eselon-2", "Sasaran", table)
    plans = [
        {role: one.isian.text for role, one in row.targets.items()}
        for row in tables.baris["row"][tables.baris["lembar"] == "Sasaran"]
    ]
    return plans, said(findings)


@pytest.mark.parametrize(
    ("target", "satuan", "cell", "text"),
    [
        ("68", "%", "70", "70%"),
        ("68", "%", "`70.5`", "70,5%"),
        ("8,2%", "", "`0.082 as 0.0%`", "8,2%"),
        ("120", "Orang", "`1250`", "1.250"),
        ("120", "Orang", "130", "130"),
        ("120", "Orang", "130 Orang", "130 Orang"),
        ("80-90", "Orang", "85-95", "85-95"),
        ("LEVEL 2", "", "LEVEL 3", "LEVEL 3"),
        ("1:20", "(teks)", "1:15", "1:15"),
    ],
)
def test_a_target_of_a_plan_is_read_as_a_target_and_leaves_the_unit_to_its_row(
    tmp_path: Path, target: str, satuan: str, cell: str, text: str
) -> None:
    found = read(tmp_path, "Target 2027", f"{NODE} {target} | {satuan} | {cell} |")
    assert found == ([{"target_2027": text}], [])


def test_the_number_and_the_unit_of_a_planned_target_are_known(tmp_path: Path) -> None:
    table = f"{HEAD} Baseline |\n{NODE} 120 | Orang | `1100` |"
    tables, _ = read_sheet(tmp_path, "eselon-2", "Sasaran", table)
    baseline = tables.baris["row"][0].targets["baseline"]
    assert (baseline.nilai, baseline.satuan) == (1100, "Orang")


@pytest.mark.parametrize("cell", ["", "-", "–"])
def test_a_year_may_be_empty(tmp_path: Path, cell: str) -> None:
    assert read(tmp_path, "Target 2027", f"{NODE} 68 | % | {cell} |") == ([{}], [])


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("8.25", "target-titik-desimal: eselon-2.xlsx Sasaran H2"),
        ("70 80", "dua-target: eselon-2.xlsx Sasaran H2"),
        ("`2027-01-05`", "target-tanggal: eselon-2.xlsx Sasaran H2"),
        ("belum ditetapkan", "isi-sementara: eselon-2.xlsx Sasaran H2"),
        ("idem", "tanda-ulang: eselon-2.xlsx Sasaran H2"),
        ("{tahu} %", "penanda-tidak-dikenal: eselon-2.xlsx Sasaran H2"),
    ],
)
def test_what_is_wrong_in_a_target_is_wrong_in_a_plan(
    tmp_path: Path, cell: str, found: str
) -> None:
    assert read(tmp_path, "Target 2027", f"{NODE} 68 | % | {cell} |")[1] == [found]


def test_a_doubt_about_the_target_is_not_repeated_for_each_year(tmp_path: Path) -> None:
    _, found = read(tmp_path, "Target 2026 | Target 2027", f"{NODE} 0,08 | % | 0,08 | 0,09 |")
    assert found == ["persen-kecil: eselon-2.xlsx Sasaran F2"]


def test_a_plan_without_its_indikator_is_found(tmp_path: Path) -> None:
    rows = (f"{NODE} 68 | % | 70 |", "| | | | | | | | 80 |")
    _, found = read(tmp_path, "Target 2027", *rows)
    assert found == ["indikator-kosong: eselon-2.xlsx Sasaran E3"]


def test_a_year_merged_over_rows_counts_for_each(tmp_path: Path) -> None:
    rows = (f"{NODE} 68 | % | 70 |", "| | | | | Indeks | 3 | Poin | ^ |")
    plans, _ = read(tmp_path, "Target 2027", *rows)
    assert plans == [{"target_2027": "70%"}, {"target_2027": "70"}]


def test_years_merged_into_one_cell_are_told(tmp_path: Path) -> None:
    _, found = read(tmp_path, "Target 2026 | Target 2027", f"{NODE} 68 | % | 70 | < |")
    assert found == ["gabungan-melintang: eselon-2.xlsx Sasaran H2"]


def test_a_year_that_stands_twice_is_told(tmp_path: Path) -> None:
    plans, found = read(tmp_path, "Target 2027 | Target Tahun 2027", f"{NODE} 68 | % | 70 | 71 |")
    assert (plans, found) == (
        [{"target_2027": "70%"}],
        ["judul-ganda: eselon-2.xlsx Sasaran I1"],
    )


def test_a_misspelt_year_is_read_and_has_its_cure(tmp_path: Path) -> None:
    table = f"{HEAD} Traget 2027 |\n{NODE} 68 | % | 70 |"
    tables, findings = read_sheet(tmp_path, "eselon-2", "Sasaran", table)
    assert tables.baris["row"][0].targets.keys() == {"target_2027"}
    assert said(findings) == ["judul-salah-eja: eselon-2.xlsx Sasaran H1"]
    assert [(old, new) for _, old, new in proposals(findings)[0]] == [
        ("Traget 2027", "Target 2027")
    ]


def test_a_target_whose_year_is_none_is_not_read(tmp_path: Path) -> None:
    found = read(tmp_path, "Target 27", f"{NODE} 68 | % | 70 |")
    assert found == ([{}], ["judul-tanpa-tahun: eselon-2.xlsx Sasaran H"])


def test_an_empty_column_without_a_year_is_nobodys_business(tmp_path: Path) -> None:
    assert read(tmp_path, "Target 27", f"{NODE} 68 | % | |") == ([{}], [])


def test_one_year_in_the_place_of_target_is_the_target_renamed(tmp_path: Path) -> None:
    head = HEAD.replace("| Target |", "| Target 2022 |")
    _, findings = read_sheet(tmp_path, "eselon-2", "Sasaran", f"{head}\n{NODE} 68 | % |")
    assert said(findings) == ["judul-salah-eja: eselon-2.xlsx Sasaran F1"]


def test_several_years_do_not_make_a_target(tmp_path: Path) -> None:
    head = HEAD.replace("| Target |", "| Target 2022 |")
    table = f"{head} Target 2023 |\n{NODE} 68 | % | 70 |"
    _, findings = read_sheet(tmp_path, "eselon-2", "Sasaran", table)
    assert said(findings) == ["kolom-tidak-ada: eselon-2.xlsx Sasaran"]
