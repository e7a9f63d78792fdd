"""A signature that people moved into a table: the next year finds it there."""

from __future__ import annotations

from typing import Any

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from generator.revision.update.notes import NoteKind
from generator.word.wordml import drop
from tests.revision.hands import OURS, brought, edited, made, paragraph, result, retype
from tests.revision.offices import Office
from tests.support.tracked import accept, body, lines, rows

FIRST, LAST = "Ditetapkan di Kuala Tungkal", "NAMA PEJABAT"
PRINTED = [FIRST, "pada tanggal …………………………", "KEPALA BADAN KEPEGAWAIAN,", LAST]


def into_a_table(document: Document) -> None:
    """Move the signature into the right of two cells, as is done by hand."""
    first = paragraph(document.element.body, FIRST)
    signature = [first]
    while "NAMA" not in "".join(t.text for t in signature[-1].iter(qn("w:t"))):
        signature.append(signature[-1].getnext())
    table: Any = document.add_table(1, 2)._tbl
    first.addprevious(table)
    left, right = table.iter(qn("w:tc"))
    right.remove(right[-1])
    right.extend(signature)
    assert left is not None


def without_anchors(document: Document) -> None:
    """Paste the signature as text: its bookmarks stay behind."""
    into_a_table(document)
    for mark in list(document.tables[2]._tbl.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        drop(mark)


@pytest.mark.parametrize("edit", [into_a_table, without_anchors])
def test_a_new_name_takes_the_place_of_the_old_in_the_table(edit: Any) -> None:
    decree = edited(made(Office()), edit)
    new = Office(penandatangan="NAMA PENGGANTI")
    tree = accept(body(result(decree, new)), OURS)
    assert ("\n".join([*PRINTED[:-1], "NAMA PENGGANTI"]).replace("\n", " "),) in rows(tree)
    assert lines(tree).count("NAMA PEJABAT") == 0
    assert lines(tree).count("NAMA PENGGANTI") == 2


def test_a_date_of_last_year_is_gone_from_the_table() -> None:
    decree = edited(made(Office()), into_a_table, retype("…………………………", "3 Januari 2022"))
    tree = accept(body(result(decree, Office(tahun="2023"))), OURS)
    assert [one for one in lines(tree) if "Januari 2022" in one] == []


def test_what_the_signature_prints_besides_comes_into_the_table() -> None:
    decree = edited(made(Office()), into_a_table)
    found = rows(accept(body(result(decree, Office(nip="19700101 199001 1 001"))), OURS))
    assert (" ".join([*PRINTED, "NIP. 19700101 199001 1 001"]),) in found


def test_nothing_is_told_where_the_data_say_nothing_new() -> None:
    assert brought(edited(made(Office()), into_a_table), Office()).notes == ()


def test_no_edit_is_told_as_lost() -> None:
    decree = edited(made(Office()), into_a_table)
    notes = brought(decree, Office(penandatangan="NAMA PENGGANTI")).notes
    assert {one.hal for one in notes} == {NoteKind.ENTERED}
