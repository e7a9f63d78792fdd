"""How many letters apart two texts are, as far as it matters."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from generator.bahasa.edits import edits_apart


def slowly(one: str, other: str) -> int:
    @cache
    def apart(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        same = one[i - 1] == other[j - 1]
        return min(apart(i - 1, j) + 1, apart(i, j - 1) + 1, apart(i - 1, j - 1) + (not same))

    return apart(len(one), len(other))


@given(st.text("ab ", max_size=8), st.text("ab ", max_size=8), st.integers(0, 4))
def test_it_is_the_least_number_of_edits_up_to_the_most(one: str, other: str, most: int) -> None:
    number = slowly(one, other)
    assert edits_apart(one, other, most) == (number if number <= most else None)
