"""Printers of findings: grouped for a terminal, one a line for a pipe, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TextIO

from generator.diagnostics import Diagnostic, Rule, Severity

_Said = tuple[Rule, str, str]

_ORDER = list(Severity)
_BEFORE_ALL = "salinan-disunting"
"""The clerk mended a copy: all else that is found is then about the wrong file."""
_COLOURS = {Severity.SALAH: "bold red", Severity.PERIKSA: "bold yellow", Severity.CATATAN: "cyan"}
_PLAIN = str.maketrans({"›": ">", "–": "-", "…": "...", "→": "->", "≤": "<=", "≥": ">="})
"""What stands in for a character that the console's encoding does not have."""


def worst_first(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by severity, then code; within one rule the order of the books stays."""

    def weight(one: Diagnostic) -> tuple[bool, int, str]:
        first = one.rule.name == _BEFORE_ALL
        return not first, _ORDER.index(one.severity), one.rule.code

    return sorted(findings, key=weight)


def shown(findings: Iterable[Diagnostic], everything: bool) -> list[Diagnostic]:
    """Return what is to be shown, worst first: without Catatan unless everything is asked for."""
    return worst_first(
        one for one in findings if everything or one.severity is not Severity.CATATAN
    )


def line(one: Diagnostic) -> str:
    """Return a finding as one line: code, place, what, cure."""
    return _one_line(f"[{one.rule.code}] {one.place}: {one.message} {one.cure}")


def print_findings(findings: Sequence[Diagnostic], stream: TextIO) -> None:
    """Write findings, already sorted, to a stream: grouped on a terminal, else one a line."""
    if stream.isatty():
        _print_grouped(findings, stream)
    else:
        for one in findings:
            stream.write(encodable(line(one), stream) + "\n")


def _print_grouped(findings: Sequence[Diagnostic], stream: TextIO) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, markup=False, highlight=False, emoji=False)

    def say(text: str, style: str = "", indent: int = 0) -> None:
        console.print(Text(" " * indent + encodable(text, stream), style=style))

    for severity, group in groupby(findings, key=lambda one: one.severity):
        same_severity = list(group)
        say(f"{severity.value} ({len(same_severity)})", _COLOURS[severity])
        for (rule, message, cure), equal in _equal(same_severity):
            say(f"[{rule.code}] {_one_line(message)}", indent=2)
            for one in equal:
                say(f"di {one.place}", "dim", indent=4)
            say(f"Cara memperbaiki: {_one_line(cure)}", "green", indent=4)
        console.print()


def _equal(findings: Iterable[Diagnostic]) -> Iterable[tuple[_Said, list[Diagnostic]]]:
    """Group findings that say the same, whatever their places."""
    groups: dict[_Said, list[Diagnostic]] = {}
    for one in findings:
        groups.setdefault((one.rule, one.message, one.cure), []).append(one)
    return groups.items()


def to_json(findings: Iterable[Diagnostic]) -> str:
    """Return the findings as the JSON text of `--json`, version 1."""
    return json.dumps(
        {
            "versi": 1,
            "temuan": [
                {
                    "kode": one.rule.code,
                    "tingkat": one.severity.value,
                    "buku": one.place.book,
                    "lembar": one.place.sheet,
                    "sel": one.place.cell,
                    "judul": one.place.heading,
                    "pesan": one.message,
                    "saran": one.cure,
                }
                for one in worst_first(findings)
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def encodable(text: str, stream: TextIO) -> str:
    """Return the text with what the stream's encoding lacks put in plain characters."""
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())
