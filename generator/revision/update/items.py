"""Items of Menimbang, Mengingat, Diktum and Tembusan that the data moved: all of them goes along.

An item that stands elsewhere now is deleted where it stood and inserted where it stands. What is
inserted is people's paragraph with all that they made of it, in which the data are entered.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from generator.revision.read.alignment import identity_of
from generator.revision.read.blocks import Block, paragraphs, segments
from generator.revision.update.matching import Succession
from generator.revision.update.notes import Desk
from generator.revision.update.renumbering import is_item
from generator.word.wordml import drop, w

_SHAPE, _STYLE, _VAL = map(w, ("pPr", "pStyle", "val"))
_START, _END = map(w, ("bookmarkStart", "bookmarkEnd"))
_GONE = tuple(map(w, ("del", "moveFrom", "rPrChange", "pPrChange", "sectPr")))
_WRAPPING = tuple(map(w, ("ins", "moveTo")))
_ONCE = (
    *(_START, _END),
    *(w(f"move{way}Range{end}") for way in ("From", "To") for end in ("Start", "End")),
    *map(w, ("permStart", "permEnd")),
)


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


def settled(paragraph: etree._Element, desk: Desk) -> etree._Element:
    """Return a copy of people's paragraph with the changes in it accepted.

    What may stand only once is left out; comments and notes in it are repeated for it.
    """
    copy = deepcopy(paragraph)
    for one in list(copy.iter(*_GONE, *_ONCE)):
        drop(one)
    for change in list(copy.iter(*_WRAPPING)):
        for inner in list(change):
            change.addprevious(inner)
        drop(change)
    desk.repeat_remarks(copy)
    return copy


def put_on(copy: etree._Element, brought: etree._Element, shape: etree._Element | None) -> None:
    """Let a new paragraph with one value hold what people's one holds, and have that shape."""
    (start,), (end,) = (list(copy.iter(mark)) for mark in (_START, _END))
    for one in list(copy):
        drop(one)
    content = [one for one in brought if one.tag != _SHAPE]
    copy.extend([*([] if shape is None else [shape]), start, *content, end])


def shape_for(
    base: etree._Element, brought: etree._Element, new: etree._Element, *, own_style: bool
) -> etree._Element | None:
    """Return the properties that people's paragraph has in its new place: theirs, if any.

    The style is that of the place, unless people gave it one of their `own_style`.
    """
    before, now, here = (one.find(_SHAPE) for one in (base, brought, new))
    if now is None or _spelled(before) == _spelled(now):
        return None if here is None else deepcopy(here)
    if not own_style:
        for style in now.findall(_STYLE):
            now.remove(style)
        usual = None if here is None else here.find(_STYLE)
        if usual is not None:
            now.insert(0, deepcopy(usual))
    return now


def _spelled(properties: etree._Element | None) -> bytes:
    return b"" if properties is None else etree.tostring(properties, method="c14n")


def _called(block: Block) -> tuple[str, ...]:
    return tuple(map(identity_of, block.names))
