"""Dates as a decree writes them."""

from __future__ import annotations

import re
from datetime import date

from generator.bahasa.wording import fold

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_OLD_SPELLINGS = {"pebruari": 2, "nopember": 11}
_MONTHS = {name.casefold(): n for n, name in enumerate(BULAN, start=1)} | _OLD_SPELLINGS


def read_tanggal(text: str) -> date | None:
    """Return the date that "3 Januari 2022" or "03 JANUARI 2022" says, or None."""
    match = re.fullmatch(r"([0-9]{1,2}) ([a-z]+) ([0-9]{4})", fold(text))
    if not match or match[2] not in _MONTHS:
        return None
    try:
        return date(int(match[3]), _MONTHS[match[2]], int(match[1]))
    except ValueError:
        return None


def format_tanggal(day: date) -> str:
    """Return the date as a decree writes it: "3 Januari 2022"."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"
