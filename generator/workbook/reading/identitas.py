"""A sheet of keys: keys checked, and the placeholders whose values stand there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from generator.bahasa.tanggal import format_tanggal
from generator.bahasa.wording import clean, fold, nearest
from generator.findings.cures import replacement
from generator.findings.finding import Diagnostic, finding
from generator.schema.types import Entry, Key, Sheet
from generator.values import Isian
from generator.workbook.opening.raw import RawCell
from generator.workbook.reading.cells import as_text, read_isian, readable
from generator.workbook.reading.rows import CellRow


def placeholder_values(rows: Iterable[CellRow], sheet: Sheet) -> dict[str, str]:
    """Return what each placeholder stands for, in one line; one without a value for itself.

    A key that is not filled has a finding of its own, not one for each of its placeholders.
    """
    typed: dict[str, str] = {}
    for row in rows:
        key = key_named(_plain(row, "isian"), sheet)
        if key and (text := _plain(row, "isi")):
            typed.setdefault(key.role, " ".join(map(str.strip, text.split("\n"))))
    values = {name: f"{{{name}}}" for name in sheet.placeholders}
    for key in sheet.keys:
        text = typed.get(key.role, key.default)
        if key.placeholder and text:
            name, value = key.placeholder.name, key.placeholder.value(text)
            values[name] = value
            if key.placeholder.capitals:
                values[name.upper()] = value.upper()
    return values


def key_named(name: str, sheet: Sheet) -> Key | None:
    """Return the key of a sheet that is called so, in whatever case, or None."""
    folded = fold(name)
    return next((key for key in sheet.keys if fold(key.name) == folded), None)


def read_entry(
    row: CellRow, sheet: Sheet, values: Mapping[str, str]
) -> tuple[dict[str, Isian], list[Diagnostic]]:
    """Read one key and what stands under it; only codes refuse what is not a whole number."""
    cells: dict[str, Isian] = {}
    findings: list[Diagnostic] = []
    key: Key | None = None
    if "isian" in row.cells:
        name, findings = read_isian(*row.cells["isian"], sheet.column("isian"), values)
        if name:
            cells["isian"] = name
            key = key_named(name.text, sheet)
            if key is None and row.is_filled("isi"):
                findings.append(_unknown_key(name, sheet))
    if "isi" in row.cells:
        entry = Entry.KODE if key and key.code else Entry.TEKS
        cell, place = row.cells["isi"]
        if key and key.date and isinstance(cell.value, date):
            cell = RawCell(format_tanggal(cell.value))
        column = replace(sheet.column("isi"), entry=entry)
        text, found = read_isian(cell, place, column, values)
        findings += found
        if text:
            cells["isi"] = text
    return cells, findings


def _unknown_key(name: Isian, sheet: Sheet) -> Diagnostic:
    near = nearest(name.text, [key.name for key in sheet.keys])
    edits = [replacement(name.place, name.raw, near)] if near else []
    advice = f'Maksudnya "{near}"?' if near else "Hapus baris ini bila tidak diperlukan."
    return finding("isian-tidak-dikenal", name.place, edits=edits, isi=name.text, mungkin=advice)


def _plain(row: CellRow, role: str) -> str:
    """Return what a cell says, without findings."""
    if role not in row.cells:
        return ""
    cell, place = row.cells[role]
    value, _ = readable(cell, place)
    text = as_text(value, cell.number_format, Entry.TEKS)
    return clean(text) if isinstance(text, str) else ""
