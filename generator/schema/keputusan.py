"""The book of the decree: its sheets, and the keys of sheet Identitas."""

from __future__ import annotations

from generator.bahasa.wording import fold, short_pemerintah
from generator.schema.types import Book, Column, Entry, Key, Placeholder, Printed, Sheet

YA_TIDAK = ("Ya", "Tidak")
TITIK_TITIK = "…………………………"


def _lampiran(bentuk: str) -> str:
    """Return how a text names the annexes of that form."""
    return "Lampiran I dan Lampiran II" if fold(bentuk) == "keduanya" else "Lampiran"


PEMERINTAH = Key(
    "Pemerintah",
    "pemerintah",
    "Baris pertama kop.",
    required=True,
    example="PEMERINTAH KABUPATEN TANJUNG JABUNG BARAT",
    tags=("kop.pemerintah",),
    placeholder=Placeholder("pemerintah", short_pemerintah, capitals=True),
)
PERANGKAT_DAERAH = Key(
    "Perangkat Daerah",
    "perangkat_daerah",
    "Nama perangkat daerah dalam kalimat, untuk {perangkat_daerah}.",
    required=True,
    example="Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah",
    placeholder=Placeholder("perangkat_daerah", capitals=True),
)
KOP = Key(
    "Kop",
    "kop",
    "Nama kantor pada kop, baris demi baris.",
    required=True,
    lines=True,
    example="BADAN KEPEGAWAIAN DAN PENGEMBANGAN\nSUMBER DAYA MANUSIA DAERAH",
    tags=("kop.perangkat_daerah",),
)
JENIS_KEPUTUSAN = Key(
    "Jenis Keputusan",
    "jenis_keputusan",
    "Kosong: KEPUTUSAN.",
    default="KEPUTUSAN",
    example="KEPUTUSAN",
    tags=("judul.jenis",),
)
JABATAN_JUDUL = Key(
    "Jabatan pada Judul",
    "jabatan_judul",
    "Jabatan di bawah kata KEPUTUSAN, baris demi baris.",
    required=True,
    lines=True,
    example="KEPALA DINAS KESEHATAN\nKABUPATEN TANJUNG JABUNG BARAT",
    tags=("judul.jabatan",),
)
NOMOR = Key(
    "Nomor",
    "nomor",
    "Kosong: tercetak titik-titik untuk diisi kemudian.",
    code=True,
    yearly=True,
    default=TITIK_TITIK,
    example="100.3.3/15/BKPSDM/2026",
    tags=("judul.nomor",),
    unfilled="nomor-kosong",
)
TENTANG = Key(
    "Tentang",
    "tentang",
    "Judul keputusan, baris demi baris; baris terakhir TAHUN {tahun}.",
    required=True,
    lines=True,
    example="PENETAPAN CASCADING DAN POHON KINERJA\n{PERANGKAT_DAERAH} {PEMERINTAH}\nTAHUN {tahun}",
    tags=("judul.tentang",),
)
TAHUN = Key(
    "Tahun",
    "tahun",
    "Tahun kinerja, untuk {tahun}.",
    required=True,
    example="2026",
    placeholder=Placeholder("tahun"),
)
JABATAN_PEMBUKA = Key(
    "Jabatan Pembuka",
    "jabatan_pembuka",
    "Jabatan sebelum Menimbang, baris demi baris, diakhiri koma.",
    required=True,
    lines=True,
    example="KEPALA DINAS KESEHATAN KABUPATEN TANJUNG JABUNG BARAT,",
    tags=("pembuka",),
)
MENETAPKAN = Key(
    "Menetapkan",
    "menetapkan",
    "Isi setelah kata Menetapkan.",
    required=True,
    example="KEPUTUSAN KEPALA {PERANGKAT_DAERAH} TENTANG PENETAPAN CASCADING DAN POHON KINERJA "
    "{PERANGKAT_DAERAH} {PEMERINTAH} TAHUN {tahun}.",
    tags=("menetapkan",),
)
TANGGAL = Key(
    "Tanggal",
    "tanggal",
    "Misalnya 3 Januari 2022; kosong: titik-titik.",
    date=True,
    yearly=True,
    default=TITIK_TITIK,
    example="5 Januari 2026",
    tags=("penetapan.tanggal",),
    unfilled="tanggal-kosong",
)
JABATAN_PENANDATANGAN = Key(
    "Jabatan Penandatangan",
    "jabatan_penandatangan",
    "Jabatan di atas tanda tangan, baris demi baris.",
    required=True,
    lines=True,
    example="KEPALA DINAS KESEHATAN\nKABUPATEN TANJUNG JABUNG BARAT,",
    tags=("penandatangan.jabatan",),
)
NAMA_PENANDATANGAN = Key(
    "Nama Penandatangan",
    "nama_penandatangan",
    "Nama dengan gelar.",
    required=True,
    example="Dra. NAMA PEJABAT, M.Si.",
    tags=("penandatangan.nama",),
)
NAMA_TANPA_GELAR = Key(
    "Nama Tanpa Gelar",
    "nama_tanpa_gelar",
    "Nama tanpa gelar, dicetak bila Gelar pada Nama = Tidak.",
    example="NAMA PEJABAT",
    tags=("penandatangan.nama",),
)
PANGKAT = Key(
    "Pangkat",
    "pangkat",
    "Pangkat penandatangan.",
    example="Pembina Utama Muda",
    tags=("penandatangan.pangkat", "daftar_lampiran[].pangkat"),
)
NIP = Key(
    "NIP",
    "nip",
    "NIP sebagai teks.",
    code=True,
    example="19700131 199503 1 002",
    tags=("penandatangan.nip", "daftar_lampiran[].nip"),
)
GELAR_PADA_NAMA = Key(
    "Gelar pada Nama",
    "gelar_pada_nama",
    "Ya: nama dengan gelar. Kosong: Ya.",
    default="Ya",
    choices=YA_TIDAK,
    example="Ya",
)
PANGKAT_DAN_NIP = Key(
    "Pangkat dan NIP",
    "pangkat_dan_nip",
    "Di mana pangkat dan NIP dicetak. Kosong: Lampiran.",
    default="Lampiran",
    choices=("Lampiran", "Keduanya", "Tidak"),
    example="Lampiran",
)
LAMPIRAN = Key(
    "Lampiran",
    "lampiran",
    "Bentuk lampiran. Kosong: pohon.",
    default="pohon",
    choices=("pohon", "matriks", "keduanya"),
    example="keduanya",
    placeholder=Placeholder("lampiran", _lampiran),
)
WARNA_LAMPIRAN = Key(
    "Warna Lampiran",
    "warna_lampiran",
    "Ya: judul kotak berwarna. Tidak: tanpa warna. Kosong: Ya.",
    default="Ya",
    choices=YA_TIDAK,
    example="Ya",
)
PENANGGUNG_JAWAB_DI_KOTAK = Key(
    "Penanggung Jawab di Kotak",
    "penanggung_jawab_di_kotak",
    "Ya: setiap kotak pohon menyebut penanggung jawabnya. Kosong: Tidak, hanya kotak yang tanpa "
    "itu terbaca sama.",
    default="Tidak",
    choices=YA_TIDAK,
    example="Tidak",
)
TARGET_RENSTRA_DI_MATRIKS = Key(
    "Target Renstra di Matriks",
    "target_renstra_di_matriks",
    "Ya: lampiran berbentuk matriks memuat kolom Baseline dan Target setiap tahun. Kosong: Tidak.",
    default="Tidak",
    choices=YA_TIDAK,
    example="Tidak",
)
KODE_POS = Key(
    "Kode Pos",
    "kode_pos",
    "Kode pos pada kop.",
    code=True,
    example="36513",
    tags=("kop.kode_pos",),
)
JUDUL_LAMPIRAN = Key(
    "Judul Lampiran",
    "judul_lampiran",
    "Judul di dalam lampiran, baris demi baris. Kosong: sama dengan Tentang.",
    lines=True,
    example="CASCADING DAN POHON KINERJA\n{PERANGKAT_DAERAH}\nTAHUN {tahun}",
    tags=("daftar_lampiran[].judul",),
    same_as=TENTANG.role,
)
"""The keys that code asks for by name."""


