"""Mengingat as a list: order, what cannot be read, twice, articles, endings, too new."""

from __future__ import annotations

import pytest

from tests.support.decrees import (
    MENGINGAT,
    PERBUP_70_2016,
    PERDA_6_2016,
    PERMENPANRB_53_2014,
    PERPRES_29_2014,
    PP_12_2019,
    UU_23_2014,
    UU_25_2004,
    edits,
    remarks,
    told,
)

PERMENDAGRI_86_2017 = (
    "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan, "
    "Pengendalian dan Evaluasi Pembangunan Daerah, Tata Cara Evaluasi Rancangan Peraturan Daerah "
    "tentang Rencana Pembangunan Jangka Panjang Daerah dan Rencana Pembangunan Jangka Menengah "
    "Daerah, serta Tata Cara Perubahan Rencana Pembangunan Jangka Panjang Daerah, Rencana "
    "Pembangunan Jangka Menengah Daerah, dan Rencana Kerja Pemerintah Daerah (Berita Negara "
    "Republik Indonesia Tahun 2017 Nomor 1312);"
)


def test_sound_list_is_silent() -> None:
    assert told(mengingat=MENGINGAT) == []


@pytest.mark.parametrize(
    ("items", "where"),
    [
        ([UU_25_2004, PERPRES_29_2014, PP_12_2019], "A3"),
        ([UU_23_2014, UU_25_2004], "A2"),
        ([PERMENDAGRI_86_2017, PERMENPANRB_53_2014, PERDA_6_2016], "A2"),
        ([UU_25_2004, PERBUP_70_2016, PERDA_6_2016], "A3"),
    ],
)
def test_lower_or_younger_before_higher_or_older(items: list[str], where: str) -> None:
    assert told(mengingat=items) == [f"mengingat-salah-urutan: Mengingat {where}"]


def test_order_is_named_and_each_row_gets_the_text_that_belongs_there() -> None:
    (found,) = remarks(mengingat=[UU_25_2004, PERMENDAGRI_86_2017, PERPRES_29_2014, PERDA_6_2016])
    assert found.message == (
        "Permendagri 86/2017 (nomor 2) ditulis sebelum Perpres 29/2014 (nomor 3), "
        "yang lebih tinggi tingkatannya."
    )
    assert found.cure == (
        "Urutkan menjadi: 1. UU 25/2004; 2. Perpres 29/2014; 3. Permendagri 86/2017; "
        "4. Perda Kabupaten Contoh Raya 6/2016."
    )
    assert edits([found]) == [
        ("A3", PERMENDAGRI_86_2017, PERPRES_29_2014),
        ("A4", PERPRES_29_2014, PERMENDAGRI_86_2017),
    ]


def test_regulations_of_one_day_follow_each_other_by_number() -> None:
    nama = {88: "Evaluasi Akuntabilitas Kinerja", 89: "Penjenjangan Kinerja"}
    first, second = (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor "
        f"{nomor} Tahun 2021 tentang {nama[nomor]} Instansi Pemerintah (Berita Negara Republik "
        f"Indonesia Tahun 2021 Nomor {nomor + 1481});"
        for nomor in (88, 89)
    )
    (found,) = remarks(mengingat=[second, first])
    assert found.message == (
        "PermenPANRB 89/2021 (nomor 1) ditulis sebelum PermenPANRB 88/2021 (nomor 2), "
        "yang lebih kecil nomornya."
    )
    assert edits([found]) == [("A2", second, first), ("A3", first, second)]


@pytest.mark.parametrize(
    ("items", "where", "others"),
    [
        ([PERDA_6_2016, UU_25_2004, PP_12_2019], "A2", ["A3", "A4"]),
        ([PP_12_2019, PERDA_6_2016, UU_25_2004], "A4", ["A2", "A3"]),
    ],
)
def test_item_in_the_wrong_to_most_others_is_blamed(
    items: list[str], where: str, others: list[str]
) -> None:
    (found,) = remarks(mengingat=items)
    assert found.place.cell == where
    assert [place.cell for place in found.related] == others


