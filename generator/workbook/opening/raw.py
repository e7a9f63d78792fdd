"""A workbook as it was read, before anything is known of what its cells mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum
from pathlib import Path

from generator.schema.types import Book
from generator.values import Place

Value = str | int | float | bool | datetime | date | time | timedelta | None
"""What a cell holds; a formula's is its stored result."""


class Fault(Enum):
    """Why a cell has no value that could be printed."""

    GALAT = "an error value such as #REF!, which is the cell's value"
    RUMUS = "a formula whose result is not stored in the file"
    TERSEBUT = "no entry of its own, of which a finding speaks already"


@dataclass(frozen=True, slots=True)
class RawCell:
    """One cell with more in it than white space; `number_format` is Excel's code ("0.0%")."""

    value: Value
    number_format: str = "General"
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row that holds something: its filled cells by column letter, from left to right."""

    number: int
    cells: Mapping[str, RawCell]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """One merged area, by rows and column letters, both ends included."""

    first_row: int
    last_row: int
    first_column: str
    last_column: str


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet: its filled rows from top to bottom.

    `sorted_area` is what was last sorted in it ("A2:S40"), as far as the file says so.
    """

    name: str
    rows: tuple[RawRow, ...]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    hidden_columns: frozenset[str] = field(default_factory=frozenset)
    sorted_area: str = ""


@dataclass(frozen=True, slots=True)
class RawBook:
    """One workbook that said what it is.

    `declared` is what the schema says of its kind; `digest` the SHA-256 of the file's bytes as
    they were read.
    """

    path: Path
    declared: Book
    sheets: tuple[RawSheet, ...]
    digest: str

    @property
    def kind(self) -> str:
        return self.declared.kind

    @property
    def name(self) -> str:
        """The file's name, as findings call the book."""
        return self.path.name

    @property
    def place(self) -> Place:
        return Place(self.name)
