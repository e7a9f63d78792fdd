"""The office's logo: whether it is a PNG one can print, how large, and into which part."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from math import prod
from pathlib import Path
from posixpath import dirname

from lxml import etree

from generator.files.system import reason
from generator.findings.finding import Diagnostic, finding
from generator.opc.limits import LOGO_FILE, LOGO_PIXELS, MB
from generator.opc.parts import CONTENT_TYPES, BadPackageError, TooMuchError, read_file
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
_FIRST = _SIGNATURE + struct.pack(">I", 13) + b"IHDR"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""By the type of colour."""


def read_logo(path: Path) -> tuple[bytes | None, list[Diagnostic]]:
    """Return the bytes of a whole PNG, or a finding; (None, []) when there is no such file."""
    try:
        data = read_file(path)
    except FileNotFoundError:
        return None, []
    except OSError as error:
        return None, [finding("logo-rusak", Place(path.name), sebab=reason(error))]
    except TooMuchError as error:
        return None, [error.finding(path.name)]
    if len(data) > LOGO_FILE.limit * MB:
        return None, [TooMuchError(LOGO_FILE).finding(path.name)]
    if data.startswith(_FIRST) and prod(_size(data)) > LOGO_PIXELS.limit:
        return None, [TooMuchError(LOGO_PIXELS).finding(path.name)]
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
    position, kinds, pixels = len(_SIGNATURE), [], []
    while position + 12 <= len(data):
        (length,) = struct.unpack(">I", data[position : position + 4])
        kind, end = data[position + 4 : position + 8], position + 8 + length
        if data[end : end + 4] != struct.pack(">I", zlib.crc32(data[position + 4 : end])):
            return "berkasnya terpotong atau rusak"
        kinds.append(kind)
        if kind == b"IDAT":
            pixels.append(data[position + 8 : end])
        position = end + 4
        if kind == b"IEND":
            break
    if not data.startswith(_FIRST) or kinds[-1:] != [b"IEND"] or not pixels:
        return "berkasnya terpotong atau rusak"
    if 0 in _size(data):
        return "lebar atau tingginya nol"
    return "" if _fill(data, pixels) else "berkasnya terpotong atau rusak"


def _fill(png: bytes, pixels: Sequence[bytes]) -> bool:
    """Whether the packed pixels are sound, and no more than a picture of that size has."""
    (across, down), depth, colour = _size(png), png[24], png[25]
    line = across * depth * _CHANNELS.get(colour, 4) // 8 + 2
    left = 2 * down * line + MB
    unpacking = zlib.decompressobj()
    try:
        for one in pixels:
            while one and left > 0:
                left -= len(unpacking.decompress(one, min(left, MB)))
                one = unpacking.unconsumed_tail
    except zlib.error:
        return False
    return left > 0
