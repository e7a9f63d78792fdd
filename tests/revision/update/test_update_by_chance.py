"""Two hundred edit scripts, chance on both sides: what must be true of every update."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING
from generator.opc import read_parts, to_bytes
from generator.revision.stamp import Stamp, read_stamp
from generator.revision.update.notes import Hal
from generator.revision.update.whole import Updated, update
from generator.word.structure import check_structure
from tests.revision.offices import Office, Printed, change_data, edit_by_hand, first_year
from tests.support.soffice import convert
from tests.support.tracked import accept, authors, body, lines, reject
from tests.support.validators import sdk_validate

SCRIPTS = 200
OURS = "Generator SK"


def brought_up_to_date(edited: bytes, printed: Printed) -> Updated:
    stamp = read_stamp(edited)
    assert isinstance(stamp, Stamp)
    return update(stamp, read_parts(edited), *printed, None, KEPUTUSAN_CASCADING.yearly)


def by_chance(seed: int) -> tuple[str, bytes, Printed]:
    """Return the kind of annex, the file as people edited it, and the decree of changed data."""
    chance = Random(seed)
    lampiran = chance.choice(["pohon", "pohon", "matriks", "keduanya"])
    edited = edit_by_hand(first_year(lampiran), chance, chance.randrange(6))
    return lampiran, edited, change_data(Office(lampiran), chance, chance.randrange(6)).printed()


@pytest.mark.parametrize("seed", range(SCRIPTS))
def test_nothing_is_lost_in_either_direction(seed: int) -> None:
    lampiran, edited, printed = by_chance(seed)
    updated = brought_up_to_date(edited, printed)
    result = to_bytes(updated.package)
    rejected = lines(reject(body(result), OURS))
    accepted = lines(accept(body(result), OURS))
    data = lines(body(to_bytes(printed[0])))

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

    again = brought_up_to_date(result, printed)
    assert [note for note in again.notes if note.hal is Hal.ENTERED] == []


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("sampel")
    paths = []
    for seed in range(0, SCRIPTS, SCRIPTS // 10):
        _, edited, printed = by_chance(seed)
        paths.append(folder / f"{seed}.docx")
        paths[-1].write_bytes(to_bytes(brought_up_to_date(edited, printed).package))
    return paths


@pytest.mark.requires("sdk")
def test_sample_is_valid_for_the_sdk(sample: list[Path]) -> None:
    assert sdk_validate(sample) == []


@pytest.mark.requires("soffice")
def test_sample_opens_in_libreoffice(sample: list[Path], tmp_path: Path) -> None:
    assert len(convert(sample, "pdf", tmp_path)) == len(sample)


def _without_edits(line: str) -> str:
    return re.sub(r" ORANG\d+", "", line)


def _deleted(edited: bytes, lampiran: str) -> set[str]:
    """Return the lines of the decree as made that people took out."""
    return set(lines(body(first_year(lampiran)))) - set(map(_without_edits, lines(body(edited))))
