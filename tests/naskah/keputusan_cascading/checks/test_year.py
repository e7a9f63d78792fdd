"""The year: in title and texts, in the number, and beside the date."""

from __future__ import annotations

import pytest

from tests.support.decrees import DIKTUM, IDENTITAS, MENIMBANG, at, told


def test_other_year_in_the_title() -> None:
    tentang = IDENTITAS["Tentang"].replace("{tahun}", "2021")
    found = told(identitas={"Tentang": tentang})
    assert f"tahun-lain: {at('Tentang')}" in found
    assert f"menetapkan-beda-judul: {at('Menetapkan')}" in found


def test_other_year_beside_what_is_settled() -> None:
    kesatu = DIKTUM[0].replace("{tahun}", "2021")
    assert told(diktum=[kesatu, *DIKTUM[1:]]) == ["tahun-lain: Diktum A2"]
    closing = MENIMBANG[1].replace("Kinerja;", "Kinerja Tahun 2021;")
    assert told(menimbang=[MENIMBANG[0], closing]) == ["tahun-lain: Menimbang A3"]


def test_other_year_in_the_title_of_the_annex() -> None:
    annex = {"Judul Lampiran": "CASCADING DAN POHON KINERJA\nTAHUN 2021"}
    assert told(identitas=annex) == [f"tahun-lain: Identitas B{len(IDENTITAS) + 2}"]


@pytest.mark.parametrize(
    "text",
    [
        "bahwa Rencana Strategis Tahun 2021-2026 memuat sasaran kinerja;",
        "bahwa evaluasi kinerja Tahun 2021 perlu ditindaklanjuti;",
        "bahwa Cascading dan Pohon Kinerja menurut Peraturan Bupati Nomor 5 Tahun 2021 disusun;",
        "bahwa Cascading dan Pohon Kinerja tanggal 3 Januari 2021 tidak sesuai lagi;",
        "bahwa Cascading dan Pohon Kinerja Tahun 2022 perlu disusun;",
    ],
)
def test_years_that_may_be_named(text: str) -> None:
    assert told(menimbang=[text, MENIMBANG[1]]) == []


@pytest.mark.parametrize(
    ("nomor", "tanggal", "is_told"),
    [
        ("28 / DKP / 2021", "3 Januari 2022", True),
        ("28 / DKP / 2022", "3 Januari 2022", False),
        ("188.4/28/DKP", "3 Januari 2022", False),
        ("28/2020", "", True),
        ("800/2041", "3 Januari 2022", False),
        ("28/2021", "", False),
        ("28/2021", "20 Desember 2021", False),
    ],
)
def test_number_of_another_year(nomor: str, tanggal: str, is_told: bool) -> None:
    found = told(identitas={"Nomor": nomor, "Tanggal": tanggal})
    assert [one for one in found if one.startswith("nomor")] == (
        [f"nomor-tahun-lain: {at('Nomor')}"] if is_told else []
    )


@pytest.mark.parametrize(
    ("tanggal", "is_told"),
    [
        ("3 Januari 2023", True),
        ("30 Juni 2021", True),
        ("1 Juli 2021", False),
        ("31 Desember 2022", False),
    ],
)
def test_date_far_from_the_year(tanggal: str, is_told: bool) -> None:
    found = told(identitas={"Tanggal": tanggal, "Nomor": "28"})
    assert (f"tanggal-di-luar-tahun: {at('Tanggal')}" in found) is is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Cascading dan Pohon Kinerja digunakan untuk menyusun Rencana Kerja Tahun 2023;", False),
        ("Cascading dan Pohon Kinerja Tahun 2023 menjadi dasar Rencana Kerja Tahun 2023;", True),
        (
            "Keputusan Nomor 050/33/2021 tentang Cascading dan Pohon Kinerja Tahun 2021 dicabut;",
            False,
        ),
        ("Cascading dan Pohon Kinerja Tahun 2021 dicabut;", True),
    ],
)
def test_plan_or_repealed_decree_beside_what_is_settled(text: str, is_told: bool) -> None:
    found = told(diktum=[DIKTUM[0], text, DIKTUM[-1]])
    assert found == (["tahun-lain: Diktum A3"] if is_told else [])


def test_title_that_names_a_changed_decree_and_its_year() -> None:
    changed = "PERUBAHAN ATAS KEPUTUSAN KEPALA DINAS PERIKANAN DAN PETERNAKAN NOMOR 7 TAHUN 2021"
    tentang = f"{changed}\nTENTANG POHON KINERJA\nTAHUN 2021"
    menetapkan = IDENTITAS["Menetapkan"].partition(" TENTANG")[0] + f" TENTANG {tentang}."
    identitas = {"Tentang": tentang, "Menetapkan": menetapkan.replace("\n", " ")}
    rules = {one.partition(":")[0] for one in told(identitas=identitas)}
    assert rules.isdisjoint({"tahun-lain", "kesatu-beda-judul"})
