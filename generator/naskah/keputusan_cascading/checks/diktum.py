"""Checks of the diktum: the annex as an inseparable part, endings, and two known slips."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.bahasa.numbers import diktum_name
from generator.findings.finding import Diagnostic, finding
from generator.findings.pieces import ending, piece, rewriting
from generator.naskah.keputusan_cascading.checks.rujukan import ITEM, JOINT, NAMA, references
from generator.naskah.keputusan_cascading.checks.subject import DecreeSubject
from generator.naskah.keputusan_cascading.model import Bentuk, Decree

# matches "bagian yang tidak terpisahkan", not "bagian yang terpisahkan"
_INSEPARABLE = re.compile(r"\b(?:tidak|tak)[\s-]+(?:dapat[\s-]+di)?(?:ter)?pisahkan\b", re.I)
# matches "sebagaimana terlampir", not "dilampirkan"
_LAMPIRAN = re.compile(r"\b(?:lampiran|terlampir)\b", re.IGNORECASE)
# matches "berlaku mulai sejak tanggal", not "mulai berlaku sejak tanggal"
_SINCE = re.compile(
    r"\b(?:berlaku mulai sejak|mulai berlaku sejak dari|berlaku mulai dari sejak)\b"
)
# matches "digunakan mulai sejak ditetapkan", not "mulai berlaku sejak ditetapkan"
_SINCE_SHORT = re.compile(r"\bmulai sejak\b")
# matches "Dalam melaksanakan tugas", not "Dalamnya sungai"
_ADVERBIAL = re.compile(
    r"(?:dalam|untuk|pada|dengan|apabila|jika|bila|bilamana|berdasarkan|sejak|setelah|selama|dari"
    r"|guna|agar|sebelum|sebagai|terhadap|atas|oleh|di|ketika|karena|demi|selain|bagi)\b",
    re.IGNORECASE,
)
# matches "yang merupakan bagian tidak terpisahkan", not "yang merupakan bagian"
_INSEPARABLE_OF = r"yang merupakan bagian (?:yang )?(?:tidak|tak) (?:dapat di|ter)?pisahkan"
# matches " sebagaimana dimaksud dalam Diktum KESATU", not " sebagaimana mestinya"
_REFERENCE = (
    r" sebagaimana (?:dimaksud|tercantum|tersebut)(?: (?:dalam|pada|di))?"
    r"(?: (?:diktum )?ke[a-z]+(?: (?:belas|puluh|ratus)(?: [a-z]+)?)?"
    rf"{ITEM}(?:{JOINT}{NAMA}{ITEM}){{0,30}}"
    r"| lampiran(?: [ivx]+)?(?:(?:,| dan|, dan)(?: lampiran)? [ivx]+){0,30}"
    rf"(?: {_INSEPARABLE_OF}(?: dari)?)?)(?: keputusan ini)?"
)
# matches "ditetapkan", not "dinas"
_PREDICATE = (
    r"(?:di(?!nas\b|klat\b|rektur|siplin)\w{3,}|merupakan|menjadi|adalah|mulai berlaku|berlaku"
    r"|wajib|harus|dapat|bertanggung|bertugas|berfungsi|berpedoman|mempunyai|meliputi|memuat"
    r"|terdiri)\b"
)
# matches "Tim sebagaimana dimaksud dalam Diktum KESATU, bertugas", not "… KESATU bertugas"
_BEHIND_REFERENCE = re.compile(rf"(?<!,){_REFERENCE}(,) {_PREDICATE}", re.IGNORECASE)
# matches "Tim, sebagaimana dimaksud dalam Diktum KESATU bertugas", not "Tim, … KESATU, bertugas"
_BEFORE_REFERENCE = re.compile(rf"\A[^,]+(,){_REFERENCE} {_PREDICATE}", re.IGNORECASE)
# matches "Keputusan ini, mulai berlaku", not "Keputusan ini, Lampirannya"
_BEHIND_INI = re.compile(rf"\A[^,]* ini(,) {_PREDICATE}", re.IGNORECASE)
# matches "apabila terdapat kekeliruan", not "Keputusan ini"
_SUBORDINATE = re.compile(
    r"\b(?:apabila|jika|bila|bilamana|kalau|dengan|setelah|sejak|selama|ketika|karena|agar"
    r"|sebelum|untuk)\b",
    re.IGNORECASE,
)
# matches "yang selanjutnya disebut Tim", not "dan Matriks"
_ASIDE = re.compile(
    rf"(?:(?:yang|selanjutnya|termasuk|yaitu|yakni|baik)\b|{_ADVERBIAL.pattern})", re.IGNORECASE
)
_NUMBER = r"[IVX]+\b"
_NAMED = re.compile(
    rf"\blampiran\b((?:[\s,]+(?:(?:dan|serta|lampiran)\s+){{0,3}}(?-i:{_NUMBER}))*)", re.I
)


def separable_annex(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A decree none of whose diktum calls the annex a part that cannot be separated."""
    diktum = subject.decree.diktum
    if not diktum or any(_INSEPARABLE.search(one.text) for one in diktum):
        return
    naming = next((one for one in diktum if _LAMPIRAN.search(one.text)), diktum[0])
    yield finding("lampiran-terpisahkan", naming.place)


