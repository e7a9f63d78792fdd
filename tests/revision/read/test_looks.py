"""Looks are texts of a foreign file: measures where they say one, else what they say."""

from __future__ import annotations

import pytest

from generator.revision.read.looks import differences


@pytest.mark.parametrize(
    ("before", "after", "differ"),
    [
        ("240", "250", False),
        ("240", "", True),
        ("", "20", False),
        ("-240", "-250", False),
        ("240", "300", True),
        ("240", "abc", True),
        ("abc", "abc", False),
        ("240", "2²", True),
        ("240", "9" * 5_000, True),
        ("9" * 5_000, "9" * 5_000, False),
    ],
)
def test_measures_are_compared_as_far_as_they_are_numbers(
    before: str, after: str, differ: bool
) -> None:
    found = list(differences({"jarak sebelum": before}, {"jarak sebelum": after}))
    assert bool(found) == differ