def _isi(name: str, purpose: str, help: str, example: str, optional: bool = False) -> Sheet:
    column = Column("Isi", "isi", help, required=True, width=84, example=example)
    return Sheet(name, purpose, (column,), optional=optional)


IDENTITAS = Sheet(
    "Identitas",
    "Kop, judul, tempat, tanggal, penandatangan, dan pilihan cetak.",
    (
        Column(
            "Isian",
            "isian",
            "Nama isian; jangan diubah.",
            required=True,
            printed=Printed.TIDAK,
            width=26,
        ),
        Column(
            "Isi",
            "isi",
            "Isi yang tercetak. Beberapa baris: tekan Alt+Enter di dalam sel, "
            "atau ulangi nama isian pada baris berikutnya.",
            entry=Entry.KODE,
            width=80,
        ),
    ),
    keys=(
        PEMERINTAH,
        PERANGKAT_DAERAH,
        KOP,
        Key(
            "Alamat",
            "alamat",
            "Alamat pada kop, baris demi baris.",
            lines=True,
            example="Jalan Jenderal Sudirman Nomor 1 Telepon (0742) 21001",
            tags=("kop.alamat",),
        ),
        Key(
            "Kota Kop",
            "kota_kop",
            "Kota pada kop.",
            example="KUALA TUNGKAL",
            tags=("kop.kota",),
        ),
        KODE_POS,
        Key(
            "Laman",
            "laman",
            "Alamat situs pada kop.",
            example="https://dinkes.contoh.go.id",
            tags=("kop.laman",),
        ),
        Key(
            "Surel",
            "surel",
            "Alamat surel pada kop.",
            example="dinkes@contoh.go.id",
            tags=("kop.surel",),
        ),
        JENIS_KEPUTUSAN,
        JABATAN_JUDUL,
        NOMOR,
        TENTANG,
        TAHUN,
        JABATAN_PEMBUKA,
        MENETAPKAN,
        Key(
            "Tempat",
            "tempat",
            "Tempat ditetapkan.",
            required=True,
            example="Kuala Tungkal",
            tags=("penetapan.tempat",),
        ),
        TANGGAL,
        JABATAN_PENANDATANGAN,
        NAMA_PENANDATANGAN,
        NAMA_TANPA_GELAR,
        PANGKAT,
        NIP,
        GELAR_PADA_NAMA,
        PANGKAT_DAN_NIP,
        LAMPIRAN,
        WARNA_LAMPIRAN,
        PENANGGUNG_JAWAB_DI_KOTAK,
        TARGET_RENSTRA_DI_MATRIKS,
        JUDUL_LAMPIRAN,
    ),
)
MENIMBANG = _isi(
    "Menimbang",
    "Pertimbangan, satu butir satu baris.",
    'Satu pertimbangan per baris, diawali "bahwa" dan diakhiri titik koma. Huruf a, b, c '
    "dicetak sendiri oleh Word.",
    "bahwa dalam rangka perumusan kinerja …;",
)
MENGINGAT = _isi(
    "Mengingat",
    "Dasar hukum, satu peraturan satu baris.",
    "Satu peraturan per baris, diakhiri titik koma. Nomor 1, 2, 3 dicetak sendiri oleh Word.",
    "Undang-Undang Nomor 25 Tahun 2004 tentang …;",
)
DIKTUM = _isi(
    "Diktum",
    "Isi keputusan, satu diktum satu baris.",
    "Satu diktum per baris. KESATU, KEDUA, KETIGA dicetak sendiri.",
    "Cascading dan Pohon Kinerja … tercantum dalam {lampiran} Keputusan ini;",
)
TEMBUSAN = _isi(
    "Tembusan",
    "Penerima tembusan, satu baris satu penerima; boleh kosong.",
    "Satu penerima per baris. Nomor dicetak sendiri oleh Word.",
    "Bupati {pemerintah};",
    optional=True,
)


