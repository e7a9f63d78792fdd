"""Reads Indonesian legal citations; see `parse`.

A scan walks over one citation from left to right. What the grammar has no place for becomes
unread text up to the next point that is certain: a gazette, an amendment, or the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from generator.peraturan import words
from generator.peraturan.citation import (
    Amendment,
    Citation,
    CitationPart,
    CitationReading,
    Effect,
    Lembaran,
    Oddity,
    PieceRole,
    Slip,
    Span,
    TambahanLembaran,
    UnreadReason,
    mend,
)
from generator.peraturan.cursor import Cursor, number, squash, unread
from generator.peraturan.gazette import read_gazette
from generator.peraturan.kinds import JENIS, UUD, Pembuat, heads, kind
from generator.peraturan.words import Maker, keeps_republik, read_maker

LONGEST = 5_000
"""A text of more letters is no citation, and is not tried."""
MOST_NESTED = 12
"""Amendments of amendments, and names within names, are followed no deeper than this."""


def parse(text: str) -> CitationReading:
    """Return what `text`, one item of Mengingat, cites. Any text is accepted.

    >>> reading = parse("Undang-undang No. 25 Tahun 2004 tentang Perencanaan;")
    >>> str(reading.citation)
    'Undang-Undang Nomor 25 Tahun 2004 tentang Perencanaan'
    >>> [slip.found for slip in reading.slips]
    ['Undang-undang', 'No.']
    """
    if len(text) > LONGEST:
        whole = unread(text, Span(0, len(text)), UnreadReason.TERLALU_PANJANG)
        return CitationReading(text, None, (), whole, "")
    closing = words.PENUTUP.search(text)
    end = closing.start() if closing else len(text)
    start = len(text) - len(text.lstrip())
    marker = words.MARKER.match(text, start, end)
    scan = _Scan(text, marker.end() if marker else start, end)
    citation = scan.citation()
    if citation is None:
        return CitationReading(text, None, (), unread(text, Span(0, len(text)), scan.refusal), "")
    parts = list(chain.from_iterable(one.parts for one in citation.all()))
    missed = list(scan.unread)
    if marker:
        missed += unread(text, Span(*marker.span(1)), UnreadReason.AWALAN)
    penutup = text[end:].strip()
    if penutup:
        at = text.index(penutup, end)
        parts.append(CitationPart(PieceRole.PENUTUP, Span(at, at + len(penutup))))
    return CitationReading(
        text,
        citation,
        tuple(sorted(parts, key=lambda one: one.span)),
        tuple(sorted(missed, key=lambda one: one.span)),
        penutup,
    )


class _Scan(Cursor):
    """One citation being read. An amending one is a scan of its own, one level deeper."""

    def __init__(self, text: str, pos: int, end: int, depth: int = 0) -> None:
        super().__init__(text, pos, end)
        self.start, self.depth = pos, depth
        self.refusal = UnreadReason.BUKAN_PERATURAN
        self.nama = ""
        self.rujukan: tuple[Citation, ...] = ()
        self.lembaran: Lembaran | None = None
        self.tambahan: TambahanLembaran | None = None
        self.perubahan: list[Amendment] = []

    def citation(self) -> Citation | None:
        """Read a citation with everything that hangs on it, or return None and say why not."""
        self._pasal_before()
        if (maker := self._maker()) is None:
            return None
        nomor, tahun, inside = self._nomor()
        self._clauses(numbered=tahun is not None)
        if not (nomor or self.nama or maker.jenis is UUD):
            self.refusal = UnreadReason.TANPA_NOMOR
            return None
        return self._result(maker, nomor, tahun, inside)

    def mentioned(self) -> Citation | None:
        """Read a citation within the name of another, if kind, number and year are there."""
        if (maker := self._maker()) is None:
            return None
        nomor, tahun, inside = self._nomor()
        if tahun is None or self.unread:
            return None
        tail = words.MENJADI.search(self.text, self.pos, self.end)
        self._tentang(tail.start() if tail else self.end)
        return self._result(maker, nomor, tahun, inside)

    def _result(self, maker: Maker, nomor: str, tahun: int | None, inside: bool) -> Citation:
        pasal = (one.span for one in self.parts if one.peran is PieceRole.PASAL)
        return Citation(
            jenis=maker.jenis,
            pembuat=maker.pembuat,
            kementerian=maker.kementerian,
            nomor=nomor,
            tahun=tahun,
            tahun_dalam_nomor=inside,
            nama=self.nama,
            pasal=", ".join(squash(self.text[start:end]) for start, end in pasal),
            lembaran=self.lembaran,
            tambahan=self.tambahan,
            perubahan=tuple(self.perubahan),
            rujukan=self.rujukan,
            text=self.text,
            span=Span(self.start, self.pos),
            parts=tuple(self.parts),
            slips=_sorted(self.slips),
        )

    def _pasal_before(self) -> None:
        if (lead := self.match(words.PASAL_OF)) and (
            heads().match(self.text, lead.end(), self.end)
            or words.UUD_NAME.match(self.text, lead.end(), self.end)
        ):
            self.take(PieceRole.PASAL, *lead.span(1))
            self.take(PieceRole.KATA, *lead.span(2))
            self.pos = lead.end()

    def _maker(self) -> Maker | None:
        """Read the kind, who made it, and a "Republik Indonesia" behind."""
        if uud := self.match(words.UUD_NAME):
            self.take(PieceRole.JENIS, *uud.span())
            self.spelled(*uud.span(), UUD.nama, Oddity.SINGKATAN)
            return Maker(UUD)
        head = self.match(heads())
        if head is None:
            return None
        jenis, (start, end) = kind(head), self._name_of_maker(head)
        if jenis.pembuat is Pembuat.TIDAK:
            maker, start, end = Maker(jenis), head.end(), head.end()
        elif found := read_maker(jenis, squash(head[0]), squash(self.text[start:end])):
            maker = found
        else:
            return None
        self.take(PieceRole.JENIS, *head.span())
        self.take(PieceRole.PEMBUAT, start, end)
        if maker.glued:
            full = f"{jenis.nama} {maker.pembuat}"
            self.spelled(head.start(), end, full, Oddity.SINGKATAN)
        else:
            older = "walikota" in head[0].casefold()
            right = jenis.nama.replace("Wali Kota", "Walikota") if older else jenis.nama
            self.spelled(*head.span(), right, Oddity.SINGKATAN)
            if maker.mended:
                self.spelled(start, end, maker.pembuat, Oddity.SINGKATAN)
        while country := self.match(words.RI):
            self.slip(Oddity.REPUBLIK_INDONESIA, *country.span(), "")
            self.take(PieceRole.REPUBLIK_INDONESIA, *country.span())
        return maker

    def _name_of_maker(self, head: re.Match[str]) -> tuple[int, int]:
        place = words.PLACE.match(self.text, head.end(), self.end)
        if place is None:
            return head.end(), head.end()
        start, end = place.span(1)
        country = words.RI.match(self.text, end, self.end)
        if country and keeps_republik(squash(self.text[start : country.end()])):
            end = country.end()
        return start, end

    def _nomor(self) -> tuple[str, int | None, bool]:
        """Read number and year; the last says whether the year is the end of the number."""
        word = self.match(words.NOMOR)
        if word is None and not self.match(words.NUMERAL):
            stop = self.search(words.ANCHOR)
            word = words.NOMOR_ANYWHERE.search(self.text, self.pos, stop)
            if word is None:
                return "", None, False
        at = word.end() if word else self.pos
        found = words.NUMBER.match(self.text, at, self.end)
        if found is None or not re.search("[0-9]", found[1]):
            return "", None, False
        start, end = found.span(1)
        year = words.TAHUN.match(self.text, end, self.end)
        slashed = None if year else words.SLASHED_YEAR.search(self.text, start, end)
        if word:
            self.skip(word.start(1), UnreadReason.TIDAK_DIKENAL)
            self.word(word, "Nomor")
        elif year or slashed:
            self.slip(Oddity.EJAAN, start, start, "Nomor ")
        else:
            return "", None, False
        nomor = self.take(PieceRole.NOMOR, start, slashed.start() if slashed else end)
        zeros = len(nomor) - len(nomor.lstrip("0"))
        if zeros and nomor.isdecimal() and zeros < len(nomor):
            self.slip(Oddity.EJAAN, start, start + len(nomor), nomor[zeros:])
        if year:
            self.word(year, "Tahun")
            return number(nomor), int(self.take(PieceRole.TAHUN, *year.span(2))), False
        if slashed is None:
            return number(nomor), None, False
        self.take(PieceRole.KATA, slashed.start(), slashed.start(1))
        tahun = int(self.take(PieceRole.TAHUN, *slashed.span(1)))
        if plain := nomor.isdecimal():
            self.slip(Oddity.EJAAN, slashed.start(), slashed.start(1), " Tahun ")
        return number(nomor), tahun, not plain

    def _clauses(self, *, numbered: bool) -> None:
        """Read what follows the number, in whatever order it stands."""
        while self.text[self.pos : self.end].strip():
            self.pos = self.end - len(self.text[self.pos : self.end].lstrip())
            if self.match(words.ANOTHER):
                if not self.depth:
                    self.skip(self.end, UnreadReason.PERATURAN_LAIN)
                return
            if self.lembaran is None and (separated := self.match(words.SEPARATED)):
                self.take(PieceRole.KATA, *separated.span())
                self.slip(Oddity.TANDA_BACA, *separated.span(), " ")
            if self.text[self.pos] == ";":
                self.skip(self.end, UnreadReason.PERATURAN_LAIN)
            elif not (
                self._tentang(self.end)
                or self._gazette()
                or self._amended()
                or self._pasal_behind()
                or (numbered and self._without_tentang())
            ):
                self.skip(self.search(words.ANCHOR, ahead=1), UnreadReason.TIDAK_DIKENAL)

    def _tentang(self, end: int) -> bool:
        word = self.match(words.TENTANG)
        if word is None or self.nama:
            return False
        short = word[1].casefold().startswith("tt")
        self.take(PieceRole.TENTANG, *word.span(1))
        self.spelled(*word.span(1), "tentang", Oddity.SINGKATAN if short else Oddity.EJAAN)
        self._name(end)
        return True

    def _without_tentang(self) -> bool:
        if (
            self.nama
            or not self.text[self.pos].isupper()
            or self.search(words.NAME_END) == self.pos
        ):
            return False
        self.slip(Oddity.TANPA_TENTANG, self.pos, self.pos, "tentang ")
        self._name(self.end)
        return True

    def _name(self, end: int) -> None:
        """Read the name, which ends at a gazette, an amendment, or `end`."""
        stop = min(self.search(words.NAME_END), end)
        end = self.pos + len(words.TRAILING.sub("", self.text[self.pos : stop]))
        start = max(self.pos, end - len(self.text[self.pos : end].lstrip()))
        self.take(PieceRole.NAMA, start, end)
        self.take(PieceRole.KATA, end, stop)
        self.rujukan = _mentions(self.text, start, end, self.depth)
        slips = () if self.text[start:end].isupper() else self._slips_of_name(start, end)
        self.slips += slips
        self.nama = squash(mend(self.text, slips, start, end))

    def _slips_of_name(self, start: int, end: int) -> tuple[Slip, ...]:
        """Return the slips of the regulations mentioned and of every other "Undang-Undang"."""
        right = JENIS["UU"].nama
        slips = list(chain.from_iterable(one.slips for one in self.rujukan))
        for match in words.BARE_UU.finditer(self.text, start, end):
            known = any(one.span.start <= match.start() < one.span.end for one in slips)
            if match[0] != right and not known:
                capital = match[0].casefold() == right.casefold()
                which = Oddity.KAPITAL if capital else Oddity.EJAAN
                slips.append(Slip(which, Span(*match.span()), match[0], right))
        return _sorted(slips)

    def _gazette(self) -> bool:
        opened = self.match(words.OPENED)
        if opened is None or self.tambahan or (self.lembaran and opened["lembaran"]):
            return False
        lembaran, self.tambahan = read_gazette(self, opened, known=self.lembaran)
        self.lembaran = self.lembaran or lembaran
        return True

    def _amended(self) -> bool:
        phrase = self.match(words.PHRASE)
        if phrase is None:
            return False
        if self.depth == MOST_NESTED:
            self.skip(self.end, UnreadReason.TERLALU_DALAM)
            return True
        oleh: list[Citation] = []
        terakhir = bool(phrase["terakhir"])
        link: re.Match[str] | None = phrase
        while link:
            child = _Scan(self.text, link.end(), self.end, self.depth + 1)
            citation = child.citation()
            if citation is None or (oleh and not citation.nomor):
                break
            self.take(PieceRole.KATA if oleh else PieceRole.HUBUNGAN, *link.span())
            terakhir = terakhir or bool(link["terakhir"])
            oleh.append(citation)
            self.unread += child.unread
            self.pos = child.pos
            link = self.match(words.ANOTHER)
        if not oleh:
            self.skip(self.end, UnreadReason.TANPA_PERATURAN_PENGUBAH)
            return True
        hubungan = next(one for one in Effect if _same_verb(one, phrase["kata"]))
        begin = phrase.start("sebagaimana")
        if phrase["sebagaimana"] is None:
            begin = phrase.start("kata")
            self.slip(Oddity.EJAAN, begin, begin, "sebagaimana telah ")
        elif phrase["sebagaimana"] != "yang":
            self.spelled(*phrase.span("sebagaimana"), "sebagaimana", Oddity.EJAAN)
        if phrase["dengan"].casefold() == "oleh":
            self.spelled(*phrase.span("dengan"), "dengan", Oddity.EJAAN)
        self.spelled(*phrase.span("kata"), hubungan.value, Oddity.EJAAN)
        kali = squash(phrase["kali"] or phrase["kali2"] or "").casefold().removesuffix("kali")
        span = Span(begin, self.pos)
        self.perubahan.append(Amendment(hubungan, kali.strip(), terakhir, tuple(oleh), span))
        return True

    def _pasal_behind(self) -> bool:
        match = self.match(words.PASAL)
        if match:
            self.take(PieceRole.KATA, *match.span(1))
            self.take(PieceRole.PASAL, *match.span(2))
        return match is not None


def _same_verb(hubungan: Effect, typed: str) -> bool:
    """Whether a verb such as "di rubah" means this."""
    letters = re.sub(r"\W", "", typed.casefold()).replace("dirubah", "diubah")
    return re.sub(r"\W", "", hubungan.value.casefold()) == letters


def _mentions(text: str, start: int, end: int, depth: int) -> tuple[Citation, ...]:
    """Return the first regulation that a name mentions; those behind stand in its own name."""
    if depth < MOST_NESTED:
        for head in heads().finditer(text, start, end):
            if found := _Scan(text, head.start(), end, depth + 1).mentioned():
                return (found,)
    return ()


def _sorted(slips: Iterable[Slip]) -> tuple[Slip, ...]:
    return tuple(sorted(slips, key=lambda one: one.span))
