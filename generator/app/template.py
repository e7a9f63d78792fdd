"""What a user starts from: the example, the blank books, the Word template to adapt."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.app.berkas import TEMPLATE_NAME
from generator.app.outcome import DONE, MEND, Outcome
from generator.contoh.fill import write_contoh
from generator.files.new import Outcome as Copying
from generator.files.new import Written, write_new
from generator.findings.finding import has_salah
from generator.naskah.keputusan_cascading.form import FORM
from generator.workbook.making.folder import write_blank_books


def write_example(folder: Path) -> Outcome:
    """Write a copy of the worked example."""
    return told(write_contoh(folder))


def write_templates(folder: Path, source: Path | None = None) -> Outcome:
    """Write the blank books; `source` is the filled folder whose codes become choices."""
    written, findings = write_blank_books(folder, source)
    outcome = told(written)
    return Outcome(tuple(findings), outcome.summary, max(outcome.exit_code, has_salah(findings)))


def write_word_template(folder: Path) -> Outcome:
    """Write the Word template for the legal section to edit."""
    return told([write_new(folder / TEMPLATE_NAME, FORM.stock_file())])


def told(written: Iterable[Written]) -> Outcome:
    """Say what became of each file."""
    written = list(written)
    failed = any(one.outcome in (Copying.GAGAL, Copying.TAK_TERSALIN) for one in written)
    lines = tuple(f"{one.path}: {one.outcome.value}." for one in written)
    return Outcome((), lines, MEND if failed else DONE)
