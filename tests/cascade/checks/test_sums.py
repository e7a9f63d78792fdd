"""Sums: a "Jumlah …" against its parts, a Pagu against the money below it."""

from __future__ import annotations

from pathlib import Path

from generator.findings.finding import Diagnostic
from tests.cascade.checks.checked import check


def summed(folder: Path, whole: str, *parts: str) -> list[Diagnostic]:
    """Check a program "indikator | target | satuan" over sub kegiatan "… | indikator induk"."""
    program = f"""
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target | Satuan |
    | S1         | P1   | Program A | Meningkatnya B  | {whole} |
    """
    head = "| Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan "
    rows = [
        f"| P1 | K{n} | Sub Kegiatan | Kegiatan {n} | Meningkatnya {n} | {part} |"
        for n, part in enumerate(parts)
    ]
    kegiatan = "\n".join([head + "| Indikator Induk |", *rows])
    books = {"eselon-3": {"Program": program}, "eselon-4": {"Sub Kegiatan": kegiatan}}
    return [one for one in check(folder, books) if one.rule.name == "jumlah-tidak-cocok"]


WHOLE = "Jumlah ASN terlatih | `120` | Orang"


def test_parts_that_name_the_whole_are_summed(tmp_path: Path) -> None:
    (found,) = summed(
        tmp_path,
        WHOLE,
        "Jumlah peserta diklat | `20` | Orang | Jumlah ASN terlatih",
        "Jumlah peserta bimtek | `90` | Orang | Jumlah ASN terlatih",
        "Jumlah penceramah     | `7`  | Orang | ",
    )
    assert found.place.cell == "F2"
    assert [place.cell for place in found.related] == ["G2", "G3"]
    assert found.message == (
        "Target 120 Orang tidak sama dengan jumlah di bawahnya: 20 Orang + 90 Orang = 110."
    )


def test_a_sum_that_holds_is_silent(tmp_path: Path) -> None:
    parts = [f"Jumlah peserta {n} | `{n}` | Orang | Jumlah ASN terlatih" for n in (20, 100)]
    assert summed(tmp_path, WHOLE, *parts) == []


def test_parts_with_the_words_of_the_whole_are_summed(tmp_path: Path) -> None:
    parts = [f"Jumlah ASN terlatih {n} | `{n}` | Orang |" for n in (20, 90)]
    assert len(summed(tmp_path, WHOLE, *parts)) == 1


def test_other_things_of_the_same_unit_are_no_parts(tmp_path: Path) -> None:
    parts = [f"Jumlah pensiunan {n} | `{n}` | Orang |" for n in (20, 90)]
    assert summed(tmp_path, WHOLE, *parts) == []


def test_a_part_in_another_unit_leaves_the_sum_unknown(tmp_path: Path) -> None:
    assert (
        summed(
            tmp_path,
            WHOLE,
            "Jumlah peserta diklat | `20` | Orang | Jumlah ASN terlatih",
            "Jumlah bimtek         | `3`  | Kali  | Jumlah ASN terlatih",
        )
        == []
    )


def test_percentages_are_never_summed(tmp_path: Path) -> None:
    parts = [f"Persentase {n} | `{n}` | % | Persentase ASN terlatih" for n in (20, 30)]
    assert summed(tmp_path, "Persentase ASN terlatih | `80` | %", *parts) == []


def test_a_long_sum_is_cut_short(tmp_path: Path) -> None:
    parts = [f"Jumlah peserta {n} | `1` | Orang | Jumlah ASN terlatih" for n in range(9)]
    (found,) = summed(tmp_path, WHOLE, *parts)
    assert "1 Orang + … = 9." in found.message


def budgeted(folder: Path, program: str, *kegiatan: str) -> list[str]:
    """Check the Pagu of a program over those of its sub kegiatan."""
    eselon_3 = f"""
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target | Satuan | Pagu     |
    | S1         | P1   | Program A | Meningkatnya B  | Jumlah B  | 12     | Orang  | {program} |
    """
    rows = ["| Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan | Pagu |"]
    rows += [
        f"| P1 | K{n} | Sub Kegiatan | Nama {n} | Naiknya {n} | Jumlah {n} | 1 | Orang | {pagu} |"
        for n, pagu in enumerate(kegiatan)
    ]
    books = {"eselon-3": {"Program": eselon_3}, "eselon-4": {"Sub Kegiatan": "\n".join(rows)}}
    return [one.message for one in check(folder, books) if one.rule.name == "pagu-tidak-cocok"]


