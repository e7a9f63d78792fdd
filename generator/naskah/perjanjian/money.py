"""What an official spends: the pagu of the nodes at or below his own, one level of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.bahasa.wording import fold
from generator.cascade.model import Jenis, Simpul
from generator.naskah.perjanjian.model import Anggaran, BarisAnggaran
from generator.schema.keputusan import TITIK_TITIK
from generator.values import Isian

_LEVELS = (Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN)
_ORDER = tuple(Jenis)

Parents = Mapping[str, Sequence[Simpul]]
"""The nodes right above each node, by kode."""


@dataclass(frozen=True, slots=True)
class SumberDana:
    """Where money comes from: said of some nodes by kode, `usual` for all others."""

    by_kode: Mapping[str, Isian]
    usual: Isian

    def of(self, node: Simpul, parents: Parents) -> Isian:
        """Return that of a node, else of the nearest node above it."""
        while node.kode not in self.by_kode:
            above = parents.get(node.kode)
            if not above:
                return self.usual
            node = above[0]
        return self.by_kode[node.kode]


@dataclass(frozen=True, slots=True)
class _Money:
    """The pagu of one node of the level that prints."""

    node: Simpul
    pagu: Decimal
    isian: Isian | None
    keterangan: Isian

    @property
    def nama(self) -> str:
        return fold(str(self.node.nama or self.node.kode))


def pagu_of(node: Simpul) -> Decimal | None:
    """Return the pagu of a node: its own, else the sum of those right below it, else None."""
    if node.nilai_pagu is not None:
        return node.nilai_pagu
    below = [pagu for child in node.anak if (pagu := pagu_of(child)) is not None]
    return sum(below, Decimal()) if below else None


def level_below(own: Sequence[Simpul]) -> Jenis:
    """Return the level one below the highest of these nodes, of those in use at or below them."""
    highest = min(_ORDER.index(node.jenis) for node in own)
    used = {one.jenis for node in own for one in node.walk()}
    lower = [jenis for jenis in _LEVELS if jenis in used and _ORDER.index(jenis) > highest]
    return lower[0] if lower else max(_ORDER[highest], Jenis.PROGRAM, key=_ORDER.index)


def budget(own: Sequence[Simpul], rincian: str, parents: Parents, sumber: SumberDana) -> Anggaran:
    """Return an official's budget at the level that `rincian` names, or the usual one.

    Rows of one name are one; where they belong to several nodes above, each of these heads its
    own. Where no money is known there is one row of dots.
    """
    jenis = Jenis(rincian) if rincian else level_below(own)
    groups: dict[str, list[_Money]] = {}
    for one in _spent(_topmost(own), jenis, parents, sumber):
        above = parents.get(one.node.kode, ()) if jenis is not Jenis.PROGRAM else ()
        groups.setdefault(fold(str(above[0].nama)) if above else "", []).append(one)
    rows: list[BarisAnggaran] = []
    for group in groups.values():
        below = list(_merged(group))
        if len(groups) > 1:
            head = parents[group[0].node.kode][0] if parents.get(group[0].node.kode) else None
            rows += _head(head, below)
        rows += below
    return Anggaran(jenis, tuple(rows) or (BarisAnggaran(TITIK_TITIK, None),))


def _topmost(own: Sequence[Simpul]) -> Iterator[Simpul]:
    """Yield the nodes that stand below none of the others."""
    below = {one.kode for node in own for child in node.anak for one in child.walk()}
    return (node for node in own if node.kode not in below)


def _spent(
    own: Iterable[Simpul], jenis: Jenis, parents: Parents, sumber: SumberDana
) -> Iterator[_Money]:
    """Yield what is spent at a level: by the nodes at or below, or as a part of one above."""
    for node in own:
        found = [one for one in node.walk() if one.jenis is jenis]
        if _ORDER.index(node.jenis) > _ORDER.index(jenis):
            yield from _money(_above(node, jenis, parents), pagu_of(node), None, parents, sumber)
        for one in found or ([node] if _ORDER.index(node.jenis) < _ORDER.index(jenis) else []):
            yield from _money(one, pagu_of(one), one.pagu, parents, sumber)


def _money(
    node: Simpul,
    pagu: Decimal | None,
    isian: Isian | None,
    parents: Parents,
    sumber: SumberDana,
) -> Iterator[_Money]:
    if pagu:
        yield _Money(node, pagu, isian, sumber.of(node, parents))


def _above(node: Simpul, jenis: Jenis, parents: Parents) -> Simpul:
    """Return the nearest node of that level above, or the topmost there is."""
    while node.jenis is not jenis and (above := parents.get(node.kode)):
        node = above[0]
    return node


def _merged(group: Sequence[_Money]) -> Iterator[BarisAnggaran]:
    """Yield one row for each name, its pagu added up."""
    by_name: dict[str, list[_Money]] = {}
    for one in group:
        by_name.setdefault(one.nama, []).append(one)
    for same in by_name.values():
        first = same[0]
        sources = tuple(dict.fromkeys(str(one.keterangan) for one in same))
        yield BarisAnggaran(
            nama=first.node.nama or first.node.kode,
            pagu=sum((one.pagu for one in same), Decimal()),
            isian_pagu=first.isian if len(same) == 1 else None,
            keterangan=first.keterangan if len(sources) == 1 else ", ".join(sources),
        )


def _head(node: Simpul | None, rows: Sequence[BarisAnggaran]) -> Iterator[BarisAnggaran]:
    """Yield the row that heads the rows of one node above, with their sum."""
    if node:
        pagu = sum((one.pagu for one in rows if one.pagu), Decimal())
        yield BarisAnggaran(node.nama or node.kode, pagu, kelompok=True)
