"""The stock template: made by its script, styled by name, drafted by the book, kept together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from generator.naskah.keputusan_cascading.context import make_context
from generator.naskah.keputusan_cascading.form import FORM
from generator.naskah.keputusan_cascading.model import Decree, Identitas
from generator.naskah.keys import Entries
from generator.opc.parts import read_parts, to_bytes
from generator.schema.keputusan import IDENTITAS, PANGKAT_DAN_NIP
from generator.word.names import leaves
from generator.word.render import Package, render
from generator.word.structure import check_structure
from generator.word.template.form import stock_template
from generator.word.template.open import open_template
from generator.word.wordml import DOCUMENT, find, w
from scripts.compile_template import source as template_source
from scripts.make_word_template import TITLE, numbering
from scripts.make_word_template import document as template_document
from scripts.make_word_template import parts as template_parts
from scripts.make_word_template import styles as template_styles
from tests.support.canonical import differing_parts
from tests.support.paths import ROOT
from tests.support.soffice import convert, pdf_text
from tests.support.templates import (
    NIP,
    STOCK,
    context,
    isian,
    lampiran,
    table,
    texts,
    values,
    write,
)
from tests.support.validators import openxml_audit, sdk_validate

RENEW = "renew it with: make generated"
PAGE = ROOT / "docs" / "template-word.md"


def tree(part: str) -> etree._Element:
    return etree.fromstring(read_parts(STOCK)[part])


def styles() -> dict[str, etree._Element]:
    """Return the template's own paragraph styles by name."""
    found = find('//w:style[@w:type="paragraph"][@w:customStyle]', tree("word/styles.xml"))
    return {find("w:name", one)[0].get(w("val"), ""): one for one in found}


# -- made by its script ------------------------------------------------------------------------


def test_template_is_what_its_script_makes() -> None:
    made = to_bytes(template_parts(TITLE, template_document(), template_styles(), numbering()))

    assert differing_parts(STOCK.read_bytes(), made) == [], RENEW


def test_source_is_what_compiling_the_template_makes() -> None:
    kept = STOCK.with_suffix(".jinja").read_text(encoding="utf-8")

    assert kept == template_source(template_document()), RENEW


@pytest.mark.requires("sdk")
def test_template_and_decree_are_valid(tmp_path: Path) -> None:
    decree = render(
        stock_template(FORM),
        context(daftar_lampiran=[lampiran("I"), lampiran("II")], tembusan=values("Bupati Contoh")),
    )
    path = write(decree, tmp_path)

    assert check_structure(decree) == []
    assert openxml_audit(path) + openxml_audit(STOCK) == []
    assert sdk_validate([path, STOCK]) == []


def test_core_properties_hold_no_date() -> None:
    core = read_parts(STOCK)["docProps/core.xml"].decode()

    assert "Keputusan Penetapan Cascading dan Pohon Kinerja" in core
    assert re.search(r"\d{4}-\d\d", core) is None


# -- paper, font, language, styles -------------------------------------------------------------


def test_paper_is_f4_upright_then_landscape() -> None:
    sizes = [
        (one.get(w("w")), one.get(w("h")), one.get(w("orient")))
        for one in find("//w:pgSz", tree(DOCUMENT))
    ]

    assert sizes == [("12189", "18709", None), *[("18709", "12189", "landscape")] * 2]


def test_number_stands_from_page_two_and_the_annex_begins_at_one() -> None:
    body, *annexes = find("//w:sectPr", tree(DOCUMENT))

    assert find("w:titlePg", body)
    assert not any(find("w:titlePg", one) for one in annexes)
    assert all(find("w:pgNumType[@w:start='1']", one) for one in annexes)


def test_font_and_language_are_defaults_for_every_script() -> None:
    (fonts,) = find("//w:docDefaults//w:rFonts", tree("word/styles.xml"))
    (language,) = find("//w:docDefaults//w:lang", tree("word/styles.xml"))
    (size,) = find("//w:docDefaults//w:sz", tree("word/styles.xml"))

    assert set(fonts.attrib.values()) == {"Bookman Old Style"}
    assert language.get(w("val")) == "id-ID"
    assert size.get(w("val")) == "24"


