"""Numbers: what a target can be, and what it was last year."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings.finding import Diagnostic
from tests.cascade.checks.checked import check

NUMBERS = (
    "persen-lebih-seratus",
    "desimal-campur",
    "target-melawan-arah",
    "target-melompat",
    "target-tetap",
    "target-semua-tetap",
)


def planned(folder: Path, *rows: str) -> list[Diagnostic]:
    """Check a sheet Sasaran of rows "indikator | target | satuan | target tahun lalu | arah"."""
    head = "| Kode Induk | Kode | Jenis | Sasaran | Indikator | Target | Satuan |"
    table = [head + " Target Tahun Lalu | Arah |"]
    for number, row in enumerate(rows):
        node = " | | | " if number else " | S1 | Utama | MENINGKATNYA A"
        table.append(f"| {node} | {row} |")
    findings = check(folder, {"eselon-2": {"Sasaran": "\n".join(table)}})
    return [one for one in findings if one.rule.name in NUMBERS]


def names(findings: list[Diagnostic]) -> list[str]:
    return [one.rule.name for one in findings]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Persentase A | `120` | % | |", ["persen-lebih-seratus"]),
        ("Persentase A | `100` | % | |", []),
        ("Persentase peningkatan A | `120` | % | |", []),
        ("Laju pertumbuhan A | `120` | % | |", []),
        ("Angka Partisipasi Kasar SD | `104` | % | |", []),
        ("Jumlah A | `120` | Orang | |", []),
        ("Indeks A | `70` | Poin | `75` | Naik", ["target-melawan-arah"]),
        ("Indeks A | `80` | Poin | `75` | Turun", ["target-melawan-arah"]),
        ("Indeks A | `80` | Poin | `75` | Naik", []),
        ("Indeks A | `70` | Poin | `75` |", []),
        ("Persentase A | 70% | | `75` | Naik", []),
        ("Jumlah A | `1001` | Orang | `100` | Naik", ["target-melompat"]),
        ("Jumlah A | `9` | Orang | `100` |", ["target-melompat"]),
        ("Jumlah A | `1000` | Orang | `100` | Naik", []),
        ("Jumlah A | `5` | Orang | `0` | Naik", []),
        ("Indeks A | `83` | Poin | `83` | Naik", ["target-tetap"]),
        ("Persentase A | `100` | % | 100% | Naik", []),
        ("Jumlah pelanggaran | `0` | Kasus | `0` | Turun", []),
        ("Jumlah pelanggaran | `0` | Kasus | `0` | Naik", ["target-tetap"]),
        ("Opini BPK | WTP | | WTP |", []),
    ],
)
def test_one_target(tmp_path: Path, row: str, expected: list[str]) -> None:
    assert names(planned(tmp_path, row)) == expected


def test_what_is_compared_is_said_with_both_numbers(tmp_path: Path) -> None:
    (found,) = planned(tmp_path, "Persentase A | `70` | % | `75` | Naik")
    assert found.message == "Target 70% dibandingkan 75% tahun lalu berlawanan dengan Arah Naik."
    assert (found.place.cell, found.related[0].cell) == ("F2", "H2")


def test_a_sheet_left_from_last_year_is_one_finding(tmp_path: Path) -> None:
    rows = [f"Indeks {n} | `{n}` | Poin | `{n}` |" for n in (71, 72, 73)]
    (found,) = planned(tmp_path, *rows)
    assert (found.rule.name, found.place.sheet, found.place.cell) == (
        *("target-semua-tetap", "Sasaran"),
        None,
    )


def test_a_sheet_with_one_change_is_not_left_from_last_year(tmp_path: Path) -> None:
    rows = [f"Indeks {n} | `{n}` | Poin | `{n}` |" for n in (71, 72)]
    findings = planned(tmp_path, *rows, "Indeks C | `73` | Poin | `72` |")
    assert names(findings) == ["target-tetap", "target-tetap"]


def test_targets_kept_at_their_best_are_silent_throughout(tmp_path: Path) -> None:
    rows = [f"Persentase {n} | `100` | % | 100% |" for n in "ABC"]
    assert planned(tmp_path, *rows) == []


def test_a_decimal_point_beside_commas_is_found(tmp_path: Path) -> None:
    (found,) = planned(tmp_path, "Indeks A | 3.51 | (teks) | |", "Persentase B | 8,2% | | |")
    assert (found.rule.name, found.place.cell, found.related[0].cell) == (
        *("desimal-campur", "F2"),
        "F3",
    )


@pytest.mark.parametrize(
    "rows",
    [
        ("Indeks A | 3.51 | (teks) | |", "Persentase B | 8% | | |"),
        ("Indeks A | 3,51 | (teks) | |", "Persentase B | 8,2% | | |"),
        ("Jumlah A | `1250` | Orang | |", "Persentase B | 8,2% | | |"),
        ("Kode A | 1.02.03 | (teks) | |", "Persentase B | 8,2% | | |"),
    ],
)
def test_one_decimal_mark_is_well(tmp_path: Path, rows: tuple[str, ...]) -> None:
    assert planned(tmp_path, *rows) == []
