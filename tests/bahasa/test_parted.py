"""Values between fixed pieces: as a regular expression finds them, but never for minutes."""

import random
import re

import pytest

from generator.bahasa.parted import parted
from tests.support.adversarial import growth


def by_expression(
    text: str, fixed: list[str], names: list[str], *, greedy: bool
) -> list[tuple[int, int]] | None:
    pattern = re.escape(fixed[0])
    for name, piece in zip(names, fixed[1:], strict=True):
        again = f"(?P<{name}>" in pattern
        pattern += f"(?P={name})" if again else f"(?P<{name}>.+{'' if greedy else '?'})"
        pattern += f"(){re.escape(piece)}"
    match = re.fullmatch(pattern, text, re.DOTALL)
    if match is None:
        return None
    spans = {name: match.span(name) for name in names}
    ends = [match.end(nth) for nth in range(1, match.re.groups + 1) if match[nth] == ""]
    lengths = [spans[name][1] - spans[name][0] for name in names]
    return [(end - length, end) for end, length in zip(ends, lengths, strict=True)]


@pytest.mark.parametrize("greedy", [False, True])
def test_values_are_those_of_a_regular_expression(*, greedy: bool) -> None:
    dice = random.Random(f"{greedy}")
    found = 0
    for _ in range(5_000):
        names = [dice.choice("pqr") for _ in range(dice.randint(0, 4))]
        fixed = ["".join(dice.choices("ab", k=dice.randint(0, 2))) for _ in (0, *names)]
        value = {name: "".join(dice.choices("ab", k=dice.randint(1, 4))) for name in "pqr"}
        text = fixed[0] + "".join(
            value[name] + piece for name, piece in zip(names, fixed[1:], strict=True)
        )
        text = text if dice.random() < 0.8 else f"{text[1:]}b"
        expected = by_expression(text, fixed, names, greedy=greedy)
        assert parted(text, fixed, names, greedy=greedy) == expected
        found += expected is not None
    assert found > 3_000


@pytest.mark.parametrize("names", ["pqrst", "pqpqp", "ppppp"])
@pytest.mark.parametrize("greedy", [False, True])
def test_a_text_that_fits_in_thousands_of_ways_takes_no_longer(names: str, *, greedy: bool) -> None:
    def part(length: int) -> object:
        fixed = [" "[nth % 5 :] for nth in range(6)]
        return parted("a " * length + "b", fixed, names, greedy=greedy)

    assert growth(lambda: part(5_000), lambda: part(50_000)) <= 12
