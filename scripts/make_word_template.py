"""Make the Word template, so that the binary can be reviewed as text, and its Jinja source.

`keputusan.docx` comes from this file alone; `keputusan.jinja` is compiled from it, so that no
run needs docxtpl. Run this after a change here or in `compile.py`; tests hold all equal.
"""

from __future__ import annotations

import struct
import sys
import zlib
from pathlib import Path

from lxml import etree

from generator.lampiran.styles import DASAR, KOSONG, all_styles
from generator.opc.parts import CONTENT_TYPES, to_bytes
from generator.word.styles import ParagraphStyle
from generator.word.wordml import DOCUMENT
from scripts.compile_template import source

TARGET = (
    Path(__file__).parent.parent
    / "generator"
    / "naskah/keputusan_cascading/template/keputusan.docx"
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}"'

FONT = "Bookman Old Style"
TITLE = "Keputusan Penetapan Cascading dan Pohon Kinerja"


def mm(length: float) -> int:
    """Return millimetres as twips, the twentieths of a point that Word measures in."""
    return round(length * 1440 / 25.4)


SHORT, LONG = mm(215), mm(330)
LEFT, RIGHT, TOP, BOTTOM = mm(25), mm(20), mm(20), mm(20)
TEXT_WIDTH = SHORT - LEFT - RIGHT
ANNEX_LEFT, ANNEX_RIGHT, ANNEX_TOP, ANNEX_BOTTOM = mm(18), mm(18), mm(18), mm(15)
LABEL, COLON = mm(31), mm(4)
CONTENT = TEXT_WIDTH - LABEL - COLON
LOGO_WIDTH, LOGO_HEIGHT = 20, 25
EMU = 36000


# -- styles ------------------------------------------------------------------------------------


def style_id(name: str) -> str:
    return name.replace(" ", "")


def pPr(  # noqa: N802
    *,
    jc: str = "",
    left: int = 0,
    right: int = 0,
    hanging: int = 0,
    before: float = 0,
    after: float = 0,
    line: int = 0,
    rule: str = "exact",
    keep_next: bool = False,
    keep_lines: bool = False,
    num: int = 0,
    tabs: tuple[int, ...] = (),
    border: str = "",
    outline: int | None = None,
) -> str:
    """Paragraph properties in the order of the schema; lengths in twips, before/after in points."""
    parts = []
    if keep_next:
        parts.append("<w:keepNext/>")
    if keep_lines:
        parts.append("<w:keepLines/>")
    if num:
        parts.append(f'<w:numPr><w:numId w:val="{num}"/></w:numPr>')
    if border:
        parts.append(f"<w:pBdr>{border}</w:pBdr>")
    if tabs:
        stops = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in tabs)
        parts.append(f"<w:tabs>{stops}</w:tabs>")
    if before or after or line:
        lines = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
        parts.append(
            f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{lines}/>'
        )
    if left or right or hanging:
        hang = f' w:hanging="{hanging}"' if hanging else ""
        parts.append(f'<w:ind w:left="{left}" w:right="{right}"{hang}/>')
    if jc:
        parts.append(f'<w:jc w:val="{jc}"/>')
    if outline:
        parts.append(f'<w:outlineLvl w:val="{outline - 1}"/>')
    return f"<w:pPr>{''.join(parts)}</w:pPr>" if parts else ""


def rPr(*, size: float = 0, bold: bool = False, underline: bool = False, color: str = "") -> str:  # noqa: N802
    """Run properties in the order of the schema; `size` in points."""
    parts = []
    if bold:
        parts.append("<w:b/><w:bCs/>")
    if color:
        parts.append(f'<w:color w:val="{color}"/>')
    if size:
        half = round(size * 2)
        parts.append(f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
    if underline:
        parts.append('<w:u w:val="single"/>')
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


HELPERS = frozenset(
    (
        *("Kop", "Kop Garis", "Judul", "Judul Jarak", "Akhir Bagian", "Lampiran Jarak"),
        *("Nomor Halaman", "Tag Templat", DASAR.name, KOSONG.name),
    )
)
"""Styles that others are based on, of empty lines, and of what nobody types: not in the gallery."""


def paragraph_style(name: str, based_on: str, paragraph: str = "", run: str = "") -> str:
    shown = "<w:semiHidden/><w:unhideWhenUsed/>" if name in HELPERS else "<w:qFormat/>"
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(name)}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{style_id(based_on)}"/>{shown}'
        f"{paragraph}{run}</w:style>"
    )


