"""Edits made in a Word file as a person makes them, formatting left alone."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def replace_text(path: Path, old: str, new: str, nth: int | None = None) -> None:
    """Retype `old` as `new` in each paragraph that has it in one run, or in the nth of them."""
    document = Document(str(path))
    runs = [
        run
        for element in document.element.body.iter(qn("w:p"))
        for run in Paragraph(element, document).runs
        if old in run.text
    ]
    assert runs, f"no run says {old}"
    for run in runs if nth is None else [runs[nth]]:
        run.text = run.text.replace(old, new)
    document.save(str(path))
