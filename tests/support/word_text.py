"""Reading a decree in tests: its text in order, its tables, its anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph


def open_word(path: Path) -> WordDocument:
    return Document(str(path))


def lines(document: WordDocument) -> list[str]:
    """Return the text of the body line by line, tables cell by cell, in reading order."""
    return [line for block in _blocks(document) for line in block.split("\n") if line.strip()]


def _blocks(parent: WordDocument | _Cell) -> Iterator[str]:
    for block in parent.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            seen = set()
            for row in block.rows:
                for cell in row.cells:
                    if cell._tc not in seen:
                        seen.add(cell._tc)
                        yield from _blocks(cell)


def squeeze(text: str) -> str:
    """Return text with all white space gone: what a comparison 'white space apart' needs."""
    return re.sub(r"\s+", "", text)
