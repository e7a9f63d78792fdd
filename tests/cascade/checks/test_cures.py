"""The certain cures of the cascade's findings, put into the books of 2022."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from openpyxl import load_workbook

from generator.app.periksa import check
from generator.findings.cures import Edit, Move, apply
from generator.findings.finding import Diagnostic
from generator.findings.rule import Stage
from generator.values import Place
from tests.support.paths import ROOT

EXAMPLE = ROOT / "input_templates" / "contoh-bkpsdm-2022"


def mend(folder: Path, edits: Iterable[Edit | Move]) -> None:
    """Put the edits into the cells of the books, which say what the edits say of them."""
    by_cell: dict[Place, list[Edit]] = defaultdict(list)
    for edit in edits:
        assert isinstance(edit, Edit)
        by_cell[edit.place].append(edit)
    for path in sorted(folder.glob("*.xlsx")):
        book = load_workbook(path)
        for place, own in by_cell.items():
            if place.book == path.name:
                cell = book[str(place.sheet)][str(place.cell)]
                assert {edit.text for edit in own} == {str(cell.value or "")}
                cell.value = apply(str(cell.value or ""), own)
        book.save(path)


def remarks(findings: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [
        one
        for one in findings
        if one.rule.stage is Stage.KEWAJARAN and one.place.book != "keputusan.xlsx"
    ]


def test_after_the_cures_only_what_has_none_is_left_and_nothing_new(tmp_path: Path) -> None:
    folder = tmp_path / "contoh"
    shutil.copytree(EXAMPLE, folder)
    before = remarks(check(folder).findings)
    mend(folder, [edit for one in before for edit in one.edits])
    after = remarks(check(folder).findings)

    def places(findings: list[Diagnostic]) -> Counter[tuple[str, str]]:
        return Counter((one.rule.name, str(one.place)) for one in findings)

    assert sum(bool(one.edits) for one in before) == 15
    assert places(after) == places([one for one in before if not one.edits])
