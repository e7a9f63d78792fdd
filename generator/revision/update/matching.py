"""Which block of one file is which of another: base with people's file, base with the new decree.

A drawing (a sheet of the pohon) keeps its boxes or is drawn anew, heading and all. In any other
table rows come and go one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from lxml import etree

from generator.lampiran.matriks.rows import TITLE
from generator.revision.read.alignment import align, identity_of, longest_rise
from generator.revision.read.blocks import Block
from generator.revision.read.drawings import is_drawing
from generator.revision.update.rows import has_merges, pair_merged, pair_rows
from generator.word.wordml import find, w

_TBL, _TR, _TC, _VAL = map(w, ("tbl", "tr", "tc", "val"))
_CELL, _SPAN, _MERGE, _BORDERS = w("tcPr"), w("gridSpan"), w("vMerge"), w("tcBorders")


class Partners:
    """For each block of the base that people left, or moved, the block it is in their file."""

    def __init__(self, base: Sequence[Block], theirs: Sequence[Block]) -> None:
        self._partner: dict[Block, Block] = {}
        self._moved: set[Block] = set()
        self._match(base, theirs)
        self._elsewhere = frozenset(self._match_elsewhere(base, theirs))
        self._known = frozenset(self._partner.values())

    def of(self, block: Block) -> Block | None:
        return self._partner.get(block)

    def pairs(self) -> Iterator[tuple[Block, Block]]:
        """Yield all pairs, in reading order."""
        yield from self._partner.items()

    def is_added(self, block: Block) -> bool:
        """Whether people added a block of their file."""
        return block not in self._known

    def is_moved(self, block: Block) -> bool:
        """Whether people moved a block of the base."""
        return block in self._moved

    def is_elsewhere(self, block: Block) -> bool:
        """Whether people moved a block of the base into or out of a table."""
        return block in self._elsewhere

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

    def _match_elsewhere(self, base: Sequence[Block], theirs: Sequence[Block]) -> Iterator[Block]:
        """Match what people put into a table or took out of one; yield what of the base.

        Known by its anchors, or a paragraph of no table by its text: copied, it has no anchors.
        """
        here = set(self._partner.values())
        gone = [one for one in _outside_drawings(base) if one not in self._partner]
        came = [one for one in _outside_drawings(theirs) if one not in here]
        for key, left in ((_anchored, gone), (_read, [one for one in gone if one in base])):
            for one, other in _paired(left, came, key):
                if one not in self._partner and other not in here:
                    self._partner[one] = other
                    self._moved.add(one)
                    here.add(other)
                    yield one


class Succession:
    """What of the base lives on in the new decree, among the blocks of one container.

    `kept` gives for an index of the base the one in the new; `redrawn` for an index in the new
    the index in the base of the drawing, or of its heading, that it stands for; `gone` are the
    indices of the base that end here; `rewritten` gives for a row of the new one of these, where it
    prints a value of that one again. What people moved, as `is_moved` tells, lives on where they
    put it, wherever the data have it.
    """

    def __init__(
        self, base: Sequence[Block], new: Sequence[Block], is_moved: Callable[[Block], bool]
    ) -> None:
        self.kept = dict(_rows(base, new) if _are_rows(base, new) else _blocks(base, new))
        self._free: set[int] = set()
        if any(map(is_moved, base)) and not has_merges(base) and not is_drawing(base):
            self._set_free(base, new, is_moved)
        self.redrawn: dict[int, int] = {}
        after: dict[int, int] = {}
        for i, j in list(self.kept.items()):
            if base[i].tag != _TBL or not _is_redrawn(base[i], new[j]):
                continue
            del self.kept[i]
            self.redrawn[j] = after[j] = i
            drawn = is_drawing(base[i].inner) or is_drawing(new[j].inner)
            if drawn and i and self.kept.get(i - 1) == j - 1 and base[i - 1].is_paragraph:
                del self.kept[i - 1]
                self.redrawn[j - 1] = i - 1
                after[j - 1] = i
        self.gone = [i for i in range(len(base)) if i not in self.kept]
        self._places = {j: i for i, j in self.kept.items()} | after
        self.rewritten = dict(_rewritten(base, new, self.gone, self.kept))
        self._ends = set(self.gone).difference(self.redrawn.values())

    def place(self, j: int, after: int) -> int:
        """Return the index in the base that block j of the new decree stands for or follows.

        `after` is the one of the block before it; what is new comes after what is gone.
        """
        if j in self._free:
            return after
        if j in self._places:
            return self._places[j]
        while after + 1 in self._ends:
            after += 1
        return after

    def _set_free(
        self, base: Sequence[Block], new: Sequence[Block], is_moved: Callable[[Block], bool]
    ) -> None:
        gone = {_called(base[i]): i for i in range(len(base)) if i not in self.kept}
        came = set(range(len(new))) - set(self.kept.values())
        again = {gone[key]: j for j in came if (key := _called(new[j])) in gone and key[1]}
        pairs = self.kept | again
        free = {i: j for i, j in pairs.items() if is_moved(base[i])}
        self.kept = dict(longest_rise(sorted(pairs.items() - free.items()))) | free
        self._free = set(free.values())


class Lineage:
    """The successions of all containers of a story.

    `heirs` gives for a drawing of the base, and its heading, the new one in its place; `living`
    are the names of all values in the new decree. `ended` are all blocks that end; among them the
    paragraphs of a matrix or drawing that stay for the sake of their row and print something else,
    which `is_replaced` tells.
    """

    def __init__(
        self, base: Sequence[Block], new: Sequence[Block], is_moved: Callable[[Block], bool]
    ) -> None:
        self._is_moved = is_moved
        self._steps: dict[Block, Succession] = {}
        self._replaced: set[Block] = set()
        self.ended: list[Block] = []
        self.heirs: dict[Block, Block] = {}
        self.living = frozenset(identity_of(name) for block in new for name in block.names)
        self.first = self._follow(base, new, own=False)

    def is_replaced(self, paragraph: Block) -> bool:
        return paragraph in self._replaced

    def of(self, block: Block) -> Succession | None:
        """Return the succession inside a block of the base that lives on.

        None for a cell whose one paragraph is as before.
        """
        return self._steps.get(block)

    def _follow(self, base: Sequence[Block], new: Sequence[Block], own: bool) -> Succession:
        step = Succession(base, new, self._is_moved)
        self.ended += [base[i] for i in step.gone]
        self.heirs.update((base[i], new[j]) for j, i in step.redrawn.items())
        for i, j in step.kept.items():
            if not base[i].is_paragraph:
                if _is_as_before(base[i], new[j]):
                    continue
                inner = base[i].inner, new[j].inner
                self._steps[base[i]] = self._follow(
                    *inner, own or any(map(_is_tied, inner)) or _is_matrix(base[i])
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


def _is_tied(rows: Sequence[Block]) -> bool:
    return is_drawing(rows) or has_merges(rows)


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


def _outside_drawings(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the paragraphs that stand in no drawing and no table with merged cells."""
    for block in blocks:
        if block.is_paragraph:
            yield block
        elif block.tag != _TBL or not (is_drawing(block.inner) or has_merges(block.inner)):
            yield from _outside_drawings(block.inner)


