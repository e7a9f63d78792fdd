"""Cited regulations against each other and what is known: amended, repealed, mistaken."""

from __future__ import annotations

import pytest

from tests.support.decrees import (
    PERDA_6_2016,
    PERMENPANRB_53_2014,
    UU_23_2014,
    UU_25_2004,
    remarks,
    row,
    told,
)

UU_32_2004 = (
    "Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah (Lembaran Negara Republik "
    "Indonesia Tahun 2004 Nomor 125, Tambahan Lembaran Negara Republik Indonesia Nomor 4437);"
)
STALE = UU_23_2014.partition(" sebagaimana")[0] + (
    " sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 9 Tahun 2015 "
    "tentang Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah "
    "(Lembaran Negara Republik Indonesia Tahun 2015 Nomor 58, Tambahan Lembaran Negara Republik "
    "Indonesia Nomor 5679);"
)
LAST_CITED = {"identitas": {"Tanggal": "1 November 2020", "Tahun": "2020", "Nomor": "1"}}


def test_amendment_since_the_last_one_cited() -> None:
    (found,) = remarks(mengingat=[STALE])
    assert found.rule.name == "peraturan-sudah-diubah"
    assert found.message == (
        "Per 3 Januari 2022, UU 23/2014 sudah diubah dengan UU 11/2020 (2 November 2020), "
        "yang belum disebut."
    )


def test_amendment_after_the_day_of_the_decree_does_not_count() -> None:
    assert told(mengingat=[STALE], **LAST_CITED) == []


def test_without_a_date_the_first_of_january_counts_and_the_finding_says_so() -> None:
    found = remarks(identitas={"Tanggal": ""}, mengingat=[STALE])
    assert [one.message for one in found if one.rule.code == "DOK-50"] == [
        "Per 1 Januari 2022, karena Tanggal keputusan belum terbaca, UU 23/2014 sudah diubah "
        "dengan UU 11/2020 (2 November 2020), yang belum disebut."
    ]


def test_repealed_regulation() -> None:
    (found,) = remarks(mengingat=[UU_32_2004])
    assert found.rule.name == "peraturan-sudah-dicabut"
    assert found.message == (
        "Per 3 Januari 2022, UU 32/2004 sudah dicabut dengan UU 23/2014 (2 Oktober 2014)."
    )


def test_repeal_known_from_memory_is_a_catatan() -> None:
    item = (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 12 Tahun "
        "2015 tentang {nama} (Berita Negara Republik Indonesia Tahun 2015 Nomor {nomor});"
    )
    found = [
        one
        for one in remarks(identitas={"Tanggal": "1 Februari 2022"}, mengingat=[item])
        if one.rule.code in ("DOK-51", "DOK-53")
    ]
    assert [one.rule.name for one in found] == ["peraturan-mungkin-dicabut"]


def test_amendment_known_from_memory_is_a_catatan() -> None:
    law = (
        "Undang-Undang Nomor 26 Tahun 2007 tentang Penataan Ruang sebagaimana telah diubah dengan "
        "Undang-Undang Nomor 11 Tahun 2020 tentang Cipta Kerja;"
    )
    changes = {"Tanggal": "1 Agustus 2023", "Tahun": "2023", "Nomor": "1"}
    found = [one.rule.name for one in remarks(identitas=changes, mengingat=[law])]
    assert "peraturan-mungkin-diubah" in found
    assert "peraturan-sudah-diubah" not in found


@pytest.mark.parametrize(
    ("right", "wrong", "fact"),
    [
        ("2004 Nomor 104", "2004 Nomor 164", 'nomor lembaran UU 25/2004 tertulis "164"'),
        ("Nomor 4421", "Nomor 4412", 'nomor tambahan lembaran UU 25/2004 tertulis "4412"'),
        ("Indonesia Tahun 2004", "Indonesia Tahun 2005", "tahun lembaran UU 25/2004"),
        ("Pembangunan Nasional", "Pembangunan Daerah", "nama UU 25/2004"),
    ],
)
def test_citation_that_contradicts_the_register(right: str, wrong: str, fact: str) -> None:
    (found,) = remarks(mengingat=[UU_25_2004.replace(right, wrong)])
    assert found.rule.name == "kutipan-beda-register"
    assert fact.casefold() in found.message.casefold()


def test_contradiction_of_what_is_known_from_memory_is_a_catatan() -> None:
    item = "Peraturan Presiden Nomor 72 Tahun 2021 tentang Ikan;"
    found = remarks(mengingat=[item])
    assert "kutipan-mungkin-keliru" in [one.rule.name for one in found]


