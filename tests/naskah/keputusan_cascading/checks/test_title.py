"""The title, and Menetapkan and KESATU that repeat it."""

from __future__ import annotations

import pytest

from tests.support.decrees import DIKTUM, IDENTITAS, at, edits, remarks, told


def test_line_of_the_title_not_in_capitals() -> None:
    tentang = IDENTITAS["Tentang"].replace("PENETAPAN", "Penetapan")
    found = remarks(identitas={"Tentang": tentang})
    assert [one.rule.name for one in found] == ["judul-tidak-kapital"]
    assert edits(found) == [("B7", "Penetapan", "PENETAPAN")]


def test_title_of_the_annex_not_in_capitals() -> None:
    annex = {"Judul Lampiran": "POHON KINERJA\nTahun {tahun}"}
    found = remarks(identitas=annex)
    assert [one.rule.name for one in found] == ["judul-tidak-kapital"]
    assert [(old, new) for _, old, new in edits(found)] == [("Tahun", "TAHUN")]


def test_placeholder_in_a_title_becomes_the_one_for_capitals() -> None:
    tentang = IDENTITAS["Tentang"].replace(
        "DINAS PERIKANAN DAN PETERNAKAN", "{perangkat_daerah} {pemerintah}"
    )
    found = remarks(identitas={"Tentang": tentang})
    assert edits(found) == [
        ("B7", "{perangkat_daerah} {pemerintah}", "{PERANGKAT_DAERAH} {PEMERINTAH}")
    ]


def test_title_with_punctuation_at_its_end() -> None:
    found = remarks(identitas={"Tentang": f"{IDENTITAS['Tentang']}."})
    assert [one.rule.name for one in found] == ["judul-bertanda-baca"]
    assert edits(found) == [("B7", "{tahun}.", "{tahun}")]


def test_punctuation_typed_after_typed_words_is_mended() -> None:
    tentang = IDENTITAS["Tentang"].replace("{tahun}", "2022.")
    assert edits(remarks(identitas={"Tentang": tentang})) == [("B7", "2022.", "2022")]


@pytest.mark.parametrize("word", ["SKPD", "OPD", "ASN"])
def test_abbreviation_in_the_title(word: str) -> None:
    tentang = IDENTITAS["Tentang"].replace("POHON KINERJA", f"POHON KINERJA {word}")
    assert f"judul-bersingkatan: {at('Tentang')}" in told(identitas={"Tentang": tentang})


def test_abbreviation_in_the_offices_own_name_and_roman_numbers_are_no_fault() -> None:
    changes = {
        key: text.replace("Dinas Perikanan dan Peternakan", "RSUD Sehat Kelas II").replace(
            "DINAS PERIKANAN DAN PETERNAKAN", "RSUD SEHAT KELAS II"
        )
        for key, text in IDENTITAS.items()
    }
    assert told(identitas=changes) == []


def test_menetapkan_not_in_capitals_is_mended() -> None:
    typed = IDENTITAS["Menetapkan"].replace("TENTANG PENETAPAN", "tentang Penetapan")
    found = remarks(identitas={"Menetapkan": typed})
    assert [one.rule.name for one in found] == ["menetapkan-tidak-kapital"]
    assert edits(found) == [("B10", "tentang Penetapan", "TENTANG PENETAPAN")]


@pytest.mark.parametrize("year", ["2022", "{tahun}"])
@pytest.mark.parametrize("end", [";", ""])
def test_menetapkan_without_full_stop(year: str, end: str) -> None:
    typed = IDENTITAS["Menetapkan"].replace("{tahun}.", f"{year}{end}")
    found = remarks(identitas={"Menetapkan": typed})
    assert [one.rule.name for one in found] == ["menetapkan-tanpa-titik"]
    assert edits(found) == [("B10", f"{year}{end}", f"{year}.")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" {PERANGKAT_DAERAH} TAHUN", " TAHUN"),
        ("POHON KINERJA", "PETA KINERJA"),
        ("KEPUTUSAN KEPALA", "KEPUTUSAN SEKRETARIS"),
    ],
)
def test_menetapkan_that_is_not_the_title(old: str, new: str) -> None:
    typed = IDENTITAS["Menetapkan"].replace(old, new)
    assert told(identitas={"Menetapkan": typed}) == [f"menetapkan-beda-judul: {at('Menetapkan')}"]


@pytest.mark.parametrize("region", ["", " KABUPATEN CONTOH RAYA", " {PEMERINTAH}"])
def test_menetapkan_may_name_the_region_or_not(region: str) -> None:
    typed = IDENTITAS["Menetapkan"].replace(" TAHUN", f"{region} TAHUN")
    assert told(identitas={"Menetapkan": typed}) == []


def test_first_diktum_that_does_not_name_what_is_settled() -> None:
    kesatu = DIKTUM[0].replace("Cascading dan Pohon Kinerja", "Peta Kinerja")
    (found,) = remarks(diktum=[kesatu, *DIKTUM[1:]])
    assert f"{found.rule.name} {found.place.cell}" == "kesatu-beda-judul A2"
    assert '"cascading dan pohon kinerja"' in found.message


def test_first_diktum_may_go_on_otherwise_than_the_title() -> None:
    kesatu = f"Menetapkan {DIKTUM[0].replace('{perangkat_daerah} {pemerintah} ', '')}"
    assert told(diktum=[kesatu, *DIKTUM[1:]]) == []


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("Jabatan pada Judul", "SURAT KEPUTUSAN " + IDENTITAS["Jabatan pada Judul"]),
        ("Menetapkan", "SURAT " + IDENTITAS["Menetapkan"]),
    ],
)
def test_a_decree_is_no_letter(key: str, typed: str) -> None:
    (found,) = (
        one for one in remarks(identitas={key: typed}) if one.rule.name == "disebut-surat-keputusan"
    )
    assert edits([found])[0][1:] == ("SURAT KEPUTUSAN", "KEPUTUSAN")


def test_a_decree_that_speaks_of_itself_is_no_letter() -> None:
    last = DIKTUM[-1].replace("Keputusan ini", "Surat Keputusan ini")
    assert told(diktum=[*DIKTUM[:-1], last]) == ["disebut-surat-keputusan: Diktum A4"]
    other = "Surat Keputusan Kepala Dinas Nomor 7 Tahun 2010 dicabut dan tidak berlaku;"
    assert told(diktum=[DIKTUM[0], other, DIKTUM[-1]]) == []


@pytest.mark.parametrize(
    "changes",
    [
        {
            "identitas": {
                "Jabatan Pembuka": "DENGAN RAHMAT TUHAN YANG MAHA ESA\n"
                + IDENTITAS["Jabatan Pembuka"]
            }
        },
        {"identitas": {"Kop": IDENTITAS["Kop"] + "\nDengan Rahmat Tuhan Yang Maha Esa"}},
        {"mengingat": ["DENGAN RAHMAT TUHAN YANG MAHA ESA;"]},
        {"tembusan": ["DENGAN RAHMAT TUHAN YANG MAHA ESA"]},
    ],
)
def test_opening_phrase_of_regulations_wherever_it_is_typed(changes: dict[str, object]) -> None:
    found = remarks(**changes)
    assert [one.rule.code for one in found if one.rule.name == "frasa-pembuka-peraturan"] == [
        "DOK-96"
    ]
