"""The matrix of offices of real size, read page by page in the PDF that LibreOffice makes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

from generator.app.berkas import read_folder
from generator.app.buat import make
from generator.lampiran.matriks.table import draw
from tests.support.drawn_word import A3, A4, save
from tests.support.outcomes import summary
from tests.support.real_office import Office, write_office
from tests.support.soffice import convert, pdf_text
from tests.support.word_text import squeeze

CASES = {
    "40 indikator": (Office.KEPEGAWAIAN, "matriks"),
    "79 indikator": (Office.KECAMATAN, "matriks"),
    "380 indikator": (Office.KESEHATAN, "matriks"),
    "both annexes": (Office.KEPEGAWAIAN, "keduanya"),
}
pytestmark = pytest.mark.requires("soffice", "poppler")
each = pytest.mark.parametrize("name", CASES)
PAPERS = {"A3": A3, "A4": A4}
KODE = re.compile(r"\b(?:\d|X)\.(?:\d\d|XX)\.\d\d(?:\.\d\.\d\d(?:\.\d{4})?)?(?=\s|$)")
SASARAN = re.compile(r"SASARAN (?:STRATEGIS|PENDUKUNG) [IVX]+")
HEAD = re.compile(r"Uraian\s+Kode Rekening.*\n")


class Node(NamedTuple):
    """A node of the outline: its number (a sasaran's title, else its Kode Rekening), its chain."""

    kode: str
    nama: str
    chain: tuple[str, ...]


class Printed(NamedTuple):
    nodes: list[Node]
    words: Counter[str]
    pages: list[str]
    """The pages of the matrix, each from the head of its table on."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Printed]:
    folder = tmp_path_factory.mktemp("kantor")
    files = []
    for nth, (office, lampiran) in enumerate(CASES.values()):
        outcome = make(write_office(folder / str(nth), office, lampiran), folder / f"hasil-{nth}")
        assert outcome.exit_code == 0, summary(outcome)
        (file,) = (folder / f"hasil-{nth}").glob("*.docx")
        files.append(file.rename(folder / f"kantor-{nth}.docx"))
    pdfs = convert(files, "pdf", folder)
    return {
        name: Printed(*_outline(file), _pages(pdf_text(pdf)))
        for name, file, pdf in zip(CASES, files, pdfs, strict=True)
    }


def _outline(file: Path) -> tuple[list[Node], Counter[str]]:
    """Return the nodes in the order of the matrix, and all words in its rows."""
    table = docx.Document(str(file)).tables[-1]
    if len(table.columns) == 1:  # the signature's
        table = docx.Document(str(file)).tables[-2]
    nodes: list[Node] = []
    words: Counter[str] = Counter()
    above: dict[int, str] = {}
    for row in table._tbl.tr_lst:
        texts = [docx.table._Cell(cell, table).text for cell in row.tc_lst]
        if len(texts) < 6 or texts[0] == "Uraian":
            continue
        words.update(re.findall(r"\w+", " ".join(texts)))
        title = texts[0].split("\n")[0]
        if sasaran := SASARAN.match(title):
            above = {0: title}
            nodes.append(Node(sasaran[0], title, ()))
        elif texts[1]:
            depth = texts[1].count(".") - 1
            above = {level: text for level, text in above.items() if level < depth}
            nodes.append(Node(texts[1], title, tuple(above.values())))
            above[depth] = title
    return nodes, words


def _pages(text: str) -> list[str]:
    """Return the pages of the matrix from the first row below the repeated head on."""
    found = [page for page in text.split("\f") if HEAD.search(page)]
    return [page[HEAD.search(page).end() :] for page in found]  # type: ignore[union-attr]


def _numbers(page: str) -> list[str]:
    """Return the numbers of the nodes on a page, in order, without those of the running line."""
    rows = page.partition("(lanjutan)")[2] or page
    found = [(one.start(), one[0]) for sign in (KODE, SASARAN) for one in sign.finditer(rows)]
    return [number for _, number in sorted(found)]


@each
def test_at_the_top_of_each_page_stands_what_its_first_row_belongs_to(
    printed: Mapping[str, Printed], name: str
) -> None:
    assert _unread(printed[name]) == []


def _unread(printed: Printed) -> list[str]:
    """Return the beginnings of pages that do not begin with the chain of their first row."""
    nodes, _, pages = printed
    order = {node.kode: nth for nth, node in enumerate(nodes)}
    found = []
    for page in pages[1:]:
        line, lanjutan, _ = page.partition("(lanjutan)")
        first = order[_numbers(page)[0]]
        before = nodes[first - 1]
        chains = (nodes[first].chain, (*before.chain, before.nama))
        if not lanjutan or KODE.search(line) or not any(_reads(line, one) for one in chains):
            found.append(page[:200])
    return found


def _reads(line: str, chain: Sequence[str]) -> bool:
    words = squeeze(line)
    return all(squeeze(name) in words for name in chain)


@each
def test_no_page_ends_with_a_row_that_others_belong_to(
    printed: Mapping[str, Printed], name: str
) -> None:
    assert _ending(printed[name]) == []


def _ending(printed: Printed) -> list[str]:
    """Return the parents with which pages end."""
    nodes, _, pages = printed
    parents = {above for node in nodes for above in node.chain}
    names = {node.kode: node.nama for node in nodes}
    last = [names[_numbers(page)[-1]] for page in pages[:-1]]
    return [one for one in last if one in parents]


@pytest.mark.parametrize("paper", PAPERS)
def test_on_other_paper_it_is_the_same(paper: str, tmp_path: Path) -> None:
    berkas = read_folder(write_office(tmp_path / "buku", Office.KESEHATAN, "matriks"))
    page = PAPERS[paper]
    file = save(draw(berkas.cascade, page), tmp_path / "matriks.docx", page)
    printed = Printed(*_outline(file), _pages(pdf_text(convert(file, "pdf", tmp_path))))
    assert len(printed.pages) > 15
    assert _unread(printed) == []
    assert _ending(printed) == []


@each
def test_the_signature_stands_below_rows(printed: Mapping[str, Printed], name: str) -> None:
    page = printed[name].pages[-1]
    assert "NAMA PEJABAT" in page
    assert len(_numbers(page)) >= 2


@each
def test_no_word_is_cut_and_no_row_lost(printed: Mapping[str, Printed], name: str) -> None:
    _, wanted, pages = printed[name]
    assert not wanted - Counter(re.findall(r"\w+", " ".join(pages)))
