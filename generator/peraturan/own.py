"""The regulations an office enters itself (sheet Peraturan), joined to the register."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.bahasa.tanggal import format_tanggal, read_tanggal
from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, finding
from generator.peraturan.citation import Citation, RegulationKey
from generator.peraturan.kinds import Pembuat, Terbitan
from generator.peraturan.parser import parse
from generator.peraturan.register import Evidence, Peraturan, Register, RelatedRegulation, norm
from generator.values import Row

_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
_NUMBER = re.compile(r"[0-9]+(?: seri \w+)?", re.IGNORECASE)
_TERBITAN = {fold(name): one for one in Terbitan for name in (one.name, one.value)}


def add_rows(
    register: Register, rows: Iterable[Row], daerah: str
) -> tuple[Register, list[Diagnostic]]:
    """Return the register with an office's rows in it, and what could not be read of them.

    `daerah` ("Kabupaten Tanjung Jabung Barat") is meant where a regional regulation names no
    region. A filled cell counts more than what the register knew. A row without a readable
    kind, number and year is left out; an empty one of these three the reader has reported.
    """
    findings: list[Diagnostic] = []
    own: dict[RegulationKey, tuple[Row, Peraturan]] = {}
    for row in rows:
        one = _read(row, daerah, findings)
        if one is None:
            continue
        key = norm(one.kunci)
        if key in own:
            other, _ = own[key]
            findings.append(
                finding(
                    "peraturan-ganda",
                    row.at("nomor"),
                    related=(other.place,),
                    peraturan=one.kunci,
                    tempat=other.place,
                )
            )
            continue
        known = register.get(one.kunci)
        if known:
            findings += _differences(row, one, known)
            one = _joined(one, known)
        own[key] = row, one
    if not own:
        return register, findings
    others = (one for one in register.peraturan if norm(one.kunci) not in own)
    return Register((*others, *(one for _, one in own.values()))), findings


def _read(row: Row, daerah: str, findings: list[Diagnostic]) -> Peraturan | None:
    cells = {role: isian.text for role, isian in row.cells.items() if isian.text}
    if not {"jenis", "nomor", "tahun"} <= cells.keys():
        return None
    if not (kind := parse(f"{cells['jenis']} Nomor 1 Tahun 2000")).citation or kind.unread:
        place = row.at("jenis")
        findings.append(finding("peraturan-jenis-tak-dikenal", place, isi=cells["jenis"]))
        return None
    reader = _Cells(row, cells, daerah, findings)
    tahun = reader.number("tahun", _YEAR, "2016")
    reading = parse(f"{cells['jenis']} Nomor {cells['nomor']} Tahun {tahun or 2000}")
    if reading.citation is None or reading.unread or reading.citation.tahun is None:
        reader.unreadable("nomor", "6")
        return None
    if tahun is None:
        return None
    tahun_lembaran = reader.number("tahun_lembaran", _YEAR, "2016")
    return Peraturan(
        kunci=_kunci(reading.citation, daerah),
        nama=cells.get("nama", ""),
        ditetapkan=reader.date("tanggal_ditetapkan"),
        diundangkan=reader.date("tanggal_diundangkan"),
        terbitan=reader.terbitan(),
        tahun_lembaran=int(tahun_lembaran) if tahun_lembaran else None,
        nomor_lembaran=reader.number("nomor_lembaran", _NUMBER, "6") or "",
        tambahan=reader.number("tambahan", _NUMBER, "6") or "",
        mengubah=reader.relations("mengubah"),
        diubah_oleh=reader.relations("diubah_oleh"),
        dicabut_oleh=reader.relations("dicabut_oleh"),
        bukti=Evidence.KANTOR,
        place=row.place,
    )


class _Cells:
    """The cells of one row by role, and the findings of those that cannot be read."""

    def __init__(
        self, row: Row, cells: dict[str, str], daerah: str, findings: list[Diagnostic]
    ) -> None:
        self.row, self.cells, self.daerah, self.findings = row, cells, daerah, findings

    def unreadable(self, role: str, contoh: str) -> None:
        place = self.row.at(role)
        isi, kolom = self.cells[role], place.heading or role
        self.findings.append(
            finding("peraturan-isian-tak-terbaca", place, kolom=kolom, isi=isi, contoh=contoh)
        )

    def number(self, role: str, pattern: re.Pattern[str], contoh: str) -> str | None:
        text = self.cells.get(role)
        if text is None or pattern.fullmatch(text):
            return text
        self.unreadable(role, contoh)
        return None

    def date(self, role: str) -> date | None:
        text = self.cells.get(role)
        day = _date(text) if text else None
        if text and day is None:
            self.unreadable(role, "22 Juli 2016")
        return day

    def terbitan(self) -> Terbitan | None:
        text = self.cells.get("lembaran")
        found = _TERBITAN.get(fold(text)) if text else None
        if text and found is None:
            self.unreadable("lembaran", "LD")
        return found

    def relations(self, role: str) -> tuple[RelatedRegulation, ...]:
        found = []
        for piece in filter(None, map(str.strip, re.split(r"[;\n]", self.cells.get(role, "")))):
            if relation := self._relation(piece):
                found.append(relation)
            else:
                place = self.row.at(role)
                kolom = place.heading or role
                self.findings.append(
                    finding("peraturan-rujukan-tak-terbaca", place, kolom=kolom, isi=piece)
                )
        return tuple(found)

    def _relation(self, text: str) -> RelatedRegulation | None:
        """Read "Perda 6/2018" or "Perda 6/2018 (22 Juli 2018)"."""
        name, bracket, typed = text.rpartition("(")
        if not bracket or not typed.endswith(")") or ")" in typed[:-1]:
            name, typed = text, ""
        reading = parse(name.rstrip())
        if reading.citation is None or reading.unread:
            return None
        typed = typed.removesuffix(")")
        day = _date(typed) if typed else None
        if reading.citation.tahun is None or (typed and day is None):
            return None
        return RelatedRegulation(_kunci(reading.citation, self.daerah), day)


def _kunci(citation: Citation, daerah: str) -> RegulationKey:
    """Return the key, with the office's region where a regional regulation names none."""
    kunci, jenis = citation.kunci, citation.jenis
    regional = jenis.pembuat in (Pembuat.WILAYAH, Pembuat.KEPALA_DAERAH)
    province = fold(daerah).startswith("provinsi")
    if regional and not kunci.pembuat and (province or not jenis.kode.endswith("gub")):
        return kunci._replace(pembuat=daerah)
    return kunci


