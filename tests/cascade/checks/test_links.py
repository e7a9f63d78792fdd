"""What hangs on what: each check with a tree that it speaks about and one beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cascade.checks.checked import cells, check
from tests.support.sheets import JENJANG

TWO_SASARAN = """
| Kode Induk | Kode | Jenis | Sasaran        | Indikator     | Target | Satuan |
|            | S1   | Utama | MENINGKATNYA A | Persentase A  | 68     | %      |
|            | S2   | Utama | MENINGKATNYA D | Persentase D  | 68     | %      |
"""
TWO_PROGRAM = """
| Kode Induk | Kode | Program   | Sasaran Program | Indikator    | Target | Satuan |
| S1         | P1   | Program A | Meningkatnya B  | Persentase B | 12     | %      |
| {induk}    | P2   | Program B | Meningkatnya E  | Persentase E | 12     | %      |
"""
NO_ROWS = "| Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan |"


def test_a_sasaran_without_program_is_found(tmp_path: Path) -> None:
    books = {"eselon-2": {"Sasaran": TWO_SASARAN}}
    findings = check(tmp_path, books)
    assert cells(findings, "tanpa-turunan") == ["eselon-2 B3"]
    assert "S2 belum mempunyai program" in findings[0].message


def test_a_program_without_kegiatan_is_found(tmp_path: Path) -> None:
    books = {"eselon-3": {"Program": TWO_PROGRAM.format(induk="S1")}}
    assert cells(check(tmp_path, books), "tanpa-turunan") == ["eselon-3 B3"]


def test_a_kegiatan_without_sub_kegiatan_is_a_leaf(tmp_path: Path) -> None:
    jenjang = JENJANG + "    | Kegiatan      | ESELON IV  |                  | I | T |"
    table = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran        | Indikator | Target | Satuan |
    | P1         | K1   | Kegiatan     | A    | Meningkatnya C | Jumlah C  | 12     | Orang  |
    | P1         | K2   | Kegiatan     | B    |                |           |        |        |
    | K2         | K3   | Sub Kegiatan | D    | Meningkatnya D | Jumlah D  | 12     | Orang  |
    """
    books = {"keputusan": {"Jenjang": jenjang}, "eselon-4": {"Sub Kegiatan": table}}
    assert cells(check(tmp_path, books), "tanpa-turunan") == []


def test_a_level_that_is_empty_throughout_is_one_finding(tmp_path: Path) -> None:
    books = {
        "eselon-3": {"Program": TWO_PROGRAM.format(induk="S1")},
        "eselon-4": {"Sub Kegiatan": NO_ROWS},
    }
    findings = check(tmp_path, books)
    assert cells(findings, "semua-tanpa-turunan") == ["eselon-3 Program"]
    assert cells(findings, "tanpa-turunan") == []


def test_the_lowest_used_level_has_nothing_below(tmp_path: Path) -> None:
    jenjang = JENJANG.replace("| ESELON III |", "|            |")
    jenjang = jenjang.replace("| ESELON IV  |", "|            |")
    books = {
        "keputusan": {"Jenjang": jenjang},
        "eselon-2": {"Sasaran": TWO_SASARAN},
        "eselon-3": {
            "Program": "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |"
        },
        "eselon-4": {"Sub Kegiatan": NO_ROWS},
    }
    findings = check(tmp_path, books)
    assert cells(findings, "tanpa-turunan") == cells(findings, "semua-tanpa-turunan") == []


DAERAH = """
| Kode | Sasaran Daerah | Indikator | Target | Satuan |
| D1   | Meningkatnya X | Indeks X  | 72     | Poin   |
| D2   | Meningkatnya Y | Indeks Y  | 72     | Poin   |
"""


