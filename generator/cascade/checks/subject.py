"""What the checks of the cascade look at: the tree, and the rows it was made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.cascade.model import Cascade, Indikator, Kotak, Simpul, boxes
from generator.values import Isian, Place, Row


@dataclass(frozen=True)
class CascadeSubject:
    """A sound tree with the rows of its books; `tahun` is the decree's year, None if not known."""

    cascade: Cascade
    rows: Sequence[Row]
    tahun: int | None

    @cached_property
    def nodes(self) -> tuple[Simpul, ...]:
        """Every node below the top box, parents first."""
        return tuple(self.cascade.walk())

    @cached_property
    def boxes(self) -> tuple[Kotak, ...]:
        """Every box below the top box, parents first."""
        groups = [self.cascade.akar, *(node.anak for node in self.nodes)]
        return tuple(box for group in groups for box in boxes(group))

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
    def _parents(self) -> Mapping[str, Simpul]:
        return {child.kode: node for node in self.nodes for child in node.anak}

    def above(self, node: Simpul) -> Iterator[Simpul]:
        """Yield the node's parent, its parent's parent, up to the root."""
        while parent := self._parents.get(node.kode):
            yield parent
            node = parent

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
