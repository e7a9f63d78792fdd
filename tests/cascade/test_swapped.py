"""Kode and Kode Induk typed into each other's column; parents named in other ways than by code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cascade.test_rows import JENJANG_WITH_KEGIATAN
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


def test_kegiatan_and_sub_kegiatan_of_a_whole_sheet_are_put_right(tmp_path: Path) -> None:
    sub = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target |
    | K1         | P1   | Kegiatan     | A    | Naik D  | Dua       | 2      |
    | K2         | K1   | Sub Kegiatan | B    | Naik E  | Tiga      | 3      |
    | K3         | K1   | Sub Kegiatan | C    | Naik F  | Empat     | 4      |
    """
    books: dict[str, Sheets] = {
        "eselon-4": {"Sub Kegiatan": sub},
        "keputusan": {"Jenjang": JENJANG_WITH_KEGIATAN},
    }
    cascade, findings = build_all(tmp_path, books)
    assert outline(cascade)[-3:] == [
        "    K1 Naik D: Dua = 2",
        "      K2 Naik E: Tiga = 3",
        "      K3 Naik F: Empat = 4",
    ]
    assert {one.partition(":")[0] for one in findings} == {"kode-tertukar"}


def test_a_repeated_kode_takes_its_orphans_along(tmp_path: Path) -> None:
    program = f"""{HEAD}
    | S1 | P1 | Program A | Naik B | Satu | 1 |
    | S1 | P3 | Program B | Naik C | Dua  | 1 |
    | S1 | P1 | Program C | Naik D | Tiga | 1 |
    """
    sub = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target |
    | P2         | K1   | Sub Kegiatan | A    | Naik E  | Empat     | 2      |
    | P2         | K2   | Sub Kegiatan | B    | Naik F  | Lima      | 2      |
    """
    books: dict[str, Sheets] = {"eselon-3": {"Program": program}, "eselon-4": {"Sub Kegiatan": sub}}
    _, findings = build_all(tmp_path, books)
    assert findings == ["kode-ganda: eselon-3.xlsx Program B4"]


def test_all_that_hang_on_a_parent_that_is_gone_are_one_finding(tmp_path: Path) -> None:
    sub = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target |
    | P9         | K1   | Sub Kegiatan | A    | Naik E  | Empat     | 2      |
    | P9         | K2   | Sub Kegiatan | B    | Naik F  | Lima      | 2      |
    """
    _, findings = build(tmp_path, "eselon-4", {"Sub Kegiatan": sub})
    assert findings == ["induk-tidak-ditemukan: eselon-4.xlsx Sub Kegiatan A2"]
