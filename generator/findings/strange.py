"""Words that are likely slips of the keyboard, told once each with every cell that has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.bahasa.ejaan import misspellings
from generator.bahasa.kata import strange_words
from generator.findings.finding import Diagnostic, finding
from generator.values import Isian


def strange_words_of(cells: Iterable[Isian]) -> Iterator[Diagnostic]:
    """Yield a finding for each word that nearly is a frequent one, unless it has a certain cure."""
    found: dict[str, list[tuple[Isian, str, str]]] = defaultdict(list)
    for cell in cells:
        for typed, near in strange_words(cell.text):
            if not any(typed in slip.found for slip in misspellings(cell.text)):
                found[typed.lower()].append((cell, typed, near))
    for same in found.values():
        first, typed, near = same[0]
        others = [cell.place for cell, _, _ in same[1:]]
        yield finding("mungkin-salah-ketik", first.place, related=others, isi=typed, mungkin=near)
