"""perbarui and a program that stands under several sasaran: it changes at every place."""

from __future__ import annotations

from pathlib import Path

from generator.app.buat import make
from generator.app.outcome import DONE
from generator.app.perbarui import update_document
from tests.cascade.test_bersama import PROGRAM, SASARAN, SUB, folder
from tests.support.sheets import write_folder
from tests.support.tracked import accept, body, lines, reject


def test_a_new_target_is_entered_wherever_the_program_stands(tmp_path: Path) -> None:
    books = tmp_path / "buku"
    books.mkdir()
    folder(books)
    make(books, tmp_path)
    decree = next(tmp_path.glob("*.docx"))
    before = lines(body(decree))
    program = PROGRAM.format(induk="S1; S2").replace("| 80     |", "| 85     |")
    sheets = {"Program": program}
    write_folder(
        books,
        {
            "eselon-2": {"Sasaran": SASARAN},
            "eselon-3": sheets,
            "eselon-4": {"Sub Kegiatan": SUB},
        },
    )

    outcome = update_document(decree, books, None, force=False, day=None)

    result = decree.with_name(f"{decree.stem} (diperbarui).docx")
    assert outcome.exit_code == DONE
    assert lines(reject(body(result))) == before
    accepted = lines(accept(body(result)))
    assert sum("85 Nilai" in line for line in accepted) == 2
    assert not [line for line in accepted if "80 Nilai" in line]
