"""The command `nomenklatur`: official programs, kegiatan and sub kegiatan by code or by words."""

from __future__ import annotations

from collections.abc import Sequence

from generator.app.outcome import DONE, MEND, CodesFound, Outcome
from generator.nomenklatur.search import search
from generator.nomenklatur.tables import EDITIONS, nomenklatur_for


def find(
    words: Sequence[str], bidang: Sequence[str] = (), tahun: str = "", *, provinsi: bool = False
) -> Outcome:
    """Find lines of the table of a year, of the newest one where no year is given."""
    government = "Provinsi" if provinsi else "Kabupaten"
    table = nomenklatur_for(tahun or str(EDITIONS[-1].since), government)
    lines = search(table, words, bidang)
    return Outcome((), (CodesFound(table.title, lines),), DONE if lines else MEND)
