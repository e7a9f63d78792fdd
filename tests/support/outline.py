"""A cascade as lines of text, so that a test shows the tree it expects."""

from __future__ import annotations

from pathlib import Path

from generator.cascade.build import build_cascade
from generator.cascade.model import Cascade, Simpul
from generator.schema.keputusan import JENJANG, KEPUTUSAN
from tests.support.sheets import Sheets, read_folder, said, write_folder


def build(folder: Path, kind: str, sheets: Sheets) -> tuple[Cascade, list[str]]:
    """Build the tree of the good folder with some sheets of one book replaced."""
    return build_all(folder, {kind: sheets})


def build_all(folder: Path, changes: dict[str, Sheets]) -> tuple[Cascade, list[str]]:
    """Build the tree of the good folder with sheets of several books replaced."""
    tables, findings = read_folder(write_folder(folder, changes))
    cascade, found = build_cascade(tables.baris, tables.lembar[KEPUTUSAN.kind, JENJANG.name])
    return cascade, said([*findings, *found])


def outline(cascade: Cascade) -> list[str]:
    """Return a line a node, indented by its depth: kode, sasaran, indikator and targets."""
    return [line for root in cascade.akar for line in _lines(root, 0)]


def _lines(node: Simpul, depth: int) -> list[str]:
    head = " ".join(text for text in (node.kode, str(node.sasaran or "")) if text)
    measures = ", ".join(f"{one.teks} = {one.target.isian}" for one in node.indikator)
    line = "  " * depth + f"{head}: {measures}".rstrip(": ")
    return [line, *(line for child in node.anak for line in _lines(child, depth + 1))]
