"""What stands in the matrix: a row a node in tree order, and one for each further indikator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.bahasa.numbers import roman
from generator.cascade.model import Cascade, FurtherCell, Jenis, Jenjang, Simpul
from generator.lampiran.content.boxes import BERSAMA, LANJUTAN, further_lines, numbered, numbers
from generator.lampiran.styles import MATRIKS_ISI, MATRIKS_JUDUL, MATRIKS_TARGET
from generator.schema.kinerja import KODE_REKENING, TREE_SHEETS, further
from generator.schema.types import Column, Entry, Printed
from generator.values import Isian
from generator.word.styles import ParagraphStyle

TITLE = "Matriks cascading"
RUNNING = "_lanjutan_"
"""How the bookmark begins that marks the line at the top of a page as made by this program."""
_IN_MATRIX = (Printed.SELALU, Printed.MATRIKS)
_STEP = 160
"""Twips by which each level stands further in than the one above."""
_LONGEST_NAME = 240
"""Letters of a name in a running line; of a longer one it says how it begins."""
_DEEPEST = 8
"""Levels below this one stand no further in."""


@dataclass(frozen=True, slots=True)
class Teks:
    """One paragraph of a cell, standing `inset` twips further in than its style says."""

    gaya: ParagraphStyle
    parts: tuple[Isian | str, ...]
    inset: int = 0

    @property
    def text(self) -> str:
        return "".join(map(str, self.parts))


Cell = tuple[Teks, ...]


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row. Its `cells` are as many as there are columns, or one across all of them.

    `lanjut` marks a further indikator of the node above; `heads` a row that what stands below
    it belongs to. `chain` are the nodes to be read above it where a page begins with it.
    """

    jenis: Jenis
    cells: tuple[Cell, ...]
    lanjut: bool = False
    heads: bool = False
    chain: tuple[Simpul, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The heads of the columns and the rows below them; the first `keys` rows name the levels.

    `once` are the columns that say something of a whole node, in its first row.
    """

    heads: tuple[str, ...]
    rows: tuple[OutlineRow, ...]
    keys: int
    once: frozenset[int]


def outlines_of(cascade: Cascade) -> Iterator[Outline]:
    """Yield the matrix with ever fewer columns: those of a plan alone, then no further ones.

    Cells without a column stand below the text of their node or indikator.
    """
    columns = _given(cascade)
    planned = tuple(column for column in columns if column.entry is Entry.TARGET)
    for some in dict.fromkeys((columns, planned, ())):
        yield _outline(cascade, some)


def _outline(cascade: Cascade, columns: Sequence[Column]) -> Outline:
    maker = _Maker(cascade.jenjang, numbers_of(cascade), columns)
    rows = [*maker.top(cascade.kinerja_daerah)]
    for root in cascade.akar:
        rows += maker.rows(root, ())
    keys = list(maker.keys(cascade))
    return Outline(maker.heads, (*keys, *rows), len(keys), maker.once)


def numbers_of(cascade: Cascade) -> Mapping[int, str]:
    """Return the number of each sasaran, by the id of its node."""
    return {key: number for root in cascade.akar for key, number in numbers(root)}


def running_line(chain: Sequence[Simpul], jenjang: Jenjang, nomor: Mapping[int, str]) -> Teks:
    """Return the names of nodes above one another, as they stand at the top of a page."""
    parts: list[Isian | str] = []
    for node in chain:
        name = node.nama or _heading(node, jenjang, nomor) or node.sasaran
        if name is None:
            continue
        if parts:
            parts.append(" › ")
        if node.nama and not name.text.casefold().startswith(node.jenis.value.casefold()):
            parts.append(f"{node.jenis.value} ")
        parts.append(name if len(name.text) <= _LONGEST_NAME else _beginning(name.text))
    return Teks(MATRIKS_ISI, (*(parts or [TITLE]), LANJUTAN))


def _heading(node: Simpul, jenjang: Jenjang, nomor: Mapping[int, str]) -> Isian | None:
    return numbered(jenjang.of(node), nomor.get(id(node)) or roman(node.nomor))


def _beginning(text: str) -> str:
    return f"{text[:_LONGEST_NAME].rpartition(' ')[0] or text[:_LONGEST_NAME]} …"


class _Maker:
    def __init__(
        self, jenjang: Jenjang, nomor: Mapping[int, str], columns: Sequence[Column]
    ) -> None:
        self.jenjang = jenjang
        self.nomor = nomor
        kode = [one for one in columns if one.role == KODE_REKENING.role]
        self.before = tuple(kode)
        rest = [one for one in columns if one not in kode]
        self.after = tuple(sorted(rest, key=lambda one: one.entry is not Entry.TARGET))
        self.apart = frozenset(column.role for column in columns)

    @property
    def heads(self) -> tuple[str, ...]:
        before, after = ([one.heading for one in some] for some in (self.before, self.after))
        return ("Uraian", *before, "Indikator", "Target", *after)

    @property
    def once(self) -> frozenset[int]:
        """Return the columns that say something of a whole node."""
        whole = (True, *(True for _ in self.before), False, False)
        whole = (*whole, *(column.per_simpul for column in self.after))
        return frozenset(nth for nth, is_once in enumerate(whole) if is_once)

    def keys(self, cascade: Cascade) -> Iterator[OutlineRow]:
        """Yield a row for each level in use: what it is called and what is said of it."""
        depths: dict[str, tuple[Simpul, int]] = {}
        for node in cascade.kinerja_daerah:
            depths.setdefault(self.jenjang.of(node).nama, (node, 0))
        for root in cascade.akar:
            for node, depth in _with_depth(root, 0):
                depths.setdefault(self.jenjang.of(node).nama, (node, depth))
        for node, depth in depths.values():
            row = self.jenjang.of(node)
            said = [row.judul_sasaran, row.judul_indikator, row.judul_target]
            parts: list[Isian | str] = [row.label, ": "] if row.label else []
            parts.append(node.jenis.tingkat)
            for nth, one in enumerate(filter(None, said)):
                parts += [", " if nth else " (", one]
            if any(said):
                parts.append(")")
            gaya = MATRIKS_ISI if node.jenis is Jenis.SUB_KEGIATAN else MATRIKS_JUDUL
            yield OutlineRow(node.jenis, ((Teks(gaya, tuple(parts), _inset(depth)),),), heads=True)

    def top(self, nodes: Iterable[Simpul]) -> Iterator[OutlineRow]:
        for node in nodes:
            yield from self._node(node, (), heads=False)

    def rows(self, node: Simpul, above: tuple[Simpul, ...]) -> Iterator[OutlineRow]:
        yield from self._node(node, above, heads=bool(node.anak))
        for child in node.anak:
            yield from self.rows(child, (*above, node))

    def _node(
        self, node: Simpul, above: tuple[Simpul, ...], *, heads: bool
    ) -> Iterator[OutlineRow]:
        yield OutlineRow(node.jenis, self._cells(node, 0, len(above)), heads=heads, chain=above)
        for nth in range(1, len(node.indikator)):
            cells = self._cells(node, nth, len(above))
            yield OutlineRow(node.jenis, cells, True, heads, (*above, node))

    def _cells(self, node: Simpul, nth: int, depth: int) -> tuple[Cell, ...]:
        """Return what a node says in the row of its indikator with that number, from 0."""
        indikator = node.indikator[nth] if node.indikator else None
        said = (*(node.tambahan if nth == 0 else ()), *(indikator.tambahan if indikator else ()))

        def extra(columns: Iterable[Column]) -> Iterator[Cell]:
            for column in columns:
                gaya = MATRIKS_TARGET if column.entry is Entry.TARGET else MATRIKS_ISI
                found = [one.isian for one in said if one.column.role == column.role]
                yield tuple(Teks(gaya, (isian,)) for isian in found)

        return (
            self._uraian(node, depth) if nth == 0 else (),
            *extra(self.before),
            (Teks(MATRIKS_ISI, (indikator.teks,)), *self._folded(indikator.tambahan))
            if indikator
            else (),
            (Teks(MATRIKS_TARGET, (indikator.target.isian,)),) if indikator else (),
            *extra(self.after),
        )

    def _uraian(self, node: Simpul, depth: int) -> Cell:
        """Return a node's title with its sasaran under it, a little further in."""
        title = [_heading(node, self.jenjang, self.nomor), node.nama]
        gaya = MATRIKS_ISI if node.jenis is Jenis.SUB_KEGIATAN else MATRIKS_JUDUL
        texts = [Teks(gaya, (one,), _inset(depth)) for one in title if one]
        if node.nama and node.bersama:
            texts[-1] = Teks(gaya, (node.nama, BERSAMA), _inset(depth))
        inset = _inset(depth) + (_STEP // 2 if texts else 0)
        if node.sasaran:
            texts.append(Teks(MATRIKS_ISI if texts else gaya, (node.sasaran,), inset))
        return (*texts, *self._folded(node.tambahan, inset))

    def _folded(self, tambahan: Iterable[FurtherCell], inset: int = 0) -> tuple[Teks, ...]:
        inline = [one for one in tambahan if one.column.role not in self.apart]
        planned = further_lines((one for one in inline if one.target), _IN_MATRIX)
        others = further_lines((one for one in inline if not one.target), _IN_MATRIX)
        lines = [*others, *([_one_line(planned)] if planned else [])]
        return tuple(Teks(MATRIKS_ISI, line, inset) for line in lines)


def _one_line(lines: Sequence[tuple[str, Isian]]) -> tuple[Isian | str, ...]:
    """Return short lines as one: "Baseline: 16; Target 2025: 17"."""
    (heading, first), *others = lines
    rest = (part for other, isian in others for part in (f"; {other}", isian))
    return (heading, first, *rest)


def _given(cascade: Cascade) -> tuple[Column, ...]:
    """Return the further columns that print and in which somebody said something."""
    nodes = [*cascade.kinerja_daerah, *cascade.walk()]
    cells = [one for node in nodes for one in node.tambahan]
    cells += [one for node in nodes for row in node.indikator for one in row.tambahan]
    given = {one.column.role for one in cells if one.column.printed in _IN_MATRIX}
    columns = {column.role: column for _, sheet in TREE_SHEETS for column in further(sheet, given)}
    return tuple(column for role, column in columns.items() if role in given)


def _with_depth(node: Simpul, depth: int) -> Iterator[tuple[Simpul, int]]:
    yield node, depth
    for child in node.anak:
        yield from _with_depth(child, depth + 1)


def _inset(depth: int) -> int:
    return _STEP * min(depth, _DEEPEST)
