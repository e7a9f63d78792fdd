"""One line of an official table, and the form in which names are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from generator.nomenklatur.kode import JenisKode, bidang_of, jenis_of


class Pemda(Enum):
    """Whose table a line stands in."""

    PROVINSI = "prov"
    KABUPATEN_KOTA = "kabkot"


@dataclass(frozen=True, slots=True)
class ButirNomenklatur:
    """An official urusan, bidang, program, kegiatan or sub kegiatan.

    Only a sub kegiatan has a `kinerja` (its sasaran), an `indikator`, a `satuan`, and names in
    `sebelumnya` code and name of the one that it replaces.
    """

    pemda: Pemda
    kode: str
    nama: str
    kinerja: str = ""
    indikator: str = ""
    satuan: str = ""
    sebelumnya: str = ""

    @property
    def jenis(self) -> JenisKode:
        return jenis_of(self.kode)

    @property
    def bidang(self) -> str:
        return bidang_of(self.kode)

    @property
    def texts(self) -> tuple[str, ...]:
        """What the table says of it, empty texts left out."""
        return tuple(filter(None, (self.nama, self.kinerja, self.indikator, self.satuan)))


_PUNCTUATION = re.compile(r"[^\w%]+")


def folded(text: str) -> str:
    """Return the form in which two texts are equal when case, punctuation and space differ.

    >>> folded("Bulanan/ Triwulanan, RKA-SKPD")
    'bulanan triwulanan rka skpd'
    """
    return _PUNCTUATION.sub(" ", text.casefold()).strip()
