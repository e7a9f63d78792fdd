"""A folder of books as large as wished: the worked example with more rows for Eselon IV."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from generator.contoh.fill import contoh_books


def write_books(folder: Path, n: int) -> None:
    """Write the four books, eselon-4.xlsx with n more indikator, two for each sub kegiatan."""
    folder.mkdir()
    for name, content in contoh_books().items():
        (folder / name).write_bytes(content)
    path = folder / "eselon-4.xlsx"
    workbook = load_workbook(path)
    sheet = workbook["Sub Kegiatan"]
    for i in range(n):
        box: tuple[str | None, ...] = (None,) * 5
        if i % 2 == 0:
            nth = i // 2
            box = (
                f"P{nth % 5 + 1}",
                f"B{nth}",
                "Sub Kegiatan",
                f"Pengelolaan Administrasi Kepegawaian Bidang {nth}",
                f"Meningkatnya kualitas layanan kepegawaian dan diklat bidang {nth}",
            )
        sheet.append((*box, f"Jumlah aparatur yang mengikuti pelatihan {i}", i % 100, "Orang"))
    workbook.save(path)
