"""What went wrong, where, and how to mend it: findings as values.

Every stage returns its findings; nothing here prints or raises. The texts live in
`rules.toml`, one table a rule, keyed by a readable name that the code uses.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from importlib.resources import files


class Severity(Enum):
    """How much a finding weighs, worst first."""

    SALAH = "Salah"
    PERIKSA = "Periksa"
    CATATAN = "Catatan"


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file: as much of book, sheet, cell as is known.

    `row` counts from 1 as Excel does, `column` is the letter, `heading` the column's heading.
    `spot` is a place in words inside a Word file ("isi dokumen, paragraf 12").
    """

    book: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    heading: str | None = None
    spot: str | None = None

    @property
    def cell(self) -> str | None:
        """The address as Excel writes it ("F14"), or None when the place is not one cell."""
        return f"{self.column}{self.row}" if self.column and self.row else None

    def __str__(self) -> str:
        parts = [self.book]
        if self.sheet:
            parts.append(f'lembar "{self.sheet}"')
        if self.cell:
            parts.append(f"sel {self.cell}")
        elif self.row:
            parts.append(f"baris {self.row}")
        elif self.column:
            parts.append(f"kolom {self.column}")
        if self.spot:
            parts.append(self.spot)
        text = " › ".join(parts)
        return f'{text} (kolom "{self.heading}")' if self.heading else text


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding. `message` and `cure` are `str.format` patterns over the facts.

    `butir` numbers the rule in Lampiran II of UU 12/2011 that the finding rests on ("43").
    """

    name: str
    code: str
    severity: Severity
    title: str
    message: str
    cure: str
    cause: str
    example: str
    butir: str = ""

    @property
    def fields(self) -> frozenset[str]:
        """The names of the facts that message and cure ask for."""
        pairs = string.Formatter().parse(self.message + self.cure)
        return frozenset(name for _, name, _, _ in pairs if name)


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of the one certain cure: in the cell at `place` every `old` becomes `new`.

    `old` is the whole of what was typed there or a piece of it, long enough to stand only where
    it is to be replaced; "" is an empty cell, which is filled. Where `old` is the whole text of a
    row of a list and `new` that of another one, rows move.
    """

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: its rule, its place and the facts that fill the rule's texts."""

    rule: Rule
    place: Place
    facts: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    @property
    def message(self) -> str:
        return self.rule.message.format_map(self.facts)

    @property
    def statement(self) -> str:
        """The message with the butir of the drafting law that it rests on, if it rests on one."""
        if not self.rule.butir:
            return self.message
        return f"{self.message.removesuffix('.')} (butir {self.rule.butir})."

    @property
    def cure(self) -> str:
        return self.rule.cure.format_map(self.facts)


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that the office lets stand, with its reason."""

    finding: Diagnostic
    alasan: str


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by name, in the order of `rules.toml`."""
    return {name: _rule(name) for name in _tables()}


@cache
def _tables() -> Mapping[str, str]:
    """The table of each rule as it stands in `rules.toml`: a run needs few of them."""
    text = files(__package__).joinpath("rules.toml").read_text(encoding="utf-8")
    _, *parts = _TABLE.split(text)
    return dict(zip(parts[::2], parts[1::2], strict=True))


_TABLE = re.compile(r'^\["(.+)"\]$', re.MULTILINE)


@cache
def _fields(name: str) -> frozenset[str]:
    return _rule(name).fields


@cache
def _rule(name: str) -> Rule:
    table = tomllib.loads(_tables()[name])
    return Rule(
        name=name,
        code=table["kode"],
        severity=Severity(table["tingkat"]),
        title=table["judul"],
        message=table["pesan"],
        cure=table["saran"],
        cause=table["sebab"],
        example=table["contoh"],
        butir=table.get("butir", ""),
    )


def finding(
    name: str,
    place: Place,
    *,
    related: Iterable[Place] = (),
    edits: Iterable[Edit] = (),
    **facts: object,
) -> Diagnostic:
    """Return a Diagnostic of the rule called `name`; raise KeyError on an unknown rule or fact.

    >>> finding("kode-kosong", Place("eselon-3.xlsx", "Program", 4, "B", "Kode")).rule.code
    'SEL-02'
    """
    rule = _rule(name)
    if missing := _fields(name) - facts.keys():
        raise KeyError(f"{name}: {sorted(missing)}")
    texts = {key: str(value) for key, value in facts.items()}
    return Diagnostic(rule, place, texts, tuple(related), tuple(edits))


_ORDER = tuple(Severity)
_BEFORE_ALL = "salinan-disunting"
"""The clerk mended a copy: all else that is found is then about the wrong file."""


def worst_first(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by severity, then code; within one rule the order of the books stays."""

    def weight(one: Diagnostic) -> tuple[bool, int, str]:
        first = one.rule.name == _BEFORE_ALL
        return not first, _ORDER.index(one.severity), one.rule.code

    return sorted(findings, key=weight)


def has_salah(findings: Iterable[Diagnostic]) -> bool:
    """Whether any finding forbids making the decree."""
    return any(one.severity is Severity.SALAH for one in findings)


def tally(findings: Iterable[Diagnostic], waived: int = 0) -> str:
    """Return how many findings of each severity there are, and how many are waived."""
    found = [one.severity for one in findings]
    counts = ", ".join(f"{found.count(severity)} {severity.value}" for severity in Severity)
    return f"Temuan: {counts}.{f' Dikecualikan: {waived}.' if waived else ''}"
