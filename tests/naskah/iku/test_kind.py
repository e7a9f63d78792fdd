"""The decree on key performance indicators, from the clean example."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from generator.app.buat import make
from generator.app.info import describe
from generator.app.outcome import DONE
from generator.app.perbarui import update_document
from generator.app.periksa import check
from generator.app.template import add_books
from generator.app.usulan_balik import bring_back
from generator.naskah.iku.form import FORM
from generator.naskah.iku.kind import IKU
from generator.opc.parts import read_parts
from generator.word.render import Package
from generator.word.structure import check_structure
from generator.word.wordml import DOCUMENT
from scripts.make_iku_template import document as template_document
from tests.support.outcomes import entered, summary
from tests.support.perjanjian import Cells, edit, table, texts, type_over, with_officials
from tests.support.sheets import said
from tests.support.tracked import accept, body, lines, reject

BOOK = "keputusan-iku"


def with_iku(folder: Path, cells: Cells | None = None) -> Path:
    """Write the clean example with the book of indicators as it begins, dated and numbered."""
    with_officials(folder)
    (folder / "pejabat.xlsx").unlink()
    assert add_books(folder, [IKU]).exit_code == DONE
    keys = identitas(folder)
    type_over(folder, {keys["Nomor"]: "400.7/19/DINKES/2024", keys["Tanggal"]: "2 Januari 2024"})
    type_over(folder, cells or {})
    return folder


def identitas(folder: Path) -> dict[str, tuple[str, str, str]]:
    """Return the cells of sheet Identitas by the name of their key."""
    sheet = load_workbook(folder / f"{BOOK}.xlsx")["Identitas"]
    return {
        str(cell.value): (BOOK, "Identitas", f"B{nth}") for nth, cell in enumerate(sheet["A"], 1)
    }


def sasaran(folder: Path, heading: str, row: int) -> tuple[str, str, str]:
    """Return the cell of a column of sheet Sasaran in a row."""
    sheet = load_workbook(folder / "eselon-2.xlsx")["Sasaran"]
    heads = [str(cell.value) for cell in sheet[1]]
    return "eselon-2", "Sasaran", f"{get_column_letter(heads.index(heading) + 1)}{row}"


def made(folder: Path, output: Path) -> Path:
    assert make(folder, output, only=["iku"]).exit_code == DONE
    return output / "SK IKU 2024 Dinas Kesehatan.docx"


def indicators(path: Path) -> list[tuple[str, ...]]:
    """Return the rows of the annex, without those in which the head signs."""
    return [row for row in table(path, "Indikator kinerja utama") if row[0] != row[1]]


def test_the_template_is_what_its_script_makes() -> None:
    parts = read_parts(FORM.stock_file())
    assert parts[DOCUMENT].decode().endswith(template_document()), "run make generated"


def test_as_it_begins_nothing_is_to_be_said_of_it(tmp_path: Path) -> None:
    assert said(check(with_iku(tmp_path)).findings) == []


def test_its_annex_lists_the_indikator_of_the_main_sasaran(tmp_path: Path) -> None:
    path = made(with_iku(tmp_path / "berkas"), tmp_path)
    rows = indicators(path)
    assert [row[2].partition(". ")[2] for row in rows] == [
        "Angka Kematian Ibu",
        "Angka Kematian Bayi",
        "Prevalensi Balita Stunting",
        "Persentase Puskesmas Terakreditasi Paripurna",
        "Indeks Kepuasan Masyarakat terhadap Pelayanan Puskesmas",
        "Persentase Desa Bebas Buang Air Besar Sembarangan",
    ]
    assert rows[0][3] == "Kematian ibu dibagi kelahiran hidup dikali 100.000"
    assert {row[5] for row in rows} == {"Kepala Dinas"}
    assert check_structure(Package(read_parts(path))) == []


def test_what_its_book_leaves_empty_the_decree_s_book_says(tmp_path: Path) -> None:
    path = made(with_iku(tmp_path / "berkas"), tmp_path)
    printed = texts(path)
    assert printed[0] == "PEMERINTAH KABUPATEN LEMBAH SAGARA"
    assert "NOMOR : 400.7/19/DINKES/2024" in printed
    assert "INDIKATOR KINERJA UTAMA" in printed
    assert "KEPALA DINAS KESEHATAN KABUPATEN LEMBAH SAGARA," in printed


def test_a_formula_keeps_its_lines(tmp_path: Path) -> None:
    formula = "\n".join(f"{nth}. langkah ke-{nth}" for nth in range(1, 8))
    folder = with_iku(tmp_path / "berkas")
    type_over(folder, {sasaran(folder, "Formulasi", 2): formula})
    assert indicators(made(folder, tmp_path))[0][3] == formula


@pytest.mark.parametrize(
    ("cakupan", "count", "groups"),
    [("Semua Sasaran", 8, 0), ("Semua Jenjang", 41, 22)],
)
def test_more_than_the_main_sasaran_is_listed_when_asked_for(
    cakupan: str, count: int, groups: int, tmp_path: Path
) -> None:
    folder = with_iku(tmp_path / "berkas")
    type_over(folder, {identitas(folder)["Cakupan IKU"]: cakupan})
    path = made(folder, tmp_path)
    rows = table(path, "Indikator kinerja utama")
    assert len(indicators(path)) == count
    heads = [row[0] for row in rows if len(set(row)) == 1 and row[0].startswith("INDIKATOR")]
    assert len(heads) == groups


def test_the_target_of_the_year_prints_when_asked_for(tmp_path: Path) -> None:
    folder = with_iku(tmp_path / "berkas")
    type_over(folder, {identitas(folder)["Kolom Target"]: "Ya"})
    assert "(target " in indicators(made(folder, tmp_path))[0][2]


def test_an_indikator_without_formula_is_told(tmp_path: Path) -> None:
    folder = with_iku(tmp_path / "berkas")
    type_over(
        folder, dict.fromkeys(sasaran(folder, one, 2) for one in ("Formulasi", "Sumber Data"))
    )
    found = {one.rule.name for one in check(folder).findings}
    assert {"iku-tanpa-formulasi", "iku-tanpa-sumber-data"} <= found


def test_without_a_main_sasaran_there_is_none(tmp_path: Path) -> None:
    folder = with_iku(tmp_path / "berkas")
    sheet = load_workbook(folder / "eselon-2.xlsx")["Sasaran"]
    cells = [sasaran(folder, "Jenis", nth) for nth in range(2, sheet.max_row + 1)]
    mains = [one for one in cells if sheet[one[2]].value == "Utama"]
    type_over(folder, dict.fromkeys(mains, "Pendukung"))
    assert "iku-tanpa-sasaran" in [one.rule.name for one in check(folder).findings]


def test_edits_stay_when_data_change_and_lead_back_to_their_cells(tmp_path: Path) -> None:
    folder = with_iku(tmp_path / "berkas")
    edited = made(folder, tmp_path)
    edit(edited, "Kematian ibu dibagi", "Kematian ibu hamil dibagi")
    before = lines(body(edited))
    assert said(bring_back(edited, folder, write=False).findings) == [
        "usulan-dari-word: eselon-2.xlsx Sasaran J2"
    ]
    type_over(folder, {sasaran(folder, "Indikator", 3): "Angka Kematian Bayi Baru Lahir"})
    outcome = update_document(edited, folder, tmp_path / "baru.docx", force=False, day=None)

    assert outcome.exit_code == DONE
    assert [one.new for one in entered(outcome).entered] == ["Angka Kematian Bayi Baru Lahir"]
    new = lines(accept(body(tmp_path / "baru.docx")))
    assert lines(reject(body(tmp_path / "baru.docx"))) == before
    assert sum("Kematian ibu hamil dibagi" in line for line in new) == 1


def test_info_calls_it_by_its_name(tmp_path: Path) -> None:
    path = made(with_iku(tmp_path / "berkas"), tmp_path)
    assert summary(describe(path))[0] == "Keputusan IKU: SK IKU 2024 Dinas Kesehatan.docx"
    assert Document(str(path)).core_properties.title == (
        "Keputusan Indikator Kinerja Utama Dinas Kesehatan Tahun 2024"
    )
