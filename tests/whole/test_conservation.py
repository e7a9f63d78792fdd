"""Nothing that was filled in is lost: each printed cell is in the decree, under its own anchor."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
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
from generator.schema.kinerja import ESELON, PROGRAM, SASARAN, SUB_KEGIATAN
from generator.schema.types import Book, Column, Printed
from generator.workbook.making.blank import blank_workbook
from generator.workbook.reading import tables
from tests.support.every_column import planned, write_filled
from tests.support.made import write_made_folder
from tests.support.outcomes import summary
from tests.support.paths import ROOT
from tests.support.sheets import SASARAN as SHEET_SASARAN
from tests.support.sheets import read_sheet, said
from tests.support.word_text import lines, open_word, squeeze

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
    assert outcome.exit_code == 0, summary(outcome)
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


# -- what the header of a column promises ----------------------------------------------------------

ALWAYS = "Tercetak dalam keputusan."
IN_MATRIX = "Tercetak hanya dalam lampiran berbentuk matriks."


def _promises(book: Book) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Yield (book, sheet, heading) of each column with the last line of its comment."""
    workbook = blank_workbook(book)
    for sheet in book.sheets:
        for cell in workbook[sheet.name][1]:
            assert cell.comment is not None
            column = (book.filename, sheet.name, str(cell.value))
            yield column, cell.comment.text.splitlines()[-1]


@pytest.mark.parametrize(
    ("lampiran", "kept"),
    [("pohon", {ALWAYS}), ("matriks", {ALWAYS, IN_MATRIX}), ("keduanya", {ALWAYS, IN_MATRIX})],
)
def test_every_column_prints_where_its_header_says(
    tmp_path: Path, lampiran: str, kept: set[str]
) -> None:
    folder = write_filled(tmp_path / "kerja", lampiran)
    anchors = _stamp(_decree(folder, tmp_path / "hasil")).anchors
    places = [one.place for one in anchors if one.place.cell]  # a default stands in none
    printed = {(place.book, place.sheet, place.heading) for place in places}
    headers = [header for book in BOOKS for header in _promises(book)]
    promised = {column for column, promise in headers if promise in kept}
    promised = {column for column in promised if column[2] != "Satuan"}  # part of its target
    if lampiran == "matriks":  # which has no groups
        promised.remove(("keputusan.xlsx", "Jenjang", "Judul Kelompok"))
    assert printed == promised


@pytest.mark.parametrize(
    ("lampiran", "renstra", "prints"),
    [
        *(("pohon", "Ya", False), ("matriks", "Tidak", False), ("matriks", "", False)),
        *(("matriks", "Ya", True), ("keduanya", "Ya", True)),
    ],
)
def test_every_year_of_a_plan_prints_in_the_matrix_that_asks_for_it(
    tmp_path: Path, lampiran: str, renstra: str, prints: bool
) -> None:
    folder = write_filled(tmp_path / "kerja", lampiran, renstra)
    anchors = _stamp(_decree(folder, tmp_path / "hasil")).anchors
    printed = {(one.place.sheet, one.place.heading, one.text) for one in anchors}
    asked = {
        (sheet.name, column.heading, "12")
        for book in ESELON
        for sheet in book.sheets
        for column in planned(sheet)
    }
    assert printed & asked == (asked if prints else set())


# -- a column that the schema does not have --------------------------------------------------------


@pytest.fixture
def declare() -> Iterator[Callable[[Column], None]]:
    """Adds a column to the sheets of the tree, as if the schema declared it."""
    before = {sheet: sheet.columns for sheet in (SASARAN, PROGRAM, SUB_KEGIATAN)}

    def add(column: Column) -> None:
        for sheet, columns in before.items():
            object.__setattr__(sheet, "columns", (*columns, column))
        importlib.reload(tables)

    yield add
    for sheet, columns in before.items():
        object.__setattr__(sheet, "columns", columns)
    importlib.reload(tables)


@pytest.mark.parametrize("lampiran", ["pohon", "matriks"])
@pytest.mark.parametrize("printed", Printed)
@pytest.mark.parametrize(
    ("per_simpul", "nth"), [(False, ("0",)), (True, ())], ids=["indikator", "simpul"]
)
def test_a_new_column_prints_where_it_is_declared_to(
    tmp_path: Path,
    declare: Callable[[Column], None],
    per_simpul: bool,
    nth: tuple[str, ...],
    printed: Printed,
    lampiran: str,
) -> None:
    declare(Column("Ruas & Bagian", "ruas", "Ruas.", printed=printed, per_simpul=per_simpul))
    path = _decree(write_filled(tmp_path / "kerja", lampiran), tmp_path / "hasil")
    texts = {one.identity: one.text for one in _stamp(path).anchors if one.identity[-1] == "ruas"}
    wanted = {
        ("eselon-2", "Sasaran", "S1", *nth, "ruas"): "Ruas & Bagian milik Sasaran",
        ("eselon-3", "Program", "P1", *nth, "ruas"): "Ruas & Bagian milik Program",
        ("eselon-4", "Sub Kegiatan", "K1", *nth, "ruas"): "Ruas & Bagian milik Sub Kegiatan",
    }
    prints = printed is Printed.SELALU or (printed is Printed.MATRIKS and lampiran == "matriks")
    assert texts == (wanted if prints else {})


def test_a_new_column_is_headed_in_both_annexes(
    tmp_path: Path, declare: Callable[[Column], None]
) -> None:
    declare(Column("Ruas & Bagian", "ruas", "Ruas."))
    pohon, matriks = (
        lines(open_word(_decree(write_filled(tmp_path / form, form), tmp_path / f"hasil-{form}")))
        for form in ("pohon", "matriks")
    )
    said = [f"Ruas & Bagian milik {one}" for one in ("Sasaran", "Program", "Sub Kegiatan")]
    assert {f"Ruas & Bagian: {one}" for one in said} <= set(pohon)
    assert {"Ruas & Bagian", *said} <= set(matriks)


def test_a_cell_of_a_new_column_without_its_indikator_is_found(
    tmp_path: Path, declare: Callable[[Column], None]
) -> None:
    declare(Column("Ruas", "ruas", "Ruas."))
    table = f"{SHEET_SASARAN.rstrip().replace('Satuan |', 'Satuan | Ruas |')} Jambi |\n"
    table += " |  |  |  |  |  |  |  | Kuala Tungkal |"
    _, findings = read_sheet(tmp_path, "eselon-2", "Sasaran", table)
    assert "indikator-kosong: eselon-2.xlsx Sasaran E3" in said(findings)
