"""The office's logo: whether it is a PNG one can print, and how large it prints."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from generator.diagnostics import Diagnostic, Place, finding

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
