"""Checks of spelling, and of how a regulation is written: capitals, abbreviations, fixed words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, groupby

from generator.bahasa.ejaan import misspellings
from generator.findings.edits import Edit
from generator.findings.finding import Diagnostic, finding
from generator.findings.pieces import Piece, every, piece, rewriting
from generator.naskah.keputusan_cascading.checks.subject import Dasar, Subject
from generator.peraturan.citation import Kejanggalan, Peran, Slip
from generator.peraturan.kinds import JENIS


def departure_from_form(subject: Subject) -> Iterator[Diagnostic]:
    """A spelling of a citation that departs from the form of the book, an equal one once."""
    for dasar in subject.dasar:
        known = {(slip.found, slip.right) for slip in misspellings(dasar.isian.raw)}
        slips = sorted(dasar.reading.slips, key=_likeness)
        for (found, right, _), group in groupby(slips, key=_likeness):
            if (found, right) not in known:
                same = list(group)
                first, *others = _changes(dasar, same)
                one = rewriting(_rule(same[0]), dasar.isian, first)
                edits = [edit for other in others for edit in other.edits]
                yield replace(one, edits=(*one.edits, *edits))


def nameless_citation(subject: Subject) -> Iterator[Diagnostic]:
    """A citation without the regulation's name, where that is known."""
    for dasar in subject.dasar:
        for citation in dasar.citations:
            known = subject.register.get(citation.kunci)
            end = citation.part(Peran.TAHUN)
            if end and known and known.nama and not (citation.nama or known.dari_ingatan):
                name = piece(dasar.isian, end.end, end.end, f" tentang {known.nama}")
                yield rewriting("kutipan-tak-baku", dasar.isian, name)


def _likeness(slip: Slip) -> tuple[str, str, str]:
    return slip.found, slip.right, slip.jenis.name


def _changes(dasar: Dasar, slips: list[Slip]) -> list[Piece]:
    """Return the changes of equal slips, as one where what they mend stands nowhere else."""
    found, right = slips[0].found, slips[0].right
    if found.strip() and dasar.isian.text.count(found) == len(slips):
        return [every(dasar.isian, found, right)]
    return [piece(dasar.isian, *slip.span, right) for slip in slips]


def _rule(slip: Slip) -> str:
    if slip.jenis is Kejanggalan.REPUBLIK_INDONESIA:
        return "republik-indonesia-pada-kutipan"
    if slip.jenis is Kejanggalan.LEMBARAN_TANPA_NEGARA:
        return "lembaran-tanpa-negara"
    names = (one.nama for one in JENIS.values())
    if slip.jenis is Kejanggalan.KAPITAL and slip.right.startswith(tuple(names)):
        return "jenis-peraturan-tanpa-kapital"
    return "kutipan-tak-baku"


def misspelt(subject: Subject) -> Iterator[Diagnostic]:
    """A slip of spelling in a text of the decree."""
    decree = subject.decree
    cells = chain(*subject.texts(), decree.mengingat, decree.tembusan)
    found = (
        (cell.place, slip.found, slip.right) for cell in cells for slip in misspellings(cell.raw)
    )
    for place, isi, baku in dict.fromkeys(found):
        yield finding("salah-eja", place, edits=[Edit(place, isi, baku)], isi=isi, baku=baku)
