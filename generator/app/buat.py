"""The commands of every day: check a folder, make its decree, draw its pohon kinerja."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from generator.app.berkas import Reading, read_folder
from generator.app.cetak import print_decree, print_svg
from generator.app.outcome import DONE, MEND, MISUSE, Outcome
from generator.cascade.model import Jenis, boxes
from generator.files.output import make_folder, write_output
from generator.files.pdf import to_pdf
from generator.files.seal import Seal
from generator.findings.finding import Diagnostic, has_salah, tally
from generator.naskah.keputusan_cascading.model import Decree
from generator.revision.stamp import standing
from generator.workbook.copies.copying import write_copies

_SVG_SEAL = Seal(b"<!-- sk-cascading ", b" -->\n")
_NAME_LENGTH = 100


def check(folder: Path, *, tandai: bool = False, usulkan: bool = False) -> Outcome:
    """Say what is wrong in a folder; write nothing but the copies that are asked for."""
    reading = read_folder(folder)
    lines, prevented = write_copies(reading.books, reading.findings, tandai=tandai, usulkan=usulkan)
    findings = (*reading.findings, *prevented)
    closing = {
        DONE: "Keputusan dapat dibuat.",
        MEND: "Keputusan belum dapat dibuat; betulkan dulu yang bertingkat Salah.",
        MISUSE: "Keputusan belum dapat dibuat; betulkan dulu templat Word-nya.",
    }[reading.exit_code]
    summary = (*_summary(reading, findings), *lines, closing)
    exit_code = reading.exit_code or (MEND if has_salah(findings) else DONE)
    return Outcome(findings, summary, exit_code, reading.waived)


def make(folder: Path, output: Path, *, pdf: bool = False) -> Outcome:
    """Make the decree of a folder as a Word file in `output`, unless something is Salah."""
    reading = read_folder(folder)
    if not reading.is_sound:
        return _unmade(reading)
    assert reading.decree
    printed = print_decree(reading)
    if isinstance(printed, Diagnostic):
        return _unmade(reading, printed)
    target = output / f"{file_name(reading.decree, 'SK Cascading')}.docx"
    if failed := make_folder(output):
        return _failed(reading, failed)
    written = write_output(target, printed, standing)
    if isinstance(written, Diagnostic):
        return _failed(reading, written)
    findings = reading.findings + ((written.because,) if written.because else ())
    lines = [f"Keputusan ditulis: {written.path}"]
    if written.because and written.because.rule.name == "berkas-disunting":
        lines.append(
            "Agar suntingan orang tidak hilang, masukkan data baru ke dalamnya: "
            f'sk-cascading perbarui "{target}" "{folder}"'
        )
    if pdf:
        made = to_pdf(written.path)
        if isinstance(made, Diagnostic):
            return _failed(reading, made, lines[-1])
        lines.append(f"PDF ditulis: {made.path}")
        findings += (made.because,) if made.because else ()
    return Outcome(findings, (*_summary(reading, findings), *lines))


def draw(folder: Path, output: Path, file: Path | None = None) -> Outcome:
    """Draw the pohon kinerja of a folder as one SVG: `file`, else a name of ours in `output`."""
    reading = read_folder(folder)
    if not reading.is_sound:
        return _unmade(reading)
    assert reading.decree
    name = file_name(reading.decree, "Pohon Kinerja")
    svg = print_svg(reading, name)
    if isinstance(svg, Diagnostic):
        return _unmade(reading, svg)
    target = file or output / f"{name}.svg"
    if failed := make_folder(target.parent):
        return _failed(reading, failed)
    written = write_output(target, _SVG_SEAL.sealed(svg.encode()), _SVG_SEAL.standing)
    if isinstance(written, Diagnostic):
        return _failed(reading, written)
    findings = reading.findings + ((written.because,) if written.because else ())
    return Outcome(findings, (*_summary(reading, findings), f"Gambar ditulis: {written.path}"))


def file_name(decree: Decree, kind: str) -> str:
    """Return kind, year and office as the name of a file, as far as one may be called so."""
    identitas = decree.identitas
    words = f"{kind} {identitas.tahun} {identitas.perangkat_daerah}"
    return " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", words)[:_NAME_LENGTH].split())


def _unmade(reading: Reading, fault: Diagnostic | None = None) -> Outcome:
    """Say that nothing was written: the data are not sound, or the template has this fault."""
    if fault:
        findings = (*reading.findings, fault)
        return Outcome(findings, (tally(findings), "Tidak ada yang ditulis."), MISUSE)
    closing = "Tidak ada yang ditulis; betulkan dulu yang bertingkat Salah."
    return Outcome(reading.findings, (*_summary(reading), closing), reading.exit_code or MEND)


def _failed(reading: Reading, failed: Diagnostic, *done: str) -> Outcome:
    """Say what could not be written, after all that was `done` already."""
    findings = (*reading.findings, failed)
    return Outcome(findings, (*_summary(reading, findings), *done), MEND)


def _summary(reading: Reading, findings: Sequence[Diagnostic] | None = None) -> tuple[str, ...]:
    """Return the counts of what was read and of what was found."""
    nodes = Counter(node.jenis for node in reading.cascade.walk())
    groups = [reading.cascade.akar, *(node.anak for node in reading.cascade.walk())]
    program = sum(box.jenis is Jenis.PROGRAM for group in groups for box in boxes(group))
    indikator = sum(len(node.indikator) for node in reading.cascade.walk())
    return (
        f"Terbaca: {nodes[Jenis.UTAMA] + nodes[Jenis.PENDUKUNG]} sasaran, {program} program, "
        f"{nodes[Jenis.PROGRAM]} sasaran program, {nodes[Jenis.KEGIATAN]} kegiatan, "
        f"{nodes[Jenis.SUB_KEGIATAN]} sub kegiatan, {indikator} indikator.",
        tally(reading.findings if findings is None else findings, len(reading.waived)),
    )
