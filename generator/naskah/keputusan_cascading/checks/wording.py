"""Checks of spelling, and of how a regulation is written: capitals, abbreviations, fixed words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from generator.bahasa.ejaan import misspellings
from generator.findings.cures import Edit, retyped_everywhere, reworded
from generator.findings.finding import Diagnostic, finding
from generator.findings.pieces import Piece, around, piece, rewriting
from generator.findings.strange import strange_words_of
from generator.naskah.keputusan_cascading.checks.subject import Dasar, DecreeSubject
from generator.peraturan.citation import Citation, Oddity, PieceRole, Slip, mend
from generator.peraturan.contradictions import lookalikes
from generator.peraturan.kinds import JENIS
from generator.peraturan.parser import parse
from generator.values import Isian, Place


def departure_from_form(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A spelling of a citation that departs from the form of the book, an equal one once.

    What is only lacking comes last, since it stands behind what a spelling lacks at that spot.
    """
    for dasar in subject.dasar:
        known = {(slip.found, slip.right) for slip in misspellings(dasar.isian.raw)}
        slips = sorted(dasar.reading.slips, key=lambda slip: (not slip.found, _likeness(slip)))
        for (found, right, _), group in groupby(slips, key=_likeness):
            same = list(group)
            certain = dasar.is_read or same[0].jenis is not Oddity.TANDA_BACA
            if (found, right) not in known and certain:
                mended = (reworded(dasar.isian, *slip.span, right) for slip in same)
                change = Piece(*_told(dasar, same), tuple(chain.from_iterable(mended)))
                yield rewriting(_rule(same[0]), dasar.isian, change)


def nameless_citation(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A citation without the regulation's name, where that is known."""
    for dasar in subject.dasar:
        for citation in dasar.citations:
            known = subject.register.get(citation.kunci)
            end = citation.part(PieceRole.TAHUN)
            if end and known and known.nama and not (citation.nama or known.dari_ingatan):
                name = piece(dasar.isian, end.end, end.end, f" tentang {known.nama}")
                yield rewriting("kutipan-tak-baku", dasar.isian, name)


_OWN_NUMBER = ("Keputusan", "Instruksi", "Surat Edaran")
"""Kinds whose number may be that of an office's letters, which has its date elsewhere."""


def yearless_citation(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A citation without the regulation's year, with that year where the name says it."""
    for dasar in subject.dasar:
        for citation in dasar.citations:
            number = citation.part(PieceRole.NOMOR)
            if number is None or citation.tahun or _is_letter(citation) or not dasar.is_read:
                continue
            found = lookalikes(subject.register, citation)
            known = found[0] if len(found) == 1 else None
            year = f" Tahun {known.kunci.tahun}" if known else ""
            change = piece(dasar.isian, number.end, number.end, year)
            yield finding(
                "kutipan-tanpa-tahun",
                dasar.isian.place,
                edits=change.edits if known and not known.dari_ingatan else (),
                peraturan=citation.kunci,
                diketahui=f': "Nomor {citation.nomor}{year}"' if known else "",
            )


def _is_letter(citation: Citation) -> bool:
    return citation.jenis.nama.startswith(_OWN_NUMBER) and not citation.nomor.isdecimal()


def _likeness(slip: Slip) -> tuple[str, str, str]:
    return slip.found, slip.right, slip.jenis.name


def _told(dasar: Dasar, slips: list[Slip]) -> tuple[str, str]:
    """Return how equal slips are told: alone where they stand nowhere else, else the first one.

    What is taken out is told with what it belongs to, made right.
    """
    text, (slip, *_) = dasar.isian.text, slips
    owners = {text[_owner(dasar, one) : one.span.start] for one in slips}
    start, stop = slip.span
    seen = slip.found.strip() and not slip.right.isspace()
    alone = seen and text.count(slip.found) == len(slips)
    if not alone or (len(owners) > 1 and not slip.right):
        start, stop = around(text, start, stop, slip.right)
    if slip.right:
        return text[start:stop], text[start : slip.span.start] + slip.right + text[
            slip.span.end : stop
        ]
    start = min(start, _owner(dasar, slip))
    return text[start:stop], mend(text, dasar.reading.slips, start, stop)


def _owner(dasar: Dasar, slip: Slip) -> int:
    """Return where the word begins that a slip is to be taken from, or the slip that it is."""
    before = (one.span for one in dasar.reading.slips if one.span.end == slip.span.start)
    word = len(dasar.isian.text[: slip.span.start].rpartition(" ")[0])
    return min((span.start for span in before), default=word + 1 if word else 0)


def _rule(slip: Slip) -> str:
    if slip.jenis is Oddity.REPUBLIK_INDONESIA:
        return "republik-indonesia-pada-kutipan"
    if slip.jenis is Oddity.LEMBARAN_TANPA_NEGARA:
        return "lembaran-tanpa-negara"
    names = (one.nama for one in JENIS.values())
    if slip.jenis is Oddity.KAPITAL and slip.right.startswith(tuple(names)):
        return "jenis-peraturan-tanpa-kapital"
    return "kutipan-tak-baku"


def misspelt(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A slip of spelling in a text of the decree, unless a citation's form mends it."""
    decree = subject.decree
    found = [
        *_spelling(chain(*subject.texts())),
        *chain.from_iterable(map(_spelling_of_citation, subject.dasar)),
        *_spelling(decree.tembusan),
    ]
    edits: dict[tuple[Place, str, str], tuple[Edit, ...]] = {}
    for cell, isi, baku in found:
        same = edits.setdefault((cell.place, isi, baku), ())
        edits[cell.place, isi, baku] = same + retyped_everywhere(cell, isi, baku)
    for (place, isi, baku), own in edits.items():
        yield finding("salah-eja", place, edits=own, isi=isi, baku=baku)


def strange_words(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A word that official writing does not know, one slip from one that is frequent there.

    What the form of a citation mends is told with its cure.
    """
    dasar = (one.isian for one in subject.dasar)
    mended = (slip.found for one in subject.dasar for slip in one.reading.slips)
    cells = chain(*subject.texts(), dasar, subject.decree.tembusan)
    yield from strange_words_of(cells, mended)


def _spelling(cells: Iterable[Isian]) -> Iterator[tuple[Isian, str, str]]:
    """Yield (line, slip, right form) of the cells as typed."""
    for cell in cells:
        for slip in misspellings(cell.raw):
            yield cell, slip.found, slip.right


def _spelling_of_citation(dasar: Dasar) -> Iterator[tuple[Isian, str, str]]:
    """Yield the slips of an item, with the right form of a citation where it has one."""
    cell = dasar.isian
    slips = (dasar.reading if cell.raw == cell.text else parse(cell.raw)).slips
    formal = {(slip.found, slip.right) for slip in slips}
    for slip in misspellings(cell.raw):
        right, mended = slip.right, mend(cell.raw, slips, slip.start, slip.stop)
        if mended != slip.found and (slip.found, right) not in formal:
            right = _spelt(mended)
            if right == mended:
                continue
        yield cell, slip.found, right


def _spelt(text: str) -> str:
    mended = text
    for slip in misspellings(text):
        mended = mended.replace(slip.found, slip.right)
    return mended
