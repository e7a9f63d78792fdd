"""The tables as they lie in the program: one small file a bidang, opened when it is asked for.

Such a file holds a bidang in all editions, one line a text that stands in some of them: the keys
of those editions, code, nama, kinerja, indikator, satuan, sebelumnya, parted by tabs. `indeks`
holds every bidang and program, so that an office's bidang is found without its table.
"""

from __future__ import annotations

import lzma
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from functools import cache, lru_cache
from importlib.resources import files

from generator.nomenklatur.butir import ButirNomenklatur, Pemda
from generator.nomenklatur.kode import JenisKode

INDEX = "indeks"
_LETTER = {Pemda.PROVINSI: "p", Pemda.KABUPATEN_KOTA: "k"}
_PEMDA = {letter: pemda for pemda, letter in _LETTER.items()}
_FOLDER = "tabel"
_SUFFIX = ".xz"


def pack(editions: Mapping[str, Iterable[ButirNomenklatur]]) -> dict[str, bytes]:
    """Return the files by name, made of the lines of every edition; same lines, same bytes."""
    blocks: dict[str, dict[tuple[str, ...], list[str]]] = defaultdict(dict)
    for edition, butir in sorted(editions.items()):
        for one in butir:
            pemda, *texts = astuple(one)
            names = [one.bidang] if one.bidang else []
            if one.jenis in (JenisKode.BIDANG, JenisKode.PROGRAM):
                names.append(INDEX)
            for name in names:
                keys = blocks[name].setdefault(tuple(texts), [])
                keys.append(f"{edition}{_LETTER[pemda]}")
    return {f"{name}{_SUFFIX}": _compressed(block) for name, block in blocks.items()}


def _compressed(block: Mapping[tuple[str, ...], Iterable[str]]) -> bytes:
    lines = sorted(("\t".join(texts), " ".join(sorted(keys))) for texts, keys in block.items())
    text = "\n".join(f"{keys}\t{texts}".rstrip("\t") for texts, keys in lines)
    check = lzma.CHECK_CRC32
    return lzma.compress(text.encode(), check=check, preset=9 | lzma.PRESET_EXTREME)


@cache
def names() -> tuple[str, ...]:
    """Return the bidang that have a file."""
    there = (one.name for one in (files(__package__) / _FOLDER).iterdir())
    found = (name.removesuffix(_SUFFIX) for name in there if name.endswith(_SUFFIX))
    return tuple(sorted(name for name in found if name != INDEX))


@lru_cache(maxsize=8)
def block(name: str, edition: str, pemda: Pemda) -> tuple[ButirNomenklatur, ...]:
    """Return the lines of a bidang in one edition, or those of `INDEX`; none of one not there."""
    return tuple(_lines(name, f"{edition}{_LETTER[pemda]}", pemda))


def _lines(name: str, key: str, pemda: Pemda) -> Iterator[ButirNomenklatur]:
    path = files(__package__) / _FOLDER / f"{name}{_SUFFIX}"
    try:
        text = lzma.decompress(path.read_bytes()).decode()
    except FileNotFoundError:
        return
    for line in text.split("\n"):
        keys, *texts = line.split("\t")
        if key in keys.split(" "):
            yield ButirNomenklatur(pemda, *texts)
