"""A condensed part is short, and as sound as the whole."""

from __future__ import annotations

import re
import sys
from random import Random

import pytest

from generator.word import structure
from generator.word.condense import Condensed, condense
from generator.word.render import Package
from generator.word.structure import check_structure
from generator.word.wordml import DOCUMENT
from tests.support.packages import SECTION, package

BEGINS, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
MUTATIONS = 600


def text(words: str, number: int = 0) -> str:
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    return anchored(run, number, f"_sk_{number}_0") if number else run


def anchored(inner: str, number: int, name: str) -> str:
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'
    )


def cell(inner: str = "", merge: str = "", span: int = 1) -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{span * 100}" w:type="dxa"/>{spans}{merge}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>{inner}</w:p></w:tc>'
    )


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    grid = '<w:gridCol w:w="100"/>' * 2
    properties = "<w:tblPr><w:tblLook/></w:tblPr>"
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl><w:p/>"


def reworded(before: str, now: str, number: int) -> str:
    signed = f'w:id="{number}" w:author="A" w:date="2026-01-01T00:00:00Z"'
    gone = f'<w:r><w:delText xml:space="preserve">{before}</w:delText></w:r>'
    return f"<w:del {signed}>{gone}</w:del><w:ins {signed}>{text(now)}</w:ins>"


def rows_of(count: int, first: int = 1) -> list[str]:
    return [
        row(cell(text(f"Sasaran {nth}", nth)), cell(text("100 &amp; 1", nth + 5000)))
        for nth in range(first, first + count)
    ]


def of(*blocks: str) -> Package:
    return package(f"{''.join(blocks)}{SECTION}")


def condensed(*blocks: str) -> Condensed:
    return condense(of(*blocks).parts[DOCUMENT])


def whole_faults(monkeypatch: pytest.MonkeyPatch, package: Package) -> list[str]:
    """Return the faults of a file checked without condensing anything."""
    with monkeypatch.context() as context:
        context.setattr(structure, "LARGE", sys.maxsize)
        return check_structure(package)


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(structure, "LARGE", 0)


def test_rows_that_differ_in_texts_alone_stand_once() -> None:
    part = condensed(table(*rows_of(1000)), table(*rows_of(1000, 2000)))

    assert part.data.count(b"<w:tr>") == 2  # one in each table
    assert (part.numbers[:2], len(part.numbers)) == (["1", "5001"], 4000)
    assert part.names[:2] == ["_sk_1_0", "_sk_5001_0"]


def test_rows_that_differ_in_what_was_reworded_stand_once() -> None:
    rows = [
        row(cell(reworded(f"{nth} Orang", f"{nth + 1} Orang", nth)), cell()) for nth in range(9)
    ]

    assert condensed(table(*rows)).data.count(b"<w:tr>") == 1


def test_merges_stand_once_below_each_row_above() -> None:
    assert condensed(table(*MERGED * 1000)).data.count(b"<w:tr>") == 4  # alone, then together


