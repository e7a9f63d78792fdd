"""What people changed in a decree, brought back to the books that its texts come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from generator.app.outcome import DONE, MEND, Outcome
from generator.bahasa.wording import fold
from generator.files.output import Written
from generator.findings.finding import Diagnostic, finding, has_salah
from generator.findings.rule import Severity
from generator.revision.back.proposals import propose
from generator.revision.opened import DecreeFile, open_decree
from generator.schema.keputusan import KEPUTUSAN
from generator.values import Place
from generator.workbook.copies.propose import write_proposed
from generator.workbook.copies.shelved import BROUGHT_BACK, changed_copies
from generator.workbook.reading.books import read_books
from generator.workbook.reading.raw import RawBook
from generator.workbook.reading.tables import Tables, make_tables
from generator.workbook.reading.texts import cell_texts


def bring_back(path: Path, folder: Path, *, write: bool = False) -> Outcome:
    """List what the cells would have to say for the decree to read as it was edited.

    With `write`, copies of the books say so; the books themselves are never touched.
    """
    decree = open_decree(path)
    if isinstance(decree, Diagnostic):
        return _stopped([decree])
    books, found = read_books(folder)
    unread = [one for one in found if one.severity is Severity.SALAH]
    if not books:
        return _stopped(unread)
    tables = make_tables(books)[0]
    if other := _other_agency(decree, books, tables):
        return _stopped([other])
    found = propose(decree, books, tables)
    proposals = [one for one in found if one.edits]
    findings = [*changed_copies(folder), *unread, *_changed_books(decree, books), *found]
    summary = list(_summary(decree, proposals, write))
    if write and proposals:
        copies = write_proposed(books, proposals, cell_texts(books), BROUGHT_BACK)
        findings += [one for one in copies if isinstance(one, Diagnostic)]
        paths = [one.path for one in copies if isinstance(one, Written)]
        summary += [f"Salinan usulan: {path}" for path in paths]
        if paths:
            summary.append("Bila setuju, pindahkan salinan itu menggantikan bukunya.")
    return Outcome(tuple(findings), tuple(summary), MEND if has_salah(findings) else DONE)


def _stopped(findings: Sequence[Diagnostic]) -> Outcome:
    return Outcome(tuple(findings), ("Tidak ada yang diusulkan.",), MEND)


def _other_agency(
    decree: DecreeFile, books: Sequence[RawBook], tables: Tables
) -> Diagnostic | None:
    mine, theirs = tables.isian["perangkat_daerah"], decree.stamp.origin.perangkat_daerah
    if all(book.kind != KEPUTUSAN.kind for book in books) or fold(mine) == fold(theirs):
        return None
    place = Place(decree.path.name)
    return finding("keputusan-kantor-lain", place, lama=theirs, baru=mine)


def _changed_books(decree: DecreeFile, books: Sequence[RawBook]) -> Iterator[Diagnostic]:
    for book in books:
        made_of = decree.stamp.origin.inputs.get(book.name)
        if made_of and made_of != sha256(book.path.read_bytes()).hexdigest():
            yield finding("buku-berubah-sejak-keputusan", book.place)


def _summary(decree: DecreeFile, proposals: Sequence[Diagnostic], write: bool) -> Iterator[str]:
    others = sum(edit.anchor is None for edit in decree.edits)
    yield f"Suntingan di Word: {len(decree.edits)}; sel yang diusulkan berubah: {len(proposals)}."
    if others:
        yield f"{others} suntingan lain bukan pada teks dari buku, jadi tidak diusulkan."
    if proposals and not write:
        yield "Dengan --tulis, usulan ini ditulis ke salinan buku di folder hasil-periksa."
