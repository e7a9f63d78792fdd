"""A legal section changes the exported template in LibreOffice; the next decree shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from generator.app.template import write_word_template
from generator.findings.rule import Severity
from generator.naskah.keputusan_cascading.form import FORM
from generator.word.render import render
from generator.word.structure import check_structure
from generator.word.template.open import open_template
from generator.word.wordml import DOCUMENT, find, w
from tests.support.soffice import run_uno
from tests.support.templates import context, lampiran, texts, values, write
from tests.support.validators import openxml_audit

EDIT = """
def main(desktop, source, target):
    from com.sun.star.beans import PropertyValue

    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(source, "_blank", 0, (hidden,))
    styles = document.StyleFamilies.getByName("ParagraphStyles")
    styles.getByName("Judul Keputusan").CharHeight = 18

    text = document.Text
    kind = "com.sun.star.text.Paragraph"
    paragraphs = {one.String: one for one in text if one.supportsService(kind)}
    place = paragraphs["Ditetapkan di {{ penetapan.tempat }}"]
    date = paragraphs["pada tanggal {{ penetapan.tanggal }}"]
    moved = place.String
    text.removeTextContent(place)
    cursor = text.createTextCursorByRange(date.End)
    text.insertControlCharacter(cursor, 0, False)
    text.insertString(cursor, moved, False)

    opening = paragraphs["MEMUTUSKAN:"]
    cursor = text.createTextCursorByRange(opening.Start)
    text.insertString(cursor, "Dengan persetujuan {{ judul.jabatan[0] }}", False)
    text.insertControlCharacter(cursor, 0, False)

    name = PropertyValue("FilterName", 0, "MS Word 2007 XML", 0)
    document.storeToURL(target, (name,))
    document.close(True)
"""


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exported template with a style, a block and a paragraph changed and saved."""
    folder = tmp_path_factory.mktemp("templat")
    write_word_template(folder)
    source, target = folder / "templat-keputusan.docx", folder / "saved.docx"
    run_uno(EDIT, source.as_uri(), target.as_uri())
    return target.replace(source)


@pytest.mark.requires("soffice", "uno")
def test_next_decree_shows_what_was_changed(edited: Path) -> None:
    template, findings = open_template(edited, FORM)
    assert {one.severity for one in findings} <= {Severity.CATATAN}
    assert template is not None
    package = render(
        template,
        context(daftar_lampiran=[lampiran("I"), lampiran("II")], tembusan=values("Bupati Contoh")),
    )
    printed = texts(package)

    style = find(
        '//w:style[w:name/@w:val="Judul Keputusan"]',
        etree.fromstring(package.parts["word/styles.xml"]),
    )
    assert find("w:rPr/w:sz", style[0])[0].get(w("val")) == "36"
    moved = printed.index("Ditetapkan di Kota Contoh")
    assert printed[moved - 1] == "pada tanggal 2 Januari 2030"
    added = printed.index("Dengan persetujuan KEPALA DINAS CONTOH")
    assert printed[added + 1] == "MEMUTUSKAN:"
    assert check_structure(package) == []


@pytest.mark.requires("soffice", "uno")
def test_what_was_not_touched_prints_as_before(edited: Path, tmp_path: Path) -> None:
    template, _ = open_template(edited, FORM)
    assert template is not None
    names = context(
        daftar_lampiran=[lampiran("I"), lampiran("II")], tembusan=values("Bupati Contoh")
    )
    package = render(template, names)
    sections = find("//w:pgSz", etree.fromstring(package.parts[DOCUMENT]))

    assert [one.get(w("orient")) for one in sections] == [None, "landscape", "landscape"]
    assert template.logos
    assert {one.text for one in package.anchors} >= {"bahwa pertimbangan dua;", "8,2%", "1/DC/2030"}
    assert openxml_audit(write(package, tmp_path)) == []
