"""What is known of the regulations that such decrees cite, and what had become of them when.

`peraturan.tsv` holds the facts with their evidence. An empty field is unknown, never "none",
and a rule that needs it stays silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import cache, cached_property
from importlib.resources import files

from generator.bahasa.wording import fold
from generator.peraturan.citation import Citation, RegulationKey
from generator.peraturan.kinds import Terbitan
from generator.values import Place


class Evidence(Enum):
    """How far a row can be relied on."""

    NASKAH = "V"
    """Number, name, date and gazette were read in a source."""
    SEBAGIAN = "V-sebagian"
    """Every filled field was read; the empty ones are unknown."""
    KANTOR = "kantor"
    """The office has entered it in its own book."""
    INGATAN = "P"
    """From memory: good for a Catatan only."""


@dataclass(frozen=True, slots=True)
class RelatedRegulation:
    """A regulation that amends or repeals another. `tanggal` is when it was promulgated."""

    kunci: RegulationKey
    tanggal: date | None = None
    dari_ingatan: bool = False

    def happened(self, as_of: date) -> bool:
        """Whether it was promulgated by that day; without a date its year must decide."""
        if self.tanggal:
            return self.tanggal <= as_of
        return self.kunci.tahun is not None and self.kunci.tahun < as_of.year

    def is_after(self, other: RelatedRegulation) -> bool:
        """Whether it certainly came later; where a date is missing the years must decide."""
        if self.tanggal and other.tanggal:
            return self.tanggal > other.tanggal
        return (self.kunci.tahun or 0) > (other.kunci.tahun or 9999)

    def __str__(self) -> str:
        return str(self.kunci)


@dataclass(frozen=True, slots=True)
class Peraturan:
    """One regulation with what is known of it; None or "" is unknown.

    `place` is its row when the office has entered it.
    """

    kunci: RegulationKey
    nama: str = ""
    ditetapkan: date | None = None
    diundangkan: date | None = None
    terbitan: Terbitan | None = None
    tahun_lembaran: int | None = None
    nomor_lembaran: str = ""
    tambahan: str = ""
    mengubah: tuple[RelatedRegulation, ...] = ()
    diubah_oleh: tuple[RelatedRegulation, ...] = ()
    dicabut_oleh: tuple[RelatedRegulation, ...] = ()
    bukti: Evidence = Evidence.KANTOR
    sumber: str = ""
    catatan: str = ""
    place: Place | None = field(compare=False, default=None)

    @property
    def dari_ingatan(self) -> bool:
        return self.bukti is Evidence.INGATAN

    @property
    def tanggal(self) -> date | None:
        """When it came into being for others: promulgated or else, if known, enacted."""
        return self.diundangkan or self.ditetapkan


def norm(kunci: RegulationKey) -> RegulationKey:
    """Return the form in which keys are equal that mean one regulation.

    Strokes, dots and hyphens in numbers are interchanged in practice, a year at the end of a
    number is repeated, and the head of an institution stands for it.
    """
    nomor = "/".join(part.lstrip("0") or "0" for part in re.split(r"\W+", kunci.nomor.casefold()))
    if kunci.tahun:
        nomor = nomor.removesuffix(f"/{kunci.tahun}")
    pembuat = fold(kunci.pembuat)
    if kunci.jenis in ("Perban", "Kepka"):
        pembuat = pembuat.removeprefix("kepala ")
    elif kunci.jenis not in ("Perda", "Qanun"):
        pembuat = re.sub(r"^(?:provinsi|propinsi|kabupaten|kota) ", "", pembuat)
    return RegulationKey(kunci.jenis, nomor, kunci.tahun, pembuat)


def letters(nama: str) -> str:
    """Return a name without case, punctuation and spaces."""
    return re.sub(r"[\W_]+", "", nama.casefold())


@dataclass(frozen=True)
class Register:
    """Regulations by what identifies them."""

    peraturan: tuple[Peraturan, ...]

    @cached_property
    def _by_key(self) -> Mapping[RegulationKey, Peraturan]:
        return {norm(one.kunci): one for one in self.peraturan}

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Peraturan, ...]]:
        names: dict[str, tuple[Peraturan, ...]] = {}
        for one in self.peraturan:
            if one.nama:
                name = letters(one.nama)
                names[name] = (*names.get(name, ()), one)
        return names

    @cached_property
    def _amended_by(self) -> Mapping[RegulationKey, tuple[RelatedRegulation, ...]]:
        """Who says of itself that it amends a regulation."""
        found: dict[RegulationKey, tuple[RelatedRegulation, ...]] = {}
        for one in self.peraturan:
            for other in one.mengubah:
                by = RelatedRegulation(
                    one.kunci, one.tanggal, one.dari_ingatan or other.dari_ingatan
                )
                key = norm(other.kunci)
                found[key] = (*found.get(key, ()), by)
        return found

    def get(self, kunci: RegulationKey) -> Peraturan | None:
        """Return the regulation, or None when nothing is known of it.

        A key without a region finds the one regulation of that kind, number and year; so
        does a region find an entry without one.
        """
        key = norm(kunci)
        found = self._by_key.get(key)
        if found is None and not key.pembuat:
            same = [one for known, one in self._by_key.items() if known[:3] == key[:3]]
            found = same[0] if len(same) == 1 else None
        return found or self._by_key.get(key._replace(pembuat=""))

    def find(self, jenis: str, nomor: str, tahun: int, pembuat: str = "") -> Peraturan | None:
        """Return the regulation of this short kind ("Permendagri"), number and year."""
        return self.get(RegulationKey(jenis, nomor, tahun, pembuat))

    def named(self, nama: str) -> tuple[Peraturan, ...]:
        """Return the regulations of this name; case and punctuation do not count."""
        return self._by_name.get(letters(nama), ())

    def amendments(self, peraturan: Peraturan) -> tuple[RelatedRegulation, ...]:
        """Return everything known to amend it, oldest first."""
        known = {norm(one.kunci): one for one in peraturan.diubah_oleh}
        for one in self._amended_by.get(norm(peraturan.kunci), ()):
            known.setdefault(norm(one.kunci), one)
        return self._dated(known.values())

    def repeals(self, peraturan: Peraturan) -> tuple[RelatedRegulation, ...]:
        """Return everything known to repeal it, oldest first."""
        return self._dated(peraturan.dicabut_oleh)

    def repealed_by(self, kunci: RegulationKey, as_of: date) -> RelatedRegulation | None:
        """Return what is known to have repealed it last by that day."""
        found = self.get(kunci)
        repeals = self.repeals(found) if found else ()
        return next((one for one in reversed(repeals) if one.happened(as_of)), None)

    def _dated(self, relations: Iterable[RelatedRegulation]) -> tuple[RelatedRegulation, ...]:
        """Fill in dates that the register knows from the other regulation's row, and sort."""
        dated = []
        for one in relations:
            other = None if one.tanggal else self._by_key.get(norm(one.kunci))
            dated.append(replace(one, tanggal=other.tanggal) if other else one)
        return tuple(sorted(dated, key=_when))


