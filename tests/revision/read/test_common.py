"""What two texts have in common: as difflib says, and in long texts soon."""

import random
from difflib import SequenceMatcher
from itertools import pairwise

import pytest

from generator.revision.read.common import Common, common, common_letters, differing
from tests.support.adversarial import growth

WORDS = [f"kata{nth}" for nth in range(5_000)]


def test_of_short_texts_is_what_difflib_says() -> None:
    dice = random.Random(1)
    for _ in range(200):
        one, other = (dice.choices("abcd ", k=dice.randint(0, 40)) for _ in range(2))
        said = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
        assert common(one, other) == [tuple(block) for block in said if block.size]


def test_of_long_texts_is_all_but_what_changed() -> None:
    changed = ["awal", *WORDS[:1_000], "lain", *WORDS[1_001:3_000], *WORDS[3_010:]]
    before, after = ([one for word in words for one in (word, " ")] for words in (WORDS, changed))

    same = common(before, after)

    assert [size for _, _, size in same] == [2_000, 3_999, 3_980]
    assert list(differing(before, after, same)) == [
        (0, 0, 0, 2),
        (2_000, 2_001, 2_002, 2_003),
        (6_000, 6_020, 6_002, 6_002),
    ]


def test_of_long_texts_is_in_order_and_the_same_in_both() -> None:
    dice = random.Random(2)
    for _ in range(20):
        one = dice.choices(WORDS[:600], k=2_000)
        other = [word for word in one if dice.random() < 0.9]
        same = common(one, other)
        assert all(one[a : a + n] == other[b : b + n] for a, b, n in same)
        assert same == sorted(same)
        assert all(a + n <= c and b + n <= d for (a, b, n), (c, d, _) in pairwise(same))
        assert sum(size for _, _, size in same) > 0.6 * len(other)


def test_letters_of_long_texts_are_those_of_words() -> None:
    one, other = " ".join(WORDS[:2_000]), " ".join(["mula", *WORDS[:2_000]])
    assert common_letters(one, other) == [Common(0, 5, len(one))]


@pytest.mark.parametrize("pattern", ["a x ", "a ", " ", "aaa-", "a1 b2 "])
def test_texts_whose_words_repeat_take_no_longer_than_they_are_long(pattern: str) -> None:
    def compare(length: int) -> object:
        one, other = pattern * length, pattern.replace("a", "b") * length
        return common(one, other), common_letters(one, f"{other} z")

    assert growth(lambda: compare(3_000), lambda: compare(30_000)) <= 12