def annex_style(gaya: ParagraphStyle) -> str:
    """A style of the drawn annex, whose heights the layout counts on.

    What it shares with the style it is based on it leaves to that one, so that a change there is
    one here. Lines grow with larger letters, but for those of empty cells.
    """
    parent = {one.name: one for one in all_styles()}.get(gaya.based_on or "")
    paragraph = pPr(
        keep_next=gaya.keep_next,
        before=gaya.before,
        after=gaya.after,
        line=round(gaya.line * 20),
        rule="exact" if gaya is KOSONG else "atLeast",
        left=round(gaya.indent * 20),
        right=round(gaya.indent * 20),
        jc="" if parent and parent.align is gaya.align else gaya.align.value,
        outline=gaya.outline,
    )
    run = rPr(size=gaya.size, bold=gaya.bold and not (parent and parent.bold))
    return paragraph_style(gaya.name, gaya.based_on or "Normal", paragraph, run)


SIGN_LEFT = mm(80)
ANNEX_SIGN_LEFT = mm(185)
HEAD_LEFT = mm(160)
HEAD_LABEL = mm(27)
WIDER = mm(8)
RULE = '<w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="1" w:color="auto"/>'
BESIDE_LOGO = mm(LOGO_WIDTH)

STYLES = (
    paragraph_style("Kop", "Normal", pPr(jc="center")),
    paragraph_style(
        "Kop Pemerintah", "Kop", pPr(left=BESIDE_LOGO, right=BESIDE_LOGO, jc="center"), rPr(size=13)
    ),
    paragraph_style(
        "Kop Perangkat Daerah",
        "Kop",
        pPr(left=BESIDE_LOGO, right=BESIDE_LOGO, jc="center"),
        rPr(size=13, bold=True),
    ),
    paragraph_style(
        "Kop Alamat",
        "Kop",
        pPr(left=BESIDE_LOGO, right=BESIDE_LOGO, jc="center"),
        rPr(size=9.5),
    ),
    paragraph_style(
        "Kop Kota",
        "Kop",
        pPr(left=BESIDE_LOGO, right=BESIDE_LOGO, before=2, jc="center"),
        rPr(size=10, bold=True),
    ),
    paragraph_style("Kop Laman", "Kop", pPr(before=2, jc="center"), rPr(size=8.5)),
    paragraph_style("Kop Garis", "Kop", pPr(line=60, after=14, border=RULE), rPr(size=2)),
    paragraph_style("Judul", "Normal", pPr(keep_next=True, left=-WIDER, right=-WIDER, jc="center")),
    paragraph_style("Judul Keputusan", "Judul", pPr(outline=1), rPr(bold=True)),
    paragraph_style("Judul Jabatan", "Judul", run=rPr(bold=True)),
    paragraph_style("Judul Nomor", "Judul"),
    paragraph_style("Judul Kata Tentang", "Judul", pPr(before=10, after=4)),
    paragraph_style("Judul Tentang", "Judul", run=rPr(bold=True)),
    paragraph_style("Judul Jarak", "Judul", pPr(line=200)),
    paragraph_style("Pembuka", "Judul", run=rPr(bold=True)),
    paragraph_style("Label", "Normal"),
    paragraph_style("Butir", "Normal", pPr(after=5, jc="both")),
    paragraph_style("Butir Menimbang", "Butir", pPr(num=1)),
    paragraph_style("Butir Mengingat", "Butir", pPr(num=2)),
    paragraph_style("Memutuskan", "Judul", pPr(before=8, after=10), rPr(bold=True)),
    paragraph_style("Menetapkan", "Butir"),
    paragraph_style("Diktum", "Butir"),
    paragraph_style("Diktum Terakhir", "Diktum", pPr(keep_next=True, keep_lines=True)),
    paragraph_style("Tanda Tangan", "Normal", pPr(left=SIGN_LEFT, keep_next=True, keep_lines=True)),
    paragraph_style("Tanda Tangan Tempat", "Tanda Tangan", pPr(before=14)),
    paragraph_style("Tanda Tangan Tanggal", "Tanda Tangan", pPr(after=8)),
    paragraph_style("Tanda Tangan Jabatan", "Tanda Tangan", run=rPr(bold=True)),
    paragraph_style("Tanda Tangan Nama", "Tanda Tangan", pPr(before=62), rPr(bold=True)),
    paragraph_style("Tanda Tangan Pangkat", "Tanda Tangan"),
    paragraph_style("Tanda Tangan NIP", "Tanda Tangan"),
    paragraph_style("Tembusan Judul", "Normal", pPr(before=18, keep_next=True), rPr(size=10)),
    paragraph_style(
        "Tembusan", "Normal", pPr(keep_next=True, keep_lines=True, num=3), rPr(size=10)
    ),
    paragraph_style("Akhir Bagian", "Normal", pPr(line=20), rPr(size=1)),
    paragraph_style(
        "Lampiran Kepala",
        "Normal",
        pPr(
            keep_next=True,
            keep_lines=True,
            left=HEAD_LEFT + HEAD_LABEL + mm(4),
            hanging=HEAD_LABEL + mm(4),
            tabs=(HEAD_LEFT + HEAD_LABEL,),
        ),
        rPr(size=10),
    ),
    paragraph_style("Lampiran Kepala Nomor", "Lampiran Kepala", pPr(outline=1)),
    paragraph_style(
        "Lampiran Kepala Keputusan",
        "Lampiran Kepala",
        pPr(left=HEAD_LEFT),
    ).replace('w:right="0"/>', 'w:right="0" w:firstLine="0"/>'),
    paragraph_style("Lampiran Jarak", "Normal", pPr(keep_next=True, line=240)),
    paragraph_style("Lampiran Judul", "Normal", pPr(keep_next=True, jc="center"), rPr(bold=True)),
    paragraph_style("Lampiran Tanda Tangan", "Tanda Tangan", pPr(left=ANNEX_SIGN_LEFT)),
    paragraph_style("Lampiran Tanda Tangan Jabatan", "Lampiran Tanda Tangan", run=rPr(bold=True)),
    paragraph_style(
        "Lampiran Tanda Tangan Nama", "Lampiran Tanda Tangan", pPr(before=62), rPr(bold=True)
    ),
    *(annex_style(gaya) for gaya in all_styles()),
    paragraph_style("Nomor Halaman", "Normal", pPr(jc="center")),
    paragraph_style("Tag Templat", "Normal", pPr(jc="center"), rPr(size=8, color="808080")),
)

TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="TabelNaskah">'
    '<w:name w:val="Tabel Naskah"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
    '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def styles(own: tuple[str, ...] = STYLES, tables: str = TABLE_STYLES) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}'
        '<w:sz w:val="24"/><w:szCs w:val="24"/>'
        '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        f"{tables}{''.join(own)}</w:styles>"
    )


def numbering() -> str:
    """Letters for Menimbang, numbers for Mengingat and Tembusan, each driven by its style."""
    lists: tuple[tuple[str, str, int], ...] = (
        ("ButirMenimbang", "lowerLetter", 9),
        ("ButirMengingat", "decimal", 9),
    )
    lists += (("Tembusan", "decimal", 8),)
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{order}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{style}"/><w:suff w:val="tab"/><w:lvlText w:val="%1."/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{mm(width)}" w:hanging="{mm(width)}"/>'
        "</w:pPr></w:lvl></w:abstractNum>"
        for order, (style, form, width) in enumerate(lists)
    )
    numbers = "".join(
        f'<w:num w:numId="{order + 1}"><w:abstractNumId w:val="{order}"/></w:num>'
        for order in range(len(lists))
    )
    return f'<w:numbering xmlns:w="{W}">{abstract}{numbers}</w:numbering>'


# -- document ----------------------------------------------------------------------------------


def run(text: str) -> str:
    pieces = text.split("\t")
    inner = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{piece}</w:t>' if piece else "" for piece in pieces
    )
    return f"<w:r>{inner}</w:r>"


