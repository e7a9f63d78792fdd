"""Which block of one file is which of another: base with people's file, base with the new decree.

A drawing (a sheet of the pohon) keeps its boxes or is drawn anew, heading and all. In any other
table, rows tied by merged cells stay together or are written anew together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from generator.revision.read.alignment import align, identity_of
from generator.revision.read.blocks import Block
from generator.word.wordml import find, w

_TBL, _TR, _VAL = w("tbl"), w("tr"), w("val")
_CELL, _SPAN, _MERGE = w("tcPr"), w("gridSpan"), w("vMerge")


class Partners:
    """For each block of the base that people left, or moved, the block it is in their file."""

    def __init__(self, base: Sequence[Block], theirs: Sequence[Block]) -> None:
        self._partner: dict[Block, Block] = {}
        self._moved: set[Block] = set()
        self._match(base, theirs)
        self._known = frozenset(self._partner.values())

    def of(self, block: Block) -> Block | None:
        return self._partner.get(block)

    def pairs(self) -> Iterator[tuple[Block, Block]]:
        """Yield all pairs, in reading order."""
        yield from self._partner.items()

    def is_added(self, block: Block) -> bool:
        """Whether people added a block of their file."""
        return block not in self._known

    def in_place(self, block: Block) -> Block | None:
        """Return the partner of a block that people did not move."""
        return None if block in self._moved else self._partner.get(block)

    def _match(self, base: Sequence[Block], theirs: Sequence[Block]) -> None:
        pairs = align(base, theirs)
        moved = list(_moved(base, theirs, pairs))
        self._moved.update(base[i] for i, _ in moved)
        for i, j in (*pairs, *moved):
            self._partner[base[i]] = theirs[j]
            self._match(base[i].inner, theirs[j].inner)


class Succession:
    """What of the base lives on in the new decree, among the blocks of one container.

    `kept` gives for an index of the base the one in the new; `redrawn` for an index in the new
    the index in the base of the drawing that it stands for; `gone` are the indices of the base
    that end here.
    """

    def __init__(self, base: Sequence[Block], new: Sequence[Block]) -> None:
        self.kept = dict(_rows(base, new) if _are_rows(base, new) else align(base, new))
        self.redrawn: dict[int, int] = {}
        for i, j in list(self.kept.items()):
            if base[i].tag != _TBL or not _is_redrawn(base[i], new[j]):
                continue
            del self.kept[i]
            self.redrawn[j] = i
            if i and self.kept.get(i - 1) == j - 1 and base[i - 1].is_paragraph:
                del self.kept[i - 1]
                self.redrawn[j - 1] = i
        self.gone = [i for i in range(len(base)) if i not in self.kept]
        self._places = dict(zip(self.kept.values(), self.kept, strict=True)) | self.redrawn
        self._ends = frozenset(self.gone)
        self._replaced = {i for j, i in self.redrawn.items()} | {
            i - 1 for j, i in self.redrawn.items() if self.redrawn.get(j - 1) == i
        }

    def place(self, j: int, after: int) -> int:
        """Return the index in the base that block j of the new decree stands for or follows.

        `after` is the one of the block before it; what is new comes after what is gone.
        """
        if j in self._places:
            return self._places[j]
        while after + 1 in self._ends and after + 1 not in self._replaced:
            after += 1
        return after


class Lineage:
    """The successions of all containers of a story; `gone` are all blocks that end."""

    def __init__(self, base: Sequence[Block], new: Sequence[Block]) -> None:
        self._steps: dict[Block, Succession] = {}
        self.gone: list[Block] = []
        self.first = self._follow(base, new)

    def of(self, block: Block) -> Succession:
        """Return the succession inside a block of the base that lives on."""
        return self._steps[block]

    def _follow(self, base: Sequence[Block], new: Sequence[Block]) -> Succession:
        step = Succession(base, new)
        self.gone += [base[i] for i in step.gone]
        for i, j in step.kept.items():
            if not base[i].is_paragraph:
                self._steps[base[i]] = self._follow(base[i].inner, new[j].inner)
        return step


def _moved(
    base: Sequence[Block], theirs: Sequence[Block], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that keep no order: what is left on both sides, with the same anchors."""
    gone = set(range(len(base))) - {i for i, _ in pairs}
    came = set(range(len(theirs))) - {j for _, j in pairs}
    at = {(theirs[j].tag, theirs[j].names): j for j in came if theirs[j].names}
    for i in sorted(gone):
        if (j := at.pop((base[i].tag, base[i].names), None)) is not None:
            yield i, j


def is_drawing(table: etree._Element) -> bool:
    """Whether a table as this program made it draws lines: rows of exact height do."""
    return any(
        height.get(w("hRule")) == "exact" for height in find("w:tr/w:trPr/w:trHeight", table)
    )


def _is_redrawn(base: Block, new: Block) -> bool:
    if is_drawing(base.element) or is_drawing(new.element):
        return _drawing(base) != _drawing(new)
    return len(_columns(base)) != len(_columns(new))


def _columns(table: Block) -> list[etree._Element]:
    return find("w:tblGrid/w:gridCol", table.element)


def _drawing(table: Block) -> list[list[tuple[object, ...]]]:
    """Return the boxes and lines of a drawing row by row, whatever is written in the boxes."""
    return [
        [
            (*_shape(cell), *[side.tag for side in find("w:tcPr/w:tcBorders/*", cell.element)])
            for cell in row.inner
        ]
        for row in table.inner
    ]


def _shape(cell: Block) -> tuple[object, ...]:
    """Return how far a cell reaches, how it is merged, and whose text is in it."""
    reach = [
        (one.tag, one.get(_VAL))
        for properties in cell.element.iterchildren(_CELL)
        for one in properties.iterchildren(_SPAN, _MERGE)
    ]
    texts = tuple(tuple(map(identity_of, one.names)) for one in cell.inner)
    return (*reach, texts)


def _are_rows(base: Sequence[Block], new: Sequence[Block]) -> bool:
    return any(block.tag == _TR for block in (*base[:1], *new[:1]))


def _rows(base: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of rows that live on, whole groups of tied rows at a time."""
    mine, theirs = _groups(base), _groups(new)
    for g, h in align([group for _, group in mine], [group for _, group in theirs]):
        (i, old), (j, now) = mine[g], theirs[h]
        if _tied(old) == _tied(now):
            for nth in range(len(old.inner)):
                yield i + nth, j + nth


def _tied(group: Block) -> list[tuple[object, ...]]:
    """Return what two groups must share; a row that stands alone only the number of cells."""
    if len(group.inner) == 1:
        return [(len(group.inner[0].inner),)]
    return [_shape(cell) for row in group.inner for cell in row.inner]


def _groups(rows: Sequence[Block]) -> list[tuple[int, Block]]:
    """Return the rows in groups tied by cells merged downwards, each with its first index."""
    groups: list[tuple[int, list[Block]]] = []
    for nth, row in enumerate(rows):
        goes_on = any(
            one.get(w("val"), "continue") == "continue"
            for one in find("w:tc/w:tcPr/w:vMerge", row.element)
        )
        if groups and goes_on:
            groups[-1][1].append(row)
        else:
            groups.append((nth, [row]))
    return [
        (
            first,
            Block(
                group[0].element,
                "\x1f".join([row.text for row in group]),
                tuple([name for row in group for name in row.names]),
                tuple(group),
            ),
        )
        for first, group in groups
    ]
