"""Checks of the diktum: the annex as an inseparable part, endings, and two known slips."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.bahasa.wording import diktum_name
from generator.findings.finding import Diagnostic, finding
from generator.findings.pieces import ending, piece, rewriting
from generator.naskah.keputusan_cascading.checks.subject import Subject

_INSEPARABLE = re.compile(r"\b(?:tidak|tak)[\s-]+(?:dapat[\s-]+di)?(?:ter)?pisahkan\b", re.I)
_LAMPIRAN = re.compile(r"\b(?:lampiran|terlampir)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:berlaku mulai sejak|mulai berlaku sejak dari|berlaku mulai dari sejak)\b"
)
_SINCE_SHORT = re.compile(r"\bmulai sejak\b")
_ADVERBIAL = re.compile(
    r"(?:dalam|untuk|pada|dengan|apabila|jika|bila|bilamana|berdasarkan|sejak|setelah|selama|dari"
    r"|guna|agar|sebelum|sebagai|terhadap|atas|oleh|di|ketika|karena|demi|selain|bagi)\b",
    re.IGNORECASE,
)
_SUBJECT_COMMA = re.compile(
    r"(?<!,) sebagaimana (?:dimaksud|tercantum|tersebut)(?: (?:dalam|pada|di))?"
    r"(?: (?:diktum )?ke[a-z]+(?: (?:belas|puluh|ratus)(?: [a-z]+)?)?"
    r"| lampiran(?: [ivx]+)?(?: keputusan ini)?)"
    r"(,) (?:di\w{3,}|merupakan|menjadi|berlaku|wajib|harus|bertanggung|mempunyai|bertugas)\b",
    re.IGNORECASE,
)


def separable_annex(subject: Subject) -> Iterator[Diagnostic]:
    """A decree none of whose diktum calls the annex a part that cannot be separated."""
    diktum = subject.decree.diktum
    if not diktum or any(_INSEPARABLE.search(one.text) for one in diktum):
        return
    naming = next((one for one in diktum if _LAMPIRAN.search(one.text)), diktum[0])
    yield finding("lampiran-terpisahkan", naming.place)


def doubled_since(subject: Subject) -> Iterator[Diagnostic]:
    """The doubled "mulai sejak"."""
    for diktum in subject.decree.diktum:
        long = _SINCE.search(diktum.text)
        if match := long or _SINCE_SHORT.search(diktum.text):
            right = "mulai berlaku pada" if long else "sejak"
            yield rewriting("mulai-sejak", diktum, piece(diktum, *match.span(), right))


def comma_before_predicate(subject: Subject) -> Iterator[Diagnostic]:
    """A comma between subject and predicate behind "sebagaimana dimaksud dalam …"."""
    for diktum in subject.decree.diktum:
        match = _SUBJECT_COMMA.search(diktum.text)
        if match is None or _ADVERBIAL.match(diktum.text):
            continue
        if "," in diktum.text[: match.start()]:
            continue
        yield rewriting("koma-sebelum-predikat", diktum, piece(diktum, *match.span(1), ""))


def uneven_endings(subject: Subject) -> Iterator[Diagnostic]:
    """A diktum that ends otherwise than the others; the last one ends with a full stop.

    Before it ";" and full stops are both custom, and the one most of them have is right.
    """
    diktum = subject.decree.diktum
    ends = Counter(one.text[-1:] for one in diktum[:-1])
    between = "." if ends["."] > ends[";"] else ";"
    for nth, one in enumerate(diktum, start=1):
        right = "." if nth == len(diktum) else between
        if one.text.endswith(right):
            continue
        change = ending(one, right)
        yield finding(
            "diktum-akhiran",
            one.place,
            edits=change.edits,
            diktum=diktum_name(nth),
            isi=change.old,
            baku=change.new,
        )


_REFERENCE = re.compile(
    r"\bdiktum (ke(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)"
    r"(?: belas| puluh(?: \w+)?)?)\b",
    re.IGNORECASE,
)


def wrong_reference(subject: Subject) -> Iterator[Diagnostic]:
    """A diktum that refers to one that is not there, or to itself."""
    diktum = subject.decree.diktum
    names = [diktum_name(nth) for nth in range(1, len(diktum) + 1)]
    for name, one in zip(names, diktum, strict=True):
        for found in dict.fromkeys(match[1].upper() for match in _REFERENCE.finditer(one.text)):
            sebab = "itu diktum ini sendiri" if found == name else ""
            if found not in names:
                sebab = f"keputusan ini mempunyai {len(names)} diktum"
            if sebab:
                yield finding(
                    "rujukan-diktum-keliru", one.place, diktum=name, isi=found, sebab=sebab
                )
