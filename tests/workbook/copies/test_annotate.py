"""`periksa --tandai`: copies in which every finding stands at its cell, and which stay books."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from generator.app.outcome import DONE, MEND
from generator.app.periksa import check
from generator.files.output import Written
from generator.findings.finding import Diagnostic, finding, worst_first
from generator.findings.rule import Severity
from generator.values import Place
from generator.workbook.changing.save import is_changed, is_untouched
from generator.workbook.copies.annotate import write_marked
from generator.workbook.copies.marks import HEAD, TAIL, TONES
from generator.workbook.opening.raw import RawBook
from generator.workbook.reading.books import read_books
from tests.support.paths import ROOT
from tests.support.sheets import (
    Sheets,
    change_parts,
    parts_of,
    read_folder,
    said,
    workbook,
    write_folder,
)
from tests.support.soffice import convert, pdf_text
from tests.support.validators import sdk_validate

EXAMPLE = ROOT / "input_templates/contoh-bkpsdm-2022"
PROGRAM = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target      | Satuan |
    | S1         | P1   | Program A | Meningkatnya B  | Jumlah    | 8           | Orang  |
    | S1         | P2   | Program B | =CMD()          | Jumlah    | 8 kira-kira | Orang  |
"""
COPY = "hasil-periksa/eselon-3 (ditandai).xlsx"
"""The copy of the book in which F3 is Salah ("8 kira-kira")."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path, {"eselon-3": {"Program": PROGRAM}})


def mark(folder: Path) -> list[str]:
    """Write the marked copies; return the names of those written."""
    written = write_marked(*_read(folder))
    assert all(isinstance(one, Written) for one in written)
    return [one.path.name for one in written if isinstance(one, Written)]


def _read(folder: Path) -> tuple[tuple[RawBook, ...], list[Diagnostic]]:
    """Return the books, and what is found while they are read: the tree is not looked at."""
    return read_books(folder)[0], worst_first(read_folder(folder)[1])


def cell(path: Path, address: str, sheet: str = "Program") -> Cell:
    found = load_workbook(path)[sheet][address]
    assert isinstance(found, Cell)
    return found


def comment(path: Path, address: str, sheet: str = "Program") -> str:
    note = cell(path, address, sheet).comment
    return note.text if note else ""


def colour(path: Path, address: str, sheet: str = "Program") -> str | None:
    fill = cell(path, address, sheet).fill
    return str(fill.fgColor.rgb)[-6:] if fill.fill_type == "solid" else None


def edit(path: Path, change: Any) -> None:
    book = load_workbook(path)
    change(book)
    book.save(path)


def listed(path: Path) -> list[tuple[Any, ...]]:
    """Return the lines of the list, below its heading."""
    rows = [*load_workbook(path)["Pemeriksaan"].iter_rows(values_only=True)]
    top = next(n for n, row in enumerate(rows) if row[0] == "Tingkat")
    return rows[top + 1 :]


def test_a_cell_is_filled_and_commented_with_code_message_and_cure(folder: Path) -> None:
    (found,) = [one for one in _read(folder)[1] if one.rule.name == "target-bukan-angka"]
    mark(folder)
    assert colour(folder / COPY, "F3") == TONES[Severity.SALAH].pale
    assert comment(folder / COPY, "F3").splitlines() == [
        HEAD,
        "[SEL-02] Salah",
        found.message,
        f"Cara memperbaiki: {found.cure}",
        TAIL,
    ]


def test_the_first_sheet_lists_all_findings_with_links_to_their_cells(folder: Path) -> None:
    mark(folder)
    book = load_workbook(folder / COPY)
    sheet = book.worksheets[0]
    assert (sheet.title, book.active) == ("Pemeriksaan", sheet)
    assert [row[:5] for row in listed(folder / COPY)] == [
        ("Salah", "F3", "Program", "Target", "SEL-02")
    ]
    links = [one.hyperlink.location for row in sheet.iter_rows() for one in row if one.hyperlink]
    assert links == ["'Program'!F3"]


def test_findings_without_a_cell_stand_in_the_list(folder: Path) -> None:
    (folder / "catatan.xlsx").write_text("bukan buku")
    mark(folder)
    assert [row[2] for row in listed(folder / COPY) if row[0] == "Salah"] == [
        *("Program", "catatan.xlsx")
    ]


@pytest.mark.parametrize(
    ("place", "said", "link"),
    [
        (Place("eselon-3.xlsx", "Program", 3, "F", "Target"), "F3", "'Program'!F3"),
        (Place("eselon-3.xlsx", "Program", 3), "baris 3", "'Program'!A3"),
        (Place("eselon-3.xlsx", "Program", column="F"), "kolom F", "'Program'!F1"),
        (Place("eselon-3.xlsx", "Program"), "lembar ini", "'Program'!A1"),
        (Place("eselon-3.xlsx"), "", None),
    ],
)
def test_a_place_is_named_as_exactly_as_it_is_known(
    folder: Path, place: Place, said: str, link: str | None
) -> None:
    books, _ = read_books(folder)
    write_marked(books, [finding("nomor-kosong", place)])
    (cell,) = [row[1] for row in load_workbook(folder / COPY)["Pemeriksaan"].iter_rows(min_row=7)]
    assert cell.value == said
    assert (cell.hyperlink.location if cell.hyperlink else None) == link


def test_only_books_with_findings_are_copied(folder: Path) -> None:
    assert mark(folder) == ["eselon-3 (ditandai).xlsx"]


def test_originals_stay_as_they_are(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.xlsx")}
    mark(folder)
    assert {path.name: path.read_bytes() for path in folder.glob("*.xlsx")} == before


def test_the_same_book_gives_the_same_bytes(folder: Path) -> None:
    mark(folder)
    first = (folder / COPY).read_bytes()
    mark(folder)
    assert (folder / COPY).read_bytes() == first
    assert is_untouched(first)


def test_several_findings_of_a_cell_share_its_comment_in_the_worst_colour(tmp_path: Path) -> None:
    write_folder(tmp_path)
    books, _ = read_books(tmp_path)
    place = Place("keputusan.xlsx", "Menimbang", 2, "A", "Isi")
    two = [
        finding("tanda-butir-dilepas", place, tanda="a."),
        finding("pilihan-isian-tidak-dikenal", place, judul="X", isi="y", pilihan="z"),
    ]
    write_marked(books, two)
    path = tmp_path / "hasil-periksa/keputusan (ditandai).xlsx"
    assert colour(path, "A2", "Menimbang") == TONES[Severity.SALAH].pale
    codes = [line[:8] for line in comment(path, "A2", "Menimbang").splitlines() if line[0:1] == "["]
    assert codes == ["[DOK-26]", "[DOK-24]"]


def test_a_finding_of_a_whole_row_marks_its_first_cell(tmp_path: Path) -> None:
    write_folder(tmp_path)
    books, _ = read_books(tmp_path)
    write_marked(books, [finding("nomor-kosong", Place("eselon-2.xlsx", "Sasaran", 2))])
    path = tmp_path / "hasil-periksa/eselon-2 (ditandai).xlsx"
    assert colour(path, "A2", "Sasaran") == TONES[Severity.PERIKSA].pale
    assert [row[1] for row in listed(path)] == ["baris 2"]


def test_an_empty_cell_is_marked_in_the_look_of_its_column(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    books, _ = read_books(tmp_path)
    write_marked(books, [finding("nomor-kosong", Place("eselon-3.xlsx", "Program", 40, "O"))])
    marked = cell(tmp_path / COPY, "O40")
    assert (marked.fill.fgColor.rgb[-6:], marked.number_format) == (
        *(TONES[Severity.PERIKSA].pale, "#,##0"),
    )


def test_a_heading_in_white_letters_stays_readable(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    edit(tmp_path / "eselon-3.xlsx", lambda book: _type(book, "E1", "Inidkator"))
    mark(tmp_path)
    assert colour(tmp_path / COPY, "E1") == TONES[Severity.SALAH].deep


def _type(book: Any, address: str, value: object, sheet: str = "Program") -> None:
    book[sheet][address].value = value
    if isinstance(value, str):
        book[sheet][address].data_type = "s"


# --- the copy is the book with something added ---


def test_dropdowns_pictures_and_all_other_parts_keep_their_bytes(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    edit(tmp_path / "eselon-3.xlsx", lambda book: _type(book, "F4", "8 kira-kira"))
    change_parts(tmp_path / "eselon-3.xlsx", {"xl/media/gambar.png": b"gambar"})
    mark(tmp_path)
    before, after = parts_of(tmp_path / "eselon-3.xlsx"), parts_of(tmp_path / COPY)
    sheet = load_workbook(tmp_path / COPY)["Program"]
    assert {str(one.sqref) for one in sheet.data_validations.dataValidation} >= {
        *("A2:A1048576", "G2:G1048576")
    }
    assert sorted(name for name in before if before[name] != after[name]) == [
        "[Content_Types].xml",
        "docProps/custom.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/comments/comment1.xml",
        "xl/drawings/commentsDrawing1.vml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet2.xml",
    ]


def test_formulas_keep_their_stored_results(folder: Path) -> None:
    """openpyxl would drop them, and the copy would then be read as a book without results."""
    sheet = _part_of(folder / "eselon-3.xlsx", b"Meningkatnya B")
    text = parts_of(folder / "eselon-3.xlsx")[sheet]
    formula = b'<c r="E3" t="str"><f>E2</f><v>Jumlah</v></c>'
    text = text.replace(b'<c r="E3" t="inlineStr"><is><t>Jumlah</t></is></c>', formula)
    assert formula in text
    change_parts(folder / "eselon-3.xlsx", {sheet: text})
    books, findings = _read(folder)
    place = Place("eselon-3.xlsx", "Program", 3, "E", "Indikator")
    write_marked(books, [finding("nomor-kosong", place), *findings])
    assert cell(folder / COPY, "E3").value == "=E2"
    assert load_workbook(folder / COPY, data_only=True)["Program"]["E3"].value == "Jumlah"
    assert colour(folder / COPY, "E3") == TONES[Severity.PERIKSA].pale


def _part_of(path: Path, text: bytes) -> str:
    return next(name for name, part in parts_of(path).items() if text in part)


def test_text_that_looks_like_a_formula_stays_text(folder: Path) -> None:
    mark(folder)
    assert (cell(folder / COPY, "D3").value, cell(folder / COPY, "D3").data_type) == (
        *("=CMD()", "s"),
    )


def test_print_areas_and_titles_follow_their_sheet(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    edit(tmp_path / "eselon-3.xlsx", lambda book: _type(book, "F4", "8 kira-kira"))
    mark(tmp_path)
    book = load_workbook(tmp_path / COPY)
    assert book["Program"].print_title_rows == "$1:$1"
    assert [one.title for one in book.worksheets if one.sheet_view.tabSelected] == ["Pemeriksaan"]


def test_what_excel_keeps_in_extensions_stays(folder: Path) -> None:
    """Dropdowns that take their list from another sheet, for one, are lost by openpyxl."""
    path = folder / "eselon-3.xlsx"
    name = _part_of(path, b"Meningkatnya B")
    extension = b'<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"/></extLst>'
    sheet = parts_of(path)[name].replace(b"</worksheet>", extension + b"</worksheet>")
    change_parts(path, {name: sheet})
    mark(folder)
    marked = parts_of(folder / COPY)[name]
    assert marked.endswith(extension + b"</worksheet>")
    assert marked.index(b"<legacyDrawing") < marked.index(extension)


def test_cells_that_leave_their_place_to_their_order_are_found(folder: Path) -> None:
    path = folder / "eselon-3.xlsx"
    name = _part_of(path, b"Meningkatnya B")
    before = said(_read(folder)[1])
    bare = re.sub(rb'(<(?:c|row))( r="\w+")', rb"\1", parts_of(path)[name])
    change_parts(path, {name: bare})
    assert said(_read(folder)[1]) == before
    mark(folder)
    assert colour(folder / COPY, "F3") == TONES[Severity.SALAH].pale
    assert comment(folder / COPY, "F3").count(HEAD) == 1


@pytest.mark.requires("sdk")
def test_the_open_xml_sdk_finds_nothing_in_a_copy_that_the_book_had_not(tmp_path: Path) -> None:
    """What it finds in the book is how openpyxl orders the parts of a font."""
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    books, _ = read_books(tmp_path)
    place = Place("eselon-3.xlsx", "Program", 4, "F", "Target")
    write_marked(books, [finding("target-bukan-angka", place, isi="<8 & 9>", contoh="8")])
    book, copy = sdk_validate([tmp_path / "eselon-3.xlsx"]), sdk_validate([tmp_path / COPY])
    assert [fault.partition(" /")[2] for fault in copy] == [
        fault.partition(" /")[2] for fault in book
    ]


# --- the copy put in the place of the book ---


def put_back(folder: Path) -> None:
    (folder / COPY).replace(folder / "eselon-3.xlsx")


def test_a_marked_copy_is_read_as_the_book_it_is(folder: Path) -> None:
    before = said(_read(folder)[1])
    mark(folder)
    put_back(folder)
    assert said(_read(folder)[1]) == before


def test_the_mended_copy_makes_the_decree(folder: Path) -> None:
    assert check(folder, tandai=True).exit_code == MEND
    edit(folder / COPY, lambda book: _type(book, "F3", 8))
    assert is_changed((folder / COPY).read_bytes())
    put_back(folder)
    assert check(folder).exit_code == DONE


def test_marks_do_not_pile_up(folder: Path) -> None:
    mark(folder)
    first = {name: part for name, part in parts_of(folder / COPY).items() if "custom" not in name}
    put_back(folder)
    mark(folder)
    book = load_workbook(folder / COPY)
    assert book.sheetnames == ["Pemeriksaan", "Program"]
    assert comment(folder / COPY, "F3").count(HEAD) == 1
    assert len(parts_of(folder / COPY)) == len(first) + 1


FILLS = (
    PatternFill("solid", fgColor="FFFF00"),
    PatternFill("solid", fgColor=Color(theme=4, tint=0.5)),
    PatternFill("lightGrid", fgColor="FF0000", bgColor="00FF00"),
    PatternFill(),
)


@pytest.mark.parametrize("fill", FILLS, ids=["solid", "theme", "pattern", "none"])
@pytest.mark.parametrize("note", [None, "Tanyakan ke bidang mutasi.\n\nSudah."])
def test_cells_and_comments_become_again_what_they_were(
    folder: Path, fill: PatternFill, note: str | None
) -> None:
    def dress(book: Any) -> None:
        book["Program"]["F3"].fill = fill
        if note:
            book["Program"]["F3"].comment = Comment(note, "Bidang Mutasi")

    edit(folder / "eselon-3.xlsx", dress)
    before = cell(folder / "eselon-3.xlsx", "F3")
    mark(folder)
    assert colour(folder / COPY, "F3") == TONES[Severity.SALAH].pale
    assert comment(folder / COPY, "F3").endswith(f"{TAIL}\n{note or ''}")
    edit(folder / COPY, lambda book: _type(book, "F3", 8))
    put_back(folder)
    books, _ = read_books(folder)
    write_marked(books, [finding("nomor-kosong", Place("eselon-3.xlsx", "Program", 2, "A"))])
    after = cell(folder / COPY, "F3")
    assert repr(after.fill) == repr(before.fill)
    assert (after.comment and (after.comment.text, after.comment.author)) == (
        before.comment and (before.comment.text, before.comment.author)
    )


def test_what_the_clerk_adds_to_a_mark_stays(folder: Path) -> None:
    mark(folder)

    def answer(book: Any) -> None:
        note = book["Program"]["F3"].comment
        book["Program"]["F3"].comment = Comment(f"{note.text}Sudah ditanyakan.", note.author)

    edit(folder / COPY, answer)
    put_back(folder)
    mark(folder)
    assert comment(folder / COPY, "F3").endswith(f"\n{TAIL}\nSudah ditanyakan.")


def reword(book: Any, old: str, new: str) -> None:
    note = book["Program"]["F3"].comment
    assert old in note.text
    book["Program"]["F3"].comment = Comment(note.text.replace(old, new), note.author)


def test_a_mark_that_lost_its_last_line_keeps_all_words_as_the_clerks(folder: Path) -> None:
    mark(folder)
    edit(folder / COPY, lambda book: reword(book, TAIL, "Sudah ditanyakan."))
    put_back(folder)
    for _ in range(2):
        mark(folder)
        put_back(folder)
    text = comment(folder / "eselon-3.xlsx", "F3")
    assert text.count(HEAD) == 1
    assert text.endswith("Sudah ditanyakan.\n")


@pytest.mark.parametrize(
    "words", ["kuning", "solid fgColor:rgb=kuning", "solid bgColor:", "solid x"]
)
def test_a_former_colour_in_words_of_others_is_none(folder: Path, words: str) -> None:
    edit(folder / "eselon-3.xlsx", lambda book: setattr(book["Program"]["F3"], "fill", FILLS[0]))
    mark(folder)
    edit(folder / COPY, lambda book: reword(book, _words_in(folder), words))
    put_back(folder)
    books, _ = read_books(folder)
    write_marked(books, [finding("nomor-kosong", Place("eselon-3.xlsx", "Program", 2, "A"))])
    assert colour(folder / COPY, "F3") is None


def _words_in(folder: Path) -> str:
    lines = comment(folder / COPY, "F3").splitlines()
    return next(line for line in lines if line.startswith("Warna semula")).partition(": ")[2]


def test_marks_go_along_when_rows_are_inserted(folder: Path) -> None:
    mark(folder)
    edit(folder / COPY, lambda book: _move(book["Program"], "F3", "F9"))
    put_back(folder)
    books, _ = read_books(folder)
    write_marked(books, [finding("nomor-kosong", Place("eselon-3.xlsx", "Program", 2, "A"))])
    assert colour(folder / COPY, "F9") is None
    assert comment(folder / COPY, "F9") == ""


def _move(sheet: Any, source: str, target: str) -> None:
    sheet[target].value = sheet[source].value
    sheet[target]._style = sheet[source]._style
    sheet[target].comment = Comment(sheet[source].comment.text, "lain")
    sheet[source].value = sheet[source].comment = None
    sheet[source].fill = PatternFill()


def test_a_copy_that_was_mended_stays_and_is_told_of(folder: Path) -> None:
    check(folder, tandai=True)
    edit(folder / COPY, lambda book: _type(book, "F3", 8))
    mended = (folder / COPY).read_bytes()
    outcome = check(folder, tandai=True)
    assert (folder / COPY).read_bytes() == mended
    assert (folder / "hasil-periksa/eselon-3 (ditandai) (2).xlsx").exists()
    assert {"salinan-disunting", "berkas-disunting"} <= {one.rule.name for one in outcome.findings}


def test_a_copy_of_what_is_mended_does_not_lie_about(folder: Path) -> None:
    mark(folder)
    edit(folder / "eselon-3.xlsx", lambda book: _type(book, "F3", 8))
    assert "eselon-3 (ditandai).xlsx" in mark(folder)
    assert listed(folder / COPY) == []
    assert colour(folder / COPY, "F3") is None


def test_a_copy_used_as_the_book_under_its_own_name_is_copied_under_the_books(folder: Path) -> None:
    mark(folder)
    (folder / "eselon-3.xlsx").unlink()
    (folder / COPY).rename(folder / "eselon-3 (ditandai).xlsx")
    assert mark(folder) == ["eselon-3 (ditandai).xlsx"]


# --- books as other programs write them ---


def test_a_damaged_comment_part_prevents_the_copy_and_not_the_check(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    edit(tmp_path / "eselon-3.xlsx", lambda book: _type(book, "F4", "8 kira-kira"))
    change_parts(tmp_path / "eselon-3.xlsx", {"xl/comments/comment1.xml": b"<comments"})
    outcome = check(tmp_path, tandai=True)
    assert {
        "target-bukan-angka: eselon-3.xlsx Program F4",
        "buku-tidak-tersalin: eselon-3.xlsx",
    } <= set(said(outcome.findings))
    assert not (tmp_path / COPY).exists()


def test_a_book_without_custom_properties_can_be_sealed(folder: Path) -> None:
    """Google Sheets drops them; sheet Petunjuk then says what the book is."""
    sheets: Sheets = {"Petunjuk": "| Jenis buku | eselon-3 |", "Program": PROGRAM}
    workbook(None, sheets).save(folder / "eselon-3.xlsx")
    mark(folder)
    assert is_untouched((folder / COPY).read_bytes())


def test_a_sheet_that_is_a_chart_is_passed_by(folder: Path) -> None:
    edit(
        folder / "eselon-3.xlsx",
        lambda book: book.create_chartsheet("Grafik").add_chart(BarChart()),
    )
    for _ in range(2):
        mark(folder)
        put_back(folder)
    assert load_workbook(folder / "eselon-3.xlsx").sheetnames[-1] == "Grafik"


def test_macros_stay_in_the_copy_of_a_book_that_has_some(folder: Path) -> None:
    (folder / "eselon-3.xlsx").rename(folder / "eselon-3.xlsm")
    change_parts(folder / "eselon-3.xlsm", {"xl/vbaProject.bin": b"makro"})
    assert "eselon-3 (ditandai).xlsm" in mark(folder)
    copy = folder / "hasil-periksa/eselon-3 (ditandai).xlsm"
    assert parts_of(copy)["xl/vbaProject.bin"] == b"makro"


@pytest.mark.requires("soffice")
def test_a_book_of_another_format_is_copied_as_xlsx(folder: Path) -> None:
    convert(folder / "eselon-3.xlsx", "ods", folder)
    (folder / "eselon-3.xlsx").unlink()
    assert "eselon-3 (ditandai).xlsx" in mark(folder)
    assert colour(folder / COPY, "F3") == TONES[Severity.SALAH].pale


def test_conversations_of_excel_365_stay_as_they_are(folder: Path) -> None:
    def talk(book: Any) -> None:
        book["Program"]["F3"].comment = Comment("[Threaded comment]", "tc={1}")

    edit(folder / "eselon-3.xlsx", talk)
    mark(folder)
    assert comment(folder / COPY, "F3") == "[Threaded comment]"
    assert colour(folder / COPY, "F3") == TONES[Severity.SALAH].pale


@pytest.mark.requires("soffice")
def test_libreoffice_shows_saves_and_gives_back_the_marked_copy(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before = said(_read(folder)[1])
    mark(folder)
    made = tmp_path_factory.mktemp("libreoffice")
    source = shutil.copy(folder / COPY, made / "salinan.xlsx")
    text = pdf_text(convert(Path(source), "pdf", made))
    assert "Hasil pemeriksaan eselon-3.xlsx" in text
    saved = convert(Path(source), "xlsx", made / "disimpan")
    assert colour(saved, "F3") == TONES[Severity.SALAH].pale
    assert comment(saved, "F3").startswith(f"{HEAD}\n[SEL-02] Salah\n")
    link = load_workbook(saved)["Pemeriksaan"]["B7"].hyperlink
    assert link is not None
    assert "Program" in str(link.location)
    shutil.copy(saved, folder / "eselon-3.xlsx")
    assert said(_read(folder)[1]) == before
    mark(folder)
    assert comment(folder / COPY, "F3").count(HEAD) == 1
    assert load_workbook(folder / COPY).sheetnames == ["Pemeriksaan", "Program"]


def test_a_note_of_another_rule_keeps_to_its_length(folder: Path) -> None:
    books, _ = read_books(folder)
    long = finding(
        "tanda-butir-dilepas", Place("eselon-3.xlsx", "Program", 2, "A"), tanda="x" * 9000
    )
    write_marked(books, [long])
    assert len(comment(folder / COPY, "A2")) < 4_500


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_odd_zip_among_the_copies_stops_no_command(tmp_path: Path, method: int) -> None:
    write_folder(tmp_path)
    odd = tmp_path / "hasil-periksa" / "eselon-3 (ditandai).xlsx"
    odd.parent.mkdir()
    with zipfile.ZipFile(odd, "w", method) as archive:
        archive.writestr("isi.xml", b"<isi/>" * 100)
    data = bytearray(odd.read_bytes())
    data[data.index(b"isi.xml") + 17] ^= 0xFF
    odd.write_bytes(data)

    codes = {one.rule.name for one in check(tmp_path).findings}
    assert "salinan-disunting" not in codes
