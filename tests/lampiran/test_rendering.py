"""What LibreOffice makes of the sheets: every text on its page, nothing cut, nothing split."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from generator.lampiran.content.boxes import PageReference
from generator.lampiran.layout.pages import lay_out
from generator.lampiran.sheet import DrawnSheet, Pohon
from generator.lampiran.word import write
from tests.support.drawn_word import F4, save
from tests.support.soffice import convert, pdf_text
from tests.support.trees import TREES, texts

NAMES = tuple(TREES)


def words(found: Iterable[str]) -> Counter[str]:
    """Count words, numbers and signs, so that a cut or lost one shows."""
    return Counter(piece for text in found for piece in re.findall(r"\w+|[^\w\s]", text))


def sheet_texts(pohon: Pohon, sheet: DrawnSheet) -> list[str]:
    """Return every paragraph of a sheet, with the page numbers its fields show."""
    paragraphs = [chart.heading for chart in sheet.charts]
    paragraphs += [one for chart in sheet.charts for cell in chart.cells for one in cell.teks]
    return [
        "".join(
            str(pohon.pages[part.bookmark]) if isinstance(part, PageReference) else str(part)
            for part in paragraph
        )
        for paragraph in paragraphs
    ]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pohon")
    made = {}
    for name, make in TREES.items():
        pohon = lay_out(make(), F4)
        made[name] = save(partial(write, pohon, colours=True), folder / f"{name}.docx")
    return made


@pytest.fixture(scope="module")
def pdfs(documents: dict[str, Path]) -> dict[str, list[str]]:
    """The text of every page by the name of the tree."""
    files = list(documents.values())
    made = convert(files, "pdf", files[0].parent)
    return {path.stem: pdf_text(path).split("\f")[:-1] for path in made}


@pytest.mark.requires("soffice", "poppler")
@pytest.mark.parametrize("name", NAMES)
def test_has_the_pages_that_were_planned(name: str, pdfs: dict[str, list[str]]) -> None:
    assert len(pdfs[name]) == lay_out(TREES[name](), F4).sheets[-1].number


@pytest.mark.requires("soffice", "poppler")
@pytest.mark.parametrize("name", NAMES)
def test_every_text_stands_whole_on_the_page_of_its_sheet(
    name: str, pdfs: dict[str, list[str]]
) -> None:
    pohon = lay_out(TREES[name](), F4)
    for sheet in pohon.sheets:
        page = words([pdfs[name][sheet.number - 1]])
        assert not words(sheet_texts(pohon, sheet)) - page, f"page {sheet.number}"


@pytest.mark.requires("soffice", "poppler")
@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_the_tree_is_printed(name: str, pdfs: dict[str, list[str]]) -> None:
    assert not words(texts(TREES[name]())) - words(pdfs[name])


@pytest.mark.requires("soffice", "poppler")
def test_nothing_is_lost_when_the_longest_text_is_made_three_times_longer(
    documents: dict[str, Path], tmp_path: Path
) -> None:
    grown = []
    wanted = {}
    for name, path in documents.items():
        document = docx.Document(str(path))
        body = document.element.body
        paragraphs = list(body.iter(qn("w:p")))
        longest = max(paragraphs, key=lambda paragraph: len(_text(paragraph)))
        for text in longest.iter(qn("w:t")):
            text.text = f"{text.text} {text.text} {text.text}"
        for field in body.iter(qn("w:instrText")):  # the pages may be others then
            result = field.getparent().getnext().getnext()
            result.find(qn("w:t")).text = ""
        document.save(str(tmp_path / f"{name}.docx"))
        grown.append(tmp_path / f"{name}.docx")
        wanted[name] = words(map(_text, paragraphs))
    for path in convert(grown, "pdf", tmp_path):
        lost = wanted[path.stem] - words([pdf_text(path)])
        assert not lost, path.stem


def _text(paragraph: BaseOxmlElement) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
