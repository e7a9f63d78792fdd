"""Official words in the books: which cells say what the table says.

What the Ministry worded is not the clerk's to change: nothing is said of its wording there, and
nothing edits it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.cascade.checks.subject import CascadeSubject
from generator.findings.finding import Diagnostic
from generator.nomenklatur.butir import ButirNomenklatur, folded
from generator.values import Place, Row

_TEXTS = ("nama", "sasaran", "indikator", "satuan")


def _cells(subject: CascadeSubject) -> frozenset[Place]:
    """Return the cells that say what the table says, as places without their heading."""
    return frozenset(
        _cell(row.cells[role].place)
        for row, node in subject.node_rows
        for line in subject.official.of(node)
        for role in _same(row, line)
    )


def _same(row: Row, line: ButirNomenklatur) -> set[str]:
    """Return the roles of a row's cells that say what a line does.

    The target is among them where its indikator and unit are: nobody chose those.
    """
    official = (line.nama, line.kinerja, line.indikator, line.satuan)
    same = {
        role
        for role, text in zip(_TEXTS, official, strict=True)
        if text and role in row.cells and folded(row.cells[role].text) == folded(text)
    }
    unit_is_theirs = "satuan" in same or "satuan" not in row.cells
    if "indikator" in same and "target" in row.cells and unit_is_theirs:
        same.add("target")
    return same


def without_official(findings: Iterable[Diagnostic], subject: CascadeSubject) -> list[Diagnostic]:
    """Return what is left of findings when official cells are nobody's to change."""
    cells = _cells(subject)
    left = []
    for one in findings:
        if one.rule.of_wording and all(_cell(at) in cells for at in (one.place, *one.related)):
            continue
        edits = tuple(edit for edit in one.edits if _cell(edit.place) not in cells)
        left.append(replace(one, edits=edits) if len(edits) < len(one.edits) else one)
    return left


def _cell(place: Place) -> Place:
    return replace(place, heading=None)
