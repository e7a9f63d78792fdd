"""The command `buat`: every document that a folder's books ask for, as Word files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.app.berkas import Berkas, Naskah, read_folder, wanted
from generator.app.cetak import print_document
from generator.app.outcome import DONE, Event, FileWritten, Judged, KeepEdits, Outcome, What
from generator.app.summary import failed, summary, unmade
from generator.files.output import Written, file_name, make_folder, renewing, write
from generator.findings.finding import Diagnostic, finding
from generator.naskah.kind import Kind
from generator.naskah.registry import KINDS
from generator.revision.stamp import Origin, Stamp, read_stamp, standing
from generator.values import Place


def make(
    folder: Path,
    output: Path,
    *,
    pdf: bool = False,
    matriks: bool = False,
    only: Sequence[str] = (),
    kinds: Sequence[Kind[Any]] = KINDS,
) -> Outcome:
    """Make the documents of a folder in `output`; a kind that something Salah holds up, not.

    `only` names the kinds to make by their keys, instead of all that the books ask for. With
    `matriks` the cascade becomes a workbook too.
    """
    berkas = wanted(read_folder(folder, kinds), only)
    if not berkas.naskah:
        return unmade(berkas)
    printed: list[tuple[Naskah[Any], str, bytes]] = []
    for naskah in berkas.naskah:
        for document in naskah.documents:
            data = print_document(berkas, naskah, document)
            if isinstance(data, Diagnostic):
                return unmade(berkas, data)
            printed.append((naskah, document.name, data))
    for place in dict.fromkeys((output / name).parent for _, name, _ in printed):
        if failure := make_folder(place):
            return failed(berkas, failure)
    findings = list(berkas.findings)
    events: list[Event] = []
    for naskah, name, data in printed:
        done = _write(berkas, naskah, output / f"{name}.docx", data, findings, pdf=pdf)
        if isinstance(done, Diagnostic):
            return failed(berkas, done, *events)
        events += done
    findings += _ownerless(berkas, output)
    if matriks:
        written = _write_matrix(berkas, output)
        if isinstance(written, Diagnostic):
            return failed(berkas, written, *events)
        events.append(FileWritten(What.MATRIKS, written.path))
        findings += [written.because] if written.because else []
    events.sort(key=lambda one: isinstance(one, FileWritten) and one.what is What.PDF)
    events += [Judged(kind.title, code) for kind, code in berkas.stopped]
    exit_code = DONE if only and not berkas.stopped else berkas.exit_code
    return Outcome(tuple(findings), (*summary(berkas, findings), *events), exit_code)


def _write_matrix(berkas: Berkas, output: Path) -> Written | Diagnostic:
    """Write the cascade as a workbook, never over one that people changed."""
    from generator.cascade.matriks import matrix_workbook
    from generator.workbook.changing.save import standing as standing_of_books
    from generator.workbook.changing.save import to_sealed_bytes

    isian = berkas.source.isian
    name = file_name(f"Matriks Cascading {isian['tahun']} {isian['perangkat_daerah']}")
    content = to_sealed_bytes(matrix_workbook(berkas.cascade, name))
    return write(output / f"{name}.xlsx", content, renewing(standing_of_books))


def _ownerless(berkas: Berkas, output: Path) -> Iterator[Diagnostic]:
    """Yield the documents in folders of their own of which the books hold nothing any more."""
    for naskah in berkas.naskah:
        made = {output / f"{one.name}.docx": one.key for one in naskah.documents}
        folders = {path.parent for path in made} - {output}
        for path in sorted(path for folder in folders for path in folder.glob("*.docx")):
            stamp = read_stamp(path) if path not in made else None
            if isinstance(stamp, Stamp) and _is_ownerless(stamp.origin, naskah, made.values()):
                yield finding("naskah-tanpa-pemilik", Place(str(path)))


def _is_ownerless(origin: Origin, naskah: Naskah[Any], keys: Collection[tuple[str, ...]]) -> bool:
    return origin.kind == naskah.kind.key and origin.key not in keys


def _write(
    berkas: Berkas,
    naskah: Naskah[Any],
    target: Path,
    data: bytes,
    findings: list[Diagnostic],
    *,
    pdf: bool,
) -> list[Event] | Diagnostic:
    """Write one document and, when asked, its PDF; add to `findings` what was in the way."""
    written = write(target, data, renewing(standing))
    if isinstance(written, Diagnostic):
        return written
    events: list[Event] = [FileWritten(What.NASKAH, written.path, naskah.kind.title)]
    findings += [written.because] if written.because else []
    if written.because and written.because.rule.name == "berkas-disunting":
        events.append(KeepEdits(target, berkas.folder))
    if pdf:
        from generator.files.pdf import to_pdf

        made = to_pdf(written.path)
        if isinstance(made, Diagnostic):
            return made
        events.append(FileWritten(What.PDF, made.path))
        findings += [made.because] if made.because else []
    return events
