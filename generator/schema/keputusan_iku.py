"""The book of the decree on key performance indicators (IKU), which asks for that decree.

Its sheets are those of the decree's book; what sheet Identitas leaves empty is said there.
"""

from __future__ import annotations

from dataclasses import replace

from generator.schema.keputusan import (
    DIKTUM,
    IDENTITAS,
    LAMPIRAN,
    MENETAPKAN,
    MENGINGAT,
    MENIMBANG,
    NOMOR,
    PENANGGUNG_JAWAB_DI_KOTAK,
    TANGGAL,
    TEMBUSAN,
    TENTANG,
    WARNA_LAMPIRAN,
    YA_TIDAK,
)
from generator.schema.types import Book, Key

_OF_THE_TREE = (LAMPIRAN, WARNA_LAMPIRAN, PENANGGUNG_JAWAB_DI_KOTAK)
"""Keys that say how the annex of the cascade looks."""
_OWN = (NOMOR, TANGGAL, TENTANG, MENETAPKAN)
"""Keys that this decree has of its own."""

SASARAN_UTAMA, SEMUA_SASARAN, SEMUA_JENJANG = "Sasaran Utama", "Semua Sasaran", "Semua Jenjang"

CAKUPAN = Key(
    "Cakupan IKU",
    "cakupan",
    "Sasaran Utama, Semua Sasaran, atau Semua Jenjang (juga program dan kegiatan, menurut "
    "penanggung jawabnya). Kosong: Sasaran Utama.",
    default=SASARAN_UTAMA,
    choices=(SASARAN_UTAMA, SEMUA_SASARAN, SEMUA_JENJANG),
)
TUGAS = Key(
    "Tugas",
    "tugas",
    "Tugas perangkat daerah, baris demi baris; tercetak di atas tabel.",
    lines=True,
    tags=("lampiran.tugas",),
)
FUNGSI = Key(
    "Fungsi",
    "fungsi",
    "Fungsi perangkat daerah, satu baris satu fungsi; tercetak di atas tabel.",
    lines=True,
    tags=("lampiran.fungsi",),
)
KOLOM_TARGET = Key(
    "Kolom Target",
    "kolom_target",
    "Ya: target tahun ini tercetak di bawah indikatornya. Kosong: Tidak.",
    default="Tidak",
    choices=YA_TIDAK,
)


def _in_one_annex(key: Key) -> Key:
    """Return a key that prints in the one annex of this decree instead of in each."""
    tags = tuple(tag.replace("daftar_lampiran[].", "lampiran.") for tag in key.tags)
    return replace(key, tags=tags, placeholder=None)


def _may_be_empty(key: Key) -> Key:
    """Return a key that may be empty here, since the decree's book says it."""
    if key.name in {own.name for own in _OWN} or key.same_as:
        return key
    return replace(key, required=False, default="", help=f"{key.help} {_ELSEWHERE}")


_ELSEWHERE = "Kosong: seperti di buku keputusan."
_KEYS = tuple(_in_one_annex(key) for key in IDENTITAS.keys if key not in _OF_THE_TREE)
_FURTHER = (CAKUPAN, TUGAS, FUNGSI, KOLOM_TARGET)

PRINTED_KEYS = replace(IDENTITAS, keys=(*_KEYS, *_FURTHER))
"""The keys as they print, when each says what it has to."""

IDENTITAS_IKU = replace(
    IDENTITAS,
    purpose="Isi keputusan IKU; yang kosong mengikuti lembar Identitas buku keputusan.",
    keys=(*map(_may_be_empty, _KEYS), *_FURTHER),
)

KEPUTUSAN_IKU = Book(
    "keputusan-iku",
    "Buku Keputusan IKU",
    "Keputusan tentang Indikator Kinerja Utama.",
    (IDENTITAS_IKU, MENIMBANG, MENGINGAT, DIKTUM, TEMBUSAN),
    optional=True,
)
