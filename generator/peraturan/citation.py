"""A legal citation as data, and its canonical wording.

What a citation means is compared; where it stood and how it was spelt are kept beside it and
are not. `str(citation)` is the wording of UU 12/2011, and reading it gives an equal citation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import chain
from typing import NamedTuple

from generator.peraturan.kinds import UUD, JenisPeraturan, Terbitan


class Span(NamedTuple):
    """Where something stands in the text that was read: text[start:end]."""

    start: int
    end: int


class PieceRole(Enum):
    """What a piece of the text is."""

    PASAL = "pasal yang disebut"
    JENIS = "jenis peraturan"
    REPUBLIK_INDONESIA = "frasa Republik Indonesia"
    PEMBUAT = "pembuat peraturan"
    NOMOR = "nomor"
    TAHUN = "tahun"
    TENTANG = "kata tentang"
    NAMA = "nama peraturan"
    LEMBARAN = "nama lembaran"
    TEMPAT_LEMBARAN = "negara atau daerah lembaran"
    TAHUN_LEMBARAN = "tahun lembaran"
    NOMOR_LEMBARAN = "nomor lembaran"
    SERI = "seri lembaran"
    TAMBAHAN = "nama tambahan lembaran"
    TEMPAT_TAMBAHAN = "negara atau daerah tambahan lembaran"
    TAHUN_TAMBAHAN = "tahun tambahan lembaran"
    NOMOR_TAMBAHAN = "nomor tambahan lembaran"
    HUBUNGAN = "sebagaimana telah diubah dengan"
    KATA = "kata tetap dan tanda baca"
    PENUTUP = "tanda baca penutup"


@dataclass(frozen=True, slots=True)
class CitationPart:
    """A piece that was read."""

    peran: PieceRole
    span: Span


class Oddity(Enum):
    """How a spelling departs from the form of the book."""

    KAPITAL = "huruf besar dan kecil"
    REPUBLIK_INDONESIA = "frasa Republik Indonesia pada nama peraturan"
    LEMBARAN_TANPA_NEGARA = "lembaran tanpa frasa Republik Indonesia"
    SINGKATAN = "singkatan"
    EJAAN = "ejaan"
    TANPA_TENTANG = "tanpa kata tentang"
    TANDA_BACA = "tanda baca"
    SUSUNAN = "susunan"


@dataclass(frozen=True, slots=True)
class Slip:
    """A departure with its one cure: `text[span]`, which is `found`, becomes `right`."""

    jenis: Oddity
    span: Span
    found: str
    right: str


@dataclass(frozen=True, slots=True)
class Lembaran:
    """A gazette as cited. `tempat` is the region of a regional one, `seri` its old series."""

    terbitan: Terbitan
    tempat: str
    tahun: int | None
    nomor: str
    seri: str = ""

    def __str__(self) -> str:
        return _spaced(
            self.terbitan.value,
            _place(self.terbitan, self.tempat),
            self.tahun is not None and f"Tahun {self.tahun}",
            self.nomor and f"Nomor {self.nomor}",
            self.seri and f"Seri {self.seri}",
        )


@dataclass(frozen=True, slots=True)
class TambahanLembaran:
    """A supplement as cited; a year is rarely given."""

    terbitan: Terbitan
    tempat: str
    nomor: str
    tahun: int | None = None

    def __str__(self) -> str:
        return _spaced(
            "Tambahan",
            self.terbitan.value,
            _place(self.terbitan, self.tempat),
            self.tahun is not None and f"Tahun {self.tahun}",
            self.nomor and f"Nomor {self.nomor}",
        )


class Effect(Enum):
    """What the regulation named behind has done; the value is the verb of the phrase."""

    DIUBAH = "diubah"
    DITETAPKAN = "ditetapkan menjadi Undang-Undang"
    DIGANTI = "diganti"
    DICABUT = "dicabut"


@dataclass(frozen=True, slots=True)
class Amendment:
    """A phrase "sebagaimana telah … dengan …". `kali` is "beberapa", "dua" or empty."""

    hubungan: Effect
    kali: str
    terakhir: bool
    oleh: tuple[Citation, ...]
    span: Span = field(compare=False, repr=False, default=Span(0, 0))

    def __str__(self) -> str:
        *others, last = map(str, self.oleh)
        return _spaced(
            "sebagaimana telah",
            self.kali and f"{self.kali} kali",
            self.hubungan.value,
            self.terakhir and "terakhir",
            "dengan",
            " dan ".join([", ".join(others), last]) if others else last,
        )


class RegulationKey(NamedTuple):
    """What identifies a regulation: "Permendagri 86/2017".

    `jenis` is the short name, `pembuat` the region or institution where the short name does
    not say it.
    """

    jenis: str
    nomor: str
    tahun: int | None
    pembuat: str = ""

    def __str__(self) -> str:
        number = "/".join(str(one) for one in (self.nomor, self.tahun) if one)
        return _spaced(self.jenis, self.pembuat, number)


@dataclass(frozen=True, slots=True)
class Citation:
    """One regulation as cited.

    `kementerian` is the short name of a known ministry ("dagri"). `nama` is the name with its
    spelling mended. `tahun_dalam_nomor`: the year is written "PER/09/M.PAN/5/2007". `parts`
    tile the text of this citation without its amendments, `slips` are those of these parts,
    `rujukan` the regulations that its name mentions.
    """

    jenis: JenisPeraturan
    pembuat: str = ""
    kementerian: str = ""
    nomor: str = ""
    tahun: int | None = None
    tahun_dalam_nomor: bool = False
    nama: str = ""
    pasal: str = ""
    lembaran: Lembaran | None = None
    tambahan: TambahanLembaran | None = None
    perubahan: tuple[Amendment, ...] = ()
    rujukan: tuple[Citation, ...] = field(compare=False, repr=False, default=())
    text: str = field(compare=False, repr=False, default="")
    span: Span = field(compare=False, repr=False, default=Span(0, 0))
    parts: tuple[CitationPart, ...] = field(compare=False, repr=False, default=())
    slips: tuple[Slip, ...] = field(compare=False, repr=False, default=())

    def __str__(self) -> str:
        gazettes = ", ".join(str(one) for one in (self.lembaran, self.tambahan) if one)
        return _spaced(
            self.pasal,
            self.nama_jenis,
            self._nomor(),
            self.nama and f"tentang {self.nama}",
            gazettes and f"({gazettes})",
            *map(str, self.perubahan),
        )

    def _nomor(self) -> str:
        if not self.nomor or self.tahun is None:
            return self.nomor and f"Nomor {self.nomor}"
        return f"Nomor {self.nomor}{'/' if self.tahun_dalam_nomor else ' Tahun '}{self.tahun}"

    @property
    def nama_jenis(self) -> str:
        """The kind with who made it: "Peraturan Menteri Dalam Negeri"."""
        return _spaced(self.jenis.nama, self.pembuat)

    @property
    def kunci(self) -> RegulationKey:
        """What identifies the regulation, in the form the register uses."""
        kode = self.jenis.kode + self.kementerian
        pembuat = "" if self.kementerian else self.pembuat
        return RegulationKey(kode, self.nomor, 1945 if self.jenis is UUD else self.tahun, pembuat)

    def part(self, peran: PieceRole) -> Span | None:
        """Return where the first piece of this role stands, or None when there is none."""
        return next((one.span for one in self.parts if one.peran is peran), None)

    def typed(self, peran: PieceRole) -> str:
        """Return the first piece of this role as typed, or an empty text."""
        span = self.part(peran)
        return self.text[span.start : span.end] if span else ""

    def all(self) -> Iterator[Citation]:
        """Yield this citation and every one in its amendment chain, in text order."""
        yield self
        for perubahan in self.perubahan:
            for citation in perubahan.oleh:
                yield from citation.all()


class UnreadReason(Enum):
    """Why a stretch of text could not be read."""

    BUKAN_PERATURAN = "tidak diawali jenis peraturan yang dikenal"
    TANPA_NOMOR = "jenis peraturan tanpa nomor dan nama"
    BUKAN_NOMOR = "bukan nomor peraturan"
    AWALAN = "tanda sebelum peraturan"
    TIDAK_DIKENAL = "tidak dikenal di tempat ini"
    BUKAN_LEMBARAN = "bukan lembaran"
    TANPA_PERATURAN_PENGUBAH = "tidak diikuti peraturan yang mengubah"
    PERATURAN_LAIN = "peraturan lain dalam butir yang sama"
    TERLALU_DALAM = "terlalu banyak perubahan bersusun"
    TERLALU_PANJANG = "lebih dari 5.000 huruf"


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch of text that was not understood."""

    span: Span
    alasan: UnreadReason
    text: str


