"""Sheet Identitas: its keys and the placeholders that stand for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings.pieces import proposals
from tests.support.sheets import IDENTITAS, read_sheet, said


def test_placeholders_take_their_values_from_the_sheet(tmp_path: Path) -> None:
    tables, _ = read_sheet(tmp_path, "keputusan", "Identitas", IDENTITAS)
    assert tables.isian == {
        "tahun": "2022",
        "perangkat_daerah": "Badan Kepegawaian",
        "PERANGKAT_DAERAH": "BADAN KEPEGAWAIAN",
        "pemerintah": "Kabupaten Tanjung Jabung Barat",
        "PEMERINTAH": "KABUPATEN TANJUNG JABUNG BARAT",
        "lampiran": "Lampiran",
    }


def test_placeholder_of_a_name_typed_over_two_lines_is_one_line(tmp_path: Path) -> None:
    table = IDENTITAS.replace("| Badan Kepegawaian  ", "| Badan \\n Kepegawaian  ")
    tables, _ = read_sheet(tmp_path, "keputusan", "Identitas", table)
    assert tables.isian["perangkat_daerah"] == "Badan Kepegawaian"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("pohon", "Lampiran"),
        ("matriks", "Lampiran"),
        ("Keduanya", "Lampiran I dan Lampiran II"),
        ("", "Lampiran"),
    ],
)
def test_lampiran_says_how_many_there_are(tmp_path: Path, typed: str, text: str) -> None:
    tables, _ = read_sheet(
        tmp_path, "keputusan", "Identitas", f"{IDENTITAS.rstrip()}\n| Lampiran | {typed} |"
    )
    assert tables.isian["lampiran"] == text


def test_a_year_stored_as_a_number(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path, "keputusan", "Identitas", IDENTITAS.replace("| 2022 ", "| `2022` ")
    )
    assert tables.isian["tahun"] == "2022"
    assert said(findings) == []


def test_a_placeholder_without_value_has_no_finding_of_its_own(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path, "keputusan", "Identitas", IDENTITAS.replace("| 2022 ", "| ")
    )
    assert tables.isian["tahun"] == "{tahun}"
    assert said(findings) == []


def test_keys_leave_as_plain_rows(tmp_path: Path) -> None:
    tables, _ = read_sheet(tmp_path, "keputusan", "Identitas", IDENTITAS)
    rows = tables.lembar["keputusan", "Identitas"]
    row = next(row for row in rows if row.cells["isian"].text == "Tentang")
    assert row.cells["isi"].text == "PENETAPAN CASCADING\nTAHUN 2022"
    assert row.cells["isi"].place.cell == "B6"


def test_an_unknown_key_names_the_near_one(tmp_path: Path) -> None:
    _, findings = read_sheet(
        tmp_path, "keputusan", "Identitas", f"{IDENTITAS.rstrip()}\n| Tempatt | Kuala Tungkal |"
    )
    assert said(findings) == ["isian-tidak-dikenal: keputusan.xlsx Identitas A13"]
    assert [piece for _, *piece in proposals(findings)[0]] == [["Tempatt", "Tempat"]]


def test_an_unknown_key_without_text_is_nothing(tmp_path: Path) -> None:
    _, findings = read_sheet(
        tmp_path, "keputusan", "Identitas", f"{IDENTITAS.rstrip()}\n| Penandatangan | |"
    )
    assert said(findings) == []


def test_a_text_without_key(tmp_path: Path) -> None:
    _, findings = read_sheet(
        tmp_path, "keputusan", "Identitas", f"{IDENTITAS.rstrip()}\n| | KABUPATEN |"
    )
    assert said(findings) == ["isi-tanpa-nama: keputusan.xlsx Identitas A13"]


@pytest.mark.parametrize(
    ("key", "cell", "rule"),
    [
        ("Tanggal", "`08:30`", "isi-tanggal"),
        ("NIP", "`196310171990031005`", "kode-terlalu-panjang"),
        ("Nomor", "`08:30`", "kode-tanggal"),
        ("Kode Pos", "`36514.5`", "kode-pecahan"),
        ("Laman", "`2022-01-03`", "isi-tanggal"),
    ],
)
def test_what_excel_made_of_a_code_is_refused(
    tmp_path: Path, key: str, cell: str, rule: str
) -> None:
    _, findings = read_sheet(
        tmp_path, "keputusan", "Identitas", f"{IDENTITAS.rstrip()}\n| {key} | {cell} |"
    )
    assert said(findings) == [f"{rule}: keputusan.xlsx Identitas B13"]


def test_a_true_date_in_tanggal_is_read(tmp_path: Path) -> None:
    table = f"{IDENTITAS.rstrip()}\n| Tanggal | `2022-01-03` |"
    tables, findings = read_sheet(tmp_path, "keputusan", "Identitas", table)
    last = tables.lembar["keputusan", "Identitas"][-1]
    assert (said(findings), last.cells["isi"].text) == ([], "3 Januari 2022")


def test_a_dash_stands_for_nothing(tmp_path: Path) -> None:
    table = f"{IDENTITAS.rstrip()}\n| Laman | - |"
    tables, findings = read_sheet(tmp_path, "keputusan", "Identitas", table)
    assert (said(findings), "isi" in tables.lembar["keputusan", "Identitas"][-1].cells) == (
        [],
        False,
    )


def test_marks_of_other_programs_print_as_typed(tmp_path: Path) -> None:
    table = f"{IDENTITAS.rstrip()}\n| Nomor | ${{nomor_naskah}} |"
    tables, findings = read_sheet(tmp_path, "keputusan", "Identitas", table)
    last = tables.lembar["keputusan", "Identitas"][-1]
    assert (said(findings), last.cells["isi"].text) == ([], "${nomor_naskah}")
