"""Decrees and templates changed at random, through every command that reads a Word file.

The seed is the day, or what SK_FUZZ_SEED says, and stands in the header and in the name of each
test: `SK_FUZZ_SEED=20300124 pytest -k decree-20300124-7`. SK_FUZZ_DECREES says how many (200).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.app.buat import make
from generator.app.perbarui import update_document
from generator.cli import app
from generator.naskah.keputusan_cascading.form import FORM
from generator.opc.parts import read_parts
from generator.word.render import Package
from generator.word.structure import check_structure
from tests.support.mutated_word import mutated
from tests.support.sheets import IDENTITAS, write_folder
from tests.support.word_edits import replace_text

DAY = int(os.environ["SK_FUZZ_SEED"])
COUNT = int(os.environ.get("SK_FUZZ_DECREES") or 200)

BOTH = f"{IDENTITAS}| Lampiran | keduanya |"
PROGRAM = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator  | Target | Satuan  |
    | S1         | P1   | Program A | Meningkatnya B  | Jumlah     | 120    | Orang   |
    |            |      |           |                 | Persentase | 8,5    | %       |
    | S1         | P2   | Program B | Meningkatnya D  | Jumlah     | 7      | Dokumen |
"""
CHANGED = PROGRAM.replace("120", "130").replace("| P2   | Program B", "| P3   | Program C")
DECREE, TEMPLATE = "keputusan.docx", "templat-keputusan.docx"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with books, and decrees of before they changed: edited, and once updated since."""
    folder = tmp_path_factory.mktemp("asal")
    books = folder / "kerja"
    books.mkdir()
    changes = {"keputusan": {"Identitas": BOTH}, "eselon-3": {"Program": PROGRAM}}
    make(write_folder(books, changes), folder / "hasil")
    (decree,) = (folder / "hasil").glob("*.docx")
    decree.replace(folder / "0.docx")
    replace_text(folder / "0.docx", "bahwa A;", "bahwa A dan B;")
    write_folder(books, {**changes, "eselon-3": {"Program": CHANGED}})
    update_document(folder / "0.docx", books, folder / "1.docx", force=True, day=None)
    return folder


def faults(path: Path) -> list[str]:
    return check_structure(Package(read_parts(path))) if path.exists() else []


def ends(folder: Path, *words: str | Path) -> None:
    """Hold one command to what every command owes: an exit code, words, no half file.

    What it writes is sound, but for faults that the file handed to it has already.
    """
    before = {*folder.rglob("*")}
    ran = CliRunner().invoke(app, [*map(str, words)], prog_name="sk-cascading")

    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    assert ran.exit_code in (0, 1, 2), ran.output
    assert ran.output.strip(), "nothing is said"
    assert "Traceback" not in ran.output
    assert not [*folder.rglob("*.tmp")], "a temporary file is left"
    for path in {*folder.rglob("*.docx")} - before:
        assert ran.exit_code == 0, f"{path.name} is written in spite of what is wrong"
        assert not faults(path) or faults(folder / DECREE)
    for path in {*folder.rglob("*")} - before:
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


@pytest.mark.parametrize("nth", range(COUNT), ids=lambda nth: f"decree-{DAY}-{nth}")
def test_decree_is_read_or_refused(made: Path, nth: int, tmp_path: Path) -> None:
    books = tmp_path / "kerja"
    shutil.copytree(made / "kerja", books)
    path = tmp_path / DECREE
    path.write_bytes(mutated((made / f"{nth % 2}.docx").read_bytes(), DAY * 10_000 + nth))

    ends(tmp_path, "info", path)
    ends(tmp_path, "perbarui", path, books, "--paksa")
    ends(tmp_path, "usulan-balik", path, books, "--tulis")
    ends(tmp_path, "bandingkan", path, books)


@pytest.mark.parametrize("nth", range(COUNT), ids=lambda nth: f"template-{DAY}-{nth}")
def test_template_prints_or_is_refused(made: Path, nth: int, tmp_path: Path) -> None:
    books = tmp_path / "kerja"
    shutil.copytree(made / "kerja", books)
    (books / TEMPLATE).write_bytes(mutated(FORM.stock_file(), DAY * 10_000 + nth))

    ends(tmp_path, "buat", books, "-o", tmp_path / "hasil")
