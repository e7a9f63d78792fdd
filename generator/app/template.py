"""The commands `template` and `contoh`: the books to fill in or to look at, the Word template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.app.berkas import read_folder
from generator.app.outcome import DONE, MEND, MISUSE, CodesOffered, Outcome, is_misused
from generator.contoh.fill import write_contoh
from generator.files.placed import Placed, Placement, place
from generator.findings.finding import has_salah
from generator.naskah.keputusan_cascading.awal import file_names, standard_rows
from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING
from generator.naskah.kind import Kind
from generator.workbook.making.begun import begun_book
from generator.workbook.making.proposed import BOOKS as PROPOSED
from generator.workbook.making.proposed import code_choices
from generator.workbook.renewing.folder import table_of, write_blank_books


def write_templates(
    folder: Path, source: Path | None = None, bidang: Sequence[str] = (), office: str = ""
) -> Outcome:
    """Write the books to fill in; `source` is the filled folder whose codes become choices.

    The official codes of `bidang` become those of Kode Rekening. The books are those of a kind of
    `office`, the usual ones where none is named.
    """
    table = table_of(folder, source) if bidang else None
    offices = [table.office(one) for one in bidang] if table else []
    codes = {book.kind: code_choices(book, offices) for book in PROPOSED}
    written, findings = write_blank_books(
        folder, source, codes, standard_rows(date.today(), office), file_names(office)
    )
    outcome = placed(written)
    if table:
        outcome = replace(outcome, events=(*outcome.events, CodesOffered(table.title)))
    told = (*findings, *outcome.findings)
    code = MISUSE if is_misused(told) else MEND if has_salah(told) else DONE
    return Outcome(told, outcome.events, max(outcome.exit_code, code))


def add_books(folder: Path, kinds: Sequence[Kind[Any]]) -> Outcome:
    """Write the optional books that ask for these kinds, begun from what the folder says."""
    source = read_folder(folder).source
    books = []
    for kind in kinds:
        rows = kind.prefill(source) if kind.prefill else {}
        books.append(place(folder / kind.asked_by.filename, begun_book(kind.asked_by, rows)))
    return placed(books)


def write_word_template(folder: Path, kind: Kind[Any] = KEPUTUSAN_CASCADING) -> Outcome:
    """Write the Word template of a kind for the legal section to edit."""
    return placed([place(folder / kind.template_name, kind.form.stock_file())])


def write_example(folder: Path, contoh: str) -> Outcome:
    """Write a copy of a worked example."""
    return placed(write_contoh(folder, contoh))


def placed(written: Iterable[Placed]) -> Outcome:
    """Say what became of each file, and why one could not be written."""
    files = tuple(written)
    reasons = tuple(one.because for one in files if one.because)
    failed = any(one.placement in (Placement.GAGAL, Placement.TAK_TERSALIN) for one in files)
    return Outcome(reasons, files, MEND if failed else DONE)
