"""Our reader says the same of a book as openpyxl, sound or damaged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from generator.workbook.opening.load import load
from generator.workbook.opening.package import BookParts, open_bytes
from generator.workbook.opening.raw import RawSheet
from tests.support.damaged_books import damaged_book
from tests.support.openpyxl_books import load_with_openpyxl
from tests.support.paths import ROOT
from tests.support.soffice import convert

BOOKS = sorted((ROOT / "input_templates").rglob("*.xlsx"))
Read = tuple[Sequence[RawSheet], Mapping[str, object]]


def both(content: bytes) -> tuple[list[str] | None, list[str] | None]:
    """Return what our reader and openpyxl read, in words; None is a damaged book."""
    package = open_bytes(content, "buku.xlsx")
    if not isinstance(package, BookParts):
        return None, None
    ours, theirs = load(package), load_with_openpyxl(package)
    return ours and in_words(ours), theirs and in_words(theirs)


def in_words(read: Read) -> list[str]:
    """Return sheets and properties so that 1, 1.0 and True differ.

    LibreOffice stores a property that is 1 as a fraction, which openpyxl calls 1.0.
    """
    sheets, properties = read
    return [
        *(
            f"{sheet.name} {sheet.merges} {sheet.hidden} {sorted(sheet.hidden_columns)}"
            for sheet in sheets
        ),
        *(f"{sheet.name} {row}" for sheet in sheets for row in sheet.rows),
        *(
            f"{name}: {value:g}" if isinstance(value, float) else f"{name}: {value}"
            for name, value in properties.items()
        ),
    ]


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_our_own_books(path: Path) -> None:
    ours, theirs = both(path.read_bytes())
    assert ours is not None
    assert ours == theirs


@pytest.mark.requires("soffice")
def test_books_that_libreoffice_saved(tmp_path: Path) -> None:
    for folder in sorted({path.parent for path in BOOKS}):
        books = sorted(folder.glob("*.xlsx"))
        for saved in convert(books, "xlsx", tmp_path / folder.name):
            ours, theirs = both(saved.read_bytes())
            assert ours is not None
            assert ours == theirs, saved


NO_WORKBOOK = (28, 76, 148)
"""Their list of sheets is some other part, in which openpyxl finds no sheets; we say damaged."""
MISNAMED = 144
"""An attribute of the list of content types has another name; of a sheet that says nothing."""


@pytest.mark.parametrize("number", [n for n in range(200) if n not in (*NO_WORKBOOK, MISNAMED)])
def test_damaged_books(number: int) -> None:
    ours, theirs = both(damaged_book(0, number)[1])
    assert ours == theirs


@pytest.mark.parametrize("number", NO_WORKBOOK)
def test_a_list_of_sheets_that_is_none_is_damage(number: int) -> None:
    ours, theirs = both(damaged_book(0, number)[1])
    assert ours is None
    assert theirs is not None


def test_a_misnamed_attribute_that_concerns_no_cell_is_passed_over() -> None:
    ours, theirs = both(damaged_book(0, MISNAMED)[1])
    assert ours is not None
    assert theirs is None


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))
VALUES = (
    st.integers(-(10**20), 10**20)
    | st.floats()
    | st.booleans()
    | TEXTS
    | st.dates(date(1899, 1, 1), date(9999, 1, 1))
    | st.datetimes(datetime(1905, 1, 1), datetime(9000, 1, 1))
    | st.times(time(0), time(23, 59, 59))
    | st.timedeltas(timedelta(), timedelta(days=900))
)
FORMATS = (
    st.sampled_from(sorted(BUILTIN_FORMATS.values()))
    | st.sampled_from(['0.0" m"', "[h]:mm", "[ss].00", "yyyy;@", r"\d0", '"d"0', "[Red]0", "hh:mm"])
    | st.text('0#,.%;@dmyhsE+-_\\"[] ', min_size=1)
)


@settings(max_examples=150)
@given(
    cells=st.lists(st.tuples(VALUES, FORMATS), min_size=1, max_size=12),
    since_1904=st.booleans(),
    hidden=st.tuples(st.booleans(), st.booleans(), st.booleans()),
)
def test_any_values_in_any_format(
    cells: list[tuple[object, str]], since_1904: bool, hidden: tuple[bool, bool, bool]
) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900
    sheet = book.create_sheet("Isi")
    for row, (value, number_format) in enumerate(cells, start=1):
        cell = sheet.cell(row, row % 3 + 1)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        cell.number_format = number_format
    sheet.row_dimensions[1].hidden, sheet.column_dimensions["B"].hidden, is_hidden = hidden
    sheet.sheet_state = "hidden" if is_hidden else "visible"
    sheet.merge_cells("E1:F2")
    content = BytesIO()
    book.save(content)
    ours, theirs = both(content.getvalue())
    assert ours is not None
    assert ours == theirs
