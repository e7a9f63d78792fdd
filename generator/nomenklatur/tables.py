"""The official table in force: which edition applies, and what it says of a code or a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.nomenklatur import packed
from generator.nomenklatur.butir import ButirNomenklatur, Pemda, folded
from generator.nomenklatur.kode import (
    PENUNJANG,
    JenisKode,
    bidang_of,
    general,
    of_office,
    read_kode,
)


@dataclass(frozen=True, slots=True)
class Edition:
    """A table of the Ministry; `since` is the first year whose decrees follow it."""

    key: str
    since: int
    title: str
    pemda: tuple[Pemda, ...] = (Pemda.PROVINSI, Pemda.KABUPATEN_KOTA)


EDITIONS = (
    Edition("2023", 2024, "Kepmendagri Nomor 900.1.15.5-1317 Tahun 2023", (Pemda.KABUPATEN_KOTA,)),
    Edition("2027", 2027, "tabel Kementerian Dalam Negeri untuk tahun 2027"),
)
"""From the oldest to the newest."""

OWN_TITLE = "nomenklatur.xlsx di folder ini"
"""How an office's own table is called."""

Block = Callable[[str], tuple[ButirNomenklatur, ...]]
"""Gives the lines of a bidang, of `PENUNJANG`, or those of all bidang and programs (`INDEX`)."""


class Nomenklatur:
    """One table for one kind of government.

    With `names_only` the decree is older than the table: codes say nothing then, names little.
    """

    def __init__(
        self,
        title: str,
        block: Block,
        bidang: Callable[[], tuple[str, ...]],
        *,
        names_only: bool = False,
    ) -> None:
        self.title = title
        self.names_only = names_only
        self._bidang = bidang
        self._block = block
        self._offices: dict[str, OfficeTable] = {}
        self._by_kode: dict[str, Mapping[str, ButirNomenklatur]] = {}

    @property
    def bidang(self) -> tuple[str, ...]:
        """The bidang that have lines, and `PENUNJANG`."""
        return self._bidang()

    @cached_property
    def heads(self) -> tuple[ButirNomenklatur, ...]:
        """Every bidang and program."""
        return self._block(packed.INDEX)

    def rows(self, bidang: str) -> tuple[ButirNomenklatur, ...]:
        """Return the lines of a bidang, in the order of their codes."""
        return self._block(bidang)

    def office(self, bidang: str) -> OfficeTable:
        """Return what an office of that bidang chooses from."""
        if bidang not in self._offices:
            self._offices[bidang] = OfficeTable(bidang, self.rows(bidang), self.rows(PENUNJANG))
        return self._offices[bidang]

    def of(self, kode: str) -> ButirNomenklatur | None:
        """Return the line of an official code (`read_kode`), None when there is none."""
        shared = general(kode)
        if shared == kode or bidang_of(kode) not in self.bidang:
            return self._coded(bidang_of(kode)).get(kode)
        line = self._coded(bidang_of(shared)).get(shared)
        return replace(line, kode=kode) if line else self._coded(bidang_of(kode)).get(kode)

    def _coded(self, bidang: str) -> Mapping[str, ButirNomenklatur]:
        """Return the lines of a bidang by their codes."""
        if bidang not in self._by_kode:
            self._by_kode[bidang] = {one.kode: one for one in self.rows(bidang)}
        return self._by_kode[bidang]


class OfficeTable:
    """What an office of one bidang chooses from: its own lines, and those that serve all.

    Of a bidang that is not in the table it is nothing.
    """

    def __init__(
        self,
        bidang: str,
        own: tuple[ButirNomenklatur, ...],
        penunjang: tuple[ButirNomenklatur, ...],
    ) -> None:
        shared = (
            replace(one, kode=of_office(one.kode, bidang))
            for one in (penunjang if own else ())
            if one.jenis is not JenisKode.BIDANG
        )
        self.bidang = bidang
        self.rows = tuple(sorted((*own, *shared), key=lambda one: one.kode))

    @cached_property
    def by_name(self) -> Mapping[str, tuple[ButirNomenklatur, ...]]:
        """The lines by their name, folded; names of several kinds or places meet."""
        named: dict[str, list[ButirNomenklatur]] = defaultdict(list)
        for one in self.rows:
            named[folded(one.nama)].append(one)
        return {name: tuple(rows) for name, rows in named.items()}

    @cached_property
    def by_word(self) -> Mapping[str, tuple[str, ...]]:
        """The folded names by each word in them."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self.by_name:
            for word in dict.fromkeys(name.split()):
                found[word].append(name)
        return {word: tuple(names) for word, names in found.items()}

    @cached_property
    def successors(self) -> Mapping[str, tuple[ButirNomenklatur, ...]]:
        """The lines that replaced a code, by that code."""
        found: dict[str, list[ButirNomenklatur]] = defaultdict(list)
        for one in self.rows:
            old, _, _ = one.sebelumnya.partition(" ")
            if kode := read_kode(old):
                found[of_office(kode, self.bidang)].append(one)
        return {kode: tuple(rows) for kode, rows in found.items()}

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the lines."""
        texts = (text for one in self.rows for text in one.texts)
        return Counter(word for text in texts for word in folded(text).split())


def nomenklatur_for(
    tahun: str, pemerintah: str, own: Iterable[ButirNomenklatur] = ()
) -> Nomenklatur:
    """Return the table for a decree of that year; `pemerintah` is "Kabupaten …" or "Provinsi …".

    A decree older than every table of its kind of government meets the oldest by names only. The
    lines of an office's `own` table come first, where it has any of that kind of government.
    """
    pemda = pemda_of(pemerintah)
    if lines := [one for one in own if one.pemda is pemda]:
        return own_table(lines)
    editions = [one for one in EDITIONS if pemda in one.pemda]
    year = int(tahun) if tahun.isascii() and tahun.isdigit() else 0
    in_force = [one for one in editions if one.since <= year]
    return edition_of((in_force or editions[:1])[-1], pemda, names_only=not in_force)


def edition_of(edition: Edition, pemda: Pemda, *, names_only: bool = False) -> Nomenklatur:
    """Return an edition as it stands in the program."""

    def block(name: str) -> tuple[ButirNomenklatur, ...]:
        return packed.block(name, edition.key, pemda)

    return Nomenklatur(edition.title, block, packed.names, names_only=names_only)


def own_table(butir: Iterable[ButirNomenklatur]) -> Nomenklatur:
    """Return the table that an office laid in its folder."""
    blocks: dict[str, list[ButirNomenklatur]] = defaultdict(list)
    for one in butir:
        if one.bidang:
            blocks[one.bidang].append(one)
        if one.jenis in (JenisKode.BIDANG, JenisKode.PROGRAM):
            blocks[packed.INDEX].append(one)
    held = {name: tuple(rows) for name, rows in blocks.items()}
    bidang = tuple(sorted(name for name in held if name != packed.INDEX))
    return Nomenklatur(OWN_TITLE, lambda name: held.get(name, ()), lambda: bidang)


def pemda_of(pemerintah: str) -> Pemda:
    """Return whose table a government follows, by its name without the word Pemerintah."""
    first = folded(pemerintah).partition(" ")[0]
    return Pemda.PROVINSI if first == "provinsi" else Pemda.KABUPATEN_KOTA
