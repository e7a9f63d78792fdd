"""Headings that name a year: which addable column of the sheet they are, or would be."""

from __future__ import annotations

import re

from generator.bahasa.wording import fold, nearest
from generator.schema.types import Column, Sheet

_DIGITS = re.compile("[0-9]+")
# matches "2026", not "26", "20226", and "1026"
_YEAR = re.compile("199[0-9]|20[0-9]{2}")
_WORD = re.compile(r"[^\W\d_]+")
_ANY = "{tahun}"


def addable(heading: str, sheet: Sheet) -> Column | None:
    """Return the addable column that a heading names: "TARGET TAHUN 2026", "Baseline (2024)"."""
    words, year = _words(heading), _year_in(heading)
    for column in sheet.addable:
        if any(words == _words(name) for name in _names(column)):
            if _ANY not in column.heading:
                return column if year or not _DIGITS.search(heading) else None
            return column.of_year(year) if year else None
    return None


def misspelt(heading: str, sheet: Sheet) -> Column | None:
    """Return the column of a year that a heading nearly names, word by word: "Traget 2026"."""
    words, year = _words(heading), _year_in(heading)
    for column in _of_years(sheet):
        for name in _names(column) if year else ():
            right = _words(name)
            if len(right) == len(words) and all(map(nearest, words, ((one,) for one in right))):
                return column.of_year(year)
    return None


def without_year(heading: str, sheet: Sheet) -> Column | None:
    """Return the column of a year that a heading names with no year in sight: "Target 26"."""
    words = _words(heading)
    if _year_in(heading) or not _DIGITS.search(heading):
        return None
    named = (one for one in _of_years(sheet) if words in [_words(name) for name in _names(one)])
    return next(named, None)


def _of_years(sheet: Sheet) -> list[Column]:
    return [column for column in sheet.addable if _ANY in column.heading]


def _names(column: Column) -> list[str]:
    return [name.replace(_ANY, "") for name in (column.heading, *column.aliases)]


def _words(heading: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(heading)]


def _year_in(heading: str) -> int:
    """Return the one year in a heading, 0 where there is none, or something else besides."""
    numbers = _DIGITS.findall(heading)
    return int(numbers[0]) if len(numbers) == 1 and _YEAR.fullmatch(numbers[0]) else 0
