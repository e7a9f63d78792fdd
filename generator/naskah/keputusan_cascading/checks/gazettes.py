"""Checks of the gazette in which a cited regulation was published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.findings.cures import Edit
from generator.findings.finding import Diagnostic, finding
from generator.findings.pieces import piece
from generator.naskah.keputusan_cascading.checks.subject import Dasar, DecreeSubject
from generator.peraturan.citation import Citation, Lembaran, PieceRole, TambahanLembaran
from generator.peraturan.kinds import GazetteRule, Requirement, Terbitan, gazette_rule
from generator.peraturan.register import Peraturan

_MISSING = {
    Terbitan.LN: "lembaran-negara-kurang",
    Terbitan.LD: "lembaran-daerah-kurang",
    Terbitan.BN: "berita-negara-kurang",
}


def wrong_gazette(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A gazette in which regulations of this kind are not published."""
    for dasar, citation, aturan in _published(subject):
        lembaran, right = citation.lembaran, aturan.terbitan
        if lembaran is None or right is None or lembaran.terbitan is right:
            continue
        yield finding(
            "lembaran-bukan-jenisnya",
            dasar.isian.place,
            edits=_renamed(subject, dasar, citation, right),
            peraturan=citation.kunci,
            jenis=citation.jenis,
            dikutip=lembaran.terbitan.value,
            baku=right.value,
        )


def _renamed(
    subject: DecreeSubject, dasar: Dasar, citation: Citation, right: Terbitan
) -> tuple[Edit, ...]:
    """Return the edit of the gazette's name, where the register knows its number to be right."""
    known, lembaran = subject.register.get(citation.kunci), citation.lembaran
    span = citation.part(PieceRole.LEMBARAN)
    if not (known and lembaran and span) or known.terbitan is not right:
        return ()
    if (known.tahun_lembaran, known.nomor_lembaran) != (lembaran.tahun, lembaran.nomor):
        return ()
    return piece(dasar.isian, *span, right.value).edits


def missing_gazette(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A gazette or a supplement that a citation of this kind carries, but not this one."""
    for dasar, citation, aturan in _published(subject):
        lacking = _lacking(citation, aturan) if dasar.is_read else []
        if not lacking or aturan.terbitan is None:
            continue
        whole = _whole(subject.register.get(citation.kunci), citation, aturan)
        last = citation.part(PieceRole.NAMA) or citation.part(PieceRole.TAHUN)
        untouched = citation.lembaran is None and citation.tambahan is None
        edits: tuple[Edit, ...] = ()
        if whole and last and untouched:
            edits = piece(dasar.isian, last.end, last.end, f" ({whole})").edits
        yield finding(
            _MISSING[aturan.terbitan],
            dasar.isian.place,
            edits=edits,
            peraturan=citation.kunci,
            kurang=" dan ".join(lacking),
            diketahui=f", yaitu ({whole})" if whole else "",
        )


def _lacking(citation: Citation, aturan: GazetteRule) -> list[str]:
    if aturan.terbitan is None or (
        citation.lembaran and citation.lembaran.terbitan is not aturan.terbitan
    ):
        return []
    lacking = []
    if aturan.lembaran in (Requirement.WAJIB, Requirement.LAZIM) and citation.lembaran is None:
        lacking.append(aturan.terbitan.value)
    if aturan.tambahan is Requirement.WAJIB and citation.tambahan is None:
        lacking.append(f"Tambahan {aturan.terbitan.value}")
    return lacking


def _whole(known: Peraturan | None, citation: Citation, aturan: GazetteRule) -> str:
    """Return the gazettes as a citation writes them, where all of them are certain."""
    if known is None or known.dari_ingatan or known.terbitan is not aturan.terbitan:
        return ""
    if known.tahun_lembaran is None or not known.nomor_lembaran:
        return ""
    assert known.terbitan
    tempat = "" if known.terbitan.negara else citation.pembuat
    lembaran = Lembaran(known.terbitan, tempat, known.tahun_lembaran, known.nomor_lembaran)
    if aturan.tambahan is not Requirement.WAJIB:
        return str(lembaran)
    tambahan = TambahanLembaran(known.terbitan, tempat, known.tambahan)
    return f"{lembaran}, {tambahan}" if known.tambahan else ""


def unusual_supplement(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A supplement cited of a kind that mostly has none, unless it is known to be so."""
    for dasar, citation, aturan in _published(subject):
        if citation.tambahan is None or aturan.tambahan is not Requirement.TIDAK:
            continue
        known = subject.register.get(citation.kunci)
        if known is None or not known.tambahan:
            yield finding(
                "tambahan-tak-lazim",
                dasar.isian.place,
                peraturan=citation.kunci,
                jenis=citation.jenis,
            )


def gazette_before_regulation(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A gazette that is older than the regulation it would have published."""
    for dasar, citation, _ in _published(subject):
        lembaran, tahun = citation.lembaran, citation.tahun
        if lembaran and lembaran.tahun and tahun and lembaran.tahun < tahun:
            yield finding(
                "lembaran-mendahului-peraturan",
                dasar.isian.place,
                peraturan=citation.kunci,
                lembaran=lembaran.terbitan.value,
                tahun=lembaran.tahun,
            )


def _published(subject: DecreeSubject) -> Iterator[tuple[Dasar, Citation, GazetteRule]]:
    """Yield each numbered regulation of a kind that has a gazette, with the rule for it."""
    for dasar in subject.dasar:
        for citation in _with_own_gazettes(dasar.citations):
            aturan = gazette_rule(citation.jenis, citation.tahun)
            if citation.nomor and aturan.terbitan:
                yield dasar, citation, aturan


def _with_own_gazettes(chain: tuple[Citation, ...]) -> Iterator[Citation]:
    """Yield the chain, a gazette named behind its end with the regulation of that year."""
    if len(chain) == 2:
        base, last = chain
        behind = last.lembaran
        if (
            behind
            and base.lembaran is None
            and base.tahun == behind.tahun
            and behind.tahun != last.tahun
        ):
            yield replace(base, lembaran=behind, tambahan=last.tambahan, parts=())
            yield replace(last, lembaran=None, tambahan=None)
            return
    yield from chain
