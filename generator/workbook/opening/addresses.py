"""Columns by their letters and by their numbers, which count from 1."""

from __future__ import annotations

import re
from functools import cache

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Excel has no more rows and columns on a sheet."""

_LETTERS = re.compile(r"[A-Za-z]{1,3}")


@cache
def column_letter(number: int) -> str:
    """Return the letters of a column.

    >>> column_letter(28)
    'AB'
    """
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


@cache
def column_number(letters: str) -> int:
    """Return the number of a column, also past Excel's last; raise ValueError for anything else.

    >>> column_number("AB")
    28
    """
    if not _LETTERS.fullmatch(letters):
        raise ValueError(letters)
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
