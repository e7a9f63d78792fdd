"""Checks of what is said twice: sasaran, indikator and names of boxes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from generator.bahasa.wording import fold
from generator.cascade.checks.subject import CascadeSubject
from generator.cascade.model import Jenis, Simpul
from generator.findings.finding import Diagnostic, finding
from generator.findings.gathering import listed, some
from generator.values import Isian, Place


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
    seen: set[object] = set()
    for sasaran, node, same_above in _sasaran(subject):
        key = _told_apart(node, node.place)
        if not same_above and key not in seen:
            seen.add(key)
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
    by_text: dict[str, dict[object, Isian]] = defaultdict(dict)
    for node in subject.nodes:
        for indikator in node.indikator:
            text = fold(indikator.teks.text)
            if node.jenis is not Jenis.KEGIATAN or _same_below(node, text) is None:
                by_text[text].setdefault(_told_apart(node, indikator.place), indikator.teks)
    for text, found in by_text.items():
        if len(found) > 1 and " " in text:
            yield _repeated("indikator-berulang", list(found.values()))


def _told_apart(node: Simpul, place: Place) -> object:
    """Return what tells a node from others, a program or kegiatan wherever it stands again."""
    if node.nama is None or node.jenis.is_sasaran:
        return place
    return node.jenis, fold(node.nama.text), fold(str(node.sasaran or ""))


def kegiatan_repeats_below(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """Kegiatan with an indikator of their own sub kegiatan, told once a sheet by its rule.

    One that has a single sub kegiatan can hardly have another.
    """
    for node in subject.nodes:
        if node.jenis is Jenis.KEGIATAN and len(node.anak) > 1:
            for indikator in node.indikator:
                below = _same_below(node, fold(indikator.teks.text))
                if below:
                    teks = indikator.teks
                    yield finding(
                        "indikator-kegiatan-berulang", teks.place, related=[below.place], isi=teks
                    )


def _same_below(node: Simpul, text: str) -> Isian | None:
    """Return the indikator of that text directly below a node, if there is one."""
    below = (one.teks for child in node.anak for one in child.indikator)
    return next((one for one in below if fold(one.text) == text), None)


def sasaran_says_no_more(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A sasaran with the words of its own indikator, or of its name."""
    for node in subject.nodes:
        if not node.sasaran:
            continue
        text = fold(node.sasaran.text)
        same = [("Indikator", one.teks) for one in node.indikator]
        same += [("Nama", node.nama)] if node.nama else []
        for judul, cell in same:
            if fold(cell.text) == text:
                yield finding(
                    "sasaran-sama-isinya", node.sasaran.place, related=[cell.place], judul=judul
                )
                break


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
