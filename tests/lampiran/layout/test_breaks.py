"""Where pages end: never with a heading, never with the signature alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

import pytest

from generator.cascade.model import Cascade
from generator.lampiran.content.boxes import plain
from generator.lampiran.layout.pages import lay_out
from generator.lampiran.sheet import PageGeometry, Pohon
from tests.support.chance_trees import cascade_by_chance
from tests.support.drawn_word import A4, F4
from tests.support.real_office import KANTOR
from tests.support.sheet_faults import height, leaves_room_to_sign, orphans
from tests.support.trees import TREES

PAGES = (replace(F4, first=3400, last=2800), replace(A4, first=3000, last=3200))
BY_CHANCE = {f"acak-{seed}": partial(cascade_by_chance, seed) for seed in range(20)}
OFFICES: dict[str, Callable[[], Cascade]] = {**KANTOR, **TREES}
ALL: dict[str, Callable[[], Cascade]] = {**OFFICES, **BY_CHANCE}


@cache
def drawn(name: str, page: PageGeometry) -> tuple[Cascade, Pohon]:
    cascade = ALL[name]()
    return cascade, lay_out(cascade, page)


@pytest.mark.parametrize("page", PAGES, ids=["F4", "A4"])
@pytest.mark.parametrize("name", OFFICES)
def test_no_program_or_kegiatan_ends_a_page(name: str, page: PageGeometry) -> None:
    cascade, pohon = drawn(name, page)
    assert orphans(pohon, cascade) == []


@pytest.mark.parametrize("page", PAGES, ids=["F4", "A4"])
@pytest.mark.parametrize("name", ALL)
def test_the_signature_stands_below_boxes(name: str, page: PageGeometry) -> None:
    assert leaves_room_to_sign(drawn(name, page)[1], page)


@pytest.mark.parametrize("page", PAGES, ids=["F4", "A4"])
@pytest.mark.parametrize("name", ALL)
def test_no_sheet_is_higher_than_its_page(name: str, page: PageGeometry) -> None:
    for sheet in drawn(name, page)[1].sheets:
        assert height(sheet) + (page.first if sheet.number == 1 else 0) <= page.inner_height


@pytest.mark.parametrize("name", KANTOR)
def test_the_last_sheet_keeps_the_ancestors_of_its_boxes(name: str) -> None:
    """However much room the signature takes."""
    cascade = KANTOR[name]()
    for room in range(2000, 5000, 1000):
        sheet = lay_out(cascade, replace(F4, first=3400, last=room)).sheets[-1]
        titles = [plain(cell.teks[0]) for chart in sheet.charts for cell in chart.cells]
        assert "BUPATI" in titles
        assert any(title.startswith("SASARAN") for title in titles)
        assert any(title.upper().startswith("PROGRAM") for title in titles)
