"""Cells far longer than anybody should type: the matrix prints them, over pages where it must."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cascade.model import Cascade, FurtherCell, Jenis
from generator.lampiran.matriks.table import draw
from generator.schema.kinerja import PENANGGUNG_JAWAB
from tests.support.drawn_word import A4, F4, save
from tests.support.soffice import convert, pdf_text
from tests.support.trees import isian, jenjang, numbered, simpul

PLACES = ("target", "indikator", "sasaran", "nama", "penanggung jawab", "jenjang")


def cascade_with(place: str, text: str) -> Cascade:
    """Return three programs of which the middle one says this text in this place."""

    def said(own: str) -> str:
        return text if place == own else own

    middle = simpul(
        Jenis.PROGRAM,
        said("sasaran"),
        [(said("indikator"), said("target")), ("indikator kedua", "5")],
        [simpul(Jenis.SUB_KEGIATAN, "s", [("k", "1")], nama="A")],
        said("nama"),
    )
    middle = replace(
        middle, tambahan=(FurtherCell(PENANGGUNG_JAWAB, isian(said("penanggung jawab"))),)
    )
    leaves = [simpul(Jenis.SUB_KEGIATAN, f"s{nth}", [("k", "1")], nama="B") for nth in range(9)]
    programs = [simpul(Jenis.PROGRAM, "p1", [("i", "4")], leaves, "P"), middle]
    programs.append(simpul(Jenis.PROGRAM, "p3", [("i", "6")], [], "Q"))
    roots = numbered([simpul(Jenis.UTAMA, "U", [("u", "7")], programs)])
    levels = jenjang(program=text) if place == "jenjang" else jenjang()
    return Cascade(levels, (), roots)


def words(count: int) -> str:
    return ("pelayanan " * count)[:count].strip()


@pytest.mark.parametrize("count", [520, 5_000, 32_000])
@pytest.mark.parametrize("make_text", [words, "x".__mul__], ids=["words", "one word"])
@pytest.mark.parametrize("place", PLACES)
def test_a_text_of_any_length_is_printed_whole(place: str, make_text: object, count: int) -> None:
    text = make_text(count)  # type: ignore[operator]
    for page in (A4, F4):
        xml = "".join(draw(cascade_with(place, text), page)(lambda value: value.text))
        widths = [int(one) for one in re.findall(r'<w:gridCol w:w="(-?\d+)"', xml)]
        assert text in xml
        assert min(widths) > 0
        assert sum(widths) == page.inner_width


def test_only_a_row_higher_than_a_page_may_split() -> None:
    xml = "".join(draw(cascade_with("sasaran", words(32_000)), F4)(lambda value: value.text))
    splitting = [row for row in xml.split("<w:tr>")[1:] if "<w:cantSplit/>" not in row]
    assert len(splitting) == 1
    assert "pelayanan pelayanan" in splitting[0]


def test_a_running_line_says_only_how_a_long_name_begins() -> None:
    name = words(32_000)
    below = [simpul(Jenis.SUB_KEGIATAN, f"s{nth}", [("k", "1")], nama="B") for nth in range(99)]
    program = simpul(Jenis.PROGRAM, "p", [("i", "4")], below, name)
    roots = numbered([simpul(Jenis.UTAMA, "U", [("u", "7")], [program])])
    xml = "".join(draw(Cascade(jenjang(), (), roots), F4)(lambda value: value.text))
    lines = [row for row in xml.split("<w:tr>") if "(lanjutan)" in row]
    below_program = [line for line in lines if "pelayanan" in line]
    assert len(below_program) > 3
    assert all("pelayanan …" in line for line in below_program)
    assert all(line.count("pelayanan") < 30 for line in below_program)


@pytest.mark.requires("soffice", "poppler")
def test_in_the_pdf_a_text_of_many_pages_is_whole(tmp_path: Path) -> None:
    texts = {"target": words(5_000), "sasaran": words(32_000), "nama": "x" * 5_000}
    files = [
        save(draw(cascade_with(place, text), F4), tmp_path / f"{place}.docx")
        for place, text in texts.items()
    ]
    for (_, text), pdf in zip(texts.items(), convert(files, "pdf", tmp_path), strict=True):
        read = pdf_text(pdf)
        word = "pelayanan" if "pelayanan" in text else "x"
        assert read.count(word) >= text.count(word)
