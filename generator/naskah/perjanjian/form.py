"""The names that the Word template of an agreement may use."""

from __future__ import annotations

from collections.abc import Mapping

from generator.word.names import MUNGKIN, TANDA, TEKS, Isi
from generator.word.template.form import TemplateForm

_PIHAK: Mapping[str, Isi] = {"nama": TEKS, "jabatan": TEKS, "pangkat": MUNGKIN, "nip": MUNGKIN}

NAMES: Mapping[str, Isi] = {
    "kop": {"pemerintah": TEKS, "perangkat_daerah": (TEKS,), "logo": TANDA},
    "judul": {"perjanjian": TEKS, "tahun": TEKS, "unit": TEKS},
    "pihak_pertama": _PIHAK,
    "pihak_kedua": _PIHAK,
    "penetapan": {"tempat": TEKS, "tanggal": TEKS},
    "kolom": {"sasaran": TEKS, "anggaran": TEKS},
    "sasaran": (
        {
            "nomor": TEKS,
            "teks": TEKS,
            "indikator": (
                {
                    "nomor": TEKS,
                    "huruf": TEKS,
                    "teks": TEKS,
                    "target": TEKS,
                    "nilai": TEKS,
                    "satuan": MUNGKIN,
                    "formulasi": MUNGKIN,
                    "sumber_data": MUNGKIN,
                },
            ),
        },
    ),
    "dengan_anggaran": TANDA,
    "anggaran": (
        {
            "nomor": MUNGKIN,
            "kelompok": TANDA,
            "nama": TEKS,
            "pagu": TEKS,
            "keterangan": MUNGKIN,
        },
    ),
    "jumlah": MUNGKIN,
}

FORM = TemplateForm(package=__package__, stock="perjanjian", names=NAMES, styles={})
