"""One cell → what it says: text with placeholders filled in, or the finding that it breaks."""

from __future__ import annotations

from collections.abc import Mapping

from generator.bahasa.wording import clean, expand, fold, nearest, printed_length
from generator.findings.cures import replacement
from generator.findings.finding import Diagnostic, finding
from generator.schema.types import Column, Entry, Printed
from generator.values import Isian, Place
from generator.workbook.opening.raw import Fault, RawCell, Value
from generator.workbook.reading.number_format import show
from generator.workbook.reading.target import CellFault, NeverTyped, never_typed, read_code

LONGEST = 32_767
"""Excel keeps no more characters in a cell."""


def readable(cell: RawCell, place: Place) -> tuple[Value, list[Diagnostic]]:
    """Return the cell's value, text cleaned and None when empty, or why there is none."""
    if cell.fault is Fault.GALAT:
        return None, [finding("sel-galat", place, isi=cell.value)]
    if cell.fault is Fault.RUMUS:
        return None, [finding("rumus-tanpa-hasil", place)]
    if cell.fault is Fault.TERSEBUT:
        return None, []
    if not isinstance(cell.value, str):
        return cell.value, []
    if len(cell.value) > LONGEST:
        return None, [finding("isi-terlalu-panjang", place, panjang=len(cell.value))]
    return clean(cell.value) or None, []


def as_text(value: Value, number_format: str, entry: Entry) -> str | CellFault:
    """Return how a value reads in a column of text or codes; `value` is not None."""
    if entry is Entry.KODE and value is not None:
        return read_code(value, number_format)
    if isinstance(value, NeverTyped):
        return never_typed(value, "isi-tanggal")
    if isinstance(value, int | float):
        return show(value, number_format).as_typed
    return value or ""


def read_isian(
    cell: RawCell, place: Place, column: Column, values: Mapping[str, str]
) -> tuple[Isian | None, list[Diagnostic]]:
    """Return a cell of text, code or choice as it prints; None when empty or not readable.

    `values` fill the placeholders; an unknown one stays as typed.
    """
    value, findings = readable(cell, place)
    if value is None:
        return None, findings
    typed = value if isinstance(value, str) else as_text(value, cell.number_format, column.entry)
    if isinstance(typed, CellFault):
        return None, [typed.at(place)]
    if (length := printed_length(typed, values)) > LONGEST:
        return None, [finding("isi-terlalu-panjang", place, panjang=length)]
    text, unknown = expand(typed, values)
    if unknown and column.printed is not Printed.TIDAK:
        findings = [unknown_placeholder(name, place, values) for name in unknown]
    if column.entry is Entry.PILIHAN:
        return _chosen(Isian(text, typed, place), column)
    return Isian(text, typed, place), findings


def unknown_placeholder(name: str, place: Place, values: Mapping[str, str]) -> Diagnostic:
    """Return the finding of a placeholder that does not exist here, naming a near one."""
    near = nearest(name, values)
    advice = f" Maksudnya {{{near}}}?" if near else ""
    names = ", ".join(f"{{{one}}}" for one in values)
    return finding("penanda-tidak-dikenal", place, isi=f"{{{name}}}", mungkin=advice, daftar=names)


def _chosen(typed: Isian, column: Column) -> tuple[Isian | None, list[Diagnostic]]:
    for choice in column.choices:
        if fold(choice) == fold(typed.text):
            return Isian(choice, typed.raw, typed.place), []
    near = nearest(typed.text, column.choices)
    edits = [replacement(typed.place, typed.raw, near)] if near else []
    choices = " atau ".join(f'"{choice}"' for choice in ((near,) if near else column.choices))
    return None, [
        finding("pilihan-tidak-dikenal", typed.place, edits=edits, isi=typed.text, pilihan=choices)
    ]
