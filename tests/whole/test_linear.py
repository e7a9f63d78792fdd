"""However long a text is, looking at it takes no more than in proportion.

What is compared is the time of the processor for a text and for one ten times as long, where in
doubt the first done ten times over and the best of several tries: what grows with the square takes
a hundred times as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from generator.bahasa.ejaan import misspellings
from generator.bahasa.tahun import other_years
from generator.bahasa.wording import expand
from generator.findings.cures import retyped
from generator.peraturan.parser import parse
from generator.values import Isian, Place
from generator.workbook.reading.target import read_target
from tests.support.adversarial import (
    MOST,
    PATTERNS,
    Spent,
    cells,
    free_cells,
    growth,
    growths,
    looked_at,
    seconds,
    seconds_of_rules,
    text_of,
    with_texts,
)

_NAMES = {"Identitas": "A", "Peraturan": "A"}
"""Columns whose texts say what the row is, and which stay."""


def _retyped(text: str) -> object:
    return retyped(Isian(text, text, Place("a")), 0, len(text), text.upper())


READERS: dict[str, Callable[[str], object]] = {
    "ejaan": lambda text: list(misspellings(text)),
    "tahun": lambda text: other_years(f"20 {text}", 2022),
    "penanda": lambda text: expand(text, {"tahun": "2022"}),
    "kutipan": parse,
    "kutipan di belakang nama": lambda text: parse(f"Undang-Undang Nomor 1 Tahun 2004 {text}"),
    "target": lambda text: read_target(f"8 {text}", "General", None, frozenset({"%"})),
    "usulan": lambda text: _retyped(text[: len(text) // 10]),
}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_a_text_of_100_kb_is_read_in_ten_times_that_of_10_kb(
    read: Callable[[str], object], pattern: str
) -> None:
    short, long = text_of(pattern, 10_000), text_of(pattern, 100_000)
    assert growth(lambda: read(short), lambda: read(long)) <= MOST


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_rules_look_at_every_cell_in_time_linear_in_its_text(pattern: str) -> None:
    def books(length: int) -> Callable[[], object]:
        text = text_of(pattern, length)
        places = [one for one in cells() if _NAMES.get(one[1]) != one[3]]
        changed = with_texts(dict.fromkeys(places, text))
        return lambda: looked_at(changed)

    assert growth(books(500), books(5_000)) <= MOST


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_each_rule_takes_time_linear_in_the_texts_of_all_cells(pattern: str) -> None:
    def spent(length: int) -> Callable[[], Spent]:
        books = with_texts(dict.fromkeys(free_cells(), text_of(pattern, length)))
        return lambda: seconds_of_rules(books)

    found = growths(spent(500), spent(5_000))
    assert {rule: times for rule, times in found.items() if times > MOST} == {}


def test_a_reader_that_tries_from_every_letter_is_seen() -> None:
    careless = re.compile("a*b")
    short, long = "a" * 5_000, "a" * 50_000
    assert growth(lambda: careless.search(short), lambda: careless.search(long)) > MOST


def test_a_rule_that_takes_the_square_is_seen_among_others() -> None:
    def spent(length: int) -> Callable[[], Spent]:
        def once() -> Spent:
            text = "a" * length
            return {
                "hati-hati": seconds(lambda: text.count("b")),
                "gegabah": seconds(lambda: re.findall("a*b", text)),
            }

        return once

    found = growths(spent(5_000), spent(50_000))
    assert [rule for rule, times in found.items() if times > MOST] == ["gegabah"]
