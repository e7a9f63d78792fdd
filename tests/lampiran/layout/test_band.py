from __future__ import annotations

from random import Random

import pytest

from generator.cascade.model import Jenis
from generator.lampiran.content.boxes import Box, Panel, PanelRow
from generator.lampiran.layout.band import Slot, at_most, box_width, column_widths, in_units, place
from generator.lampiran.styles import SKALA, Scale
from generator.values import Isian, Place


def words(chance: Random, most: int) -> Isian:
    one = ("Mutu", "a", "pendidikan-pelatihan", "pertanggungjawaban", "100", "", "b\nc", "W" * 9)
    text = " ".join(chance.choices(one, k=chance.randint(1, most)))
    return Isian(text, text, Place("buku.xlsx"))


def box_by_chance(chance: Random) -> Box:
    beside = chance.random() < 0.7
    heads = tuple(words(chance, 2) for _ in range(3 if beside else 2))
    rows = tuple(
        PanelRow(((words(chance, 12),),) * chance.randint(1, 2), words(chance, 3))
        for _ in range(chance.randint(1, 6))
    )
    panel = Panel((words(chance, 20),), beside, chance.choice((heads, ())), rows)
    return Box(Jenis.PROGRAM, None, chance.choice((((words(chance, 9),),), ())), (panel,))


def alone(box: Box, width: int, skala: Scale) -> Slot:
    edges = [0]
    for one in column_widths(box.panels, width, skala):
        edges.append(edges[-1] + one)
    return Slot(box, (tuple(edges),))


@pytest.mark.parametrize("seed", range(100))
def test_a_box_is_never_higher_than_told_without_measuring(seed: int) -> None:
    chance = Random(seed)
    box = box_by_chance(chance)
    skala = chance.choice(SKALA)
    width = in_units(box_width(box, skala) * chance.choice((1, 1, 1.1, 2))) + 57

    assert place((alone(box, width, skala),), skala).height <= at_most(box, width, skala)


def test_nothing_is_told_of_a_box_whose_words_are_cut() -> None:
    box = box_by_chance(Random(1))

    assert at_most(box, box_width(box, SKALA[0]) - 1, SKALA[0]) == float("inf")
