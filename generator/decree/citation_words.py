"""The fixed words of a legal citation in the spellings they are met in, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.decree.jenis import UU, Jenis, Pembuat
from generator.decree.lembaga import LEMBAGA, ministry

_COUNTRY = r"(?:republik\s+indonesia|(?-i:R\.?\s?I\.?))(?!\w)"
_RI = rf"(?<!\w){_COUNTRY}"
_NOMOR = r"\b(?:nomor|nomer|nomr|no)(?![^\W\d])\.?(?:\s*:)?"
_TAHUN = r"\b(?:tahun|thn\.?|th\.?)(?:\s*:)?"
_YEAR = r"(?:1[89]|20)[0-9]{2}(?!\w)"
_LEMBARAN = r"(?:lembaran|berita)\s+(?:negara|daerah)(?!\w)|(?<!\w)[LB][ND](?=\W|RI(?!\w)|$)"
_TAMBAHAN = (
    r"tambahan\s+(?:lembaran|berita)(?:\s+(?:negara|daerah))?(?!\w)"
    r"|(?<!\w)T[LB][ND](?=\W|RI(?!\w)|$)"
)
_KALI = r"(?:beberapa|dua|tiga|empat|lima|enam|tujuh|[0-9]+)\s*kali"
_KATA = r"di\s*r?ubah|di\s*tetapkan\s+menjadi\s+undang\s*[-‐‑–—\s]\s*undang|di\s*ganti|di\s*cabut"
_PHRASE = (
    rf",?\s*\b(?P<sebagaimana>sebagaimana|sebagimana|sebagaiman|yang)\s+(?:(?:telah|sudah)\s+)?"
    rf"(?:(?P<kali>{_KALI})\s+)?(?P<kata>{_KATA})(?!\w)(?:\s+(?P<kali2>{_KALI})(?!\w))?"
    r"(?:\s*,?\s*(?:dan\s+)?(?:yang\s+)?(?P<terakhir>terakhir)(?:\s+kali)?(?:nya)?)?"
    r"\s*,?\s*(?:diubah\s+)?(?:dengan|oleh|melalui|berdasarkan)(?!\w)\s*"
)
_AYAT = r"(?:ayat\s+\([0-9a-z]+\)|\([0-9a-z]+\)|huruf\s+[a-z](?!\w)|angka\s+[0-9]+)"
_PASAL = (
    r"(?:ketentuan\s+)?pasal\s+[0-9]+[a-z]?(?!\w)"
    r"(?:\s*(?:,\s*|dan\s+|jo\.?\s+|s\.?d\.?\s+|sampai\s+dengan\s+)?"
    rf"(?:pasal\s+[0-9]+[a-z]?(?!\w)|{_AYAT}))*"
)
_BARE_LEMBARAN = (
    rf"(?:{_LEMBARAN})[^;()]{{0,80}}?\s"
    rf"(?:{_TAHUN}\s*{_YEAR}\s*,?\s*{_NOMOR}|{_NOMOR}\s*[0-9]+\s+{_TAHUN})"
)
_OPENED = rf"[\[(]\s*(?=(?:{_LEMBARAN}|{_TAMBAHAN}))"
_HEAD_WORD = (
    r"(?:undang|peraturan|keputusan|instruksi|ketetapan|qanun|surat\s+edaran|uu|pp"
    r"|per[a-z]+|kep[a-z]+|in[a-z]+)"
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


MARKER = _compile(r"\s*([0-9]{1,3}[.)]|[a-z][.)]|[-–•*])\s+")
PENUTUP = re.compile(r"[\s;.,:]*\Z")
UUD_NAME = _compile(
    rf"(?:(?:{UU}|uu)\s+dasar|uud)(?!\w)(?:\s+(?:negara\s*|n)?{_COUNTRY})?(?:\s+(?:tahun\s+)?1945(?!\w))?"
)
RI = _compile(rf"\s*({_RI})")
RI_GLUED = _compile(rf"\s*({_COUNTRY})")
NOMOR = _compile(rf"\s*,?\s*({_NOMOR})\s*")
NUMERAL = re.compile(r"\s*[0-9]")
DIGIT = re.compile(r"\s*([0-9]+)(?!\w|\s*[/–-])")
NUMBER = _compile(r"\s*([0-9a-z]+(?:\s*[/–-]\s*(?!tahun\b)[0-9a-z]+(?:\.[0-9a-z]+)*|\.[0-9a-z]+)*)")
TAHUN = _compile(rf"\s*,?\s*({_TAHUN})\s*({_YEAR})")
SLASHED_YEAR = re.compile(rf"\s*/\s*({_YEAR})\Z")
TENTANG = _compile(r"\s*,?\s*\b(tentang|tantang|tetang|tentag|ttg\.?)(?!\w)\s*")
PASAL = _compile(rf"(\s*,?\s*(?:khususnya\s+)?)({_PASAL})")
PASAL_OF = _compile(rf"({_PASAL})((?:\s*,?\s+(?:dari|dalam|pada)(?!\w))?)\s+")
PHRASE = _compile(_PHRASE)
OPENED = _compile(rf"\s*,?\s*([\[(]\s*)?(?=(?P<lembaran>{_LEMBARAN})|(?P<tambahan>{_TAMBAHAN}))")
LEMBARAN = _compile(rf"\s*({_LEMBARAN})")
TAMBAHAN = _compile(rf"\s*({_TAMBAHAN})")
BETWEEN = _compile(rf"\s*(?:[,;.]|dan(?!\w))?\s*(?=(?:{_TAMBAHAN}))")
CLOSED = re.compile(r"[\])]")
NOMOR_LEMBARAN = _compile(
    rf"\s*,?\s*({_NOMOR})\s*([0-9]+[a-z]?(?:\s*[/–-]\s*[0-9a-z]+|\.[0-9a-z]+)*)(?!\w)"
)
BARE_YEAR = _compile(rf"\s*({_YEAR})(?=\s*/\s*[0-9]|\s*,?\s*{_NOMOR})")
SLASHED = re.compile(r"(\s*/\s*)([0-9]+)(?!\w|\s*[/–-])")
NOMOR_TAHUN = _compile(rf"\s*,?\s*({_NOMOR})\s*([0-9]+)(\s*/\s*)({_YEAR})(?!\w)")
SERI = _compile(rf"\s*,?\s*(seri)\s+([a-z0-9]{{1,4}}(?:\s+{_NOMOR}\s*[0-9]+)?)(?!\w)")
PLACE = _compile(
    rf"\s*([^()\[\];0-9]*?)(?=\s*,?\s*(?:{_RI}\s*,?\s*)*(?:"
    r"\b(?:nomor|nomer|nomr|no|tentang|tahun|thn|th|seri|pasal)(?![^\W\d])"
    rf"|[()\[\];]|(?<!\w)[0-9]|{_TAMBAHAN}|sebagaimana\b|\Z))"
)
ANOTHER = _compile(
    r"\s*(?:,\s*(?:dan|serta)?|dan|serta)\s+(?:(?:di\w+\s+)?(?P<terakhir>terakhir)\s+"
    rf"(?:diubah\s+)?dengan\s+)?(?={_HEAD_WORD}(?!\w)[^;()]{{0,200}}?(?:{_NOMOR}\s*[0-9a-z]|\s[0-9]))"
)
NAME_END = _compile(rf"\s*{_OPENED}|{_PHRASE}|[,\s]\s*{_BARE_LEMBARAN}|;|\s*,\s*pasal\s+[0-9]")
ANCHOR = _compile(rf"{_OPENED}|{_PHRASE}|\b(?:tentang)\b|\s,?\s*{_BARE_LEMBARAN}|;")
TRAILING = re.compile(r"[\s,.:]+\Z")
BARE_UU = _compile(r"\bundang\s*[-‐‑–—\s]\s*undang\b")
MENJADI = _compile(r"\s+(?:menjadi|sebagai)\s+undang\s*[-‐‑–—\s]\s*undang\Z")
KALI = re.compile(r"\s*kali")

_KEEPS_RI = _compile(
    r"(?:arsip nasional|kepolisian negara|kejaksaan|ombudsman|perwakilan rakyat"
    r"|perwakilan daerah) republik indonesia"
)
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
_LEMBAGA = re.compile(rf"\b(?:{'|'.join(LEMBAGA)})\b")
_LEVEL = _compile(r"^(kab|kabupaten|kota|prov|provinsi)(?:\.|(?=\s))\s*")
_LEVELS = {"kab": "Kabupaten", "kota": "Kota", "prov": "Provinsi"}


def keeps_republik(name: str) -> bool:
    """Whether "Republik Indonesia" at the end of an institution's name belongs to it."""
    return _KEEPS_RI.search(name) is not None


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made a regulation of which kind.

    `glued`: kind and maker are one abbreviation, as "Permendagri"; `mended`: the maker is not
    spelt like this.
    """

    jenis: Jenis
    pembuat: str = ""
    kementerian: str = ""
    glued: bool = False
    mended: bool = False


def read_maker(jenis: Jenis, head: str, name: str) -> Maker | None:
    """Return who made it, from the words behind the kind, or None for an unknown abbreviation.

    `head` is the kind as typed: behind "Permen" only a known ministry can be named, behind
    "Peraturan Menteri" any.
    """
    short = head.casefold()
    if jenis.pembuat is Pembuat.MENTERI:
        found = ministry(name)
        if " " not in head:
            return Maker(jenis, found.nama, found.kode, glued=True) if found else None
        if found is None:
            return Maker(jenis, name)
        same = name.casefold() == found.nama.casefold()
        mended = name != found.nama and (same or _ACRONYM.search(name) is not None)
        return Maker(jenis, found.nama, found.kode, mended=mended)
    if jenis.pembuat is Pembuat.LEMBAGA:
        full = _LEMBAGA.sub(lambda match: LEMBAGA[match[0]], name)
        if short == "perka":
            full = f"Kepala {full}"
        glued = short in ("perka", "perban", "perlem")
        return Maker(jenis, full, glued=glued, mended=full != name) if name else None
    full = _LEVEL.sub(_level, name).rstrip()
    return Maker(jenis, full, mended=full != name)


def _level(match: re.Match[str]) -> str:
    word = match[1]
    right = next(full for short, full in _LEVELS.items() if word.casefold().startswith(short))
    return f"{right.upper() if word.isupper() and len(word) > 4 else right} "