@pytest.mark.parametrize(("induk", "found"), [("D1", ["eselon-2 A3"]), ("", [])])
def test_a_kinerja_daerah_without_sasaran_is_found_where_others_have_theirs(
    tmp_path: Path, induk: str, found: list[str]
) -> None:
    sasaran = f"""
    | Kode Induk | Kode | Jenis | Sasaran        | Indikator    | Target | Satuan |
    | {induk}    | S1   | Utama | MENINGKATNYA A | Persentase A | 68     | %      |
    """
    books = {"eselon-2": {"Kinerja Daerah": DAERAH, "Sasaran": sasaran}}
    assert cells(check(tmp_path, books), "tanpa-turunan") == found


PROGRAM_OF_TWO = """
| Kode Induk | Kode | Program   | Sasaran Program | Indikator         | Target | Satuan |
| S1         | P1   | Program A | Meningkatnya B  | Jumlah mutasi     | 120    | Orang  |
|            |      |           |                 | Jumlah naik pangkat | 500  | Orang  |
"""


def feeding(*induk: str) -> str:
    """Make a sheet Sub Kegiatan whose rows name these Indikator Induk."""
    head = "| Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan "
    row = "| P1 | K{0} | Sub Kegiatan | Nama {0} | Meningkatnya {0} | Indeks {0} | 3 | Poin | {1} |"
    rows = [row.format(number, one) for number, one in enumerate(induk)]
    return "\n".join([head + "| Indikator Induk |", *rows])


def feed(folder: Path, *induk: str) -> list[str]:
    books = {"eselon-3": {"Program": PROGRAM_OF_TWO}, "eselon-4": {"Sub Kegiatan": feeding(*induk)}}
    findings = check(folder, books)
    return [
        *cells(findings, "indikator-tanpa-penyumbang"),
        *cells(findings, "indikator-induk-tidak-dikenal"),
    ]


def test_an_indikator_that_nobody_names_has_no_contributor(tmp_path: Path) -> None:
    assert feed(tmp_path, "Jumlah mutasi", "Jumlah mutasi") == ["eselon-3 E3"]


def test_every_indikator_named_is_well(tmp_path: Path) -> None:
    assert feed(tmp_path, "jumlah  Mutasi", "Jumlah naik pangkat") == []


def test_without_indikator_induk_nobody_knows(tmp_path: Path) -> None:
    assert feed(tmp_path, "", "") == []


def test_an_indikator_induk_that_is_not_above_is_found_with_the_near_one(tmp_path: Path) -> None:
    books = {
        "eselon-3": {"Program": PROGRAM_OF_TWO},
        "eselon-4": {"Sub Kegiatan": feeding("Jumlah mutasi", "Jumlah naik pangkt")},
    }
    (found,) = (one for one in check(tmp_path, books) if 'Indikator Induk "' in one.message)
    assert found.rule.name == "indikator-induk-tidak-dikenal"
    assert found.place.cell == "I3"
    assert 'Mungkin maksudnya "Jumlah naik pangkat".' in found.message


def test_an_indikator_induk_may_be_that_of_a_higher_level(tmp_path: Path) -> None:
    assert feed(tmp_path, "Persentase", "Jumlah mutasi", "Jumlah naik pangkat") == []


def officers(folder: Path, sasaran: str, program: str) -> list[str]:
    eselon_2 = f"""
    | Kode Induk | Kode | Jenis | Sasaran        | Indikator    | Target | Penanggung Jawab |
    |            | S1   | Utama | MENINGKATNYA A | Persentase A | 68%    | {sasaran}        |
    """
    eselon_3 = f"""
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target   | Penanggung Jawab |
    | S1         | P1   | Program A | Meningkatnya B  | Jumlah B  | 12 Orang | {program}        |
    """
    books = {"eselon-2": {"Sasaran": eselon_2}, "eselon-3": {"Program": eselon_3}}
    return cells(check(folder, books), "penanggung-jawab-sama")


def test_one_officer_at_two_levels_is_found(tmp_path: Path) -> None:
    assert officers(tmp_path, "Kepala Badan", "kepala badan") == ["eselon-3 G2"]


def test_an_officer_for_each_level_is_well(tmp_path: Path) -> None:
    assert officers(tmp_path, "Kepala Badan", "Kepala Bidang Mutasi") == []
