"""Checks of cited regulations against each other and against what is known of them on the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.bahasa.tanggal import format_tanggal
from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, finding
from generator.naskah.keputusan_cascading.checks.subject import DecreeSubject
from generator.peraturan.citation import Citation, Effect
from generator.peraturan.contradictions import Contradiction, contradictions, lookalikes
from generator.peraturan.kinds import gazette_rule
from generator.peraturan.register import Register, RelatedRegulation, Status, norm, status


def amended_or_repealed(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A regulation repealed by then, or amended since the amendment that is cited.

    What is known from memory alone makes no more than a Catatan. Of what was itself repealed
    an amendment is never named as the one to cite, a repeal not without what came after it.
    """
    for dasar in subject.dasar:
        citation = dasar.reading.citation
        if citation is None or subject.per is None:
            continue
        found = status(subject.register, citation, subject.per)
        event = _event(found, citation) if found else None
        if found and event:
            verb, relations = event
            certain = () if found.peraturan.dari_ingatan else _certain(relations)
            if oleh := _named(subject.register, certain or relations, relations, subject.per, verb):
                yield finding(
                    f"peraturan-{'sudah' if certain else 'mungkin'}-{verb}",
                    dasar.isian.place,
                    peraturan=citation.kunci,
                    oleh=oleh,
                    per=subject.per_words,
                )


def _event(found: Status, citation: Citation) -> tuple[str, tuple[RelatedRegulation, ...]] | None:
    if found.dicabut_oleh:
        return "dicabut", found.dicabut_oleh
    uncited = found.uncited(citation)
    return ("diubah", uncited) if uncited else None


def _named(
    register: Register,
    told: tuple[RelatedRegulation, ...],
    known: tuple[RelatedRegulation, ...],
    per: date,
    verb: str,
) -> str:
    """Return the last of what is told as it is named; empty where none is left in force.

    A repeal stays one when what repealed was repealed in its turn: then both are named.
    """
    in_force = [one for one in told if not register.repealed_by(one.kunci, per)]
    in_force = in_force or [one for one in known if not register.repealed_by(one.kunci, per)]
    if in_force:
        return _dated(in_force[-1])
    if verb != "dicabut":
        return ""
    chain = {str(told[-1].kunci): told[-1]}
    while (last := register.repealed_by([*chain.values()][-1].kunci, per)) and (
        str(last.kunci) not in chain
    ):
        chain[str(last.kunci)] = last
    return ", yang juga sudah dicabut dengan ".join(map(_dated, chain.values()))


def _dated(one: RelatedRegulation) -> str:
    return f"{one} ({format_tanggal(one.tanggal)})" if one.tanggal else str(one)


def _certain(relations: tuple[RelatedRegulation, ...]) -> tuple[RelatedRegulation, ...]:
    return tuple(one for one in relations if not one.dari_ingatan)


def contradicts_register(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A name, year or number of a gazette other than what is known."""
    for dasar in subject.dasar:
        for citation in dasar.citations:
            known = subject.register.get(citation.kunci)
            for beda in contradictions(known, citation) if known else ():
                if not _is_wrong_for_kind(beda, citation):
                    memory = known is not None and known.dari_ingatan
                    yield finding(
                        "kutipan-mungkin-keliru" if memory else "kutipan-beda-register",
                        dasar.isian.place,
                        peraturan=citation.kunci,
                        fakta=beda.fakta.capitalize(),
                        dikutip=beda.dikutip,
                        diketahui=beda.diketahui,
                    )


def _is_wrong_for_kind(beda: Contradiction, citation: Citation) -> bool:
    """Whether another check says this already: a gazette not that of the kind."""
    aturan = gazette_rule(citation.jenis, citation.tahun)
    lembaran = citation.lembaran
    return beda.fakta == "lembaran" and bool(
        lembaran and aturan.terbitan and lembaran.terbitan is not aturan.terbitan
    )


def looks_like_another(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A regulation that is not known, but one of its name but for kind, number or year is.

    A year that is missing altogether is another check's.
    """
    for dasar in subject.dasar:
        for citation in dasar.citations:
            whole = citation.nomor and citation.tahun
            found = lookalikes(subject.register, citation) if whole else ()
            if len(found) == 1:
                yield finding(
                    "peraturan-mirip",
                    dasar.isian.place,
                    peraturan=citation.kunci,
                    nama=found[0].nama,
                    mungkin=found[0].kunci,
                )


def amendment_of_another(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """An amendment that says in its own name that it amends another regulation."""
    for dasar in subject.dasar:
        for citation in dasar.citations:
            for change in citation.perubahan:
                for oleh in change.oleh if change.hubungan is Effect.DIUBAH else ():
                    amended = _amended(oleh)
                    if amended and norm(amended.kunci)[:3] != norm(citation.kunci)[:3]:
                        yield finding(
                            "perubahan-atas-yang-lain",
                            dasar.isian.place,
                            peraturan=citation.kunci,
                            oleh=oleh.kunci,
                            atas=amended.kunci,
                        )


def _amended(citation: Citation) -> Citation | None:
    """Return what a regulation says in its name that it amends."""
    if not citation.rujukan or not fold(citation.nama).startswith("perubahan "):
        return None
    return citation.rujukan[0]
