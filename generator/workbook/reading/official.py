"""Rows that give their official code alone: Kode, Kode Induk, Jenis and texts follow from it.

A code holds the codes above it, so a row with a Kode Rekening needs no Kode of its own, and a
(sub) kegiatan no Kode Induk. What the table says stands in for what is left empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.findings.cures import Edit
from generator.findings.finding import Diagnostic, finding
from generator.nomenklatur.butir import ButirNomenklatur, folded
from generator.nomenklatur.kode import JenisKode, above, jenis_of, read_kode
from generator.nomenklatur.tables import Nomenklatur
from generator.schema.kinerja import PROGRAM, SUB_KEGIATAN
from generator.workbook.opening.raw import RawCell
from generator.workbook.reading.rows import CellRow, SheetRows

_JENIS = {JenisKode.KEGIATAN: "Kegiatan", JenisKode.SUB_KEGIATAN: "Sub Kegiatan"}
_CODED = (PROGRAM, SUB_KEGIATAN)

FROM_TABLE = "isi-dari-nomenklatur"
"""The rule that tells what was filled in, with the edits that write it into the cells."""

Cells = dict[str, str]
"""What is to stand in the empty cells of a row, by role."""


@dataclass(slots=True)
class _Node:
    """The rows of one node by number in their sheet, and the codes it is known by."""

    rows: list[int]
    kode: str
    resmi: str | None
    coded: bool


@dataclass(slots=True)
class _Coded:
    """A sheet whose nodes may have codes, and what is to be filled in, by row."""

    part: SheetRows
    nodes: list[_Node]
    filled: dict[int, Cells] = field(default_factory=dict)

    def row(self, number: int) -> CellRow:
        return self.part.rows[number]

    def fill(self, number: int, role: str, text: str) -> None:
        """Fill an empty cell of a column that the sheet has."""
        if text and role in self.row(number).columns and not self.row(number).is_filled(role):
            self.filled.setdefault(number, {})[role] = text


def complete(
    parts: Sequence[SheetRows], table: Nomenklatur
) -> tuple[list[SheetRows], list[Diagnostic]]:
    """Return the sheets of the tree with what follows from their codes filled in."""
    coded = {n: _read(part) for n, part in enumerate(parts) if part.sheet in _CODED}
    if not any(node.resmi for sheet in coded.values() for node in sheet.nodes):
        return list(parts), []
    findings = list(_parents(list(coded.values())))
    for sheet in coded.values():
        if not table.names_only:
            findings += _texts(sheet, table)
    done = [_written(coded[n]) if n in coded else part for n, part in enumerate(parts)]
    return done, findings


def _read(part: SheetRows) -> _Coded:
    """Part the rows of a sheet into nodes; a code that differs from the one above begins one."""
    sheet = _Coded(part, [])
    for number, row in enumerate(part.rows):
        kode, resmi = _text(row, "kode"), read_kode(_text(row, "kode_rekening"))
        node = sheet.nodes[-1] if sheet.nodes else None
        if row.is_filled("kode"):
            if node and not node.coded and kode and kode == node.kode:
                node.rows.append(number)
            else:
                sheet.nodes.append(_Node([number], kode, resmi, coded=False))
        elif resmi and (node is None or node.resmi not in (None, resmi)):
            sheet.nodes.append(_Node([number], resmi, resmi, coded=True))
            sheet.fill(number, "kode", resmi)
        elif node:
            node.rows.append(number)
            node.resmi = node.resmi or resmi
    return sheet


def _text(row: CellRow, role: str) -> str:
    cell = row.cells.get(role)
    return cell[0].value.strip() if cell and isinstance(cell[0].value, str) else ""


def _parents(sheets: Sequence[_Coded]) -> Iterator[Diagnostic]:
    """Fill each empty Kode Induk of a (sub) kegiatan; yield where two nodes have the code above."""
    bearers: dict[str, list[str]] = {}
    for sheet in sheets:
        for node in sheet.nodes:
            if node.resmi and node.kode:
                bearers.setdefault(node.resmi, []).append(node.kode)
    for sheet in sheets:
        if sheet.part.sheet is not SUB_KEGIATAN:
            continue
        for node in sheet.nodes:
            first = node.rows[0]
            if not node.resmi or sheet.row(first).is_filled("kode_induk"):
                continue
            resmi, induk = _above(node.resmi, bearers)
            if len(induk) == 1:
                sheet.fill(first, "kode_induk", induk[0])
            elif node.coded and resmi:
                sheet.fill(first, "kode_induk", induk[0] if induk else resmi)
                if induk:
                    place = sheet.row(first).at("kode_induk")
                    yield finding(
                        "induk-kode-ganda",
                        place,
                        kode=node.resmi,
                        induk=resmi,
                        pilihan=" atau ".join(induk),
                    )


def _above(kode: str, bearers: Mapping[str, Sequence[str]]) -> tuple[str | None, Sequence[str]]:
    """Return the nearest code above that a node has, down to that of the program, and its Kode."""
    up = above(kode)
    while up and up not in bearers and jenis_of(up).value > JenisKode.PROGRAM.value:
        up = above(up)
    return up, bearers.get(up or "", ())


def _texts(sheet: _Coded, table: Nomenklatur) -> Iterator[Diagnostic]:
    """Fill what the table says of each code; yield how much of a sheet was filled."""
    for node in sheet.nodes:
        line = table.of(node.resmi) if node.resmi else None
        if line is None or not _fits(sheet, line):
            continue
        first = sheet.row(node.rows[0])
        sheet.fill(node.rows[0], "jenis", _JENIS.get(line.jenis, ""))
        wanted: Cells = {"nama": line.nama, "sasaran": line.kinerja}
        measured = [number for number in node.rows if sheet.row(number).is_filled("indikator")]
        official = [n for n in measured if _says(sheet.row(n), line.indikator)]
        if not official and (first.is_filled("target") or not measured):
            wanted |= {"indikator": line.indikator, "satuan": _unit(first, line)}
        for role, text in wanted.items():
            sheet.fill(node.rows[0], role, text)
        for number in official:
            sheet.fill(number, "satuan", _unit(sheet.row(number), line))
    edits = [
        Edit(sheet.row(number).at(role), 0, 0, cells[role])
        for number, cells in sheet.filled.items()
        for role in ("nama", "sasaran", "indikator", "satuan")
        if role in cells
    ]
    if edits:
        yield finding(
            FROM_TABLE,
            edits[0].place,
            related=[edit.place for edit in edits[1:]],
            edits=edits,
            banyak=len(edits),
            tabel=table.title,
        )


def _says(row: CellRow, indikator: str) -> bool:
    return folded(_text(row, "indikator")) == folded(indikator)


def _fits(sheet: _Coded, line: ButirNomenklatur) -> bool:
    """Whether a line is of the kind that the sheet holds."""
    return (line.jenis is JenisKode.PROGRAM) is (sheet.part.sheet is PROGRAM)


def _unit(row: CellRow, line: ButirNomenklatur) -> str:
    """Return the unit of a line, "" where the target brings one of its own."""
    target = _text(row, "target")
    return "" if any(letter.isalpha() or letter == "%" for letter in target) else line.satuan


def _written(sheet: _Coded) -> SheetRows:
    """Return the sheet with what was filled in, read as if it had been typed there."""
    rows = list(sheet.part.rows)
    for number, cells in sheet.filled.items():
        row = rows[number]
        added = {role: (RawCell(text), row.at(role)) for role, text in cells.items()}
        rows[number] = replace(row, cells={**row.cells, **added}, followed=frozenset(added))
    return replace(sheet.part, rows=tuple(rows))
