"""Diktum: the inseparable annex, "mulai sejak", a comma before the predicate, endings."""

from __future__ import annotations

import pytest

from tests.support.decrees import DIKTUM, edits, remarks, told

KESATU, KEDUA, KETIGA = DIKTUM


@pytest.mark.parametrize(
    "phrase", ["dalam {lampiran} Keputusan ini", "dalam {lampiran} dan menjadi bagian Keputusan"]
)
def test_annex_that_could_be_separated(phrase: str) -> None:
    kesatu = f"Cascading dan Pohon Kinerja sebagaimana tercantum {phrase};"
    assert told(diktum=[kesatu, KEDUA, KETIGA]) == ["lampiran-terpisahkan: Diktum A2"]


@pytest.mark.parametrize(
    "phrase",
    [
        "bagian yang tidak terpisahkan",
        "bagian tak terpisahkan",
        "bagian yang tidak dapat dipisahkan",
    ],
)
def test_inseparable_annex_in_other_words(phrase: str) -> None:
    other = f"Lampiran merupakan {phrase} dari Keputusan ini;"
    kesatu = "Cascading dan Pohon Kinerja sebagaimana tercantum dalam {lampiran};"
    assert told(diktum=[kesatu, other, KETIGA]) == []


@pytest.mark.parametrize(
    ("typed", "old", "new"),
    [
        (
            "Keputusan ini berlaku mulai sejak tanggal ditetapkan.",
            "berlaku mulai sejak",
            "mulai berlaku pada",
        ),
        ("Pohon Kinerja digunakan mulai sejak ditetapkan.", "mulai sejak", "sejak"),
    ],
)
def test_doubled_since(typed: str, old: str, new: str) -> None:
    found = remarks(diktum=[KESATU, KEDUA, typed])
    assert [one.rule.name for one in found] == ["mulai-sejak"]
    assert edits(found) == [("A4", old, new)]


@pytest.mark.parametrize("word", ["berlaku sejak", "mulai berlaku sejak", "berlaku pada"])
def test_since_said_once(word: str) -> None:
    assert told(diktum=[KESATU, KEDUA, f"Keputusan ini {word} tanggal ditetapkan."]) == []


@pytest.mark.parametrize(
    "typed",
    [
        "Pohon Kinerja sebagaimana dimaksud dalam DIKTUM KESATU, digunakan sebagai pedoman;",
        "Pohon Kinerja sebagaimana dimaksud pada Diktum KESATU, merupakan pedoman;",
        "Pohon Kinerja sebagaimana dimaksud dalam KEDUA BELAS, wajib dipakai;",
        "Pohon Kinerja sebagaimana tercantum dalam Lampiran Keputusan ini, digunakan;",
    ],
)
def test_comma_between_subject_and_predicate_is_taken_out(typed: str) -> None:
    found = remarks(diktum=[KESATU, typed, KETIGA])
    assert [one.rule.name for one in found] == ["koma-sebelum-predikat"]
    ((where, old, new),) = edits(found)
    assert (where, typed.replace(old, new)) == ("A3", typed.replace(",", ""))


@pytest.mark.parametrize(
    "typed",
    [
        "Dalam melaksanakan tugas sebagaimana dimaksud dalam Diktum KESATU, dibentuk tim;",
        "Pohon Kinerja, sebagaimana dimaksud dalam Diktum KESATU, digunakan sebagai pedoman;",
        "Pohon Kinerja sebagaimana dimaksud dalam Diktum KESATU, KEDUA, dan KETIGA digunakan;",
    ],
)
def test_comma_that_belongs_there(typed: str) -> None:
    assert told(diktum=[KESATU, typed, KETIGA]) == []


def test_full_stops_throughout_are_usual_too() -> None:
    assert told(diktum=[KESATU.replace(";", "."), KEDUA.replace(";", "."), KETIGA]) == []


@pytest.mark.parametrize(
    ("items", "where", "old", "new"),
    [
        ([KESATU, KEDUA, KETIGA.replace(".", ";")], "A4", "ditetapkan;", "ditetapkan."),
        ([KESATU, KEDUA.replace(";", "."), KETIGA], "A3", "Kinerja.", "Kinerja;"),
        ([KESATU, "Tim dibentuk", KETIGA], "A3", "dibentuk", "dibentuk;"),
    ],
)  # fmt: skip
def test_uneven_endings(items: list[str], where: str, old: str, new: str) -> None:
    found = remarks(diktum=items)
    assert [f"{one.rule.name} {one.place.cell}" for one in found] == [f"diktum-akhiran {where}"]
    assert edits(found) == [(where, old, new)]


@pytest.mark.parametrize(
    ("cited", "why"),
    [("KELIMA", "keputusan ini mempunyai 3 diktum"), ("KEDUA", "itu diktum ini sendiri")],
)
def test_reference_to_a_diktum_that_cannot_be_meant(cited: str, why: str) -> None:
    (found,) = remarks(diktum=[KESATU, KEDUA.replace("KESATU", cited), KETIGA])
    assert found.message == f"KEDUA merujuk diktum {cited}, padahal {why}."


def test_reference_to_a_later_diktum() -> None:
    assert told(diktum=[KESATU, KEDUA.replace("KESATU", "KETIGA"), KETIGA]) == []
