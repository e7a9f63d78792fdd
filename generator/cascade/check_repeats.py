"""Checks of what is said twice: sasaran, indikator and names of boxes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.cascade.model import Jenis, Kotak, Simpul
from generator.cascade.subject import Subject, listed
from generator.diagnostics import Diagnostic, finding
from generator.schema import Isian
from generator.wording import fold


def sasaran_repeats_the_one_above(subject: Subject) -> Iterator[Diagnostic]:
    """A sasaran with the words of a sasaran above it."""
    for node in subject.nodes:
        if node.sasaran and (above := _same_above(subject, node)):
            yield finding(
                "sasaran-sama-dengan-atasan", node.sasaran.place, related=[above.place], lain=above
            )


def _same_above(subject: Subject, node: Simpul) -> Isian | None:
    for above in subject.above(node):
        if above.sasaran and fold(str(above.sasaran)) == fold(str(node.sasaran)):
            return above.sasaran
    return None


def sasaran_at_two_places(subject: Subject) -> Iterator[Diagnostic]:
    """A sasaran that also stands elsewhere: beside it under one parent, or in another branch."""
    by_text: dict[str, list[tuple[Isian, Simpul | None]]] = defaultdict(list)
    for node in subject.nodes:
        if node.sasaran and not _same_above(subject, node):
            parent = next(subject.above(node), None)
            by_text[fold(node.sasaran.text)].append((node.sasaran, parent))
    for group in by_text.values():
        if len(group) > 1:
            codes = {parent.kode if parent else "" for _, parent in group}
            name = "sasaran-berulang" if len(codes) > 1 else "sasaran-berulang-seinduk"
            yield _repeated(name, [cell for cell, _ in group])


def indikator_at_two_places(subject: Subject) -> Iterator[Diagnostic]:
    """An indikator that also stands elsewhere."""
    by_text: dict[str, list[Isian]] = defaultdict(list)
    for node in subject.nodes:
        for indikator in node.indikator:
            by_text[fold(indikator.teks.text)].append(indikator.teks)
    for text, cells in by_text.items():
        if len(cells) > 1 and " " in text:
            yield _repeated("indikator-berulang", cells)


def _repeated(name: str, cells: Sequence[Isian]) -> Diagnostic:
    first, *others = [cell.place for cell in cells]
    return finding(
        name, first, related=others, isi=cells[0], kali=len(cells), lain=listed(others, first)
    )


def one_name_for_several_boxes(subject: Subject) -> Iterator[Diagnostic]:
    """Names that several boxes bear: said once a kind, since only the Kode tells them apart."""
    for jenis in (Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN):
        named = _boxes_by_name(box for box in subject.boxes if box.jenis is jenis)
        cells = [box.nama for group in named.values() for box in group if box.nama]
        if cells:
            yield finding(
                "nama-kotak-berulang",
                cells[0].place,
                related=[cell.place for cell in cells[1:]],
                jenis=jenis.value,
                nama=", ".join(
                    f'"{group[0].nama}" ({len(group)} kotak)' for group in named.values()
                ),
            )


def _boxes_by_name(boxes: Iterable[Kotak]) -> Mapping[str, list[Kotak]]:
    named: dict[str, list[Kotak]] = defaultdict(list)
    for box in boxes:
        named[fold(str(box.nama))].append(box)
    return {name: group for name, group in named.items() if len(group) > 1}
