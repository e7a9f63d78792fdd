"""What a foreign file may hold: every bound stands here, far above what honest files hold.

A file of a few megabytes can swell to gigabytes when it is unpacked and read. What passes a bound
is not read, and a finding says of what there is too much, and where.
"""

from __future__ import annotations

from typing import NamedTuple


class Bound(NamedTuple):
    """How much there may be of something, called as a finding calls it."""

    limit: int
    what: str


MB = 1 << 20

FILE = Bound(64, "MB")
MEMBERS = Bound(10_000, "bagian di dalam zip-nya")
BOOK_UNPACKED = Bound(256, "MB isi bila dibuka")
DOCUMENT_UNPACKED = Bound(128, "MB isi bila dibuka")
SWOLLEN = Bound(8, "MB di satu bagian yang mengembang ratusan kali bila dibuka")
RATIO = 200
"""How often a part of more than `SWOLLEN` may exceed its zipped size."""

NODES = Bound(2_000_000, "unsur XML di satu bagian")
"""Elements, texts and attributes of a part that becomes a tree: some 120 bytes each."""
SIBLINGS = Bound(20_000, "paragraf, baris, atau potong teks yang berurutan")
"""Of a Word file, in one element."""
TEMPLATE_NODES = Bound(300_000, "unsur XML di satu bagian")
"""Of an office's own template, which is read and printed several times."""
DEEPEST = Bound(16, "MB di satu baris, kolom, atau teks")
"""What one element may hold of a part that is read element by element."""

SHEETS = Bound(255, "lembar")
ROWS = Bound(50_000, "baris terisi")
CELLS = Bound(1_000_000, "sel terisi")
CELL_NODES = Bound(5_000_000, "unsur XML di sel-sel yang terisi")
BESIDE = Bound(200_000, "keterangan di luar sel (kolom, gabungan, validasi, format bersyarat)")
STYLES = Bound(65_490, "gaya sel")
LETTERS = Bound(32_767, "huruf di satu sel")
"""Of the last two Excel takes no more either."""

LISTED = Bound(10_000, "temuan di satu salinan buku")

STAMP_NODES = Bound(1_000_000, "nilai di stempelnya")
LOGO_FILE = Bound(16, "MB")
LOGO_PIXELS = Bound(64_000_000, "piksel")
