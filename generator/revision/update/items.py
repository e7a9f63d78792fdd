"""Items of Menimbang, Mengingat, Diktum and Tembusan that the data moved: all of them goes along.

An item that stands elsewhere now is deleted where it stood and inserted where it stands. What is
inserted is people's paragraph with all that they made of it, in which the data are entered.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.revision.read.alignment import identity_of
from generator.revision.read.blocks import Block, paragraphs, segments
from generator.revision.update.matching import Succession
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
