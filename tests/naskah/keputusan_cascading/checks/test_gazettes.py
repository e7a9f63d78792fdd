"""The gazette of a citation: that of its kind, there with its supplement, and not too old."""

from __future__ import annotations

import pytest

from tests.support.decrees import (
    PERDA_6_2016,
    PERMENPANRB_53_2014,
    PERPRES_29_2014,
    UU_25_2004,
    edits,
    remarks,
    told,
)


def test_wrong_gazette_is_renamed_where_its_number_is_known() -> None:
    wrong = PERMENPANRB_53_2014.replace("(Berita Negara", "(Lembaran Negara")
    (found,) = remarks(mengingat=[wrong])
    assert found.message == (
        "PermenPANRB 53/2014 dikutip dalam Lembaran Negara, padahal Peraturan Menteri dimuat "
        "dalam Berita Negara."
    )
    assert edits([found]) == [("A2", "(Lembaran", "(Berita")]


@pytest.mark.parametrize(
    "item",
    [
        "Peraturan Menteri Kelautan Nomor 900 Tahun 2017 tentang Perikanan (Lembaran Negara "
        "Republik Indonesia Tahun 2017 Nomor 312);",
        PERMENPANRB_53_2014.replace("(Berita Negara", "(Lembaran Negara").replace("1842", "842"),
    ],
)
def test_wrong_gazette_of_unknown_number_has_no_certain_cure(item: str) -> None:
    found = [one for one in remarks(mengingat=[item]) if one.rule.name == "lembaran-bukan-jenisnya"]
    assert [one.place.cell for one in found] == ["A2"]
    assert edits(found) == []


def test_missing_gazettes_of_a_law_are_written_where_they_are_known() -> None:
    bare = "Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional;"
    (found,) = remarks(mengingat=[bare])
    assert found.rule.name == "lembaran-negara-kurang"
    assert found.message == (
        "UU 25/2004 dikutip tanpa Lembaran Negara dan Tambahan Lembaran Negara."
    )
    ((_, old, new),) = edits([found])
    assert bare.replace(old, new) == UU_25_2004


def test_missing_gazette_of_an_unknown_law_has_no_certain_cure() -> None:
    (found,) = remarks(mengingat=["Undang-Undang Nomor 900 Tahun 2011 tentang Ikan;"])
    assert found.rule.name == "lembaran-negara-kurang"
    assert found.edits == ()


@pytest.mark.parametrize(
    ("item", "told_as"),
    [
        (UU_25_2004.replace(", Tambahan Lembaran Negara Republik Indonesia Nomor 4421", ""),
         "lembaran-negara-kurang"),
        (PERPRES_29_2014.replace(" (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 80)", ""),
         "lembaran-negara-kurang"),
        (PERDA_6_2016.replace(", Tambahan Lembaran Daerah Kabupaten Contoh Raya Nomor 6", ""),
         "lembaran-daerah-kurang"),
        (PERMENPANRB_53_2014.replace(" (Berita Negara Republik Indonesia Tahun 2014 Nomor 1842)",
                                     ""),
         "berita-negara-kurang"),
    ],
)  # fmt: skip
def test_gazette_or_supplement_left_out(item: str, told_as: str) -> None:
    assert told(mengingat=[item]) == [f"{told_as}: Mengingat A2"]


@pytest.mark.parametrize(
    "item",
    [
        "Peraturan Menteri Kelautan Nomor 900 Tahun 2009 tentang Perikanan;",
        "Peraturan Bupati Contoh Raya Nomor 7 Tahun 2016 tentang Ikan;",
        "Undang-Undang Nomor 12 Tahun 1956 tentang Pembentukan Daerah Otonom Kabupaten dalam "
        "Lingkungan Daerah Propinsi Sumatera Tengah (Lembaran Negara Republik Indonesia Tahun 1956 "
        "Nomor 25) sebagaimana telah diubah dengan Undang-Undang Nomor 7 Tahun 1965 tentang "
        "Pembentukan Daerah Tingkat II Sarolangun-Bangko dan Daerah Tingkat II Tanjung Jabung "
        "dengan Mengubah Undang-Undang Nomor 12 Tahun 1956 tentang Pembentukan Daerah Otonom "
        "Kabupaten di Propinsi Sumatera Tengah (Lembaran Negara Republik Indonesia Tahun 1965 "
        "Nomor 50, Tambahan Lembaran Negara Republik Indonesia Nomor 2755);",
    ],
)
def test_gazettes_that_nobody_asks_for(item: str) -> None:
    assert told(mengingat=[item]) == []


