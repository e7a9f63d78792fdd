"""The events that several commands end with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.app.berkas import Berkas
from generator.app.outcome import (
    MEND,
    MISUSE,
    CascadeRead,
    Event,
    Nothing,
    Outcome,
    TableUsed,
    Tallied,
    is_misused,
    stopped,
)
from generator.cascade.model import Cascade, Jenis, boxes
from generator.findings.finding import Diagnostic
from generator.nomenklatur.tables import OWN_TITLE


def summary(berkas: Berkas, findings: Sequence[Diagnostic]) -> tuple[Event, ...]:
    """Return the counts of what was read and of what was found, and an office's own table."""
    own = berkas.nomenklatur.title == OWN_TITLE
    table = (TableUsed(berkas.nomenklatur.title),) if own else ()
    return (_counts(berkas.cascade), *table, Tallied(tuple(findings), len(berkas.waived)))


def unmade(berkas: Berkas, fault: Diagnostic | None = None) -> Outcome:
    """Say that nothing was written: the data are not sound, or the template has this fault."""
    if fault:
        findings = (*berkas.findings, fault)
        return Outcome(findings, (Tallied(findings), Nothing.GAGAL), MISUSE)
    if is_misused(berkas.findings):
        return stopped(berkas.findings, Nothing.GAGAL)
    events = (*summary(berkas, berkas.findings), Nothing.SALAH)
    return Outcome(berkas.findings, events, berkas.exit_code or MEND)


def failed(berkas: Berkas, failure: Diagnostic, *done: Event) -> Outcome:
    """Say what could not be written, after all that was `done` already."""
    findings = (*berkas.findings, failure)
    return Outcome(findings, (*summary(berkas, findings), *done), MEND)


def _counts(cascade: Cascade) -> CascadeRead:
    nodes = Counter(node.jenis for node in cascade.walk())
    groups = [cascade.akar, *(node.anak for node in cascade.walk())]
    return CascadeRead(
        sasaran=nodes[Jenis.UTAMA] + nodes[Jenis.PENDUKUNG],
        program=sum(
            box.jenis is Jenis.PROGRAM and not box.simpul[0].ulangan
            for group in groups
            for box in boxes(group)
        ),
        sasaran_program=nodes[Jenis.PROGRAM],
        kegiatan=nodes[Jenis.KEGIATAN],
        sub_kegiatan=nodes[Jenis.SUB_KEGIATAN],
        indikator=sum(len(node.indikator) for node in cascade.walk()),
    )
