"""Rows in which nothing stands: dropped when a sheet is read, carried when it is changed."""

from __future__ import annotations

import pytest

from generator.opc.xml import parse, to_xml
from generator.workbook.changing.grid import Grid, put_text
from generator.workbook.opening.folding import drop_rows, fold_rows, unfold_rows
from generator.workbook.opening.parsing import MAIN

ROWS = 40_000


def empty(first: int, last: int) -> bytes:
    return b"".join(
        b'<row r="%d" ht="15"><c r="A%d" s="1"/><c r="B%d" s="2"/></row>' % (n, n, n)
        for n in range(first, last + 1)
    )


def sheet(*rows: bytes) -> bytes:
    head = f'<worksheet xmlns="{MAIN[1:-1]}"><sheetData>'.encode()
    return head + b"".join(rows) + b"</sheetData></worksheet>"


FILLED = b'<row r="%d"><c r="A%d" s="1"><v>1</v></c><c r="B%d" s="2"/></row>'


def filled(number: int) -> bytes:
    return FILLED % (number, number, number)


PART = sheet(filled(1), empty(2, ROWS), filled(ROWS + 1), empty(ROWS + 2, ROWS + 9))


def test_of_a_large_sheet_the_filled_rows_are_read() -> None:
    rows = parse(drop_rows(PART))[0]

    assert len(PART) > 1 << 20
    assert [one.get("r") for one in rows if len(one)] == ["1", str(ROWS + 1)]
    assert len(rows) < 10


def test_folded_rows_come_back_byte_for_byte() -> None:
    folded = fold_rows(PART)

    assert len(folded) < len(PART) / 4
    assert unfold_rows(folded) == PART


def test_a_change_leaves_all_other_rows_their_bytes() -> None:
    tree = parse(fold_rows(PART))
    number = ROWS // 2

    put_text(Grid(tree).cell(f"B{number}"), "isi")

    said = b'<c r="B%d" s="2" t="inlineStr"><is><t xml:space="preserve">isi</t></is></c>' % number
    row = b'<row r="%d" ht="15"><c r="A%d" s="1"/>' % (number, number)
    cells = unfold_rows(to_xml(tree)).partition(b"<sheetData>")[2]
    wanted = [filled(1), empty(2, number - 1), row, said, b"</row>", empty(number + 1, ROWS)]
    assert cells.startswith(b"".join(wanted))


@pytest.mark.parametrize("number", [2, ROWS, ROWS + 2, ROWS + 9, ROWS + 20])
def test_a_cell_is_found_or_made_in_its_place(number: int) -> None:
    tree = parse(fold_rows(PART))
    grid = Grid(tree)

    grid.write(f"A{number}", "isi")
    grid.write(f"A{number - 1}", "isi")

    rows = parse(unfold_rows(to_xml(tree)))[0]
    numbers = [int(str(one.get("r"))) for one in rows]
    assert numbers == sorted(set(numbers))
    assert {1, number - 1, number, ROWS + 1} <= {
        int(str(one.get("r"))) for one in rows if any(len(cell) for cell in one)
    }
    assert len(rows) == max(ROWS + 9, number) - (9 if number > ROWS + 10 else 0)


def test_styles_of_folded_cells_can_be_exchanged() -> None:
    tree = parse(fold_rows(PART))

    Grid(tree).restyle_folded({2: 7})

    assert unfold_rows(to_xml(tree)).count(b's="7"') == ROWS - 1 + 8


@pytest.mark.parametrize(
    "odd",
    [
        PART.replace(b"<sheetData>", b"<!-- --><sheetData>"),
        b'<?xml version="1.0" encoding="ISO-8859-1"?>' + PART,
        PART[:-40],
        sheet(*[b"<row><c/></row>"] * 80_000),
        sheet(*[b'<row r="1"><c r="A1"/>'] * 60_000),
    ],
    ids=["comment", "encoding", "cut", "no-numbers", "never-closed"],
)
def test_what_is_written_otherwise_stays_as_it_is(odd: bytes) -> None:
    assert fold_rows(odd) == odd
    assert drop_rows(odd) == odd
