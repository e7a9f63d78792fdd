"""`terima`: the copies in `hasil-periksa/` take the places of the books they were made of.

First all of it is thought of and judged, and nothing happens where one copy cannot be taken. Then,
book by book, the former book and the copy go to `cadangan/`, the book is replaced, the copy is
taken away. Killed at any moment nothing is lost, and the next run goes on from there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.files.output import (
    Policy,
    Standing,
    Written,
    lock_file,
    make_folder,
    write,
)
from generator.files.placed import Placed, Placement
from generator.files.system import is_folder
from generator.findings.finding import Diagnostic, finding
from generator.opc.parts import BadPackageError, Zip, read_file
from generator.schema.books import COPIES, KEPT
from generator.values import Place
from generator.workbook.changing.parcel import Parcel
from generator.workbook.changing.save import is_untouched, source_of, to_unsealed_bytes
from generator.workbook.copies.hasil_periksa import MARKED, maker_of, unmark
from generator.workbook.opening.package import BOOK, DAMAGE


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A copy that takes the place of a book.

    `book` held `former`, None where it was replaced before by a run that came to no end; `target`
    will hold `content`, the copy without its marks.
    """

    copy: Path
    copied: bytes
    book: Path
    former: bytes | None
    target: Path
    content: bytes


def accept_copies(folder: Path) -> tuple[list[Placed], list[Diagnostic]]:
    """Put every copy that waits in the place of its book; say what became of each book.

    A marked copy waits only where somebody worked in it. Findings that are Salah say why nothing,
    or no more, was put anywhere.
    """
    planned, findings = _plan(folder)
    if findings:
        return [], findings
    done: list[Placed] = []
    for one in planned:
        failed = _carry_out(one)
        if failed:
            return done, [failed]
        done.append(Placed(one.target, Placement.DITERIMA))
    return done, []


def _plan(folder: Path) -> tuple[list[Acceptance], list[Diagnostic]]:
    waiting, findings = _waiting(folder / COPIES)
    planned: dict[Path, list[Acceptance]] = defaultdict(list)
    for path, content in waiting:
        one = _planned(folder, path, content)
        if isinstance(one, Diagnostic):
            findings.append(one)
        else:
            planned[one.target].append(one)
    for target, rivals in planned.items():
        if len(rivals) > 1:
            names = ", ".join(one.copy.name for one in rivals)
            findings.append(finding("salinan-bersaing", Place(target.name), salinan=names))
    return [one for rivals in planned.values() for one in rivals], findings


def _waiting(copies: Path) -> tuple[list[tuple[Path, bytes]], list[Diagnostic]]:
    """Return the copies that wait to be taken, with what they hold."""
    waiting: list[tuple[Path, bytes]] = []
    findings: list[Diagnostic] = []
    for path in sorted(copies.iterdir()) if is_folder(copies) else ():
        maker = maker_of(path)
        if not maker or not path.suffix.casefold().startswith(".xl") or path.name[:1] in "~.":
            continue
        try:
            content = read_file(path)
        except (OSError, BadPackageError):
            findings.append(finding("salinan-rusak", _place(path)))
            continue
        if maker != MARKED or not is_untouched(content):
            waiting.append((path, content))
    return waiting, findings


def _planned(folder: Path, copy: Path, copied: bytes) -> Acceptance | Diagnostic:
    """Return how a copy takes its book's place, or why it cannot."""
    source = source_of(copied)
    content = _without_marks(copied)
    if content is None:
        return finding("salinan-rusak", _place(copy))
    if source is None:
        return finding("salinan-tanpa-asal", _place(copy))
    book = folder / Path(source.name).name
    former = _read(book)
    if former is None or sha256(former).hexdigest() != source.digest:
        if (target := _beside(book, copy)) and _read(target) == content:
            return Acceptance(copy, copied, target, None, target, content)
        return finding("salinan-usang", _place(copy), buku=book.name)
    target = _beside(book, copy)
    for path in (book, copy, target):
        if lock_file(path):
            return finding("berkas-sedang-dibuka", Place(path.name))
    if target != book and _read(target) not in (None, content):
        return finding("salinan-usang", _place(copy), buku=target.name)
    return Acceptance(copy, copied, book, former, target, content)


def _carry_out(one: Acceptance) -> Diagnostic | None:
    """Do it; return what prevented it, if anything."""
    kept = one.copy.parent / KEPT
    if failed := make_folder(kept):
        return failed
    for name, content in ((one.book.name, one.former), (one.copy.name, one.copied)):
        if content is not None and (failed := _keep(kept / name, content)):
            return failed
    if one.former is not None:
        same = _Same((one.former, one.content))
        written = write(one.target, one.content, Policy(Standing.WANTED, same.unless_changed))
        if isinstance(written, Diagnostic):
            return written
        if written.kept:
            return finding("salinan-usang", _place(one.copy), buku=one.target.name)
    if one.book != one.target:
        _take_away(one.book, one.former)
    _take_away(one.copy, one.copied)
    return None


@dataclass(frozen=True, slots=True)
class _Same:
    """Judges a file by whether it holds one of these."""

    contents: Sequence[bytes]

    def unless_changed(self, path: Path) -> Standing:
        """Say that a file with other contents is not to be replaced."""
        return Standing.UNTOUCHED if _read(path) in self.contents else Standing.WANTED

    def unless_there(self, path: Path) -> Standing:
        """Say that a file with these contents does, and that another one stays."""
        return Standing.WANTED if _read(path) in self.contents else Standing.FOREIGN


def _keep(path: Path, content: bytes) -> Diagnostic | None:
    """Put a file among those that are kept, once, beside any other of its name."""
    written = write(path, content, Policy(Standing.FOREIGN, _Same((content,)).unless_there))
    return None if isinstance(written, Written) else written


def _take_away(path: Path, content: bytes | None) -> None:
    """Remove a file that is kept elsewhere, unless it changed just now."""
    with suppress(OSError):
        if _read(path) == content:
            path.unlink()


def _without_marks(copied: bytes) -> bytes | None:
    """Return a copy without its marks, its list and its seal, None where it cannot be read."""
    try:
        parcel = Parcel(Zip(copied, BOOK).parts())
        unmark(parcel)
        return to_unsealed_bytes(parcel)
    except DAMAGE:
        return None


def _beside(book: Path, copy: Path) -> Path:
    """Return what the book will be called: a copy of an .xls or .ods is an .xlsx."""
    same = book.suffix.casefold() == copy.suffix.casefold()
    return book if same else book.with_suffix(copy.suffix)


def _read(path: Path) -> bytes | None:
    try:
        return read_file(path)
    except (OSError, BadPackageError):
        return None


def _place(copy: Path) -> Place:
    return Place(f"{COPIES}/{copy.name}")
