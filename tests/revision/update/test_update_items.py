"""Numbered items that the data move, add and take away under people's edits."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree

from generator.opc.parts import CONTENT_TYPES, read_parts, to_bytes
from generator.opc.relations import declare, open_relations, relate
from generator.revision.update.notes import NoteKind
from tests.revision.hands import OURS, accepted, brought, edited, made, paragraph, result, retype
from tests.revision.offices import Office
from tests.support.tracked import accept, body, reject

APARATUR, DAERAH, DESA, KOTA = LAWS = [
    f"Undang-Undang tentang {name};" for name in ("Aparatur", "Daerah", "Desa", "Kota")
]
SATU, DUA, TIGA, EMPAT = DIKTUM = [
    "Satu tercantum dalam {lampiran};",
    "Dua menjadi acuan;",
    "Tiga pelengkap;",
    "Empat mulai berlaku.",
]
OLD = Office(mengingat=LAWS, diktum=DIKTUM)


def desa_first(document: Document) -> None:
    paragraph(document.element.body, APARATUR).addprevious(paragraph(document.element.body, DESA))


def test_an_edit_goes_with_an_item_that_the_data_move() -> None:
    decree = edited(made(OLD), retype("Desa;", "Desa ORANG;"))
    for order in ([APARATUR, DAERAH, KOTA, DESA], [DESA, APARATUR, DAERAH, KOTA]):
        now = [one.replace("Desa;", "Desa ORANG;") for one in order]
        assert accepted(decree, Office(mengingat=order, diktum=DIKTUM), "Undang-Undang") == now


def test_an_edit_goes_with_a_diktum_that_the_data_move() -> None:
    decree = edited(made(OLD), retype("acuan;", "acuan ORANG;"))
    moved = Office(mengingat=LAWS, diktum=[SATU, TIGA, DUA, EMPAT])
    assert accepted(decree, moved, "Tiga", "Dua", "Empat") == [
        TIGA,
        "Dua menjadi acuan ORANG;",
        EMPAT,
    ]


def test_an_edit_goes_with_an_item_that_the_data_move_and_reword() -> None:
    decree = edited(made(OLD), retype("tentang Desa;", "tentang Desa ORANG;"))
    order = [APARATUR, DAERAH, KOTA, "Undang-Undang tentang Desa Adat;"]
    both = "Undang-Undang tentang Desa ORANG; Undang-Undang tentang Desa Adat;"
    assert accepted(decree, Office(mengingat=order, diktum=DIKTUM), "Desa") == [both]


def test_only_what_moved_is_told_as_changed() -> None:
    decree = edited(made(OLD), retype("Desa;", "Desa ORANG;"))
    notes = brought(decree, Office(mengingat=[DESA, APARATUR, DAERAH, KOTA], diktum=DIKTUM)).notes
    assert {one.hal for one in notes} == {NoteKind.ENTERED}


def bold_word_with_comment(document: Document) -> None:
    """Let one word of an item be bold, and a comment stand on it."""
    one = Paragraph(paragraph(document.element.body, DESA), document._body)
    (run,) = one.runs
    run.text = "Undang-Undang "
    bold = one.add_run("tentang Desa;")
    bold.bold = True
    document.add_comment(bold, text="Sudah benar?", author="Bagian Hukum")


def test_letters_and_comments_go_with_an_item() -> None:
    decree = edited(made(OLD), bold_word_with_comment)
    moved = result(decree, Office(mengingat=[DESA, APARATUR, DAERAH, KOTA], diktum=DIKTUM))
    for decide in (accept, reject):
        item = paragraph(decide(body(moved), OURS), DESA)
        bold = [
            run
            for run in item.iter(qn("w:r"))
            if run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None
        ]
        assert ["".join(t.text for t in run.iter(qn("w:t"))) for run in bold] == ["tentang Desa;"]
        numbers = {one.get(qn("w:id")) for one in item.iter(qn("w:commentReference"))}
        comments = {str(one.comment_id): one.text for one in docx.Document(BytesIO(moved)).comments}
        assert [comments[one] for one in numbers] == ["Sudah benar?"]


def test_what_people_deleted_stays_deleted_where_the_data_only_move_it() -> None:
    def delete(document: Document) -> None:
        (item,) = (paragraph(document.element.body, DESA),)
        item.getparent().remove(item)
        row: Any = next(paragraph(document.element.body, DUA).iterancestors(qn("w:tr")))
        row.getparent().remove(row)

    moved = Office(mengingat=[DESA, APARATUR, DAERAH, KOTA], diktum=[SATU, TIGA, DUA, EMPAT])
    decree = edited(made(OLD), delete)
    assert accepted(decree, moved, "Desa", "Dua") == []


def test_what_people_moved_stays_where_the_data_move_it_too() -> None:
    decree = edited(made(OLD), desa_first)
    for order in ([APARATUR, DAERAH, KOTA, DESA], [APARATUR, DESA, DAERAH, KOTA]):
        moved = Office(mengingat=order, diktum=DIKTUM)
        assert accepted(decree, moved, "Undang-Undang") == [DESA, APARATUR, DAERAH, KOTA]
        assert brought(decree, moved).notes == ()


def test_new_items_leave_the_neighbours_of_a_moved_one_where_they_are() -> None:
    decree = edited(made(OLD), desa_first)
    new = "Undang-Undang tentang Nagari;"
    for nth in range(len(LAWS) + 1):
        order = [*LAWS[:nth], new, *LAWS[nth:]]
        found = accepted(decree, Office(mengingat=order, diktum=DIKTUM), "Undang-Undang")
        assert [one for one in found if one != new] == [DESA, APARATUR, DAERAH, KOTA]


def test_names_of_items_are_those_of_the_new_decree() -> None:
    new = Office(mengingat=[KOTA, "Undang-Undang tentang Nagari;", APARATUR, DESA], diktum=DIKTUM)
    once = to_bytes(brought(edited(made(OLD), retype("Desa;", "Desa ORANG;")), new).package.parts)
    assert brought(once, new).notes == ()
    later = Office(mengingat=[DESA, *new.mengingat[:3]], diktum=DIKTUM)
    assert accepted(once, later, "Undang-Undang")[0] == "Undang-Undang tentang Desa ORANG;"


def with_footnote(decree: bytes) -> bytes:
    """Return a decree with a footnote on one item."""
    parts = read_parts(decree)
    root = etree.fromstring(parts["word/document.xml"])
    run = parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>')
    paragraph(root, DESA).append(run)
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Catatan ORANG</w:t></w:r></w:p></w:footnote>'
    relations = open_relations(parts, "word/document.xml")
    relate(relations, "footnotes", "footnotes.xml")
    types = etree.fromstring(parts[CONTENT_TYPES])
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    declare(types, "word/footnotes.xml", kind)
    return to_bytes(
        {
            **parts,
            "word/document.xml": etree.tostring(root),
            "word/footnotes.xml": f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>".encode(),
            "word/_rels/document.xml.rels": etree.tostring(relations),
            CONTENT_TYPES: etree.tostring(types),
        }
    )


def test_a_footnote_goes_with_an_item_and_has_an_id_of_its_own() -> None:
    moved = Office(mengingat=[DESA, APARATUR, DAERAH, KOTA], diktum=DIKTUM)
    now = result(with_footnote(made(OLD)), moved)
    notes = etree.fromstring(read_parts(now)["word/footnotes.xml"])
    texts = {one.get(qn("w:id"), ""): "".join(map(str, one.itertext())) for one in notes}
    assert list(texts.values()) == ["Catatan ORANG"] * 2
    referred = [
        one.get(qn("w:id"), "")
        for decide in (accept, reject)
        for one in decide(body(now), OURS).iter(qn("w:footnoteReference"))
    ]
    assert sorted(referred) == sorted(texts)


def desa_joined_to_daerah(document: Document) -> None:
    """Delete the end of an item, as who joins two does: all of the second goes into the first."""
    first, second = (paragraph(document.element.body, one) for one in (DAERAH, DESA))
    first.extend([one for one in second if one.tag != qn("w:pPr")])
    second.getparent().remove(second)


def test_data_of_items_that_people_joined_are_entered_where_each_of_them_stands() -> None:
    decree = edited(made(OLD), desa_joined_to_daerah)
    adat = "Undang-Undang tentang Desa Adat;"
    office = Office(mengingat=[APARATUR, DAERAH, adat, KOTA], diktum=DIKTUM)
    assert accepted(decree, office, "Undang-Undang") == [APARATUR, f"{DAERAH}{adat}", KOTA]
    assert {one.hal for one in brought(decree, office).notes} == {NoteKind.ENTERED}


def test_of_items_that_people_joined_only_that_goes_which_the_data_delete() -> None:
    decree = edited(made(OLD), desa_joined_to_daerah)
    for rest, gone in ((DAERAH, DESA), (DESA, DAERAH)):
        left = [one for one in LAWS if one != gone]
        office = Office(mengingat=left, diktum=DIKTUM)
        assert accepted(decree, office, "Undang-Undang") == [APARATUR, rest, KOTA]


def test_items_that_people_joined_stay_so_where_the_data_move_them() -> None:
    decree = edited(made(OLD), desa_joined_to_daerah)
    office = Office(mengingat=[APARATUR, KOTA, DAERAH, DESA], diktum=DIKTUM)
    assert accepted(decree, office, "Undang-Undang") == [APARATUR, KOTA, f"{DAERAH}{DESA}"]


def test_items_that_people_joined_go_together() -> None:
    decree = edited(made(OLD), desa_joined_to_daerah)
    office = Office(mengingat=[APARATUR, KOTA], diktum=DIKTUM)
    assert accepted(decree, office, "Undang-Undang") == [APARATUR, KOTA]
