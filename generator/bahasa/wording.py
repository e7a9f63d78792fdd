"""Indonesian wording: cleaned text, placeholders, numbers, dates, and the names of ordinals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from difflib import SequenceMatcher
from pathlib import PurePath

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\ufeff\ufffe\uffff\ud800-\udfff]"
)


def clean(text: str) -> str:
    """Return what a cell says, fit for XML: no control characters, NFC.

    `_x000D_` is how Excel stores a carriage return. Line breaks become line feeds, and only
    the ends lose their white space.
    """
    if text.isascii() and text.isprintable() and "_x000D_" not in text:
        return text.strip()
    text = _UNPRINTABLE.sub("", text).replace("_x000D_", "\r")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text).strip()


def fold(text: str) -> str:
    """Return the form in which two texts are equal when only case and white space differ."""
    return " ".join(text.casefold().split())


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that `word` most likely misspells, or None when none is near.

    >>> nearest("Inidkator", ["Indikator", "Target"])
    'Indikator'
    """
    matcher = SequenceMatcher(b=fold(word), autojunk=False)
    best: str | None = None
    likeness = 0.7
    for choice in choices:
        matcher.set_seq1(fold(choice))
        if matcher.real_quick_ratio() < likeness or matcher.quick_ratio() < likeness:
            continue
        ratio = matcher.ratio()
        if ratio > likeness or (best is None and ratio >= likeness):
            best, likeness = choice, ratio
    return best


def natural_key(name: str) -> tuple[list[str | int], str]:
    """Return a sort key for file names: numbers by value, the shorter of two names first."""
    parts = re.split(r"([0-9]+)", fold(PurePath(name).stem))
    return [int(part) if i % 2 else part for i, part in enumerate(parts)], name


PLACEHOLDER = re.compile(r"\{\{.*?\}\}|(?<!\{)\{([A-Za-z_]+)\}(?!\})", re.DOTALL)
"""A placeholder, its name in group 1; doubled braces around anything are none."""


def expand(text: str, values: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Replace each `{name}` outside doubled braces; return the text and the unknown names.

    An unknown placeholder stays as typed; a value is put in as it is, never expanded again.

    >>> expand("TAHUN {tahun}, {{tahun}}, {thn}", {"tahun": "2022"})
    ('TAHUN 2022, {{tahun}}, {thn}', ('thn',))
    """
    if "{" not in text:
        return text, ()
    unknown: dict[str, None] = {}

    def value(match: re.Match[str]) -> str:
        name: str | None = match[1]
        if name is not None and name in values:
            return values[name]
        if name is not None:
            unknown[name] = None
        return match[0]

    return PLACEHOLDER.sub(value, text), tuple(unknown)


_PEMERINTAH = re.compile(r"^pemerintah (daerah (?!istimewa\b))?", re.IGNORECASE)
_KEPT_CAPITALS = frozenset({"DI", "DIY", "DKI", "IKN"})
_KEPT_SMALL = frozenset({"dan"})


def short_pemerintah(text: str) -> str:
    """Return the region of a letterhead line, in title case.

    A word typed in mixed case stays as typed.

    >>> short_pemerintah("PEMERINTAH PROVINSI DKI JAKARTA")
    'Provinsi DKI Jakarta'
    """
    words = _PEMERINTAH.sub("", " ".join(text.split())).split(" ")
    return " ".join("-".join(_title(part) for part in word.split("-")) for word in words)


def _title(word: str) -> str:
    if word.upper() in _KEPT_CAPITALS or re.fullmatch(r"(?:\w\.)+", word):
        return word.upper()
    if word.lower() in _KEPT_SMALL:
        return word.lower()
    return word.capitalize() if word in (word.upper(), word.lower()) else word


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