def test_formatting_comes_from_named_styles_alone() -> None:
    document = tree(DOCUMENT)
    known = {one.get(w("styleId")) for one in styles().values()}
    used = {one.get(w("val")) for one in find("//w:body//w:pStyle", document)}

    assert used <= known
    assert find("//w:p[not(w:pPr/w:pStyle)]", document) == []
    assert find("//w:pPr/*[not(self::w:pStyle or self::w:sectPr)]", document) == []
    assert find("//w:r/w:rPr", document) == []


def test_items_are_numbered_by_their_styles() -> None:
    numbered = {name for name, style in styles().items() if find("w:pPr/w:numPr", style)}

    assert numbered == {"Butir Menimbang", "Butir Mengingat", "Tembusan"}


def test_tables_say_what_they_are() -> None:
    for one in find("//w:tbl/w:tblPr", tree(DOCUMENT)):
        assert find("w:tblCaption", one)
        assert find("w:tblDescription", one)


# -- the text ----------------------------------------------------------------------------------


def test_lines_stand_in_the_order_of_a_decree() -> None:
    assert texts(render(stock_template(FORM), context(tembusan=values("Bupati Contoh")))) == [
        "PEMERINTAH KABUPATEN CONTOH",
        "DINAS CONTOH",
        "Jalan Contoh Nomor 1",
        "KOTA CONTOH Kode Pos : 12345",
        "Home Page : https://contoh.example Email : dinas@contoh.example",
        "KEPUTUSAN",
        "KEPALA DINAS CONTOH",
        "KABUPATEN CONTOH",
        "NOMOR : 1/DC/2030",
        "TENTANG",
        "PENETAPAN CASCADING",
        "TAHUN 2030",
        "KEPALA DINAS CONTOH,",
        *("Menimbang", ":", "bahwa pertimbangan satu;", "bahwa pertimbangan dua;"),
        *("Mengingat", ":", "Undang-Undang satu;", "Undang-Undang dua;"),
        "MEMUTUSKAN:",
        *("Menetapkan", ":", "Keputusan tentang Contoh."),
        *("KESATU", ":", "Menetapkan contoh;"),
        *("KEDUA", ":", "Keputusan ini mulai berlaku."),
        "Ditetapkan di Kota Contoh",
        "pada tanggal 2 Januari 2030",
        "KEPALA DINAS",
        "NAMA PEJABAT",
        "Tembusan:",
        "Bupati Contoh",
        "LAMPIRAN",
        "KEPUTUSAN KEPALA DINAS CONTOH KABUPATEN CONTOH",
        "NOMOR\t:\t1/DC/2030",
        "TANGGAL\t:\t2 Januari 2030",
        "TENTANG\t:\tPENETAPAN CASCADING TAHUN 2030",
        "POHON KINERJA DINAS CONTOH",
        "TAHUN 2030",
        *("Indeks Contoh", "8,2%"),
        "KEPALA DINAS",
        "NAMA PEJABAT",
        "Pembina Utama Muda",
        f"NIP. {NIP}",
    ]


def test_empty_values_print_no_label() -> None:
    kop = {**context()["kop"], "kode_pos": None, "laman": None, "surel": None, "alamat": []}
    printed = texts(render(stock_template(FORM), context(kop=kop, mengingat=[])))

    assert printed[:4] == [
        "PEMERINTAH KABUPATEN CONTOH",
        "DINAS CONTOH",
        "KOTA CONTOH",
        "KEPUTUSAN",
    ]
    assert not {"Mengingat", "Tembusan:"} & set(printed)


def test_rank_and_nip_print_in_the_body_when_asked() -> None:
    signer = {**context()["penandatangan"], "pangkat": isian("Pembina"), "nip": isian(NIP)}
    printed = texts(render(stock_template(FORM), context(penandatangan=signer)))

    after = printed.index("NAMA PEJABAT")
    assert printed[after : after + 3] == ["NAMA PEJABAT", "Pembina", f"NIP. {NIP}"]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_each_annex_is_a_section_of_its_own(count: int) -> None:
    annexes = [lampiran("I" * nth if count > 1 else "") for nth in range(1, count + 1)]
    package = render(stock_template(FORM), context(daftar_lampiran=annexes))
    sections = find("//w:pgSz", etree.fromstring(package.parts[DOCUMENT]))

    assert [one.get(w("orient")) for one in sections] == [None, *["landscape"] * count]
    heads = [text for text in texts(package) if text.startswith("LAMPIRAN")]
    assert (
        heads == [f"LAMPIRAN {'I' * nth}" for nth in range(1, count + 1)]
        if count > 1
        else (["LAMPIRAN"])
    )


