"""The office's logo: whether it is a PNG one can print, how large, and into which part."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

from generator.findings.finding import Diagnostic, finding
from generator.opc import CONTENT_TYPES
from generator.values import Place

MEDIA = "media/logo-kantor.png"
"""Where the logo goes, beside the document."""

_PNG = b'<Default Extension="png" ContentType="image/png"/>'
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def read_logo(path: Path) -> tuple[bytes | None, list[Diagnostic]]:
    """Return the bytes of a whole PNG, or a finding; (None, []) when there is no such file."""
    if not path.exists():
        return None, []
    data = path.read_bytes()
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

    The template's own picture goes too, unless something else shows it.
    """
    changed = dict(parts)
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    found = re.search(rb'<Relationship\b[^>]*\bId="%s"[^>]*/>' % relationship.encode(), parts[rels])
    if found is None:
        return changed
    target = re.search(rb'\bTarget="([^"]+)"', found[0])
    if logo is not None:
        changed[f"{folder}/{MEDIA}"] = logo
        there = re.sub(rb'\bTarget="[^"]+"', b'Target="%s"' % MEDIA.encode(), found[0])
        changed[rels] = parts[rels].replace(found[0], there)
        if b'Extension="png"' not in parts[CONTENT_TYPES]:
            types = parts[CONTENT_TYPES].replace(b"<Default", _PNG + b"<Default", 1)
            changed[CONTENT_TYPES] = types
    elif b'"%s"' % relationship.encode() not in parts[part]:
        changed[rels] = parts[rels].replace(found[0], b"")
    picture = target[1].decode().rpartition("/")[2] if target else ""
    all_rels = b"".join(data for name, data in changed.items() if name.endswith(".rels"))
    if f'/{picture}"'.encode() not in all_rels:
        changed.pop(f"{folder}/media/{picture}", None)
    return changed


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
