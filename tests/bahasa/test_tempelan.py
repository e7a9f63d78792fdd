"""Broken lines joined, within words too, and what is left as it is."""

from __future__ import annotations

import pytest

from generator.bahasa.tempelan import is_stand_in, joined, measures_in

WORDS = frozenset(("orang", "bulan", "gedung", "kantor", "dan", "tunjangan", "dokumen"))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Rehabilita\nsi Gedung", "Rehabilitasi Gedung"),
        ("Orang/Bul\nan", "Orang/Bulan"),
        ("Orang/\nBulan", "Orang/Bulan"),
        ("Gaji dan\nTunjangan", "Gaji dan Tunjangan"),
        ("Penye-\ndiaan Jasa", "Penyediaan Jasa"),
        ("cita-\ncita", "cita-cita"),
        ("Penyediaan Jasa\ndi Kantor", "Penyediaan Jasa di Kantor"),
        ("satu\ndua\ntiga", "satu dua tiga"),
    ],
)
def test_a_broken_line_is_joined(text: str, whole: str) -> None:
    assert joined(text, WORDS) == whole


@pytest.mark.parametrize(
    "text",
    [
        "Persentase A\nPersentase B",
        "1. Satu\n2. Dua",
        "Meningkatnya A\nMeningkatnya B",
        "satu;\ndua",
        "Nilai SAKIP\n(skala 100)",
        "satu baris",
    ],
)
def test_what_begins_anew_is_not(text: str) -> None:
    assert joined(text, WORDS) is None


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Jumlah A\nJumlah B", ["Jumlah A", "Jumlah B"]),
        ("Jumlah pegawai yang\nhadir", ["Jumlah pegawai yang hadir"]),
        ("- Jumlah A\n- Rasio B", ["Jumlah A", "Rasio B"]),
    ],
)
def test_measures_of_a_cell(text: str, items: list[str]) -> None:
    assert measures_in(text) == items


@pytest.mark.parametrize("text", ["belum ditetapkan", "Belum ada data", "n/a", "…", "menyusul"])
def test_stand_ins(text: str) -> None:
    assert is_stand_in(text)


@pytest.mark.parametrize("text", ["Belum optimalnya layanan", "WTP", "BB", "Tidak ada temuan"])
def test_what_is_none(text: str) -> None:
    assert not is_stand_in(text)
