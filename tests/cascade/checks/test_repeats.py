"""What is said twice: sasaran, indikator, names of boxes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings.finding import Diagnostic
from tests.cascade.checks.checked import cells, check
from tests.support.sheets import JENJANG

SASARAN = """
| Kode Induk | Kode | Jenis | Sasaran        | Indikator    | Target | Satuan |
|            | S1   | Utama | MENINGKATNYA A | Persentase A | 68     | %      |
|            | S2   | Utama | MENINGKATNYA D | Persentase D | 68     | %      |
"""
PROGRAM = """
| Kode Induk | Kode | Program   | Sasaran Program | Indikator    | Target | Satuan |
| S1         | P1   | Program A | Meningkatnya B  | Persentase B | 12     | %      |
| S2         | P2   | {nama}    | {sasaran}       | {indikator}  | 12     | %      |
"""
SUB_KEGIATAN = """
| Kode Induk | Kode | Jenis        | Nama       | Sasaran        | Indikator | Target | Satuan |
| P1         | K1   | Sub Kegiatan | Kegiatan A | Meningkatnya C | Jumlah C  | 12     | Orang  |
| P2         | K2   | Sub Kegiatan | Kegiatan B | Meningkatnya F | Jumlah F  | 12     | Orang  |
| P2         | K3   | Sub Kegiatan | Kegiatan C | {sasaran}      | Jumlah G  | 12     | Orang  |
"""


def repeat(
    folder: Path,
    *,
    nama: str = "Program B",
    sasaran: str = "Meningkatnya E",
    indikator: str = "Persentase E",
    kegiatan: str = "Meningkatnya G",
) -> list[Diagnostic]:
    program = PROGRAM.format(nama=nama, sasaran=sasaran, indikator=indikator)
    books = {
        "eselon-2": {"Sasaran": SASARAN},
        "eselon-3": {"Program": program},
        "eselon-4": {"Sub Kegiatan": SUB_KEGIATAN.format(sasaran=kegiatan)},
    }
    return [
        one
        for one in check(folder, books)
        if one.rule.name not in ("kolom-kosong", "kinerja-daerah-kosong")
    ]


def test_nothing_said_twice_is_silent(tmp_path: Path) -> None:
    assert repeat(tmp_path) == []


def test_a_sasaran_that_repeats_the_one_above_is_found(tmp_path: Path) -> None:
    (found,) = repeat(tmp_path, sasaran="Meningkatnya D")
    assert (found.rule.name, found.place.cell) == ("sasaran-sama-dengan-atasan", "D3")
    assert found.related[0].cell == "D3"
    assert "MENINGKATNYA D" in found.message


def test_a_sasaran_of_another_branch_is_found_once(tmp_path: Path) -> None:
    (found,) = repeat(tmp_path, sasaran="Meningkatnya B")
    assert (found.rule.name, found.place.cell) == ("sasaran-berulang", "D2")
    assert 'Sasaran "Meningkatnya B" tertulis 2 kali' in found.message
    assert "juga di D3" in found.message


def test_siblings_with_one_sasaran_are_a_catatan(tmp_path: Path) -> None:
    (found,) = repeat(tmp_path, kegiatan="Meningkatnya F")
    assert (found.rule.name, found.place.cell) == ("sasaran-berulang-seinduk", "E3")


SHARED = """
| Kode Induk | Kode | Jenis   | Sasaran        | Indikator | Target | Satuan |
|            | S1   | Utama   | Meningkatnya A | Jumlah A  | 1      | Orang  |
| {induk}    | S2   | {jenis} | Meningkatnya X | Jumlah B  | 1      | Orang  |
| {induk}    | S3   | {jenis} | Meningkatnya X | Jumlah C  | 1      | Orang  |
"""


@pytest.mark.parametrize(
    ("induk", "jenis", "where"),
    [("", "Utama", "di jenjang teratas"), ("S1", "Pendukung", "di bawah satu induk")],
)
def test_sasaran_of_the_office_that_are_one_are_called_sasaran(
    tmp_path: Path, induk: str, jenis: str, where: str
) -> None:
    jenjang = JENJANG + "    | Sasaran Pendukung | ESELON II  |         | I | T |"
    sasaran = SHARED.format(induk=induk, jenis=jenis)
    books = {"keputusan": {"Jenjang": jenjang}, "eselon-2": {"Sasaran": sasaran}}
    (found,) = (
        one for one in check(tmp_path, books) if one.rule.name == "sasaran-berulang-seinduk"
    )
    assert found.message == f'Sasaran "Meningkatnya X" tertulis 2 kali {where}, juga di D4.'
    assert found.cure == (
        f"Bila setiap sasaran {jenis.lower()} menghasilkan hal yang berbeda, tulis hasilnya "
        "masing-masing."
    )


def test_program_that_share_a_sasaran_are_called_program(tmp_path: Path) -> None:
    books = {
        "eselon-2": {"Sasaran": SASARAN},
        "eselon-3": {
            "Program": """
            | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target | Satuan |
            | S1         | P1   | Program A | Meningkatnya B  | Jumlah B  | 1      | Orang  |
            | S1         | P2   | Program B | Meningkatnya B  | Jumlah C  | 1      | Orang  |
            """
        },
    }
    (found,) = (
        one for one in check(tmp_path, books) if one.rule.name == "sasaran-berulang-seinduk"
    )
    assert found.cure.startswith("Bila setiap program menghasilkan hal yang berbeda")


def test_a_place_in_another_book_is_named_with_its_book(tmp_path: Path) -> None:
    (found,) = repeat(tmp_path, kegiatan="Meningkatnya B")
    assert 'eselon-4.xlsx › lembar "Sub Kegiatan" › sel E4' in found.message


def test_an_indikator_at_two_places_is_found_once(tmp_path: Path) -> None:
    (found,) = repeat(tmp_path, indikator="persentase b")
    assert (found.rule.name, found.place.cell) == ("indikator-berulang", "E2")


def test_one_name_for_several_boxes_is_one_catatan(tmp_path: Path) -> None:
    (found,) = repeat(tmp_path, nama="Program A")
    assert (found.rule.name, found.place.cell) == ("nama-kotak-berulang", "C2")
    assert found.message.endswith('dipakai beberapa kotak: "Program A" (2 kotak).')


def test_one_name_under_one_parent_is_one_box(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator    | Target | Satuan |
    | S1         | P1   | Program A | Meningkatnya B  | Persentase B | 12     | %      |
    | S1         | P2   | Program A | Meningkatnya E  | Persentase E | 12     | %      |
    """
    assert cells(check(tmp_path, {"eselon-3": {"Program": table}}), "nama-kotak-berulang") == []


def test_many_places_beside_each_other_are_a_stretch(tmp_path: Path) -> None:
    rows = "\n".join(
        f"| P1 | K{n} | Sub Kegiatan | Nama {n} | Meningkatnya C | Jumlah {n} | 1 | Orang |"
        for n in range(12)
    )
    head = "| Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan |\n"
    findings = check(tmp_path, {"eselon-4": {"Sub Kegiatan": head + rows}})
    (found,) = (one for one in findings if one.rule.name == "sasaran-berulang-seinduk")
    assert "juga di E3–E13." in found.message
    assert len(found.related) == 11
