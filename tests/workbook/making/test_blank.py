"""The blank books: what a clerk sees and what the reader finds again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from generator.naskah.keputusan_cascading.awal import standard_rows
from generator.schema.books import BOOKS, DAFTAR, PETUNJUK
from generator.schema.keputusan import IDENTITAS, KEPUTUSAN, TINGKAT_DEFAULTS
from generator.schema.kinerja import SATUAN, URUTAN
from generator.schema.types import (
    KIND_PROPERTY,
    TEMPLATE_VERSION,
    VERSION_PROPERTY,
    Book,
    Column,
    Entry,
    Printed,
    Sheet,
)
from generator.workbook.changing.save import to_bytes
from generator.workbook.look import enter, put
from generator.workbook.making.begun import begun_book
from generator.workbook.making.blank import NUMBERED, blank_book, blank_workbook
from generator.workbook.reading.books import read_books
from generator.workbook.reading.tables import make_tables
from tests.naskah.daftar_hadir.kind import BUKU
from tests.support.canonical import differing_parts
from tests.support.paths import ROOT
from tests.support.sheets import book_of
from tests.support.soffice import convert

COMMITTED = ROOT / "input_templates" / "kosong"
SHEETS = [(book, sheet) for book in BOOKS for sheet in book.sheets]
every_book = pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.kind)
every_sheet = pytest.mark.parametrize(
    ("book", "sheet"), SHEETS, ids=[f"{book.kind}-{sheet.name}" for book, sheet in SHEETS]
)


@cache
def opened(book: Book, *parents: str) -> Workbook:
    """Return the blank book as read back; tests only look at it."""
    return load_workbook(BytesIO(blank_book(book, parents)))


def columns(sheet: Sheet) -> Iterator[tuple[str, Column]]:
    return zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", sheet.columns, strict=False)


def rules_on(sheet: Any, address: str) -> list[Any]:
    return [rule for rule in sheet.data_validations.dataValidation if address in rule.sqref]


@every_book
def test_the_same_schema_gives_the_same_bytes(book: Book) -> None:
    assert blank_book(book) == blank_book(book)


@every_book
def test_the_committed_books_are_those_of_the_schema(book: Book) -> None:
    committed = (COMMITTED / book.filename).read_bytes()
    rows = standard_rows(date.today())
    made = begun_book(book, rows) if book is KEPUTUSAN else blank_book(book)

    assert differing_parts(committed, made) == [], (
        "input_templates/ is older than the schema: "
        "run .venv/bin/python scripts/write_input_templates.py"
    )


@every_book
def test_guide_entry_sheets_and_lists_come_in_this_order(book: Book) -> None:
    names = [PETUNJUK, *(sheet.name for sheet in book.sheets)]

    assert opened(book).sheetnames == (names if book.level is None else [*names, DAFTAR])


@every_book
def test_a_book_says_what_it_is_in_its_properties(book: Book) -> None:
    properties: Any = opened(book).custom_doc_props  # type: ignore[attr-defined]

    assert properties[KIND_PROPERTY].value == book.kind
    assert properties[VERSION_PROPERTY].value == TEMPLATE_VERSION


@every_book
def test_a_book_says_what_it_is_on_sheet_petunjuk(book: Book) -> None:
    rows = opened(book)[PETUNJUK].iter_rows(max_row=12, max_col=2, values_only=True)

    said = dict(row for row in rows if len(row) == 2)
    assert said["Jenis buku"] == book.kind
    assert said["Versi templat"] == TEMPLATE_VERSION


def test_petunjuk_of_a_further_book_says_nothing_of_the_decree() -> None:
    rows = opened(BUKU)[PETUNJUK].iter_rows(values_only=True)
    text = "\n".join(str(cell) for row in rows for cell in row if cell)

    assert 'mulai dari "Rapat"' in text
    assert "Kolom pada lembar Peserta" in text
    assert [word for word in ("Menimbang", "Jenjang", "Identitas", "{tahun}") if word in text] == []


@every_book
def test_guide_and_lists_alone_are_locked_and_need_no_password(book: Book) -> None:
    locked = {sheet.title for sheet in opened(book).worksheets if sheet.protection.sheet}

    assert locked == {PETUNJUK, DAFTAR} & set(opened(book).sheetnames)
    assert all(not sheet.protection.password for sheet in opened(book).worksheets)


@every_sheet
def test_headings_are_spelt_as_declared(book: Book, sheet: Sheet) -> None:
    (row,) = opened(book)[sheet.name].iter_rows(max_row=1, values_only=True)

    behind = () if sheet.level is None else (URUTAN.heading,)
    assert row == (*(column.heading for column in sheet.columns), *behind)


@every_sheet
def test_rows_of_the_tree_are_numbered_where_nobody_sees_it(book: Book, sheet: Sheet) -> None:
    written = opened(book)[sheet.name]
    hidden = [letter for letter, one in written.column_dimensions.items() if one.hidden]
    numbers = [[cell.value for cell in written[letter][1:]] for letter in hidden]

    assert numbers == ([] if sheet.level is None else [list(range(1, NUMBERED + 1))])


@every_sheet
def test_a_heading_says_whether_it_is_required_and_where_it_prints(
    book: Book, sheet: Sheet
) -> None:
    written = opened(book)[sheet.name]
    printed = {
        Printed.SELALU: "Tercetak dalam keputusan.",
        Printed.MATRIKS: "Tercetak hanya dalam lampiran berbentuk matriks.",
        Printed.TIDAK: "Tidak tercetak dalam keputusan.",
    }
    for letter, column in columns(sheet):
        text = written[f"{letter}1"].comment.text

        assert ("(wajib diisi)" in text) == column.required, column.heading
        assert column.help in text
        assert printed[column.printed] in text


@every_sheet
def test_required_headings_have_a_colour_of_their_own(book: Book, sheet: Sheet) -> None:
    written = opened(book)[sheet.name]

    for letter, column in columns(sheet):
        white = written[f"{letter}1"].font.color.rgb == "00FFFFFF"
        assert white == column.required, column.heading


@every_sheet
def test_typing_over_a_heading_is_refused_with_an_explanation(book: Book, sheet: Sheet) -> None:
    written = opened(book)[sheet.name]

    for letter, column in columns(sheet):
        (rule,) = rules_on(written, f"{letter}1")
        assert rule.formula1 == f'EXACT({letter}1,"{column.heading}")'
        assert rule.errorStyle in (None, "stop")
        assert rule.showErrorMessage
        assert f'Judul kolom "{column.heading}"' in rule.error
        assert len(rule.errorTitle) <= 32
        assert len(rule.error) <= 255


@every_sheet
def test_each_column_has_the_format_of_its_entries(book: Book, sheet: Sheet) -> None:
    written = opened(book)[sheet.name]
    formats = {Entry.KODE: "@", Entry.UANG: "#,##0"}

    for letter, column in columns(sheet):
        dimension = written.column_dimensions[letter]
        assert dimension.number_format == formats.get(column.entry, "General"), column.heading
        assert dimension.alignment.wrap_text
        assert dimension.alignment.vertical == "top"


@every_sheet
def test_the_heading_stays_in_sight_and_is_repeated_in_print(book: Book, sheet: Sheet) -> None:
    written = opened(book)[sheet.name]

    assert str(written.freeze_panes).endswith("2")
    assert written.print_title_rows == "$1:$1"


@every_book
def test_every_sheet_prints_on_f4_as_wide_as_the_page(book: Book) -> None:
    for sheet in opened(book).worksheets:
        assert sheet.page_setup.paperSize == 14, sheet.title
        assert sheet.page_setup.fitToHeight == 0, sheet.title
        properties: Any = sheet.sheet_properties.pageSetUpPr
        assert properties.fitToPage, sheet.title
        footer: Any = sheet.oddFooter
        assert footer.right.text == "Halaman &P dari &N", sheet.title


@pytest.mark.parametrize(
    ("kind", "name", "letter", "choices"),
    [
        ("eselon-2", "Sasaran", "C", '"Utama,Pendukung"'),
        ("eselon-4", "Sub Kegiatan", "C", '"Kegiatan,Sub Kegiatan"'),
        ("eselon-3", "Program", "I", '"Naik,Turun"'),
    ],
)
def test_closed_lists_take_nothing_else(kind: str, name: str, letter: str, choices: str) -> None:
    (rule,) = rules_on(opened(book_of(kind))[name], f"{letter}1000")

    assert (rule.type, rule.formula1, rule.showErrorMessage) == ("list", choices, True)


@pytest.mark.parametrize(("letter", "list_name"), [("A", "Daftar_Induk"), ("G", "Daftar_Satuan")])
def test_other_lists_only_suggest(letter: str, list_name: str) -> None:
    (rule,) = rules_on(opened(book_of("eselon-3"))["Program"], f"{letter}1000")

    assert (rule.type, rule.formula1, rule.showErrorMessage) == ("list", list_name, False)


def listed(workbook: Workbook, name: str) -> list[object]:
    sheet, _, area = str(workbook.defined_names[name].attr_text).partition("!")
    return [cell.value for (cell,) in workbook[sheet][area.replace("$", "")]]


def test_the_list_of_satuan_is_that_of_the_schema() -> None:
    workbook = opened(book_of("eselon-3"))

    assert listed(workbook, "Daftar_Satuan") == list(SATUAN)


def test_the_list_of_kode_induk_holds_the_parents_given() -> None:
    workbook = opened(book_of("eselon-3"), "S1 – MENINGKATNYA A", "S2 – MENINGKATNYA B")

    assert listed(workbook, "Daftar_Induk") == ["S1 – MENINGKATNYA A", "S2 – MENINGKATNYA B"]


def test_identitas_holds_its_keys_in_order_and_nothing_else() -> None:
    rows = opened(book_of("keputusan"))["Identitas"].iter_rows(min_row=2, values_only=True)

    assert list(rows) == [(key.name, None) for key in IDENTITAS.keys]


def test_each_key_of_identitas_is_explained_where_it_is_filled_in() -> None:
    sheet = opened(book_of("keputusan"))["Identitas"]

    for row, key in enumerate(IDENTITAS.keys, start=2):
        text = sheet[f"B{row}"].comment.text
        assert key.help in text
        assert ("(wajib diisi)" in text) == key.required, key.name
        assert f"Contoh: {key.example}" in text
        assert key.example, key.name


def test_keys_with_choices_offer_them() -> None:
    sheet = opened(book_of("keputusan"))["Identitas"]

    for row, key in enumerate(IDENTITAS.keys, start=2):
        lists = [rule.formula1 for rule in rules_on(sheet, f"B{row}")]
        assert lists == ([f'"{",".join(key.choices)}"'] if key.choices else []), key.name


def test_isi_of_identitas_is_text_so_that_excel_leaves_dates_and_codes_alone() -> None:
    sheet = opened(book_of("keputusan"))["Identitas"]

    assert {cell.number_format for (cell,) in sheet["B2:B27"]} == {"@"}


def test_jenjang_is_filled_with_the_usual_levels() -> None:
    rows = opened(book_of("keputusan"))["Jenjang"].iter_rows(min_row=2, values_only=True)

    assert [tuple(text or "" for text in row) for row in rows] == list(TINGKAT_DEFAULTS)


@every_book
def test_petunjuk_tells_of_every_sheet(book: Book) -> None:
    texts = [cell.value for row in opened(book)[PETUNJUK].iter_rows() for cell in row]

    assert all(sheet.name in texts and sheet.purpose in texts for sheet in book.sheets)


@pytest.mark.parametrize("kind", ["eselon-2", "eselon-3", "eselon-4"])
def test_petunjuk_shows_a_worked_row_and_a_second_indikator(kind: str) -> None:
    book = book_of(kind)
    main = book.sheets[-1]
    rows = list(opened(book)[PETUNJUK].iter_rows(values_only=True))
    worked = [column.example for column in main.columns if column.example]
    at = next(i for i, row in enumerate(rows) if list(row[: len(worked)]) == worked)

    assert rows[at - 1][: len(worked)] == tuple(
        column.heading for column in main.columns if column.example
    )
    assert rows[at + 1][0] is None
    assert rows[at + 1][len(worked) - 3]


@pytest.mark.parametrize("kind", ["eselon-2", "eselon-3", "eselon-4"])
def test_petunjuk_says_which_columns_do_not_print(kind: str) -> None:
    book = book_of(kind)
    rows = [row[:3] for row in opened(book)[PETUNJUK].iter_rows(values_only=True)]
    words = {Printed.SELALU: "ya", Printed.MATRIKS: "di matriks", Printed.TIDAK: "tidak"}

    for column in book.sheets[-1].columns:
        required = "ya" if column.required else "tidak"
        assert (column.heading, required, words[column.printed]) in rows


@pytest.mark.parametrize("text", ["=CMD()", "=1+1", "#REF!", "{{ 7*7 }}", "007"])
def test_text_stays_text_whatever_it_looks_like(text: str) -> None:
    workbook = blank_workbook(book_of("eselon-3"))
    enter(workbook["Program"], "C2", text)
    put(workbook["Program"]["D2"], text)

    saved = load_workbook(BytesIO(to_bytes(workbook)))["Program"]
    assert [(saved[a].value, saved[a].data_type) for a in ("C2", "D2")] == [(text, "s")] * 2


def test_a_whole_folder_of_blank_books_is_read_without_a_finding(tmp_path: Path) -> None:
    for book in BOOKS:
        (tmp_path / book.filename).write_bytes(blank_book(book))

    books, read = read_books(tmp_path)
    _, made = make_tables(books)

    assert len(books) == len(BOOKS)
    assert [*read, *made] == []


@pytest.mark.requires("soffice")
def test_dropdowns_comments_and_formats_survive_libreoffice(tmp_path: Path) -> None:
    source = tmp_path / "eselon-3.xlsx"
    source.write_bytes(blank_book(book_of("eselon-3"), ["S1 – MENINGKATNYA A"]))
    (tmp_path / "saved").mkdir()

    workbook = load_workbook(convert(source, "xlsx", tmp_path / "saved"))
    sheet = workbook["Program"]

    assert listed(workbook, "Daftar_Induk") == ["S1 – MENINGKATNYA A"]
    assert rules_on(sheet, "A5")[0].formula1.endswith("Daftar_Induk")
    assert "(wajib diisi)" in sheet["B1"].comment.text
    assert sheet.column_dimensions["B"].number_format == "@"
    assert read_books(tmp_path / "saved")[0][0].kind == "eselon-3"
