"""Sheet Pejabat: who holds which office."""

from __future__ import annotations

from collections.abc import Sequence

from generator.findings.finding import Diagnostic, finding
from generator.naskah.perjanjian.model import Pejabat
from generator.schema.pejabat import PEJABAT, PEJABAT_SHEET
from generator.values import Row


def read_officials(rows: Sequence[Row]) -> tuple[tuple[Pejabat, ...], list[Diagnostic]]:
    """Return the officials in the order of the sheet; an office stands there once.

    A row without office or name is none: a finding of its cells says so.
    """
    officials: dict[str, Pejabat] = {}
    findings = []
    for row in rows:
        jabatan = row.cells.get("jabatan")
        if not jabatan or "nama" not in row.cells:
            continue
        named = {
            role: cell.named(PEJABAT.kind, PEJABAT_SHEET.name, jabatan.text, role)
            for role, cell in row.cells.items()
        }
        pejabat = Pejabat(row, named.pop("jabatan"), named.pop("nama"), named)
        first = officials.setdefault(pejabat.key, pejabat)
        if first is not pejabat:
            baris = first.row.place.row
            findings.append(finding("jabatan-ganda", jabatan.place, isi=jabatan, baris=baris))
    return tuple(officials.values()), findings
