"""Menimbang: "bahwa", the semicolon, the closing item and its letters."""

from __future__ import annotations

import pytest

from tests.support.decrees import MENIMBANG, edits, remarks, told

CLOSING = (
    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {letters}, perlu menetapkan "
    "Keputusan Kepala Dinas tentang Penetapan Cascading dan Pohon Kinerja;"
)


def three_items(letters: str) -> list[str]:
    return [MENIMBANG[0], MENIMBANG[0], CLOSING.replace("{letters}", letters)]


def test_item_without_bahwa() -> None:
    (found,) = remarks(menimbang=["dalam rangka perumusan kinerja;", MENIMBANG[1]])
    assert found.rule.name == "menimbang-tanpa-bahwa"
    assert found.message == 'Butir ini diawali "dalam rangka perumusan kinerja;".'
    assert found.edits == ()


def test_capital_bahwa_is_mended() -> None:
    found = remarks(menimbang=["Bahwa dalam rangka kinerja;", MENIMBANG[1]])
    assert [one.rule.name for one in found] == ["menimbang-tanpa-bahwa"]
    assert edits(found) == [("A2", "Bahwa", "bahwa")]


@pytest.mark.parametrize("end", [".", "", ",", ";;"])
def test_item_without_semicolon(end: str) -> None:
    found = remarks(menimbang=[f"bahwa demi kinerja{end}", MENIMBANG[1]])
    assert [one.rule.name for one in found] == ["menimbang-tanpa-titik-koma"]
    assert edits(found) == [("A2", f"kinerja{end}", "kinerja;")]


@pytest.mark.parametrize(
    "closing",
    [
        "bahwa cascading sebagaimana dimaksud dalam huruf a, perlu ditetapkan dengan Keputusan;",
        "bahwa untuk itu perlu menetapkan Keputusan Kepala Dinas tentang Cascading;",
    ],
)
def test_closing_item_of_another_form(closing: str) -> None:
    (found,) = remarks(menimbang=[MENIMBANG[0], closing])
    assert f"{found.rule.name} {found.place.cell}" == "menimbang-penutup-tak-baku A3"
    assert "sebagaimana dimaksud dalam huruf a, perlu menetapkan" in found.cure


def test_single_item_needs_no_closing() -> None:
    assert told(menimbang=["bahwa untuk menata kinerja perlu disusun cascading;"]) == []


@pytest.mark.parametrize(
    "letters", ["huruf a dan huruf b", "huruf a dan b", "huruf a sampai dengan huruf b"]
)
def test_closing_item_that_names_all_above(letters: str) -> None:
    assert told(menimbang=three_items(letters)) == []


@pytest.mark.parametrize("letters", ["huruf a", "huruf a, huruf b, dan huruf c"])
def test_closing_item_that_names_others(letters: str) -> None:
    found = remarks(menimbang=three_items(letters))
    assert [one.rule.name for one in found] == ["menimbang-huruf-keliru"]
    assert found[0].cure == "Tulis huruf a dan huruf b."


@pytest.mark.parametrize(
    ("letters", "old", "new"),
    [
        ("pertimbangan huruf a dan huruf b", "pertimbangan huruf", "huruf"),
        ("huruf (a) dan huruf b", "(a)", "a"),
        ("huruf a) dan huruf b", "a)", "a"),
    ],
)
def test_reference_to_an_item(letters: str, old: str, new: str) -> None:
    found = remarks(menimbang=three_items(letters))
    assert [one.rule.name for one in found] == ["rujukan-huruf-tak-baku"]
    assert edits(found) == [("A4", old, new)]


def test_letter_of_an_article_may_stand_in_brackets() -> None:
    item = "bahwa sesuai Pasal 3 ayat (2) perlu menata kinerja;"
    assert told(menimbang=[item, MENIMBANG[1]]) == []


@pytest.mark.parametrize(
    ("office", "named"),
    [
        ("Bupati Contoh Raya", "Penetapan Cascading dan Pohon Kinerja"),
        ("Kepala Dinas", "Penetapan Indikator Kinerja Utama"),
    ],
)
def test_closing_item_that_concludes_with_another_decree(office: str, named: str) -> None:
    closing = MENIMBANG[1].replace("Kepala {perangkat_daerah}", office)
    closing = closing.replace("Penetapan Cascading dan Pohon Kinerja", named)
    assert told(menimbang=[MENIMBANG[0], closing]) == ["menimbang-penutup-beda-judul: Menimbang A3"]


@pytest.mark.parametrize(
    "office",
    ["Kepala Dinas", "Kepala {perangkat_daerah} {pemerintah}", "Kepala {perangkat_daerah}"],
)
def test_closing_item_with_its_office_in_full_or_shortened(office: str) -> None:
    closing = MENIMBANG[1].replace("Kepala {perangkat_daerah}", office)
    assert told(menimbang=[MENIMBANG[0], closing]) == []


@pytest.mark.parametrize(
    ("named", "is_told"), [("Pohon Kinerja", False), ("Indikator Kinerja Utama", True)]
)
def test_closing_of_a_decree_that_changes_another(named: str, is_told: bool) -> None:
    title = "Perubahan Kedua atas Keputusan Kepala Dinas Nomor 7 Tahun 2022 tentang {}"
    closing = (
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan "
        f"Keputusan Kepala Dinas tentang {title.format(named)};"
    )
    found = told(
        identitas={"Tentang": title.format("Pohon Kinerja").upper()},
        menimbang=[MENIMBANG[0], closing],
    )
    assert ("menimbang-penutup-beda-judul: Menimbang A3" in found) is is_told
