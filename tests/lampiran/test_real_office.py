"""The pohon of offices of real size, read page by page in the PDF that LibreOffice makes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.app.berkas import read_folder
from generator.app.buat import make
from generator.cascade.model import Cascade
from generator.lampiran.layout.pages import lay_out
from generator.lampiran.paper import annex_pages, marks
from generator.lampiran.sheet import Pohon
from generator.naskah.keputusan_cascading.context import make_context
from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING
from generator.word.render import render
from tests.lampiran.test_rendering import sheet_texts, words
from tests.support.outcomes import summary
from tests.support.real_office import Office, write_office
from tests.support.sheet_faults import orphans
from tests.support.soffice import convert, pdf_text

OFFICES = {"40 indikator": Office.KEPEGAWAIAN, "79 indikator": Office.KECAMATAN}
pytestmark = pytest.mark.requires("soffice", "poppler")
each = pytest.mark.parametrize("name", OFFICES)


class Printed(NamedTuple):
    cascade: Cascade
    pohon: Pohon
    pages: list[str]
    """The pages of the annex, as text."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Printed]:
    folder = tmp_path_factory.mktemp("kantor")
    planned, files = [], []
    for nth, office in enumerate(OFFICES.values()):
        books = write_office(folder / str(nth), office, "pohon")
        outcome = make(books, folder / f"hasil-{nth}")
        assert outcome.exit_code == 0, summary(outcome)
        (file,) = (folder / f"hasil-{nth}").glob("*.docx")
        files.append(file.rename(folder / f"kantor-{nth}.docx"))
        planned.append(_planned(books))
    pdfs = convert(files, "pdf", folder)
    return {
        name: Printed(*plan, _annex(pdf_text(pdf)))
        for name, plan, pdf in zip(OFFICES, planned, pdfs, strict=True)
    }


def _planned(books: Path) -> tuple[Cascade, Pohon]:
    """Return the tree and its sheets on the pages of the decree that it is printed in."""
    berkas = read_folder(books)
    naskah = berkas.of(KEPUTUSAN_CASCADING)
    assert naskah
    empty = make_context(naskah.model, marks(1), logo=False)
    (page,) = annex_pages(render(naskah.template, empty), 1)
    return berkas.cascade, lay_out(berkas.cascade, page)


def _annex(text: str) -> list[str]:
    pages = text.split("\f")[:-1]
    first = next(nth for nth, page in enumerate(pages) if re.search(r"^\s*LAMPIRAN\b", page, re.M))
    return pages[first:]


@each
def test_the_annex_has_the_pages_that_were_planned(
    printed: Mapping[str, Printed], name: str
) -> None:
    assert len(printed[name].pages) == printed[name].pohon.sheets[-1].number


@each
def test_no_word_is_cut_and_none_stands_on_another_page(
    printed: Mapping[str, Printed], name: str
) -> None:
    _, pohon, pages = printed[name]
    for sheet in pohon.sheets:
        lost = words(sheet_texts(pohon, sheet)) - words([pages[sheet.number - 1]])
        assert not lost, f"page {sheet.number}"


@each
def test_no_page_ends_with_a_program_or_kegiatan(printed: Mapping[str, Printed], name: str) -> None:
    """The pages are those that were planned, word for word, so the plan tells."""
    cascade, pohon, _ = printed[name]
    assert orphans(pohon, cascade) == []


@each
def test_the_signature_stands_below_boxes(printed: Mapping[str, Printed], name: str) -> None:
    _, pohon, pages = printed[name]
    assert "NAMA PEJABAT" in pages[-1]
    assert not words(sheet_texts(pohon, pohon.sheets[-1])) - words([pages[-1]])
    assert pohon.sheets[-1].charts