def _date(text: str) -> date | None:
    try:
        return read_tanggal(text) or date.fromisoformat(text.strip())
    except ValueError:
        return None


_FACTS = {
    "nama": "nama",
    "ditetapkan": "tanggal_ditetapkan",
    "diundangkan": "tanggal_diundangkan",
    "terbitan": "lembaran",
    "tahun_lembaran": "tahun_lembaran",
    "nomor_lembaran": "nomor_lembaran",
    "tambahan": "tambahan",
}
"""The facts that an office may know better, with the columns that hold them."""


def _differences(row: Row, own: Peraturan, known: Peraturan) -> list[Diagnostic]:
    return [
        finding(
            "peraturan-beda-register",
            row.at(role),
            kolom=row.at(role).heading or role,
            isi=_shown(mine),
            diketahui=_shown(theirs),
            peraturan=known.kunci,
        )
        for fact, role in _FACTS.items()
        for mine, theirs in [(getattr(own, fact), getattr(known, fact))]
        if mine and theirs and fold(_shown(mine)) != fold(_shown(theirs))
    ]


def _joined(own: Peraturan, known: Peraturan) -> Peraturan:
    """Return the office's row with what only the register knew."""
    missing = {fact: getattr(known, fact) for fact in _FACTS if not getattr(own, fact)}
    return replace(
        own,
        **missing,
        mengubah=_united(own.mengubah, known.mengubah),
        diubah_oleh=_united(own.diubah_oleh, known.diubah_oleh),
        dicabut_oleh=_united(own.dicabut_oleh, known.dicabut_oleh),
        sumber=known.sumber,
        catatan=known.catatan,
    )


def _united(
    own: tuple[RelatedRegulation, ...], known: tuple[RelatedRegulation, ...]
) -> tuple[RelatedRegulation, ...]:
    keys = {norm(one.kunci) for one in own}
    return (*own, *(one for one in known if norm(one.kunci) not in keys))


def _shown(fact: object) -> str:
    if isinstance(fact, date):
        return format_tanggal(fact)
    return fact.name if isinstance(fact, Terbitan) else str(fact)