def test_number_or_year_of_another_regulation() -> None:
    item = UU_25_2004.replace("Nomor 25 Tahun 2004", "Nomor 25 Tahun 2014")
    found = [one for one in remarks(mengingat=[item]) if one.rule.name == "peraturan-mirip"]
    assert [one.message for one in found] == [
        'UU 25/2014 tidak dikenal, sedangkan "Sistem Perencanaan Pembangunan Nasional" '
        "adalah UU 25/2004."
    ]


def test_unknown_regulation_is_left_alone() -> None:
    assert told(mengingat=[PERMENPANRB_53_2014, PERDA_6_2016]) == []


def test_own_row_of_the_office_counts() -> None:
    own = row(
        jenis="Perda",
        nomor="6",
        tahun="2016",
        nama="Pembentukan dan Susunan Perangkat Daerah",
        diubah_oleh="Perda 6/2018 (22 Juli 2018)",
    )
    (found,) = remarks([own], mengingat=[PERDA_6_2016])
    assert found.rule.name == "peraturan-sudah-diubah"
    assert "Perda Kabupaten Contoh Raya 6/2018 (22 Juli 2018)" in found.message


def test_own_row_that_cannot_be_read_is_told() -> None:
    own = row(jenis="Peraturan Kab.", nomor="6", tahun="2016", nama="Ikan")
    assert told([own]) == ["peraturan-jenis-tak-dikenal: Peraturan A2"]


PP_18_2016 = (
    "Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah (Lembaran Negara Republik "
    "Indonesia Tahun 2016 Nomor 114, Tambahan Lembaran Negara Republik Indonesia Nomor 5887) "
    "sebagaimana telah diubah dengan "
)
PP_72_2019 = (
    "Peraturan Pemerintah Nomor 72 Tahun 2019 tentang Perubahan atas Peraturan Pemerintah Nomor 18 "
    "Tahun 2016 tentang Perangkat Daerah (Lembaran Negara Republik Indonesia Tahun 2019 Nomor 187, "
    "Tambahan Lembaran Negara Republik Indonesia Nomor 6402);"
)
PP_17_2020 = (
    "Peraturan Pemerintah Nomor 17 Tahun 2020 tentang Perubahan atas Peraturan Pemerintah Nomor 11 "
    "Tahun 2017 tentang Manajemen Pegawai Negeri Sipil (Lembaran Negara Republik Indonesia Tahun "
    "2020 Nomor 68, Tambahan Lembaran Negara Republik Indonesia Nomor 6477);"
)


def test_the_amendment_of_another_regulation() -> None:
    assert told(mengingat=[PP_18_2016 + PP_17_2020]) == ["perubahan-atas-yang-lain: Mengingat A2"]


@pytest.mark.parametrize("item", [PP_18_2016 + PP_72_2019, UU_23_2014])
def test_an_amendment_of_this_one_or_of_several_laws(item: str) -> None:
    assert told(mengingat=[item]) == []


IN_2026 = {"Tanggal": "2 Januari 2026", "Tahun": "2026", "Nomor": "1"}


def messages_of_status(law: str) -> list[str]:
    found = remarks(identitas=IN_2026, mengingat=[law])
    return [one.message for one in found if one.rule.name.startswith("peraturan-sudah-")]


@pytest.mark.parametrize(
    "law",
    [
        "Undang-Undang Nomor 26 Tahun 2007 tentang Penataan Ruang;",
        "Undang-Undang Nomor 25 Tahun 2007 tentang Penanaman Modal;",
        "Undang-Undang Nomor 32 Tahun 2009 tentang Perlindungan dan Pengelolaan Lingkungan Hidup;",
    ],
)
def test_amendment_that_was_repealed_is_not_named_as_the_one_to_cite(law: str) -> None:
    (message,) = messages_of_status(law)
    assert "UU 6/2023" in message
    assert "UU 11/2020" not in message


def test_what_repealed_is_named_with_what_repealed_it() -> None:
    law = (
        "Undang-Undang Nomor 43 Tahun 1999 tentang Perubahan atas Undang-Undang Nomor 8 Tahun 1974 "
        "tentang Pokok-Pokok Kepegawaian;"
    )
    assert messages_of_status(law) == [
        "Per 2 Januari 2026, UU 43/1999 sudah dicabut dengan UU 5/2014 (15 Januari 2014), "
        "yang juga sudah dicabut dengan UU 20/2023 (31 Oktober 2023)."
    ]


def test_regulations_that_repeal_each_other_are_named_once() -> None:
    first = row(jenis="Perda", nomor="6", tahun="2016", nama="Ikan", dicabut_oleh="Perda 7/2018")
    second = row(jenis="Perda", nomor="7", tahun="2018", nama="Ikan", dicabut_oleh="Perda 6/2016")
    (found,) = (
        one
        for one in remarks([first, second], mengingat=[PERDA_6_2016])
        if one.rule.name == "peraturan-sudah-dicabut"
    )
    assert found.message.count("yang juga sudah dicabut") == 1
