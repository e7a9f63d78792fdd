"""The whole flow on one page: books in, one tree, checks, Word out.

Each step takes what the one before returned. Findings are collected on the way and decide
once, before anything is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator import __version__
from generator.cascade.build import build_cascade
from generator.cascade.checks import check_cascade
from generator.cascade.model import Cascade, Jenis, boxes
from generator.decree.build import build_decree
from generator.decree.checks import check_decree
from generator.decree.context import make_context
from generator.decree.lampiran import annex_pages, marks
from generator.decree.logo import read_logo
from generator.decree.model import Bentuk, Decree
from generator.decree.named_annexes import check_named_annexes
from generator.decree.package import Package, to_bytes
from generator.decree.render import (
    STOCK,
    BrokenTemplateError,
    Template,
    open_template,
    render,
    stock_template,
)
from generator.decree.structure import BrokenDocumentError, check_structure
from generator.diagnostics import Diagnostic, Place, Waived, finding, has_salah, tally
from generator.output import make_folder, write_output
from generator.pdf import to_pdf
from generator.pohon import matriks
from generator.pohon import table as pohon
from generator.pohon.layout import lay_out
from generator.pohon.sheet import PageGeometry
from generator.pohon.svg import draw_svg
from generator.revision.butir import lineage_of
from generator.revision.stamp import Origin, stamp, standing
from generator.schema import JENJANG, KEPUTUSAN, PENGECUALIAN, PERATURAN
from generator.seal import Seal
from generator.waivers import waive
from generator.workbook.copies import changed_copies
from generator.workbook.copying import write_copies
from generator.workbook.raw import RawBook
from generator.workbook.read import read_books
from generator.workbook.tables import make_tables
from generator.workbook.texts import cell_texts, text_at

TEMPLATE_NAME = "templat-keputusan.docx"
LOGO_NAME = "logo.png"
_SVG_SEAL = Seal(b"<!-- sk-cascading ", b" -->\n")
_NAME_LENGTH = 100
_DRAWN = {
    Bentuk.POHON: (pohon.draw,),
    Bentuk.MATRIKS: (matriks.draw,),
    Bentuk.KEDUANYA: (pohon.draw, matriks.draw),
}
"""What draws each annex, in order."""

DONE, MEND, MISUSE = 0, 1, 2
"""Exit codes: done; the user's data need mending; wrong use or a faulty Word template."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command has to say: findings, closing lines, exit code."""

    findings: tuple[Diagnostic, ...] = ()
    summary: tuple[str, ...] = ()
    exit_code: int = DONE
    waived: tuple[Waived, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder says. Where nothing is Salah, decree and template are there."""

    books: tuple[RawBook, ...]
    cascade: Cascade
    decree: Decree | None
    template: Template | None
    logo: bytes | None
    findings: tuple[Diagnostic, ...]
    template_findings: tuple[Diagnostic, ...] = field(default=())
    waived: tuple[Waived, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether all that a decree needs is there and nothing is Salah."""
        return not self.exit_code and self.decree is not None and self.template is not None

    @property
    def exit_code(self) -> int:
        if has_salah(self.template_findings):
            return MISUSE
        return MEND if has_salah(self.findings) else DONE


def read_folder(folder: Path) -> Reading:
    """Read and check all that a folder holds: books, logo, the office's own Word template."""
    books, findings = read_books(folder)
    findings += changed_copies(folder)
    flat, found = make_tables(books)
    findings += found
    cascade, found = build_cascade(flat.baris, flat.lembar[JENJANG.name])
    findings += found
    if not cascade.akar and books and not has_salah(findings):
        findings.append(finding("belum-diisi", Place(folder.resolve().name)))
    if not has_salah(findings):
        findings += check_cascade(cascade, list(flat.baris["row"]), flat.isian.get("tahun", ""))
    decree = None
    if names := [book.name for book in books if book.kind == KEPUTUSAN.kind]:
        decree, found = build_decree(flat.lembar, names[0])
        findings += found
        if decree:
            findings += check_named_annexes(decree)
            findings += check_decree(decree, flat.lembar[PERATURAN.name])
    logo, found = read_logo(folder / LOGO_NAME)
    findings += found
    template, faults = _open_template(folder / TEMPLATE_NAME, has_logo=logo is not None)
    rows = flat.lembar[PENGECUALIAN.name]
    typed = partial(text_at, cell_texts(books) if rows else {})
    left, waived = waive(findings + faults, rows, typed)
    return Reading(
        books, cascade, decree, template, logo, tuple(left), tuple(faults), tuple(waived)
    )


def _open_template(path: Path, *, has_logo: bool) -> tuple[Template | None, list[Diagnostic]]:
    """Return the office's own template where there is one, else the stock template."""
    if not path.exists():
        return stock_template(), []
    template, findings = open_template(path)
    if template and has_logo and not template.logos:
        findings.append(finding("templat-tanpa-tempat-logo", Place(path.name)))
    return template, findings


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
    assert reading.template
    name = file_name(reading.decree, "Pohon Kinerja")
    try:
        page = _annex_pages(reading, reading.decree, reading.template)[0]
    except BrokenTemplateError as error:
        return _unmade(reading, error.finding)
    colours = reading.decree.identitas.warna_lampiran
    svg = draw_svg(lay_out(reading.cascade, page), page, name, colours)
    target = file or output / f"{name}.svg"
    if failed := make_folder(target.parent):
        return _failed(reading, failed)
    written = write_output(target, _SVG_SEAL.sealed(svg.encode()), _SVG_SEAL.standing)
    if isinstance(written, Diagnostic):
        return _failed(reading, written)
    findings = reading.findings + ((written.because,) if written.because else ())
    return Outcome(findings, (*_summary(reading, findings), f"Gambar ditulis: {written.path}"))


def print_decree(reading: Reading) -> bytes | Diagnostic:
    """Return the Word file of a sound reading, or the fault of the office's own template."""
    printed = render_decree(reading)
    if isinstance(printed, Diagnostic):
        return printed
    assert reading.template is not None
    package = stamp(*printed)
    if faults := check_structure(package):
        if reading.template.book == STOCK:
            raise BrokenDocumentError(faults)
        return finding("templat-hasil-rusak", Place(reading.template.book), galat="; ".join(faults))
    return to_bytes(package)


def render_decree(reading: Reading) -> tuple[Package, Origin] | Diagnostic:
    """Return the decree of a sound reading before it is stamped, and what it was made from."""
    decree, template = reading.decree, reading.template
    assert decree is not None
    assert template is not None
    try:
        package = _render(reading, decree, template)
    except BrokenTemplateError as error:
        return error.finding
    return package, _origin(reading, decree, template)


def _render(reading: Reading, decree: Decree, template: Template) -> Package:
    """Print the decree with its annexes, each drawn to fit its own pages."""
    colours = decree.identitas.warna_lampiran
    annexes = [
        drawer(reading.cascade, page, colours)
        for drawer, page in zip(
            _DRAWN[decree.identitas.bentuk],
            _annex_pages(reading, decree, template),
            strict=True,
        )
    ]
    return render(template, make_context(decree, annexes, bool(reading.logo)), reading.logo)


def _annex_pages(reading: Reading, decree: Decree, template: Template) -> tuple[PageGeometry, ...]:
    """Print the decree with a mark for each annex, and return the pages of these."""
    count = len(_DRAWN[decree.identitas.bentuk])
    context = make_context(decree, marks(count), bool(reading.logo))
    return annex_pages(render(template, context, reading.logo), count)


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


def _origin(reading: Reading, decree: Decree, template: Template) -> Origin:
    return Origin(
        program=__version__,
        template=template.book,
        template_digest=_digest(template),
        tahun=decree.identitas.tahun.text,
        inputs={book.name: sha256(book.path.read_bytes()).hexdigest() for book in reading.books},
        perangkat_daerah=decree.identitas.perangkat_daerah.text,
        simpul=lineage_of(reading.cascade),
    )


def _digest(template: Template) -> str:
    digest = sha256()
    for name, source in sorted(template.sources.items()):
        digest.update(f"{name}\0{source}\0".encode())
    for name, data in sorted(template.parts.items()):
        digest.update(name.encode() + b"\0" + data)
    return digest.hexdigest()
