"""All books by kind, and the sheets that the program adds to each."""

from __future__ import annotations

from generator.schema.keputusan import KEPUTUSAN
from generator.schema.kinerja import KINERJA_DAERAH, PROGRAM, SASARAN, SUB_KEGIATAN
from generator.schema.types import Book

BOOKS = (
    KEPUTUSAN,
    Book("eselon-2", "Buku Eselon II", "Sasaran perangkat daerah.", (KINERJA_DAERAH, SASARAN), 1),
    Book("eselon-3", "Buku Eselon III", "Program dan sasarannya.", (PROGRAM,), 2),
    Book("eselon-4", "Buku Eselon IV", "Kegiatan dan sub kegiatan.", (SUB_KEGIATAN,), 3),
)


def book_of(kind: str) -> Book:
    """Return the declared book of this kind; raise KeyError when there is none."""
    for one in BOOKS:
        if one.kind == kind:
            return one
    raise KeyError(kind)


PETUNJUK = "Petunjuk"
"""The locked sheet in front of every book; it also carries kind and version."""

DAFTAR = "Daftar"
"""The locked sheet behind the entry sheets that feeds the dropdowns; never read as entries."""

PEMERIKSAAN = "Pemeriksaan"
"""The sheet in front of a marked copy that lists what was found; never read as entries."""
