"""How a rewording is written into a paragraph, whatever stands in it already."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.revision.read.blocks import atoms
from generator.revision.read.lines import Rewording
from generator.revision.update.tracking import AUTHOR, Tracker, rewrite
from generator.word.wordml import W, w
from tests.support.tracked import accept, line, reject

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
