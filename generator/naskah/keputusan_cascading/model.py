"""The decree without its cascade: what keputusan.xlsx says, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

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
class Kop:
    pemerintah: Isian
    perangkat_daerah: tuple[Isian, ...]
    alamat: tuple[Isian, ...]
    kota: Isian | None
    kode_pos: Isian | None
    laman: Isian | None
    surel: Isian | None


@dataclass(frozen=True, slots=True)
class Penandatangan:
    """Who signs. `nama` already follows the setting Gelar pada Nama."""

    jabatan: tuple[Isian, ...]
    nama: Isian
    pangkat: Isian | None
    nip: Isian | None


@dataclass(frozen=True, slots=True)
class Identitas:
    """Sheet Identitas, keys resolved and defaults filled in.

    `place` finds the sheet for findings about what is not there.
    """

    place: Place
    kop: Kop
    jenis_keputusan: Isian
    jabatan_judul: tuple[Isian, ...]
    nomor: Isian
    tentang: tuple[Isian, ...]
    perangkat_daerah: Isian
    tahun: Isian
    jabatan_pembuka: tuple[Isian, ...]
    menetapkan: Isian
    tempat: Isian
    tanggal: Isian
    penandatangan: Penandatangan
    gelar_pada_nama: bool
    pangkat_dan_nip: PangkatDanNip
    bentuk: Bentuk
    warna_lampiran: bool
    judul_lampiran: tuple[Isian, ...]


@dataclass(frozen=True, slots=True)
class Decree:
    """Everything the Word template prints besides the cascade."""

    identitas: Identitas
    menimbang: tuple[Isian, ...]
    mengingat: tuple[Isian, ...]
    diktum: tuple[Isian, ...]
    tembusan: tuple[Isian, ...]
