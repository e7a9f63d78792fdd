"""The targets of a Renstra, which print where the decree asks for them."""

from __future__ import annotations

from dataclasses import replace

from generator.cascade.model import Cascade, FurtherCell, Simpul
from generator.schema.types import Printed


def with_plan(cascade: Cascade) -> Cascade:
    """Return a cascade whose matrix shows the columns of its plan."""
    return replace(
        cascade,
        kinerja_daerah=tuple(map(_planned, cascade.kinerja_daerah)),
        akar=tuple(map(_planned, cascade.akar)),
    )


def _planned(node: Simpul) -> Simpul:
    indikator = tuple(
        replace(one, tambahan=tuple(map(_printed, one.tambahan))) for one in node.indikator
    )
    return replace(node, indikator=indikator, anak=tuple(map(_planned, node.anak)))


def _printed(cell: FurtherCell) -> FurtherCell:
    if cell.column.printed is not Printed.RENCANA:
        return cell
    return replace(cell, column=replace(cell.column, printed=Printed.MATRIKS))
