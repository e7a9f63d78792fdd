"""Checks of Menimbang: "bahwa", the semicolon, and the closing item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.bahasa.numbers import huruf
from generator.findings.finding import Diagnostic, finding
from generator.findings.pieces import ending, piece, rewriting
from generator.naskah.keputusan_cascading.checks.subject import DecreeSubject
from generator.naskah.keputusan_cascading.title import joined, subject_of, without_region
from generator.peraturan.register import letters

# matches "bahwa kinerja", not "Bahwa kinerja"
_BAHWA = re.compile(r"bahwa\b")
# matches "bahwa berdasarkan … huruf a, perlu menetapkan …", not "bahwa perlu menetapkan …"
_CLOSING = tuple(
    re.compile(part, re.IGNORECASE)
    for part in (
        r"bahwa,? berdasarkan (?:pertimbangan )?sebagaimana (?:telah )?(?:dimaksud|tersebut) "
        r"(?:dalam|pada) (?:pertimbangan )?huruf \(?[a-z]",
        r" (?:perlu|untuk) (?:menetapkan|membentuk) ",
        r"keputusan\b",
        r" tentang ",
    )
)
"""The first part begins the item, the others follow each other with any words between."""
_KEPUTUSAN = re.compile(r"\bkeputusan\b", re.IGNORECASE)
_TENTANG = re.compile(r"\btentang\b", re.IGNORECASE)
# matches "dalam pertimbangan huruf a", not "dalam huruf a"
_CONSIDERATION = re.compile(r"(?:dalam|pada) (pertimbangan )huruf \(?[a-z]\b", re.IGNORECASE)
_MOST = 100
"""Of no item more references are told at once; what is left is found when these are mended."""
# matches "huruf (a)", not "huruf a"
_BRACKETED = re.compile(r"(huruf )(?:\(([a-z])\)|([a-z])\))", re.IGNORECASE)
# matches "dan huruf b", not "huruf besar"
_LETTER = re.compile(r"\b(?:huruf|dan|,)\s+\(?([a-z])\b\)?", re.IGNORECASE)
# matches "huruf a sampai dengan huruf c", not "huruf a dan huruf c"
_UNTIL = re.compile(
    r"huruf \(?([a-z])\)?\s+(?:sampai dengan|sampai|s\.?\s?d\.?|hingga)\s+(?:dengan )?"
    r"(?:huruf )?\(?([a-z])\b",
    re.IGNORECASE,
)


def without_bahwa(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """An item that does not begin with "bahwa", in small letters."""
    for item in subject.decree.menimbang:
        if _BAHWA.match(item.text):
            continue
        capital = re.match(r"bahwa\b", item.text, re.IGNORECASE)
        edits = piece(item, *capital.span(), "bahwa").edits if capital else ()
        awal = " ".join(item.text.split()[:4])
        yield finding("menimbang-tanpa-bahwa", item.place, edits=edits, isi=awal)


def unclosed_consideration(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """An item that does not end with one semicolon."""
    for item in subject.decree.menimbang:
        # matches "berjenjang;", not "berjenjang.;"
        if not re.search(r"[^;:.,];\Z", item.text):
            yield rewriting("menimbang-tanpa-titik-koma", item, ending(item, ";"))


def unusual_closing(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A last item that does not conclude from those above in the standard form."""
    items = subject.decree.menimbang
    if len(items) > 1 and not _is_closing(" ".join(items[-1].text.split())):
        yield finding("menimbang-penutup-tak-baku", items[-1].place, huruf=_listed(len(items) - 1))


def letters_left_out(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A closing item that does not name every item above it."""
    items = subject.decree.menimbang
    if len(items) < 2 or not _is_closing(" ".join(items[-1].text.split())):
        return
    named = _named(items[-1].text)
    if named != {huruf(n) for n in range(1, len(items))}:
        yield finding(
            "menimbang-huruf-keliru",
            items[-1].place,
            huruf=", ".join(sorted(named)),
            baku=_listed(len(items) - 1),
        )


def closing_not_as_title(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A closing item that concludes with another decree, or another office's, than the title.

    The office may be shortened to its beginning ("Kepala Dinas"), or left out.
    """
    identitas, items = subject.decree.identitas, subject.decree.menimbang
    text = " ".join(items[-1].text.split()) if items else ""
    concluded = _concluded(text) if _is_closing(text) else None
    if concluded is None:
        return
    office, named = (part.strip(" ;.") for part in concluded)
    what, title = subject_of(identitas, subject.daerah), joined(identitas.jabatan_judul)
    for isi, baku, same in (
        (office, title, _bare(title, subject).startswith(_bare(office, subject))),
        (named, what, letters(what) in letters(named)),
    ):
        if not same:
            place = items[-1].place
            yield finding("menimbang-penutup-beda-judul", place, isi=isi, baku=baku)


def _is_closing(text: str) -> bool:
    """Whether an item, its spaces single, concludes from others in the standard form."""
    begun = _CLOSING[0].match(text)
    end = begun.end() if begun else -1
    for part in _CLOSING[1:] if begun else ():
        if not (found := part.search(text, end)):
            return False
        end = found.end()
    return begun is not None


def _concluded(text: str) -> tuple[str, str] | None:
    """Return whose decree, and about what, the last "menetapkan Keputusan … tentang …" names."""
    for act in reversed(list(_CLOSING[1].finditer(text))):
        decree = _KEPUTUSAN.search(text, act.end())
        about = _TENTANG.search(text, decree.end()) if decree else None
        if decree and about:
            return text[decree.end() : about.start()], text[about.end() :]
    return None


def _bare(office: str, subject: DecreeSubject) -> str:
    return without_region(office, subject.daerah)


def _named(text: str) -> set[str]:
    """Return the letters that the closing item names before it concludes."""
    # matches "perlu menetapkan Keputusan", not "ditetapkannya Keputusan"
    head = re.split(r"\bmenetapkan\b|\bmembentuk\b", text, maxsplit=1)[0]
    if until := _UNTIL.search(head):
        first, last = (ord(letter.lower()) for letter in until.groups())
        return {chr(letter) for letter in range(first, last + 1)}
    reference = head[start.start() :] if (start := re.search(r"huruf\b", head)) else ""
    return {letter.lower() for letter in _LETTER.findall(reference)}


def _listed(count: int) -> str:
    """Return the reference to the first `count` items: "huruf a, huruf b, dan huruf c"."""
    letters = [f"huruf {huruf(n)}" for n in range(1, count + 1)]
    if count < 3:
        return " dan ".join(letters)
    return f"{', '.join(letters[:-1])}, dan {letters[-1]}"


def reference_to_item(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A reference "pertimbangan huruf a" or "huruf (a)" for "huruf a"."""
    for item in subject.decree.menimbang:
        for match in islice(_CONSIDERATION.finditer(item.text), _MOST):
            yield rewriting("rujukan-huruf-tak-baku", item, piece(item, *match.span(1), ""))
        for match in islice(_BRACKETED.finditer(item.text), _MOST):
            change = piece(item, *match.span(), match[1] + (match[2] or match[3]))
            yield rewriting("rujukan-huruf-tak-baku", item, change)
