"""What is read in a Word file in which somebody deleted things with changes tracked."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.revision.read.blocks import read_blocks
from generator.word.wordml import W

GONE = '<w:del w:id="1" w:author="Bagian Hukum"/>'
END_GONE = f"<w:pPr><w:rPr>{GONE}</w:rPr></w:pPr>"
RUN = "<w:r><w:t>isi</w:t></w:r>"
RUN_GONE = '<w:del w:id="2" w:author="Bagian Hukum"><w:r><w:delText>isi</w:delText></w:r></w:del>'
CELL = f"<w:tc><w:p>{RUN}</w:p></w:tc>"
ROW = f"<w:tr>{CELL}</w:tr>"
ROW_GONE = f"<w:tr><w:trPr>{GONE}</w:trPr>{CELL}</w:tr>"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (f"<w:p>{END_GONE}{RUN_GONE}</w:p>", []),
        (f"<w:p>{END_GONE}{RUN}</w:p>", ["isi"]),
        (f"<w:p>{RUN_GONE}</w:p>", [""]),
        (f"<w:tbl>{ROW}{ROW_GONE}{ROW}</w:tbl>", ["isi\x1fisi"]),
        (f"<w:tbl>{ROW_GONE}{ROW_GONE}</w:tbl>", []),
        (f"<w:tbl><w:sdt><w:sdtContent>{ROW_GONE}{ROW}</w:sdtContent></w:sdt></w:tbl>", ["isi"]),
    ],
    ids=[
        *("paragraph with its end", "end of a paragraph with text", "text of a paragraph"),
        *("row", "all rows of a table", "row in a content control"),
    ],
)
def test_what_was_deleted_is_not_read(body: str, texts: list[str]) -> None:
    blocks = read_blocks(etree.fromstring(f'<w:body xmlns:w="{W}">{body}</w:body>'))
    assert [block.text for block in blocks] == texts
