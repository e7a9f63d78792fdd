"""Offices of real size, their texts official: one cause is one finding, and few are left."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.app.berkas import read_folder
from generator.findings.rule import Severity
from tests.support.real_office import Office, write_office

MOST = 25
"""So many findings a clerk still works through."""


@pytest.mark.parametrize("office", Office, ids=lambda office: office.name.lower())
def test_an_office_is_asked_to_look_at_few_things(office: Office, tmp_path: Path) -> None:
    findings = read_folder(write_office(tmp_path / "kantor", office, "pohon")).findings
    asked = Counter(one.rule.name for one in findings if one.severity is not Severity.CATATAN)
    assert sum(asked.values()) < MOST, asked


SLIPS: dict[str, tuple[str, str | None]] = {
    "without targets": ("Target", None),
    "without codes": ("Kode", None),
    "without indikator": ("Indikator", None),
    "a target that is none": ("Target", "8,2 persen kira-kira"),
    "a parent that is nowhere": ("Kode Induk", "XX"),
    "one code for all": ("Kode", "K1"),
    "an error of Excel": ("Target", "#REF!"),
}
"""What a whole column of sheet Sub Kegiatan says."""


@pytest.mark.parametrize("slip", SLIPS)
def test_one_slip_in_a_whole_column_stops_the_decree_in_few_words(
    slip: str, tmp_path: Path
) -> None:
    folder = write_office(tmp_path / "kantor", Office.KECAMATAN, "pohon")
    heading, value = SLIPS[slip]
    book = load_workbook(folder / "eselon-4.xlsx")
    sheet = book["Sub Kegiatan"]
    (column,) = (cell.column for cell in sheet[1] if cell.value == heading)
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column).value = value
    book.save(folder / "eselon-4.xlsx")
    findings = read_folder(folder).findings
    stops = Counter(one.rule.name for one in findings if one.severity is Severity.SALAH)
    assert 1 <= sum(stops.values()) <= 5, stops
