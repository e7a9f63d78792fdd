"""Lines of a table found by code or by words, the likeliest first; slips of typing are forgiven."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.bahasa.edits import edits_apart
from generator.nomenklatur.butir import ButirNomenklatur, folded
from generator.nomenklatur.kode import PENUNJANG, JenisKode
from generator.nomenklatur.tables import Nomenklatur

_WHOLE, _BEGUN, _SLIP = 3.0, 2.0, 1.5
"""What a word of the line counts that is the one asked for, begins with it, or nearly is it."""
_IN_NAME = 2.0
"""How much more a word counts in the name than in the other texts."""
_SHORTEST = 4
"""A shorter word is typed right or begins one."""

Found = tuple[float, ButirNomenklatur]


def search(
    table: Nomenklatur, words: Sequence[str], bidang: Sequence[str] = ()
) -> tuple[ButirNomenklatur, ...]:
    """Return the lines that are asked for, best first; without `bidang` those of the whole table.

    Words that look like a code ask for what it begins; others ask for lines that have all of them.
    """
    asked = " ".join(words).strip()
    rows = _rows(table, bidang)
    if asked[:1].isdigit() or asked.upper().startswith("X."):
        return tuple(one for one in rows if one.kode.startswith(asked.upper()))
    wanted = folded(asked).split()
    if not wanted:
        return ()
    vocabulary = {word for one in rows for text in one.texts for word in folded(text).split()}
    worth = {word: _worth(word, vocabulary) for word in dict.fromkeys(wanted)}
    found = [(score, one) for one in rows if (score := _score(one, wanted, worth))]
    found.sort(key=lambda one: (-one[0], one[1].jenis.value, one[1].kode))
    return tuple(one for _, one in found)


def _rows(table: Nomenklatur, bidang: Sequence[str]) -> list[ButirNomenklatur]:
    if bidang:
        rows = [one for name in bidang for one in table.office(name).rows]
    else:
        rows = [one for name in table.bidang for one in table.rows(name)]
    named = (JenisKode.PROGRAM, JenisKode.KEGIATAN, JenisKode.SUB_KEGIATAN, JenisKode.BIDANG)
    return [one for one in rows if one.jenis in named and one.kode != PENUNJANG]


def _worth(word: str, vocabulary: Iterable[str]) -> Mapping[str, float]:
    """Return what each word of the lines counts where `word` is asked for."""
    worth: dict[str, float] = defaultdict(float)
    most = 0 if len(word) < _SHORTEST else 1 if len(word) < 2 * _SHORTEST else 2
    for one in vocabulary:
        if one == word:
            worth[one] = _WHOLE
        elif one.startswith(word):
            worth[one] = _BEGUN
        elif most and edits_apart(word, one, most) is not None:
            worth[one] = _SLIP
    return worth


def _score(
    one: ButirNomenklatur, wanted: Sequence[str], worth: Mapping[str, Mapping[str, float]]
) -> float:
    """Return how well a line answers, 0 where a word that is asked for is not in it."""
    name = folded(one.nama).split()
    others = {word for text in one.texts[1:] for word in folded(text).split()}
    total = 0.0
    for word in wanted:
        of_name = max((worth[word].get(each, 0.0) for each in name), default=0.0) * _IN_NAME
        best = max(of_name, max((worth[word].get(each, 0.0) for each in others), default=0.0))
        if not best:
            return 0.0
        total += best
    return total + 1 / (1 + len(name))