def _paired(
    left: Sequence[Block], right: Sequence[Block], key: Callable[[Block], Hashable]
) -> Iterator[tuple[Block, Block]]:
    """Yield what has the same key, in order, where as many have it on either side."""
    mine, others = (_by(key, blocks) for blocks in (left, right))
    for value, blocks in mine.items():
        if value is not None and len(blocks) == len(others.get(value, ())):
            yield from zip(blocks, others[value], strict=True)


def _by(key: Callable[[Block], Hashable], blocks: Sequence[Block]) -> dict[Hashable, list[Block]]:
    found: dict[Hashable, list[Block]] = {}
    for block in blocks:
        found.setdefault(key(block), []).append(block)
    return found


def _anchored(block: Block) -> Hashable:
    return block.names or None


def _read(block: Block) -> Hashable:
    return block.text.strip() or None


def _is_redrawn(base: Block, new: Block) -> bool:
    if is_drawing(base.inner) or is_drawing(new.inner):
        return _drawing(base) != _drawing(new) and not _is_reordered(base, new)
    return len(_columns(base)) != len(_columns(new)) or _described(base) != _described(new)


def _is_reordered(base: Block, new: Block) -> bool:
    """Whether two drawings are line for line the same and print the same values elsewhere."""
    before, after = (sorted(map(identity_of, one.names)) for one in (base, new))
    return before == after and _frame(base) == _frame(new)


def _frame(table: Block) -> list[bytes]:
    parts = find("w:tblGrid | w:tr/w:trPr | w:tr/w:tc/w:tcPr", table.element)
    return [etree.tostring(part, method="c14n") for part in parts]


def _blocks(base: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the pairs of blocks that live on; the matrix does where both have one.

    The lines above and below it stand above and below sheets of a pohon as well.
    """
    here, there = (next(_matrices(blocks), None) for blocks in (base, new))
    if here is None or there is None:
        return align(base, new)
    below = align(base[here + 1 :], new[there + 1 :])
    return [
        *align(base[:here], new[:there]),
        (here, there),
        *((here + 1 + i, there + 1 + j) for i, j in below),
    ]


def _matrices(blocks: Sequence[Block]) -> Iterator[int]:
    return (nth for nth, block in enumerate(blocks) if _is_matrix(block))


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


def _rewritten(
    base: Sequence[Block], new: Sequence[Block], gone: Sequence[int], kept: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    rows = {identity_of(name): i for i in gone if base[i].tag == _TR for name in base[i].names}
    stays = frozenset(kept.values())
    for j, block in enumerate(new) if rows else ():
        if j in stays:
            continue
        own_last = map(identity_of, reversed(block.names))  # what is merged comes first
        former = next((rows[key] for key in own_last if key in rows), None)
        if former is not None:
            yield j, former
            rows = {key: i for key, i in rows.items() if i != former}


def _called(block: Block) -> tuple[str, tuple[str, ...]]:
    return block.tag, tuple(map(identity_of, block.names))


def _shapes(row: Block) -> list[tuple[object, ...]]:
    return [_shape(cell) for cell in row.inner]


def _shape(cell: Block) -> tuple[object, ...]:
    """Return how far a cell reaches, how it is merged, and whose text is in it."""
    reach = [
        (one.tag, one.get(_VAL))
        for properties in cell.element.iterchildren(_CELL)
        for one in properties.iterchildren(_SPAN, _MERGE)
    ]
    return (*reach, _values(cell))


def _values(cell: Block) -> tuple[tuple[str, ...], ...]:
    return tuple([tuple(map(identity_of, one.names)) for one in cell.inner])


def _are_rows(base: Sequence[Block], new: Sequence[Block]) -> bool:
    return any(blocks[0].tag == _TR for blocks in (base, new) if blocks)


def _rows(base: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the pairs of rows that live on."""
    if not is_drawing(base) and not has_merges(base) and not has_merges(new):
        return pair_rows(base, new)
    if is_drawing(base) or list(map(_shapes, base)) == list(map(_shapes, new)):
        return [(nth, nth) for nth in range(len(base))]
    return pair_merged(base, new)
