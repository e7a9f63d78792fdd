"""The workbooks: every book, sheet, column and key, declared once.

Blank books, reading, checks and documentation all follow from here. The texts are what
staff see in the books, so they are Indonesian.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum

from generator.diagnostics import Place

TEMPLATE_VERSION = 1
"""Raised whenever a book's layout changes; stands in each book and is read back."""

KIND_PROPERTY = "sk-cascading-buku"
VERSION_PROPERTY = "sk-cascading-versi"
"""Names of the custom document properties that say what a book is."""


class Entry(Enum):
    """What is entered in a column, which decides its cell format and how it is read."""

    TEKS = "teks"
    KODE = "kode"
    PILIHAN = "pilihan"
    TARGET = "target"
    SATUAN = "satuan"
    UANG = "uang"


class Printed(Enum):
    """Where the column's cells print."""

    SELALU = "selalu"
    MATRIKS = "hanya dalam matriks"
    TIDAK = "tidak dicetak"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet; `role` is its name in frames, `help` its header comment."""

    heading: str
    role: str
    help: str
    required: bool = False
    entry: Entry = Entry.TEKS
    printed: Printed = Printed.SELALU
    choices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    width: int = 16
    example: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a header row, then data. `level` orders the sheets of the tree (0 = top)."""

    name: str
    purpose: str
    columns: tuple[Column, ...]
    optional: bool = False
    level: int | None = None
    aliases: tuple[str, ...] = ()

    def column(self, role: str) -> Column:
        """Return the column with this role; raise KeyError when there is none."""
        for column in self.columns:
            if column.role == role:
                return column
        raise KeyError(role)


@dataclass(frozen=True, slots=True)
class Book:
    """One workbook. `kind` stands inside the file; `filename` is only its usual name."""

    kind: str
    title: str
    purpose: str
    sheets: tuple[Sheet, ...]
    level: int | None = None

    @property
    def filename(self) -> str:
        return f"{self.kind}.xlsx"

    def sheet(self, name: str) -> Sheet:
        """Return the sheet called `name`; raise KeyError when there is none."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Isian:
    """A filled cell on its way to the decree.

    `text` is what prints, `raw` what was typed (with its placeholders); `identity` names the
    value for ever, wherever its cell moves, and is empty until a builder gives it.
    """

    text: str
    raw: str
    place: Place
    identity: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    def named(self, *identity: str) -> Isian:
        """Return this value under its lasting name."""
        return Isian(self.text, self.raw, self.place, identity)


PrintRun = Callable[[Isian], str]
"""Gives the anchored run(s) of one value as WordprocessingML."""

Blok = Callable[[PrintRun], str]
"""Gives block-level WordprocessingML (tables, paragraphs), its values printed by a PrintRun."""


@dataclass(frozen=True, slots=True)
class Target:
    """A target as printed ("8,2%") with the number behind it, None for a text target."""

    isian: Isian
    nilai: Decimal | None
    satuan: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its filled cells by role. `place` is the row, without a column."""

    place: Place
    cells: Mapping[str, Isian] = field(default_factory=dict)
    columns: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def at(self, role: str) -> Place:
        """Return the place of this row's cell with that role, filled or not."""
        letter, heading = self.columns.get(role, (None, None))
        return replace(self.place, column=letter, heading=heading)


YA_TIDAK = ("Ya", "Tidak")
JENIS_SASARAN = ("Utama", "Pendukung")
JENIS_KEGIATAN = ("Kegiatan", "Sub Kegiatan")
ARAH = ("Naik", "Turun")
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


def _kode(example: str) -> Column:
    return Column(
        "Kode",
        "kode",
        "Kode pendek yang Anda buat sendiri dan tidak boleh sama dengan kode lain di buku "
        "mana pun. Satu baris = satu indikator: untuk indikator berikutnya dari isian yang "
        "sama, kosongkan Kode.",
        required=True,
        entry=Entry.KODE,
        printed=Printed.TIDAK,
        aliases=("Kode Sasaran", "Kode Program", "Kode Kegiatan", "Kode Sub Kegiatan"),
        width=10,
        example=example,
    )


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


