"""Two long texts shown by what tells them apart."""

from __future__ import annotations

from itertools import takewhile

_AROUND = 3
"""Words shown before and after what differs."""


def shortened(old: str, new: str) -> tuple[str, str]:
    """Leave out of two texts what they have in common, but for a few words around.

    >>> shortened("a b c d e f g", "a b c d x f g")
    ('… b c d e f g', '… b c d x f g')
    """
    words = old.split(), new.split()
    start = _common(*words)
    stop = _common(*(each[start:][::-1] for each in words))
    first, last = max(0, start - _AROUND), max(0, stop - _AROUND)
    shown = [" ".join(each[first : len(each) - last]) for each in words]
    before, after = "… " if first else "", " …" if last else ""
    return f"{before}{shown[0]}{after}", f"{before}{shown[1]}{after}"


def _common(one: list[str], other: list[str]) -> int:
    """Return how many words two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