def test_a_pagu_that_is_not_the_sum_below_is_found(tmp_path: Path) -> None:
    assert budgeted(tmp_path, "Rp 500.000.000", "`200000000`", "`250000000`") == [
        "Pagu 500.000.000 tidak sama dengan jumlah pagu di bawahnya, 450.000.000; "
        "selisihnya 50.000.000."
    ]


def test_a_pagu_that_is_the_sum_is_silent(tmp_path: Path) -> None:
    assert budgeted(tmp_path, "`450`", "`200`", "`250`") == []


def test_a_pagu_unknown_below_may_be_the_rest(tmp_path: Path) -> None:
    assert budgeted(tmp_path, "`450`", "`200`", "") == []


def test_what_is_known_below_may_already_be_too_much(tmp_path: Path) -> None:
    assert len(budgeted(tmp_path, "`450`", "`500`", "")) == 1


def test_without_a_pagu_above_or_below_there_is_nothing_to_compare(tmp_path: Path) -> None:
    assert budgeted(tmp_path, "", "`200`", "`250`") == []
    assert budgeted(tmp_path, "`450`", "", "") == []


def test_a_kegiatan_that_two_sasaran_of_a_program_share_counts_once(tmp_path: Path) -> None:
    books = {
        "eselon-3": {
            "Program": """
            | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target | Satuan | Pagu     |
            | S1         | P1   | Program A | Naiknya mutu    | Jumlah a  | 1      | Orang  | 500000000 |
            | S1         | P2   | Program A | Naiknya jumlah  | Jumlah b  | 1      | Orang  | 500000000 |
            """  # noqa: E501
        },
        "eselon-4": {
            "Sub Kegiatan": """
            | Kode Induk | Kode | Jenis        | Nama   | Sasaran   | Indikator | Target | Satuan | Pagu      |
            | P1         | K1   | Sub Kegiatan | Nama 1 | Naiknya 1 | Jumlah 1  | 1      | Orang  | 500000000 |
            | P2         | K2   | Sub Kegiatan | Nama 1 | Naiknya 2 | Jumlah 2  | 1      | Orang  | 500000000 |
            """  # noqa: E501
        },
    }
    found = [one for one in check(tmp_path, books) if one.rule.name == "pagu-tidak-cocok"]
    assert found == []


def test_a_program_under_two_sasaran_may_have_a_part_under_each(tmp_path: Path) -> None:
    books = {
        "eselon-2": {
            "Sasaran": """
            | Kode | Jenis | Sasaran | Indikator | Target | Satuan |
            | S1   | Utama | AMAN    | Indeks a  | 1      | Indeks |
            | S2   | Utama | RAPI    | Indeks b  | 1      | Indeks |
            """
        },
        "eselon-3": {
            "Program": """
            | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target | Satuan | Pagu     |
            | S1         | P1   | Program A | Naiknya mutu    | Jumlah a  | 1      | Orang  | 500000000 |
            | S2         | P2   | Program A | Naiknya jumlah  | Jumlah b  | 1      | Orang  | 500000000 |
            """  # noqa: E501
        },
        "eselon-4": {
            "Sub Kegiatan": """
            | Kode Induk | Kode | Jenis        | Nama   | Sasaran   | Indikator | Target | Satuan | Pagu      |
            | P1         | K1   | Sub Kegiatan | Nama 1 | Naiknya 1 | Jumlah 1  | 1      | Orang  | 200000000 |
            | P2         | K2   | Sub Kegiatan | Nama 2 | Naiknya 2 | Jumlah 2  | 1      | Orang  | 300000000 |
            """  # noqa: E501
        },
    }
    found = [one for one in check(tmp_path, books) if one.rule.name == "pagu-tidak-cocok"]
    assert found == []
