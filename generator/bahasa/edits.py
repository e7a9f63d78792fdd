"""How many letters apart two texts are."""

from __future__ import annotations


def edits_apart(one: str, other: str, most: int) -> int | None:
    """Return how many letters must be added, dropped or changed, None when more than `most`.

    The time grows with the length of the texts times `most`.

    >>> edits_apart("triwulan", "triwulanan", 2)
    2
    """
    if abs(len(one) - len(other)) > most:
        return None
    far = most + 1
    before = {at: at for at in range(min(most, len(other)) + 1)}
    for row, letter in enumerate(one, 1):
        here: dict[int, int] = {}
        for at in range(max(0, row - most), min(len(other), row + most) + 1):
            here[at] = min(
                before.get(at, far) + 1,
                here.get(at - 1, far) + 1,
                before.get(at - 1, far) + (at == 0 or other[at - 1] != letter),
            )
        if min(here.values()) > most:
            return None
        before = here
    found = before.get(len(other), far)
    return found if found <= most else None
