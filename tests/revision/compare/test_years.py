"""Two years paired and told apart, on nodes written out in the test."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.cascade.model import Jenis
from generator.report.comparison import change
from generator.revision.compare.butir import Butir, Ukuran, printed_ukuran
from generator.revision.compare.years import ComparisonLine, UkuranPair, compare, lines, signed

S1 = Butir("S1", Jenis.UTAMA, "", "", "MENINGKATNYA A")
S2 = Butir("S2", Jenis.PENDUKUNG, "", "", "MENINGKATNYA B")


def program(kode: str, induk: str, sasaran: str, *ukuran: Ukuran, nama: str = "Program") -> Butir:
    return Butir(kode, Jenis.PROGRAM, induk, nama, sasaran, ukuran)


def told(lama: list[Butir], baru: list[Butir]) -> list[str]:
    """Return what changed as short lines, targets that stayed left out."""
    return [_short(line) for line in lines(compare(lama, baru)) if line.lama != line.baru]


def _short(line: ComparisonLine) -> str:
    return f"{line.kode} {line.perubahan.value}: {line.lama} → {line.baru}"


def test_the_same_year_has_no_change() -> None:
    year = [S1, program("P1", "S1", "A", Ukuran("Jumlah", "1"))]

    assert told(year, year) == []


def test_what_came_and_what_went() -> None:
    lama = [S1, program("P1", "S1", "A", Ukuran("Jumlah", "1"))]
    baru = [S1, program("P2", "S1", "Z", Ukuran("Nilai", "2"), nama="Lain")]

    assert told(lama, baru) == [
        "P2 ditambahkan:  → Z",
        "P2 ditambahkan:  → 2",
        "P1 dihapus: A → ",
        "P1 dihapus: 1 → ",
    ]


def test_a_node_under_another_parent_moved() -> None:
    lama = [S1, S2, program("P1", "S1", "A")]
    baru = [S1, S2, program("P1", "S2", "A")]

    assert told(lama, baru) == ["P1 pindah induk: S1 MENINGKATNYA A → S2 MENINGKATNYA B"]


def test_a_parent_with_a_new_code_is_the_same_parent() -> None:
    lama = [S1, program("P1", "S1", "A")]
    baru = [Butir("SU-1", Jenis.UTAMA, "", "", "MENINGKATNYA A"), program("P1", "SU-1", "A")]

    assert told(lama, baru) == []


def test_a_code_that_stays_is_the_same_node_however_it_reads() -> None:
    lama = [program("P1", "", "A", nama="Program X")]
    baru = [program("P1", "", "B", nama="Program Y")]

    assert told(lama, baru) == [
        "P1 nama berganti: Program X → Program Y",
        "P1 sasaran berganti: A → B",
    ]


def test_a_text_that_stays_is_the_same_node_under_a_new_code() -> None:
    lama = [program("P1", "", "A", Ukuran("Jumlah", "1"))]
    baru = [program("PX", "", "A", Ukuran("Jumlah", "2"))]

    assert told(lama, baru) == ["PX target berubah: 1 → 2"]


def test_a_text_that_stands_twice_pairs_nothing() -> None:
    lama = [program("P1", "", "A"), program("P2", "", "A")]
    baru = [program("PX", "", "A")]

    assert told(lama, baru) == [
        "PX ditambahkan:  → A",
        "P1 dihapus: A → ",
        "P2 dihapus: A → ",
    ]


def test_a_sasaran_that_becomes_pendukung_is_told() -> None:
    pendukung = Butir("S1", Jenis.PENDUKUNG, "", "", "MENINGKATNYA A")

    assert told([S1], [pendukung]) == ["S1 jenis berganti: Utama → Pendukung"]


def test_indikator_are_paired_by_text_whatever_their_order() -> None:
    lama = [program("P1", "", "A", Ukuran("Jumlah", "1"), Ukuran("Nilai", "2"))]
    baru = [program("P1", "", "A", Ukuran("Nilai", "2"), Ukuran("Jumlah", "3"))]

    assert told(lama, baru) == ["P1 target berubah: 1 → 3"]


def test_an_indikator_reworded_a_little_is_the_same_one() -> None:
    lama = [program("P1", "", "A", Ukuran("Persentase ASN yang mengikut diklat", "1"))]
    baru = [program("P1", "", "A", Ukuran("Persentase ASN yang mengikuti diklat", "1"))]

    assert told(lama, baru) == [
        "P1 indikator berganti: Persentase ASN yang mengikut diklat"
        " → Persentase ASN yang mengikuti diklat"
    ]


def test_levels_come_from_the_top_whatever_the_order_of_rows() -> None:
    baru = [program("P1", "S1", "A"), S1]

    assert [line.kode for line in lines(compare([], baru))] == ["S1", "P1"]


@pytest.mark.parametrize(
    ("lama", "baru", "said"),
    [
        ("68%", "70%", "+2 poin (+2,9%)"),
        ("120 Orang", "108 Orang", "-12 Orang (-10%)"),
        ("1,29%", "2%", "+0,71 poin (+55%)"),
        ("0 Kasus", "5 Kasus", "+5 Kasus"),
        ("Rp1.000", "Rp1.500", "+500 Rp (+50%)"),
        ("83", "83", ""),
        ("LEVEL 2", "LEVEL 3", ""),
        ("80-90%", "90%", ""),
        ("12 Bulan", "12 Dokumen", ""),
    ],
)
def test_a_change_is_told_in_number_and_per_cent(lama: str, baru: str, said: str) -> None:
    pair = UkuranPair(printed_ukuran("Jumlah", lama), printed_ukuran("Jumlah", baru))

    assert change(pair) == said


def test_a_change_from_below_zero_keeps_its_direction() -> None:
    pair = UkuranPair(Ukuran("A", "-10", Decimal(-10)), Ukuran("A", "-5", Decimal(-5)))

    assert pair.bagian == Decimal("0.5")


@pytest.mark.parametrize(("number", "text"), [("1.5", "+1,5"), ("-2", "-2"), ("0", "0")])
def test_differences_are_signed(number: str, text: str) -> None:
    assert signed(Decimal(number)) == text
