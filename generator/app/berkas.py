"""The way in on one page: books to one tree and one decree, with all that is to be said of them.

Each step takes what the one before returned. Findings are collected on the way and decide
once, before anything is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.app.outcome import DONE, MEND, MISUSE
from generator.cascade.build import build_cascade
from generator.cascade.checks.run import check_cascade
from generator.cascade.model import Cascade
from generator.findings.finding import Diagnostic, Waived, finding, has_salah
from generator.findings.waivers import waive
from generator.naskah.keputusan_cascading.build import build_decree
from generator.naskah.keputusan_cascading.checks.annexes import check_named_annexes
from generator.naskah.keputusan_cascading.checks.run import check_decree
from generator.naskah.keputusan_cascading.form import FORM
from generator.naskah.keputusan_cascading.model import Decree
from generator.schema.keputusan import JENJANG, KEPUTUSAN, PENGECUALIAN, PERATURAN
from generator.values import Place
from generator.word.logo import read_logo
from generator.word.render import Template
from generator.word.template.stock import stock_template
from generator.workbook.copies.shelved import changed_copies
from generator.workbook.reading.books import read_books
from generator.workbook.reading.raw import RawBook
from generator.workbook.reading.tables import make_tables
from generator.workbook.reading.texts import cell_texts, text_at

TEMPLATE_NAME = "templat-keputusan.docx"
LOGO_NAME = "logo.png"


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
        return stock_template(FORM), []
    from generator.word.template.open import open_template

    template, findings = open_template(path, FORM)
    if template and has_logo and not template.logos:
        findings.append(finding("templat-tanpa-tempat-logo", Place(path.name)))
    return template, findings
