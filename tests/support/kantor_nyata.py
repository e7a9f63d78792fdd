"""Offices of real size, the same for the same seed: names, texts and targets as long as real ones.

A personnel agency (about 40 indikator), a kecamatan (79) and a health office (about 380) whose
sasaran share kegiatan and whose sub kegiatan are, for 46 Puskesmas, word for word the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from generator.cascade.model import Cascade, FurtherCell, Jenis, Simpul
from generator.schema.kinerja import PENANGGUNG_JAWAB
from tests.support.trees import isian, jenjang, numbered, simpul

_KEGIATAN = (
    "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
    "Administrasi Keuangan Perangkat Daerah",
    "Administrasi Umum Perangkat Daerah",
    "Pengadaan Barang Milik Daerah Penunjang Urusan Pemerintah Daerah",
    "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
    "Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah",
    "Penyediaan Fasilitas Pelayanan Kesehatan untuk UKM dan UKP Kewenangan Daerah Kabupaten/Kota",
    "Penyediaan Layanan Kesehatan untuk UKM dan UKP Rujukan Tingkat Daerah Kabupaten/Kota",
    "Penyelenggaraan Sistem Informasi Kesehatan Secara Terintegrasi",
    "Koordinasi Kegiatan Pemberdayaan Desa",
    "Koordinasi Upaya Penyelenggaraan Ketenteraman dan Ketertiban Umum",
)
_SUB = (
    "Penyusunan Dokumen Perencanaan Perangkat Daerah",
    "Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD",
    "Penyediaan Gaji dan Tunjangan ASN",
    "Koordinasi dan Penyusunan Laporan Keuangan Bulanan/Triwulanan/Semesteran SKPD",
    "Penyediaan Komponen Instalasi Listrik/Penerangan Bangunan Kantor",
    "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD",
    "Pengelolaan Pelayanan Kesehatan Ibu Hamil",
    "Pengelolaan Pelayanan Kesehatan Orang dengan Masalah Kesehatan Jiwa (ODMK)",
    "Pemeliharaan/Rehabilitasi Gedung Kantor dan Bangunan Lainnya",
    "Sinkronisasi Program dan Kegiatan Pemberdayaan Masyarakat yang Dilakukan oleh Pemerintah dan "
    "Swasta di Wilayah Kerja Kecamatan",
    "Fasilitasi Percepatan Pencapaian Standar Pelayanan Minimal di Wilayah Kecamatan",
)
_INDIKATOR = (
    "Jumlah Dokumen Perencanaan Perangkat Daerah",
    "Jumlah Orang yang Menerima Gaji dan Tunjangan ASN",
    "Jumlah Ibu Hamil yang Mendapatkan Pelayanan Kesehatan Sesuai Standar",
    "Jumlah Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD dan Laporan Hasil "
    "Koordinasi Penyusunan Laporan Capaian Kinerja",
    "Persentase Penyelesaian Tindak Lanjut Hasil Pemeriksaan",
    "Jumlah Lembaga Kemasyarakatan yang Berpartisipasi dalam Forum Musyawarah Perencanaan "
    "Pembangunan di Desa",
)
_TARGET = ("12 Dokumen", "19.108 Orang", "100%", "88,50 Indeks", "4 Laporan", "1 Unit", "BB")
_SASARAN = (
    "Meningkatnya derajat kesehatan masyarakat melalui pelayanan kesehatan yang merata dan bermutu",
    "Meningkatnya akuntabilitas kinerja dan keuangan perangkat daerah",
    "Meningkatnya profesionalisme aparatur sipil negara",
    "Meningkatnya kualitas penyelenggaraan pemerintahan di wilayah kecamatan",
)
_PROGRAM = (
    "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
    "Program Pemenuhan Upaya Kesehatan Perorangan dan Upaya Kesehatan Masyarakat",
    "Program Peningkatan Kapasitas Sumber Daya Manusia Kesehatan",
    "Program Pemberdayaan Masyarakat Desa dan Kelurahan",
    "Program Koordinasi Ketenteraman dan Ketertiban Umum",
)


def badan_kepegawaian() -> Cascade:
    """Sasaran, program and sub kegiatan: about 40 indikator."""
    return _Office(1, kegiatan=False).cascade([(2, 5), (1, 4), (1, 6), (1, 3)])


def kecamatan() -> Cascade:
    """With kegiatan: 79 indikator or so."""
    return _Office(2, kegiatan=True).cascade([(2, 3), (2, 3), (1, 3)])


def dinas_kesehatan() -> Cascade:
    """About 380 indikator; three kegiatan stand under several sasaran program."""
    office = _Office(3, kegiatan=True, subs=(1, 8))
    return office.cascade([(2, 4), (1, 5), (2, 3), (1, 2)], shared=3)


def puskesmas() -> Cascade:
    """46 Puskesmas with the same sub kegiatan, told apart by who answers for them alone."""
    rows = [("Jumlah Dokumen Operasional Pelayanan Puskesmas", "12 Dokumen")]
    subs = [
        answered(
            simpul(
                Jenis.SUB_KEGIATAN,
                "Terlaksananya operasional pelayanan Puskesmas",
                rows,
                nama="Operasional Pelayanan Puskesmas",
            ),
            f"Kepala UPTD Puskesmas Wilayah {nth}",
        )
        for nth in range(1, 47)
    ]
    kegiatan = simpul(Jenis.KEGIATAN, "Terlayani", rows, _apart(subs), _KEGIATAN[6])
    program = simpul(Jenis.PROGRAM, _SASARAN[0], rows, [kegiatan], _PROGRAM[1])
    return Cascade(jenjang(), (), numbered([simpul(Jenis.UTAMA, _SASARAN[0], rows, [program])]))


def _apart(nodes: Sequence[Simpul]) -> list[Simpul]:
    """Give each of them a kode of its own."""
    return [replace(node, kode=f"SK{nth}") for nth, node in enumerate(nodes, 1)]


def answered(node: Simpul, who: str) -> Simpul:
    """Return a node for which somebody answers."""
    return replace(node, tambahan=(FurtherCell(PENANGGUNG_JAWAB, isian(who)),))


class _Office:
    def __init__(self, seed: int, kegiatan: bool, subs: tuple[int, int] = (1, 5)) -> None:
        self.random = Random(seed)
        self.kegiatan = kegiatan
        self.subs = subs

    def cascade(self, sizes: Sequence[tuple[int, int]], shared: int = 0) -> Cascade:
        """Return sasaran of so many programs with so many kegiatan (or sub kegiatan) each."""
        common = [self._kegiatan() for _ in range(shared)]
        roots = [
            self._node(
                Jenis.UTAMA if nth < len(sizes) - 1 else Jenis.PENDUKUNG,
                _SASARAN[nth % len(_SASARAN)].upper(),
                [
                    self._node(
                        Jenis.PROGRAM,
                        self.random.choice(_SASARAN),
                        [*(self._leaf() for _ in range(below)), *common],
                        self.random.choice(_PROGRAM),
                    )
                    for _ in range(programs)
                ],
            )
            for nth, (programs, below) in enumerate(sizes)
        ]
        return Cascade(jenjang(), (), numbered(roots))

    def _leaf(self) -> Simpul:
        return self._kegiatan() if self.kegiatan else self._sub()

    def _kegiatan(self) -> Simpul:
        below = [self._sub() for _ in range(self.random.randint(*self.subs))]
        name = self.random.choice(_KEGIATAN)
        return self._node(Jenis.KEGIATAN, f"Terlaksananya {name.lower()}", below, name)

    def _sub(self) -> Simpul:
        name = self.random.choice(_SUB)
        return self._node(Jenis.SUB_KEGIATAN, f"Tersedianya {name.lower()}", [], name)

    def _node(
        self, jenis: Jenis, sasaran: str, below: Sequence[Simpul], nama: str | None = None
    ) -> Simpul:
        count = self.random.choice((1, 1, 1, 2, 3))
        rows = [(self.random.choice(_INDIKATOR), self.random.choice(_TARGET)) for _ in range(count)]
        node = simpul(jenis, sasaran, rows, below, nama)
        return answered(node, f"Kepala {self.random.choice(('Bidang', 'Seksi'))} {nama or ''}")


KANTOR: dict[str, Callable[[], Cascade]] = {
    "badan-kepegawaian": badan_kepegawaian,
    "kecamatan-nyata": kecamatan,
    "dinas-kesehatan": dinas_kesehatan,
    "puskesmas": puskesmas,
}
