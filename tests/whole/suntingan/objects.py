"""Edits that put in what is no plain text: pictures, boxes, notes, links, fields, controls."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from io import BytesIO
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from tests.whole.suntingan.registry import edit, edit_named
from tests.whole.suntingan.word_file import WordFile, drop, run_of, xml

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c"
    "63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
"""A picture of one dot."""

_PLACES: dict[str, Callable[[WordFile], Paragraph]] = {
    "kop": lambda file: file.top()[0],
    "text": lambda file: file.chance.choice([file.item(), file.chance.choice(file.top())]),
    "box": lambda file: file.box(),
    "matrix": lambda file: _in_matrix(file),
}
"""Where an object is put."""


def _in_matrix(file: WordFile) -> Paragraph:
    found = [one for row in file.matrix_rows() for one in file.inside(row)]
    return file.chance.choice(found)


def _object(name: str) -> Callable[[Callable[[WordFile, Paragraph], None]], None]:
    """Register an edit for each place that an object may be put in."""

    def register(how: Callable[[WordFile, Paragraph], None]) -> None:
        for place, find in _PLACES.items():
            edit_named(f"{name}_in_{place}", partial(_put, find=find, how=how))

    return register


def _put(
    file: WordFile,
    find: Callable[[WordFile], Paragraph],
    how: Callable[[WordFile, Paragraph], None],
) -> None:
    how(file, find(file))


@_object("picture")
def _picture(file: WordFile, paragraph: Paragraph) -> None:
    paragraph.add_run().add_picture(BytesIO(DOT), width=Cm(1))


@edit
def picture_anchored_in_kop(file: WordFile) -> None:
    paragraph = file.top()[0]
    run = paragraph.add_run()
    run.add_picture(BytesIO(DOT), width=Cm(2))
    inline: Any = next(run._r.iter(qn("wp:inline")))
    anchor = xml(
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2"'
        ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        "</wp:anchor>"
    )
    parts = list(inline)
    anchor.append(parts[0])
    anchor.append(xml("<wp:wrapNone/>"))
    anchor.extend(parts[1:])
    inline.getparent().replace(inline, anchor)


@_object("text_box")
def _text_box(file: WordFile, paragraph: Paragraph) -> None:
    shape = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="kotak'
        f'{file.number()}" style="width:120pt;height:30pt"><v:textbox><w:txbxContent>'
        f"<w:p>{run_of('kotak ' + file.word)}</w:p></w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )
    paragraph._p.append(xml(shape))


def _note_part(file: WordFile, kind: str) -> Any:
    """Return the root of the part of footnotes or endnotes, made where there is none."""
    package = file.document.part
    relation = getattr(RELATIONSHIP_TYPE, kind.upper())
    for one in package.rels.values():
        if one.reltype == relation:
            return one.target_part
    main = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    single = kind[:-1]
    separators = "".join(
        f'<w:{single} w:type="{name}" w:id="{nth}"><w:p><w:r><w:{mark}/></w:r></w:p></w:{single}>'
        for nth, name, mark in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    blob = f'<w:{kind} xmlns:w="{space}">{separators}</w:{kind}>'.encode()
    part = Part(PackURI(f"/word/{kind}.xml"), main, blob, package.package)
    package.relate_to(part, relation)
    return part


def _note(file: WordFile, paragraph: Paragraph, kind: str) -> None:
    part = _note_part(file, kind)
    single = kind[:-1]
    number = part.blob.count(f"<w:{single} ".encode()) + 1
    reference = f"<w:r><w:{single}Ref/></w:r>"
    note = (
        f'<w:{single} w:id="{number}"><w:p>{reference}{run_of(" catatan " + file.word)}</w:p>'
        f"</w:{single}>"
    )
    end = f"</w:{kind}>".encode()
    part._blob = part.blob.replace(end, note.encode() + end)
    paragraph._p.append(xml(f'<w:r><w:{single}Reference w:id="{number}"/></w:r>'))


@_object("footnote")
def _footnote(file: WordFile, paragraph: Paragraph) -> None:
    _note(file, paragraph, "footnotes")


@_object("endnote")
def _endnote(file: WordFile, paragraph: Paragraph) -> None:
    _note(file, paragraph, "endnotes")


@_object("comment")
def _comment(file: WordFile, paragraph: Paragraph) -> None:
    file.document.add_comment(
        file.run_with_text(paragraph), f"Benarkah {file.word}?", "Bagian Hukum", "BH"
    )


@edit
def comment_over_paragraphs(file: WordFile) -> None:
    items = file.items(file.chance.choice(["Menimbang", "Mengingat"]))
    file.document.add_comment(
        [items[0].runs[0], items[-1].runs[-1]], f"Semuanya {file.word}?", "Bagian Hukum", "BH"
    )


@_object("hyperlink")
def _hyperlink(file: WordFile, paragraph: Paragraph) -> None:
    target = f"https://contoh.go.id/{file.word}"
    identity = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph._p.append(
        xml(f'<w:hyperlink r:id="{identity}">{run_of(" tautan " + file.word)}</w:hyperlink>')
    )


@_object("cross_reference")
def _cross_reference(file: WordFile, paragraph: Paragraph) -> None:
    """A bookmark around the text, and a field elsewhere that repeats it."""
    name, number = f"Acuan{file.word}", file.number()
    run = file.run_with_text(paragraph)
    run._r.addprevious(xml(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'))
    run._r.addnext(xml(f'<w:bookmarkEnd w:id="{number}"/>'))
    text = run_of(f"lihat {file.word}")
    field = f'<w:fldSimple w:instr=" REF {name} \\h ">{text}</w:fldSimple>'
    file.item("Menimbang")._p.append(xml(field))


@_object("date_field")
def _date_field(file: WordFile, paragraph: Paragraph) -> None:
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> DATE \\@ "{file.word}" </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{file.word}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    for piece in pieces:
        paragraph._p.append(xml(f"<w:r>{piece}</w:r>"))


@edit
def page_number_in_the_footer(file: WordFile) -> None:
    footer = file.document.sections[0].footer
    footer.is_linked_to_previous = False
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    footer.paragraphs[0]._p.append(xml(field))


@_object("symbol")
def _symbol(file: WordFile, paragraph: Paragraph) -> None:
    paragraph._p.append(xml('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'))


@_object("control")
def _control(file: WordFile, paragraph: Paragraph) -> None:
    run = file.run_with_text(paragraph)._r
    control = _sdt(file)
    run.addprevious(control)
    control.find(qn("w:sdtContent")).append(run)


def _sdt(file: WordFile) -> Any:
    return xml(
        f'<w:sdt><w:sdtPr><w:tag w:val="kendali{file.word}"/><w:id w:val="{file.number()}"/>'
        "</w:sdtPr><w:sdtContent/></w:sdt>"
    )


@edit
def block_control_around_an_item(file: WordFile) -> None:
    item = file.item(file.chance.choice(["Menimbang", "Mengingat", "Tembusan"]))._p
    control = _sdt(file)
    item.addprevious(control)
    control.find(qn("w:sdtContent")).append(item)


@edit
def block_control_around_all_items(file: WordFile) -> None:
    items = file.items(file.chance.choice(["Menimbang", "Mengingat"]))
    control = _sdt(file)
    items[0]._p.addprevious(control)
    for one in items:
        control.find(qn("w:sdtContent")).append(one._p)
    control.addnext(xml("<w:p/>"))


@edit
def cell_control(file: WordFile) -> None:
    row = file.chance.choice(file.diktum_rows())._tr
    cell = row.tc_lst[-1]
    control = _sdt(file)
    cell.addprevious(control)
    control.find(qn("w:sdtContent")).append(cell)


@edit
def new_item_in_a_control(file: WordFile) -> None:
    item = file.item("Mengingat")._p
    new = deepcopy(item)
    for one in [one for one in new if one.tag != qn("w:pPr")]:
        new.remove(one)
    new.append(xml(run_of(f"Peraturan {file.word} dalam kendali;")))
    control = _sdt(file)
    item.addprevious(control)
    control.find(qn("w:sdtContent")).append(new)


@edit
def watermark_put_in(file: WordFile) -> None:
    header = file.document.sections[0].header
    header.is_linked_to_previous = False
    header.paragraphs[0]._p.append(
        xml(
            '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="PowerPlusWaterMark"'
            f' style="width:400pt;height:100pt"><v:textpath string="SALINAN {file.word}"/>'
            "</v:shape></w:pict></w:r>"
        )
    )


@edit
def bookmark_over_the_kop(file: WordFile) -> None:
    number, top = file.number(), file.top()
    top[0]._p.insert(1, xml(f'<w:bookmarkStart w:id="{number}" w:name="Kop{file.word}"/>'))
    top[1]._p.append(xml(f'<w:bookmarkEnd w:id="{number}"/>'))


@edit
def picture_replaced_by_text(file: WordFile) -> None:
    """Put a picture in and take it out again."""
    run = file.top()[0].add_run()
    run.add_picture(BytesIO(DOT), width=Cm(1))
    drop(run._r)
    file.top()[0].add_run(f" {file.word}")
