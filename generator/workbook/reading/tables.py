"""Raw books → one frame of all tree rows and plain rows of the decree's sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pandas as pd

from generator.bahasa.numbers import format_number
from generator.bahasa.tempelan import list_mark
from generator.bahasa.wording import clean, expand, natural_key, printed_length
from generator.findings.finding import Diagnostic, finding
from generator.findings.rule import Severity
from generator.nomenklatur.butir import ButirNomenklatur
from generator.nomenklatur.tables import Nomenklatur, nomenklatur_for
from generator.schema.books import BOOKS
from generator.schema.keputusan import IDENTITAS, JENJANG, KEPUTUSAN
from generator.schema.kinerja import PROGRAM, SATUAN, TREE_SHEETS, further
from generator.schema.types import Book, Column, Entry, Sheet
from generator.values import Isian, Place, Row, Target
from generator.workbook.choice import parent_code, parent_codes
from generator.workbook.opening.raw import RawBook, RawCell
from generator.workbook.reading.cells import LONGEST, read_isian, readable, unknown_placeholder
from generator.workbook.reading.headings import match_columns, match_sheets
from generator.workbook.reading.identitas import placeholder_values, read_entry
from generator.workbook.reading.moved import moved_rows
from generator.workbook.reading.number_format import as_typed
from generator.workbook.reading.official import complete
from generator.workbook.reading.pasted import broken_lines, without_slips
from generator.workbook.reading.rows import CellRow, SheetRows, data_rows
from generator.workbook.reading.target import CellFault, read_pagu, read_target, without_unit

ROLES = tuple(dict.fromkeys(column.role for _, sheet in TREE_SHEETS for column in sheet.columns))
_BY_ENTRY = {column.role: column.entry for _, sheet in TREE_SHEETS for column in sheet.columns}
_VALUES = tuple(r for r, entry in _BY_ENTRY.items() if entry in (Entry.TARGET, Entry.UANG))
_KEYS = frozenset(("kode_induk", "kode", "jenis", "nama", "sasaran"))
_LISTED = ("nama", "sasaran", "indikator")
"""What Word gives a bullet or a number when it stands in a list."""
_KEYS_OF_NODE = _KEYS | {"indikator"}
_MEASURE = (
    *("target", "satuan"),
    *dict.fromkeys(
        column.role
        for _, sheet in TREE_SHEETS
        for column in further(sheet)
        if not column.per_simpul
    ),
)


SheetKey = tuple[str, str]
"""Kind of book and name of sheet."""


@dataclass(frozen=True)
class Tables:
    """What the books say, flat.

    `baris`: one row per filled row of the tree sheets, in print order: `tingkat` (the level of
    its sheet), `buku` (kind), `lembar`, a column per role (clean text or None; target and
    target_tahun_lalu a Target, pagu a Decimal), `row` (its Row) and `rusak` (a finding already
    says that its key cells are wrong). Nothing is filled down.
    `lembar`: the rows of every other sheet, by kind of book and name of sheet in the schema.
    `isian`: placeholder → value. `satuan`: every unit known or used. `nomenklatur`: the official
    table of the decree's year.
    """

    baris: pd.DataFrame
    lembar: Mapping[SheetKey, tuple[Row, ...]]
    isian: Mapping[str, str]
    satuan: frozenset[str]
    nomenklatur: Nomenklatur


def make_tables(
    books: Sequence[RawBook],
    known: Sequence[Book] = BOOKS,
    own: Sequence[ButirNomenklatur] = (),
) -> tuple[Tables, list[Diagnostic]]:
    """Reshape the books; every filled cell is in the tables or in a finding.

    `own` is the official table that lies in the folder, used instead of those of the program.
    """
    findings: list[Diagnostic] = []
    sheets: dict[SheetKey, list[SheetRows]] = {
        (book.kind, sheet.name): [] for book in known for sheet in book.sheets
    }
    for book in sorted(books, key=lambda book: natural_key(book.name)):
        read, found = sheets_of(book)
        findings += found
        for part in read:
            sheets[book.kind, part.sheet.name].append(part)
    identitas = sheets.get((KEPUTUSAN.kind, IDENTITAS.name), [])
    isian = placeholder_values((row for part in identitas for row in part.rows), IDENTITAS)
    tree = [
        (kind, part) for kind, sheet in TREE_SHEETS for part in sheets.pop((kind, sheet.name), [])
    ]
    findings += broken_lines([part for _, part in tree])
    for nth, (kind, part) in enumerate(tree):
        sound, found = without_slips(part)
        tree[nth] = kind, sound
        findings += found
    table = nomenklatur_for(isian["tahun"], isian["pemerintah"], own)
    completed, found = complete([part for _, part in tree], table)
    findings += found
    tree = [(kind, part) for (kind, _), part in zip(tree, completed, strict=True)]
    units = _units(completed)
    lembar: dict[SheetKey, tuple[Row, ...]] = {}
    for key, parts in sheets.items():
        rows: list[Row] = []
        for part in parts:
            for cells in part.rows:
                row, found = _plain_row(cells, part, isian)
                rows.append(row)
                findings += found
        lembar[key] = tuple(rows)
    records = []
    for kind, part in tree:
        plan = part.plan
        for cells in part.rows:
            record, found = _tree_row(cells, part, plan, isian, units)
            records.append({"buku": kind, **record})
            findings += found
    return Tables(_frame(records), lembar, isian, units, table), findings


def _frame(records: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    names = ("tingkat", "buku", "lembar", *ROLES, "row", "rusak")
    columns = {name: [record.get(name) for record in records] for name in names}
    return pd.DataFrame(columns, dtype=object).astype({"tingkat": int, "rusak": bool})


def sheets_of(book: RawBook) -> tuple[list[SheetRows], list[Diagnostic]]:
    """Return the data rows of every sheet of a book that could be found."""
    matched, findings = match_sheets(book)
    read = []
    for name, raw in matched.items():
        sheet = book.declared.sheet(name)
        place = Place(book.name, raw.name)
        header, found = match_columns(raw, sheet, place)
        findings += found
        if header:
            part, found = data_rows(raw, sheet, header, place)
            findings += found
            findings += moved_rows(part, raw, header)
            read.append(part)
    return read, findings


def _units(parts: Iterable[SheetRows]) -> frozenset[str]:
    """Return the declared units and every unit that stands in a Satuan cell."""
    typed = {
        clean(cell.value)
        for part in parts
        for row in part.rows
        for cell, _ in [row.cells.get("satuan", _NOTHING)]
        if isinstance(cell.value, str)
    }
    return frozenset(SATUAN) | (typed - {""})


_NOTHING = (RawCell(None), Place(""))


def _plain_row(
    row: CellRow, part: SheetRows, isian: Mapping[str, str]
) -> tuple[Row, list[Diagnostic]]:
    """Read a row of a sheet that is none of the tree."""
    read = read_entry if part.sheet.keys else _read_cells
    cells, findings = read(row, part.sheet, isian)
    if not part.incomplete:
        findings += _empty_cells(row, part.sheet)
    return Row(row.place, cells, row.columns), findings


def _read_cells(
    row: CellRow, sheet: Sheet, isian: Mapping[str, str]
) -> tuple[dict[str, Isian], list[Diagnostic]]:
    """Read every cell of a row but targets and money, in the order of the schema."""
    cells: dict[str, Isian] = {}
    findings: list[Diagnostic] = []
    for column in sheet.columns:
        if column.role not in row.cells or column.role in _VALUES:
            continue
        values = isian
        if column.role == "judul_kotak":
            values = {**isian, "nomor": "{nomor}"}
        cell, found = read_isian(*row.cells[column.role], column, values)
        findings += found
        if cell:
            cells[column.role] = cell
    return cells, findings


def _empty_cells(row: CellRow, sheet: Sheet) -> Iterator[Diagnostic]:
    """Yield the required cells of a row that are empty; those of Jenjang the tree judges."""
    if sheet is JENJANG or row.torn:
        return
    for column in sheet.columns:
        if column.required and not row.is_filled(column.role):
            name = "isi-tanpa-nama" if sheet.keys else "sel-wajib-kosong"
            yield finding(name, row.at(column.role), judul=column.heading)


def _tree_row(
    row: CellRow,
    part: SheetRows,
    plan: Sequence[Column],
    isian: Mapping[str, str],
    units: frozenset[str],
) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Read a row of a tree sheet, which has these columns of a plan, into one record."""
    cells, findings = _read_cells(row, part.sheet, isian)
    cells |= {role: replace(cells[role], raw="") for role in row.followed & cells.keys()}
    for role in _LISTED:
        if role in cells and (mark := list_mark(cells[role].text)):
            cells[role] = replace(cells[role], text=cells[role].text[len(mark) :])
            tanda = finding("tanda-daftar-dilepas", cells[role].place, tanda=mark.strip())
            findings.append(tanda)
    record: dict[str, Any] = {role: cell.text for role, cell in cells.items()}
    if induk := cells.get("kode_induk"):
        codes = parent_codes if part.sheet is PROGRAM else parent_code
        record["kode_induk"] = codes(induk.text)
        cells["kode_induk"] = replace(induk, text=record["kode_induk"])
    if rekening := cells.get("kode_rekening"):
        record["kode_rekening"] = parent_code(rekening.text)
        cells["kode_rekening"] = replace(rekening, text=record["kode_rekening"])
    for role in _VALUES:
        if role not in row.cells:
            continue
        value, found = _read_value(role, row, isian, record.get("satuan"), units)
        findings += found
        if value:
            record[role], cells[role] = value
    targets, found = _planned(row, plan, isian, record.get("satuan"), units)
    told = {one.rule for one in findings}
    findings += [one for one in found if one.rule not in told or one.severity is Severity.SALAH]
    cells |= {role: target.isian for role, target in targets.items()}
    if not part.incomplete and not row.torn:
        findings += _half_measure(row, plan)
    keys = _KEYS_OF_NODE if row.is_filled("kode") else _KEYS
    unread = not cells.keys() >= keys & row.cells.keys()
    record |= {
        "tingkat": part.sheet.level,
        "lembar": part.sheet.name,
        "row": Row(row.place, cells, row.columns, targets),
        "rusak": unread or part.incomplete or row.torn,
    }
    return record, findings


