import zipfile
from pathlib import Path

import docx
import pytest

from tests.support.validators import openxml_audit, sdk_validate

WHOLE = b"<w:p><w:r><w:t>Menimbang</w:t></w:r></w:p>"
PROPERTIES_LAST = b"<w:p><w:r><w:t>Menimbang</w:t></w:r><w:pPr/></w:p>"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.docx"
    document = docx.Document()
    document.add_paragraph("Menimbang")
    document.add_table(rows=1, cols=2)
    document.save(str(path))
    return path


@pytest.fixture
def faulty(sound: Path, tmp_path: Path) -> Path:
    """The same document with w:pPr behind the run, where the schema wants it first."""
    path = tmp_path / "faulty.docx"
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                assert WHOLE in part
                part = part.replace(WHOLE, PROPERTIES_LAST)
            new.writestr(name, part)
    return path


def test_openxml_audit_has_nothing_against_a_sound_document(sound: Path) -> None:
    assert openxml_audit(sound) == []


def test_openxml_audit_names_the_fault_and_its_place(faulty: Path) -> None:
    (fault,) = openxml_audit(faulty)
    assert fault.startswith("/word/document.xml /document[1]/body[1]/p[1]: ")
    assert "pPr" in fault


@pytest.mark.requires("sdk")
def test_the_sdk_names_the_faulty_one_of_two_documents(sound: Path, faulty: Path) -> None:
    (fault,) = sdk_validate([sound, faulty])
    assert fault.startswith("faulty.docx /word/document.xml /w:document[1]/w:body[1]/w:p[1]: ")
    assert "pPr" in fault


@pytest.mark.requires("sdk")
def test_the_sdk_reports_a_file_it_cannot_open(tmp_path: Path) -> None:
    path = tmp_path / "torn.docx"
    path.write_bytes(b"PK\x03\x04 torn")
    assert len(sdk_validate([path])) == 1
