"""Words that are likely slips of the keyboard, told once each with every cell that has them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.bahasa.ejaan import misspellings
from generator.bahasa.kata import strange_words
from generator.findings.finding import Diagnostic, finding
from generator.values import Isian

_WORD = re.compile(r"\w+")


def strange_words_of(cells: Iterable[Isian], cured: Iterable[str] = ()) -> Iterator[Diagnostic]:
    """Yield a finding for each word that nearly is a frequent one, unless it has a certain cure.

    `cured` are further texts that have one.
    """
    elsewhere = _words(cured)
    found: dict[str, list[tuple[Isian, str, str]]] = defaultdict(list)
    for cell in cells:
        strange = list(strange_words(cell.text))
        slips = misspellings(cell.text) if strange else ()
        certain = _words(slip.found for slip in slips)
        for typed, near in strange:
            if typed not in certain and typed not in elsewhere:
                found[typed.lower()].append((cell, typed, near))
    for same in found.values():
        first, typed, near = same[0]
        others = [cell.place for cell, _, _ in same[1:]]
        yield finding("mungkin-salah-ketik", first.place, related=others, isi=typed, mungkin=near)


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _WORD.findall(text))
