"""Rewrites docs/gambar/: pages of the example decree and clippings of its workbooks.

Needs LibreOffice and poppler-utils.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.header_footer import HeaderFooter

from generator.app.bandingkan import compare_years
from generator.app.buat import make
from generator.app.periksa import check
from generator.app.tahun_baru import begin_year
from generator.contoh.fill import BERSIH, contoh_books, further_books, write_contoh
from generator.files.libreoffice import convert, find_office
from generator.workbook.copies.hasil_periksa import COPIES

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "gambar"
PAGE_DPI, ANNEX_DPI, SHEET_DPI = 80, 100, 110
MARGIN = 6
SHADES = (256, 86, 52, 36, 18, 6)
"""Red, green and blue keep the first of these numbers of shades that gives at most 256 colours."""


@dataclass(frozen=True)
class Clipping:
    """A range of one sheet of the example, seen with Excel's row numbers and column letters."""

    picture: str
    book: str
    sheet: str
    cells: str
    folder: str = "books"


DECREE = {"sk-halaman-1": 1, "sk-halaman-2": 2}
ANNEX = {"sk-lampiran": 3, "sk-pohon": 5, "sk-matriks": 9}
"""Picture → page: of the decree in grey, and of one with both forms of annex."""

AGREEMENT = {"pk-pernyataan": 1, "pk-lampiran": 2}
OFFICIAL = "Kepala Bidang Sumber Daya Kesehatan"

CLIPPINGS = (
    Clipping("buku-petunjuk", "eselon-3.xlsx", "Petunjuk", "A1:G21"),
    Clipping("buku-identitas", "keputusan.xlsx", "Identitas", "A1:B19"),
    Clipping("buku-menimbang", "keputusan.xlsx", "Menimbang", "A1:A3"),
    Clipping("buku-jenjang", "keputusan.xlsx", "Jenjang", "A1:G7"),
    Clipping("buku-pejabat", "pejabat.xlsx", "Pejabat", "A1:F8", "bersih"),
    Clipping("buku-sasaran", "eselon-2.xlsx", "Sasaran", "A1:G6"),
    Clipping("buku-program", "eselon-3.xlsx", "Program", "A1:G7"),
    Clipping("buku-sub-kegiatan", "eselon-4.xlsx", "Sub Kegiatan", "A1:H8"),
    Clipping("buku-tahun-baru", "eselon-3.xlsx", "Program", "D1:I7", "2023"),
    Clipping("perbandingan-target", "beda.xlsx", "Target", "A1:H17", "terisi"),
    Clipping("perbandingan-grafik", "beda.xlsx", "Grafik", "A1:S20", "terisi"),
)
GROWTH = 1.08
"""What the made-up targets of the year after are, as a part of those of the example."""


SLIPS = {"A8": "S9", "F4": "8,2 persen kira-kira", "F10": 0.02, "G10": "%"}
"""What a clerk might have typed into sheet Program, for the pictures of a marked copy."""

MARKED = "eselon-3 (usulan).xlsx"
MARKED_CLIPPINGS = (
    Clipping("buku-ditandai", MARKED, "Program", "A1:G12", f"keliru/{COPIES}"),
    Clipping("daftar-pemeriksaan", MARKED, "Pemeriksaan", "A1:G9", f"keliru/{COPIES}"),
)


def main() -> int:
    office = find_office()
    if office is None:
        sys.stderr.write("LibreOffice is not installed.\n")
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    os.environ["LC_ALL"] = "id_ID.UTF-8"  # LibreOffice then writes 8,2% as the clerk's Excel does
    with TemporaryDirectory() as name:
        work = Path(name)
        write_contoh(work / "books")
        _write_clean(work / "bersih")
        _mark(work / "keliru")
        begin_year(work / "books", "2023", work / "2023")
        _compare(work)
        clippings = (*CLIPPINGS, *MARKED_CLIPPINGS)
        sources = [_decree(work, "sk"), *(_clip(work, one) for one in clippings)]
        _with_both_annexes(work / "books" / "keputusan.xlsx")
        sources += _decree(work, "lampiran"), _agreement(work)
        convert(office, sources, "pdf", work)
        for picture, page in DECREE.items():
            _draw(work / "sk.pdf", picture, page, PAGE_DPI, gray=True)
        for picture, page in ANNEX.items():
            _draw(work / "lampiran.pdf", picture, page, ANNEX_DPI)
        for picture, page in AGREEMENT.items():
            _draw(work / "pk.pdf", picture, page, PAGE_DPI, gray=True)
        for clipping in clippings:
            _draw(work / f"{clipping.picture}.pdf", clipping.picture, 1, SHEET_DPI)
    return 0


def _decree(work: Path, name: str) -> Path:
    make(work / "books", work)
    (decree,) = work.glob("SK *.docx")
    return decree.rename(work / f"{name}.docx")


