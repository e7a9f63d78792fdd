"""Next year's books: last year's, targets moved over, and emptied of what belongs to its year.

The books are not made anew but carried on, so that an office finds its own order, columns and
notes again. Every cell stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle

from generator.bahasa.wording import clean
from generator.findings.finding import Diagnostic, finding
from generator.schema.keputusan import (
    IDENTITAS,
    KEPUTUSAN,
    PENGECUALIAN,
    PERATURAN,
    TAHUN,
)
from generator.schema.types import Key, Sheet
from generator.values import Place
from generator.workbook.changing import siblings
from generator.workbook.changing.formulas import count_again, free
from generator.workbook.changing.grid import Grid, put_number
from generator.workbook.changing.parcel import Parcel
from generator.workbook.changing.save import to_unsealed_bytes
from generator.workbook.copies.hasil_periksa import gone, open_unmarked
from generator.workbook.copies.marks import styles_of
from generator.workbook.look import TO_FILL, xml_of
from generator.workbook.making.blank import NUMBERED
from generator.workbook.making.lists import LAST_ROW
from generator.workbook.opening.package import DAMAGE
from generator.workbook.opening.parsing import MAIN
from generator.workbook.opening.raw import RawBook
from generator.workbook.reading.identitas import key_named, placeholder_values
from generator.workbook.reading.moved import TORN
from generator.workbook.reading.rows import CellRow, SheetRows, row_ranges
from generator.workbook.reading.tables import sheets_of
from generator.workbook.renewing.columns import append_column

_PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
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

    A book whose parts cannot be changed is a finding.
    """
    try:
        parcel = open_unmarked(raw.path)
        if parcel is None:
            return finding("buku-tidak-terbawa", raw.place)
        _make_plain(parcel)
        parts, found = sheets_of(raw)
        torn = {one.place.sheet for one in found if one.rule.name == TORN}
        _number_again(parcel, (part for part in parts if part.place.sheet not in torn))
        findings = [*_carry_on(parcel, parts, old, new)]
        return to_unsealed_bytes(parcel), findings
    except OSError as error:
        return gone(raw, error)
    except DAMAGE:
        return finding("buku-tidak-terbawa", raw.place)


def _carry_on(
    parcel: Parcel, parts: Iterable[SheetRows], old: str | None, new: str
) -> Iterator[Diagnostic]:
    """Change the cells of each sheet that belong to its year."""
    names = parcel.sheets()
    for part in parts:
        name = names[part.place.sheet or ""]
        if part.sheet.keys:
            _renew_keys(parcel, name, part, new)
        elif part.sheet.level is not None and part.rows:
            yield from _move_targets(parcel, name, part, old, new)
        if old and part.sheet not in _OF_REGULATIONS:
            yield from _naming_year(part, old, new)
    count_again(parcel)


def _number_again(parcel: Parcel, parts: Iterable[SheetRows]) -> None:
    """Number the rows of each sheet that has numbers as they stand now, inserted ones too."""
    names = parcel.sheets()
    for part in parts:
        grid = Grid(parcel.tree(names[part.place.sheet or ""]))
        if part.order and part.rows:
            last = max(part.rows[-1].place.row or 0, part.heading_row + NUMBERED)
            for number in range(1, last - part.heading_row + 1):
                put_number(grid.cell(f"{part.order}{part.heading_row + number}"), str(number))


def _renew_keys(parcel: Parcel, name: str, part: SheetRows, new: str) -> None:
    """Enter the new year; empty what every document has of its own."""
    keys: dict[str, Key] = {}
    for row in part.rows:
        key = _of_the_year(row, part.sheet)
        address = (row.cells["isi"][1] if "isi" in row.cells else row.at("isi")).cell
        if key and address:
            keys[address] = key
    grid = Grid(parcel.tree(name))
    free(parcel, name, grid, keys)
    for address, key in keys.items():
        if key is TAHUN:
            grid.write(address, new)
        else:
            grid.clear(address)


def _of_the_year(row: CellRow, sheet: Sheet) -> Key | None:
    """Return the key that a row of a sheet of keys is about, if it goes with the year."""
    name = row.cells["isian"][0].value if "isian" in row.cells else None
    key = key_named(clean(name), sheet) if isinstance(name, str) else None
    return key if key and (key is TAHUN or key.yearly) else None


