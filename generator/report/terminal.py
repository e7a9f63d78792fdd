"""Printer of findings: grouped for a terminal, one a line for a pipe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TextIO

from generator.findings.finding import Diagnostic, Waived, worst_first
from generator.findings.rule import Rule, Severity
from generator.values import Place

_Said = tuple[Rule, str, str]

_COLOURS = {Severity.SALAH: "bold red", Severity.PERIKSA: "bold yellow", Severity.CATATAN: "cyan"}
_PLAIN = str.maketrans({"›": ">", "–": "-", "…": "...", "→": "->", "≤": "<=", "≥": ">="})
"""What stands in for a character that the console's encoding does not have."""
COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What a terminal obeys instead of showing it: C0 and C1 controls, and marks that turn a line."""


def shown(findings: Iterable[Diagnostic], everything: bool) -> list[Diagnostic]:
    """Return what is to be shown, worst first: without Catatan unless everything is asked for."""
    return worst_first(
        one for one in findings if everything or one.severity is not Severity.CATATAN
    )


def shown_waived(waived: Iterable[Waived], everything: bool) -> list[Waived]:
    """Return what is to be shown of the waived: Catatan only when everything is asked for."""
    hidden = () if everything else (Severity.CATATAN,)
    return [one for one in waived if one.finding.severity not in hidden]


def line(one: Diagnostic) -> str:
    """Return a finding as one line: code, place, what, cure."""
    return _one_line(f"[{one.rule.code}] {one.place}: {one.statement} {one.cure}")


def waived_line(one: Waived) -> str:
    """Return a waived finding as one line: code, place, why it stands, what it said."""
    found = one.finding
    text = f"dikecualikan ({one.alasan}): {found.statement}"
    return _one_line(f"[{found.rule.code}] {found.place}: {text}")


def print_findings(
    findings: Sequence[Diagnostic], stream: TextIO, waived: Sequence[Waived] = ()
) -> None:
    """Write findings, already sorted, to a stream: grouped on a terminal, else one a line."""
    if stream.isatty():
        _print_grouped(findings, stream, waived)
    else:
        for text in (*map(line, findings), *map(waived_line, waived)):
            stream.write(encodable(text, stream) + "\n")


def _print_grouped(
    findings: Sequence[Diagnostic], stream: TextIO, waived: Sequence[Waived]
) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(file=stream, markup=False, highlight=False, emoji=False)

    def say(text: str, style: str = "", indent: int = 0) -> None:
        line = Text(encodable(_one_line(text), stream), style=style)
        console.print(Padding(line, (0, 0, 0, indent), expand=False) if indent else line)

    def say_all(said: Iterable[tuple[Diagnostic, str]], style: str) -> None:
        for (rule, statement, ending), places in _equal(said).items():
            times = f" ({len(places)} tempat)" if len(places) > 1 else ""
            say(f"[{rule.code}] {statement}{times}", indent=2)
            for place in places:
                say(f"di {place}", "dim", indent=4)
            say(ending, style, indent=4)
        console.print()

    for severity, group in groupby(findings, key=lambda one: one.severity):
        same_severity = list(group)
        say(f"{severity.value} ({len(same_severity)})", _COLOURS[severity])
        say_all(((one, f"Cara memperbaiki: {one.cure}") for one in same_severity), "green")
    if waived:
        say(f"Dikecualikan ({len(waived)})", "bold")
        say_all(((one.finding, f"Alasan: {one.alasan}") for one in waived), "dim")


def _equal(said: Iterable[tuple[Diagnostic, str]]) -> Mapping[_Said, list[Place]]:
    """Return the places of findings that say the same and end with the same."""
    groups: dict[_Said, list[Place]] = {}
    for one, ending in said:
        groups.setdefault((one.rule, one.statement, ending), []).append(one.place)
    return groups


def encodable(text: str, stream: TextIO) -> str:
    """Return the text as the stream shows it, obeying nothing in it.

    Commands become signs, and what the stream's encoding lacks plain characters.
    """
    text = COMMANDS.sub(_shown_command, text)
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def _shown_command(match: re.Match[str]) -> str:
    return " " if match[0].isspace() else "\ufffd"


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())