def _write_clean(folder: Path) -> None:
    folder.mkdir()
    for name, content in {**contoh_books(BERSIH), **further_books(BERSIH)}.items():
        (folder / name).write_bytes(content)


def _agreement(work: Path) -> Path:
    """Return the agreement of an official whose budget has several parts."""
    make(work / "bersih", work / "pk", only=["perjanjian"])
    (path,) = (work / "pk").glob(f"*/PK *{OFFICIAL}.docx")
    return path.rename(work / "pk.docx")


def _with_both_annexes(path: Path) -> None:
    workbook = load_workbook(path)
    (row,) = (row for row in workbook["Identitas"].iter_rows() if row[0].value == "Lampiran")
    row[1].value = "keduanya"
    workbook.save(path)


def _mark(folder: Path) -> None:
    """Write the example with the slips in it, and its marked copies."""
    write_contoh(folder)
    workbook = load_workbook(folder / "eselon-3.xlsx")
    for address, value in SLIPS.items():
        workbook["Program"][address] = value
    workbook.save(folder / "eselon-3.xlsx")
    check(folder, tandai=True, usulkan=True)


def _compare(work: Path) -> None:
    """Fill the next year's books and compare them with the example, into `terisi/beda.xlsx`."""
    folder = shutil.copytree(work / "2023", work / "terisi")
    for path in folder.glob("eselon-*.xlsx"):
        workbook = load_workbook(path)
        for sheet in workbook.worksheets:
            headings = {cell.value: cell.column for cell in sheet[1]}
            if "Target Tahun Lalu" not in headings:
                continue
            for row in range(2, sheet.max_row + 1):
                old = sheet.cell(row, headings["Target Tahun Lalu"])
                new = sheet.cell(row, headings["Target"])
                grown = old.value
                if isinstance(grown, int | float):
                    grown = round(grown * GROWTH, 3) if grown < 1 else round(grown * GROWTH)
                new.value, new.number_format = grown, old.number_format
        workbook.save(path)
    compare_years(work / "books", folder, xlsx=folder / "beda.xlsx")


def _clip(work: Path, clipping: Clipping) -> Path:
    """Write a book that prints nothing but the clipping, with row numbers and column letters."""
    workbook = load_workbook(work / clipping.folder / clipping.book)
    for sheet in workbook.worksheets:
        if sheet.title != clipping.sheet:
            workbook.remove(sheet)
    _print_only(workbook, clipping.cells)
    path = work / f"{clipping.picture}.xlsx"
    workbook.save(path)
    return path


def _print_only(workbook: Workbook, cells: str) -> None:
    (sheet,) = workbook.worksheets
    sheet.print_area = cells
    sheet.print_title_rows = sheet.print_title_cols = None
    sheet.print_options.headings = True
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
    sheet.HeaderFooter = HeaderFooter()


def _draw(pdf: Path, picture: str, page: int, dpi: int, *, gray: bool = False) -> None:
    """Draw one page as docs/gambar/<picture>.png; a clipping loses the white around it."""
    root = pdf.with_name(picture)
    asked = ["-r", str(dpi), "-f", str(page), "-l", str(page), "-singlefile"]
    subprocess.run(["pdftoppm", *asked, str(pdf), str(root)], check=True)
    pixels = _read_ppm(root.with_suffix(".ppm"))
    if gray:
        pixels = np.repeat(pixels.mean(axis=2, keepdims=True), 3, axis=2).astype(np.uint8)
    else:
        pixels = _trim(pixels)
    (PICTURES / f"{picture}.png").write_bytes(_png(pixels))


def _read_ppm(path: Path) -> np.ndarray:
    """Return the pixels of a binary PPM as (height, width, 3)."""
    data = path.read_bytes()
    _, width, height, _ = data.split(maxsplit=4)[:4]
    size = int(width) * int(height) * 3
    return np.frombuffer(data[-size:], np.uint8).reshape(int(height), int(width), 3)


def _trim(pixels: np.ndarray) -> np.ndarray:
    ink = (pixels < 250).any(axis=2)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    top, left = max(0, rows[0] - MARGIN), max(0, columns[0] - MARGIN)
    return pixels[top : rows[-1] + MARGIN, left : columns[-1] + MARGIN]


def _png(pixels: np.ndarray) -> bytes:
    """Return the pixels as a PNG of at most 256 colours."""
    height, width, _ = pixels.shape
    for shades in SHADES:
        step = 255 / (shades - 1)
        rounded = np.rint(np.rint(pixels.reshape(-1, 3) / step) * step).astype(np.uint8)
        colours, index = np.unique(rounded, axis=0, return_inverse=True)
        if len(colours) <= 256:
            break
    lines = index.reshape(height, width).astype(np.uint8)
    raw = b"".join(b"\0" + line.tobytes() for line in lines)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks: Sequence[tuple[bytes, bytes]] = (
        (b"IHDR", head),
        (b"PLTE", colours.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(raw, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


if __name__ == "__main__":
    sys.exit(main())
