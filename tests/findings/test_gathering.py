"""One cause, one finding: equal findings of a sheet become one with all its places."""

from __future__ import annotations

from generator.findings.cures import Edit
from generator.findings.finding import Diagnostic, finding
from generator.findings.gathering import gathered, listed
from generator.values import Place


def pagu(row: int, sheet: str = "Program") -> Diagnostic:
    place = Place("eselon-3.xlsx", sheet, row, "N", "Pagu")
    return finding("pagu-tidak-cocok", place, pagu=row, jumlah=2, selisih=1)


def swapped(row: int) -> Diagnostic:
    place = Place("eselon-3.xlsx", "Program", row, "F")
    edit = Edit(place, 0, 1, "1", "x")
    return finding("target-satuan-tertukar", place, edits=[edit], target="x", satuan="1")


def test_few_findings_stay() -> None:
    assert len(gathered(map(pagu, (2, 3, 4)))) == 3


def test_more_become_one_that_names_the_others() -> None:
    (one,) = gathered(map(pagu, (2, 3, 4, 5)))
    assert one.message.endswith(" Begitu juga 3 sel lain: N3–N5.")
    assert [place.cell for place in one.related] == ["N3", "N4", "N5"]
    assert [place.cell for place in one.places] == ["N2", "N3", "N4", "N5"]


def test_another_sheet_is_another_cause() -> None:
    assert len(gathered([*map(pagu, (2, 3, 4, 5)), pagu(6, "Lain")])) == 2


def blank(row: int, judul: str) -> Diagnostic:
    place = Place("eselon-3.xlsx", "Program", row, "D", judul)
    return finding("sel-wajib-kosong", place, judul=judul)


def test_where_a_fact_has_to_agree_another_one_is_another_cause() -> None:
    rows = (2, 3, 4, 5)
    found = gathered([*(blank(n, "Nama") for n in rows), *(blank(n, "Satuan") for n in rows)])
    assert [one.facts["judul"] for one in found] == ["Nama", "Satuan"]


def test_an_office_without_any_target_is_one_finding_a_sheet() -> None:
    places = [Place("eselon-4.xlsx", "Sub Kegiatan", row, "G", "Target") for row in range(2, 174)]
    (one,) = gathered(finding("target-kosong", place) for place in places)
    assert one.message == (
        "Indikator pada baris ini belum mempunyai Target. Begitu juga 171 sel lain: G3–G173."
    )


def test_cells_past_the_eighth_stretch_are_counted() -> None:
    odd = [Place("eselon-3.xlsx", "Program", row, "D") for row in range(3, 41, 2)]
    assert listed(odd, odd[0]).endswith("D17 dan 11 lainnya")


def test_the_cures_of_all_are_kept() -> None:
    (one,) = gathered(map(swapped, (2, 3)))
    assert [edit.place.row for edit in one.edits] == [2, 3]


def test_one_cell_told_of_twice_is_one() -> None:
    (one,) = gathered([swapped(2), swapped(2)])
    assert one.related == ()