def doubled_since(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """The doubled "mulai sejak"."""
    for diktum in subject.decree.diktum:
        long = _SINCE.search(diktum.text)
        if match := long or _SINCE_SHORT.search(diktum.text):
            right = "mulai berlaku pada" if long else "sejak"
            yield rewriting("mulai-sejak", diktum, piece(diktum, *match.span(), right))


def comma_before_predicate(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A comma between a subject, with its "sebagaimana dimaksud dalam …", and its predicate."""
    for diktum in subject.decree.diktum:
        if span := _comma(diktum.text):
            yield rewriting("koma-sebelum-predikat", diktum, piece(diktum, *span, ""))


def _comma(text: str) -> tuple[int, int] | None:
    """Return where a comma stands that parts the subject; a pair of commas does not."""
    if _ADVERBIAL.match(text):
        return None
    match = _BEHIND_REFERENCE.search(text)
    if match and _is_one_subject(text[: match.start()]):
        return match.span(1)
    match = _BEFORE_REFERENCE.match(text) or _BEHIND_INI.match(text)
    if match and not _SUBORDINATE.search(text, 0, match.start(1)):
        return match.span(1)
    return None


def _is_one_subject(head: str) -> bool:
    """Whether nothing is set off in it; the commas of a list "A, B, dan C" set nothing off."""
    others = head.split(", ")[1:]
    if not others:
        return "," not in head
    return others[-1].startswith(("dan ", "serta ")) and not any(map(_ASIDE.match, others))


# matches "ditetapkan,;", not "dan seterusnya.;"
_DOUBLED_END = re.compile(r"[,:;]\s*[;.]\Z")
# matches "berlaku; dan", not "berlaku, dan"
_LEADS_OVER = re.compile(r"[^\s;:.,];\s?dan\Z")


def uneven_endings(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A diktum that ends otherwise than the others; the last one ends with a full stop.

    Before it ";" and full stops are both custom, and the one most of them have is right; the
    last but one may lead over to the last with "; dan".
    """
    diktum = subject.decree.diktum
    ends = Counter(one.text[-1:] for one in diktum[:-1])
    between = "." if ends["."] > ends[";"] else ";"
    for nth, one in enumerate(diktum, start=1):
        right = "." if nth == len(diktum) else between
        if one.text.endswith(right) and not _DOUBLED_END.search(one.text):
            continue
        if nth == len(diktum) - 1 and right == ";" and _LEADS_OVER.search(one.text):
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


def wrong_reference(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A diktum that refers to one that is not there, or to itself."""
    diktum = subject.decree.diktum
    names = [diktum_name(nth) for nth in range(1, len(diktum) + 1)]
    for nth, one in enumerate(diktum):
        wrong: dict[str, str] = {}
        for ends in references(one.text):
            missing = [name for name in ends if name not in names]
            wrong |= dict.fromkeys(missing, f"keputusan ini mempunyai {len(names)} diktum")
            if not missing and names.index(ends[0]) <= nth <= names.index(ends[1]):
                wrong[names[nth]] = "itu diktum ini sendiri"
        for found, sebab in wrong.items():
            yield finding(
                "rujukan-diktum-keliru", one.place, diktum=names[nth], isi=found, sebab=sebab
            )


def check_named_annexes(decree: Decree) -> Iterator[Diagnostic]:
    """Find a KESATU that names other annexes than the setting Lampiran prints."""
    if not decree.diktum:
        return
    kesatu = decree.diktum[0]
    mentions = [re.findall(_NUMBER, found[1]) for found in _NAMED.finditer(kesatu.text)]
    if not mentions:
        return
    named = len({number for numbers in mentions for number in numbers}) or 1
    bentuk = decree.identitas.bentuk
    printed = 2 if bentuk is Bentuk.KEDUANYA else 1
    if named != printed:
        yield finding(
            "kesatu-lain-lampiran",
            kesatu.place,
            disebut=named,
            tercetak=printed,
            bentuk=bentuk.value,
        )
