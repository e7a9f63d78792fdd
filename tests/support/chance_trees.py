"""Cascades by chance: the same for the same seed, and plausible but for what their texts say."""

from __future__ import annotations

from random import Random

from generator.cascade.model import Cascade, Jenis, Simpul
from tests.support.trees import jenjang, numbered, simpul

_TEXT = (
    "meningkatnya kualitas pelayanan administrasi kepegawaian perangkat daerah yang profesional "
    "berintegritas dan akuntabel sesuai ketentuan peraturan perundang-undangan pengelolaan barang "
    "milik daerah dokumen perencanaan evaluasi kinerja tepat waktu penyelenggaraan urusan"
)
_WORDS = _TEXT.split()
_TARGETS = ("80%", "12 Dokumen", "3 Orang", "90,25 (A)", "Sangat Baik", "100")


def cascade_by_chance(seed: int) -> Cascade:
    """Return one or two sasaran of many programs, or of few with higher boxes."""
    return _Maker(Random(seed)).cascade()


class _Maker:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.longest, self.most = random.choice(((6, 2), (6, 2), (14, 4)))

    def cascade(self) -> Cascade:
        upper = self.several(0, 3, Jenis.KEPALA_DAERAH)
        roots = [
            self.node(Jenis.UTAMA, [self.program() for _ in range(self.random.randint(2, 8))])
            for _ in range(self.random.choice((1, 1, 2)))
        ]
        return Cascade(jenjang(), numbered(upper), numbered(roots))

    def program(self) -> Simpul:
        makers = (self.kegiatan, self.sub_kegiatan, self.sub_kegiatan)
        below = [self.random.choice(makers)() for _ in range(self.random.randint(1, 4))]
        return self.node(Jenis.PROGRAM, below, self.text())

    def kegiatan(self) -> Simpul:
        return self.node(Jenis.KEGIATAN, self.several(1, 3, Jenis.SUB_KEGIATAN), self.text())

    def sub_kegiatan(self) -> Simpul:
        return self.node(Jenis.SUB_KEGIATAN, [], self.text())

    def several(self, least: int, most: int, jenis: Jenis) -> list[Simpul]:
        named = jenis is not Jenis.KEPALA_DAERAH
        return [
            self.node(jenis, [], self.text() if named else None)
            for _ in range(self.random.randint(least, most))
        ]

    def node(self, jenis: Jenis, below: list[Simpul], nama: str | None = None) -> Simpul:
        rows = [
            (self.text(), self.random.choice(_TARGETS))
            for _ in range(self.random.randint(1, self.most))
        ]
        return simpul(jenis, self.text(), rows, below, nama)

    def text(self) -> str:
        count = self.random.randint(2, self.longest)
        return " ".join(self.random.choice(_WORDS) for _ in range(count))
