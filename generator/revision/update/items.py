"""Items of Menimbang, Mengingat, Diktum and Tembusan that the data moved: all of them goes along.

An item that stands elsewhere now is deleted where it stood and inserted where it stands. What is
inserted is people's paragraph with all that they made of it, in which the data are entered.

Items that people joined stay one paragraph, and the data are entered where each of them stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.revision.read.alignment import identity_of
from generator.revision.read.blocks import Block, Segment, paragraphs, segments
from generator.revision.update.matching import Partners, Succession
from generator.revision.update.notes import Desk
from generator.revision.update.renumbering import is_item


def is_of_items(block: Block, desk: Desk) -> bool:
    """Whether what is printed in a block is items and nothing else."""
    anchors = [desk.anchors.get(name) for name in block.names]
    return bool(anchors) and all(one is not None and is_item(one.identity) for one in anchors)


def says_the_same(one: Block, other: Block, desk: Desk) -> bool:
    """Whether two blocks read alike; the number of an item is not what it says."""
    if one.text == other.text:
        return True
    texts = [_values(block) if is_of_items(block, desk) else [] for block in (one, other)]
    return bool(texts[0]) and texts[0] == texts[1]


class Joined:
    """The items that people made one paragraph of, known by the values that stand in it."""

    def __init__(
        self, base: Sequence[Block], new: Sequence[Block], partners: Partners, desk: Desk
    ) -> None:
        self._groups: dict[Block, tuple[Block, ...]] = {}
        self._heirs: dict[tuple[str, ...], Block] = {}
        every = [one for one in paragraphs(tuple(base)) if one.names and is_of_items(one, desk)]
        if gone := [one for one in every if partners.of(one) is None]:
            self._group(every, gone, partners)
            self._heirs = {_called(one): one for one in paragraphs(tuple(new)) if one.names}

    def _group(self, every: list[Block], gone: list[Block], partners: Partners) -> None:
        holders = {
            name: one
            for one in every
            if (theirs := partners.of(one))
            for name, text in segments(theirs.element)
            if name and text and name not in one.names
        }
        groups: dict[Block, set[Block]] = {}
        for one in gone:
            if holder := holders.get(one.names[0]):
                groups.setdefault(holder, {holder}).add(one)
        for group in groups.values():
            together = tuple([one for one in every if one in group])
            self._groups.update(dict.fromkeys(together, together))

    def of(self, block: Block) -> tuple[Block, ...]:
        """Return the items that are one with an item, itself among them; none when it is alone."""
        return self._groups.get(block, ())

    def holds(self, block: Block) -> bool:
        """Whether what was printed in a block stands in another paragraph now."""
        return bool(self._groups) and any(map(self.of, paragraphs((block,))))

    def heir(self, block: Block) -> Block | None:
        """Return what an item is in the new decree."""
        return self._heirs.get(_called(block))

    def lines(self, base: Block, new: Block) -> tuple[list[Segment], list[Segment]]:
        """Return what is printed in a paragraph as made, and what the data want there now."""
        before, now = [], []
        for one in self.of(base):
            heir = self.heir(one)
            printed = segments(one.element)
            before += printed
            now += segments(heir.element) if heir else [part._replace(text="") for part in printed]
        if before:
            return before, now
        return segments(base.element), segments(new.element)


def _values(block: Block) -> list[str]:
    blocks = paragraphs((block,))
    return [one.text for p in blocks for one in segments(p.element) if one.name]


def moved_items(
    step: Succession, base: Sequence[Block], new: Sequence[Block], desk: Desk
) -> dict[int, int]:
    """Return for each item that the data moved in a container its place in the base."""
    gone = {_called(base[i]): i for i in step.gone if is_of_items(base[i], desk)}
    kept = frozenset(step.kept.values())
    return {
        j: gone[_called(block)]
        for j, block in enumerate(new)
        if j not in kept and _called(block) in gone
    }


def _called(block: Block) -> tuple[str, ...]:
    return tuple(map(identity_of, block.names))
