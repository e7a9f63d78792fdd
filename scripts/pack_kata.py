"""Pack the words of the official tables and the register into the program: pack_kata.py.

They are read from the program itself, and from `kata.toml` beside this script. The same tables
give the same bytes.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.bahasa import kata
from generator.files.output import OVER, Written, write
from generator.nomenklatur import packed
from generator.nomenklatur.tables import EDITIONS
from generator.peraturan.register import register

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "generator" / "bahasa" / kata.FILE
LISTS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads((HERE / "kata.toml").read_text(encoding="utf-8")).items()
}
# matches "pengelolaan", not "2023"
_WORD = re.compile(r"[a-z]+")


def words() -> dict[str, int]:
    """Return every sound word with the number of different texts that have it."""
    counts = Counter(word for text in _texts() for word in set(_WORD.findall(text)))
    left_out = LISTS["salah_cetak"] | LISTS["bukan_baku"]
    sound = {word: number for word, number in counts.items() if word not in left_out}
    return {**dict.fromkeys(LISTS["wajar"], 0), **sound}


def _texts() -> Iterator[str]:
    """Yield the texts of all tables and the names of the register in small letters, each once."""
    official = {
        text.lower()
        for edition in EDITIONS
        for pemda in edition.pemda
        for name in packed.names()
        for line in packed.block(name, edition.key, pemda)
        for text in line.texts
    }
    yield from official
    yield from (one.nama.lower() for one in register().peraturan)


if __name__ == "__main__":
    written = write(TARGET, kata.pack(words()), OVER)
    if not isinstance(written, Written):
        raise SystemExit(f"{written.place}: {written.message}")
