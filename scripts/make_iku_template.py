"""Make the Word template of the decree on key performance indicators and its Jinja source.

The decree is that of the cascade; its annex is one table on a landscape page.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator.lampiran.styles import all_styles
from scripts.make_perjanjian_template import (
    BELOW_TABLE,
    BORDERED,
    OPEN,
    repeated,
    row,
    row_tag,
    table,
)
from scripts.make_word_template import (
    ANNEX_LEFT,
    ANNEX_RIGHT,
    ANNEX_SECTION,
    BODY_SECTION,
    LONG,
    NAMESPACES,
    STYLES,
    TABLE_STYLES,
    considerations,
    copies,
    decisions,
    each,
    heading,
    joined,
    letterhead,
    mm,
    numbering,
    p,
    paragraph_style,
    pPr,
    rPr,
    run,
    section_end,
    signature,
    style_id,
    styles,
    when,
    write_template,
)

TARGET = Path(__file__).parent.parent / "generator/naskah/iku/template/iku.docx"
TITLE = "Keputusan Indikator Kinerja Utama"

_DRAWN = tuple(f'w:styleId="{style_id(gaya.name)}"' for gaya in all_styles())
OWN_STYLES = (
    *(style for style in STYLES if not any(name in style for name in _DRAWN)),
    paragraph_style("Tabel Isi", "Normal", pPr(before=2, after=2), rPr(size=10)),
    paragraph_style("Tabel Kepala", "Tabel Isi", pPr(keep_next=True, jc="center"), rPr(bold=True)),
    paragraph_style("Tabel Nomor", "Tabel Isi", pPr(jc="center")),
    paragraph_style("Tabel Nomor Kolom", "Tabel Nomor", pPr(keep_next=True), rPr(size=8)),
    paragraph_style("Tabel Kelompok", "Tabel Isi", pPr(keep_next=True), rPr(bold=True)),
    paragraph_style("Tabel Isi Akhir", "Tabel Isi", pPr(keep_next=True)),
    paragraph_style("Tabel Nomor Akhir", "Tabel Nomor", pPr(keep_next=True)),
    paragraph_style(
        "Uraian Judul", "Normal", pPr(keep_next=True, before=4), rPr(bold=True, size=10)
    ),
    paragraph_style("Uraian", "Normal", pPr(after=2), rPr(size=10)),
    paragraph_style(
        "Tabel Tanda Tangan", "Normal", pPr(keep_next=True, keep_lines=True, left=mm(48))
    ),
    paragraph_style("Tabel Tanda Tangan Jarak", "Tabel Tanda Tangan", pPr(line=240)),
    paragraph_style("Tabel Tanda Tangan Jabatan", "Tabel Tanda Tangan", run=rPr(bold=True)),
    paragraph_style(
        "Tabel Tanda Tangan Nama", "Tabel Tanda Tangan", pPr(before=62), rPr(bold=True)
    ),
)

WIDTH = LONG - ANNEX_LEFT - ANNEX_RIGHT
NUMBER, SASARAN, INDIKATOR, FORMULA, SOURCE = mm(11), mm(60), mm(66), mm(82), mm(42)
COLUMNS = (
    NUMBER,
    SASARAN,
    INDIKATOR,
    FORMULA,
    SOURCE,
    WIDTH - NUMBER - SASARAN - INDIKATOR - FORMULA - SOURCE,
)
HEADS = (
    "No.",
    "Sasaran Strategis",
    "Indikator Kinerja Utama",
    "Penjelasan/Formulasi",
    "Sumber Data",
    "Penanggung Jawab",
)


def lines(values: str, style: str) -> str:
    """One paragraph that prints the lines of a list below each other."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>'
        + run(f"{{% for baris in {values} %}}{{{{ baris }}}}{{% if not loop.last %}}")
        + "<w:r><w:br/></w:r>"
        + run("{% endif %}{% endfor %}")
        + "</w:p>"
    )


