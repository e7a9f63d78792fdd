"""What a command has to say in the end."""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings.finding import Diagnostic, Waived

DONE, MEND, MISUSE = 0, 1, 2
"""Exit codes: done; the user's data need mending; wrong use or a faulty Word template."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command has to say: findings, closing lines, exit code."""

    findings: tuple[Diagnostic, ...] = ()
    summary: tuple[str, ...] = ()
    exit_code: int = DONE
    waived: tuple[Waived, ...] = ()
