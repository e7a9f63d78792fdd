"""A sorted sheet tears rows without Kode from theirs: told, and put back where it is known how."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.app.periksa import check
from generator.contoh.fill import BERSIH, contoh_books
from tests.support.sheets import change_parts, parts_of, read_sheet, said
from tests.support.soffice import run_uno

HEAD = "| Kode Induk | Kode | Jenis | Sasaran | Indikator | Target | Satuan | Urutan Baris |"


def found(folder: Path, rows: str) -> list[str]:
    _, findings = read_sheet(folder, "eselon-2", "Sasaran", f"{HEAD}\n{rows.strip()}")
    return said(findings)


def test_rows_in_the_order_of_their_numbers_are_sound(tmp_path: Path) -> None:
    rows = """
    | | S1 | Utama | Naik A | A1 | 1 | Orang | `1` |
    | |    |       |        | A2 | 2 | Orang | `2` |
    | | S2 | Utama | Naik B | B1 | 3 | Orang | `3` |
    | | S3 | Utama | Naik C | C1 | 3 | Orang | `4` |
    | |    |       |        | C2 | 3 | Orang | `5` |
    """
    assert found(tmp_path, rows) == []


def test_rows_that_sorting_tore_from_their_kode_are_told_once(tmp_path: Path) -> None:
    rows = """
    | | S1 | Utama | Naik A | A1 | 1 | Orang | `3` |
    | | S2 | Utama | Naik B | B1 | 2 | Orang | `1` |
    | |    |       |        | B2 | 3 | Orang | `2` |
    | |    |       |        | A2 | 4 | Orang | `4` |
    """
    assert found(tmp_path, rows) == ["baris-tercerai: eselon-2.xlsx Sasaran B5"]


def test_a_parent_as_above_is_torn_too(tmp_path: Path) -> None:
    head = "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Urutan Baris |"
    rows = f"""{head}
    | S1 | P3 | Program C | Naik C | C1 | 1 | `1` |
    |    | P2 | Program B | Naik B | B1 | 2 | `2` |
    |    |    |           |        | B2 | 2 | `3` |
    | S2 | P1 | Program A | Naik A | A1 | 3 | `4` |
    """
    lines = rows.splitlines()
    sorted_rows = "\n".join([lines[0], lines[4], lines[2], lines[3], lines[1]])
    _, findings = read_sheet(tmp_path, "eselon-3", "Program", sorted_rows)
    assert said(findings) == ["baris-tercerai: eselon-3.xlsx Program B3"]


def test_a_group_moved_as_a_whole_is_sound(tmp_path: Path) -> None:
    rows = """
    | | S2 | Utama | Naik B | B1 | 1 | Orang | `3` |
    | |    |       |        | B2 | 2 | Orang | `4` |
    | | S1 | Utama | Naik A | A1 | 3 | Orang | `1` |
    | |    |       |        | A2 | 4 | Orang | `2` |
    """
    assert found(tmp_path, rows) == []


def test_one_indikator_that_somebody_put_below_another_kode_is_sound(tmp_path: Path) -> None:
    rows = """
    | | S1 | Utama | Naik A | A1 | 1 | Orang | `1` |
    | |    |       |        | B2 | 2 | Orang | `4` |
    | |    |       |        | A2 | 3 | Orang | `2` |
    | | S2 | Utama | Naik B | B1 | 4 | Orang | `3` |
    """
    assert found(tmp_path, rows) == []


def test_rows_inserted_later_have_no_number_and_are_sound(tmp_path: Path) -> None:
    rows = """
    | | S1 | Utama | Naik A | A1 | 1 | Orang | `1` |
    | |    |       |        | A2 | 2 | Orang |     |
    | | S2 | Utama | Naik B | B1 | 3 | Orang |     |
    | |    |       |        | A3 | 4 | Orang | `2` |
    """
    assert found(tmp_path, rows) == []


def test_all_rows_without_kode_at_the_end_look_sorted(tmp_path: Path) -> None:
    rows = """
    | | S1 | Utama | Naik A | A1 | 1 | Orang | |
    | | S2 | Utama | Naik B | B1 | 2 | Orang | |
    | | S3 | Utama | Naik C | C1 | 3 | Orang | |
    | |    |       |        | A2 | 4 | Orang | |
    | |    |       |        | B2 | 5 | Orang | |
    """
    assert found(tmp_path, rows) == ["lembar-diurutkan: eselon-2.xlsx Sasaran"]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ('<sortState ref="A2:G4"><sortCondition ref="B2:B4"/></sortState>', True),
        ('<autoFilter ref="A1:G4"><sortState ref="A2:G4"/></autoFilter>', True),
        ('<autoFilter ref="A1:G4"/>', False),
    ],
)
def test_a_sort_that_the_file_tells_of(tmp_path: Path, state: str, *, expected: bool) -> None:
    rows = """
    | | S1 | Utama | Naik A | A1 | 1 | Orang | |
    | |    |       |        | A2 | 2 | Orang | |
    | | S2 | Utama | Naik B | B1 | 3 | Orang | |
    """
    found(tmp_path, rows)
    path, part = tmp_path / "eselon-2.xlsx", "xl/worksheets/sheet1.xml"
    sheet = parts_of(path)[part].replace(b"</sheetData>", b"</sheetData>" + state.encode())
    change_parts(path, {part: sheet})
    told = [one for one in said(check(tmp_path).findings) if one.startswith("lembar-diurutkan")]
    assert bool(told) is expected


def test_a_sheet_with_a_kode_in_every_row_may_be_sorted(tmp_path: Path) -> None:
    rows = """
    | | S2 | Utama | Naik B | B1 | 1 | Orang | `2` |
    | | S1 | Utama | Naik A | A1 | 2 | Orang | `1` |
    """
    assert found(tmp_path, rows) == []


def sort_by_kode(path: Path, name: str) -> None:
    """Sort a sheet as Excel does: by Kode, blanks last, hidden columns along."""
    book = load_workbook(path)
    sheet: Any = book[name]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    at = [cell.value for cell in sheet[1]].index("Kode")
    rows.sort(key=lambda row: (row[at] is None, row[at] or ""))
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    book.save(path)


def cells(path: Path, name: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in load_workbook(path)[name].iter_rows()]


def restored(folder: Path, book: str, name: str) -> list[list[object]]:
    """Return what stands in a sheet once the proposal has taken the book's place."""
    check(folder, usulkan=True)
    copy = folder / "hasil-periksa" / f"{Path(book).stem} (usulan).xlsx"
    copy.replace(folder / book)
    return cells(folder / book, name)