# -- what stays together -----------------------------------------------------------------------


def _pages(folder: Path, *packages: Package) -> list[list[str]]:
    """Return the pages of each document as text, LibreOffice's layout."""
    paths = [write(one, folder, f"{nth}.docx") for nth, one in enumerate(packages)]
    return [pdf_text(one).rstrip("\f").split("\f") for one in convert(paths, "pdf", folder)]


@pytest.mark.requires("soffice", "poppler")
def test_signature_never_parts_from_its_last_lines(tmp_path: Path) -> None:
    packages = [
        render(
            stock_template(FORM),
            context(
                mengingat=values(*(f"Undang-Undang {nth};" for nth in range(lines))),
                daftar_lampiran=[
                    lampiran(isi=table(*((f"Indeks {nth}", "1") for nth in range(lines))))
                ],
            ),
        )
        for lines in range(14, 32, 2)
    ]
    printed = _pages(tmp_path, *packages)

    assert len({len(pages) for pages in printed}) > 1, "page ends fall in different places"
    for pages in printed:
        assert all(page.strip() for page in pages), "an empty page"
        body, annex = (page for page in pages if "NAMA PEJABAT" in page)
        assert "Keputusan ini mulai berlaku." in body
        assert "Indeks" in annex


# -- the names -----------------------------------------------------------------------------------


def _decree() -> Decree:
    lines = (isian("X"),)
    return Decree(
        identitas=Identitas(
            Entries(
                IDENTITAS,
                lines[0].place,
                {
                    key.role: (isian("Keduanya"),) if key is PANGKAT_DAN_NIP else lines
                    for key in IDENTITAS.keys
                },
                {},
            )
        ),
        menimbang=lines,
        mengingat=lines,
        diktum=lines,
        tembusan=lines,
    )


def _paths(value: object, path: str = "") -> set[str]:
    if isinstance(value, dict):
        return {
            one for name, part in value.items() for one in _paths(part, f"{path}.{name}".strip("."))
        }
    if isinstance(value, (list, tuple)):
        return _paths(value[0], f"{path}[]")
    return {path}


def test_names_are_those_of_the_context() -> None:
    made = make_context(_decree(), [table(("a", "b"))], logo=True)

    assert _paths(made) == {path for path, _ in leaves(FORM.names)}


def test_stock_template_prints_every_name() -> None:
    _, findings = open_template(STOCK, FORM)
    assert [one.message for one in findings] == []


# -- the page of the docs ----------------------------------------------------------------------


def _table(heading: str) -> list[list[str]]:
    """Return the rows of the first table under a heading of the page."""
    section = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2]
    rows = re.search(r"\n\|[^\n]+\n\|[-|]+\n((?:\|[^\n]+\n)+)", section)
    assert rows is not None
    return [
        [cell.strip(" `*") for cell in line.strip("|").split("|")]
        for line in rows[1].split("\n")[:-1]
    ]


def test_page_lists_every_name_with_its_kind() -> None:
    assert [(name, jenis) for name, jenis, _ in _table("Nama")] == [
        (path, jenis.value) for path, jenis in leaves(FORM.names)
    ]


def test_page_lists_every_style_in_the_order_of_the_template() -> None:
    assert [name for name, _ in _table("Gaya")] == list(styles())


def test_page_marks_the_required_styles_with_their_use() -> None:
    marked = re.findall(r"^\| \*\*(.+)\*\* \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.M)

    assert dict(marked) == FORM.styles


def test_page_lists_every_numbering() -> None:
    forms = {"lowerLetter": "a.", "decimal": "1."}
    levels = find("//w:lvl", tree("word/numbering.xml"))
    by_id = {one.get(w("styleId")): name for name, one in styles().items()}
    numbered = [
        [
            by_id[find("w:pStyle", one)[0].get(w("val"))],
            forms[find("w:numFmt", one)[0].get(w("val"), "")],
        ]
        for one in levels
    ]

    assert _table("Penomoran") == numbered