def p(style: str, text: str = "", before_text: str = "") -> str:
    content = run(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{before_text}{content}</w:p>'


def tag(text: str) -> str:
    return p("Tag Templat", f"{{%p {text} %}}")


def each(name: str, values: str, style: str) -> str:
    """One paragraph for each value of a list."""
    return tag(f"for {name} in {values}") + p(style, f"{{{{ {name} }}}}") + tag("endfor")


def when(condition: str, *content: str) -> str:
    return tag(f"if {condition}") + "".join(content) + tag("endif")


def cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def row(label: str, content: str, style: str = "Label", *, whole: bool = False) -> str:
    keep = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
    return (
        f"<w:tr>{keep}{cell(LABEL, p(style, label))}{cell(COLON, p(style, ':'))}"
        f"{cell(CONTENT, content)}</w:tr>"
    )


def row_tag(text: str) -> str:
    return (
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:gridSpan w:val="3"/>'
        f"</w:tcPr>{p('Tag Templat', f'{{%tr {text} %}}')}</w:tc></w:tr>"
    )


def table(caption: str, description: str, *rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (LABEL, COLON, CONTENT))
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TabelNaskah"/>'
        f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0000"/>'
        f'<w:tblCaption w:val="{caption}"/><w:tblDescription w:val="{description}"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def logo() -> str:
    """A picture floating at the left margin, which leaves the centred text where it is."""
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>left</wp:align>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset>'
        f"</wp:positionV>{picture('<wp:wrapNone/>')}</wp:anchor></w:drawing></w:r>"
    )


