"""The office's logo: whether it is a PNG one can print, how large, and into which part."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from posixpath import dirname

from lxml import etree

from generator.files.reading import read_whole, reason
from generator.findings.finding import Diagnostic, finding
from generator.opc.parts import CONTENT_TYPES, BadPackageError
from generator.opc.relations import (
    declare_default,
    open_relations,
    referred,
    related,
    relations_name,
    retarget,
    unrelate,
)
from generator.opc.xml import Element, parse
from generator.values import Place
from generator.word.wordml import DECLARATION

MEDIA = "media/logo-kantor.png"
"""Where the logo goes, beside the document."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def read_logo(path: Path) -> tuple[bytes | None, list[Diagnostic]]:
    """Return the bytes of a whole PNG, or a finding; (None, []) when there is no such file."""
    try:
        data = read_whole(path)
    except FileNotFoundError:
        return None, []
    except OSError as error:
        return None, [finding("logo-rusak", Place(path.name), sebab=reason(error))]
    if fault := _fault(data):
        return None, [finding("logo-rusak", Place(path.name), sebab=fault)]
    return data, []


def fit(png: bytes, width: int, height: int) -> tuple[int, int]:
    """Return the largest size within `width` × `height` that keeps the picture's proportions."""
    across, down = _size(png)
    scale = min(width / across, height / down)
    return max(1, round(across * scale)), max(1, round(down * scale))


def place_picture(
    parts: Mapping[str, bytes], part: str, relationship: str, logo: bytes | None
) -> dict[str, bytes]:
    """Return the parts with the picture of this relationship replaced, or gone without a logo.

    The template's own picture goes too, unless something else shows it. Parts that are damaged
    stay as they are, for `check_structure` to tell of.
    """
    changed = dict(parts)
    try:
        relations, types = open_relations(parts, part), parse(parts[CONTENT_TYPES])
    except BadPackageError:
        return changed
    picture = {one.id: one.part for one in related(relations, part)}.get(relationship)
    if picture is None:
        return changed
    if logo is not None:
        changed[f"{dirname(part)}/{MEDIA}"] = logo
        retarget(relations, relationship, MEDIA)
        declare_default(types, "png", "image/png")
    elif f'"{relationship}"'.encode() not in parts[part]:
        unrelate(relations, relationship)
    changed |= {relations_name(part): _printed(relations), CONTENT_TYPES: _printed(types)}
    if picture not in referred(changed):
        changed.pop(picture, None)
    return changed


def _printed(root: Element) -> bytes:
    """Return a part with the very declaration that printed parts have."""
    return f"{DECLARATION}{etree.tostring(root, encoding='unicode')}".encode()


def _size(png: bytes) -> tuple[int, int]:
    across, down = struct.unpack(">II", png[16:24])
    return across, down


def _fault(data: bytes) -> str:
    """Return in words what is wrong with a PNG, empty when nothing is."""
    if not data.startswith(_SIGNATURE):
        return "isinya bukan gambar PNG"
    position, kinds = len(_SIGNATURE), []
    while position + 12 <= len(data):
        (length,) = struct.unpack(">I", data[position : position + 4])
        kind, end = data[position + 4 : position + 8], position + 8 + length
        if data[end : end + 4] != struct.pack(">I", zlib.crc32(data[position + 4 : end])):
            return "berkasnya terpotong atau rusak"
        kinds.append(kind)
        position = end + 4
        if kind == b"IEND":
            break
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds:
        return "berkasnya terpotong atau rusak"
    if 0 in _size(data):
        return "lebar atau tingginya nol"
    return ""
