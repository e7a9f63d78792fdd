import pytest

from generator.word.structure import check_structure
from tests.support.packages import SECTION, R, W, document, package


def paragraph(inner: str = "") -> str:
    return f"<w:p>{inner}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def cell(inner: str = "<w:p/>", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="100"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def mark(identity: object, name: str, inner: str = "") -> str:
    return (
        f'<w:bookmarkStart w:id="{identity}" w:name="{name}"/>{inner}'
        f'<w:bookmarkEnd w:id="{identity}"/>'
    )


def faults(*blocks: str) -> list[str]:
    return check_structure(package(f"{''.join(blocks)}<w:p/>{SECTION}"))


TWO = row(cell(), cell())
RESTART = '<w:vMerge w:val="restart"/>'
BEGUN = '<w:cellMerge w:id="9" w:author="A" w:vMerge="rest" w:vMergeOrig="cont"/>'


def changed(kind: str, row: str) -> str:
    return row.replace("<w:tr>", f'<w:tr><w:trPr><w:{kind} w:id="8" w:author="A"/></w:trPr>')


SOUND = {
    "text": paragraph(run("Menimbang")),
    "marks between rows": (
        '<w:tbl><w:bookmarkStart w:id="3" w:name="b"/><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>'
        f'{row(cell())}<w:bookmarkEnd w:id="3"/></w:tbl>'
    ),
    "table": table(TWO, row(cell(properties='<w:gridSpan w:val="2"/>'))),
    "as many columns as Word takes": table(row(*[cell()] * 63), columns=63),
    "nested table": table(row(cell(table(TWO) + "<w:p/>"), cell())),
    "merged cells": table(
        row(cell(properties=RESTART), cell()), row(cell(properties="<w:vMerge/>"), cell())
    ),
    "merge around a row that goes, on to one that comes": table(
        row(cell(properties=RESTART), cell()),
        changed("del", row(cell(), cell())),
        changed("ins", row(cell(properties="<w:vMerge/>"), cell())),
    ),
    "merge that begins where the start goes": table(
        changed("del", row(cell(properties=RESTART), cell())),
        row(cell(properties=f"{RESTART}{BEGUN}"), cell()),
    ),
    "grid before": table(
        '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell() + "</w:tr>", TWO
    ),
    "controlled cell": table(
        row(cell("<w:sdt><w:sdtPr/><w:sdtContent><w:p/></w:sdtContent></w:sdt>"), cell())
    ),
    "end of bookmark last in a cell": table(
        row(
            cell('<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p><w:bookmarkEnd w:id="1"/>'),
            cell(),
        )
    ),
    "section": paragraph(f"<w:pPr>{SECTION}</w:pPr>"),
    "section as LibreOffice writes it": paragraph(
        f'<w:pPr>{SECTION}<w:pStyle w:val="Normal"/></w:pPr>'
    ),
    "typed tag": paragraph(mark(1, "_sk_a_0", run("{{ 7*7 }}"))),
    "style and number": paragraph(
        '<w:pPr><w:pStyle w:val="Normal"/>'
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    ),
    "no number": paragraph('<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'),
    "field": paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
}


@pytest.mark.parametrize("name", SOUND)
def test_sound_body_has_no_faults(name: str) -> None:
    assert faults(SOUND[name]) == []


