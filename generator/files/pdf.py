"""The decree as PDF, by LibreOffice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.files.libreoffice import convert, find_office
from generator.files.output import Written, renewing, write
from generator.files.seal import Seal
from generator.files.system import reason
from generator.files.unlinked import unlinked
from generator.findings.finding import Diagnostic, finding
from generator.values import Place

SEAL = Seal(b"%sk-cascading ", b"\n")


def to_pdf(document: Path) -> Written | Diagnostic:
    """Make the PDF of one Word file, beside it and of its name."""
    return to_pdfs([document])[0]


def to_pdfs(documents: Sequence[Path]) -> list[Written | Diagnostic]:
    """Make the PDFs of several Word files in one run of LibreOffice, which costs a second each.

    Each stands beside its document, or says why there is none. A PDF of that name is replaced
    only when it is our own and was not changed, signed for instance, since.
    """
    office = find_office()
    if office is None:
        return [finding("libreoffice-tidak-ada", Place(one.name)) for one in documents]
    with TemporaryDirectory() as name:
        folder = Path(name)
        copies = {folder / f"{number}.docx": one for number, one in enumerate(documents)}
        faults = {copy: _copy(document, copy) for copy, document in copies.items()}
        sound = [copy for copy, fault in faults.items() if fault is None]
        failure = convert(office, sound, "pdf", folder) if sound else None
        return [
            faults[copy] or _kept(copy.with_suffix(".pdf"), document, failure)
            for copy, document in copies.items()
        ]


def _copy(document: Path, copy: Path) -> Diagnostic | None:
    try:
        copy.write_bytes(unlinked(document.read_bytes()))
    except OSError as error:
        return finding("pdf-gagal", Place(document.name), galat=reason(error))
    return None


def _kept(made: Path, document: Path, failure: str | None) -> Written | Diagnostic:
    if not made.exists():
        reason = failure or "tidak ada hasilnya"
        return finding("pdf-gagal", Place(document.name), galat=reason)
    data = SEAL.sealed(made.read_bytes())
    return write(document.with_suffix(".pdf"), data, renewing(SEAL.standing))
