"""One cause, one finding: what is said often on one sheet is said once, with all its places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.findings.finding import Diagnostic
from generator.values import Place


def gathered(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings, those of one rule and sheet in one where the rule asks for it."""
    groups: dict[object, list[Diagnostic]] = {}
    for nth, one in enumerate(findings):
        key = (one.rule.name, one.place.book, one.place.sheet) if one.rule.gathered else nth
        groups.setdefault(key, []).append(one)
    return [
        shown
        for group in groups.values()
        for shown in ([_as_one(group)] if len(group) > group[0].rule.gathered > 0 else group)
    ]


def _as_one(group: list[Diagnostic]) -> Diagnostic:
    first, *others = {one.place: one for one in group}.values()
    if not others:
        return first
    juga = f" Begitu juga {len(others)} sel lain: {listed([o.place for o in others], first.place)}."
    related = [place for one in group for place in (one.place, *one.related)]
    return replace(
        first,
        facts={**first.facts, "juga": juga},
        related=tuple(dict.fromkeys(place for place in related if place != first.place)),
        edits=tuple(dict.fromkeys(edit for one in group for edit in one.edits)),
    )


def listed(places: Iterable[Place], besides: Place) -> str:
    """Return places as one reads them out: cells of the sheet of `besides` by address alone.

    >>> here = Place("eselon-3.xlsx", "Program", 4, "D")
    >>> listed([Place("eselon-3.xlsx", "Program", 9, "D"), Place("a.xlsx", "B", 2, "C")], here)
    'D9, a.xlsx › lembar "B" › sel C2'
    """
    return some(
        str(place.cell)
        if place.cell and (place.book, place.sheet) == (besides.book, besides.sheet)
        else str(replace(place, heading=None))
        for place in places
    )


def some(names: Iterable[str], limit: int = 8) -> str:
    """Return names in a row, those past the limit only counted."""
    names = list(names)
    more = f" dan {len(names) - limit} lainnya" if len(names) > limit else ""
    return ", ".join(names[:limit]) + more
