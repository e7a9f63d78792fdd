"""The matrix of the clean example brought up to date: rows come, go and move one by one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph
from lxml import etree
from openpyxl import load_workbook

from generator.app.berkas import read_folder
from generator.opc.parts import to_bytes
from generator.revision.stamp import stamp
from generator.revision.update.notes import NoteKind
from generator.word.structure import check_structure
from tests.lampiran.test_tracked_changes import DECIDE
from tests.revision import hands
from tests.revision.offices import Office
from tests.revision.update.test_update_by_chance import brought_up_to_date, decided
from tests.support.outcomes import rendered
from tests.support.paths import ROOT
from tests.support.soffice import run_uno
from tests.support.tracked import W, accept, body, lines, reject, rows
from tests.support.validators import sdk_validate

CONTOH = ROOT / "input_templates" / "contoh-bersih"
EDITS = {"Jumlah Perawat": "Banyaknya perawat", "Jumlah Bidan": "Banyaknya bidan"}
"""What people write (right) where the matrix has something else (left)."""
SASARAN = ("eselon-2", "Sasaran")
SUB_KEGIATAN = ("eselon-4", "Sub Kegiatan")
MOVING = ("Indikator", "Target", "Satuan", "Indikator Induk", "Formulasi", "Sumber Data", "Arah")
Change = Callable[[Any, dict[str, int]], None]
Printer = Callable[["Case"], Any]


def decree_of(
    folder: Path,
    lampiran: str,
    sheet: tuple[str, str] = SASARAN,
    *ways: Change,
    renstra: str = "",
) -> Any:
    """Return the decree of the example after these changes to one of its sheets."""
    shutil.copytree(CONTOH, folder)
    book = load_workbook(folder / "keputusan.xlsx")
    book["Identitas"].append(["Lampiran", lampiran])
    for label, value in book["Identitas"].iter_rows(max_col=2):
        if label.value == "Lampiran":
            value.value = lampiran
        if label.value == "Target Renstra di Matriks":
            value.value = renstra
    book.save(folder / "keputusan.xlsx")
    book = load_workbook(folder / f"{sheet[0]}.xlsx")
    heads: Any = {cell.value: cell.column for cell in book[sheet[1]][1]}
    for change in ways:
        change(book[sheet[1]], heads)
    book.save(folder / f"{sheet[0]}.xlsx")
    return rendered(read_folder(folder))


def row_of(sheet: Any, heads: dict[str, int], indikator: str) -> int:
    column = heads["Indikator"]
    numbers = range(2, sheet.max_row + 1)
    return next(one for one in numbers if str(sheet.cell(one, column).value).startswith(indikator))


def added(after: str) -> Change:
    """Let a node have one indikator more, behind this one."""

    def change(sheet: Any, heads: dict[str, int]) -> None:
        row = row_of(sheet, heads, after)
        sheet.insert_rows(row + 1)
        for name in MOVING:
            sheet.cell(row + 1, heads[name]).value = sheet.cell(row, heads[name]).value
        sheet.cell(row + 1, heads["Indikator"]).value = "Indikator yang Baru"
        sheet.cell(row + 1, heads["Target"]).value = 7

    return change


def swapped(indikator: str) -> Change:
    """Let an indikator and the one below it change places."""

    def change(sheet: Any, heads: dict[str, int]) -> None:
        row = row_of(sheet, heads, indikator)
        for name in (*MOVING, "Target Tahun Lalu"):
            one, other = (sheet.cell(nth, heads[name]) for nth in (row, row + 1))
            one.value, other.value = other.value, one.value

    return change


def removed(indikator: str) -> Change:
    """Take an indikator out that is the last of its node."""

    def change(sheet: Any, heads: dict[str, int]) -> None:
        sheet.delete_rows(row_of(sheet, heads, indikator))

    return change


def retargeted(indikator: str) -> Change:
    """Let an indikator have another target."""

    def change(sheet: Any, heads: dict[str, int]) -> None:
        sheet.cell(row_of(sheet, heads, indikator), heads["Target"]).value = 4321

    return change


def edited_by_hand(decree: bytes) -> bytes:
    document = docx.Document(BytesIO(decree))
    for element in document.element.body.iter(W + "p"):
        for run in Paragraph(element, document._body).runs:
            for old, new in EDITS.items():
                run.text = run.text.replace(old, new) if old in run.text else run.text
    return saved(document)


def saved(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def matrix(root: etree._Element) -> etree._Element:
    return next(
        table
        for table in root.iter(W + "tbl")
        if (name := table.find(f"{W}tblPr/{W}tblCaption")) is not None
        and name.get(W + "val") == "Matriks cascading"
    )


def as_edited(found: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    def edited(text: str) -> str:
        for old, new in EDITS.items():
            text = text.replace(old, new)
        return text

    return [tuple(map(edited, cells)) for cells in found]


def marked_rows(data: bytes) -> tuple[int, int]:
    """Return how many rows of the matrix are inserted, and how many deleted.

    Running lines at the top of pages go and come by themselves.
    """
    table = matrix(body(data))
    marked = [
        [row for row in table.findall(f"{W}tr") if row.find(f"{W}trPr/{W}{kind}") is not None]
        for kind in ("ins", "del")
    ]
    inserted, deleted = (
        len([row for row in found if "(lanjutan)" not in "".join(map(str, row.itertext()))])
        for found in marked
    )
    return inserted, deleted


class Case(NamedTuple):
    sheet: tuple[str, str]
    ways: tuple[Change, ...]
    inserted: int
    deleted: int


PERAWAT, BIDAN = "Jumlah Perawat", "Jumlah Bidan"
CASES = {
    "added last": Case(SUB_KEGIATAN, (added(PERAWAT),), 1, 0),
    "added between": Case(SUB_KEGIATAN, (added(BIDAN),), 1, 0),
    "added to a sasaran": Case(SASARAN, (added("Indeks Kepuasan"),), 1, 0),
    "removed last": Case(SUB_KEGIATAN, (removed(PERAWAT),), 0, 1),
    "removed first": Case(SUB_KEGIATAN, (swapped(BIDAN), removed(BIDAN)), 0, 1),
    "moved": Case(SUB_KEGIATAN, (swapped(BIDAN),), 1, 1),
    "another target": Case(SUB_KEGIATAN, (retargeted(PERAWAT),), 0, 0),
}
cases = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


@pytest.fixture(scope="module")
def printed_for(tmp_path_factory: pytest.TempPathFactory) -> Printer:
    @cache
    def printed(case: Case) -> Any:
        folder = tmp_path_factory.mktemp("baru") / "buku"
        return decree_of(folder, "matriks", case.sheet, *case.ways)

    return printed


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    printed = decree_of(tmp_path_factory.mktemp("lama") / "buku", "matriks")
    return edited_by_hand(to_bytes(stamp(*printed).parts))


@cases
def test_only_rows_that_changed_are_marked(case: Case, edited: bytes, printed_for: Printer) -> None:
    printed = printed_for(case)
    result = to_bytes(brought_up_to_date(edited, printed).package.parts)
    assert marked_rows(result) == (case.inserted, case.deleted)


@cases
def test_accepted_it_is_the_new_matrix_with_the_edits(
    case: Case, edited: bytes, printed_for: Printer
) -> None:
    printed = printed_for(case)
    updated = brought_up_to_date(edited, printed)
    accepted = matrix(accept(body(to_bytes(updated.package.parts))))
    wanted = matrix(body(to_bytes(printed[0].parts)))
    assert rows(accepted) == as_edited(rows(wanted))
    assert check_structure(decided(updated.package, accept)) == []


@cases
def test_rejected_it_is_the_edited_matrix(case: Case, edited: bytes, printed_for: Printer) -> None:
    printed = printed_for(case)
    updated = brought_up_to_date(edited, printed)
    rejected = matrix(reject(body(to_bytes(updated.package.parts))))
    assert rows(rejected) == rows(matrix(body(edited)))
    assert check_structure(decided(updated.package, reject)) == []


@cases
def test_a_second_time_there_is_nothing_to_enter(
    case: Case, edited: bytes, printed_for: Printer
) -> None:
    printed = printed_for(case)
    result = to_bytes(brought_up_to_date(edited, printed).package.parts)
    again = brought_up_to_date(result, printed)
    assert [note for note in again.notes if note.hal is NoteKind.ENTERED] == []


def hand_made(edited: bytes, change: Callable[[list[Any]], None]) -> bytes:
    document = docx.Document(BytesIO(edited))
    change(document.tables[-1]._tbl.tr_lst)
    return saved(document)


LOST = (NoteKind.OVERRULED, NoteKind.HOMELESS)
OWN = re.compile(r"baris orang|kolom orang \d+")


def width_of(row: etree._Element) -> int:
    """Return how many columns of the grid a row takes."""
    spans = row.findall(f"{W}tc/{W}tcPr/{W}gridSpan")
    return len(row.findall(W + "tc")) + sum(int(one.get(W + "val", "1")) - 1 for one in spans)


def row_with(found: list[Any], text: str) -> Any:
    return next(row for row in found if text in "".join(row.itertext()))


def add_own_row(found: list[Any]) -> None:
    """Add a row below that of the bidan, as Word does."""
    row = row_with(found, "Banyaknya bidan")
    own = deepcopy(row)
    row.addnext(own)
    for paragraph in own.iter(W + "p"):
        for one in [one for one in paragraph if one.tag != W + "pPr"]:
            paragraph.remove(one)
    Paragraph(own.tc_lst[-1].p_lst[0], None).add_run("baris orang")  # type: ignore[arg-type]


def delete_row(text: str) -> Callable[[list[Any]], None]:
    def change(found: list[Any]) -> None:
        row = row_with(found, text)
        row.getparent().remove(row)

    return change


def add_own_column(found: list[Any]) -> None:
    """Add a column behind the last one, as Word does; a cell across all of them grows."""
    table = found[0].getparent()
    table.tblGrid.append(deepcopy(table.tblGrid.gridCol_lst[-1]))
    for nth, row in enumerate(found):
        if len(row.tc_lst) == 1:
            row.tc_lst[0].grid_span += 1
            continue
        own = deepcopy(row.tc_lst[-1])
        row.append(own)
        for paragraph in own.iter(W + "p"):
            for one in [one for one in paragraph if one.tag != W + "pPr"]:
                paragraph.remove(one)
        Paragraph(own.p_lst[0], None).add_run(f"kolom orang {nth}")  # type: ignore[arg-type]


@cases
@pytest.mark.parametrize(
    "by_hand",
    [
        add_own_row,
        add_own_column,
        delete_row("Banyaknya bidan"),
        delete_row("Banyaknya perawat"),
    ],
    ids=["own row", "own column", "deleted first", "deleted last"],
)
def test_what_people_added_or_deleted_stays_so(
    by_hand: Callable[[list[Any]], None],
    case: Case,
    edited: bytes,
    printed_for: Printer,
) -> None:
    theirs = hand_made(edited, by_hand)
    printed = printed_for(case)
    updated = brought_up_to_date(theirs, printed)
    result = to_bytes(updated.package.parts)
    assert check_structure(updated.package) == []
    assert check_structure(decided(updated.package, accept)) == []
    assert check_structure(decided(updated.package, reject)) == []
    assert rows(matrix(reject(body(result)))) == rows(matrix(body(theirs)))
    accepted = matrix(accept(body(result)))
    columns = len(accepted.findall(f"{W}tblGrid/{W}gridCol"))
    assert {width_of(row) for row in accepted.iterchildren(W + "tr")} == {columns}
    own, left = (set(OWN.findall(" ".join(lines(one)))) for one in (matrix(body(theirs)), accepted))
    told = {note.old for note in updated.notes if note.hal in LOST}
    assert len(own - left) <= case.deleted
    assert own - left <= told


def planned(year: int, target: str) -> Change:
    """Give the indikator of a sheet a target of a Renstra in that year."""

    def change(sheet: Any, heads: dict[str, int]) -> None:
        column = heads.setdefault(f"Target {year}", sheet.max_column + 1)
        sheet.cell(1, column).value = f"Target {year}"
        for row in range(2, sheet.max_row + 1):
            if sheet.cell(row, heads["Indikator"]).value:
                sheet.cell(row, column).value = target

    return change


def with_renstra(folder: Path, *ways: Change) -> Any:
    return decree_of(folder, "matriks", SUB_KEGIATAN, *ways, renstra="Ya")


def test_a_target_of_a_plan_that_changed_is_entered_alone(tmp_path: Path) -> None:
    old = to_bytes(stamp(*with_renstra(tmp_path / "a", planned(2027, "7"))).parts)
    new = with_renstra(tmp_path / "b", planned(2027, "7"), retargeted(PERAWAT), planned(2027, "8"))
    result = to_bytes(brought_up_to_date(edited_by_hand(old), new).package.parts)
    assert marked_rows(result) == (0, 0)
    found = rows(matrix(accept(body(result))))
    assert found == as_edited(rows(matrix(body(to_bytes(new[0].parts)))))
    assert rows(matrix(reject(body(result)))) == rows(matrix(body(edited_by_hand(old))))


def test_a_year_that_is_new_renews_the_table_and_keeps_what_people_wrote(tmp_path: Path) -> None:
    old = to_bytes(stamp(*with_renstra(tmp_path / "a", planned(2027, "7"))).parts)
    new = with_renstra(tmp_path / "b", planned(2027, "7"), planned(2028, "9"))
    result = to_bytes(brought_up_to_date(edited_by_hand(old), new).package.parts)
    found = rows(matrix(accept(body(result))))
    assert found == as_edited(rows(matrix(body(to_bytes(new[0].parts)))))


def test_indikator_that_change_places_leave_the_lines_of_their_sheet(tmp_path: Path) -> None:
    printed = decree_of(tmp_path / "lama", "pohon")
    before = to_bytes(stamp(*printed).parts)
    case = CASES["moved"]
    now = decree_of(tmp_path / "baru", "pohon", case.sheet, *case.ways)
    result = body(to_bytes(brought_up_to_date(before, now).package.parts))
    assert list(result.iter(W + "trPr")) != []
    assert [row for row in result.iter(W + "tr") if row.find(f"{W}trPr/{W}del") is not None] == []
    assert rows(accept(result)) == rows(body(to_bytes(now[0].parts)))


@pytest.mark.requires("sdk")
def test_rows_that_come_and_go_are_valid_for_the_sdk(
    edited: bytes, printed_for: Printer, tmp_path: Path
) -> None:
    case = CASES["removed first"]
    printed = printed_for(case)
    path = tmp_path / "hasil.docx"
    path.write_bytes(to_bytes(brought_up_to_date(edited, printed).package.parts))
    assert sdk_validate([path]) == []


@pytest.mark.requires("soffice", "uno")
@pytest.mark.parametrize("name", ["added between", "removed first"])
def test_libreoffice_finds_both_matrices(
    name: str, edited: bytes, printed_for: Printer, tmp_path: Path
) -> None:
    case = CASES[name]
    printed = printed_for(case)
    path = tmp_path / "hasil.docx"
    path.write_bytes(to_bytes(brought_up_to_date(edited, printed).package.parts))
    wanted = {
        "AcceptAllTrackedChanges": as_edited(rows(matrix(body(to_bytes(printed[0].parts))))),
        "RejectAllTrackedChanges": rows(matrix(body(edited))),
    }
    for command, expected in wanted.items():
        target = tmp_path / f"{command}.docx"
        run_uno(DECIDE, path, target, command)
        assert rows(list(body(target).iter(W + "tbl"))[-1]) == expected


def row_last(document: Document) -> None:
    """Move the row of a sub kegiatan behind all others."""
    moved = next(row for row in matrix_rows(document) if "Kegiatan Mutasi" in texts(row))
    matrix_rows(document)[-1].addnext(moved)


def matrix_rows(document: Document) -> list[Any]:
    return list(document.tables[-1]._tbl.tr_lst)


def texts(row: Any) -> str:
    return "".join(one.text or "" for one in row.iter(f"{W}t"))


def test_the_matrix_stays_where_a_pohon_comes_before_it() -> None:
    decree = hands.edited(hands.made(Office("matriks")), row_last)
    updated = hands.result(decree, Office("keduanya"))
    assert marked_rows(updated) == (0, 0)
    accepted = list(matrix(accept(body(updated))).iter(f"{W}tr"))
    assert "Kegiatan Mutasi" in texts(accepted[-1])


def test_a_row_that_people_moved_is_told_of_where_a_pohon_takes_the_place_of_the_matrix() -> None:
    decree = hands.edited(hands.made(Office("matriks")), row_last)
    notes = hands.brought(decree, Office("pohon")).notes
    left = [one for one in notes if one.hal in (NoteKind.OVERRULED, NoteKind.HOMELESS)]
    assert ["Kegiatan" in one.old for one in left] == [True]


def kept(table: Any) -> list[bool]:
    return [row.find(f".//{W}keepNext") is not None for row in table.iter(f"{W}tr")]


def test_the_row_above_the_signature_is_kept_with_it_when_another_becomes_the_last() -> None:
    decree = hands.made(Office("matriks"))
    fewer = Office("matriks")
    fewer.kegiatan = sorted(fewer.kegiatan)[:-1]
    updated = hands.result(decree, fewer)
    wanted = kept(matrix(body(hands.made(fewer))))
    assert wanted[-1]
    assert kept(matrix(accept(body(updated)))) == wanted
    assert kept(matrix(reject(body(updated)))) == kept(matrix(body(decree)))
