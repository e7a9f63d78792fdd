"""The lines at the top of the matrix's pages in an update: they move, and nobody is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook

from generator.app.berkas import read_folder
from generator.opc.parts import to_bytes
from generator.revision.stamp import stamp
from generator.revision.update.notes import NoteKind
from generator.word.structure import check_structure
from tests.revision.update.test_update_by_chance import brought_up_to_date, decided
from tests.revision.update.test_update_matriks import matrix, saved
from tests.support.outcomes import rendered
from tests.support.real_office import Office, write_office
from tests.support.tracked import W, accept, body, lines, reject, rows

Change = Callable[[Any, dict[str, int]], None]
Printer = Callable[[Change], Any]


def add_indikator(sheet: Any, heads: dict[str, int]) -> None:
    """Give an early sub kegiatan four indikator more, so that all pages begin elsewhere."""
    row = 4
    sheet.insert_rows(row + 1, 4)
    for nth in range(1, 5):
        sheet.cell(row + nth, heads["Indikator"]).value = f"Jumlah Tambahan yang ke-{nth}"
        sheet.cell(row + nth, heads["Target"]).value = nth
        sheet.cell(row + nth, heads["Satuan"]).value = "Dokumen"


def rename_program(sheet: Any, heads: dict[str, int]) -> None:
    sheet.cell(2, heads["Program"]).value = "PROGRAM KEPEGAWAIAN YANG BERUBAH NAMANYA"


def move_to_another_parent(sheet: Any, heads: dict[str, int]) -> None:
    """Let the first kegiatan, with all below it, support the other program."""
    sheet.cell(2, heads["Kode Induk"]).value = "P2"


def nothing(sheet: Any, heads: dict[str, int]) -> None: ...


SHEETS: dict[Change, tuple[str, str]] = {rename_program: ("eselon-3", "Program")}


@pytest.fixture(scope="module")
def printed_for(tmp_path_factory: pytest.TempPathFactory) -> Printer:
    folder = tmp_path_factory.mktemp("kantor")
    write_office(folder / "awal", Office.KEPEGAWAIAN, "matriks")

    def printed(change: Change) -> Any:
        target = folder / change.__name__
        if not target.exists():
            shutil.copytree(folder / "awal", target)
            kind, name = SHEETS.get(change, ("eselon-4", "Sub Kegiatan"))
            book = load_workbook(target / f"{kind}.xlsx")
            heads: Any = {cell.value: cell.column for cell in book[name][1]}
            change(book[name], heads)
            book.save(target / f"{kind}.xlsx")
        return rendered(read_folder(target))

    return printed


@pytest.fixture(scope="module")
def made(printed_for: Printer) -> bytes:
    return to_bytes(stamp(*printed_for(nothing)).parts)


def by_hand(decree: bytes, change: Callable[[Any], None]) -> bytes:
    """Return the file after a change to the row of its first running line."""
    document = docx.Document(BytesIO(decree))
    found = document.tables[-1]._tbl.tr_lst
    change(next(row for row in found if "(lanjutan)" in " ".join(lines(row))))
    return saved(document)


def edit(row: Any) -> None:
    Paragraph(row.tc_lst[0].p_lst[0], None).runs[0].text = "DIGANTI ORANG"  # type: ignore[arg-type]


def remove(row: Any) -> None:
    row.getparent().remove(row)


changes = pytest.mark.parametrize("change", [add_indikator, rename_program, move_to_another_parent])


@changes
def test_accepted_the_pages_begin_as_in_the_new_document(
    change: Change, made: bytes, printed_for: Printer
) -> None:
    new = printed_for(change)
    updated = brought_up_to_date(made, new)
    accepted = matrix(accept(body(to_bytes(updated.package.parts))))
    wanted = matrix(body(to_bytes(new[0].parts)))
    assert rows(accepted) == rows(wanted)
    assert check_structure(decided(updated.package, accept)) == []


@changes
def test_rejected_they_begin_as_before(change: Change, made: bytes, printed_for: Printer) -> None:
    updated = brought_up_to_date(made, printed_for(change))
    assert rows(matrix(reject(body(to_bytes(updated.package.parts))))) == rows(matrix(body(made)))
    assert check_structure(decided(updated.package, reject)) == []


@changes
def test_of_running_lines_nothing_is_told(
    change: Change, made: bytes, printed_for: Printer
) -> None:
    notes = brought_up_to_date(made, printed_for(change)).notes
    assert notes
    assert [note for note in notes if "(lanjutan)" in note.old + note.new] == []


def test_four_indikator_more_are_four_rows(made: bytes, printed_for: Printer) -> None:
    notes = brought_up_to_date(made, printed_for(add_indikator)).notes
    assert len([note for note in notes if note.hal is NoteKind.ENTERED]) == 4


@changes
@pytest.mark.parametrize("hand", [edit, remove])
def test_what_people_do_to_one_makes_no_conflict(
    hand: Callable[[Any], None], change: Change, made: bytes, printed_for: Printer
) -> None:
    theirs = by_hand(made, hand)
    updated = brought_up_to_date(theirs, printed_for(change))
    result = to_bytes(updated.package.parts)
    assert [note for note in updated.notes if note.hal is NoteKind.CONFLICT] == []
    assert rows(matrix(reject(body(result)))) == rows(matrix(body(theirs)))
    told = [note.old for note in updated.notes if note.hal is NoteKind.OVERRULED]
    kept = [line for line in lines(accept(body(result))) if "DIGANTI ORANG" in line]
    if hand is edit:
        assert len([one for one in told if "DIGANTI ORANG" in one]) + bool(kept) == 1
    else:
        assert told + kept == []


def test_the_one_column_of_a_running_line_spans_columns_people_added(
    made: bytes, printed_for: Printer
) -> None:
    document = docx.Document(BytesIO(made))
    table: Any = document.tables[-1]._tbl
    table.tblGrid.add_gridCol()
    for row in table.tr_lst:
        if len(row.tc_lst) == 1:
            row.tc_lst[0].grid_span += 1
        else:
            row.add_tc()
    updated = brought_up_to_date(saved(document), printed_for(add_indikator))
    accepted = matrix(accept(body(to_bytes(updated.package.parts))))
    spans = {
        one.get(W + "val")
        for one in accepted.iter(W + "gridSpan")
        if "(lanjutan)" in "".join(lines(next(one.iterancestors(W + "tr"))))
    }
    assert spans == {"7"}
