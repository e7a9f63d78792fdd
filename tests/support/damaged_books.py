"""Good books damaged at random: in their bytes, their XML, and as a clerk would in Excel.

Each has a number; its dice are seeded with a day and that number.
"""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import cache
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.sheets import FOLDER, to_bytes, workbook

Parts = dict[str, bytes]
Change = Callable[[Parts, random.Random], None]


def sheet_of(parts: Parts, dice: random.Random) -> str:
    return dice.choice([name for name in sorted(parts) if "worksheets/sheet" in name])


def flip_bytes(parts: Parts, dice: random.Random) -> None:
    name = dice.choice(sorted(parts))
    content = bytearray(parts[name])
    for _ in range(dice.randint(1, 20)):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    parts[name] = bytes(content)


def drop_part(parts: Parts, dice: random.Random) -> None:
    del parts[dice.choice(sorted(parts))]


def empty_part(parts: Parts, dice: random.Random) -> None:
    parts[dice.choice(sorted(parts))] = b""


def cut_part(parts: Parts, dice: random.Random) -> None:
    name = dice.choice(sorted(parts))
    parts[name] = parts[name][: dice.randrange(len(parts[name]))]


def swap_parts(parts: Parts, dice: random.Random) -> None:
    one, other = dice.sample(sorted(parts), 2)
    parts[one], parts[other] = parts[other], parts[one]


def shuffle_sheets(parts: Parts, dice: random.Random) -> None:
    names = re.findall(rb'<sheet [^>]*name="([^"]*)"', parts["xl/workbook.xml"])
    swapped = dice.sample(names, len(names))
    order = iter(swapped)
    parts["xl/workbook.xml"] = re.sub(
        rb'(<sheet [^>]*name=")[^"]*', lambda m: m[1] + next(order), parts["xl/workbook.xml"]
    )


def break_tag(parts: Parts, dice: random.Random) -> None:
    name = dice.choice(sorted(parts))
    tags = list(re.finditer(rb"<[^>]*>", parts[name]))
    tag = dice.choice(tags)
    broken = dice.choice([b"<", b">", b"<x>", b"</x>", b"", tag[0] + tag[0], b"&"])
    parts[name] = parts[name][: tag.start()] + broken + parts[name][tag.end() :]


CELL_TYPES = (b"s", b"n", b"b", b"d", b"e", b"str", b"inlineStr", b"x")
VALUES = (
    b"",
    b"-1",
    b"1E999",
    b"NaN",
    b"9" * 400,
    b"#REF!",
    b"TRUE",
    b"2022-13-45",
    b"0x1F",
    b"\xff",
)


def change_cell_types(parts: Parts, dice: random.Random) -> None:
    name = sheet_of(parts, dice)
    parts[name] = re.sub(
        rb' t="\w+"', lambda _: b' t="' + dice.choice(CELL_TYPES) + b'"', parts[name]
    )


def change_values(parts: Parts, dice: random.Random) -> None:
    name = sheet_of(parts, dice)
    parts[name] = re.sub(
        rb't="inlineStr"><is><t>[^<]*</t></is>',
        lambda _: b't="n"><v>' + dice.choice(VALUES) + b"</v>",
        parts[name],
    )


ADDRESSES = (b"A0", b"", b"ZZZZ9", b"A9999999999", b"1A", b"XFD1048576", b"$A$1", b"A1:B2", b"a1")


def change_addresses(parts: Parts, dice: random.Random) -> None:
    name = sheet_of(parts, dice)
    parts[name] = re.sub(
        rb' r="\w+"',
        lambda m: b' r="' + dice.choice(ADDRESSES) + b'"' if dice.random() < 0.2 else m[0],
        parts[name],
    )


