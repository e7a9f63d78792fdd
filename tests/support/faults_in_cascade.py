"""Faults that planners make: what is done in the clean books, and which rule finds it.

Each is (rule, what is done, rules of what it brings along).
"""

from __future__ import annotations

from tests.support.seeding import Fault, both, empty, enter, fill, plan, replace, seen_at, seen_in

SUB = "Sub Kegiatan"

CASCADE: dict[str, tuple[str, Fault, set[str]]] = {
    "a percentage without its sign": (
        "persentase-tanpa-persen",
        enter("Program", "Persentase Posyandu Aktif", "Satuan", None, seen="Target"),
        set(),
    ),
    "a percentage counted in people": (
        "persentase-tanpa-persen",
        enter("Program", "Persentase Posyandu Aktif", "Satuan", "Orang", seen="Target"),
        set(),
    ),
    "a count without a unit": (
        "satuan-kosong",
        enter(SUB, "Jumlah Desa yang Didampingi", "Satuan", None, seen="Target"),
        set(),
    ),
    "an index in percent": (
        "bukan-persen",
        enter("Sasaran", "Indeks Kepuasan Masyarakat", "Satuan", "%", seen="Target"),
        set(),
    ),
    "a grade in percent": (
        "bukan-persen",
        enter("Sasaran", "Nilai SAKIP Dinas Kesehatan", "Satuan", "%", seen="Target"),
        set(),
    ),
    "deliveries counted in months": (
        "dihitung-dengan-waktu",
        enter(SUB, "Jumlah Pengiriman Obat ke Puskesmas", "Satuan", "Bulan", seen="Target"),
        set(),
    ),
    "a unit in another spelling": (
        "satuan-beda-tulis",
        enter(SUB, "Jumlah Kader Posyandu yang Dilatih", "Satuan", "orang"),
        set(),
    ),
    "a unit typed before its number": (
        "target-diawali-satuan",
        both(
            enter("Sasaran", "Nilai SAKIP Dinas Kesehatan", "Satuan", None),
            enter("Sasaran", "Nilai SAKIP Dinas Kesehatan", "Target", "Nilai 78"),
        ),
        set(),
    ),
    "more than all": (
        "persen-lebih-seratus",
        enter(SUB, "Persentase Kader Posyandu Terampil", "Target", 118),
        set(),
    ),
    "half a person": (
        "pecahan-benda",
        both(
            enter(SUB, "K1B", "Target Tahun Lalu", None),
            enter(SUB, "K1B", "Target", 7.98),
        ),
        set(),
    ),
    "nothing to be done": (
        "target-nol",
        enter(SUB, "Jumlah Desa yang Didampingi", "Target", 0),
        {"target-melawan-arah"},
    ),
    "a sasaran that is its indikator": (
        "sasaran-sama-isinya",
        enter(SUB, "K5B", "Sasaran", "Jumlah Desa yang Didampingi"),
        set(),
    ),
    "a kegiatan measured as one of its parts": (
        "indikator-kegiatan-berulang",
        seen_at(
            SUB,
            "Persentase Balita yang Dipantau Pertumbuhannya",
            "Indikator",
            both(
                enter(SUB, "K1C", "Satuan", "%"),
                enter(SUB, "K1C", "Target", 87),
                enter(SUB, "K1C", "Target Tahun Lalu", 83),
                enter(SUB, "K1C", "Indikator", "Persentase Balita yang Dipantau Pertumbuhannya"),
            ),
        ),
        {"indikator-lain-dari-kode"},
    ),
    "a decimal point": (
        "target-titik-desimal",
        enter("Program", "Persentase Kunjungan Neonatal Lengkap", "Target", "95.5"),
        set(),
    ),
    "a decimal point printed as typed among commas": (
        "desimal-campur",
        both(
            enter("Sasaran", "Nilai SAKIP Dinas Kesehatan", "Satuan", "(teks)"),
            enter("Sasaran", "Nilai SAKIP Dinas Kesehatan", "Target", "78.25"),
        ),
        set(),
    ),
    "more deaths than last year": (
        "target-melawan-arah",
        enter("Sasaran", "Angka Kematian Ibu", "Target", 130),
        set(),
    ),
    "fewer active posts than last year": (
        "target-melawan-arah",
        enter("Program", "Persentase Posyandu Aktif", "Target", 80),
        set(),
    ),
    "a digit too many": (
        "target-melompat",
        enter(SUB, "Jumlah Desa yang Didampingi", "Target", 240),
        set(),
    ),
    "the number of last year": (
        "target-tetap",
        enter(SUB, "Jumlah Posyandu yang Disupervisi", "Target", 300),
        set(),
    ),
    "another target than the plan's": (
        "target-lain-dari-rencana",
        plan("Sasaran", "Angka Kematian Ibu", 2024, 120, seen="Target"),
        set(),
    ),
    "a plan for a year that nobody will see": (
        "tahun-rencana-jauh",
        plan("Sasaran", "Angka Kematian Ibu", 2062, 100),
        set(),
    ),
    "parts that do not sum up": (
        "jumlah-tidak-cocok",
        seen_at(
            SUB,
            "Jumlah Tenaga Kesehatan yang Mengikuti Pelatihan Bersertifikat",
            "Target",
            enter(SUB, "Jumlah Bidan yang Mengikuti Pelatihan Bersertifikat", "Target", 140),
        ),
        set(),
    ),
    "a Pagu below that does not sum up": (
        "pagu-tidak-cocok",
        seen_at(SUB, "K4", "Pagu", enter(SUB, "K4B", "Pagu", 270_000_000)),
        set(),
    ),
    "nobody who answers for a program": (
        "penanggung-jawab-kosong",
        enter("Program", "P4", "Penanggung Jawab", None),
        set(),
    ),
    "one officer at two levels": (
        "penanggung-jawab-sama",
        enter(SUB, "K5", "Penanggung Jawab", "Kepala Bidang Kesehatan Masyarakat"),
        set(),
    ),
    "an activity as sasaran": (
        "sasaran-berupa-kegiatan",
        enter(SUB, "K5A", "Sasaran", "Melatih kader di setiap posyandu"),
        set(),
    ),
    "two measures in one indikator": (
        "indikator-gabungan",
        both(
            enter(
                SUB,
                "K5",
                "Indikator Induk",
                "Persentase Posyandu Aktif dan Persentase Kader Terlatih",
            ),
            replace(
                "Program",
                "Persentase Posyandu Aktif",
                "Persentase Posyandu Aktif dan Persentase Kader Terlatih",
            ),
        ),
        set(),
    ),
    "a sasaran in two branches": (
        "sasaran-berulang",
        seen_at(
            "Program",
            "P2",
            "Sasaran Program",
            enter(
                "Program", "P4", "Sasaran Program", "Terpenuhinya tenaga kesehatan sesuai standar"
            ),
        ),
        {"buku-berselisih"},
    ),
    "a sasaran that repeats the one above": (
        "sasaran-sama-dengan-atasan",
        enter(SUB, "K5", "Sasaran", "Meningkatnya peran serta masyarakat di bidang kesehatan"),
        set(),
    ),
    "one sasaran for two sub kegiatan": (
        "sasaran-berulang-seinduk",
        seen_at(
            SUB,
            "K4A",
            "Sasaran",
            enter(SUB, "K4B", "Sasaran", "Tersedianya obat sesuai rencana kebutuhan"),
        ),
        set(),
    ),
    "an indikator at two places": (
        "indikator-berulang",
        seen_at(
            SUB,
            "K4A",
            "Indikator",
            enter(SUB, "K4B", "Indikator", "Jumlah Paket Obat yang Disediakan"),
        ),
        set(),
    ),
    "a sasaran with nothing below it": (
        "tanpa-turunan",
        seen_at("Sasaran", "S3", "Kode", enter("Program", "P4", "Kode Induk", "S2")),
        {"pagu-tidak-cocok", "indikator-induk-tidak-dikenal"},
    ),
    "a program without kegiatan": (
        "tanpa-turunan",
        seen_at("Program", "P3", "Kode", enter(SUB, "K4", "Kode Induk", "P4")),
        {"pagu-tidak-cocok", "indikator-induk-tidak-dikenal"},
    ),
    "an indikator that nothing below serves": (
        "indikator-tanpa-penyumbang",
        seen_at(
            SUB,
            "Persentase Bayi Baru Lahir yang Mendapat Pelayanan Sesuai Standar",
            "Indikator",
            enter(
                SUB,
                "K1B",
                "Indikator Induk",
                "Persentase Ibu Hamil yang Mendapat Pelayanan Antenatal Lengkap",
            ),
        ),
        set(),
    ),
    "an Indikator Induk that is nowhere": (
        "indikator-induk-tidak-dikenal",
        enter(SUB, "K4B", "Indikator Induk", "Waktu Tunggu Obat"),
        set(),
    ),
    "one name for two programs": (
        "nama-kotak-berulang",
        seen_at(
            "Program",
            "P2",
            "Program",
            enter(
                "Program",
                "P4",
                "Program",
                "Program Peningkatan Kapasitas Sumber Daya Manusia Kesehatan",
            ),
        ),
        {"nama-lain-dari-kode"},
    ),
    "a code that the table lacks": (
        "kode-tidak-ada",
        enter(SUB, "K1C", "Kode Rekening", "1.02.02.2.02.9999"),
        set(),
    ),
    "a code of another level": (
        "jenis-lain-dari-kode",
        enter(SUB, "K1C", "Kode Rekening", "1.02.02.2.02"),
        set(),
    ),
    "a code that belongs under another kegiatan": (
        "induk-lain-dari-kode",
        both(
            enter(SUB, "K2A", "Nama", "Pengadaan Alat Kesehatan"),
            enter(SUB, "K2A", "Kode Rekening", "1.02.02.2.02.0001"),
        ),
        {"nama-lain-dari-kode", "indikator-lain-dari-kode"},
    ),
    "a name that is not that of its code": (
        "nama-lain-dari-kode",
        enter(SUB, "K1C", "Nama", "Pengelolaan Pelayanan Kesehatan Balitha"),
        set(),
    ),
    "an indikator that the table does not set": (
        "indikator-lain-dari-kode",
        enter(SUB, "K1C", "Indikator", "Jumlah Balita yang Dilayani"),
        set(),
    ),
    "an official indikator in another unit": (
        "satuan-lain-dari-kode",
        enter(SUB, "K6A", "Satuan", "Laporan"),
        set(),
    ),
    "a name without a code that is nearly official": (
        "nama-hampir-resmi",
        both(
            enter(SUB, "K1C", "Kode Rekening", None),
            enter(SUB, "K1C", "Nama", "Pengelolaan Pelayanan Kesehatan Balitha"),
        ),
        set(),
    ),
    "a verb torn from its prefix": (
        "salah-eja",
        replace(SUB, "Jumlah Desa yang Didampingi", "Jumlah Desa yang di dampingi"),
        set(),
    ),
    "a letter left out": (
        "mungkin-salah-ketik",
        replace(SUB, "Terbayarnya gaji pegawai", "Terbayarnya gaji dan tunjangn pegawai"),
        set(),
    ),
    "a meeting as what the office answers for": (
        "proses-di-eselon-dua",
        enter("Sasaran", "S2", "Sasaran", "TERLAKSANANYA SOSIALISASI PELAYANAN KESEHATAN"),
        {"buku-berselisih"},
    ),
    "papers as what the office answers for": (
        "keluaran-di-eselon-dua",
        enter("Sasaran", "S2", "Sasaran", "TERSUSUNNYA DOKUMEN PELAYANAN KESEHATAN"),
        {"buku-berselisih"},
    ),
    "a state instead of a measure": (
        "indikator-tanpa-ukuran",
        replace(SUB, "Jumlah Desa yang Didampingi", "Terdampinginya Desa"),
        set(),
    ),
    "a measure instead of a state": (
        "sasaran-berupa-indikator",
        enter(SUB, "K5A", "Sasaran", "Persentase Kader Terlatih"),
        set(),
    ),
    "people counted in parcels": (
        "benda-beda-satuan",
        both(
            replace(SUB, "Jumlah Kader Posyandu yang Dilatih", "Jumlah Peserta Pelatihan"),
            enter(SUB, "Jumlah Peserta Pelatihan", "Satuan", "Paket"),
        ),
        set(),
    ),
    "a formula that points elsewhere": (
        "formulasi-bukan-cara-hitung",
        enter(SUB, "Jumlah Desa yang Didampingi", "Formulasi", "lihat laporan"),
        set(),
    ),
    "a verb without its ending": (
        "salah-eja",
        replace(SUB, "Jumlah Kader Posyandu yang Dilatih", "Jumlah Kader yang mengikut Pelatihan"),
        set(),
    ),
    "a space after a slash": (
        "salah-eja",
        replace(SUB, "untuk UKP dan UKM di Wilayah Kabupaten/Kota", "di Wilayah Kabupaten/ Kota"),
        {"buku-berselisih", "nama-lain-dari-kode"},
    ),
    "a doubled space": (
        "salah-eja",
        replace(SUB, "Terbayarnya gaji pegawai", "Terbayarnya  gaji pegawai"),
        set(),
    ),
    "a capital inside a word": (
        "salah-eja",
        replace(SUB, "Terlayaninya balita sesuai standar", "MEningkatnya layanan balita"),
        set(),
    ),
    "the year of last year's books": (
        "tahun-lain",
        replace(SUB, "Jumlah Desa yang Didampingi", "Jumlah Desa yang Didampingi Tahun 2023"),
        set(),
    ),
    "a book without units": (
        "satuan-kosong-semua",
        fill("Program", "Satuan"),
        set(),
    ),
    "a book of last year's numbers": (
        "target-semua-tetap",
        both(fill("Program", "Target Tahun Lalu", "Target"), fill("Program", "Target", "Target")),
        set(),
    ),
    "a plan without formulas": (
        "kolom-kosong",
        both(fill(SUB, "Formulasi"), fill("Program", "Formulasi"), fill("Sasaran", "Formulasi")),
        set(),
    ),
    "nothing that the head of the region aims at": (
        "kinerja-daerah-kosong",
        both(
            fill("Sasaran", "Kode Induk"),
            fill("Sasaran", "Indikator Induk"),
            empty("Kinerja Daerah"),
        ),
        set(),
    ),
    "programs without anything below them": (
        "semua-tanpa-turunan",
        seen_in("Program", empty(SUB)),
        set(),
    ),
}
