"""Lines found by code or by words."""

from __future__ import annotations

from generator.nomenklatur.search import search
from generator.nomenklatur.tables import nomenklatur_for

TABLE = nomenklatur_for("2027", "Kabupaten Lembah Sagara")


def found(words: str, *bidang: str) -> list[str]:
    return [one.kode for one in search(TABLE, words.split(), bidang)]


def test_a_code_finds_itself_and_what_stands_below() -> None:
    codes = found("5.03.02.2.01")
    assert codes[0] == "5.03.02.2.01"
    assert codes[1:]
    assert all(kode.startswith("5.03.02.2.01.") for kode in codes[1:])


def test_words_find_the_line_that_has_them_all() -> None:
    assert found("ibu hamil pelayanan")[0] == "1.02.02.2.02.0001"


def test_a_misspelt_word_finds_what_it_means() -> None:
    assert found("gaji tunjangn", "1.02")[0] == "1.02.01.2.02.0001"


def test_the_beginning_of_a_word_is_enough() -> None:
    assert "1.02.01.2.02.0001" in found("gaj tunj", "1.02")


def test_a_name_comes_before_a_text_that_mentions_it() -> None:
    codes = found("kepegawaian", "5.03")
    assert codes[0] in ("5.03", "5.03.02")


def test_only_the_bidang_asked_for_is_searched() -> None:
    assert all(kode.startswith("5.03") for kode in found("data", "5.03"))


def test_nothing_is_found_where_a_word_is_in_no_line() -> None:
    assert found("gaji kapal antariksa", "1.02") == []
    assert found("") == []
