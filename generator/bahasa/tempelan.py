"""What a text brings along from where it was copied: marks of lists, broken lines, stand-ins."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise

from generator.bahasa.wording import fold

_NOTHING = frozenset(("-", "--", "---", "–", "—", "−", "_", "(-)"))
_DITTO = frozenset(
    (
        *('"', "''", "”", "“", "″", "〃", '-"-', '- " -', "-″-", "-”-", ",,", "„"),
        *("idem", "ibid", "ibidem", "sda", "sama", "sama dengan atas", "sama seperti di atas"),
        *("sama dengan di atas", "sama dengan diatas", "seperti di atas", "seda", "dito", "ditto"),
    )
)
_LONGEST_DITTO = max(map(len, _DITTO)) + 10
_AROUND = " .-–—()"
_STAND_IN = re.compile(
    r"(?:masih |akan )?(?:belum|menyusul|menunggu|ditetapkan|ditentukan|diisi)"
    r"(?: (?:ada|di ?tetapkan|di ?tentukan|di ?isi|diketahui|tersedia|kemudian|nanti|data"
    r"|targetnya|target|indikatornya|indikator|hasil|penetapan))*+"
    r"|n/?a|tba|tbd|x{2,}|\?+|…|\.{2,}|tidak ada|kosong"
)


def is_nothing(text: str) -> bool:
    """Whether a cell says with a dash that it is empty."""
    return text in _NOTHING


def is_ditto(text: str) -> bool:
    """Whether a text stands for the one above: "idem", "s.d.a.", a pair of strokes."""
    if len(text) > _LONGEST_DITTO:
        return False
    return text in _DITTO or fold(text).replace(".", "").strip(_AROUND) in _DITTO


def is_stand_in(text: str) -> bool:
    """Whether a text only says that something will follow: "belum ditetapkan", "…"."""
    return len(text) <= 60 and _STAND_IN.fullmatch(fold(text).strip("() ")) is not None


# matches "• ", "- ", "1. ", "2) ", "a. ", not "5 pilar", "-5", "a.n. Bupati" nor "A. Yani"
_MARK = re.compile(
    "(?:[\u2022\u2023\u25aa\u25cf\u25cb\u25a0\u25a1\u25e6\u00b7\u2043\u27a2\u2713\u2714"
    "\uf000-\uf0ff*][ \t\u00a0]*+|[-–—o][ \t\u00a0]++"
    "|\\(?[0-9]{1,2}[.)][ \t\u00a0]*+(?=[^\\W\\d])|\\(?[a-z][.)][ \t\u00a0]++(?=[^\\W\\d]))++"
)


def list_mark(text: str) -> str:
    """Return the bullet or number that Word put before a text, "" where there is none.

    >>> list_mark("1. Jumlah dokumen")
    '1. '
    """
    match = _MARK.match(text)
    return match[0] if match and match.end() < len(text) else ""


# matches how an indikator begins, not how its second line goes on
_MEASURE = re.compile(
    r"(?:persentase|prosentase|presentase|jumlah|banyaknya|indeks|nilai|skor|rasio|angka|cakupan"
    r"|prevalensi|rata-rata|laju)\b",
    re.IGNORECASE,
)
# matches how a sasaran begins
_AIM = re.compile(r"(?:meningkat|menurun|terwujud|tersedia|terlaksana|tersusun)\w*nya\b", re.I)


def measures_in(text: str) -> list[str]:
    """Return the indikator in one cell, each a line or more; at most one where it is no list."""
    items: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        mark = list_mark(line)
        if mark or _MEASURE.match(line) or not items:
            items.append(line[len(mark) :])
        else:
            items[-1] += f" {line}"
    return items


_ENDED = (".", ";", ":")
_HEAD = re.compile(r"[^\W\d_]+")
_SHORT = frozenset(
    (
        *("di", "ke", "dan", "per", "non", "sub", "pra", "tri", "dua", "ibu", "air", "gas", "api"),
        *("ini", "itu", "tak", "tim", "tua", "apa", "ada", "gizi", "asn", "pns", "apk", "apm"),
        *("hak", "pos", "uji", "isi", "aku", "usaha", "sah", "bus", "mal", "jam", "tv", "it", "rw"),
        *("rt", "km", "ha", "kg", "opd", "skpd", "dak", "dau", "atau", "oleh", "para", "yang"),
    )
)
"""Words so short that they might be taken for the end of another."""
_LONGEST_END = 3


def joined(text: str, words: Container[str]) -> str | None:
    """Return a text whose lines a PDF or a narrow column broke as one line; None for others.

    `words` are words known to be whole, in small letters. Lists, and lines that begin anew, are
    nobody's broken lines.
    """
    lines = [line.strip() for line in text.split("\n")]
    lines = [line for line in lines if line]
    if len(lines) < 2 or any(_begins_anew(*two) for two in pairwise(lines)):
        return None
    return "".join(_before(*two, words) for two in pairwise(lines)) + lines[-1]


def _begins_anew(line: str, following: str) -> bool:
    starts = (list_mark(following), _MEASURE.match(following), _AIM.match(following))
    return line.endswith(_ENDED) or any(starts) or following[0] in "(["


def _before(line: str, following: str, words: Container[str]) -> str:
    """Return a line as it stands before the one that goes on with it, with what parts them."""
    head, tail = _HEAD.match(following), _last_word(line.removesuffix("-"))
    if line.endswith("-") and head and tail:
        is_double = head[0].casefold() == tail.casefold()
        return line if is_double else line.removesuffix("-")
    if line.endswith("/") or following.startswith("/"):
        return line
    return line if head and tail and _is_torn(tail, head[0], words) else f"{line} "


def _last_word(text: str) -> str:
    """Return the letters at the end of a text."""
    start = len(text)
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:]


def _is_torn(tail: str, head: str, words: Container[str]) -> bool:
    """Whether a line ends within a word."""
    first, last = tail.casefold(), head.casefold()
    if head != last and not (head.isupper() and tail.isupper()):
        return False
    if first + last in words:
        return not (first in words and last in words)
    return len(last) <= _LONGEST_END and last not in _SHORT and last not in words