def change_styles(parts: Parts, dice: random.Random) -> None:
    name = sheet_of(parts, dice)
    wrong = dice.choice([b"999999", b"-1", b"x", b""])
    parts["xl/styles.xml"] = re.sub(rb'numFmtId="\d+"', b'numFmtId="999"', parts["xl/styles.xml"])
    parts[name] = re.sub(rb"<c ", b'<c s="' + wrong + b'" ', parts[name])


MERGES = (b"A1:XFD1048576", b"A2:A1048576", b"B3:A1", b"A1", b":", b"A2:B2", b"ZZZZ1:A2")


def merge_oddly(parts: Parts, dice: random.Random) -> None:
    name = sheet_of(parts, dice)
    refs = b"".join(b'<mergeCell ref="' + ref + b'"/>' for ref in dice.sample(MERGES, 3))
    parts[name] = parts[name].replace(
        b"</sheetData>", b"</sheetData><mergeCells>" + refs + b"</mergeCells>"
    )


def add_formulas(parts: Parts, dice: random.Random) -> None:
    name = sheet_of(parts, dice)
    formula = dice.choice([b"<f>A1</f>", b'<f t="shared" si="9"/>', b'<f t="array" ref="x">1</f>'])
    parts[name] = re.sub(rb"(<c [^>]*>)", lambda m: m[1] + formula, parts[name])


TEXTS = (
    *("{{ 7 * 7 }}", "{% for x in y %}", "=1+1", "+62", "@SUM(A1)", "<w:p/>", "]]>", "&amp;"),
    *("_x0041_", "\u202e\u0627", "\ufeff", "a\u0301" * 40, "\U0001f600", "\x07\x1b[31m"),
    *("x" * 9_000, "kata " * 2_000, "\n" * 300, " ", "\u00a0", "-", "n/a", "0", "8,2%", "0,082"),
    *(
        "S1; S2",
        "S1",
        "P1",
        "K1",
        "{tahun}",
        "{tanggal",
        "1.2.3.4.5",
        "Rp 1.000.000,00",
        "31/02/2022",
    ),
)


FORMATS = ("0%", "@", "0.00", "dd/mm/yyyy", "[h]:mm", "General", ";;;")
TITLES = ("Sheet1", "identitas ", "PROGRAM", "Sub  Kegiatan", "Sasaran (2)", "x" * 31)


def opened(parts: Parts) -> Workbook:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return load_workbook(buffer)


def saved(book: Workbook, parts: Parts) -> None:
    parts.clear()
    with zipfile.ZipFile(BytesIO(to_bytes(book))) as archive:
        parts |= {name: archive.read(name) for name in archive.namelist()}


def on_a_sheet(change: Callable[[Worksheet, random.Random], None]) -> Change:
    """Return a change of a sheet as one made in Excel."""

    def changed(parts: Parts, dice: random.Random) -> None:
        book = opened(parts)
        change(dice.choice(book.worksheets), dice)
        saved(book, parts)

    return changed


def somewhere(sheet: Worksheet, dice: random.Random) -> Cell:
    rows, columns = max(sheet.max_row, 2), max(sheet.max_column, 2)
    cell = sheet.cell(dice.randint(1, rows + 1), dice.randint(1, columns + 1))
    assert isinstance(cell, Cell)
    return cell


def type_texts(sheet: Worksheet, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 6)):
        text = ILLEGAL_CHARACTERS_RE.sub("", dice.choice(TEXTS))
        cell = somewhere(sheet, dice)
        cell.value = text
        if text.startswith("="):
            cell.data_type = dice.choice(["f", "s"])


def type_other_kinds(sheet: Worksheet, dice: random.Random) -> None:
    kinds = (True, 8.2e-2, -1, 10**15, datetime(2022, 1, 3), time(8, 30), timedelta(days=400), None)
    for _ in range(dice.randint(1, 6)):
        cell = somewhere(sheet, dice)
        cell.value = dice.choice(kinds)
        cell.number_format = dice.choice(
            ["0%", "@", "0.00", "dd/mm/yyyy", "[h]:mm", "General", ";;;"]
        )


