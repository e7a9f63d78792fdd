"""The command `perbarui`: an edited document and changed books become the next document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from generator.app.berkas import Berkas, document_of, open_known, read_folder
from generator.app.cetak import render_document
from generator.app.outcome import (
    DONE,
    MEND,
    MISUSE,
    Entered,
    Event,
    FileWritten,
    LeftAsMade,
    Nothing,
    Outcome,
    Tallied,
    UpdateOf,
    What,
    stopped,
)
from generator.bahasa.tanggal import read_tanggal
from generator.bahasa.wording import fold
from generator.files.output import BESIDE, Standing, write
from generator.findings.finding import Diagnostic, finding
from generator.naskah.kind import Kind
from generator.naskah.registry import KINDS
from generator.opc.parts import to_bytes
from generator.revision.opened import StampedFile
from generator.revision.stamp import Origin, standing
from generator.revision.update.notes import Note, NoteKind
from generator.revision.update.whole import update
from generator.values import Place
from generator.word.active import active_contents
from generator.word.render import Package
from generator.word.structure import check_structure

_RESULT = " (diperbarui)"


def update_document(
    edited: Path,
    folder: Path,
    output: Path | None,
    *,
    force: bool,
    day: date | None,
    original: Path | None = None,
    kinds: Sequence[Kind[Any]] = KINDS,
) -> Outcome:
    """Enter the data of a folder into an edited document, as tracked changes in a new file.

    `original` is the document as it was made, for an edited one that no longer knows it. `day`
    dates the changes; without it the document's own date does, if it is given. Nothing is written
    when an edit cannot be carried, unless `force`d.
    """
    berkas = read_folder(folder, kinds)
    if not berkas.naskah:
        return _stopped(berkas.findings, berkas.exit_code or MEND)
    return _updated(berkas, edited, kinds, output, force=force, day=day, original=original)


def update_documents(
    edited: Path,
    folder: Path,
    *,
    force: bool,
    day: date | None,
    kinds: Sequence[Kind[Any]] = KINDS,
) -> Outcome:
    """Enter the data of a folder into every edited document of another, each beside itself.

    Documents that nobody edited are left out: `buat` makes these anew.
    """
    berkas = read_folder(folder, kinds)
    if not berkas.naskah:
        return _stopped(berkas.findings, berkas.exit_code or MEND)
    documents = [path for path in sorted(edited.glob("*.docx")) if not _is_result(path)]
    stands = {path: standing(path) for path in documents}
    findings = list(berkas.findings)
    events: list[Event] = []
    code = DONE
    for path in (path for path, stand in stands.items() if stand is Standing.EDITED):
        outcome = _updated(berkas, path, kinds, None, force=force, day=day)
        findings += outcome.findings[len(berkas.findings) :]
        said = (one for one in outcome.events if not isinstance(one, Tallied))
        events += (UpdateOf(path), *said)
        code = max(code, outcome.exit_code)
    left = sum(stand is Standing.UNTOUCHED for stand in stands.values())
    every = (*events, Tallied(tuple(findings)), LeftAsMade(left))
    return Outcome(tuple(findings), every, code)


def _is_result(path: Path) -> bool:
    """Whether a document is what an earlier run made of one beside it."""
    before = path.with_name(path.name.replace(_RESULT, ""))
    return before != path and before.exists()


def _updated(
    berkas: Berkas,
    edited: Path,
    kinds: Sequence[Kind[Any]],
    output: Path | None,
    *,
    force: bool,
    day: date | None,
    original: Path | None = None,
) -> Outcome:
    known = open_known(edited, kinds, original)
    if isinstance(known, Diagnostic):
        return _stopped((*berkas.findings, known), MEND)
    opened, kind = known
    for one, code in berkas.stopped:
        if one == kind:
            return _stopped(berkas.findings, code)
    found = document_of(opened, kind, berkas)
    if isinstance(found, Diagnostic):
        return _stopped((*berkas.findings, found), MEND)
    naskah, document = found
    printed = render_document(berkas, naskah, document)
    if isinstance(printed, Diagnostic):
        return _stopped((*berkas.findings, printed), MISUSE)
    day = day or read_tanggal(document.tanggal)
    return _entered(opened, berkas, kind, printed, output or _beside(edited), force, day)


def _entered(
    opened: StampedFile,
    berkas: Berkas,
    kind: Kind[Any],
    printed: tuple[Package, Origin],
    target: Path,
    force: bool,
    day: date | None,
) -> Outcome:
    new, origin = printed
    findings = list(berkas.findings)
    mine, theirs = origin.perangkat_daerah, opened.stamp.origin.perangkat_daerah
    if fold(mine) != fold(theirs) and not force:
        place = Place(opened.path.name)
        other = finding("keputusan-kantor-lain", place, lama=theirs, baru=mine)
        return _stopped((*findings, other), MEND)
    dated = f"{day.isoformat()}T00:00:00Z" if day else None
    parts = opened.now.parts
    active = active_contents(parts, opened.now.roots)
    updated = update(opened.stamp, opened.base, opened.now, new, origin, dated, kind.yearly)
    told = [_told(opened.path.name, one, force) for one in updated.notes]
    findings += [one for one in told if one]
    findings += [
        finding("naskah-isi-berbahaya", Place(opened.path.name), bagian=part, isi=what, cara=cure)
        for part, what, cure in active
    ]
    if any(one.hal is NoteKind.HOMELESS for one in updated.notes) and not force:
        return _stopped(findings, MEND)
    faults = check_structure(updated.package)
    if faults and not check_structure(Package(parts)):
        broken = finding("hasil-pembaruan-rusak", Place(opened.path.name), galat=faults[0])
        return _stopped((*findings, broken), MEND)
    written = write(target, to_bytes(updated.package.parts), BESIDE)
    if isinstance(written, Diagnostic):
        return _stopped((*findings, written), MEND)
    if written.because:
        findings.append(written.because)
    gone = {(one.anchor, one.old) for one in updated.notes if one.hal is NoteKind.STALE}
    entered = Entered(
        tuple(
            one
            for one in opened.edits
            if one.element not in updated.lost and (one.anchor, one.new) not in gone
        ),
        tuple(one for one in updated.notes if one.hal in (NoteKind.ENTERED, NoteKind.STALE)),
        tuple(one for one in updated.notes if one.hal in (NoteKind.CONFLICT, NoteKind.DIFFERENT)),
    )
    done = FileWritten(What.DIPERBARUI, written.path, kind.title)
    return Outcome(tuple(findings), (entered, Tallied(tuple(findings)), done), DONE)


def _stopped(findings: Sequence[Diagnostic], exit_code: int) -> Outcome:
    return stopped(findings, Nothing.GAGAL, exit_code)


def _beside(edited: Path) -> Path:
    return edited.with_name(f"{edited.stem}{_RESULT}.docx")


def _told(file: str, note: Note, force: bool) -> Diagnostic | None:
    """Return the finding for a note, None for what the summary lists."""
    if note.hal is NoteKind.ENTERED:
        return None
    place = Place(file, spot=note.place)
    match note.hal:
        case NoteKind.STALE:
            return finding("nomor-tanggal-diganti", place, lama=note.old, baru=note.new)
        case NoteKind.CONFLICT:
            return finding("nilai-bentrok", place, naskah=note.old, baru=note.new)
        case NoteKind.DIFFERENT:
            return finding("isi-berbeda-di-naskah", place, satu=note.old, lain=note.new)
        case NoteKind.ELSEWHERE:
            return finding("isi-lama-di-tempat-lain", place, isi=note.old, tempat=note.new)
        case NoteKind.LEFT_OUT:
            return finding("bagian-tetap-terhapus", place, isi=note.new)
        case NoteKind.PLAIN:
            return finding("bentuk-tidak-terbawa", place, lama=note.old, baru=note.new)
        case NoteKind.MARK:
            return finding("penanda-berpindah", place, nama=note.old, tempat=note.new)
        case NoteKind.HOMELESS if not force:
            return finding("suntingan-tidak-dapat-dibawa", place, isi=note.old or note.new)
    return finding("suntingan-ditinggalkan", place, isi=note.old or note.new)