@dataclass(frozen=True, slots=True)
class CitationReading:
    """What a text says: its citation, if it is one, and everything that stayed unread.

    `parts` and `unread` follow each other in text order, never overlap, and leave out nothing
    but white space. `penutup` is the closing punctuation as typed, mostly ";".
    """

    text: str
    citation: Citation | None
    parts: tuple[CitationPart, ...]
    unread: tuple[Unread, ...]
    penutup: str

    @property
    def slips(self) -> tuple[Slip, ...]:
        """The slips of the whole chain, in text order."""
        if self.citation is None:
            return ()
        slips = chain.from_iterable(one.slips for one in self.citation.all())
        return tuple(sorted(slips, key=lambda one: one.span))

    def mended(self) -> str:
        """Return the text with every slip mended and nothing else changed."""
        return mend(self.text, self.slips)


def mend(text: str, slips: tuple[Slip, ...], start: int = 0, end: int | None = None) -> str:
    """Return text[start:end] with the slips inside it mended; they are in order."""
    pieces: list[str] = []
    end = len(text) if end is None else end
    for slip in slips:
        if start <= slip.span.start and slip.span.end <= end:
            pieces += text[start : slip.span.start], slip.right
            start = slip.span.end
    return "".join((*pieces, text[start:end]))


def _spaced(*texts: str | bool) -> str:
    return " ".join(text for text in texts if isinstance(text, str) and text)


def _place(terbitan: Terbitan, tempat: str) -> str:
    return "Republik Indonesia" if terbitan.negara else tempat