def _when(one: RelatedRegulation) -> tuple[date, str]:
    """Return by what relations are sorted: one without a date comes at the end of its year."""
    return one.tanggal or date(one.kunci.tahun or 9999, 12, 31), one.kunci.nomor


@dataclass(frozen=True, slots=True)
class Status:
    """What had become of a regulation on a day, as far as dates are known."""

    peraturan: Peraturan
    per: date
    diubah_oleh: tuple[RelatedRegulation, ...]
    dicabut_oleh: tuple[RelatedRegulation, ...]

    def uncited(self, citation: Citation) -> tuple[RelatedRegulation, ...]:
        """Return the amendments that came after the last one the citation names.

        With none named these are all of them. An amendment named that is not known leaves it
        open which came later, so then there are none.
        """
        named = {norm(one.kunci) for one in citation.all() if one is not citation}
        if not named:
            return self.diubah_oleh
        cited = [one for one in self.diubah_oleh if norm(one.kunci) in named]
        if len(cited) < len(named):
            return ()
        return tuple(one for one in self.diubah_oleh if all(map(one.is_after, cited)))


def status(register: Register, citation: Citation, as_of: date) -> Status | None:
    """Return what is known of the cited regulation on that day; None when it is not known.

    Only what was promulgated by then counts; without a date its year must be over.
    """
    peraturan = register.get(citation.kunci)
    if peraturan is None:
        return None

    def until(relations: tuple[RelatedRegulation, ...]) -> tuple[RelatedRegulation, ...]:
        return tuple(one for one in relations if one.happened(as_of))

    return Status(
        peraturan,
        as_of,
        until(register.amendments(peraturan)),
        until(register.repeals(peraturan)),
    )


_RELATION = re.compile(r"(\S+) (\S+)/([0-9]{4})(?: \(([0-9-]{10})\))?")
_FROM_MEMORY = re.compile(r"(\S+ \S+/[0-9]{4}): P\b")
_NOTE = re.compile(r"\[(ubah|cabut)\]([^\[]*)")


@cache
def register() -> Register:
    """Return the regulations that come with the program."""
    text = files(__package__).joinpath("peraturan.tsv").read_text(encoding="utf-8")
    _, *rows = (line.split("\t") for line in text.splitlines())
    return Register(tuple(map(_peraturan, rows)))


def _peraturan(row: list[str]) -> Peraturan:
    jenis, nomor, tahun, nama, ditetapkan, diundangkan, terbitan, *rest = row
    tahun_lembaran, nomor_lembaran, tambahan, mengubah, diubah, dicabut, bukti, catatan = rest
    level, _, source = bukti.partition(": ")
    memory = {
        which: frozenset(_FROM_MEMORY.findall(note)) for which, note in _NOTE.findall(catatan)
    }
    known = Evidence(level)
    always = known is Evidence.INGATAN
    return Peraturan(
        kunci=RegulationKey(jenis, nomor, int(tahun)),
        nama=nama,
        ditetapkan=_date(ditetapkan),
        diundangkan=_date(diundangkan),
        terbitan=Terbitan[terbitan] if terbitan else None,
        tahun_lembaran=int(tahun_lembaran) if tahun_lembaran else None,
        nomor_lembaran=nomor_lembaran,
        tambahan=tambahan,
        mengubah=_relations(mengubah, always),
        diubah_oleh=_relations(diubah, always, memory.get("ubah", frozenset())),
        dicabut_oleh=_relations(dicabut, always, memory.get("cabut", frozenset())),
        bukti=known,
        sumber=source,
        catatan=catatan,
    )


def _relations(
    text: str, always: bool, memory: frozenset[str] = frozenset()
) -> tuple[RelatedRegulation, ...]:
    """Read "UU 2/2015 (2015-02-02); …"; those in `memory` are from memory, or `always` all."""
    return tuple(
        RelatedRegulation(
            RegulationKey(jenis, nomor, int(tahun)), _date(day), always or name in memory
        )
        for jenis, nomor, tahun, day in _RELATION.findall(text)
        for name in [f"{jenis} {nomor}/{tahun}"]
    )


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
