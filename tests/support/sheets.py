"""Workbooks from markdown tables, so that what a test reads stands in the test.

A cell of a table is text, typed as it stands, but for
  `0.082 as 0.0%`   a number, here with its format (also True, 2022-01-03, 08:30)
  `=A1`             a formula whose result is not stored; `#REF!` an error value
  ^ and <           merged with the cell above, with the cell to the left
  \\n                a line break (Alt+Enter)
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.packaging.custom import StringProperty

from generator.findings.finding import Diagnostic
from generator.schema.books import BOOKS
from generator.schema.types import KIND_PROPERTY, VERSION_PROPERTY, Book
from generator.values import Target
from generator.workbook.opening.package import OtherFormat, Package, open_bytes, read_file
from generator.workbook.reading.books import read_books
from generator.workbook.reading.tables import Tables, make_tables

Sheets = Mapping[str, str]

MENETAPKAN = "KEPUTUSAN KEPALA BADAN KEPEGAWAIAN TENTANG PENETAPAN CASCADING TAHUN {tahun}."
IDENTITAS = f"""
    | Isian                 | Isi                                      |
    | Pemerintah            | PEMERINTAH KABUPATEN TANJUNG JABUNG BARAT |
    | Perangkat Daerah      | Badan Kepegawaian                        |
    | Kop                   | BADAN KEPEGAWAIAN                        |
    | Jabatan pada Judul    | KEPALA BADAN KEPEGAWAIAN                 |
    | Tentang               | PENETAPAN CASCADING\\nTAHUN {{tahun}}     |
    | Tahun                 | 2022                                     |
    | Jabatan Pembuka       | KEPALA BADAN KEPEGAWAIAN,                |
    | Menetapkan            | {MENETAPKAN} |
    | Tempat                | Kuala Tungkal                            |
    | Jabatan Penandatangan | KEPALA BADAN KEPEGAWAIAN,                |
    | Nama Penandatangan    | NAMA PEJABAT                             |
"""
DASAR = (
    "Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional (Lembaran "
    "Negara Republik Indonesia Tahun 2004 Nomor 104, Tambahan Lembaran Negara Republik Indonesia "
    "Nomor 4421);"
)
JENJANG = """
    | Tingkat       | Label      | Judul Kotak      | Judul Indikator | Judul Target |
    | Kepala Daerah | BUPATI     |                  |                 |              |
    | Sasaran Utama | ESELON II  | SASARAN {nomor}  | INDIKATOR       | TARGET       |
    | Program       | ESELON III |                  | Indikator       | Target       |
    | Sub Kegiatan  | ESELON IV  |                  | Indikator       | Target       |
"""
SASARAN = """
    | Kode Induk | Kode | Jenis | Sasaran        | Indikator  | Target | Satuan |
    |            | S1   | Utama | MENINGKATNYA A | Persentase | 68     | %      |
"""
PROGRAM = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target | Satuan |
    | S1         | P1   | Program A | Meningkatnya B  | Jumlah    | 120    | Orang  |
"""
SUB_KEGIATAN = """
    | Kode Induk | Kode | Jenis        | Nama       | Sasaran        | Indikator | Target | Satuan |
    | P1         | K1   | Sub Kegiatan | Kegiatan A | Meningkatnya C | Jumlah    | 12     | Bulan  |
"""
FOLDER: Mapping[str, Sheets] = {
    "keputusan": {
        "Identitas": IDENTITAS,
        "Menimbang": "| Isi |\n| bahwa A; |",
        "Mengingat": f"| Isi |\n| {DASAR} |",
        "Diktum": "| Isi |\n| Cascading tercantum dalam {lampiran} yang tidak terpisahkan. |",
        "Jenjang": JENJANG,
    },
    "eselon-2": {"Sasaran": SASARAN},
    "eselon-3": {"Program": PROGRAM},
    "eselon-4": {"Sub Kegiatan": SUB_KEGIATAN},
}
"""A folder without a fault; a test replaces the sheets it is about."""


def workbook(kind: str | None, sheets: Sheets) -> Workbook:
    """Make a workbook of markdown tables; None as kind makes one that does not say what it is."""
    book = Workbook()
    book.remove(book.worksheets[0])
    if kind:
        properties: Any = getattr(book, "custom_doc_props")  # noqa: B009 - unknown to the stubs
        properties.append(StringProperty(name=KIND_PROPERTY, value=kind))
        properties.append(StringProperty(name=VERSION_PROPERTY, value="1"))
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        for row, texts in enumerate(_rows(table), start=1):
            for column, text in enumerate(texts, start=1):
                if text in ("^", "<"):
                    _grow(sheet, row, column, up=text == "^")
                elif text:
                    _put(sheet.cell(row, column), text.replace("\\n", "\n"))
    return book


