"""Edits of people and changes of data meet, and neither loses anything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.whole.suntingan.data_changes import CHANGES
from tests.whole.suntingan.edits import EDITS
from tests.whole.suntingan.known import cause_of
from tests.whole.suntingan.many import pairs
from tests.whole.suntingan.pairs import Pair, play

SAMPLE = 60


def sample() -> Iterator[object]:
    """Yield pairs of every kind that the whole suite has time for; `make pasangan` plays more."""
    for pair in pairs(SAMPLE, "contoh"):
        cause = cause_of(pair)
        marks = [pytest.mark.xfail(reason=cause.reason, strict=True)] if cause else []
        yield pytest.param(pair, id=str(pair), marks=marks)


@pytest.mark.parametrize("pair", list(sample()))
def test_nothing_is_lost(pair: Pair) -> None:
    verdict = play(pair)
    assert [(fault.value, detail) for fault, detail in verdict.faults] == []


def test_there_are_as_many_kinds_as_promised() -> None:
    assert len(EDITS) >= 100
    assert len(CHANGES) >= 45
