"""Pack the official tables of a folder into the program: pack_nomenklatur.py FOLDER.

A file `<edition>.tsv` or `<edition>-<pemda>.tsv` has the columns pemda, jenis, kode, nama, kinerja,
indikator, satuan, sebelumnya. The same files give the same bytes.
"""

import sys
from collections import defaultdict
from pathlib import Path

from generator.files.output import OVER, Written, write
from generator.nomenklatur.butir import ButirNomenklatur, Pemda
from generator.nomenklatur.packed import pack

TARGET = Path(__file__).resolve().parent.parent / "generator" / "nomenklatur" / "tabel"

editions: dict[str, list[ButirNomenklatur]] = defaultdict(list)
for path in sorted(Path(sys.argv[1]).glob("*.tsv")):
    _, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    for line in lines:
        pemda, _, *texts = line.split("\t")
        editions[path.stem.partition("-")[0]].append(ButirNomenklatur(Pemda(pemda), *texts))
packed = pack(editions)
for old in TARGET.glob("*.xz"):
    if old.name not in packed:
        old.unlink()
for name, content in packed.items():
    written = write(TARGET / name, content, OVER)
    if not isinstance(written, Written):
        raise SystemExit(f"{written.place}: {written.message}")
