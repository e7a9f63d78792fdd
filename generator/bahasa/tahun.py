"""Years in a text that are not the decree's own: what was left standing from another year."""

from __future__ import annotations

import re

from generator.bahasa.tanggal import BULAN

# matches " tentang Pohon Kinerja Tahun 2025" before " dicabut", not " tentang" alone
_NAME = (
    r"\s+tentang\s.{0,500}?(?=\s(?:dicabut|diubah|dinyatakan|perlu|sebagaimana)\b|[;(]"
    r"|,\s(?!dan|serta)(?-i:[a-z])|$)"
)
_NOT_ITS_YEAR = re.compile(
    r"20\d\d\s*(?:[-–—/]|s\.?\s?d\.?|sampai(?: dengan)?|hingga)\s*(?:tahun\s+)?20\d\d"
    r"|(?:nomor|no\.?)\s*\S{1,200}+(?:(?:(?<=/)\s+|\s+(?=/))\S{1,200}){0,20}\s+tahun\s+20\d\d"
    rf"(?:{_NAME})?"
    rf"|(?:nomor|no\.?)[\s:]*+\S{{1,200}}+(?:\s+tanggal\s[^,;]{{1,40}}?)?{_NAME}"
    r"|(?:sejak|mulai|awal|dasar|baseline)(?:\s+tahun)?\s+20\d\d"
    rf"|(?:{'|'.join(BULAN)})\s+(?:tahun\s+)?20\d\d",
    re.IGNORECASE,
)
"""Periods, regulations with their names, beginnings, dates.

A number has no more pieces, and a name no more letters, than these.
"""
_YEAR = re.compile(r"(?<![\w.,/])20\d\d(?![\w,/]|\.\w)")
_REPORTED = re.compile(
    r"\b(?:laporan|pelaporan|lk[jp]\w*|lakip|lppd|lppk|evaluasi|realisasi|capaian|audit|temuan"
    r"|pemeriksaan|pertanggungjawaban)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:rencana|perencanaan|rancangan|rkpd|renja|renstra|rka|apbd|kua|ppas|\w*anggaran)\b",
    re.IGNORECASE,
)


def without_periods(text: str) -> str:
    """Return a text without the years that belong to a period, a regulation or a date."""
    return _NOT_ITS_YEAR.sub("", text) if "20" in text else text


def other_years(text: str, tahun: int) -> list[int]:
    """Return the years near `tahun` that a text names instead of it.

    A report may look one year back, a plan one year ahead.

    >>> other_years("Jumlah Dokumen Tahun 2021", 2022)
    [2021]
    """
    if "20" not in text:
        return []
    bare = without_periods(text)
    years = sorted({int(year) for year in _YEAR.findall(bare)})
    return [
        year
        for year in years
        if year - tahun in (-5, -4, -3, -2, -1, 1) and not looks_away(bare, year - tahun)
    ]


def looks_away(text: str, ahead: int) -> bool:
    """Whether a text speaks of a report or a plan, which look at a year so far ahead."""
    if ahead == -1:
        return _REPORTED.search(text) is not None
    return ahead == 1 and _PLANNED.search(text) is not None
