"""The way in on one page: a folder becomes one tree and, kind by kind, what can be made of it.

Each step takes what the one before returned. Findings are collected on the way; what is Salah
holds up the kinds that read the book it is found in, and no others.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from generator.app.outcome import DONE, MEND, MISUSE
from generator.cascade.build import build_cascade
from generator.cascade.checks.run import check_cascade
from generator.cascade.model import Cascade
from generator.findings.finding import Diagnostic, Waived, finding, has_salah
from generator.findings.gathering import gathered
from generator.findings.rule import Severity
from generator.findings.waivers import waive
from generator.naskah.kind import Document, Kind, Source, books_of
from generator.naskah.registry import KINDS
from generator.nomenklatur.tables import Nomenklatur
from generator.revision.opened import StampedFile, open_stamped
from generator.schema.keputusan import JENJANG, KEPUTUSAN, PENGECUALIAN
from generator.schema.kinerja import ESELON
from generator.schema.types import Book
from generator.values import Place, Row
from generator.word.logo import read_logo
from generator.word.render import Template
from generator.word.template.form import TemplateForm, stock_template
from generator.workbook.copies.hasil_periksa import changed_copies
from generator.workbook.opening.raw import RawBook
from generator.workbook.reading.books import read_books
from generator.workbook.reading.completeness import missing_books
from generator.workbook.reading.own_table import read_own_table
from generator.workbook.reading.tables import make_tables
from generator.workbook.reading.texts import cell_texts, text_at

LOGO_NAME = "logo.png"
_TREE = (KEPUTUSAN, *ESELON)
"""The books that the cascade is made of."""
_NOT_OF_TREE = {sheet.name for sheet in KEPUTUSAN.sheets} - {JENJANG.name}
"""The sheets of the decree whose faults leave the tree as it is."""

Model = TypeVar("Model")


@dataclass(frozen=True, slots=True)
class Naskah(Generic[Model]):
    """What can be printed of one kind: nothing in its way is Salah."""

    kind: Kind[Model]
    model: Model
    template: Template
    documents: tuple[Document, ...]

    def document(self, key: Sequence[str]) -> Document | None:
        """Return the document of that key, None when the books hold none of it."""
        return next((one for one in self.documents if one.key == tuple(key)), None)


@dataclass(frozen=True, slots=True)
class Berkas:
    """What a folder says.

    `rows` are those that the cascade is made of, `nomenklatur` the official table of its year.
    `naskah` are the kinds that can be printed, `stopped` those that are asked for and cannot,
    each with its exit code.
    """

    folder: Path
    books: tuple[RawBook, ...]
    source: Source
    logo: bytes | None
    findings: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...]
    nomenklatur: Nomenklatur
    rows: tuple[Row, ...]
    naskah: tuple[Naskah[Any], ...]
    stopped: tuple[tuple[Kind[Any], int], ...]

    @property
    def cascade(self) -> Cascade:
        return self.source.cascade

    @property
    def exit_code(self) -> int:
        """The worst of what holds up a kind, or what is Salah anywhere."""
        codes = [code for _, code in self.stopped]
        return max(codes, default=MEND if has_salah(self.findings) else DONE)

    def of(self, kind: Kind[Model]) -> Naskah[Model] | None:
        """Return what can be printed of a kind, if it can."""
        return next((one for one in self.naskah if one.kind == kind), None)


def read_folder(folder: Path, kinds: Sequence[Kind[Any]] = KINDS) -> Berkas:
    """Read and check all that a folder holds: books, logo, the office's own Word templates."""
    known = books_of(kinds)
    books, findings = read_books(folder, known)
    lines, found = read_own_table(folder)
    findings += found
    flat, found = make_tables(books, known, lines)
    jenjang = flat.lembar.get((KEPUTUSAN.kind, JENJANG.name), ())
    findings += missing_books(books, findings, known, jenjang)
    findings += changed_copies(folder)
    findings += found
    cascade, found = build_cascade(flat.baris, jenjang)
    findings += found
    files = {book.kind: book.name for book in reversed(books)}
    on = _Books(books, known)
    wanted = [one for one in kinds if one.asked_by.kind in files or not one.asked_by.optional]
    if any(kind.reads_tree for kind in wanted):
        salah = on.salah_in(_TREE, findings)
        broken = [place for place in salah if place.sheet not in _NOT_OF_TREE]
        if not cascade.akar and books and not broken:
            findings.append(finding("belum-diisi", Place(folder.resolve().name)))
        else:
            rows, tahun = list(flat.baris["row"]), flat.isian["tahun"]
            findings += check_cascade(cascade, rows, tahun, flat.nomenklatur, broken)
    source = Source(cascade, flat.lembar, files, flat.isian)
    models = {}
    for kind in wanted:
        if kind.asked_by.kind in files:
            models[kind.key], found = kind.build(source)
            findings += found
    logo, found = read_logo(folder / LOGO_NAME)
    findings += found
    templates = {
        kind.key: _open_template(folder / kind.template_name, kind.form, has_logo=bool(logo))
        for kind in wanted
    }
    faults = [one for _, found in templates.values() for one in found]
    waivers = flat.lembar.get((KEPUTUSAN.kind, PENGECUALIAN.name), ())
    typed = partial(text_at, cell_texts(books) if waivers else {})
    left, waived = waive([*findings, *faults], waivers, typed)
    naskah: list[Naskah[Any]] = []
    stopped: list[tuple[Kind[Any], int]] = []
    for kind in wanted:
        (template, found), model = templates[kind.key], models.get(kind.key)
        if model is None or template is None or on.hold_up(kind.books, findings):
            stopped.append((kind, MISUSE if has_salah(found) else MEND))
        else:
            documents = tuple(kind.documents(model, source))
            naskah.append(Naskah(kind, model, template, documents))
    return Berkas(
        folder=folder,
        books=books,
        source=source,
        logo=logo,
        findings=tuple(gathered(left)),
        waived=tuple(waived),
        nomenklatur=flat.nomenklatur,
        rows=tuple(flat.baris["row"]),
        naskah=tuple(naskah),
        stopped=tuple(stopped),
    )


