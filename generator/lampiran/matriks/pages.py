"""On which pages the rows of the matrix fall, so that the signature is not left alone on one."""

from __future__ import annotations

from collections.abc import Sequence

from generator.lampiran.layout.band import text_height
from generator.lampiran.matriks.cells import Matrix, MatrixColumn, Teks
from generator.lampiran.sheet import MM, PageGeometry
from generator.lampiran.styles import MATRIKS_KEPALA

WITH_SIGNATURE = 2
"""Rows that stand on the page of the signature."""
_SPARE = round(5 * MM)
"""What rows may turn out lower than was measured."""


def least_heights(matrix: Matrix, widths: Sequence[int], page: PageGeometry) -> list[int]:
    """Return the height that each row gets at least, in twips; 0 where its texts decide.

    Word keeps the last rows with the signature because they say so; LibreOffice heeds that in
    no table. Where the signature would go on to a page of its own, the rows before the last ones
    grow a little, until the last ones go with it.
    """
    rows = _row_heights(matrix, widths)
    heads = _heads_height(matrix, widths)
    begin, room = _last_page(rows, heads, page)
    growing = range(begin, max(len(rows) - WITH_SIGNATURE, begin))
    least = [0] * len(rows)
    if not growing or sum(rows[begin:]) + page.last <= room:
        return least
    missing = room - sum(rows[begin : growing.stop + 1]) + _SPARE
    for row in growing:
        least[row] = rows[row] + -(-max(missing, 0) // len(growing))
    return least


def _last_page(rows: Sequence[int], heads: int, page: PageGeometry) -> tuple[int, int]:
    """Return the first row of the last page of the table, and how high its rows may be."""
    begin = 0
    room = left = page.inner_height - page.first - heads
    for nth, height in enumerate(rows):
        if height > left and nth:
            begin, room = nth, page.inner_height - heads
            left = room
        left -= height
    return begin, room


def _row_heights(matrix: Matrix, widths: Sequence[int]) -> list[int]:
    """Return the heights of rows; what a merged cell lacks goes to the last row it covers."""
    rows = [0] * matrix.rows
    cells = [
        (stop, -start, _height(texts, width))
        for kolom, width in zip(matrix.kolom, widths, strict=True)
        for start, stop, texts in kolom.cells
    ]
    for stop, start, height in sorted(cells):
        rows[stop - 1] += max(height - sum(rows[-start:stop]), 0)
    return rows


def _heads_height(matrix: Matrix, widths: Sequence[int]) -> int:
    def height(kolom: MatrixColumn, width: int) -> int:
        return _height(tuple((MATRIKS_KEPALA, head) for head in kolom.head), width)

    labels = text_height(("",), MATRIKS_KEPALA, max(widths, default=0))
    columns = zip(matrix.kolom, widths, strict=True)
    return labels + max((height(kolom, width) for kolom, width in columns), default=0)


def _height(texts: Sequence[Teks], width: int) -> int:
    return sum(text_height(("".join(map(str, parts)),), gaya, width) for gaya, parts in texts)