def _planned(
    row: CellRow,
    plan: Sequence[Column],
    isian: Mapping[str, str],
    satuan: str | None,
    units: frozenset[str],
) -> tuple[dict[str, Target], list[Diagnostic]]:
    """Read the targets of a plan, which print without the unit that their row says."""
    targets: dict[str, Target] = {}
    findings: list[Diagnostic] = []
    for column in plan:
        if column.role not in row.cells:
            continue
        value, found = _read_value(column.role, row, isian, satuan, units)
        findings += found
        if value and isinstance(value[0], Target):
            printed = value[0].isian
            text = without_unit(printed.text, printed.raw, satuan)
            targets[column.role] = replace(value[0], isian=replace(printed, text=text))
    return targets, findings


def _read_value(
    role: str,
    row: CellRow,
    isian: Mapping[str, str],
    satuan: str | None,
    units: frozenset[str],
) -> tuple[tuple[Target | Decimal, Isian] | None, list[Diagnostic]]:
    """Read a target or money: its value, and the cell as it prints."""
    cell, place = row.cells[role]
    value, findings = readable(cell, place)
    if value is None:
        return None, findings
    typed = value if isinstance(value, str) else ""
    if not isinstance(value, bool) and isinstance(value, int | float):
        typed = as_typed(value, cell.number_format)
    if _BY_ENTRY.get(role) is Entry.UANG:
        pagu = read_pagu(value)
        if isinstance(pagu, CellFault):
            return None, [pagu.at(place)]
        text = value if isinstance(value, str) else format_number(pagu)
        return (pagu, Isian(text, typed, place)), []
    if isinstance(value, str):
        if (length := printed_length(value, isian)) > LONGEST:
            return None, [finding("isi-terlalu-panjang", place, panjang=length)]
        value, unknown = expand(value, isian)
        if role != "target_tahun_lalu":
            findings = [unknown_placeholder(name, place, isian) for name in unknown]
    target = read_target(value, cell.number_format, satuan, units)
    if isinstance(target, CellFault):
        return None, [*findings, target.at(place)]
    if target.doubt:
        findings.append(target.doubt.at(place))
    printed = Isian(target.text, typed, place)
    return (Target(printed, target.nilai, target.satuan), printed), findings


def _half_measure(row: CellRow, plan: Sequence[Column]) -> Iterator[Diagnostic]:
    """Yield the missing half of an indikator with its target."""
    if row.is_filled("indikator"):
        if not row.is_filled("target"):
            yield finding("target-kosong", row.at("target"))
    elif filled := next(filter(row.is_filled, (*_MEASURE, *(one.role for one in plan))), None):
        yield finding("indikator-kosong", row.at("indikator"), judul=row.columns[filled][1])
