"""The command `usulan-balik`: edits made in Word, brought back to the books they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.app.berkas import open_known
from generator.app.outcome import (
    CopiesWait,
    EditsTraced,
    Event,
    FileWritten,
    Next,
    Nothing,
    Outcome,
    What,
    ended,
    stopped,
)
from generator.bahasa.wording import fold
from generator.files.output import Written
from generator.findings.finding import Diagnostic, finding
from generator.findings.rule import Severity
from generator.naskah.kind import Kind, books_of
from generator.naskah.registry import KINDS
from generator.revision.back.proposals import propose
from generator.revision.opened import StampedFile
from generator.schema.keputusan import KEPUTUSAN
from generator.values import Place
from generator.workbook.copies.hasil_periksa import BROUGHT_BACK, changed_copies
from generator.workbook.copies.propose import write_proposed
from generator.workbook.opening.raw import RawBook
from generator.workbook.reading.books import read_books
from generator.workbook.reading.tables import Tables, make_tables
from generator.workbook.reading.texts import cell_texts


def bring_back(
    path: Path, folder: Path, *, write: bool = False, kinds: Sequence[Kind[Any]] = KINDS
) -> Outcome:
    """List what the cells would have to say for the document to read as it was edited.

    With `write`, copies of the books say so; the books themselves are never touched.
    """
    known = open_known(path, kinds)
    if isinstance(known, Diagnostic):
        return stopped([known], Nothing.TANPA_PENGEMBALIAN, counted=False)
    opened, _ = known
    books, found = read_books(folder, books_of(kinds))
    unread = [one for one in found if one.severity is Severity.SALAH]
    if not books:
        return stopped(unread, Nothing.TANPA_PENGEMBALIAN, counted=False)
    tables = make_tables(books, books_of(kinds))[0]
    if other := _other_agency(opened, books, tables):
        return stopped([other], Nothing.TANPA_PENGEMBALIAN, counted=False)
    found = propose(opened, books, tables)
    proposals = [one for one in found if one.edits]
    findings = [*changed_copies(folder), *unread, *_changed_books(opened, books), *found]
    listed = sum(one.rule.name == "butir-berubah-di-word" for one in found)
    others = max(0, sum(edit.anchor is None for edit in opened.edits) - listed)
    events: list[Event] = [EditsTraced(len(opened.edits), len(proposals), others)]
    if proposals and not write:
        events.append(Next.TULIS_USULAN)
    elif proposals:
        copies = write_proposed(books, proposals, cell_texts(books), BROUGHT_BACK)
        findings += [one for one in copies if isinstance(one, Diagnostic)]
        paths = [one.path for one in copies if isinstance(one, Written)]
        events += [FileWritten(What.DARI_WORD, path) for path in paths]
        events += [CopiesWait(folder)] if paths else []
    return ended(findings, events)


def _other_agency(
    opened: StampedFile, books: Sequence[RawBook], tables: Tables
) -> Diagnostic | None:
    mine, theirs = tables.isian["perangkat_daerah"], opened.stamp.origin.perangkat_daerah
    if all(book.kind != KEPUTUSAN.kind for book in books) or fold(mine) == fold(theirs):
        return None
    place = Place(opened.path.name)
    return finding("keputusan-kantor-lain", place, lama=theirs, baru=mine)


def _changed_books(opened: StampedFile, books: Sequence[RawBook]) -> Iterator[Diagnostic]:
    for book in books:
        made_of = opened.stamp.origin.inputs.get(book.name)
        if made_of and made_of != book.digest:
            yield finding("buku-berubah-sejak-keputusan", book.place)
