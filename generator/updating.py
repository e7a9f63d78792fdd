"""The command `perbarui`: an edited decree and changed books become the next decree."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.decree.package import Anchor, Package, to_bytes
from generator.decree.structure import BrokenDocumentError, check_structure
from generator.diagnostics import Diagnostic, Place, finding, tally
from generator.outcome import DONE, MEND, MISUSE, Outcome
from generator.output import Standing, write_output
from generator.printing import render_decree
from generator.reading import Reading, read_folder
from generator.revision.decree_file import DecreeFile, open_decree
from generator.revision.edits import EditMade
from generator.revision.notes import Hal, Note
from generator.revision.stamp import Origin
from generator.revision.stories import excerpt
from generator.revision.update import update_stories
from generator.wording import fold, read_tanggal

_NOTHING = "Tidak ada yang ditulis."


@dataclass(frozen=True, slots=True)
class Update:
    """What `perbarui` has to say: the outcome, and what was carried and entered, place by place."""

    outcome: Outcome
    carried: tuple[EditMade, ...] = ()
    entered: tuple[Note, ...] = ()
    conflicts: tuple[Note, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Return the lists of `--json`."""
        return {
            "terbawa": [
                {"jenis": one.kind.value, **_item(one.place, one.old, one.new, one.anchor)}
                for one in self.carried
            ],
            "dimasukkan": [_item(one.place, one.old, one.new, one.anchor) for one in self.entered],
            "bentrok": [_item(one.place, one.old, one.new, one.anchor) for one in self.conflicts],
        }


def update_decree(
    edited: Path, folder: Path, output: Path | None, *, force: bool, day: date | None
) -> Update:
    """Enter the data of a folder into an edited decree, as tracked changes in a new file.

    `day` dates the changes; without it the decree's own Tanggal does, if it is given. Nothing is
    written when an edit cannot be carried, unless `force`d.
    """
    with _collector_paused():
        return _updated(edited, folder, output, force=force, day=day)


def _updated(
    edited: Path, folder: Path, output: Path | None, *, force: bool, day: date | None
) -> Update:
    reading = read_folder(folder)
    if not reading.is_sound:
        return _stopped(reading.findings, reading.exit_code or MEND)
    opened = open_decree(edited)
    if isinstance(opened, Diagnostic):
        return _stopped((*reading.findings, opened), MEND)
    printed = render_decree(reading)
    if isinstance(printed, Diagnostic):
        return _stopped((*reading.findings, printed), MISUSE)
    return _entered(opened, reading, printed, output or _beside(edited), force, day)


def _entered(
    opened: DecreeFile,
    reading: Reading,
    printed: tuple[Package, Origin],
    target: Path,
    force: bool,
    day: date | None,
) -> Update:
    new, origin = printed
    decree = reading.decree
    assert decree is not None
    findings = list(reading.findings)
    mine, theirs = origin.perangkat_daerah, opened.stamp.origin.perangkat_daerah
    if fold(mine) != fold(theirs) and not force:
        place = Place(opened.path.name)
        other = finding("keputusan-kantor-lain", place, lama=theirs, baru=mine)
        return _stopped((*findings, other), MEND)
    day = day or read_tanggal(decree.identitas.tanggal.text)
    dated = f"{day.isoformat()}T00:00:00Z" if day else None
    parts = opened.now.parts
    updated = update_stories(opened.stamp, opened.base, opened.now, new, origin, dated)
    told = [_told(opened.path.name, one, force) for one in updated.notes]
    findings += [one for one in told if one]
    if any(one.hal is Hal.HOMELESS for one in updated.notes) and not force:
        return _stopped(findings, MEND)
    faults = check_structure(updated.package)
    if faults and not check_structure(Package(parts)):
        raise BrokenDocumentError(faults)
    written = write_output(target, to_bytes(updated.package), lambda _: Standing.FOREIGN)
    if isinstance(written, Diagnostic):
        return _stopped((*findings, written), MEND)
    if written.because:
        findings.append(written.because)
    entered = tuple(one for one in updated.notes if one.hal in (Hal.ENTERED, Hal.STALE))
    conflicts = tuple(one for one in updated.notes if one.hal in (Hal.CONFLICT, Hal.DIFFERENT))
    lines = (
        *_listed("Terbawa", "suntingan orang", map(_edit, opened.edits)),
        *_listed("Dimasukkan", "perubahan data, sebagai perubahan terlacak", map(_change, entered)),
        f"Bentrok: {len(conflicts)}.",
        tally(findings),
        f"Keputusan diperbarui: {written.path}",
    )
    return Update(Outcome(tuple(findings), lines, DONE), opened.edits, entered, conflicts)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python from looking for cycles among the elements of three whole decrees.

    All of them are in use to the end, so it would find none, over and over.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _stopped(findings: Iterable[Diagnostic], exit_code: int) -> Update:
    found = tuple(findings)
    return Update(Outcome(found, (tally(found), _NOTHING), exit_code))


def _beside(edited: Path) -> Path:
    return edited.with_name(f"{edited.stem} (diperbarui).docx")


def _told(file: str, note: Note, force: bool) -> Diagnostic | None:
    """Return the finding for a note, None for what the summary lists."""
    place = Place(file, spot=note.place)
    match note.hal:
        case Hal.ENTERED:
            return None
        case Hal.STALE:
            return finding("nomor-tanggal-diganti", place, lama=note.old, baru=note.new)
        case Hal.CONFLICT:
            return finding("nilai-bentrok", place, naskah=note.old, baru=note.new)
        case Hal.DIFFERENT:
            return finding("isi-berbeda-di-naskah", place, satu=note.old, lain=note.new)
        case Hal.PLAIN:
            return finding("bentuk-tidak-terbawa", place, lama=note.old, baru=note.new)
        case Hal.HOMELESS if not force:
            return finding("suntingan-tidak-dapat-dibawa", place, isi=note.old or note.new)
    return finding("suntingan-ditinggalkan", place, isi=note.old or note.new)


def _listed(head: str, what: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    yield f"{head}: {len(listed)} {what}."
    yield from (f"  {line}" for line in listed)


def _edit(one: EditMade) -> str:
    return f"{one.place}, {one.kind.value}: {_became(one.old, one.new)}"


def _change(one: Note) -> str:
    return f"{one.place}: {_became(one.old, one.new)}"


def _became(old: str, new: str) -> str:
    """Say what became of a text in one line."""
    before, after = (" ".join(excerpt(text).split()) for text in (old, new))
    if not before:
        return f'"{after}" masuk'
    return f'"{before}" menjadi "{after}"' if after else f'"{before}" dihapus'


def _item(place: str, old: str, new: str, anchor: Anchor | None) -> dict[str, object]:
    """Return one entry of a list of `--json`; the cell is None for what comes from no book."""
    cell = str(anchor.place) if anchor else None
    return {"tempat": place, "lama": old, "baru": new, "sel": cell}
