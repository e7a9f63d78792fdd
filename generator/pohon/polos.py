"""The cascade as Word tables: each box its title and its table, level by level.

Only text that prints passes through `print_run`; the rest is made of named styles, so that
one change of a style restyles every box.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from generator.cascade.model import Cascade, Indikator, Jenis, Kotak, Simpul, Tingkat, boxes
from generator.schema import Blok, Isian, PrintRun
from generator.wording import roman

_BORDERS = "".join(
    (
        "<w:tblBorders>",
        *(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        ),
        "</w:tblBorders>",
    )
)
_WEIGHTS = (4, 5, 2)
"""How sasaran, indikator and target share the width of one node."""


def tables(cascade: Cascade, width: int) -> Blok:
    """Return the block content of the annex, `width` twips wide, for the template's place."""
    return lambda print_run: "".join(_Writer(cascade, width, print_run).blocks())


class _Writer:
    """Writes the blocks of one annex from top to bottom."""

    def __init__(self, cascade: Cascade, width: int, print_run: PrintRun) -> None:
        self.cascade = cascade
        self.width = width
        self.run = print_run

    def blocks(self) -> Iterator[str]:
        jenjang = self.cascade.jenjang
        if jenjang.uses(Jenis.KEPALA_DAERAH):
            top = jenjang.row(Jenis.KEPALA_DAERAH)
            yield self.paragraph("Pohon Label", [top.label])
            for node in self.cascade.kinerja_daerah:
                yield self.table(Kotak(node.jenis, None, (node,)), top)
        yield from self.level(self.cascade.akar, None)

    def level(self, nodes: tuple[Simpul, ...], label: Isian | None) -> Iterator[str]:
        """Yield the boxes of siblings, each followed by all that hangs below it."""
        group: Isian | None = None
        for box in boxes(nodes):
            row = self.cascade.jenjang.of(box.simpul[0])
            if row.label and (label is None or row.label.text != label.text):
                yield self.paragraph("Pohon Label", [row.label])
            label = row.label
            if row.judul_kelompok and group is None:
                group = row.judul_kelompok
                yield self.paragraph("Pohon Label", [group])
            yield self.table(box, row)
            below = tuple(child for node in box.simpul for child in node.anak)
            if below:
                yield from self.level(below, label)
                label = None

    def paragraph(self, style: str, values: Iterable[Isian | None]) -> str:
        runs = "<w:r><w:br/></w:r>".join(self.run(value) for value in values if value)
        return f'<w:p><w:pPr><w:pStyle w:val="{_style_id(style)}"/></w:pPr>{runs}</w:p>'

    def table(self, box: Kotak, row: Tingkat) -> str:
        """Return the table of one box: its title, then its nodes side by side."""
        first = box.simpul[0]
        sides = [_Side(node, row) for node in box.simpul]
        shares = [_WEIGHTS if side.has_sasaran else _WEIGHTS[1:] for side in sides]
        total = sum(map(sum, shares))
        widths = [self.width * part // total for share in shares for part in share]
        title = [_numbered(row.judul_kotak, first.nomor)] if row.judul_kotak else []
        title += [box.nama] if box.nama else []
        if not sides[0].has_sasaran and first.sasaran:
            title.append(first.sasaran)
        rows = []
        if title:
            cell = self.cell("Pohon Judul", self.width, title, span=len(widths))
            rows.append(_row([cell], header=True))
        if any(side.node.indikator or side.has_sasaran for side in sides):
            heads = [head for side in sides for head in side.heads()]
            rows.append(self.row("Pohon Kepala Kolom", widths, heads, header=True))
        for nth, line in enumerate(zip_longest(*(side.node.indikator for side in sides))):
            rows.append(self.line(nth, line, sides, widths))
        if not any(side.node.indikator for side in sides) and any(s.has_sasaran for s in sides):
            rows.append(self.line(0, [None] * len(sides), sides, widths))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'{_BORDERS}<w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
            '<w:p><w:pPr><w:pStyle w:val="PohonKosong"/></w:pPr></w:p>'
        )

    def line(
        self, nth: int, line: Iterable[Indikator | None], sides: list[_Side], widths: list[int]
    ) -> str:
        cells: list[str] = []
        for side, indikator in zip(sides, line, strict=True):
            if side.has_sasaran:
                sasaran = [side.node.sasaran] if nth == 0 else []
                merge = "restart" if nth == 0 else "continue"
                width = widths[len(cells)]
                cells.append(self.cell("Pohon Sasaran", width, sasaran, merge=merge))
            values = (indikator.teks, indikator.target.isian) if indikator else (None, None)
            for style, value in zip(("Pohon Isi", "Pohon Target"), values, strict=True):
                cells.append(self.cell(style, widths[len(cells)], [value] if value else []))
        return _row(cells)

    def row(
        self, style: str, widths: list[int], values: list[Isian | None], header: bool = False
    ) -> str:
        cells = [
            self.cell(style, width, [value] if value else [])
            for width, value in zip(widths, values, strict=True)
        ]
        return _row(cells, header)

    def cell(
        self, style: str, width: int, values: Iterable[Isian | None], span: int = 1, merge: str = ""
    ) -> str:
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if span > 1:
            properties += f'<w:gridSpan w:val="{span}"/>'
        if merge:
            properties += f'<w:vMerge w:val="{merge}"/>'
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{self.paragraph(style, values)}</w:tc>"


class _Side:
    """One node of a box: whether its sasaran has a column, and that column's head."""

    def __init__(self, node: Simpul, row: Tingkat) -> None:
        self.node = node
        self.tingkat = row
        self.has_sasaran = row.judul_sasaran is not None

    def heads(self) -> list[Isian | None]:
        row = self.tingkat
        heads = [row.judul_indikator, row.judul_target]
        return [row.judul_sasaran, *heads] if self.has_sasaran else heads


def _row(cells: list[str], header: bool = False) -> str:
    head = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def _numbered(title: Isian, nomor: int) -> Isian:
    """Return a box title with its Roman number."""
    return replace(title, text=title.text.replace("{nomor}", roman(nomor)))


def _style_id(name: str) -> str:
    return name.replace(" ", "")
