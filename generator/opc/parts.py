"""A zip as its parts by name: read within limits, written always alike."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

CONTENT_TYPES = "[Content_Types].xml"
DOCTYPE = "DOCTYPE"

Parts = Mapping[str, bytes]


class BadPackageError(Exception):
    """What was read is no package, or no XML; `why` says what is wrong, in English.

    `why` is `DOCTYPE` for a part that declares entities. Where something is too large, `limit` is
    what is allowed and `size` what there is, in bytes.
    """

    def __init__(self, why: str, size: int = 0, limit: int = 0) -> None:
        super().__init__(why)
        self.why = why
        self.size = size
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes that a package may hold unpacked; more than that is no office file but a zip bomb.

    `ratio` is how often a part of more than `small` bytes may exceed its zipped size.
    """

    unpacked: int = 1 << 29
    members: int = 10_000
    ratio: int | None = None
    small: int = 8 << 20


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
        if len(entries) > limits.members:
            raise BadPackageError("too many parts")
        if (unpacked := sum(one.file_size for one in entries)) > limits.unpacked:
            raise BadPackageError("too large", unpacked, limits.unpacked)
        if limits.ratio is not None:
            for one in entries:
                if one.file_size > max(limits.small, limits.ratio * one.compress_size):
                    raise BadPackageError("too large", one.file_size, limits.small)
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
    return Zip(source if isinstance(source, bytes) else source.read_bytes()).parts()


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
