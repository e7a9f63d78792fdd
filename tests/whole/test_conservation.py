"""Nothing that was filled in is lost: each printed cell is in the decree, under its own anchor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from generator.app.buat import make
from generator.revision.stamp import Stamp, read_stamp
from generator.schema.books import BOOKS
from generator.schema.keputusan import IDENTITAS
from generator.schema.types import Printed
from tests.support.made import write_made_folder
from tests.support.paths import ROOT
from tests.support.word_text import squeeze

EXAMPLE = ROOT / "input_templates/contoh-bkpsdm-2022"
PLACEHOLDERS = {
    "{tahun}": "2022",
    "{perangkat_daerah}": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah",
    "{pemerintah}": "Kabupaten Tanjung Jabung Barat",
    "{lampiran}": "Lampiran",
}
BY_SETTING = {"Nama Tanpa Gelar"}
"""Keys that print only under a setting which the example does not choose."""


def _decree(folder: Path, output: Path) -> Path:
    outcome = make(folder, output)
    assert outcome.exit_code == 0, outcome.summary
    (path,) = output.glob("*.docx")
    return path


def _filled_cells(folder: Path) -> Iterator[tuple[str, str, str, str, Any]]:
    """Yield (book, sheet, address, heading, value) of every filled cell that prints."""
    for book in BOOKS:
        workbook = load_workbook(folder / book.filename)
        for sheet in book.sheets:
            if sheet.name not in workbook.sheetnames:
                continue
            printed = {
                column.heading for column in sheet.columns if column.printed is Printed.SELALU
            }
            rows = workbook[sheet.name].iter_rows()
            headings = [str(cell.value) for cell in next(rows)]
            for row in rows:
                for heading, cell in zip(headings, row, strict=False):
                    if cell.value is not None and heading in printed:
                        yield book.filename, sheet.name, cell.coordinate, heading, cell.value


def _is_setting(folder: Path, sheet: str, address: str) -> bool:
    """Whether this cell of sheet Identitas is a key's name or a setting."""
    if sheet != IDENTITAS.name:
        return False
    if address.startswith("A"):
        return True
    name = load_workbook(folder / "keputusan.xlsx")[sheet][f"A{address[1:]}"].value
    return any(key.name == name and not key.printed for key in IDENTITAS.keys) or name in BY_SETTING


def _bookmarked(path: Path) -> dict[str, str]:
    """Return the text between the ends of each bookmark of the document."""
    texts = {}
    for start in Document(str(path)).element.body.iter(qn("w:bookmarkStart")):
        pieces = []
        for after in start.itersiblings():
            if after.tag == qn("w:bookmarkEnd"):
                break
            pieces += [
                {qn("w:br"): "\n", qn("w:tab"): "\t"}.get(one.tag, one.text or "")
                for one in after.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
            ]
        texts[start.get(qn("w:name"))] = "".join(pieces)
    return texts


def _stamp(path: Path) -> Stamp:
    stamp = read_stamp(path)
    assert isinstance(stamp, Stamp)
    return stamp


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _decree(EXAMPLE, tmp_path_factory.mktemp("sk"))


def test_each_printed_cell_of_the_example_is_anchored_in_the_decree(example: Path) -> None:
    places = [(one.place, one.raw) for one in _stamp(example).anchors]
    anchored = {(place.book, place.sheet, place.cell) for place, _ in places}
    shared = {(place.book, place.sheet, place.heading, raw) for place, raw in places}
    lost = [
        (book, sheet, address, value)
        for book, sheet, address, heading, value in _filled_cells(EXAMPLE)
        if (book, sheet, address) not in anchored
        and (book, sheet, heading, value) not in shared  # boxes of one name, levels of one label
        and heading not in ("Satuan", "Tingkat")
        and not _is_setting(EXAMPLE, sheet, address)
    ]
    assert lost == []


def test_each_typed_text_of_the_example_reads_in_the_decree_as_typed(example: Path) -> None:
    text = squeeze("".join(_bookmarked(example).values()))
    lost = []
    for _, sheet, address, heading, value in _filled_cells(EXAMPLE):
        if not isinstance(value, str) or heading in ("Tingkat", "Satuan"):
            continue
        if _is_setting(EXAMPLE, sheet, address) or "{nomor}" in value:
            continue
        for name, meant in PLACEHOLDERS.items():
            value = value.replace(name, meant)
        lines = value.split("\n") if sheet == IDENTITAS.name else [value]
        lost += [line for line in lines if squeeze(line) not in text]
    assert lost == []


def test_each_satuan_stands_behind_its_target(example: Path) -> None:
    targets = {
        (one.place.book, one.place.row): one.text
        for one in _stamp(example).anchors
        if one.identity[-1] == "target"
    }
    checked = 0
    for book, _, address, heading, value in _filled_cells(EXAMPLE):
        if heading == "Satuan":
            assert targets[book, int(re.sub(r"\D", "", address))].endswith(value)
            checked += 1
    assert checked > 30


def test_the_stamp_tells_the_text_of_every_bookmark(example: Path) -> None:
    bookmarks = _bookmarked(example)
    anchors = _stamp(example).anchors
    assert {one.name: one.text for one in anchors} == {
        name: text for name, text in bookmarks.items() if name.startswith("_sk_")
    }
    assert len({one.name for one in anchors}) == len(anchors)


def test_two_thousand_indikator_all_arrive(tmp_path: Path) -> None:
    folder = tmp_path / "kerja"
    folder.mkdir()
    path = _decree(write_made_folder(folder, 2000), tmp_path / "hasil")
    anchors = _stamp(path).anchors
    bookmarks = _bookmarked(path)
    cells = {(one.place.book, one.place.cell): bookmarks[one.name] for one in anchors}
    for _, sheet, address, heading, value in _filled_cells(folder):
        if sheet == "Sub Kegiatan" and heading not in ("Target", "Satuan"):
            assert cells["eselon-4.xlsx", address] == value
    targets = {
        one.place.row: bookmarks[one.name]
        for one in anchors
        if one.place.book == "eselon-4.xlsx" and one.identity[-1] == "target"
    }
    assert targets == {nth + 2: f"{nth % 997} Orang" for nth in range(2000)}
