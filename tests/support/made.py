"""A made folder of any size: an invented office whose every text is its own."""

from __future__ import annotations

from pathlib import Path

from tests.support.sheets import workbook, write_folder

PER_NODE = 4
HEAD = "| Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan |"


def write_made_folder(folder: Path, indikator: int) -> Path:
    """Write the good folder with a sheet Sub Kegiatan of so many indikator, four a node."""
    write_folder(folder)
    rows = [HEAD]
    for nth in range(indikator):
        node = " | | | |"
        if nth % PER_NODE == 0:
            node = f"P1 | K{nth} | Sub Kegiatan | Kegiatan ke-{nth} | Meningkatnya hal ke-{nth}"
        rows.append(f"| {node} | Jumlah hal ke-{nth} | `{nth % 997}` | Orang |")
    table = "\n".join(rows)
    workbook("eselon-4", {"Sub Kegiatan": table}).save(folder / "eselon-4.xlsx")
    return folder
