"""Printing: values, their anchors, the logo, faults of a template met while it prints."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bahasa.wording import clean
from generator.naskah.keputusan_cascading.form import FORM
from generator.opc.parts import CONTENT_TYPES, read_parts, to_bytes
from generator.word.compile import compile_source
from generator.word.logo import read_logo
from generator.word.render import BrokenTemplateError, Package, Template, anchor_name, render
from generator.word.structure import check_structure
from generator.word.template.form import stock_template
from generator.word.template.open import open_template
from generator.word.wordml import DOCUMENT
from tests.support.packages import W
from tests.support.paths import ROOT
from tests.support.templates import (
    STOCK,
    cells,
    context,
    isian,
    lampiran,
    paragraph,
    rows,
    table,
    texts,
    values,
    write,
    write_template,
)

BOOKMARK = re.compile(
    r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/>(.*?)<w:bookmarkEnd w:id="\1"/>'
)


def printed(body: str, **names: object) -> Package:
    """Print a body of Jinja in WordprocessingML, as docxtpl's patch leaves it."""
    xml = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return render(Template("x.docx", {}, {DOCUMENT: compile_source(xml)}), names)


def document(package: Package) -> str:
    return package.parts[DOCUMENT].decode()


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


# -- values and anchors ------------------------------------------------------------------------


def test_value_stands_in_a_bookmark_of_its_own() -> None:
    package = printed(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>NOMOR : {{ nomor }}.</w:t></w:r></w:p>",
        nomor=isian("28", "Identitas", "Nomor"),
    )

    name = anchor_name(("Identitas", "Nomor"), 0)
    assert document(package).partition("<w:p>")[2].partition("</w:p>")[0] == (
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">NOMOR : </w:t></w:r>'
        f'<w:bookmarkStart w:id="1" w:name="{name}"/>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">28</w:t></w:r>'
        '<w:bookmarkEnd w:id="1"/>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">.</w:t></w:r>'
    )


def test_anchor_says_where_a_value_comes_from() -> None:
    nomor = isian("28", "Identitas", "Nomor")
    (anchor,) = printed(paragraph("{{ nomor }}"), nomor=nomor).anchors

    assert re.fullmatch(r"_sk_[0-9a-f]{16}_0", anchor.name)
    assert anchor.identity == ("Identitas", "Nomor")
    assert (anchor.text, anchor.raw, anchor.place) == ("28", "28", nomor.place)


def test_value_printed_twice_has_two_anchors() -> None:
    package = printed(paragraph("{{ a }} {{ a }}"), a=isian("28"))

    assert [one.occurrence for one in package.anchors] == [0, 1]
    assert [name for _, name, _ in BOOKMARK.findall(document(package))] == [
        one.name for one in package.anchors
    ]


def test_every_bookmark_of_a_decree_has_its_own_number_and_name() -> None:
    package = render(stock_template(FORM), context(daftar_lampiran=[lampiran("I"), lampiran("II")]))
    found = BOOKMARK.findall(document(package))

    assert len(found) == len(package.anchors) > 40
    assert (
        len({number for number, _, _ in found}) == len({name for _, name, _ in found}) == len(found)
    )


@pytest.mark.parametrize("tag", ["{{ a|upper }}", "{{ a|trim|upper }}", '{{ a|upper or "-" }}'])
def test_filtered_value_keeps_its_anchor(tag: str) -> None:
    package = printed(paragraph(tag), a=isian("satu"))

    assert texts(package) == ["SATU"]
    assert [(one.text, one.raw) for one in package.anchors] == [("SATU", "satu")]


def test_text_of_no_cell_prints_without_anchor() -> None:
    package = printed(
        paragraph("{% for butir in diktum %}{{ loop.index }}. {{ butir }} {% endfor %}"),
        diktum=["KESATU"],
    )

    assert texts(package) == ["1. KESATU "]
    assert package.anchors == ()


