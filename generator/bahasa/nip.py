"""The number of a civil servant (NIP): eighteen digits that hold two dates."""

from __future__ import annotations

import re
from datetime import date

_LENGTH = 18
_BY_CONTRACT = 21
"""What stands in the place of the month of appointment for those employed by contract."""


def nip_fault(text: str) -> str | None:
    """Return why a text is no NIP, in words, or None; spaces and points may stand between digits.

    One digit throughout stands for a number to come. Eight digits are the day of birth, six the
    month of appointment, one the sex, three a number.
    """
    digits = re.sub(r"[^0-9]", "", text)
    if len(set(digits)) == 1:
        return None
    if len(digits) != _LENGTH:
        return f"terdiri atas {len(digits)} angka, bukan {_LENGTH}"
    born = _day(digits[:8])
    if born is None:
        return f"tanggal lahirnya ({digits[:8]}) tidak ada"
    year, month = int(digits[8:12]), int(digits[12:14])
    if not (1 <= month <= 12 or month == _BY_CONTRACT) or year <= born.year:
        return f"bulan pengangkatannya ({digits[8:14]}) tidak mungkin"
    if digits[14] not in "12":
        return f"angka kelima belasnya ({digits[14]}) bukan 1 atau 2"
    return None


def _day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
