"""`nomenklatur.xlsx`: the official table as the Ministry exports it, laid in a folder by an office.

It has a row a sub kegiatan, with columns JENIS PEMDA, BIDANG, PROGRAM, KEGIATAN, SUBKEGIATAN (each
"code name"), KINERJA, INDIKATOR, SATUAN and SUBKEGIATAN SEBELUMNYA, among others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.bahasa.wording import clean, fold
from generator.findings.finding import Diagnostic, finding
from generator.nomenklatur.butir import ButirNomenklatur, Pemda, folded
from generator.nomenklatur.kode import JenisKode, jenis_of, read_kode
from generator.opc.parts import TooMuchError
from generator.values import Place
from generator.workbook.opening.load import load
from generator.workbook.opening.package import BookParts, open_bytes, read_file
from generator.workbook.opening.raw import RawRow, RawSheet

OWN_TABLE = "nomenklatur.xlsx"
_LEVELS = ("bidang", "program", "kegiatan", "sub kegiatan")
_ALIASES = {
    "jenis pemda": ("jenis pemda", "pemda"),
    "sub kegiatan": ("subkegiatan", "sub kegiatan"),
    "sebelumnya": ("subkegiatan sebelumnya", "sub kegiatan sebelumnya"),
}
_FURTHER = ("kinerja", "indikator", "satuan", "sebelumnya")
_SEARCHED_ROWS = 20


def is_own_table(name: str) -> bool:
    """Whether a file of that name is an office's table, and no book."""
    return fold(name) == OWN_TABLE


def read_own_table(folder: Path) -> tuple[tuple[ButirNomenklatur, ...], list[Diagnostic]]:
    """Return the lines of the table that lies in a folder, none where there is none."""
    path = folder / OWN_TABLE
    if not path.exists():
        return (), []
    place = Place(OWN_TABLE)
    data = read_file(path)
    package = open_bytes(data, OWN_TABLE) if isinstance(data, bytes) else data
    if isinstance(package, Diagnostic):
        return (), [package]
    try:
        loaded = load(package) if isinstance(package, BookParts) else None
    except TooMuchError as error:
        return (), [error.finding(OWN_TABLE)]
    lines = [line for sheet in (loaded[0] if loaded else ()) for line in _lines(sheet)]
    if not lines:
        return (), [finding("tabel-tanpa-kode", place)]
    return tuple({(one.pemda, one.kode): one for one in lines}.values()), []


def _lines(sheet: RawSheet) -> Iterator[ButirNomenklatur]:
    """Yield the lines of every row below the headings, those above a sub kegiatan with it."""
    for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        columns = _columns(row)
        if {"program", "kegiatan", "sub kegiatan"} <= columns.keys():
            for below in sheet.rows[number + 1 :]:
                yield from _of_row(below, columns)
            return


def _columns(row: RawRow) -> Mapping[str, str]:
    """Return the letters of the columns that are read, by what they hold."""
    headings = {folded(str(cell.value)): letter for letter, cell in row.cells.items()}
    wanted = ("jenis pemda", *_LEVELS, *_FURTHER)
    return {
        role: headings[name]
        for role in wanted
        for name in _ALIASES.get(role, (role,))
        if name in headings
    }


def _of_row(row: RawRow, columns: Mapping[str, str]) -> Iterator[ButirNomenklatur]:
    texts = {role: _text(row, letter) for role, letter in columns.items()}
    province = "prov" in fold(texts.get("jenis pemda", ""))
    pemda = Pemda.PROVINSI if province else Pemda.KABUPATEN_KOTA
    for role in _LEVELS:
        typed, _, nama = texts.get(role, "").partition(" ")
        kode = read_kode(typed)
        if kode and nama:
            further: Sequence[str] = ()
            if jenis_of(kode) is JenisKode.SUB_KEGIATAN:
                further = [texts.get(one, "") for one in _FURTHER]
            yield ButirNomenklatur(pemda, kode, nama.strip(), *further)


def _text(row: RawRow, letter: str) -> str:
    cell = row.cells.get(letter)
    if cell is None or cell.fault or not isinstance(cell.value, str):
        return ""
    return " ".join(clean(cell.value).split())
