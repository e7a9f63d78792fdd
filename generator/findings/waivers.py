"""Findings that an office has looked at and lets stand: sheet Pengecualian."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, Waived, finding, has_salah
from generator.findings.rule import Severity, rules
from generator.values import Place, Row

TextAt = Callable[[Place], str | None]
"""Gives what stands in a cell, as typed."""


def waive(
    findings: Sequence[Diagnostic], rows: Sequence[Row], text_at: TextAt
) -> tuple[list[Diagnostic], list[Waived]]:
    """Part the findings by the rows of sheet Pengecualian: those still standing, those waived.

    What is Salah is never waived. The findings still standing include those on the rows
    themselves; one that matches nothing is told of only where nothing is Salah, since else some
    checks did not run.
    """
    waivers = [row for row in rows if row.cells.keys() >= {"kode", "alasan"}]
    standing: list[Diagnostic] = []
    waived: list[Waived] = []
    matched: set[Place] = set()
    for one in findings:
        found = [row for row in waivers if _matches(row, one, text_at)]
        matched |= {row.place for row in found}
        if found and one.severity is not Severity.SALAH:
            waived.append(Waived(one, found[0].cells["alasan"].text))
        else:
            standing.append(one)
    codes = {rule.code: rule.severity for rule in rules().values()} if waivers else {}
    whole = not has_salah(findings)
    for row in waivers:
        kode = row.cells["kode"].text.upper()
        if kode not in codes:
            standing.append(finding("pengecualian-kode-asing", row.at("kode"), kode=kode))
        elif codes[kode] is Severity.SALAH:
            standing.append(finding("pengecualian-salah", row.at("kode"), kode=kode))
        elif whole and row.place not in matched:
            standing.append(finding("pengecualian-tanpa-temuan", row.at("kode"), kode=kode))
    return standing, waived


def _matches(row: Row, one: Diagnostic, text_at: TextAt) -> bool:
    cells = row.cells
    if fold(cells["kode"].text) != fold(one.rule.code):
        return False
    if "buku" in cells:
        name = PurePath(one.place.book)
        if fold(cells["buku"].text) not in (fold(name.name), fold(name.stem)):
            return False
    if "lembar" in cells and fold(cells["lembar"].text) != fold(one.place.sheet or ""):
        return False
    return "isi_sel" not in cells or cells["isi_sel"].raw == text_at(one.place)
