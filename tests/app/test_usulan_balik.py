"""usulan-balik: which cell has to change for an edit made in Word, and when nobody can know."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from generator.app.buat import make
from generator.app.outcome import DONE, MEND, Outcome
from generator.app.tahun_baru import begin_year
from generator.app.usulan_balik import bring_back
from generator.findings import pieces
from generator.workbook.changing.save import is_untouched
from generator.workbook.copies.marks import USULAN
from tests.support.outcomes import summary
from tests.support.sheets import IDENTITAS, PROGRAM, SASARAN, Sheets, workbook, write_folder
from tests.support.word_edits import replace_text

HEAD = "| Kode Induk | Kode | Jenis | Sasaran | Indikator | Target | Satuan |"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    work = tmp_path / "kerja"
    work.mkdir()
    return write_folder(work)


def decree(folder: Path) -> Path:
    make(folder, folder.parent / "hasil")
    return next((folder.parent / "hasil").glob("*.docx"))


def proposals(outcome: Outcome) -> list[tuple[str | None, str, str]]:
    found = chain(*pieces.proposals(outcome.findings))
    return [(place.cell, old, new) for place, old, new in found]


def told(outcome: Outcome) -> list[str]:
    return [one.rule.name for one in outcome.findings]


def sasaran(target: str, satuan: str) -> dict[str, Sheets]:
    row = f"| | S1 | Utama | MENINGKATNYA A | Persentase | {target} | {satuan} |"
    return {"eselon-2": {"Sasaran": f"{HEAD}\n{row}"}}


@pytest.mark.parametrize(
    ("target", "satuan", "old", "new", "cell"),
    [
        ("68", "%", "68%", "70%", "70"),
        ("68%", "", "68%", "70,5%", "70,5%"),
        ("`68`", "%", "68%", "70,5%", 70.5),
        ("`0.082 as 0.0%`", "", "8,2%", "8,5%", "8,5%"),
        ("`0.082 as 0.0%`", "", "8,2%", "8,25%", "8,25%"),
        ("`1250 as #,##0`", "Orang", "1.250 Orang", "1.300 Orang", 1300),
        ("`500`", "Orang", "500 Orang", "1.500 Orang", 1500),
        ("120", "Orang", "120 Orang", "80 Orang", "80"),
        ("LEVEL 2", "", "LEVEL 2", "LEVEL 3", "LEVEL 3"),
        ("80-90", "%", "80-90%", "85-95%", "85-95"),
        ("1:20", "(teks)", "1:20", "1:25", "1:25"),
    ],
)
def test_a_target_goes_back_as_the_cell_that_prints_it(
    folder: Path, target: str, satuan: str, old: str, new: str, cell: object
) -> None:
    path = decree(write_folder(folder, sasaran(target, satuan)))
    replace_text(path, old, new)

    bring_back(path, folder, write=True)

    copy = folder / "hasil-periksa" / "eselon-2 (dari Word).xlsx"
    assert load_workbook(copy)["Sasaran"]["F2"].value == cell
    (folder / "eselon-2.xlsx").write_bytes(copy.read_bytes())
    assert new in texts(decree(folder))


def texts(path: Path) -> list[str]:
    tables = Document(str(path)).tables
    return [cell.text for table in tables for row in table.rows for cell in row.cells]


@pytest.mark.parametrize(
    ("plan", "satuan", "old", "new", "cell"),
    [
        ("751", "%", "751%", "70%", "70"),
        ("751", "Orang", "751", "760", "760"),
        ("`751`", "Orang", "751", "760", 760),
        ("751 Orang", "Orang", "751 Orang", "760 Orang", "760 Orang"),
        ("`1751 as #,##0`", "Orang", "1.751", "1.760", 1760),
        ("LEVEL 7", "", "LEVEL 7", "LEVEL 8", "LEVEL 8"),
    ],
)
def test_a_target_of_a_plan_goes_back_to_the_column_of_its_year(
    folder: Path, plan: str, satuan: str, old: str, new: str, cell: object
) -> None:
    row = f"| | S1 | Utama | MENINGKATNYA A | Hal | 700 | {satuan} | {plan} |"
    choices = "| Lampiran | matriks |\n| Target Renstra di Matriks | Ya |"
    identitas = {"Identitas": f"{IDENTITAS.rstrip()}\n{choices}"}
    planned = {"Sasaran": f"{HEAD} Target 2027 |\n{row}"}
    path = decree(write_folder(folder, {"keputusan": identitas, "eselon-2": planned}))
    replace_text(path, old, new)

    bring_back(path, folder, write=True)

    copy = folder / "hasil-periksa" / "eselon-2 (dari Word).xlsx"
    assert load_workbook(copy)["Sasaran"]["H2"].value == cell
    (folder / "eselon-2.xlsx").write_bytes(copy.read_bytes())
    assert new in texts(decree(folder))


def test_a_wording_goes_back_to_its_cell(folder: Path) -> None:
    path = decree(folder)
    replace_text(path, "Meningkatnya B", "Meningkatnya Mutu B")

    outcome = bring_back(path, folder)

    assert outcome.exit_code == DONE
    assert proposals(outcome) == [("D2", "Meningkatnya B", "Meningkatnya Mutu B")]


def test_a_placeholder_comes_back_in_its_line(folder: Path) -> None:
    path = decree(folder)
    replace_text(path, "TAHUN 2022", "TAHUN ANGGARAN 2022", nth=0)

    assert proposals(bring_back(path, folder)) == [
        (
            "B6",
            "PENETAPAN CASCADING\nTAHUN {tahun}",
            "PENETAPAN CASCADING\nTAHUN ANGGARAN {tahun}",
        )
    ]


def test_two_lines_of_one_cell_are_one_proposal(folder: Path) -> None:
    path = decree(folder)
    replace_text(path, "TAHUN 2022", "TAHUN ANGGARAN 2022")
    replace_text(path, "PENETAPAN CASCADING", "PENETAPAN POHON KINERJA")

    bring_back(path, folder, write=True)

    copy = load_workbook(folder / "hasil-periksa" / "keputusan (dari Word).xlsx")
    assert copy["Identitas"]["B6"].value == "PENETAPAN POHON KINERJA\nTAHUN ANGGARAN {tahun}"


def test_a_number_filled_in_by_hand_goes_into_its_key(folder: Path) -> None:
    identitas = f"{IDENTITAS.rstrip()}\n| Nomor | |"
    path = decree(write_folder(folder, {"keputusan": {"Identitas": identitas}}))
    dots = next(one.text for one in Document(str(path)).paragraphs if "NOMOR" in one.text)
    blank = dots.partition(":")[2].strip() or dots.partition("NOMOR")[2].strip()
    replace_text(path, blank, "188/23")

    assert proposals(bring_back(path, folder)) == [("B13", "", "188/23")]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("CASCADING TAHUN 2022", "CASCADING TAHUN 2023", "usulan-tidak-pasti"),
        ("120 Orang", "120 Dokumen", "usulan-tidak-pasti"),
        ("120 Orang", "", "usulan-tidak-pasti"),
    ],
)
def test_what_is_not_sure_is_told_and_not_proposed(
    folder: Path, old: str, new: str, rule: str
) -> None:
    path = decree(folder)
    replace_text(path, old, new)

    outcome = bring_back(path, folder, write=True)

    assert (told(outcome), proposals(outcome)) == ([rule], [])
    assert not (folder / "hasil-periksa").exists()


def test_one_value_edited_in_two_ways_is_told(folder: Path) -> None:
    path = decree(folder)
    replace_text(path, "NAMA PEJABAT", "NAMA PERTAMA", nth=0)
    replace_text(path, "NAMA PEJABAT", "NAMA KEDUA", nth=0)

    assert told(bring_back(path, folder)) == ["suntingan-berselisih"]


def test_a_cell_that_changed_since_is_left_alone(folder: Path) -> None:
    path = decree(folder)
    replace_text(path, "120 Orang", "130 Orang")
    program = PROGRAM.replace("| 120 ", "| 125 ")
    workbook("eselon-3", {"Program": program}).save(folder / "eselon-3.xlsx")

    outcome = bring_back(path, folder, write=True)

    assert told(outcome) == ["buku-berubah-sejak-keputusan", "sel-sudah-berubah"]
    assert not (folder / "hasil-periksa").exists()


def test_a_book_that_changed_elsewhere_still_takes_the_edit(folder: Path) -> None:
    path = decree(folder)
    replace_text(path, "120 Orang", "130 Orang")
    program = PROGRAM.replace("Meningkatnya B", "Meningkatnya Z")
    workbook("eselon-3", {"Program": program}).save(folder / "eselon-3.xlsx")

    outcome = bring_back(path, folder)

    assert told(outcome) == ["buku-berubah-sejak-keputusan", "usulan-dari-word"]


def test_a_book_that_is_gone_is_told(folder: Path) -> None:
    path = decree(folder)
    replace_text(path, "120 Orang", "130 Orang")
    (folder / "eselon-3.xlsx").rename(folder / "program.xlsx")

    assert told(bring_back(path, folder)) == ["sel-usulan-tidak-ada"]


def test_the_folder_of_another_agency_is_refused(folder: Path) -> None:
    path = decree(folder)
    replace_text(path, "120 Orang", "130 Orang")
    identitas = IDENTITAS.replace("Badan Kepegawaian  ", "Dinas Kesehatan    ")
    write_folder(folder, {"keputusan": {"Identitas": identitas}})

    outcome = bring_back(path, folder, write=True)

    assert (outcome.exit_code, told(outcome)) == (MEND, ["keputusan-kantor-lain"])


def test_copies_are_marked_and_sealed_and_books_untouched(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.xlsx")}
    path = decree(folder)
    replace_text(path, "120 Orang", "130 Orang")

    bring_back(path, folder, write=True)

    copy = folder / "hasil-periksa" / "eselon-3 (dari Word).xlsx"
    cell = load_workbook(copy)["Program"]["F2"]
    assert (cell.value, cell.fill.fgColor.rgb[-6:]) == ("130", USULAN.pale)
    assert cell.comment is not None
    assert "Semula: 120" in cell.comment.text
    assert is_untouched(copy.read_bytes())
    assert {path.name: path.read_bytes() for path in folder.glob("*.xlsx")} == before


def test_a_copy_that_was_changed_since_stays(folder: Path) -> None:
    path = decree(folder)
    replace_text(path, "120 Orang", "130 Orang")
    bring_back(path, folder, write=True)
    copy = folder / "hasil-periksa" / "eselon-3 (dari Word).xlsx"
    book = load_workbook(copy)
    book["Program"]["F2"] = "131"
    book.save(copy)

    bring_back(path, folder, write=True)

    assert load_workbook(copy)["Program"]["F2"].value == "131"
    assert (folder / "hasil-periksa" / "eselon-3 (dari Word) (2).xlsx").exists()


def test_other_edits_are_counted(folder: Path) -> None:
    path = decree(folder)
    document = Document(str(path))
    document.add_paragraph("Tambahan")
    document.save(str(path))

    outcome = bring_back(path, folder)

    assert summary(outcome)[0] == "Suntingan di Word: 1; sel yang diusulkan berubah: 0."
    assert summary(outcome)[1].startswith("1 suntingan lain")


def test_text_typed_in_word_never_becomes_a_formula(folder: Path) -> None:
    path = decree(write_folder(folder, {"eselon-2": {"Sasaran": SASARAN}}))
    replace_text(path, "MENINGKATNYA A", "=CMD()")

    bring_back(path, folder, write=True)

    cell = load_workbook(folder / "hasil-periksa" / "eselon-2 (dari Word).xlsx")["Sasaran"]["D2"]
    assert (cell.value, cell.data_type) == ("=CMD()", "s")


def test_the_copy_put_in_place_prints_the_edit_and_loses_its_marks_next_year(
    folder: Path,
) -> None:
    path = decree(folder)
    replace_text(path, "120 Orang", "130 Orang")
    bring_back(path, folder, write=True)
    copy = folder / "hasil-periksa" / "eselon-3 (dari Word).xlsx"
    (folder / "eselon-3.xlsx").unlink()
    copy.rename(folder / copy.name)

    begin_year(folder, "2023", folder.parent / "2023")

    book = load_workbook(folder.parent / "2023" / "eselon-3.xlsx")
    cell = book["Program"]["F2"]
    assert book.sheetnames == ["Program"]
    assert (cell.comment, cell.fill.fill_type) == (None, None)
    assert book["Program"]["H2"].value == "130"
