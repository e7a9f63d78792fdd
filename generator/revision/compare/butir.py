"""One year's cascade as flat rows that can be compared, from the books or from a decree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.bahasa.numbers import read_number
from generator.cascade.model import Cascade, Indikator, Jenis, Simpul
from generator.revision.stamp import Lineage, Stamp
from generator.schema.kinerja import KINERJA_DAERAH, PROGRAM, SASARAN, SEVERAL, SUB_KEGIATAN

_SHEETS = {
    KINERJA_DAERAH.name: (Jenis.KEPALA_DAERAH,),
    SASARAN.name: (Jenis.UTAMA, Jenis.PENDUKUNG),
    PROGRAM.name: (Jenis.PROGRAM,),
    SUB_KEGIATAN.name: (Jenis.KEGIATAN, Jenis.SUB_KEGIATAN),
}
_SHEET = {jenis: sheet for sheet, kinds in _SHEETS.items() for jenis in kinds}

_PRINTED = re.compile(
    r"(?:[<>]=?|[≤≥±])?\s*+(?P<rupiah>Rp)?\.?\s*(?P<number>[-−]?[0-9][0-9.,]*)"
    r"\s*(?P<unit>[A-Za-z%(][^0-9]*)?"
)
"""A target of one number, as it is printed."""

Texts = Mapping[tuple[str, ...], str]
"""What a decree prints, by the lasting name of each value."""


@dataclass(frozen=True, slots=True)
class Rencana:
    """What a Renstra sets for an indikator: its target of a year, its baseline where `tahun` is 0.

    `nilai` is the one number in it, or None.
    """

    tahun: int
    target: str
    nilai: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Ukuran:
    """One indikator with its target as printed; `nilai` is the one number in it, or None."""

    teks: str
    target: str
    nilai: Decimal | None = None
    satuan: str = ""
    rencana: tuple[Rencana, ...] = ()


@dataclass(frozen=True, slots=True)
class Butir:
    """One node; `induk` is the Kode of the node it hangs on, empty for a root."""

    kode: str
    jenis: Jenis
    induk: str
    nama: str
    sasaran: str
    ukuran: tuple[Ukuran, ...] = ()

    @property
    def bunyi(self) -> str:
        """What a reader knows the node by: a (sub) kegiatan by its name, others by sasaran."""
        by_name = self.jenis in _SHEETS[SUB_KEGIATAN.name] and self.nama
        return self.nama if by_name else self.sasaran


def butir_of(cascade: Cascade) -> tuple[Butir, ...]:
    """Return the nodes of a tree built from the books, in print order."""
    return tuple(
        Butir(
            node.kode,
            node.jenis,
            induk,
            node.nama.text if node.nama else "",
            node.sasaran.text if node.sasaran else "",
            tuple(map(_ukuran, node.indikator)),
        )
        for node, induk in _with_induk(cascade)
    )


def lineage_of(cascade: Cascade) -> tuple[Lineage, ...]:
    """Return what a decree has to remember of its nodes, since it does not print it."""
    return tuple((one.kode, one.jenis.value, one.induk, one.nama) for one in butir_of(cascade))


def butir_in(stamp: Stamp, texts: Texts) -> tuple[Butir, ...]:
    """Return the nodes of a decree, saying what it prints in `texts`."""
    measures: dict[tuple[str, str], list[Ukuran]] = {}
    planned = _planned(texts)
    for identity, text in texts.items():
        if len(identity) == 5 and identity[4] == "indikator":
            one = printed_ukuran(text, texts.get((*identity[:4], "target"), ""))
            one = replace(one, rencana=tuple(planned.get(identity[:4], ())))
            measures.setdefault((identity[1], identity[2]), []).append(one)
    sasaran = {one[1:3]: text for one, text in texts.items() if one[3:] == ("sasaran",)}
    found = []
    for kode, kind, induk, nama in stamp.origin.simpul:
        node = (_SHEET[Jenis(kind)], kode)
        ukuran = tuple(measures.get(node, ()))
        found.append(Butir(kode, Jenis(kind), induk, nama, sasaran.get(node, ""), ukuran))
    return tuple(_renamed(found, stamp, texts))


def _planned(texts: Texts) -> Mapping[tuple[str, ...], list[Rencana]]:
    """Return what a decree prints of a plan, by the name that an indikator and its plan share."""
    found: dict[tuple[str, ...], list[Rencana]] = defaultdict(list)
    for identity, text in texts.items():
        for column in SASARAN.added(identity[-1:]):
            number = printed_ukuran("", text).nilai
            found[identity[:-1]].append(Rencana(column.tahun or 0, text, number))
    return found


def printed_ukuran(teks: str, target: str) -> Ukuran:
    """Return an indikator with the number and the unit that its printed target shows.

    >>> printed_ukuran("Persentase", "8,2%")
    Ukuran(teks='Persentase', target='8,2%', nilai=Decimal('8.2'), satuan='%', rencana=())
    """
    match = _PRINTED.fullmatch(target)
    nilai = read_number(match["number"]) if match else None
    if match is None or nilai is None:
        return Ukuran(teks, target)
    return Ukuran(teks, target, nilai, match["rupiah"] or match["unit"] or "")


def _ukuran(indikator: Indikator) -> Ukuran:
    target = indikator.target
    rencana = tuple(
        Rencana(one.column.tahun or 0, one.isian.text, one.target.nilai)
        for one in indikator.tambahan
        if one.target
    )
    return Ukuran(indikator.teks.text, target.isian.text, target.nilai, target.satuan, rencana)


def _with_induk(cascade: Cascade) -> Iterator[tuple[Simpul, str]]:
    for node in cascade.kinerja_daerah:
        yield node, ""
    induk: dict[str, list[str]] = defaultdict(list)
    for node in cascade.walk():
        for child in node.anak:
            induk[child.kode].append(node.kode)
    for node in cascade.walk():
        yield node, SEVERAL.join(induk[node.kode])


def _renamed(nodes: Sequence[Butir], stamp: Stamp, texts: Texts) -> Iterator[Butir]:
    """Yield the nodes with the names that the decree prints now.

    A box prints its name once, for all nodes that share it.
    """
    induk = {one.kode: one.induk for one in nodes}
    new = {
        (induk.get(anchor.identity[2], ""), anchor.text): texts[anchor.identity]
        for anchor in stamp.anchors
        if anchor.identity[3:] == ("nama",)
    }
    for one in nodes:
        nama = new.get((one.induk, one.nama), one.nama)
        yield Butir(one.kode, one.jenis, one.induk, nama, one.sasaran, one.ukuran)
