"""Checks of the year: of texts, of the number and of the date, against the decree's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.decree.register import letters
from generator.decree.subject import Subject
from generator.decree.title import subject_of
from generator.diagnostics import Diagnostic, finding
from generator.wording import BULAN

_YEAR = re.compile(r"\btahun\s+(?:anggaran\s+)?((?:19|20)[0-9]{2})\b", re.IGNORECASE)
_NOT_ITS_YEAR = re.compile(
    r"20[0-9]{2}\s*(?:[-–—/]|s\.?\s?d\.?|sampai(?: dengan)?|hingga)\s*(?:tahun\s+)?20[0-9]{2}"
    r"|(?:nomor|no\.?)\s*\S+(?:\s*/\s*\S+)*\s+tahun\s+20[0-9]{2}"
    rf"|(?:{'|'.join(BULAN)})\s+(?:tahun\s+)?20[0-9]{{2}}",
    re.IGNORECASE,
)
"""Periods, citations and dates."""
_YEAR_OF_NUMBER = re.compile(r"(?:^|[/\s.-])((?:19|20)[0-9]{2})\s*$")
_LEFT_BEHIND = 5
"""A number this many years away may have stayed from an old decree; one farther away is none."""


def another_year(subject: Subject) -> Iterator[Diagnostic]:
    """Another year than the decree's own in its title, or beside what it settles."""
    if subject.tahun is None:
        return
    decree, identitas = subject.decree, subject.decree.identitas
    what = letters(subject_of(identitas, subject.daerah))
    titles = list(dict.fromkeys([*identitas.tentang, *identitas.judul_lampiran]))
    titles.append(identitas.menetapkan)
    for line in (*titles, *decree.menimbang, *decree.diktum):
        masked = _NOT_ITS_YEAR.sub(lambda match: "_" * len(match[0]), line.text)
        for match in _YEAR.finditer(masked):
            clause = re.split(r"[,;]", line.text[: match.start()])[-1]
            beside = line in titles or (what and what in letters(clause))
            if beside and int(match[1]) != subject.tahun:
                yield finding("tahun-lain", line.place, lain=match[1], tahun=subject.tahun)


def number_of_another_year(subject: Subject) -> Iterator[Diagnostic]:
    """A number that ends in another year than the decree is signed in.

    While the day is not known, a decree may be of its year or of the one before.
    """
    nomor = subject.decree.identitas.nomor
    match = _YEAR_OF_NUMBER.search(nomor.text)
    if match is None or subject.tahun is None:
        return
    signed = subject.tanggal.year if subject.tanggal else None
    right = {signed} if signed else {subject.tahun, subject.tahun - 1}
    if int(match[1]) not in right and abs(int(match[1]) - subject.tahun) <= _LEFT_BEHIND:
        tahun = signed or subject.tahun
        yield finding("nomor-tahun-lain", nomor.place, nomor=nomor, tahun=tahun)


def date_far_from_its_year(subject: Subject) -> Iterator[Diagnostic]:
    """A decree signed after its year, or more than half a year before it."""
    if subject.tanggal is None or subject.tahun is None:
        return
    if not date(subject.tahun - 1, 7, 1) <= subject.tanggal <= date(subject.tahun, 12, 31):
        tanggal = subject.decree.identitas.tanggal
        yield finding("tanggal-di-luar-tahun", tanggal.place, isi=tanggal, tahun=subject.tahun)