class _Books:
    """Which kind of book each file name stands for, as far as that is known."""

    def __init__(self, books: Sequence[RawBook], known: Sequence[Book]) -> None:
        usual = {book.filename: book.kind for book in known}
        self._kinds: Mapping[str, str] = usual | {book.name: book.kind for book in books}

    def hold_up(self, books: Sequence[Book], findings: Sequence[Diagnostic]) -> bool:
        """Whether something Salah stands in one of the books, or in no book that is known."""
        return bool(self.salah_in(books, findings))

    def salah_in(self, books: Sequence[Book], findings: Sequence[Diagnostic]) -> list[Place]:
        """Return where something is Salah in one of the books, or in no book that is known."""
        mine = {"", *(book.kind for book in books)}
        return [
            one.place
            for one in findings
            if one.severity is Severity.SALAH and self._kinds.get(one.place.book, "") in mine
        ]


def wanted(berkas: Berkas, only: Sequence[str]) -> Berkas:
    """Return a folder as if its books asked for no other kinds than those, named by their keys."""
    if not only:
        return berkas
    return replace(
        berkas,
        naskah=tuple(one for one in berkas.naskah if one.kind.key in only),
        stopped=tuple((kind, code) for kind, code in berkas.stopped if kind.key in only),
    )


def _open_template(
    path: Path, form: TemplateForm, *, has_logo: bool
) -> tuple[Template | None, list[Diagnostic]]:
    """Return the office's own template where there is one, else the stock template."""
    if not os.path.lexists(path):
        return stock_template(form), []
    from generator.word.template.open import open_template

    template, findings = open_template(path, form)
    if template and has_logo and not template.logos:
        findings.append(finding("templat-tanpa-tempat-logo", Place(path.name)))
    return template, findings


def open_known(
    path: Path, kinds: Sequence[Kind[Any]], original: Path | None = None
) -> tuple[StampedFile, Kind[Any]] | Diagnostic:
    """Return a document of this program with its kind, or why it is not known as one.

    One that lost its stamp is known by that of `original`.
    """
    opened = open_stamped(path, original)
    if isinstance(opened, Diagnostic):
        return opened
    key = opened.stamp.origin.kind
    for kind in kinds:
        if kind.key == key:
            return opened, kind
    return finding("jenis-naskah-asing", Place(path.name), jenis=key)


def document_of(
    opened: StampedFile, kind: Kind[Any], berkas: Berkas
) -> tuple[Naskah[Any], Document] | Diagnostic:
    """Return what the books of a folder hold of a document, or say that they hold none of it.

    The kind is one that nothing Salah holds up in that folder.
    """
    naskah = berkas.of(kind)
    document = naskah.document(opened.stamp.origin.key) if naskah else None
    if naskah and document:
        return naskah, document
    naskah_ini = " ".join((kind.title, *opened.stamp.origin.key))
    return finding("naskah-tidak-dimuat", Place(opened.path.name), naskah=naskah_ini)
