"""isi-nomenklatur: an office's books with all official texts, of which only targets are missing."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.app.berkas import read_folder
from generator.app.buat import make
from generator.app.nomenklatur import fill_books
from generator.app.template import write_templates
from generator.contoh.fill import BERSIH, contoh_books
from generator.files.placed import Placed, Placement
from generator.findings.rule import Severity
from generator.schema.keputusan import KEPUTUSAN
from tests.support.outcomes import summary
from tests.support.sheets import said


def office(folder: Path, tahun: str) -> Path:
    """A folder with a decree and the sasaran of the office, but no program yet."""
    folder.mkdir()
    for name in ("keputusan.xlsx", "eselon-2.xlsx"):
        workbook = load_workbook(BytesIO(contoh_books(BERSIH)[name]))
        if name == "keputusan.xlsx":
            for label, value in workbook["Identitas"].iter_rows(min_row=2, max_col=2):
                value.value = tahun if label.value == "Tahun" else value.value
        else:
            sheet: Any = workbook["Sasaran"]
            for column, cell in enumerate(sheet[1], 1):
                if cell.value in ("Pagu", "Penanggung Jawab"):
                    for row in range(2, sheet.max_row + 1):
                        sheet.cell(row, column).value = None
            kode = [cell.value for cell in sheet["B"]]
            for row in range(len(kode), 1, -1):
                if kode[row - 1] in ("S2", "S3") or (
                    kode[row - 1] is None
                    and next(k for k in reversed(kode[:row]) if k) in ("S2", "S3")
                ):
                    sheet.delete_rows(row)
        workbook.save(folder / name)
    return folder


def type_targets(folder: Path) -> int:
    """Type a target wherever an indikator has none; return how many."""
    typed = 0
    for name, sheet_name in (("eselon-3.xlsx", "Program"), ("eselon-4.xlsx", "Sub Kegiatan")):
        workbook = load_workbook(folder / name)
        sheet: Any = workbook[sheet_name]
        heads = {cell.value: cell.column for cell in sheet[1]}
        for row in range(2, sheet.max_row + 1):
            if sheet.cell(row, heads["Indikator"]).value:
                sheet.cell(row, heads["Target"]).value = 12
                typed += 1
        workbook.save(folder / name)
    return typed


@pytest.mark.parametrize("tahun", ["2024", "2027"])
def test_an_office_of_health_is_complete_with_targets_alone(tmp_path: Path, tahun: str) -> None:
    folder = office(tmp_path / "kerja", tahun)

    assert fill_books(folder, ["1.02"]).exit_code == 0
    typed = type_targets(folder)

    assert typed > 100
    found = [
        one
        for one in read_folder(folder).findings
        if one.severity is not Severity.CATATAN
        and (tahun == "2024" or one.place.book != KEPUTUSAN.filename)
    ]
    assert said(found) == []
    outcome = make(folder, tmp_path / "hasil")
    assert outcome.exit_code == 0, summary(outcome)


def places(folder: Path) -> dict[str, Placement]:
    events = fill_books(folder, ["5.03"]).events
    return {one.path.name: one.placement for one in events if isinstance(one, Placed)}


def test_an_empty_folder_gets_all_books(tmp_path: Path) -> None:
    assert places(tmp_path)["eselon-4.xlsx"] is Placement.DIISI
    assert {path.name for path in tmp_path.glob("*.xlsx")} == {
        *("keputusan.xlsx", "eselon-2.xlsx", "eselon-3.xlsx", "eselon-4.xlsx")
    }


def test_a_blank_book_is_filled_and_one_with_entries_stays(tmp_path: Path) -> None:
    places(tmp_path)
    before = (tmp_path / "eselon-4.xlsx").read_bytes()

    again = places(tmp_path)

    assert again["eselon-4 (nomenklatur).xlsx"] is Placement.USULAN
    assert (tmp_path / "eselon-4.xlsx").read_bytes() == before
    assert (tmp_path / "hasil-periksa" / "eselon-4 (nomenklatur).xlsx").exists()


def test_programs_hang_on_the_first_sasaran_and_what_serves_all_on_the_supporting_one(
    tmp_path: Path,
) -> None:
    folder = office(tmp_path / "kerja", "2024")
    fill_books(folder, ["1.02"])

    sheet: Any = load_workbook(folder / "eselon-3.xlsx")["Program"]
    parents = {row[1].value: str(row[0].value).partition(" ")[0] for row in sheet.iter_rows(2)}

    assert parents["1.02.01"] == "SP1"
    assert parents["1.02.02"] == "S1"


def test_program_names_are_written_as_decrees_write_them(tmp_path: Path) -> None:
    places(tmp_path)

    sheet: Any = load_workbook(tmp_path / "eselon-3.xlsx")["Program"]
    assert [row[2].value for row in sheet.iter_rows(2) if row[2].value] == [
        "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        "Program Kepegawaian Daerah",
    ]


def test_the_bidang_is_that_whose_codes_the_books_offer(tmp_path: Path) -> None:
    write_templates(tmp_path, bidang=["5.03"])

    outcome = fill_books(tmp_path, [])

    assert outcome.exit_code == 0
    sheet: Any = load_workbook(tmp_path / "eselon-3.xlsx")["Program"]
    assert [row[1].value for row in sheet.iter_rows(2) if row[1].value] == ["5.03.01", "5.03.02"]


def test_without_a_bidang_nothing_is_written(tmp_path: Path) -> None:
    outcome = fill_books(tmp_path, [])

    assert outcome.exit_code == 2
    assert "--bidang 5.03" in summary(outcome)[0]
    assert list(tmp_path.iterdir()) == []
