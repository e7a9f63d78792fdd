"""`periksa --usulkan`: what each cell becomes, and the copies in which it has become so."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.app.periksa import check
from generator.files.output import Written
from generator.findings.cures import Edit, Move, retyped_everywhere
from generator.findings.finding import Diagnostic, finding
from generator.findings.rule import rules
from generator.values import Isian, Place
from generator.workbook.copies.marks import HEAD, TAIL, USULAN
from generator.workbook.copies.mend import carry_out
from generator.workbook.copies.propose import write_proposed
from generator.workbook.reading.books import read_books
from generator.workbook.reading.texts import cell_texts
from tests.support.outcomes import summary
from tests.support.paths import ROOT
from tests.support.sheets import change_parts, parts_of, read_folder, said, write_folder

EXAMPLE = ROOT / "input_templates/contoh-bkpsdm-2022"
BOOK, SHEET = "keputusan.xlsx", "Mengingat"


def at(row: int, sheet: str = SHEET) -> Place:
    return Place(BOOK, sheet, row, "A", "Isi")


def asks(text: str, *pieces: tuple[str, str], row: int = 2, sheet: str = SHEET) -> Diagnostic:
    """Return one finding whose cure makes the new of each old in the cell, which says `text`."""
    cell = Isian(text, text, at(row, sheet))
    found = finding("tanda-butir-dilepas", cell.place, tanda="1.")
    edits = (edit for old, new in pieces for edit in retyped_everywhere(cell, old, new))
    return replace(found, edits=tuple(edits))


def orders(rows: list[str], *sources: int) -> Diagnostic:
    """Return the finding whose cure puts the row that is nth of `sources` into the nth place."""
    moves = tuple(
        Move(at(row), at(source), rows[row - 2], rows[source - 2])
        for row, source in enumerate(sources, start=2)
        if row != source
    )
    return replace(finding("tanda-butir-dilepas", at(2), tanda="1."), edits=moves)


def mended(rows: list[str], *findings: Diagnostic, sheet: str = SHEET) -> list[str]:
    """Return the rows of a sheet, which begin at 2, after all edits of the findings."""
    texts = {(BOOK, sheet, f"A{number}"): text for number, text in enumerate(rows, start=2)}
    after = dict(texts)
    for change in carry_out(findings, texts, lambda place: True):
        assert change.before == texts[BOOK, sheet, str(change.place.cell)]
        after[BOOK, sheet, str(change.place.cell)] = change.after
    return list(after.values())


def test_several_pieces_of_a_cell_add_up() -> None:
    text = "Undang-undang Nomor 5 Tahun 2014 tentang ASN Republik Indonesia"
    findings = [
        asks(text, ("Undang-undang", "Undang-Undang")),
        asks(text, (" Republik Indonesia", "")),
    ]
    assert mended([text], *findings) == ["Undang-Undang Nomor 5 Tahun 2014 tentang ASN"]


def test_a_piece_that_two_findings_ask_for_is_mended_once() -> None:
    twice = asks("KEPALA BADAN", ("BADAN", "BADAN,"))
    assert mended(["KEPALA BADAN"], twice, twice) == ["KEPALA BADAN,"]


def test_a_cell_that_says_something_else_by_now_stays() -> None:
    assert mended(["bahwa A;"], asks("bahwa B;", ("B", "C"))) == ["bahwa A;"]


def test_an_edit_of_an_empty_cell_fills_it_and_no_other() -> None:
    edits = tuple(Edit(at(row), 0, 0, "%") for row in (2, 3))
    fill = replace(finding("tanda-butir-dilepas", at(2), tanda="1."), edits=edits)
    assert mended(["", "Orang"], fill) == ["%", "Orang"]


def test_rows_change_places() -> None:
    rows = ["PP 1", "UU 2", "Perda 3"]
    assert mended(rows, orders(rows, 3, 4, 2)) == ["UU 2", "Perda 3", "PP 1"]


def test_a_row_arrives_mended() -> None:
    rows = ["PP 1  A", "Undang-undang 2"]
    findings = [
        orders(rows, 3, 2),
        asks(rows[0], ("  ", " ")),
        asks(rows[1], ("Undang-undang", "Undang-Undang"), row=3),
    ]
    assert mended(rows, *findings) == ["Undang-Undang 2", "PP 1 A"]


def test_the_reasons_go_along_with_a_text() -> None:
    rows = ["PP 1  A", "UU 2"]
    spaces = replace(asks(rows[0], ("  ", " ")), rule=rules()["nomor-kosong"])
    texts = {(BOOK, SHEET, f"A{n}"): text for n, text in enumerate(rows, start=2)}
    changes = carry_out([orders(rows, 3, 2), spaces], texts, lambda place: True)
    assert [(one.after, [why.rule.name for why in one.because]) for one in changes] == [
        ("UU 2", ["tanda-butir-dilepas"]),
        ("PP 1 A", ["tanda-butir-dilepas", "nomor-kosong"]),
    ]


def test_rows_that_say_the_same_both_find_a_place() -> None:
    rows = ["PP 1", "PP 1", "UU 2", "UU 2"]
    assert mended(rows, orders(rows, 4, 5, 2, 3)) == ["UU 2", "UU 2", "PP 1", "PP 1"]


def test_no_row_moves_where_one_would_be_lost() -> None:
    rows = ["PP 1", "UU 2"]
    assert mended(rows, orders(rows, 3)) == rows


def test_no_row_moves_where_one_of_them_is_made_by_a_formula() -> None:
    rows = ["PP 1", "UU 2", "Perda 3"]
    texts = {(BOOK, SHEET, f"A{n}"): text for n, text in enumerate(rows, start=2)}
    assert carry_out([orders(rows, 3, 4, 2)], texts, lambda place: place.row != 3) == []


@given(st.permutations([*range(2, 7)]))
def test_no_order_loses_a_row(order: list[int]) -> None:
    rows = ["UU 1", "UU 2", "PP 3", "Perpres 4", "Perda 5"]
    assert mended(rows, orders(rows, *order)) == [rows[row - 2] for row in order]


PROGRAM = """
    | Kode Induk | Kode | Program   | Sasaran Program | Inidkator | Target | Satuan |
    | S1         | P1   | Program A | Meningkatnya B  | Jumlah    | 8      | Orang  |