@pytest.mark.parametrize(
    ("book", "name"), [("eselon-3.xlsx", "Program"), ("eselon-4.xlsx", "Sub Kegiatan")]
)
def test_the_proposal_restores_a_sorted_sheet(tmp_path: Path, book: str, name: str) -> None:
    for file, content in contoh_books(BERSIH).items():
        (tmp_path / file).write_bytes(content)
    before = cells(tmp_path / book, name)
    sort_by_kode(tmp_path / book, name)
    assert cells(tmp_path / book, name) != before

    assert restored(tmp_path, book, name) == before
    assert said(check(tmp_path).findings) == []


SORT = """
from com.sun.star.beans import PropertyValue
from com.sun.star.table import TableSortField

def main(desktop, path):
    book = desktop.loadComponentFromURL("file://" + path, "_blank", 0, ())
    sheet = book.Sheets.getByName("Program")
    cursor = sheet.createCursorByRange(sheet.getCellByPosition(0, 1))
    cursor.collapseToCurrentRegion()
    field = TableSortField()
    field.Field, field.IsAscending = 1, True
    import uno
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    settings = (("SortFields", fields), ("ContainsHeader", True))
    cursor.sort(tuple(PropertyValue(name, 0, value, 0) for name, value in settings))
    book.store()
    book.close(True)
"""


@pytest.mark.requires("soffice", "uno")
def test_a_sheet_that_libreoffice_sorted_is_restored(tmp_path: Path) -> None:
    for file, content in contoh_books(BERSIH).items():
        (tmp_path / file).write_bytes(content)
    before = cells(tmp_path / "eselon-3.xlsx", "Program")
    run_uno(SORT, tmp_path / "eselon-3.xlsx")
    assert "baris-tercerai: eselon-3.xlsx Program B8" in said(check(tmp_path).findings)

    rows = restored(tmp_path, "eselon-3.xlsx", "Program")
    assert [row[:8] for row in rows[:11]] == [row[:8] for row in before[:11]]
