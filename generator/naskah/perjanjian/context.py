"""The names that the template of an agreement may use, as one plain dict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.bahasa.numbers import format_number, huruf
from generator.cascade.model import Indikator, Jenis
from generator.naskah.perjanjian.model import (
    Anggaran,
    BarisAnggaran,
    BarisSasaran,
    DaftarPerjanjian,
    Pejabat,
    Perjanjian,
)
from generator.schema.keputusan import KOP, PEMERINTAH, TAHUN, TITIK_TITIK
from generator.schema.kinerja import FORMULASI, SUMBER_DATA
from generator.values import Isian

_HEADINGS = {Jenis.PROGRAM: "Sasaran Program"} | dict.fromkeys(
    (Jenis.UTAMA, Jenis.PENDUKUNG), "Sasaran Strategis"
)
_BELOW = "Sasaran Kegiatan"


def make_context(daftar: DaftarPerjanjian, one: Perjanjian, logo: bool) -> dict[str, object]:
    """Return the template's names. Texts of cells are Isian, anchored where they print."""
    anggaran = one.anggaran
    perubahan = " PERUBAHAN" if daftar.perubahan else ""
    return {
        "kop": {
            "pemerintah": daftar.identitas.one(PEMERINTAH),
            "perangkat_daerah": daftar.identitas.all(KOP),
            "logo": logo,
        },
        "judul": {
            "perjanjian": f"PERJANJIAN KINERJA{perubahan}",
            "tahun": daftar.identitas.one(TAHUN),
            "unit": str(one.pertama.tercetak).upper(),
        },
        "pihak_pertama": _pihak(one.pertama),
        "pihak_kedua": _pihak(one.kedua),
        "penetapan": {"tempat": daftar.tempat, "tanggal": daftar.tanggal},
        "kolom": {
            "sasaran": _HEADINGS.get(one.jenis, _BELOW),
            "anggaran": (anggaran.jenis if anggaran else Jenis.PROGRAM).value,
        },
        "sasaran": [_sasaran(nth, row) for nth, row in enumerate(one.sasaran, 1)],
        "dengan_anggaran": anggaran is not None,
        "anggaran": list(_rows(anggaran)) if anggaran else [_row(BarisAnggaran(TITIK_TITIK, None))],
        "jumlah": _total(anggaran) if anggaran and daftar.dengan_jumlah else None,
    }


def _pihak(pejabat: Pejabat) -> Mapping[str, object]:
    return {
        "nama": pejabat.nama,
        "jabatan": pejabat.tercetak,
        "pangkat": pejabat.isian.get("pangkat"),
        "nip": pejabat.isian.get("nip"),
    }


def _sasaran(nth: int, row: BarisSasaran) -> Mapping[str, object]:
    indikator = [one for node in row.simpul for one in node.indikator]
    return {
        "nomor": str(nth),
        "teks": row.teks,
        "indikator": [_indikator(number, one) for number, one in enumerate(indikator, 1)],
    }


def _indikator(nth: int, one: Indikator) -> Mapping[str, object]:
    target = one.target
    return {
        "nomor": str(nth),
        "huruf": huruf(nth),
        "teks": one.teks,
        "target": target.isian,
        "nilai": target.isian.text if target.nilai is None else format_number(target.nilai),
        "satuan": None if target.nilai is None else target.satuan,
        "formulasi": one.said(FORMULASI),
        "sumber_data": one.said(SUMBER_DATA),
    }


def _rows(anggaran: Anggaran) -> Iterator[Mapping[str, object]]:
    """Yield the rows of the budget; those that head others have no number."""
    nth = 0
    for row in anggaran.baris:
        nth += not row.kelompok
        yield {**_row(row), "nomor": None if row.kelompok else str(nth)}


def _row(row: BarisAnggaran) -> Mapping[str, object]:
    return {
        "nomor": None,
        "kelompok": row.kelompok,
        "nama": row.nama,
        "pagu": _rupiah(row),
        "keterangan": row.keterangan or None,
    }


def _rupiah(row: BarisAnggaran) -> Isian | str:
    """Return money in figures alone, anchored where it is that of one cell."""
    text = TITIK_TITIK if row.pagu is None else format_number(row.pagu)
    return replace(row.isian_pagu, text=text) if row.isian_pagu else text


def _total(anggaran: Anggaran) -> str | None:
    jumlah = anggaran.jumlah
    return None if jumlah is None else format_number(jumlah)
