"""Reads the gazette of a citation: "(Lembaran Negara … Nomor 104, Tambahan … Nomor 4421)"."""

from __future__ import annotations

import re

from generator.peraturan import words
from generator.peraturan.citation import Lembaran, Oddity, PieceRole, TambahanLembaran, UnreadReason
from generator.peraturan.cursor import Cursor, number
from generator.peraturan.kinds import Terbitan


def read_gazette(
    cursor: Cursor, opened: re.Match[str], *, known: Lembaran | None
) -> tuple[Lembaran | None, TambahanLembaran | None]:
    """Read gazette and supplement behind the bracket that `opened` found, or behind none.

    `known` is the gazette of the citation when only a supplement follows.
    """
    if opened[1]:
        cursor.take(PieceRole.KATA, *opened.span(1))
    else:
        end = opened.end()
        cursor.slip(Oddity.TANDA_BACA, cursor.pos, end, " (" if end > cursor.pos else "(")
        cursor.take(PieceRole.KATA, cursor.pos, end)
    lembaran, tambahan = None, None
    if match := cursor.match(words.LEMBARAN):
        lembaran = _lembaran(cursor, match)
        if between := cursor.match(words.BETWEEN):
            cursor.take(PieceRole.KATA, *between.span())
            if between[0].strip() != ",":
                cursor.slip(Oddity.TANDA_BACA, *between.span(), ", ")
    if match := cursor.match(words.TAMBAHAN):
        tambahan = _tambahan(cursor, match, lembaran or known)
    _close(cursor, bracketed=bool(opened[1]))
    return lembaran, tambahan


def _close(cursor: Cursor, *, bracketed: bool) -> None:
    closed = words.CLOSED.search(cursor.text, cursor.pos, cursor.end) if bracketed else None
    if closed:
        cursor.skip(closed.start(), UnreadReason.BUKAN_LEMBARAN)
        cursor.take(PieceRole.KATA, *closed.span())
    else:
        cursor.slip(Oddity.TANDA_BACA, cursor.pos, cursor.pos, ")")


def _lembaran(cursor: Cursor, match: re.Match[str]) -> Lembaran:
    terbitan = _terbitan(match[1], None)
    cursor.take(PieceRole.LEMBARAN, *match.span(1))
    cursor.spelled(*match.span(1), terbitan.value, Oddity.SINGKATAN)
    tempat = _tempat(cursor, terbitan, PieceRole.TEMPAT_LEMBARAN)
    tahun, nomor, seri = None, "", ""
    before, start = len(cursor.slips), cursor.pos
    while True:
        if tahun is None and (year := cursor.match(words.TAHUN)):
            cursor.word(year, "Tahun")
            tahun = int(cursor.take(PieceRole.TAHUN_LEMBARAN, *year.span(2)))
        elif tahun is None and (year := cursor.match(words.BARE_YEAR)):
            cursor.slip(Oddity.SINGKATAN, year.start(1), year.start(1), "Tahun ")
            tahun = int(cursor.take(PieceRole.TAHUN_LEMBARAN, *year.span(1)))
        elif tahun is None and (found := cursor.match(words.NOMOR_TAHUN)):
            cursor.word(found, "Nomor")
            nomor = cursor.take(PieceRole.NOMOR_LEMBARAN, *found.span(2))
            _stroke(cursor, *found.span(3), " Tahun ")
            tahun = int(cursor.take(PieceRole.TAHUN_LEMBARAN, *found.span(4)))
        elif not nomor and (found := cursor.match(words.NOMOR_LEMBARAN)):
            cursor.word(found, "Nomor")
            nomor = number(cursor.take(PieceRole.NOMOR_LEMBARAN, *found.span(2)))
        elif not nomor and (found := cursor.match(words.SLASHED)):
            _stroke(cursor, *found.span(1), " Nomor ")
            nomor = cursor.take(PieceRole.NOMOR_LEMBARAN, *found.span(2))
        elif not seri and (series := cursor.match(words.SERI)):
            cursor.word(series, "Seri")
            seri = cursor.take(PieceRole.SERI, *series.span(2))
        else:
            break
    lembaran = Lembaran(terbitan, tempat, tahun, nomor, seri)
    if tahun and nomor and _is_behind(cursor, PieceRole.NOMOR_LEMBARAN):
        _put_year_first(cursor, start, before, lembaran)
    return lembaran


