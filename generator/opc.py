"""A Word file as its parts by name, and the values printed in it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.values import Place

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
DOCUMENT_RELS = "word/_rels/document.xml.rels"

MAX_UNPACKED = 1 << 29
"""Bytes a file may hold unpacked; more than that is no decree but a zip bomb."""

_LEVEL = 2  # on tables of 40,000 rows as fast as 1; 6 takes twice the time to save a seventh
_EPOCH = (1980, 1, 1, 0, 0, 0)


class BadPackageError(Exception):
    """The bytes are no readable zip of parts: truncated, encrypted, damaged or too large."""


class Anchor(NamedTuple):
    """One printed value: the bookmark around it and the cell it came from.

    `name` is the bookmark's; `identity` names the value for ever and `occurrence` counts, from
    0, the places where it is printed. `raw` is the cell as typed, `text` what was printed.
    """

    name: str
    identity: tuple[str, ...]
    occurrence: int
    place: Place
    text: str
    raw: str


@dataclass(frozen=True)
class Package:
    """The parts of a .docx by zip name ("word/document.xml"), unpacked."""

    parts: Mapping[str, bytes]
    anchors: tuple[Anchor, ...] = field(default=())


def to_bytes(package: Package) -> bytes:
    """Zip the parts; the same parts give the same bytes, in whatever order they come."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(package.parts, key=lambda name: (name != CONTENT_TYPES, name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 0
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, package.parts[name], compresslevel=_LEVEL)
    return buffer.getvalue()


def read_parts(source: bytes | Path) -> dict[str, bytes]:
    """Return the parts of a .docx in the order of the zip.

    Raises BadPackageError when it is no readable zip, OSError when the file cannot be read.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
                raise BadPackageError("too large")
            return {entry.filename: archive.read(entry) for entry in entries}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        RuntimeError,
        ValueError,
        struct.error,
    ) as error:
        raise BadPackageError(str(error)) from error
