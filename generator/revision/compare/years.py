"""Two years of one cascade side by side: what came, went, moved, was reworded, and each target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Protocol, TypeVar

from generator.bahasa.numbers import format_number
from generator.bahasa.wording import fold, nearest
from generator.cascade.model import Jenis
from generator.revision.compare.butir import Butir, Ukuran


class Perubahan(Enum):
    """What became of something between two years, in words for the user."""

    DITAMBAH = "ditambahkan"
    DIHAPUS = "dihapus"
    PINDAH = "pindah induk"
    JENIS = "jenis berganti"
    NAMA = "nama berganti"
    SASARAN = "sasaran berganti"
    INDIKATOR = "indikator berganti"
    TARGET = "target berubah"
    TETAP = "target tetap"
    URUTAN = "pindah urutan"
    BUNYI = "bunyi berganti"


class Heading(Protocol):
    """What heads the lines about one kind of thing."""

    @property
    def tingkat(self) -> str:
        """The heading."""


@dataclass(frozen=True, slots=True)
class UkuranPair:
    """One indikator in both years, or in one of them."""

    lama: Ukuran | None
    baru: Ukuran | None

    @property
    def selisih(self) -> Decimal | None:
        """New less old, in the unit of both; None where there are no two numbers of one unit."""
        if not self.lama or not self.baru or fold(self.lama.satuan) != fold(self.baru.satuan):
            return None
        if self.lama.nilai is None or self.baru.nilai is None:
            return None
        return self.baru.nilai - self.lama.nilai

    @property
    def bagian(self) -> Decimal | None:
        """The change as a part of the old target (0.1 is ten per cent more)."""
        if self.selisih is None or not self.lama or not self.lama.nilai:
            return None
        return self.selisih / abs(self.lama.nilai)


@dataclass(frozen=True, slots=True)
class ButirPair:
    """One node in both years, or in one of them; `pindah` when it hangs on another node."""

    lama: Butir | None
    baru: Butir | None
    pindah: bool
    ukuran: tuple[UkuranPair, ...]

    @property
    def terkini(self) -> Butir:
        """The node as it stands last."""
        one = self.baru or self.lama
        assert one is not None
        return one


@dataclass(frozen=True, slots=True)
class ComparisonLine:
    """One line of the report; `lama` and `baru` are texts as printed, empty where there is none.

    `jenis` is what it is about: a kind of node, or a part of the decree before its annex.
    """

    jenis: Heading
    kode: str
    perubahan: Perubahan
    lama: str
    baru: str
    hal: str = ""
    """The indikator that a line about a target is about."""
    ukuran: UkuranPair | None = None


def compare(lama: Sequence[Butir], baru: Sequence[Butir]) -> tuple[ButirPair, ...]:
    """Pair the nodes of two years by code, then by text; the new order, then what is gone."""
    pairs = _paired(lama, baru, _NODE_KEYS)
    partner = {old.kode: new.kode for old, new in pairs if old and new}
    return tuple(
        ButirPair(
            old,
            new,
            bool(old and new and partner.get(old.induk, old.induk) != new.induk),
            _paired_ukuran(old.ukuran if old else (), new.ukuran if new else ()),
        )
        for old, new in pairs
    )


def lines(pairs: Sequence[ButirPair]) -> Iterator[ComparisonLine]:
    """Yield what the comparison says, level by level from the top."""
    old = {pair.lama.kode: pair.lama for pair in pairs if pair.lama}
    new = {pair.baru.kode: pair.baru for pair in pairs if pair.baru}
    for jenis in Jenis:
        for pair in pairs:
            if pair.terkini.jenis is jenis:
                yield from _lines_of(pair, old.get, new.get)


def signed(number: Decimal, decimals: int | None = None) -> str:
    """Return a difference as an Indonesian reads it: "+1,5", "-2", "0"."""
    text = format_number(number, decimals)
    return f"+{text}" if number > 0 else text


def _lines_of(
    pair: ButirPair,
    old: Callable[[str], Butir | None],
    new: Callable[[str], Butir | None],
) -> Iterator[ComparisonLine]:
    lama, baru, at = pair.lama, pair.baru, pair.terkini
    if lama is None or baru is None:
        what = Perubahan.DIHAPUS if baru is None else Perubahan.DITAMBAH
        yield ComparisonLine(
            at.jenis, at.kode, what, lama.bunyi if lama else "", baru.bunyi if baru else ""
        )
    else:
        if pair.pindah:
            above = (_called(lama.induk, old), _called(baru.induk, new))
            yield ComparisonLine(at.jenis, at.kode, Perubahan.PINDAH, *above, at.bunyi)
        for what, before, after in (
            (Perubahan.JENIS, lama.jenis.value, baru.jenis.value),
            (Perubahan.NAMA, lama.nama, baru.nama),
            (Perubahan.SASARAN, lama.sasaran, baru.sasaran),
        ):
            if before != after:
                yield ComparisonLine(at.jenis, at.kode, what, before, after, at.bunyi)
    for ukuran in pair.ukuran:
        yield from _lines_of_ukuran(at, ukuran)


def _called(kode: str, butir: Callable[[str], Butir | None]) -> str:
    one = butir(kode)
    return f"{kode} {one.bunyi}" if one else kode


def _lines_of_ukuran(at: Butir, pair: UkuranPair) -> Iterator[ComparisonLine]:
    lama, baru = pair.lama, pair.baru
    if lama and baru and lama.teks != baru.teks:
        reworded = (Perubahan.INDIKATOR, lama.teks, baru.teks)
        yield ComparisonLine(at.jenis, at.kode, *reworded, pair_name(pair))
    before, after = lama.target if lama else "", baru.target if baru else ""
    if lama is None or baru is None:
        what = Perubahan.DIHAPUS if baru is None else Perubahan.DITAMBAH
    else:
        what = Perubahan.TETAP if before == after else Perubahan.TARGET
    yield ComparisonLine(at.jenis, at.kode, what, before, after, pair_name(pair), pair)


def pair_name(pair: UkuranPair) -> str:
    """Return what the indikator is called last."""
    one = pair.baru or pair.lama
    return one.teks if one else ""


T = TypeVar("T")

_NODE_KEYS: tuple[Callable[[Butir], Hashable], ...] = (
    lambda one: fold(one.kode),
    lambda one: (one.jenis, fold(one.nama), fold(one.sasaran)),
    lambda one: (one.jenis, fold(one.sasaran)) if one.sasaran else None,
    lambda one: (one.jenis, fold(one.nama)) if one.nama else None,
)
_UKURAN_KEYS: tuple[Callable[[Ukuran], Hashable], ...] = (lambda one: fold(one.teks),)


def _paired(
    lama: Sequence[T], baru: Sequence[T], keys: Sequence[Callable[[T], Hashable]]
) -> list[tuple[T | None, T | None]]:
    """Pair by each key in turn what has it alone on its side; the rest stays single."""
    partner: dict[int, int] = {}
    for key in keys:
        mine = _alone(lama, partner.keys(), key)
        theirs = _alone(baru, partner.values(), key)
        partner |= {mine[value]: theirs[value] for value in mine.keys() & theirs.keys()}
    came = {new: old for old, new in partner.items()}
    kept = [(lama[came[n]] if n in came else None, one) for n, one in enumerate(baru)]
    return [*kept, *((one, None) for n, one in enumerate(lama) if n not in partner)]


def _alone(
    items: Sequence[T], taken: Iterable[int], key: Callable[[T], Hashable]
) -> dict[Hashable, int]:
    """Return value of the key → number of the one free item that has it."""
    gone = frozenset(taken)
    values = [None if n in gone else key(one) for n, one in enumerate(items)]
    counts = Counter(values)
    return {value: n for n, value in enumerate(values) if value is not None and counts[value] == 1}


def _paired_ukuran(lama: Sequence[Ukuran], baru: Sequence[Ukuran]) -> tuple[UkuranPair, ...]:
    """Pair indikator that read the same, then those that were only reworded."""
    pairs = _paired(lama, baru, _UKURAN_KEYS)
    left = [old for old, new in pairs if old and not new]
    found = []
    for old, new in pairs:
        if new and not old:
            near = nearest(new.teks, [one.teks for one in left])
            old = next((one for one in left if one.teks == near), None)
            if old:
                left.remove(old)
        if new:
            found.append(UkuranPair(old, new))
    return (*found, *(UkuranPair(old, None) for old in left))
