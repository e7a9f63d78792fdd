"""What must be true of an update, judged without the program's help."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from enum import Enum

from lxml import etree

from generator.app.outcome import Entered, Outcome
from generator.findings.rule import Stage
from generator.word.render import Package
from generator.word.structure import check_structure
from tests.whole.suntingan.accept import W
from tests.whole.suntingan.reading import OURS, Look, Reading, bare, caption, look


class Fault(Enum):
    """The kinds of what goes wrong."""

    GALAT = "galat"
    DITOLAK = "ditolak tanpa alasan"
    TEKS_HILANG = "teks orang hilang"
    TEKS_GANDA = "teks orang ganda"
    DATA_HILANG = "data baru tidak masuk"
    DATA_LAMA = "data lama tertinggal"
    KEMBALI = "yang dihapus orang kembali"
    OBJEK_HILANG = "objek hilang"
    OBJEK_GANDA = "objek ganda"
    URUTAN = "urutan rusak"
    STRUKTUR = "struktur rusak"
    TOLAK_TEKS = "tolak semua: teks berbeda"
    TOLAK_BENTUK = "tolak semua: bentuk berbeda"
    BENTUK = "bentuk hilang tanpa disebut"
    LAPORAN = "laporan tidak benar"


@dataclass
class Verdict:
    """What was found out about one update."""

    faults: list[tuple[Fault, str]] = field(default_factory=list)
    refused: bool = False
    looks_told: list[str] = field(default_factory=list)
    result: bytes | None = None

    def blame(self, fault: Fault, detail: object) -> None:
        self.faults.append((fault, str(detail)[:600]))


_SOFT = "\u00ad"
"""A hyphen that no finding repeats."""
_PAGE = "PAGEREF _pohon_"
_LEFT = ("suntingan-ditinggalkan", "suntingan-tidak-dapat-dibawa")
_TOLD = {
    "gambar": ("gambar",),
    "kotak teks": ("kotak teks",),
    "catatan kaki": ("catatan kaki", "catatan"),
    "catatan akhir": ("catatan akhir", "catatan"),
    "komentar": ("komentar",),
    "tautan": ("tautan",),
    "penanda": ("penanda",),
    "bidang": ("bidang", "rujukan"),
    "simbol": ("lambang",),
    "kendali isi": ("kendali isi",),
    "tanda air": ("gambar", "tanda air"),
    "bagian": ("bagian",),
    "pindah halaman": ("pindah halaman",),
}
"""By which words the report tells of an object that has no place."""


@dataclass(frozen=True)
class Case:
    """A decree as it was made, as people left it, as new data make it, and the update of it.

    `given` is what people began with: the decree as made, or as LibreOffice saved it.
    """

    made: Reading
    given: Reading
    edited: Reading
    fresh: Reading
    result: Reading
    outcome: Outcome

    @property
    def told(self) -> str:
        """What is told of the decree, and the summary of what the data deleted or replaced."""
        findings = (
            f"{one.place} {one.message}"
            for one in self.outcome.findings
            if one.rule.stage is Stage.REVISI
        )
        return "\n".join((*findings, *(one.old for one in self.entered.entered)))

    @property
    def renewed(self) -> list[str]:
        """The numbers and dates that are told to stand where people typed those of another year."""
        return [
            str(one.facts["baru"])
            for one in self.outcome.findings
            if one.rule.name == "nomor-tanggal-diganti"
        ]

    @property
    def left(self) -> str:
        """What is told of edits that have no place in the new decree."""
        found = (one for one in self.outcome.findings if one.rule.name in _LEFT)
        return "\n".join(f"{one.place} {one.message}" for one in found)

    @property
    def entered(self) -> Entered:
        return next(one for one in self.outcome.events if isinstance(one, Entered))


def judge(case: Case, verdict: Verdict) -> None:
    """Add to a verdict what is wrong with a written update."""
    accepted = case.result.accepted()
    people = case.edited.accepted()
    _words(case, people, accepted, verdict)
    _objects(case, people, accepted, verdict)
    _order(case, people, accepted, verdict)
    _looks(case, people, accepted, verdict)
    rejected = case.result.rejected(OURS)
    _rejected(case, rejected, verdict)
    _structure(case, {"": case.result, "terima: ": accepted, "tolak: ": rejected}, verdict)
    _report(case, accepted, verdict)


def _words(case: Case, people: Reading, accepted: Reading, verdict: Verdict) -> None:
    made, edited, fresh, now = case.given.words, people.words, case.fresh.words, accepted.words
    told = Counter(re.findall(r"[^\s\"]+", case.told))
    told += Counter(word.rstrip(";") for word in told.elements() if word.endswith(";"))
    typed, deleted = edited - made, made - edited
    lost = {word for word, count in typed.items() if now[word] < count and not fresh[word]}
    said = case.told.replace(_SOFT, "")
    if lost := {word for word in lost if word not in told and word.replace(_SOFT, "") not in said}:
        verdict.blame(Fault.TEKS_HILANG, sorted(lost))
    doubled = {word for word in typed if word.startswith("ORANG") and now[word] > edited[word]}
    if doubled:
        verdict.blame(Fault.TEKS_GANDA, sorted(doubled))
    if missing := (fresh - now) - deleted - _spread(typed) - told:
        verdict.blame(Fault.DATA_HILANG, dict(missing))
    stale = (now - fresh) - typed - told
    if extra := {word: count for word, count in stale.items() if word not in case.told}:
        verdict.blame(Fault.DATA_LAMA, extra)
    before, here = Counter(case.given.lines), Counter(people.lines)
    now_lines, new_lines = Counter(accepted.lines), Counter(case.fresh.lines)
    back = [
        one
        for one, count in before.items()
        if count == new_lines[one] == 1 and not here[one] and now_lines[one]
    ]
    joined = [one for one in here if one not in before] if back else []
    back = [one for one in back if not any(one in line for line in joined)]
    if back and "dihapus: " in case.left:
        tables = {text: caption(paragraph) for text, paragraph in case.given.paragraphs}
        back = [one for one in back if f'tabel "{tables[one]}"' not in case.left]
    back = [one for one in back if not any(text in one for text in case.renewed)]
    if back := [one for one in back if not _is_told(one, case.told)]:
        verdict.blame(Fault.KEMBALI, back)


def _spread(typed: Counter[str]) -> Counter[str]:
    """Return the words inside which somebody typed, as they were."""
    return Counter(
        {re.sub(r"ORANG\w+?X", "", word): count for word, count in typed.items() if "ORANG" in word}
    )


def _is_told(text: str, told: str) -> bool:
    start = " ".join(text.split())[:30]
    return start in " ".join(told.split())


def _objects(case: Case, people: Reading, accepted: Reading, verdict: Verdict) -> None:
    theirs = people.objects - case.given.objects
    told = case.told.lower()
    for kind, identity in theirs - accepted.objects:
        if identity not in told and not any(word in told for word in _TOLD[kind]):
            verdict.blame(Fault.OBJEK_HILANG, f"{kind} {identity}")
    came, went = case.fresh.objects - case.made.objects, case.made.objects - case.fresh.objects
    for kind, identity in accepted.objects - ((people.objects + came) - went):
        verdict.blame(Fault.OBJEK_GANDA, f"{kind} {identity}")
    for kind, identity in (case.fresh.objects - case.made.objects) - accepted.objects:
        if not any(word in told for word in _TOLD[kind]) and not _is_unwanted(identity, people):
            verdict.blame(Fault.DATA_HILANG, f"{kind} {identity}")


def _is_unwanted(field: str, people: Reading) -> bool:
    """Whether this is the number of a page in an overview that people deleted with all of them."""
    return field.startswith(_PAGE) and not any(
        identity.startswith(_PAGE) for _, identity in people.objects
    )


def _order(case: Case, people: Reading, accepted: Reading, verdict: Verdict) -> None:
    """Blame lines that stand otherwise than in people's file and in the new data.

    What the one side moved may stand as it wants, and so may what stood more than once: nobody can
    say which of these is left. What the report tells of as left behind stands where the data have
    it.
    """
    made, edited, fresh, now = (
        _once(one.lines) for one in (case.made, people, case.fresh, accepted)
    )
    by_people, by_data = _may_move(made, edited), _may_move(made, fresh)
    by_people |= {now for was, now in _reworded(case) if was in by_people}
    by_data |= _followers(case, people, by_data) | _renumbered(case)
    by_data |= {box for box, line in people.boxed if line in by_data}
    by_data |= {one for one, count in Counter(map(bare, case.made.lines)).items() if count > 1}
    added = set(edited) - set(made)
    by_data |= {one for one, mate in people.mates if one in added and mate in by_data}
    left = {one for one in edited if _is_told(one, case.left)} if case.left else set()
    for name, other, free in (("naskah", edited, by_data | left), ("data", fresh, by_people)):
        here = [one for one in other if one not in free]
        if strange := _moved(here, [one for one in now if one not in free]):
            verdict.blame(Fault.URUTAN, f"{name}: {sorted(strange)}")


def _reworded(case: Case) -> Iterable[tuple[str, str]]:
    """Yield the lines that the data reworded where they stand: as made, and as they read now."""
    before, now = (list(map(bare, one.lines)) for one in (case.made, case.fresh))
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    for tag, i, k, j, n in matcher.get_opcodes():
        if tag == "replace" and k - i == n - j:
            yield from zip(before[i:k], now[j:n], strict=True)


def _renumbered(case: Case) -> set[str]:
    """Return the names of diktum that the data gave to other ones."""
    before, now = (
        {
            name: text
            for name, mark, text in zip(lines, lines[1:], lines[2:], strict=False)
            if mark == ":"
        }
        for lines in (case.made.lines, case.fresh.lines)
    )
    return {name for name, text in before.items() if now.get(name) != text}


def _followers(case: Case, people: Reading, moved: set[str]) -> set[str]:
    """Return the lines as people edited them that the data moved or print more or less often."""
    was, wanted = (Counter(map(bare, one.lines)) for one in (case.given, case.fresh))
    here = Counter(map(bare, people.lines))
    gone = [one for one in was if was[one] > here[one]]
    found = set()
    for key in here.keys() - was.keys():
        for before in get_close_matches(key, gone, 1, 0.5):
            if was[before] != wanted[before] or before in moved:
                found.add(key)
    return found


def _once(lines: Sequence[str]) -> list[str]:
    """Return the lines that stand only once, without the words of edits."""
    keys = [key for key in map(bare, lines) if key]
    counts = Counter(keys)
    return [one for one in keys if counts[one] == 1]


def _may_move(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Return what moved; of two that changed places nobody can say which did."""
    return _moved(before, after) | _moved(before[::-1], after[::-1])


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Return the fewest lines of both whose moving explains the order of the second."""
    place = {one: nth for nth, one in enumerate(before)}
    shared = [one for one in after if one in place]
    tails: list[int] = []
    at: list[int] = []
    for one in shared:
        nth = bisect_left(tails, place[one])
        tails[nth : nth + 1] = [place[one]]
        at.append(nth)
    wanted = len(tails) - 1
    stayed = set()
    for one, nth in zip(reversed(shared), reversed(at), strict=True):
        if nth == wanted:
            stayed.add(one)
            wanted -= 1
    return set(shared) - stayed


def _looks(case: Case, people: Reading, accepted: Reading, verdict: Verdict) -> None:
    made, edited, now = (_by_line(one) for one in (case.given, people, accepted))
    told = case.told
    for text, theirs in edited.items():
        before = made.get(text)
        after = now.get(text)
        if before is None or after is None:
            continue
        lost = [
            name
            for name in {**before, **theirs}
            if before.get(name) != theirs.get(name) and after.get(name) != theirs.get(name)
        ]
        if lost and _is_told(text, told):
            verdict.looks_told += lost
        elif lost:
            verdict.blame(Fault.BENTUK, f"{text[:40]}: {', '.join(sorted(lost))}")


def _by_line(reading: Reading) -> dict[str, Look]:
    counts = Counter(bare(text) for text in reading.lines)
    return {
        bare(text): look(paragraph, reading.letters_of_styles)
        for text, paragraph in reading.paragraphs
        if counts[bare(text)] == 1 and bare(text)
    }


def _rejected(case: Case, rejected: Reading, verdict: Verdict) -> None:
    wanted = case.edited.rejected(OURS)
    if rejected.lines != wanted.lines:
        verdict.blame(Fault.TOLAK_TEKS, _difference(wanted.lines, rejected.lines))
        return
    told = {one for _, one in case.edited.objects if f'Penanda "{one}"' in case.told}
    for part, (before, after) in wanted.unlike(rejected, told).items():
        verdict.blame(Fault.TOLAK_BENTUK, f"{part}: {_difference(before, after)}")


def _difference(before: Sequence[str], after: Sequence[str]) -> str:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, k, j, n in matcher.get_opcodes():
        if tag != "equal":
            was, now = ([one[:300] for one in lines] for lines in (before[i:k], after[j:n]))
            return f"{was[:2]} -> {now[:2]}"
    return ""


def _structure(case: Case, readings: dict[str, Reading], verdict: Verdict) -> None:
    found = {name: set(_faults(reading)) for name, reading in readings.items()}
    known = set(_faults(case.edited)) if any(found.values()) else set()
    for name, faults in found.items():
        if faults - known:
            verdict.blame(Fault.STRUKTUR, f"{name}{sorted(faults - known)[:3]}")


def _faults(reading: Reading) -> Iterable[str]:
    yield from (re.sub(r"\d+", "n", one) for one in check_structure(Package(dict(reading.parts))))
    yield from _own_faults(reading)


_CHANGES = tuple(
    W + name
    for name in (
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "rPrChange",
        "pPrChange",
        "tcPrChange",
        "trPrChange",
        "tblPrChange",
        "sectPrChange",
        "cellIns",
        "cellDel",
        "cellMerge",
    )
)


def _own_faults(reading: Reading) -> Iterable[str]:
    root = reading.main
    ids = Counter(one.get(W + "id") for one in root.iter(*_CHANGES))
    if twice := [one for one, count in ids.items() if count > 1]:
        yield f"nomor perubahan ganda {len(twice)}"
    for text in root.iter(W + "t"):
        if next(text.iterancestors(W + "del", W + "moveFrom"), None) is not None:
            yield "w:t di dalam w:del"
    for text in root.iter(W + "delText"):
        if next(text.iterancestors(W + "del", W + "moveFrom"), None) is None:
            yield "w:delText di luar w:del"
    for change in root.iter(W + "ins", W + "del"):
        parent = change.getparent()
        if parent is not None and parent.tag == change.tag:
            yield f"{etree.QName(change).localname} di dalam yang sama"
    for cell in root.iter(W + "tc"):
        blocks = [one.tag for one in cell if one.tag in (W + "p", W + "tbl", W + "sdt")]
        if not blocks or blocks[-1] == W + "tbl":
            yield "sel tanpa paragraf di akhirnya"
    known = set(reading._comments)
    used = [one.get(W + "id", "") for one in root.iter(W + "commentReference")]
    for one in set(used) - known:
        yield f"komentar {one} tidak ada"
    if len(used) != len(set(used)):
        yield "komentar dirujuk dua kali"
    for name in ("commentRangeStart", "commentRangeEnd"):
        marks = [one.get(W + "id", "") for one in root.iter(W + name)]
        if len(marks) != len(set(marks)) or set(marks) - set(used):
            yield f"{name} tanpa rujukan atau ganda"
    notes = [one.get(W + "id") for one in root.iter(W + "footnoteReference")]
    if len(notes) != len(set(notes)):
        yield "catatan kaki dirujuk dua kali"
    drawn = Counter(
        one.get("id")
        for one in root.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
        )
    )
    if any(count > 1 for count in drawn.values()):
        yield "nomor gambar ganda"
    depth = 0
    for edge in root.iter(W + "fldChar"):
        depth += {"begin": 1, "end": -1}.get(edge.get(W + "fldCharType", ""), 0)
        if depth < 0:
            break
    if depth:
        yield "bidang tidak tertutup"


def _report(case: Case, accepted: Reading, verdict: Verdict) -> None:
    """Blame lines that say something is carried which is not there."""
    text = " ".join(" ".join(case.result.lines + accepted.lines).split())
    text += " ".join(identity for _, identity in accepted.objects)
    for one in case.entered.carried:
        if one.kind.value not in ("teks diubah", "ditambahkan"):
            continue
        said = [word for word in one.new.replace("…", " ").split() if word.startswith("ORANG")]
        if any(word not in text for word in said):
            verdict.blame(Fault.LAPORAN, f"terbawa: {one.new}")
    was, wanted, now = (_fills(one) for one in (case.made, case.fresh, accepted))
    if (wanted - was) - now and "warna" not in case.told.lower():
        verdict.blame(Fault.LAPORAN, "warna lampiran berubah, tidak disebut")


def _fills(reading: Reading) -> set[str]:
    return {one.get(W + "fill", "") for one in reading.main.iter(W + "shd")}
