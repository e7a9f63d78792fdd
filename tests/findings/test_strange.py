"""Words that are likely slips of the keyboard: told once, with every cell that has them."""

from __future__ import annotations

from generator.findings.strange import strange_words_of
from generator.values import Isian, Place


def cell(row: int, text: str) -> Isian:
    return Isian(text, text, Place("eselon-4.xlsx", "Sub Kegiatan", row, "E"))


def test_one_finding_a_word_with_all_its_cells() -> None:
    cells = [cell(2, "Pembiayasn Arsip"), cell(3, "Arsip"), cell(4, "Jumlah pembiayasn arsip")]
    (found,) = strange_words_of(cells)
    assert (found.rule.name, found.place.cell) == ("mungkin-salah-ketik", "E2")
    assert [one.cell for one in found.related] == ["E4"]
    assert found.message == (
        'Kata "Pembiayasn" tidak dikenal, dan hampir sama dengan "Pembiayaan".'
    )
    assert found.edits == ()


def test_what_has_a_certain_cure_is_not_told_again() -> None:
    assert [*strange_words_of([cell(2, "pengelolan arsip")])] == []
