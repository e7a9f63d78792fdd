"""The books of a folder: found, opened, told apart. Nothing is known yet of their cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.bahasa.wording import fold, natural_key
from generator.findings.finding import Diagnostic, finding
from generator.schema.books import BOOKS, PETUNJUK
from generator.schema.types import KIND_PROPERTY, TEMPLATE_VERSION, VERSION_PROPERTY, Book
from generator.values import Place
from generator.workbook.reading.convert import convert
from generator.workbook.reading.load import load
from generator.workbook.reading.package import OtherFormat, open_package
from generator.workbook.reading.raw import RawBook, RawSheet
from generator.workbook.reading.shelf import missing_books, without_doubles

_SUFFIXES = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".ots"))
_LOCK_FILES = ("~$", ".~lock", ".")
_KINDS = frozenset(book.kind for book in BOOKS)


def read_books(folder: Path) -> tuple[tuple[RawBook, ...], list[Diagnostic]]:
    """Return the books at the top of `folder` in the natural order of their names."""
    place = Place(folder.name or str(folder))
    try:
        paths = sorted(folder.iterdir(), key=lambda path: natural_key(path.name))
    except FileNotFoundError:
        return (), [finding("folder-tidak-ada", place)]
    except NotADirectoryError:
        return (), [finding("bukan-folder", place)]
    except OSError as error:
        return (), [finding("folder-tidak-terbuka", place, galat=error.strerror or "")]
    paths = [path for path in paths if _is_candidate(path)]
    if not paths:
        return (), [finding("tidak-ada-buku", place)]
    books: list[RawBook] = []
    findings: list[Diagnostic] = []
    for path in paths:
        book, found = _read_book(path)
        findings.extend(found)
        if book:
            books.append(book)
    kept, found = without_doubles(books)
    findings.extend(found)
    if len(books) == len(paths):
        findings.extend(missing_books(kept))
    return kept, findings


def _is_candidate(path: Path) -> bool:
    return path.suffix.casefold() in _SUFFIXES and not path.name.startswith(_LOCK_FILES)


def _read_book(path: Path) -> tuple[RawBook | None, list[Diagnostic]]:
    place = Place(path.name)
    package = open_package(path)
    if isinstance(package, OtherFormat):
        package = convert(path, package)
    if isinstance(package, Diagnostic):
        return None, [package]
    loaded = load(package)
    if loaded is None:
        return None, [finding("buku-rusak", place)]
    sheets, properties = loaded
    kind, version = _identity(sheets, properties)
    if kind not in _KINDS:
        return None, [_unknown_book(place, sheets)]
    if (number := re.match(r"[0-9]{1,9}", version)) and int(number[0]) > TEMPLATE_VERSION:
        newer = finding("templat-lebih-baru", place, versi=number[0], dikenal=TEMPLATE_VERSION)
        return None, [newer]
    found = [finding("buku-bermakro", place)] if package.macros else []
    return RawBook(path, kind, sheets), found


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


def _unknown_book(place: Place, sheets: Iterable[RawSheet]) -> Diagnostic:
    """Say that a book does not tell what it is, and which kind its sheets look like."""
    names = {fold(sheet.name) for sheet in sheets}

    def likeness(book: Book) -> int:
        return sum(fold(sheet.name) in names for sheet in book.sheets)

    best = max(BOOKS, key=likeness)
    likely = f" Lembarnya mirip {best.title} ({best.filename})." if likeness(best) else ""
    return finding("buku-tidak-dikenal", place, mirip=likely)
