"""Edit scripts, chance on both sides: what must be true of every update."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING
from generator.opc.parts import read_parts, to_bytes
from generator.revision.read.stories import Stories
from generator.revision.stamp import Stamp, read_stamp
from generator.revision.update.notes import NoteKind
from generator.revision.update.whole import Updated, update
from generator.word.render import Package
from generator.word.structure import check_structure
from generator.word.wordml import DOCUMENT
from tests.revision.offices import (
    Office,
    Printed,
    change_data,
    change_rows,
    edit_by_hand,
    edit_matrix,
    first_year,
)
from tests.support.soffice import convert
from tests.support.tracked import accept, authors, body, lines, reject, rows
from tests.support.validators import sdk_validate

SCRIPTS = 200
MATRICES = 100
OURS = "Generator SK"


def brought_up_to_date(edited: bytes, printed: Printed) -> Updated:
    stamp = read_stamp(edited)
    assert isinstance(stamp, Stamp)
    base, theirs = Stories(read_parts(stamp.base)), Stories(read_parts(edited))
    return update(stamp, base, theirs, *printed, None, KEPUTUSAN_CASCADING.yearly)


def by_chance(seed: int) -> tuple[str, bytes, Printed]:
    """Return the kind of annex, the file as people edited it, and the decree of changed data."""
    chance = Random(seed)
    lampiran = chance.choice(["pohon", "pohon", "matriks", "keduanya"])
    edited = edit_by_hand(first_year(lampiran), chance, chance.randrange(6))
    return lampiran, edited, change_data(Office(lampiran), chance, chance.randrange(6)).printed()


@pytest.mark.parametrize("seed", range(SCRIPTS))
def test_nothing_is_lost_in_either_direction(seed: int) -> None:
    check_both_directions(*by_chance(seed))


@pytest.mark.parametrize("seed", range(MATRICES))
def test_nothing_is_lost_in_rows_of_a_matrix(seed: int) -> None:
    chance = Random(f"matriks {seed}")
    edited = edit_matrix(first_year("matriks"), chance, chance.randrange(4))
    office = change_rows(Office("matriks"), chance, 1 + chance.randrange(5))
    check_both_directions("matriks", edited, office.printed())


@cache
def made(lampiran: str) -> list[str]:
    """Return the lines of the decree of the first year as it was made."""
    return lines(body(first_year(lampiran)))


def check_both_directions(lampiran: str, edited: bytes, printed: Printed) -> None:
    updated = brought_up_to_date(edited, printed)
    result = to_bytes(updated.package.parts)
    rejected = lines(reject(body(result), OURS))
    accepted = lines(accept(body(result), OURS))
    data = lines(body(to_bytes(printed[0].parts)))
    people = lines(body(edited))

    assert check_structure(updated.package) == []
    for decide in (accept, reject):
        assert check_structure(decided(updated.package, decide)) == []
    assert rejected == people
    assert authors(body(result)) <= {OURS, "Bagian Hukum"}

    told = " ".join(
        note.old
        for note in updated.notes
        if note.hal in (NoteKind.OVERRULED, NoteKind.HOMELESS, NoteKind.STALE)
    )
    words = set(re.findall(r"ORANG\d+", " ".join(people)))
    kept = set(re.findall(r"ORANG\d+", " ".join(accepted) + told))
    assert words - kept == set(), "an edit of people is lost"

    missing = Counter(data) - Counter(map(_without_edits, accepted))
    text = "\n".join(map(_without_edits, accepted))
    deleted = set(made(lampiran)) - set(map(_without_edits, people))
    for row in rows(body(to_bytes(printed[0].parts))):
        if deleted & set(row):  # a diktum that stays deleted takes its new number along
            deleted |= set(row)
    assert [line for line in missing if line not in text and line not in deleted] == []

    again = brought_up_to_date(result, printed)
    assert [note for note in again.notes if note.hal is NoteKind.ENTERED] == []


def decided(package: Package, decide: Callable[[etree._Element], etree._Element]) -> Package:
    """Return the file with all changes in its main part accepted or rejected."""
    root = decide(etree.fromstring(package.parts[DOCUMENT]))
    return Package({**package.parts, DOCUMENT: etree.tostring(root)})


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("sampel")
    paths = []
    for seed in range(0, SCRIPTS, SCRIPTS // 10):
        _, edited, printed = by_chance(seed)
        paths.append(folder / f"{seed}.docx")
        paths[-1].write_bytes(to_bytes(brought_up_to_date(edited, printed).package.parts))
    return paths


@pytest.mark.requires("sdk")
def test_sample_is_valid_for_the_sdk(sample: list[Path]) -> None:
    assert sdk_validate(sample) == []


@pytest.mark.requires("soffice")
def test_sample_opens_in_libreoffice(sample: list[Path], tmp_path: Path) -> None:
    assert len(convert(sample, "pdf", tmp_path)) == len(sample)


def _without_edits(line: str) -> str:
    return re.sub(r" ORANG\d+", "", line)
