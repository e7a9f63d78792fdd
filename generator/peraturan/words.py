"""The fixed words of a legal citation in the spellings they are met in, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.peraturan.institutions import LEMBAGA, ministry
from generator.peraturan.kinds import UU, JenisPeraturan, Pembuat

_COMMA = r"\s*(?:,\s*)?"
_HYPHEN = r"(?:\s*[-‐‑–—]\s*|\s+)"
_SPACES = r"(?:(?<!\s)\s+)?"
"""The spaces before what is searched for, never begun in their midst."""
_LONGEST_PLACE = 200
"""No maker of a regulation has a longer name."""


def _near(word: str) -> str:
    """Return a pattern of a word and of what is one slip of the keyboard away behind its first.

    A letter is another one, left out, typed in between, or stands behind its neighbour.
    """
    inside = range(1, len(word))
    forms = [word]
    forms += [f"{word[:n]}[a-z]{word[n + 1 :]}" for n in inside]
    forms += [word[:n] + word[n + 1 :] for n in inside]
    forms += [f"{word[:n]}[a-z]{word[n:]}" for n in inside]
    forms += [word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in inside[:-1]]
    return f"(?:{'|'.join(dict.fromkeys(forms))})"


_NEGARA = _near("negara")
_TENTANG = _near("tentang")
# matches "Republik lndonesia", not "Republik Indonesian"
_COUNTRY = rf"(?:{_near('republik')}\s+(?:{_near('indonesia')}|lndonesia)|(?-i:R\.?\s?I\.?))(?!\w)"
# matches "Presiden RI Nomor", not "PresidenRI"
_RI = rf"(?<!\w){_COUNTRY}"
# matches "No. 5", not "Norma"
_NOMOR = rf"\b(?:{_near('nomor')}|no)(?![^\W\d])\.?(?:\s*:)?"
# matches "Thn. 2004", not "Bulan 2004"
_TAHUN = r"\b(?:tahun|thn\.?|th\.?)(?:\s*:)?"
# matches "2004", not "20045"
_YEAR = r"(?:1[89]|20)[0-9]{2}(?!\w)"
# matches "Lembaran Negara", not "Lembaran Kerja"
_LEMBARAN = rf"(?:lembaran|berita)\s+(?:{_NEGARA}|daerah)(?!\w)|(?<!\w)[LB][ND](?=\W|RI(?!\w)|$)"
# matches "Tambahan Lembaran Negara", not "Tambahan Negara"
_TAMBAHAN = (
    rf"tambahan\s+(?:lembaran|berita)(?:\s+(?:{_NEGARA}|daerah))?(?!\w)"
    r"|(?<!\w)T[LB][ND](?=\W|RI(?!\w)|$)"
)
# matches "beberapa kali", not "kali ini"
_KALI = r"(?:beberapa|dua|tiga|empat|lima|enam|tujuh|[0-9]+)\s*kali"
# matches "di rubah", not "dihapus"
_KATA = rf"di\s*r?ubah|di\s*tetapkan\s+menjadi\s+undang{_HYPHEN}undang|di\s*ganti|di\s*cabut"
# matches "Peraturan", not "Rencana"
_HEAD_WORD = (
    r"(?:undang|peraturan|keputusan|instruksi|ketetapan|qanun|surat\s+edaran|uu|pp"
    r"|per[a-z]+|kep[a-z]+|in[a-z]+)"
)
# matches "diubah oleh Permendagri Nomor 120", not "diubah oleh Bupati"
_BARE = (
    r"\b(?=diubah\s+(?:dengan|oleh)\s+"
    r"(?:undang|peraturan|keputusan|uu|pp|perda|permen|perpres|pergub|perbup|perwa))"
)
# matches "sebagaimana telah diubah dengan", not "sebagaimana dimaksud dengan"
_PHRASE = (
    r"(?:\b(?P<sebagaimana>sebagaimana|sebagimana|sebagaiman|yang)\s+(?:(?:telah|sudah)\s+)?"
    rf"(?:(?P<kali>{_KALI})\s+)?|{_BARE})(?P<kata>{_KATA})(?!\w)(?:\s+(?P<kali2>{_KALI})(?!\w))?"
    rf"(?:{_COMMA}(?:dan\s+)?(?:yang\s+)?(?P<terakhir>terakhir)(?:\s+kali)?(?:nya)?)?"
    rf"{_COMMA}(?:diubah\s+)?(?P<dengan>dengan|oleh|melalui|berdasarkan)(?!\w)\s*"
)
# matches "ayat (1)", not "ayat 1"
_AYAT = r"(?:ayat\s+\([0-9a-z]+\)|\([0-9a-z]+\)|huruf\s+[a-z](?!\w)|angka\s+[0-9]+)"
# matches "Pasal 18 ayat (6)", not "Pasal tentang"
_PASAL = (
    r"(?:ketentuan\s+)?pasal\s+[0-9]+[a-z]?(?!\w)"
    r"(?:\s*(?:,\s*|dan\s+|jo\.?\s+|s\.?d\.?\s+|sampai\s+dengan\s+)?"
    rf"(?:pasal\s+[0-9]+[a-z]?(?!\w)|{_AYAT}))*"
)
# matches "Lembaran Negara Tahun 2004 Nomor 104", not "Lembaran Negara 104"
_BARE_LEMBARAN = (
    rf"(?:{_LEMBARAN})[^;()]{{0,80}}?\s"
    rf"(?:{_TAHUN}\s*{_YEAR}{_COMMA}{_NOMOR}|{_NOMOR}\s*[0-9]+\s+{_TAHUN})"
)
# matches "(Lembaran Negara", not "(Kabupaten"
_OPENED = rf"[\[(]\s*(?=(?:{_LEMBARAN}|{_TAMBAHAN}))"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# matches "1. Undang-Undang", not "1.Undang-Undang"
MARKER = _compile(r"\s*([0-9]{1,3}[.)]|[a-z][.)]|[-–•*])\s+")
# matches " .;", not "4421);"
PENUTUP = re.compile(r"(?<![\s;.,:])[\s;.,:]*\Z")
# matches "UUD NRI Tahun 1945", not "UU Darurat"
UUD_NAME = _compile(
    rf"(?:(?:{UU}|uu)\s+dasar|uud)(?!\w)(?:\s+(?:negara\s*|n)?{_COUNTRY})?(?:\s+(?:tahun\s+)?1945(?!\w))?"
)
# matches " Republik Indonesia", not " Republik"
RI = _compile(rf"\s*({_RI})")
# matches "RI Tahun", not "RIAU"
RI_GLUED = _compile(rf"\s*({_COUNTRY})")
NOMOR_ANYWHERE = _compile(rf"({_NOMOR})\s*")
# matches ", Nomor: 25", not "Normal 25"
NOMOR = _compile(rf"{_COMMA}({_NOMOR})\s*")
NUMERAL = re.compile(r"\s*[0-9]")
# matches " 4421", not " 44/21"
DIGIT = re.compile(r"\s*([0-9]+)(?!\w|\s*[/–-])")
# matches "PER/09/M.PAN/5", not "(25)"
NUMBER = _compile(r"\s*([0-9a-z]+(?:(?:\s*[/–-]\s*(?!tahun\b)|\.)[0-9a-z]+)*)")
# matches " Tahun 2004", not " Tahun 04"
TAHUN = _compile(rf"{_COMMA}({_TAHUN})\s*({_YEAR})")
# matches "86/2017", not "2017/86"
SLASHED_YEAR = re.compile(rf"(?:(?<!\s)\s+)?/\s*({_YEAR})\Z")
# matches " ttg. ", not " tentangan"
TENTANG = _compile(rf"{_COMMA}\b({_TENTANG}|ttg\.?)(?!\w)\s*")
# matches ", khususnya Pasal 3", not ", khususnya Bab III"
PASAL = _compile(rf"({_COMMA}(?:khususnya\s+)?)({_PASAL})")
# matches "Pasal 3 dari Undang-Undang", not "Pasal 3"
PASAL_OF = _compile(rf"({_PASAL})((?:(?:\s*,)?\s+(?:dari|dalam|pada)(?!\w))?)\s+")
# matches ", sebagaimana telah dua kali diubah dengan ", not ", sebagaimana dimaksud dengan "
PHRASE = _compile(rf",?\s*{_PHRASE}")
# matches " (Lembaran Negara", not " (Pedoman"
OPENED = _compile(rf"{_COMMA}([\[(]\s*)?(?=(?P<lembaran>{_LEMBARAN})|(?P<tambahan>{_TAMBAHAN}))")
# matches " LNRI 104", not " LNG 104"
LEMBARAN = _compile(rf"\s*({_LEMBARAN})")
# matches " TLN 4421", not " Tambahan 4421"
TAMBAHAN = _compile(rf"\s*({_TAMBAHAN})")
# matches "; Tambahan Lembaran", not "; Lembaran"
BETWEEN = _compile(rf"\s*(?:(?:[,;.]|dan(?!\w))\s*)?(?=(?:{_TAMBAHAN}))")
# matches "; (Lembaran Negara", not "; Undang-Undang"
SEPARATED = _compile(rf"\s*;\s*(?={_OPENED})")
NEGARA = _compile(_NEGARA)
CLOSED = re.compile(r"[\])]")
# matches " Nomor 6A", not " Nomor A6"
NOMOR_LEMBARAN = _compile(
    rf"{_COMMA}({_NOMOR})\s*([0-9]+[a-z]?(?:\s*[/–-]\s*[0-9a-z]+|\.[0-9a-z]+)*)(?!\w)"
)
# matches " 2004 Nomor 104", not " 2004)"
BARE_YEAR = _compile(rf"\s*({_YEAR})(?=\s*/\s*[0-9]|{_COMMA}{_NOMOR})")
# matches "/104", not "/104/2004"
SLASHED = re.compile(r"(\s*/\s*)([0-9]+)(?!\w|\s*[/–-])")
# matches " Nomor 104/2004", not " Nomor 104/20"
NOMOR_TAHUN = _compile(rf"{_COMMA}({_NOMOR})\s*([0-9]+)(\s*/\s*)({_YEAR})(?!\w)")
# matches ", Seri D Nomor 3", not ", Serial D"
SERI = _compile(rf"{_COMMA}(seri)\s+([a-z0-9]{{1,4}}(?:\s+{_NOMOR}\s*[0-9]+)?)(?!\w)")
# matches " Kabupaten Contoh Raya Nomor 6", not "Contoh2 Nomor 6"
PLACE = _compile(
    rf"\s*+([^()\[\];0-9]{{0,{_LONGEST_PLACE}}}?)(?={_COMMA}(?:{_RI}{_COMMA}){{0,3}}(?:"
    rf"\b(?:{_near('nomor')}|no|tentang|tahun|thn|th|seri|pasal)(?![^\W\d])"
    rf"|[()\[\];]|(?<!\w)[0-9]|{_TAMBAHAN}|sebagaimana\b|\Z))"
)
# matches " dan Undang-Undang Nomor 9", not " dan Undang-Undang lain"
ANOTHER = _compile(
    r"\s*(?:,(?:\s*(?:dan|serta))?|dan|serta)\s+(?:(?:di\w+\s+)?(?P<terakhir>terakhir)\s+"
    rf"(?:diubah\s+)?dengan\s+)?(?={_HEAD_WORD}(?!\w)[^;()]{{0,200}}?(?:{_NOMOR}\s*[0-9a-z]|\s[0-9]))"
)
# matches "Keuangan (Lembaran Negara", not "Keuangan (Daerah)"
NAME_END = _compile(
    rf"{_SPACES}{_OPENED}|(?:,\s*|{_SPACES}){_PHRASE}|(?:,\s*|(?<!\s)\s+){_BARE_LEMBARAN}|;"
    rf"|{_SPACES},\s*pasal\s+[0-9]"
)
# matches "Nomor 5 tentang Desa", not "Nomor 5 Desa"
ANCHOR = _compile(
    rf"{_OPENED}|(?:,\s*|{_SPACES}){_PHRASE}|\btentang\b|(?<!\s)\s+(?:,\s*)?{_BARE_LEMBARAN}|;"
)
TRAILING = re.compile(r"(?<![\s,.:])[\s,.:]+\Z")
# matches "Undang undang", not "Perundang-undangan"
BARE_UU = _compile(rf"\bundang{_HYPHEN}undang\b")
# matches "Perppu menjadi Undang-Undang", not "Perppu menjadi Undang-Undang Desa"
MENJADI = _compile(rf"(?<!\s)\s+(?:menjadi|sebagai)\s+undang{_HYPHEN}undang\Z")

# matches "Kejaksaan Republik Indonesia", not "Presiden Republik Indonesia"
_KEEPS_RI = _compile(
    r"(?:arsip nasional|kepolisian negara|kejaksaan|ombudsman|perwakilan rakyat"
    r"|perwakilan daerah) republik indonesia"
)
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
# matches "Kepala BKN", not "Kepala BKNP"
_LEMBAGA = re.compile(rf"\b(?:{'|'.join(LEMBAGA)})\b")
# matches "Kab. Contoh Raya", not "Kabut Raya"
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

    jenis: JenisPeraturan
    pembuat: str = ""
    kementerian: str = ""
    glued: bool = False
    mended: bool = False


def read_maker(jenis: JenisPeraturan, head: str, name: str) -> Maker | None:
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
    heads = jenis.pembuat is Pembuat.KEPALA_DAERAH
    full = _LEVEL.sub("" if heads else _level, name).rstrip()
    return Maker(jenis, full, mended=full != name)


def _level(match: re.Match[str]) -> str:
    word = match[1]
    right = next(full for short, full in _LEVELS.items() if word.casefold().startswith(short))
    return f"{right.upper() if word.isupper() and len(word) > 4 else right} "
