"""One file on disk: is it a sound workbook, and what of it is worth reading.

Everything that could hurt is settled here, before openpyxl sees a byte: other kinds of file,
sizes that explode when unpacked, entities. What is never read (drawings, comments, fonts,
formatted but empty cells, our own list of findings) is left out, so that neither its faults nor its
bulk matter.
"""

from __future__ import annotations

import posixpath
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from pathlib import Path

from lxml import etree

from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, finding
from generator.schema.books import PEMERIKSAAN
from generator.values import Place

MAX_FILE = 64 << 20
MAX_UNPACKED = 256 << 20
MAX_RATIO = 200
_SMALL = 8 << 20
"""Bytes on disk, bytes unpacked, and how often a part above `_SMALL` may exceed its zipped size."""


@dataclass(frozen=True, slots=True)
class Package:
    """What openpyxl is to read, with what it would not tell.

    `merges` ("A2:A5") and `uncounted` (formulas without a stored result, "B7") are cell
    references as written in the file, by the name of the sheet.
    """

    data: bytes
    macros: bool
    merges: Mapping[str, tuple[str, ...]]
    uncounted: Mapping[str, frozenset[str]]


class OtherFormat(Enum):
    """A workbook that is no .xlsx, as the clerk calls it and as LibreOffice's filter does."""

    XLS = ("Excel 97-2003 (.xls)", "MS Excel 97")
    ODS = ("OpenDocument (.ods)", "calc8")
    XLSB = ("Excel Binary (.xlsb)", "Calc MS Excel 2007 Binary")
    STRICT = ("Strict Open XML", "Calc Office Open XML")


def open_package(path: Path) -> Package | OtherFormat | Diagnostic:
    """Return what to read of the file at `path`, or the finding that says why it cannot be."""
    data = read_file(path)
    return data if isinstance(data, Diagnostic) else open_bytes(data, path.name)


def read_file(path: Path) -> bytes | Diagnostic:
    """Return the bytes of a file that may be a workbook, or why they cannot be had."""
    place = Place(path.name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return finding("bukan-excel", place, isi="sebuah folder")
        if status.st_size > MAX_FILE:
            return _too_big(place, status.st_size, MAX_FILE)
        return path.read_bytes()
    except OSError as error:
        return finding("buku-tidak-terbuka", place, galat=error.strerror or "tidak dikenal")


def open_bytes(data: bytes, name: str) -> Package | OtherFormat | Diagnostic:
    """Return what to read of a file's contents; findings call the file `name`."""
    place = Place(name)
    if not data.strip(b"\0 \r\n\t"):
        return finding("buku-kosong", place)
    if data.startswith(_OLE):
        return _open_ole(data, place)
    if not data.startswith(b"PK"):
        return finding("bukan-excel", place, isi="berkas jenis lain (misalnya teks atau PDF)")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _open_zip(archive, place)
    except DAMAGE:
        return finding("buku-rusak", place)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, KeyError),
    *(NotImplementedError, OverflowError, MemoryError, IndexError, etree.LxmlError),
)
"""What damaged bytes raise: wrong checksums, unknown methods, passwords, offsets, broken XML."""


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


def _open_zip(archive: zipfile.ZipFile, place: Place) -> Package | OtherFormat | Diagnostic:
    entries = archive.infolist()
    if (unpacked := sum(entry.file_size for entry in entries)) > MAX_UNPACKED:
        return _too_big(place, unpacked, MAX_UNPACKED)
    for entry in entries:
        if entry.file_size > max(_SMALL, MAX_RATIO * entry.compress_size):
            return _too_big(place, entry.file_size, _SMALL)
    names = archive.namelist()
    if "mimetype" in names and "content.xml" in names:
        if b"spreadsheet" in archive.read("mimetype"):
            return OtherFormat.ODS
        return finding("bukan-excel", place, isi="dokumen OpenDocument jenis lain")
    for folder, kind in _DOCUMENTS.items():
        if any(name.startswith(folder) for name in names):
            return finding("bukan-excel", place, isi=kind)
    if "xl/workbook.bin" in names:
        return OtherFormat.XLSB
    if "[Content_Types].xml" not in names:
        return finding("bukan-excel", place, isi="berkas zip biasa")
    parts = {name: archive.read(name) for name in dict.fromkeys(names) if _NEEDED.fullmatch(name)}
    if _STRICT in parts.get("xl/workbook.xml", b""):
        return OtherFormat.STRICT
    if any(_DOCTYPE.search(part) for part in parts.values()):
        return finding("buku-rusak", place)
    return _slim(parts, macros=any(name.endswith("vbaProject.bin") for name in names))


