"""The copies that the program lays into `hasil-periksa/`, and whether a clerk mended one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.files.output import Standing, Written, lock_file, make_folder, renewing, write
from generator.files.system import reason
from generator.findings.finding import Diagnostic, finding
from generator.opc.parts import BadPackageError, read_file
from generator.schema.books import COPIES
from generator.values import Place
from generator.workbook.changing.parcel import Parcel, open_parcel
from generator.workbook.changing.save import CopySource, is_changed, seal, standing
from generator.workbook.copies.listing import remove_listing
from generator.workbook.copies.marks import remove_marks
from generator.workbook.opening.package import DAMAGE
from generator.workbook.opening.raw import RawBook

CHANGED_COPY = "salinan-disunting"
"""The rule of a copy that was mended instead of its book, which every command tells."""

MARKED, PROPOSED, BROUGHT_BACK = "ditandai", "usulan", "dari Word"
"""What makes a copy, as its name says: "eselon-3 (ditandai).xlsx"."""

_MADE = re.compile(rf" \(({MARKED}|{PROPOSED}|{BROUGHT_BACK})\)(?: \([0-9]+\))?$")


def write_copy(
    book: RawBook, maker: str, change: Callable[[Parcel], None], *, needed: bool
) -> Written | Diagnostic | None:
    """Write the copy of a book, its earlier marks taken off and `change` done to it.

    A copy that is not needed is written only over an earlier one that nobody touched, so that no
    list of things long mended lies about; None tells that nothing was written. A copy that a
    clerk changed stays, and the new one gets a number.
    """
    target = _copy_of(book, maker)
    if not needed and standing(target) is not Standing.UNTOUCHED:
        return None
    try:
        parcel = open_unmarked(book.path)
        if parcel is None:
            return finding("buku-tidak-tersalin", book.place)
        change(parcel)
        data = seal(parcel, CopySource(book.name, book.digest))
    except OSError as error:
        return gone(book, error)
    except DAMAGE:
        return finding("buku-tidak-tersalin", book.place)
    return make_folder(target.parent) or write(target, data, renewing(standing))


def drop_untouched(book: RawBook, maker: str) -> None:
    """Take away a copy of a book that another one stands in for, if nobody changed it."""
    path = _copy_of(book, maker)
    with suppress(OSError):
        if standing(path) is Standing.UNTOUCHED and not lock_file(path):
            path.unlink()


def _copy_of(book: RawBook, maker: str) -> Path:
    name = f"{stem_of(book.path)} ({maker}){_suffix(book.path)}"
    return book.path.parent / COPIES / name


def gone(book: RawBook, error: OSError) -> Diagnostic:
    """Say that a book that was read a moment ago cannot be opened any more."""
    missing = isinstance(error, FileNotFoundError)
    galat = "berkasnya sudah tidak ada" if missing else reason(error)
    return finding("buku-tidak-terbuka", book.place, galat=galat)


def open_unmarked(path: Path) -> Parcel | None:
    """Open a book without the marks and the list that it has as a copy put in its place.

    Returns None when it cannot be had; raises what `DAMAGE` names when it is damaged.
    """
    parcel = open_parcel(path)
    if parcel is not None:
        unmark(parcel)
    return parcel


def unmark(parcel: Parcel) -> None:
    """Take the marks and the list out of an opened copy."""
    remove_listing(parcel)
    remove_marks(parcel)


def maker_of(path: Path) -> str:
    """Return what made a copy, as its name says; "" where it says nothing."""
    made = _MADE.search(path.stem)
    return made[1] if made else ""


def changed_copies(folder: Path) -> Iterator[Diagnostic]:
    """Yield the copies that were changed since they were written: the book itself was not."""
    try:
        paths = sorted((folder / COPIES).glob("*.xl*"))
    except OSError:  # told when a copy is to be written there
        return
    for path in paths:
        try:
            content = read_file(path)
        except (OSError, BadPackageError):
            continue
        if is_changed(content):
            yield finding(CHANGED_COPY, Place(f"{COPIES}/{path.name}"))


def stem_of(path: Path) -> str:
    """Return the name of the book, also when it is itself a copy that was put in its place."""
    book = _MADE.sub("", path.stem)
    try:
        others = [other for other in path.parent.iterdir() if other != path]
    except OSError:
        others = []
    if any(other.stem == book and _is_book(other) for other in others):
        return path.name if path.stem == book else path.stem
    return book


def _is_book(path: Path) -> bool:
    return path.suffix.casefold().startswith((".xl", ".od", ".ot"))


def _suffix(path: Path) -> str:
    """Return the extension of a copy, by which Excel knows macros and templates."""
    suffix = path.suffix.casefold()
    return suffix if suffix in (".xlsm", ".xltx", ".xltm") else ".xlsx"