UNUSUAL = {
    "tag of a template": row(cell(text("{{ kota }}")), cell()),
    "field": row(cell('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), cell()),
    "row that comes": '<w:tr><w:trPr><w:ins w:id="1" w:author="A"/></w:trPr>'
    + f"{cell()}{cell()}</w:tr>",
    "row that goes": '<w:tr><w:trPr><w:del w:id="1" w:author="A"></w:del></w:trPr>'
    + f"{cell()}{cell()}</w:tr>",
    "bookmark around bookmarks": row(cell(anchored(text("a", 8), 9, "b")), cell()),
    "nested table": row(cell(table(row(cell(), cell()))), cell()),
}


@pytest.mark.parametrize("name", UNUSUAL)
def test_table_with_something_unusual_stays(name: str) -> None:
    written = table(*rows_of(3), UNUSUAL[name], *rows_of(3, 10))

    assert written.encode() in condensed(written).data


MERGED = (row(cell(merge=BEGINS), cell()), row(cell(merge=GOES_ON), cell()))
LOST = {
    "row that is too narrow": (row(cell()), "baris 900: jumlah lebar sel"),
    "merge without a start": (row(cell(merge=GOES_ON), cell()), "baris 900, sel 1: sel melanjut"),
    "bookmark id twice": (row(cell(text("a", 5)), cell()), "nomor penanda 5 dipakai dua kali"),
    "bookmark name twice": (
        row(cell(anchored(text("a"), 99, "_sk_5_0")), cell()),
        'nama penanda "_sk_5_0" dipakai dua kali',
    ),
    "bookmark id of another part": (row(cell(text("a", 9999)), cell()), "penanda 9999 dipakai dua"),
    "bookmark name too long": (row(cell(anchored("", 99, "a" * 41)), cell()), "lebih dari 40"),
    "bookmark that ends before it begins": (
        row(cell('<w:bookmarkEnd w:id="9"/><w:bookmarkStart w:id="9" w:name="a"/>'), cell()),
        "akhir penanda 9 tanpa awal",
    ),
    "leftover tag": (row(cell(text("{{ kota }}")), cell()), "baris 900, sel 1, paragraf 1: sisa"),
    "leftover tag in pieces": (row(cell(text("{") + text("% if %}")), cell()), "sisa tanda"),
    "text outside runs": (row(cell("lepas"), cell()), "baris 900, sel 1, paragraf 1: teks lepas"),
    "unknown style": (row(cell().replace("Normal", "Hilang"), cell()), 'gaya "Hilang" tidak ada'),
    "bare ampersand": (row(cell(text("a & b")), cell()), "bukan XML yang benar"),
    "unknown entity": (row(cell(text("a &x; b")), cell()), "bukan XML yang benar"),
    "control character": (row(cell(text("a\x01b")), cell()), "bukan XML yang benar"),
    "character that is none": (row(cell(text("a\uffffb")), cell()), "bukan XML yang benar"),
    "end of a section that is none": (row(cell(text("a]]>b")), cell()), "bukan XML yang benar"),
}


@pytest.mark.parametrize("name", LOST)
def test_fault_among_rows_that_repeat(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    odd, expected = LOST[name]
    header = package().parts[DOCUMENT].decode().replace("w:document", "w:hdr")
    header = re.sub("<w:body>.*</w:body>", f"<w:p>{text('a', 9999)}</w:p>", header)
    rows = rows_of(2000)
    repeated = table(*rows[:899], odd, *rows[900:1000]), table(*rows[1000:])
    file = package(f"{''.join(repeated)}{SECTION}", header1=header)

    assert expected in "\n".join(check_structure(file))
    assert check_structure(file) == whole_faults(monkeypatch, file)


@pytest.mark.parametrize(
    "above",
    [row(cell(), cell()), row(cell(span=2, merge=BEGINS)), row(cell(), cell(merge=BEGINS)), ""],
    ids=["no merge", "wider merge", "other column", "no row"],
)
def test_merge_that_lacks_its_start_where_others_have_it(above: str) -> None:
    (fault,) = check_structure(of(table(*MERGED * 9), table(above, MERGED[1])))

    assert fault.endswith("sel melanjutkan gabungan yang tidak dimulai di atasnya")


def test_merge_without_a_start_in_a_row_that_holds_nothing_else() -> None:
    bare = f"<w:tc><w:tcPr>{GOES_ON}</w:tcPr><w:p/></w:tc>"

    (fault,) = check_structure(of(table(row(bare, "<w:tc><w:tcPr></w:tcPr><w:p/></w:tc>"))))

    assert fault.endswith("sel melanjutkan gabungan yang tidak dimulai di atasnya")


def test_row_that_is_as_wide_as_another_table() -> None:
    wide = table(row(cell(), cell(), cell())).replace(
        "<w:tblGrid>", '<w:tblGrid><w:gridCol w:w="1"/>'
    )

    (fault,) = check_structure(of(wide, table(*rows_of(9), row(cell(), cell(), cell()))))

    assert fault.endswith("baris 10: jumlah lebar sel tidak sama dengan 2 kolom tabel")


def test_letters_that_are_no_utf_8() -> None:
    data = of(table(*rows_of(9))).parts[DOCUMENT].replace(b"Sasaran 7", b"Sasaran \xff")
    file = of()

    (fault,) = check_structure(Package({**file.parts, DOCUMENT: data}))

    assert fault.startswith("word/document.xml: bukan XML yang benar")


@pytest.mark.parametrize(
    ("before", "after"),
    [("<!--", "-->"), ('<w:p xmlns:w="urn:x">', "</w:p>"), ("<?x ", "?>")],
    ids=["comment", "other namespace", "instruction"],
)
def test_table_that_is_none_spares_no_other(before: str, after: str) -> None:
    """Of two equal rows too narrow the first is not in a table."""
    narrow = table(row(cell(), cell()), row(cell()))

    (fault,) = check_structure(of(before, narrow, after, narrow))

    assert fault.endswith("baris 2: jumlah lebar sel tidak sama dengan 2 kolom tabel")


SPLIT = re.compile(r"(<[^>]*>)")
STRAY = [
    *("x", "{{", "{%", "&", "<!--", "-->", "]]>", "\x01", "\uffff", "é", "<w:p/>", "<w:tc>"),
    *("</w:tc>", "<w:tr>", "</w:tr>", "</w:tr><w:tr>", "<w:tbl>", "</w:tbl>", BEGINS, GOES_ON),
    *('<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="0"/>', '<w:gridBefore w:val="1"/>'),
    *('<w:bookmarkStart w:id="3" w:name="a"/>', '<w:bookmarkEnd w:id="3"/>', "<w:proofErr/>"),
    *('<w:ins w:id="1" w:author="A"/>', '<w:fldChar w:fldCharType="end"/>', "<w:tblPr/>"),
    *('<w:sdtPr><w:id w:val="1"/></w:sdtPr>', '<w:pStyle w:val="Hilang"/>', row(cell())),
    *('<w:p r:id="rId9"/>', row(cell(merge=GOES_ON), cell()), row(cell(span=2))),
]


def mutated(xml: str, chance: Random) -> str:
    """Return XML with a few of its tags lost, doubled, moved, exchanged or joined by others."""
    tokens = [one for one in SPLIT.split(xml) if one]
    for _ in range(chance.randrange(1, 4)):
        at, other = (chance.randrange(3, len(tokens)) for _ in range(2))
        change = chance.randrange(6)
        if change == 0:
            del tokens[at]
        elif change == 1:
            tokens.insert(at, tokens[other])
        elif change == 2:
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif change == 3:
            tokens[at] = tokens[other]
        else:
            tokens.insert(at, chance.choice(STRAY))
    return "".join(tokens)


@pytest.mark.parametrize("seed", range(10))
def test_mutated_document_has_the_faults_of_the_whole(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of every kind of row there are several, so that most mutations meet one left out."""
    spanned = (row(cell(text("Judul"), span=2)),)
    merged = (
        row(cell(text("a"), BEGINS), cell()),
        row(cell(merge=GOES_ON), cell()),
        row(cell(merge=GOES_ON), cell(merge=BEGINS)),
        row(cell(), cell(merge=GOES_ON)),
        row(cell(reworded("1", "2", 7)), cell(reworded("3", "", 8))),
    )
    kinds = spanned + merged
    tables = (table(*kinds, *rows_of(3, n), *spanned, *merged) for n in (10, 20, 30))
    file = of(*tables)
    chance = Random(seed)
    for _ in range(MUTATIONS // 10):
        data = mutated(file.parts[DOCUMENT].decode(), chance).encode()
        changed = Package({**file.parts, DOCUMENT: data})
        assert check_structure(changed) == whole_faults(monkeypatch, changed), data.decode()
