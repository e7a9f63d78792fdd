"""Years left over from another year's decree, and years that rightly stand in a text."""

import pytest

from generator.bahasa.tahun import other_years

TAHUN = 2024


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cascading Dinas Kesehatan Tahun 2023", [2023]),
        ("dibebankan pada Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran 2023", [2023]),
        ("Jumlah Dokumen Tahun 2022 dan Tahun 2023", [2022, 2023]),
        ("Jumlah Kader Tahun 2025", [2025]),
        ("Persentase Capaian Tahun 2022", [2022]),
    ],
)
def test_another_year_near_the_decrees_own_is_named(text: str, found: list[int]) -> None:
    assert other_years(text, TAHUN) == found


@pytest.mark.parametrize(
    "text",
    [
        "Cascading Dinas Kesehatan Tahun 2024",
        "Rencana Strategis Tahun 2021-2026",
        "RPJMD 2021 s.d. 2026",
        "Rencana Kerja Pemerintah Daerah Tahun 2025",
        "Laporan Kinerja Tahun 2023",
        "Peraturan Presiden Nomor 12 Tahun 2021 tentang Pengadaan",
        "Keputusan Kepala Dinas Nomor 7 Tahun 2023 tentang Cascading Tahun 2023 dicabut",
        "Keputusan Nomor 7 Tahun 2023 tentang Cascading Dinas Statistik, dan Persandian Tahun 2023",
        "Keputusan Kepala Dinas Nomor 050/33/2023 tentang Cascading Tahun 2023 dicabut",
        "Keputusan Nomor: 050/33/BKD tanggal 3 Januari 2023 tentang Cascading Tahun 2023 diubah",
        "sejak tahun 2021",
        "tanggal 5 Januari 2023",
        "Menuju Indonesia Emas 2045",
        "Pasal 2021/2022.2023",
    ],
)
def test_other_years_that_belong_in_a_text_are_not(text: str) -> None:
    assert other_years(text, TAHUN) == []


def test_behind_the_name_of_a_regulation_a_year_counts_again() -> None:
    text = "berdasarkan Perpres Nomor 29 Tahun 2014 tentang SAKIP, kinerja Tahun 2023 dijabarkan"

    assert other_years(text, TAHUN) == [2023]
