"""What the checks of the decree look at: its texts, and its legal basis read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.bahasa.tanggal import format_tanggal
from generator.naskah.keputusan_cascading.model import Decree
from generator.peraturan.citation import Citation, CitationReading, UnreadReason
from generator.peraturan.register import Register
from generator.values import Isian


@dataclass(frozen=True, slots=True)
class Dasar:
    """One item of Mengingat with what was read of it; `nomor` counts from 1."""

    nomor: int
    isian: Isian
    reading: CitationReading

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The regulation and those of its amendment chain; none when it could not be read."""
        return tuple(self.reading.citation.all()) if self.reading.citation else ()

    @property
    def is_read(self) -> bool:
        """Whether every part was read but a number typed before it.

        Else nothing is known to be missing, nor what a change would do.
        """
        return all(one.alasan is UnreadReason.AWALAN for one in self.reading.unread)


@dataclass(frozen=True, slots=True)
class DecreeSubject:
    """A decree being checked.

    `tahun` and `tanggal` are None where they cannot be read; `daerah` is the region as texts
    name it ("Kabupaten Tanjung Jabung Barat"), `register` holds the office's own rows too.
    """

    decree: Decree
    dasar: tuple[Dasar, ...]
    register: Register
    daerah: str
    tahun: int | None
    tanggal: date | None

    @property
    def per(self) -> date | None:
        """The day as of which the law is looked at: the decree's own, else 1 January."""
        return self.tanggal or (date(self.tahun, 1, 1) if self.tahun else None)

    @property
    def per_words(self) -> str:
        """That day in words, saying so when it is not the decree's own."""
        if self.per is None:
            return ""
        assumed = "" if self.tanggal else ", karena Tanggal keputusan belum terbaca"
        return f"{format_tanggal(self.per)}{assumed}"

    def texts(self) -> Iterator[tuple[Isian, ...]]:
        """Yield the texts of the decree, each as its lines; Mengingat and Tembusan apart."""
        decree, identitas = self.decree, self.decree.identitas
        yield identitas.kop
        yield identitas.jabatan_judul
        yield identitas.tentang
        yield identitas.jabatan_pembuka
        yield (identitas.menetapkan,)
        yield identitas.penandatangan.jabatan
        if identitas.judul_lampiran != identitas.tentang:
            yield identitas.judul_lampiran
        for item in (*decree.menimbang, *decree.diktum):
            yield (item,)
