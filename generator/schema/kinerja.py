"""The books of the echelons: sheets and columns of the performance tree."""

from __future__ import annotations

from collections.abc import Iterable

from generator.schema.types import Book, Column, Entry, Printed, Sheet

JENIS_SASARAN = ("Utama", "Pendukung")
JENIS_KEGIATAN = ("Kegiatan", "Sub Kegiatan")
ARAH = ("Naik", "Turun")
SEVERAL = "; "
"""What stands between the codes of several parents in a Kode Induk."""
SATUAN_TEKS = "(teks)"
"""With this Satuan any Target prints as typed and no unit prints."""

SATUAN = (
    "%",
    "Orang",
    "Dokumen",
    "Laporan",
    "Bulan",
    "Kegiatan",
    "Unit",
    "Paket",
    "Berkas",
    "Kasus",
    "Stel",
    "Indeks",
    "Nilai",
    "Poin",
    "Level",
    "Kali",
    "Hari",
    "Tahun",
    "Rekomendasi",
    "Perangkat Daerah",
    "OPD",
    "Kecamatan",
    "Desa",
    "Kelurahan",
    "Sekolah",
    "Rumah Tangga",
    "Kelompok",
    "Lembaga",
    "Lokasi",
    "Ha",
    "Km",
    "Ton",
    "Rp",
    SATUAN_TEKS,
)


def _kode(example: str, further: str = "") -> Column:
    return Column(
        "Kode",
        "kode",
        "Kode pendek yang Anda buat sendiri dan tidak boleh sama dengan kode lain di buku "
        "mana pun. Satu baris = satu indikator: untuk indikator berikutnya dari kotak yang "
        f"sama, kosongkan Kode.{further} Jangan mengurutkan (Urutkan/Sort) lembar ini: baris "
        "tanpa Kode terpisah dari kodenya.",
        required=True,
        entry=Entry.KODE,
        printed=Printed.TIDAK,
        aliases=("Kode Sasaran", "Kode Program", "Kode Kegiatan", "Kode Sub Kegiatan"),
        width=18 if further else 10,
        example=example,
    )


_BY_CODE = " Boleh kosong bila Kode Rekening diisi."


def _kode_induk(help: str, required: bool, example: str) -> Column:
    return Column(
        "Kode Induk",
        "kode_induk",
        help,
        required=required,
        entry=Entry.KODE,
        printed=Printed.TIDAK,
        aliases=("Kode Atasan", "Induk"),
        width=24,
        example=example,
    )


def _jenis(choices: tuple[str, ...], help: str, example: str) -> Column:
    return Column(
        "Jenis",
        "jenis",
        help,
        required=True,
        entry=Entry.PILIHAN,
        printed=Printed.TIDAK,
        choices=choices,
        width=14,
        example=example,
    )


def _sasaran(heading: str, help: str, example: str) -> Column:
    return Column(heading, "sasaran", help, required=True, width=44, example=example)


def _ukuran(indikator: str, target: str, satuan: str) -> tuple[Column, ...]:
    return (
        Column(
            "Indikator",
            "indikator",
            "Satu ukuran keberhasilan per baris.",
            required=True,
            aliases=("Indikator Kinerja", "Indikator Kinerja Utama"),
            width=44,
            example=indikator,
        ),
        Column(
            "Target",
            "target",
            "Angka dengan koma desimal (8,2), atau teks seperti LEVEL 2. "
            "Persen boleh ditulis 8,2% atau 8,2 dengan Satuan %.",
            required=True,
            entry=Entry.TARGET,
            aliases=("Target Kinerja",),
            width=12,
            example=target,
        ),
        Column(
            "Satuan",
            "satuan",
            "Pilih dari daftar atau ketik sendiri. Pilih (teks) bila Target harus tercetak persis "
            "seperti yang diketik.",
            entry=Entry.SATUAN,
            choices=SATUAN,
            width=14,
            example=satuan,
        ),
    )


