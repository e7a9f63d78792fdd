"""The pohon kinerja as placed rectangles and lines, ready for Word, SVG or anything else.

All lengths are twips (1/20 point), Word's own unit, so that nothing is rounded twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from generator.cascade.model import Jenis
from generator.lampiran.content.boxes import Alinea
from generator.word.styles import ParagraphStyle

MM = 1440 / 25.4
"""Twips in a millimetre."""


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """The pages of the annex: paper and margins.

    `first` is the height taken on the first page by the annex's heading and title, `last` what
    the signature needs below the last sheet.
    """

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    first: int = 0
    last: int = 0

    @property
    def inner_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> int:
        return self.height - self.top - self.bottom


class CellRole(Enum):
    """What a cell of a box is, which decides its shade."""

    JUDUL = "judul"
    KEPALA = "kepala"
    ISI = "isi"
    JENJANG = "jenjang"


@dataclass(frozen=True, slots=True)
class Cell:
    """One rectangle with text. `edges` are its lines (top, right, bottom, left) in 1/8 point."""

    x: int
    y: int
    width: int
    height: int
    gaya: ParagraphStyle
    teks: tuple[Alinea, ...]
    jenis: Jenis
    peran: CellRole
    edges: tuple[int, int, int, int]
    middle: bool = True


@dataclass(frozen=True, slots=True)
class Connector:
    """A connector, horizontal or vertical, from its left or upper end."""

    x: int
    y: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Chart:
    """One tree drawn under its heading, from (0, 0) at the left below that heading."""

    heading: Alinea
    bookmarks: tuple[str, ...]
    cells: tuple[Cell, ...]
    lines: tuple[Connector, ...]
    width: int
    height: int

    @property
    def xs(self) -> list[int]:
        """Every x at which a cell or a line stands: the edges of the columns of its table."""
        columns = {0, self.width}
        for cell in self.cells:
            columns.update((cell.x, cell.x + cell.width))
        for line in self.lines:
            columns.update((line.x, line.x2))
        return sorted(columns)


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """One page; its charts stand below one another."""

    number: int
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class Pohon:
    """All sheets in order; `pages` says on which page each bookmark stands."""

    sheets: tuple[DrawnSheet, ...]
    pages: Mapping[str, int]