def _too_big(place: Place, size: int, limit: int) -> Diagnostic:
    return finding("buku-terlalu-besar", place, ukuran=size >> 20, batas=limit >> 20)


_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|docProps/custom\.xml|(\w+/)?_rels/[^/]+"
    r"|(?!docProps)(\w+/)?[^/]+\.xml|(\w+/)?worksheets/[^/]+\.xml"
)
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)")
_NAMES = re.compile(rb"<(\w+:)?definedNames\b.*?</(\w+:)?definedNames>", re.DOTALL)
_LOOKS = re.compile(
    rb"<(fonts|fills|borders|cellStyleXfs|cellStyles|dxfs|tableStyles|colors)\b"
    rb"[^>]*(?:/>|(?<!/)>.*?</\1>)",
    re.DOTALL,
)
_AFTER_DATA = re.compile(rb"(</(\w+:)?sheetData>).*(</(\w+:)?worksheet>)", re.DOTALL)
_EMPTY_CELL = re.compile(rb'<c r="[^>]*+>(?:(?<=/>)|</c>)')
_EMPTY_ROW = re.compile(rb'<row r="[^>]*+>(?:(?<=/>)|</row>)')
_INLINE_TEXT = re.compile(
    rb"t=\"inlineStr\"([^<>]*)><is><t(?: xml:space=\"preserve\")?>([^<]*)</t></is></c>"
)
"""Plain text inside its cell, which openpyxl reads far faster when told that it is a result."""
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^<>]*?\bref=[\"']([^\"'<>]+)")
FORMULA = re.compile(rb"<(\w+:)?f[ >/]")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^<>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_RESULT = re.compile(rb"<(?:\w+:)?v\b[^<>]*>[^<]")
_EMPTY_RESULT = re.compile(rb"<(?:\w+:)?v\b")
_REFERENCE = re.compile(rb"\br=[\"']([A-Z]+[0-9]+)")
_TEXT_RESULT = re.compile(rb"\bt=[\"']str[\"']")


_NO_CELLS = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData/></worksheet>"
)


def _slim(parts: Mapping[str, bytes], *, macros: bool) -> Package:
    """Zip the parts again without what is not read; note merges and unstored results."""
    merges: dict[str, tuple[str, ...]] = {}
    uncounted: dict[str, frozenset[str]] = {}
    sheets = _sheet_names(parts)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            slim = part
            if name in sheets:
                slim = _NO_CELLS if fold(sheets[name]) == fold(PEMERIKSAAN) else _slim_sheet(part)
                after = max(part.rfind(b"sheetData>"), 0)
                references = _MERGE.findall(part, after)
                merges[sheets[name]] = tuple(ref.decode("latin-1") for ref in references)
                uncounted[sheets[name]] = frozenset(_uncounted(slim))
            elif name.endswith("workbook.xml"):
                slim = _NAMES.sub(b"", part)
            elif name.endswith("styles.xml"):
                slim = _LOOKS.sub(b"", part)
            archive.writestr(name, slim)
    return Package(buffer.getvalue(), macros, merges, uncounted)


def _slim_sheet(part: bytes) -> bytes:
    part = _EMPTY_CELL.sub(b"", _AFTER_DATA.sub(rb"\1\3", part))
    return _INLINE_TEXT.sub(rb't="str"\1><v>\2</v></c>', _EMPTY_ROW.sub(b"", part))


def _sheet_names(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the names of the sheets by the paths of their parts."""
    path = next((name for name in parts if name.endswith("workbook.xml")), "xl/workbook.xml")
    folder, base = posixpath.split(path)
    relations = _xml(parts[f"{folder}/_rels/{base}.rels".lstrip("/")]).iter("{*}Relationship")
    paths = {
        str(relation.get("Id")): posixpath.join(folder, str(relation.get("Target"))).lstrip("/")
        for relation in relations
    }
    return {
        paths[str(value)]: str(sheet.get("name"))
        for sheet in _xml(parts[path]).iter("{*}sheet")
        for key, value in sheet.items()
        if str(key).endswith("}id") and value in paths
    }


def _xml(part: bytes) -> etree._Element:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))


def _uncounted(sheet: bytes) -> list[str]:
    """Return the cells whose formula has no stored result; "" as a result is one."""
    if not FORMULA.search(sheet):
        return []
    return [
        reference[1].decode()
        for attributes, content in _CELL.findall(sheet)
        if FORMULA.search(content)
        and not _RESULT.search(content)
        and not (_TEXT_RESULT.search(attributes) and _EMPTY_RESULT.search(content))
        and (reference := _REFERENCE.search(attributes))
    ]
