"""A workbook as bytes: always the same ones, and sealed when a copy must know itself."""

from __future__ import annotations

import errno
import io
import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any

from lxml import etree

from generator.files.output import Standing
from generator.opc.parts import AS_GIVEN, BadPackageError, Zip, digest, read_file, read_parts
from generator.opc.parts import to_bytes as zipped
from generator.opc.xml import Element, parse
from generator.workbook.changing.parcel import Parcel
from generator.workbook.opening.package import BOOK

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.packaging.custom import CustomPropertyList

_CORE = "docProps/core.xml"
_CUSTOM = "docProps/custom.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^<>]*>)[^<]*")
_DAY = b"2025-01-01T00:00:00Z"

_SEAL = "sk-cascading-sidik"
_SOURCE = "sk-cascading-asal"
_UNSEALED = "0" * 64
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The id that every custom property carries."""
_SEALED = re.compile(rf'(name="{_SEAL}"[^<>]*><[^<>]*>)([0-9a-f]{{64}})'.encode())


def custom_properties(workbook: Workbook) -> CustomPropertyList[Any]:
    """Return the custom document properties, which say what a book is."""
    properties: CustomPropertyList[Any] = workbook.custom_doc_props  # type: ignore[attr-defined]
    return properties


def to_bytes(workbook: Workbook) -> bytes:
    """Return the .xlsx file; openpyxl's clock is replaced by one fixed day.

    Raises OSError when there is no room for openpyxl's own temporary files.
    """
    try:
        return zipped(_parts(workbook), AS_GIVEN)
    except etree.SerialisationError as error:
        raise OSError(errno.ENOSPC, str(error), gettempdir()) from error


def to_sealed_bytes(workbook: Workbook) -> bytes:
    """Return the .xlsx file with a digest of itself, so that changes can be seen."""
    return seal(Parcel(read_parts(to_bytes(workbook))))


@dataclass(frozen=True, slots=True)
class CopySource:
    """The book that a copy was made of: the name of its file, and the SHA-256 of what it held."""

    name: str
    digest: str


def seal(parcel: Parcel, source: CopySource | None = None) -> bytes:
    """Return the file of an opened book with a digest of itself, so that changes can be seen.

    A copy of the book `source` says so.
    """
    if not parcel.related("", "custom-properties"):
        parcel.add(_CUSTOM, f'<Properties xmlns="{_PROPERTIES}"/>'.encode(), _CUSTOM_TYPE)
        parcel.relate("", "custom-properties", _CUSTOM)
    _unseal(parcel)
    properties = parcel.tree(_CUSTOM)
    if source:
        _add(properties, _SOURCE, f"{source.digest} {source.name}")
    _add(properties, _SEAL, _UNSEALED)
    parts = parcel.to_parts()
    sealed = _SEALED.sub(rb"\g<1>" + digest(parts).encode(), parts[_CUSTOM])
    return zipped(parts | {_CUSTOM: sealed}, AS_GIVEN)


def _add(properties: Element, name: str, value: str) -> None:
    number = max((int(one.get("pid") or 1) for one in properties), default=1) + 1
    attributes = {"fmtid": _FORMAT, "pid": str(number), "name": name}
    entry = etree.SubElement(properties, f"{{{_PROPERTIES}}}property", attributes)
    etree.SubElement(entry, f"{{{_VARIANTS}}}lpwstr").text = value


def to_unsealed_bytes(parcel: Parcel) -> bytes:
    """Return the file of an opened book without the seal that it may have had as a copy."""
    _unseal(parcel)
    return zipped(parcel.to_parts(), AS_GIVEN)


def _unseal(parcel: Parcel) -> None:
    if _CUSTOM in parcel.parts:
        properties = parcel.tree(_CUSTOM)
        for name in (_SEAL, _SOURCE):
            for old in properties.findall(f"*[@name='{name}']"):
                properties.remove(old)


def source_of(content: bytes) -> CopySource | None:
    """Return which book a file says that it is a copy of, None where it says nothing."""
    try:
        copy = Zip(content, BOOK)
        tree = parse(copy.part(_CUSTOM)) if _CUSTOM in copy.names else None
    except BadPackageError:
        return None
    found = tree.find(f"*[@name='{_SOURCE}']") if tree is not None else None
    said = "".join(map(str, found.itertext())).strip() if found is not None else ""
    digest, _, name = said.partition(" ")
    return CopySource(name, digest) if name else None


def standing(path: Path) -> Standing:
    """Return whether a file is a copy as we wrote it, one that was changed, or none of ours."""
    try:
        content = read_file(path)
    except (OSError, BadPackageError):
        return Standing.FOREIGN
    if is_untouched(content):
        return Standing.UNTOUCHED
    return Standing.EDITED if is_changed(content) else Standing.FOREIGN


def is_untouched(content: bytes) -> bool:
    """Whether these are still the bytes of `seal`; False for any other file."""
    return _still_sealed(content) is True


def is_changed(content: bytes) -> bool:
    """Whether the file was written by `seal` and changed since."""
    return _still_sealed(content) is False


def _still_sealed(content: bytes) -> bool | None:
    """Return whether the seal of a file still holds, None when it has none.

    Of a file without a seal no more is unpacked than the part where it would stand.
    """
    try:
        copy = Zip(content, BOOK)
        properties = copy.part(_CUSTOM) if _CUSTOM in copy.names else b""
        seal = _SEALED.search(properties)
        if seal is None:
            return None
        unsealed = _SEALED.sub(rb"\g<1>" + _UNSEALED.encode(), properties)
        return seal[2].decode() == digest(copy.parts() | {_CUSTOM: unsealed})
    except BadPackageError:
        return None


def _parts(workbook: Workbook) -> dict[str, bytes]:
    written = io.BytesIO()
    workbook.save(written)
    parts = read_parts(written.getvalue())
    return parts | {_CORE: _MODIFIED.sub(rb"\g<1>" + _DAY, parts[_CORE])}