def test_each_regulation_of_a_chain_carries_its_own_gazettes() -> None:
    chain = (
        "Peraturan Daerah Kabupaten Contoh Raya Nomor 6 Tahun 2016 tentang Pembentukan Perangkat "
        "Daerah sebagaimana telah diubah dengan Peraturan Daerah Kabupaten Contoh Raya Nomor 6 "
        "Tahun 2018 tentang Perubahan atas Peraturan Daerah Kabupaten Contoh Raya Nomor 6 Tahun "
        "2016 tentang Pembentukan Perangkat Daerah (Lembaran Daerah Kabupaten Contoh Raya Tahun "
        "{tahun_lembaran} Nomor 6, Tambahan Lembaran Daerah Kabupaten Contoh Raya Nomor 6);"
    )
    base, amending = "Perda Kabupaten Contoh Raya 6/2016", "Perda Kabupaten Contoh Raya 6/2018"
    both = "dikutip tanpa Lembaran Daerah dan Tambahan Lembaran Daerah."
    for year, lacking in (("2018", base), ("2016", amending)):
        found = remarks(mengingat=[chain.replace("{tahun_lembaran}", year)])
        assert [one.message for one in found] == [f"{lacking} {both}"]


def test_supplement_of_a_kind_that_has_none() -> None:
    item = PERPRES_29_2014.replace(
        "Nomor 80)", "Nomor 80, Tambahan Lembaran Negara Republik Indonesia Nomor 5500)"
    )
    assert told(mengingat=[item]) == ["tambahan-tak-lazim: Mengingat A2"]


def test_gazette_older_than_its_regulation() -> None:
    item = PERDA_6_2016.replace("Raya Tahun 2016 Nomor 6,", "Raya Tahun 2015 Nomor 6,")
    assert told(mengingat=[item]) == ["lembaran-mendahului-peraturan: Mengingat A2"]
    younger = PERDA_6_2016.replace("Raya Tahun 2016 Nomor 6,", "Raya Tahun 2017 Nomor 6,")
    assert told(mengingat=[younger]) == []


def test_item_read_in_part_draws_neither_a_missing_gazette_nor_an_edit() -> None:
    item = "Undang-undang Nomor 25 Tahun 2004 tentang Perencanaan; lihat halaman tiga"
    found = remarks(mengingat=[item])
    assert "dasar-hukum-tak-terbaca" in [one.rule.name for one in found]
    assert "lembaran-negara-kurang" not in [one.rule.name for one in found]
    assert edits(found) == []


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Nasional; (Lembaran", "Nasional (Lembaran"),
        ("Undang-Undang Nomo 25", "Undang-Undang Nomor 25"),
        ("2004 tentagn Sistem", "2004 tentang Sistem"),
        ("(Lembaran Negera", "(Lembaran Negara"),
        ("(Lembaran Negara Republik lndonesia", "(Lembaran Negara Republik Indonesia"),
        ("(Lembaran Negara Repubik Indonesia", "(Lembaran Negara Republik Indonesia"),
    ],
)
def test_slip_of_the_keyboard_is_read_and_mended(typed: str, right: str) -> None:
    assert right in UU_25_2004
    found = remarks(mengingat=[UU_25_2004.replace(right, typed)])
    ((_, old, new),) = edits(found)
    assert UU_25_2004.replace(right, typed).replace(old, new) == UU_25_2004
