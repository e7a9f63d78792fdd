"""Checks of what hangs on what: nodes that nothing supports, indikator that nobody feeds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.bahasa.wording import fold, nearest
from generator.cascade.checks.subject import CascadeSubject, sheet_of
from generator.cascade.model import Jenis, Simpul
from generator.findings.finding import Diagnostic, finding
from generator.values import Place

_LEVELS = (
    ((Jenis.UTAMA, Jenis.PENDUKUNG), "sasaran"),
    ((Jenis.PROGRAM,), "program"),
    ((Jenis.KEGIATAN, Jenis.SUB_KEGIATAN), "kegiatan"),
)
"""The levels of the books, top down. A Kegiatan without Sub Kegiatan is a leaf like any other."""


def nothing_below(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A sasaran without anything below it, a program sasaran without (sub) kegiatan."""
    for number, (kinds, _) in enumerate(_LEVELS):
        below = [
            name
            for kinds_below, name in _LEVELS[number + 1 :]
            if any(subject.cascade.jenjang.uses(jenis) for jenis in kinds_below)
        ]
        nodes = [node for node in subject.nodes if node.jenis in kinds]
        empty = [node for node in nodes if not node.anak]
        if not below or not empty:
            continue
        if len(empty) == len(nodes) > 1:
            book, sheet = sheet_of(empty[0])
            yield finding("semua-tanpa-turunan", Place(book, sheet), bawah=below[0])
        else:
            for node in empty:
                place = subject.at(node, "kode")
                yield finding("tanpa-turunan", place, kode=node.kode, bawah=below[0])


def nobody_supports(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A Kinerja Daerah that no sasaran hangs on, where others have theirs."""
    roots = [subject.cell(root, "kode_induk") for root in subject.cascade.akar]
    named = {fold(cell.text) for cell in roots if cell}
    for node in subject.cascade.kinerja_daerah if named else ():
        if fold(node.kode) not in named:
            place = subject.at(node, "kode")
            yield finding("tanpa-turunan", place, kode=node.kode, bawah="sasaran")


def nobody_contributes(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """An indikator that no row below names as its Indikator Induk, where rows below name some."""
    if not any(indikator.indikator_induk for indikator in subject.measures):
        return
    for node in subject.nodes:
        named = {
            fold(indikator.indikator_induk)
            for child in node.anak
            for below in subject.whole(child).walk()
            for indikator in below.indikator
            if indikator.indikator_induk
        }
        if not named.isdisjoint(fold(indikator.teks.text) for indikator in node.indikator):
            for indikator in node.indikator:
                text = indikator.teks
                if fold(text.text) not in named:
                    yield finding("indikator-tanpa-penyumbang", text.place, isi=text)


def unknown_indikator_induk(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """An Indikator Induk that is not an indikator of any node above."""
    for node in subject.nodes:
        above = _indikator_above(subject, node)
        for indikator in node.indikator:
            named = indikator.indikator_induk
            if named and above and fold(named) not in map(fold, above):
                near = nearest(named, above)
                yield finding(
                    "indikator-induk-tidak-dikenal",
                    subject.at(indikator, "indikator_induk"),
                    isi=named,
                    petunjuk=f' Mungkin maksudnya "{near}".' if near else "",
                )


def _indikator_above(subject: CascadeSubject, node: Simpul) -> list[str]:
    nodes = (*subject.above(node), *subject.cascade.kinerja_daerah)
    return [indikator.teks.text for one in nodes for indikator in one.indikator]


def same_officer_at_two_levels(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A Penanggung Jawab who also answers for the next node above, in the book of another level."""
    for node in subject.nodes:
        if not node.penanggung_jawab:
            continue
        above = next((one for one in subject.above(node) if one.penanggung_jawab), None)
        if above is None or above.penanggung_jawab is None or above.place.sheet == node.place.sheet:
            continue
        if fold(above.penanggung_jawab.text) == fold(node.penanggung_jawab.text):
            yield finding(
                "penanggung-jawab-sama",
                node.penanggung_jawab.place,
                related=[above.penanggung_jawab.place],
                isi=node.penanggung_jawab.text,
                kode=above.kode,
            )
