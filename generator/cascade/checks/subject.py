"""What the checks of the cascade look at: the tree, and the rows it was made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.cascade.model import Cascade, Indikator, Kotak, Simpul, boxes
from generator.cascade.official import OfficialLines
from generator.nomenklatur.tables import Nomenklatur
from generator.values import Isian, Place, Row


@dataclass(frozen=True)
class CascadeSubject:
    """A sound tree with the rows of its books; `tahun` is the decree's year, None if not known.

    `nomenklatur` is the official table of that year.
    """

    cascade: Cascade
    rows: Sequence[Row]
    tahun: int | None
    nomenklatur: Nomenklatur

    @cached_property
    def nodes(self) -> tuple[Simpul, ...]:
        """Every node below the top box, parents first."""
        return tuple(self.cascade.walk())

    @cached_property
    def boxes(self) -> tuple[Kotak, ...]:
        """Every box below the top box, parents first."""
        groups = [self.cascade.akar, *(node.anak for node in self.nodes)]
        return tuple(box for group in groups for box in boxes(group) if not box.simpul[0].ulangan)

    @cached_property
    def measures(self) -> tuple[Indikator, ...]:
        """Every indikator, those of the top box first."""
        nodes = (*self.cascade.kinerja_daerah, *self.nodes)
        return tuple(indikator for node in nodes for indikator in node.indikator)

    @cached_property
    def sheets_without_units(self) -> Mapping[tuple[str, str | None], Sequence[Indikator]]:
        """The sheets with several numbers and no unit at all, each with those indikator."""
        sheets: dict[tuple[str, str | None], list[Indikator]] = defaultdict(list)
        for indikator in self.measures:
            if indikator.target.nilai is not None:
                sheets[sheet_of(indikator)].append(indikator)
        return {
            sheet: group
            for sheet, group in sheets.items()
            if len(group) > 1 and not any(indikator.target.satuan for indikator in group)
        }

    @cached_property
    def _parents(self) -> Mapping[str, Sequence[Simpul]]:
        """The parents of each node, that on which it hangs first."""
        found: dict[str, list[Simpul]] = defaultdict(list)
        for node in self.nodes:
            for child in node.anak:
                found[child.kode].insert(len(found[child.kode]) if child.ulangan else 0, node)
        return found

    def above(self, node: Simpul) -> Iterator[Simpul]:
        """Yield the node's parent, its parent's parent, up to the root, then further parents."""
        waiting = [*self._parents.get(node.kode, ())]
        told: set[str] = set()
        while waiting:
            parent = waiting.pop(0)
            if parent.kode not in told:
                told.add(parent.kode)
                yield parent
                first, *others = *self._parents.get(parent.kode, ()), None
                waiting = [one for one in (first, *waiting, *others) if one]

    def whole(self, node: Simpul) -> Simpul:
        """Return a node with all below it, also where it stands again under a further parent."""
        return self._by_kode[node.kode] if node.ulangan else node

    @cached_property
    def _by_kode(self) -> Mapping[str, Simpul]:
        return {node.kode: node for node in self.nodes}

    @cached_property
    def official(self) -> OfficialLines:
        return OfficialLines(self.nodes, self.nomenklatur)

    @cached_property
    def node_rows(self) -> tuple[tuple[Row, Simpul], ...]:
        """Every row below the top box with its node, in the order of the books."""
        starts = {node.place: node for node in self.nodes}
        found: list[tuple[Row, Simpul]] = []
        node, sheet = None, None
        for row in self.rows:
            if (row.place.book, row.place.sheet) != sheet:
                node, sheet = None, (row.place.book, row.place.sheet)
            node = starts.get(row.place, node)
            if node:
                found.append((row, node))
        return tuple(found)

    @cached_property
    def _rows(self) -> Mapping[Place, Row]:
        return {row.place: row for row in self.rows}

    def cell(self, of: Indikator | Simpul, role: str) -> Isian | None:
        """Return the filled cell with that role on the (first) row of an indikator or node."""
        return self._rows[of.place].cells.get(role)

    def at(self, of: Indikator | Simpul, role: str) -> Place:
        """Return the place of that cell, filled or not."""
        return self._rows[of.place].at(role)


def sheet_of(of: Indikator | Simpul) -> tuple[str, str | None]:
    """Return (book, sheet) of an indikator or node."""
    return of.place.book, of.place.sheet