DEFECTS = {
    "cell without paragraph": (
        table(row(cell(""), cell())),
        "tabel 1, baris 1, sel 1: sel tidak diakhiri paragraf",
    ),
    "nested table last in a cell": (
        table(row(cell(), cell(table(TWO)))),
        "tabel 1, baris 1, sel 2: sel tidak diakhiri paragraf",
    ),
    "row without cells": (table(TWO, "<w:tr/>"), "tabel 1, baris 2: baris tanpa sel"),
    "table without rows": (table(), "tabel 1: tabel tanpa baris"),
    "table without grid": (f"<w:tbl><w:tblPr/>{TWO}</w:tbl>", "tabel 1: tabel tanpa tblGrid"),
    "table without properties": (
        f"<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{TWO}</w:tbl>",
        "tabel 1: tabel tanpa tblPr",
    ),
    "grid after the rows": (
        f"<w:tbl><w:tblPr/>{TWO}<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid></w:tbl>",
        "tabel 1: tblGrid harus berada sebelum baris",
    ),
    "row too narrow": (
        table(TWO, row(cell())),
        "tabel 1, baris 2: jumlah lebar sel tidak sama dengan 2",
    ),
    "row too wide": (
        table(TWO, row(cell(), cell(properties='<w:gridSpan w:val="2"/>'))),
        "tabel 1, baris 2: jumlah lebar sel tidak sama dengan 2",
    ),
    "more columns than Word takes": (
        table(row(*[cell()] * 64), columns=64),
        "tabel 1: 64 kolom, lebih banyak daripada 63 yang dibuka Word",
    ),
    "merge without a start": (
        table(TWO, row(cell(properties="<w:vMerge/>"), cell())),
        "tabel 1, baris 2, sel 1: sel melanjutkan gabungan",
    ),
    "merge in the first row": (
        table(row(cell(properties="<w:vMerge/>"), cell())),
        "tabel 1, baris 1, sel 1: sel melanjutkan gabungan",
    ),
    "merge whose start goes": (
        table(
            changed("del", row(cell(properties=RESTART), cell())),
            row(cell(properties="<w:vMerge/>"), cell()),
        ),
        "tabel 1, baris 2, sel 1: sel melanjutkan gabungan",
    ),
    "merge that did not begin here and had no start": (
        table(TWO, row(cell(properties=f"{RESTART}{BEGUN}"), cell())),
        "tabel 1, baris 2, sel 1: sel melanjutkan gabungan",
    ),
    "merge of another width": (
        table(
            row(cell(properties=RESTART), cell(), cell()),
            row(cell(properties='<w:gridSpan w:val="2"/><w:vMerge/>'), cell()),
            columns=3,
        ),
        "tabel 1, baris 2, sel 1: sel melanjutkan gabungan",
    ),
    "bookmark id twice": (
        paragraph(mark(1, "a")) + paragraph(mark(1, "b")),
        "nomor penanda 1 dipakai dua kali",
    ),
    "bookmark name twice": (
        paragraph(mark(1, "a")) + paragraph(mark(2, "a")),
        'nama penanda "a" dipakai dua kali',
    ),
    "bookmark name too long": (paragraph(mark(1, "a" * 41)), "lebih dari 40 huruf"),
    "bookmark never closed": (
        paragraph('<w:bookmarkStart w:id="7" w:name="a"/>'),
        "penanda 7 tidak ditutup",
    ),
    "bookmark never opened": (
        paragraph('<w:bookmarkEnd w:id="7"/>'),
        "paragraf 1: akhir penanda 7 tanpa awal",
    ),
    "bookmark closed before it opens": (
        paragraph('<w:bookmarkEnd w:id="7"/><w:bookmarkStart w:id="7" w:name="a"/>'),
        "penanda 7 tidak ditutup",
    ),
    "id that is no number": (
        paragraph(mark("_sk_1", "a")),
        'nomor penanda "_sk_1" bukan bilangan bulat',
    ),
    "control id twice": (
        '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
        * 2,
        "nomor kendali isi (sdt) 5 dipakai dua kali",
    ),
    "text in the body": ("Menimbang", "teks lepas di luar potongan teks"),
    "text in a paragraph": (
        paragraph("Menimbang"),
        "paragraf 1: teks lepas di luar potongan teks",
    ),
    "text in a row": (table(row(cell(), cell(), "x")), "tabel 1, baris 1: teks lepas"),
    "text in a cell": (table(row(cell("x<w:p/>"), cell())), "baris 1, sel 1: teks lepas"),
    "text in a run": (paragraph("<w:r>x</w:r>"), "paragraf 1: teks lepas"),
    "paragraph in a paragraph": (
        paragraph("<w:p/>"),
        "paragraf 1: paragraf tidak boleh berada dalam paragraf",
    ),
    "table in a paragraph": (
        paragraph(table(TWO)),
        "paragraf 1: tabel tidak boleh berada dalam paragraf",
    ),
    "row in the body": (TWO, "word/document.xml: baris tidak boleh berada dalam isi dokumen"),
    "cell in the body": (cell(), "word/document.xml: sel tidak boleh berada dalam isi dokumen"),
    "run in the body": (
        run("x"),
        "word/document.xml: potongan teks tidak boleh berada dalam isi dokumen",
    ),
    "text without a run": (
        paragraph("<w:t>x</w:t>"),
        "paragraf 1: teks tidak boleh berada dalam paragraf",
    ),
    "properties after content": (
        paragraph(run("x") + "<w:pPr/>"),
        "paragraf 1: pPr harus berada sebelum potongan teks",
    ),
    "paragraph properties out of order": (
        paragraph('<w:pPr><w:jc w:val="left"/><w:pStyle w:val="Normal"/></w:pPr>'),
        "paragraf 1: pStyle harus berada sebelum jc",
    ),
    "run properties out of order": (
        paragraph('<w:r><w:rPr><w:sz w:val="24"/><w:b/></w:rPr></w:r>'),
        "paragraf 1: b harus berada sebelum sz",
    ),
    "cell properties out of order": (
        table(row(cell(properties=f'{RESTART}<w:tcW w:w="1" w:type="dxa"/>'), cell())),
        "tabel 1, baris 1, sel 1: tcW harus berada sebelum vMerge",
    ),
    "section properties out of order": (
        paragraph('<w:pPr><w:sectPr><w:pgMar/><w:pgSz w:w="9" w:h="9"/></w:sectPr></w:pPr>'),
        "paragraf 1: pgSz harus berada sebelum pgMar",
    ),
    "property twice": (
        paragraph('<w:pPr><w:jc w:val="left"/><w:jc w:val="left"/></w:pPr>'),
        "paragraf 1: jc berulang dalam pPr",
    ),
    "properties twice": (paragraph("<w:pPr/><w:pPr/>"), "paragraf 1: pPr berulang dalam paragraf"),
    "control id that is no number": (
        '<w:sdt><w:sdtPr><w:id w:val="a"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
        'nomor kendali isi (sdt) "a" bukan bilangan bulat',
    ),
    "unknown property": (
        paragraph("<w:pPr><w:tebal/></w:pPr>"),
        "paragraf 1: tebal tidak boleh berada dalam pPr",
    ),
    "page too large": (
        paragraph('<w:pPr><w:sectPr><w:pgSz w:w="40000" w:h="100"/></w:sectPr></w:pPr>'),
        "paragraf 1: halaman lebih besar daripada",
    ),
    "unknown relationship": (
        paragraph('<w:hyperlink r:id="rId99"/>'),
        "paragraf 1: menunjuk hubungan rId99 yang tidak ada",
    ),
    "unknown style": (
        paragraph('<w:pPr><w:pStyle w:val="Hilang"/></w:pPr>'),
        'paragraf 1: gaya "Hilang" tidak ada',
    ),
    "style of another kind": (
        paragraph('<w:pPr><w:pStyle w:val="Tabel"/></w:pPr>'),
        'paragraf 1: gaya "Tabel" tidak ada',
    ),
    "unknown number": (
        paragraph('<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'),
        "paragraf 1: penomoran 9 tidak ada",
    ),
    "leftover tag": (
        paragraph(run("{{ kop.kota }}")),
        'paragraf 1: sisa tanda templat: "{{ kop.kota }}"',
    ),
    "leftover tag in pieces": (
        paragraph(run("{") + run("% if kop %}")),
        'paragraf 1: sisa tanda templat: "{% if kop %}"',
    ),
    "leftover tag after a value": (
        paragraph(mark(1, "_sk_a_0", run("{{ 7*7 }}")) + run("{{ kota }}")),
        'paragraf 1: sisa tanda templat: "{{ kota }}"',
    ),
    "leftover tag in a foreign bookmark": (
        paragraph(mark(1, "kota", run("{{ kota }}"))),
        "paragraf 1: sisa tanda templat",
    ),
    "leftover tag in an attribute": (
        '<w:p w:rsidR="{{ x }}"/>',
        "paragraf 1: sisa tanda templat dalam sifat",
    ),
    "field never ended": (
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
        "bidang (field) tidak ditutup",
    ),
    "field never begun": (
        paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        "paragraf 1: akhir bidang (field) tanpa awal",
    ),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_defect_is_named_with_its_place(name: str) -> None:
    body, expected = DEFECTS[name]

    assert expected in "\n".join(faults(body))


def test_body_without_section() -> None:
    assert check_structure(package("<w:p/>")) == [
        "word/document.xml: isi dokumen tidak diakhiri pengaturan halaman (sectPr)"
    ]


def test_content_after_the_last_section() -> None:
    assert check_structure(package(f"{SECTION}<w:p/>")) == [
        "word/document.xml: paragraf harus berada sebelum sectPr",
        "word/document.xml: isi dokumen tidak diakhiri pengaturan halaman (sectPr)",
    ]


@pytest.mark.parametrize("broken", ["<w:body", f'<a xmlns:w="{W}">&x;</a>', "a\x01b", ""])
def test_part_that_is_no_xml(broken: str) -> None:
    (fault,) = check_structure(package(styles=broken))

    assert fault.startswith("word/styles.xml: bukan XML yang benar")


def test_doctype() -> None:
    styles = f'<!DOCTYPE x [<!ENTITY a "b">]><w:styles xmlns:w="{W}"/>'

    assert "word/styles.xml: berisi DOCTYPE" in check_structure(package(styles=styles))


def test_relationship_to_a_missing_part() -> None:
    assert check_structure(package(numbering=None)) == [
        "word/_rels/document.xml.rels: rId2 menunjuk bagian yang tidak ada, word/numbering.xml"
    ]


def test_relationship_id_twice() -> None:
    rels = package().parts["word/_rels/document.xml.rels"].decode().replace("rId2", "rId1")

    assert check_structure(package(document_rels=rels)) == [
        "word/_rels/document.xml.rels: rId1 dipakai dua kali"
    ]


def test_part_without_content_type() -> None:
    whole = package()
    odd = {**whole.parts, "word/media/logo.png": b"png"}

    assert check_structure(type(whole)(odd)) == [
        "word/media/logo.png: tanpa jenis isi (content type)"
    ]


def test_no_content_types() -> None:
    assert check_structure(package(types=None)) == ["[Content_Types].xml: tidak ada"]


def test_undeclared_ignorable_prefix() -> None:
    attributes = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
    )
    main = document(f"<w:p/>{SECTION}", attributes)

    assert check_structure(package(document=main)) == [
        "word/document.xml: awalan w14 pada mc:Ignorable tidak dikenal"
    ]


