"""Edits that meet in one cell, made into one, so that no cure spoils another.

Two edits meet where their pieces overlap, or where one brings in what the other replaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import accumulate

from generator.findings.edits import Edit
from generator.findings.finding import Diagnostic
from generator.values import Place


@dataclass(frozen=True, slots=True)
class _Change:
    """`raw[start:stop]` becomes `right`."""

    start: int
    stop: int
    right: str


def compose(findings: Iterable[Diagnostic], raw: Mapping[Place, str]) -> list[Diagnostic]:
    """Return the findings with edits that meet replaced by one that carries out them all.

    `raw` holds the cells as typed. An edit that moves a row stays as it is; one that would
    change the same letters as an earlier one is dropped.
    """
    findings = list(findings)
    rows = frozenset(raw.values())
    by_cell: dict[Place, dict[Edit, None]] = {}
    for one in findings:
        for edit in one.edits:
            if edit.place in raw and edit.new not in rows:
                by_cell.setdefault(edit.place, {})[edit] = None
    instead: dict[Edit, Edit | None] = {}
    for place, edits in by_cell.items():
        for group in _meeting(list(edits), raw[place]):
            if len(group) > 1:
                instead |= _joined(group, raw[place])
    return [_with(one, instead) for one in findings]


def _with(one: Diagnostic, instead: Mapping[Edit, Edit | None]) -> Diagnostic:
    edits = dict.fromkeys(instead.get(edit, edit) for edit in one.edits)
    return replace(one, edits=tuple(edit for edit in edits if edit))


def _meeting(edits: list[Edit], raw: str) -> list[list[Edit]]:
    """Return the edits in groups, those that meet together, each in its first order."""
    groups: list[list[Edit]] = []
    for edit in edits:
        met = [group for group in groups if any(_meet(edit, other, raw) for other in group)]
        groups = [group for group in groups if group not in met]
        groups.append([*(other for group in met for other in group), edit])
    return [sorted(group, key=edits.index) for group in groups]


def _meet(one: Edit, other: Edit, raw: str) -> bool:
    if one.old in other.new or other.old in one.new:
        return True
    return any(
        start < stop_of_other and start_of_other < stop
        for start, stop in _spans(one, raw)
        for start_of_other, stop_of_other in _spans(other, raw)
    )


def _spans(edit: Edit, raw: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(re.escape(edit.old), raw)]


def _joined(group: list[Edit], raw: str) -> dict[Edit, Edit | None]:
    """Return for each edit of a group the one that carries out all that do not conflict."""
    done: list[_Change] = []
    kept: list[Edit] = []
    for edit in group:
        changes = [change for span in _spans(edit, raw) for change in _changes(edit, span[0])]
        if not any(_conflict(change, other) for change in changes for other in done):
            done += [change for change in changes if change not in done]
            kept.append(edit)
    spans = [span for edit in kept for span in _spans(edit, raw)]
    first, last = min(start for start, _ in spans), max(stop for _, stop in spans)
    new, at = "", first
    for change in sorted(done, key=lambda change: (change.start, change.stop)):
        new += raw[at : change.start] + change.right
        at = change.stop
    whole = Edit(group[0].place, raw[first:last], new + raw[at:last])
    return {edit: whole if edit in kept else None for edit in group}


_WORD = re.compile(r"\w+|\s+|[^\w\s]")


def _changes(edit: Edit, at: int) -> list[_Change]:
    """Return what an edit changes, word by word, in a text where its piece stands at `at`."""
    old, new = _WORD.findall(edit.old), _WORD.findall(edit.new)
    places = list(accumulate(map(len, old), initial=at))
    return [
        _Change(places[start], places[stop], "".join(new[first:last]))
        for tag, start, stop, first, last in SequenceMatcher(
            None, old, new, autojunk=False
        ).get_opcodes()
        if tag != "equal"
    ]


def _conflict(one: _Change, other: _Change) -> bool:
    return one != other and one.start < other.stop and other.start < one.stop
