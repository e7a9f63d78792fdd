"""The commands `periksa` and `terima`: say what is wrong, take what was proposed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from generator.app.berkas import Berkas, read_folder
from generator.app.outcome import (
    DONE,
    MEND,
    MISUSE,
    CopiesWait,
    Curable,
    Event,
    FileWritten,
    Judged,
    Next,
    Nothing,
    Outcome,
    What,
    ended,
    is_misused,
    stopped,
)
from generator.app.summary import summary
from generator.files.output import Written, make_folder, renewing, write
from generator.files.seal import Seal
from generator.findings.finding import Diagnostic, finding, has_salah, tally, worst_first
from generator.naskah.kind import Kind
from generator.naskah.registry import KINDS
from generator.schema.books import COPIES
from generator.values import Place
from generator.workbook.copies.accept import accept_copies
from generator.workbook.copies.annotate import write_marked
from generator.workbook.copies.both import write_both
from generator.workbook.copies.propose import write_proposed
from generator.workbook.reading.books import wrong_folder
from generator.workbook.reading.texts import cell_texts, text_at
from generator.worklist.grouping import worklist
from generator.worklist.page import findings_page

PAGE = "temuan.html"
_SEAL = Seal(b"<!-- sk-cascading ", b" -->\n")


def check(
    folder: Path,
    *,
    tandai: bool = False,
    usulkan: bool = False,
    kinds: Sequence[Kind[Any]] = KINDS,
) -> Outcome:
    """Say what is wrong in a folder, on a page too; write the copies that are asked for."""
    berkas = read_folder(folder, kinds)
    if is_misused(berkas.findings):
        return Outcome(berkas.findings, (), MISUSE)
    copies, prevented = _copies(berkas, tandai=tandai, usulkan=usulkan)
    page, unwritten = _write_page(berkas, (*berkas.findings, *prevented))
    findings = (*berkas.findings, *prevented, *unwritten)
    events = (*summary(berkas, findings), *page, *copies, *_judged(berkas))
    exit_code = berkas.exit_code or (MEND if has_salah(findings) else DONE)
    return Outcome(findings, events, exit_code, berkas.waived)


def accept(folder: Path) -> Outcome:
    """Put the copies that wait in `hasil-periksa` in the places of their books."""
    if fault := wrong_folder(folder):
        return stopped([fault], Nothing.GAGAL)
    placed, findings = accept_copies(folder)
    if findings and not placed:
        return stopped(findings, Nothing.GAGAL)
    if not placed:
        return Outcome((), (Nothing.TANPA_SALINAN,), DONE)
    return ended(findings, (*placed, Next.PERIKSA_LAGI))


def _write_page(
    berkas: Berkas, findings: Sequence[Diagnostic]
) -> tuple[list[Event], list[Diagnostic]]:
    """Write the list of findings as a page; return where it is, and what was in its way."""
    work = worklist(findings, berkas.waived)
    texts = partial(text_at, cell_texts(berkas.books))
    name = berkas.folder.resolve().name
    page = findings_page(work, texts, name, tally(findings, len(berkas.waived)))
    folder = berkas.folder / COPIES
    data = _SEAL.sealed(page.encode("utf-8", "replace"))
    written = make_folder(folder) or write(folder / PAGE, data, renewing(_SEAL.standing))
    if isinstance(written, Written):
        found = [FileWritten(What.TEMUAN, written.path)]
        return [*found], [written.because] if written.because else []
    place = Place(f"{COPIES}/{PAGE}")
    why = finding("temuan-tidak-tertulis", place, sebab=written.message, cara=written.cure)
    return [], [why]


def _judged(berkas: Berkas) -> list[Event]:
    """Return for each kind that is asked for whether it can be made."""
    sound = [Judged(one.kind.title, DONE, len(one.documents)) for one in berkas.naskah]
    return [*sound, *(Judged(kind.title, code) for kind, code in berkas.stopped)]


def _copies(berkas: Berkas, *, tandai: bool, usulkan: bool) -> tuple[list[Event], list[Diagnostic]]:
    """Write the copies asked for; return what to tell of them, and what prevented one."""
    events: list[Event] = []
    prevented: list[Diagnostic] = []
    findings = worst_first(berkas.findings)

    def tell(
        copies: Sequence[Written | Diagnostic], what: What, then: Next, nothing: Nothing
    ) -> None:
        written = [FileWritten(what, one.path) for one in copies if isinstance(one, Written)]
        events.extend(written)
        if written:
            events.append(then)
            events.append(CopiesWait(berkas.folder))
        elif not copies:
            events.append(nothing)
        reasons = [one.because if isinstance(one, Written) else one for one in copies]
        prevented.extend(one for one in reasons if one)

    if tandai and usulkan:
        copies = write_both(berkas.books, findings, cell_texts(berkas.books))
        tell(copies, What.BERTANDA_DAN_USULAN, Next.BETULKAN_SISANYA, Nothing.TANPA_TANDA)
    elif tandai:
        marked = write_marked(berkas.books, findings)
        tell(marked, What.DITANDAI, Next.BETULKAN_SALINAN, Nothing.TANPA_TANDA)
    elif usulkan:
        proposed = write_proposed(berkas.books, findings, cell_texts(berkas.books))
        tell(proposed, What.USULAN, Next.PINDAHKAN_USULAN, Nothing.TANPA_USULAN)
    if not usulkan and (certain := sum(bool(one.edits) for one in findings)):
        events.append(Curable(certain))
    return events, prevented
