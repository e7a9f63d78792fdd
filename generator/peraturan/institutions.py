"""Ministries and institutions under the names and abbreviations they are cited by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Kementerian:
    """A ministry: `kode` as in "Permendagri", its name as in "Menteri Dalam Negeri"."""

    kode: str
    nama: str


_PPN = "Perencanaan Pembangunan Nasional/Kepala Badan Perencanaan Pembangunan Nasional"
_KEMENTERIAN = (
    ("dagri", "Dalam Negeri", "mendagri"),
    (
        "PANRB",
        "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        "Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    ),
    ("PAN", "Negara Pendayagunaan Aparatur Negara", "Pendayagunaan Aparatur Negara", "Negara PAN"),
    (
        "PPN",
        _PPN,
        "Negara " + _PPN,
        "PPN/Kepala Bappenas",
        "PPN/Bappenas",
        "Perencanaan Pembangunan Nasional",
        "Perencanaan Pembangunan Nasional/Kepala Bappenas",
    ),
    ("keu", "Keuangan"),
    ("kes", "Kesehatan"),
    ("dikbud", "Pendidikan dan Kebudayaan"),
    ("dikbudristek", "Pendidikan, Kebudayaan, Riset, dan Teknologi"),
    ("dikdasmen", "Pendidikan Dasar dan Menengah"),
    ("diknas", "Pendidikan Nasional"),
    ("ristekdikti", "Riset, Teknologi, dan Pendidikan Tinggi"),
    ("ag", "Agama", "Agama RI"),
    ("aker", "Ketenagakerjaan", "naker"),
    ("akertrans", "Tenaga Kerja dan Transmigrasi", "nakertrans"),
    ("hub", "Perhubungan"),
    ("PUPR", "Pekerjaan Umum dan Perumahan Rakyat"),
    ("PU", "Pekerjaan Umum"),
    ("tan", "Pertanian"),
    ("LHK", "Lingkungan Hidup dan Kehutanan"),
    ("LH", "Lingkungan Hidup", "Negara Lingkungan Hidup"),
    ("hut", "Kehutanan"),
    ("KP", "Kelautan dan Perikanan"),
    ("ESDM", "Energi dan Sumber Daya Mineral"),
    ("perin", "Perindustrian"),
    ("dag", "Perdagangan"),
    ("sos", "Sosial"),
    (
        "desa",
        "Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi",
        "desa PDTT",
        "desa PDT dan Transmigrasi",
    ),
    ("ATR", "Agraria dan Tata Ruang/Kepala Badan Pertanahan Nasional", "ATR/BPN", "ATR/Kepala BPN"),
    ("kominfo", "Komunikasi dan Informatika"),
    ("komdigi", "Komunikasi dan Digital"),
    ("PPPA", "Pemberdayaan Perempuan dan Perlindungan Anak", "PP dan PA"),
    ("pora", "Pemuda dan Olahraga"),
    ("parekraf", "Pariwisata dan Ekonomi Kreatif"),
    ("KUKM", "Koperasi dan Usaha Kecil dan Menengah"),
    ("BUMN", "Badan Usaha Milik Negara"),
    ("kumham", "Hukum dan Hak Asasi Manusia"),
    ("kum", "Hukum"),
    ("han", "Pertahanan"),
    ("lu", "Luar Negeri"),
    ("setneg", "Sekretaris Negara"),
)


@cache
def _ministries() -> Mapping[str, Kementerian]:
    return {
        _letters(name): Kementerian(kode, nama)
        for kode, nama, *others in _KEMENTERIAN
        for name in (kode, nama, *others)
    }


def _letters(name: str) -> str:
    """Return what stays of a ministry's name in all its spellings: "PAN & RB" is "panrb"."""
    return re.sub(r"\bdan\b|\W|_", "", name.casefold())


def ministry(name: str) -> Kementerian | None:
    """Return the ministry that a name or an abbreviation ("PAN-RB", "dagri") stands for."""
    return _ministries().get(_letters(name))


LEMBAGA: Mapping[str, str] = {
    "ANRI": "Arsip Nasional Republik Indonesia",
    "BKKBN": "Badan Kependudukan dan Keluarga Berencana Nasional",
    "BKN": "Badan Kepegawaian Negara",
    "BKPM": "Badan Koordinasi Penanaman Modal",
    "BNPB": "Badan Nasional Penanggulangan Bencana",
    "BPK": "Badan Pemeriksa Keuangan",
    "BPKP": "Badan Pengawasan Keuangan dan Pembangunan",
    "BPS": "Badan Pusat Statistik",
    "BSSN": "Badan Siber dan Sandi Negara",
    "KPK": "Komisi Pemberantasan Korupsi",
    "KPU": "Komisi Pemilihan Umum",
    "LAN": "Lembaga Administrasi Negara",
    "LKPP": "Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah",
}
"""Institutions by the abbreviation under which they are cited."""
