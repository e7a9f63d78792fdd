"""What sheet Petunjuk says; `{lembar}` in a step is the book's main sheet."""

from __future__ import annotations

from collections.abc import Mapping

_SIMPAN = "Simpan buku ini (Ctrl+S), lalu tutup."
_PERIKSA = (
    "Klik dua kali Periksa.cmd di folder ini. Betulkan yang disebutnya Salah, simpan, lalu "
    "periksa lagi. Bila tidak ada lagi yang Salah, klik dua kali Buat.cmd: surat keputusan jadi."
)

LANGKAH_KINERJA = (
    'Buka lembar "{lembar}": klik namanya di bagian bawah layar. Mulailah pada baris 2, tepat di '
    "bawah judul kolom.",
    "Tulis satu indikator pada satu baris. Kolom berjudul biru tua wajib diisi, kolom berjudul "
    "biru muda boleh dikosongkan. Arahkan tetikus ke judul kolom untuk membaca penjelasannya.",
    "Masih ada indikator untuk kotak yang sama? Pakai baris berikutnya: isi Indikator, Target, dan "
    "Satuan saja.",
    _SIMPAN,
    _PERIKSA,
)
LANGKAH_KEPUTUSAN = (
    'Buka lembar "{lembar}" dan isi kolom Isi. Isian bernama biru tua wajib diisi. Arahkan tetikus '
    "ke sel Isi untuk membaca penjelasannya.",
    "Isi lembar Menimbang, Mengingat, dan Diktum: satu butir satu baris, tanpa huruf atau nomor di "
    "depannya. Lembar Tembusan diisi bila ada tembusan.",
    "Lihat lembar Jenjang: sudah terisi dengan sebutan yang lazim. Sesuaikan bila di daerah Anda "
    "berbeda, misalnya WALI KOTA sebagai ganti BUPATI.",
    _SIMPAN,
    _PERIKSA,
)
LANGKAH_LAIN = (
    'Isi lembar demi lembar, mulai dari "{lembar}". Isian dan kolom berjudul biru tua wajib diisi. '
    "Arahkan tetikus ke judul kolom atau ke sel Isi untuk membaca penjelasannya.",
    _SIMPAN,
    "Klik dua kali Periksa.cmd di folder ini. Betulkan yang disebutnya Salah, simpan, lalu periksa "
    "lagi. Bila tidak ada lagi yang Salah, klik dua kali Buat.cmd: naskahnya jadi.",
)

CONTOH_LANJUTAN: Mapping[str, Mapping[str, str]] = {
    "eselon-2": {
        "indikator": "Persentase ASN yang mengikuti pelatihan",
        "target": "8,2%",
    },
    "eselon-3": {
        "indikator": "Persentase ASN yang lulus sertifikasi",
        "target": "92",
        "satuan": "%",
    },
    "eselon-4": {
        "indikator": "Jumlah laporan pelaksanaan diklat",
        "target": "12",
        "satuan": "Laporan",
    },
}
"""By book: the second row of the worked example, an indikator of the same Kode."""

_CONTOH = "Ingin melihat buku yang terisi lengkap? Jalankan sk-cascading contoh."
_ALT_ENTER = "Pindah baris di dalam satu sel: tekan Alt+Enter."
_JANGAN = (
    "Jangan mengubah nama lembar dan judul kolom. Yang lain boleh: melebarkan kolom, menyisipkan "
    "atau menghapus baris, menggabung sel."
)
_TEMPEL = (
    "Menyalin dari berkas lain? Tempel Nilai (Paste Values), supaya warna, daftar pilihan, "
    "dan format sel tidak ikut berubah."
)

