"""Which charts a cascade needs: an overview, then those of each node that has its own sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.cascade.model import Cascade, Jenis, Kotak, Simpul, boxes
from generator.lampiran.content.boxes import Alinea, Box, box_of, numbers, top_box
from generator.lampiran.content.branch import Branch, Group, Item, Run, Spec, branches_of, items_of
from generator.values import Isian

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
    """Return the subjects that the overview points to, in its order."""
    maker = _Maker(cascade, frozenset())
    roots = _in_print_order(cascade.akar)
    return tuple(one for node in roots for one in maker.subjects(node, maker.ancestors))


def overview_of(cascade: Cascade, long: frozenset[str | None]) -> SheetSubject:
    """Return the overview; below a sasaran whose subject is `long` stand its program."""
    return _Maker(cascade, long).overview(_in_print_order(cascade.akar))


class _Maker:
    def __init__(self, cascade: Cascade, long: frozenset[str | None]) -> None:
        self.long = long
        self.jenjang = cascade.jenjang
        self.top = top_box(cascade)
        self.ancestors = (_repeated(self.top),) if self.top else ()
        owners = [node for root in _in_print_order(cascade.akar) for node in _owners(root)]
        self.bookmarks = {id(node): f"_pohon_{nth}" for nth, node in enumerate(owners, 1)}
        self.numbers: dict[int, str] = {}
        for root in cascade.akar:
            self.numbers.update(numbers(root))

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
        owner = box.compact if sasaran else box
        if any(one.anak for one in others):
            row = tuple(
                replace(branch, bookmark=f"{self.bookmarks[id(node)]}_{nth}")
                for nth, branch in enumerate(branches_of(others, self.jenjang), 1)
            )
            specs.append(Spec(heading, (*ancestors, owner), row))
        elif others:
            items = items_of(others, self.jenjang)
            specs.append(Spec(heading, ancestors, (Branch(owner, (items,)),)))
        yield SheetSubject(self.bookmarks[id(node)], tuple(specs))
        for one in _in_print_order(sasaran):
            yield from self.subjects(one, (*ancestors, box.compact))

    def box(self, node: Simpul) -> Box:
        kotak = Kotak(node.jenis, node.nama, (node,))
        return box_of(kotak, self.jenjang, self.numbers.get(id(node), ""))

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
        if not node.anak:
            return box
        bookmark = self.bookmarks[id(node)]
        if bookmark in self.long:
            box = box.listing(list(self._programs(node, bookmark)))
        return box.pointing(bookmark)

    def _programs(self, node: Simpul, bookmark: str) -> Iterator[tuple[Isian, str]]:
        """Yield the names of boxes below a sasaran, each with the bookmark where it stands."""
        others = tuple(one for one in node.anak if not one.jenis.is_sasaran)
        alone = any(one.anak for one in others)
        for nth, kotak in enumerate(boxes(others), 1):
            if kotak.nama:
                yield kotak.nama, f"{bookmark}_{nth}" if alone else bookmark


def _repeated(top: Box) -> Box:
    """Return the top box as it stands above every sheet."""
    compact = top.compact
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
