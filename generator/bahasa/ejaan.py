"""Slips of spelling that are common in official writing, each with its one right form.

Nothing is guessed: a word is a slip only when `ejaan.toml` lists it, so names, abbreviations
and words of other languages pass. The words follow KBBI, the joining of "di" and "ke" EYD V.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Misspelling:
    """One slip: `text[start:stop]` reads `found` and should read `right`."""

    start: int
    stop: int
    found: str
    right: str


def misspellings(text: str) -> Iterator[Misspelling]:
    """Yield the slips of a cell's text as typed, from left to right, an equal one once.

    Replacing every `found` by its `right`, one slip after the other, gives the text without
    slips. Where a `found` also stands inside other words, or there are too many to be read one
    by one, the whole text is one slip.

    >>> [(one.found, one.right) for one in misspellings("yang di susun  Kabupaten/ Kota")]
    [('di susun  Kabupaten/ Kota', 'disusun Kabupaten/Kota')]
    """
    changes = [*_words(text), *_spaces(text)]
    if not changes:
        return
    slips = list(_whole_words(text, changes))
    times = Counter((slip.found, slip.right) for slip in slips)
    if len(times) > _MOST or any(
        text.count(found) > number for (found, _), number in times.items()
    ):
        yield Misspelling(0, len(text), text, _replaced(text, 0, len(text), slips))
        return
    for slip in slips:
        if times.pop((slip.found, slip.right), 0):
            yield slip


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    stop: int
    right: str


_WORD = re.compile(r"\w+(?:-\w+)*")
_MOST = 200
"""More unequal slips than these are told as one."""
_LONGEST = 3
"""No entry of the list of what is wrong has more words."""

# matches "diProses", not "DIPROSES"
_CAPITAL_INSIDE = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")


def _words(text: str) -> Iterator[_Change]:
    """Yield the words that are misspelt, alone or together with those that follow."""
    wrong, first, common = _lists()
    if first.isdisjoint(_WORD.findall(text.lower())) and not _CAPITAL_INSIDE.search(text):
        return
    words = list(_WORD.finditer(text))
    for nth, word in enumerate(words):
        start = word.start()
        for last in words[nth : nth + _LONGEST]:
            right = wrong.get(" ".join(text[start : last.end()].lower().split()))
            names_a_place = word[0].islower() and last[0][0].isupper()
            if right and not (names_a_place and last is not word):
                yield _Change(start, last.end(), _cased(text, start, last.end(), right))
        folded = word[0].lower()
        if folded in common and word[0][1:] not in (folded[1:], folded[1:].upper()):
            yield _Change(start, word.end(), word[0][0] + folded[1:])


_PREPOSITIONS = ("di", "ke", "dari")


def _cased(text: str, start: int, stop: int, right: str) -> str:
    """Return the right form with the capitals of what stands at `text[start:stop]`.

    Inside a sentence a capital is that of a title, where each part of a compound takes one
    but no preposition: "dan Kerjasama" → "Kerja Sama", "ASN Dilingkungan" → "di Lingkungan".
    """
    found = text[start:stop]
    if found.isupper():
        return right.upper()
    if found[0].islower():
        return right
    begins = _begins_sentence(text, start)
    preposition, _, rest = right.partition(" ")
    if preposition in _PREPOSITIONS:
        return right.capitalize() if begins else f"{preposition} {rest.title()}"
    if not found.istitle() or (begins and text[stop:].lstrip()[:1].islower()):
        return right.capitalize()
    return right.title()


def _begins_sentence(text: str, at: int) -> bool:
    """Whether a full stop or the like, a line break, or nothing stands before the spaces there."""
    while at and text[at - 1].isspace() and text[at - 1] != "\n":
        at -= 1
    return not at or text[at - 1] in ".:;!?\n"


# matches "Kabupaten/ Kota", not "Kabupaten / Kota"
_SPACES = re.compile(r"(?<=\w) +([,;])(?!\S)|(?<=\w)(/) +(?=\w)|(?<=\S) ( )+(?=\S)")


def _spaces(text: str) -> Iterator[_Change]:
    """Yield doubled spaces, spaces after a slash, and spaces before a comma or semicolon."""
    if not any(pair in text for pair in ("  ", "/ ", " ,", " ;")):
        return
    for match in _SPACES.finditer(text):
        comma, slash, doubled = match.groups()
        yield _Change(*match.span(), comma or slash or doubled)


def _whole_words(text: str, changes: Iterable[_Change]) -> Iterator[Misspelling]:
    """Yield changes as slips of whole words; changes that meet in a word are one slip."""
    groups: list[list[_Change]] = []
    for change in sorted(changes, key=lambda change: (change.start, -change.stop)):
        last = groups[-1][-1] if groups else None
        if last and change.start < last.stop:
            continue
        if last and _word_start(text, change.start) <= _word_stop(text, last.stop):
            groups[-1].append(change)
        else:
            groups.append([change])
    for group in groups:
        start, stop = _word_start(text, group[0].start), _word_stop(text, group[-1].stop)
        yield Misspelling(start, stop, text[start:stop], _replaced(text, start, stop, group))


def _replaced(text: str, start: int, stop: int, changes: Iterable[_Change | Misspelling]) -> str:
    """Return `text[start:stop]` with the changes in it made."""
    pieces: list[str] = []
    for change in changes:
        pieces += text[start : change.start], change.right
        start = change.stop
    return "".join((*pieces, text[start:stop]))


def _word_start(text: str, at: int) -> int:
    while at and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at -= 1
    return at


def _word_stop(text: str, at: int) -> int:
    while at < len(text) and (text[at].isalnum() or text[at] == "_"):
        at += 1
    return at


@cache
def _lists() -> tuple[Mapping[str, str], frozenset[str], frozenset[str]]:
    """Return (what is wrong → right, the first words of that, words without a capital inside)."""
    lists = tomllib.loads(files(__package__).joinpath("ejaan.toml").read_text(encoding="utf-8"))
    passives, places = lists["pasif"].split(), lists["tempat"].split()
    wrong: dict[str, str] = {
        **lists["kata"],
        **{f"di {word}": f"di{word}" for word in passives},
        **{f"di{word}": f"di {word}" for word in places},
    }
    common = frozenset(lists["biasa"].split()) | {f"di{word}" for word in passives}
    return wrong, frozenset(text.split(" ")[0] for text in wrong), common
