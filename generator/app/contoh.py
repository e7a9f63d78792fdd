"""The command `contoh`: a copy of the worked example."""

from __future__ import annotations

from pathlib import Path

from generator.app.outcome import Outcome
from generator.app.template import placed
from generator.contoh.fill import write_contoh


def write_example(folder: Path) -> Outcome:
    """Write a copy of the worked example."""
    return placed(write_contoh(folder))
