"""Check of the office's name, which is the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, finding
from generator.naskah.keputusan_cascading.checks.subject import DecreeSubject
from generator.naskah.keputusan_cascading.title import joined
from generator.values import Isian, Place

# matches " Nasional", not " Daerah"
_OTHERS = re.compile(r"\s+(?:negara|nasional|republik|pusat|provinsi)\b")
_LONGEST = 1_000
"""A name is compared and told no further."""
_SMALL = frozenset({"dan", "serta", "di", "ke", "untuk"})


def office_named_otherwise(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """The office under a name that begins as its own and goes on otherwise, or abbreviated.

    In the letterhead, the title and the signature its first word is enough of a beginning, since
    no other office has its place there.
    """
    identitas = subject.decree.identitas
    name = identitas.perangkat_daerah.text
    heads = (
        *(identitas.kop, identitas.jabatan_judul),
        *(identitas.jabatan_pembuka, identitas.penandatangan.jabatan),
    )
    seen: set[Place] = set()
    for lines in subject.texts():
        beginning = 1 if lines in heads else 2
        for line, found in _other_names(lines, name, subject.daerah, beginning):
            if line.place not in seen:
                seen.add(line.place)
                yield finding("nama-kantor-berbeda", line.place, isi=found, baku=name)


def _other_names(
    lines: Sequence[Isian], name: str, daerah: str, beginning: int
) -> Iterator[tuple[Isian, str]]:
    """Yield (line, name as written) where the office is named otherwise, by its name once a line.

    Where every second word of a line begins the name, each is looked at in passing only.
    """
    full, folded = fold(name)[:_LONGEST], fold(joined(lines))
    text = " ".join(joined(lines).split())
    stop = 0
    words = full.split()
    if len(words) > beginning and len(text) == len(folded):
        for match in re.finditer(rf"\b{re.escape(' '.join(words[:beginning]))}\b", folded):
            at = match.start()
            if at < stop:
                continue
            if folded.startswith(full, at) or _OTHERS.match(folded, match.end()):
                continue
            line, stop = _line_at(lines, at)
            yield line, _until_region(text[at : at + _LONGEST], daerah[:_LONGEST], len(full))
    initials = "".join(word[0] for word in words if word not in _SMALL).upper()
    # matches "BKPSDM", not "BKD"
    for found in dict.fromkeys(re.findall(r"\b[A-Z]{4,}\b", text)):
        if initials.startswith(found) and found not in name and not _explains(text, found):
            yield _line_at(lines, text.index(found))[0], found


def _explains(text: str, acronym: str) -> bool:
    """Whether a text says what it abbreviates: "yang selanjutnya disingkat BKPSDM"."""
    return any(f"{verb} {acronym}" in text for verb in ("disingkat", "disebut"))


def _line_at(lines: Sequence[Isian], at: int) -> tuple[Isian, int]:
    """Return the line in which the running text has this place, and where it ends there."""
    end = 0
    for line in lines:
        end += len(" ".join(line.text.split())) + 1
        if at < end:
            return line, end
    return lines[-1], end


def _until_region(text: str, daerah: str, limit: int) -> str:
    """Return the name of an office cut off before its region or where its clause ends."""
    stops = [fold(text).find(fold(daerah))] if daerah else []
    stops += [match.start() for match in re.finditer(r"[,;.]| sebagaimana | tahun ", text, re.I)]
    word_end = text.find(" ", limit)
    stops.append(word_end if word_end > 0 else len(text))
    return text[: min(stop for stop in stops if stop > 0)].strip()
