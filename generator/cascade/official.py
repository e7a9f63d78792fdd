"""Which lines of the official table the nodes of a tree are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.cascade.model import Jenis, Simpul
from generator.nomenklatur.butir import ButirNomenklatur, folded
from generator.nomenklatur.kode import PENUNJANG, JenisKode, bidang_of, read_kode
from generator.nomenklatur.tables import Nomenklatur, OfficeTable

JENIS_KODE: Mapping[Jenis, JenisKode] = {
    Jenis.PROGRAM: JenisKode.PROGRAM,
    Jenis.KEGIATAN: JenisKode.KEGIATAN,
    Jenis.SUB_KEGIATAN: JenisKode.SUB_KEGIATAN,
}


@dataclass(frozen=True)
class OfficialLines:
    """The lines of the official table that the nodes of a tree stand for."""

    nodes: tuple[Simpul, ...]
    table: Nomenklatur

    @cached_property
    def offices(self) -> tuple[OfficeTable, ...]:
        """What the office chooses from, by the codes it uses, else by its programs' names."""
        codes = Counter(bidang_of(kode) for node in self.nodes if (kode := kode_of(node)))
        if not codes:
            names = {folded(str(node.nama)) for node in self.nodes if node.jenis is Jenis.PROGRAM}
            codes = Counter(
                one.bidang
                for one in (self.table.heads if names else ())
                if one.jenis is JenisKode.PROGRAM
                and one.bidang != PENUNJANG
                and folded(one.nama) in names
            )
        return tuple(self.table.office(bidang) for bidang, _ in codes.most_common())

    def of(self, node: Simpul) -> tuple[ButirNomenklatur, ...]:
        """Return the line of a node's code, else the lines of its kind that bear its name."""
        kode = kode_of(node)
        if kode and not self.table.names_only:
            line = self.table.of(kode)
            return (line,) if line else ()
        jenis, name = JENIS_KODE.get(node.jenis), folded(str(node.nama or ""))
        named = (one for office in self.offices for one in office.by_name.get(name, ()))
        return tuple(one for one in named if one.jenis is jenis)


def kode_of(node: Simpul) -> str | None:
    """Return the official code of a node, None where its Kode Rekening is none."""
    if not node.kode_rekening or node.jenis not in JENIS_KODE:
        return None
    return read_kode(node.kode_rekening.text)
