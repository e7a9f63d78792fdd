"""An invented office whose every text is told apart by a word of its own, and its decree."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.app.buat import make
from generator.app.outcome import DONE
from tests.support.sheets import write_folder

FORMS = ("pohon", "matriks", "keduanya")
"""The forms of the annex."""


@dataclass
class Ukuran:
    """One indikator with its target."""

    indikator: str
    target: str
    satuan: str = "Orang"


@dataclass
class Baris:
    """One node of the tree, in one sheet of a book."""

    induk: str
    kode: str
    jenis: str
    nama: str
    sasaran: str
    ukuran: list[Ukuran]
    penanggung_jawab: str = ""
    pagu: str = ""


def _sasaran() -> list[Baris]:
    return [
        Baris(
            "", "S1", "Utama", "", "MENINGKATNYA MUTU APARATUR", [Ukuran("Indeks Aparatur", "68")]
        ),
        Baris("", "S2", "Utama", "", "MENINGKATNYA LAYANAN UMUM", [Ukuran("Indeks Layanan", "71")]),
        Baris("", "SP", "Pendukung", "", "TERTIBNYA KEARSIPAN", [Ukuran("Nilai Arsip", "81")]),
        Baris("", "SQ", "Pendukung", "", "TERTIBNYA KEUANGAN", [Ukuran("Nilai Keuangan", "82")]),
    ]


def _program() -> list[Baris]:
    return [
        Baris(
            *("S1", "P1", "", "Program Kepegawaian", "Meningkatnya tata pegawai"),
            [Ukuran("Persentase Pegawai Tertata", "55"), Ukuran("Indeks Merit", "44", "Poin")],
            "Bidang Mutasi",
        ),
        Baris(
            *("S1", "P2", "", "Program Pelatihan", "Meningkatnya kecakapan"),
            [Ukuran("Persentase Pegawai Cakap", "56")],
        ),
        Baris(
            *("S2", "P3", "", "Program Pelayanan", "Meningkatnya kepuasan"),
            [Ukuran("Persentase Pemohon Puas", "57")],
        ),
        Baris(
            *("SP", "P4", "", "Program Penunjang", "Terpenuhinya sarana"),
            [Ukuran("Persentase Sarana Baik", "58")],
        ),
        Baris(
            *("SQ", "P5", "", "Program Anggaran", "Terpenuhinya laporan"),
            [Ukuran("Persentase Laporan Tepat", "59")],
        ),
    ]


def _kegiatan() -> list[Baris]:
    words = (
        *(("P1", "Mutasi"), ("P1", "Promosi"), ("P1", "Pensiun"), ("P2", "Diklat")),
        *(("P2", "Sertifikasi"), ("P3", "Loket"), ("P3", "Aduan"), ("P4", "Gedung")),
        *(("P4", "Arsiparis"), ("P5", "Verifikasi")),
    )
    rows = [
        Baris(
            *(
                induk,
                f"K{nth}",
                "Sub Kegiatan",
                f"Pengelolaan {word}",
                f"Tertatanya {word.lower()}",
            ),
            [Ukuran(f"Jumlah {word} Selesai", str(100 + nth), "Berkas")],
            f"Seksi {word}",
            str(1_000_000 + nth),
        )
        for nth, (induk, word) in enumerate(words)
    ]
    rows[3].ukuran.append(Ukuran("Jumlah Angkatan", "133", "Kali"))
    return rows


@dataclass
class Kantor:
    """What the books of the office say; changes of data change it in place."""

    identitas: dict[str, str] = field(
        default_factory=lambda: {
            "Pemerintah": "PEMERINTAH KABUPATEN CONTOH RAYA",
            "Perangkat Daerah": "Dinas Contoh",
            "Kop": "DINAS CONTOH",
            "Alamat": "Jalan Melati Nomor 9",
            "Kota Kop": "CONTOHMUKTI",
            "Jabatan pada Judul": "KEPALA DINAS CONTOH",
            "Nomor": "",
            "Tentang": "PENETAPAN CASCADING DAN POHON KINERJA\\nTAHUN {tahun}",
            "Tahun": "2024",
            "Jabatan Pembuka": "KEPALA DINAS CONTOH,",
            "Menetapkan": "KEPUTUSAN KEPALA {PERANGKAT_DAERAH} TENTANG CASCADING TAHUN {tahun}.",
            "Tempat": "Contohmukti",
            "Tanggal": "",
            "Jabatan Penandatangan": "KEPALA DINAS CONTOH,",
            "Nama Penandatangan": "NAMA KEPALA DINAS",
            "Pangkat": "Pembina Utama Muda",
            "NIP": "999999999999999999",
            "Lampiran": "pohon",
            "Warna Lampiran": "Ya",
        }
    )
    menimbang: list[str] = field(
        default_factory=lambda: [
            "bahwa kinerja disusun berjenjang dan selaras;",
            "bahwa penjabaran menjadi dasar perjanjian Tahun {tahun};",
            "bahwa berdasarkan pertimbangan di atas perlu ditetapkan;",
        ]
    )
    mengingat: list[str] = field(
        default_factory=lambda: [
            "Undang-Undang tentang Perencanaan Pembangunan;",
            "Undang-Undang tentang Pemerintahan Daerah;",
            "Peraturan Pemerintah tentang Pelaporan Keuangan;",
            "Peraturan Presiden tentang Akuntabilitas;",
        ]
    )
    diktum: list[str] = field(
        default_factory=lambda: [
            "Cascading Tahun {tahun} tercantum dalam {lampiran};",
            "Cascading menjadi pedoman seluruh bidang;",
            "Capaian dilaporkan setiap triwulan;",
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        ]
    )
    tembusan: list[str] = field(
        default_factory=lambda: ["Bupati di tempat;", "Inspektur Daerah;", "Kepala Bappeda."]
    )
    sasaran: list[Baris] = field(default_factory=_sasaran)
    program: list[Baris] = field(default_factory=_program)
    kegiatan: list[Baris] = field(default_factory=_kegiatan)
    kolom: dict[str, str] = field(default_factory=dict)
    """A column of the office's own in sheet Sub Kegiatan: what it says, by kode."""
    nama_kolom: str = "Catatan"
    logo: bytes | None = None

    def write(self, folder: Path) -> Path:
        """Write the books into a folder."""
        items = {
            "Menimbang": self.menimbang,
            "Mengingat": self.mengingat,
            "Diktum": self.diktum,
            "Tembusan": self.tembusan,
        }
        jenjang = (
            ("Kepala Daerah", "BUPATI", "", "", "", ""),
            ("Sasaran Utama", "ESELON II", "SASARAN {nomor}", "", "INDIKATOR UTAMA", "TARGET"),
            *(
                (
                    "Sasaran Pendukung",
                    "ESELON II",
                    "(PENDUKUNG) {nomor}",
                    "SASARAN (Pendukung)",
                    "INDIKATOR",
                    "TARGET",
                ),
            ),
            ("Program", "ESELON III", "", "", "Indikator", "Target"),
            ("Kegiatan", "ESELON IV", "", "", "Indikator", "Target"),
            ("Sub Kegiatan", "ESELON IV", "", "", "Indikator", "Target"),
        )
        heads = ("Tingkat", "Label", "Judul Kotak", "Judul Kelompok")
        sheets = {
            "keputusan": {
                "Identitas": _table(("Isian", "Isi"), self.identitas.items()),
                "Jenjang": _table((*heads, "Judul Indikator", "Judul Target"), jenjang),
                **{
                    name: _table(("Isi",), ((one,) for one in rows)) for name, rows in items.items()
                },
            },
            "eselon-2": {
                "Sasaran": _table(
                    ("Kode Induk", "Kode", "Jenis", "Sasaran", *_LAST),
                    _rows(self.sasaran, "induk", "kode", "jenis", "sasaran"),
                )
            },
            "eselon-3": {
                "Program": _table(
                    ("Kode Induk", "Kode", "Program", "Sasaran Program", *_LAST),
                    _rows(self.program, "induk", "kode", "nama", "sasaran"),
                )
            },
            "eselon-4": {"Sub Kegiatan": self._sub_kegiatan()},
        }
        write_folder(folder, sheets)
        if self.logo is not None:
            (folder / "logo.png").write_bytes(self.logo)
        return folder

    def _sub_kegiatan(self) -> str:
        rows = _rows(self.kegiatan, "induk", "kode", "jenis", "nama", "sasaran")
        own = [self.nama_kolom] if self.kolom else []
        if self.kolom:
            rows = [(*row, self.kolom.get(row[1], "")) for row in rows]
        heads = ("Kode Induk", "Kode", "Jenis", "Nama", "Sasaran", *_LAST, *own)
        return _table(heads, rows)


