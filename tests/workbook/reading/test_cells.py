"""What one cell says: texts as typed, numbers as seen, and what no cell may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.schema.types import Column, Entry, Printed
from generator.values import Place
from generator.workbook.opening.raw import RawCell
from generator.workbook.reading.cells import LONGEST, read_isian
from tests.support.sheets import read_sheet, said

PLACE = Place("eselon-3.xlsx", "Program", 4, "D", "Sasaran")
VALUES = {"tahun": "2022", "pemerintah": "Kabupaten Tanjung Jabung Barat"}
TEKS = Column("Sasaran", "sasaran", "")


def printed(cell: RawCell, column: Column = TEKS) -> str:
    isian, findings = read_isian(cell, PLACE, column, VALUES)
    assert isian
    assert not findings
    return isian.text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (RawCell("  dua  spasi \n baris "), "dua  spasi \n baris"),
        (RawCell("=CMD()"), "=CMD()"),
        (RawCell("{{ 7*7 }}"), "{{ 7*7 }}"),
        (RawCell("[merah] & <b>"), "[merah] & <b>"),
        (RawCell("TAHUN {tahun}"), "TAHUN 2022"),
        (RawCell("a\u200bb\x07c"), "abc"),
        (RawCell(0.082, "0.0%"), "8,2%"),
        (RawCell(1250, "#,##0"), "1.250"),
        (RawCell(1250), "1250"),
    ],
)
def test_a_cell_prints_as_it_reads(cell: RawCell, text: str) -> None:
    assert printed(cell) == text


def test_a_code_stored_as_a_number_keeps_its_zeros() -> None:
    assert printed(RawCell(512, "00000"), Column("Kode", "kode", "", entry=Entry.KODE)) == "00512"


def test_white_space_alone_is_an_empty_cell() -> None:
    assert read_isian(RawCell(" \n\u200b"), PLACE, TEKS, VALUES) == (None, [])


def test_a_text_longer_than_a_cell_is_refused() -> None:
    isian, findings = read_isian(RawCell("a" * (LONGEST + 1)), PLACE, TEKS, VALUES)
    assert isian is None
    assert [one.rule.name for one in findings] == ["isi-terlalu-panjang"]


def test_the_longest_text_is_read() -> None:
    assert len(printed(RawCell("a" * LONGEST))) == LONGEST


def test_an_unknown_placeholder_stays_and_names_the_near_one() -> None:
    isian, findings = read_isian(RawCell("TAHUN {tahunn}"), PLACE, TEKS, VALUES)
    assert isian
    assert isian.text == "TAHUN {tahunn}"
    assert [one.rule.name for one in findings] == ["penanda-tidak-dikenal"]
    assert findings[0].message == "Penanda {tahunn} tidak dikenal. Maksudnya {tahun}?"


def test_braces_in_a_column_that_never_prints_are_nobodys_business() -> None:
    column = Column("Formulasi", "formulasi", "", printed=Printed.TIDAK)
    assert printed(RawCell("{a} / {b}"), column) == "{a} / {b}"


def test_nomor_is_known_in_judul_kotak_only(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "keputusan",
        "Jenjang",
        """
    | Tingkat       | Label            | Judul Kotak     |
    | Sasaran Utama | ESELON {nomor}   | SASARAN {nomor} |
    | Program       | ESELON III       |                 |
    | Sub Kegiatan  | ESELON IV        |                 |
    """,
    )
    assert said(findings) == ["penanda-tidak-dikenal: keputusan.xlsx Jenjang B2"]
    assert tables.lembar["keputusan", "Jenjang"][0].cells["judul_kotak"].text == "SASARAN {nomor}"


def test_a_date_in_a_text_is_refused(tmp_path: Path) -> None:
    _, findings = read_sheet(tmp_path, "keputusan", "Menimbang", "| Isi |\n| `2022-01-03` |")
    assert said(findings) == ["isi-tanggal: keputusan.xlsx Menimbang A2"]
    assert "3 Januari 2022" in findings[0].message


def test_a_text_that_its_placeholders_make_too_long_is_not_filled_in() -> None:
    values = {"tahun": "2" * 1_000}
    isian, findings = read_isian(RawCell("{tahun}" * 33), PLACE, TEKS, values)
    assert isian is None
    assert [(one.rule.name, one.facts["panjang"]) for one in findings] == [
        ("isi-terlalu-panjang", "33000")
    ]
