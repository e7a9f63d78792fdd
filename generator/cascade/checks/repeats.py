"""Checks of what is said twice: sasaran, indikator and names of boxes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from generator.bahasa.wording import fold
from generator.cascade.checks.subject import CascadeSubject, listed, some
from generator.cascade.model import Jenis, Simpul
from generator.findings.finding import Diagnostic, finding
from generator.values import Isian


def sasaran_repeats_the_one_above(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A sasaran with the words of a sasaran above it."""
    for sasaran, _, same_above in _sasaran(subject):
        if same_above:
            yield finding(
                "sasaran-sama-dengan-atasan",
                sasaran.place,
                related=[same_above.place],
                lain=same_above,
            )


def sasaran_at_two_places(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A sasaran that also stands elsewhere: beside it under one parent, or in another branch."""
    by_text: dict[str, list[tuple[Isian, Simpul, str]]] = defaultdict(list)
    for sasaran, node, same_above in _sasaran(subject):
        if not same_above:
            parent = next((one.kode for one in subject.above(node)), "")
            by_text[fold(sasaran.text)].append((sasaran, node, parent))
    for group in by_text.values():
        cells = [sasaran for sasaran, _, _ in group]
        if len({parent for _, _, parent in group}) > 1:
            yield _repeated("sasaran-berulang", cells)
        elif len(group) > 1:
            kinds = dict.fromkeys(node.jenis.tingkat.lower() for _, node, _ in group)
            yield _repeated(
                "sasaran-berulang-seinduk",
                cells,
                jenis=" atau ".join(kinds),
                tempat="di bawah satu induk" if group[0][2] else "di jenjang teratas",
            )


def _sasaran(subject: CascadeSubject) -> Iterator[tuple[Isian, Simpul, Isian | None]]:
    """Yield (sasaran, its node, the sasaran above with the same words)."""
    folded = {node.kode: fold(str(node.sasaran or "")) for node in subject.nodes}
    for node in subject.nodes:
        if node.sasaran:
            above = subject.above(node)
            same = (one.sasaran for one in above if folded[one.kode] == folded[node.kode])
            yield node.sasaran, node, next(same, None)


def indikator_at_two_places(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """An indikator that also stands elsewhere."""
    by_text: dict[str, list[Isian]] = defaultdict(list)
    for node in subject.nodes:
        for indikator in node.indikator:
            by_text[fold(indikator.teks.text)].append(indikator.teks)
    for text, cells in by_text.items():
        if len(cells) > 1 and " " in text:
            yield _repeated("indikator-berulang", cells)


def _repeated(name: str, cells: Sequence[Isian], **facts: Any) -> Diagnostic:
    first, *others = [cell.place for cell in cells]
    lain = listed(others, first)
    return finding(name, first, related=others, isi=cells[0], kali=len(cells), lain=lain, **facts)


def one_name_for_several_boxes(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """Names that several boxes bear: said once a kind, since only the Kode tells them apart."""
    for jenis in (Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN):
        named: dict[str, list[Isian]] = defaultdict(list)
        for box in subject.boxes:
            if box.jenis is jenis and box.nama:
                named[fold(box.nama.text)].append(box.nama)
        repeated = [cells for cells in named.values() if len(cells) > 1]
        if repeated:
            first, *others = [cell.place for cells in repeated for cell in cells]
            names = [f'"{cells[0]}" ({len(cells)} kotak)' for cells in repeated]
            yield finding(
                "nama-kotak-berulang", first, related=others, jenis=jenis.value, nama=some(names)
            )