"""
SASARAN = """
    | Kode Induk | Kode | Jenis | Sasaran        | Indikator  | Target | Satuan |
    |            | S1   | Utma  | MENINGKATNYA A | Persentase | 68     | %      |
"""
COPY = "hasil-periksa/eselon-2 (usulan).xlsx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which a heading and a choice are misspelt, each with one certain cure."""
    changes = {"eselon-3": {"Program": PROGRAM}, "eselon-2": {"Sasaran": SASARAN}}
    return write_folder(tmp_path, changes)


def test_the_copies_put_in_place_leave_no_certain_cure_and_nothing_new(folder: Path) -> None:
    _, before = read_folder(folder)
    assert {"judul-salah-eja", "pilihan-tidak-dikenal"} == {
        one.rule.name for one in before if one.edits
    }
    check(folder, usulkan=True)
    for copy in (folder / "hasil-periksa").glob("*.xlsx"):
        copy.replace(folder / copy.name.replace(" (usulan)", ""))
    _, after = read_folder(folder)
    assert [one for one in after if one.edits] == []
    assert set(said(after)) <= set(said(before))


def test_a_changed_cell_is_marked_and_says_what_stood_there(folder: Path) -> None:
    outcome = check(folder, usulkan=True)
    book = load_workbook(folder / COPY)
    cell = book["Sasaran"]["C2"]
    (found,) = [one for one in outcome.findings if one.rule.name == "pilihan-tidak-dikenal"]
    assert (cell.value, cell.fill.fgColor.rgb[-6:]) == ("Utama", USULAN.pale)
    assert cell.comment.text.splitlines() == [
        HEAD,
        "Usulan: sel ini sudah diubah.",
        "",
        f"[{found.rule.code}] {found.message}",
        "",
        "Semula: Utma",
        TAIL,
    ]
    assert [*book["Pemeriksaan"].iter_rows(values_only=True)][-1][:6] == (
        *(found.rule.code, "C2", "Sasaran", "Jenis", "Utma", "Utama"),
    )


def test_originals_stay_and_books_without_certain_cures_are_not_copied(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.xlsx")}
    check(folder, usulkan=True)
    assert {path.name: path.read_bytes() for path in folder.glob("*.xlsx")} == before
    assert sorted(path.name for path in (folder / "hasil-periksa").glob("*.xlsx")) == [
        "eselon-2 (usulan).xlsx",
        "eselon-3 (usulan).xlsx",
    ]


def test_what_a_formula_makes_stays(folder: Path) -> None:
    path = folder / "eselon-2.xlsx"
    (sheet,) = [name for name in parts_of(path) if name.endswith("sheet1.xml")]
    typed = b'<c r="C2" t="inlineStr"><is><t>Utma</t></is></c>'
    formula = b'<c r="C2" t="str"><f>"Ut"&amp;"ma"</f><v>Utma</v></c>'
    assert typed in parts_of(path)[sheet]
    change_parts(path, {sheet: parts_of(path)[sheet].replace(typed, formula)})
    check(folder, usulkan=True)
    assert load_workbook(folder / COPY)["Sasaran"]["C2"].value == '="Ut"&"ma"'
    assert load_workbook(folder / COPY, data_only=True)["Sasaran"]["C2"].value == "Utma"


def test_what_looks_like_a_formula_is_entered_as_text(folder: Path) -> None:
    books, _ = read_books(folder)
    place = Place("eselon-2.xlsx", "Sasaran", 2, "D")
    found = replace(
        finding("tanda-butir-dilepas", place, tanda="1."),
        edits=(Edit(place, 0, 12, "=CMD() dan\n ", "MENINGKATNYA A"),),
    )
    (written,) = write_proposed(books, [found], cell_texts(books))
    assert isinstance(written, Written)
    cell = load_workbook(written.path)["Sasaran"]["D2"]
    assert (cell.value, cell.data_type) == ("=CMD() dan\n  A", "s")


def test_a_row_becomes_as_high_as_its_new_text_needs(folder: Path) -> None:
    shutil.copy(EXAMPLE / "keputusan.xlsx", folder / BOOK)
    books, _ = read_books(folder)
    texts = cell_texts(books)
    long, short = texts[BOOK, SHEET, "A4"], texts[BOOK, SHEET, "A5"]
    rows = [*("" for _ in (2, 3)), long, short]
    write_proposed(books, [orders(rows, 2, 3, 5, 4)], texts)
    high = load_workbook(folder / "hasil-periksa/keputusan (usulan).xlsx")[SHEET].row_dimensions
    assert high[5].height > high[4].height > 0


def test_where_nothing_is_certain_no_copy_is_made(tmp_path: Path) -> None:
    write_folder(tmp_path)
    outcome = check(tmp_path, usulkan=True)
    assert list((tmp_path / "hasil-periksa").glob("*.xlsx")) == []
    assert "Tidak ada yang dapat dibetulkan dengan sendirinya." in summary(outcome)
