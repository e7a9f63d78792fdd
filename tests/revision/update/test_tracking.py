"""How a rewording is written into a paragraph, whatever stands in it already."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.revision.read.blocks import atoms
from generator.revision.read.lines import Rewording
from generator.revision.update.tracking import AUTHOR, Tracker, letters_of_end, rewrite
from generator.word.wordml import W, w
from tests.support.tracked import accept, line, reject
from tests.whole.suntingan.accept import accept_all, reject_all

THEIRS = 'w:id="1" w:author="Bagian Hukum"'
PARAGRAPHS = {
    "one run": "<w:r><w:t>Target 8,2% tercapai</w:t></w:r>",
    "many runs": (
        '<w:r><w:t xml:space="preserve">Target </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>'
        '<w:t>8,</w:t></w:r><w:r><w:t xml:space="preserve">2% ter</w:t></w:r><w:r>'
        "<w:t>capai</w:t></w:r>"
    ),
    "their insertion": (
        f'<w:r><w:t xml:space="preserve">Target </w:t></w:r><w:ins {THEIRS}><w:r>'
        "<w:t>8,2% tercapai</w:t></w:r></w:ins>"
    ),
    "their deletion": (
        f'<w:r><w:t xml:space="preserve">Target </w:t></w:r><w:del {THEIRS}><w:r>'
        "<w:delText>7% atau </w:delText></w:r></w:del><w:r><w:t>8,2% tercapai</w:t></w:r>"
    ),
    "hyperlink": (
        '<w:hyperlink w:anchor="x"><w:r><w:t>Target 8,2%</w:t></w:r></w:hyperlink><w:r>'
        '<w:t xml:space="preserve"> tercapai</w:t></w:r>'
    ),
}
LINE = "Target 8,2% tercapai"


def paragraph(inside: str) -> etree._Element:
    root = etree.fromstring(f'<w:body xmlns:w="{W}"><w:p>{inside}</w:p><w:p/></w:body>')
    return root[0]


def body_of(paragraph: etree._Element) -> etree._Element:
    root = paragraph.getparent()
    assert root is not None
    return root


@pytest.mark.parametrize(
    ("start", "stop", "text"),
    [
        (7, 11, "9%"),
        (0, 6, "Sasaran"),
        (12, 20, ""),
        (11, 11, " 9%"),
        (0, 0, "Maka "),
        (20, 20, "."),
    ],
)
@pytest.mark.parametrize("inside", PARAGRAPHS.values(), ids=PARAGRAPHS.keys())
def test_rewording_reads_so_when_accepted_and_as_before_when_rejected(
    inside: str, start: int, stop: int, text: str
) -> None:
    one, other = paragraph(inside), paragraph(inside)
    for each in (one, other):
        Tracker([each], None).reword(each, [Rewording(start, stop, text)])
    assert line(accept(body_of(one), AUTHOR)[0]) == LINE[:start] + text + LINE[stop:]
    assert line(reject(body_of(other), AUTHOR)[0]) == LINE


def test_their_insertion_stays_theirs_when_ours_goes_into_it() -> None:
    changed = paragraph(PARAGRAPHS["their insertion"])
    Tracker([changed], None).reword(changed, [Rewording(7, 11, "9%")])
    authors = {one.get(w("author")) for one in accept(body_of(changed), AUTHOR).iter(w("ins"))}
    assert authors == {"Bagian Hukum"}


def test_new_text_looks_like_the_text_it_takes_the_place_of() -> None:
    changed = paragraph(PARAGRAPHS["many runs"])
    Tracker([changed], None).reword(changed, [Rewording(7, 11, "9%")])
    (run,) = changed.findall(f"{w('ins')}/{w('r')}")
    assert run.find(f"{w('rPr')}/{w('b')}") is not None


def test_picture_inside_a_reworded_text_stays() -> None:
    picture = "<w:r><w:t>8,</w:t><w:drawing/><w:t>2%</w:t></w:r>"
    changed = paragraph(picture)
    Tracker([changed], None).reword(changed, [Rewording(0, 5, "9%")])
    (drawing,) = accept(body_of(changed), AUTHOR).iter(w("drawing"))
    assert not any(True for _ in drawing.iterancestors(w("del")))
    assert line(body_of(changed)[0]) == "9%"


def test_ids_are_new_and_the_date_is_as_given() -> None:
    changed = paragraph(PARAGRAPHS["their insertion"])
    Tracker([changed], "2023-01-03T00:00:00Z").reword(changed, [Rewording(7, 11, "9%")])
    ours = [one for one in changed.iter(w("ins"), w("del")) if one.get(w("author")) == AUTHOR]
    assert {one.get(w("date")) for one in ours} == {"2023-01-03T00:00:00Z"}
    assert len({one.get(w("id")) for one in ours} | {"1"}) == len(ours) + 1


def test_rewriting_leaves_no_mark() -> None:
    changed = paragraph(PARAGRAPHS["many runs"])
    rewrite(changed, [Rewording(0, 6, "Sasaran"), Rewording(7, 11, "9%")])
    assert "".join(atom.text for atom in atoms(changed)) == "Sasaran 9% tercapai"
    assert list(changed.iter(w("ins"), w("del"))) == []


LETTERS = {"bold": "<w:b/>", "plain": "", "italic": '<w:i w:val="true"/>'}


def with_end(letters: str) -> etree._Element:
    """Return a paragraph whose end has these letters."""
    return paragraph(f"<w:pPr><w:rPr>{letters}</w:rPr></w:pPr><w:r><w:t>Nama</w:t></w:r>")


def letters(root: etree._Element) -> list[str]:
    """Return what letters the end of the first paragraph of a body has."""
    return [one.tag.rpartition("}")[2] for one in root[0].iterfind(f"{w('pPr')}/{w('rPr')}/*")]


@pytest.mark.parametrize("now", LETTERS.values(), ids=LETTERS)
@pytest.mark.parametrize("before", LETTERS.values(), ids=LETTERS)
def test_the_end_of_a_paragraph_has_its_letters_either_way(now: str, before: str) -> None:
    wanted = [letters_of_end(with_end(inside)) for inside in (now, before)]
    changed = with_end("<w:u/>")
    Tracker([changed], None).letter_end(changed, *wanted)
    names = [[one.tag.rpartition("}")[2] for one in group] for group in wanted]
    assert letters(accept_all(body_of(changed), AUTHOR)) == names[0]
    assert letters(reject_all(body_of(changed), AUTHOR)) == names[1]


def test_a_change_of_the_letters_of_an_end_by_somebody_else_stays() -> None:
    theirs = f"<w:b/><w:rPrChange {THEIRS}><w:rPr/></w:rPrChange>"
    changed, as_it_was = with_end(theirs), with_end(theirs)
    Tracker([changed], None).letter_end(changed, [], letters_of_end(with_end("<w:i/>")))
    assert etree.tostring(changed) == etree.tostring(as_it_was)


def test_a_simple_field_goes_and_comes_with_all_of_its_paragraph() -> None:
    field = '<w:fldSimple w:instr=" REF Acuan "><w:r><w:t>lihat</w:t></w:r></w:fldSimple>'
    codes = {}
    for name in ("delete", "insert"):
        one = paragraph(f"<w:r><w:t>Satu</w:t></w:r>{field}")
        tracker = Tracker([one], None)
        getattr(tracker, name)(one)
        codes[name] = [
            [code.text for code in decide(body_of(one)).iter(w("instrText"))]
            for decide in (accept_all, reject_all)
        ]
        assert not list(one.iter(w("fldSimple")))
    assert codes == {"delete": [[], [" REF Acuan "]], "insert": [[" REF Acuan "], []]}
