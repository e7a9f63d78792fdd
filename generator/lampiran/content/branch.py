"""What one chart shows: a chain of ancestors, a row of boxes below it, and what hangs there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.cascade.model import Jenjang, Simpul, boxes
from generator.lampiran.content.boxes import Alinea, Box, box_of, children


@dataclass(frozen=True, slots=True)
class Run:
    """Boxes without anything below them, filling one band after the other."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A box with what hangs below it, across the whole width it has."""

    bar: Box
    items: tuple[Run | Group, ...]


Item = Run | Group


@dataclass(frozen=True, slots=True)
class Branch:
    """One box of the row and, per panel, what hangs below that panel.

    To the bookmark go references to the page on which it first stands.
    """

    box: Box
    hanging: tuple[tuple[Item, ...], ...]
    bookmark: str | None = None

    @property
    def panels(self) -> int:
        """How many panels stand side by side; below a box as a whole hangs one part alone."""
        return max(len(self.box.panels), len(self.hanging))

    def bare(self) -> Branch:
        """Return this branch with nothing hanging below it."""
        return replace(self, hanging=((),) * len(self.hanging))

    def continued(self) -> Branch:
        """Return this branch as it is repeated on a further sheet."""
        return replace(self, box=self.box.continued)


@dataclass(frozen=True, slots=True)
class Spec:
    """One chart before it is placed. `free` lets each run choose its own columns."""

    heading: Alinea
    chain: tuple[Box, ...]
    row: tuple[Branch, ...]
    free: bool = False


def items_of(nodes: Sequence[Simpul], jenjang: Jenjang) -> tuple[Item, ...]:
    """Return what hangs below one panel.

    Boxes of one node each may have something below them; of several nodes that do, each gets
    a box of its own, so that one sees what belongs to which.
    """
    items: list[Item] = []
    run: list[Box] = []
    for kotak in boxes(tuple(nodes)):
        if not children(kotak.simpul):
            run.append(box_of(kotak, jenjang))
            continue
        if run:
            items.append(Run(tuple(run)))
            run = []
        for node in kotak.simpul:
            bar = box_of(replace(kotak, simpul=(node,)), jenjang)
            items.append(Group(bar, items_of(node.anak, jenjang)))
    if run:
        items.append(Run(tuple(run)))
    return tuple(items)


def branches_of(nodes: Sequence[Simpul], jenjang: Jenjang) -> tuple[Branch, ...]:
    """Return siblings as a row of boxes, each with what hangs below its nodes.

    A node without sasaran of its own has no panel; what hangs below such nodes hangs below
    the box as a whole.
    """
    branches = []
    for kotak in boxes(tuple(nodes)):
        box = box_of(kotak, jenjang)
        if len(box.panels) == len(kotak.simpul):
            hanging = tuple(items_of(node.anak, jenjang) for node in kotak.simpul)
        else:
            hanging = (items_of(children(kotak.simpul), jenjang),)
        branches.append(Branch(box, hanging))
    return tuple(branches)
