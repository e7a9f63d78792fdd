"""What is wrong in a template of the office's own, and where, before anything is printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.findings.finding import Diagnostic
from generator.findings.rule import Severity
from generator.naskah.keputusan_cascading.form import FORM
from generator.opc.parts import CONTENT_TYPES, read_parts, to_bytes
from generator.word.compile import compile_source
from generator.word.render import Package, render
from generator.word.template.form import stock_template
from generator.word.template.open import open_template
from tests.support.packages import W
from tests.support.templates import STOCK, cells, context, paragraph, rows, write, write_template

SECTION = '<w:sectPr><w:pgSz w:w="18711" w:h="12191"/></w:sectPr>'


def found(folder: Path, body: str, **parts: str) -> list[Diagnostic]:
    """Return the findings of a template, but that it does not print every name."""
    _, findings = open_template(write_template(folder, body, **parts), FORM)
    return [one for one in findings if one.rule.code != "DOK-15"]


def test_stock_template_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "templat-keputusan.docx"
    path.write_bytes(STOCK.read_bytes())
    template, findings = open_template(path, FORM)

    assert findings == []
    assert template is not None
    ours = render(template, context())
    assert ours.parts == render(stock_template(FORM), context()).parts


FAULTS = {
    "brace missing": (paragraph("{{ judul.nomor }"), "DOK-04", "kurung kurawal"),
    "brace of the end alone": (paragraph("judul.nomor }}"), "DOK-04", "kurung kurawal"),
    "two words": (paragraph("{{ judul nomor }}"), "DOK-04", '"nomor" yang tidak pada tempatnya'),
    "strange sign": (paragraph("{{ judul…nomor }}"), "DOK-04", 'tanda "…"'),
    "for without in": (
        paragraph("{% for butir %}x{% endfor %}"),
        "DOK-04",
        '"akhir tag" yang tidak pada tempatnya',
    ),
    "empty": (paragraph("{{ }}"), "DOK-04", "kosong"),
    "percent sign in a row tag": (
        rows(cells("{%tr if 5 % 2 %}"), cells("x"), cells("{%tr endif %}")),
        "DOK-04",
        "tanda % atau }",
    ),
    "unknown name": (paragraph("{{ nomer }}"), "DOK-05", '"nomer"'),
    "unknown part": (paragraph("{{ judul.nomer }}"), "DOK-05", '"judul.nomer"'),
    "unknown part in a loop": (
        paragraph("{% for butir in diktum %}{{ butir.bunyi }}{% endfor %}"),
        "DOK-05",
        '"diktum[].bunyi"',
    ),
    "name after its loop": (
        paragraph("{% for butir in pembuka %}{{ butir }}{% endfor %}{{ butir }}"),
        "DOK-05",
        '"butir"',
    ),
    "name in a condition": (
        paragraph("{% if tembusn %}x{% endif %}"),
        "DOK-05",
        '"tembusn"',
    ),
    "inside of a value": (paragraph("{{ judul.nomor.__class__ }}"), "DOK-05", "__class__"),
    "text beside a paragraph tag": (
        paragraph("{%p if tembusan %} Tembusan:") + paragraph("x") + paragraph("{%p endif %}"),
        "DOK-08",
        '"Tembusan:"',
    ),
    "two paragraph tags in one paragraph": (
        paragraph("{%p if tembusan %}{%p endif %}"),
        "DOK-08",
        "{%p endif %}",
    ),
    "text beside a row tag": (
        rows(cells("{%tr for butir in pembuka %}", "Label"), cells("x"), cells("{%tr endfor %}")),
        "DOK-08",
        '"Label"',
    ),
    "loop not closed": (paragraph("{%p for butir in pembuka %}"), "DOK-09", "tidak ada endfor"),
    "condition not opened": (paragraph("{%p endif %}"), "DOK-09", "tidak ada if"),
    "crossed": (
        paragraph("{% for butir in pembuka %}{% if butir %}{% endfor %}{% endif %}"),
        "DOK-09",
        "masih terbuka {% if butir %}",
    ),
    "other kind": (
        paragraph("{%p if tembusan %}") + paragraph("x {% endif %}"),
        "DOK-09",
        "berbeda jenis",
    ),
    "closed in the same row": (
        rows(cells("{%tr for butir in pembuka %}", "{%tr endfor %}")),
        "DOK-08 DOK-09",
        "{%tr endfor %}",
    ),
    "closed in another table": (
        rows(cells("{%tr if tembusan %}")) + "<w:p/>" + rows(cells("{%tr endif %}")),
        "DOK-09",
        "tabel yang lain",
    ),
    "closed in another cell": (
        rows(cells("{% if tembusan %}a", "b{% endif %}")),
        "DOK-09",
        "sel atau bagian lain",
    ),
    "cell with nothing but a condition": (
        rows(
            cells(
                paragraph("{%p if kop.surel %}")
                + paragraph("{{ kop.surel }}")
                + paragraph("{%p endif %}")
            )
        ),
        "DOK-10",
        "{%p if kop.surel %}",
    ),
    "cell with nothing but a loop": (
        rows(
            cells(
                paragraph("{%p for butir in tembusan %}")
                + paragraph("{{ butir }}", '<w:pStyle w:val="Tembusan"/>')
                + paragraph("{%p endfor %}")
            )
        ),
        "DOK-10",
        "{%p for butir in tembusan %}",
    ),
    "field code": (
        "<w:p><w:r><w:instrText>TITLE {{ judul.nomor }}</w:instrText></w:r></w:p>",
        "DOK-11",
        "kode bidang",
    ),
    "attribute": (
        '<w:p><w:bookmarkStart w:id="{{ 1 }}" w:name="a"/><w:bookmarkEnd w:id="1"/></w:p>',
        "DOK-11",
        "sifat gambar atau penanda",
    ),
    "deleted text": (
        '<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>{{ judul.nomor }}</w:delText></w:r>'
        "</w:del></w:p>",
        "DOK-11",
        "teks yang ditandai terhapus",
    ),
    "include": (paragraph("{% include 'lain.docx' %}"), "DOK-12", '"include"'),
    "unknown filter": (paragraph("{{ judul.nomor|uper }}"), "DOK-12", 'mungkin maksudnya "upper"'),
    "markup filter": (paragraph("{{ judul.nomor|safe }}"), "DOK-12", '"safe"'),
    "function": (paragraph("{{ judul.nomor.upper() }}"), "DOK-12", "fungsi"),
    "whole list printed": (paragraph("{{ menimbang }}"), "DOK-12", "adalah daftar"),
    "group printed": (paragraph("{{ judul }}"), "DOK-12", "bukan teks"),
    "text repeated": (
        paragraph("{% for butir in judul.nomor %}x{% endfor %}"),
        "DOK-12",
        "bukan daftar",
    ),
    "block without p": (
        paragraph("{% for lampiran in daftar_lampiran %}{{ lampiran.isi }}{% endfor %}"),
        "DOK-12",
        "{{p lampiran.isi }}",
    ),
    "text as a block": (paragraph("{{p judul.nomor }}"), "DOK-12", "hanya untuk isi blok"),
    "filter on what it cannot take": (
        paragraph("{{ judul.nomor|join }}"),
        "DOK-12",
        'saringan "join" hanya untuk daftar',
    ),
    "letters of a list": (paragraph("{{ menimbang|upper }}"), "DOK-12", "hanya untuk teks"),
    "letter of a text": (paragraph("{{ judul.nomor[0] }}"), "DOK-12", "bukan daftar"),
}


@pytest.mark.parametrize(("body", "codes", "words"), FAULTS.values(), ids=FAULTS)
def test_fault_is_found_where_it_stands(tmp_path: Path, body: str, codes: str, words: str) -> None:
    findings = found(tmp_path, paragraph("MENIMBANG") + body)

    assert {one.rule.code for one in findings} == set(codes.split())
    assert words in findings[0].message
    assert re.fullmatch(
        r"isi dokumen, (paragraf [23]|tabel [12], baris 1, sel [12], paragraf 1) \(dekat .+\)",
        str(findings[0].place.spot),
    )
    assert open_template(tmp_path / "templat-keputusan.docx", FORM)[0] is None


def test_misspelt_name_comes_with_the_right_one(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, paragraph("{{ judul.nomer }}"))

    assert finding.cure == 'Tulis "judul.nomor" bila itu maksudnya.'


def test_tag_with_typographic_quotes_is_read(tmp_path: Path) -> None:
    assert (
        found(tmp_path, paragraph("{% if judul.nomor == “1” %}x{% endif %}{{ judul.nomor }}")) == []
    )


def test_cell_kept_by_the_condition_of_its_row_is_sound(tmp_path: Path) -> None:
    body = rows(
        cells("{%tr if tembusan %}"),
        cells(
            paragraph("{%p for butir in tembusan %}")
            + paragraph("{{ butir }}", '<w:pStyle w:val="Tembusan"/>')
            + paragraph("{%p endfor %}")
        ),
        cells("{%tr endif %}"),
        cells("x"),
    )

    assert found(tmp_path, body) == []


def test_section_break_on_a_tag_is_a_remark(tmp_path: Path) -> None:
    body = (
        paragraph("{%p if tembusan %}")
        + paragraph("x")
        + paragraph("{%p endif %}", SECTION)
        + paragraph("{{ judul.nomor }}")
    )
    (finding,) = found(tmp_path, body)

    assert (finding.rule.code, finding.severity) == ("DOK-07", Severity.CATATAN)


@pytest.mark.parametrize(
    ("part", "root", "words"),
    [
        ("footnotes", "footnotes", "catatan kaki"),
        ("endnotes", "endnotes", "catatan akhir"),
        ("comments", "comments", "komentar"),
    ],
)
def test_tag_in_notes_is_refused(tmp_path: Path, part: str, root: str, words: str) -> None:
    note = root.removesuffix("s")
    text = paragraph("{{ judul.nomor }}")
    xml = f'<w:{root} xmlns:w="{W}"><w:{note} w:id="1">{text}</w:{note}></w:{root}>'
    findings = found(tmp_path, paragraph("{{ judul.nomor }}"), **{part: xml})

    assert [one.rule.code for one in findings] == ["DOK-11"]
    assert f"berada di {words}" in findings[0].message


def test_fault_in_a_header_says_so(tmp_path: Path) -> None:
    header = f'<w:hdr xmlns:w="{W}">{paragraph("{{ nomer }}")}</w:hdr>'
    (finding,) = found(tmp_path, paragraph("{{ judul.nomor }}"), header1=header)

    assert finding.place.spot == "kepala halaman, paragraf 1"


def test_template_that_prints_a_damaged_document_is_refused(tmp_path: Path) -> None:
    narrow = rows(cells("a", "b"), cells("{{ judul.nomor }}"))
    template, findings = open_template(write_template(tmp_path, narrow), FORM)
    (finding,) = [one for one in findings if one.rule.code == "DOK-18"]

    assert template is None
    assert "tabel 1, baris 2" in finding.message


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    header = f'<w:hdr xmlns:w="{W}">{paragraph("{{ nomer }}")}</w:hdr>'
    findings = found(tmp_path, paragraph("{{ judul nomor }}") + paragraph("}}"), header1=header)

    assert sorted(one.rule.code for one in findings) == ["DOK-04", "DOK-04", "DOK-05"]


def test_missing_style_is_named_with_its_use(tmp_path: Path) -> None:
    path = write_template(tmp_path, paragraph("{{ judul.nomor }}"))
    parts = read_parts(path)
    styles = parts["word/styles.xml"].replace(b'w:val="Pohon Isi"', b'w:val="Isi Saya"')
    write(Package({**parts, "word/styles.xml": styles}), tmp_path, path.name)
    template, findings = open_template(path, FORM)
    (finding,) = [one for one in findings if one.rule.code == "DOK-06"]

    assert template is None
    assert finding.message == (
        'Gaya "Pohon Isi" tidak ada dalam templat; '
        "gaya itu dipakai sasaran dan indikator di dalam kotak."
    )


def test_what_a_template_leaves_out_is_named(tmp_path: Path) -> None:
    _, findings = open_template(write_template(tmp_path, paragraph("{{ judul.nomor }}")), FORM)
    (finding,) = findings

    assert (finding.rule.code, finding.severity) == ("DOK-15", Severity.PERIKSA)
    assert "daftar_lampiran.isi" in finding.message
    assert "judul.nomor" not in finding.message


def test_item_without_number_is_to_be_looked_at(tmp_path: Path) -> None:
    body = (
        paragraph("{%p for butir in menimbang %}")
        + paragraph("{{ butir }}", '<w:pStyle w:val="Diktum"/>')
        + paragraph("{%p endfor %}")
    )
    (finding,) = found(tmp_path, body)

    assert (finding.rule.code, finding.severity) == ("DOK-17", Severity.PERIKSA)


def test_decree_is_no_template(tmp_path: Path) -> None:
    path = write(render(stock_template(FORM), context()), tmp_path, "templat-keputusan.docx")
    template, (finding,) = open_template(path, FORM)

    assert (template, finding.rule.code) == (None, "DOK-02")


def test_document_without_tags_is_no_template(tmp_path: Path) -> None:
    template, (finding,) = open_template(write_template(tmp_path, paragraph("Halo")), FORM)

    assert (template, finding.rule.code) == (None, "DOK-03")


def _macro() -> bytes:
    parts = read_parts(STOCK)
    kind = b"vnd.ms-word.document.macroEnabled.main+xml"
    types = parts[CONTENT_TYPES].replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", kind
    )
    return to_bytes({**parts, CONTENT_TYPES: types})


def _with(part: str, content: bytes | None) -> bytes:
    parts = {**read_parts(STOCK), part: content}
    return to_bytes({name: data for name, data in parts.items() if data is not None})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "rusak"),
        (b"Halo", "bukan .docx"),
        (STOCK.read_bytes()[:4000], "terpotong"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), ".doc lama"),
        (_macro(), "makro"),
        (_with(CONTENT_TYPES, b"<Types/>"), "bukan dokumen Word"),
        (_with("word/document.xml", None), "bukan dokumen Word"),
        (_with("word/document.xml", b"<w:document"), "word/document.xml rusak"),
        (_with("word/styles.xml", None), "word/styles.xml rusak atau tidak ada"),
        (_with("word/header1.xml", b"<"), "word/header1.xml rusak"),
        (
            _with(
                "word/document.xml",
                b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>',
            ),
            "Strict Open XML",
        ),
    ],
    ids=[
        *("empty", "text", "cut", "old", "macro", "no Word", "no document"),
        *("bad document", "no styles", "bad header", "strict"),
    ],
)
def test_file_that_is_no_word_document(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "templat-keputusan.docx"
    path.write_bytes(content)
    template, (finding,) = open_template(path, FORM)

    assert (template, finding.rule.code) == (None, "DOK-01")
    assert words in finding.message


@pytest.mark.parametrize(
    "source",
    ["{{ a }}</w:t></w:r>", "</w:r>{{ a }}", "<w:t>{{ a }}</w:t>", "</w:p></w:r></w:t>{{ a }}"],
)
def test_tag_outside_of_a_run_compiles_to_what_nothing_reads(source: str) -> None:
    assert "{{\n(a)|" in compile_source(source)


def test_template_whose_tag_stands_outside_of_a_run_is_refused(tmp_path: Path) -> None:
    loose = "<w:p><w:r><w:t>{{ judul.nomor }}</w:t></w:r><w:t>{{ judul.nomor }}</w:t></w:p>"
    template, _ = open_template(write_template(tmp_path, loose), FORM)

    assert template is None


def test_template_without_a_body_is_refused(tmp_path: Path) -> None:
    path = write_template(tmp_path, paragraph("{{ judul.nomor }}"))
    parts = read_parts(path)
    document = parts["word/document.xml"].replace(b"w:body>", b"w:tbl>")
    path.write_bytes(to_bytes({**parts, "word/document.xml": document}))
    template, findings = open_template(path, FORM)

    assert template is None
    assert "dokumen tanpa isi (body)" in findings[-1].message


@pytest.mark.parametrize("content", [None, b"<Relationships"], ids=["missing", "damaged"])
def test_template_without_the_relations_of_its_logo(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "templat-keputusan.docx"
    path.write_bytes(_with("word/_rels/document.xml.rels", content))
    template, findings = open_template(path, FORM)

    assert template is None
    assert [one.rule.name for one in findings] == ["templat-hasil-rusak"]


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        (
            "word/_rels/settings.xml.rels",
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="rId1" Target="https://contoh.example/a.dotm" TargetMode="External" '
            b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            b'attachedTemplate"/></Relationships>',
            "Bagian word/settings.xml dari templat ini memuat templat terlampir dari jaringan "
            "(https://contoh.example/a.dotm).",
        ),
        (
            "word/vbaProject.bin",
            b"\xd0\xcf\x11\xe0",
            "Bagian word/vbaProject.bin dari templat ini memuat makro (VBA).",
        ),
    ],
    ids=["attached template", "macros"],
)
def test_template_that_works_of_itself_is_refused(
    tmp_path: Path, part: str, content: bytes, words: str
) -> None:
    path = tmp_path / "templat-keputusan.docx"
    path.write_bytes(_with(part, content))
    template, (finding,) = open_template(path, FORM)

    assert (template, finding.rule.code) == (None, "DOK-152")
    assert finding.message == words


def test_field_of_a_template_that_runs_a_program_is_refused(tmp_path: Path) -> None:
    field = (
        '<w:p><w:fldSimple w:instr=" DDEAUTO excel x "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    )
    (finding,) = found(tmp_path, paragraph("{{ judul.nomor }}") + field)

    assert finding.rule.name == "templat-isi-berbahaya"
    assert "bidang DDEAUTO excel x" in finding.message


def test_entities_of_a_template_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("RAHASIA")
    document = read_parts(STOCK)["word/document.xml"].partition(b"?>\n")[2]
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    body = document.replace(b"TENTANG</w:t>", b"&x;</w:t>", 1)
    path = tmp_path / "templat-keputusan.docx"
    path.write_bytes(_with("word/document.xml", entity + body))
    template, _ = open_template(path, FORM)

    assert template is None or "RAHASIA" not in str(render(template, context()).parts)
