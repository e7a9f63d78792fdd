"""The paper of the annex, read from the template's last section."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAG = re.compile(r"<w:(pgSz|pgMar)\b[^>]*>")
_UNSAID = {
    "pgSz": {"w": 18709, "h": 12189},
    "pgMar": {"top": 1417, "right": 1134, "bottom": 1134, "left": 1134},
}
"""What a section says in the stock template, for one that does not say it."""
_NUMBER = re.compile(r'w:(\w+)="(-?\d+)"')


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in twips (1/20 pt)."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right


def annex_page(document: str) -> Page:
    """Return the page of the last section of a document's XML, tags and all."""
    last = dict(_UNSAID)
    for tag in _TAG.finditer(document):
        said = {name: int(number) for name, number in _NUMBER.findall(tag[0])}
        last[tag[1]] = _UNSAID[tag[1]] | said
    size, margins = last["pgSz"], last["pgMar"]
    return Page(
        size["w"], size["h"], margins["top"], margins["right"], margins["bottom"], margins["left"]
    )
