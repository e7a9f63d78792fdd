"""Named paragraph styles, as they are declared and as a file inherits them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property


class Rata(Enum):
    """Alignment, by its name in WordprocessingML."""

    KIRI = "left"
    TENGAH = "center"
    KANAN = "right"


@dataclass(frozen=True, eq=False)
class Gaya:
    """One paragraph style. `line` is the exact line spacing; `indent` stands left and right.

    All lengths are points. `guna` says in Indonesian what prints with it; `outline` is the level
    in Word's navigation pane, from 1.
    """

    name: str
    guna: str
    based_on: str | None
    size: float
    line: float
    bold: bool = False
    align: Rata = Rata.KIRI
    before: float = 0
    after: float = 0
    indent: float = 0
    keep_next: bool = False
    outline: int | None = None

    @cached_property
    def style_id(self) -> str:
        """The name without spaces, as it stands in `w:pStyle`."""
        return self.name.replace(" ", "")