_LAST = ("Indikator", "Target", "Satuan", "Penanggung Jawab", "Pagu")


def _rows(nodes: list[Baris], *names: str) -> list[tuple[str, ...]]:
    rows = []
    for one in nodes:
        for nth, ukuran in enumerate(one.ukuran):
            own = [str(getattr(one, name)) if not nth else "" for name in names]
            more = ("", "") if nth else (one.penanggung_jawab, one.pagu)
            rows.append((*own, ukuran.indikator, ukuran.target, ukuran.satuan, *more))
    return rows


def _table(heads: tuple[str, ...], rows: object) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, *rows))  # type: ignore[misc]


def made(kantor: Kantor) -> bytes:
    """Return the decree that `buat` makes of the office's books."""
    with TemporaryDirectory() as name:
        root = Path(name)
        (root / "buku").mkdir()
        outcome = make(kantor.write(root / "buku"), root / "hasil")
        said = [f"{one.place}: {one.message}" for one in outcome.findings]
        assert outcome.exit_code == DONE, said
        return next((root / "hasil").glob("*.docx")).read_bytes()


def of_form(form: str) -> Kantor:
    """Return the office with that form of annex."""
    kantor = Kantor()
    kantor.identitas["Lampiran"] = form
    return kantor


@cache
def base(form: str) -> bytes:
    """Return the decree as it was made, before anybody touched it or the data."""
    return made(of_form(form))