def logo_in_line() -> str:
    """A picture that stands in its paragraph like a letter."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"{picture()}</wp:inline></w:drawing></w:r>"
    )


def picture(wrapping: str = "") -> str:
    """The place of the logo: a frame of its size, with the picture of the template."""
    width, height = LOGO_WIDTH * EMU, LOGO_HEIGHT * EMU
    return (
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'{wrapping}<wp:docPr id="1" name="Logo" descr="logo"/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{PIC}"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="Logo" descr="logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )


def section(width: int, height: int, margins: tuple[int, int, int, int], extra: str) -> str:
    top, right, bottom, left = margins
    turned = ' w:orient="landscape"' if width > height else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{mm(10)}" w:footer="{mm(10)}" w:gutter="0"/>{extra}</w:sectPr>'
    )


def section_end(properties: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="AkhirBagian"/>{properties}</w:pPr></w:p>'


BODY_SECTION = section(
    SHORT, LONG, (TOP, RIGHT, BOTTOM, LEFT), '<w:pgNumType w:start="1"/><w:titlePg/>'
)
ANNEX_SECTION = section(
    LONG,
    SHORT,
    (ANNEX_TOP, ANNEX_RIGHT, ANNEX_BOTTOM, ANNEX_LEFT),
    '<w:pgNumType w:start="1"/>',
)


def joined(name: str, values: str) -> str:
    """Text that prints the lines of a list as one line."""
    return (
        f"{{% for {name} in {values} %}}{{{{ {name} }}}}"
        "{% if not loop.last %} {% endif %}{% endfor %}"
    )


def letterhead() -> str:
    return "".join(
        (
            p("Kop Pemerintah", "{{ kop.pemerintah }}", logo()),
            each("baris", "kop.perangkat_daerah", "Kop Perangkat Daerah"),
            each("baris", "kop.alamat", "Kop Alamat"),
            when(
                "kop.kota or kop.kode_pos",
                p(
                    "Kop Kota",
                    "{% if kop.kota %}{{ kop.kota }}{% endif %}"
                    "{% if kop.kota and kop.kode_pos %} {% endif %}"
                    "{% if kop.kode_pos %}Kode Pos : {{ kop.kode_pos }}{% endif %}",
                ),
            ),
            when(
                "kop.laman or kop.surel",
                p(
                    "Kop Laman",
                    "{% if kop.laman %}Home Page : {{ kop.laman }}{% endif %}"
                    "{% if kop.laman and kop.surel %} {% endif %}"
                    "{% if kop.surel %}Email : {{ kop.surel }}{% endif %}",
                ),
            ),
            p("Kop Garis"),
        )
    )


def heading() -> str:
    return "".join(
        (
            p("Judul Keputusan", "{{ judul.jenis }}"),
            each("baris", "judul.jabatan", "Judul Jabatan"),
            p("Judul Nomor", "NOMOR : {{ judul.nomor }}"),
            p("Judul Kata Tentang", "TENTANG"),
            each("baris", "judul.tentang", "Judul Tentang"),
            p("Judul Jarak"),
            each("baris", "pembuka", "Pembuka"),
            p("Judul Jarak"),
        )
    )


def considerations() -> str:
    return when(
        "menimbang or mengingat",
        table(
            "Menimbang dan Mengingat",
            "Label, titik dua, lalu butir pertimbangan dan dasar hukum",
            row_tag("if menimbang"),
            row("Menimbang", each("butir", "menimbang", "Butir Menimbang")),
            row_tag("endif"),
            row_tag("if mengingat"),
            row("Mengingat", each("butir", "mengingat", "Butir Mengingat")),
            row_tag("endif"),
        ),
    )


def decisions() -> str:
    return p("Memutuskan", "MEMUTUSKAN:") + table(
        "Menetapkan dan diktum",
        "Label, titik dua, lalu isi setiap diktum",
        row("Menetapkan", p("Menetapkan", "{{ menetapkan }}"), whole=True),
        row_tag("for butir in diktum"),
        row_tag("if not loop.last"),
        row("{{ butir.nama }}", p("Diktum", "{{ butir.isi }}"), whole=True),
        row_tag("else"),
        row(
            "{{ butir.nama }}",
            p("Diktum Terakhir", "{{ butir.isi }}"),
            "Diktum Terakhir",
            whole=True,
        ),
        row_tag("endif"),
        row_tag("endfor"),
    )


def signature() -> str:
    return "".join(
        (
            p("Tanda Tangan Tempat", "Ditetapkan di {{ penetapan.tempat }}"),
            p("Tanda Tangan Tanggal", "pada tanggal {{ penetapan.tanggal }}"),
            each("baris", "penandatangan.jabatan", "Tanda Tangan Jabatan"),
            p("Tanda Tangan Nama", "{{ penandatangan.nama }}"),
            when("penandatangan.pangkat", p("Tanda Tangan Pangkat", "{{ penandatangan.pangkat }}")),
            when("penandatangan.nip", p("Tanda Tangan NIP", "NIP. {{ penandatangan.nip }}")),
        )
    )


def copies() -> str:
    return when("tembusan", p("Tembusan Judul", "Tembusan:"), each("butir", "tembusan", "Tembusan"))


def annexes() -> str:
    return "".join(
        (
            tag("for lampiran in daftar_lampiran"),
            p(
                "Lampiran Kepala Nomor",
                "LAMPIRAN{% if lampiran.nomor %} {{ lampiran.nomor }}{% endif %}",
            ),
            p("Lampiran Kepala Keputusan", "{{ judul.jenis }} " + joined("baris", "judul.jabatan")),
            p("Lampiran Kepala", "NOMOR\t:\t{{ judul.nomor }}"),
            p("Lampiran Kepala", "TANGGAL\t:\t{{ penetapan.tanggal }}"),
            p("Lampiran Kepala", "TENTANG\t:\t" + joined("baris", "judul.tentang")),
            p("Lampiran Jarak"),
            each("baris", "lampiran.judul", "Lampiran Judul"),
            p("Lampiran Jarak"),
            p("Tag Templat", "{{p lampiran.isi }}"),
            p("Lampiran Jarak"),
            each("baris", "penandatangan.jabatan", "Lampiran Tanda Tangan Jabatan"),
            p("Lampiran Tanda Tangan Nama", "{{ penandatangan.nama }}"),
            when("lampiran.pangkat", p("Lampiran Tanda Tangan", "{{ lampiran.pangkat }}")),
            when("lampiran.nip", p("Lampiran Tanda Tangan", "NIP. {{ lampiran.nip }}")),
            when("not loop.last", section_end(ANNEX_SECTION)),
            tag("endfor"),
        )
    )


def document() -> str:
    return (
        f"<w:document {NAMESPACES}><w:body>{letterhead()}{heading()}{considerations()}"
        f"{decisions()}{signature()}{copies()}{section_end(BODY_SECTION)}{annexes()}"
        f"{ANNEX_SECTION}</w:body></w:document>"
    )


def header() -> str:
    return (
        f'<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="NomorHalaman"/></w:pPr>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>'
    )


# -- the other parts ---------------------------------------------------------------------------


def settings() -> str:
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>'
        '<w:compatSetting w:name="compatibilityMode" w:val="15" '
        'w:uri="http://schemas.microsoft.com/office/word"/></w:compat>'
        '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def font_table() -> str:
    return (
        f'<w:fonts xmlns:w="{W}"><w:font w:name="{FONT}"><w:altName w:val="Bookman"/>'
        '<w:panose1 w:val="02050604050505020204"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def core(title: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>sk-cascading</dc:creator>"
        "<dc:language>id-ID</dc:language></cp:coreProperties>"
    )


def theme() -> str:
    """The theme a Word file has to have; no style here takes font or colour from it."""
    colors = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6"}
    colors |= {f"accent{number}": "808080" for number in range(1, 7)}
    colors |= {"hlink": "0563C1", "folHlink": "954F72"}
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colors.items()
    )
    latin = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{A}" name="Naskah dinas"><a:themeElements>'
        f'<a:clrScheme name="Naskah dinas">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Naskah dinas"><a:majorFont>{latin}</a:majorFont>'
        f'<a:minorFont>{latin}</a:minorFont></a:fontScheme><a:fmtScheme name="Naskah dinas">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def app() -> str:
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>sk-cascading</Application></Properties>'
    )


def relationships(*targets: tuple[str, str, str]) -> str:
    """A .rels part of (id, type, target); a type without scheme is one of officeDocument's."""
    rows = "".join(
        f'<Relationship Id="{name}" Type="{kind if ":" in kind else f"{R}/{kind}"}" '
        f'Target="{target}"/>'
        for name, kind, target in targets
    )
    return f'<Relationships xmlns="{RELS}">{rows}</Relationships>'


