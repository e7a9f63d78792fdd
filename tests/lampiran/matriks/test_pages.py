"""Where the pages of the matrix begin: from heights alone, and in the PDF of small offices."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.app.buat import make
from generator.lampiran.matriks.pages import MeasuredRows, pages_of
from tests.support.made import write_made_folder
from tests.support.soffice import convert, pdf_text

ROOM = 9000
ROW, RUNNING = 500, 200


def measured(count: int, heads: set[int], last: int = 0, tall: int | None = None) -> MeasuredRows:
    """Return rows of one height, those that `heads` name with the next one below them."""
    return MeasuredRows(
        rows=[20_000 if nth == tall else ROW for nth in range(count)],
        running=[RUNNING] * count,
        costs=[0.0 if nth in heads else 0.6 for nth in range(count)],
        heads=[nth in heads for nth in range(count)],
        first=6000,
        room=ROOM,
        last=last,
    )


def test_a_page_is_full_but_for_what_is_kept_free() -> None:
    pages = pages_of(measured(40, set()))
    assert sorted(pages.starts) == [11, 27]


def test_no_page_ends_with_a_heading() -> None:
    for shift in range(12):
        heads = set(range(shift, 60, 6)) | set(range(shift + 1, 60, 6))
        pages = pages_of(measured(60, heads))
        assert not {start - 1 for start in pages.starts} & heads


def test_a_heading_keeps_with_the_first_row_below_it() -> None:
    pages = pages_of(measured(12, {3, 4}))
    assert {3, 4} <= pages.kept
    assert 5 not in pages.kept


def test_headings_higher_than_a_page_in_all_do_not_keep() -> None:
    pages = pages_of(measured(40, set(range(5, 30))))
    assert not pages.kept & {13, 14}


@pytest.mark.parametrize("count", range(8, 60))
def test_the_signature_has_two_rows_above_it_at_least(count: int) -> None:
    pages = pages_of(measured(count, set(), last=3000))
    last = max(pages.starts, default=0)
    room = (ROOM - RUNNING) if last else 6000
    assert count - last >= 2
    assert (count - last) * ROW + 3000 <= room
    assert {count - 2, count - 1} <= pages.kept


def test_only_a_row_higher_than_a_page_may_split() -> None:
    pages = pages_of(measured(10, set(), tall=4))
    assert set(range(10)) - pages.held == {4}


@pytest.mark.requires("soffice", "poppler")
def test_below_however_many_rows_the_signature_stands_with_some(tmp_path: Path) -> None:
    files = []
    for indikator in (*range(12, 21), 39, 40, 41):
        folder = tmp_path / str(indikator)
        folder.mkdir()
        write_made_folder(folder, indikator)
        book = load_workbook(folder / "keputusan.xlsx")
        book["Identitas"].append(["Lampiran", "matriks"])
        book.save(folder / "keputusan.xlsx")
        assert make(folder, tmp_path / f"hasil-{indikator}").exit_code == 0
        (file,) = (tmp_path / f"hasil-{indikator}").glob("*.docx")
        files.append(file.rename(tmp_path / f"{indikator}.docx"))
    alone = []
    for pdf in convert(files, "pdf", tmp_path):
        last = pdf_text(pdf).split("\f")[-2]
        if "NAMA PEJABAT" not in last or last.count("Jumlah hal") < 2:
            alone.append(pdf.stem)
    assert alone == []
