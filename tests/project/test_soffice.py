import signal
from pathlib import Path

import docx
import pytest

from tests.support import soffice
from tests.support.soffice import convert, pdf_pages_png, pdf_text, run_uno


def document(path: Path, *paragraphs: str) -> Path:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(str(path))
    return path


@pytest.mark.requires("soffice", "poppler")
def test_one_run_converts_many_files(tmp_path: Path) -> None:
    one = document(tmp_path / "satu.docx", "MENIMBANG")
    two = document(tmp_path / "dua.docx", "MENGINGAT")
    pdfs = convert([one, two], "pdf", tmp_path)
    assert [pdf_text(pdf).strip() for pdf in pdfs] == ["MENIMBANG", "MENGINGAT"]
    assert [page.name for page in pdf_pages_png(pdfs[0], tmp_path)] == ["satu-1.png"]


@pytest.mark.requires("soffice")
def test_a_file_that_cannot_be_converted_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"did not make tiada\.pdf"):
        convert(tmp_path / "tiada.docx", "pdf", tmp_path)


@pytest.mark.requires("soffice")
def test_files_that_would_overwrite_each_other_are_refused(tmp_path: Path) -> None:
    path = document(tmp_path / "satu.docx", "MENIMBANG")
    with pytest.raises(ValueError, match="overwrite each other"):
        convert(path, "docx", tmp_path)


OPEN_AND_PRINT = """
import uno

def main(desktop, path, ending):
    url = uno.systemPathToFileUrl(path)
    document = desktop.loadComponentFromURL(url, "_blank", 0, ())
    print(document.Text.String + ending)
    document.close(True)
"""


@pytest.mark.requires("soffice", "uno")
def test_a_script_reads_a_document_over_uno(tmp_path: Path) -> None:
    path = document(tmp_path / "satu.docx", "MENIMBANG")
    assert run_uno(OPEN_AND_PRINT, path, "!") == "MENIMBANG!\n"


@pytest.mark.requires("soffice", "uno")
def test_a_script_that_fails_shows_its_traceback_and_leaves_libreoffice_usable(
    tmp_path: Path,
) -> None:
    path = document(tmp_path / "satu.docx", "MENIMBANG")
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        run_uno("def main(desktop):\n    1 / 0\n")
    assert convert(path, "odt", tmp_path).exists()


def test_a_libreoffice_that_is_slow_to_close_is_ended_and_does_not_fail_what_it_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nexec sleep 1000\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(soffice, "CLOSING_SECONDS", 0.1)
    with soffice.started([]) as process:
        pass
    assert process.returncode == -signal.SIGKILL
