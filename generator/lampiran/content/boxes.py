"""What stands in each box of the pohon kinerja: texts in their order, before any placing."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.bahasa.numbers import roman
from generator.cascade.model import Cascade, FurtherCell, Jenis, Jenjang, Kotak, Simpul, Tingkat
from generator.lampiran.content.long_texts import is_long, pieces, shortened
from generator.lampiran.styles import Scale
from generator.schema.types import Printed
from generator.values import Isian
from generator.word.measure import longest, text_width

LANJUTAN = " (lanjutan)"
BERSAMA = " (bersama)"
"""Behind the name of what serves several parents."""
_IN_BOXES = (Printed.SELALU,)


@dataclass(frozen=True, slots=True)
class PageReference:
    """The number of the page on which the sheet with this bookmark begins."""

    bookmark: str


Bagian = Isian | str | PageReference
"""A part of a paragraph: a value of the books, fixed words, or a page number."""

Alinea = tuple[Bagian, ...]


def further_lines(
    tambahan: Iterable[FurtherCell], where: Container[Printed]
) -> tuple[tuple[str, Isian], ...]:
    """Return a paragraph for each further cell that prints there: its heading and what it says."""
    return tuple(
        (f"{one.column.heading}: ", one.isian) for one in tambahan if one.column.printed in where
    )


def plain(alinea: Alinea) -> str:
    """Return a paragraph's text for measuring; a page number counts as three digits."""
    return "".join("000" if isinstance(part, PageReference) else str(part) for part in alinea)


@dataclass(frozen=True)
class PanelRow:
    """An indikator with its further cells, each a paragraph, beside its target."""

    paragraphs: tuple[Alinea, ...]
    target: Isian

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(map(plain, self.paragraphs))

    def pieces(self, count: int) -> list[PanelRow]:
        """Return this row with its long texts in so many pieces."""
        paragraphs = [_pieces(alinea, count) for alinea in self.paragraphs]
        targets = [self.target] + [replace(self.target, text="")] * (count - 1)
        if is_long(self.target.text):
            targets = pieces(self.target, count)
        return [
            PanelRow(tuple(filter(None, (one[nth] for one in paragraphs))) or ((),), targets[nth])
            for nth in range(count)
        ]


