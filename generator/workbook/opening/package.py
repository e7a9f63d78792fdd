"""One file on disk: is it a sound workbook, and what of it is worth reading.

Everything that could hurt is settled here, before any XML is parsed: other kinds of file, sizes
that explode when unpacked, entities. Parts that are never read (drawings, comments, themes) are
left out, so that neither their faults nor their bulk matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from lxml import etree

from generator.files.system import reason
from generator.findings.finding import Diagnostic, finding
from generator.opc.limits import BOOK_UNPACKED
from generator.opc.parts import CONTENT_TYPES, BadPackageError, Limits, TooMuchError, Zip
from generator.opc.parts import read_file as read_bytes
from generator.values import Place

BOOK = Limits(BOOK_UNPACKED)


@dataclass(frozen=True, slots=True)
class BookParts:
    """The parts that are read, by zip name, and whether there are macros besides."""

    parts: Mapping[str, bytes]
    macros: bool


class OtherFormat(Enum):
    """A workbook that is no .xlsx, as the clerk calls it and as LibreOffice's filter does."""

    XLS = ("Excel 97-2003 (.xls)", "MS Excel 97")
    ODS = ("OpenDocument (.ods)", "calc8")
    XLSB = ("Excel Binary (.xlsb)", "Calc MS Excel 2007 Binary")
    STRICT = ("Strict Open XML", "Calc Office Open XML")


def read_file(path: Path) -> bytes | Diagnostic:
    """Return the bytes of a file that may be a workbook, or why they cannot be had."""
    place = Place(path.name)
    try:
        return read_bytes(path)
    except IsADirectoryError:
        return finding("bukan-excel", place, isi="sebuah folder")
    except TooMuchError as error:
        return error.finding(path.name)
    except OSError as error:
        return finding("buku-tidak-terbuka", place, galat=reason(error))


def open_bytes(data: bytes, name: str) -> BookParts | OtherFormat | Diagnostic:
    """Return what to read of a file's contents; findings call the file `name`."""
    place = Place(name)
    if not data.strip(b"\0 \r\n\t"):
        return finding("buku-kosong", place)
    if data.startswith(_OLE):
        return _open_ole(data, place)
    if not data.startswith(b"PK"):
        return finding("bukan-excel", place, isi="berkas jenis lain (misalnya teks atau PDF)")
    try:
        return _open_zip(Zip(data, BOOK), place)
    except TooMuchError as error:
        return error.finding(name)
    except BadPackageError:
        return finding("buku-rusak", place)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DAMAGE = (
    *(BadPackageError, OSError, RuntimeError, ValueError, KeyError),
    *(OverflowError, MemoryError, IndexError, etree.LxmlError),
)
"""What damaged bytes raise: broken zips and XML, and what is not where a book has it."""


def _open_ole(data: bytes, place: Place) -> OtherFormat | Diagnostic:
    """Tell an encrypted .xlsx, an old .xls and an old Word file apart by their stream names."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return finding("buku-terenkripsi", place)
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        return OtherFormat.XLS
    return finding("bukan-excel", place, isi="dokumen Office lama jenis lain")


_DOCUMENTS = {
    "word/": "dokumen Word",
    "ppt/": "presentasi PowerPoint",
    "visio/": "gambar Visio",
}


def _open_zip(archive: Zip, place: Place) -> BookParts | OtherFormat | Diagnostic:
    names = archive.names
    if "mimetype" in names and "content.xml" in names:
        if b"spreadsheet" in archive.part("mimetype"):
            return OtherFormat.ODS
        return finding("bukan-excel", place, isi="dokumen OpenDocument jenis lain")
    for folder, kind in _DOCUMENTS.items():
        if any(name.startswith(folder) for name in names):
            return finding("bukan-excel", place, isi=kind)
    if "xl/workbook.bin" in names:
        return OtherFormat.XLSB
    if CONTENT_TYPES not in names:
        return finding("bukan-excel", place, isi="berkas zip biasa")
    parts = archive.parts(_NEEDED.fullmatch)
    if _STRICT in parts.get("xl/workbook.xml", b""):
        return OtherFormat.STRICT
    if any(_DOCTYPE.search(part) for part in parts.values()):
        return finding("buku-rusak", place)
    return BookParts(parts, any(name.endswith("vbaProject.bin") for name in names))


_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|docProps/custom\.xml|(\w+/)?_rels/[^/]+"
    r"|(?!docProps)(\w+/)?[^/]+\.xml|(\w+/)?worksheets/[^/]+\.xml"
)
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)")
FORMULA = re.compile(rb"<(\w+:)?f[ >/]")
