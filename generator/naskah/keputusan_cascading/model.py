"""The decree without its cascade: what keputusan.xlsx says, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.naskah.keys import Entries
from generator.schema.keputusan import (
    GELAR_PADA_NAMA,
    JABATAN_JUDUL,
    JABATAN_PEMBUKA,
    JABATAN_PENANDATANGAN,
    JENIS_KEPUTUSAN,
    JUDUL_LAMPIRAN,
    KOP,
    LAMPIRAN,
    MENETAPKAN,
    NAMA_PENANDATANGAN,
    NAMA_TANPA_GELAR,
    NIP,
    NOMOR,
    PANGKAT,
    PANGKAT_DAN_NIP,
    PEMERINTAH,
    PENANGGUNG_JAWAB_DI_KOTAK,
    PERANGKAT_DAERAH,
    TAHUN,
    TANGGAL,
    TARGET_RENSTRA_DI_MATRIKS,
    TENTANG,
    WARNA_LAMPIRAN,
)
from generator.schema.types import Key
from generator.values import Isian, Place


class Bentuk(Enum):
    """What the annex holds, as the key Lampiran of sheet Identitas says."""

    POHON = "pohon"
    MATRIKS = "matriks"
    KEDUANYA = "keduanya"


class PangkatDanNip(Enum):
    """Under which signatures rank and NIP print."""

    LAMPIRAN = "Lampiran"
    KEDUANYA = "Keduanya"
    TIDAK = "Tidak"


@dataclass(frozen=True, slots=True)
class Penandatangan:
    """Who signs. `nama` already follows the setting Gelar pada Nama."""

    jabatan: tuple[Isian, ...]
    nama: Isian
    pangkat: Isian | None
    nip: Isian | None


@dataclass(frozen=True, slots=True)
class Identitas:
    """Sheet Identitas without a required key missing, by the names that code asks for.

    What only prints has no name here; `isian` holds all of it.
    """

    isian: Entries

    @property
    def place(self) -> Place:
        """The sheet, for findings about what is not there."""
        return self.isian.place

    @property
    def pemerintah(self) -> Isian:
        return self.isian.one(PEMERINTAH)

    @property
    def kop(self) -> tuple[Isian, ...]:
        return self.isian.all(KOP)

    @property
    def jenis_keputusan(self) -> Isian:
        return self.isian.one(JENIS_KEPUTUSAN)

    @property
    def jabatan_judul(self) -> tuple[Isian, ...]:
        return self.isian.all(JABATAN_JUDUL)

    @property
    def nomor(self) -> Isian:
        return self.isian.one(NOMOR)

    @property
    def tentang(self) -> tuple[Isian, ...]:
        return self.isian.all(TENTANG)

    @property
    def perangkat_daerah(self) -> Isian:
        return self.isian.one(PERANGKAT_DAERAH)

    @property
    def tahun(self) -> Isian:
        return self.isian.one(TAHUN)

    @property
    def jabatan_pembuka(self) -> tuple[Isian, ...]:
        return self.isian.all(JABATAN_PEMBUKA)

    @property
    def menetapkan(self) -> Isian:
        return self.isian.one(MENETAPKAN)

    @property
    def tanggal(self) -> Isian:
        return self.isian.one(TANGGAL)

    @property
    def penandatangan(self) -> Penandatangan:
        return Penandatangan(
            self.isian.all(JABATAN_PENANDATANGAN),
            self.isian.one(self.nama_tercetak),
            self.isian.maybe(PANGKAT),
            self.isian.maybe(NIP),
        )

    @property
    def gelar_pada_nama(self) -> bool:
        return self.isian.one(GELAR_PADA_NAMA).text == "Ya"

    @property
    def nama_tercetak(self) -> Key:
        """The key whose name signs."""
        return NAMA_PENANDATANGAN if self.gelar_pada_nama else NAMA_TANPA_GELAR

    @property
    def pangkat_dan_nip(self) -> PangkatDanNip:
        return PangkatDanNip(self.isian.one(PANGKAT_DAN_NIP).text)

    @property
    def bentuk(self) -> Bentuk:
        return Bentuk(self.isian.one(LAMPIRAN).text)

    @property
    def warna_lampiran(self) -> bool:
        return self.isian.one(WARNA_LAMPIRAN).text == "Ya"

    @property
    def penanggung_jawab_di_kotak(self) -> bool:
        return self.isian.one(PENANGGUNG_JAWAB_DI_KOTAK).text == "Ya"

    @property
    def target_renstra_di_matriks(self) -> bool:
        return self.isian.one(TARGET_RENSTRA_DI_MATRIKS).text == "Ya"

    @property
    def judul_lampiran(self) -> tuple[Isian, ...]:
        return self.isian.all(JUDUL_LAMPIRAN)


@dataclass(frozen=True, slots=True)
class Decree:
    """Everything the Word template prints besides the cascade."""

    identitas: Identitas
    menimbang: tuple[Isian, ...]
    mengingat: tuple[Isian, ...]
    diktum: tuple[Isian, ...]
    tembusan: tuple[Isian, ...]
