"""A copy in hasil-periksa as a clerk leaves it who mended it instead of its book."""

from pathlib import Path

from openpyxl import load_workbook

from generator.workbook.changing.parcel import Parcel
from generator.workbook.changing.save import seal
from tests.support.sheets import parts_of


def mend_copy(folder: Path) -> None:
    """Lay a copy of eselon-2.xlsx into hasil-periksa and change it."""
    path = folder / "hasil-periksa" / "eselon-2 (daftar baru).xlsx"
    path.parent.mkdir()
    path.write_bytes(seal(Parcel(parts_of(folder / "eselon-2.xlsx"))))
    book = load_workbook(path)
    book["Sasaran"]["D2"] = "MENINGKATNYA Z"
    book.save(path)
