"""Writes books into a working folder: blank ones with their choices, or an office's proposed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from generator.files.output import OVER, renewing
from generator.files.placed import Placed, Placement, place
from generator.findings.cures import Edit, Move
from generator.findings.finding import Diagnostic
from generator.nomenklatur.kode import bidang_of, read_kode
from generator.nomenklatur.tables import EDITIONS, Nomenklatur, OfficeTable, nomenklatur_for
from generator.schema.books import BOOKS, COPIES, DAFTAR, PEMERIKSAAN, PETUNJUK
from generator.schema.keputusan import JENJANG, KEPUTUSAN
from generator.schema.kinerja import (
    JENIS_KEGIATAN,
    JENIS_SASARAN,
    SASARAN,
    SUB_KEGIATAN,
    TREE_SHEETS,
)
from generator.schema.levels import used_tingkat, uses
from generator.schema.types import Book
from generator.workbook.changing.grid import Grid
from generator.workbook.changing.save import seal, standing, to_unsealed_bytes
from generator.workbook.choice import choice
from generator.workbook.copies.hasil_periksa import open_unmarked
from generator.workbook.making.begun import Rows, begun_book
from generator.workbook.making.blank import blank_book
from generator.workbook.making.cmd_files import write_cmd_files
from generator.workbook.making.lists import CODES, PARENTS, List
from generator.workbook.making.proposed import BOOKS as PROPOSED
from generator.workbook.making.proposed import proposed_book
from generator.workbook.opening.load import load
from generator.workbook.opening.package import DAMAGE, BookParts, open_bytes
from generator.workbook.opening.raw import RawBook, RawCell, RawSheet
from generator.workbook.reading.books import read_books
from generator.workbook.reading.official import FROM_TABLE
from generator.workbook.reading.own_table import read_own_table
from generator.workbook.reading.tables import Tables, make_tables
from generator.workbook.renewing.daftar import entries_of, renew_lists

Codes = Mapping[str, Sequence[str]]
"""The choices of column Kode Rekening, by kind of book."""
NOTHING: Rows = MappingProxyType({})


def write_blank_books(
    folder: Path,
    source: Path | None = None,
    codes: Codes | None = None,
    decree: Rows = NOTHING,
    names: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> tuple[list[Placed], list[Diagnostic]]:
    """Write every missing book and .cmd file; renew the Kode Induk choices of those there.

    `decree` are the rows with which the decree's book begins, `names` the file names of a kind of
    book that has not its usual one.

    Those choices come from the books in `source`, or from those in `folder` itself; those of
    Kode Rekening are `codes`, or stay. A book in which nothing is entered is changed when its
    choices change; one with entries stays and its renewed copy goes to `hasil-periksa/`.
    What was read from the official table stands in the cells of that copy. Findings are of books
    that could not be read.
    """
    there, findings = _read(folder)
    above = there
    if source is not None:
        above, found = read_books(source)
        findings = [*findings, *found]
    upper, (own, told) = make_tables(above)[0], make_tables(there)
    official = [edit for one in told for edit in one.edits if one.rule.name == FROM_TABLE]
    written: list[Placed] = []
    for book in BOOKS:
        parents, coded = choices_for(book, upper, own), (codes or {}).get(book.kind, ())
        present = [raw for raw in there if raw.kind == book.kind]
        if present:
            lists = {PARENTS: parents, CODES: coded}
            written += [_renew(raw, book, lists, official) for raw in present]
        else:
            rows = decree if book is KEPUTUSAN else NOTHING
            content = begun_book(book, rows) if rows else blank_book(book, parents, coded)
            files = names.get(book.kind, (book.filename,))
            written += [place(folder / name, content) for name in files]
    return [*written, *write_cmd_files(folder)], findings


def table_of(*folders: Path | None) -> Nomenklatur:
    """Return the official table of the first folder that says which, else the newest."""
    for folder in folders:
        if folder is None:
            continue
        isian, own = make_tables(_read(folder)[0])[0].isian, read_own_table(folder)[0]
        if isian["tahun"].isdigit() or own:
            return nomenklatur_for(isian["tahun"], isian["pemerintah"], own)
    return nomenklatur_for(str(EDITIONS[-1].since), "")


def bidang_offered(folder: Path) -> tuple[str, ...]:
    """Return the bidang whose codes the books of a folder offer."""
    codes = (read_kode(entry) for raw in _read(folder)[0] for entry in entries_of(raw, CODES))
    return tuple(dict.fromkeys(bidang_of(kode) for kode in codes if kode))


def write_proposed_books(
    folder: Path, offices: Sequence[OfficeTable], decree: Rows = NOTHING
) -> tuple[list[Placed], list[Diagnostic]]:
    """Write the books of an office with all that its table has, and the others blank.

    A book with entries stays; what is proposed instead goes to `hasil-periksa/`.
    """
    there, findings = _read(folder)
    tables = make_tables(there)[0]
    written: list[Placed] = []
    for book in BOOKS:
        present = [raw for raw in there if raw.kind == book.kind]
        if book not in PROPOSED:
            if not present:
                begun = begun_book(book, decree if book is KEPUTUSAN else NOTHING)
                written.append(place(folder / book.filename, begun))
            continue
        content = proposed_book(book, offices, _first_sasaran(tables))
        if not present:
            written.append(place(folder / book.filename, content, Placement.DIISI))
        elif _entries(present[0].sheets) == _entries(_blank_sheets(book)):
            written.append(place(present[0].path, content, Placement.DIISI, OVER))
        else:
            copy = folder / COPIES / f"{present[0].path.stem} (nomenklatur).xlsx"
            written.append(place(copy, content, Placement.USULAN, renewing(standing)))
    return [*written, *write_cmd_files(folder)], findings


def _first_sasaran(tables: Tables) -> tuple[str, ...]:
    """Return the first sasaran utama, and the first sasaran pendukung where there is one."""
    rows = _with_kode(tables, SASARAN.level or 1).to_dict("records")
    firsts = (
        next((choice(row["kode"], _text(row)) for row in rows if row["jenis"] == jenis), None)
        for jenis in JENIS_SASARAN
    )
    return tuple(filter(None, firsts))


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
    books, findings = read_books(folder)
    return books, [one for one in findings if one.rule.name != "tidak-ada-buku"]


def _renew(
    raw: RawBook,
    book: Book,
    lists: Mapping[List, Sequence[str]],
    official: Sequence[Edit | Move],
) -> Placed:
    lists = {one: entries for one, entries in lists.items() if entries}
    if not lists or raw.path.suffix.casefold() != ".xlsx":
        return Placed(raw.path, Placement.ADA)
    if all(entries_of(raw, one) == tuple(entries) for one, entries in lists.items()):
        return Placed(raw.path, Placement.ADA)
    try:
        parcel = open_unmarked(raw.path)
        if parcel is None:
            return Placed(raw.path, Placement.TAK_TERSALIN)
        renew_lists(parcel, lists)
        if _entries(raw.sheets) == _entries(_blank_sheets(book)):
            return place(raw.path, to_unsealed_bytes(parcel), Placement.DIPERBARUI, OVER)
        parts = parcel.sheets()
        for edit in official:
            if edit.place.book == raw.name:
                grid = Grid(parcel.tree(parts[str(edit.place.sheet)]))
                grid.write(str(edit.place.cell), edit.new)
        copy = raw.path.parent / COPIES / f"{raw.path.stem} (daftar baru).xlsx"
        return place(copy, seal(parcel), Placement.SALINAN, renewing(standing))
    except DAMAGE:
        return Placed(raw.path, Placement.TAK_TERSALIN)


def _blank_sheets(book: Book) -> tuple[RawSheet, ...]:
    """Return what is read of a book in which nothing is entered."""
    package = open_bytes(blank_book(book), book.filename)
    read = load(package) if isinstance(package, BookParts) else None
    return read[0] if read else ()


def _entries(sheets: Iterable[RawSheet]) -> dict[tuple[str, str], RawCell]:
    """Return what stands in the entry sheets, by sheet and cell."""
    return {
        (sheet.name, f"{letter}{row.number}"): cell
        for sheet in sheets
        if sheet.name not in (PETUNJUK, DAFTAR, PEMERIKSAAN)
        for row in sheet.rows
        for letter, cell in row.cells.items()
    }
