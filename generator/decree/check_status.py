"""Checks of cited regulations against what is known of them on the day of the decree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.decree.citation import Citation
from generator.decree.contradictions import Beda, contradictions, lookalikes
from generator.decree.jenis import gazette_rule
from generator.decree.register import Hubungan, Status, status
from generator.decree.subject import Subject
from generator.diagnostics import Diagnostic, finding
from generator.wording import format_tanggal


def amended_or_repealed(subject: Subject) -> Iterator[Diagnostic]:
    """A regulation repealed by then, or amended since the amendment that is cited."""
    for dasar in subject.dasar:
        citation = dasar.reading.citation
        found = (
            status(subject.register, citation, subject.per) if citation and subject.per else None
        )
        if found is None or citation is None:
            continue
        for verb, relations in _events(found, citation):
            memory = found.peraturan.dari_ingatan or all(one.dari_ingatan for one in relations)
            yield finding(
                f"peraturan-mungkin-{verb}" if memory else f"peraturan-sudah-{verb}",
                dasar.isian.place,
                peraturan=citation.kunci,
                oleh=_dated(relations),
                per=subject.per_words,
            )


def _events(found: Status, citation: Citation) -> Iterator[tuple[str, tuple[Hubungan, ...]]]:
    if found.dicabut_oleh:
        yield "dicabut", found.dicabut_oleh[-1:]
    elif uncited := found.uncited(citation):
        yield "diubah", uncited[-1:]


def _dated(relations: Iterable[Hubungan]) -> str:
    return ", ".join(
        f"{one} ({format_tanggal(one.tanggal)})" if one.tanggal else str(one) for one in relations
    )


def contradicts_register(subject: Subject) -> Iterator[Diagnostic]:
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
                        fakta=beda.fakta,
                        dikutip=beda.dikutip,
                        diketahui=beda.diketahui,
                    )


def _is_wrong_for_kind(beda: Beda, citation: Citation) -> bool:
    """Whether another check says this already: a gazette not that of the kind."""
    aturan = gazette_rule(citation.jenis, citation.tahun)
    lembaran = citation.lembaran
    return beda.fakta == "lembaran" and bool(
        lembaran and aturan.terbitan and lembaran.terbitan is not aturan.terbitan
    )


def number_or_year_of_another(subject: Subject) -> Iterator[Diagnostic]:
    """A regulation that is not known, while one of its name has another number or year."""
    for dasar in subject.dasar:
        for citation in dasar.citations:
            found = lookalikes(subject.register, citation) if citation.nomor else ()
            if len(found) == 1:
                yield finding(
                    "peraturan-mirip",
                    dasar.isian.place,
                    peraturan=citation.kunci,
                    nama=found[0].nama,
                    mungkin=found[0].kunci,
                )
