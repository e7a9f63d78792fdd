"""The words of official writing, and which of them a word that is strange to it nearly is.

`kata.xz` holds the words of the official tables and the register, those that are frequent there
with a mark. A word that is not among them and one slip of the keyboard away from a frequent one is
likely that one. Words that differ by their affixes alone are told apart by them, and pass.
"""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

FILE = "kata.xz"
FREQUENT = 6
"""In so many texts a word is frequent."""
_MARK = "*"
_SHORTEST, _LONGEST = 6, 40
"""Shorter words have too many neighbours, and longer ones are none."""

# matches "Pengelolaan", not "DPA-SKPD2"
_WORD = re.compile(r"(?<![\w'])[a-zA-Z]{6,40}(?![\w'])")
_PREFIX = re.compile(
    "(?:meng|meny|mem|men|me|peng|peny|pem|pen|per|pe|ber|ter|di|ke|se)(?=[a-z]{2})"
)
_SUFFIX = re.compile("(?:nya|kan|lah|an|i|s|k)$")
_VOWELS = frozenset("aiueo")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def pack(counts: Mapping[str, int]) -> bytes:
    """Return the file of words with the number of texts that have them; same words, same bytes."""
    lines = (f"{word}{_MARK}{n}" if n >= FREQUENT else word for word, n in sorted(counts.items()))
    return lzma.compress("\n".join(lines).encode(), check=lzma.CHECK_CRC32, preset=9)


def strange_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield (word as typed, the frequent word it nearly is), an equal word once.

    >>> list(strange_words("Pengeloaan Keuangan"))
    [('Pengeloaan', 'Pengelolaan')]
    """
    shouted = text.isupper()
    for typed in dict.fromkeys(_WORD.findall(text)):
        if typed.isupper() is shouted and (shouted or typed[1:].islower()):
            near = nearest(typed.lower())
            if near:
                yield typed, _cased(near, typed)


def _cased(word: str, like: str) -> str:
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[0].isupper() else word


@lru_cache(maxsize=10_000)
def nearest(word: str) -> str:
    """Return the most frequent word that one in small letters nearly is; empty for a known one."""
    known = _known()
    if word in known or not _SHORTEST <= len(word) <= _LONGEST:
        return ""
    meet = _shortened()
    near = {one for short in _without_a_letter(word) for one in meet.get(short, ())}
    likely = [one for one in near if _is_slip(word, one)]
    return max(likely, key=lambda one: (known[one], one), default="")


def _is_slip(word: str, right: str) -> bool:
    """Whether a hand that means `right` is likely to type `word`.

    The first letter is mostly right. Another letter is a neighbour on the keyboard or a vowel
    for a vowel, one too many is a doubled one unless the word is long.
    """
    at = next((n for n, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), len(right))
    at = min(at, len(word))
    if _are_related(word, right):
        return False
    if len(word) < len(right):
        return len(right) >= 8 and word[at:] == right[at + 1 :]
    if not at:
        return False
    if len(word) > len(right):
        doubled = word[at] in (word[at - 1], word[at + 1 : at + 2])
        return len(right) >= (7 if doubled else 9) and word[at + 1 :] == right[at:]
    if word[at : at + 2] == right[at : at + 2][::-1] and word[at + 2 :] == right[at + 2 :]:
        return len(right) >= 7
    same = word[at + 1 :] == right[at + 1 :]
    return same and len(right) >= 9 and _are_neighbours(word[at], right[at])


def _are_related(one: str, other: str) -> bool:
    """Whether two words are one with different affixes: "penerapan" and "penyerapan" too."""
    bare = _PREFIX.sub("", one, count=1) == _PREFIX.sub("", other, count=1)
    return bare or not _stems(one).isdisjoint(_stems(other))


def _stems(word: str) -> set[str]:
    return {word, _SUFFIX.sub("", word)}


def _are_neighbours(one: str, other: str) -> bool:
    if {one, other} <= _VOWELS:
        return True
    (row, at), (line, beside) = _key(one), _key(other)
    return abs(row - line) <= 1 and abs(at - beside) <= 1


@cache
def _key(letter: str) -> tuple[int, float]:
    """Return row and column of a key, each row half a key to the right of the one above."""
    row = next(n for n, keys in enumerate(_KEYS) if letter in keys)
    return row, _KEYS[row].index(letter) + row / 2


def _without_a_letter(word: str) -> Iterator[str]:
    """Yield a word and what it is without one of its letters: two such meet within one slip."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


@cache
def _known() -> Mapping[str, int]:
    """Return the words of the file with their numbers, those that are not frequent with 0."""
    text = lzma.decompress((files(__package__) / FILE).read_bytes()).decode()
    pairs = (line.partition(_MARK) for line in text.split("\n"))
    return {word: int(number or 0) for word, _, number in pairs}


@cache
def _shortened() -> Mapping[str, Iterable[str]]:
    """Return the frequent words by what they are without one letter."""
    found: dict[str, list[str]] = defaultdict(list)
    for word, number in _known().items():
        if number and len(word) >= _SHORTEST:
            for short in _without_a_letter(word):
                found[short].append(word)
    return found
