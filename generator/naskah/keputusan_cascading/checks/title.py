"""Checks of the title and of what repeats it: Menetapkan and the first diktum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from generator.findings.cures import Edit, retyped
from generator.findings.finding import Diagnostic, finding
from generator.findings.pieces import ending, piece, rewriting
from generator.naskah.keputusan_cascading.checks.subject import DecreeSubject
from generator.naskah.keputusan_cascading.title import joined, subject_of, without_region
from generator.peraturan.register import letters
from generator.schema.keputusan import IDENTITAS
from generator.values import Isian

_PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")
# matches "PENETAPAN IKU", not "PENETAPAN POHON KINERJA"
_SINGKATAN = re.compile(
    r"\b(?:[B-DF-HJ-NP-TV-Z]{2,}|OPD|ASN|PNS|IKU|SAKIP|LAKIP|RSUD|UPTD?|SOTK|APB[DN]|RENSTRA|RENJA"
    r"|BAPPEDA|BAPENDA)\b"
)
_ROMAN = re.compile(r"[IVXLCDM]+")
# matches "SURAT KEPUTUSAN BUPATI", not "SURAT EDARAN"
_SURAT_KEPUTUSAN = re.compile(r"\b(surat\s+)keputusan\b", re.IGNORECASE)
# matches "menetapkan Surat Keputusan", not "berdasarkan Surat Keputusan Menteri"
_THIS_ONE = re.compile(
    r"\b(?:menetapkan\s+(surat\s+)keputusan|(surat\s+)keputusan\s+ini)\b", re.IGNORECASE
)
# matches "Dengan Rahmat Tuhan Yang Maha Esa", not "berkat rahmat Tuhan"
_GRACE = re.compile(r"\bdengan\s+rahmat\s+(?:tuhan\b|allah\b)", re.IGNORECASE)


def title_not_in_capitals(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A line of the decree's title, or of the annex's, that is not in capitals."""
    identitas = subject.decree.identitas
    titles = (identitas.jabatan_judul, identitas.tentang, identitas.judul_lampiran)
    for lines in dict.fromkeys(titles):
        for line in lines:
            if line.text != line.text.upper():
                yield finding("judul-tidak-kapital", line.place, edits=_capitals(line), isi=line)


def _capitals(line: Isian) -> tuple[Edit, ...]:
    """Return the edits of a line into capitals, its placeholders into those for capitals."""
    names = _PLACEHOLDER.findall(line.raw)
    upper = {name: name if name == "tahun" else name.upper() for name in names}
    if not line.raw or any(name not in IDENTITAS.placeholders for name in upper.values()):
        return ()
    raw = line.raw.upper()
    for name, right in upper.items():
        raw = raw.replace(f"{{{name.upper()}}}", f"{{{right}}}")
    return retyped(line, 0, len(line.raw), raw)


def title_with_punctuation(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A title that ends with punctuation."""
    lines = subject.decree.identitas.tentang
    last = lines[-1]
    if last.text.endswith((".", ";", ",", ":")):
        edits = ending(last, "").edits
        yield finding("judul-bertanda-baca", last.place, edits=edits, isi=last)


def abbreviation_in_title(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """An abbreviation in the title that is not part of the office's own name."""
    identitas = subject.decree.identitas
    own = identitas.perangkat_daerah.text.upper()
    for line in (*identitas.jabatan_judul, *identitas.tentang):
        for found in dict.fromkeys(_SINGKATAN.findall(line.text)):
            if found not in own and not _ROMAN.fullmatch(found):
                yield finding("judul-bersingkatan", line.place, isi=found)


def called_a_letter(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A decree that calls itself a "surat keputusan", in its title or where it speaks of itself."""
    decree, identitas = subject.decree, subject.decree.identitas
    own = (identitas.jenis_keputusan, *identitas.jabatan_judul, identitas.menetapkan)
    texts = [(line, _SURAT_KEPUTUSAN) for line in (*own, *identitas.tentang)]
    texts += [(item, _THIS_ONE) for item in (*decree.menimbang, *decree.diktum)]
    for text, pattern in texts:
        if match := pattern.search(text.text):
            yield rewriting("disebut-surat-keputusan", text, piece(text, *_typed(match), ""))


def _typed(match: re.Match[str]) -> tuple[int, int]:
    """Return where the one group stands that matched."""
    return match.span(match.lastindex or 0)


def phrase_of_a_regulation(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """The opening phrase of regulations, typed anywhere in a decree, which has none."""
    typed = chain(
        *subject.texts(), (dasar.isian for dasar in subject.dasar), subject.decree.tembusan
    )
    found = next((line for line in typed if _GRACE.search(line.text)), None)
    if found:
        yield finding("frasa-pembuka-peraturan", found.place)


def menetapkan_not_in_capitals(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """Words behind Menetapkan that are not in capitals."""
    line = subject.decree.identitas.menetapkan
    if line.text != line.text.upper():
        yield finding("menetapkan-tidak-kapital", line.place, edits=_capitals(line))


def menetapkan_without_full_stop(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """Words behind Menetapkan that do not end with a full stop."""
    line = subject.decree.identitas.menetapkan
    if not line.text.endswith("."):
        yield rewriting("menetapkan-tanpa-titik", line, ending(line, "."))


def menetapkan_not_as_title(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """Words behind Menetapkan that name the decree otherwise than its title does.

    The region may be left out, as butir 58 wants it, or not.
    """
    identitas = subject.decree.identitas
    title = f"{identitas.jenis_keputusan} {joined(identitas.jabatan_judul)} TENTANG "
    title += joined(identitas.tentang)
    line = identitas.menetapkan
    if without_region(line.text, subject.daerah) != without_region(title, subject.daerah):
        yield finding(
            "menetapkan-beda-judul", line.place, isi=line, judul=title.upper().rstrip(" .;")
        )


def first_diktum_not_as_title(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A first diktum that does not name what the title says is settled."""
    what = subject_of(subject.decree.identitas, subject.daerah)
    for diktum in subject.decree.diktum[:1] if what else ():
        if letters(what) not in letters(diktum.text):
            yield finding("kesatu-beda-judul", diktum.place, perihal=what)
