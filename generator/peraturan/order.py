"""The order in which a decree cites regulations: by rank, then by date (butir 43)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations, groupby

from generator.peraturan.citation import Citation
from generator.peraturan.register import Register

_PROVINCE = ("provinsi", "propinsi", "daerah istimewa", "daerah khusus", "dki", "aceh", "papua")


def rank(citation: Citation) -> tuple[int, int]:
    """Return the rank as the range that is certain, 0 highest; see `jenis`.

    A regional regulation ranks by its region; where none is named it may be of either rank.
    """
    highest, lowest = citation.jenis.tingkat
    if citation.jenis.kode in ("Perda", "Qanun") and citation.pembuat:
        province = citation.pembuat.casefold().startswith(_PROVINCE)
        return (highest, highest) if province else (lowest, lowest)
    return highest, lowest


def is_wrong_order(first: Citation, second: Citation, register: Register) -> bool:
    """Whether `second` certainly belongs before `first`.

    Certain is a higher rank; of equal rank, an earlier year, or in the same year dates known
    of both of which those of one are all earlier. Of kinds that share a rank both the
    customary order and that of time are right.
    """
    one, other = rank(first), rank(second)
    if other[1] < one[0]:
        return True
    if one != other or one[0] != one[1] or first.jenis.urutan < second.jenis.urutan:
        return False
    if first.tahun is None or second.tahun is None:
        return False
    if first.tahun != second.tahun:
        return first.tahun > second.tahun
    days, others = _days(first, register), _days(second, register)
    return bool(days and others) and min(days) > max(others)


def right_order(citations: Sequence[Citation], register: Register) -> tuple[int, ...]:
    """Return the places of the citations in the order of butir 43.

    Within a rank nothing moves unless something there is certainly wrong; then its kinds
    follow each other in the customary order.
    """
    result: list[int] = []
    by_rank = sorted(range(len(citations)), key=lambda n: rank(citations[n])[1])
    for _, group in groupby(by_rank, key=lambda n: rank(citations[n])[1]):
        places = list(group)
        pairs = ((citations[a], citations[b]) for a, b in combinations(places, 2))
        if any(is_wrong_order(one, other, register) for one, other in pairs):
            places.sort(key=lambda n: (*rank(citations[n]), *_kind_and_year(citations[n])))
            for _, same in groupby(list(places), key=lambda n: _kind_and_year(citations[n])):
                _sort_dated(places, list(same), citations, register)
        result += places
    return tuple(result)


def _kind_and_year(citation: Citation) -> tuple[int, int]:
    return citation.jenis.urutan, citation.tahun or 9999


def _sort_dated(
    places: list[int], same: list[int], citations: Sequence[Citation], register: Register
) -> None:
    """Sort those of `same` whose dates are known among the places they hold."""
    days = {n: found for n in same if (found := _days(citations[n], register))}
    slots = [places.index(n) for n in days]
    for slot, n in zip(slots, sorted(days, key=lambda n: min(days[n])), strict=True):
        places[slot] = n


def _days(citation: Citation, register: Register) -> tuple[date, ...]:
    """Return the days known of the regulation, enacted and promulgated."""
    known = register.get(citation.kunci)
    days = (known.ditetapkan, known.diundangkan) if known else ()
    return tuple(day for day in days if day)
