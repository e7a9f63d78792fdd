"""How citations are written: capitals, "Republik Indonesia", fixed words; and spelling."""

from __future__ import annotations

import pytest

from tests.support.decrees import (
    DIKTUM,
    MENIMBANG,
    PERBUP_70_2016,
    PERDA_6_2016,
    PERMENPANRB_53_2014,
    PERPRES_29_2014,
    UU_23_2014,
    UU_25_2004,
    at,
    edits,
    remarks,
    told,
)


@pytest.mark.parametrize(
    ("item", "right", "wrong", "rule"),
    [
        (
            PERPRES_29_2014,
            "Peraturan Presiden Nomor",
            "Peraturan Presiden Republik Indonesia Nomor",
            "republik-indonesia-pada-kutipan",
        ),
        (
            UU_25_2004,
            "Undang-Undang Nomor",
            "Undang-Undang Republik Indonesia Nomor",
            "republik-indonesia-pada-kutipan",
        ),
        (UU_25_2004, "Undang-Undang Nomor", "Undang-undang Nomor", "jenis-peraturan-tanpa-kapital"),
        (
            PERPRES_29_2014,
            "Peraturan Presiden Nomor",
            "peraturan presiden Nomor",
            "jenis-peraturan-tanpa-kapital",
        ),
        (
            UU_25_2004,
            "(Lembaran Negara Republik Indonesia",
            "(Lembaran Negara",
            "lembaran-tanpa-negara",
        ),
        (UU_25_2004, "Undang-Undang Nomor", "Undang-Undang No.", "kutipan-tak-baku"),
        (PERPRES_29_2014, "tentang", "Tentang", "kutipan-tak-baku"),
        (UU_25_2004, "Undang-Undang", "UU", "kutipan-tak-baku"),
        (UU_25_2004, "Tahun 2004 Nomor 104", "Nomor 104 Tahun 2004", "kutipan-tak-baku"),
        (UU_25_2004, "Tahun 2004 Nomor 104", "No. 104, Thn. 2004", "kutipan-tak-baku"),
        (UU_25_2004, "Tahun 2004 Nomor 104", "Nomor 104/2004", "kutipan-tak-baku"),
        (UU_25_2004, "Nomor 4421", "Tahun 2004 Nomor 4421", "kutipan-tak-baku"),
        (UU_25_2004, "Nomor 4421", "Nomor 4421 Tahun 2004", "kutipan-tak-baku"),
        (PERBUP_70_2016, "Bupati", "Bupati Kabupaten", "kutipan-tak-baku"),
        (PERBUP_70_2016, "Bupati", "Bupati Kab.", "kutipan-tak-baku"),
        (PERBUP_70_2016, "Raya Nomor 70", "Raya Nomor 070", "kutipan-tak-baku"),
    ],
)
def test_departure_from_the_form_is_mended_in_its_cell(
    item: str, right: str, wrong: str, rule: str
) -> None:
    typed = item.replace(right, wrong)
    (found,) = remarks(mengingat=[typed])
    ((where, old, new),) = edits([found])
    assert (found.rule.name, where) == (rule, "A2")
    assert typed.replace(old, new) == item


def test_what_is_right_of_regions_is_left_alone() -> None:
    """A regional supplement may be numbered by the year; a decree's number is an archive's code."""
    perda = PERDA_6_2016.replace("Raya Nomor 6);", "Raya Tahun 2016 Nomor 6);")
    kepbup = "Keputusan Bupati Contoh Raya Nomor 050/021/2010 tentang Rencana Strategis;"
    assert told(mengingat=[perda, kepbup]) == []


def test_equal_departures_in_one_item_are_one_finding() -> None:
    (found,) = remarks(mengingat=[UU_23_2014.replace("Undang-Undang", "Undang-undang")])
    assert edits([found]) == [("A2", "Undang-undang", "Undang-Undang")]


def test_republic_in_the_name_of_a_gazette_is_right() -> None:
    assert told(mengingat=[UU_25_2004, PERMENPANRB_53_2014]) == []


def test_known_name_that_is_left_out_is_written() -> None:
    bare = PERPRES_29_2014.replace(" tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah", "")
    (found,) = remarks(mengingat=[bare])
    ((_, old, new),) = edits([found])
    assert found.rule.name == "kutipan-tak-baku"
    assert bare.replace(old, new) == PERPRES_29_2014


def test_unknown_name_that_is_left_out_is_not_told() -> None:
    assert told(mengingat=["Peraturan Menteri Kelautan Nomor 900 Tahun 2009;"]) == []


def test_cure_is_left_out_where_the_cell_holds_a_placeholder_there() -> None:
    item = "{perangkat_daerah} Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara;"
    office = "Undang-Undang Republik Indonesia"
    found = remarks(identitas={"Perangkat Daerah": office}, mengingat=[item])
    (country,) = (one for one in found if one.rule.name == "republik-indonesia-pada-kutipan")
    assert country.edits == ()


def test_what_is_typed_behind_a_placeholder_is_cured() -> None:
    item = "Peraturan Daerah {pemerintah} Republik Indonesia Nomor 6 Tahun 2016 tentang Ikan;"
    found = remarks(mengingat=[item])
    (country,) = (one for one in found if one.rule.name == "republik-indonesia-pada-kutipan")
    assert edits([country]) == [("A2", "{pemerintah} Republik Indonesia", "{pemerintah}")]


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"menimbang": [MENIMBANG[0].replace("disusun", "di susun"), MENIMBANG[1]]}, "A2"),
        ({"diktum": [DIKTUM[0], DIKTUM[1].replace("digunakan", "di gunakan"), DIKTUM[2]]}, "A3"),
        ({"tembusan": ["Bupati  Contoh Raya;"]}, "A2"),
    ],
)
def test_slip_of_spelling(changes: dict[str, list[str]], where: str) -> None:
    (sheet,) = changes
    assert told(**changes) == [f"salah-eja: {sheet.capitalize()} {where}"]


