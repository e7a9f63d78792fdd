"""Folders of sheets looked at by the checks of the cascade."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.cascade.build import build_cascade
from generator.cascade.checks.run import check_cascade
from generator.findings.finding import Diagnostic, has_salah
from generator.nomenklatur.tables import nomenklatur_for
from generator.schema.keputusan import JENJANG, KEPUTUSAN
from tests.support.sheets import Sheets, read_folder, write_folder


def check(
    folder: Path, changes: Mapping[str, Sheets], tahun: str = "2022", pemerintah: str = ""
) -> list[Diagnostic]:
    """Check the good folder with sheets replaced; what else is found must not be Salah."""
    tables, findings = read_folder(write_folder(folder, changes))
    cascade, found = build_cascade(tables.baris, tables.lembar[KEPUTUSAN.kind, JENJANG.name])
    assert not has_salah([*findings, *found]), [one.message for one in [*findings, *found]]
    rows = list(tables.baris["row"])
    return check_cascade(cascade, rows, tahun, nomenklatur_for(tahun, pemerintah))


def cells(findings: list[Diagnostic], rule: str) -> list[str]:
    """Return where a rule was found: "eselon-3 F2", or the sheet where it is not one cell."""
    return [
        f"{one.place.book.removesuffix('.xlsx')} {one.place.cell or one.place.sheet}"
        for one in findings
        if one.rule.name == rule
    ]
