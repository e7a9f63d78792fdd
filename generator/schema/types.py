"""What a book, a sheet, a column and a key of Identitas are declared with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
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
    RENCANA = "dalam matriks, bila diminta"
    TIDAK = "tidak dicetak"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet; `role` is its name in frames, `help` its header comment.

    A column `per_simpul` says something of the whole Kode, in its first filled cell; others say
    something of the indikator of their row. One with {tahun} in its names stands for a column of
    each year; that of a year says which `tahun`.
    """

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
    per_simpul: bool = False
    tahun: int | None = None

    def of_year(self, tahun: int) -> Column:
        """Return the column of one year."""
        heading, role = self.heading.format(tahun=tahun), self.role.format(tahun=tahun)
        return replace(self, heading=heading, role=role, aliases=(), tahun=tahun)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What texts may write in braces for a key; `value` makes it of what the key says.

    With `capitals` the name in capitals stands for the value in capitals.
    """

    name: str
    value: Callable[[str], str] = str
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a sheet of keys. `lines` may hold several lines; `code` refuses date cells.

    A date cell under one that is a `date` says it in words. What a `yearly` one says never outlives
    its year.

    `tags` are the names under which a Word template prints it, "daftar_lampiran[].judul" in each
    annex; a key without any does not print. An empty key says its `default`, with the finding
    `unfilled` where there is one, or what the key with the role `same_as` says.
    """

    name: str
    role: str
    help: str
    required: bool = False
    lines: bool = False
    code: bool = False
    date: bool = False
    yearly: bool = False
    default: str = ""
    choices: tuple[str, ...] = ()
    example: str = ""
    tags: tuple[str, ...] = ()
    same_as: str = ""
    unfilled: str = ""
    placeholder: Placeholder | None = None

    @property
    def printed(self) -> bool:
        return bool(self.tags)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a header row, then data.

    `level` orders the sheets of the tree (0 = top); `tingkat` are the rows of sheet Jenjang that
    say whether its nodes are used. On a sheet of `keys` every row says what stands under one of
    them. `addable` are columns that a clerk may add; no book has them by itself.
    """

    name: str
    purpose: str
    columns: tuple[Column, ...]
    optional: bool = False
    level: int | None = None
    tingkat: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    addable: tuple[Column, ...] = ()

    @property
    def placeholders(self) -> tuple[str, ...]:
        """What texts may write in braces for the keys of this sheet."""
        fed = [key.placeholder for key in self.keys if key.placeholder]
        return tuple(
            name
            for one in fed
            for name in ((one.name, one.name.upper()) if one.capitals else (one.name,))
        )

    def column(self, role: str) -> Column:
        """Return the column with this role; raise KeyError when there is none."""
        for column in self.columns:
            if column.role == role:
                return column
        raise KeyError(role)

    def added(self, roles: Iterable[str]) -> tuple[Column, ...]:
        """Return those of the addable columns that have one of these roles, years in order."""
        there = sorted(roles)
        found = [_with_role(column, role) for column in self.addable for role in there]
        return tuple(column for column in found if column)


def _with_role(column: Column, role: str) -> Column | None:
    if column.role == role:
        return column
    year = role.rpartition("_")[2]
    is_of_year = year.isdigit() and column.role.format(tahun=year) == role
    return column.of_year(int(year)) if is_of_year else None


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
