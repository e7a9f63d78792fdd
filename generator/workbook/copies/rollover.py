"""Next year's books: last year's, targets moved over, and emptied of what belongs to its year.

The books are not made anew but carried on, so that an office finds its own order, columns and
notes again. Every cell stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import MergedCell
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.bahasa.wording import clean
from generator.findings.finding import Diagnostic, finding
from generator.schema.keputusan import (
    IDENTITAS,
    KEPUTUSAN,
    NOMOR,
    PENGECUALIAN,
    PERATURAN,
    TAHUN,
    TANGGAL,
)
from generator.schema.types import Sheet
from generator.workbook.copies.listing import remove_listing
from generator.workbook.copies.marks import remove_marks
from generator.workbook.copies.parcel import open_parcel
from generator.workbook.making.blank import add_column
from generator.workbook.making.folder import load_book
from generator.workbook.making.lists import LAST_ROW
from generator.workbook.making.look import TO_FILL, enter, put
from generator.workbook.making.save import to_bytes, to_unsealed_bytes
from generator.workbook.reading.identitas import key_named, placeholder_values
from generator.workbook.reading.package import DAMAGE
from generator.workbook.reading.raw import RawBook, Value
from generator.workbook.reading.rows import CellRow, SheetRows
from generator.workbook.reading.tables import sheets_of

_OF_THE_YEAR = (TAHUN.role, NOMOR.role, TANGGAL.role)
_TARGETS = ("target", "target_tahun_lalu", "pagu")
_OF_REGULATIONS = (PERATURAN, PENGECUALIAN)
"""Sheets whose years are those of regulations, or of texts quoted from the books."""


def year_of(books: Iterable[RawBook]) -> str | None:
    """Return the year that sheet Identitas of these books says, or None."""
    rows = [
        row
        for book in books
        if book.kind == KEPUTUSAN.kind
        for part in sheets_of(book)[0]
        if part.sheet is IDENTITAS
        for row in part.rows
    ]
    year = placeholder_values(rows, IDENTITAS)["tahun"]
    return year if re.fullmatch(r"[0-9]{4}", year) else None


def roll_over(
    raw: RawBook, old: str | None, new: str
) -> tuple[bytes, list[Diagnostic]] | Diagnostic:
    """Return the .xlsx of this book for the year `new` and what is left to look at.

    A book that openpyxl cannot write again is a finding.
    """
    workbook = _open(raw.path)
    if workbook is None:
        return finding("buku-tidak-terbawa", raw.place)
    findings: list[Diagnostic] = []
    for part in sheets_of(raw)[0]:
        sheet = workbook[part.place.sheet or ""]
        if part.sheet.keys:
            _renew_keys(sheet, part, new)
        elif part.sheet.level is not None and part.rows:
            findings += _move_targets(sheet, part, old)
        if old and part.sheet not in _OF_REGULATIONS:
            findings += _naming_year(part, old, new)
    return to_bytes(workbook), findings


def _open(path: Path) -> Workbook | None:
    """Open a book without the marks of a copy that was put in its place."""
    try:
        parcel = open_parcel(path)
        if parcel is None:
            return None
        remove_listing(parcel)
        remove_marks(parcel)
        workbook = load_book(BytesIO(to_unsealed_bytes(parcel)))
    except DAMAGE:
        return None
    if workbook is not None:
        workbook.template = False
    return workbook


def _renew_keys(sheet: Worksheet, part: SheetRows, new: str) -> None:
    """Enter the new year; empty what every decree has of its own."""
    for row in part.rows:
        role = _role(row, part.sheet)
        address = (row.cells["isi"][1] if "isi" in row.cells else row.at("isi")).cell
        if role in _OF_THE_YEAR and address:
            put(sheet[address], new if role == TAHUN.role else None)


def _role(row: CellRow, sheet: Sheet) -> str | None:
    """Return the role of the key that a row of a sheet of keys is about."""
    name = row.cells["isian"][0].value if "isian" in row.cells else None
    key = key_named(clean(name), sheet) if isinstance(name, str) else None
    return key.role if key else None


def _move_targets(sheet: Worksheet, part: SheetRows, old: str | None) -> Iterator[Diagnostic]:
    """Move each target beside itself, as a value in its format, and empty it.

    Where there is none, the target of the year before stays.
    """
    columns = part.rows[0].columns
    target, last = (columns.get(role, ("", ""))[0] for role in ("target", "target_tahun_lalu"))
    if not target:
        return
    if not last:
        last = _append_column(sheet, part.sheet, part.heading_row)
    _unmerge(sheet, last, part.heading_row)
    moved = set()
    for row in part.rows:
        cell, place = row.cells.get("target", (None, row.place))
        if cell and place.cell:
            moved.add(place.cell)
        if cell and cell.value is not None and not cell.fault:
            enter(sheet, f"{last}{row.place.row}", cell.value, cell.number_format)
        elif row.is_filled("indikator"):
            yield finding("target-lama-kosong", row.at("target"), tahun=old or "lalu")
    for address in moved:
        put(sheet[address], None)
    if indikator := columns.get("indikator", ("", ""))[0]:
        _mark_empty(sheet, indikator, target, part.heading_row + 1)


def _append_column(sheet: Worksheet, declared: Sheet, heading_row: int) -> str:
    """Add column Target Tahun Lalu to the right of all that stands on the sheet."""
    last = max(cell.column for row in sheet.iter_rows() for cell in row if cell.value is not None)
    letter = get_column_letter(last + 1)
    add_column(sheet, letter, declared.column("target_tahun_lalu"), heading_row)
    return letter


def _unmerge(sheet: Worksheet, letter: str, heading_row: int) -> None:
    """Give each row of a column its own cell again, with what the merged cell said."""
    for area in list(sheet.merged_cells.ranges):
        if area.min_row <= heading_row or get_column_letter(area.min_col) != letter:
            continue
        first = sheet[f"{letter}{area.min_row}"]
        value: Value = None if isinstance(first, MergedCell) else first.value
        sheet.unmerge_cells(str(area))
        for row in range(area.min_row + 1, area.max_row + 1):
            enter(sheet, f"{letter}{row}", value, first.number_format)


def _mark_empty(sheet: Worksheet, indikator: str, target: str, row: int) -> None:
    """Colour each target that an indikator still lacks; the colour goes when it is entered.

    The rule comes before all others, for LibreOffice follows only the first that holds.
    """
    formula = f"AND(LEN(${indikator}{row})>0,LEN(${target}{row})=0)"
    others = [(area.sqref, rule) for area in sheet.conditional_formatting for rule in area.rules]
    if [formula] in [rule.formula for _, rule in others]:
        return
    look = DifferentialStyle(fill=PatternFill("solid", bgColor=TO_FILL))
    mark = Rule(type="expression", priority=1, formula=[formula], dxf=look)
    sheet.conditional_formatting = ConditionalFormattingList()
    sheet.conditional_formatting.add(f"{target}{row}:{target}{LAST_ROW}", mark)
    for area, rule in others:
        rule.priority += 1
        sheet.conditional_formatting.add(str(area), rule)


_CITATION = re.compile(r"\bnomor\s+\S+\s+tahun\s+[0-9]{4}|\btahun\s+[0-9]{4}\s+nomor\b")


def _naming_year(part: SheetRows, old: str, new: str) -> Iterator[Diagnostic]:
    """Yield the texts that would still name the old year; one of a regulation is no such year."""
    named = re.compile(rf"(?<![0-9]){old}(?![0-9])")
    seen = set()
    for row in part.rows:
        if _role(row, part.sheet) in _OF_THE_YEAR:
            continue
        for role, (cell, place) in row.cells.items():
            if role in _TARGETS or place in seen or not isinstance(cell.value, str):
                continue
            seen.add(place)
            if named.search(_CITATION.sub("", cell.value.casefold())):
                yield finding("menyebut-tahun-lama", place, lama=old, baru=new)