@pytest.mark.parametrize("nothing", [None, isian("")], ids=["None", "empty"])
def test_nothing_prints_nothing(nothing: object) -> None:
    package = printed(paragraph("a{{ kosong }}b"), kosong=nothing)

    assert texts(package) == ["ab"]
    assert package.anchors == ()


@pytest.mark.parametrize(
    "typed",
    [
        "{{ 7*7 }}",
        "{% for x in y %}",
        "</w:t><w:p/>",
        "&lt;b&gt; & \"'",
        "=CMD()",
        "baris satu\nbaris dua\tkolom",
        "  dua  spasi  ",
    ],
)
def test_typed_text_prints_as_typed(typed: str) -> None:
    assert texts(printed(paragraph("{{ a }}"), a=isian(typed))) == [typed]


@given(st.text(min_size=1).map(clean).filter(bool))
def test_any_text_prints_as_typed(typed: str) -> None:
    package = render(stock_template(FORM), context(menetapkan=isian(typed, "menetapkan")))

    assert typed in texts(package)
    assert check_structure(package) == []


def test_joined_texts_are_escaped_once() -> None:
    package = printed(paragraph("{{ a|join(' & ') }}"), a=values("x < y", "z"))

    assert texts(package) == ["x < y & z"]


def test_block_content_prints_through_anchors() -> None:
    block = table(("Indeks < 5", "8,2%"))
    package = printed("{{ isi }}", isi=block)

    assert texts(package) == ["Indeks < 5", "8,2%"]
    assert len(package.anchors) == 2


def test_end_of_a_block_stays_with_what_follows() -> None:
    xml = document(printed("{{ isi }}", isi=table(("a", "1"), ("b", "2"))))
    first, second = xml.split("<w:tr>")[1:]

    assert "keepNext" not in first
    assert second.count('<w:pStyle w:val="PohonIsi"/><w:keepNext/>') == 2


def test_same_values_give_the_same_bytes() -> None:
    once, again = (to_bytes(render(stock_template(FORM), context()).parts) for _ in range(2))

    assert once == again


