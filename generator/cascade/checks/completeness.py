"""Checks of what was left empty: said once where it is empty throughout, else place by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from generator.cascade.checks.subject import CascadeSubject, sheet_of
from generator.cascade.model import Jenis, Kotak
from generator.findings.finding import Diagnostic, finding
from generator.schema.kinerja import KINERJA_DAERAH, SASARAN
from generator.values import Place

_PLANNING = ("target_tahun_lalu", "formulasi", "penanggung_jawab", "pagu")
"""The optional columns that a plan is not complete without."""


def empty_columns(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """An optional column of a plan that no row of any book fills."""
    first = subject.nodes[0]
    for role in _PLANNING:
        if not any(role in row.cells for row in subject.rows):
            heading = SASARAN.column(role).heading
            place = replace(subject.at(first, role), row=None, heading=heading)
            yield finding("kolom-kosong", place, judul=heading)


def no_officer(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A box that nobody answers for, where others have their Penanggung Jawab."""
    sheets: dict[tuple[str, str | None], list[Kotak]] = defaultdict(list)
    for box in subject.boxes:
        sheets[sheet_of(box.simpul[0])].append(box)
    missing = {
        sheet: [box for box in boxes if not any(node.penanggung_jawab for node in box.simpul)]
        for sheet, boxes in sheets.items()
    }
    if all(missing[sheet] == boxes for sheet, boxes in sheets.items()):
        return
    for sheet, boxes in sheets.items():
        places = [subject.at(box.simpul[0], "penanggung_jawab") for box in missing[sheet]]
        if len(places) == len(boxes) > 1:
            places = [replace(places[0], row=None)]
        for place in places:
            yield finding("penanggung-jawab-kosong", place)


def empty_top_box(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """The box of the head of the region, which prints although nothing stands in it."""
    jenjang = subject.cascade.jenjang
    if jenjang.uses(Jenis.KEPALA_DAERAH) and not subject.cascade.kinerja_daerah:
        place = Place(subject.nodes[0].place.book, KINERJA_DAERAH.name)
        yield finding("kinerja-daerah-kosong", place, label=jenjang.row(Jenis.KEPALA_DAERAH).label)
