"""What is read from a cell and travels to the paper: its place, its text, its number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file: as much of book, sheet, cell as is known.

    `row` counts from 1 as Excel does, `column` is the letter, `heading` the column's heading.
    `spot` is a place in words inside a Word file ("isi dokumen, paragraf 12").
    """

    book: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    heading: str | None = None
    spot: str | None = None

    @property
    def cell(self) -> str | None:
        """The address as Excel writes it ("F14"), or None when the place is not one cell."""
        return f"{self.column}{self.row}" if self.column and self.row else None

    def __str__(self) -> str:
        parts = [self.book]
        if self.sheet:
            parts.append(f'lembar "{self.sheet}"')
        if self.cell:
            parts.append(f"sel {self.cell}")
        elif self.row:
            parts.append(f"baris {self.row}")
        elif self.column:
            parts.append(f"kolom {self.column}")
        if self.spot:
            parts.append(self.spot)
        text = " › ".join(parts)
        return f'{text} (kolom "{self.heading}")' if self.heading else text


@dataclass(frozen=True, slots=True)
class Isian:
    """A filled cell on its way to the decree.

    `text` is what prints, `raw` what was typed (with its placeholders); `identity` names the
    value for ever, wherever its cell moves, and is empty until a builder gives it. Where it is a
    line of its cell, `whole` is the cell as typed, in which `raw` begins at `start`.
    """

    text: str
    raw: str
    place: Place
    identity: tuple[str, ...] = ()
    whole: str = ""
    start: int = 0

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    def named(self, *identity: str) -> Isian:
        """Return this value under its lasting name."""
        return Isian(self.text, self.raw, self.place, identity, self.whole, self.start)


PrintRun = Callable[[Isian], str]
"""Gives the anchored run(s) of one value as WordprocessingML."""

Blok = Callable[[PrintRun], Iterator[str]]
"""Gives block-level WordprocessingML (tables, paragraphs) piece by piece, the last row within the
last piece; its values are printed by a PrintRun."""


@dataclass(frozen=True, slots=True)
class Target:
    """A target as printed ("8,2%") with the number behind it, None for a text target."""

    isian: Isian
    nilai: Decimal | None
    satuan: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its filled cells by role. `place` is the row, without a column.

    `targets` are the targets of a plan among its cells, by role.
    """

    place: Place
    cells: Mapping[str, Isian] = field(default_factory=dict)
    columns: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    targets: Mapping[str, Target] = field(default_factory=dict)

    def at(self, role: str) -> Place:
        """Return the place of this row's cell with that role, filled or not."""
        letter, heading = self.columns.get(role, (None, None))
        return replace(self.place, column=letter, heading=heading)
