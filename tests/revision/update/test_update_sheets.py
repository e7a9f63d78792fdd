"""A sheet of the pohon that is drawn anew: what people put into its boxes comes along with them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml import etree

from generator.app.berkas import read_folder
from generator.opc.parts import read_parts, to_bytes
from generator.revision.update.notes import NoteKind
from generator.revision.update.whole import Updated
from generator.word.render import Package
from generator.word.structure import check_structure
from generator.word.wordml import drop
from tests.revision.offices import Office, Printed, first_year
from tests.revision.update.test_update_by_chance import brought_up_to_date, decided
from tests.support.outcomes import rendered
from tests.support.sheets import SASARAN, write_folder
from tests.support.tracked import W, accept, body, lines, reject

INDIKATOR = "Jumlah Kegiatan Diklat"
"""Printed once, in a box of the sheet that is drawn anew."""
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c"
    "63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
_NS = nsdecls("w")
_TEXT_BOX = (
    f"<w:r {_NS}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml' style='width:90pt'>"
    "<v:textbox><w:txbxContent><w:p><w:r><w:t>Catatan di kotak teks</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
Edit = Callable[[Document], None]


def one_more_kegiatan() -> Printed:
    """Return the decree of a year in which the sheets are drawn anew."""
    office = Office("pohon")
    office.kegiatan.append(["P2", "K9", "Kegiatan Arsip", "7"])
    return office.printed()


def edited(edit: Edit) -> bytes:
    document = docx.Document(BytesIO(first_year("pohon")))
    edit(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def found(root: Any, text: str) -> list[Any]:
    return [one for one in root.iter(W + "p") if "".join(one.itertext(W + "t")) == text]


def into(document: Document, *xml: str, text: str = INDIKATOR) -> Any:
    """Append elements to the paragraph with a text; return the paragraph."""
    (paragraph,) = found(document.element.body, text)
    for one in xml:
        paragraph.append(parse_xml(one))
    return paragraph


def picture(document: Document) -> None:
    Paragraph(into(document), document._body).add_run().add_picture(BytesIO(DOT), width=Pt(9))


def text_box(document: Document) -> None:
    into(document, _TEXT_BOX)


def comment(document: Document) -> None:
    runs = Paragraph(into(document), document._body).runs
    document.add_comment(runs, "Sudah benar?", "Bagian Hukum", "BH")


def link(document: Document) -> None:
    run = "<w:r><w:t>tautan</w:t></w:r>"
    into(document, f'<w:hyperlink {_NS} w:anchor="Rujukan">{run}</w:hyperlink>')


def bookmark(document: Document) -> None:
    paragraph = into(document)
    paragraph.insert(1, parse_xml(f'<w:bookmarkStart {_NS} w:id="7777" w:name="_Ref42"/>'))
    paragraph.append(parse_xml(f'<w:bookmarkEnd {_NS} w:id="7777"/>'))
    reference = '<w:fldSimple {} w:instr=" REF _Ref42 "><w:r><w:t>Diklat</w:t></w:r></w:fldSimple>'
    document.paragraphs[0]._p.append(parse_xml(reference.format(_NS)))


def symbol(document: Document) -> None:
    into(document, f'<w:r {_NS}><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')


def control(document: Document) -> None:
    properties = '<w:sdtPr><w:alias w:val="Pilihan"/><w:id w:val="4711"/></w:sdtPr>'
    content = "<w:sdtContent><w:r><w:t> pilihan</w:t></w:r></w:sdtContent>"
    into(document, f"<w:sdt {_NS}>{properties}{content}</w:sdt>")


def control_around(document: Document) -> None:
    paragraph = into(document)
    properties = '<w:sdtPr><w:alias w:val="Pilihan"/><w:id w:val="4711"/></w:sdtPr>'
    around = parse_xml(f"<w:sdt {_NS}>{properties}<w:sdtContent/></w:sdt>")
    paragraph.addprevious(around)
    around[1].append(paragraph)


def field(document: Document) -> None:
    into(
        document,
        f'<w:r {_NS}><w:fldChar w:fldCharType="begin"/></w:r>',
        f"<w:r {_NS}><w:instrText> DATE </w:instrText></w:r>",
        f'<w:r {_NS}><w:fldChar w:fldCharType="separate"/></w:r>',
        f"<w:r {_NS}><w:t>hari ini</w:t></w:r>",
        f'<w:r {_NS}><w:fldChar w:fldCharType="end"/></w:r>',
    )


def shade_of_cell(document: Document) -> None:
    cell = into(document).getparent()
    cell.tcPr.append(parse_xml(f'<w:shd {_NS} w:val="clear" w:color="auto" w:fill="ABCDEF"/>'))
    cell.tcPr[:] = sorted(cell.tcPr, key=lambda one: one.tag == W + "vAlign")


def shade_of_text(document: Document) -> None:
    (run,) = Paragraph(into(document), document._body).runs
    run._r.get_or_add_rPr().append(
        parse_xml(f'<w:shd {_NS} w:val="clear" w:color="auto" w:fill="FEDCBA"/>')
    )


def colour_of_one_word(document: Document) -> None:
    paragraph = Paragraph(into(document), document._body)
    (run,) = paragraph.runs
    run.text = "Jumlah "
    rest = paragraph.add_run("Kegiatan Diklat")
    run._r.addnext(rest._r)
    rest.font.color.rgb = RGBColor(0x12, 0x34, 0x56)


THINGS: dict[str, tuple[Edit, str]] = {
    "picture": (picture, "//w:drawing"),
    "text box": (text_box, "//w:txbxContent/w:p[contains(., 'Catatan di kotak teks')]"),
    "comment": (comment, "//w:p[w:commentRangeStart][w:commentRangeEnd]/w:r/w:commentReference"),
    "link": (link, "//w:hyperlink[@w:anchor='Rujukan'][contains(., 'tautan')]"),
    "bookmark": (bookmark, "//w:p[w:bookmarkEnd]/w:bookmarkStart[@w:name='_Ref42']"),
    "symbol": (symbol, "//w:sym"),
    "control": (control, "//w:sdt[contains(., 'pilihan')]"),
    "control around it": (control_around, "//w:tc/w:sdt[.//w:p[contains(., 'Diklat')]]"),
    "field": (field, "//w:instrText[contains(., 'DATE')]"),
    "shade of its cell": (shade_of_cell, "//w:tc[contains(., 'Diklat')]//w:shd[@w:fill='ABCDEF']"),
    "shade of its text": (shade_of_text, "//w:rPr/w:shd[@w:fill='FEDCBA']"),
    "colour of one word": (colour_of_one_word, "//w:rPr/w:color[@w:val='123456']"),
}
things = pytest.mark.parametrize(("edit", "path"), THINGS.values(), ids=THINGS)


def count(root: etree._Element, path: str) -> int:
    return len(root.xpath(f".{path}", namespaces={"w": W[1:-1]}))  # type: ignore[arg-type]


def kinds_of_faults(package: Package) -> set[str]:
    return {fault.rpartition(": ")[2] for fault in check_structure(package)}


def first_empty_cell(document: Document) -> Any:
    cells: Any = document.tables[-1]._tbl.iter(qn("w:tc"))
    return next(cell for cell in cells if not "".join(cell.itertext()).strip())


def entered(edit: Edit) -> tuple[bytes, Updated]:
    before = edited(edit)
    return before, brought_up_to_date(before, one_more_kegiatan())


@things
def test_it_stands_in_its_box_once_accepted(edit: Edit, path: str) -> None:
    before, updated = entered(edit)
    assert count(body(before), path) == 1, "the test puts it in"
    accepted = accept(body(to_bytes(updated.package.parts)))
    assert "Kegiatan Arsip" in lines(accepted), "the sheet is drawn anew"
    assert count(accepted, path) == 1
    assert count(accepted, f"//w:tc//w:p[contains(., '{INDIKATOR}')]") == 1


@things
def test_rejected_it_is_as_people_left_it(edit: Edit, path: str) -> None:
    before, updated = entered(edit)
    rejected = reject(body(to_bytes(updated.package.parts)))
    assert lines(rejected) == lines(body(before))
    if "bookmark" not in path:
        assert count(rejected, path) == 1


@things
def test_nothing_is_said_to_be_lost(edit: Edit, path: str) -> None:
    _, updated = entered(edit)
    kinds = {note.hal for note in updated.notes}
    assert kinds <= {NoteKind.ENTERED, NoteKind.MARK}
    assert updated.lost == frozenset()


@things
def test_the_file_is_no_less_sound(edit: Edit, path: str) -> None:
    before, updated = entered(edit)
    known = kinds_of_faults(Package(read_parts(before)))
    assert kinds_of_faults(updated.package) <= known
    for decide in (accept, reject):
        assert kinds_of_faults(decided(updated.package, decide)) <= known


def test_a_comment_is_made_a_second_time_for_its_second_place() -> None:
    _, updated = entered(comment)
    comments: Any = etree.fromstring(updated.package.parts["word/comments.xml"])
    assert [("".join(one.itertext()), one.get(W + "author")) for one in comments] == [
        ("Sudah benar?", "Bagian Hukum")
    ] * 2


def test_a_footnote_is_made_a_second_time_for_its_second_place() -> None:
    parts = read_parts(edited(lambda document: None))
    notes = (
        f'<w:footnotes {_NS}><w:footnote w:id="5"><w:p><w:r><w:t>Lihat RENSTRA</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    document = etree.fromstring(parts["word/document.xml"])
    (paragraph,) = found(document, INDIKATOR)
    paragraph.append(parse_xml(f'<w:r {_NS}><w:footnoteReference w:id="5"/></w:r>'))
    with_note = {
        **parts,
        "word/document.xml": etree.tostring(document),
        "word/footnotes.xml": notes.encode(),
    }
    updated = brought_up_to_date(to_bytes(with_note), one_more_kegiatan())
    root: Any = etree.fromstring(updated.package.parts["word/footnotes.xml"])
    numbers = {one.get(W + "id"): "".join(one.itertext()) for one in root}
    marks = body(to_bytes(updated.package.parts)).iter(W + "footnoteReference")
    assert [numbers[one.get(W + "id")] for one in marks] == ["Lihat RENSTRA"] * 2
    assert len(numbers) == 2


def test_deleted_text_in_a_text_box_is_deleted_text() -> None:
    _, updated = entered(text_box)
    boxes = list(body(to_bytes(updated.package.parts)).iter(W + "txbxContent"))
    went = [one for one in boxes if next(one.iterancestors(W + "del"), None) is not None]
    assert [[element.tag for element in box.iter(W + "t", W + "delText")] for box in went] == [
        [W + "delText"]
    ]


def test_a_picture_in_a_cell_without_a_text_has_no_place() -> None:
    def edit(document: Document) -> None:
        cell = first_empty_cell(document)
        run = Paragraph(cell.p_lst[0], document._body).add_run()
        run.add_picture(BytesIO(DOT), width=Pt(9))

    _, updated = entered(edit)
    (note,) = [one for one in updated.notes if one.hal is NoteKind.HOMELESS]
    assert "[gambar]" in note.old
    assert "tabel" in note.place


def test_a_text_typed_between_the_boxes_has_no_place() -> None:
    def edit(document: Document) -> None:
        cell = first_empty_cell(document)
        Paragraph(cell.p_lst[0], document._body).add_run("ORANG")

    _, updated = entered(edit)
    assert [one.old for one in updated.notes if one.hal is NoteKind.HOMELESS] == ["ORANG"]
    assert updated.lost


def cells_of_box(root: Any, title: str) -> list[str]:
    """Return what reads below a title, down to the end of its box."""
    (paragraph,) = found(root, title)
    cell = next(paragraph.iterancestors(W + "tc"))
    left, right = columns_of(cell)
    row = next(cell.iterancestors(W + "tr"))
    texts = []
    for below in row.itersiblings(W + "tr"):
        inside = [one for one in below.iter(W + "tc") if left <= columns_of(one)[0] < right]
        text = " | ".join(filter(None, ("".join(one.itertext(W + "t")) for one in inside)))
        if not text:
            break
        texts.append(text)
    return texts


def columns_of(cell: Any) -> tuple[int, int]:
    def span(one: Any) -> int:
        found = one.find(f"{W}tcPr/{W}gridSpan")
        return 1 if found is None else int(found.get(W + "val"))

    left = sum(map(span, cell.itersiblings(W + "tc", preceding=True)))
    return left, left + span(cell)


def kegiatan_comes_first() -> Printed:
    office = Office("pohon")
    office.kegiatan.insert(0, ["P1", "K9", "Kegiatan Arsip", "7"])
    return office.printed()


def test_a_column_head_stays_with_its_box() -> None:
    def edit(document: Document) -> None:
        (title,) = found(document.element.body, "Kegiatan Promosi")
        cell = next(title.iterancestors(W + "tc"))
        heads = [
            one
            for row in next(cell.iterancestors(W + "tr")).itersiblings(W + "tr")
            for one in row.iter(W + "tc")
            if columns_of(one)[0] == columns_of(cell)[0]
            and "".join(one.itertext(W + "t")) == "Indikator"
        ]
        Paragraph(heads[0].p_lst[0], document._body).runs[0].text = "Indikator ORANG"

    before = edited(edit)
    updated = brought_up_to_date(before, kegiatan_comes_first())
    accepted = accept(body(to_bytes(updated.package.parts)))
    assert "Indikator ORANG | Target" in cells_of_box(accepted, "Kegiatan Promosi")
    assert lines(accepted).count("Indikator ORANG") == 1


def heading_of_second_sheet(root: Any) -> Any:
    (heading,) = found(root, "Pohon kinerja: SASARAN I")
    return heading


def test_the_heading_of_a_sheet_is_no_title_of_a_box() -> None:
    def edit(document: Document) -> None:
        (heading,) = found(document.element.body, "Pohon kinerja: SASARAN I")
        Paragraph(heading, document._body).add_run(" ORANG")

    updated = brought_up_to_date(edited(edit), kegiatan_comes_first())
    accepted = accept(body(to_bytes(updated.package.parts)))
    (heading,) = found(accepted, "Pohon kinerja: SASARAN I ORANG")
    assert heading.getparent() is accepted
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert sum("ORANG" in line for line in lines(accepted)) == 1


def in_arial(document: Document) -> None:
    for element in document.element.body.iter(qn("w:p")):
        for run in Paragraph(element, document._body).runs:
            run.font.name = "Arial"


def font_of(run: Any) -> str | None:
    fonts = run.find(f"{W}rPr/{W}rFonts")
    return None if fonts is None else str(fonts.get(W + "ascii"))


def office_with_more_of_all() -> Printed:
    office = Office("pohon")
    office.menimbang.append("bahwa ada yang baru;")
    office.diktum.insert(1, "Ada yang baru;")
    office.kegiatan.append(["P2", "K9", "Kegiatan Arsip", "7"])
    return office.printed()


def test_a_font_set_over_everything_is_that_of_what_comes_too() -> None:
    updated = brought_up_to_date(edited(in_arial), office_with_more_of_all())
    accepted = accept(body(to_bytes(updated.package.parts)))
    assert "Kegiatan Arsip" in lines(accepted)
    assert {
        font_of(run)
        for run in accepted.iter(W + "r")
        if any((text.text or "").strip() for text in run.iterchildren(W + "t"))
    } == {"Arial"}


def test_a_font_set_over_everything_breaks_no_page() -> None:
    updated = brought_up_to_date(edited(in_arial), office_with_more_of_all())
    heading = heading_of_second_sheet(accept(body(to_bytes(updated.package.parts))))
    assert heading.find(f"{W}pPr/{W}pStyle").get(W + "val") == "PohonLembar"
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_a_look_of_one_neighbour_is_not_that_of_what_comes() -> None:
    def edit(document: Document) -> None:
        Paragraph(into(document, text="Kegiatan Pensiun"), document._body).runs[
            0
        ].font.italic = True

    updated = brought_up_to_date(edited(edit), one_more_kegiatan())
    accepted = accept(body(to_bytes(updated.package.parts)))
    assert count(accepted, "//w:r[w:rPr/w:i]") == 1
    assert count(accepted, "//w:r[w:rPr/w:i][contains(., 'Pensiun')]") == 1


def test_one_bold_word_stays_the_only_bold_one_of_its_line() -> None:
    def edit(document: Document) -> None:
        paragraph = Paragraph(into(document), document._body)
        (run,) = paragraph.runs
        run.text = "Jumlah "
        bold = paragraph.add_run("Kegiatan")
        bold.bold = True
        paragraph.add_run(" Diklat")
        run._r.addnext(bold._r)

    before, updated = entered(edit)
    accepted = accept(body(to_bytes(updated.package.parts)))
    for root in (body(before), accepted):
        (line,) = found(root, INDIKATOR)
        assert [
            "".join(run.itertext(W + "t"))
            for run in line.iter(W + "r")
            if run.find(f"{W}rPr/{W}b") is not None
        ] == ["Kegiatan"]


def without_overview(document: Document) -> None:
    (heading,) = found(document.element.body, "Ikhtisar pohon kinerja")
    drop(heading.getnext())
    drop(heading)


def one_more_indikator_of_a_sasaran(folder: Path) -> Printed:
    more = "| | | | | Indeks Mutu yang Baru | 2 | Poin |"
    sheets = {**Office("pohon").sheets(), "eselon-2": {"Sasaran": f"{SASARAN.rstrip()}\n{more}"}}
    return rendered(read_folder(write_folder(folder, sheets)))


def test_an_overview_that_people_deleted_stays_deleted_and_what_is_new_in_it_is_told(
    tmp_path: Path,
) -> None:
    printed = one_more_indikator_of_a_sasaran(tmp_path)
    updated = brought_up_to_date(edited(without_overview), printed)
    accepted = lines(accept(body(to_bytes(updated.package.parts))))
    assert "Ikhtisar pohon kinerja" not in accepted
    assert accepted.count("Indeks Mutu yang Baru") == 1
    (note,) = [one for one in updated.notes if one.hal is NoteKind.LEFT_OUT]
    assert "Indeks Mutu yang Baru" in note.new


def test_a_symbol_in_one_of_the_places_of_a_value_is_no_other_wording() -> None:
    document = docx.Document(BytesIO(first_year("keduanya")))
    (first, *_) = found(document.element.body, INDIKATOR)
    first.append(parse_xml(f'<w:r {_NS}><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'))
    buffer = BytesIO()
    document.save(buffer)
    updated = brought_up_to_date(buffer.getvalue(), Office("keduanya").printed())
    assert updated.notes == ()
