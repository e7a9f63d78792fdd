"""The dropdown of column Kode Rekening: the codes of an office, in Excel and in LibreOffice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.app.template import write_templates
from generator.files.placed import Placed, Placement
from generator.nomenklatur.tables import nomenklatur_for
from tests.support.soffice import run_uno
from tests.workbook.renewing.test_folder import fill

CHOSEN = "5.03.02.2.01.0009 – Perumusan Bahan Kebijakan Pengelolaan Data dan Informasi ASN"


def codes_in(path: Path) -> list[str]:
    cells = load_workbook(path)["Daftar"].iter_rows(min_row=4, min_col=3, max_col=3)
    return [str(cell.value) for (cell,) in cells if cell.value is not None]


def test_each_book_offers_the_codes_of_its_levels_with_those_of_every_office(
    tmp_path: Path,
) -> None:
    write_templates(tmp_path, bidang=["5.03"])

    assert codes_in(tmp_path / "eselon-2.xlsx") == []
    assert codes_in(tmp_path / "eselon-3.xlsx") == [
        "5.03.01 – PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
        "5.03.02 – PROGRAM KEPEGAWAIAN DAERAH",
    ]
    offered = codes_in(tmp_path / "eselon-4.xlsx")
    office = nomenklatur_for("2027", "").office("5.03")
    assert len(offered) == sum(one.jenis.value > 3 for one in office.rows)
    assert CHOSEN in offered
    assert not [one for one in offered if one.startswith("X.XX")]


def test_no_choice_is_longer_than_excel_takes(tmp_path: Path) -> None:
    write_templates(tmp_path, bidang=["1.02", "5.03"])

    assert max(map(len, codes_in(tmp_path / "eselon-4.xlsx"))) <= 255


def test_the_year_of_the_folder_decides_which_codes_are_offered(tmp_path: Path) -> None:
    write_templates(tmp_path)
    workbook: Any = load_workbook(tmp_path / "keputusan.xlsx")
    for label, value in workbook["Identitas"].iter_rows(min_row=2, max_col=2):
        value.value = "2025" if label.value == "Tahun" else value.value
    workbook.save(tmp_path / "keputusan.xlsx")

    outcome = write_templates(tmp_path, bidang=["5.03"])

    office = nomenklatur_for("2025", "").office("5.03")
    assert len(codes_in(tmp_path / "eselon-4.xlsx")) == sum(
        one.jenis.value > 3 for one in office.rows
    )
    assert any("900.1.15.5-1317" in getattr(event, "table", "") for event in outcome.events)


def test_a_book_with_entries_gets_them_in_a_copy_and_they_stay_when_nobody_asks_again(
    tmp_path: Path,
) -> None:
    write_templates(tmp_path)
    fill(tmp_path / "eselon-3.xlsx", "Program", ("S1", "P1", "Program A", "B", "C", "1", "%"))

    outcome = write_templates(tmp_path, bidang=["5.03"])

    places = {one.path.name: one.placement for one in outcome.events if isinstance(one, Placed)}
    assert places["eselon-3 (daftar baru).xlsx"] is Placement.SALINAN
    assert codes_in(tmp_path / "hasil-periksa" / "eselon-3 (daftar baru).xlsx")
    assert codes_in(tmp_path / "eselon-3.xlsx") == []
    before = codes_in(tmp_path / "eselon-4.xlsx")
    write_templates(tmp_path)
    assert codes_in(tmp_path / "eselon-4.xlsx") == before != []


DROPDOWN = """
import json
import uno
from com.sun.star.sheet.ValidationType import LIST

def main(desktop, path, name, heading):
    url = uno.systemPathToFileUrl(path)
    document = desktop.loadComponentFromURL(url, "_blank", 0, ())
    sheet = document.Sheets.getByName(name)
    column = next(n for n in range(40) if sheet.getCellByPosition(n, 0).String == heading)
    validation = sheet.getCellByPosition(column, 5).Validation
    assert validation.Type == LIST and validation.ShowList > 0
    named = document.NamedRanges.getByName(validation.getFormula1())
    rows = named.getReferredCells().getDataArray()
    print(json.dumps([row[0] for row in rows]))
    document.close(True)
"""


@pytest.mark.requires("soffice", "uno")
@pytest.mark.parametrize(
    ("book", "sheet"), [("eselon-3.xlsx", "Program"), ("eselon-4.xlsx", "Sub Kegiatan")]
)
def test_libreoffice_opens_the_dropdown_with_all_codes(
    tmp_path: Path, book: str, sheet: str
) -> None:
    write_templates(tmp_path, bidang=["5.03"])

    shown = json.loads(run_uno(DROPDOWN, tmp_path / book, sheet, "Kode Rekening"))

    assert shown == codes_in(tmp_path / book)
