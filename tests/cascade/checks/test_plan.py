"""A target beside what a Renstra plans for its year."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings.finding import Diagnostic
from generator.findings.gathering import gathered
from tests.cascade.checks.checked import check

PLAN = ("target-lain-dari-rencana", "tahun-rencana-jauh")
HEAD = "| Kode Induk | Kode | Jenis | Sasaran | Indikator | Target | Satuan |"


def planned(folder: Path, heads: str, *rows: str) -> list[Diagnostic]:
    """Check a decree of 2022 with rows "indikator | target | satuan | …" on sheet Sasaran."""
    table = [f"{HEAD} {heads} |"]
    for number, row in enumerate(rows):
        node = " | | | " if number else " | S1 | Utama | MENINGKATNYA A"
        table.append(f"| {node} | {row} |")
    findings = check(folder, {"eselon-2": {"Sasaran": "\n".join(table)}})
    return [one for one in findings if one.rule.name in PLAN]


@pytest.mark.parametrize(
    ("row", "differs"),
    [
        ("Persentase A | 68 | % | 68", False),
        ("Persentase A | 68% | | 68%", False),
        ("Persentase A | 68% | | 68", False),
        ("Jumlah A | 120 | Orang | 120 Orang", False),
        ("Jumlah A | 1250 Orang | | `1250 as #,##0`", False),
        ("Indeks A | 80-90 | Poin | 80-90", False),
        ("Predikat | BB | | bb", False),
        ("Predikat | BB | |", False),
        ("Persentase A | 68 | % | 70", True),
        ("Indeks A | 80-90 | Poin | 80-95", True),
        ("Predikat | BB | | A", True),
        ("Predikat | BB | | 70", True),
    ],
)
def test_a_target_says_what_was_planned_for_its_year(
    tmp_path: Path, row: str, differs: bool
) -> None:
    assert bool(planned(tmp_path, "Target 2022", row)) is differs


def test_other_years_are_not_compared(tmp_path: Path) -> None:
    assert planned(tmp_path, "Target 2021 | Target 2023", "Indeks A | 80 | Poin | 70 | 90") == []


def test_both_numbers_are_said(tmp_path: Path) -> None:
    (found,) = planned(tmp_path, "Target 2022", "Persentase A | 68 | % | 70")
    assert found.message == ("Target 68% berbeda dari rencananya, 70% menurut kolom Target 2022.")
    assert (found.place.cell, found.related[0].cell) == ("F2", "H2")


def test_a_sheet_that_follows_another_year_is_one_finding(tmp_path: Path) -> None:
    rows = [f"Indeks {n} | {n} | Poin | {n + 1}" for n in range(70, 80)]
    assert len(gathered(planned(tmp_path, "Target 2022", *rows))) == 1


@pytest.mark.parametrize(("year", "far"), [(2032, False), (2033, True), (2012, False)])
def test_a_year_far_from_that_of_the_decree_is_told_once(
    tmp_path: Path, year: int, far: bool
) -> None:
    rows = ("Indeks A | 80 | Poin | 80", "Indeks B | 80 | Poin | 80")
    found = planned(tmp_path, f"Target {year}", *rows)
    assert [str(one.place) for one in found] == [
        f'eselon-2.xlsx › lembar "Sasaran" › kolom H (kolom "Target {year}")'
    ] * far
