"""Measure the pohon of twenty made shapes, page by page: `make gallery` writes the table.

Per shape: pages, the white share of the emptiest page's height, the smallest letters in points,
headings without anything of their own below them, and whether the signature stands alone.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.cascade.model import Cascade
from generator.lampiran.layout.pages import lay_out
from generator.lampiran.sheet import DrawnSheet, PageGeometry
from tests.support.chance_trees import cascade_by_chance
from tests.support.drawn_word import F4
from tests.support.real_office import KANTOR
from tests.support.sheet_faults import height, leaves_room_to_sign, orphans
from tests.support.trees import TREES

PAGE = replace(F4, first=3400, last=2800)
"""F4 with the heights of the stock template's title and signature."""
SHAPES: dict[str, Callable[[], Cascade]] = {
    **TREES,
    **KANTOR,
    **{f"acak-{seed}": partial(cascade_by_chance, seed) for seed in (1, 2, 3, 4, 7)},
}
TABLE = Path(__file__).parent.parent / "docs" / "pohon-besar.md"
START, END = "<!-- tabel: make gallery -->\n", "<!-- akhir tabel -->\n"


def measured(name: str) -> str:
    """Return the row of one shape."""
    cascade = SHAPES[name]()
    pohon = lay_out(cascade, PAGE)
    white = max(_white(sheet, PAGE) for sheet in pohon.sheets)
    letters = min(
        cell.gaya.size for sheet in pohon.sheets for chart in sheet.charts for cell in chart.cells
    )
    alone = 0 if leaves_room_to_sign(pohon, PAGE) else 1
    cells = (name, len(pohon.sheets), f"{white:.0%}", letters, len(orphans(pohon, cascade)), alone)
    return f"| {' | '.join(map(str, cells))} |".replace(".", ",")


def _white(sheet: DrawnSheet, page: PageGeometry) -> float:
    room = page.inner_height - (page.first if sheet.number == 1 else 0)
    return 1 - height(sheet) / room


def table() -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| Bentuk | Halaman | Putih terbanyak | Huruf terkecil | Judul tanpa isi | TTD sendiri |"
    yield "|---|--:|--:|--:|--:|--:|"
    yield from map(measured, SHAPES)


def write() -> None:
    """Write the table into its page."""
    before, _, rest = TABLE.read_text(encoding="utf-8").partition(START)
    text = "\n".join(table())
    TABLE.write_text(f"{before}{START}{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    write()