TARGET_TAHUN_LALU = Column(
    "Target Tahun Lalu",
    "target_tahun_lalu",
    "Boleh kosong. Target tahun sebelumnya, untuk dibandingkan saat pemeriksaan.",
    entry=Entry.TARGET,
    printed=Printed.TIDAK,
    width=12,
)
ARAH_KINERJA = Column(
    "Arah",
    "arah",
    "Boleh kosong. Naik bila makin besar makin baik, Turun bila makin kecil makin baik.",
    entry=Entry.PILIHAN,
    printed=Printed.TIDAK,
    choices=ARAH,
    width=10,
)
FORMULASI = Column(
    "Formulasi",
    "formulasi",
    "Boleh kosong. Cara menghitung indikator.",
    printed=Printed.TIDAK,
    aliases=("Formula", "Rumus"),
    width=30,
)
SUMBER_DATA = Column(
    "Sumber Data",
    "sumber_data",
    "Boleh kosong. Asal data indikator.",
    printed=Printed.TIDAK,
    width=20,
)
INDIKATOR_INDUK = Column(
    "Indikator Induk",
    "indikator_induk",
    "Boleh kosong. Bunyi indikator di atasnya yang didukung oleh indikator ini.",
    printed=Printed.TIDAK,
    width=30,
)
PENANGGUNG_JAWAB = Column(
    "Penanggung Jawab",
    "penanggung_jawab",
    "Boleh kosong. Jabatan yang bertanggung jawab; cukup pada baris pertama.",
    printed=Printed.MATRIKS,
    width=26,
    per_simpul=True,
)
PAGU = Column(
    "Pagu",
    "pagu",
    "Boleh kosong. Anggaran dalam rupiah; cukup pada baris pertama.",
    entry=Entry.UANG,
    printed=Printed.MATRIKS,
    width=18,
    per_simpul=True,
)
KODE_REKENING = Column(
    "Kode Rekening",
    "kode_rekening",
    "Boleh kosong. Kode resmi program, kegiatan, atau sub kegiatan sebagai teks, misalnya 5.03.02; "
    "cukup pada baris pertama. Nama, sasaran, indikator, dan satuan yang kosong dibaca dari tabel "
    "resminya.",
    entry=Entry.KODE,
    printed=Printed.MATRIKS,
    width=20,
    per_simpul=True,
)
"""The further columns that code asks for by name."""

_OF_PLAN = "Boleh kosong. Target menurut Renstra, dibaca seperti Target dengan Satuan barisnya."
BASELINE = Column(
    "Baseline",
    "baseline",
    f"{_OF_PLAN} Keadaan sebelum tahun pertama Renstra.",
    entry=Entry.TARGET,
    printed=Printed.RENCANA,
    aliases=("Base Line", "Data Awal", "Kondisi Awal", "Kondisi Awal Kinerja"),
    width=12,
)
TARGET_TAHUN = Column(
    "Target {tahun}",
    "target_{tahun}",
    f"{_OF_PLAN} Target tahun yang disebut judulnya.",
    entry=Entry.TARGET,
    printed=Printed.RENCANA,
    aliases=("Target Tahun {tahun}", "Target Th {tahun}", "Target Kinerja {tahun}"),
    width=12,
)
"""What a Renstra plans: where an indikator stood, and its target of each year."""
_RENCANA = (BASELINE, TARGET_TAHUN)

_TAMBAHAN = (
    TARGET_TAHUN_LALU,
    ARAH_KINERJA,
    FORMULASI,
    SUMBER_DATA,
    INDIKATOR_INDUK,
    PENANGGUNG_JAWAB,
    KODE_REKENING,
    PAGU,
)
_TREE = frozenset(
    ("kode_induk", "kode", "jenis", "nama", "sasaran", "indikator", "target", "satuan")
)
"""What the tree is made of."""


URUTAN = Column(
    "Urutan Baris",
    "urutan",
    "Diisi program dan tersembunyi. Nomor di kolom ini ikut berpindah bersama barisnya, sehingga "
    "baris yang tercerai karena lembar diurutkan (Urutkan/Sort) dapat dikembalikan.",
    printed=Printed.TIDAK,
    width=8,
)
"""The hidden column behind all others of a sheet of the tree: rows numbered as first entered."""


def further(sheet: Sheet, roles: Iterable[str] = ()) -> tuple[Column, ...]:
    """Return the columns of a sheet that say more of a node or an indikator than the tree needs.

    Of those that a clerk may add it is those with these roles.
    """
    declared = tuple(column for column in sheet.columns if column.role not in _TREE)
    return (*declared, *sheet.added(roles))


def is_planned(role: str) -> bool:
    """Whether a column with that role says what a Renstra plans."""
    return bool(SASARAN.added((role,)))


