"""Edits of people and changes of data meet, and neither loses anything."""

from __future__ import annotations

import pytest

from tests.whole.suntingan.chains import play_chain
from tests.whole.suntingan.data_changes import CHANGES
from tests.whole.suntingan.edits import EDITS
from tests.whole.suntingan.many import pairs
from tests.whole.suntingan.office_saved import base_saved
from tests.whole.suntingan.pairs import Pair, play

SAMPLE = 60
"""As many pairs as the whole suite has time for; `make pasangan` plays more."""


@pytest.mark.parametrize("pair", list(pairs(SAMPLE, "contoh")), ids=str)
def test_nothing_is_lost(pair: Pair) -> None:
    verdict = play(pair)
    assert [(fault.value, detail) for fault, detail in verdict.faults] == []


@pytest.mark.requires("soffice")
@pytest.mark.parametrize("pair", list(pairs(8, "libreoffice")), ids=str)
def test_nothing_is_lost_in_a_file_that_libreoffice_saved(pair: Pair) -> None:
    verdict = play(pair, base_saved)
    assert [(fault.value, detail) for fault, detail in verdict.faults] == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_is_lost_over_five_rounds(seed: int) -> None:
    """Each update is of the file that the one before left, its changes accepted or still open."""
    found = [(one.edit, one.change, one.verdict.faults) for one in play_chain(seed, 5)]
    assert len(found) == 5
    assert [one for one in found if one[2]] == []


def test_there_are_as_many_kinds_as_promised() -> None:
    assert len(EDITS) >= 100
    assert len(CHANGES) >= 45
