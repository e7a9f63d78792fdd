"""Edits that meet in one cell become one."""

from __future__ import annotations

import pytest

from generator.findings.compose import compose
from generator.findings.edits import Edit
from generator.findings.finding import finding
from generator.values import Place

CELL, OTHER = (
    Place("keputusan.xlsx", "Mengingat", 2, "A"),
    Place("keputusan.xlsx", "Diktum", 2, "A"),
)


def composed(raw: str, *pieces: tuple[str, str]) -> list[list[tuple[str, str]]]:
    """Compose one finding a piece; return the (old, new) of each finding's edits."""
    findings = [
        finding("salah-eja", CELL, edits=[Edit(CELL, old, new)], isi=old, baku=new)
        for old, new in pieces
    ]
    done = compose(findings, {CELL: raw, OTHER: "moved"})
    return [[(edit.old, edit.new) for edit in one.edits] for one in done]


def test_edits_apart_stay_as_they_are() -> None:
    assert composed("satu dua tiga", ("satu", "1"), ("tiga", "3")) == [
        [("satu", "1")],
        [("tiga", "3")],
    ]


def test_overlapping_edits_become_one() -> None:
    both = ("satu dua tiga", "1 dua 3")
    assert composed("satu dua tiga", ("satu dua", "1 dua"), ("dua tiga", "dua 3")) == [
        [both],
        [both],
    ]


def test_what_both_add_at_one_spot_comes_in_the_order_of_the_findings() -> None:
    both = ("Nasional", "Nasional (LN);")
    pieces = ("Nasional", "Nasional (LN)"), ("Nasional", "Nasional;")
    assert composed("tentang Nasional", *pieces) == [[both], [both]]


def test_edit_that_brings_in_what_another_replaces_takes_it_along() -> None:
    both = ("A dan (LN", "A (LN) dan (BN")
    assert composed("A dan (LN", ("A", "A (LN)"), ("(LN", "(BN")) == [[both], [both]]


def test_words_change_whole() -> None:
    both = ("(LN", "(Lembaran Negara Republik Indonesia")
    assert composed("(LN", ("(LN", "(LN Republik Indonesia"), ("(LN", "(Lembaran Negara")) == [
        [both],
        [both],
    ]


def test_every_occurrence_of_a_piece_is_carried_out() -> None:
    both = ("uu RI dan uu", "UU dan UU")
    assert composed("uu RI dan uu", ("uu", "UU"), ("uu RI", "uu")) == [[both], [both]]


def test_change_that_both_make_is_made_once() -> None:
    both = ("03 JANUARI", "3 Januari")
    assert composed("03 JANUARI", ("03", "3"), ("03 JANUARI", "3 Januari")) == [[both], [both]]


def test_second_change_of_the_same_letters_is_dropped() -> None:
    assert composed("tanggal 03", ("03", "3"), ("03", "13")) == [[("03", "3")], []]


@pytest.mark.parametrize("piece", [("satu", "moved"), ("tidak ada", "ada")])
def test_moves_and_lone_edits_are_left_alone(piece: tuple[str, str]) -> None:
    assert composed("satu", piece) == [[piece]]
