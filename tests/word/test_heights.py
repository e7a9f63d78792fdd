"""Heights of blocks, told from styles: what stands around an annex on its page."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.word.heights import Heights
from generator.word.wordml import W

STYLES = f"""
<w:styles xmlns:w="{W}">
  <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
  <w:style w:type="paragraph" w:styleId="Jarak"><w:basedOn w:val="Normal"/>
    <w:pPr><w:spacing w:before="100" w:after="40"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Tepat"><w:basedOn w:val="Jarak"/>
    <w:pPr><w:spacing w:line="300" w:lineRule="exact"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Besar"><w:basedOn w:val="Normal"/>
    <w:rPr><w:sz w:val="40"/></w:rPr></w:style>
</w:styles>
"""
LINE = 240
"""A line of the default size of 10 points, in twips."""


def height(block: str, width: int = 10_000) -> int:
    body = etree.fromstring(f'<w:body xmlns:w="{W}">{block}</w:body>')
    return Heights(etree.fromstring(STYLES)).of(body, width)


def paragraph(text: str = "teks", style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (paragraph(), LINE),
        ("<w:p/>", LINE),
        (paragraph() * 3, 3 * LINE),
        (paragraph(style="Jarak"), 100 + LINE + 40),
        (paragraph(style="Tepat"), 100 + 300 + 40),
        (paragraph(style="Besar"), 2 * LINE),
        (paragraph(properties='<w:spacing w:before="60"/>', style="Jarak"), 60 + LINE + 40),
        (paragraph("kata " * 20), LINE),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", 2 * LINE),
        ('<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:bookmarkEnd w:id="1"/>', LINE),
    ],
)
def test_height_of_blocks(block: str, expected: int) -> None:
    assert height(block) == expected


def test_a_narrower_place_takes_more_lines() -> None:
    text = paragraph("kata " * 20)
    indented = paragraph("kata " * 20, properties='<w:ind w:left="2000" w:right="6000"/>')
    assert height(text, 2_000) == height(indented, 10_000) > 4 * LINE


def test_text_after_a_tab_wraps_below_itself() -> None:
    """As in "TENTANG : PENETAPAN …" of an annex's heading: the label stands in the indent."""
    block = "<w:p><w:r><w:t>TENTANG</w:t><w:tab/><w:t>:</w:t><w:tab/><w:t>satu</w:t></w:r></w:p>"
    assert height(block, 600) == LINE


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    def cell(blocks: str) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="4000"/></w:tcPr>{blocks}</w:tc>'

    low, high = cell(paragraph()), cell(paragraph() * 3)
    fixed = '<w:trPr><w:trHeight w:val="2000"/></w:trPr>'
    table = f"<w:tbl><w:tr>{low}{high}</w:tr><w:tr>{fixed}{low}</w:tr></w:tbl>"
    assert height(table) == 3 * LINE + 2000
