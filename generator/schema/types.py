"""What a book, a sheet, a column and a key of Identitas are declared with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

TEMPLATE_VERSION = 1
"""Raised whenever a book's layout changes; stands in each book and is read back."""

KIND_PROPERTY = "sk-cascading-buku"
VERSION_PROPERTY = "sk-cascading-versi"
"""Names of the custom document properties that say what a book is."""


class Entry(Enum):
    """What is entered in a column, which decides its cell format and how it is read."""

    TEKS = "teks"
    KODE = "kode"
    PILIHAN = "pilihan"
    TARGET = "target"
    SATUAN = "satuan"
    UANG = "uang"


class Printed(Enum):
    """Where the column's cells print."""

    SELALU = "selalu"
    MATRIKS = "hanya dalam matriks"
    TIDAK = "tidak dicetak"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet; `role` is its name in frames, `help` its header comment."""

    heading: str
    role: str
    help: str
    required: bool = False
    entry: Entry = Entry.TEKS
    printed: Printed = Printed.SELALU
    choices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    width: int = 16
    example: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a header row, then data.

    `level` orders the sheets of the tree (0 = top); `tingkat` are the rows of sheet Jenjang that
    say whether its nodes are used.
    """

    name: str
    purpose: str
    columns: tuple[Column, ...]
    optional: bool = False
    level: int | None = None
    tingkat: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    def column(self, role: str) -> Column:
        """Return the column with this role; raise KeyError when there is none."""
        for column in self.columns:
            if column.role == role:
                return column
        raise KeyError(role)


@dataclass(frozen=True, slots=True)
class Book:
    """One workbook. `kind` stands inside the file; `filename` is only its usual name.

    An `optional` book is never missing: where it is there, it asks for what is made of it.
    """

    kind: str
    title: str
    purpose: str
    sheets: tuple[Sheet, ...]
    level: int | None = None
    optional: bool = False

    @property
    def filename(self) -> str:
        return f"{self.kind}.xlsx"

    def sheet(self, name: str) -> Sheet:
        """Return the sheet called `name`; raise KeyError when there is none."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Key:
    """One key of sheet Identitas. `lines` may hold several lines; `code` refuses date cells."""

    name: str
    role: str
    help: str
    required: bool = False
    lines: bool = False
    code: bool = False
    default: str = ""
    choices: tuple[str, ...] = ()
    printed: bool = True
    example: str = ""
