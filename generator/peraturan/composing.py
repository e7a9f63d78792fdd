"""A citation completed from what is known: its name, gazettes, and what had amended it by a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.peraturan.citation import (
    Amendment,
    Citation,
    Effect,
    Lembaran,
    RegulationKey,
    TambahanLembaran,
)
from generator.peraturan.kinds import JENIS
from generator.peraturan.parser import parse
from generator.peraturan.register import Peraturan, Register, RelatedRegulation, status


def composed(text: str, register: Register, as_of: date) -> Citation | None:
    """Return the citation that `text` begins: "Undang-Undang Nomor 23 Tahun 2014".

    What it says itself stays. None when it is not known or was repealed by that day.
    """
    citation = parse(text).citation
    found = status(register, citation, as_of) if citation else None
    if citation is None or found is None or found.dicabut_oleh:
        return None
    amendments = [one for one in found.diubah_oleh if not register.repealed_by(one.kunci, as_of)]
    whole = _filled(citation, found.peraturan)
    return replace(whole, perubahan=_amended(whole, amendments, register))


def _filled(citation: Citation, known: Peraturan) -> Citation:
    lembaran, tambahan, terbitan = citation.lembaran, citation.tambahan, known.terbitan
    if terbitan and known.nomor_lembaran:
        lembaran = lembaran or Lembaran(terbitan, "", known.tahun_lembaran, known.nomor_lembaran)
    if terbitan and known.tambahan:
        tambahan = tambahan or TambahanLembaran(terbitan, "", known.tambahan)
    return replace(citation, nama=citation.nama or known.nama, lembaran=lembaran, tambahan=tambahan)


def _amended(
    citation: Citation, amendments: Sequence[RelatedRegulation], register: Register
) -> tuple[Amendment, ...]:
    """Return the phrase that names the last amendment."""
    if not amendments:
        return ()
    several = len(amendments) > 1
    last = _cited(citation, amendments[-1].kunci, register)
    kali = "beberapa" if several else ""
    return (Amendment(Effect.DIUBAH, kali, terakhir=several, oleh=(last,)),)


def _cited(amended: Citation, kunci: RegulationKey, register: Register) -> Citation:
    """Return the citation of what amends: of the same maker, or of a kind that names none."""
    same = kunci.jenis == amended.kunci.jenis
    plain = replace(amended, lembaran=None, tambahan=None) if same else Citation(JENIS[kunci.jenis])
    cited = replace(plain, nomor=kunci.nomor, tahun=kunci.tahun, nama="")
    known = register.get(kunci)
    return _filled(cited, known) if known else cited
