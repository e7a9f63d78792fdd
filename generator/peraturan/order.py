"""The order in which a decree cites regulations: by rank, then by date (butir 43)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations, groupby

from generator.peraturan.citation import Citation
from generator.peraturan.register import Register, norm

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

    Certain is a higher rank; of equal rank, an earlier year; in the same year a lower number
    of the same kind and maker, else dates known of both of which those of one are all earlier.
    Of kinds that share a rank both the customary order and that of time are right.
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
    if are_numbered_alike(first, second):
        return int(first.nomor) > int(second.nomor)
    days, others = _days(first, register), _days(second, register)
    return bool(days and others) and min(days) > max(others)


def are_numbered_alike(first: Citation, second: Citation) -> bool:
    """Whether one maker gave the numbers of both, of one kind, in one year."""
    alike = first.tahun == second.tahun and _maker(first) == _maker(second)
    return alike and first.nomor.isdecimal() and second.nomor.isdecimal()


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
            places = [
                n
                for _, same in groupby(places, key=lambda n: _kind_and_year(citations[n]))
                for n in _by_number_and_date(list(same), citations, register)
            ]
        result += places
    return tuple(result)


def _kind_and_year(citation: Citation) -> tuple[int, int]:
    return citation.jenis.urutan, citation.tahun or 9999


def _by_number_and_date(
    rest: list[int], citations: Sequence[Citation], register: Register
) -> list[int]:
    """Return places in an order in which nothing is certainly wrong; else they stay."""
    before = {
        n: {m for m in rest if m != n and is_wrong_order(citations[n], citations[m], register)}
        for n in rest
    }
    result: list[int] = []
    while rest:
        first = next((n for n in rest if not before[n]), rest[0])
        rest.remove(first)
        for others in before.values():
            others.discard(first)
        result.append(first)
    return result


def _maker(citation: Citation) -> tuple[str, str]:
    key = norm(citation.kunci)
    return key.jenis, key.pembuat


def _days(citation: Citation, register: Register) -> tuple[date, ...]:
    """Return the days known of the regulation, enacted and promulgated."""
    known = register.get(citation.kunci)
    days = (known.ditetapkan, known.diundangkan) if known else ()
    return tuple(day for day in days if day)
