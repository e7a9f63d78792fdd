"""Reading a drawn sheet in tests: which text stands in, beside and below which box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.table import Table


@dataclass(frozen=True)
class Spot:
    """A cell: its row, its first grid column and the one after its last; "" goes on above."""

    row: int
    first: int
    last: int
    text: str

    def covers(self, other: Spot) -> bool:
        return self.first <= other.first and other.last <= self.last


def spots(table: Table) -> list[Spot]:
    """Return the cells of boxes row by row; empty cells between boxes are left out."""
    return list(_spots(table))


def _spots(table: Table) -> Iterator[Spot]:
    for nth, row in enumerate(table._tbl.tr_lst):
        at = 0
        for cell in row.tc_lst:
            first, at = at, at + cell.grid_span
            texts = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in cell.p_lst]
            text = " ".join(filter(None, texts))
            if text or cell.vMerge is not None:
                yield Spot(nth, first, at, text)


def box(cells: list[Spot], title: str) -> list[Spot]:
    """Return the cells of the one box with this title, as it is read, title first."""
    (top,) = [one for one in cells if one.text == title]
    found = [top]
    for row in range(top.row + 1, cells[-1].row + 1):
        inside = [one for one in cells if one.row == row and top.covers(one)]
        if not inside:
            break
        found += [one for one in inside if one.text]
    return found
