"""The cascade as a workbook: a sheet to read and print, and one to work with.

On sheet Matriks a row is an indikator of a lowest node, and what stands above it is merged beside
it; on sheet Data a row is an indikator of any node, and nothing is merged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from math import ceil

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.cascade.model import Cascade, Indikator, Jenis, Simpul
from generator.schema.kinerja import FORMULASI, SUMBER_DATA
from generator.workbook import look
from generator.workbook.making.blank import MADE
from generator.workbook.measures import lines_in

A3 = 8
"""The number of that paper in Excel."""
_MONEY = "#,##0"
_DATA = (
    *(("Jenjang", 18), ("Kode", 16), ("Kode Induk", 16), ("Nama", 40), ("Sasaran", 44)),
    *(("Indikator", 44), ("Target", 12), ("Satuan", 14), ("Formulasi", 40), ("Sumber Data", 24)),
    *(("Penanggung Jawab", 30), ("Kode Rekening", 20), ("Pagu", 18)),
)
_NAMED, _MEASURED = ("{label}", 26), ("Indikator dan Target", 26)
_FURTHER = (("Penanggung Jawab", 15), ("Pagu", 14))
_LEVEL = (_NAMED, _MEASURED, *_FURTHER)
_LOWEST = (_NAMED, ("Indikator", 26), ("Target", 11), *_FURTHER)


def matrix_workbook(cascade: Cascade, title: str) -> Workbook:
    """Return the workbook; the same tree gives the same."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title, workbook.properties.creator = title, "sk-cascading"
    workbook.properties.created = workbook.properties.modified = MADE
    _add_matrix(workbook.create_sheet("Matriks"), cascade, title)
    _add_data(workbook.create_sheet("Data"), cascade, title)
    return workbook


# -- a sheet to work with --------------------------------------------------------------------------


def _add_data(sheet: Worksheet, cascade: Cascade, title: str) -> None:
    _head(sheet, _DATA)
    row = 1
    for node, above in _with_parents(cascade):
        for nth, one in enumerate(node.indikator or (None,)):
            row += 1
            for column, value in enumerate(_flat(cascade, node, above, one, first=not nth), 1):
                _enter(sheet, row, column, value)
            sheet.cell(row, len(_DATA)).number_format = _MONEY
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_DATA))}{row}"
    look.set_up_page(sheet, title, sum(width for _, width in _DATA))
    sheet.print_title_rows = "1:1"


def _with_parents(cascade: Cascade) -> Iterator[tuple[Simpul, str]]:
    """Yield every node once with the codes of the nodes above it, in print order."""
    above: dict[str, list[str]] = {}
    for node in cascade.walk():
        for child in node.anak:
            above.setdefault(child.kode, []).append(node.kode)
        yield node, "; ".join(above.get(node.kode, ()))


def _flat(
    cascade: Cascade, node: Simpul, above: str, one: Indikator | None, *, first: bool
) -> Iterator[object]:
    """Yield the cells of one row; what is said of a node stands in its first row alone."""
    yield from (cascade.jenjang.of(node).nama, node.kode, above, node.nama, node.sasaran)
    if one:
        number = one.target.nilai
        yield from (one.teks, one.target.isian if number is None else number, one.target.satuan)
        yield from (one.said(FORMULASI), one.said(SUMBER_DATA))
    else:
        yield from (None,) * 5
    yield from (node.penanggung_jawab, node.kode_rekening, node.nilai_pagu if first else None)


# -- a sheet to read -------------------------------------------------------------------------------

Merged = tuple[str, object]
"""A cell with what it is merged by: neighbours of one key below each other are one."""