def test_order_without_certain_cure_where_an_item_cannot_be_read() -> None:
    found = remarks(mengingat=[PP_12_2019, UU_25_2004, "Surat Kepala Dinas;"])
    assert [one.rule.name for one in found] == ["mengingat-salah-urutan", "dasar-hukum-tak-terbaca"]
    assert edits(found) == []


def test_order_without_certain_cure_where_numbers_were_typed() -> None:
    (found,) = (
        one
        for one in remarks(mengingat=[f"1. {PP_12_2019}", f"2. {UU_25_2004}"])
        if one.rule.name == "mengingat-salah-urutan"
    )
    assert found.edits == ()


@pytest.mark.parametrize(
    ("item", "isi"),
    [
        ("Surat Kepala Dinas tanggal 3 Januari 2022;", "Surat Kepala Dinas tanggal 3 Januari 2022"),
        (f"{UU_25_2004[:-1]}; {PP_12_2019}", PP_12_2019[:80]),
    ],
)
def test_what_cannot_be_read_is_told(item: str, isi: str) -> None:
    found = [one for one in remarks(mengingat=[item]) if one.rule.code == "DOK-36"]
    assert [one.rule.name for one in found] == ["dasar-hukum-tak-terbaca"]
    assert isi.split(";")[0][:40] in found[0].message


def test_regulation_cited_twice() -> None:
    assert told(mengingat=[UU_25_2004, UU_25_2004]) == ["dasar-hukum-ganda: Mengingat A3"]


def test_same_number_of_another_region_is_another_regulation() -> None:
    other = PERDA_6_2016.replace("Kabupaten Contoh Raya", "Provinsi Contoh Baru")
    assert told(mengingat=[other, PERDA_6_2016]) == []


def test_article_is_told() -> None:
    item = f"Pasal 12 {UU_25_2004}"
    assert told(mengingat=[item]) == ["dasar-hukum-berpasal: Mengingat A2"]


def test_article_of_the_constitution_is_usual() -> None:
    item = "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;"
    assert told(mengingat=[item, UU_25_2004]) == []


@pytest.mark.parametrize("end", [".", "", ",", ".;", ";."])
def test_every_item_ends_with_a_semicolon(end: str) -> None:
    found = remarks(mengingat=[UU_25_2004, f"{PP_12_2019[:-1]}{end}"])
    assert [one.rule.name for one in found] == ["mengingat-tanpa-titik-koma"]
    assert edits(found) == [("A3", f"6322){end}", "6322);")]


def test_regulation_younger_than_the_decree() -> None:
    item = UU_25_2004.replace("Tahun 2004", "Tahun 2027")
    assert "peraturan-belum-berlaku: Mengingat A2" in told(mengingat=[item])


def test_regulation_promulgated_later_in_the_year_of_the_decree() -> None:
    item = (
        "Undang-Undang Nomor 18 Tahun 2022 tentang Provinsi Jambi (Lembaran Negara Republik "
        "Indonesia Tahun 2022 Nomor 161, Tambahan Lembaran Negara Republik Indonesia Nomor 6807);"
    )
    assert told(mengingat=[item]) == ["peraturan-belum-berlaku: Mengingat A2"]
    assert told(identitas={"Tanggal": "1 Agustus 2022"}, mengingat=[item]) == []
    assert told(identitas={"Tanggal": ""}, mengingat=[item]) == []


@pytest.mark.parametrize(
    "item",
    [
        "Keputusan Bupati Contoh Raya Nomor 12 Tahun 2021 tentang Tim Penyusun Pohon Kinerja;",
        "Instruksi Presiden Nomor 7 Tahun 1999 tentang Akuntabilitas Kinerja Instansi Pemerintah;",
    ],
)
def test_what_is_no_regulation(item: str) -> None:
    (found,) = remarks(mengingat=[item])
    assert (found.rule.name, found.severity.value) == ("dasar-hukum-bukan-peraturan", "Catatan")


def test_old_decision_is_read_as_a_regulation() -> None:
    item = "Keputusan Presiden Nomor 36 Tahun 1990 tentang Pengesahan Konvensi Hak Anak;"
    assert "dasar-hukum-bukan-peraturan" not in [one.rule.name for one in remarks(mengingat=[item])]
