"""What the names of a Word template may stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TypeAlias


class ValueKind(Enum):
    """What a name stands for."""

    TEKS = "teks"
    MUNGKIN = "teks, boleh kosong"
    TANDA = "ya atau tidak"
    BLOK = "isi blok"


Isi: TypeAlias = "ValueKind | tuple[Isi] | Mapping[str, Isi]"
"""A value of one kind, a list (the one thing in a tuple repeated), or parts by name.

A list of MUNGKIN may be empty; every other list has at least one thing.
"""

TEKS, MUNGKIN, TANDA, BLOK = ValueKind.TEKS, ValueKind.MUNGKIN, ValueKind.TANDA, ValueKind.BLOK

LOOP: Mapping[str, Isi] = {"first": TANDA, "last": TANDA, "index": TEKS}
"""What `loop` offers inside a repetition."""

TEXT_FILTERS = ("upper", "lower", "title", "capitalize", "trim")
LIST_FILTERS = ("first", "last", "length", "join")
"""Filters that templates may use; `join` alone takes something, the text between two items."""


def leaves(isi: Isi, path: str = "") -> Iterator[tuple[str, ValueKind]]:
    """Yield every single value as ("daftar_lampiran[].judul[]", its kind)."""
    if isinstance(isi, ValueKind):
        yield path, isi
    elif isinstance(isi, tuple):
        yield from leaves(isi[0], f"{path}[]")
    else:
        for name, part in isi.items():
            yield from leaves(part, f"{path}.{name}" if path else name)