_DAFTAR_KOSONG = (
    "Pilih dari daftar, atau ketik kodenya saja. Daftarnya masih kosong? Isi dulu buku {atas}, "
    "lalu jalankan sk-cascading template pada folder ini."
)
KODE_INDUK: Mapping[str, tuple[str, ...]] = {
    "eselon-2": (
        "Kode Induk pada lembar Sasaran boleh dikosongkan. Isilah hanya bila sasaran itu mendukung "
        "sasaran pada lembar Kinerja Daerah, misalnya D1.",
    ),
    "eselon-3": (
        "Kode Induk adalah kode sasaran Eselon II yang didukung, misalnya S1. "
        + _DAFTAR_KOSONG.format(atas="Eselon II"),
        "Program yang mendukung beberapa sasaran ditulis satu kali, dengan semuanya di Kode Induk: "
        "S1; S2.",
    ),
    "eselon-4": (
        "Kode Induk adalah kode sasaran program, misalnya P1. Sub kegiatan di bawah sebuah "
        "kegiatan memakai kode kegiatan itu. " + _DAFTAR_KOSONG.format(atas="Eselon III"),
        "Kegiatan yang mempunyai sub kegiatan boleh tanpa Sasaran, Indikator, dan Target.",
        "Baris yang berisi Kode Rekening resmi tidak memerlukan Kode, Jenis, dan Kode Induk; Nama, "
        "Sasaran, Indikator, dan Satuan yang kosong dibaca dari tabel resmi.",
    ),
}
"""By book: what its column Kode Induk asks for."""

SERING_KELIRU_KINERJA = (
    "Satu baris = satu indikator. Jangan menulis dua indikator di dalam satu sel.",
    "Kode adalah tanda pendek buatan Anda sendiri, misalnya S1, P1, K1. Gunanya menyambungkan "
    "kotak dengan atasannya (Kode Induk); Kode tidak tercetak. Satu kode hanya untuk satu kotak.",
    "Jangan mengurutkan lembar (Urutkan/Sort, atau panah saringan): baris tanpa Kode meneruskan "
    "baris di atasnya, dan akan terpisah dari kodenya. Terlanjur? Urungkan dengan Ctrl+Z.",
    "Angka memakai koma desimal: 8,2 dan bukan 8.2. Ribuan ditulis tanpa titik: 1250.",
    "Persen: ketik 8,2% pada Target, atau 8,2 pada Target dan % pada Satuan.",
    "Target berupa kata, misalnya LEVEL 2 atau BB, diketik apa adanya. Target yang diawali angka "
    "tetapi harus tercetak persis seperti diketik, misalnya 1:20, diberi Satuan (teks).",
    "Target lima tahun menurut Renstra boleh ikut dimuat: tambahkan kolom berjudul Baseline, "
    "Target 2026, Target 2027, dan seterusnya di sebelah kanan, pada baris judul yang sama.",
    "Kode Rekening seperti 5.03.02 tetap berupa teks; kolomnya sudah disiapkan begitu.",
    _ALT_ENTER,
    _TEMPEL,
    _JANGAN,
    _CONTOH,
)
SERING_KELIRU_KEPUTUSAN = (
    "Semua tercetak persis seperti Anda ketik; huruf besar, koma, dan titik koma tidak diubah.",
    "Jangan mengetik a., b., 1., 2., atau KESATU di depan butir: Word menomorinya sendiri.",
    "Tanggal diketik sebagai tulisan, misalnya 3 Januari 2022. Nomor dan Tanggal boleh kosong: "
    "tempatnya tercetak sebagai titik-titik.",
    "{tahun} di dalam teks diganti dengan isian Tahun, sehingga tahun depan cukup mengubah satu "
    "sel. Yang lain: {perangkat_daerah}, {pemerintah}, {lampiran}, dan dengan huruf besar "
    "{PERANGKAT_DAERAH}, {PEMERINTAH}.",
    "Jenjang yang tidak dipakai kantor Anda: kosongkan Label-nya pada lembar Jenjang.",
    "Lembar Peraturan dan Pengecualian hanya dipakai saat pemeriksaan; keduanya tidak tercetak.",
    _ALT_ENTER,
    _TEMPEL,
    _JANGAN,
    _CONTOH,
)
SERING_KELIRU_LAIN = (SERING_KELIRU_KEPUTUSAN[0], _ALT_ENTER, _TEMPEL, _JANGAN)
