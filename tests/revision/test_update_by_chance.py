"""Two hundred edit scripts, chance on both sides: what must be true of every update."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest

from generator.decree.package import read_parts, to_bytes
from generator.decree.structure import check_structure
from generator.revision.notes import Hal
from generator.revision.stamp import Stamp, read_stamp
from generator.revision.update import Updated, update
from tests.revision.offices import Office, change_data, edit_by_hand, first_year
from tests.tracked import accept, authors, body, lines, reject

SCRIPTS = 200
OURS = "Generator SK"


def brought_up_to_date(edited: bytes, office: Office) -> Updated:
    stamp = read_stamp(edited)
    assert isinstance(stamp, Stamp)
    return update(stamp, read_parts(edited), *office.printed(), None)


@pytest.mark.parametrize("seed", range(SCRIPTS))
def test_nothing_is_lost_in_either_direction(seed: int) -> None:
    chance = Random(seed)
    lampiran = chance.choice(["pohon", "pohon", "matriks", "keduanya"])
    edited = edit_by_hand(first_year(lampiran), chance, chance.randrange(6))
    office = change_data(Office(lampiran=lampiran), chance, chance.randrange(6))
    updated = brought_up_to_date(edited, office)
    result = to_bytes(updated.package)
    rejected = lines(reject(body(result), OURS))
    accepted = lines(accept(body(result), OURS))
    data = lines(body(to_bytes(office.printed()[0])))

    assert check_structure(updated.package) == []
    assert rejected == lines(body(edited))
    assert authors(body(result)) <= {OURS, "Bagian Hukum"}

    told = " ".join(
        note.old for note in updated.notes if note.hal in (Hal.OVERRULED, Hal.HOMELESS, Hal.STALE)
    )
    words = set(re.findall(r"ORANG\d+", " ".join(lines(body(edited)))))
    kept = set(re.findall(r"ORANG\d+", " ".join(accepted) + told))
    assert words - kept == set(), "an edit of people is lost"

    missing = Counter(data) - Counter(map(_without_edits, accepted))
    text = "\n".join(map(_without_edits, accepted))
    assert [
        line for line in missing if line not in text and line not in _deleted(edited, lampiran)
    ] == []

    again = brought_up_to_date(result, office)
    assert [note for note in again.notes if note.hal is Hal.ENTERED] == []


def _without_edits(line: str) -> str:
    return re.sub(r" ORANG\d+", "", line)


def _deleted(edited: bytes, lampiran: str) -> set[str]:
    """Return the lines of the decree as made that people took out."""
    return set(lines(body(first_year(lampiran)))) - set(map(_without_edits, lines(body(edited))))
