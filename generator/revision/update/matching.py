"""Which block of one file is which of another: base with people's file, base with the new decree.

A drawing (a sheet of the pohon) keeps its boxes or is drawn anew, heading and all. In any other
table rows come and go one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from generator.lampiran.matriks.rows import TITLE
from generator.revision.read.alignment import align, identity_of
from generator.revision.read.blocks import Block
from generator.revision.update.rows import pair_rows
from generator.word.wordml import find, w

_TBL, _TR, _TC, _VAL = map(w, ("tbl", "tr", "tc", "val"))
_CELL, _SPAN, _MERGE, _BORDERS = w("tcPr"), w("gridSpan"), w("vMerge"), w("tcBorders")
_ROW, _HEIGHT, _RULE = w("trPr"), w("trHeight"), w("hRule")


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
            if base[i].inner:
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
            is_drawn = _is_drawing(base[i].inner) or _is_drawing(new[j].inner)
            if is_drawn and i and self.kept.get(i - 1) == j - 1 and base[i - 1].is_paragraph:
                del self.kept[i - 1]
                self.redrawn[j - 1] = i
        self.gone = [i for i in range(len(base)) if i not in self.kept]
        self._places = {j: i for i, j in self.kept.items()} | self.redrawn
        heads = [i - 1 for j, i in self.redrawn.items() if self.redrawn.get(j - 1) == i]
        self._ends = set(self.gone).difference(self.redrawn.values(), heads)

    def place(self, j: int, after: int) -> int:
        """Return the index in the base that block j of the new decree stands for or follows.

        `after` is the one of the block before it; what is new comes after what is gone.
        """
        if j in self._places:
            return self._places[j]
        while after + 1 in self._ends:
            after += 1
        return after


class Lineage:
    """The successions of all containers of a story.

    `ended` are all blocks that end; among them the paragraphs of a matrix or drawing that stay for
    the sake of their row and print something else, which `is_replaced` tells.
    """

    def __init__(self, base: Sequence[Block], new: Sequence[Block]) -> None:
        self._steps: dict[Block, Succession] = {}
        self._replaced: set[Block] = set()
        self.ended: list[Block] = []
        self.first = self._follow(base, new, own=False)

    def is_replaced(self, paragraph: Block) -> bool:
        return paragraph in self._replaced

    def of(self, block: Block) -> Succession | None:
        """Return the succession inside a block of the base that lives on.

        None for a cell whose one paragraph is as before.
        """
        return self._steps.get(block)

    def _follow(self, base: Sequence[Block], new: Sequence[Block], own: bool) -> Succession:
        step = Succession(base, new)
        self.ended += [base[i] for i in step.gone]
        for i, j in step.kept.items():
            if not base[i].is_paragraph:
                if _is_as_before(base[i], new[j]):
                    continue
                inner = base[i].inner, new[j].inner
                self._steps[base[i]] = self._follow(
                    *inner, own or any(map(_is_drawing, inner)) or _is_matrix(base[i])
                )
            elif own and _prints_else(base[i], new[j]):
                self._replaced.add(base[i])
                self.ended.append(base[i])
        return step


def _is_as_before(base: Block, new: Block) -> bool:
    """Whether a cell holds one paragraph, now as before."""
    return (
        len(base.inner) == len(new.inner) == 1
        and base.text == new.text
        and base.names == new.names
        and base.inner[0].is_paragraph
        and new.inner[0].is_paragraph
    )


def _prints_else(base: Block, new: Block) -> bool:
    """Whether no value printed in one paragraph is printed in the other, and there is one."""
    mine, theirs = (set(map(identity_of, one.names)) for one in (base, new))
    return bool(mine or theirs) and mine.isdisjoint(theirs)


def _moved(
    base: Sequence[Block], theirs: Sequence[Block], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that keep no order: what is left on both sides, with the same anchors."""
    if len(pairs) in (len(base), len(theirs)):
        return
    gone = set(range(len(base))) - {i for i, _ in pairs}
    came = set(range(len(theirs))) - {j for _, j in pairs}
    at = {(theirs[j].tag, theirs[j].names): j for j in came if theirs[j].names}
    for i in sorted(gone):
        if (j := at.pop((base[i].tag, base[i].names), None)) is not None:
            yield i, j


def _is_drawing(rows: Sequence[Block]) -> bool:
    """Whether the rows of a table as this program made it draw lines: rows of exact height do."""
    return any(
        height.get(_RULE) == "exact"
        for row in rows
        for properties in row.element.iterchildren(_ROW)
        for height in properties.iterchildren(_HEIGHT)
    )


def _is_redrawn(base: Block, new: Block) -> bool:
    if _is_drawing(base.inner) or _is_drawing(new.inner):
        return _drawing(base) != _drawing(new) and not _is_reordered(base, new)
    return len(_columns(base)) != len(_columns(new)) or _described(base) != _described(new)


def _is_reordered(base: Block, new: Block) -> bool:
    """Whether two drawings are line for line the same and print the same values elsewhere."""
    before, after = (sorted(map(identity_of, one.names)) for one in (base, new))
    return before == after and _frame(base) == _frame(new)


def _frame(table: Block) -> list[bytes]:
    parts = find("w:tblGrid | w:tr/w:trPr | w:tr/w:tc/w:tcPr", table.element)
    return [etree.tostring(part, method="c14n") for part in parts]


def _is_matrix(block: Block) -> bool:
    captions = find("w:tblPr/w:tblCaption", block.element) if block.tag == _TBL else []
    return any(one.get(_VAL) == TITLE for one in captions)


def _described(table: Block) -> list[str | None]:
    """Return what a table says of how it is to be read."""
    return [one.get(_VAL) for one in find("w:tblPr/w:tblDescription", table.element)]


def _columns(table: Block) -> list[etree._Element]:
    return find("w:tblGrid/w:gridCol", table.element)


def _drawing(table: Block) -> tuple[object, ...]:
    """Return the boxes and lines of a drawing, whatever is written in the boxes."""
    lines: list[object] = []
    for part in table.element.iter(_TR, _TC, _SPAN, _MERGE, _BORDERS):
        tag = part.tag
        lines.append([side.tag for side in part] if tag == _BORDERS else (tag, part.get(_VAL)))
    return lines, [_values(cell) for row in table.inner for cell in row.inner]


def _values(cell: Block) -> tuple[tuple[str, ...], ...]:
    return tuple([tuple(map(identity_of, one.names)) for one in cell.inner])


def _are_rows(base: Sequence[Block], new: Sequence[Block]) -> bool:
    return any(blocks[0].tag == _TR for blocks in (base, new) if blocks)


def _rows(base: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the pairs of rows that live on."""
    if _is_drawing(base):
        return [(nth, nth) for nth in range(len(base))]
    return pair_rows(base, new)
