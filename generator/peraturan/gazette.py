"""Reads the gazette of a citation: "(Lembaran Negara … Nomor 104, Tambahan … Nomor 4421)"."""

from __future__ import annotations

import re

from generator.peraturan import words
from generator.peraturan.citation import Alasan, Kejanggalan, Lembaran, Peran, Tambahan
from generator.peraturan.cursor import Cursor, number
from generator.peraturan.kinds import Terbitan


def read_gazette(
    cursor: Cursor, opened: re.Match[str], *, known: Lembaran | None
) -> tuple[Lembaran | None, Tambahan | None]:
    """Read gazette and supplement behind the bracket that `opened` found, or behind none.

    `known` is the gazette of the citation when only a supplement follows.
    """
    if opened[1]:
        cursor.take(Peran.KATA, *opened.span(1))
    else:
        end = opened.end()
        cursor.slip(Kejanggalan.TANDA_BACA, cursor.pos, end, " (" if end > cursor.pos else "(")
        cursor.take(Peran.KATA, cursor.pos, end)
    lembaran, tambahan = None, None
    if match := cursor.match(words.LEMBARAN):
        lembaran = _lembaran(cursor, match)
        if between := cursor.match(words.BETWEEN):
            cursor.take(Peran.KATA, *between.span())
            if between[0].strip() != ",":
                cursor.slip(Kejanggalan.TANDA_BACA, *between.span(), ", ")
    if match := cursor.match(words.TAMBAHAN):
        tambahan = _tambahan(cursor, match, lembaran or known)
    _close(cursor, bracketed=bool(opened[1]))
    return lembaran, tambahan


def _close(cursor: Cursor, *, bracketed: bool) -> None:
    closed = words.CLOSED.search(cursor.text, cursor.pos, cursor.end) if bracketed else None
    if closed:
        cursor.skip(closed.start(), Alasan.BUKAN_LEMBARAN)
        cursor.take(Peran.KATA, *closed.span())
    else:
        cursor.slip(Kejanggalan.TANDA_BACA, cursor.pos, cursor.pos, ")")


def _lembaran(cursor: Cursor, match: re.Match[str]) -> Lembaran:
    terbitan = _terbitan(match[1], None)
    cursor.take(Peran.LEMBARAN, *match.span(1))
    cursor.spelled(*match.span(1), terbitan.value, Kejanggalan.SINGKATAN)
    tempat = _tempat(cursor, terbitan, Peran.TEMPAT_LEMBARAN)
    tahun, nomor, seri = None, "", ""
    while True:
        if tahun is None and (year := cursor.match(words.TAHUN)):
            cursor.word(year, "Tahun")
            tahun = int(cursor.take(Peran.TAHUN_LEMBARAN, *year.span(2)))
        elif tahun is None and (year := cursor.match(words.BARE_YEAR)):
            cursor.slip(Kejanggalan.SINGKATAN, year.start(1), year.start(1), "Tahun ")
            tahun = int(cursor.take(Peran.TAHUN_LEMBARAN, *year.span(1)))
        elif tahun is None and (found := cursor.match(words.NOMOR_TAHUN)):
            cursor.word(found, "Nomor")
            nomor = cursor.take(Peran.NOMOR_LEMBARAN, *found.span(2))
            _stroke(cursor, *found.span(3), " Tahun ")
            tahun = int(cursor.take(Peran.TAHUN_LEMBARAN, *found.span(4)))
        elif not nomor and (found := cursor.match(words.NOMOR_LEMBARAN)):
            cursor.word(found, "Nomor")
            nomor = number(cursor.take(Peran.NOMOR_LEMBARAN, *found.span(2)))
        elif not nomor and (found := cursor.match(words.SLASHED)):
            _stroke(cursor, *found.span(1), " Nomor ")
            nomor = cursor.take(Peran.NOMOR_LEMBARAN, *found.span(2))
        elif not seri and (series := cursor.match(words.SERI)):
            cursor.word(series, "Seri")
            seri = cursor.take(Peran.SERI, *series.span(2))
        else:
            return Lembaran(terbitan, tempat, tahun, nomor, seri)


def _stroke(cursor: Cursor, start: int, end: int, right: str) -> None:
    """Read the stroke between number and year, which stands for a word."""
    cursor.take(Peran.KATA, start, end)
    cursor.slip(Kejanggalan.SINGKATAN, start, end, right)


def _tambahan(cursor: Cursor, match: re.Match[str], lembaran: Lembaran | None) -> Tambahan:
    terbitan = _terbitan(match[1], lembaran)
    cursor.take(Peran.TAMBAHAN, *match.span(1))
    cursor.spelled(*match.span(1), f"Tambahan {terbitan.value}", Kejanggalan.SINGKATAN)
    tempat = _tempat(cursor, terbitan, Peran.TEMPAT_TAMBAHAN)
    tahun, nomor = None, ""
    if year := cursor.match(words.TAHUN):
        cursor.word(year, "Tahun")
        tahun = int(cursor.take(Peran.TAHUN_TAMBAHAN, *year.span(2)))
    if found := cursor.match(words.NOMOR_LEMBARAN):
        cursor.word(found, "Nomor")
        nomor = number(cursor.take(Peran.NOMOR_TAMBAHAN, *found.span(2)))
    elif found := cursor.match(words.DIGIT):
        cursor.slip(Kejanggalan.SINGKATAN, found.start(1), found.start(1), "Nomor ")
        nomor = cursor.take(Peran.NOMOR_TAMBAHAN, *found.span(1))
    return Tambahan(terbitan, tempat, nomor, tahun)


def _terbitan(name: str, lembaran: Lembaran | None) -> Terbitan:
    """Return the gazette that a name or an abbreviation says, else that of `lembaran`."""
    found = name.casefold()
    if found.strip("tlb") in ("n", "d"):
        return Terbitan[name[-2:].upper()]
    berita = "berita" in found
    daerah = "daerah" in found
    if not daerah and "negara" not in found and lembaran:
        daerah = not lembaran.terbitan.negara
    if daerah:
        return Terbitan.BD if berita else Terbitan.LD
    return Terbitan.BN if berita else Terbitan.LN


def _tempat(cursor: Cursor, terbitan: Terbitan, peran: Peran) -> str:
    """Read the region of a gazette; for one of the state see that the country is named."""
    if not terbitan.negara:
        place = cursor.match(words.PLACE)
        return cursor.take(peran, *place.span(1)) if place else ""
    if match := cursor.match(words.RI_GLUED):
        cursor.take(peran, *match.span(1))
        cursor.spelled(*match.span(1), "Republik Indonesia", Kejanggalan.SINGKATAN)
    else:
        missing = Kejanggalan.LEMBARAN_TANPA_NEGARA
        cursor.slip(missing, cursor.pos, cursor.pos, " Republik Indonesia")
    return ""
