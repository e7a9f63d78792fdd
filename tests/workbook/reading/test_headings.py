"""Which sheet is which, which column is which, and what hides there."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.findings.pieces import proposals
from tests.support.sheets import (
    PROGRAM,
    SASARAN,
    column,
    read_folder,
    read_sheet,
    said,
    to_bytes,
    workbook,
    write_folder,
)


def test_a_sheet_may_differ_in_case_and_spaces(tmp_path: Path) -> None:
    write_folder(tmp_path)
    workbook("eselon-3", {" PROGRAM": PROGRAM}).save(tmp_path / "eselon-3.xlsx")
    tables, findings = read_folder(tmp_path)
    assert column(tables, "kode") == ["S1", "P1", "K1"]
    assert said(findings) == []


def test_a_missing_sheet(tmp_path: Path) -> None:
    write_folder(tmp_path)
    workbook("eselon-3", {"Catatan": "| Halo |"}).save(tmp_path / "eselon-3.xlsx")
    _, findings = read_folder(tmp_path)
    assert said(findings) == [
        "lembar-tidak-ada: eselon-3.xlsx",
        "lembar-tidak-dibaca: eselon-3.xlsx Catatan",
    ]


def test_an_optional_sheet_may_be_missing(tmp_path: Path) -> None:
    _, findings = read_folder(write_folder(tmp_path))
    assert "Kinerja Daerah" not in " ".join(said(findings))


def test_a_misspelt_sheet_is_read_all_the_same(tmp_path: Path) -> None:
    write_folder(tmp_path)
    workbook("eselon-3", {"Progam": PROGRAM}).save(tmp_path / "eselon-3.xlsx")
    tables, findings = read_folder(tmp_path)
    assert said(findings) == ["lembar-salah-eja: eselon-3.xlsx Progam"]
    assert findings[0].cure == 'Ganti nama lembar menjadi "Program".'
    assert "P1" in column(tables, "kode")


def test_two_sheets_of_one_name(tmp_path: Path) -> None:
    write_folder(tmp_path)
    book = workbook("eselon-3", {"Program": PROGRAM, "Program ": PROGRAM})
    book.save(tmp_path / "eselon-3.xlsx")
    _, findings = read_folder(tmp_path)
    assert said(findings) == ["lembar-ganda: eselon-3.xlsx Program "]


def test_a_sheet_of_another_name_is_only_a_note(tmp_path: Path) -> None:
    write_folder(tmp_path, {"eselon-3": {"Hitungan": "| a | b |"}})
    _, findings = read_folder(tmp_path)
    assert said(findings) == ["lembar-tidak-dibaca: eselon-3.xlsx Hitungan"]


def test_a_name_near_an_optional_sheet_is_a_note_unless_its_headings_agree(
    tmp_path: Path,
) -> None:
    write_folder(tmp_path, {"keputusan": {"Peraturan lama": "| Jenis | Nomor |\n| UU | 1 |"}})
    _, findings = read_folder(tmp_path)
    assert said(findings) == ["lembar-tidak-dibaca: keputusan.xlsx Peraturan lama"]


def test_a_misspelt_optional_sheet_with_its_headings_is_read(tmp_path: Path) -> None:
    write_folder(tmp_path, {"keputusan": {"Tembusann": "| Isi |\n| Bupati; |"}})
    tables, findings = read_folder(tmp_path)
    assert said(findings) == ["lembar-salah-eja: keputusan.xlsx Tembusann"]
    assert len(tables.lembar["keputusan", "Tembusan"]) == 1


def test_a_chartsheet_is_passed_over(tmp_path: Path) -> None:
    write_folder(tmp_path)
    book = workbook("eselon-3", {"Program": PROGRAM})
    book.create_chartsheet("Grafik")
    book.save(tmp_path / "eselon-3.xlsx")
    _, findings = read_folder(tmp_path)
    assert said(findings) == []


def test_headings_may_stand_in_another_order_and_under_a_title(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | PROGRAM BADAN KEPEGAWAIAN |      |                 |             |         |      |
    |                           |      |                 |             |         |      |
    | Target                    | Kode | sasaran program | KODE  INDUK | Program | Indikator |
    | 1                         | P1   | B               | S1          | A       | C    |
    """,
    )
    assert tables.baris["row"][1].at("nama").cell == "E4"
    assert column(tables, "kode_induk")[1] == "S1"
    assert said(findings) == []


def test_another_known_heading_is_accepted(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | Kode Induk | Kode Program | Program | Sasaran Program | Indikator Kinerja | Target Kinerja |
    | S1         | P1           | A       | B               | C                 | 1              |
    """,
    )
    assert tables.baris["row"][1].at("indikator").heading == "Indikator Kinerja"
    assert said(findings) == []


def test_a_missing_required_column_is_one_finding(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator |
    | S1         | P1   | A       | B               | C         |
    | S1         | P2   | A       | D               | E         |
    """,
    )
    assert said(findings) == ["kolom-tidak-ada: eselon-3.xlsx Program"]
    assert list(tables.baris["rusak"]) == [False, True, True, False]