def _rows(table: str) -> list[list[str]]:
    lines = [line.strip() for line in table.strip().splitlines() if line.strip()]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _put(cell: Any, text: str) -> None:
    cell.value, cell.data_type = text, "s"
    if not (text.startswith("`") and text.endswith("`") and len(text) > 2):
        return
    value, _, number_format = text.strip("`").partition(" as ")
    cell.value = _value(value)
    if isinstance(cell.value, str):
        cell.data_type = "f" if value.startswith("=") else "e"
    if number_format:
        cell.number_format = number_format


def _value(text: str) -> object:
    readers: tuple[Callable[[str], object], ...] = (
        *(int, float, date.fromisoformat, time.fromisoformat),
        lambda text: {"True": True, "False": False}[text],
    )
    for read in readers:
        try:
            return read(text)
        except (ValueError, KeyError):
            continue
    return text


def _grow(sheet: Any, row: int, column: int, *, up: bool) -> None:
    """Merge a cell with its neighbour, or with the area that the neighbour is part of."""
    neighbour = sheet.cell(row - 1, column) if up else sheet.cell(row, column - 1)
    for area in sheet.merged_cells.ranges:
        if neighbour.coordinate in area:
            sheet.unmerge_cells(str(area))
            first: Cell = sheet.cell(area.min_row, area.min_col)
            sheet.merge_cells(f"{first.coordinate}:{sheet.cell(row, column).coordinate}")
            return
    sheet.merge_cells(f"{neighbour.coordinate}:{sheet.cell(row, column).coordinate}")


def to_bytes(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def parts_of(path: Path) -> dict[str, bytes]:
    """Return the parts of a workbook by their names in the zip."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def change_parts(path: Path, changes: Mapping[str, bytes]) -> None:
    """Replace or add parts of a workbook, as programs other than openpyxl write them."""
    parts = {**parts_of(path), **changes}
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def write_folder(folder: Path, changes: Mapping[str, Sheets] | None = None) -> Path:
    """Write the good folder into `folder`, with the sheets in `changes` instead of its own."""
    for kind, sheets in FOLDER.items():
        changed = {**sheets, **(changes or {}).get(kind, {})}
        (folder / f"{kind}.xlsx").write_bytes(_saved(kind, tuple(changed.items())))
    return folder


@lru_cache(maxsize=64)
def _saved(kind: str, sheets: tuple[tuple[str, str], ...]) -> bytes:
    """Return a book as a file; most tests change one book and share the others."""
    buffer = BytesIO()
    workbook(kind, dict(sheets)).save(buffer)
    return buffer.getvalue()


def read_folder(folder: Path) -> tuple[Tables, list[Diagnostic]]:
    """Read and reshape all books of `folder`; returns the findings of both stages."""
    books, read = read_books(folder)
    tables, made = make_tables(books)
    return tables, [*read, *made]


def read_sheet(folder: Path, kind: str, name: str, table: str) -> tuple[Tables, list[Diagnostic]]:
    """Read the good folder with one sheet replaced by `table`."""
    write_folder(folder, {kind: {name: table}})
    return read_folder(folder)


def said(findings: Iterable[Diagnostic]) -> list[str]:
    """Return findings as short lines: "target-kosong: eselon-3.xlsx Program F2"."""
    return [f"{one.rule.name}: {_where(one)}" for one in findings]


def _where(one: Diagnostic) -> str:
    place = one.place
    spot = place.cell or place.column or (str(place.row) if place.row else None)
    return " ".join(part for part in (place.book, place.sheet, spot) if part)


def column(tables: Tables, role: str) -> list[object]:
    """Return one column of the frame as a list, targets as they print."""
    return [
        value.isian.text if isinstance(value, Target) else value for value in tables.baris[role]
    ]


def open_package(path: Path) -> Package | OtherFormat | Diagnostic:
    """Return what is to be read of a file, or the finding that says why it cannot be."""
    data = read_file(path)
    return data if isinstance(data, Diagnostic) else open_bytes(data, path.name)


def book_of(kind: str) -> Book:
    """Return the declared book of a kind."""
    return next(book for book in BOOKS if book.kind == kind)
