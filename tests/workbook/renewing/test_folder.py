"""Blank books in a working folder: never over what is there, with the parents as choices."""

from __future__ import annotations

import errno
import os
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.app.outcome import MEND
from generator.app.template import write_templates
from generator.files.placed import Placement
from generator.schema import books
from generator.workbook.changing.save import is_untouched
from generator.workbook.look import enter
from generator.workbook.making.blank import blank_book
from generator.workbook.making.cmd_files import CMD_FILES
from generator.workbook.renewing.folder import write_blank_books
from tests.support.paths import ROOT
from tests.support.sheets import change_parts, parts_of, said, write_folder

BOOKS = ("keputusan.xlsx", "eselon-2.xlsx", "eselon-3.xlsx", "eselon-4.xlsx")
COPY = Path("hasil-periksa") / "eselon-3 (daftar baru).xlsx"


def fill(path: Path, sheet: str, *rows: tuple[str | None, ...]) -> None:
    """Enter rows below the heading of a blank book, as a person would."""
    workbook = load_workbook(path)
    for number, row in enumerate(rows, start=2):
        for letter, text in zip("ABCDEFGH", row, strict=False):
            if text is not None:
                enter(workbook[sheet], f"{letter}{number}", text)
    workbook.save(path)


def outcomes(folder: Path, source: Path | None = None) -> dict[str, Placement]:
    written, findings = write_blank_books(folder, source)
    assert findings == []
    return {one.path.name: one.placement for one in written}