def test_a_misspelt_heading_is_read_all_the_same(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | Kode Induk | Kode | Program | Sasaran Program | Inidkator | Target |
    | S1         | P1   | A       | B               | C         | 1      |
    """,
    )
    assert said(findings) == ["judul-salah-eja: eselon-3.xlsx Program E1"]
    assert [piece for _, *piece in proposals(findings)[0]] == [["Inidkator", "Indikator"]]
    assert column(tables, "indikator")[1] == "C"


def test_a_misspelt_optional_heading_matters_only_with_data(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Formulsi |
    | S1         | P1   | A       | B               | C         | 1      | {0}      |
    """
    empty, filled = (tmp_path / name for name in ("kosong", "isi"))
    empty.mkdir()
    filled.mkdir()
    _, nothing = read_sheet(empty, "eselon-3", "Program", table.format(""))
    _, findings = read_sheet(filled, "eselon-3", "Program", table.format("A/B"))
    assert said(nothing) == []
    assert said(findings) == ["judul-salah-eja: eselon-3.xlsx Program G1"]


def test_a_heading_that_stands_twice(tmp_path: Path) -> None:
    _, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Indikator Kinerja |
    | S1         | P1   | A       | B               | C         | 1      | D                 |
    """,
    )
    assert said(findings) == ["judul-ganda: eselon-3.xlsx Program G1"]
    assert [place.cell for place in findings[0].related] == ["E1"]


def test_of_two_headings_the_filled_one_is_read(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Indikator Kinerja |
    | S1         | P1   | A       | B               |           | 1      | D                 |
    """,
    )
    assert column(tables, "indikator")[1] == "D"
    assert said(findings) == []


@pytest.mark.parametrize("heading", ["Keterangan", ""])
def test_data_under_another_heading_are_not_read(tmp_path: Path, heading: str) -> None:
    _, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        f"""
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | {heading} |
    | S1         | P1   | A       | B               | C         | 1      | cek       |
    """,
    )
    assert said(findings) == ["kolom-tidak-dibaca: eselon-3.xlsx Program G"]


def test_a_sheet_without_headings(tmp_path: Path) -> None:
    _, findings = read_sheet(tmp_path, "eselon-3", "Program", "| S1 | P1 | Naiknya mutu | 12 |")
    assert said(findings) == ["baris-judul-tidak-ada: eselon-3.xlsx Program"]


def test_hidden_rows_are_read_and_named_once(tmp_path: Path) -> None:
    write_folder(
        tmp_path,
        {
            "eselon-2": {
                "Sasaran": """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target |
    |            | S1   | Utama | NAIKNYA | A         | 1      |
    |            |      |       |         | B         | 2      |
    |            |      |       |         | C         | 3      |
    |            |      |       |         |           |        |
    |            |      |       |         | D         | 4      |
    """
            }
        },
    )
    path = tmp_path / "eselon-2.xlsx"
    book = load_workbook(path)
    for number in (3, 4, 5, 6):
        book["Sasaran"].row_dimensions[number].hidden = True
    book.save(path)
    tables, findings = read_folder(tmp_path)
    assert column(tables, "indikator")[:4] == ["A", "B", "C", "D"]
    assert said(findings) == ["baris-tersembunyi: eselon-2.xlsx Sasaran"]
    assert findings[0].message == "Baris tersembunyi ikut dibaca: 3–4, 6."


def test_a_hidden_sheet_is_read_and_named(tmp_path: Path) -> None:
    write_folder(tmp_path)
    book = workbook("eselon-2", {"Sasaran": SASARAN})
    book.create_sheet("Kinerja Daerah")
    book["Sasaran"].sheet_state = "hidden"
    book.save(tmp_path / "eselon-2.xlsx")
    tables, findings = read_folder(tmp_path)
    assert "S1" in column(tables, "kode")
    assert said(findings) == ["lembar-tersembunyi: eselon-2.xlsx Sasaran"]


def test_a_hidden_column_with_data_is_named(tmp_path: Path) -> None:
    write_folder(tmp_path)
    book = workbook("eselon-2", {"Sasaran": SASARAN})
    for letter in ("A", "G"):
        book["Sasaran"].column_dimensions[letter].hidden = True
    book.save(tmp_path / "eselon-2.xlsx")
    _, findings = read_folder(tmp_path)
    assert said(findings) == ["kolom-tersembunyi: eselon-2.xlsx Sasaran G"]


def test_a_formatted_last_row_costs_nothing_and_says_nothing(tmp_path: Path) -> None:
    write_folder(tmp_path)
    book = workbook("eselon-2", {"Sasaran": SASARAN})
    book["Sasaran"].cell(1_048_576, 16_384).number_format = "0.00"
    (tmp_path / "eselon-2.xlsx").write_bytes(to_bytes(book))
    tables, findings = read_folder(tmp_path)
    assert len(tables.baris) == 3
    assert said(findings) == []
