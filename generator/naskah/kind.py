"""What a kind of document is: all that the program has to know of it, declared in one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.cascade.model import Cascade
from generator.findings.finding import Diagnostic
from generator.lampiran.sheet import PageGeometry
from generator.schema.kinerja import ESELON
from generator.schema.types import Book
from generator.values import Blok, Row
from generator.word.template.form import TemplateForm

Model = TypeVar("Model")

Drawer = Callable[[PageGeometry], Blok]
"""Draws the content of one annex to fit its pages."""

Identity = tuple[str, ...]
"""The lasting name of a value: kind of book, sheet, key or kode, and what it is there."""


@dataclass(frozen=True, slots=True)
class Source:
    """What every kind is built from: the books of one folder, read once.

    `lembar` are the rows of the sheets that are none of the tree, by kind of book and name of
    sheet; `files` the file name of the book of each kind that is there; `isian` what each
    placeholder stands for ("tahun", "perangkat_daerah"), itself where the decree's book is silent.
    """

    cascade: Cascade
    lembar: Mapping[tuple[str, str], Sequence[Row]]
    files: Mapping[str, str]
    isian: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a kind.

    `key` names it for ever among those of its kind, () where there is one only; `name` is what
    the file is called, without its extension. `perangkat_daerah` is that of the folder, since none
    of another office is taken back; `tanggal` is its date as typed. `context` gives the template's
    names, for the content of each annex in order and whether there is a logo. `title` is what the
    file's properties call it, "" for kind, office and year.
    """

    key: tuple[str, ...]
    name: str
    perangkat_daerah: str
    tahun: str
    tanggal: str
    context: Callable[[Sequence[Blok], bool], Mapping[str, object]]
    annexes: tuple[Drawer, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Kind(Generic[Model]):
    """One kind of document.

    `key` stands in every stamp and is never renamed; `title` is what messages call one.
    `asked_by` is the book that asks for it: where that book is optional, only by being there.
    `reads` are all further books whose faults hold it up. `build` makes the model and says all
    that is to be said of it. `dated_by` is the value that dates the document. `prefill` gives the
    rows, by sheet and role, with which its optional book begins.
    """

    key: str
    title: str
    asked_by: Book
    reads: tuple[Book, ...]
    form: TemplateForm
    build: Callable[[Source], tuple[Model | None, list[Diagnostic]]]
    documents: Callable[[Model, Source], Sequence[Document]]
    dated_by: Identity = ()
    prefill: Callable[[Source], Mapping[str, Sequence[Mapping[str, str]]]] | None = None

    @property
    def books(self) -> tuple[Book, ...]:
        """Every book that the kind is made from."""
        return (self.asked_by, *self.reads)

    @property
    def yearly(self) -> frozenset[Identity]:
        """The values that never outlive their year."""
        book = self.asked_by
        return frozenset(
            (book.kind, sheet.name, key.name, "0")
            for sheet in book.sheets
            for key in sheet.keys
            if key.yearly
        )

    @property
    def reads_tree(self) -> bool:
        """Whether it is made from the cascade, with its official codes."""
        return any(book in ESELON for book in self.books)

    @property
    def template_name(self) -> str:
        """The name under which an office lays its own Word template into the folder."""
        return f"templat-{self.key}.docx"


def books_of(kinds: Sequence[Kind[Model]]) -> tuple[Book, ...]:
    """Return every book that one of the kinds is made from, each once."""
    return tuple({book.kind: book for kind in kinds for book in kind.books}.values())
