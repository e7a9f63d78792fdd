"""Words one slip from a frequent one: misprints are found, sound words pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files

import pytest

from generator.bahasa import kata
from generator.bahasa.kata import nearest, strange_words
from scripts.pack_kata import LISTS, words
from tests.support.paths import ROOT

MISPRINTS = LISTS["salah_cetak"]
SOUND_TEXTS = (
    "docs/panduan-pengguna.md",
    "docs/panduan-perbarui.md",
    "docs/panduan-tahun-berikutnya.md",
    "docs/template-word.md",
    "tests/data/naskah-baik.toml",
    "tests/data/keputusan-baik.toml",
    "tests/data/sk-bkpsdm-2022.txt",
)
"""Indonesian prose and decrees that no table is made of; few slips are quoted in them."""


def words_of(paths: Iterable[str]) -> set[str]:
    texts = ((ROOT / path).read_text(encoding="utf-8").lower() for path in paths)
    return {word for text in texts for word in re.findall("[a-z]{6,}", text)}


def test_most_misprints_of_the_official_tables_are_found() -> None:
    assert len(MISPRINTS) > 131
    found = [one for one in MISPRINTS if nearest(one)]
    assert len(found) >= 0.6 * len(MISPRINTS)


def test_hardly_a_sound_word_is_taken_for_another() -> None:
    sound = words_of(SOUND_TEXTS)
    assert len(sound) > 1_000
    taken = [word for word in sorted(sound) if nearest(word)]
    assert len(taken) <= len(sound) / 1_000, taken


def test_no_word_of_the_tables_is_strange_but_their_misprints() -> None:
    assert [word for word in words() if nearest(word)] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pengelolan", "pengelolaan"),
        ("peraturann", "peraturan"),
        ("kabuapten", "kabupaten"),
        ("pelaksanaaan", "pelaksanaan"),
        ("terlaksannya", "terlaksananya"),
        ("emeliharaan", ""),
        ("pembiayasn", "pembiayaan"),
    ],
)
def test_what_a_slip_of_the_keyboard_meant(typed: str, meant: str) -> None:
    assert nearest(typed) == meant


@pytest.mark.parametrize(
    "word",
    [
        *("penyerapan", "pelayaran", "penggajian", "pencairan", "perundingan", "terkendala"),
        *("bandung", "sumedang", "hidayat", "srikandi", "rapat", "x" * 41),
    ],
)
def test_sound_words_names_and_words_of_another_length_pass(word: str) -> None:
    assert nearest(word) == ""


def test_words_are_told_as_typed_and_an_equal_one_once() -> None:
    text = "Pengelolan Arsip, pengelolan data, dan Pengelolan Arsip"
    assert [*strange_words(text)] == [("Pengelolan", "Pengelolaan"), ("pengelolan", "pengelolaan")]
    assert [*strange_words("PENGELOLAN ARSIP")] == [("PENGELOLAN", "PENGELOLAAN")]


@pytest.mark.parametrize(
    "text", ["aplikasi PENGELOLAN", "SiPengelolan", "pengelolan2", "_pengelolan"]
)
def test_abbreviations_and_made_up_names_pass(text: str) -> None:
    assert [*strange_words(text)] == []


def test_the_packed_words_are_those_of_the_tables() -> None:
    packed = files("generator.bahasa").joinpath(kata.FILE).read_bytes()
    assert packed == kata.pack(words()), "the tables have changed; run scripts/pack_kata.py"
