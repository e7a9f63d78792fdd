"""What only the whole flow shows: own template, logo, copies, what is told when nothing is made."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Pt

from generator.app import buat as pipeline
from generator.app import cetak as printing
from generator.app import template as starter
from generator.app.berkas import read_folder
from generator.app.outcome import MEND, MISUSE, Outcome
from generator.app.periksa import check
from generator.schema.books import COPIES
from generator.word.render import Package
from generator.word.structure import BrokenDocumentError
from generator.workbook.changing.parcel import Parcel
from generator.workbook.changing.save import seal
from tests.support.outcomes import naskah_of
from tests.support.paths import ROOT
from tests.support.sheets import DASAR, SASARAN, parts_of, workbook, write_folder
from tests.support.word_text import lines, open_word

SK = "SK Cascading 2022 Badan Kepegawaian.docx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    work = tmp_path / "kerja"
    work.mkdir()
    return write_folder(work)


def _codes(outcome: Outcome) -> list[str]:
    return [one.rule.name for one in outcome.findings]


def test_an_own_template_prints_with_its_own_styles(folder: Path, tmp_path: Path) -> None:
    starter.write_word_template(folder)
    path = folder / "templat-keputusan.docx"
    template = Document(str(path))
    template.styles["Butir Mengingat"].font.size = Pt(9)
    template.save(str(path))
    assert pipeline.make(folder, tmp_path).exit_code == 0
    made = open_word(tmp_path / SK)
    assert made.styles["Butir Mengingat"].font.size == Pt(9)
    assert DASAR in lines(made)


def test_periksa_and_buat_do_not_need_openpyxl(folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from generator.app.buat import make; from generator.app.periksa import check;"
        f"check(Path({str(folder)!r}), tandai=True, usulkan=True);"
        f"print(make(Path({str(folder)!r}), Path({str(tmp_path)!r})).exit_code);"
        "print('openpyxl' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert ran.stdout.split() == ["0", "False"], ran.stderr


def test_a_fault_in_an_own_template_is_exit_code_2_and_writes_nothing(
    folder: Path, tmp_path: Path
) -> None:
    template = Document()
    template.add_paragraph("{{ judul.nomer }}")
    template.save(str(folder / "templat-keputusan.docx"))
    for outcome in (pipeline.make(folder, tmp_path / "hasil"), check(folder)):
        assert outcome.exit_code == MISUSE
        assert "tag-nama-tidak-dikenal" in _codes(outcome)
    assert not (tmp_path / "hasil").exists()


def test_faults_of_books_and_template_are_told_in_one_run(folder: Path, tmp_path: Path) -> None:
    (folder / "templat-keputusan.docx").write_text("bukan Word")
    (folder / "eselon-4.xlsx").unlink()
    outcome = pipeline.make(folder, tmp_path / "hasil")
    assert {"templat-bukan-word", "buku-tidak-ada"} <= set(_codes(outcome))


def test_a_document_that_word_would_refuse_is_never_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(package: Package) -> list[str]:
        return ["word/document.xml: rusak"]

    monkeypatch.setattr(printing, "check_structure", broken)
    with pytest.raises(BrokenDocumentError):
        pipeline.make(folder, tmp_path / "hasil")
    assert not list(tmp_path.glob("hasil/*"))


def test_with_an_own_template_such_a_document_is_the_templates_fault(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starter.write_word_template(folder)
    monkeypatch.setattr(printing, "check_structure", lambda package: ["tabel 1: rusak"])
    outcome = pipeline.make(folder, tmp_path / "hasil")
    assert outcome.exit_code == MISUSE
    assert _codes(outcome)[-1] == "templat-hasil-rusak"


def test_a_logo_stands_in_the_kop_and_none_without_one(folder: Path, tmp_path: Path) -> None:
    pipeline.make(folder, tmp_path / "tanpa")
    (folder / "logo.png").write_bytes(_png(40, 50))
    assert pipeline.make(folder, tmp_path / "dengan").exit_code == 0
    (shape,) = _pictures(tmp_path / "dengan" / SK)
    assert round(int(shape.get("cx")) / int(shape.get("cy")), 2) == 0.8
    assert _pictures(tmp_path / "tanpa" / SK) == []


def test_a_damaged_logo_is_a_finding(folder: Path, tmp_path: Path) -> None:
    (folder / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n rusak")
    outcome = pipeline.make(folder, tmp_path / "hasil")
    assert outcome.exit_code == MEND
    assert "logo-rusak" in _codes(outcome)


def test_a_copy_that_was_mended_instead_of_the_book_is_told(folder: Path) -> None:
    copies = folder / COPIES
    copies.mkdir()
    copy = copies / "eselon-2 (daftar baru).xlsx"
    sealed = _sealed(copy, SASARAN)
    copy.write_bytes(sealed)
    assert "salinan-disunting" not in _codes(check(folder))
    changed = _sealed(copy, SASARAN.replace("68", "70"))
    copy.write_bytes(_reseal(changed, sealed))
    assert "salinan-disunting" in _codes(check(folder))


def _sealed(path: Path, sasaran: str) -> bytes:
    workbook("eselon-2", {"Sasaran": sasaran}).save(path)
    return seal(Parcel(parts_of(path)))


def test_without_books_only_that_is_told(tmp_path: Path) -> None:
    outcome = check(tmp_path)
    assert _codes(outcome) == ["tidak-ada-buku"]


def test_empty_books_are_told_to_be_filled(tmp_path: Path) -> None:
    starter.write_templates(tmp_path)
    outcome = check(tmp_path)
    assert outcome.exit_code == MEND
    assert {"identitas-kosong", "belum-diisi"} <= set(_codes(outcome))


def test_a_folder_with_an_empty_tree_is_told_so(folder: Path) -> None:
    heads = {
        "eselon-2": {"Sasaran": SASARAN.strip().splitlines()[0]},
        "eselon-3": {
            "Program": "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |"
        },
        "eselon-4": {
            "Sub Kegiatan": "| Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target |"
        },
    }
    write_folder(folder, heads)
    assert "belum-diisi" in _codes(check(folder))


def test_the_name_of_the_file_holds_nothing_a_file_cannot_be_called(folder: Path) -> None:
    (document,) = naskah_of(read_folder(folder)).documents
    assert f"{document.name}.docx" == SK


def _pictures(path: Path) -> list[Any]:
    body = Document(str(path)).element.body
    return list(
        body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent")
    )


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def _reseal(changed: bytes, original: bytes) -> bytes:
    """Return the changed book with the seal of the original, as after an edit in Excel."""
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(original)) as archive:
        seal = archive.read("docProps/custom.xml")
    buffer = BytesIO()
    with ZipFile(BytesIO(changed)) as source, ZipFile(buffer, "w") as target:
        for name in source.namelist():
            target.writestr(name, seal if name == "docProps/custom.xml" else source.read(name))
    return buffer.getvalue()
