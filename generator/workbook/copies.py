"""The copies that the program lays into `hasil-periksa/`, and whether a clerk mended one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Place, finding
from generator.workbook.save import is_changed

COPIES = "hasil-periksa"
"""The folder inside a working folder that takes what the program writes for the user."""
CHANGED_COPY = "salinan-disunting"
"""The rule of a copy that was mended instead of its book, which every command tells."""


def changed_copies(folder: Path) -> Iterator[Diagnostic]:
    """Yield the copies that were changed since they were written: the book itself was not."""
    for path in sorted((folder / COPIES).glob("*.xlsx")):
        try:
            content = path.read_bytes()
        except OSError:
            continue
        if is_changed(content):
            yield finding(CHANGED_COPY, Place(f"{COPIES}/{path.name}"))
