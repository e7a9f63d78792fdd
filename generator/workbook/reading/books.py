"""The books of a folder: found, opened, told apart. Nothing is known yet of their cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from generator.bahasa.wording import fold, natural_key
from generator.files.system import reason
from generator.findings.finding import Diagnostic, finding
from generator.opc.parts import TooMuchError
from generator.schema.books import BOOKS, COPIES, PETUNJUK
from generator.schema.types import KIND_PROPERTY, TEMPLATE_VERSION, VERSION_PROPERTY, Book
from generator.values import Place
from generator.workbook.opening.convert import convert
from generator.workbook.opening.load import load
from generator.workbook.opening.package import OtherFormat, open_bytes, read_file
from generator.workbook.opening.raw import RawBook, RawSheet
from generator.workbook.reading.completeness import without_doubles
from generator.workbook.reading.headings import looks_like
from generator.workbook.reading.own_table import is_own_table

_SUFFIXES = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".ots"))
_TABLES = frozenset((".csv", ".tsv", ".et", ".ett", ".numbers", ".gsheet"))
"""Tables that no book can be read from."""
_LOCK_FILES = ("~$", ".~lock", ".")


def read_books(
    folder: Path, known: Sequence[Book] = BOOKS
) -> tuple[tuple[RawBook, ...], list[Diagnostic]]:
    """Return the `known` books at the top of `folder` in the natural order of their names."""
    paths = _paths_in(folder)
    if isinstance(paths, Diagnostic):
        return (), [paths]
    findings = [*_strays(paths, known)]
    if fault := wrong_folder(folder):
        return (), [fault, *findings]
    paths = [path for path in paths if _is_candidate(path)]
    books: list[RawBook] = []
    for path in paths:
        book, found = _read_book(path, known)
        findings.extend(found)
        if book:
            books.append(book)
    kept, found = without_doubles(books)
    findings.extend(found)
    return kept, findings


def wrong_folder(folder: Path) -> Diagnostic | None:
    """Return why a folder cannot be one to work in: not to be looked into, or without books."""
    paths = _paths_in(folder)
    if isinstance(paths, Diagnostic):
        return paths
    return None if any(map(_is_candidate, paths)) else finding("tidak-ada-buku", _place_of(folder))


def _paths_in(folder: Path) -> list[Path] | Diagnostic:
    try:
        return sorted(folder.iterdir(), key=lambda path: natural_key(path.name))
    except FileNotFoundError:
        return finding("folder-tidak-ada", _place_of(folder))
    except NotADirectoryError:
        return finding("bukan-folder", _place_of(folder))
    except OSError as error:
        return finding("folder-tidak-terbuka", _place_of(folder), galat=reason(error))


def _place_of(folder: Path) -> Place:
    return Place(folder.name or folder.resolve().name or str(folder))


def _strays(paths: Sequence[Path], known: Sequence[Book]) -> Iterator[Diagnostic]:
    """Yield what looks like a book and is not read: tables of other programs, books below.

    A folder with a decree of its own is another working folder.
    """
    names = {path.name for path in paths}
    for path in paths:
        if (opened := _opened_elsewhere(path.name)) in names:
            yield finding("buku-sedang-dibuka", Place(opened))
        elif path.suffix.casefold() in _TABLES and not path.name.startswith("."):
            yield finding("berkas-bukan-buku", Place(path.name), jenis=path.suffix)
        elif path.name != COPIES and not path.name.startswith("."):
            below = [one.name for one in _books_below(path) if _is_named(one, known)]
            if below and not any(fold(name).startswith("keputusan") for name in below):
                yield finding("buku-di-subfolder", Place(path.name), buku=", ".join(below[:5]))


def _opened_elsewhere(name: str) -> str:
    """Return which file a lock file is about: "~$eselon-4.xlsx", ".~lock.eselon-4.xlsx#"."""
    if name.startswith("~$"):
        return name.removeprefix("~$")
    return name.removeprefix(".~lock.").removesuffix("#") if name.startswith(".~lock.") else ""


def _books_below(path: Path) -> list[Path]:
    try:
        return sorted(one for one in path.iterdir() if _is_candidate(one))
    except OSError:
        return []


def _is_named(path: Path, known: Sequence[Book]) -> bool:
    return any(fold(path.stem).startswith(fold(book.kind)) for book in known)


def _is_candidate(path: Path) -> bool:
    kept_out = path.name.startswith(_LOCK_FILES) or is_own_table(path.name)
    return path.suffix.casefold() in _SUFFIXES and not kept_out


def _read_book(path: Path, known: Sequence[Book]) -> tuple[RawBook | None, list[Diagnostic]]:
    place = Place(path.name)
    data = read_file(path)
    if isinstance(data, Diagnostic):
        return None, [data]
    package = open_bytes(data, path.name)
    if isinstance(package, OtherFormat):
        package = convert(path, package)
    if isinstance(package, Diagnostic):
        return None, [package]
    try:
        loaded = load(package)
    except TooMuchError as error:
        return None, [error.finding(path.name)]
    if loaded is None:
        return None, [finding("buku-rusak", place)]
    sheets, properties = loaded
    kind, version = _identity(sheets, properties)
    declared = next((book for book in known if book.kind == kind), None)
    if declared is None:
        return None, [_unknown_book(place, kind, sheets, known)]
    if (number := re.match(r"[0-9]{1,9}", version)) and int(number[0]) > TEMPLATE_VERSION:
        newer = finding("templat-lebih-baru", place, versi=number[0], dikenal=TEMPLATE_VERSION)
        return None, [newer]
    found = [finding("buku-bermakro", place)] if package.macros else []
    return RawBook(path, declared, sheets, sha256(data).hexdigest()), found


_LABELS = {"Jenis buku": KIND_PROPERTY, "Versi templat": VERSION_PROPERTY}
_IDENTITY_ROWS = 12


def _identity(sheets: Iterable[RawSheet], properties: Mapping[str, str]) -> tuple[str, str]:
    """Return kind and version as the book's properties say, else as its sheet Petunjuk does."""
    said: dict[str, str] = {}
    for sheet in sheets:
        if fold(sheet.name) == fold(PETUNJUK):
            for row in sheet.rows:
                label, value = (row.cells.get(letter) for letter in ("A", "B"))
                name = _LABELS.get(str(label.value).strip()) if label else None
                if row.number <= _IDENTITY_ROWS and name and value:
                    said.setdefault(name, str(value.value))
    said |= properties
    return said.get(KIND_PROPERTY, "").strip(), said.get(VERSION_PROPERTY, "").strip()


def _unknown_book(
    place: Place, kind: str, sheets: Sequence[RawSheet], known: Sequence[Book]
) -> Diagnostic:
    """Say that a book is none of the known ones: one of ours that lost its mark, or a stranger.

    What calls itself ours, or has a sheet of ours with its headings, holds up the work: else
    its rows would be left out of the tree without anybody noticing.
    """
    likeness = {
        book.kind: sum(looks_like(sheet, one) for sheet in sheets for one in book.sheets)
        for book in known
    }
    best = max(known, key=lambda book: likeness[book.kind])
    if likeness[best.kind]:
        mirip = f" Lembarnya mirip {best.title} ({best.filename})."
        return finding("buku-tidak-dikenal", place, mirip=mirip)
    if kind:
        return finding("buku-tidak-dikenal", place, mirip=f' Katanya ini buku "{kind}".')
    return finding("buku-lain", place)
