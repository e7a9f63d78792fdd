"""All books by kind, and the sheets that the program adds to each."""

from __future__ import annotations

from generator.schema.keputusan import KEPUTUSAN
from generator.schema.keputusan_iku import KEPUTUSAN_IKU
from generator.schema.kinerja import ESELON
from generator.schema.pejabat import PEJABAT

BOOKS = (KEPUTUSAN, *ESELON)
"""The books that every folder has."""
OPTIONAL_BOOKS = (PEJABAT, KEPUTUSAN_IKU)
"""The books that ask for further documents by being there."""


COPIES = "hasil-periksa"
"""The folder inside a working folder that takes what the program writes for the user."""

KEPT = "cadangan"
"""The folder inside that one which keeps the books that their copies took the place of."""

PETUNJUK = "Petunjuk"
"""The locked sheet in front of every book; it also carries kind and version."""

DAFTAR = "Daftar"
"""The locked sheet behind the entry sheets that feeds the dropdowns; never read as entries."""

PEMERIKSAAN = "Pemeriksaan"
"""The sheet in front of a marked copy that lists what was found; never read as entries."""
