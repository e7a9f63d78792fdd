"""`buat` run again: what it replaces, what it leaves, and what it says."""

from pathlib import Path

import pytest
from docx import Document

from generator.app.buat import make
from generator.app.outcome import DONE, MEND, Outcome
from generator.findings.rule import Stage
from tests.support.sheets import write_folder

NAME = "SK Cascading 2022 Badan Kepegawaian"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    work = tmp_path / "kerja"
    work.mkdir()
    return write_folder(work)


@pytest.fixture
def output(folder: Path, tmp_path: Path) -> Path:
    """An output folder with a decree just made."""
    made = tmp_path / "hasil"
    assert make(folder, made).exit_code == DONE
    return made


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def told(outcome: Outcome) -> list[str]:
    return [one.rule.name for one in outcome.findings if one.rule.stage is Stage.MENULIS]


def edit(path: Path) -> bytes:
    """Add a paragraph, as the legal section would, and return what the file then holds."""
    document = Document(str(path))
    document.add_paragraph("Catatan bagian hukum")
    document.save(str(path))
    return path.read_bytes()


def test_an_untouched_decree_is_replaced_by_the_next(folder: Path, output: Path) -> None:
    write_folder(folder, {"keputusan": {"Menimbang": "| Isi |\n| bahwa B; |"}})
    before = (output / f"{NAME}.docx").read_bytes()

    outcome = make(folder, output)

    assert (outcome.exit_code, told(outcome)) == (DONE, [])
    assert names(output) == [f"{NAME}.docx"]
    assert (output / f"{NAME}.docx").read_bytes() != before


def test_an_edited_decree_stays_and_the_next_gets_a_number(folder: Path, output: Path) -> None:
    edited = edit(output / f"{NAME}.docx")

    outcome = make(folder, output)

    assert (outcome.exit_code, told(outcome)) == (DONE, ["berkas-disunting"])
    assert names(output) == [f"{NAME} (2).docx", f"{NAME}.docx"]
    assert (output / f"{NAME}.docx").read_bytes() == edited


def test_the_numbered_decree_is_replaced_while_nobody_touches_it(
    folder: Path, output: Path
) -> None:
    edit(output / f"{NAME}.docx")
    make(folder, output)
    make(folder, output)

    assert names(output) == [f"{NAME} (2).docx", f"{NAME}.docx"]


def test_a_file_of_others_stays(folder: Path, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.docx").write_text("diketik sendiri")

    outcome = make(folder, tmp_path)

    assert (outcome.exit_code, told(outcome)) == (DONE, ["nama-sudah-dipakai"])
    assert (tmp_path / f"{NAME}.docx").read_text() == "diketik sendiri"


def test_a_decree_open_in_an_office_program_is_a_message(folder: Path, output: Path) -> None:
    before = (output / f"{NAME}.docx").read_bytes()
    (output / f"~${NAME[2:]}.docx").touch()

    outcome = make(folder, output)

    assert (outcome.exit_code, told(outcome)) == (MEND, ["berkas-sedang-dibuka"])
    assert (output / f"{NAME}.docx").read_bytes() == before


def test_an_output_folder_that_is_a_file_is_a_message(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "daftar.txt").touch()

    outcome = make(folder, tmp_path / "daftar.txt")

    assert (outcome.exit_code, told(outcome)) == (MEND, ["folder-tidak-dapat-dibuat"])


@pytest.mark.requires("soffice")
def test_the_pdf_stands_beside_the_decree(folder: Path, tmp_path: Path) -> None:
    outcome = make(folder, tmp_path / "hasil", pdf=True)

    assert outcome.exit_code == DONE
    assert names(tmp_path / "hasil") == [f"{NAME}.docx", f"{NAME}.pdf"]


def test_without_libreoffice_the_decree_is_made_all_the_same(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.files.pdf.find_office", lambda: None)

    outcome = make(folder, tmp_path / "hasil", pdf=True)

    assert (outcome.exit_code, told(outcome)) == (MEND, ["libreoffice-tidak-ada"])
    assert names(tmp_path / "hasil") == [f"{NAME}.docx"]