def _judul(heading: str, role: str, help: str, width: int = 24) -> Column:
    return Column(heading, role, help, width=width)


JENJANG = Sheet(
    "Jenjang",
    "Jenjang yang dipakai dan judul yang tercetak. Kosongkan Label bila jenjang tidak dipakai.",
    (
        Column(
            "Tingkat",
            "tingkat",
            "Nama tingkat; jangan diubah.",
            required=True,
            printed=Printed.TIDAK,
            width=24,
        ),
        _judul("Label", "label", "Judul jenjang, misalnya ESELON II. Kosong: tidak dipakai."),
        _judul(
            "Judul Kotak",
            "judul_kotak",
            "Judul kotak, misalnya SASARAN {nomor}. Kosong bila kotak berjudul namanya sendiri.",
        ),
        _judul("Judul Kelompok", "judul_kelompok", "Judul kelompok, misalnya SASARAN (Pendukung)."),
        _judul("Judul Sasaran", "judul_sasaran", "Judul kolom sasaran, misalnya Sasaran Prog."),
        _judul("Judul Indikator", "judul_indikator", "Judul kolom indikator.", 32),
        _judul("Judul Target", "judul_target", "Judul kolom target.", 14),
    ),
)
PERATURAN = Sheet(
    "Peraturan",
    "Peraturan daerah atau kepala daerah yang dikutip, untuk pemeriksaan; boleh kosong.",
    tuple(
        Column(
            heading,
            heading.lower().replace(" ", "_"),
            help,
            required=heading in ("Jenis", "Nomor", "Tahun", "Nama"),
            entry=Entry.KODE,
            printed=Printed.TIDAK,
            width=width,
        )
        for heading, width, help in (
            ("Jenis", 14, "Perda, Perbup, Pergub, Perwali, UU, PP, …"),
            ("Nomor", 8, "Nomor peraturan."),
            ("Tahun", 8, "Tahun peraturan."),
            ("Nama", 60, 'Nama peraturan setelah kata "tentang".'),
            ("Tanggal Ditetapkan", 18, "Misalnya 22 Juli 2016."),
            ("Tanggal Diundangkan", 18, "Misalnya 22 Juli 2016."),
            ("Lembaran", 12, "LN, BN, LD, atau BD."),
            ("Tahun Lembaran", 14, "Tahun lembaran."),
            ("Nomor Lembaran", 14, "Nomor lembaran."),
            ("Tambahan", 14, "Nomor tambahan lembaran."),
            ("Mengubah", 24, "Peraturan yang diubah, misalnya Perda 6/2016."),
            ("Diubah Oleh", 24, "Peraturan yang mengubah."),
            ("Dicabut Oleh", 24, "Peraturan yang mencabut."),
        )
    ),
    optional=True,
)
PENGECUALIAN = Sheet(
    "Pengecualian",
    "Temuan pemeriksaan yang memang benar adanya, beserta alasannya; boleh kosong.",
    tuple(
        Column(
            heading,
            heading.lower().replace(" ", "_"),
            help,
            required=heading in ("Kode", "Alasan"),
            entry=Entry.KODE,
            printed=Printed.TIDAK,
            width=width,
        )
        for heading, width, help in (
            ("Kode", 12, "Kode temuan, misalnya SEL-02."),
            ("Buku", 20, "Nama berkas buku. Kosong: semua buku."),
            ("Lembar", 20, "Nama lembar. Kosong: semua lembar."),
            ("Isi Sel", 50, "Isi sel yang dikecualikan. Kosong: semua sel."),
            ("Alasan", 60, "Mengapa temuan ini tidak perlu diperbaiki."),
        )
    ),
    optional=True,
)

