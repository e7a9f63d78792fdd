"""How a command ends: findings, what happened as typed events, and an exit code.

What is said of an event stands in `report`; a page or a program reads the same events.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from generator.files.placed import Placed
from generator.findings.finding import Diagnostic, Waived, has_salah

if TYPE_CHECKING:
    from generator.nomenklatur.butir import ButirNomenklatur
    from generator.revision.compare.years import ComparisonLine
    from generator.revision.opened import StampedFile
    from generator.revision.read.edits import EditMade
    from generator.revision.update.notes import Note

DONE, MEND, MISUSE = 0, 1, 2
"""Exit codes: done; the user's data need mending; wrong use or a faulty Word template."""


@dataclass(frozen=True, slots=True)
class CascadeRead:
    """How much of a tree was read."""

    sasaran: int
    program: int
    sasaran_program: int
    kegiatan: int
    sub_kegiatan: int
    indikator: int


@dataclass(frozen=True, slots=True)
class Tallied:
    """How many findings there are of each severity, and how many are waived."""

    findings: tuple[Diagnostic, ...]
    waived: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether a kind of document can be made of what was read: DONE, MEND or MISUSE.

    `count` is how many documents of that kind the books hold.
    """

    title: str
    exit_code: int
    count: int = 1


class What(Enum):
    """What a file is that was written."""

    NASKAH = auto()
    DIPERBARUI = auto()
    PDF = auto()
    MATRIKS = auto()
    GAMBAR = auto()
    PERBANDINGAN = auto()
    TEMUAN = auto()
    DITANDAI = auto()
    USULAN = auto()
    BERTANDA_DAN_USULAN = auto()
    DARI_WORD = auto()


@dataclass(frozen=True, slots=True)
class FileWritten:
    """A file that was written; of a document, `title` says of what kind."""

    what: What
    path: Path
    title: str = ""


class Nothing(Enum):
    """What was not written, and why."""

    SALAH = auto()
    GAGAL = auto()
    TANPA_TANDA = auto()
    TANPA_USULAN = auto()
    TANPA_PERBANDINGAN = auto()
    TANPA_ASAL = auto()
    TANPA_PENGEMBALIAN = auto()
    TANPA_BIDANG = auto()
    TANPA_SALINAN = auto()


class Next(Enum):
    """What the user may do now."""

    BETULKAN_SALINAN = auto()
    BETULKAN_SISANYA = auto()
    PINDAHKAN_USULAN = auto()
    TULIS_USULAN = auto()
    PERIKSA_LAGI = auto()


@dataclass(frozen=True, slots=True)
class Curable:
    """How many findings have a certain cure that nobody asked to have made."""

    count: int


@dataclass(frozen=True, slots=True)
class CopiesWait:
    """Copies of the books of a folder wait to take the places of these."""

    folder: Path


@dataclass(frozen=True, slots=True)
class KeepEdits:
    """An edited document stands in the way: the command that enters new data into it."""

    edited: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class YearBegun:
    """The books of a new year are ready to be filled."""

    tahun: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Two years side by side, line by line; `lama` and `baru` are what to call them."""

    lama: str
    baru: str
    lines: tuple[ComparisonLine, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """What a document says of itself; `untouched` also when it was never saved again.

    `table` is the official table of its year, by its title, "" where it has no official codes;
    `names_only` when that is newer.
    """

    file: StampedFile
    title: str
    stock_template: str
    untouched: bool
    table: str
    names_only: bool


@dataclass(frozen=True, slots=True)
class EditsTraced:
    """Edits made in Word: all of them, those on text of the books, cells that would change."""

    edits: int
    proposals: int
    others: int


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of edits and new data when both met."""

    carried: tuple[EditMade, ...]
    entered: tuple[Note, ...]
    conflicts: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class UpdateOf:
    """One of several edited documents, of which the events that follow tell."""

    path: Path


@dataclass(frozen=True, slots=True)
class LeftAsMade:
    """How many documents of a folder nobody edited, so that nothing was entered into them."""

    count: int


@dataclass(frozen=True, slots=True)
class CodesFound:
    """Lines of an official table that were asked for, the likeliest first."""

    table: str
    lines: tuple[ButirNomenklatur, ...]


@dataclass(frozen=True, slots=True)
class TableUsed:
    """The official table, by its title, that stands in for those of the program."""

    table: str


@dataclass(frozen=True, slots=True)
class CodesOffered:
    """Books offer the codes of an official table, by its title, in their column Kode Rekening."""

    table: str


@dataclass(frozen=True, slots=True)
class BooksProposed:
    """Books hold the lines of an official table, by its title, for the clerk to choose from."""

    table: str


Event: TypeAlias = (
    CascadeRead
    | Tallied
    | Judged
    | FileWritten
    | Placed
    | Nothing
    | Next
    | Curable
    | CopiesWait
    | KeepEdits
    | YearBegun
    | Compared
    | Described
    | EditsTraced
    | Entered
    | UpdateOf
    | LeftAsMade
    | CodesFound
    | TableUsed
    | CodesOffered
    | BooksProposed
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command has to say: findings, events in their order, exit code."""

    findings: tuple[Diagnostic, ...] = ()
    events: tuple[Event, ...] = ()
    exit_code: int = DONE
    waived: tuple[Waived, ...] = ()


def stopped(
    findings: Iterable[Diagnostic], because: Nothing, exit_code: int = MEND, *, counted: bool = True
) -> Outcome:
    """Return the outcome of a command that wrote nothing."""
    found = tuple(findings)
    if is_misused(found):
        return Outcome(found, (because,), MISUSE)
    events: tuple[Event, ...] = (Tallied(found), because) if counted else (because,)
    return Outcome(found, events, exit_code)


def is_misused(findings: Iterable[Diagnostic]) -> bool:
    """Whether the command was given what it cannot work with: nothing is counted then."""
    return any(one.rule.misuse for one in findings)


def ended(findings: Iterable[Diagnostic], events: Iterable[Event]) -> Outcome:
    """Return the outcome of a command that came to its end."""
    found = tuple(findings)
    return Outcome(found, tuple(events), MEND if has_salah(found) else DONE)