_TARGET_TAHUN_LALU = Column(
    "Target Tahun Lalu",
    "target_tahun_lalu",
    "Boleh kosong. Target tahun sebelumnya, untuk dibandingkan saat pemeriksaan.",
    entry=Entry.TARGET,
    printed=Printed.TIDAK,
    width=12,
)
_TAMBAHAN = (
    _TARGET_TAHUN_LALU,
    Column(
        "Arah",
        "arah",
        "Boleh kosong. Naik bila makin besar makin baik, Turun bila makin kecil makin baik.",
        entry=Entry.PILIHAN,
        printed=Printed.TIDAK,
        choices=ARAH,
        width=10,
    ),
    Column(
        "Formulasi",
        "formulasi",
        "Boleh kosong. Cara menghitung indikator.",
        printed=Printed.TIDAK,
        aliases=("Formula", "Rumus"),
        width=30,
    ),
    Column(
        "Sumber Data",
        "sumber_data",
        "Boleh kosong. Asal data indikator.",
        printed=Printed.TIDAK,
        width=20,
    ),
    Column(
        "Indikator Induk",
        "indikator_induk",
        "Boleh kosong. Bunyi indikator di atasnya yang didukung oleh indikator ini.",
        printed=Printed.TIDAK,
        width=30,
    ),
    Column(
        "Penanggung Jawab",
        "penanggung_jawab",
        "Boleh kosong. Jabatan yang bertanggung jawab; cukup pada baris pertama.",
        printed=Printed.MATRIKS,
        width=26,
    ),
    Column(
        "Kode Rekening",
        "kode_rekening",
        "Boleh kosong. Kode rekening sebagai teks, misalnya 5.03.02; cukup pada baris pertama.",
        entry=Entry.KODE,
        printed=Printed.TIDAK,
        width=16,
    ),
    Column(
        "Pagu",
        "pagu",
        "Boleh kosong. Anggaran dalam rupiah; cukup pada baris pertama.",
        entry=Entry.UANG,
        printed=Printed.MATRIKS,
        width=18,
    ),
)

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
        _TARGET_TAHUN_LALU,
    ),
    optional=True,
    level=0,
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
    level=1,
)
PROGRAM = Sheet(
    "Program",
    "Program dan sasaran program (Eselon III).",
    (
        _kode_induk(
            "Pilih kode sasaran Eselon II yang didukung. Boleh kosong bila sama dengan baris "
            "di atas.",
            True,
            "S1",
        ),
        _kode("P1"),
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
    level=2,
)
SUB_KEGIATAN = Sheet(
    "Sub Kegiatan",
    "Kegiatan dan sub kegiatan (Eselon IV).",
    (
        _kode_induk(
            "Pilih kode sasaran program (Eselon III), atau kode Kegiatan dari lembar ini. "
            "Boleh kosong bila sama dengan baris di atas dan Jenisnya sama.",
            True,
            "P1",
        ),
        _kode("K1"),
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
    level=3,
    aliases=("Kegiatan", "SubKegiatan"),
)


def _isi(name: str, purpose: str, help: str, example: str, optional: bool = False) -> Sheet:
    column = Column("Isi", "isi", help, required=True, width=84, example=example)
    return Sheet(name, purpose, (column,), optional=optional)


IDENTITAS = Sheet(
    "Identitas",
    "Kop, judul, tempat, tanggal, penandatangan dan pilihan cetak.",
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
            ("Lembaran", 12, "LN, BN, LD atau BD."),
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
BOOKS = (
    KEPUTUSAN,
    Book("eselon-2", "Buku Eselon II", "Sasaran perangkat daerah.", (KINERJA_DAERAH, SASARAN), 1),
    Book("eselon-3", "Buku Eselon III", "Program dan sasarannya.", (PROGRAM,), 2),
    Book("eselon-4", "Buku Eselon IV", "Kegiatan dan sub kegiatan.", (SUB_KEGIATAN,), 3),
)


def book(kind: str) -> Book:
    """Return the declared book of this kind; raise KeyError when there is none."""
    for one in BOOKS:
        if one.kind == kind:
            return one
    raise KeyError(kind)


PETUNJUK = "Petunjuk"
"""The locked sheet in front of every book; it also carries kind and version."""

DAFTAR = "Daftar"
"""The locked sheet behind the entry sheets that feeds the dropdowns; never read as entries."""

PEMERIKSAAN = "Pemeriksaan"
"""The sheet in front of a marked copy that lists what was found; never read as entries."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of sheet Identitas. `lines` may hold several lines; `code` refuses date cells."""

    name: str
    role: str
    help: str
    required: bool = False
    lines: bool = False
    code: bool = False
    default: str = ""
    choices: tuple[str, ...] = ()
    printed: bool = True
    example: str = ""


IDENTITAS_KEYS = (
    Key(
        "Pemerintah",
        "pemerintah",
        "Baris pertama kop.",
        required=True,
        example="PEMERINTAH KABUPATEN TANJUNG JABUNG BARAT",
    ),
    Key(
        "Perangkat Daerah",
        "perangkat_daerah",
        "Nama perangkat daerah dalam kalimat, untuk {perangkat_daerah}.",
        required=True,
        printed=False,
        example="Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah",
    ),
    Key("Kop", "kop", "Nama kantor pada kop, baris demi baris.", required=True, lines=True),
    Key("Alamat", "alamat", "Alamat pada kop, baris demi baris.", lines=True),
    Key("Kota Kop", "kota_kop", "Kota pada kop."),
    Key("Kode Pos", "kode_pos", "Kode pos pada kop.", code=True),
    Key("Laman", "laman", "Alamat situs pada kop."),
    Key("Surel", "surel", "Alamat surel pada kop."),
    Key("Jenis Keputusan", "jenis_keputusan", "Kosong: KEPUTUSAN.", default="KEPUTUSAN"),
    Key(
        "Jabatan pada Judul",
        "jabatan_judul",
        "Jabatan di bawah kata KEPUTUSAN, baris demi baris.",
        required=True,
        lines=True,
    ),
    Key("Nomor", "nomor", "Kosong: tercetak titik-titik untuk diisi kemudian.", code=True),
    Key(
        "Tentang",
        "tentang",
        "Judul keputusan, baris demi baris; baris terakhir TAHUN {tahun}.",
        required=True,
        lines=True,
    ),
    Key("Tahun", "tahun", "Tahun kinerja, untuk {tahun}.", required=True, printed=False),
    Key(
        "Jabatan Pembuka",
        "jabatan_pembuka",
        "Jabatan sebelum Menimbang, baris demi baris, diakhiri koma.",
        required=True,
        lines=True,
    ),
    Key("Menetapkan", "menetapkan", "Isi setelah kata Menetapkan.", required=True),
    Key("Tempat", "tempat", "Tempat ditetapkan.", required=True),
    Key("Tanggal", "tanggal", "Tanggal sebagai teks; kosong: titik-titik.", code=True),
    Key(
        "Jabatan Penandatangan",
        "jabatan_penandatangan",
        "Jabatan di atas tanda tangan, baris demi baris.",
        required=True,
        lines=True,
    ),
    Key("Nama Penandatangan", "nama_penandatangan", "Nama dengan gelar.", required=True),
    Key(
        "Nama Tanpa Gelar",
        "nama_tanpa_gelar",
        "Nama tanpa gelar, dicetak bila Gelar pada Nama = Tidak.",
    ),
    Key("Pangkat", "pangkat", "Pangkat penandatangan."),
    Key("NIP", "nip", "NIP sebagai teks.", code=True),
    Key(
        "Gelar pada Nama",
        "gelar_pada_nama",
        "Ya: nama dengan gelar. Kosong: Ya.",
        default="Ya",
        choices=YA_TIDAK,
        printed=False,
    ),
    Key(
        "Pangkat dan NIP",
        "pangkat_dan_nip",
        "Di mana pangkat dan NIP dicetak. Kosong: Lampiran.",
        default="Lampiran",
        choices=("Lampiran", "Keduanya", "Tidak"),
        printed=False,
    ),
    Key(
        "Lampiran",
        "lampiran",
        "Bentuk lampiran. Kosong: pohon.",
        default="pohon",
        choices=("pohon", "matriks", "keduanya"),
        printed=False,
    ),
    Key(
        "Warna Lampiran",
        "warna_lampiran",
        "Ya: judul kotak berwarna. Tidak: tanpa warna. Kosong: Ya.",
        default="Ya",
        choices=YA_TIDAK,
        printed=False,
    ),
    Key(
        "Judul Lampiran",
        "judul_lampiran",
        "Judul di dalam lampiran, baris demi baris. Kosong: sama dengan Tentang.",
        lines=True,
    ),
)

PLACEHOLDERS = (
    "tahun",
    "perangkat_daerah",
    "PERANGKAT_DAERAH",
    "pemerintah",
    "PEMERINTAH",
    "lampiran",
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
