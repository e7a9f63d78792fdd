"""One cause, one finding: what is said often on one sheet is said once, with all its places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.findings.finding import Diagnostic
from generator.values import Place

_MOST = 8
"""So many names, or stretches of cells, are read out."""


def gathered(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings, those of one rule and sheet in one where the rule asks for it."""
    groups: dict[object, list[Diagnostic]] = {}
    for nth, one in enumerate(findings):
        groups.setdefault(_cause(one) if one.rule.gathered else nth, []).append(one)
    return [
        shown
        for group in groups.values()
        for shown in ([_as_one(group)] if len(group) > group[0].rule.gathered > 0 else group)
    ]


def _cause(one: Diagnostic) -> tuple[str | None, ...]:
    facts = (one.facts.get(name) for name in one.rule.gathered_by)
    return (one.rule.name, one.place.book, one.place.sheet, *facts)


def _as_one(group: list[Diagnostic]) -> Diagnostic:
    first = group[0]
    others = tuple(dict.fromkeys(one.place for one in group if one.place != first.place))
    if not others:
        return first
    juga = f" Begitu juga {len(others)} sel lain: {listed(others, first.place)}."
    related = [place for one in group for place in (one.place, *one.related)]
    return replace(
        first,
        facts={**first.facts, "juga": juga},
        related=tuple(dict.fromkeys(place for place in related if place != first.place)),
        edits=tuple(dict.fromkeys(edit for one in group for edit in one.edits)),
        alike=others,
    )


def listed(places: Iterable[Place], besides: Place) -> str:
    """Return places as one reads them out: cells of the sheet of `besides` by address alone.

    >>> here = Place("eselon-3.xlsx", "Program", 4, "D")
    >>> below = [Place("eselon-3.xlsx", "Program", row, "D") for row in (5, 6, 7, 9)]
    >>> listed([*below, Place("a.xlsx", "B", 2, "C")], here)
    'D5–D7, D9, a.xlsx › lembar "B" › sel C2'
    """
    names: list[str] = []
    runs = _runs(places)
    for run in runs[:_MOST]:
        if run[0].cell and (run[0].book, run[0].sheet) == (besides.book, besides.sheet):
            cells = [str(place.cell) for place in run]
            names += [f"{cells[0]}–{cells[-1]}"] if len(cells) > 2 else cells
        else:
            names += [str(replace(place, heading=None)) for place in run]
    left = sum(map(len, runs[_MOST:]))
    return ", ".join(names) + _others(left)


def _runs(places: Iterable[Place]) -> list[list[Place]]:
    """Return places in their order, cells that follow each other in one column together."""
    runs: list[list[Place]] = []
    for place in places:
        last = runs[-1][-1] if runs else None
        if last and place.row and last == replace(place, row=place.row - 1):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def some(names: Iterable[str], limit: int = _MOST) -> str:
    """Return names in a row, those past the limit only counted."""
    names = list(names)
    return ", ".join(names[:limit]) + _others(len(names) - limit)


def _others(count: int) -> str:
    return f" dan {count} lainnya" if count > 0 else ""
