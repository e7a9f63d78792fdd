"""How boxes side by side share the width: equal columns, unless texts ask for others."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.cascade.model import Jenis
from generator.lampiran.content.boxes import Box, Panel, PanelRow
from generator.lampiran.layout.band import box_width
from generator.lampiran.layout.runs import GAP, SharedWidth, divided, shared_widths
from generator.lampiran.styles import BIASA
from generator.values import Isian, Place

INNER = 14_000
"""About the width of an F4 sheet, in twips."""
SHORT = "Jumlah"
LONG = "Meningkatnya kualitas penyelenggaraan pelayanan administrasi kepegawaian " * 3


def box(text: str) -> Box:
    isian = Isian(text, text, Place("buku.xlsx"))
    target = Isian("1", "1", Place("buku.xlsx"))
    panel = Panel((isian,), True, (target, target, target), (PanelRow(((isian,),), target),))
    return Box(Jenis.SUB_KEGIATAN, None, ((target,),), (panel,))


def shared(*texts: str, count: int) -> SharedWidth:
    return shared_widths([(box(text), 1) for text in texts], count, INNER, BIASA)[0]


def widths(way: SharedWidth) -> list[int]:
    """Return the width of each box in reading order."""
    edges = [way.edges(first, span) for row in way.rows for _, first, span in row]
    return [right - left for left, right in edges]


def test_boxes_with_about_as_much_text_stand_in_equal_columns() -> None:
    way = shared(LONG, LONG, LONG, count=3)
    assert len({right - left for left, right in way.columns}) == 1


def test_a_lone_box_with_much_text_takes_more_than_its_column() -> None:
    [wide] = widths(shared(LONG, count=4))
    assert wide >= 2 * ((INNER - 3 * GAP) // 4)


def test_a_lone_box_with_little_text_keeps_to_its_column() -> None:
    [wide] = widths(shared(SHORT, count=4))
    assert wide <= (INNER - 3 * GAP) // 4


def test_a_box_with_little_text_leaves_width_to_one_with_much() -> None:
    little, much, _ = widths(shared(SHORT, LONG, SHORT, count=3))
    assert little < much
    assert box_width(box(SHORT), BIASA) <= little


def test_more_than_a_few_rows_stay_in_equal_columns() -> None:
    way = shared(*[SHORT, LONG] * 4, count=2)
    assert len({right - left for left, right in way.columns}) == 1


@pytest.mark.parametrize("texts", [(SHORT, LONG), (LONG, SHORT, LONG), (LONG,), (SHORT, SHORT)])
def test_boxes_of_a_row_never_overlap(texts: tuple[str, ...]) -> None:
    for way in shared_widths([(box(text), 1) for text in texts], 4, INNER, BIASA):
        for row in way.rows:
            edges = [way.edges(first, span) for _, first, span in row]
            assert all(one[1] <= two[0] for one, two in pairwise(edges))
            assert edges[-1][1] <= INNER


def test_parts_follow_the_needs_within_their_bounds() -> None:
    assert divided(5700, [1, 1], [0, 0], [9000, 9000]) == [2850, 2850]
    assert divided(5700, [1, 9], [1140, 0], [9000, 9000]) == [1140, 4560]
    assert divided(5700, [1, 9], [0, 0], [9000, 4560]) == [570, 4560]
