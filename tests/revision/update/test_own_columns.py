"""A column that people added to a table whose rows the data move: no text of it is lost untold."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Pt

from generator.opc.parts import to_bytes
from generator.revision.stamp import stamp
from generator.revision.update.notes import NoteKind
from tests.revision.update.test_update_by_chance import brought_up_to_date
from tests.revision.update.test_update_matriks import (
    BIDAN,
    PERAWAT,
    SUB_KEGIATAN,
    decree_of,
    matrix,
    removed,
    saved,
    swapped,
)
from tests.support.tracked import body, reject, rows


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the decree with a column in which two rows say what is measured there."""
    printed = decree_of(tmp_path_factory.mktemp("lama") / "buku", "matriks")
    document = docx.Document(BytesIO(to_bytes(stamp(*printed).parts)))
    table = document.tables[-1]
    table.add_column(Pt(40))
    for row in table._tbl.tr_lst:
        cell: Any = row.tc_lst[-1]
        text = "".join(map(str, row.itertext()))
        for named in (BIDAN, PERAWAT):
            if named in text:
                cell.p_lst[0].add_r().text = f"Catatan {named}"
    return saved(document)


def test_a_text_whose_row_the_data_write_anew_stops_the_update(
    edited: bytes, tmp_path: Path
) -> None:
    """The first indikator stands in the row of its node, which stays and is reworded."""
    printed = decree_of(tmp_path / "buku", "matriks", SUB_KEGIATAN, swapped(BIDAN))
    updated = brought_up_to_date(edited, printed)
    homeless = [one.old for one in updated.notes if one.hal is NoteKind.HOMELESS]
    assert homeless == [f"Catatan {PERAWAT}"]
    result = to_bytes(updated.package.parts)
    assert rows(matrix(reject(body(result)))) == rows(matrix(body(edited)))


def test_a_text_in_a_row_that_the_data_removed_stops_the_update(
    edited: bytes, tmp_path: Path
) -> None:
    printed = decree_of(tmp_path / "buku", "matriks", SUB_KEGIATAN, removed(PERAWAT))
    updated = brought_up_to_date(edited, printed)
    homeless = [one.old for one in updated.notes if one.hal is NoteKind.HOMELESS]
    assert homeless == [f"Catatan {PERAWAT}"]
