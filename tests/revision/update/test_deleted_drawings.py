"""A sheet that people deleted stays deleted; what is new in it is told, not lost."""

from __future__ import annotations

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from generator.opc.parts import to_bytes
from generator.revision.update.notes import NoteKind
from generator.revision.update.whole import Updated
from generator.word.wordml import drop
from tests.revision.offices import Office
from tests.revision.update.test_update_by_chance import brought_up_to_date
from tests.revision.update.test_update_sheets import edited, found
from tests.support.tracked import accept, body, lines, reject

HEADING = "Pohon kinerja: SASARAN I"
OF_THE_SHEET = "Kegiatan Pensiun"


def without_sheet(document: Document) -> None:
    (heading,) = found(document.element.body, HEADING)
    sheet = heading.getnext()
    assert sheet.tag == qn("w:tbl")
    drop(sheet)
    drop(heading)


def updated(kegiatan: str) -> Updated:
    office = Office("pohon")
    office.kegiatan.append(["P2", "K9", kegiatan, "7"])
    return brought_up_to_date(edited(without_sheet), office.printed())


def accepted(result: Updated) -> list[str]:
    return lines(accept(body(to_bytes(result.package.parts))))


def test_it_stays_deleted_with_its_heading_although_it_is_drawn_anew() -> None:
    now = accepted(updated("Kegiatan Arsip"))
    assert HEADING not in now
    assert OF_THE_SHEET not in now


@pytest.mark.parametrize("kegiatan", ["Kegiatan Arsip", "Kegiatan Perpustakaan"])
def test_what_is_new_in_it_is_told_and_nothing_else(kegiatan: str) -> None:
    result = updated(kegiatan)
    (note,) = [one for one in result.notes if one.hal is NoteKind.LEFT_OUT]
    told = note.new.split("; ")
    assert kegiatan in told
    assert OF_THE_SHEET not in told
    assert "" not in told


def test_rejected_it_is_as_people_left_it() -> None:
    rejected = reject(body(to_bytes(updated("Kegiatan Arsip").package.parts)))
    assert lines(rejected) == lines(body(edited(without_sheet)))


def test_where_the_matrix_prints_it_again_it_has_no_place_and_is_told_once() -> None:
    result = brought_up_to_date(edited(without_sheet), Office("matriks").printed())
    assert OF_THE_SHEET in accepted(result)
    told = [one for one in result.notes if one.hal is not NoteKind.ENTERED]
    assert [one.hal for one in told] == [NoteKind.HOMELESS]
    assert told[0].old.startswith("dihapus: ")
    assert told[0].place == f'tabel "{HEADING}"'