@dataclass(frozen=True)
class Panel:
    """One sasaran of a box with its rows of indikator and target.

    `sasaran` and the node's `further` paragraphs stand in a column before them when `beside`,
    above the table otherwise. `heads` are the headings of the columns, as many as there are
    columns, or none at all.
    """

    sasaran: Alinea
    beside: bool
    heads: tuple[Isian | None, ...]
    rows: tuple[PanelRow, ...]
    further: tuple[Alinea, ...] = ()

    @cached_property
    def paragraphs(self) -> tuple[Alinea, ...]:
        """What stands in the cell of the sasaran."""
        return ((self.sasaran,) if self.sasaran else ()) + self.further

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(map(plain, self.paragraphs))

    @cached_property
    def words(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Per column the widest word, of its texts and of its head, in 1/1000 em."""
        texts = max((longest(text, False) for row in self.rows for text in row.texts), default=0)
        targets = max((longest(row.target.text, False) for row in self.rows), default=0)
        heads = tuple(longest(head.text, True) if head else 0 for head in self.heads)
        if not self.beside:
            return (texts, targets), heads or (0, 0)
        sasaran = max((longest(text, False) for text in self.texts), default=0)
        return (sasaran, texts, targets), heads or (0, 0, 0)

    @property
    def columns(self) -> int:
        return 3 if self.beside else 2

    @cached_property
    def volume(self) -> tuple[int, int, int]:
        """Widths on one line, in 1/1000 em: of the sasaran, all indikator, the longest one."""
        sasaran = sum(text_width(text, False) for text in self.texts)
        rows = [sum(text_width(text, False) for text in row.texts) for row in self.rows]
        return sasaran, sum(rows), max(rows, default=0)

    @cached_property
    def most_lines(self) -> int:
        """How many lines stand below one another at most where no word is cut: a word a line."""
        rows = sum(max(_words(row.texts), _words((row.target.text,))) for row in self.rows)
        heads = max((_words((head.text,)) for head in self.heads if head), default=1)
        texts = _words(self.texts)
        return heads + (max(texts, rows) if self.beside else texts + rows)

    def bare(self) -> Panel:
        """Return this panel without its table."""
        return replace(self, beside=False, heads=(), rows=(), further=())

    def short(self) -> Panel:
        """Return this panel with its sasaran as it is repeated."""
        return replace(self, sasaran=_short(self.sasaran))

    def pieces(self, count: int) -> list[Panel]:
        """Return this panel with its long texts in so many pieces.

        A short sasaran stays on each; what else is short stands on the first alone.
        """
        sasaran = _pieces(self.sasaran, count, self.sasaran)
        further = [_pieces(alinea, count) for alinea in self.further]
        rows = [row.pieces(count) for row in self.rows]
        return [
            replace(
                self,
                sasaran=sasaran[nth],
                further=tuple(filter(None, (one[nth] for one in further))),
                rows=tuple(row[nth] for row in rows),
            )
            for nth in range(count)
        ]


@dataclass(frozen=True)
class Box:
    """One box: its title paragraphs over its panels. `label` is the heading of its level."""

    jenis: Jenis
    label: Isian | None
    title: tuple[Alinea, ...]
    panels: tuple[Panel, ...] = ()

    @cached_property
    def title_text(self) -> tuple[str, ...]:
        return tuple(map(plain, self.title))

    @cached_property
    def title_word(self) -> int:
        """The widest word of the title and of what stands above tables, in 1/1000 em."""
        texts = [
            *self.title_text,
            *(text for panel in self.panels if not panel.beside for text in panel.texts),
        ]
        return max((longest(text, True) for text in texts), default=0)

    @cached_property
    def most_lines(self) -> int:
        """How many lines stand below one another at most where no word is cut: a word a line."""
        return _words(self.title_text) + max((panel.most_lines for panel in self.panels), default=0)

    @cached_property
    def widths(self) -> dict[Scale, int]:
        """The narrowest widths worked out so far, in twips."""
        return {}

    @cached_property
    def heights(self) -> dict[tuple[Scale, tuple[tuple[int, ...], ...]], Any]:
        """What layout has measured so far, by size and by the columns' edges from the left."""
        return {}

    @property
    def height_in_rows(self) -> int:
        return max((len(panel.rows) for panel in self.panels), default=0)

    @cached_property
    def compact(self) -> Box:
        """This box without its tables, as it is repeated above what hangs below it."""
        panels = tuple(panel.bare().short() for panel in self.panels if panel.sasaran)
        return replace(self, title=tuple(map(_short, self.title)), panels=panels)

    @cached_property
    def continued(self) -> Box:
        """This box as it is repeated where what hangs below it goes on."""
        return self.compact.marked()

    @property
    def headless(self) -> Box:
        """This box where its title and sasaran, in boxes of their own, stand before it."""
        panels = tuple(panel.short() for panel in self.panels)
        return replace(self, title=tuple(map(_short, self.title)), panels=panels).marked()

    def bare(self) -> Box:
        """Return this box without its tables."""
        return replace(self, panels=tuple(panel.bare() for panel in self.panels if panel.sasaran))

    def pieces(self, count: int) -> list[Box]:
        """Return this box in so many, its long texts cut into pieces, a short title on each."""
        titles = [_pieces(alinea, count, alinea) for alinea in self.title]
        panels = [panel.pieces(count) for panel in self.panels]
        boxes = [
            replace(
                self,
                title=tuple(one[nth] for one in titles),
                panels=tuple(one[nth] for one in panels),
            )
            for nth in range(count)
        ]
        return [box.marked() if nth else box for nth, box in enumerate(boxes)]

    def rows(self, start: int, stop: int) -> Box:
        """Return this box with some of its rows only, marked when they are not the first.

        Of a panel whose rows have ended its sasaran stays.
        """
        parts = [replace(panel, rows=panel.rows[start:stop]) for panel in self.panels]
        panels = tuple(
            part if part.rows else part.bare() for part in parts if part.rows or part.sasaran
        )
        return replace(self, title=self.marked().title if start else self.title, panels=panels)

    def some(self, start: int, stop: int) -> Box:
        """Return this box with some of its panels only, marked when they are not the first."""
        title = self.marked().title if start else self.title
        return replace(self, title=title, panels=self.panels[start:stop])

    def listing(self, names: Sequence[tuple[Isian, str]]) -> Box:
        """Return this box with names below its table, each with the page of a bookmark."""
        first = self.panels[0] if self.panels else Panel((), False, (), ())
        rows = tuple(
            PanelRow(((name, " (halaman ", PageReference(bookmark), ")"),), replace(name, text=""))
            for name, bookmark in names
        )
        panel = replace(first, rows=(*first.rows, *rows))
        return replace(self, panels=(panel, *self.panels[1:]))

    def pointing(self, bookmark: str) -> Box:
        """Return this box with the page of a sheet behind its title."""
        if not self.title:
            return replace(self, title=(("halaman ", PageReference(bookmark)),))
        first = (*self.title[0], " (halaman ", PageReference(bookmark), ")")
        return replace(self, title=(first, *self.title[1:]))

    def marked(self) -> Box:
        """Return this box as one that goes on from a box before it."""
        if not self.title:
            return replace(self, title=((LANJUTAN.strip(),),))
        *before, last = self.title
        if last[-1] == LANJUTAN:
            return self
        return replace(self, title=(*before, (*last, LANJUTAN)))


def _short(alinea: Alinea) -> Alinea:
    """Return a paragraph as it is repeated."""
    return tuple(
        short
        for part in alinea
        for short in (shortened(part) if isinstance(part, Isian) else (part,))
    )


def _pieces(alinea: Alinea, count: int, otherwise: Alinea = ()) -> list[Alinea]:
    """Return a paragraph in so many pieces; a short one whole, then what stands `otherwise`."""
    for at, part in enumerate(alinea):
        if isinstance(part, Isian) and is_long(part.text):
            first, *others = pieces(part, count)
            return [(*alinea[:at], first, *alinea[at + 1 :]), *((one,) for one in others)]
    return [alinea] + [otherwise] * (count - 1)


def _words(texts: Iterable[str]) -> int:
    """Return into how many pieces texts can be broken at most."""
    return sum(1 + text.count(" ") + text.count("-") + text.count("\n") for text in texts)


def box_of(kotak: Kotak, jenjang: Jenjang, nomor: str = "") -> Box:
    """Return the box of nodes that stand side by side; `nomor` replaces the Roman number."""
    first = kotak.simpul[0]
    row = jenjang.of(first)
    title: list[Alinea] = []
    if heading := numbered(row, nomor or roman(first.nomor)):
        title.append((heading,))
    if kotak.nama:
        title.append((kotak.nama, BERSAMA) if first.bersama else (kotak.nama,))
    panels = tuple(panel for node in kotak.simpul if (panel := _panel(node, row)))
    return Box(kotak.jenis, row.label, tuple(title), panels)


def top_box(cascade: Cascade) -> Box | None:
    """Return the box of the head of the region, None when that level is not used."""
    if not cascade.jenjang.uses(Jenis.KEPALA_DAERAH):
        return None
    row = cascade.jenjang.row(Jenis.KEPALA_DAERAH)
    title = ((row.label,),) if row.label else ()
    nodes = cascade.kinerja_daerah
    panels = tuple(panel for node in nodes if (panel := _panel(node, row)))
    return Box(Jenis.KEPALA_DAERAH, None, title, panels)


def numbered(row: Tingkat, nomor: str) -> Isian | None:
    """Return the title of a box with its number, None where it is headed by its name."""
    if row.judul_kotak is None:
        return None
    return replace(row.judul_kotak, text=row.judul_kotak.text.replace("{nomor}", nomor))


def numbers(node: Simpul, above: str = "") -> Iterator[tuple[int, str]]:
    """Yield (id, number) of a sasaran and those below it: I, I.1, I.1.2, so that none is twice."""
    number = f"{above}.{node.nomor}" if above else roman(node.nomor)
    yield id(node), number
    for child in node.anak:
        if child.jenis.is_sasaran:
            yield from numbers(child, number)


def children(nodes: Iterable[Simpul]) -> tuple[Simpul, ...]:
    """Return all that hangs directly below these nodes."""
    return tuple(child for node in nodes for child in node.anak)


def _panel(node: Simpul, row: Tingkat) -> Panel | None:
    further = further_lines(node.tambahan, _IN_BOXES)
    if node.sasaran is None and not node.indikator and not further:
        return None
    beside = row.judul_sasaran is not None and bool(node.indikator)
    heads: tuple[Isian | None, ...] = (row.judul_indikator, row.judul_target)
    if beside:
        heads = (row.judul_sasaran, *heads)
    rows = tuple(
        PanelRow(((one.teks,), *further_lines(one.tambahan, _IN_BOXES)), one.target.isian)
        for one in node.indikator
    )
    has_heads = any(heads) and rows
    sasaran = (node.sasaran,) if node.sasaran else ()
    return Panel(sasaran, beside, heads if has_heads else (), rows, further)
