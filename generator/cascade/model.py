"""The cascade as one typed tree, frozen once built.

A node (`Simpul`) is one Kode of the books: a sasaran with its indikator. A box (`Kotak`)
is what is drawn: the nodes of one name under one parent, side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from generator.schema.kinerja import (
    ARAH_KINERJA,
    INDIKATOR_INDUK,
    KINERJA_DAERAH,
    KODE_REKENING,
    PAGU,
    PENANGGUNG_JAWAB,
    PROGRAM,
    SASARAN,
    SUB_KEGIATAN,
)
from generator.schema.types import Column, Sheet
from generator.values import Isian, Place, Target


class Jenis(Enum):
    """What a node is, from the top of the tree down, named as in the books."""

    KEPALA_DAERAH = "Kepala Daerah"
    UTAMA = "Utama"
    PENDUKUNG = "Pendukung"
    PROGRAM = "Program"
    KEGIATAN = "Kegiatan"
    SUB_KEGIATAN = "Sub Kegiatan"

    @property
    def is_sasaran(self) -> bool:
        """Whether nodes of this kind are sasaran perangkat daerah (sheet Sasaran)."""
        return self in (Jenis.UTAMA, Jenis.PENDUKUNG)

    @property
    def tingkat(self) -> str:
        """The name of its row on sheet Jenjang."""
        return f"Sasaran {self.value}" if self.is_sasaran else self.value

    @property
    def lembar(self) -> Sheet:
        """The sheet on which nodes of this kind are entered."""
        if self.is_sasaran:
            return SASARAN
        return {Jenis.KEPALA_DAERAH: KINERJA_DAERAH, Jenis.PROGRAM: PROGRAM}.get(self, SUB_KEGIATAN)


@dataclass(frozen=True, slots=True)
class FurtherCell:
    """A filled cell of a further column; one of a plan is a `target`."""

    column: Column
    isian: Isian
    target: Target | None = None


def _said(tambahan: Iterable[FurtherCell], column: Column) -> Isian | None:
    return next((one.isian for one in tambahan if one.column.role == column.role), None)


@dataclass(frozen=True, slots=True)
class Indikator:
    """One indikator with its target, and the further cells of its row in the order of the sheet."""

    teks: Isian
    target: Target
    place: Place
    target_tahun_lalu: Target | None = None
    tambahan: tuple[FurtherCell, ...] = ()

    def said(self, column: Column) -> Isian | None:
        """Return what its row says in a further column."""
        return _said(self.tambahan, column)

    @property
    def arah(self) -> str:
        """Naik, Turun, or empty."""
        return str(self.said(ARAH_KINERJA) or "")

    @property
    def rencana(self) -> Mapping[int, Target]:
        """The targets that a Renstra sets, by year."""
        planned = ((one.column.tahun, one.target) for one in self.tambahan)
        return {tahun: target for tahun, target in planned if tahun and target}

    @property
    def indikator_induk(self) -> str:
        return str(self.said(INDIKATOR_INDUK) or "")


@dataclass(frozen=True, slots=True)
class Simpul:
    """One node. `nomor` is its order within its Jenis under its parent, from 1.

    `tambahan` are its cells of the further columns that say something of a whole node. One that is
    `bersama` serves several parents: it hangs on the first, and is drawn again under each other
    one as an `ulangan`, without its pagu and what hangs below it.
    """

    kode: str
    jenis: Jenis
    nomor: int
    kedalaman: int
    place: Place
    nama: Isian | None
    sasaran: Isian | None
    indikator: tuple[Indikator, ...]
    anak: tuple[Simpul, ...] = ()
    tambahan: tuple[FurtherCell, ...] = ()
    nilai_pagu: Decimal | None = None
    bersama: bool = False
    ulangan: bool = False

    def again(self) -> Simpul:
        """Return this node as it stands under a further parent."""
        others = tuple(one for one in self.tambahan if one.column.role != PAGU.role)
        return replace(self, anak=(), tambahan=others, nilai_pagu=None, ulangan=True)

    @property
    def penanggung_jawab(self) -> Isian | None:
        return _said(self.tambahan, PENANGGUNG_JAWAB)

    @property
    def kode_rekening(self) -> Isian | None:
        return _said(self.tambahan, KODE_REKENING)

    @property
    def pagu(self) -> Isian | None:
        return _said(self.tambahan, PAGU)

    def walk(self) -> Iterator[Simpul]:
        """Yield this node and all below it once, parents first, in print order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(child for child in reversed(node.anak) if not child.ulangan)


@dataclass(frozen=True, slots=True)
class Kotak:
    """One drawn box: nodes of one Jenis and name under one parent, side by side."""

    jenis: Jenis
    nama: Isian | None
    simpul: tuple[Simpul, ...]


def boxes(nodes: tuple[Simpul, ...]) -> tuple[Kotak, ...]:
    """Group siblings into boxes, each where its first node stands.

    Only nodes that have a name share a box, those that serve several parents one of their own; a
    sasaran is a box of its own.
    """
    groups: dict[tuple[Jenis, str, bool], list[Simpul]] = {}
    for node in nodes:
        key = (node.jenis, node.nama.text if node.nama else f"\0{node.kode}", node.bersama)
        groups.setdefault(key, []).append(node)
    return tuple(Kotak(key[0], group[0].nama, tuple(group)) for key, group in groups.items())


@dataclass(frozen=True, slots=True)
class Tingkat:
    """One row of sheet Jenjang: what a level is called and how its columns are headed."""

    nama: str
    label: Isian | None
    judul_kotak: Isian | None = None
    judul_kelompok: Isian | None = None
    judul_sasaran: Isian | None = None
    judul_indikator: Isian | None = None
    judul_target: Isian | None = None


@dataclass(frozen=True, slots=True)
class Jenjang:
    """The levels in use, by the name of their row ("Program", "Sasaran Utama 2")."""

    tingkat: Mapping[str, Tingkat]

    def of(self, node: Simpul) -> Tingkat:
        """Return the row for a node; a deeper sasaran without a row takes its parent's level's."""
        return self.row(node.jenis, node.kedalaman)

    def row(self, jenis: Jenis, kedalaman: int = 1) -> Tingkat:
        """Return the row for a Jenis; `kedalaman` counts sasaran above sasaran, from 1."""
        for depth in range(kedalaman, 1, -1):
            if row := self.tingkat.get(f"{jenis.tingkat} {depth}"):
                return row
        return self.tingkat[jenis.tingkat]

    def uses(self, jenis: Jenis) -> bool:
        """Whether that level is in use: its row is there and has a Label."""
        row = self.tingkat.get(jenis.tingkat)
        return row is not None and row.label is not None


@dataclass(frozen=True, slots=True)
class Cascade:
    """The whole tree: what the head of the region aims at, and the roots below it."""

    jenjang: Jenjang
    kinerja_daerah: tuple[Simpul, ...]
    akar: tuple[Simpul, ...]

    def walk(self) -> Iterator[Simpul]:
        """Yield every node below the top box, parents first, in print order."""
        for root in self.akar:
            yield from root.walk()