def _add_matrix(sheet: Worksheet, cascade: Cascade, title: str) -> None:
    chains = list(_chains(cascade))
    levels = [one for one in Jenis if any(one in chain for chain in chains)]
    heads = [
        (head.format(label="Sasaran" if jenis is Jenis.UTAMA else jenis.value), width)
        for jenis in levels
        for head, width in (_LOWEST if jenis is levels[-1] else _LEVEL)
    ]
    _head(sheet, heads)
    rows = [row for chain in chains for row in _rows(chain, levels)]
    for number, cells in enumerate(rows, start=2):
        for column, (_, value) in enumerate(cells, start=1):
            _enter(sheet, number, column, value)
            if heads[column - 1][0] == "Pagu":
                sheet.cell(number, column).number_format = _MONEY
    lines = [1] * len(rows)
    for column, (_, width) in enumerate(heads):
        for first, count in _groups([row[column][0] for row in rows]):
            needed = ceil(lines_in(str(rows[first][column][1] or ""), width) / count)
            for nth in range(first, first + count):
                lines[nth] = max(lines[nth], needed)
            if count > 1:
                _merge(sheet, column + 1, first + 2, count)
    for nth, needed in enumerate(lines):
        look.give_lines(sheet, nth + 2, needed)
    sheet.freeze_panes = "A2"
    look.set_up_page(sheet, title, sum(width for _, width in heads))
    sheet.page_setup.paperSize = A3
    sheet.page_setup.fitToWidth = 1
    sheet.print_title_rows = "1:1"


def _groups(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (first, count) of neighbours of one key; those without any stand alone."""
    first = 0
    for key, same in groupby(keys):
        count = sum(1 for _ in same)
        yield from [(first, count)] if key else [(first + nth, 1) for nth in range(count)]
        first += count


Chain = Mapping[Jenis, Simpul]
"""A node below which nothing stands and the nodes above it, by level; of sasaran the lowest."""


def _chains(cascade: Cascade) -> Iterator[Chain]:
    stack: list[tuple[Simpul, Chain]] = [(root, {}) for root in reversed(cascade.akar)]
    while stack:
        node, above = stack.pop()
        level = Jenis.UTAMA if node.jenis.is_sasaran else node.jenis
        chain = {**above, level: node}
        below = [child for child in node.anak if not child.ulangan]
        stack += ((child, chain) for child in reversed(below))
        if not below:
            yield chain


def _rows(chain: Chain, levels: Sequence[Jenis]) -> Iterator[list[Merged]]:
    """Yield a row for each indikator of the lowest node."""
    *upper, lowest = levels
    node = chain.get(lowest)
    for one in (node.indikator if node else ()) or (None,):
        row = [cell for jenis in upper for cell in _level(chain.get(jenis))]
        name, _, *rest = _level(node)
        measure = (one.teks, one.target.isian) if one else (None, None)
        yield [*row, name, *(("", value) for value in measure), *rest]


def _level(node: Simpul | None) -> list[Merged]:
    """Return the cells of a node above others: its indikator are lines of one cell."""
    if node is None:
        return [("", None)] * len(_LEVEL)
    name = "\n".join(str(text) for text in (node.nama, node.sasaran) if text)
    measures = "\n".join(f"{one.teks}: {one.target.isian}" for one in node.indikator)
    cells = (name, measures, node.penanggung_jawab, node.nilai_pagu)
    return [(node.kode, cell) for cell in cells]


def _merge(sheet: Worksheet, column: int, row: int, count: int) -> None:
    sheet.merge_cells(
        start_row=row, end_row=row + count - 1, start_column=column, end_column=column
    )


# -- both ------------------------------------------------------------------------------------------


def _head(sheet: Worksheet, columns: Sequence[tuple[str, int]]) -> None:
    for number, (heading, width) in enumerate(columns, start=1):
        look.style_column(sheet.column_dimensions[get_column_letter(number)], width, "General")
        look.enter(sheet, f"{get_column_letter(number)}1", heading)
        look.HEADER_REQUIRED.dress(sheet[f"{get_column_letter(number)}1"])
    look.give_lines(sheet, 1, 2)


def _enter(sheet: Worksheet, row: int, column: int, value: object) -> None:
    """Enter a text or a number; nothing where there is none."""
    number = value if isinstance(value, Decimal | None) else str(value)
    look.enter(sheet, f"{get_column_letter(column)}{row}", number or None)
