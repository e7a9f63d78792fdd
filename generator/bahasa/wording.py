"""Indonesian wording: cleaned text, placeholders, numbers, dates, and the names of ordinals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import chain
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


_LONGEST_WORD = 500


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that `word` most likely misspells, or None when none is near.

    A longer text misspells nothing.

    >>> nearest("Inidkator", ["Indikator", "Target"])
    'Indikator'
    """
    if len(word) > _LONGEST_WORD:
        return None
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


_NAME = r"(?<![{$])\{([A-Za-z_]+)\}(?!\})"
_PLACEHOLDER = re.compile(_NAME)
_OR_DOUBLED = re.compile(rf"\{{\{{.*?\}}\}}|{_NAME}", re.DOTALL)


def placeholders(text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """Yield the placeholders from `start` on, their names in group 1.

    Doubled braces around anything are none, nor are marks of other programs (`${ttd}`); behind
    the last that close, none are looked for.
    """
    closed = text.rfind("}}", start)
    last = start if closed < 0 else closed + 2
    doubled = _OR_DOUBLED.finditer(text, start, last)
    return (match for match in chain(doubled, _PLACEHOLDER.finditer(text, last)) if match[1])


def printed_length(text: str, values: Mapping[str, str]) -> int:
    """Return how many letters a text has when its placeholders are replaced."""
    if "{" not in text:
        return len(text)
    found = (match for match in placeholders(text) if match[1] in values)
    return len(text) + sum(len(values[match[1]]) - len(match[0]) for match in found)


def expand(text: str, values: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Replace each `{name}` outside doubled braces; return the text and the unknown names.

    An unknown placeholder stays as typed; a value is put in as it is, never expanded again.

    >>> expand("TAHUN {tahun}, {{tahun}}, {thn}", {"tahun": "2022"})
    ('TAHUN 2022, {{tahun}}, {thn}', ('thn',))
    """
    if "{" not in text:
        return text, ()
    unknown: dict[str, None] = {}

    pieces: list[str] = []
    at = 0
    for match in placeholders(text):
        if match[1] in values:
            pieces += text[at : match.start()], values[match[1]]
            at = match.end()
        else:
            unknown[match[1]] = None
    return "".join((*pieces, text[at:])), tuple(unknown)


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
