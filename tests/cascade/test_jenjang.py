"""Sheet Jenjang: names of levels, levels not used, deeper sasaran."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.cascade.model import Jenis
from tests.cascade.test_rows import NOTHING_BELOW
from tests.support.outline import build_all

HEAD = "| Tingkat | Label | Judul Kotak | Judul Indikator | Judul Target |\n"


def test_a_level_name_that_nobody_knows_is_wrong(tmp_path: Path) -> None:
    jenjang = HEAD + "| Sasaran Utama | ESELON II | | A | B |\n| Programm | ESELON III | | A | B |"
    _, findings = build_all(tmp_path, {"keputusan": {"Jenjang": jenjang}, **NOTHING_BELOW})
    assert findings == ["tingkat-tidak-dikenal: keputusan.xlsx Jenjang A3"]


def test_a_level_named_twice_is_wrong(tmp_path: Path) -> None:
    jenjang = HEAD + "| Sasaran Utama | ESELON II | | A | B |\n| sasaran utama | II | | A | B |"
    _, findings = build_all(tmp_path, {"keputusan": {"Jenjang": jenjang}, **NOTHING_BELOW})
    assert findings == ["tingkat-ganda: keputusan.xlsx Jenjang A3"]


def test_a_row_without_a_level_name_is_wrong(tmp_path: Path) -> None:
    jenjang = HEAD + "| Sasaran Utama | ESELON II | | A | B |\n| | ESELON III | | A | B |"
    _, findings = build_all(tmp_path, {"keputusan": {"Jenjang": jenjang}, **NOTHING_BELOW})
    assert findings == ["tingkat-kosong: keputusan.xlsx Jenjang A3"]


def test_a_heading_of_more_than_150_letters_is_wrong(tmp_path: Path) -> None:
    row = f"| Sasaran Utama | ESELON II | | {'A' * 151} | {'B' * 150} |"
    _, findings = build_all(tmp_path, {"keputusan": {"Jenjang": HEAD + row}, **NOTHING_BELOW})
    assert findings == ["judul-jenjang-panjang: keputusan.xlsx Jenjang D2"]


def test_an_empty_label_means_not_used(tmp_path: Path) -> None:
    jenjang = HEAD + "| Sasaran Utama | ESELON II | | A | B |\n| Program | | | A | B |"
    cascade, _ = build_all(tmp_path, {"keputusan": {"Jenjang": jenjang}, **NOTHING_BELOW})
    assert not cascade.jenjang.uses(Jenis.PROGRAM)


def test_a_deeper_sasaran_takes_its_own_row_or_the_one_above(tmp_path: Path) -> None:
    jenjang = (
        HEAD
        + "| Sasaran Utama | ESELON II.a | SASARAN {nomor} | A | B |\n"
        + "| Sasaran Utama 2 | ESELON II.b | SASARAN BIRO {nomor} | A | B |"
    )
    sasaran = """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target |
    |            | S1   | Utama | Naik A  | Satu      | 1      |
    | S1         | S2   | Utama | Naik B  | Dua       | 2      |
    | S2         | S3   | Utama | Naik C  | Tiga      | 3      |
    """
    cascade, findings = build_all(
        tmp_path,
        {"keputusan": {"Jenjang": jenjang}, "eselon-2": {"Sasaran": sasaran}, **NOTHING_BELOW},
    )
    labels = [str(cascade.jenjang.of(node).label) for node in cascade.walk()]
    assert labels == ["ESELON II.a", "ESELON II.b", "ESELON II.b"]
    assert findings == []


def test_a_missing_row_of_a_deeper_sasaran_is_its_parents(tmp_path: Path) -> None:
    jenjang = HEAD + "| Sasaran Utama | ESELON II | SASARAN {nomor} | A | B |"
    cascade, _ = build_all(tmp_path, {"keputusan": {"Jenjang": jenjang}, **NOTHING_BELOW})
    deeper = replace(cascade.akar[0], kedalaman=2)
    assert cascade.jenjang.of(deeper) == cascade.jenjang.of(cascade.akar[0])
