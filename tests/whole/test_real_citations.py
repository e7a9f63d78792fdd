"""148 real citations in one book: proposals that keep every regulation, once and for all."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.app.berkas import read_folder
from generator.app.periksa import check
from generator.contoh.fill import BERSIH, contoh_books
from generator.peraturan.parser import parse
from tests.naskah.keputusan_cascading.checks.test_real_citations import (
    CITATIONS,
    gazettes,
    regulations,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clean example with all citations as its Mengingat, and the proposals for it."""
    there = tmp_path_factory.mktemp("kutipan")
    for name, content in contoh_books(BERSIH).items():
        (there / name).write_bytes(content)
    book = load_workbook(there / "keputusan.xlsx")
    sheet = book["Mengingat"]
    sheet.delete_rows(2, sheet.max_row)
    for row, text in enumerate(CITATIONS.values(), start=2):
        sheet.cell(row, 1).value = text
    book.save(there / "keputusan.xlsx")
    check(there, usulkan=True)
    return there


def proposed(folder: Path) -> list[str]:
    book = load_workbook(folder / "hasil-periksa" / "keputusan (usulan).xlsx", read_only=True)
    sheet = book["Mengingat"]
    return [str(row[0]) for row in sheet.iter_rows(min_row=2, max_col=1, values_only=True)]


def test_every_citation_names_the_same_regulations_once_each(folder: Path) -> None:
    after = proposed(folder)
    assert [*map(regulations, after)] == [*map(regulations, CITATIONS.values())]
    assert after != [*CITATIONS.values()]


def test_every_regulation_has_at_most_one_gazette(folder: Path) -> None:
    for before, after in zip(CITATIONS.values(), proposed(folder), strict=True):
        most = len(regulations(before))
        for old, new in zip(gazettes(before), gazettes(after), strict=True):
            assert new <= max(old, most)


def test_no_more_is_left_unread_than_before(folder: Path) -> None:
    for before, after in zip(CITATIONS.values(), proposed(folder), strict=True):
        assert len(parse(after).unread) <= len(parse(before).unread)


def test_a_second_run_proposes_nothing(folder: Path) -> None:
    copy = folder / "hasil-periksa" / "keputusan (usulan).xlsx"
    copy.replace(folder / "keputusan.xlsx")
    found = read_folder(folder).findings
    assert [str(one.place) for one in found if one.edits] == []
