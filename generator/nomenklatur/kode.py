"""Official codes: how they are built, and which stands above which.

"5.03.02.2.01.0009" is urusan 5, bidang 5.03, program 5.03.02, kegiatan 5.03.02.2.01 and a sub
kegiatan of it. "X.XX" stands for the bidang of whatever office; its program 01 serves them all.
"""

from __future__ import annotations

from enum import Enum

PENUNJANG = "X.XX"
_PROGRAM_PENUNJANG = "01"
_WIDTHS = (1, 2, 2, 1, 2, 4)
_DASH = " – "


class JenisKode(Enum):
    """What an official code stands for; the value counts its parts."""

    URUSAN = 1
    BIDANG = 2
    PROGRAM = 3
    KEGIATAN = 5
    SUB_KEGIATAN = 6

    @property
    def nama(self) -> str:
        """The name as the official table writes it."""
        return self.name.lower().replace("_", " ")


def read_kode(typed: str) -> str | None:
    """Return the official spelling of a code as typed or chosen, None when it is none.

    Until 2022 the last part had two digits.

    >>> read_kode("5.03.02.2.01.09 – Perumusan Bahan Kebijakan")
    '5.03.02.2.01.0009'
    """
    parts = typed.partition(_DASH)[0].strip().rstrip(".").upper().split(".")
    if len(parts) not in {one.value for one in JenisKode}:
        return None
    digits = parts[2:] if parts[:2] == ["X", "XX"] else parts
    fits = all(0 < len(part) <= width for part, width in zip(parts, _WIDTHS, strict=False))
    if not fits or not all(part.isascii() and part.isdigit() for part in digits):
        return None
    return ".".join(part.rjust(width, "0") for part, width in zip(parts, _WIDTHS, strict=False))


def jenis_of(kode: str) -> JenisKode:
    """Return what an official code stands for."""
    return JenisKode(kode.count(".") + 1)


def bidang_of(kode: str) -> str:
    """Return the bidang of an official code, "" of an urusan."""
    parts = kode.split(".")
    return ".".join(parts[:2]) if len(parts) > 1 else ""


def above(kode: str) -> str | None:
    """Return the code of what stands above, None above an urusan.

    >>> above("5.03.02.2.01")
    '5.03.02'
    """
    parts = kode.split(".")
    if len(parts) == 1:
        return None
    return ".".join(parts[: -2 if len(parts) == JenisKode.KEGIATAN.value else -1])


def general(kode: str) -> str:
    """Return the code under which the table knows what serves every office.

    >>> general("5.03.01.2.06.0002")
    'X.XX.01.2.06.0002'
    """
    parts = kode.split(".")
    if len(parts) > 2 and parts[2] == _PROGRAM_PENUNJANG:
        return ".".join((PENUNJANG, *parts[2:]))
    return kode


def of_office(kode: str, bidang: str) -> str:
    """Return the code as an office of that bidang writes it.

    >>> of_office("X.XX.01.2.06", "5.03")
    '5.03.01.2.06'
    """
    return bidang + kode.removeprefix(PENUNJANG) if kode.startswith(PENUNJANG) else kode
