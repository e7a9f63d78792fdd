"""Make the Word template of the performance agreement and its Jinja source.

The sentences of the statement are those of PermenPANRB 53/2014, Lampiran I, word for word.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from scripts.make_word_template import (
    BOTTOM,
    LEFT,
    LONG,
    NAMESPACES,
    RIGHT,
    SHORT,
    TABLE_STYLES,
    TEXT_WIDTH,
    TOP,
    W,
    logo_in_line,
    mm,
    p,
    paragraph_style,
    pPr,
    rPr,
    section,
    section_end,
    styles,
    tag,
    when,
    write_template,
)

TARGET = Path(__file__).parent.parent / "generator/naskah/perjanjian/template/perjanjian.docx"
TITLE = "Perjanjian Kinerja"

STYLES = (
    paragraph_style("Logo", "Normal", pPr(keep_next=True, after=8, jc="center")),
    paragraph_style("Judul", "Normal", pPr(keep_next=True, jc="center"), rPr(bold=True)),
    paragraph_style("Judul Perjanjian", "Judul", pPr(outline=1)),
    paragraph_style("Judul Unit", "Judul"),
    paragraph_style("Judul Jarak", "Judul", pPr(line=320)),
    paragraph_style("Pernyataan", "Normal", pPr(before=6, after=6, jc="both")),
    paragraph_style("Pihak", "Normal", pPr(before=1, after=1)),
    paragraph_style("Tanda Tangan", "Normal", pPr(keep_next=True, keep_lines=True, jc="center")),
    paragraph_style("Tanda Tangan Tempat", "Tanda Tangan", pPr(before=14)),
    paragraph_style("Tanda Tangan Pihak", "Tanda Tangan", run=rPr(bold=True)),
    paragraph_style("Tanda Tangan Nama", "Tanda Tangan", pPr(before=62), rPr(bold=True)),
    paragraph_style("Tabel Isi", "Normal", pPr(before=2, after=2), rPr(size=11)),
    paragraph_style("Tabel Kepala", "Tabel Isi", pPr(keep_next=True, jc="center"), rPr(bold=True)),
    paragraph_style("Tabel Nomor", "Tabel Isi", pPr(jc="center")),
    paragraph_style("Tabel Nomor Kolom", "Tabel Nomor", pPr(keep_next=True), rPr(size=9)),
    paragraph_style("Tabel Angka", "Tabel Isi", pPr(jc="right")),
    paragraph_style("Tabel Kelompok", "Tabel Isi", pPr(keep_next=True), rPr(bold=True)),
    paragraph_style("Tabel Kelompok Angka", "Tabel Kelompok", pPr(jc="right")),
    paragraph_style("Tabel Isi Akhir", "Tabel Isi", pPr(keep_next=True)),
    paragraph_style("Tabel Nomor Akhir", "Tabel Nomor", pPr(keep_next=True)),
    paragraph_style("Tabel Angka Akhir", "Tabel Angka", pPr(keep_next=True)),
    paragraph_style("Akhir Bagian", "Normal", pPr(line=20), rPr(size=1)),
    paragraph_style("Lampiran Jarak", "Normal", pPr(keep_next=True, line=240)),
    paragraph_style("Nomor Halaman", "Normal", pPr(jc="center")),
    paragraph_style("Tag Templat", "Normal", pPr(jc="center"), rPr(size=8, color="808080")),
)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES
)
BORDERED = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="TabelLampiran">'
    '<w:name w:val="Tabel Lampiran"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
    f"<w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr></w:style>"
)


def edges(*sides: str) -> str:
    """Borders of a cell that are not drawn, in the order of the schema."""
    undrawn = "".join(f'<w:{side} w:val="nil"/>' for side in sides)
    return f"<w:tcBorders>{undrawn}</w:tcBorders>"


BELOW_TABLE = edges("left", "bottom", "right", "insideV")
OPEN = edges("top", "left", "bottom", "right", "insideV")

PARTY = (mm(25), mm(5), TEXT_WIDTH - mm(30))
HALVES = (TEXT_WIDTH // 2, TEXT_WIDTH - TEXT_WIDTH // 2)
NUMBER = mm(11)
SASARAN = (NUMBER, mm(58), mm(66), TEXT_WIDTH - NUMBER - mm(58) - mm(66))
MONEY = (NUMBER, mm(81), mm(44), TEXT_WIDTH - NUMBER - mm(81) - mm(44))
SECTION = section(SHORT, LONG, (TOP, RIGHT, BOTTOM, LEFT), "<w:titlePg/>")


def table(style: str, caption: str, description: str, widths: tuple[int, ...], *rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0000"/><w:tblCaption w:val="{caption}"/>'
        f'<w:tblDescription w:val="{description}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(
    widths: tuple[int, ...], *contents: str, head: bool = False, borders: str = "", span: int = 1
) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    further = f'<w:gridSpan w:val="{span}"/>' * (span > 1) + borders
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{further}</w:tcPr>{content}</w:tc>'
        for width, content in zip(widths, contents, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def row_tag(widths: tuple[int, ...], text: str) -> str:
    return (
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{len(widths)}"/></w:tcPr>{p("Tag Templat", f"{{%tr {text} %}}")}'
        "</w:tc></w:tr>"
    )


def repeated(widths: tuple[int, ...], values: str, line: Callable[[str], str]) -> str:
    """The rows of a loop inside another, of which the very last keeps with what follows it."""

    def loop(*lines: str) -> str:
        return row_tag(widths, f"for {values}") + "".join(lines) + row_tag(widths, "endfor")

    kept = (
        row_tag(widths, "if not loop.last"),
        line(""),
        row_tag(widths, "else"),
        line(" Akhir"),
        row_tag(widths, "endif"),
    )
    return "".join(
        (
            row_tag(widths, "if not loop.last"),
            loop(line("")),
            row_tag(widths, "else"),
            loop(*kept),
            row_tag(widths, "endif"),
        )
    )


def title() -> str:
    return p("Judul Perjanjian", "{{ judul.perjanjian }} TAHUN {{ judul.tahun }}")


def party(name: str, words: str) -> str:
    rows = [
        row(PARTY, p("Pihak", label), p("Pihak", ":"), p("Pihak", f"{{{{ {name}.{value} }}}}"))
        for label, value in (("Nama", "nama"), ("Jabatan", "jabatan"))
    ]
    return table("TabelNaskah", f"Identitas {words}", "Label, titik dua, isi", PARTY, *rows)


def signatures(widths: tuple[int, ...], second: str, first: str, span: int = 1) -> str:
    """Rows in which the second party signs left, the first right, place and date above him."""

    def signer(name: str) -> str:
        return (
            p("Tanda Tangan Nama", f"{{{{ {name}.nama }}}}")
            + when(f"{name}.pangkat", p("Tanda Tangan", f"{{{{ {name}.pangkat }}}}"))
            + when(f"{name}.nip", p("Tanda Tangan", f"NIP. {{{{ {name}.nip }}}}"))
        )

    place = p("Tanda Tangan Tempat", "{{ penetapan.tempat }}, {{ penetapan.tanggal }}")
    rows = (
        (p("Tanda Tangan Tempat"), place),
        (p("Tanda Tangan Pihak", second), p("Tanda Tangan Pihak", first)),
        (signer("pihak_kedua"), signer("pihak_pertama")),
    )
    return "".join(
        row(widths, *contents, borders=OPEN if nth else BELOW_TABLE, span=span)
        for nth, contents in enumerate(rows)
    )


def annex_signatures(widths: tuple[int, ...]) -> str:
    """Rows without borders below those of a table of four columns, headed by the offices.

    They stand in the table itself, since LibreOffice keeps a row with the next one, but no table
    with what follows it: so the signature never stands alone on a page.
    """
    first, second, third, fourth = widths
    return signatures(
        (first + second, third + fourth),
        "{{ pihak_kedua.jabatan }},",
        "{{ pihak_pertama.jabatan }},",
        span=2,
    )


def statement() -> str:
    return "".join(
        (
            when("kop.logo", p("Logo", before_text=logo_in_line())),
            title(),
            p("Judul Jarak"),
            p(
                "Pernyataan",
                "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan "
                "akuntabel serta berorientasi pada hasil, kami yang bertanda tangan di bawah ini:",
            ),
            party("pihak_pertama", "pihak pertama"),
            p("Pernyataan", "selanjutnya disebut pihak pertama"),
            party("pihak_kedua", "pihak kedua"),
            p("Pernyataan", "selaku atasan pihak pertama, selanjutnya disebut pihak kedua"),
            p(
                "Pernyataan",
                "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai "
                "lampiran perjanjian ini, dalam rangka mencapai target kinerja jangka menengah "
                "seperti yang telah ditetapkan dalam dokumen perencanaan. Keberhasilan dan "
                "kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.",
            ),
            p(
                "Pernyataan",
                "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan "
                "evaluasi terhadap capaian kinerja dari perjanjian ini dan mengambil tindakan yang "
                "diperlukan dalam rangka pemberian penghargaan dan sanksi.",
            ),
            p("Lampiran Jarak"),
            table(
                "TabelNaskah",
                "Tanda tangan",
                "Pihak kedua di kiri, pihak pertama di kanan",
                HALVES,
                signatures(HALVES, "Pihak Kedua,", "Pihak Pertama,"),
            ),
        )
    )


def targets() -> str:
    def line(last: str) -> str:
        return row(
            SASARAN,
            p(f"Tabel Nomor{last}", "{% vm %}{{ s.nomor }}"),
            p(f"Tabel Isi{last}", "{% vm %}{{ s.teks }}"),
            p(f"Tabel Isi{last}", "{{ i.teks }}"),
            p(f"Tabel Nomor{last}", "{{ i.target }}"),
        )

    heads = ("No.", "{{ kolom.sasaran }}", "Indikator Kinerja", "Target")
    return table(
        "TabelLampiran",
        "Sasaran, indikator, dan target",
        "Satu baris satu indikator",
        SASARAN,
        row(SASARAN, *(p("Tabel Kepala", head) for head in heads), head=True),
        row(SASARAN, *(p("Tabel Nomor Kolom", f"({nth})") for nth in range(1, 5)), head=True),
        row_tag(SASARAN, "for s in sasaran"),
        repeated(SASARAN, "i in s.indikator", line),
        row_tag(SASARAN, "endfor"),
        row_tag(SASARAN, "if not dengan_anggaran"),
        annex_signatures(SASARAN),
        row_tag(SASARAN, "endif"),
    )


def money() -> str:
    def line(last: str) -> str:
        return row(
            MONEY,
            p(f"Tabel Nomor{last}", "{% if a.nomor %}{{ a.nomor }}.{% endif %}"),
            p(f"Tabel Isi{last}", "{{ a.nama }}"),
            p(f"Tabel Angka{last}", "Rp{{ a.pagu }}"),
            p(f"Tabel Isi{last}", "{% if a.keterangan %}{{ a.keterangan }}{% endif %}"),
        )

    group = row(
        MONEY,
        p("Tabel Kelompok"),
        p("Tabel Kelompok", "{{ a.nama }}"),
        p("Tabel Kelompok Angka", "Rp{{ a.pagu }}"),
        p("Tabel Kelompok"),
    )
    total = row(
        MONEY,
        p("Tabel Kelompok"),
        p("Tabel Kelompok", "JUMLAH"),
        p("Tabel Kelompok Angka", "Rp{{ jumlah }}"),
        p("Tabel Kelompok"),
    )
    heads = ("No.", "{{ kolom.anggaran }}", "Anggaran", "Keterangan")
    return table(
        "TabelLampiran",
        "Anggaran",
        "Satu baris satu program, kegiatan, atau sub kegiatan",
        MONEY,
        row(MONEY, *(p("Tabel Kepala", head) for head in heads), head=True),
        row_tag(MONEY, "for a in anggaran"),
        row_tag(MONEY, "if a.kelompok"),
        group,
        row_tag(MONEY, "elif not loop.last"),
        line(""),
        row_tag(MONEY, "else"),
        line(" Akhir"),
        row_tag(MONEY, "endif"),
        row_tag(MONEY, "endfor"),
        row_tag(MONEY, "if jumlah"),
        total,
        row_tag(MONEY, "endif"),
        annex_signatures(MONEY),
    )


def annex() -> str:
    return "".join(
        (
            title(),
            p("Judul Unit", "{{ judul.unit }}"),
            p("Lampiran Jarak"),
            targets(),
            tag("if dengan_anggaran"),
            p("Lampiran Jarak"),
            money(),
            tag("endif"),
            p("Akhir Bagian"),
        )
    )


def document() -> str:
    return (
        f"<w:document {NAMESPACES}><w:body>{statement()}{section_end(SECTION)}{annex()}"
        f"{SECTION}</w:body></w:document>"
    )


def main() -> int:
    write_template(
        TARGET,
        TITLE,
        document(),
        styles(STYLES, TABLE_STYLES + BORDERED),
        f'<w:numbering xmlns:w="{W}"/>',
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
