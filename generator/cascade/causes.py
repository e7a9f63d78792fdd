"""Findings that one slip brings along, told once under its cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.findings.finding import Diagnostic
from generator.values import Place

_REPEATED = ("kode-ganda", "kode-berubah-isi")
_OTHER_TEXT = ("kode-berubah-isi", "isian-tanpa-kode", "sasaran-tanpa-kode")
_OF_BOX = "isian-kotak-berbeda"
_ORPHAN = "induk-tidak-ditemukan"


def under_causes(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the findings without those that another one explains.

    A row that says something else than its Kode does says so of its box too. Where one Kode is
    repeated and one Kode Induk is nowhere, that is what the repeated one was to be.
    """
    torn = {_row(one) for one in findings if one.rule.name in _OTHER_TEXT}
    left = [one for one in findings if one.rule.name != _OF_BOX or _row(one) not in torn]
    repeated = [one for one in left if one.rule.name in _REPEATED]
    orphans = [one for one in left if one.rule.name == _ORPHAN]
    if len(repeated) != 1 or len(orphans) != 1:
        return left
    (cause,), (orphan,) = repeated, orphans
    isi, at = orphan.facts["isi"], replace(orphan.place, heading=None)
    petunjuk = f' Mungkin maksudnya "{isi}", Kode Induk di {at} yang tidak ada di mana pun.'
    related = (*cause.related, orphan.place, *orphan.related)
    told = replace(cause, facts={**cause.facts, "petunjuk": petunjuk}, related=related)
    return [told if one is cause else one for one in left if one is not orphan]


def _row(one: Diagnostic) -> Place:
    return replace(one.place, column=None, heading=None)
