"""Spans of one cell: which of them are made, what they make, and how they are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings.cures import Edit, apply, kept, retyped_everywhere, reworded
from generator.findings.finding import finding, settled
from generator.findings.pieces import proposals
from generator.values import Isian, Place

CELL = Place("keputusan.xlsx", "Mengingat", 2, "A")


def retyping(text: str, *pieces: tuple[str, str]) -> list[tuple[Edit, ...]]:
    """Return for each (old, new) the edits that put the new one in."""
    cell = Isian(text, text, CELL)
    return [retyped_everywhere(cell, old, new) for old, new in pieces]


def made(text: str, *pieces: tuple[str, str]) -> str:
    return apply(text, [edit for edits in retyping(text, *pieces) for edit in edits])


def told(text: str, *pieces: tuple[str, str]) -> list[list[tuple[str, str]]]:
    """Return the pieces that one finding for each (old, new) is told as."""
    cures = retyping(text, *pieces)
    findings = [finding("salah-eja", CELL, edits=edits, isi="", baku="") for edits in cures]
    return [[(old, new) for _, old, new in found] for found in proposals(settled(findings))]


def test_edits_apart_are_both_made() -> None:
    assert made("satu dua tiga", ("satu", "1"), ("tiga", "3")) == "1 dua 3"


def test_every_occurrence_becomes_the_new_one() -> None:
    assert made("bahwa di susun dan di susun;", ("di susun", "disusun")) == (
        "bahwa disusun dan disusun;"
    )


def test_pieces_that_overlap_change_only_the_words_that_differ() -> None:
    assert made("satu dua tiga", ("satu dua", "1 dua"), ("dua tiga", "dua 3")) == "1 dua 3"


def test_what_both_add_at_one_spot_comes_in_the_order_of_the_findings() -> None:
    adding = ("Nasional", "Nasional (LN)"), ("Nasional", "Nasional;")
    assert made("tentang Nasional", *adding) == "tentang Nasional (LN);"


def test_what_is_added_before_a_word_that_changes_stays_before_it() -> None:
    edits = [Edit(CELL, 2, 3, ";", "A ."), Edit(CELL, 2, 2, "(LN)", "A .")]
    assert apply("A .", edits) == "A (LN);"


def test_edit_that_brings_in_what_another_replaces_leaves_that_alone() -> None:
    assert made("A dan (LN", ("A", "A (LN)"), ("(LN", "(BN")) == "A (LN) dan (BN"


def test_change_that_both_make_is_made_once() -> None:
    assert made("03 JANUARI", ("03", "3"), ("03 JANUARI", "3 Januari")) == "3 Januari"


def test_second_change_of_the_same_letters_is_dropped_but_not_its_finding() -> None:
    assert made("tanggal 03", ("03", "3"), ("03", "13")) == "tanggal 3"
    assert told("tanggal 03", ("03", "3"), ("03", "13")) == [[("03", "3")], []]


@pytest.mark.parametrize(
    ("text", "changes", "pieces"),
    [
        ("satu dua", [("satu", "1")], [[("satu", "1")]]),
        ("uu dan uu", [("uu", "UU")], [[("uu", "UU")]]),
        ("di a di a", [(" a", " b")], [[("a", "b")]]),
        ("Tahun a Tahun b", [("a ", "a, ")], [[("a Tahun", "a, Tahun")]]),
        ("KATA di susun", [("di susun", "DI SUSUN")], [[("di susun", "DI SUSUN")]]),
        (
            "UU RI;",
            [("UU RI", "UU"), ("UU", "Undang-Undang")],
            [[("UU RI;", "Undang-Undang;")]] * 2,
        ),
    ],
    ids=["word", "every", "word of many", "added", "beside each other", "two findings in one"],
)
def test_piece_stands_only_where_it_changes(
    text: str, changes: list[tuple[str, str]], pieces: list[list[tuple[str, str]]]
) -> None:
    assert told(text, *changes) == pieces


def test_piece_that_stands_elsewhere_too_takes_in_the_words_beside_it() -> None:
    text = "a dan b dan c"
    one = finding("salah-eja", CELL, edits=[Edit(CELL, 2, 5, "serta", text)], isi="", baku="")
    assert proposals([one]) == [[(CELL, "dan b", "serta b")]]


@pytest.mark.parametrize(
    ("raw", "printed", "span", "typed"),
    [
        ("TAHUN {tahun}.", "TAHUN 2022.", ".", (13, 14)),
        ("1. Tahun {tahun};", "Tahun 2022;", "Tahun", (3, 8)),
        ("{a} {b} Tahun", "Dinas Ikan Kota Raya Tahun", "Tahun", (8, 13)),
        ("{a} {b} Tahun", "Dinas Ikan Kota Raya Tahun", " Kota", None),
        ("TAHUN {tahun}.", "TAHUN 2022.", "2022.", None),
        ("{{tahun}} {tahun}", "{{tahun}} 2022", "tahun", (2, 7)),
        ("", "…………", "…………", None),
    ],
)
def test_edit_of_what_prints_goes_to_what_was_typed(
    raw: str, printed: str, span: str, typed: tuple[int, int] | None
) -> None:
    start = printed.index(span)
    edits = reworded(Isian(printed, raw, CELL), start, start + len(span), "baru")
    assert edits == ((Edit(CELL, *typed, "baru", raw),) if typed else ())


def test_edit_of_a_line_counts_from_the_beginning_of_its_cell() -> None:
    whole = "satu\n\n  dua"
    line = replace(Isian("dua", "dua", CELL), whole=whole, start=8)
    assert reworded(line, 0, 3, "2") == (Edit(CELL, 8, 11, "2", whole),)


TEXT = "abcdefghij"
EDITS = st.lists(
    st.tuples(st.integers(0, 10), st.integers(0, 10), st.integers(0, 3)).map(
        lambda drawn: (min(drawn[:2]), max(drawn[:2]), f"<{drawn[2]}>")
    ),
    max_size=8,
).map(lambda spans: [Edit(CELL, start, stop, new, TEXT) for start, stop, new in spans])


@given(EDITS)
def test_edits_made_at_once_are_those_made_one_by_one_from_the_back(edits: list[Edit]) -> None:
    apart = kept(edits)
    text = TEXT
    for edit in sorted(apart, key=lambda edit: (edit.start, edit.stop))[::-1]:
        text = text[: edit.start] + edit.new + text[edit.stop :]
    assert apply(TEXT, edits) == apply(TEXT, apart) == text


@given(EDITS)
def test_no_edit_spoils_another(edits: list[Edit]) -> None:
    """Every replacement that is kept stands whole, between all that no edit touched, in order."""
    done = kept(edits)
    cured = apply(TEXT, edits)
    assert sorted(re.findall(r"<\d>", cured)) == sorted(edit.new for edit in done)
    assert re.sub(r"<\d>", "", cured) == untouched(done)


def untouched(edits: Sequence[Edit]) -> str:
    touched = {at for edit in edits for at in range(edit.start, edit.stop)}
    return "".join(char for at, char in enumerate(TEXT) if at not in touched)


@given(EDITS)
def test_an_edit_is_left_out_only_for_one_before_it(edits: list[Edit]) -> None:
    done = kept(edits)
    for nth, edit in enumerate(edits):
        before = [one for one in edits[:nth] if one in done]
        meets = any(edit.start < one.stop and one.start < edit.stop for one in before)
        assert (edit in done) == (edit in before or not meets)


def test_a_long_text_is_told_word_by_word_too() -> None:
    text = "satu  dua " * 100
    cell = Isian(text, text, CELL)
    edits = retyped_everywhere(cell, text, text.replace("  ", " "))
    assert len(edits) == 100
    assert {(edit.stop - edit.start, edit.new) for edit in edits} == {(2, " ")}
    assert apply(text, edits) == "satu dua " * 100
