"""Edits carried out: what becomes of each cell when every certain cure is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.findings.cures import Edit, Move, apply, kept
from generator.findings.finding import Diagnostic
from generator.values import Place
from generator.workbook.reading.texts import Texts, text_at


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one cell, and the findings that ask for it.

    What stood in the cell at `source`, where there is one, moves here as it is.
    """

    place: Place
    before: str
    after: str
    because: tuple[Diagnostic, ...]
    source: Place | None = None


def carry_out(
    findings: Iterable[Diagnostic], texts: Texts, is_typed: Callable[[Place], bool]
) -> list[Change]:
    """Return what becomes of each cell when every edit of the findings is carried out.

    Rows move last, so that a row arrives mended, and only where each row of a finding finds a
    place: nothing typed is lost. Only cells that `is_typed` holds for change, what a formula
    makes stays, and only those that still say what they did when the edit was thought of.
    """
    asked: dict[Place, dict[Edit, list[Diagnostic]]] = {}
    named: dict[Place, Place] = {}
    source: dict[Place, tuple[Place, Diagnostic]] = {}
    for one in findings:
        moves: dict[Place, Place] = {}
        for edit in one.edits:
            place = edit.place
            if not place.cell or not is_typed(place) or (text_at(texts, place) or "") != edit.text:
                continue
            cell = replace(place, heading=None)
            named.setdefault(cell, place)
            edits = asked.setdefault(cell, {})
            if isinstance(edit, Move):
                moves[cell] = replace(edit.source, heading=None)
            else:
                edits.setdefault(replace(edit, place=cell), []).append(one)
        if moves.keys() == set(moves.values()):
            source |= {cell: (come, one) for cell, come in moves.items()}
    mended = {cell: apply(text_at(texts, cell) or "", edits) for cell, edits in asked.items()}
    changes = []
    for cell in asked:
        come, *movers = source.get(cell, (cell,))
        reasons = [*movers, *(one for edit in kept(asked[come]) for one in asked[come][edit])]
        before = text_at(texts, cell) or ""
        if mended[come] != before:
            as_it_is = movers and mended[come] == (text_at(texts, come) or "")
            moved = come if as_it_is else None
            changes.append(Change(named[cell], before, mended[come], _because(reasons), moved))
    return changes


def _because(reasons: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings behind a change, each rule's statement once."""
    return tuple({(one.rule.code, one.statement): one for one in reasons}.values())
