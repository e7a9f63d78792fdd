"""Which charts a cascade needs: an overview, then those of each node that has its own sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.cascade.model import Cascade, Jenis, Kotak, Simpul
from generator.lampiran.content.boxes import Alinea, Box, box_of, top_box
from generator.lampiran.content.branch import Branch, Group, Item, Run, Spec, branches_of, items_of

IKHTISAR = "Ikhtisar pohon kinerja"
_HEADING = "Pohon kinerja: "
_MOST_REPEATED = 20
"""Of more sasaran than so many side by side the title alone stands above every sheet."""


@dataclass(frozen=True, slots=True)
class SheetSubject:
    """What one or more consecutive sheets are about; page references go to its bookmark."""

    bookmark: str | None
    specs: tuple[Spec, ...]


def subjects_of(cascade: Cascade) -> tuple[SheetSubject, ...]:
    """Return the overview and, in its order, the subjects it points to."""
    makers = _Maker(cascade)
    roots = _in_print_order(cascade.akar)
    sheets = [subject for node in roots for subject in makers.subjects(node, makers.ancestors)]
    return (makers.overview(roots), *sheets)


class _Maker:
    def __init__(self, cascade: Cascade) -> None:
        self.jenjang = cascade.jenjang
        self.top = top_box(cascade)
        self.ancestors = (_repeated(self.top),) if self.top else ()
        owners = [node for root in _in_print_order(cascade.akar) for node in _owners(root)]
        self.bookmarks = {id(node): f"_pohon_{nth}" for nth, node in enumerate(owners, 1)}

    def overview(self, roots: Sequence[Simpul]) -> SheetSubject:
        """Return the chart of the top box and all roots, each with the page of its sheet."""
        heading: Alinea = (IKHTISAR,)
        items = self.pointers(roots)
        if self.top:
            row = (Branch(self.top, (items,)),)
            return SheetSubject(None, (Spec(heading, (), row, free=True),))
        branches: list[Branch] = []
        for item in items:
            if isinstance(item, Group):
                branches.append(Branch(item.bar, (item.items,)))
            else:
                empty = ((),)
                branches += [Branch(box, empty * max(len(box.panels), 1)) for box in item.boxes]
        return SheetSubject(None, (Spec(heading, (), tuple(branches), free=True),))

    def subjects(self, node: Simpul, ancestors: tuple[Box, ...]) -> Iterator[SheetSubject]:
        """Yield the subject of a node that has something below it, then those below it."""
        if not node.anak:
            return
        sasaran = tuple(one for one in node.anak if one.jenis.is_sasaran)
        others = tuple(one for one in node.anak if not one.jenis.is_sasaran)
        box = self.box(node)
        heading: Alinea = (_HEADING, *(box.title[0] if box.title else _name(node)))
        specs = []
        if sasaran:
            items = self.pointers(_in_print_order(sasaran))
            specs.append(Spec(heading, ancestors, (Branch(box, (items,)),), free=True))
        owner = box.compact() if sasaran else box
        if any(one.anak for one in others):
            row = branches_of(others, self.jenjang)
            specs.append(Spec(heading, (*ancestors, owner), row))
        elif others:
            items = items_of(others, self.jenjang)
            specs.append(Spec(heading, ancestors, (Branch(owner, (items,)),)))
        yield SheetSubject(self.bookmarks[id(node)], tuple(specs))
        for one in _in_print_order(sasaran):
            yield from self.subjects(one, (*ancestors, box.compact()))

    def box(self, node: Simpul) -> Box:
        return box_of(Kotak(node.jenis, node.nama, (node,)), self.jenjang)

    def pointers(self, nodes: Sequence[Simpul]) -> tuple[Item, ...]:
        """Return siblings as boxes that name the pages of their sheets, grouped by Jenis."""
        items: list[Item] = []
        by_jenis: dict[Jenis, list[Simpul]] = {}
        for node in nodes:
            by_jenis.setdefault(node.jenis, []).append(node)
        for jenis, group in by_jenis.items():
            row = self.jenjang.of(group[0])
            run = Run(tuple(self._pointer(node) for node in group))
            if row.judul_kelompok:
                bar = Box(jenis, row.label, ((row.judul_kelompok,),))
                items.append(Group(bar, (run,)))
            else:
                items.append(run)
        return tuple(items)

    def _pointer(self, node: Simpul) -> Box:
        box = self.box(node)
        return box.pointing(self.bookmarks[id(node)]) if node.anak else box


def _repeated(top: Box) -> Box:
    """Return the top box as it stands above every sheet."""
    compact = top.compact()
    return compact if len(compact.panels) <= _MOST_REPEATED else replace(compact, panels=())


def _owners(node: Simpul) -> Iterator[Simpul]:
    """Yield the nodes that have a sheet: a root with children, and sasaran below sasaran."""
    if not node.anak:
        return
    yield node
    for child in _in_print_order(node.anak):
        if child.jenis.is_sasaran:
            yield from _owners(child)


def _in_print_order(nodes: Sequence[Simpul]) -> tuple[Simpul, ...]:
    """Return siblings with all sasaran of one Jenis together, as the overview shows them."""
    order = {jenis: nth for nth, jenis in enumerate(Jenis)}
    return tuple(sorted(nodes, key=lambda node: order[node.jenis]))


def _name(node: Simpul) -> Alinea:
    text = node.nama or node.sasaran
    return (text,) if text else ()