KEPUTUSAN = Book(
    "keputusan",
    "Buku Keputusan",
    "Isi surat keputusan selain kinerja.",
    (IDENTITAS, MENIMBANG, MENGINGAT, DIKTUM, TEMBUSAN, JENJANG, PERATURAN, PENGECUALIAN),
)


TINGKAT_DEFAULTS: tuple[tuple[str, ...], ...] = (
    ("Kepala Daerah", "BUPATI", "", "", "", "", ""),
    (
        "Sasaran Utama",
        "ESELON II",
        "SASARAN {nomor}",
        "",
        "",
        "INDIKATOR KINERJA UTAMA (IKU)",
        "TARGET",
    ),
    (
        "Sasaran Pendukung",
        "ESELON II",
        "SASARAN (PENDUKUNG) {nomor}",
        "SASARAN (Pendukung)",
        "",
        "INDIKATOR KINERJA",
        "TARGET",
    ),
    ("Program", "ESELON III", "", "", "Sasaran Prog", "Indikator", "Target"),
    ("Kegiatan", "ESELON IV", "", "", "Sasaran Keg", "Indikator", "Target"),
    ("Sub Kegiatan", "ESELON IV", "", "", "Sasaran Sub. Keg", "Indikator", "Target"),
)
"""The rows of sheet Jenjang in a blank book, in the order of its columns."""
