"""The commands `nomenklatur` and `isi-nomenklatur`: official lines found, or put into books."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator.app.outcome import DONE, MEND, MISUSE, BooksProposed, CodesFound, Nothing, Outcome
from generator.app.template import placed
from generator.naskah.keputusan_cascading.awal import standard_rows
from generator.nomenklatur.search import search
from generator.nomenklatur.tables import EDITIONS, nomenklatur_for
from generator.workbook.renewing.folder import bidang_offered, table_of, write_proposed_books


def find(
    words: Sequence[str], bidang: Sequence[str] = (), tahun: str = "", *, provinsi: bool = False
) -> Outcome:
    """Find lines of the table of a year, of the newest one where no year is given."""
    table = nomenklatur_for(tahun or str(EDITIONS[-1].since), "Provinsi" if provinsi else "")
    lines = search(table, words, bidang)
    return Outcome((), (CodesFound(table.title, lines),), DONE if lines else MEND)


def fill_books(folder: Path, bidang: Sequence[str]) -> Outcome:
    """Write the books of programs and of (sub) kegiatan with all lines of these bidang.

    Where none is given it is those whose codes the folder's books offer. The table is that of the
    year in its sheet Identitas, the newest where none is.
    """
    bidang = bidang or bidang_offered(folder)
    if not bidang:
        return Outcome((), (Nothing.TANPA_BIDANG,), MISUSE)
    table = table_of(folder)
    offices = [table.office(one) for one in bidang]
    written, findings = write_proposed_books(folder, offices, standard_rows(date.today()))
    outcome = placed(written)
    events = (*outcome.events, BooksProposed(table.title))
    return Outcome((*findings, *outcome.findings), events, outcome.exit_code)