def _is_behind(cursor: Cursor, number: PieceRole) -> bool:
    """Whether the year of the gazette read last stands behind its number."""
    roles = [one.peran for one in cursor.parts]
    year = len(roles) - roles[::-1].index(PieceRole.TAHUN_LEMBARAN)
    return year > len(roles) - roles[::-1].index(number)


def _put_year_first(cursor: Cursor, start: int, before: int, lembaran: Lembaran) -> None:
    """Note one slip from `start` for the order, in place of those noted within."""
    del cursor.slips[before:]
    right = f"Tahun {lembaran.tahun} Nomor {lembaran.nomor}"
    if lembaran.seri:
        right += f" Seri {lembaran.seri}"
    begin = cursor.pos - len(cursor.text[start : cursor.pos].lstrip(" ,\t\n"))
    cursor.slip(Oddity.SUSUNAN, begin, cursor.pos, right)


def _stroke(cursor: Cursor, start: int, end: int, right: str) -> None:
    """Read the stroke between number and year, which stands for a word."""
    cursor.take(PieceRole.KATA, start, end)
    cursor.slip(Oddity.SINGKATAN, start, end, right)


def _tambahan(cursor: Cursor, match: re.Match[str], lembaran: Lembaran | None) -> TambahanLembaran:
    terbitan = _terbitan(match[1], lembaran)
    cursor.take(PieceRole.TAMBAHAN, *match.span(1))
    cursor.spelled(*match.span(1), f"Tambahan {terbitan.value}", Oddity.SINGKATAN)
    tempat = _tempat(cursor, terbitan, PieceRole.TEMPAT_TAMBAHAN)
    nomor = ""
    tahun = _year_of_supplement(cursor, terbitan)
    if found := cursor.match(words.NOMOR_LEMBARAN):
        cursor.word(found, "Nomor")
        nomor = number(cursor.take(PieceRole.NOMOR_TAMBAHAN, *found.span(2)))
    elif found := cursor.match(words.DIGIT):
        cursor.slip(Oddity.SINGKATAN, found.start(1), found.start(1), "Nomor ")
        nomor = cursor.take(PieceRole.NOMOR_TAMBAHAN, *found.span(1))
    tahun = tahun or _year_of_supplement(cursor, terbitan)
    return TambahanLembaran(terbitan, tempat, nomor, tahun)


def _year_of_supplement(cursor: Cursor, terbitan: Terbitan) -> int | None:
    """Read a year; those of the state are numbered through, and have none."""
    year = cursor.match(words.TAHUN)
    if year is None:
        return None
    if terbitan.negara:
        cursor.slip(Oddity.SUSUNAN, *year.span(), "")
        cursor.take(PieceRole.KATA, *year.span(1))
    else:
        cursor.word(year, "Tahun")
    return int(cursor.take(PieceRole.TAHUN_TAMBAHAN, *year.span(2)))


def _terbitan(name: str, lembaran: Lembaran | None) -> Terbitan:
    """Return the gazette that a name or an abbreviation says, else that of `lembaran`."""
    found = name.casefold()
    if found.strip("tlb") in ("n", "d"):
        return Terbitan[name[-2:].upper()]
    berita = "berita" in found
    daerah = "daerah" in found
    if not daerah and not words.NEGARA.search(found) and lembaran:
        daerah = not lembaran.terbitan.negara
    if daerah:
        return Terbitan.BD if berita else Terbitan.LD
    return Terbitan.BN if berita else Terbitan.LN


def _tempat(cursor: Cursor, terbitan: Terbitan, peran: PieceRole) -> str:
    """Read the region of a gazette; for one of the state see that the country is named."""
    if not terbitan.negara:
        place = cursor.match(words.PLACE)
        return cursor.take(peran, *place.span(1)) if place else ""
    if match := cursor.match(words.RI_GLUED):
        cursor.take(peran, *match.span(1))
        cursor.spelled(*match.span(1), "Republik Indonesia", Oddity.SINGKATAN)
    else:
        missing = Oddity.LEMBARAN_TANPA_NEGARA
        cursor.slip(missing, cursor.pos, cursor.pos, " Republik Indonesia")
    return ""
