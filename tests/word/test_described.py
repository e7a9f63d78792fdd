"""What a decree says about itself: in its properties, its navigation pane and its gallery."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from generator.opc.parts import read_parts
from scripts.make_word_template import placeholder_png
from tests.revision.hands import edited, made, result, retype
from tests.revision.offices import Office

TITLE = "Keputusan Penetapan Cascading dan Pohon Kinerja Badan Kepegawaian Tahun"


def opened(decree: bytes) -> Document:
    return docx.Document(BytesIO(decree))


def test_title_names_office_and_year_and_the_author_is_the_office() -> None:
    core = opened(made(Office(tahun="2023"))).core_properties
    assert (core.title, core.author) == (f"{TITLE} 2023", "Badan Kepegawaian")


def test_an_update_renews_the_title_unless_people_gave_another() -> None:
    def call(document: Document) -> None:
        document.core_properties.title = "Konsep"

    decree = made(Office())
    for edit, wanted in ((retype("Desa", "Desa X"), f"{TITLE} 2023"), (call, "Konsep")):
        now = result(edited(decree, edit), Office(tahun="2023"))
        assert opened(now).core_properties.title == wanted


def test_the_logo_says_whose_it_is_and_is_known_as_one() -> None:
    xml = read_parts(made(Office(logo=placeholder_png())))["word/document.xml"].decode()
    assert 'descr="Logo Badan Kepegawaian" title="logo"' in xml


def test_the_navigation_pane_shows_the_parts_and_their_sheets() -> None:
    document = opened(made(Office()))
    shown = []
    for one in document.paragraphs:
        level = one.style.element.find(".//{*}outlineLvl") if one.style is not None else None
        if level is not None:
            shown.append((1 + int(next(iter(level.attrib.values()))), one.text))
    assert shown == [
        (1, "KEPUTUSAN"),
        (1, "LAMPIRAN"),
        (2, "Ikhtisar pohon kinerja"),
        (2, "Pohon kinerja: SASARAN I"),
    ]


@pytest.mark.parametrize("name", ["Pohon Kosong", "Judul Jarak", "Akhir Bagian", "Lampiran Jarak"])
def test_helper_styles_are_not_in_the_gallery(name: str) -> None:
    style = opened(made(Office())).styles[name]
    assert (style.hidden, style.unhide_when_used, style.quick_style) == (True, True, False)


def test_a_sized_style_says_its_size_and_leaves_the_rest_to_the_plain_one() -> None:
    styles = opened(made(Office())).styles
    for kind in ("Judul", "Kepala", "Isi", "Target", "Jenjang"):
        for size in ("Besar", "Rapat"):
            style = styles[f"Pohon {kind} {size}"]
            assert style.base_style == styles[f"Pohon {kind}"]
            assert (style.font.bold, style.font.name) == (None, None)
            assert style.paragraph_format.alignment is None


def test_lines_of_text_in_the_annex_grow_with_their_letters() -> None:
    styles = opened(made(Office())).styles
    annex = [one for one in styles if one.name.startswith(("Pohon", "Matriks"))]
    spaced = {one.name: one.element.find(".//{*}spacing") for one in annex}
    rules = {name for name, one in spaced.items() if one.get(qn("w:lineRule")) == "exact"}
    assert rules == {"Pohon Kosong"}
