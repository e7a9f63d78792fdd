"""The names a Word template may use: what `context.py` gives and `docs/template-word.md` lists.

Styles that block content made in Python relies on stand here too, since a template has to
bring them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TypeAlias

from generator.pohon.styles import all_styles


class Jenis(Enum):
    """What a name stands for."""

    TEKS = "teks"
    MUNGKIN = "teks, boleh kosong"
    TANDA = "ya atau tidak"
    BLOK = "isi blok"


Isi: TypeAlias = "Jenis | tuple[Isi] | Mapping[str, Isi]"
"""A value of one kind, a list (the one thing in a tuple repeated), or parts by name.

A list of MUNGKIN may be empty; every other list has at least one thing.
"""

TEKS, MUNGKIN, TANDA, BLOK = Jenis.TEKS, Jenis.MUNGKIN, Jenis.TANDA, Jenis.BLOK

NAMES: Mapping[str, Isi] = {
    "kop": {
        "pemerintah": TEKS,
        "perangkat_daerah": (TEKS,),
        "alamat": (MUNGKIN,),
        "kota": MUNGKIN,
        "kode_pos": MUNGKIN,
        "laman": MUNGKIN,
        "surel": MUNGKIN,
        "logo": TANDA,
    },
    "judul": {"jenis": TEKS, "jabatan": (TEKS,), "nomor": TEKS, "tentang": (TEKS,)},
    "pembuka": (TEKS,),
    "menimbang": (MUNGKIN,),
    "mengingat": (MUNGKIN,),
    "menetapkan": TEKS,
    "diktum": ({"nama": TEKS, "isi": TEKS},),
    "penetapan": {"tempat": TEKS, "tanggal": TEKS},
    "penandatangan": {"jabatan": (TEKS,), "nama": TEKS, "pangkat": MUNGKIN, "nip": MUNGKIN},
    "tembusan": (MUNGKIN,),
    "daftar_lampiran": (
        {"nomor": MUNGKIN, "judul": (TEKS,), "isi": BLOK, "pangkat": MUNGKIN, "nip": MUNGKIN},
    ),
}

LOOP: Mapping[str, Isi] = {
    "first": TANDA,
    "last": TANDA,
    "index": TEKS,
    "index0": TEKS,
    "revindex": TEKS,
    "revindex0": TEKS,
    "length": TEKS,
    "depth": TEKS,
    "depth0": TEKS,
}
"""What `loop` offers inside a repetition."""

REQUIRED_STYLES: Mapping[str, str] = {gaya.name: gaya.guna for gaya in all_styles()}
"""Paragraph styles by name, with what the annex uses them for (Indonesian)."""


def leaves(isi: Isi = NAMES, path: str = "") -> Iterator[tuple[str, Jenis]]:
    """Yield every single value as ("daftar_lampiran[].judul[]", its kind)."""
    if isinstance(isi, Jenis):
        yield path, isi
    elif isinstance(isi, tuple):
        yield from leaves(isi[0], f"{path}[]")
    else:
        for name, part in isi.items():
            yield from leaves(part, f"{path}.{name}" if path else name)
