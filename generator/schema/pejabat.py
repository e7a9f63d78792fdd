"""The book of officials, which asks for their performance agreements."""

from __future__ import annotations

from generator.schema.keputusan import IDENTITAS, TITIK_TITIK, YA_TIDAK
from generator.schema.types import Book, Column, Entry, Key, Sheet

STATUS = ("Plt.", "Plh.", "Pj.")
RINCIAN_TIDAK = "Tidak"
RINCIAN = ("Program", "Kegiatan", "Sub Kegiatan", RINCIAN_TIDAK)
MURNI, PERUBAHAN = "Murni", "Perubahan"

PEJABAT_SHEET = Sheet(
    "Pejabat",
    "Siapa yang menjabat. Satu baris satu jabatan, kepala daerah juga.",
    (
        Column(
            "Jabatan",
            "jabatan",
            "Jabatan persis seperti di kolom Penanggung Jawab buku eselon. Kepala daerah juga satu "
            "baris.",
            required=True,
            aliases=("Nama Jabatan",),
            width=40,
            example="Kepala Dinas",
        ),
        Column(
            "Nama",
            "nama",
            "Nama dengan gelar.",
            required=True,
            aliases=("Nama Pejabat", "Nama Pegawai"),
            width=34,
            example="NAMA KEPALA DINAS, M.Kes.",
        ),
        Column(
            "Pangkat",
            "pangkat",
            "Misalnya Pembina Utama Muda. Kosongkan untuk kepala daerah.",
            aliases=("Pangkat/Golongan", "Pangkat/Gol"),
            width=24,
            example="Pembina Utama Muda",
        ),
        Column(
            "NIP",
            "nip",
            "NIP sebagai teks. Kosongkan untuk kepala daerah.",
            entry=Entry.KODE,
            width=24,
            example="19700101 199603 2 001",
        ),
        Column(
            "Status",
            "status",
            "Boleh kosong. Tercetak di depan jabatan.",
            entry=Entry.PILIHAN,
            choices=STATUS,
            width=10,
        ),
        Column(
            "Jabatan Lengkap",
            "jabatan_lengkap",
            "Boleh kosong. Jabatan seperti tercetak, bila lebih panjang, misalnya Kepala Dinas "
            "Kesehatan Kabupaten Lembah Sagara.",
            width=44,
        ),
        Column(
            "Atasan",
            "atasan",
            "Boleh kosong: penanggung jawab kinerja di atasnya. Isi Jabatan atasan bila lain dari "
            "itu.",
            aliases=("Atasan Langsung",),
            width=34,
        ),
        Column(
            "Rincian Anggaran",
            "rincian",
            "Boleh kosong: satu tingkat di bawah kinerjanya. Tidak: tanpa tabel anggaran.",
            entry=Entry.PILIHAN,
            choices=RINCIAN,
            width=18,
        ),
    ),
)

JENIS_PERJANJIAN = Key(
    "Jenis",
    "jenis_perjanjian",
    "Murni, atau Perubahan sesudah mutasi atau perubahan anggaran. Kosong: Murni.",
    yearly=True,
    default=MURNI,
    choices=(MURNI, PERUBAHAN),
)
TEMPAT_PERJANJIAN = Key(
    "Tempat",
    "tempat",
    "Tempat penandatanganan. Kosong: Tempat di lembar Identitas buku keputusan.",
    tags=("penetapan.tempat",),
)
TANGGAL_PERJANJIAN = Key(
    "Tanggal",
    "tanggal",
    "Misalnya 15 Januari 2024; kosong: titik-titik.",
    date=True,
    yearly=True,
    default=TITIK_TITIK,
    tags=("penetapan.tanggal",),
)
KETERANGAN_ANGGARAN = Key(
    "Keterangan Anggaran",
    "keterangan_anggaran",
    "Sumber dana yang tercetak di kolom Keterangan. Kosong: APBD.",
    default="APBD",
    tags=("anggaran[].keterangan",),
)
JUMLAH_ANGGARAN = Key(
    "Jumlah",
    "jumlah",
    "Ya: baris JUMLAH di bawah tabel anggaran. Kosong: Ya.",
    default="Ya",
    choices=YA_TIDAK,
)
PERJANJIAN_SHEET = Sheet(
    "Perjanjian",
    "Jenis, tempat, tanggal dan pilihan cetak perjanjian kinerja; boleh kosong semua.",
    IDENTITAS.columns,
    optional=True,
    keys=(
        JENIS_PERJANJIAN,
        TEMPAT_PERJANJIAN,
        TANGGAL_PERJANJIAN,
        KETERANGAN_ANGGARAN,
        JUMLAH_ANGGARAN,
    ),
)
SUMBER_DANA = Sheet(
    "Sumber Dana",
    "Kinerja yang sumber dananya lain dari Keterangan Anggaran; boleh kosong.",
    (
        Column(
            "Kode",
            "kode",
            "Kode program, kegiatan, atau sub kegiatan di buku eselon; berlaku juga bagi yang di "
            "bawahnya.",
            required=True,
            entry=Entry.KODE,
            width=18,
            example="P2",
        ),
        Column(
            "Keterangan",
            "keterangan",
            "Sumber dananya, misalnya DAK Nonfisik atau APBN Tugas Pembantuan.",
            required=True,
            width=44,
            example="DAK Nonfisik",
        ),
    ),
    optional=True,
)

PEJABAT = Book(
    "pejabat",
    "Buku Pejabat",
    "Siapa yang menjabat, untuk perjanjian kinerja.",
    (PEJABAT_SHEET, PERJANJIAN_SHEET, SUMBER_DANA),
    optional=True,
)
