"""The named Word styles of the pohon kinerja and the matrix, in points.

Layout measures with them, the Word template defines them: one change of a style in Word
restyles every box. Sizes come in three scales; each larger or smaller style is based on the
middle one, and all of them on `Pohon`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.cascade.model import Jenis
from generator.word.styles import Alignment, ParagraphStyle

FONT = "Bookman Old Style"


@dataclass(frozen=True, eq=False)
class Scale:
    """The styles of the boxes at one size."""

    judul: ParagraphStyle
    kepala: ParagraphStyle
    isi: ParagraphStyle
    target: ParagraphStyle
    jenjang: ParagraphStyle


def _skala(suffix: str, size: float, line: float, indent: float, space: float) -> Scale:
    def gaya(
        name: str, guna: str, bold: bool, align: Alignment, extra: float = 0
    ) -> ParagraphStyle:
        parent = f"Pohon {name}" if suffix else DASAR.name
        if suffix:
            guna = f"{guna}, ukuran{suffix.lower()}"
        around = space + extra
        full = f"Pohon {name}{suffix}"
        return ParagraphStyle(full, guna, parent, size, line, bold, align, around, around, indent)

    return Scale(
        judul=gaya("Judul", "judul kotak", True, Alignment.TENGAH, 0.5),
        kepala=gaya("Kepala", "judul kolom di dalam kotak", True, Alignment.TENGAH),
        isi=gaya("Isi", "sasaran dan indikator di dalam kotak", False, Alignment.KIRI),
        target=gaya("Target", "target di dalam kotak", False, Alignment.TENGAH),
        jenjang=gaya("Jenjang", "nama jenjang di samping kotak", True, Alignment.TENGAH),
    )


DASAR = ParagraphStyle("Pohon", "dasar gaya isi lampiran", None, 8.5, 10.5)
BIASA = _skala("", 8.5, 10.5, indent=2.5, space=1)
BESAR = _skala(" Besar", 10, 12.5, indent=3.5, space=1.5)
RAPAT = _skala(" Rapat", 7.5, 9, indent=2, space=0.5)
SKALA = (BESAR, BIASA, RAPAT)
"""The three sizes, largest first; nothing is ever printed smaller than the last."""

LEMBAR = ParagraphStyle(
    "Pohon Lembar",
    "judul bagan pertama pada halaman",
    DASAR.name,
    8.5,
    11,
    bold=True,
    after=3,
    keep_next=True,
    outline=2,
)
LEMBAR_LAIN = ParagraphStyle(
    "Pohon Lembar Lain",
    "judul bagan berikutnya pada halaman yang sama",
    LEMBAR.name,
    8.5,
    11,
    bold=True,
    before=11,
    after=3,
    keep_next=True,
    outline=2,
)
"""Heads a further chart on the same page."""
KOSONG = ParagraphStyle("Pohon Kosong", "sel kosong: jarak dan garis hubung", DASAR.name, 1, 1)
"""Empty cells: gaps and connectors."""

MATRIKS_KEPALA = ParagraphStyle(
    "Matriks Kepala",
    "judul kolom matriks",
    DASAR.name,
    8,
    10,
    bold=True,
    align=Alignment.TENGAH,
    before=1.5,
    after=1.5,
    indent=2,
)
MATRIKS_ISI = ParagraphStyle(
    "Matriks Isi", "sel matriks", DASAR.name, 8, 10, before=1, after=1, indent=2
)
MATRIKS_JUDUL = ParagraphStyle(
    "Matriks Judul",
    "nama sasaran, program, dan kegiatan dalam matriks",
    MATRIKS_ISI.name,
    8,
    10,
    bold=True,
    before=1,
    after=1,
    indent=2,
)
MATRIKS_TARGET = ParagraphStyle(
    "Matriks Target",
    "target dalam matriks",
    MATRIKS_ISI.name,
    8,
    10,
    align=Alignment.TENGAH,
    before=1,
    after=1,
    indent=2,
)


def all_styles() -> tuple[ParagraphStyle, ...]:
    """Return every style the annex needs, each after the one it is based on."""
    scales = tuple(
        gaya
        for skala in (BIASA, BESAR, RAPAT)
        for gaya in (
            skala.judul,
            skala.kepala,
            skala.isi,
            skala.target,
            skala.jenjang,
        )
    )
    matriks = (MATRIKS_KEPALA, MATRIKS_ISI, MATRIKS_JUDUL, MATRIKS_TARGET)
    return (DASAR, *scales, LEMBAR, LEMBAR_LAIN, KOSONG, *matriks)


@dataclass(frozen=True)
class Fills:
    """The fills of one level as RRGGBB: titles (and its heading at the side), column heads.

    Each level is lighter than the one above, so that they differ in black and white too.
    """

    judul: str
    kepala: str


WARNA = {
    Jenis.KEPALA_DAERAH: Fills("9DB2C6", "D5DFE8"),
    Jenis.UTAMA: Fills("B7CCE1", "DFE9F3"),
    Jenis.PENDUKUNG: Fills("C3D2DC", "E4ECF0"),
    Jenis.PROGRAM: Fills("D3E2C3", "EAF2E2"),
    Jenis.KEGIATAN: Fills("F0DDB8", "F9F0DE"),
    Jenis.SUB_KEGIATAN: Fills("F4ECDB", "FAF7F0"),
}
GARIS_KOTAK = "404040"
GARIS_DALAM = "8C8C8C"
GARIS_HUBUNG = "595959"
"""Lines: around a box, inside it, and between boxes."""
TEBAL_HUBUNG = 8
TEBAL_DALAM = 4
TEBAL_PANEL = 12
"""Weights in 1/8 point: connectors, lines inside a box, lines between its panels."""
