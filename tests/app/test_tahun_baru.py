"""tahun-baru, the whole folder: what is written where, and what stops it."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.app import tahun_baru
from generator.app.berkas import Berkas, read_folder
from generator.app.outcome import DONE, MEND, Outcome
from generator.app.tahun_baru import begin_year, beside
from tests.support.copies import mend_copy
from tests.support.outcomes import summary
from tests.support.paths import ROOT
from tests.support.sheets import IDENTITAS, PROGRAM, SASARAN, workbook, write_folder

BOOKS = ["eselon-2.xlsx", "eselon-3.xlsx", "eselon-4.xlsx", "keputusan.xlsx"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    work = tmp_path / "berkas 2022"
    work.mkdir()
    return write_folder(work)


def told(outcome: Outcome) -> list[str]:
    return [one.rule.name for one in outcome.findings]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_folder_stands_beside_the_old_one(folder: Path) -> None:
    outcome = begin_year(folder, "2023")

    assert outcome.exit_code == DONE
    assert names(folder.with_name("berkas 2023")) == ["Buat.cmd", "Periksa.cmd", *BOOKS]


def test_the_old_folder_is_not_touched(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}

    begin_year(folder, "2023")

    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("name", "new"),
    [("berkas 2022", "berkas 2023"), ("2022", "2023"), ("SK", "SK-2023"), ("2022-b", "2023-b")],
)
def test_its_name_has_the_new_year(name: str, new: str) -> None:
    assert beside(Path("sk", name), "2022", "2023") == Path("sk", new)


def test_the_new_books_lack_nothing_but_targets(folder: Path, tmp_path: Path) -> None:
    begin_year(folder, "2023", tmp_path / "baru")

    wrong = {one.rule.name for one in read_folder(tmp_path / "baru").findings}
    assert wrong == {"target-kosong", "nomor-kosong", "tanggal-kosong", "belum-diisi"} & wrong
    assert "target-kosong" in wrong


def test_the_official_table_of_the_office_goes_along(folder: Path, tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(["BIDANG", "PROGRAM", "KEGIATAN", "SUBKEGIATAN"])
    workbook.save(folder / "nomenklatur.xlsx")
    table = (folder / "nomenklatur.xlsx").read_bytes()

    begin_year(folder, "2023", tmp_path / "baru")

    assert (tmp_path / "baru" / "nomenklatur.xlsx").read_bytes() == table


def test_logo_and_own_template_go_along(folder: Path, tmp_path: Path) -> None:
    (folder / "logo.png").write_bytes(b"logo")
    (folder / "templat-keputusan.docx").write_bytes(b"templat")

    begin_year(folder, "2023", tmp_path / "baru")

    assert (tmp_path / "baru" / "logo.png").read_bytes() == b"logo"
    assert (tmp_path / "baru" / "templat-keputusan.docx").read_bytes() == b"templat"


def test_a_folder_that_holds_something_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "baru").mkdir()
    (tmp_path / "baru" / "catatan.txt").write_text("catatan")

    outcome = begin_year(folder, "2023", tmp_path / "baru")

    assert (outcome.exit_code, told(outcome)) == (MEND, ["folder-sudah-berisi"])
    assert names(tmp_path / "baru") == ["catatan.txt"]


@pytest.mark.parametrize("year", ["2022", "2021"])
def test_a_year_that_is_not_later_is_refused(folder: Path, year: str) -> None:
    outcome = begin_year(folder, year)

    assert (outcome.exit_code, told(outcome)) == (MEND, ["tahun-tidak-maju"])
    assert names(folder.parent) == ["berkas 2022"]


def test_a_year_left_out_is_told(folder: Path) -> None:
    outcome = begin_year(folder, "2024")

    assert (outcome.exit_code, told(outcome)) == (DONE, ["tahun-terlompati"])


def test_a_book_that_cannot_be_read_stops_all(folder: Path) -> None:
    (folder / "eselon-3.xlsx").write_bytes(b"PK rusak")

    outcome = begin_year(folder, "2023")

    assert (outcome.exit_code, told(outcome)) == (MEND, ["buku-rusak"])
    assert names(folder.parent) == ["berkas 2022"]


def test_faults_in_cells_are_told_and_carried(folder: Path) -> None:
    sasaran = SASARAN.replace("| 68     |", "| sekitar 68 |").replace("| S1   |", "|      |")
    write_folder(folder, {"eselon-2": {"Sasaran": sasaran}})

    outcome = begin_year(folder, "2023")

    assert outcome.exit_code == DONE
    assert "kode-kosong" in told(outcome)


def test_a_copy_mended_instead_of_its_book_is_told(folder: Path) -> None:
    mend_copy(folder)

    assert told(begin_year(folder, "2023")) == ["salinan-disunting"]


def test_two_books_that_differ_only_in_their_format_are_both_carried(folder: Path) -> None:
    other = PROGRAM.replace("P1 ", "P9 ").replace("Program A", "Program Z")
    other = other.replace("Meningkatnya B", "Meningkatnya Z").replace("120", "77")
    workbook("eselon-3", {"Program": other}).save(folder / "eselon-3.xlsm")

    assert begin_year(folder, "2023").exit_code == DONE
    assert {"eselon-3.xlsx", "eselon-3.xlsm.xlsx"} <= {
        path.name for path in folder.with_name("berkas 2023").iterdir()
    }


def test_missing_targets_do_not_stop_it(folder: Path) -> None:
    sasaran = SASARAN.replace("| 68     |", "|        |")
    write_folder(folder, {"eselon-2": {"Sasaran": sasaran}})

    outcome = begin_year(folder, "2023")

    assert (outcome.exit_code, told(outcome)) == (DONE, ["target-lama-kosong"])


def test_books_that_say_no_year_are_carried_with_the_fault(folder: Path) -> None:
    identitas = IDENTITAS.replace("| 2022  ", "|       ")
    write_folder(folder, {"keputusan": {"Identitas": identitas}})

    outcome = begin_year(folder, "2023")

    assert (outcome.exit_code, told(outcome)) == (DONE, ["identitas-kosong"])
    rows = read_folder(folder.with_name("berkas 2022-2023")).source.lembar["keputusan", "Identitas"]
    typed = {str(row.cells["isian"]): str(row.cells.get("isi", "")) for row in rows}
    assert typed["Tahun"] == "2023"


def test_on_a_full_disk_nothing_is_written_and_the_disk_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = iter([None] * 3)

    def fill(*_: object) -> None:
        if next(left, OSError) is OSError:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill)

    outcome = begin_year(folder, "2023")

    assert (outcome.exit_code, told(outcome)) == (MEND, ["diska-penuh"])
    assert summary(outcome)[-1] == "Tidak ada yang ditulis."
    assert not folder.with_name("berkas 2023").exists()


def test_an_empty_folder_that_was_there_stays_when_the_disk_is_full(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "baru"
    target.mkdir()

    def fill(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill)
    begin_year(folder, "2023", target)

    assert names(target) == []


def test_a_book_that_vanished_since_it_was_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_and_lose(path: Path) -> Berkas:
        berkas = read_folder(path)
        (path / "eselon-3.xlsx").unlink()
        return berkas

    monkeypatch.setattr(tahun_baru, "read_folder", read_and_lose)

    outcome = begin_year(folder, "2023")

    assert [one.message for one in outcome.findings] == [
        "Buku ini tidak dapat dibuka (berkasnya sudah tidak ada)."
    ]


def test_what_the_table_of_the_new_year_moved_is_told_with_its_new_code(tmp_path: Path) -> None:
    clean = tmp_path / "SK 2024"
    shutil.copytree(ROOT / "input_templates" / "contoh-bersih", clean)

    outcome = begin_year(clean, "2027")

    moved = [one for one in outcome.findings if one.rule.name == "kode-diganti"]
    assert [str(one.place.cell) for one in moved] == ["O10"]
    assert "1.02.03.2.02.0005" in moved[0].message
    begun = read_folder(clean.with_name("SK 2027"))
    assert "1.02.03.2.02.0002" in {str(node.kode_rekening) for node in begun.cascade.walk()}


def test_nothing_is_told_of_codes_where_the_same_table_goes_on(tmp_path: Path) -> None:
    clean = tmp_path / "SK 2024"
    shutil.copytree(ROOT / "input_templates" / "contoh-bersih", clean)

    outcome = begin_year(clean, "2025")

    assert [one.rule.code for one in outcome.findings if one.rule.code.startswith("NOM-")] == []
