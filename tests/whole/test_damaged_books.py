"""Damaged or odd workbooks through every command: findings or a whole result, no exception.

The seed is the day, or what SK_FUZZ_SEED says; SK_FUZZ_BOOKS says how many (`make fuzz`: 10,000).
The name of a failing test is its seed: `SK_FUZZ_SEED=20261124 pytest -k "book-20261124-7"`.
"""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.app.buat import make
from generator.cli import app
from generator.findings.finding import Diagnostic, has_salah
from generator.revision.stamp import is_untouched
from tests.support.damaged_books import damaged_book, good_books
from tests.support.sheets import write_folder

DAY = int(os.environ.get("SK_FUZZ_SEED") or f"{datetime.now(UTC):%Y%m%d}")
COUNT = int(os.environ.get("SK_FUZZ_BOOKS") or 500)
NUMBERS = pytest.mark.parametrize("number", range(COUNT), ids=lambda nth: f"book-{DAY}-{nth}")
COMMANDS = (
    ("periksa", "kerja"),
    ("periksa", "kerja", "--tandai", "--usulkan"),
    ("periksa", "kerja", "--json"),
    ("pohon", "kerja", "--svg", "pohon.svg"),
    ("tahun-baru", "kerja", "2023", "-o", "2023"),
    ("template", "kerja"),
    ("template", "lain", "--dari", "kerja"),
    ("bandingkan", "baik", "kerja", "--xlsx", "banding.xlsx"),
    ("bandingkan", "kerja", "keputusan.docx"),
    ("usulan-balik", "keputusan.docx", "kerja", "--tulis"),
    ("perbarui", "keputusan.docx", "kerja", "-o", "baru.docx"),
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with good books, and the decree made from them."""
    folder = tmp_path_factory.mktemp("asal")
    (folder / "baik").mkdir()
    write_folder(folder / "baik")
    make(folder / "baik", folder / "hasil")
    (decree,) = (folder / "hasil").glob("*.docx")
    decree.rename(folder / "keputusan.docx")
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path, number: int) -> Path:
    """The same with a folder `kerja`, in which one book is damaged."""
    shutil.copytree(sound, tmp_path, dirs_exist_ok=True)
    shutil.copytree(tmp_path / "baik", tmp_path / "kerja")
    kind, content = damaged_book(DAY, number)
    (tmp_path / "kerja" / f"{kind}.xlsx").write_bytes(content)
    return tmp_path


@NUMBERS
def test_gives_findings_or_a_whole_decree(folder: Path) -> None:
    output = folder / "keluar"
    outcome = make(folder / "kerja", output)
    assert all(isinstance(one, Diagnostic) and one.message and one.cure for one in outcome.findings)
    written = list(output.iterdir()) if output.exists() else []
    if outcome.exit_code == 0:
        (decree,) = written
        assert is_untouched(decree)
    else:
        assert outcome.exit_code == 1
        assert has_salah(outcome.findings)
        assert written == []


@NUMBERS
def test_no_command_fails(folder: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command by turns; the books stay as they are."""
    monkeypatch.chdir(folder)
    kept = {path: path.read_bytes() for path in (folder / "kerja").iterdir()}
    words = COMMANDS[number % len(COMMANDS)]
    ran = CliRunner().invoke(app, words, prog_name="sk-cascading")

    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    assert ran.exit_code in (0, 1), ran.output
    assert ran.output.strip(), "nothing is said"
    assert not [*folder.rglob("*.tmp")], "a temporary file is left"
    if words[0] != "template":
        assert {path: path.read_bytes() for path in kept} == kept


def test_no_two_are_alike_but_by_chance() -> None:
    numbers = range(200)
    different = {damaged_book(DAY, number)[1] for number in numbers} - set(good_books().values())
    assert len(different) > 150


def test_the_same_day_gives_the_same_books() -> None:
    assert damaged_book(20261124, 3) == damaged_book(20261124, 3)
