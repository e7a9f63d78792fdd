"""A command killed at any moment leaves each file as it was or as it was to be, and no litter.

It is killed at everything it does in its folders, one child after the other; `make fuzz` kills at
random moments besides. After each kill the command is run again and comes to its usual end.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from generator.app.buat import make
from generator.app.perbarui import update_document
from generator.app.periksa import check
from generator.app.tahun_baru import begin_year
from generator.app.template import write_templates
from tests.support.killed import kill_after, kill_at_each_event
from tests.support.sheets import write_folder

Contents: TypeAlias = dict[str, bytes]
Command: TypeAlias = Callable[[Path], object]
KILLS = int(os.environ.get("SK_FUZZ_KILLS") or 0)
"""How often each command is killed at a random moment."""


@dataclass(frozen=True)
class Trial:
    """A command over a folder that holds `kerja`, the books, and what else it begins with."""

    before: Path
    command: Command

    def begin(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.before, folder)


def contents(folder: Path) -> Contents:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def update(folder: Path) -> object:
    (decree,) = (folder / "hasil").glob("*.docx")
    target = folder / "baru.docx"
    return update_document(decree, folder / "kerja", target, force=False, day=date(2022, 1, 3))


COMMANDS: dict[str, Command] = {
    "buat": lambda folder: make(folder / "kerja", folder / "hasil"),
    "template": lambda folder: write_templates(folder / "kerja"),
    "template in a new folder": lambda folder: write_templates(folder / "lain"),
    "tahun-baru": lambda folder: begin_year(folder / "kerja", "2023", folder / "2023"),
    "periksa": lambda folder: check(folder / "kerja", tandai=True, usulkan=True),
    "perbarui": update,
}


@pytest.fixture
def trial(tmp_path: Path, request: pytest.FixtureRequest) -> Trial:
    before = tmp_path / "semula"
    (before / "kerja").mkdir(parents=True)
    write_folder(before / "kerja")
    make(before / "kerja", before / "hasil")
    return Trial(before, COMMANDS[request.param])


def assert_sound(now: Contents, before: Contents, after: Contents) -> None:
    for name, content in now.items():
        if not name.endswith(".tmp"):
            assert content in (before.get(name), after.get(name)), name
    assert before.keys() <= now.keys()


@pytest.mark.parametrize("trial", COMMANDS, indirect=True)
def test_killed_at_each_thing_it_does(trial: Trial, tmp_path: Path) -> None:
    folder = tmp_path / "uji"
    before = contents(trial.before)
    trial.begin(folder)
    trial.command(folder)
    after = contents(folder)

    def begin() -> tuple[Path]:
        trial.begin(folder)
        return (folder,)

    kills = 0
    for _ in kill_at_each_event(lambda: trial.command(folder), begin):
        kills += 1
        assert_sound(contents(folder), before, after)
        trial.command(folder)
        again = contents(folder)
        assert again.items() >= after.items()
        more = {name for name in set(again) - set(after) if not name.endswith(".tmp")}
        assert {again[name] for name in more} <= set(after.values()), "a second one is a whole one"
    assert kills >= len(after.items() - before.items())


@pytest.mark.skipif(not KILLS, reason="kills at random moments are for `make fuzz`")
@pytest.mark.parametrize("trial", COMMANDS, indirect=True)
def test_killed_at_random_moments(trial: Trial, tmp_path: Path) -> None:
    folder = tmp_path / "uji"
    before = contents(trial.before)
    trial.begin(folder)
    trial.command(folder)
    after = contents(folder)
    dice = random.Random(f"{date.today().isoformat()}")
    for _ in range(KILLS):
        trial.begin(folder)
        kill_after(lambda: trial.command(folder), dice.uniform(0, 0.6))
        assert_sound(contents(folder), before, after)
