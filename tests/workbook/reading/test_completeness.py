"""The books of a folder together: which are missing, and which never are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.schema.books import BOOKS
from generator.schema.types import Book
from generator.workbook.reading.books import read_books
from generator.workbook.reading.completeness import missing_books
from generator.workbook.reading.tables import make_tables
from tests.naskah.daftar_hadir.kind import BUKU
from tests.support.sheets import JENJANG, said, workbook, write_folder


def missing(folder: Path, known: Sequence[Book] = BOOKS) -> list[str]:
    books, findings = read_books(folder, known)
    rows = make_tables(books, known)[0].lembar["keputusan", "Jenjang"]
    return said(missing_books(books, findings, known, rows))


def test_each_missing_book_is_named(tmp_path: Path) -> None:
    write_folder(tmp_path)
    for name in ("eselon-2.xlsx", "eselon-4.xlsx"):
        (tmp_path / name).unlink()
    assert missing(tmp_path) == [
        "buku-tidak-ada: eselon-2.xlsx",
        "buku-tidak-ada: eselon-4.xlsx",
    ]


def test_without_the_decree_every_level_counts(tmp_path: Path) -> None:
    write_folder(tmp_path)
    for name in ("keputusan.xlsx", "eselon-3.xlsx"):
        (tmp_path / name).unlink()
    assert missing(tmp_path) == [
        "buku-tidak-ada: keputusan.xlsx",
        "buku-tidak-ada: eselon-3.xlsx",
    ]


@pytest.mark.parametrize(
    "jenjang",
    [
        JENJANG.replace("ESELON III", "          "),
        "\n".join(line for line in JENJANG.splitlines() if "Program" not in line),
    ],
    ids=["empty label", "row left out"],
)
def test_a_level_not_used_needs_no_book(tmp_path: Path, jenjang: str) -> None:
    write_folder(tmp_path, {"keputusan": {"Jenjang": jenjang}})
    (tmp_path / "eselon-3.xlsx").unlink()
    assert missing(tmp_path) == []


def test_a_book_that_cannot_be_read_is_not_missing_too(tmp_path: Path) -> None:
    write_folder(tmp_path)
    (tmp_path / "eselon-3.xlsx").write_bytes(b"")
    assert missing(tmp_path) == []


def test_an_optional_book_is_never_missing(tmp_path: Path) -> None:
    assert missing(write_folder(tmp_path), (*BOOKS, BUKU)) == []


def test_a_stranger_in_the_folder_hides_no_missing_book(tmp_path: Path) -> None:
    write_folder(tmp_path)
    (tmp_path / "eselon-3.xlsx").unlink()
    workbook(None, {"Absensi": "| Nama |\n| A |"}).save(tmp_path / "absensi.xlsx")
    assert missing(tmp_path) == ["buku-tidak-ada: eselon-3.xlsx"]
