"""A decree made while the matrix still had its levels side by side, brought up to date.

The file is the clean example with `Lampiran = matriks`, as the program printed it at that time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from generator.opc.parts import to_bytes
from generator.revision.update.notes import NoteKind
from generator.revision.update.whole import Updated
from generator.word.structure import check_structure
from tests.revision.update.test_update_by_chance import brought_up_to_date, decided
from tests.revision.update.test_update_matriks import (
    SUB_KEGIATAN,
    decree_of,
    matrix,
    retargeted,
    saved,
)
from tests.support.paths import ROOT
from tests.support.tracked import accept, body, lines, reject

OLD = ROOT / "tests/data/keputusan-matriks-berdampingan.docx"
TARGET, THEIRS = "72,41 Tahun", "75 Tahun"


def changed(change: Callable[[Any], None]) -> bytes:
    document = docx.Document(str(OLD))
    change(document)
    return saved(document)


def retype_a_target(document: Any) -> None:
    for element in document.tables[-1]._tbl.iter(qn("w:p")):
        for run in Paragraph(element, document._body).runs:
            run.text = run.text.replace(TARGET, THEIRS)


def add_a_row(document: Any) -> None:
    row = document.tables[-1].add_row()
    row.cells[-1].text = "baris orang"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("baru") / "buku"
    return decree_of(folder, "matriks", SUB_KEGIATAN, retargeted("Jumlah Perawat"))


@pytest.fixture(scope="module")
def updated(printed: Any) -> Updated:
    return brought_up_to_date(changed(retype_a_target), printed)


def test_accepted_it_is_the_outline_with_what_people_typed(updated: Updated, printed: Any) -> None:
    found = lines(matrix(accept(body(to_bytes(updated.package.parts)))))
    wanted = lines(matrix(body(to_bytes(printed[0].parts))))
    assert found == [line.replace(TARGET, THEIRS) for line in wanted]
    assert THEIRS in found


def test_rejected_it_is_the_table_people_had(updated: Updated) -> None:
    rejected: etree._Element = reject(body(to_bytes(updated.package.parts)))
    assert lines(rejected) == lines(body(changed(retype_a_target)))


@pytest.mark.parametrize("decide", [accept, reject])
def test_either_way_the_file_is_sound(updated: Updated, decide: Any) -> None:
    assert check_structure(updated.package) == []
    assert check_structure(decided(updated.package, decide)) == []


def test_the_rest_of_the_decree_is_left_alone(updated: Updated, printed: Any) -> None:
    accepted = accept(body(to_bytes(updated.package.parts)))
    before = body(OLD)
    for root in (accepted, before):
        table = matrix(root)
        parent = table.getparent()
        assert parent is not None
        parent.remove(table)
    assert Counter(lines(accepted)) == Counter(lines(before))


def test_a_row_that_people_added_has_no_place_and_is_named(printed: Any) -> None:
    notes = brought_up_to_date(changed(add_a_row), printed).notes
    assert [note.old for note in notes if note.hal is NoteKind.HOMELESS] == ["baris orang"]


def comment_on(which: Callable[[str], bool]) -> Callable[[Any], None]:
    """Return the edit that comments on the last cell whose text is so."""

    def change(document: Any) -> None:
        cells = [one for row in document.tables[-1]._tbl.tr_lst for one in row.tc_lst]
        cell = [one for one in cells if which("".join(one.itertext(qn("w:t"))))][-1]
        paragraph = Paragraph(cell.p_lst[0], document._body)
        runs = paragraph.runs or [paragraph.add_run()]
        document.add_comment(runs, "Sudah benar?", "Bagian Hukum", "BH")

    return change


def comments(updated: Updated) -> int:
    accepted = accept(body(to_bytes(updated.package.parts)))
    return len(list(accepted.iter(qn("w:commentReference"))))


def test_a_comment_on_a_value_goes_along_into_the_outline(printed: Any) -> None:
    updated = brought_up_to_date(changed(comment_on(lambda text: TARGET in text)), printed)
    assert comments(updated) == 1
    assert [note for note in updated.notes if note.hal is NoteKind.HOMELESS] == []


@pytest.mark.parametrize(
    ("read", "named"), [("PELAKSANA", "PELAKSANA [komentar]"), ("", "[komentar]")]
)
def test_a_comment_on_what_the_outline_does_not_have_is_named_with_its_place(
    read: str, named: str, printed: Any
) -> None:
    updated = brought_up_to_date(changed(comment_on(lambda text: text == read)), printed)
    assert comments(updated) == 0
    (note,) = [note for note in updated.notes if note.hal is NoteKind.HOMELESS]
    assert note.old == named
    assert "Matriks cascading" in note.place


def test_a_second_time_there_is_nothing_to_enter(updated: Updated, printed: Any) -> None:
    again = brought_up_to_date(to_bytes(updated.package.parts), printed)
    assert [note for note in again.notes if note.hal is NoteKind.ENTERED] == []
