"""tahun-baru and renewed lists change the cells that they are about; all else is left alone."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from generator.files.placed import Placement
from generator.findings.finding import Diagnostic
from generator.opc import xml
from generator.schema.kinerja import SATUAN
from generator.workbook.making.blank import blank_book
from generator.workbook.parcel import parcel
from generator.workbook.parcel.parcel import Parcel
from generator.workbook.reading.books import read_books
from generator.workbook.renewing.folder import write_blank_books
from generator.workbook.renewing.rollover import roll_over
from tests.support.own_book import HEAD, LISTS, PICTURE, SHEET, around, cells, write_own_book
from tests.support.sheets import (
    IDENTITAS,
    Sheets,
    book_of,
    change_parts,
    parts_of,
    workbook,
    write_folder,
)
from tests.support.validators import sdk_validate

BOOK = "eselon-3.xlsx"
COPY = Path("hasil-periksa") / "eselon-3 (daftar baru).xlsx"
EXTENSION = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
CHAIN = "xl/calcChain.xml"
WORKBOOK = "xl/workbook.xml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder in which eselon-3.xlsx is the clerk's own."""
    write_folder(tmp_path)
    write_own_book(tmp_path / BOOK)
    return tmp_path


def rolled(folder: Path, name: str = BOOK) -> Path:
    """Roll a book of the folder over to 2023; return the new one, in a folder of its own."""
    raw = next(book for book in read_books(folder)[0] if book.path.name == name)
    result = roll_over(raw, "2022", "2023")
    assert not isinstance(result, Diagnostic), result.statement
    path = folder / "2023" / f"{raw.path.stem}.xlsx"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(result[0])
    return path


def rolled_cells(folder: Path) -> dict[str, bytes]:
    """Roll the clerk's own book over; return the cells of its sheet Program."""
    return cells(parts_of(rolled(folder))[SHEET])


def renewed(folder: Path) -> Path:
    """Renew the lists of the folder; return the copy of eselon-3.xlsx."""
    outcomes = {one.path.name: one.placement for one in write_blank_books(folder)[0]}
    assert outcomes[COPY.name] is Placement.SALINAN
    return folder / COPY


