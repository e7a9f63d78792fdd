"""A zip as its parts by name: read within limits, written always alike."""

from __future__ import annotations

import errno
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.bahasa.numbers import format_number
from generator.findings.finding import Diagnostic, finding
from generator.opc.limits import DOCUMENT_UNPACKED, FILE, MB, MEMBERS, RATIO, SWOLLEN, Bound
from generator.values import Place

CONTENT_TYPES = "[Content_Types].xml"
DOCTYPE = "DOCTYPE"

Parts = Mapping[str, bytes]


class BadPackageError(Exception):
    """What was read is no package, or no XML; `why` says what is wrong, in English.

    `why` is `DOCTYPE` for a part that declares entities.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class TooMuchError(BadPackageError):
    """There is more of something than a bound allows; the place is told as far as it is known."""

    def __init__(
        self, bound: Bound, sheet: str | None = None, row: int | None = None, column: str = ""
    ) -> None:
        super().__init__(f"over {bound.limit} {bound.what}")
        self.bound = bound
        self.sheet, self.row, self.column = sheet, row, column or None

    def finding(self, file: str) -> Diagnostic:
        """Return what is to be said of the file."""
        place = Place(file, self.sheet, self.row, self.column)
        limit = format_number(Decimal(self.bound.limit))
        return finding("buku-terlalu-besar", place, batas=limit, apa=self.bound.what)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a package may hold: megabytes unpacked, parts, and how far one part may swell."""

    unpacked: Bound = DOCUMENT_UNPACKED
    members: Bound = MEMBERS
    swollen: Bound = SWOLLEN
    ratio: int = RATIO


_USUAL = Limits()


class Packing(NamedTuple):
    """How parts are zipped: level of zlib, the system that the zip names, sorted or as they come.

    What is written must not change from release to release, so each kind of file keeps its own.
    """

    level: int
    system: int
    is_sorted: bool


SORTED = Packing(2, 0, is_sorted=True)
"""On tables of 40,000 rows level 2 is as fast as 1; 6 takes twice the time to save a seventh."""
AS_GIVEN = Packing(6, 3, is_sorted=False)

_EPOCH = (1980, 1, 1, 0, 0, 0)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Others are no part of the standard, and Python unpacks them without a limit."""
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError),
    *(KeyError, IndexError, OverflowError, MemoryError),
)
"""What damaged bytes raise: wrong checksums, passwords, offsets that lead nowhere."""


@contextmanager
def _damage() -> Iterator[None]:
    try:
        yield
    except _DAMAGE as error:
        raise BadPackageError(str(error)) from error


class Zip:
    """A zip within its limits; `names` are its parts, which are unpacked when asked for.

    All raise BadPackageError; a name that is not there is damage too.
    """

    def __init__(self, data: bytes, limits: Limits = _USUAL) -> None:
        with _damage():
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        entries = self._archive.infolist()
        if len(entries) > limits.members.limit:
            raise TooMuchError(limits.members)
        if sum(one.file_size for one in entries) > limits.unpacked.limit * MB:
            raise TooMuchError(limits.unpacked)
        for one in entries:
            if one.file_size > max(limits.swollen.limit * MB, limits.ratio * one.compress_size):
                raise TooMuchError(limits.swollen)
        self._entries = {one.filename: one for one in entries if not one.is_dir()}
        self.names = tuple(self._entries)

    def part(self, name: str) -> bytes:
        """Unpack one part, and never more of it than it is said to hold."""
        with _damage():
            entry = self._entries[name]
            if entry.compress_type not in _METHODS:
                raise BadPackageError("unknown compression")
            with self._archive.open(entry) as unpacking:
                return unpacking.read(max(entry.file_size, 1))

    def parts(self, wanted: Callable[[str], object] = bool) -> dict[str, bytes]:
        """Unpack all parts with a name that is wanted, in the order of the zip."""
        return {name: self.part(name) for name in self.names if wanted(name)}


def read_parts(source: bytes | Path) -> dict[str, bytes]:
    """Return the parts of a package by name, in the order of the zip.

    Raises BadPackageError when it is no readable zip, OSError when the file cannot be read.
    """
    return Zip(source if isinstance(source, bytes) else read_file(source)).parts()


def read_file(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises OSError when it cannot be read or is none (a pipe would never end), TooMuchError when
    it is larger than any office file.
    """
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):  # Windows would speak of permissions
        raise IsADirectoryError(errno.EISDIR, "", str(path))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.ENODEV, "", str(path))
    if status.st_size > FILE.limit * MB:
        raise TooMuchError(FILE)
    return path.read_bytes()


def to_bytes(parts: Parts, packing: Packing = SORTED) -> bytes:
    """Zip the parts; the same parts give the same bytes, `SORTED` in whatever order they come."""
    names = list(parts)
    if packing.is_sorted:
        names.sort(key=lambda name: (name != CONTENT_TYPES, name))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = packing.system
            archive.writestr(info, parts[name], zipfile.ZIP_DEFLATED, packing.level)
    return buffer.getvalue()


def digest(parts: Parts) -> str:
    """Return a SHA-256 of names and contents of all parts, whatever their order."""
    whole = sha256()
    for name, content in sorted(parts.items()):
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()
