"""Kode and Kode Induk typed into each other's column; parents named in other ways than by code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.outline import build, build_all, outline
from tests.support.sheets import Sheets

HEAD = "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |"


def test_swapped_columns_are_read_as_meant(tmp_path: Path) -> None:
    table = f"""{HEAD}
    | P1 | S1 | Program A | Naik B | Satu | 1 |
    | P2 | S1 | Program B | Naik C | Dua  | 2 |
    """
    cascade, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert [node.kode for node in cascade.akar[0].anak] == ["P1", "P2"]
    assert findings == [
        "kode-tertukar: eselon-3.xlsx Program B2",
        "kode-tertukar: eselon-3.xlsx Program B3",
    ]


def test_a_kode_of_another_level_with_a_known_parent_is_not_swapped(tmp_path: Path) -> None:
    table = f"""{HEAD}
    | S1 | S1 | Program A | Naik B | Satu | 1 |
    """
    _, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert not [one for one in findings if one.startswith("kode-tertukar")]


@pytest.mark.parametrize(
    "typed",
    ["P1 - Program A", "P1: Program A", "p1 — apa saja", "program  a", "Naik B"],
)
def test_a_parent_is_known_by_code_and_text_or_by_text(tmp_path: Path, typed: str) -> None:
    program = f"""{HEAD}
    | S1 | P1 | Program A | Naik B | Satu | 1 |
    """
    sub = f"""
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target |
    | {typed}    | K1   | Sub Kegiatan | A    | Naik D  | Dua       | 2      |
    """
    books: dict[str, Sheets] = {"eselon-3": {"Program": program}, "eselon-4": {"Sub Kegiatan": sub}}
    cascade, findings = build_all(tmp_path, books)
    assert findings == []
    assert outline(cascade)[-1].strip() == "K1 Naik D: Dua = 2"


def test_a_text_that_two_say_names_nobody(tmp_path: Path) -> None:
    program = f"""{HEAD}
    | S1 | P1 | Program A | Naik B | Satu | 1 |
    | S1 | P2 | Program A | Naik C | Dua  | 1 |
    """
    sub = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target |
    | Program A  | K1   | Sub Kegiatan | A    | Naik D  | Dua       | 2      |
    """
    books: dict[str, Sheets] = {"eselon-3": {"Program": program}, "eselon-4": {"Sub Kegiatan": sub}}
    _, findings = build_all(tmp_path, books)
    assert findings == ["induk-tidak-ditemukan: eselon-4.xlsx Sub Kegiatan A2"]