def content_types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    office = "application/vnd.openxmlformats-"
    overrides = {
        DOCUMENT: f"{word}.document.main+xml",
        "word/styles.xml": f"{word}.styles+xml",
        "word/numbering.xml": f"{word}.numbering+xml",
        "word/settings.xml": f"{word}.settings+xml",
        "word/fontTable.xml": f"{word}.fontTable+xml",
        "word/header1.xml": f"{word}.header+xml",
        "word/theme/theme1.xml": f"{office}officedocument.theme+xml",
        "docProps/core.xml": f"{office}package.core-properties+xml",
        "docProps/app.xml": f"{office}officedocument.extended-properties+xml",
    }
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{office}package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{rows}</Types>'
    )


def placeholder_png(width: int = 44, height: int = 52) -> bytes:
    """A grey frame where the logo goes, stored without compression: the same bytes everywhere."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    edge, middle = b"\x80" * width, b"\x80" + b"\xe6" * (width - 2) + b"\x80"
    rows = b"".join(b"\0" + (edge if y in (0, height - 1) else middle) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(rows, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def parts(title: str, body: str, style_part: str, number_part: str) -> dict[str, bytes]:
    """Every part of a template by its name in the zip."""
    metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    texts = {
        CONTENT_TYPES: content_types(),
        "_rels/.rels": relationships(
            ("rId1", "officeDocument", DOCUMENT),
            ("rId2", f"{metadata}/core-properties", "docProps/core.xml"),
            ("rId3", "extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": core(title),
        "docProps/app.xml": app(),
        DOCUMENT: body,
        "word/styles.xml": style_part,
        "word/numbering.xml": number_part,
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/header1.xml": header(),
        "word/theme/theme1.xml": theme(),
        "word/_rels/document.xml.rels": relationships(
            ("rIdStyles", "styles", "styles.xml"),
            ("rIdNumbering", "numbering", "numbering.xml"),
            ("rIdSettings", "settings", "settings.xml"),
            ("rIdFonts", "fontTable", "fontTable.xml"),
            ("rIdTheme", "theme", "theme/theme1.xml"),
            ("rIdHeader", "header", "header1.xml"),
            ("rIdLogo", "image", "media/logo.png"),
        ),
    }
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    encoded = {name: (declaration + text).encode() for name, text in texts.items()}
    for xml in encoded.values():
        etree.fromstring(xml)
    return {**encoded, "word/media/logo.png": placeholder_png()}


def write_template(target: Path, title: str, body: str, style_part: str, number_part: str) -> None:
    """Write a template and, beside it, what the compile step makes of its document part."""
    target.write_bytes(to_bytes(parts(title, body, style_part, number_part)))
    target.with_suffix(".jinja").write_text(source(body), encoding="utf-8")


def main() -> int:
    write_template(TARGET, TITLE, document(), styles(), numbering())
    return 0


if __name__ == "__main__":
    sys.exit(main())
