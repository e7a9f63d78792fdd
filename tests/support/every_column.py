"""A folder in which every column of the schema is filled, each with a text of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.schema.books import BOOKS
from generator.schema.keputusan import JENJANG, PENGECUALIAN, PERATURAN, TINGKAT_DEFAULTS
from generator.schema.types import Column, Entry, Sheet
from tests.support.sheets import FOLDER, IDENTITAS, workbook

_TREE: Mapping[str, Mapping[str, str]] = {
    "Kinerja Daerah": {"kode": "D1"},
    "Sasaran": {"kode_induk": "D1", "kode": "S1", "jenis": "Utama"},
    "Program": {"kode_induk": "S1", "kode": "P1"},
    "Sub Kegiatan": {"kode_induk": "P1", "kode": "K1", "jenis": "Sub Kegiatan"},
}
_BY_ENTRY = {Entry.TARGET: "12", Entry.UANG: "1250000", Entry.SATUAN: "Orang", Entry.KODE: "5.03"}
_PERATURAN = (
    "Perda | 1 | 2016 | Contoh | 22 Juli 2016 | 22 Juli 2016 | LD | 2016 | 1 | 1 "
    "| Perda 6/2015 | Perda 2/2017 | Perda 3/2018"
)


def filled(column: Column, sheet: Sheet) -> str:
    """Return what stands in a column of a sheet of the tree."""
    if column.role in _TREE[sheet.name]:
        return _TREE[sheet.name][column.role]
    if column.choices and column.entry is Entry.PILIHAN:
        return column.choices[0]
    return _BY_ENTRY.get(column.entry) or f"{column.heading} milik {sheet.name}"


def planned(sheet: Sheet) -> tuple[Column, ...]:
    """Return the columns that a clerk adds for a Renstra."""
    return sheet.added(("baseline", *(f"target_{year}" for year in range(2021, 2026))))


def write_filled(folder: Path, lampiran: str, renstra: str = "") -> Path:
    """Write books of one node a level, with annexes of that form."""
    folder.mkdir()
    for book in BOOKS:
        sheets = dict(FOLDER[book.kind])
        for sheet in book.sheets:
            if sheet.level is not None:
                columns = (*sheet.columns, *planned(sheet))
                values = " | ".join(filled(column, sheet) for column in columns)
                sheets[sheet.name] = _table(replace(sheet, columns=columns), values)
            elif sheet is PERATURAN:
                sheets[sheet.name] = _table(sheet, _PERATURAN)
            elif sheet is PENGECUALIAN:
                sheets[sheet.name] = _table(sheet, "SEL-02 | a | b | c | d")
            elif sheet is JENJANG:
                levels = (_level(texts) for texts in TINGKAT_DEFAULTS)
                sheets[sheet.name] = _table(sheet, *levels)
            elif sheet.keys:
                choices = f"| Lampiran | {lampiran} |\n| Target Renstra di Matriks | {renstra} |"
                sheets[sheet.name] = f"{IDENTITAS.rstrip()}\n{choices}"
            elif sheet.name not in sheets:
                sheets[sheet.name] = _table(sheet, "Bupati;")
        workbook(book.kind, sheets).save(folder / book.filename)
    return folder


def _level(texts: tuple[str, ...]) -> str:
    tingkat, *rest = texts
    roles = [column.role for column in JENJANG.columns[1:]]
    named = (text or f"{role} {tingkat}" for role, text in zip(roles, rest, strict=True))
    return " | ".join([tingkat, *named])


def _table(sheet: Sheet, *rows: str) -> str:
    heads = " | ".join(column.heading for column in sheet.columns)
    return "\n".join(f"| {row} |" for row in (heads, *rows))
