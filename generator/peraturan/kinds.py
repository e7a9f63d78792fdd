"""The kinds of regulation a decree cites: names, spellings, rank, and the gazette of each.

Ranks are those of UU 12/2011 Pasal 7 and 8 as regional decrees order them. Where practice knows
two orders (a Keputusan Presiden beside a Peraturan Presiden), both are right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache


class Terbitan(Enum):
    """The gazettes by their short names; the value is the name written in full."""

    LN = "Lembaran Negara"
    BN = "Berita Negara"
    LD = "Lembaran Daerah"
    BD = "Berita Daerah"

    @property
    def negara(self) -> bool:
        """Whether it is a gazette of the state, which carries "Republik Indonesia"."""
        return self in (Terbitan.LN, Terbitan.BN)


class Requirement(Enum):
    """Whether a citation carries a gazette or its supplement."""

    WAJIB = "wajib"
    LAZIM = "lazim"
    BOLEH = "boleh"
    TIDAK = "tidak"


class Pembuat(Enum):
    """Who stands behind the name of the kind: "Peraturan Menteri *Keuangan*"."""

    TIDAK = "tidak disebut"
    MENTERI = "kementerian"
    LEMBAGA = "lembaga"
    WILAYAH = "daerah"
    """The region with its level: "Kabupaten Tanjung Jabung Barat"."""
    KEPALA_DAERAH = "daerah yang dipimpin"
    """The region, mostly without its level: "Bupati *Tanjung Jabung Barat*"."""


@dataclass(frozen=True, slots=True)
class JenisPeraturan:
    """A kind of regulation. `pola` matches its name and abbreviations, case ignored.

    `tingkat` is the rank, 0 highest, as the range that is certain; `urutan` the customary order
    of kinds that share a rank.
    """

    kode: str
    nama: str
    tingkat: tuple[int, int]
    pola: str
    pembuat: Pembuat = Pembuat.TIDAK
    urutan: int = 0

    def __str__(self) -> str:
        return self.nama


UU = r"undang(?:\s*[-‐‑–—]\s*|\s+)undang(?!\w)"
"""The words "Undang-Undang" with any hyphen, or none."""

_LEMBAGA = (
    r"(?=\s+(?:badan|lembaga|kepala|komisi|mahkamah|bank|otoritas|kepolisian|kejaksaan|jaksa"
    r"|arsip|perpustakaan|ombudsman|dewan|sekretaris|sekretariat|ketua|direktur|panglima"
    r"|majelis|pimpinan|inspektur|camat|rektor|lkpp|bkn|bkpm|bkkbn|bpkp|bpk|lan|anri|bps|bssn"
    r"|bnpb|bpom|big|brin|bpip|kasn|kpk|kpu|bawaslu|ojk|bnn)(?!\w))"
)
_WALI_KOTA = r"wali\s*kota"
_NEGERI = (5, 5)

_MENTERI, _BADAN, _WILAYAH = Pembuat.MENTERI, Pembuat.LEMBAGA, Pembuat.WILAYAH
_KEPALA = Pembuat.KEPALA_DAERAH

UUD = JenisPeraturan("UUD", "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", (0, 0), "")
"""Its spelling is read apart, since "Republik Indonesia" and the year belong to the name."""

_JENIS = (
    JenisPeraturan("UUDrt", "Undang-Undang Darurat", (2, 2), rf"(?:{UU}|uu)\s+darurat|uudrt"),
    JenisPeraturan(
        "Perppu",
        "Peraturan Pemerintah Pengganti Undang-Undang",
        (2, 2),
        rf"peraturan\s+pemerintah\s+pengganti\s+{UU}|perppu|perpu",
    ),
    JenisPeraturan("UU", "Undang-Undang", (2, 2), rf"{UU}|uu"),
    JenisPeraturan(
        "TAP MPR",
        "Ketetapan Majelis Permusyawaratan Rakyat",
        (1, 1),
        r"(?:ketetapan|tap)\s+(?:majelis\s+permusyawaratan\s+rakyat(?:\s+sementara)?|mprs?)",
    ),
    JenisPeraturan("PP", "Peraturan Pemerintah", (3, 3), r"peraturan\s+pemerintah|pp"),
    JenisPeraturan("Perpres", "Peraturan Presiden", (4, 4), r"peraturan\s+presiden|perpres"),
    JenisPeraturan(
        "Keppres",
        "Keputusan Presiden",
        (4, 4),
        r"keputusan\s+presiden|keppres|kepres",
        urutan=1,
    ),
    JenisPeraturan(
        "Inpres", "Instruksi Presiden", (4, 4), r"instruksi\s+presiden|inpres", urutan=2
    ),
    JenisPeraturan("PB", "Peraturan Bersama", _NEGERI, r"peraturan\s+bersama", _BADAN, 1),
    JenisPeraturan("SKB", "Keputusan Bersama", _NEGERI, r"keputusan\s+bersama", _BADAN, urutan=3),
    JenisPeraturan("Permen", "Peraturan Menteri", _NEGERI, r"peraturan\s+menteri|permen", _MENTERI),
    JenisPeraturan(
        "Kepmen", "Keputusan Menteri", _NEGERI, r"keputusan\s+menteri|kepmen", _MENTERI, urutan=3
    ),
    JenisPeraturan(
        "Inmen", "Instruksi Menteri", _NEGERI, r"instruksi\s+menteri|inmen", _MENTERI, urutan=4
    ),
    JenisPeraturan("Perda", "Peraturan Daerah", (6, 7), r"peraturan\s+daerah|perda", _WILAYAH),
    JenisPeraturan("Qanun", "Qanun", (6, 7), r"qanun", _WILAYAH),
    JenisPeraturan("Pergub", "Peraturan Gubernur", (8, 8), r"peraturan\s+gubernur|pergub", _KEPALA),
    JenisPeraturan("Perbup", "Peraturan Bupati", (9, 9), r"peraturan\s+bupati|perbup", _KEPALA),
    JenisPeraturan(
        "Perwali",
        "Peraturan Wali Kota",
        (9, 9),
        rf"peraturan\s+{_WALI_KOTA}|perwal(?:i|ko|kot)?|perwako",
        _KEPALA,
    ),
    JenisPeraturan("Perdes", "Peraturan Desa", (10, 10), r"peraturan\s+desa|perdes", _WILAYAH),
    JenisPeraturan(
        "Kepgub", "Keputusan Gubernur", (8, 9), r"keputusan\s+gubernur|kepgub", _KEPALA, urutan=1
    ),
    JenisPeraturan(
        "Kepbup", "Keputusan Bupati", (9, 10), r"keputusan\s+bupati|kepbup", _KEPALA, urutan=1
    ),
    JenisPeraturan(
        "Kepwali",
        "Keputusan Wali Kota",
        (9, 10),
        rf"keputusan\s+{_WALI_KOTA}|kepwal(?:i|ko|kot)?",
        _KEPALA,
        urutan=1,
    ),
    JenisPeraturan(
        "Ingub", "Instruksi Gubernur", (8, 10), r"instruksi\s+gubernur|ingub", _KEPALA, urutan=2
    ),
    JenisPeraturan(
        "Inbup", "Instruksi Bupati", (9, 10), r"instruksi\s+bupati|inbup", _KEPALA, urutan=2
    ),
    JenisPeraturan(
        "Inwali",
        "Instruksi Wali Kota",
        (9, 10),
        rf"instruksi\s+{_WALI_KOTA}|inwali",
        _KEPALA,
        urutan=2,
    ),
    JenisPeraturan(
        "Perban", "Peraturan", _NEGERI, rf"peraturan{_LEMBAGA}|perka|perban|perlem", _BADAN, 2
    ),
    JenisPeraturan("Kepka", "Keputusan", (5, 10), rf"keputusan{_LEMBAGA}", _BADAN, urutan=3),
    JenisPeraturan(
        "SE", "Surat Edaran", (5, 10), r"surat\s+edaran|se(?=\s+(?:menteri|kepala))", _BADAN, 5
    ),
)

JENIS: Mapping[str, JenisPeraturan] = {one.kode: one for one in (UUD, *_JENIS)}
"""Every kind by its short name; of names that begin alike the longer comes first."""


@cache
def heads() -> re.Pattern[str]:
    """Return the pattern that matches the name of a kind; `lastgroup` tells which, see `kind`."""
    names = "|".join(f"(?P<k{n}>{one.pola})" for n, one in enumerate(_JENIS))
    return re.compile(
        rf"(?<![\w/-])(?:{names})(?![\w/])|(?<!\w)(?P<permen>permen|kepmen|inmen)", re.I
    )


def kind(match: re.Match[str]) -> JenisPeraturan:
    """Return the kind whose name `heads` has matched."""
    group = match.lastgroup or ""
    return JENIS[match[0].capitalize()] if group == "permen" else _JENIS[int(group[1:])]


@dataclass(frozen=True, slots=True)
class GazetteRule:
    """Where a regulation is published, and whether a citation says so."""

    terbitan: Terbitan | None
    lembaran: Requirement
    tambahan: Requirement


def gazette_rule(jenis: JenisPeraturan, tahun: int | None) -> GazetteRule:
    """Return what butir 47 and 49 and the practice ask of a citation of this kind and year.

    Supplements are missing from some laws before 1960; the Berita Negara became usual for
    ministerial regulations with UU 12/2011. Without a year only what holds for every year is
    demanded.
    """
    year = tahun or 0
    match jenis.kode:
        case "UU" | "PP" | "Perppu":
            wajib = Requirement.WAJIB if year >= 1960 else Requirement.BOLEH
            return GazetteRule(Terbitan.LN, Requirement.WAJIB, wajib)
        case "UUDrt":
            return GazetteRule(Terbitan.LN, Requirement.WAJIB, Requirement.BOLEH)
        case "Perpres":
            return GazetteRule(Terbitan.LN, Requirement.WAJIB, Requirement.TIDAK)
        case "Keppres":
            return GazetteRule(Terbitan.LN, Requirement.BOLEH, Requirement.TIDAK)
        case "Permen" | "Perban" | "PB":
            lazim = Requirement.LAZIM if year >= 2012 else Requirement.BOLEH
            return GazetteRule(Terbitan.BN, lazim, Requirement.TIDAK)
        case "Perda" | "Qanun":
            return GazetteRule(Terbitan.LD, Requirement.WAJIB, Requirement.WAJIB)
        case "Pergub" | "Perbup" | "Perwali":
            return GazetteRule(Terbitan.BD, Requirement.BOLEH, Requirement.TIDAK)
    return GazetteRule(None, Requirement.TIDAK, Requirement.TIDAK)
