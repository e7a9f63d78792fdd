"""Checks of Mengingat as a list: what stands in it, in which order, and how each item ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from generator.findings.cures import Move
from generator.findings.finding import Diagnostic, finding
from generator.findings.pieces import ending, rewriting
from generator.naskah.keputusan_cascading.checks.subject import Dasar, DecreeSubject
from generator.peraturan.citation import Citation, RegulationKey
from generator.peraturan.kinds import UUD
from generator.peraturan.order import are_numbered_alike, is_wrong_order, rank, right_order
from generator.peraturan.register import norm

# matches "1. Undang-Undang", not "1 Undang-Undang"
_TYPED_NUMBER = re.compile(r"[0-9]+\.\s")


def wrong_order(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """Items that do not follow each other by rank and date; one finding for the whole list.

    It stands at the item that is in the wrong to most others.
    """
    read = [one for one in subject.dasar if one.reading.citation]
    citations = [one.reading.citation for one in read if one.reading.citation]
    wrong = [
        (first, second)
        for first, second in combinations(range(len(read)), 2)
        if is_wrong_order(citations[first], citations[second], subject.register)
    ]
    if not wrong:
        return
    times = Counter(chain.from_iterable(wrong))
    blamed = max(sorted(times), key=lambda n: times[n])
    against = [pair for pair in wrong if blamed in pair]
    first, second = against[0]
    order = right_order(citations, subject.register)
    yield finding(
        "mengingat-salah-urutan",
        read[blamed].isian.place,
        related=[read[n].isian.place for pair in against for n in pair if n != blamed],
        edits=_moves(subject, read, order),
        satu=citations[first].kunci,
        nomor_satu=read[first].nomor,
        dua=citations[second].kunci,
        nomor_dua=read[second].nomor,
        alasan=_reason(citations[first], citations[second]),
        urutan="; ".join(f"{nth}. {citations[n].kunci}" for nth, n in enumerate(order, start=1)),
    )


def _reason(first: Citation, second: Citation) -> str:
    """Return what puts `second` before `first`, as the end of "yang …"."""
    if rank(second)[1] < rank(first)[0]:
        return "lebih tinggi tingkatannya"
    if are_numbered_alike(first, second):
        return "lebih kecil nomornya"
    return "lebih dahulu ditetapkan"


def _moves(subject: DecreeSubject, read: Sequence[Dasar], order: Sequence[int]) -> list[Move]:
    """Return the moves that put the texts in order; none when an item could not be read.

    Nor when an item was typed with its own number, which would move along.
    """
    if len(read) < len(subject.dasar) or any(one.reading.unread for one in read):
        return []
    if any(_TYPED_NUMBER.match(one.isian.raw) for one in read):
        return []
    return [
        Move(here.isian.place, read[n].isian.place, here.isian.raw, read[n].isian.raw)
        for here, n in zip(read, order, strict=True)
        if here is not read[n]
    ]


def unread_citation(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A stretch of an item that is no part of a citation, and so was not checked."""
    for dasar in subject.dasar:
        for one in dasar.reading.unread:
            yield finding(
                "dasar-hukum-tak-terbaca",
                dasar.isian.place,
                isi=_shortened(one.text),
                alasan=one.alasan.value,
            )


def _shortened(text: str, limit: int = 80) -> str:
    return text if len(text) <= limit else f"{text[:limit].rstrip()}…"


def cited_twice(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A regulation that an item above cites already."""
    seen: dict[RegulationKey, Dasar] = {}
    for dasar in subject.dasar:
        citation = dasar.reading.citation
        if citation is None or not citation.nomor or citation.tahun is None:
            continue
        other = seen.setdefault(norm(citation.kunci), dasar)
        if other is not dasar:
            yield finding(
                "dasar-hukum-ganda",
                dasar.isian.place,
                related=[other.isian.place],
                peraturan=citation.kunci,
                nomor=other.nomor,
            )


def cited_article(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """An article that is cited with its regulation; those of the constitution are."""
    for dasar in subject.dasar:
        for citation in dasar.citations:
            if citation.pasal and citation.jenis is not UUD:
                yield finding(
                    "dasar-hukum-berpasal",
                    dasar.isian.place,
                    pasal=citation.pasal,
                    peraturan=citation.kunci,
                )


_NO_REGULATION = ("Keputusan", "Instruksi", "Surat Edaran")
_READ_AS_REGULATIONS = 2011
"""Decisions before this year are read as regulations (Pasal 100 UU 12/2011)."""


def no_regulation(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A decision, an instruction or a circular among the regulations."""
    for dasar in subject.dasar:
        citation = dasar.reading.citation
        if citation is None or not citation.jenis.nama.startswith(_NO_REGULATION):
            continue
        decided = citation.jenis.nama.startswith("Keputusan") and citation.tahun
        if not decided or decided >= _READ_AS_REGULATIONS:
            yield finding(
                "dasar-hukum-bukan-peraturan",
                dasar.isian.place,
                peraturan=citation.kunci,
                jenis=citation.jenis,
            )


def unclosed_item(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """An item that does not end with a semicolon, the last one too."""
    for dasar in subject.dasar:
        if not dasar.isian.text.endswith(";") or dasar.reading.penutup not in ("", ";"):
            change = ending(dasar.isian, ";")
            yield rewriting("mengingat-tanpa-titik-koma", dasar.isian, change)


def not_yet_in_force(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A regulation that came after the decree that cites it."""
    for dasar in subject.dasar:
        for citation in dasar.citations:
            if _is_later(subject, citation):
                yield finding(
                    "peraturan-belum-berlaku",
                    dasar.isian.place,
                    peraturan=citation.kunci,
                    per=subject.per_words,
                )


def _is_later(subject: DecreeSubject, citation: Citation) -> bool:
    if subject.per is None or citation.tahun is None:
        return False
    if citation.tahun > subject.per.year:
        return True
    known = subject.register.get(citation.kunci)
    if known is None or known.dari_ingatan or known.diundangkan is None:
        return False
    return subject.tanggal is not None and known.diundangkan > subject.tanggal
