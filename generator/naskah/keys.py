"""A sheet of keys resolved: what stands under each key, and under which names that prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, finding
from generator.schema.types import Key, Sheet
from generator.values import Isian, Place, Row
from generator.word.names import MUNGKIN, TEKS, Isi


@dataclass(frozen=True, slots=True)
class Entries:
    """What the keys of a sheet say, by their roles, defaults filled in.

    `place` is the sheet, `places` the cell to name in a finding about a key, `missing` the
    required keys under which nothing stands.
    """

    sheet: Sheet
    place: Place
    lines: Mapping[str, tuple[Isian, ...]]
    places: Mapping[str, Place]
    missing: tuple[Key, ...] = ()

    def all(self, key: Key) -> tuple[Isian, ...]:
        return self.lines[key.role]

    def one(self, key: Key) -> Isian:
        """Return what a key says that is required or has a default."""
        return self.lines[key.role][0]

    def maybe(self, key: Key) -> Isian | None:
        return next(iter(self.lines[key.role]), None)


def resolve(
    sheet: Sheet, rows: Sequence[Row], kind: str, book: str
) -> tuple[Entries, list[Diagnostic]]:
    """Resolve the rows of a sheet of keys in a book of this kind, called `book`."""
    place = Place(book, sheet.name)
    own = {key.role: _rows_of(key, rows) for key in sheet.keys}
    places = {role: found[0].at("isi") if found else place for role, found in own.items()}
    typed = {
        key.role: [
            line.named(kind, sheet.name, key.name, str(nth))
            for nth, line in enumerate(_lines_of(key, own[key.role]))
        ]
        for key in sheet.keys
    }
    missing = [key for key in sheet.keys if key.required and not typed[key.role]]
    empty = [key for key in sheet.keys if key.unfilled and not typed[key.role]]
    findings = [
        finding("identitas-kosong", places[key.role], judul=key.name, lembar=sheet.name)
        for key in missing
    ]
    findings += [finding(key.unfilled, places[key.role]) for key in empty]
    for key in sheet.keys:
        if key.choices:
            typed[key.role], found = _chosen(key, typed[key.role])
            findings += found
        if key.default and not typed[key.role]:
            identity = (kind, sheet.name, key.name, "0")
            typed[key.role] = [Isian(key.default, "", places[key.role], identity)]
    lines = {key.role: tuple(typed[key.role] or typed.get(key.same_as, ())) for key in sheet.keys}
    return Entries(sheet, place, lines, places, tuple(missing)), findings


def _rows_of(key: Key, rows: Sequence[Row]) -> list[Row]:
    named = (row for row in rows if row.cells.get("isian"))
    return [row for row in named if fold(row.cells["isian"].text) == fold(key.name)]


def _lines_of(key: Key, rows: Sequence[Row]) -> list[Isian]:
    cells = [row.cells["isi"] for row in rows if row.cells.get("isi")]
    return [line for cell in cells for line in (lines_of(cell) if key.lines else [cell])]


def lines_of(cell: Isian) -> list[Isian]:
    """Split a cell at its Alt+Enter breaks; blank lines are dropped."""
    lines: list[Isian] = []
    at = 0
    for text, raw in zip(cell.text.split("\n"), cell.raw.split("\n"), strict=True):
        start = at + len(raw) - len(raw.lstrip())
        at += len(raw) + 1
        if text.strip():
            own = replace(cell, text=text.strip(), raw=raw.strip())
            lines.append(replace(own, whole=cell.raw, start=start))
    return lines


def _chosen(key: Key, typed: list[Isian]) -> tuple[list[Isian], list[Diagnostic]]:
    """Return the choice typed under a key, in its declared spelling; nothing when it is none."""
    for one in typed[:1]:
        for choice in key.choices:
            if fold(choice) == fold(one.text):
                return [replace(one, text=choice)], []
        pilihan = ", ".join(key.choices)
        fault = finding(
            "pilihan-isian-tidak-dikenal", one.place, isi=one.text, judul=key.name, pilihan=pilihan
        )
        return [], [fault]
    return [], []


# -- the names in a template ---------------------------------------------------------------------


def template_names(sheet: Sheet) -> dict[str, Any]:
    """Return the names that a template may use for the keys of a sheet.

    Where two keys share a name, the first says whether it may be empty.
    """
    names: dict[str, Any] = {}
    for key in sheet.keys:
        sure = key.required or key.default or key.same_as
        kind: Isi = TEKS if sure else MUNGKIN
        for tag in key.tags:
            *groups, name = tag.split(".")
            group = names
            for one in groups:
                inner: dict[str, Any] = {}
                if one.endswith("[]"):
                    (group,) = group.setdefault(one.removesuffix("[]"), (inner,))
                else:
                    group = group.setdefault(one, inner)
            group.setdefault(name, (kind,) if key.lines else kind)
    return names


def printed(
    entries: Entries, prints: Callable[[Key, str], bool], group: str = ""
) -> dict[str, Any]:
    """Return what the keys print under the names below `group` ("daftar_lampiran[].").

    Whether a key prints under a name (`prints`) may depend on others; what does not is None.
    """
    values: dict[str, Any] = {}
    for key in entries.sheet.keys:
        for tag in key.tags:
            path = tag.removeprefix(group)
            if not tag.startswith(group) or "[]" in path:
                continue
            *groups, name = path.split(".")
            inner = values
            for one in groups:
                inner = inner.setdefault(one, {})
            if prints(key, tag):
                inner[name] = entries.all(key) if key.lines else entries.maybe(key)
            else:
                inner.setdefault(name, None)
    return values


def merged(*trees: Mapping[str, Any]) -> dict[str, Any]:
    """Return names of several origins as one tree, in the order in which they first appear."""
    names: dict[str, Any] = {}
    for tree in trees:
        for name, value in tree.items():
            known = names.get(name)
            if isinstance(known, Mapping) and isinstance(value, Mapping):
                names[name] = merged(known, value)
            elif isinstance(known, tuple) and isinstance(value, tuple):
                names[name] = (merged(known[0], value[0]),)
            else:
                names[name] = value
    return names
