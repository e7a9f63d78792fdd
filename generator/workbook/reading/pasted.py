"""What is no entry although it stands in a cell: stand-ins, ditto marks, two entries in one.

Each is told of here, and its cell is passed by when the rows are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from generator.bahasa.numbers import read_number
from generator.bahasa.tempelan import (
    is_ditto,
    is_stand_in,
    joined,
    measures_in,
)
from generator.bahasa.wording import clean, fold
from generator.findings.cures import replacement, retyped
from generator.findings.finding import Diagnostic, finding
from generator.schema.kinerja import SATUAN
from generator.values import Isian, Place
from generator.workbook.opening.raw import Fault, RawCell
from generator.workbook.reading.rows import CellRow, SheetRows, is_as_typed
from generator.workbook.reading.texts import cell_text

Cells = Mapping[str, tuple[RawCell, Place]]
_Told = tuple[tuple[str, ...], Diagnostic]

_TOLD = RawCell(None, fault=Fault.TERSEBUT)
_STOOD_IN = ("nama", "sasaran", "indikator", "target")
_WRAPPED = (
    *("nama", "sasaran", "indikator", "satuan", "formulasi", "indikator_induk"),
    *("penanggung_jawab", "kode_induk"),
)
"""Columns in which a text goes on over broken lines."""


def without_slips(part: SheetRows) -> tuple[SheetRows, list[Diagnostic]]:
    """Return the rows of a sheet of the tree without the cells that say nothing of their own."""
    findings: list[Diagnostic] = []
    above: dict[str, RawCell] = {}
    rows: list[CellRow] = []
    planned = frozenset(column.role for column in part.plan)
    for row in part.rows:
        found = [*_slips(row.cells, above, planned)]
        findings += [one for _, one in found]
        told = {role for roles, _ in found for role in roles}
        cells = {role: (_TOLD, at) for role, (_, at) in row.cells.items() if role in told}
        rows.append(replace(row, cells={**row.cells, **cells}) if told else row)
        for role, (cell, _) in row.cells.items():
            if role not in told:
                above[role] = cell
    return replace(part, rows=tuple(rows)), findings


def _slips(
    cells: Cells, above: Mapping[str, RawCell], planned: frozenset[str]
) -> Iterator[tuple[tuple[str, ...], Diagnostic]]:
    """Yield the roles of cells that are no entries, and what is to be said of them."""
    texts = {
        role: clean(cell.value)
        for role, (cell, _) in cells.items()
        if isinstance(cell.value, str) and not cell.fault
    }
    as_typed = is_as_typed(cells)
    if as_typed:
        for role in ("target", *planned):
            texts.pop(role, None)
    for role, text in texts.items():
        place = cells[role][1]
        if is_ditto(text):
            meant = cell_text(above[role]) if role in above else None
            edits = [replacement(place, text, meant)] if meant else []
            atas = f'"{meant}"' if meant else "isi yang dimaksud"
            yield (role,), finding("tanda-ulang", place, edits=edits, isi=text, atas=atas)
        elif (role in _STOOD_IN or role in planned) and is_stand_in(text):
            heading = place.heading or ""
            yield (role,), finding("isi-sementara", place, isi=text, judul=heading)
    indikator = texts.get("indikator", "")
    several = measures_in(indikator) if "\n" in indikator else []
    if len(several) > 1:
        at = cells["indikator"][1]
        items = "; ".join(f'"{one}"' for one in several)
        roles = ("indikator", "target") if "target" in cells else ("indikator",)
        yield roles, finding("dua-indikator", at, kali=len(several), isi=items)
    elif _is_measured(indikator) and "indikator" in cells:
        yield (
            ("indikator",),
            finding("indikator-berupa-target", cells["indikator"][1], isi=indikator),
        )
    elif swapped := None if as_typed else _swapped(cells, texts):
        yield ("target", "satuan"), swapped


def _is_measured(text: str) -> bool:
    """Whether what stands as an indikator is a target: "0 Unit"."""
    number, _, unit = text.partition(" ")
    return read_number(number.rstrip("%")) is not None and (not unit or fold(unit) in _UNITS)


_UNITS = frozenset(map(fold, SATUAN))


def _swapped(cells: Cells, texts: Mapping[str, str]) -> Diagnostic | None:
    """Return the finding of a unit in Target beside a number in Satuan."""
    if not {"target", "satuan"} <= cells.keys():
        return None
    (_, at), (unit_cell, unit_at) = cells["target"], cells["satuan"]
    unit, number = texts.get("target", ""), cell_text(unit_cell) or ""
    if not unit or any(map(str.isdigit, unit)) or read_number(number.rstrip("% ")) is None:
        return None
    edits = [replacement(at, unit, number), replacement(unit_at, number, unit)]
    return finding(
        "target-satuan-tertukar", at, related=[unit_at], edits=edits, target=unit, satuan=number
    )


def broken_lines(parts: Sequence[SheetRows]) -> Iterator[Diagnostic]:
    """Yield once a book that lines of its texts are broken as in a PDF or a narrow column."""
    cells = {
        place: clean(cell.value)
        for part in parts
        for row in part.rows
        for role, (cell, place) in row.cells.items()
        if role in _WRAPPED and isinstance(cell.value, str) and "\n" in cell.value
    }
    words = _whole_words(parts) if cells else frozenset()
    books: dict[str, list[tuple[Place, str, str]]] = {}
    for place, text in cells.items():
        if (whole := joined(text, words)) is not None:
            books.setdefault(place.book, []).append((place, text, whole))
    for found in books.values():
        (first, text, whole), *others = found
        yield finding(
            "baris-terputus",
            first,
            related=[place for place, _, _ in others],
            edits=[
                edit
                for place, text, whole in found
                for edit in retyped(Isian(text, text, place), 0, len(text), whole)
            ],
            sel=len(found),
            isi=" | ".join(text.split("\n")),
            baku=whole,
        )


_WORD = re.compile(r"[^\W\d_]+")


def _whole_words(parts: Sequence[SheetRows]) -> frozenset[str]:
    """Return the words of all texts that stand in one line, and of all known units."""
    texts = (
        cell.value
        for part in parts
        for row in part.rows
        for cell, _ in row.cells.values()
        if isinstance(cell.value, str) and "\n" not in cell.value
    )
    return frozenset(
        word for text in chain(texts, SATUAN) for word in _WORD.findall(text.casefold())
    )
