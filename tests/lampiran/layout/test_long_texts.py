"""Texts of any length, in any column: a sheet within its page, and nothing lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cascade.model import Cascade, Jenis, Tingkat
from generator.lampiran.content.boxes import plain
from generator.lampiran.content.long_texts import pieces
from generator.lampiran.layout.pages import lay_out
from generator.lampiran.sheet import Pohon
from tests.support.drawn_word import F4
from tests.support.trees import isian, jenjang, numbered, simpul

PAGE = replace(F4, first=3400, last=2800)
LEVELS = (
    Jenis.KEPALA_DAERAH,
    Jenis.UTAMA,
    Jenis.PROGRAM,
    Jenis.KEGIATAN,
    Jenis.SUB_KEGIATAN,
)
COLUMNS = [
    (jenis, column)
    for jenis in LEVELS
    for column in ("nama", "sasaran", "indikator", "target")
    if column != "nama" or jenis not in LEVELS[:2]
]
NAMES = [f"{jenis.value} {column}" for jenis, column in COLUMNS]


def office(jenis: Jenis, column: str, text: str) -> Cascade:
    """A box at each level, two at the last; one of them says `text` in one of its columns."""
    below = [simpul(Jenis.SUB_KEGIATAN, "Rapi", [("Jumlah", "1")], nama="Penataan")]
    tops = []
    for level in reversed(LEVELS):
        says = {"nama": level.value, "sasaran": "Baik", "indikator": "Jumlah", "target": "3 Unit"}
        if level is jenis:
            says[column] = text
        rows = [(says["indikator"], says["target"]), ("Nilai", "2")]
        nama = None if level in LEVELS[:2] else says["nama"]
        node = simpul(level, says["sasaran"], rows, below, nama)
        if level is Jenis.KEPALA_DAERAH:
            tops.append(replace(node, anak=()))
        else:
            below = [node, *below] if level is Jenis.SUB_KEGIATAN else [node]
    return Cascade(jenjang(), tuple(tops), numbered(below))


def words_of(pohon: Pohon) -> Counter[str]:
    return Counter(
        word
        for sheet in pohon.sheets
        for chart in sheet.charts
        for cell in chart.cells
        for alinea in cell.teks
        for word in plain(alinea).split()
    )


def within_pages(pohon: Pohon) -> None:
    for sheet in pohon.sheets:
        assert sum(chart.height for chart in sheet.charts) < PAGE.inner_height
        for chart in sheet.charts:
            assert chart.width <= PAGE.inner_width
            assert all(left < right for left, right in pairwise(chart.xs))
            assert all(cell.width > 0 for cell in chart.cells)


@pytest.mark.parametrize("letters", [520, 2_000, 32_000])
@pytest.mark.parametrize(("jenis", "column"), COLUMNS, ids=NAMES)
def test_a_long_text_stands_whole_on_sheets_within_their_pages(
    jenis: Jenis, column: str, letters: int
) -> None:
    text = " ".join(f"kata-{nth:06}" for nth in range(letters // 12))
    pohon = lay_out(office(jenis, column, text), PAGE)
    within_pages(pohon)
    assert set(text.split()) <= words_of(pohon).keys()


@pytest.mark.parametrize("letters", [900, 8_000])
@pytest.mark.parametrize(("jenis", "column"), COLUMNS, ids=NAMES)
def test_a_word_wider_than_a_page_is_broken_and_keeps_its_letters(
    jenis: Jenis, column: str, letters: int
) -> None:
    pohon = lay_out(office(jenis, column, "@" * letters), PAGE)
    within_pages(pohon)
    assert sum(word.count("@") * count for word, count in words_of(pohon).items()) >= letters


@pytest.mark.parametrize("level", ["label", "judul_kotak", "judul_indikator", "judul_target"])
@pytest.mark.parametrize("text", ["mutu " * 29 + "baik.", "@" * 150], ids=["words", "word"])
def test_the_longest_heading_of_a_level_leaves_room_for_its_boxes(level: str, text: str) -> None:
    cascade = office(Jenis.PROGRAM, "nama", "Program")
    long = {}
    for name, row in cascade.jenjang.tingkat.items():
        texts = {one.name: getattr(row, one.name) for one in fields(row)}
        long[name] = Tingkat(**{**texts, level: isian(text)})
    within_pages(lay_out(replace(cascade, jenjang=replace(cascade.jenjang, tingkat=long)), PAGE))


@given(st.text("ab \n", min_size=61, max_size=400), st.integers(1, 5))
def test_pieces_of_a_text_are_the_text(text: str, count: int) -> None:
    found = pieces(isian(text), count)
    assert len(found) == count
    assert "".join("".join(one.text for one in found).split()) == "".join(text.split())
    assert len({one.identity for one in found}) == count
    assert found[0].identity == isian(text).identity
