"""What went wrong, where, and how to mend it: findings as values.

Every stage returns its findings; nothing here prints or raises.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.findings.cures import Edit, Move, kept
from generator.findings.rule import Rule, Severity, fields_of, rule
from generator.values import Place


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: its rule, its place and the facts that fill the rule's texts.

    Of the cells at `alike` the same is said, and was said of each by itself before they were
    gathered; `related` are all others that have to do with it.
    """

    rule: Rule
    place: Place
    facts: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
    edits: tuple[Edit | Move, ...] = ()
    alike: tuple[Place, ...] = ()

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it is found: its place and those alike."""
        return (self.place, *self.alike)

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


def finding(
    name: str,
    place: Place,
    *,
    related: Iterable[Place] = (),
    edits: Iterable[Edit | Move] = (),
    **facts: object,
) -> Diagnostic:
    """Return a Diagnostic of the rule called `name`; raise KeyError on an unknown rule or fact.

    >>> finding("kode-kosong", Place("eselon-3.xlsx", "Program", 4, "B", "Kode")).rule.code
    'SEL-02'
    """
    found = rule(name)
    if found.gathered:
        facts.setdefault("juga", "")
    if missing := fields_of(name) - facts.keys():
        raise KeyError(f"{name}: {sorted(missing)}")
    texts = {key: str(value) for key, value in facts.items()}
    return Diagnostic(found, place, texts, tuple(related), tuple(edits))


def settled(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings without the edits that conflict with one of a finding before."""
    findings = list(findings)
    by_cell: dict[Place, list[Edit]] = {}
    for one in findings:
        for edit in one.edits:
            if isinstance(edit, Edit):
                by_cell.setdefault(edit.place, []).append(edit)
    made = {edit for edits in by_cell.values() for edit in kept(edits)}
    return [
        replace(one, edits=tuple(e for e in one.edits if isinstance(e, Move) or e in made))
        for one in findings
    ]


_ORDER = tuple(Severity)
_BEFORE_ALL = "salinan-disunting"
"""The clerk mended a copy: all else that is found is then about the wrong file."""


def worst_first(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by severity, then code; within one rule the order of the books stays."""

    def weight(one: Diagnostic) -> tuple[bool, int, str]:
        return not is_before_all(one), _ORDER.index(one.severity), one.rule.code

    return sorted(findings, key=weight)


def is_before_all(one: Diagnostic) -> bool:
    """Whether all else that is found is about the wrong file, as long as this one stands."""
    return one.rule.name == _BEFORE_ALL


def has_salah(findings: Iterable[Diagnostic]) -> bool:
    """Whether any finding forbids making the decree."""
    return any(one.severity is Severity.SALAH for one in findings)


def tally(findings: Iterable[Diagnostic], waived: int = 0) -> str:
    """Return how many findings of each severity there are, and how many are waived."""
    found = [one.severity for one in findings]
    counts = ", ".join(f"{found.count(severity)} {severity.value}" for severity in Severity)
    return f"Temuan: {counts}.{f' Dikecualikan: {waived}.' if waived else ''}"
