"""Edits carried out: what becomes of each cell when every certain cure is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from generator.bahasa.wording import fold
from generator.findings.edits import Edit
from generator.findings.finding import Diagnostic
from generator.schema.keputusan import DIKTUM, MENGINGAT, MENIMBANG, TEMBUSAN
from generator.values import Place
from generator.workbook.reading.texts import Texts, text_at

_LISTS = frozenset(fold(sheet.name) for sheet in (MENIMBANG, MENGINGAT, DIKTUM, TEMBUSAN))
"""The sheets in which one row may take the place of another."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one cell, and the findings that ask for it."""

    place: Place
    before: str
    after: str
    because: tuple[Diagnostic, ...]


def carry_out(
    findings: Iterable[Diagnostic], texts: Texts, is_typed: Callable[[Place], bool]
) -> list[Change]:
    """Return what becomes of each cell when every edit of the findings is carried out.

    Pieces are mended first and rows moved last, so that a row arrives mended. Rows move only
    where each of them finds a place: nothing typed is lost. An edit without an old text fills a
    cell that is empty. Only cells that `is_typed` holds for change; what a formula makes stays.
    """
    asked: dict[Place, dict[Edit, list[Diagnostic]]] = {}
    named: dict[Place, Place] = {}
    for one in findings:
        for edit in one.edits:
            filled = bool(text_at(texts, edit.place))
            if edit.place.cell and filled == bool(edit.old) and is_typed(edit.place):
                cell = replace(edit.place, heading=None)
                named.setdefault(cell, edit.place)
                asked.setdefault(cell, {}).setdefault(replace(edit, place=cell), []).append(one)
    before = {place: text_at(texts, place) or "" for place in asked}
    moves = _moves(asked, before, texts)
    pieces = {place: [one for one in edits if one not in moves] for place, edits in asked.items()}
    mended = {place: _mend(before[place], edits) for place, edits in pieces.items()}
    source = {place: place for place in asked} | _sources(moves)
    changes = []
    for place, edits in asked.items():
        come = source[place]
        reasons = [edits[one] for one in edits if one in moves]
        reasons += [asked[come][one] for one in pieces[come]]
        if mended[come] != before[place]:
            change = Change(named[place], before[place], mended[come], _because(reasons))
            changes.append(change)
    return changes


def _moves(
    asked: Mapping[Place, Iterable[Edit]], before: Mapping[Place, str], texts: Texts
) -> set[Edit]:
    """Return the edits that put the whole text of one row of a list in the place of another."""
    rows: dict[tuple[str, str | None], set[str]] = {}
    for (book, sheet, _), text in texts.items():
        if fold(sheet) in _LISTS:
            rows.setdefault((book, sheet), set()).add(text)
    return {
        edit
        for place, edits in asked.items()
        for edit in edits
        if edit.old
        and edit.old == before[place]
        and edit.new in rows.get((place.book, place.sheet), ())
    }


def _sources(moves: Iterable[Edit]) -> dict[Place, Place]:
    """Return, for each row that is to change, the place that its text comes from.

    Where the rows of a sheet would not all keep a place, none of them moves.
    """
    by_sheet: dict[tuple[str, str | None], list[Edit]] = {}
    for edit in sorted(moves, key=lambda edit: edit.place.row or 0):
        by_sheet.setdefault((edit.place.book, edit.place.sheet), []).append(edit)
    sources: dict[Place, Place] = {}
    for edits in by_sheet.values():
        if Counter(edit.old for edit in edits) == Counter(edit.new for edit in edits):
            free: dict[str, list[Place]] = {}
            for edit in edits:
                free.setdefault(edit.old, []).append(edit.place)
            sources |= {edit.place: free[edit.new].pop(0) for edit in edits}
    return sources


def _mend(text: str, edits: Iterable[Edit]) -> str:
    """Carry out pieces, the longest first, since a shorter one may stand inside it."""
    for edit in sorted(edits, key=lambda edit: -len(edit.old)):
        text = text.replace(edit.old, edit.new)
    return text


def _because(groups: Iterable[Iterable[Diagnostic]]) -> tuple[Diagnostic, ...]:
    """Return the findings behind a change, each rule's statement once."""
    unique = {(one.rule.code, one.statement): one for group in groups for one in group}
    return tuple(unique.values())
