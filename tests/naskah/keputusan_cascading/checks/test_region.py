"""The region: what stayed behind when a decree was copied from another one."""

from __future__ import annotations

import pytest

from tests.support.decrees import IDENTITAS, PERBUP_70_2016, PERDA_6_2016, at, remarks, told

PERDA_PROVINSI = (
    "Peraturan Daerah Provinsi Contoh Nomor 3 Tahun 2015 tentang Rencana Tata Ruang Wilayah "
    "(Lembaran Daerah Provinsi Contoh Tahun 2015 Nomor 3, Tambahan Lembaran Daerah Provinsi Contoh "
    "Nomor 3);"
)


@pytest.mark.parametrize(
    "key", ["Jabatan pada Judul", "Tentang", "Jabatan Pembuka", "Jabatan Penandatangan"]
)
def test_another_region_at_the_head_or_the_signature(key: str) -> None:
    typed = f"{IDENTITAS[key].removesuffix(',')} "
    typed = typed.replace("KABUPATEN CONTOH RAYA", "").strip() + "\nKABUPATEN CONTOH LAMA"
    assert f"daerah-lain: {at(key)}" in told(identitas={key: typed})


@pytest.mark.parametrize(
    "typed",
    [
        "KEPALA DINAS PERIKANAN DAN PETERNAKAN,",
        "KEPALA DINAS PERIKANAN DAN PETERNAKAN KABUPATEN CONTOH RAYA,",
        "KEPALA DINAS PERIKANAN DAN PETERNAKAN\nKABUPATEN CONTOH RAYA PROVINSI CONTOH,",
    ],
)
def test_the_own_region_or_none(typed: str) -> None:
    assert told(identitas={"Jabatan Pembuka": typed}) == []


def test_a_region_in_the_name_of_the_office() -> None:
    changes = {
        key: text.replace("Dinas Perikanan dan Peternakan", "Rumah Sakit Kota Lama")
        .replace("DINAS PERIKANAN DAN PETERNAKAN", "RUMAH SAKIT KOTA LAMA")
        for key, text in IDENTITAS.items()
    }  # fmt: skip
    assert told(identitas=changes) == []


def test_a_regulation_of_another_region() -> None:
    other = PERDA_6_2016.replace("Kabupaten Contoh Raya", "Kabupaten Contoh Lama")
    assert told(mengingat=[other]) == ["daerah-lain: Mengingat A2"]


def test_a_regulation_of_another_regent() -> None:
    (found,) = remarks(mengingat=[PERBUP_70_2016.replace("Contoh Raya", "Contoh Lama")])
    assert found.message == (
        'Tertulis "Contoh Lama", sedangkan di sini seharusnya "Kabupaten Contoh Raya".'
    )


def test_the_gazette_of_another_region() -> None:
    other = PERDA_6_2016.replace(
        "(Lembaran Daerah Kabupaten Contoh Raya", "(Lembaran Daerah Kota X"
    )
    assert told(mengingat=[other]) == ["daerah-lain: Mengingat A2"]


def test_a_regulation_of_the_province() -> None:
    assert told(mengingat=[PERDA_PROVINSI, PERDA_6_2016]) == []


def test_a_regulation_that_names_no_region() -> None:
    assert told(
        mengingat=[PERDA_6_2016.replace("Daerah Kabupaten Contoh Raya Nomor", "Nomor")]
    ) != ["daerah-lain: Mengingat A2"]
