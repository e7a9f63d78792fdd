"""References of a diktum to others, read whole: "Diktum KESATU, KEDUA, dan KETIGA"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNIT = "dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
# matches "KEDUA PULUH SATU", not "KEDUANYA"
NAMA = (
    rf"ke(?:satu|sepuluh|sebelas|(?:{_UNIT})(?:\s+belas|\s+puluh(?:\s+(?:satu|{_UNIT})\b)?)?)(?!\w)"
)
# matches " huruf a", not " huruf besar"
ITEM = r"(?:\s+(?:huruf\s+[a-z]|angka\s+[0-9]+)(?!\w))?"
# matches "sampai dengan", not "sehingga"
UNTIL = r"sampai(?:\s+dengan)?|s\.?\s?d\.?|hingga"
# matches ", dan Diktum ", not " dengan "
JOINT = (
    rf"\s*(?:,\s*(?:(?:dan|serta|atau)\s+)?|(?:dan/atau|dan|serta|atau|{UNTIL})\s+|[-–]\s*)"
    r"(?:diktum\s+)?"
)

# matches "Diktum KESATU", not "beberapa diktum"
_FIRST = re.compile(
    rf"\b(?:diktum\s+|dimaksud\s+(?:dalam|pada)\s+(?=(?-i:KE)))({NAMA}){ITEM}", re.IGNORECASE
)
# matches ", dan KETIGA", not ", dan kegiatan"
_NEXT = re.compile(rf"(?P<joint>{JOINT})(?P<nama>{NAMA}){ITEM}", re.IGNORECASE)
# matches " sampai dengan ", not " dan "
_UP_TO = re.compile(rf"\s*(?:{UNTIL}|[-–])", re.IGNORECASE)


def references(text: str) -> Iterator[tuple[str, str]]:
    """Yield (first, last) of the diktum that a text refers to, by their names in capitals.

    One alone is both. "kedua" behind a reference in capitals is no name but "both".

    >>> list(references("dimaksud dalam Diktum KESATU dan KETIGA sampai dengan KELIMA"))
    [('KESATU', 'KESATU'), ('KETIGA', 'KELIMA')]
    """
    end = 0
    while match := _FIRST.search(text, end):
        first = match[1]
        found = [(_name(first), _name(first))]
        end = match.end()
        while (other := _NEXT.match(text, end)) and _goes_on(first, other):
            name = _name(other["nama"])
            if _UP_TO.match(other["joint"]):
                found[-1] = (found[-1][0], name)
            else:
                found.append((name, name))
            end = other.end()
        yield from found


def _name(text: str) -> str:
    return " ".join(text.upper().split())


def _goes_on(first: str, other: re.Match[str]) -> bool:
    """Whether a name behind another belongs to its reference: it is written like the first."""
    if "diktum" in other["joint"].casefold():
        return True
    name = other["nama"]
    if name[0].islower() and other["joint"].strip() == ",":
        return False
    return (name.isupper(), name[0].isupper()) == (first.isupper(), first[0].isupper())
