"""Folders whose books hold the lines of an official table, as a clerk would enter them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from generator.contoh.fill import BERSIH, contoh_books
from generator.nomenklatur.butir import ButirNomenklatur, Pemda
from generator.nomenklatur.kode import JenisKode, above, of_office
from generator.nomenklatur.tables import EDITIONS, Edition, edition_of
from generator.schema.books import BOOKS

Cells = dict[str, object]
PENUNJANG_OF = "5.03"
"""The bidang whose office has the lines that serve all."""


def official_lines(edition: Edition, pemda: Pemda) -> list[ButirNomenklatur]:
    """Return every line of an edition."""
    table = edition_of(edition, pemda)
    return [one for bidang in table.bidang for one in table.rows(bidang)]


def edition(key: str) -> Edition:
    return next(one for one in EDITIONS if one.key == key)


def write_official(
    folder: Path, lines: Iterable[ButirNomenklatur], tahun: str, pemda: Pemda
) -> Path:
    """Write books that hold these lines with their codes, each with a target of 12."""
    lines = list(lines)
    keys = {"Tahun": tahun}
    if pemda is Pemda.PROVINSI:
        keys["Pemerintah"] = "PEMERINTAH PROVINSI LEMBAH SAGARA"
    return write_rows(folder, keys, _sasaran(), _program(lines), _sub_kegiatan(lines))


def write_rows(
    folder: Path,
    keys: Mapping[str, object],
    sasaran: Sequence[Cells],
    program: Sequence[Cells],
    sub_kegiatan: Sequence[Cells],
) -> Path:
    """Write the clean example with other rows, by heading, and some other keys of Identitas."""
    folder.mkdir(parents=True, exist_ok=True)
    sheets = {"Sasaran": sasaran, "Program": program, "Sub Kegiatan": sub_kegiatan}
    for book in BOOKS:
        workbook = load_workbook(BytesIO(contoh_books(BERSIH)[book.filename]))
        for declared in book.sheets:
            sheet: Any = workbook[declared.name]
            if declared.keys:
                for label, value in sheet.iter_rows(min_row=2, max_col=2):
                    value.value = keys.get(label.value, value.value)
            elif declared.level is not None:
                sheet.delete_rows(2, sheet.max_row)
                heads = [str(cell.value) for cell in sheet[1]]
                for number, cells in enumerate(sheets.get(declared.name, ()), start=2):
                    for column, head in enumerate(heads, start=1):
                        if cells.get(head) is not None:
                            sheet.cell(number, column).value = cells[head]
        workbook.save(folder / book.filename)
    return folder


def _sasaran() -> list[Cells]:
    return [
        {
            "Kode": "S1",
            "Jenis": "Utama",
            "Sasaran": "MENINGKATNYA MUTU PELAYANAN",
            "Indikator": "Indeks Kepuasan Masyarakat",
            "Target": 86,
            "Satuan": "Indeks",
        }
    ]


def _program(lines: Sequence[ButirNomenklatur]) -> list[Cells]:
    return [
        {
            "Kode Induk": "S1",
            "Kode": _kode(one),
            "Program": one.nama,
            "Sasaran Program": f"Meningkatnya mutu program {_kode(one)}",
            "Indikator": f"Nilai mutu program {_kode(one)}",
            "Target": 80,
            "Satuan": "Nilai",
            "Kode Rekening": _kode(one),
        }
        for one in lines
        if one.jenis is JenisKode.PROGRAM
    ]


def _sub_kegiatan(lines: Sequence[ButirNomenklatur]) -> list[Cells]:
    """What the table leaves out, as for a kegiatan without sub kegiatan, is the clerk's."""
    named = {JenisKode.KEGIATAN: "Kegiatan", JenisKode.SUB_KEGIATAN: "Sub Kegiatan"}
    parents = {above(one.kode) for one in lines}
    rows: list[Cells] = []
    for one in lines:
        if one.jenis not in named:
            continue
        own = one.kode not in parents
        rows.append(
            {
                "Kode Induk": above(_kode(one)),
                "Kode": _kode(one),
                "Jenis": named[one.jenis],
                "Nama": one.nama,
                "Sasaran": one.kinerja or (f"Terwujudnya layanan {_kode(one)}" if own else None),
                "Indikator": one.indikator or (f"Jumlah layanan {_kode(one)}" if own else None),
                "Target": 12 if own else None,
                "Satuan": one.satuan or ("Laporan" if own else None),
                "Kode Rekening": _kode(one),
            }
        )
    return rows


def _kode(one: ButirNomenklatur) -> str:
    return of_office(one.kode, PENUNJANG_OF)
