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
        "Pohon Kinerja sebagaimana tercantum dalam Lampiran Keputusan ini, digunakan;",
        "Keputusan ini, mulai berlaku pada tanggal ditetapkan;",
        "Hal yang belum diatur dalam Keputusan ini, ditetapkan kemudian;",
        "Pohon Kinerja, sebagaimana dimaksud dalam Diktum KESATU digunakan sebagai pedoman;",
        "Pohon Kinerja sebagaimana dimaksud dalam Diktum KESATU dan KETIGA, menjadi pedoman;",
        "Tim sebagaimana dimaksud dalam Diktum KESATU huruf a, mempunyai tugas menyusun;",
        "Tim sebagaimana dimaksud dalam Diktum KESATU Keputusan ini, bertugas menyusun;",
        "Pohon Kinerja sebagaimana tercantum dalam Lampiran I dan Lampiran II, wajib dipakai;",
        "Pohon Kinerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak "
        "terpisahkan dari Keputusan ini, digunakan;",
        "Tim sebagaimana dimaksud dalam Diktum KESATU, terdiri atas pejabat;",
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
        "Pohon Kinerja sebagaimana dimaksud dalam Diktum KESATU, KETIGA, dan KEEMPAT digunakan;",
        "Pohon Kinerja, yang disusun dan ditetapkan sebagaimana dimaksud dalam Diktum KESATU, "
        "digunakan;",
        "Tim, dalam menyusun Pohon, dan Matriks sebagaimana dimaksud dalam Diktum KESATU, "
        "bertanggung jawab kepada Bupati;",
        "Pohon Kinerja, sebagaimana tercantum dalam {lampiran} dan dipakai bersama;",
        "Pohon Kinerja berlaku dan apabila terdapat kekeliruan dalam Keputusan ini, diperbaiki;",
        "Apabila terdapat kekeliruan dalam Keputusan ini, diadakan perbaikan;",
        "Pelaksanaan tugas sebagaimana dimaksud dalam Diktum KESATU, Dinas melaporkan;",
        "Keputusan ini, beserta lampirannya, berlaku selama satu tahun;",
    ],
)
def test_comma_that_belongs_there(typed: str) -> None:
    assert told(diktum=[KESATU, typed, KETIGA.replace(".", ";"), KETIGA]) == []


def test_comma_behind_a_list_of_subjects_is_taken_out() -> None:
    typed = "Pohon, Peta, dan Matriks sebagaimana dimaksud dalam Diktum KESATU, digunakan;"
    ((_, old, new),) = edits(remarks(diktum=[KESATU, typed, KETIGA]))
    assert typed.replace(old, new) == typed.replace("KESATU,", "KESATU")


def test_full_stops_throughout_are_usual_too() -> None:
    assert told(diktum=[KESATU.replace(";", "."), KEDUA.replace(";", "."), KETIGA]) == []


@pytest.mark.parametrize(
    ("items", "where", "old", "new"),
    [
        ([KESATU, KEDUA, KETIGA.replace(".", ";")], "A4", "ditetapkan;", "ditetapkan."),
        ([KESATU, KEDUA.replace(";", "."), KETIGA], "A3", "Kinerja.", "Kinerja;"),
        ([KESATU, "Tim dibentuk", KETIGA], "A3", "dibentuk", "dibentuk;"),
        ([KESATU, "Tim dibentuk,", KETIGA], "A3", "dibentuk,", "dibentuk;"),
        ([KESATU, "Tim dibentuk,;", KETIGA], "A3", "dibentuk,;", "dibentuk;"),
        ([KESATU, KEDUA, KETIGA.replace(".", ",.")], "A4", "ditetapkan,.", "ditetapkan."),
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


@pytest.mark.parametrize(
    ("cited", "wrong"),
    [
        ("Diktum KESATU, KELIMA", ["KELIMA"]),
        ("Diktum KESATU, KELIMA, dan KEENAM", ["KELIMA", "KEENAM"]),
        ("Diktum KESATU dan Diktum KELIMA", ["KELIMA"]),
        ("Diktum Kesatu dan Kelima", ["KELIMA"]),
        ("Diktum KESATU huruf a dan KELIMA", ["KELIMA"]),
        ("Diktum KESATU sampai dengan KELIMA", ["KELIMA"]),
        ("Diktum KESATU s.d. KETIGA", ["KEDUA"]),
        ("KESATU dan KELIMA", ["KELIMA"]),
        ("Diktum KEDUA PULUH", ["KEDUA PULUH"]),
    ],
)
def test_every_diktum_that_is_referred_to_is_looked_for(cited: str, wrong: list[str]) -> None:
    found = remarks(diktum=[KESATU, KEDUA.replace("Diktum KESATU", cited), KETIGA])
    assert [one.facts["isi"] for one in found] == wrong


@pytest.mark.parametrize(
    "cited", ["Diktum KESATU dan KETIGA", "Diktum KETIGA sampai dengan KEEMPAT", "Diktum KESATU"]
)
def test_several_diktum_that_are_there(cited: str) -> None:
    kedua = KEDUA.replace("Diktum KESATU", cited)
    assert told(diktum=[KESATU, kedua, KETIGA.replace(".", ";"), KETIGA]) == []


@pytest.mark.parametrize("more", ["dan kedua tim", ", kedua tim", "dan KEGIATAN", "dengan KEDUA"])
def test_word_behind_a_reference_that_is_no_diktum(more: str) -> None:
    kedua = KEDUA.replace("KESATU digunakan", f"KESATU {more} digunakan")
    assert "rujukan-diktum-keliru" not in str(told(diktum=[KESATU, kedua, KETIGA]))


def test_twenty_is_read_file() -> None:
    last = "Tim sebagaimana dimaksud dalam Diktum KEDUA PULUH digunakan."
    assert told(diktum=[KESATU, *["Pohon Kinerja dipakai;"] * 19, last]) == []


def test_comma_behind_twelve_is_taken_out() -> None:
    last = "Pohon Kinerja sebagaimana dimaksud dalam KEDUA BELAS, wajib dipakai."
    found = remarks(diktum=[KESATU, *["Pohon Kinerja dipakai;"] * 11, last])
    assert [one.rule.name for one in found] == ["koma-sebelum-predikat"]


def test_last_but_one_may_lead_over_to_the_last() -> None:
    first, second, last = DIKTUM
    assert told(diktum=[first, second.replace(";", "; dan"), last]) == []
    assert told(diktum=[first.replace(";", "; dan"), second, last]) == ["diktum-akhiran: Diktum A2"]
    assert told(diktum=[first, second.replace(";", ", dan"), last]) == ["diktum-akhiran: Diktum A3"]
