"""What is taken from the file: results, errors, plain text; what is left out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from generator.bahasa.wording import clean
from generator.findings.finding import Diagnostic
from generator.workbook.opening.load import load
from generator.workbook.opening.package import BookParts
from generator.workbook.opening.parsing import MAIN
from generator.workbook.opening.raw import Fault, Merge, RawCell, RawSheet
from tests.support.sheets import open_package, to_bytes, workbook

SHEET = "xl/worksheets/sheet1.xml"


def sheet_of(path: Path) -> RawSheet:
    package = open_package(path)
    assert isinstance(package, BookParts)
    loaded = load(package)
    assert loaded is not None
    return loaded[0][0]


def book_with(
    folder: Path, xml: str, change: Callable[[str, bytes], bytes] = lambda _, part: part
) -> Path:
    """Write a book in which cell A2 is written as `xml`, and each part then changed."""
    path = folder / "buku.xlsx"
    book = to_bytes(workbook("eselon-3", {"Program": "| Isi |\n| lama |"}))
    with zipfile.ZipFile(BytesIO(book)) as before, zipfile.ZipFile(path, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == SHEET:
                part = re.sub(rb'<c r="A2".*?</c>', xml.encode(), part, flags=re.DOTALL)
            after.writestr(name, change(name, part))
    return path


def cell(folder: Path, xml: str) -> RawCell | None:
    rows = {row.number: row for row in sheet_of(book_with(folder, xml)).rows}
    return rows[2].cells["A"] if 2 in rows else None


@pytest.mark.parametrize(
    ("xml", "read"),
    [
        ('<c r="A2"><f>1+1</f><v>2</v></c>', RawCell(2)),
        ('<c r="A2" t="str"><f>"a"</f><v>a</v></c>', RawCell("a")),
        ('<c r="A2"><f>1+1</f></c>', RawCell(None, fault=Fault.RUMUS)),
        ('<c r="A2"><f>1+1</f><v/></c>', RawCell(None, fault=Fault.RUMUS)),
        ('<c r="A2" t="str"><f>""</f><v></v></c>', None),
        ('<c r="A2" t="e"><f>B9</f><v>#REF!</v></c>', RawCell("#REF!", fault=Fault.GALAT)),
        ('<c r="A2" t="inlineStr"><is><t>#REF!</t></is></c>', RawCell("#REF!")),
        ('<c r="A2" t="inlineStr"><is><t xml:space="preserve"> \u200b </t></is></c>', None),
        ('<c r="A2"><v>1E999</v></c>', RawCell("#NUM!", fault=Fault.GALAT)),
        ('<c r="A2" t="b"><v>1</v></c>', RawCell(True)),
        ('<c r="A2" t="d"><v>2022-01-03</v></c>', RawCell(date(2022, 1, 3))),
        ('<c r="A2" t="inlineStr"><is><t>=CMD()</t></is></c>', RawCell("=CMD()")),
        (
            '<c r="A2" t="inlineStr"><is><r><t>dua </t></r>'
            "<r><rPr><b/></rPr><t>huruf</t></r></is></c>",
            RawCell("dua huruf"),
        ),
        (
            '<c r="A2" t="inlineStr"><is><t>課</t><rPh sb="0" eb="1"><t>か</t></rPh></is></c>',
            RawCell("課"),
        ),
        ('<c r="A2" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', RawCell(" a ")),
    ],
)
def test_a_cell_holds_what_the_file_says(tmp_path: Path, xml: str, read: RawCell | None) -> None:
    assert cell(tmp_path, xml) == read


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_any_text_is_read_as_typed(tmp_path: Path, text: str) -> None:
    book = workbook("eselon-3", {"Program": "| Isi |"})
    typed = book.worksheets[0].cell(2, 1)
    typed.value, typed.data_type = text, "s"
    book.save(tmp_path / "buku.xlsx")
    rows = sheet_of(tmp_path / "buku.xlsx").rows
    assert [row.cells["A"].value for row in rows] == ["Isi", text][: 2 if clean(text) else 1]


def test_only_the_format_tells_percent_from_fraction(tmp_path: Path) -> None:
    book = workbook("eselon-3", {"Program": "| `0.082 as 0.0%` | `0.082` |"})
    book.save(tmp_path / "buku.xlsx")
    cells = sheet_of(tmp_path / "buku.xlsx").rows[0].cells
    assert cells == {"A": RawCell(0.082, "0.0%"), "B": RawCell(0.082, "General")}


def test_merged_areas_are_told_and_hold_one_value(tmp_path: Path) -> None:
    book = workbook("eselon-3", {"Program": "| a | b |\n| ^ | c |"})
    book.save(tmp_path / "buku.xlsx")
    sheet = sheet_of(tmp_path / "buku.xlsx")
    assert sheet.merges == (Merge(1, 2, "A", "A"),)
    assert [list(row.cells) for row in sheet.rows] == [["A", "B"], ["B"]]


def test_formatted_empty_cells_are_no_rows(tmp_path: Path) -> None:
    empties = "".join(f'<row r="{n}" s="1"><c r="A{n}" s="1"/></row>' for n in range(3, 9_000))
    path = book_with(
        tmp_path, f'<c r="A2"><v>1</v></c></row>{empties}<row r="9000" s="1"><c r="A9000"/>'
    )
    assert [row.number for row in sheet_of(path).rows] == [1, 2]


def test_a_cell_without_address_keeps_its_column(tmp_path: Path) -> None:
    sheet = sheet_of(book_with(tmp_path, "<c/><c><v>1</v></c>"))
    assert sheet.rows[1].cells == {"B": RawCell(1)}


def test_a_row_without_number_follows_the_one_above(tmp_path: Path) -> None:
    sheet = sheet_of(book_with(tmp_path, "<c><v>1</v></c></row><row><c><v>2</v></c>"))
    assert [(row.number, row.cells) for row in sheet.rows[1:]] == [
        (2, {"A": RawCell(1)}),
        (3, {"A": RawCell(2)}),
    ]


def test_rows_and_cells_out_of_order_stand_where_their_addresses_say(tmp_path: Path) -> None:
    later = '<c r="C9"><v>9</v></c><c r="B9"><v>8</v></c></row><row r="5"><c r="A5"><v>5</v></c>'
    sheet = sheet_of(book_with(tmp_path, later))
    assert [(row.number, list(row.cells)) for row in sheet.rows[1:]] == [
        (5, ["A"]),
        (9, ["B", "C"]),
    ]


def test_the_namespace_counts_and_not_its_prefix(tmp_path: Path) -> None:
    def with_prefix(name: str, part: bytes) -> bytes:
        if name != SHEET:
            return part
        part = re.sub(rb"<(/?)(?=\w)", rb"<\1aneh:", part)
        return part.replace(b"xmlns=", b"xmlns:aneh=")

    sheet = sheet_of(book_with(tmp_path, '<c r="A2" t="str"><v>isi</v></c>', with_prefix))
    assert sheet.rows[1].cells == {"A": RawCell("isi")}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<t>satu</t>", "satu"),
        ("<r><t>sa</t></r><r><rPr><b/></rPr><t>tu</t></r>", "satu"),
        ('<t>課</t><rPh sb="0" eb="1"><t>か</t></rPh>', "課"),
        ("<t>a&amp;b<![CDATA[<c>]]></t>", "a&b<c>"),
        ("<t>_x005F_x0041_</t>", "_x0041_"),
    ],
)
def test_a_shared_string_is_read_without_its_looks(tmp_path: Path, text: str, read: str) -> None:
    strings = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"

    def with_strings(name: str, part: bytes) -> bytes:
        if name == "docProps/custom.xml":
            return f'<sst xmlns="{MAIN[1:-1]}"><si>{text}</si></sst>'.encode()
        return re.sub(rb"application/[^\"]*custom-properties\+xml", strings.encode(), part)

    path = book_with(tmp_path, '<c r="A2" t="s"><v>0</v></c>', with_strings)
    assert sheet_of(path).rows[1].cells == {"A": RawCell(read)}


@pytest.mark.parametrize(
    ("since_1904", "days", "number_format", "read"),
    [
        (False, 44_564, "yyyy-mm-dd", datetime(2022, 1, 3)),
        (True, 44_564, "yyyy-mm-dd", datetime(2026, 1, 4)),
        (False, 59, "yyyy-mm-dd", datetime(1900, 2, 28)),
        (False, 0.5, "hh:mm", time(12)),
        (False, 1.5, "[h]:mm", timedelta(hours=36)),
    ],
)
def test_the_format_makes_a_number_a_moment(
    tmp_path: Path, since_1904: bool, days: float, number_format: str, read: object
) -> None:
    book = workbook("eselon-3", {"Program": f"| `{days} as {number_format}` |"})
    book.epoch = CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900
    book.save(tmp_path / "buku.xlsx")
    assert sheet_of(tmp_path / "buku.xlsx").rows[0].cells["A"].value == read


def test_a_sheet_that_breaks_off_behind_its_cells_is_damaged(tmp_path: Path) -> None:
    def cut(name: str, part: bytes) -> bytes:
        return part.partition(b"</sheetData>")[0] + b"</sheetData>" if name == SHEET else part

    package = open_package(book_with(tmp_path, '<c r="A2"><v>1</v></c>', cut))
    assert isinstance(package, BookParts)
    assert load(package) is None


def test_nothing_is_fetched_or_expanded(tmp_path: Path) -> None:
    def declare(name: str, part: bytes) -> bytes:
        entity = b'<!DOCTYPE x [<!ENTITY isi SYSTEM "file:///etc/hostname">]>'
        return entity + part if name == SHEET else part

    package = open_package(book_with(tmp_path, '<c r="A2" t="str"><v>&isi;</v></c>', declare))
    assert isinstance(package, Diagnostic)
    assert package.rule.name == "buku-rusak"


def test_nor_in_another_encoding(tmp_path: Path) -> None:
    def declare(name: str, part: bytes) -> bytes:
        if name != SHEET:
            return part
        nested = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
        return f'<!DOCTYPE x [<!ENTITY a0 "isi">{nested}]>{part.decode()}'.encode("utf-16")

    package = open_package(book_with(tmp_path, '<c r="A2"><v>1</v></c>', declare))
    assert isinstance(package, BookParts)
    assert load(package) is None


def test_faults_of_what_is_never_read_do_not_matter(tmp_path: Path) -> None:
    def break_others(name: str, part: bytes) -> bytes:
        if "theme" in name or "docProps/core" in name:
            return b"<rusak"
        if name.endswith("styles.xml"):
            return part.replace(b"<fills", b'<fills x="1"><fill><rusak /></fill></fills><fills')
        if name == SHEET:
            return part.replace(b"</worksheet>", b'<legacyDrawing r:id="x"/></worksheet>')
        return part

    sheet = sheet_of(book_with(tmp_path, '<c r="A2"><v>1</v></c>', break_others))
    assert sheet.rows[1].cells == {"A": RawCell(1)}


def test_a_cell_where_no_sheet_has_one_means_damage(tmp_path: Path) -> None:
    package = open_package(book_with(tmp_path, '<c r="XFE2"><v>1</v></c>'))
    assert isinstance(package, BookParts)
    assert load(package) is None
