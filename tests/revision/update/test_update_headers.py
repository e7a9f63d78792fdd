"""A header that an office's own template fills from the books is brought up to date too."""

from __future__ import annotations

from lxml import etree

from generator.opc.parts import read_parts, to_bytes
from generator.revision.read.stories import Stories
from generator.revision.stamp import Origin, Stamp, read_stamp, stamp
from generator.revision.update.whole import update
from generator.values import Place
from generator.word.render import Anchor, Package
from generator.word.structure import check_structure
from tests.support.packages import R, W, package
from tests.support.tracked import accept, lines, reject

RELATION = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADER = "word/header1.xml"
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/>'
    '<w:pgSz w:w="12191" w:h="18711"/></w:sectPr>'
)
IDENTITY = ("keputusan", "Identitas", "Tempat", "0")
PLACE = Place("keputusan.xlsx", "Identitas", 9, "B", "Isi")


def decree(tempat: str, edited: str = "") -> Package:
    header = (
        f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t xml:space="preserve">Naskah {edited}dari </w:t></w:r>'
        '<w:bookmarkStart w:id="7" w:name="_sk_tempat_0"/>'
        f'<w:r><w:t>{tempat}</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p></w:hdr>'
    )
    made = package(f"<w:p><w:r><w:t>Isi</w:t></w:r></w:p>{SECTION}", header1=header)
    rels = made.parts["word/_rels/document.xml.rels"].decode()
    named = f'<Relationship Id="rId9" Type="{R}/header" Target="header1.xml"/></Relationships>'
    parts = {
        **made.parts,
        "word/_rels/document.xml.rels": rels.replace("</Relationships>", named).encode(),
    }
    anchor = Anchor("_sk_tempat_0", IDENTITY, 0, PLACE, tempat, tempat)
    return Package(parts, (anchor,))


def test_value_in_a_header_changes_and_what_people_wrote_beside_it_stays() -> None:
    origin = Origin("1", "templat-keputusan.docx", "ab", "2022", {})
    made = stamp(decree("Kuala Tungkal"), origin)
    edited = {**made.parts, HEADER: decree("Kuala Tungkal", "resmi ").parts[HEADER]}
    known = read_stamp(to_bytes(made.parts))
    assert isinstance(known, Stamp)
    base, theirs = Stories(read_parts(known.base)), Stories(edited)
    updated = update(known, base, theirs, decree("Jambi"), origin, None, frozenset())
    assert check_structure(updated.package) == []
    header = updated.package.parts[HEADER]
    assert lines(accept(etree.fromstring(header))) == ["Naskah resmi dari Jambi"]
    assert lines(reject(etree.fromstring(header))) == ["Naskah resmi dari Kuala Tungkal"]
    assert [(one.old, one.new) for one in updated.notes] == [("Kuala Tungkal", "Jambi")]