def parents_in(path: Path) -> tuple[object, ...]:
    cells = load_workbook(path)["Daftar"].iter_rows(min_row=4, min_col=2, max_col=2)
    return tuple(cell.value for (cell,) in cells if cell.value is not None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the blank books, where Eselon II alone is filled."""
    write_blank_books(tmp_path)
    fill(
        tmp_path / "eselon-2.xlsx",
        "Sasaran",
        (None, "S1", "Utama", "MENINGKATNYA KUALITAS", "Persentase A", "68%"),
        (None, None, None, None, "Persentase B", "7%"),
        (None, "S2", "Pendukung", "MENINGKATNYA KINERJA", "Persentase C", "80%"),
    )
    return tmp_path


def test_an_empty_folder_gets_the_books_and_the_files_to_double_click(tmp_path: Path) -> None:
    assert outcomes(tmp_path / "baru") == dict.fromkeys(
        (*BOOKS, "Periksa.cmd", "Buat.cmd"), Placement.BARU
    )


def test_the_books_written_are_the_blank_ones(tmp_path: Path) -> None:
    write_blank_books(tmp_path)

    for book in books.BOOKS:
        assert (tmp_path / book.filename).read_bytes() == blank_book(book)


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    write_blank_books(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    assert set(outcomes(tmp_path).values()) == {Placement.ADA}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_file_that_is_no_book_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "keputusan.xlsx").write_bytes(b"bukan buku")

    written, findings = write_blank_books(tmp_path)

    assert (tmp_path / "keputusan.xlsx").read_bytes() == b"bukan buku"
    assert written[0].placement is Placement.ADA
    assert said(findings) == ["bukan-excel: keputusan.xlsx"]


def test_filled_parents_become_choices_of_the_next_blank_book(folder: Path) -> None:
    assert outcomes(folder)["eselon-3.xlsx"] is Placement.DIPERBARUI
    assert parents_in(folder / "eselon-3.xlsx") == (
        "S1 – MENINGKATNYA KUALITAS",
        "S2 – MENINGKATNYA KINERJA",
    )


def test_a_book_two_levels_below_gets_no_choices_yet(folder: Path) -> None:
    assert outcomes(folder)["eselon-4.xlsx"] is Placement.ADA


def test_a_level_that_is_not_used_is_stepped_over(folder: Path) -> None:
    workbook = load_workbook(folder / "keputusan.xlsx")
    workbook["Jenjang"]["B5"] = None
    workbook.save(folder / "keputusan.xlsx")
    (folder / "eselon-3.xlsx").unlink()

    write_blank_books(folder)

    assert parents_in(folder / "eselon-4.xlsx")[0] == "S1 – MENINGKATNYA KUALITAS"


def test_the_choices_may_come_from_another_folder(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "lain"

    assert set(outcomes(target, folder).values()) == {Placement.BARU}
    assert parents_in(target / "eselon-3.xlsx")[1] == "S2 – MENINGKATNYA KINERJA"


def test_a_missing_source_is_a_finding(tmp_path: Path) -> None:
    _, findings = write_blank_books(tmp_path / "a", tmp_path / "tidak-ada")

    assert [one.rule.name for one in findings] == ["folder-tidak-ada"]


def test_a_book_with_entries_stays_and_its_copy_gets_the_choices(folder: Path) -> None:
    row = ("S1", "P1", "=Program A", "Meningkatnya B", "Jumlah", "1", "Orang")
    fill(folder / "eselon-3.xlsx", "Program", row)
    before = (folder / "eselon-3.xlsx").read_bytes()

    assert outcomes(folder)[COPY.name] is Placement.SALINAN

    assert (folder / "eselon-3.xlsx").read_bytes() == before
    copy = load_workbook(folder / COPY)
    cells = copy["Program"]["A2":"G2"][0]
    assert tuple(cell.value for cell in cells) == row
    assert {cell.data_type for cell in cells} == {"s"}
    assert parents_in(folder / COPY)[0] == "S1 – MENINGKATNYA KUALITAS"


def test_the_copy_holds_formulas_with_their_results(folder: Path) -> None:
    path = folder / "eselon-3.xlsx"
    fill(path, "Program", ("S1", "P1", "Program A", "Meningkatnya B", "Jumlah", None, "Orang"))
    workbook = load_workbook(path)
    workbook["Program"]["F2"] = "=6*7"
    workbook.save(path)
    store_result(path, b"<f>6*7</f><v></v>", b"<f>6*7</f><v>42</v>")

    write_blank_books(folder)

    assert load_workbook(folder / COPY)["Program"]["F2"].value == "=6*7"
    assert load_workbook(folder / COPY, data_only=True)["Program"]["F2"].value == 42


def store_result(path: Path, empty: bytes, stored: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert any(empty in part for part in parts.values())
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.replace(empty, stored))


def test_comments_in_the_copy_keep_their_size(folder: Path) -> None:
    path = folder / "eselon-3.xlsx"
    fill(path, "Program", ("S1", "P1", "A", "B", "C", "1", "Orang"))
    before = parts_of(path)
    boxes = next(name for name in before if name.endswith(".vml"))
    change_parts(path, {boxes: before[boxes].replace(b"width:144px", b"width:330px")})

    write_blank_books(folder)

    assert b"width:330px" in parts_of(folder / COPY)[boxes]


def test_a_copy_nobody_touched_is_replaced(folder: Path) -> None:
    fill(folder / "eselon-3.xlsx", "Program", ("S1", "P1", "A", "B", "C", "1", "Orang"))
    write_blank_books(folder)
    first = (folder / COPY).read_bytes()
    fill(folder / "eselon-3.xlsx", "Program", ("S1", "P1", "A", "Z", "C", "1", "Orang"))

    write_blank_books(folder)

    assert is_untouched(first)
    assert (folder / COPY).read_bytes() != first
    assert len(list((folder / "hasil-periksa").iterdir())) == 1


def test_a_copy_that_was_edited_stays_and_the_new_one_gets_a_number(folder: Path) -> None:
    fill(folder / "eselon-3.xlsx", "Program", ("S1", "P1", "A", "B", "C", "1", "Orang"))
    write_blank_books(folder)
    fill(folder / COPY, "Program", ("S2", "P1", "A", "B", "C", "1", "Orang"))
    edited = (folder / COPY).read_bytes()

    assert "eselon-3 (daftar baru) (2).xlsx" in outcomes(folder)
    assert not is_untouched(edited)
    assert (folder / COPY).read_bytes() == edited


def test_every_book_of_an_echelon_is_renewed(folder: Path) -> None:
    shutil.move(folder / "eselon-3.xlsx", folder / "eselon-3 bidang mutasi.xlsx")

    written = outcomes(folder)

    assert written["eselon-3 bidang mutasi.xlsx"] is Placement.DIPERBARUI
    assert "eselon-3.xlsx" not in written


def test_kegiatan_of_the_same_sheet_are_choices_too(tmp_path: Path) -> None:
    table = """
        | Kode Induk | Kode | Jenis    | Nama       | Sasaran | Indikator | Target | Satuan |
        | P1         | K1   | Kegiatan | Kegiatan A |         |           |        |        |
        | K1         | K2   | Sub Kegiatan | Sub A  | Naik    | Jumlah    | 12     | Bulan  |
    """
    write_folder(tmp_path, {"eselon-4": {"Sub Kegiatan": table}})

    write_blank_books(tmp_path)

    copy = tmp_path / "hasil-periksa" / "eselon-4 (daftar baru).xlsx"
    assert parents_in(copy) == ("P1 – Meningkatnya B", "K1 – Kegiatan A")


def test_sasaran_are_choices_for_each_other_once_kinerja_daerah_is_filled(tmp_path: Path) -> None:
    daerah = """
        | Kode | Sasaran Daerah | Indikator | Target | Satuan |
        | D1   | TATA KELOLA    | Indeks    | 72     |        |
    """
    write_folder(tmp_path, {"eselon-2": {"Kinerja Daerah": daerah}})

    write_blank_books(tmp_path)

    copy = tmp_path / "hasil-periksa" / "eselon-2 (daftar baru).xlsx"
    assert parents_in(copy) == ("D1 – TATA KELOLA", "S1 – MENINGKATNYA A")


def test_a_book_that_cannot_be_written_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)

    assert outcomes(folder)["eselon-3.xlsx"] is Placement.GAGAL
    assert not list(folder.glob(".*"))


def test_a_folder_with_lock_files_alone_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "~$eselon-3.xlsx").touch()

    written, findings = write_blank_books(tmp_path)

    assert {one.path.name for one in written} >= set(BOOKS)
    assert findings == []


def test_a_full_disk_is_told_as_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill)

    outcome = write_templates(tmp_path)

    assert outcome.exit_code == MEND
    assert {one.rule.name for one in outcome.findings} == {"diska-penuh"}


def test_the_cmd_files_are_plain_ascii_with_windows_line_ends(tmp_path: Path) -> None:
    write_blank_books(tmp_path)

    for name in ("Periksa.cmd", "Buat.cmd"):
        content = (tmp_path / name).read_bytes()
        assert content.isascii()
        assert content.count(b"\n") == content.count(b"\r\n") > 10


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("Periksa.cmd", 'sk-cascading periksa "%~dp0."'),
        ("Buat.cmd", 'sk-cascading buat "%~dp0." -o "%~dp0output"'),
    ],
)
def test_the_cmd_files_work_on_their_own_folder(tmp_path: Path, name: str, command: str) -> None:
    write_blank_books(tmp_path)

    assert command in (tmp_path / name).read_text(encoding="ascii").splitlines()


@pytest.mark.parametrize("name", ["Periksa.cmd", "Buat.cmd"])
@pytest.mark.parametrize("folder_name", ["kosong", "contoh-bkpsdm-2022", "contoh-bersih"])
def test_the_committed_cmd_files_kept_their_line_ends(folder_name: str, name: str) -> None:
    committed = ROOT / "input_templates" / folder_name / name

    assert committed.read_bytes() == CMD_FILES[name]
