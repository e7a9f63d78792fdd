"""Numbers as Indonesian writes them: digits, letters, Roman numerals, and the names of diktum."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(n: int) -> str:
    """Return n, from 1, in Roman numerals."""
    text = ""
    for value, letters in _ROMAN:
        text += letters * (n // value)
        n %= value
    return text


def huruf(n: int) -> str:
    """Return the n-th letter, from 1, as Word numbers: a … z, aa, bb."""
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


_BILANGAN = (
    "SATU",
    "DUA",
    "TIGA",
    "EMPAT",
    "LIMA",
    "ENAM",
    "TUJUH",
    "DELAPAN",
    "SEMBILAN",
    "SEPULUH",
    "SEBELAS",
)


def diktum_name(n: int) -> str:
    """Return the name of the n-th diktum, from 1 to 999,999.

    >>> [diktum_name(n) for n in (1, 12, 21)]
    ['KESATU', 'KEDUA BELAS', 'KEDUA PULUH SATU']
    """
    return "KE" + _terbilang(n)


def _terbilang(n: int) -> str:
    if n <= 11:
        return _BILANGAN[n - 1]
    if n < 20:
        return f"{_terbilang(n - 10)} BELAS"
    unit, name, one = next(
        (unit, name, one)
        for unit, name, one in (
            (1000, "RIBU", "SERIBU"),
            (100, "RATUS", "SERATUS"),
            (10, "PULUH", ""),
        )
        if n >= unit
    )
    head = one if n // unit == 1 else f"{_terbilang(n // unit)} {name}"
    return f"{head} {_terbilang(n % unit)}" if n % unit else head


_EXACT = Context(prec=40_000, rounding=ROUND_HALF_UP)
_SIGNIFICANT = 15
"""Excel keeps no more digits than these."""


def format_number(value: Decimal, decimals: int | None = None) -> str:
    """Return a finite number as an Indonesian reads it: "1.250", "8,2", no trailing zeros.

    `decimals` are the places of the cell's format, rounded half up as Excel shows them; None
    prints what the value has. No more than 15 significant digits count after the comma.
    """
    places = max(_SIGNIFICANT - 1 - value.adjusted(), 0)
    for limit in (places, decimals):
        if limit is not None and -int(value.as_tuple().exponent) > limit:
            value = value.quantize(Decimal(1).scaleb(-limit), context=_EXACT)
    text = f"{value.copy_abs():,f}".translate(str.maketrans(",.", ".,"))
    if "," in text:
        text = text.rstrip("0").rstrip(",")
    return f"-{text}" if value < 0 else text


_NUMBER = re.compile(r"([-−]?) *((?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?)")


def read_number(text: str) -> Decimal | None:
    """Return the number in printed Indonesian text, where "1.250" is 1250, or None."""
    match = _NUMBER.fullmatch(text.strip())
    if not match:
        return None
    number = Decimal(match[2].replace(".", "").replace(",", "."))
    return number.copy_negate() if match[1] and number else number
