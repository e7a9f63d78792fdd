"""Which boxes name who answers for them: all, or those that would otherwise read alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from dataclasses import replace

from generator.cascade.model import Cascade, Simpul
from generator.schema.kinerja import PENANGGUNG_JAWAB
from generator.schema.types import Printed


def told_apart(cascade: Cascade) -> Cascade:
    """Return a cascade whose boxes name their penanggung jawab where they read alike."""
    alike: dict[tuple[object, ...], list[Simpul]] = defaultdict(list)
    for node in cascade.walk():
        alike[_reads(node)].append(node)
    named = {
        id(node)
        for nodes in alike.values()
        if len({str(node.penanggung_jawab or "") for node in nodes}) > 1
        for node in nodes
    }
    return _naming(cascade, named) if named else cascade


def all_answering(cascade: Cascade) -> Cascade:
    """Return a cascade whose boxes all name their penanggung jawab."""
    return _naming(cascade, {id(node) for node in cascade.walk()})


def _reads(node: Simpul) -> tuple[object, ...]:
    rows = tuple((one.teks.text, one.target.isian.text) for one in node.indikator)
    return node.jenis, str(node.nama or ""), str(node.sasaran or ""), rows


def _naming(cascade: Cascade, named: Container[int]) -> Cascade:
    def named_below(node: Simpul) -> Simpul:
        tambahan = node.tambahan
        if id(node) in named:
            tambahan = tuple(
                replace(one, column=replace(one.column, printed=Printed.SELALU))
                if one.column.role == PENANGGUNG_JAWAB.role
                else one
                for one in tambahan
            )
        anak = tuple(map(named_below, node.anak))
        return replace(node, tambahan=tambahan, anak=anak)

    return replace(cascade, akar=tuple(map(named_below, cascade.akar)))