def test_number_without_shape() -> None:
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>'
        "</w:numbering>"
    )

    assert check_structure(package(numbering=numbering)) == [
        "word/numbering.xml: bentuk penomoran 4 tidak ada"
    ]


def test_bookmark_must_end_in_the_story_where_it_starts() -> None:
    header = f'<w:hdr xmlns:w="{W}" xmlns:r="{R}"><w:p><w:bookmarkEnd w:id="1"/></w:p></w:hdr>'
    body = f'<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>{SECTION}'

    assert check_structure(package(body, header1=header)) == [
        "word/document.xml: penanda 1 tidak ditutup",
        "word/header1.xml, paragraf 1: akhir penanda 1 tanpa awal",
    ]


def test_fault_repeated_by_a_loop_is_listed_five_times() -> None:
    assert len(faults("<w:p><w:t>x</w:t></w:p>" * 100)) == 5


@pytest.mark.parametrize("said", ["", "abc", "1.5", "9" * 5_000])
@pytest.mark.parametrize("name", ["gridSpan", "gridBefore", "pgSz"])
def test_attribute_that_is_no_number_is_no_exception(name: str, said: str) -> None:
    span = f'<w:gridSpan w:val="{said if name == "gridSpan" else 1}"/>'
    skip = f'<w:trPr><w:gridBefore w:val="{said if name == "gridBefore" else 0}"/></w:trPr>'
    merged = f"<w:tr>{skip}{cell(properties=f'{span}{RESTART}')}{cell()}</w:tr>"
    page = f'<w:sectPr><w:pgSz w:w="{said if name == "pgSz" else 100}" w:h="100"/></w:sectPr>'
    found = check_structure(package(f"{table(merged)}<w:p/>{page}"))

    assert all("jumlah lebar sel" in one for one in found)