def test_stock_template_needs_neither_docxtpl_nor_python_docx() -> None:
    code = (
        "import sys; from generator.word.render import render;"
        "from generator.word.template.form import stock_template;"
        "from generator.naskah.keputusan_cascading.form import FORM;"
        "from tests.support.templates import context; render(stock_template(FORM), context());"
        "print([name for name in ('docxtpl', 'docx') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)

    assert ran.stdout.strip() == "[]", ran.stderr


# -- logo --------------------------------------------------------------------------------------


def test_without_logo_neither_picture_nor_its_part_remains() -> None:
    package = render(stock_template(FORM), context())

    assert "w:drawing" not in document(package)
    assert not [name for name in package.parts if "media" in name]
    assert b"image" not in package.parts["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    ("size", "extent"),
    [((100, 100), (720000, 720000)), ((200, 100), (720000, 360000)), ((10, 100), (90000, 900000))],
)
def test_logo_keeps_its_proportions_within_the_box(
    size: tuple[int, int], extent: tuple[int, int]
) -> None:
    logo = png(*size)
    package = render(stock_template(FORM), context(), logo)

    media = {name: data for name, data in package.parts.items() if "media" in name}
    assert media == {"word/media/logo-kantor.png": logo}
    found = re.findall(r'<(?:wp:extent|a:ext) cx="(\d+)" cy="(\d+)"/>', document(package))
    assert [tuple(map(int, one)) for one in found] == [extent, extent]
    assert check_structure(package) == []


def test_picture_shown_twice_stays_where_it_is_no_logo(tmp_path: Path) -> None:
    """The other picture shares the placeholder's media, as LibreOffice stores equal pictures."""
    parts = read_parts(STOCK)
    (drawing,) = re.findall(rb"<w:r><w:drawing>.*?</w:drawing></w:r>", parts[DOCUMENT])
    other = drawing.replace(b'descr="logo"', b'descr="cap"').replace(b'id="1"', b'id="2"')
    document = parts[DOCUMENT].replace(drawing, drawing + other)
    path = write(Package({**parts, DOCUMENT: document}), tmp_path, "templat-keputusan.docx")
    template, _ = open_template(path, FORM)
    assert template is not None
    package = render(template, context())

    assert package.parts[DOCUMENT].count(b"<w:drawing>") == 1
    assert "word/media/logo.png" in package.parts
    assert check_structure(package) == []


def test_logo_takes_the_place_of_a_jpeg(tmp_path: Path) -> None:
    parts = read_parts(STOCK)
    image = parts.pop("word/media/logo.png")
    rels = parts["word/_rels/document.xml.rels"].replace(b"media/logo.png", b"media/image1.jpeg")
    types = parts[CONTENT_TYPES].replace(
        b'"png" ContentType="image/png"', b'"jpeg" ContentType="image/jpeg"'
    )
    changed = {"word/_rels/document.xml.rels": rels, CONTENT_TYPES: types}
    path = write(
        Package({**parts, **changed, "word/media/image1.jpeg": image}),
        tmp_path,
        "templat-keputusan.docx",
    )
    template, _ = open_template(path, FORM)
    assert template is not None
    package = render(template, context(), png(10, 10))

    assert [name for name in package.parts if "media" in name] == ["word/media/logo-kantor.png"]
    assert check_structure(package) == []


def test_no_logo_is_no_finding(tmp_path: Path) -> None:
    assert read_logo(tmp_path / "logo.png") == (None, [])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\xd8\xff\xe0 JPEG", "bukan gambar PNG"),
        (png(4, 4)[:-8], "terpotong atau rusak"),
        (png(4, 4).replace(b"IDAT", b"IDAX"), "terpotong atau rusak"),
        (png(0, 4), "nol"),
    ],
    ids=["jpeg", "cut", "damaged", "empty"],
)
def test_damaged_logo_is_found(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    logo, (finding,) = read_logo(path)

    assert logo is None
    assert finding.rule.code == "DOK-14"
    assert why in finding.message


# -- the office's own template -----------------------------------------------------------------


def own(folder: Path, body: str, **parts: str) -> Template:
    template, findings = open_template(write_template(folder, body, **parts), FORM)
    assert template is not None, findings
    return template


def test_rows_repeat(tmp_path: Path) -> None:
    body = rows(
        cells("{%tr for butir in diktum %}"),
        cells("{{ butir.nama }}", "{{ butir.isi }}"),
        cells("{%tr endfor %}"),
    )
    package = render(own(tmp_path, body), context())

    assert texts(package) == [
        *("KESATU", "Menetapkan contoh;"),
        *("KEDUA", "Keputusan ini mulai berlaku."),
    ]


def test_tag_that_word_cut_into_runs_is_one_tag(tmp_path: Path) -> None:
    pieces = ("{", "{ judul", ".no", "mor }", "}")
    runs = "".join(
        f'<w:r w:rsidR="00AA"><w:t xml:space="preserve">{one}</w:t></w:r>'
        '<w:proofErr w:type="spellEnd"/>'
        for one in pieces
    )
    package = render(own(tmp_path, f"<w:p>{runs}</w:p>"), context())

    assert texts(package) == ["1/DC/2030"]
    assert [one.text for one in package.anchors] == ["1/DC/2030"]


def test_tag_with_a_hard_space_is_read(tmp_path: Path) -> None:
    body = (
        paragraph("{%p\u00a0for baris in pembuka %}")
        + paragraph("{{\u00a0baris\u00a0}}")
        + paragraph("{%p endfor %}")
    )

    assert texts(render(own(tmp_path, body), context())) == ["KEPALA DINAS CONTOH,"]


def test_text_box_is_filled(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('Nomor {{ judul.nomor }}')}</w:txbxContent>"
    body = f"<w:p><w:r><w:drawing>{box}</w:drawing></w:r></w:p>"

    assert "Nomor 1/DC/2030" in texts(render(own(tmp_path, body), context()))


def test_cells_merge_down_a_loop(tmp_path: Path) -> None:
    body = rows(
        cells("{%tr for butir in diktum %}"),
        cells("{% vm %}{{ judul.nomor }}", "{{ butir.isi }}").replace(
            "<w:tcPr/>", '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>'
        ),
        cells("{%tr endfor %}"),
    )
    package = render(own(tmp_path, body), context())

    assert re.findall(r'<w:vMerge w:val="(\w+)"/>', document(package)) == ["restart", "continue"]
    assert texts(package).count("1/DC/2030") == 1


def test_bookmarks_of_a_template_do_not_repeat(tmp_path: Path) -> None:
    marked = (
        '<w:p><w:bookmarkStart w:id="7" w:name="_GoBack"/><w:r><w:t>{{ butir }}</w:t></w:r>'
        '<w:bookmarkEnd w:id="7"/></w:p>'
    )
    body = paragraph("{%p for butir in menimbang %}") + marked + paragraph("{%p endfor %}")
    package = render(own(tmp_path, body), context())

    assert "_GoBack" not in document(package)
    assert check_structure(package) == []


def test_header_is_filled_and_its_anchors_continue(tmp_path: Path) -> None:
    header = f'<w:hdr xmlns:w="{W}">{paragraph("{{ judul.nomor }}")}</w:hdr>'
    template = own(tmp_path, paragraph("{{ judul.nomor }}"), header1=header)
    package = render(template, context())

    assert texts(package, "word/header1.xml") == ["1/DC/2030"]
    assert [one.occurrence for one in package.anchors] == [0, 1]
    numbers = [
        number
        for part in (DOCUMENT, "word/header1.xml")
        for number, _, _ in BOOKMARK.findall(package.parts[part].decode())
    ]
    assert numbers == ["1", "2"]


def test_annex_takes_the_style_ids_of_the_template(tmp_path: Path) -> None:
    path = write_template(
        tmp_path,
        paragraph("{%p for lampiran in daftar_lampiran %}")
        + paragraph("{{p lampiran.isi }}")
        + paragraph("{%p endfor %}"),
    )
    parts = read_parts(path)
    styles = parts["word/styles.xml"].replace(b'w:styleId="PohonIsi"', b'w:styleId="Gaya7"')
    path.write_bytes(to_bytes({**parts, "word/styles.xml": styles}))
    template, _ = open_template(path, FORM)
    assert template is not None

    assert '<w:pStyle w:val="Gaya7"/>' in document(render(template, context()))


def test_section_break_survives_the_tag_it_stands_with(tmp_path: Path) -> None:
    section = '<w:sectPr><w:pgSz w:w="18711" w:h="12191" w:orient="landscape"/></w:sectPr>'
    body = (
        paragraph("{%p if tembusan %}")
        + paragraph("Tembusan:")
        + paragraph("{%p endif %}", section)
        + paragraph("{{ judul.nomor }}")
    )
    package = render(own(tmp_path, body), context())

    assert document(package).count("landscape") == 1
    assert check_structure(package) == []


def test_fault_met_while_printing_says_where(tmp_path: Path) -> None:
    body = paragraph("Menimbang") + paragraph("x") + paragraph("{{ tembusan[3] }}")
    template, findings = open_template(write_template(tmp_path, body), FORM)

    assert template is None
    (finding,) = [one for one in findings if one.rule.code == "DOK-13"]
    assert finding.place.spot == 'isi dokumen, paragraf 3 (dekat "Menimbang")'
    assert '"3" tidak ada' in finding.message


def test_fault_that_only_these_values_meet_is_raised_with_its_place(tmp_path: Path) -> None:
    body = paragraph("Menimbang") + paragraph("{% if tembusan %}{{ tembusan[1] }}{% endif %}")
    template = own(tmp_path, body)

    with pytest.raises(BrokenTemplateError) as raised:
        render(template, context(tembusan=values("Bupati")))
    assert raised.value.finding.place.book == "templat-keputusan.docx"
    assert raised.value.finding.place.spot == 'isi dokumen, paragraf 2 (dekat "Menimbang")'
