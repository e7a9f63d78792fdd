"""What would work of itself once a Word file is opened is found; what only reads is not."""

from __future__ import annotations

import pytest

from generator.word.active import active_contents
from tests.support.packages import SECTION, R, document, package

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def related(kind: str, target: str, mode: str = "External") -> bytes:
    return (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId9" Type="{R}/{kind}" '
        f'Target="{target}" TargetMode="{mode}"/></Relationships>'
    ).encode()


def in_relations(source: str, kind: str, target: str, mode: str = "External") -> list[str]:
    folder, _, name = source.rpartition("/")
    parts = {f"{folder}/_rels/{name}.rels": related(kind, target, mode)}
    return [f"{one.part}: {one.what}" for one in active_contents(parts)]


def in_body(body: str) -> list[str]:
    return [one.what for one in active_contents(package(f"{body}{SECTION}").parts)]


def field(*runs: str, result: str = "1") -> str:
    """Return a field whose code is cut into these runs, each a text or a field of its own."""
    pieces = (
        one if one.startswith("<w:r>") else f"<w:r><w:instrText>{one}</w:instrText></w:r>"
        for one in runs
    )
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}{''.join(pieces)}{mark.format('separate')}"
        f"<w:r><w:t>{result}</w:t></w:r>{mark.format('end')}"
    )


@pytest.mark.parametrize(
    ("source", "kind", "target", "what"),
    [
        ("word/settings.xml", "attachedTemplate", "https://x.example/a.dotm", "templat terlampir"),
        ("word/settings.xml", "attachedTemplate", "file://server/a.dotm", "templat terlampir"),
        ("word/settings.xml", "attachedTemplate", r"\\server\a.dotm", "templat terlampir"),
        ("word/settings.xml", "mailMergeSource", "file:///C:/data.xlsx", "dari luar berkas"),
        ("word/document.xml", "image", "http://x.example/a.png", "dari luar berkas"),
        ("word/document.xml", "oleObject", "file:///C:/a.xls", "objek program lain"),
        ("word/document.xml", "frame", "https://x.example", "dari luar berkas"),
        ("word/document.xml", "subDocument", "bagian.docx", "dari luar berkas"),
        ("word/header1.xml", "image", "http://x.example/a.png", "dari luar berkas"),
    ],
)
def test_content_from_outside(source: str, kind: str, target: str, what: str) -> None:
    (found,) = in_relations(source, kind, target)
    assert found.startswith(f"{source}: ")
    assert what in found


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("aFChunk", "altChunk"),
        ("vbaProject", "makro"),
        ("oleObject", "objek program lain"),
        ("control", "objek program lain"),
    ],
)
def test_content_of_other_programs_inside(kind: str, what: str) -> None:
    (found,) = in_relations("word/document.xml", kind, "isi.bin", "Internal")
    assert what in found


@pytest.mark.parametrize(
    ("kind", "target", "mode"),
    [
        ("hyperlink", "https://x.example", "External"),
        ("attachedTemplate", "file:///C:/Users/kantor/Normal.dotm", "External"),
        ("attachedTemplate", r"C:\kantor\surat.dotx", "External"),
        ("attachedTemplate", "Normal.dotm", "External"),
        ("image", "media/logo.png", "Internal"),
        ("footer", "footer1.xml", "Internal"),
    ],
)
def test_what_only_reads_is_no_danger(kind: str, target: str, mode: str) -> None:
    assert in_relations("word/document.xml", kind, target, mode) == []


@pytest.mark.parametrize(
    "code",
    [
        r"DDEAUTO c:\\windows\\system32\\cmd.exe calc",
        " ddeauto excel x",
        "DDE excel x",
        "INCLUDETEXT data.docx",
        'INCLUDEPICTURE "https://x.example/a.png" \\d',
        r"INCLUDEPICTURE \\\\server\\a.png",
        "IMPORT a.png",
        "LINK Excel.Sheet.12 a.xlsx",
        "DATABASE \\d a.mdb",
        "MACROBUTTON Jalankan klik",
        "RD a.docx",
    ],
)
def test_field_that_fetches_or_runs(code: str) -> None:
    for body in (
        f"<w:p>{field(code)}</w:p>",
        f"<w:p>{field(code[:3], code[3:])}</w:p>",
        f"<w:p>{field(code).replace('instrText', 'delInstrText')}</w:p>",
        f"<w:p><w:fldSimple w:instr='{code}'/></w:p>",
        f"<w:p>{field('IF 1 = 1', field(code))}</w:p>",
        f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>",
    ):
        (found,) = in_body(body)
        assert found.startswith("bidang "), body


def test_field_whose_name_another_field_makes() -> None:
    built = field(field("QUOTE 68 68 69 65 85 84 79"), " excel x")
    assert in_body(f"<w:p>{built}</w:p>") == ["bidang yang namanya disusun oleh bidang lain"]


@pytest.mark.parametrize(
    "code",
    [
        *("PAGE", " NUMPAGES \\* MERGEFORMAT", "HYPERLINK \"https://x.example\"", "REF _Ref1 \\h"),
        *("TOC \\o", "= 1 + 1", "DATE", "FORMTEXT", r"INCLUDEPICTURE C:\\kantor\\cap.png", ""),
    ],
)  # fmt: skip
def test_field_that_only_reckons(code: str) -> None:
    assert in_body(f"<w:p>{field(code)}{field('IF ', field('PAGE'), '= 1')}</w:p>") == []


@pytest.mark.parametrize(
    ("element", "what"),
    [
        ('<w:altChunk r:id="rId9"/>', "altChunk"),
        ("<w:p><w:r><w:object/></w:r></w:p>", "objek"),
        ('<w:p><w:r><w:pict><w:control r:id="rId9"/></w:pict></w:r></w:p>', "objek"),
    ],
)
def test_element_that_holds_another_program(element: str, what: str) -> None:
    (found,) = in_body(element)
    assert what in found


def test_macros_are_known_by_the_name_of_their_part() -> None:
    (found,) = active_contents({"word/vbaProject.bin": b"\xd0\xcf"})
    assert (found.part, found.what) == ("word/vbaProject.bin", "makro (VBA)")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_encoding_hides_nothing(encoding: str) -> None:
    text = document(f"<w:p>{field('DDE excel x')}</w:p>{SECTION}")
    body = text[text.index("<w:document") :]
    data = f'<?xml version="1.0" encoding="{encoding}"?>{body}'.encode(encoding)

    assert [one.what for one in active_contents({"word/document.xml": data})] == [
        "bidang DDE excel x"
    ]


def test_each_is_told_once_a_part() -> None:
    body = f"<w:p>{field('DDE excel x')}</w:p>" * 3
    assert len(in_body(body)) == 1


def test_long_codes_are_cut() -> None:
    (found,) = in_body(f"<w:p>{field('DDE ' + 'x' * 30_000)}</w:p>")
    assert len(found) < 100
