"""Where a citation says something else than the register knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.peraturan.citation import Citation, RegulationKey
from generator.peraturan.kinds import Pembuat
from generator.peraturan.register import Peraturan, Register, letters, norm


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A fact of a citation that contradicts the register, both as a reader writes them."""

    fakta: str
    dikutip: str
    diketahui: str


def contradictions(peraturan: Peraturan, citation: Citation) -> Iterator[Contradiction]:
    """Yield where a citation says something else than is known; the unknown is no contradiction."""
    lembaran, tambahan = citation.lembaran, citation.tambahan
    if lembaran and peraturan.terbitan and lembaran.terbitan is not peraturan.terbitan:
        yield Contradiction("lembaran", lembaran.terbitan.value, peraturan.terbitan.value)
    elif lembaran:
        known = peraturan.tahun_lembaran
        if lembaran.tahun and known and lembaran.tahun != known:
            yield Contradiction("tahun lembaran", str(lembaran.tahun), str(known))
        if _differ(lembaran.nomor, peraturan.nomor_lembaran):
            yield Contradiction("nomor lembaran", lembaran.nomor, peraturan.nomor_lembaran)
    if tambahan and _differ(tambahan.nomor, peraturan.tambahan):
        yield Contradiction("nomor tambahan lembaran", tambahan.nomor, peraturan.tambahan)
    if citation.nama and peraturan.nama and letters(citation.nama) != letters(peraturan.nama):
        yield Contradiction("nama", citation.nama, peraturan.nama)


def lookalikes(register: Register, citation: Citation) -> tuple[Peraturan, ...]:
    """Return regulations of this name that differ in one of kind, number and year.

    For a citation that the register does not know they say which was probably meant. A regional
    regulation often bears the name of a national one, and is not mistaken for it.
    """
    if register.get(citation.kunci):
        return ()
    regional = citation.jenis.pembuat in (Pembuat.WILAYAH, Pembuat.KEPALA_DAERAH)
    return tuple(
        one
        for one in register.named(citation.nama)
        if _agreement(one.kunci, citation.kunci) == 2
        and (not regional or one.kunci.jenis == citation.kunci.jenis)
    )


def _agreement(one: RegulationKey, other: RegulationKey) -> int:
    """Return in how many of kind, number and year two regulations agree."""
    return sum(mine == theirs for mine, theirs in zip(norm(one)[:3], norm(other)[:3], strict=True))


def _differ(cited: str, known: str) -> bool:
    return bool(cited and known) and cited.lstrip("0") != known.lstrip("0")