def shuffle_rows(sheet: Worksheet, dice: random.Random) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=1 + dice.randint(0, 1))]
    dice.shuffle(rows)
    for row in sheet.iter_rows():
        for cell in row:
            cell.value = None
    for number, values in enumerate(rows, start=2):
        for column, value in enumerate(values, start=1):
            sheet.cell(number, column, value)


def repeat_rows(sheet: Worksheet, dice: random.Random) -> None:
    values = [cell.value for cell in sheet[dice.randint(1, max(sheet.max_row, 1))]]
    for _ in range(dice.randint(1, 30)):
        sheet.append(values)


def insert_and_delete(sheet: Worksheet, dice: random.Random) -> None:
    for change in (sheet.insert_rows, sheet.insert_cols, sheet.delete_rows, sheet.delete_cols):
        if dice.random() < 0.5:
            change(dice.randint(1, 4), dice.randint(1, 2))


def merge_some(sheet: Worksheet, dice: random.Random) -> None:
    top, left = dice.randint(1, 4), dice.randint(1, 4)
    sheet.merge_cells(
        start_row=top,
        start_column=left,
        end_row=top + dice.randint(0, 5),
        end_column=left + dice.randint(0, 5),
    )


def hide_and_filter(sheet: Worksheet, dice: random.Random) -> None:
    sheet.row_dimensions[dice.randint(1, 4)].hidden = True
    sheet.column_dimensions[dice.choice("ABCDE")].hidden = True
    sheet.auto_filter.ref = dice.choice(["A1:D9", "A1"])
    sheet.protection.sheet = dice.random() < 0.5


def rename_sheet(sheet: Worksheet, dice: random.Random) -> None:
    sheet.title = dice.choice(
        ["Sheet1", "identitas ", "PROGRAM", "Sub  Kegiatan", "Sasaran (2)", "x" * 31]
    )


def change_sheets(parts: Parts, dice: random.Random) -> None:
    book = opened(parts)
    sheet = dice.choice(book.worksheets)
    match dice.randrange(3):
        case 0 if len(book.worksheets) > 1:
            book.remove(sheet)
        case 1:
            book.copy_worksheet(sheet)
        case _:
            book.move_sheet(sheet, dice.randint(-3, 3))
    saved(book, parts)


def other_file(parts: Parts, dice: random.Random) -> None:
    parts.clear()
    parts |= dice.choice(
        [{}, {"word/document.xml": b"<w/>"}, {"a/b": b""}, {"[Content_Types].xml": b""}]
    )


CHANGES: tuple[Change, ...] = (
    *(flip_bytes, drop_part, empty_part, cut_part, swap_parts, shuffle_sheets, break_tag),
    *(change_cell_types, change_values, change_addresses, change_styles, merge_oddly),
    *(add_formulas, change_sheets, other_file),
    *map(
        on_a_sheet,
        (
            *(type_texts, type_texts, type_other_kinds, shuffle_rows, repeat_rows),
            *(insert_and_delete, merge_some, hide_and_filter, rename_sheet),
        ),
    ),
)


@cache
def good_books() -> dict[str, bytes]:
    return {kind: to_bytes(workbook(kind, sheets)) for kind, sheets in FOLDER.items()}


def damaged_book(day: int, number: int) -> tuple[str, bytes]:
    """Return the kind and the bytes of the damaged book with this number."""
    dice = random.Random(f"{day} {number}")
    kind = dice.choice(sorted(FOLDER))
    if number % 10 == 0:
        content = bytearray(good_books()[kind])
        for _ in range(dice.randint(1, 40)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        return kind, bytes(content[: dice.randrange(len(content))] if number % 20 else content)
    with zipfile.ZipFile(BytesIO(good_books()[kind])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    CHANGES[number % len(CHANGES)](parts, dice)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return kind, buffer.getvalue()
