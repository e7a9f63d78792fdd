"""Headings that name a year, as clerks type them."""

from __future__ import annotations

import pytest

from generator.schema.kinerja import PROGRAM
from generator.schema.years import addable, misspelt, without_year


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Target 2026", "target_2026"),
        ("TARGET  2026", "target_2026"),
        ("Target2026", "target_2026"),
        ("Target (2026)", "target_2026"),
        ("Target Tahun 2026", "target_2026"),
        ("Target Th. 2026", "target_2026"),
        ("Target Kinerja 2026", "target_2026"),
        ("Baseline", "baseline"),
        ("Kondisi Awal (2024)", "baseline"),
        ("Target", None),
        ("Target Tahun Lalu", None),
        ("Target Pagu 2026", None),
        ("Target 2026 (Rp)", None),
        ("Realisasi 2025", None),
        ("Pagu 2026", None),
        ("2026", None),
        ("Target 26", None),
        ("Target 20226", None),
        ("Target 1026", None),
        ("Target 2026-2030", None),
    ],
)
def test_which_addable_column_a_heading_names(heading: str, role: str | None) -> None:
    column = addable(heading, PROGRAM)
    assert (column.role if column else None) == role


def test_a_column_of_a_year_is_headed_as_declared() -> None:
    column = addable("target tahun 2027", PROGRAM)
    assert column is not None
    assert (column.heading, column.tahun) == ("Target 2027", 2027)


@pytest.mark.parametrize(
    ("heading", "right"),
    [
        ("Traget 2026", "Target 2026"),
        ("Target Tahn 2026", "Target 2026"),
        ("Target Pagu 2026", None),
        ("Target Akhir 2030", None),
        ("Realisasi 2025", None),
        ("Traget", None),
        ("Traget 26", None),
    ],
)
def test_which_year_a_misspelt_heading_means(heading: str, right: str | None) -> None:
    column = misspelt(heading, PROGRAM)
    assert (column.heading if column else None) == right


@pytest.mark.parametrize("heading", ["Target 26", "Target 20226", "Target 1026", "Target 2026/27"])
def test_a_heading_of_a_target_whose_year_is_none(heading: str) -> None:
    assert without_year(heading, PROGRAM)


@pytest.mark.parametrize("heading", ["Target", "Target 2026", "Pagu 26", "Catatan 1"])
def test_no_other_heading_lacks_a_year(heading: str) -> None:
    assert without_year(heading, PROGRAM) is None


def test_added_columns_come_in_the_order_of_their_years() -> None:
    found = PROGRAM.added(["target_2027", "kode", "target_2025", "baseline", "target_tahun_lalu"])
    assert [column.heading for column in found] == ["Baseline", "Target 2025", "Target 2027"]
