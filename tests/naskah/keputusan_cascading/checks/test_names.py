"""The office under one name everywhere."""

from __future__ import annotations

import pytest

from tests.support.decrees import DIKTUM, IDENTITAS, MENIMBANG, at, remarks, told


@pytest.mark.parametrize("key", ["Kop", "Jabatan Penandatangan", "Jabatan Pembuka"])
def test_office_named_otherwise(key: str) -> None:
    typed = IDENTITAS[key].replace("DAN PETERNAKAN", "DAN TERNAK")
    (found,) = remarks(identitas={key: typed})
    assert f"{found.rule.name}: Identitas {found.place.cell}" == f"nama-kantor-berbeda: {at(key)}"
    assert 'Tertulis "DINAS PERIKANAN DAN TERNAK"' in found.message


def test_office_named_otherwise_in_a_text() -> None:
    item = "bahwa kinerja Dinas Perikanan Kabupaten Contoh Raya disusun berjenjang;"
    assert told(menimbang=[item, MENIMBANG[1]]) == ["nama-kantor-berbeda: Menimbang A2"]


def test_abbreviated_office_in_a_text() -> None:
    kedua = DIKTUM[1].replace("Perjanjian Kinerja", "Perjanjian Kinerja BKPD")
    changes = {
        key: text.replace("Dinas Perikanan dan Peternakan", "Badan Keuangan dan Pendapatan Daerah")
        .replace("DINAS PERIKANAN DAN PETERNAKAN", "BADAN KEUANGAN DAN PENDAPATAN DAERAH")
        for key, text in IDENTITAS.items()
    }  # fmt: skip
    assert told(identitas=changes, diktum=[DIKTUM[0], kedua, DIKTUM[2]]) == [
        "nama-kantor-berbeda: Diktum A3"
    ]
    explained = kedua.replace("BKPD", "yang selanjutnya disingkat BKPD")
    assert told(identitas=changes, diktum=[DIKTUM[0], explained, DIKTUM[2]]) == []


@pytest.mark.parametrize(
    "text",
    [
        "bahwa Dinas Perikanan dan Peternakan Kabupaten Contoh Raya menyusun cascading;",
        "bahwa Dinas Kesehatan menyusun cascading bersama perangkat daerah lain;",
        "bahwa Dinas Perikanan Provinsi membina perangkat daerah kabupaten;",
    ],
)
def test_names_that_are_right(text: str) -> None:
    assert told(menimbang=[text, MENIMBANG[1]]) == []


def test_name_over_two_lines_is_one_name() -> None:
    kop = {"Kop": "DINAS PERIKANAN\nDAN PETERNAKAN"}
    assert told(identitas=kop) == []


def test_head_of_an_office_with_a_title_of_its_own() -> None:
    changes = {
        "Jabatan Penandatangan": "BUPATI CONTOH RAYA,",
        "Kop": "BUPATI CONTOH RAYA",
    }
    assert told(identitas=changes) == []


@pytest.mark.parametrize("key", ["Kop", "Jabatan pada Judul", "Jabatan Penandatangan"])
def test_another_office_at_the_head_or_the_signature(key: str) -> None:
    typed = IDENTITAS[key].replace("PERIKANAN DAN PETERNAKAN", "PENDIDIKAN")
    assert f"nama-kantor-berbeda: {at(key)}" in told(identitas={key: typed})