def _move_targets(
    parcel: Parcel, name: str, part: SheetRows, old: str | None, new: str
) -> Iterator[Diagnostic]:
    """Move each target beside itself, as a value in its format, and take up that of the plan.

    Where there is none, the target of the year before stays, and the new one is empty.
    """
    columns = part.rows[0].columns
    target, last = (columns.get(role, ("", ""))[0] for role in ("target", "target_tahun_lalu"))
    if not target:
        return
    grid = Grid(parcel.tree(name))
    if not last:
        column = part.sheet.column("target_tahun_lalu")
        last = append_column(parcel, name, grid, column, part.heading_row)
    planned = _planned(part, new)
    spread, moved, taken, emptied = {}, {}, {}, set()
    for row in part.rows:
        own = f"{last}{row.place.row}"
        before = row.cells["target_tahun_lalu"][1].cell if "target_tahun_lalu" in row.cells else own
        if before and before != own:
            spread[own] = before
        if source := planned.get(row.place):
            taken[f"{target}{row.place.row}"] = source
        cell, place = row.cells.get("target", (None, row.place))
        if cell and place.cell:
            emptied.add(place.cell)
            if cell.value is not None and not cell.fault:
                moved[own] = place.cell
                continue
        if row.is_filled("indikator"):
            yield finding("target-lama-kosong", row.at("target"), tahun=old or "lalu")
    free(parcel, name, grid, [*spread, *moved, *taken, *emptied])
    grid.unmerge([*spread, *moved, *taken])
    for copies in (spread, moved):
        _copy(parcel, grid, copies)
    for address in emptied:
        grid.clear(address)
    _copy(parcel, grid, taken)
    yield from _not_planned(part, new, planned)
    if indikator := columns.get("indikator", ("", ""))[0]:
        _mark_empty(parcel, grid, indikator, target, part.heading_row + 1)


def _planned(part: SheetRows, new: str) -> dict[Place, str]:
    """Return the cells with the target of a year, by the row that it is for."""
    return {
        row.place: place.cell
        for column in part.plan
        if column.tahun == int(new)
        for row in part.rows
        for cell, place in [row.cells.get(column.role, (None, row.place))]
        if cell and place.cell and cell.value is not None and not cell.fault
    }


def _not_planned(part: SheetRows, new: str, planned: Mapping[Place, str]) -> Iterator[Diagnostic]:
    """Yield once a sheet the rows that its plan leaves without a target of the new year."""
    rows = [row for row in part.rows if row.is_filled("indikator") and row.place not in planned]
    if not rows or not any(column.tahun for column in part.plan):
        return
    if not planned:
        yield finding("tahun-tanpa-rencana", part.place, tahun=new)
        return
    places = [row.at(f"target_{new}") for row in rows]
    numbers = row_ranges([row.place.row or 0 for row in rows])
    yield finding("target-tanpa-rencana", places[0], related=places[1:], tahun=new, baris=numbers)


def _copy(parcel: Parcel, grid: Grid, sources: Mapping[str, str]) -> None:
    """Put into each cell what its source holds, in the format that it has there."""
    styles = styles_of(parcel)
    for address, source in sources.items():
        grid.copy(source, address)
        cell, other = grid.cell(address), grid.cell(source)
        style = styles.with_format_of(int(cell.get("s") or 0), int(other.get("s") or 0))
        cell.set("s", str(style))


def _mark_empty(parcel: Parcel, grid: Grid, indikator: str, target: str, row: int) -> None:
    """Colour each target that an indikator still lacks; the colour goes when it is entered.

    The rule comes before all others, for LibreOffice follows only the first that holds.
    """
    formula = f"AND(LEN(${indikator}{row})>0,LEN(${target}{row})=0)"
    if formula in [one.text for one in grid.sheet.iter(f"{MAIN}formula")]:
        return
    for rule in grid.sheet.iter("{*}cfRule"):
        if priority := rule.get("priority"):
            rule.set("priority", str(int(priority) + 1))
    look = DifferentialStyle(fill=PatternFill("solid", bgColor=TO_FILL))
    dxf = styles_of(parcel).differential(xml_of(look, "dxf"))
    mark = etree.Element(f"{MAIN}conditionalFormatting", sqref=f"{target}{row}:{target}{LAST_ROW}")
    attributes = {"type": "expression", "dxfId": str(dxf), "priority": "1"}
    rule = etree.SubElement(mark, f"{MAIN}cfRule", attributes)
    etree.SubElement(rule, f"{MAIN}formula").text = formula
    siblings.insert(grid.sheet, mark)


_CITATION = re.compile(r"\bnomor\s+\S+\s+tahun\s+[0-9]{4}|\btahun\s+[0-9]{4}\s+nomor\b")


def _naming_year(part: SheetRows, old: str, new: str) -> Iterator[Diagnostic]:
    """Yield the texts that would still name the old year; one of a regulation is no such year."""
    named = re.compile(rf"(?<![0-9]){old}(?![0-9])")
    seen = set()
    targets = {*_TARGETS, *(column.role for column in part.plan)}
    for row in part.rows:
        if _of_the_year(row, part.sheet):
            continue
        for role, (cell, place) in row.cells.items():
            if role in targets or place in seen or not isinstance(cell.value, str):
                continue
            seen.add(place)
            if named.search(_CITATION.sub("", cell.value.casefold())):
                yield finding("menyebut-tahun-lama", place, lama=old, baru=new)


def _make_plain(parcel: Parcel) -> None:
    """Let an opened book be what the name .xlsx says, or Excel would not open it."""
    if parcel.type_of(parcel.workbook) != _PLAIN:
        parcel.declare(parcel.workbook, _PLAIN)
    for relation, macros in parcel.related(parcel.workbook, "vbaProject").items():
        for signature in parcel.related(macros).values():
            parcel.remove(signature)
        parcel.remove(macros)
        parcel.unrelate(parcel.workbook, relation)