KINERJA_DAERAH = Sheet(
    "Kinerja Daerah",
    "Sasaran kepala daerah yang didukung perangkat daerah ini; boleh dikosongkan.",
    (
        _kode("D1"),
        _sasaran(
            "Sasaran Daerah",
            "Sasaran dalam RPJMD yang didukung perangkat daerah ini.",
            "Meningkatnya tata kelola pemerintahan",
        ),
        *_ukuran("Indeks Reformasi Birokrasi", "72,5", "Indeks"),
        TARGET_TAHUN_LALU,
    ),
    optional=True,
    addable=_RENCANA,
    level=0,
    tingkat=("Kepala Daerah",),
)
SASARAN = Sheet(
    "Sasaran",
    "Sasaran perangkat daerah (Eselon II), utama dan pendukung.",
    (
        _kode_induk(
            "Kode dari lembar Kinerja Daerah, atau kode Sasaran lain yang menjadi atasannya. "
            "Kosong berarti tidak ada atasan.",
            False,
            "D1",
        ),
        _kode("S1"),
        _jenis(JENIS_SASARAN, "Utama atau Pendukung.", "Utama"),
        _sasaran(
            "Sasaran",
            "Bunyi sasaran, dicetak persis seperti yang diketik.",
            "MENINGKATNYA KUALITAS APARATUR",
        ),
        *_ukuran("Indeks Profesionalitas ASN", "68", "%"),
        *_TAMBAHAN,
    ),
    addable=_RENCANA,
    level=1,
    tingkat=("Sasaran Utama", "Sasaran Pendukung"),
)
PROGRAM = Sheet(
    "Program",
    "Program dan sasaran program (Eselon III).",
    (
        _kode_induk(
            "Pilih kode sasaran Eselon II yang didukung; program untuk beberapa sasaran menyebut "
            "semuanya, misalnya S1; S2. Boleh kosong bila sama dengan baris di atas.",
            True,
            "S1",
        ),
        _kode("P1", _BY_CODE),
        Column(
            "Program",
            "nama",
            "Nama program. Program bernama sama di bawah satu induk menjadi satu kotak. "
            "Boleh kosong bila sama dengan baris di atas.",
            required=True,
            aliases=("Nama Program", "Nama"),
            width=34,
            example="Program Kepegawaian Daerah",
        ),
        _sasaran(
            "Sasaran Program",
            "Bunyi sasaran program, dicetak persis seperti yang diketik.",
            "Meningkatnya Pengembangan Kompetensi ASN",
        ),
        *_ukuran("Persentase Aparatur yang mengikuti Diklat", "1,29", "%"),
        *_TAMBAHAN,
    ),
    addable=_RENCANA,
    level=2,
    tingkat=("Program",),
)
SUB_KEGIATAN = Sheet(
    "Sub Kegiatan",
    "Kegiatan dan sub kegiatan (Eselon IV).",
    (
        _kode_induk(
            "Pilih kode sasaran program (Eselon III), atau kode Kegiatan dari lembar ini. "
            "Boleh kosong bila sama dengan baris di atas dan Jenisnya sama, atau bila Kode "
            "Rekening diisi: induknya mengikuti kode itu.",
            True,
            "P1",
        ),
        _kode("K1", _BY_CODE),
        _jenis(JENIS_KEGIATAN, "Kegiatan atau Sub Kegiatan.", "Sub Kegiatan"),
        Column(
            "Nama",
            "nama",
            "Nama kegiatan atau sub kegiatan. Boleh kosong bila sama dengan baris di atas.",
            required=True,
            aliases=("Nama Sub Kegiatan", "Nama Kegiatan", "Sub Kegiatan", "Kegiatan"),
            width=34,
            example="Pengelolaan Administrasi Diklat ASN",
        ),
        _sasaran(
            "Sasaran",
            "Bunyi sasaran kegiatan. Boleh kosong pada Kegiatan yang mempunyai sub kegiatan.",
            "Meningkatnya Kualitas Aparatur",
        ),
        *_ukuran("Jumlah Peserta Diklat", "108", "Orang"),
        *_TAMBAHAN,
    ),
    addable=_RENCANA,
    level=3,
    tingkat=("Kegiatan", "Sub Kegiatan"),
    aliases=("Kegiatan", "SubKegiatan"),
)

ESELON = (
    Book("eselon-2", "Buku Eselon II", "Sasaran perangkat daerah.", (KINERJA_DAERAH, SASARAN), 1),
    Book("eselon-3", "Buku Eselon III", "Program dan sasarannya.", (PROGRAM,), 2),
    Book("eselon-4", "Buku Eselon IV", "Kegiatan dan sub kegiatan.", (SUB_KEGIATAN,), 3),
)
"""The books of the tree, from the top down."""

TREE_SHEETS = tuple((book.kind, sheet) for book in ESELON for sheet in book.sheets)
"""Every sheet of the tree with the kind of its book."""
