"""info: what a decree says of itself, and what was edited since."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from docx import Document

from generator.app.buat import make
from generator.app.info import describe
from generator.app.outcome import DONE, MEND
from generator.revision.read.excerpts import shortened
from tests.support.outcomes import summary
from tests.support.sheets import IDENTITAS, write_folder
from tests.support.word_edits import replace_text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    work = tmp_path / "kerja"
    work.mkdir()
    return write_folder(work)


@pytest.fixture
def decree(folder: Path, tmp_path: Path) -> Path:
    make(folder, tmp_path / "hasil")
    return next((tmp_path / "hasil").glob("*.docx"))


def test_it_names_program_year_agency_and_inputs(folder: Path, decree: Path) -> None:
    outcome = describe(decree)

    digest = sha256((folder / "eselon-3.xlsx").read_bytes()).hexdigest()
    assert outcome.exit_code == DONE
    assert {
        "Tahun: 2022",
        "Perangkat daerah: Badan Kepegawaian",
        f"  eselon-3.xlsx (SHA-256 {digest})",
        "Belum disunting sejak dibuat.",
    } <= set(summary(outcome))


def test_it_names_the_official_table_of_its_year(folder: Path, tmp_path: Path) -> None:
    older = "Kepmendagri Nomor 900.1.15.5-1317 Tahun 2023"
    make(folder, tmp_path / "2022")
    write_folder(folder, {"keputusan": {"Identitas": IDENTITAS.replace("2022", "2025")}})
    make(folder, tmp_path / "2025")
    province = IDENTITAS.replace("2022", "2025").replace("KABUPATEN TANJUNG JABUNG BARAT", "JAMBI")
    province = province.replace("PEMERINTAH JAMBI", "PEMERINTAH PROVINSI JAMBI")
    write_folder(folder, {"keputusan": {"Identitas": province}})
    make(folder, tmp_path / "provinsi")

    def table(name: str) -> str:
        outcome = describe(next((tmp_path / name).glob("*.docx")))
        return next(line for line in summary(outcome) if line.startswith("Tabel"))

    later = "; lebih baru daripada keputusan ini, jadi namanya saja"
    newer = "tabel Kementerian Dalam Negeri untuk tahun 2027"
    assert table("2022") == f"Tabel nomenklatur: {older}{later}"
    assert table("2025") == f"Tabel nomenklatur: {older}"
    assert table("provinsi") == f"Tabel nomenklatur: {newer}{later}"


def test_an_edit_is_told_with_its_place_and_its_cell(decree: Path) -> None:
    replace_text(decree, "120 Orang", "130 Orang")

    told = [line for line in summary(describe(decree)) if "130 Orang" in line]

    assert len(told) == 1
    assert told[0].startswith('  tabel "Pohon kinerja: SASARAN I › Program A"')
    assert told[0].endswith(
        'teks diubah: "120 Orang" → "130 Orang" '
        '[eselon-3.xlsx › lembar "Program" › sel F2 (kolom "Target")]'
    )


def test_what_people_added_is_told(decree: Path) -> None:
    document = Document(str(decree))
    document.add_paragraph("Tambahan")
    document.save(str(decree))

    lines = summary(describe(decree))

    assert lines[-2] == "Suntingan sejak dibuat: 1."
    assert lines[-1].endswith(': ditambahkan: "Tambahan"')


def test_a_decree_only_saved_again_is_not_edited(decree: Path) -> None:
    document = Document(str(decree))
    document.save(str(decree))

    assert summary(describe(decree))[-1].startswith("Belum disunting sejak dibuat")


def test_a_decree_of_another_make_is_explained(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "lama.docx"))

    outcome = describe(tmp_path / "lama.docx")

    assert outcome.exit_code == MEND
    assert [one.rule.name for one in outcome.findings] == ["keputusan-tanpa-stempel"]


def test_long_texts_are_shown_by_what_differs() -> None:
    old = "bahwa dalam rangka perumusan kinerja harus ditetapkan dengan Keputusan Kepala Badan;"

    assert shortened(old, old.replace("harus", "wajib")) == (
        "… rangka perumusan kinerja harus ditetapkan dengan Keputusan …",
        "… rangka perumusan kinerja wajib ditetapkan dengan Keputusan …",
    )


def test_short_texts_are_shown_whole() -> None:
    assert shortened("68%", "70%") == ("68%", "70%")
