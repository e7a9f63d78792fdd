"""Books proposed for an office: its official programs, kegiatan and sub kegiatan, all texts set.

The clerk takes out what the office does not do and types targets. What the table does not say of
a program, its sasaran and how it is measured, is worded from its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.nomenklatur.butir import ButirNomenklatur
from generator.nomenklatur.kode import JenisKode, above, general
from generator.nomenklatur.near import in_case_of
from generator.nomenklatur.tables import OfficeTable
from generator.schema.kinerja import ESELON, PROGRAM, SUB_KEGIATAN
from generator.schema.types import Book
from generator.workbook.changing.save import to_bytes
from generator.workbook.choice import choice
from generator.workbook.making.blank import blank_workbook
from generator.workbook.making.entries import enter_rows

_LEVELS = {
    PROGRAM: (JenisKode.PROGRAM,),
    SUB_KEGIATAN: (JenisKode.KEGIATAN, JenisKode.SUB_KEGIATAN),
}
_JENIS = {JenisKode.KEGIATAN: "Kegiatan", JenisKode.SUB_KEGIATAN: "Sub Kegiatan"}
BOOKS = tuple(book for book in ESELON if any(sheet in _LEVELS for sheet in book.sheets))
"""The books that hold what the official table has."""

Row = Mapping[str, str]


def lines_for(book: Book, offices: Iterable[OfficeTable]) -> tuple[ButirNomenklatur, ...]:
    """Return the lines that stand in a book, in the order of their codes."""
    levels = {jenis for sheet in book.sheets for jenis in _LEVELS.get(sheet, ())}
    rows = (one for office in offices for one in office.rows if one.jenis in levels)
    return tuple({one.kode: one for one in rows}.values())


def code_choices(book: Book, offices: Iterable[OfficeTable]) -> tuple[str, ...]:
    """Return the choices of its column Kode Rekening."""
    return tuple(choice(one.kode, one.nama) for one in lines_for(book, offices))


def proposed_book(book: Book, offices: Sequence[OfficeTable], sasaran: Sequence[str]) -> bytes:
    """Return the book of an office with all lines of its table.

    Programs hang on the first of `sasaran`, choices of column Kode Induk, and the program that
    serves all offices on the last.
    """
    parents = tuple(dict.fromkeys(sasaran)) if PROGRAM in book.sheets else _parents(offices)
    workbook = blank_workbook(book, parents, code_choices(book, offices))
    lines = lines_for(book, offices)
    for sheet in book.sheets:
        rows = _programs(lines, sasaran) if sheet is PROGRAM else _kegiatan(lines)
        enter_rows(workbook[sheet.name], sheet, rows)
    return to_bytes(workbook)


def _parents(offices: Iterable[OfficeTable]) -> tuple[str, ...]:
    """Return what a (sub) kegiatan may hang on: the sasaran of programs, then kegiatan."""
    rows = [one for office in offices for one in office.rows]
    programs = [one for one in rows if one.jenis is JenisKode.PROGRAM]
    kegiatan = [one for one in rows if one.jenis is JenisKode.KEGIATAN]
    return (
        *(choice(one.kode, _sasaran(one)) for one in programs),
        *(choice(one.kode, one.nama) for one in kegiatan),
    )


def _sasaran(program: ButirNomenklatur) -> str:
    return f"Terwujudnya {in_case_of('', program.nama).removeprefix('Program ')}"


def _programs(lines: Iterable[ButirNomenklatur], sasaran: Sequence[str]) -> Iterator[Row]:
    for one in lines:
        nama = in_case_of("", one.nama)
        penunjang = general(one.kode) != one.kode
        yield {
            "kode_induk": (sasaran[-1] if penunjang else sasaran[0]) if sasaran else "",
            "kode": one.kode,
            "nama": nama,
            "sasaran": _sasaran(one),
            "indikator": f"Persentase Sub Kegiatan yang Mencapai Target pada {nama}",
            "satuan": "%",
            "kode_rekening": one.kode,
        }


def _kegiatan(lines: Iterable[ButirNomenklatur]) -> Iterator[Row]:
    """Yield kegiatan with sub kegiatan, and those; one without any is left out."""
    parents = {above(one.kode) for one in lines}
    for one in lines:
        if one.jenis is JenisKode.SUB_KEGIATAN or one.kode in parents:
            yield {
                "kode_induk": above(one.kode) or "",
                "kode": one.kode,
                "jenis": _JENIS[one.jenis],
                "nama": one.nama,
                "sasaran": one.kinerja,
                "indikator": one.indikator,
                "satuan": one.satuan,
                "kode_rekening": one.kode,
            }
