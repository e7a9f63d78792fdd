"""The judge's own accept and reject do what the specification says."""

from __future__ import annotations

from lxml import etree

from tests.whole.suntingan.accept import accept_all, reject_all
from tests.whole.suntingan.word_file import xml

BY = 'w:id="1" w:author="A"'


def body(inner: str) -> etree._Element:
    root: etree._Element = xml(f"<w:body>{inner}</w:body>")
    return root


def paragraphs(root: etree._Element) -> list[str]:
    """Return each paragraph as its style, a colon and its text."""
    found = []
    for one in root.iter("{*}p"):
        style = one.find("{*}pPr/{*}pStyle")
        name = "" if style is None else next(iter(style.attrib.values()))
        found.append(f"{name}:{''.join(text.text or '' for text in one.iter('{*}t'))}")
    return found


def p(text: str, style: str = "", mark: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    letters = f"<w:rPr><w:{mark} {BY}/></w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{named}{letters}</w:pPr>{text}</w:p>"


def r(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def gone(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def come(text: str) -> str:
    return f"<w:ins {BY}>{r(text)}</w:ins>"


def test_runs_come_and_go() -> None:
    root = body(p(r("a") + gone("b") + come("c")))
    assert paragraphs(accept_all(root)) == [":ac"]
    assert paragraphs(reject_all(root)) == [":ab"]


def test_moved_text_stands_at_one_of_its_places() -> None:
    away = f"<w:moveFrom {BY}>{r('x')}</w:moveFrom>"
    here = f"<w:moveTo {BY}>{r('x')}</w:moveTo>"
    root = body(p(away) + p(r("a")) + p(here))
    assert paragraphs(accept_all(root)) == [":", ":a", ":x"]
    assert paragraphs(reject_all(root)) == [":x", ":a", ":"]


def test_a_paragraph_whose_mark_goes_joins_the_next_and_takes_its_properties() -> None:
    root = body(p(r("a"), "Satu", "del") + p(r("b"), "Dua"))
    assert paragraphs(accept_all(root)) == ["Dua:ab"]
    assert paragraphs(reject_all(root)) == ["Satu:a", "Dua:b"]


def test_the_end_of_a_section_goes_with_its_mark() -> None:
    ending = f"<w:p><w:pPr><w:rPr><w:ins {BY}/></w:rPr><w:sectPr/></w:pPr></w:p>"
    root = body(p(r("a")) + ending + p(r("b")))
    assert len(accept_all(root).findall(".//{*}sectPr")) == 1
    assert len(reject_all(root).findall(".//{*}sectPr")) == 0
    assert paragraphs(reject_all(root)) == [":a", ":b"]


def test_the_last_paragraph_of_a_cell_stays() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{p(gone('a'), 'Satu', 'del')}</w:tc></w:tr></w:tbl>"
    assert paragraphs(accept_all(body(cell))) == ["Satu:"]


def test_rows_and_tables_go() -> None:
    row = f"<w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc>{p(come('a'))}</w:tc></w:tr>"
    root = body(f"<w:tbl>{row}</w:tbl>{p(r('b'))}")
    assert paragraphs(accept_all(root)) == [":a", ":b"]
    assert paragraphs(reject_all(root)) == [":b"]


def test_properties_come_back() -> None:
    change = f'<w:pPrChange {BY}><w:pPr><w:pStyle w:val="Dulu"/></w:pPr></w:pPrChange>'
    root = body(f'<w:p><w:pPr><w:pStyle w:val="Kini"/>{change}</w:pPr>{r("a")}</w:p>')
    assert paragraphs(accept_all(root)) == ["Kini:a"]
    assert paragraphs(reject_all(root)) == ["Dulu:a"]


def test_changes_of_one_author_alone() -> None:
    other = come("c").replace('"A"', '"B"')
    root = body(p(r("a") + gone("b") + other))
    assert paragraphs(accept_all(root, "A")) == [":ac"]
    assert paragraphs(reject_all(accept_all(root, "A"), "B")) == [":a"]


def test_inserted_and_deleted_cells() -> None:
    def cell(text: str, mark: str = "") -> str:
        marked = f"<w:{mark} {BY}/>" if mark else ""
        return f"<w:tc><w:tcPr>{marked}</w:tcPr>{p(r(text))}</w:tc>"

    root = body(
        f"<w:tbl><w:tr>{cell('a')}{cell('b', 'cellIns')}{cell('c', 'cellDel')}</w:tr></w:tbl>"
    )
    assert paragraphs(accept_all(root)) == [":a", ":b"]
    assert paragraphs(reject_all(root)) == [":a", ":c"]


def test_the_marks_of_a_comment_go_with_its_reference() -> None:
    def remark(number: int, run: str) -> str:
        edges = [f'<w:commentRange{edge} w:id="{number}"/>' for edge in ("Start", "End")]
        return edges[0] + run + edges[1]

    def reference(number: int) -> str:
        return f'<w:r><w:commentReference w:id="{number}"/></w:r>'

    coming = remark(1, come("a")) + f"<w:ins {BY}>{reference(1)}</w:ins>"
    root = body(p(coming + remark(2, r("b")) + reference(2)))
    marks = ("{*}commentRangeStart", "{*}commentRangeEnd")
    for decided, left in ((accept_all(root), ["1", "1", "2", "2"]), (reject_all(root), ["2", "2"])):
        assert [next(iter(one.attrib.values())) for one in decided.iter(*marks)] == left
