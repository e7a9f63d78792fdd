"""A workbook as bytes: always the same ones, and sealed when a copy must know itself."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from generator.files.output import Standing
from generator.workbook.parcel.parcel import Parcel

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.packaging.custom import CustomPropertyList

_CORE = "docProps/core.xml"
_CUSTOM = "docProps/custom.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_DAY = b"2025-01-01T00:00:00Z"
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)

_SEAL = "sk-cascading-sidik"
_UNSEALED = "0" * 64
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The id that every custom property carries."""
_SEALED = re.compile(rf'(name="{_SEAL}"[^>]*><[^>]*>)([0-9a-f]{{64}})'.encode())


def custom_properties(workbook: Workbook) -> CustomPropertyList[Any]:
    """Return the custom document properties, which say what a book is."""
    properties: CustomPropertyList[Any] = workbook.custom_doc_props  # type: ignore[attr-defined]
    return properties


def to_bytes(workbook: Workbook) -> bytes:
    """Return the .xlsx file; openpyxl's clock is replaced by one fixed day."""
    return _zip(_parts(workbook))


def seal(parcel: Parcel) -> bytes:
    """Return the file of an opened book with a digest of itself, so that changes can be seen."""
    if not parcel.related("", "custom-properties"):
        parcel.add(_CUSTOM, f'<Properties xmlns="{_PROPERTIES}"/>'.encode(), _CUSTOM_TYPE)
        parcel.relate("", "custom-properties", _CUSTOM)
    _unseal(parcel)
    properties = parcel.tree(_CUSTOM)
    number = max((int(one.get("pid") or 1) for one in properties), default=1) + 1
    attributes = {"fmtid": _FORMAT, "pid": str(number), "name": _SEAL}
    entry = etree.SubElement(properties, f"{{{_PROPERTIES}}}property", attributes)
    etree.SubElement(entry, f"{{{_VARIANTS}}}lpwstr").text = _UNSEALED
    parts = parcel.to_parts()
    digest = _digest(parts).encode()
    return _zip(parts | {_CUSTOM: _SEALED.sub(rb"\g<1>" + digest, parts[_CUSTOM])})


def to_unsealed_bytes(parcel: Parcel) -> bytes:
    """Return the file of an opened book without the seal that it may have had as a copy."""
    _unseal(parcel)
    return _zip(parcel.to_parts())


def _unseal(parcel: Parcel) -> None:
    if _CUSTOM in parcel.parts:
        properties = parcel.tree(_CUSTOM)
        for old in properties.findall(f"*[@name='{_SEAL}']"):
            properties.remove(old)


def standing(path: Path) -> Standing:
    """Return whether a file is a copy as we wrote it, one that was changed, or none of ours."""
    try:
        content = path.read_bytes()
    except OSError:
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
    """Return whether the seal of a file still holds, None when it has none."""
    parts = _unzip(content)
    seal = _seal(parts)
    if seal is None:
        return None
    unsealed = _SEALED.sub(rb"\g<1>" + _UNSEALED.encode(), parts[_CUSTOM])
    return seal == _digest(parts | {_CUSTOM: unsealed})


def _seal(parts: Mapping[str, bytes]) -> str | None:
    seal = _SEALED.search(parts.get(_CUSTOM, b""))
    return seal[2].decode() if seal else None


def _unzip(content: bytes) -> dict[str, bytes]:
    """Return the parts of a file, none when it is no zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return {}


def _parts(workbook: Workbook) -> dict[str, bytes]:
    written = io.BytesIO()
    workbook.save(written)
    with zipfile.ZipFile(written) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return parts | {_CORE: _MODIFIED.sub(rb"\g<1>" + _DAY, parts[_CORE])}


def _zip(parts: Mapping[str, bytes]) -> bytes:
    steady = io.BytesIO()
    with zipfile.ZipFile(steady, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return steady.getvalue()


def _digest(parts: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(parts.items()):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
