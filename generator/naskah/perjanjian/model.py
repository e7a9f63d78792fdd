"""The performance agreements of one office, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.bahasa.wording import fold
from generator.cascade.model import Jenis, Simpul
from generator.naskah.keys import Entries
from generator.schema.pejabat import (
    JENIS_PERJANJIAN,
    JUMLAH_ANGGARAN,
    KETERANGAN_ANGGARAN,
    PERUBAHAN,
    TANGGAL_PERJANJIAN,
    TEMPAT_PERJANJIAN,
)
from generator.values import Isian, Row


@dataclass(frozen=True, slots=True)
class Pejabat:
    """One row of sheet Pejabat: an office and who holds it. Its values have their names."""

    row: Row
    jabatan: Isian
    nama: Isian
    isian: Mapping[str, Isian]

    @property
    def key(self) -> str:
        """By what Penanggung Jawab and Atasan name it."""
        return fold(self.jabatan.text)

    @property
    def jabatan_lengkap(self) -> Isian:
        return self.isian.get("jabatan_lengkap") or self.jabatan

    @property
    def tercetak(self) -> Isian | str:
        """The office as it prints; in one that is only looked after, that stands before it."""
        status = self.isian.get("status")
        return f"{status} {self.jabatan_lengkap}" if status else self.jabatan_lengkap

    @property
    def atasan(self) -> Isian | None:
        return self.isian.get("atasan")

    @property
    def rincian(self) -> str:
        return str(self.isian.get("rincian", ""))


@dataclass(frozen=True, slots=True)
class BarisSasaran:
    """One sasaran in the annex, with the nodes that word it so."""

    teks: Isian | str
    simpul: tuple[Simpul, ...]


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """One row of the budget; a `kelompok` heads those below it with their sum.

    `pagu` is None in the row of dots that stands where no money is known.
    """

    nama: Isian | str
    pagu: Decimal | None
    isian_pagu: Isian | None = None
    keterangan: Isian | str = ""
    kelompok: bool = False


@dataclass(frozen=True, slots=True)
class Anggaran:
    """What an official spends: rows of nodes of one level, never none."""

    jenis: Jenis
    baris: tuple[BarisAnggaran, ...]

    @property
    def jumlah(self) -> Decimal | None:
        """The sum of its rows, None where no money is known."""
        pagu = [one.pagu for one in self.baris if not one.kelompok and one.pagu is not None]
        return sum(pagu, Decimal()) if pagu else None


@dataclass(frozen=True, slots=True)
class Perjanjian:
    """What one official agrees with the one above; `anggaran` is None where none is to print."""

    pertama: Pejabat
    kedua: Pejabat
    jenis: Jenis
    sasaran: tuple[BarisSasaran, ...]
    anggaran: Anggaran | None


@dataclass(frozen=True, slots=True)
class DaftarPerjanjian:
    """All agreements of an office, in the order of sheet Pejabat.

    `isian` is sheet Perjanjian, `identitas` the decree's sheet of keys.
    """

    isian: Entries
    identitas: Entries
    perjanjian: tuple[Perjanjian, ...]

    @property
    def perubahan(self) -> bool:
        """Whether they replace agreements that were signed before."""
        return self.isian.one(JENIS_PERJANJIAN).text == PERUBAHAN

    @property
    def tempat(self) -> Isian:
        return self.isian.maybe(TEMPAT_PERJANJIAN) or self.identitas.lines["tempat"][0]

    @property
    def tanggal(self) -> Isian:
        return self.isian.one(TANGGAL_PERJANJIAN)

    @property
    def keterangan(self) -> Isian:
        return self.isian.one(KETERANGAN_ANGGARAN)

    @property
    def dengan_jumlah(self) -> bool:
        return self.isian.one(JUMLAH_ANGGARAN).text == "Ya"
