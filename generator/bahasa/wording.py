"""Indonesian wording: cleaned text, placeholders, numbers, dates, and the names of ordinals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
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