def differing(before: Path, after: Path) -> set[str]:
    """Return the names of the parts that two books do not have alike."""
    old, new = parts_of(before), parts_of(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def replace(path: Path, part: str, *changes: tuple[bytes, bytes]) -> None:
    """Write a part of a book with some of its bytes replaced."""
    data = parts_of(path)[part]
    for old, new in changes:
        assert old in data
        data = data.replace(old, new)
    change_parts(path, {part: data})


def set_cell(path: Path, address: str, xml: bytes) -> None:
    """Write a cell of sheet Program anew; its style goes."""
    pattern = rb'<c r="%b"[^>]*>.*?</c>' % address.encode()
    data, done = re.subn(pattern, lambda _: xml, parts_of(path)[SHEET])
    assert done == 1
    change_parts(path, {SHEET: data})


# --- next year's books: what stays ---


def test_all_parts_but_the_sheet_and_the_styles_keep_their_bytes(folder: Path) -> None:
    """Pictures, charts, comments and names among them."""
    new = rolled(folder)

    assert differing(folder / BOOK, new) == {SHEET, "xl/styles.xml"}
    assert parts_of(new)["xl/media/image1.png"] == PICTURE


def test_all_cells_but_those_of_the_targets_are_as_they_were(folder: Path) -> None:
    """A formula with its result and a text in two looks among them."""
    before, after = cells(parts_of(folder / BOOK)[SHEET]), rolled_cells(folder)

    assert before.keys() == after.keys()
    assert {one for one in before if before[one] != after[one]} == {"F2", "F3", "H2", "H3"}
    assert b"<f>F2*2</f><v>240</v>" in after["J2"]


def test_all_around_the_cells_is_as_it_was(folder: Path) -> None:
    """Frozen panes, widths, dropdowns in extensions, page set-up; and a rule came first."""
    before, after = around(parts_of(folder / BOOK)[SHEET]), around(parts_of(rolled(folder))[SHEET])

    (was,), (new, now) = before.pop("conditionalFormatting"), after.pop("conditionalFormatting")
    assert after == before
    assert {"sheetViews", "cols", "drawing", "legacyDrawing", "extLst"} <= after.keys()
    assert now == was.replace(b'priority="1"', b'priority="2"')
    assert b"LEN($F2)=0" in new


def test_rules_that_excel_keeps_in_extensions_come_after_the_colour_too(folder: Path) -> None:
    rule = b'<x14:cfRule type="expression" priority="3"/></ext></extLst>'
    replace(folder / BOOK, SHEET, (b"</ext></extLst>", rule))

    tree = etree.fromstring(parts_of(rolled(folder))[SHEET])

    assert [one.get("priority") for one in tree.iter(f"{EXTENSION}cfRule")] == ["4"]


def test_nothing_is_laid_over_a_book_without_targets(folder: Path) -> None:
    (folder / "keputusan.xlsx").unlink()
    sheets: Sheets = {"Identitas": IDENTITAS, "Coretan": "| kita |"}
    workbook("keputusan", sheets).save(folder / "keputusan.xlsx")

    new = rolled(folder, "keputusan.xlsx")

    assert differing(folder / "keputusan.xlsx", new) == {SHEET}


# --- next year's books: what moves ---


def test_a_target_moves_with_every_digit(folder: Path) -> None:
    set_cell(folder / BOOK, "F3", b'<c r="F3"><v>8.2000000000000011</v></c>')

    assert b"<v>8.2000000000000011</v>" in rolled_cells(folder)["H3"]


def test_a_target_in_two_looks_moves_with_them(folder: Path) -> None:
    text = b"<is><r><t>sedi</t></r><r><rPr><b></b></rPr><t>kit</t></r></is>"
    set_cell(folder / BOOK, "F3", b'<c r="F3" t="inlineStr">' + text + b"</c>")

    assert text in rolled_cells(folder)["H3"]


def test_a_shared_text_is_shared_by_the_cell_that_it_moves_to(folder: Path) -> None:
    path = folder / BOOK
    share_texts(path, "LEVEL 2")
    set_cell(path, "F3", b'<c r="F3" t="s"><v>0</v></c>')

    after = rolled_cells(folder)

    assert (after["H3"], after["F3"]) == (
        *(b'<c r="H3" s="0" t="s"><v>0</v></c>', b'<c r="F3"></c>'),
    )
    assert "xl/sharedStrings.xml" not in differing(path, folder / "2023" / BOOK)


def share_texts(path: Path, text: str) -> None:
    """Add the part in which Excel keeps texts, with this one."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book = Parcel(parts_of(path))
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<sst xmlns="{main}"><si><t>{text}</t></si></sst>'.encode()
    book.add("xl/sharedStrings.xml", part, content_type)
    book.relate(WORKBOOK, "sharedStrings", "xl/sharedStrings.xml")
    change_parts(path, book.to_parts())


def test_a_text_that_a_formula_made_moves_as_a_text(folder: Path) -> None:
    set_cell(folder / BOOK, "F3", b'<c r="F3" t="str"><f>"LEVEL "&amp;2</f><v>LEVEL 2</v></c>')

    after = rolled_cells(folder)

    assert b'<t xml:space="preserve">LEVEL 2</t>' in after["H3"]
    assert after["F3"] == b'<c r="F3"></c>'


def test_a_target_under_a_merged_heading_is_seen(folder: Path) -> None:
    """A merge that lies over the cell that a target moves to would hide it."""
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="G2:H2"/></mergeCells>'
    replace(folder / BOOK, SHEET, (b"</sheetData>", merge))

    assert "mergeCells" not in around(parts_of(rolled(folder))[SHEET])


def test_last_years_target_merged_down_the_sheet_is_that_of_each_row(folder: Path) -> None:
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="H2:H1048576"/></mergeCells>'
    set_cell(folder / BOOK, "F3", b'<c r="F3"/>')
    set_cell(folder / BOOK, "H3", b'<c r="H3"/>')
    replace(folder / BOOK, SHEET, (b"</sheetData>", merge))

    after = rolled_cells(folder)

    assert (b">120<" in after["H2"], b">90<" in after["H3"]) == (True, True)
    assert "H4" not in after


def test_a_year_that_is_a_number_stays_one(folder: Path) -> None:
    sheets: Sheets = {"Identitas": IDENTITAS.replace("| 2022  ", "| `2022` ")}
    write_folder(folder, {"keputusan": sheets})

    book = load_workbook(rolled(folder, "keputusan.xlsx"))

    assert 2023 in [cell.value for cell in book["Identitas"]["B"]]


# --- formulas ---


def test_a_formula_that_is_emptied_leaves_the_list_of_formulas(folder: Path) -> None:
    """Excel calls a book damaged whose list names a cell without a formula."""
    path = folder / BOOK
    set_cell(path, "F2", b'<c r="F2"><f>100+20</f><v>120</v></c>')
    replace(path, CHAIN, (b'<c r="J2" i="1" l="1"/>', b'<c r="F2" i="1" l="1"/><c r="J2"/>'))

    chain = etree.fromstring(parts_of(rolled(folder))[CHAIN])

    assert [(one.get("r"), one.get("i")) for one in chain] == [("J2", "1"), ("J3", None)]


def test_a_list_of_formulas_goes_with_the_last_of_them(folder: Path) -> None:
    path = folder / BOOK
    set_cell(path, "F2", b'<c r="F2"><f>100+20</f><v>120</v></c>')
    for cell in ("J2", "J3"):
        set_cell(path, cell, b"")
    replace(path, CHAIN, (b'<c r="J2" i="1" l="1"/><c r="J3"/>', b'<c r="F2" i="1"/>'))

    new = parts_of(rolled(folder))

    assert CHAIN not in new
    assert b"calcChain" not in new["[Content_Types].xml"] + new["xl/_rels/workbook.xml.rels"]


def test_a_formula_that_others_share_is_theirs_when_it_is_emptied(folder: Path) -> None:
    path = folder / BOOK
    shared = b'<c r="F2"><f t="shared" ref="F2:J2" si="0">E2&amp;$A$1</f><v>1</v></c>'
    set_cell(path, "F2", shared)
    set_cell(path, "J2", b'<c r="J2"><f t="shared" si="0"/><v>240</v></c>')

    assert rolled_cells(folder)["J2"] == b'<c r="J2"><f>I2&amp;$A$1</f><v>240</v></c>'


def test_an_array_that_fills_targets_becomes_what_it_made(folder: Path) -> None:
    path = folder / BOOK
    set_cell(path, "F2", b'<c r="F2"><v>5</v></c>')
    set_cell(path, "E2", b'<c r="E2"><f t="array" ref="E2:F2">A5:B5</f><v>4</v></c>')

    after = rolled_cells(folder)

    assert (after["E2"], after["F2"]) == (b'<c r="E2"><v>4</v></c>', b'<c r="F2"></c>')
    assert b"<v>5</v>" in after["H2"]


def test_excel_counts_formulas_anew_whose_cells_have_changed(folder: Path) -> None:
    replace(folder / BOOK, WORKBOOK, (b' fullCalcOnLoad="1"', b""))

    assert b'fullCalcOnLoad="1"' in parts_of(rolled(folder))[WORKBOOK]


# --- the column that is missing ---


def without_last_year(folder: Path, head: str = HEAD) -> None:
    """Write a book that has no room for last year's targets."""
    rows = "| S1 | P1 | Program A | Meningkatnya B | Jumlah | 120 | Orang |"
    workbook("eselon-3", {"Program": f"{head}\n{rows}"}).save(folder / BOOK)


def test_the_added_column_is_headed_watched_and_wide_as_in_a_blank_book(folder: Path) -> None:
    without_last_year(folder)

    sheet = load_workbook(rolled(folder))["Program"]

    heading = sheet["H1"]
    assert (heading.value, heading.font.b, heading.fill.fgColor.rgb[-6:]) == (
        *("Target Tahun Lalu", True, "DDE6EF"),
    )
    assert heading.comment.text.startswith("Target Tahun Lalu (boleh dikosongkan)")
    assert [str(one.sqref) for one in sheet.data_validations.dataValidation] == ["H1"]
    assert sheet.column_dimensions["H"].width == 12
    assert (sheet["H2"].value, sheet["H2"].alignment.horizontal) == ("120", "right")


def test_a_column_is_added_beside_what_is_said_of_all_others(folder: Path) -> None:
    """Some hide all columns to the right of their table at once."""
    without_last_year(folder)
    hidden = b'<cols><col min="6" max="16384" hidden="1" width="5"/></cols><sheetData>'
    replace(folder / BOOK, SHEET, (b"<sheetData>", hidden))

    (columns,) = around(parts_of(rolled(folder))[SHEET])["cols"]

    said = [dict(one.attrib) for one in etree.fromstring(columns)]
    assert [(one["min"], one["max"], one.get("hidden")) for one in said] == [
        *(("6", "7", "1"), ("8", "8", None), ("9", "16384", "1")),
    ]


def test_a_column_is_added_without_walking_down_the_sheet(folder: Path) -> None:
    """One formatted cell in the last row makes a sheet a million rows high."""
    without_last_year(folder)
    last = b'<row r="1048576"><c r="C1048576" s="0"/></row></sheetData>'
    replace(folder / BOOK, SHEET, (b"</sheetData>", last))

    after = rolled_cells(folder)

    assert [one for one in after if not one.endswith(("1", "2"))] == ["C1048576"]


def test_a_sheet_without_room_for_a_column_is_told(folder: Path) -> None:
    without_last_year(folder)
    last = b'<c r="XFD1" t="inlineStr"><is><t>penuh</t></is></c></row><row r="2"'
    sheet = re.sub(rb'</row><row r="2"', lambda _: last, parts_of(folder / BOOK)[SHEET])
    change_parts(folder / BOOK, {SHEET: sheet})
    raw = next(book for book in read_books(folder)[0] if book.path.name == BOOK)

    result = roll_over(raw, "2022", "2023")

    assert isinstance(result, Diagnostic)
    assert result.rule.name == "buku-tidak-terbawa"


# --- books as other programs write them ---


def test_a_sheet_with_prefixes_and_without_addresses_is_rolled_over(folder: Path) -> None:
    without_last_year(folder)
    sheet = parts_of(folder / BOOK)[SHEET]
    sheet = re.sub(rb'<(row|c) r="\w+"', rb"<\1", sheet)
    sheet = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", sheet).replace(b"xmlns=", b"xmlns:x=")
    change_parts(folder / BOOK, {SHEET: sheet})

    book = load_workbook(rolled(folder))

    assert [cell.value for cell in book["Program"][2]][5:] == [None, "Orang", "120"]


def test_rows_out_of_order_are_found(folder: Path) -> None:
    path = folder / BOOK
    sheet = parts_of(path)[SHEET]
    first, second, third = re.findall(rb"<row .*?</row>", sheet)
    replace(path, SHEET, (first + second + third, third + first + second))

    after = rolled_cells(folder)

    assert (b"<v>120</v>" in after["H2"], b"<v>8</v>" in after["H3"]) == (True, True)


def test_a_sheet_whose_name_needs_escaping_is_found(folder: Path) -> None:
    without_last_year(folder)
    replace(folder / BOOK, WORKBOOK, (b'name="Program"', b'name="Program&amp;"'))

    book = load_workbook(rolled(folder))

    assert book["Program&"]["H2"].value == "120"


def test_a_book_without_styles_is_rolled_over(folder: Path) -> None:
    without_last_year(folder)
    book = Parcel(parts_of(folder / BOOK))
    (styles,) = book.related(WORKBOOK, "styles").items()
    book.remove(styles[1])
    book.unrelate(WORKBOOK, styles[0])
    parts = book.to_parts()
    with ZipFile(folder / BOOK, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, re.sub(rb' s="[0-9]+"', b"", part))

    sheet = load_workbook(rolled(folder))["Program"]

    assert (sheet["H2"].value, sheet["H1"].font.b) == ("120", True)


def test_a_book_with_macros_becomes_a_plain_one(folder: Path) -> None:
    """It is called .xlsx then, and Excel would not open what says otherwise."""
    book = Parcel(parts_of(folder / BOOK))
    book.declare(WORKBOOK, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    book.add("xl/vbaProject.bin", b"makro", "application/vnd.ms-office.vbaProject")
    book.relate(WORKBOOK, "vbaProject", "xl/vbaProject.bin")
    change_parts(folder / BOOK, book.to_parts())
    (folder / BOOK).rename(folder / "eselon-3.xlsm")

    new = parts_of(rolled(folder, "eselon-3.xlsm"))

    assert not [name for name in new if "vba" in name]
    types = new["[Content_Types].xml"] + new["xl/_rels/workbook.xml.rels"]
    assert (b"vba" in types, b"macroEnabled" in types) == (False, False)


@pytest.mark.requires("sdk")
def test_the_open_xml_sdk_finds_nothing_new_in_next_years_book(folder: Path) -> None:
    assert faults(rolled(folder)) - faults(folder / BOOK) == Counter()


def faults(path: Path) -> Counter[str]:
    """Return what is said of a book; of a font out of order how often."""
    return Counter(
        re.sub(r"\[[0-9]+\]", "", fault.partition(" /")[2]) for fault in sdk_validate([path])
    )


# --- renewed lists ---


def test_renewed_lists_change_their_sheet_alone(folder: Path) -> None:
    """Next to it only the names of lists, their look, and what says that this is a copy."""
    assert differing(folder / BOOK, renewed(folder)) == {
        *(LISTS, WORKBOOK, "xl/styles.xml", "docProps/custom.xml"),
    }


def test_only_the_choices_of_kode_induk_change_on_their_sheet(folder: Path) -> None:
    before, after = cells(parts_of(folder / BOOK)[LISTS]), cells(parts_of(renewed(folder))[LISTS])

    assert {one for one in before if before[one] != after[one]} == {"B4", "B5", "B6"}
    assert "S1 – MENINGKATNYA A" in after["B4"].decode()
    assert after["B5"] == b'<c r="B5"></c>'


def test_the_dropdown_reaches_to_the_end_of_its_new_list(folder: Path) -> None:
    names = etree.fromstring(parts_of(renewed(folder))[WORKBOOK]).iter("{*}definedName")

    areas = {one.get("name"): one.text for one in names}
    assert areas["Daftar_Induk"] == "'Daftar'!$B$4:$B$4"
    assert areas["Sasaran_Kami"] == "Program!$D$2"


def test_a_book_that_lost_sheet_daftar_gets_it_again(folder: Path) -> None:
    without_last_year(folder)

    book = load_workbook(renewed(folder))

    assert book.sheetnames == ["Program", "Daftar"]
    assert [book["Daftar"][cell].value for cell in ("A3", "A4", "B3", "B4")] == [
        *("Satuan", SATUAN[0], "Kode Induk", "S1 – MENINGKATNYA A"),
    ]
    assert book["Daftar"].column_dimensions["B"].width == 90
    assert book.defined_names.keys() == {"Daftar_Satuan", "Daftar_Induk"}


def test_a_blank_book_whose_choices_change_keeps_what_the_clerk_gave_it(tmp_path: Path) -> None:
    """A width here; a picture of the office is another part of which nothing is known."""
    write_folder(tmp_path)
    (tmp_path / BOOK).write_bytes(blank_book(book_of("eselon-3")))
    replace(tmp_path / BOOK, "xl/worksheets/sheet2.xml", (b'<col width="24"', b'<col width="55"'))
    before = parts_of(tmp_path / BOOK)

    write_blank_books(tmp_path)

    after = parts_of(tmp_path / BOOK)
    assert {name for name in before if before[name] != after[name]} == {
        *(LISTS, WORKBOOK, "xl/styles.xml"),
    }


def test_the_lists_are_the_same_bytes_every_time(folder: Path) -> None:
    first = renewed(folder).read_bytes()

    assert renewed(folder).read_bytes() == first


@pytest.mark.requires("sdk")
def test_the_open_xml_sdk_finds_nothing_new_in_a_renewed_book(folder: Path) -> None:
    assert faults(renewed(folder)) - faults(folder / BOOK) == Counter()


# --- the mechanism ---


def test_a_part_is_parsed_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[bytes] = []

    def counted(part: bytes, *, bare: bool) -> etree._Element:
        parsed.append(part)
        return xml.parse(part, bare=bare)

    monkeypatch.setattr(parcel, "parse", counted)
    book = Parcel(parts_of(folder / BOOK))
    book.tree(SHEET)

    book.to_parts()

    assert len(parsed) == 1