def test_slip_of_spelling_in_identitas() -> None:
    kop = {"Kop": "DINAS PERIKANAN  DAN PETERNAKAN"}
    assert told(identitas=kop) == [f"salah-eja: {at('Kop')}"]


def test_slip_inside_a_citation_is_told_once() -> None:
    item = UU_23_2014.replace("diubah", "di rubah")
    assert told(mengingat=[item]) == ["salah-eja: Mengingat A2"]


@pytest.mark.parametrize("wrong", ["Undang undang", "undang undang", "UNDANG UNDANG"])
def test_law_without_its_hyphen_has_one_cure(wrong: str) -> None:
    item = UU_23_2014.replace("Undang-Undang", wrong)
    (found,) = remarks(mengingat=[item])
    assert (found.rule.name, found.cure) == ("kutipan-tak-baku", 'Tulis "Undang-Undang".')
    assert edits([found]) == [("A2", wrong, "Undang-Undang")]


def test_law_without_its_hyphen_in_the_name_of_another_has_one_cure() -> None:
    item = PERPRES_29_2014.replace("Sistem Akuntabilitas", "Pelaksanaan undang undang atas")
    assert edits(remarks(mengingat=[item])) == [("A2", "undang undang", "Undang-Undang")]


def test_slip_of_spelling_beside_one_of_form_keeps_the_form() -> None:
    item = UU_25_2004.replace("Undang-Undang Nomor", "Undang undang  Nomor")
    cures = {one.rule.name: one.cure for one in remarks(mengingat=[item])}
    assert cures["salah-eja"] == 'Tulis "Undang-Undang Nomor".'


@pytest.mark.parametrize("wrong", ["UU RI", "UU  RI", "Undang-Undang RI", "Undang undang RI"])
def test_country_behind_a_law_is_told_with_the_law(wrong: str) -> None:
    item = UU_25_2004.replace("Undang-Undang", wrong)
    found = remarks(mengingat=[item])
    assert {one.cure for one in found} == {'Tulis "Undang-Undang".'}
    assert found[0].message == f'Tertulis "{wrong}".'
    assert set(edits(found)) == {("A2", wrong, "Undang-Undang")}


def test_country_behind_both_laws_of_a_chain_is_one_edit() -> None:
    item = UU_23_2014.replace("Undang-Undang", "Undang-Undang RI")
    assert edits(remarks(mengingat=[item])) == [("A2", "Undang-Undang RI", "Undang-Undang")]


def test_year_that_the_name_of_a_law_tells_is_written() -> None:
    item = UU_25_2004.replace("Nomor 25 Tahun 2004", "Nomor 25")
    (found,) = remarks(mengingat=[item])
    ((_, old, new),) = edits([found])
    assert found.message == "UU 25 dikutip tanpa tahun."
    assert found.cure == 'Tulis tahunnya di belakang nomor: "Nomor 25 Tahun 2004".'
    assert item.replace(old, new) == UU_25_2004


def test_year_left_out_of_an_unknown_regulation() -> None:
    item = PERDA_6_2016.replace("Nomor 6 Tahun 2016 tentang", "Nomor 6 tentang")
    (found,) = remarks(mengingat=[item])
    assert (found.message, found.cure, found.edits) == (
        "Perda Kabupaten Contoh Raya 6 dikutip tanpa tahun.",
        "Tulis tahunnya di belakang nomor.",
        (),
    )


def test_year_left_out_of_an_amendment() -> None:
    item = UU_23_2014.replace("Nomor 11 Tahun 2020", "Nomor 11")
    assert "kutipan-tanpa-tahun: Mengingat A2" in told(mengingat=[item])


@pytest.mark.parametrize(
    "item",
    [
        "Surat Edaran Menteri Dalam Negeri Nomor 061/2911/SJ tentang Tindak Lanjut Penyusunan;",
        "Peraturan Menteri Perikanan Nomor PER/09/M/5/2007 tentang Pedoman Umum Penyusunan;",
        "Ketetapan Majelis Permusyawaratan Rakyat Nomor XI/MPR/1998 tentang Penyelenggara Negara;",
        "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;",
    ],
)
def test_year_that_a_number_holds_or_does_not_need(item: str) -> None:
    assert "kutipan-tanpa-tahun" not in str(told(mengingat=[item]))


def test_year_that_cannot_be_read_is_told_once() -> None:
    item = UU_25_2004.replace("Nomor 25 Tahun 2004", "Nomor 25 Tahun 20044")
    assert told(mengingat=[item]) == ["dasar-hukum-tak-terbaca: Mengingat A2"]


def test_amendment_without_sebagaimana_is_read_and_mended() -> None:
    item = (
        "Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015 tentang Pembentukan Produk Hukum "
        "Daerah{}Peraturan Menteri Dalam Negeri Nomor 120 Tahun 2018;"
    )
    found = [one for one in remarks(mengingat=[item.format(" diubah oleh ")]) if one.edits]
    new = [new for _, _, new in edits(found)]
    assert any("sebagaimana telah diubah" in one for one in new)
    assert any("dengan" in one for one in new)
