"""Writes the blank books into a working folder, with the parents filled in so far as choices."""

from __future__ import annotations

import warnings
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import count
from pathlib import Path

import pandas as pd
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from generator.files.new import Outcome, Written, write_new, write_over
from generator.findings.finding import Diagnostic
from generator.schema.books import BOOKS, DAFTAR, PEMERIKSAAN, PETUNJUK
from generator.schema.keputusan import JENJANG, KEPUTUSAN
from generator.schema.kinerja import JENIS_KEGIATAN, SASARAN, SUB_KEGIATAN, TREE_SHEETS
from generator.schema.levels import used_tingkat, uses
from generator.schema.types import Book
from generator.workbook.choice import choice
from generator.workbook.copies.shelved import COPIES
from generator.workbook.making import look
from generator.workbook.making.blank import blank_book, blank_workbook
from generator.workbook.making.lists import list_of_parents, set_lists
from generator.workbook.making.save import is_untouched, to_sealed_bytes
from generator.workbook.making.windows import write_cmd_files
from generator.workbook.reading.books import read_books
from generator.workbook.reading.raw import RawBook
from generator.workbook.reading.tables import Tables, make_tables


def write_blank_books(
    folder: Path, source: Path | None = None
) -> tuple[list[Written], list[Diagnostic]]:
    """Write every missing book and .cmd file; renew the Kode Induk choices of those there.

    The choices come from the books in `source`, or from those in `folder` itself. A book in
    which nothing is entered is written anew when its choices change; one with entries stays and
    its renewed copy goes to `hasil-periksa/`. Findings are of books that could not be read.
    """
    there, findings = _read(folder)
    above = there
    if source is not None:
        above, found = read_books(source)
        findings = [*findings, *found]
    upper, own = make_tables(above)[0], make_tables(there)[0]
    written: list[Written] = []
    for book in BOOKS:
        parents = choices_for(book, upper, own)
        present = [raw for raw in there if raw.kind == book.kind]
        if present:
            written += [_renew(raw, book, parents) for raw in present]
        else:
            written.append(write_new(folder / book.filename, blank_book(book, parents)))
    return [*written, *write_cmd_files(folder)], findings


def choices_for(book: Book, upper: Tables, own: Tables) -> tuple[str, ...]:
    """Return the choices of the book's Kode Induk: the nearest used level above, then its own.

    Of the book's own rows those are offered that may stand above others of their sheet:
    Kegiatan, and Sasaran where Sasaran have parents at all.
    """
    if book.level is None:
        return ()
    used = used_tingkat(upper.lembar[KEPUTUSAN.kind, JENJANG.name])
    above = _with_kode(upper, _level_above(book.level, used))
    same = _with_kode(own, book.level)
    if book.level == SUB_KEGIATAN.level:
        same = same[same["jenis"] == JENIS_KEGIATAN[0]]
    elif book.level != SASARAN.level or (above.empty and same["kode_induk"].isna().all()):
        same = same.head(0)
    rows = [*above.to_dict("records"), *same.to_dict("records")]
    return tuple(dict.fromkeys(choice(row["kode"], _text(row)) for row in rows))


def _level_above(level: int, used: Iterable[str] | None) -> int:
    """Return the nearest level above that is used, the top where none is."""
    there = (sheet.level for _, sheet in TREE_SHEETS if uses(used, sheet))
    return max((one for one in there if one is not None and one < level), default=0)


def _with_kode(tables: Tables, level: int) -> pd.DataFrame:
    rows = tables.baris
    return rows[rows["kode"].notna() & (rows["tingkat"] == level)]


def _text(row: Mapping[Hashable, object]) -> str:
    by_name = row["tingkat"] == SUB_KEGIATAN.level
    first, second = ("nama", "sasaran") if by_name else ("sasaran", "nama")
    return str(row[first] or row[second] or "")


def _read(folder: Path) -> tuple[tuple[RawBook, ...], list[Diagnostic]]:
    """Read what books there are; a folder without any is no fault here."""
    if not folder.is_dir() or not any(folder.glob("*.xls*")):
        return (), []
    return read_books(folder)


def _renew(raw: RawBook, book: Book, parents: Sequence[str]) -> Written:
    if not parents or raw.path.suffix.casefold() != ".xlsx":
        return Written(raw.path, Outcome.ADA)
    workbook = load_book(raw.path)
    if workbook is None:
        return Written(raw.path, Outcome.TAK_TERSALIN)
    if list_of_parents(workbook) == tuple(parents):
        return Written(raw.path, Outcome.ADA)
    if _entries(workbook) == _entries(blank_workbook(book)):
        return write_over(raw.path, blank_book(book, parents), Outcome.DIPERBARUI)
    set_lists(workbook, parents)
    return _write_copy(raw.path, to_sealed_bytes(workbook))


def _write_copy(original: Path, content: bytes) -> Written:
    """Write the copy of a book; one that was changed since it was written stays."""
    for number in count(1):
        suffix = "" if number == 1 else f" {number}"
        path = original.parent / COPIES / f"{original.stem} (daftar baru{suffix}).xlsx"
        if not path.exists() or is_untouched(path.read_bytes()):
            break
    return write_over(path, content, Outcome.SALINAN)


def load_book(source: Path | BytesIO) -> Workbook | None:
    """Open a book for a copy, or return None when openpyxl stumbles over what it holds.

    Results stand in for formulas, since saving would lose them.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            workbook = load_workbook(source)
            formulas = [cell for cell in _cells(workbook) if cell.data_type == "f"]
            results = load_workbook(source, data_only=True) if formulas else workbook
        except Exception:
            return None
    for cell in formulas:
        result = results[cell.parent.title][cell.coordinate]
        if result.value is not None:
            look.put(cell, result.value)
    for cell in _cells(workbook):
        if cell.comment:
            cell.comment = look.comment(cell.comment.text)
    return workbook


def _entries(workbook: Workbook) -> dict[tuple[str, str], object]:
    """Return what stands in the entry sheets, by sheet and cell."""
    return {
        (cell.parent.title, cell.coordinate): cell.value
        for cell in _cells(workbook)
        if cell.value is not None and cell.parent.title not in (PETUNJUK, DAFTAR, PEMERIKSAAN)
    }


def _cells(workbook: Workbook) -> Iterator[Cell]:
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if isinstance(cell, Cell))
