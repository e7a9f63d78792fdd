"""Which block is which after people or the data changed some."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.revision.read.alignment import align
from generator.revision.read.blocks import Block, read_blocks
from generator.word.wordml import W


def blocks(texts: str) -> tuple[Block, ...]:
    """Return paragraphs of these texts; "x=text" has the anchor x."""
    made = []
    for text in texts.split("|"):
        name, _, words = text.strip().rpartition("=")
        mark = f'<w:bookmarkStart w:id="1" w:name="_sk_{name}_0"/>' if name else ""
        made.append(f'<w:p>{mark}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>')
    return read_blocks(etree.fromstring(f'<w:body xmlns:w="{W}">{"".join(made)}</w:body>'))


@pytest.mark.parametrize(
    ("left", "right", "pairs"),
    [
        ("a | b | c", "a | b | c", [(0, 0), (1, 1), (2, 2)]),
        ("a | b | c", "a | c", [(0, 0), (2, 1)]),
        ("a | c", "a | b | c", [(0, 0), (1, 2)]),
        ("1=satu | 2=dua", "1=baru | 2=satu | 3=dua", [(0, 1), (1, 2)]),
        ("1=delapan persen", "1=sembilan orang", [(0, 0)]),
        ("maju kena mundur kena | tetap", "maju kena mundur lagi | tetap", [(0, 0), (1, 1)]),
        ("a |  |  | b", "a |  | b", [(0, 0), (1, 1), (3, 2)]),
    ],
    ids=[
        *("the same", "one gone", "one new"),
        *("text before order", "anchor where the text differs", "likeness", "empty ones"),
    ],
)
def test_pairs(left: str, right: str, pairs: list[tuple[int, int]]) -> None:
    assert align(blocks(left), blocks(right)) == pairs


def test_what_moved_is_one_that_went_and_one_that_came() -> None:
    pairs = align(blocks("a | b | c | d"), blocks("b | c | d | a"))
    assert pairs == [(1, 0), (2, 1), (3, 2)]
