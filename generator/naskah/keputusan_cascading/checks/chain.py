"""Check of amendment chains: the regulation behind "diubah dengan" amends the one before it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, finding
from generator.naskah.keputusan_cascading.checks.subject import DecreeSubject
from generator.peraturan.citation import Citation, Effect
from generator.peraturan.register import norm


def amendment_of_another(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """An amendment that says in its own name that it amends another regulation."""
    for dasar in subject.dasar:
        for citation in dasar.citations:
            for change in citation.perubahan:
                for oleh in change.oleh if change.hubungan is Effect.DIUBAH else ():
                    amended = _amended(oleh)
                    if amended and norm(amended.kunci)[:3] != norm(citation.kunci)[:3]:
                        yield finding(
                            "perubahan-atas-yang-lain",
                            dasar.isian.place,
                            peraturan=citation.kunci,
                            oleh=oleh.kunci,
                            atas=amended.kunci,
                        )


def _amended(citation: Citation) -> Citation | None:
    """Return what a regulation says in its name that it amends."""
    if not citation.rujukan or not fold(citation.nama).startswith("perubahan "):
        return None
    return citation.rujukan[0]