def line(last: str) -> str:
    target = "{% if dengan_target %} (target {{ i.target }}){% endif %}"
    return row(
        COLUMNS,
        p(f"Tabel Nomor{last}", "{% vm %}{{ s.nomor }}"),
        p(f"Tabel Isi{last}", "{% vm %}{{ s.teks }}"),
        p(f"Tabel Isi{last}", "{{ i.nomor }}. {{ i.teks }}" + target),
        lines("i.formulasi", f"Tabel Isi{last}"),
        lines("i.sumber_data", f"Tabel Isi{last}"),
        p(
            f"Tabel Isi{last}",
            "{% vm %}{% if s.penanggung_jawab %}{{ s.penanggung_jawab }}{% endif %}",
        ),
    )


def signatures() -> str:
    """Rows without borders below the table, so that the signature never stands alone."""
    left, right = sum(COLUMNS[:3]), sum(COLUMNS[3:])
    name = (
        p("Tabel Tanda Tangan Nama", "{{ penandatangan.nama }}")
        + when("lampiran.pangkat", p("Tabel Tanda Tangan", "{{ lampiran.pangkat }}"))
        + when("lampiran.nip", p("Tabel Tanda Tangan", "NIP. {{ lampiran.nip }}"))
    )
    office = p("Tabel Tanda Tangan Jarak") + each(
        "baris", "penandatangan.jabatan", "Tabel Tanda Tangan Jabatan"
    )
    return row((left, right), p("Tabel Tanda Tangan"), office, borders=BELOW_TABLE, span=3) + row(
        (left, right), p("Tabel Tanda Tangan"), name, borders=OPEN, span=3
    )


def indicators() -> str:
    return table(
        "TabelLampiran",
        "Indikator kinerja utama",
        "Satu baris satu indikator",
        COLUMNS,
        row(COLUMNS, *(p("Tabel Kepala", head) for head in HEADS), head=True),
        row(COLUMNS, *(p("Tabel Nomor Kolom", f"({nth})") for nth in range(1, 7)), head=True),
        row_tag(COLUMNS, "for s in sasaran"),
        row_tag(COLUMNS, "if s.kelompok"),
        row((sum(COLUMNS),), p("Tabel Kelompok", "{{ s.kelompok }}"), span=6),
        row_tag(COLUMNS, "endif"),
        repeated(COLUMNS, "i in s.indikator", line),
        row_tag(COLUMNS, "endfor"),
        signatures(),
    )


def annex() -> str:
    return "".join(
        (
            p("Lampiran Kepala Nomor", "LAMPIRAN"),
            p("Lampiran Kepala Keputusan", "{{ judul.jenis }} " + joined("baris", "judul.jabatan")),
            p("Lampiran Kepala", "NOMOR\t:\t{{ judul.nomor }}"),
            p("Lampiran Kepala", "TANGGAL\t:\t{{ penetapan.tanggal }}"),
            p("Lampiran Kepala", "TENTANG\t:\t" + joined("baris", "judul.tentang")),
            p("Lampiran Jarak"),
            each("baris", "lampiran.judul", "Lampiran Judul"),
            p("Lampiran Jarak"),
            when("lampiran.tugas", p("Uraian Judul", "Tugas")),
            each("baris", "lampiran.tugas", "Uraian"),
            when("lampiran.fungsi", p("Uraian Judul", "Fungsi")),
            each("baris", "lampiran.fungsi", "Uraian"),
            indicators(),
            p("Akhir Bagian"),
        )
    )


def document() -> str:
    return (
        f"<w:document {NAMESPACES}><w:body>{letterhead()}{heading()}{considerations()}"
        f"{decisions()}{signature()}{copies()}{section_end(BODY_SECTION)}{annex()}"
        f"{ANNEX_SECTION}</w:body></w:document>"
    )


def main() -> int:
    style_part = styles(OWN_STYLES, TABLE_STYLES + BORDERED)
    write_template(TARGET, TITLE, document(), style_part, numbering())
    return 0


if __name__ == "__main__":
    sys.exit(main())
