"""`periksa --tandai --usulkan`: one copy a book, cured, with what is left to do at its cells."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.app.periksa import check
from generator.findings.rule import Severity
from generator.workbook.copies.marks import TONES, USULAN
from tests.support.outcomes import summary
from tests.support.sheets import write_folder

SASARAN = (
    "| Kode | Jenis | Sasaran | Indikator | Target | Satuan |\n"
    "| S1 | Utama | Meningkatnya A dimana | Persentase A | 8 | % |\n"
    "| S2 | Utama | Meningkatnya dimana B | Persentase B dan C | 9 |  |"
)
COPY = "hasil-periksa/eselon-2 (usulan).xlsx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path, {"eselon-2": {"Sasaran": SASARAN}})


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "hasil-periksa").glob("eselon-2*"))


def listed(folder: Path) -> list[tuple[object, ...]]:
    sheet: Worksheet = load_workbook(folder / COPY)["Pemeriksaan"]
    return list(sheet.iter_rows(min_row=6, values_only=True))


def test_each_book_has_one_copy(folder: Path) -> None:
    check(folder, tandai=True, usulkan=True)
    assert copies(folder) == ["eselon-2 (usulan).xlsx"]


def test_what_is_certain_is_done_and_green(folder: Path) -> None:
    check(folder, tandai=True, usulkan=True)
    cell = load_workbook(folder / COPY)["Sasaran"]["C2"]
    assert cell.value == "Meningkatnya A di mana"
    assert cell.fill.fgColor.rgb == f"FF{USULAN.pale}"


def test_what_is_left_keeps_its_colour_and_says_why(folder: Path) -> None:
    findings = check(folder, tandai=True, usulkan=True).findings
    left = [one for one in findings if one.place.book == "eselon-2.xlsx" and not one.edits]
    sheet = load_workbook(folder / COPY)["Sasaran"]
    cells = {one.place.cell: one for one in left if one.place.cell}
    assert cells
    for address, one in cells.items():
        assert one.rule.code in sheet[address].comment.text
    asked = [cell for cell, one in cells.items() if one.severity is Severity.PERIKSA]
    assert sheet[asked[0]].fill.fgColor.rgb == f"FF{TONES[Severity.PERIKSA].pale}"


def test_the_list_has_first_what_is_left_then_what_was_done(folder: Path) -> None:
    check(folder, tandai=True, usulkan=True)
    levels = [row[0] for row in listed(folder) if row[0]]
    done = levels.index("Diusulkan")
    assert set(levels[:done]) <= {"Tingkat", "Salah", "Periksa", "Catatan"}
    assert set(levels[done:]) == {"Diusulkan"}


def test_the_copy_says_no_longer_what_was_cured(folder: Path) -> None:
    findings = check(folder, tandai=True, usulkan=True).findings
    cured = {one.rule.code for one in findings if one.edits}
    told = {row[4] for row in listed(folder) if row[0] in ("Salah", "Periksa", "Catatan")}
    assert cured
    assert cured & told == set()


def test_a_marked_copy_that_nobody_touched_gives_way(folder: Path) -> None:
    check(folder, tandai=True)
    check(folder, tandai=True, usulkan=True)
    assert copies(folder) == ["eselon-2 (usulan).xlsx"]


def test_a_marked_copy_in_which_somebody_worked_stays(folder: Path) -> None:
    check(folder, tandai=True)
    path = folder / "hasil-periksa" / "eselon-2 (ditandai).xlsx"
    book = load_workbook(path)
    book["Sasaran"]["D2"] = "Meningkatnya Z"
    book.save(path)
    check(folder, tandai=True, usulkan=True)
    assert copies(folder) == ["eselon-2 (ditandai).xlsx", "eselon-2 (usulan).xlsx"]


def test_the_next_step_is_told(folder: Path) -> None:
    lines = summary(check(folder, tandai=True, usulkan=True))
    assert f"Salinan usulan bertanda: {folder / COPY}" in lines
    assert [one for one in lines if one.endswith(f'sk-cascading terima "{folder}"')]
