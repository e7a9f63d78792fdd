"""Word takes 63 columns in a table: lines that lie close together become one, and nothing else."""

from __future__ import annotations

from itertools import combinations

import pytest

from generator.cascade.model import Cascade, Jenis
from generator.lampiran.content.boxes import plain
from generator.lampiran.layout.band import UNIT
from generator.lampiran.layout.column_limit import within_columns
from generator.lampiran.layout.pages import lay_out
from generator.lampiran.sheet import Cell, CellRole, Chart, Connector, PageGeometry, Pohon
from generator.lampiran.styles import BIASA
from generator.word.story import MOST_COLUMNS
from tests.support.chance_trees import cascade_by_chance
from tests.support.drawn_word import A3, A4, F4
from tests.support.trees import isian, jenjang, numbered, simpul, texts

SEEDS = range(20)
PAPERS = pytest.mark.parametrize("page", [A4, F4, A3], ids=["A4", "F4", "A3"])
WIDE, HIGH = 4 * UNIT, 500


def charts(pohon: Pohon) -> list[Chart]:
    return [chart for sheet in pohon.sheets for chart in sheet.charts]


@PAPERS
@pytest.mark.parametrize("seed", SEEDS)
def test_no_tree_on_no_paper_has_more_columns_than_word_takes(
    seed: int, page: PageGeometry
) -> None:
    for chart in charts(lay_out(cascade_by_chance(seed), page)):
        assert len(chart.xs) - 1 <= MOST_COLUMNS


@pytest.mark.parametrize("seed", SEEDS)
def test_no_text_is_lost(seed: int) -> None:
    cascade = cascade_by_chance(seed)
    cells = [cell for chart in charts(lay_out(cascade, A3)) for cell in chart.cells]
    assert set(texts(cascade)) <= {plain(alinea) for cell in cells for alinea in cell.teks}


@pytest.mark.parametrize("seed", SEEDS)
def test_boxes_keep_apart_and_lines_stay_joined(seed: int) -> None:
    for chart in charts(lay_out(cascade_by_chance(seed), A3)):
        assert not [pair for pair in combinations(chart.cells, 2) if overlap(*pair)]
        for line in chart.lines:
            for x, y in ((line.x, line.y), (line.x2, line.y2)):
                assert any(ends_at(cell, x, y) for cell in chart.cells) or any(
                    passes(one, x, y) for one in chart.lines if one is not line
                )


def test_the_head_of_the_region_goes_on_to_further_sheets_with_his_sasaran() -> None:
    top = [simpul(Jenis.KEPALA_DAERAH, f"Sasaran {n}", [("Nilai", "1")]) for n in range(1, 31)]
    program = simpul(Jenis.PROGRAM, "Tertib", [("Persentase", "9%")], nama="Program")
    cascade = Cascade(
        jenjang(),
        numbered(top),
        numbered([simpul(Jenis.UTAMA, "AMAN", [("Nilai", "8")], [program])]),
    )
    for chart in charts(lay_out(cascade, F4)):
        assert len(chart.xs) - 1 <= MOST_COLUMNS
    cells = [cell for chart in charts(lay_out(cascade, F4)) for cell in chart.cells]
    assert set(texts(cascade)) <= {plain(alinea) for cell in cells for alinea in cell.teks}


def test_a_chart_of_as_many_columns_as_word_takes_stays_as_it_is() -> None:
    chart = boxes([nth * WIDE for nth in range(MOST_COLUMNS)])
    assert within_columns(chart) is chart


def test_the_nearest_lines_become_one() -> None:
    lefts = [nth * WIDE for nth in range(MOST_COLUMNS)]
    below = box(10 * WIDE + UNIT, 2 * HIGH)
    joined = within_columns(boxes(lefts, below))
    assert joined.cells[-1].x == 10 * WIDE
    assert joined.cells[:-1] == boxes(lefts).cells


def test_boxes_side_by_side_are_not_joined() -> None:
    lefts = [nth * WIDE for nth in range(MOST_COLUMNS + 1)]
    assert within_columns(boxes(lefts)) == boxes(lefts)


def test_a_line_that_is_near_the_side_of_a_box_does_not_come_to_run_along_it() -> None:
    lefts = [nth * WIDE for nth in range(MOST_COLUMNS)]
    below = box(10 * WIDE, 2 * HIGH)
    beside = Connector(10 * WIDE - UNIT, 2 * HIGH, 10 * WIDE - UNIT, 3 * HIGH)
    [line] = within_columns(boxes(lefts, below, beside)).lines
    assert line == Connector(9 * WIDE, 2 * HIGH, 9 * WIDE, 3 * HIGH)


def boxes(lefts: list[int], *others: Cell | Connector) -> Chart:
    """A row of boxes that touch, and what stands below it."""
    cells = [box(left, 0) for left in lefts]
    cells += [one for one in others if isinstance(one, Cell)]
    lines = tuple(one for one in others if isinstance(one, Connector))
    return Chart(("Bagan",), (), tuple(cells), lines, lefts[-1] + WIDE, 3 * HIGH)


def box(left: int, top: int) -> Cell:
    texts = ((isian("A"),),)
    edges = (4, 4, 4, 4)
    return Cell(left, top, WIDE, HIGH, BIASA.isi, texts, Jenis.PROGRAM, CellRole.ISI, edges)


def overlap(one: Cell, other: Cell) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def ends_at(cell: Cell, x: int, y: int) -> bool:
    return cell.x <= x <= cell.x + cell.width and y in (cell.y, cell.y + cell.height)


def passes(line: Connector, x: int, y: int) -> bool:
    return line.x <= x <= line.x2 and line.y <= y <= line.y2
