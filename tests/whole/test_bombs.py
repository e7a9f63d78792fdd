"""Hostile files: each is answered by a document or a finding that says what and where.

`make bom` measures time and memory of each, with every command that reads it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.app.buat import make
from generator.app.info import describe
from generator.app.outcome import Outcome
from generator.app.periksa import check
from tests.support.bombs import BOMBS, BOOK, COPY, DECREE, LOGO, TEMPLATE, Bomb, lay

HARMLESS = ""
"""What is read, and nothing said of it."""


def answer(bomb: Bomb, folder: Path) -> Outcome:
    """Lay a bomb, and run the command that reads most of what is laid there."""
    lay(bomb, folder)
    if bomb.place == DECREE:
        target = folder / DECREE
        shutil.move(folder / "bom", target)
        return describe(target)
    target = folder / "kerja" / bomb.place
    target.parent.mkdir(exist_ok=True)
    shutil.move(folder / "bom", target)
    if bomb.place in (LOGO, TEMPLATE):
        return make(folder / "kerja", folder / "hasil")
    return check(folder / "kerja", tandai=bomb.place == COPY, usulkan=bomb.place == BOOK)


def told(outcome: Outcome, bomb: Bomb) -> str:
    """Return what the worst finding says of the file with the bomb."""
    name = Path(bomb.place).name
    said = [one for one in outcome.findings if Path(one.place.book).name == name]
    for one in said:
        if one.rule.name == "buku-terlalu-besar":
            return f"{one.facts['batas']} {one.facts['apa']}"
    return next((one.rule.name for one in said if one.severity.value == "Salah"), HARMLESS)


ANSWERS: dict[str, str] = {}


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb.name)
def test_a_bomb_is_answered(bomb: Bomb, tmp_path: Path) -> None:
    outcome = answer(bomb, tmp_path)

    assert told(outcome, bomb) == ANSWERS[bomb.name]
