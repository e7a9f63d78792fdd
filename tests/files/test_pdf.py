from pathlib import Path

import pytest

from generator.files import libreoffice
from generator.files import pdf as pdf_module
from generator.files.output import Standing, Written
from generator.files.pdf import SEAL, to_pdf, to_pdfs
from generator.findings.finding import Diagnostic
from generator.opc.parts import to_bytes
from tests.support.packages import SECTION, package
from tests.support.soffice import pdf_text


def document(path: Path, text: str) -> Path:
    path.write_bytes(to_bytes(package(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>{SECTION}").parts))
    return path


def rule_of(result: Written | Diagnostic | None) -> str:
    assert isinstance(result, Diagnostic)
    return result.rule.name


def fake_office(folder: Path, script: str) -> Path:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return program


@pytest.mark.requires("soffice", "poppler")
def test_several_documents_become_pdfs_beside_them(tmp_path: Path) -> None:
    first = document(tmp_path / "keputusan satu.docx", "Menimbang")
    second = document(tmp_path / "keputusan dua.docx", "Mengingat")

    made = to_pdfs([first, second])

    assert made == [Written(first.with_suffix(".pdf")), Written(second.with_suffix(".pdf"))]
    assert "Menimbang" in pdf_text(first.with_suffix(".pdf"))
    assert "Mengingat" in pdf_text(second.with_suffix(".pdf"))
    assert not list(tmp_path.glob(".*"))


@pytest.mark.requires("soffice")
def test_own_pdf_is_replaced_and_a_signed_one_kept(tmp_path: Path) -> None:
    source = document(tmp_path / "keputusan.docx", "Menimbang")
    made = tmp_path / "keputusan.pdf"

    to_pdf(source)
    assert SEAL.standing(made) is Standing.UNTOUCHED
    assert to_pdf(source) == Written(made)

    with made.open("ab") as signed:
        signed.write(b"signature")
    assert SEAL.standing(made) is Standing.EDITED
    numbered = to_pdf(source)
    assert isinstance(numbered, Written)
    assert numbered.path.name == "keputusan (2).pdf"
    assert rule_of(numbered.because) == "berkas-disunting"


def test_pdf_of_others_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.pdf"
    path.write_bytes(b"%PDF-1.7\n%%EOF\n")

    assert SEAL.standing(path) is Standing.FOREIGN


def test_pdf_changed_before_its_seal_is_edited(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.pdf"
    path.write_bytes(b"%PDF-1.7\n%sk-cascading " + b"0" * 64 + b"\n")

    assert SEAL.standing(path) is Standing.EDITED


def test_without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "find_office", lambda: None)
    source = document(tmp_path / "keputusan.docx", "Menimbang")

    assert rule_of(to_pdf(source)) == "libreoffice-tidak-ada"


def test_libreoffice_off_the_search_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = fake_office(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", (tmp_path / "absent", program))

    assert libreoffice.find_office() == program


def test_libreoffice_that_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = fake_office(tmp_path, "exit 0")
    monkeypatch.setattr(pdf_module, "find_office", lambda: program)
    source = document(tmp_path / "keputusan.docx", "Menimbang")

    made = to_pdf(source)

    assert rule_of(made) == "pdf-gagal"
    assert not source.with_suffix(".pdf").exists()


def test_libreoffice_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = fake_office(tmp_path, "sleep 1000")
    monkeypatch.setattr(pdf_module, "find_office", lambda: program)
    monkeypatch.setattr(libreoffice, "SECONDS", 0.2)

    made = to_pdf(document(tmp_path / "keputusan.docx", "Menimbang"))

    assert isinstance(made, Diagnostic)
    assert "tidak selesai dalam 0.2 detik" in made.message


def test_libreoffice_that_cannot_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "find_office", lambda: tmp_path / "absent")

    made = to_pdf(document(tmp_path / "keputusan.docx", "Menimbang"))

    assert isinstance(made, Diagnostic)
    assert "tidak dapat dijalankan" in made.message


def test_missing_document_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = fake_office(tmp_path, 'for last; do :; done; echo pdf > "${last%.docx}.pdf"')
    monkeypatch.setattr(pdf_module, "find_office", lambda: program)
    source = document(tmp_path / "keputusan.docx", "Menimbang")

    absent, made = to_pdfs([tmp_path / "tidak-ada.docx", source])

    assert rule_of(absent) == "pdf-gagal"
    assert made == Written(tmp_path / "keputusan.pdf")
