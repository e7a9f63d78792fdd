"""Date, offices, titles, rank and NIP around the signature."""

from __future__ import annotations

import pytest

from generator.findings.edits import Edit, apply
from tests.support.decrees import IDENTITAS, at, edits, remarks, told


def test_leading_zero() -> None:
    found = remarks(identitas={"Tanggal": "03 Januari 2022"})
    assert [one.rule.name for one in found] == ["tanggal-nol-di-depan"]
    assert edits(found) == [(at("Tanggal").split()[1], "03", "3")]


@pytest.mark.parametrize(
    ("tanggal", "cure"),
    [
        ("3 JANUARI 2022", "Januari"),
        ("3 Nopember 2022", "November"),
        ("3-1-2022", ""),
        ("31 Februari 2022", ""),
    ],
)
def test_date_of_another_form(tanggal: str, cure: str) -> None:
    found = remarks(identitas={"Tanggal": tanggal, "Nomor": "28"})
    assert "tanggal-tak-baku" in [one.rule.name for one in found]
    changed = [new for _, _, new in edits(found)]
    assert changed == ([cure] if cure else [])


@pytest.mark.parametrize("tanggal", ["20 Juni 2022", "Januari 2022", "… Januari 2022", ""])
def test_dates_that_are_right_or_left_open(tanggal: str) -> None:
    found = told(identitas={"Tanggal": tanggal, "Nomor": "28"})
    assert [one for one in found if one.startswith("tanggal")] == []


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("Jabatan Pembuka", "jabatan-pembuka-tanpa-koma"),
        ("Jabatan Penandatangan", "jabatan-penandatangan-tanpa-koma"),
    ],
)
def test_office_without_comma_is_mended(key: str, rule: str) -> None:
    typed = IDENTITAS[key].rstrip(",")
    found = remarks(identitas={key: typed})
    assert [f"{one.rule.name}: Identitas {one.place.cell}" for one in found] == [
        f"{rule}: {at(key)}"
    ]
    ((_, old, new),) = edits(found)
    assert typed.replace(old, new) == IDENTITAS[key]


def test_office_not_in_capitals_is_mended() -> None:
    found = remarks(identitas={"Jabatan Penandatangan": "Kepala Dinas Perikanan dan Peternakan,"})
    assert [one.rule.name for one in found] == ["jabatan-tidak-kapital"]
    assert [new for _, _, new in edits(found)] == ["KEPALA DINAS PERIKANAN DAN PETERNAKAN,"]


@pytest.mark.parametrize("before", ["Plt. ", "a.n. ", "Plh. "])
def test_acting_officers_need_no_capitals(before: str) -> None:
    office = f"{before}{IDENTITAS['Jabatan Penandatangan']}"
    assert told(identitas={"Jabatan Penandatangan": office}) == []


@pytest.mark.parametrize(
    ("nama", "right"),
    [
        ("NAMA PEJABAT, SH., MM", "NAMA PEJABAT, S.H., M.M."),
        ("NAMA PEJABAT, S.Sos, M.Si", "NAMA PEJABAT, S.Sos., M.Si."),
        ("NAMA PEJABAT, SE, Ak", "NAMA PEJABAT, S.E., Ak"),
    ],
)
def test_titles_without_their_points_are_mended(nama: str, right: str) -> None:
    found = remarks(identitas={"Nama Penandatangan": nama, "Gelar pada Nama": "Ya"})
    (misspelt,) = (one for one in found if one.rule.name == "gelar-tak-baku")
    assert apply(nama, (one for one in misspelt.edits if isinstance(one, Edit))) == right


def test_titles_are_a_setting() -> None:
    where = at("Nama Penandatangan")
    assert told(identitas={"Gelar pada Nama": "Ya"}) == [f"gelar-tercetak: {where}"]
    assert told(identitas={"Gelar pada Nama": "Tidak"}) == []


@pytest.mark.parametrize("setting", ["Lampiran", "Keduanya"])
def test_rank_and_nip_are_a_setting(setting: str) -> None:
    assert told(identitas={"Pangkat dan NIP": setting}) == [
        f"pangkat-nip-tercetak: {at('Pangkat')}"
    ]


def test_rank_and_nip_that_are_not_there_do_not_print() -> None:
    assert told(identitas={"Pangkat dan NIP": "Lampiran", "Pangkat": "", "NIP": ""}) == []
