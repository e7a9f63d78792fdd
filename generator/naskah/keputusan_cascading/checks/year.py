"""Checks of the year: of texts, of the number and of the date, against the decree's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.bahasa.tahun import looks_away, other_years, without_periods
from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, finding
from generator.naskah.keputusan_cascading.checks.subject import DecreeSubject
from generator.naskah.keputusan_cascading.title import joined, subject_of
from generator.peraturan.register import letters

# matches "Tahun Anggaran 2022", not "Nomor 2022"
_YEAR = re.compile(r"\btahun\s+(?:anggaran\s+)?((?:19|20)[0-9]{2})\b", re.IGNORECASE)
# matches "188/BKPSDM/2022", not "2022/BKPSDM"
_YEAR_OF_NUMBER = re.compile(r"(?:^|[/\s.-])((?:19|20)[0-9]{2})\s*$")
_LEFT_BEHIND = 5
"""A number this many years away may have stayed from an old decree; one farther away is none."""


def another_year(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A year other than the decree's own in its title, beside what it settles, or near its own."""
    if subject.tahun is None:
        return
    decree, identitas = subject.decree, subject.decree.identitas
    what, office = subject_of(identitas, subject.daerah), fold(identitas.perangkat_daerah.text)
    titles = (identitas.tentang, identitas.judul_lampiran, (identitas.menetapkan,))
    for lines in dict.fromkeys(titles):
        named = _named(joined(lines), subject.tahun)
        for line in lines:
            for year in _named(line.text, subject.tahun):
                if year in named:
                    yield finding("tahun-lain", line.place, lain=year, tahun=subject.tahun)
    for item in (*decree.menimbang, *decree.diktum):
        years: set[int] = set()
        for clause in re.split(r"[,;]", without_periods(item.text)):
            years.update(other_years(clause, subject.tahun))
            years.update(_beside(what, clause, office, subject.tahun))
        for year in sorted(years):
            yield finding("tahun-lain", item.place, lain=year, tahun=subject.tahun)


def _beside(what: str, clause: str, office: str, tahun: int) -> Iterator[int]:
    """Yield other years behind what the decree settles, but for a plan's or a report's there."""
    bare, end = letters(what) if _YEAR.search(clause) else "", 0
    for match in _YEAR.finditer(clause) if what else ():
        before, end = clause[end : match.start()], match.end()
        if int(match[1]) == tahun or bare not in letters(before):
            continue
        behind = fold(before).rpartition(what)[2].replace(office, "")
        if not looks_away(behind, int(match[1]) - tahun):
            yield int(match[1])


def _named(text: str, tahun: int) -> list[int]:
    """Return every other year that stands behind "tahun"."""
    years = {int(year) for year in _YEAR.findall(without_periods(text))}
    return sorted(years - {tahun})


def number_of_another_year(subject: DecreeSubject) -> Iterator[Diagnostic]:
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


def date_far_from_its_year(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A decree signed after its year, or more than half a year before it."""
    if subject.tanggal is None or subject.tahun is None:
        return
    if not date(subject.tahun - 1, 7, 1) <= subject.tanggal <= date(subject.tahun, 12, 31):
        tanggal = subject.decree.identitas.tanggal
        yield finding("tanggal-di-luar-tahun", tanggal.place, isi=tanggal, tahun=subject.tahun)
