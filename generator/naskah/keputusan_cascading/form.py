"""The names that the Word template of the decree may use, and the styles it has to bring."""

from __future__ import annotations

from collections.abc import Mapping

from generator.lampiran.styles import all_styles
from generator.word.names import BLOK, MUNGKIN, TANDA, TEKS, Isi
from generator.word.template.form import TemplateForm

NAMES: Mapping[str, Isi] = {
    "kop": {
        "pemerintah": TEKS,
        "perangkat_daerah": (TEKS,),
        "alamat": (MUNGKIN,),
        "kota": MUNGKIN,
        "kode_pos": MUNGKIN,
        "laman": MUNGKIN,
        "surel": MUNGKIN,
        "logo": TANDA,
    },
    "judul": {"jenis": TEKS, "jabatan": (TEKS,), "nomor": TEKS, "tentang": (TEKS,)},
    "pembuka": (TEKS,),
    "menimbang": (MUNGKIN,),
    "mengingat": (MUNGKIN,),
    "menetapkan": TEKS,
    "diktum": ({"nama": TEKS, "isi": TEKS},),
    "penetapan": {"tempat": TEKS, "tanggal": TEKS},
    "penandatangan": {"jabatan": (TEKS,), "nama": TEKS, "pangkat": MUNGKIN, "nip": MUNGKIN},
    "tembusan": (MUNGKIN,),
    "daftar_lampiran": (
        {"nomor": MUNGKIN, "judul": (TEKS,), "isi": BLOK, "pangkat": MUNGKIN, "nip": MUNGKIN},
    ),
}

FORM = TemplateForm(
    package=__package__,
    stock="keputusan",
    names=NAMES,
    styles={gaya.name: gaya.guna for gaya in all_styles()},
    numbered=("menimbang[]", "mengingat[]", "tembusan[]"),
)
