"""Checks of place, date, offices and names around the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.bahasa.tanggal import format_tanggal
from generator.findings.finding import Diagnostic, finding
from generator.findings.pieces import Piece, ending, piece
from generator.naskah.keputusan_cascading.checks.subject import DecreeSubject
from generator.naskah.keputusan_cascading.model import PangkatDanNip
from generator.values import Isian

# matches "03 Januari 2022", not "30 Januari 2022"
_LEADING_ZERO = re.compile(r"0([1-9])(?=\s)")
# matches "… Januari 2022", not "3 Januari 2022"
_BLANK = re.compile(r"[…._]{2,}|…|^\s*(?:(?:tanggal|tgl)\s*)?[A-Za-z]+\s+[0-9]{4}$")
# matches "Plt. KEPALA DINAS", not "KEPALA DINAS"
_SMALL = re.compile(r"^(?:(?:plt|plh|pj|pjs|a\.n|an|u\.b|ub)\.?\s+)+", re.IGNORECASE)


def leading_zero(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A day of the month written with a zero before it."""
    tanggal = subject.decree.identitas.tanggal
    if match := _LEADING_ZERO.match(tanggal.text):
        change = piece(tanggal, *match.span(), match[1])
        isi, baku = tanggal.text, tanggal.text[1:]
        yield finding("tanggal-nol-di-depan", tanggal.place, edits=change.edits, isi=isi, baku=baku)


def unusual_date(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A date that is no day of the calendar or is not written "3 Januari 2022"."""
    tanggal = subject.decree.identitas.tanggal
    if not tanggal.raw or _BLANK.search(tanggal.text):
        return
    right = format_tanggal(subject.tanggal) if subject.tanggal else ""
    if not right or " ".join(tanggal.text.split()).lstrip("0") != right:
        change = piece(tanggal, 0, len(tanggal.text), right) if right else None
        yield finding(
            "tanggal-tak-baku",
            tanggal.place,
            edits=change.edits if change else (),
            isi=tanggal,
            baku=right or "3 Januari 2022",
        )


def opening_without_comma(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """An office before Menimbang that does not end with a comma."""
    yield from _without_comma(
        "jabatan-pembuka-tanpa-koma", subject.decree.identitas.jabatan_pembuka
    )


def signatory_without_comma(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A signatory's office that does not end with a comma."""
    yield from _without_comma(
        "jabatan-penandatangan-tanpa-koma", subject.decree.identitas.penandatangan.jabatan
    )


def _without_comma(rule: str, lines: Sequence[Isian]) -> Iterator[Diagnostic]:
    last = lines[-1]
    if not last.text.endswith(","):
        change = ending(last, ",")
        yield finding(rule, last.place, edits=change.edits, isi=change.old, baku=change.new)


def office_not_in_capitals(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """An office that is not in capitals; "Plt." and its like before it need not be."""
    identitas = subject.decree.identitas
    for lines in (identitas.jabatan_pembuka, identitas.penandatangan.jabatan):
        for line in lines:
            office = _SMALL.sub("", line.text)
            if office != office.upper():
                start = len(line.text) - len(office)
                change = piece(line, start, len(line.text), office.upper())
                yield finding(
                    "jabatan-tidak-kapital",
                    line.place,
                    edits=change.edits,
                    isi=line,
                    baku=change.new,
                )


_MOST_TITLES = 50


def misspelt_title(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """Academic titles behind the name without their points."""
    nama = subject.decree.identitas.penandatangan.nama
    wrong: list[Piece] = []
    # matches " S.Pi." in "NAMA PEJABAT, S.Pi.", not "NAMA PEJABAT"
    for match in islice(re.finditer(r"(?<=,)\s*([^,]+)", nama.text), _MOST_TITLES):
        right = _GELAR.get(_letters(match[1]))
        if right and match[1].strip() != right:
            wrong.append(piece(nama, *match.span(1), right))
    if wrong:
        yield finding(
            "gelar-tak-baku",
            nama.place,
            edits=[edit for one in wrong for edit in one.edits],
            isi=", ".join(one.old.strip(" ,") for one in wrong),
            baku=", ".join(one.new.strip(" ,") for one in wrong),
        )


def _letters(text: str) -> str:
    return re.sub("[^a-z]", "", text.casefold())


_GELAR = {
    _letters(gelar): gelar
    for gelar in re.findall(
        r"\S+",
        "S.H. M.H. S.E. M.M. S.T. M.T. S.P. M.P. S.Pd. M.Pd. S.Sos. M.Si. S.Kom. M.Kom. M.A.P. "
        "S.A.P. S.STP. M.Hum. S.Ag. M.Ag. S.Kep. M.Kes. S.Si. S.Hut. S.Pt. M.Sc. Ph.D. S.Psi. "
        "M.Psi. S.Farm. M.Eng. S.Stat. M.Ec.Dev. S.Tr. M.Tr.",
    )
}
"""Titles of which only one form is in use."""


def titles_printed(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A name printed with academic titles, by the setting Gelar pada Nama."""
    identitas = subject.decree.identitas
    nama = identitas.penandatangan.nama
    if identitas.gelar_pada_nama and "," in nama.text:
        yield finding("gelar-tercetak", nama.place, isi=nama)


def rank_and_nip_printed(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """Rank or NIP printed under a signature, by the setting Pangkat dan NIP."""
    identitas = subject.decree.identitas
    printed = [one for one in (identitas.penandatangan.pangkat, identitas.penandatangan.nip) if one]
    if printed and identitas.pangkat_dan_nip is not PangkatDanNip.TIDAK:
        pilihan = identitas.pangkat_dan_nip.value
        yield finding("pangkat-nip-tercetak", printed[0].place, pilihan=pilihan)
