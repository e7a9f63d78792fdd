"""A name that is nearly official: what it most likely means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import chain

from generator.bahasa.edits import edits_apart
from generator.nomenklatur.butir import ButirNomenklatur, folded
from generator.nomenklatur.kode import JenisKode
from generator.nomenklatur.tables import OfficeTable

_LETTERS = 2
"""So many letters in all, or one word that is this much alike, make a name a slip of another."""
_ALIKE = 0.7
_USUAL = 3
"""A word that the table has so often, where it has the other once only, is the right one of two."""


def near_name(nama: str, jenis: JenisKode, table: OfficeTable) -> ButirNomenklatur | None:
    """Return the line of that kind of which a name is a slip, None when it is none.

    An official name is no slip, nor is one that puts right a misprint of the table.
    """
    name = folded(nama)
    if name in table.by_name:
        return None
    best: tuple[float, str] | None = None
    for official in _candidates(name, table):
        far = _distance(name.split(), official.split())
        kinds = [one.jenis for one in table.by_name[official]]
        if far is not None and jenis in kinds and (best is None or far < best[0]):
            best = far, official
    if best is None or _mends(name, best[1], table):
        return None
    return next(one for one in table.by_name[best[1]] if one.jenis is jenis)


def _candidates(name: str, table: OfficeTable) -> Iterable[str]:
    """Return the names that may be meant: of any three words a slip leaves one as it is."""
    lists = sorted((table.by_word.get(word, ()) for word in name.split()), key=len)
    return dict.fromkeys(chain.from_iterable(lists[: _LETTERS + 1]))


def is_slip(nama: str, official: str) -> bool:
    """Whether a name is a slip of an official one."""
    return _distance(folded(nama).split(), folded(official).split()) is not None


def in_case_of(nama: str, official: str) -> str:
    """Return an official name with the capitals of a name that is nearly it, else of a title.

    The table writes programs in capitals; decrees seldom do.

    >>> in_case_of("Program Kepegawain dan Diklat", "PROGRAM KEPEGAWAIAN DAN DIKLAT")
    'Program Kepegawaian dan Diklat'
    """
    if nama.isupper():
        return official.upper()
    if not official.isupper():
        return official
    typed = {word.casefold(): word for word in _WORD.findall(nama)}
    return _WORD.sub(lambda word: typed.get(word[0].casefold()) or _title(word), official)


_WORD = re.compile(r"\w+")
# matches "dan", not "dana"
_SMALL = re.compile(
    "antar|atas|bagi|dalam|dan|dari|dengan|di|ke|oleh|pada|serta|untuk|yang", re.IGNORECASE
)


def _title(word: re.Match[str]) -> str:
    """Return a word of a title; an abbreviation in brackets keeps its capitals."""
    if word.string[word.start() - 1 : word.start()] == "(":
        return word[0]
    return word[0].lower() if _SMALL.fullmatch(word[0]) else word[0].capitalize()


def _distance(one: list[str], other: list[str]) -> float | None:
    """Return how far apart two names are, None where they are more than a slip apart."""
    if abs(len(one) - len(other)) > 1:
        return None
    first = 0
    while first < min(len(one), len(other)) and one[first] == other[first]:
        first += 1
    last = 0
    while last < min(len(one), len(other)) - first and one[-1 - last] == other[-1 - last]:
        last += 1
    left, right = one[first : len(one) - last], other[first : len(other) - last]
    letters = edits_apart(" ".join(left), " ".join(right), _LETTERS)
    if letters is not None and min(map(len, (one, other))) > 1:
        return letters
    if len(left) == len(right) == 1 and len(one) > 2:
        alike = max(_alike(left[0], right[0]), _alike(right[0], left[0]))
        return _LETTERS + 1 - alike if alike >= _ALIKE else None
    return None


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _mends(name: str, official: str, table: OfficeTable) -> bool:
    """Whether the words that only the table has are misprints of those that only the name has."""
    typed, printed = name.split(), official.split()
    rare = [word for word in printed if word not in typed]
    usual = [word for word in typed if word not in printed]
    return bool(rare and usual) and (
        all(table.words[word] <= 1 for word in rare)
        and all(table.words[word] >= _USUAL for word in usual)
    )
