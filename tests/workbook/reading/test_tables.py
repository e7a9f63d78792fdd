"""Sheets in, rows and findings out; each test shows the sheet it is about."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.findings.pieces import proposals
from generator.schema.kinerja import SATUAN
from generator.values import Row
from tests.support.sheets import column, read_folder, read_sheet, said, write_folder


def test_a_good_folder_has_no_findings(tmp_path: Path) -> None:
    _, findings = read_folder(write_folder(tmp_path))
    assert said(findings) == []


def test_rows_come_by_level_then_book_then_row(tmp_path: Path) -> None:
    write_folder(
        tmp_path,
        {
            "eselon-3": {
                "Program": """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |
    | S1         | P1   | A       | B               | C         | 1      |
    |            |      |         |                 | D         | 2      |
    """
            }
        },
    )
    tables, _ = read_folder(tmp_path)
    assert list(zip(tables.baris["tingkat"], column(tables, "indikator"), strict=True)) == [
        (1, "Persentase"),
        (2, "C"),
        (2, "D"),
        (3, "Jumlah"),
    ]


def test_a_book_of_one_bidang_follows_another_in_natural_order(tmp_path: Path) -> None:
    one = """
    | Kode Induk | Kode | Program     | Sasaran Program | Indikator  | Target |
    | S1         | {0}  | Program {0} | Naiknya {0}     | Jumlah {0} | 1      |
    """
    for name in ("bidang 10", "bidang 2"):
        folder = tmp_path / name
        folder.mkdir()
        table = one.format(name.replace("bidang ", "P"))
        write_folder(folder, {"eselon-3": {"Program": table}})
        (folder / "eselon-3.xlsx").rename(tmp_path / f"{name}.xlsx")
    tables, findings = read_folder(tmp_path)
    kodes = [kode for kode in column(tables, "kode") if kode]
    assert [kode for kode in kodes if str(kode).startswith("P")] == ["P2", "P10"]
    assert not [line for line in said(findings) if "kembar" in line]


def test_nothing_is_filled_down(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-2",
        "Sasaran",
        """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target | Satuan |
    |            | S1   | Utama | NAIKNYA | A         | 1      | %      |
    |            |      |       |         | B         | 2      |        |
    """,
    )
    assert column(tables, "kode")[:2] == ["S1", None]
    assert column(tables, "satuan")[:2] == ["%", None]
    assert said(findings) == []


def test_a_merged_cell_counts_for_every_row_it_covers(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-2",
        "Sasaran",
        """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target | Satuan |
    |            | S1   | Utama | NAIKNYA | A         | 1      | %      |
    |            | ^    | ^     | ^       | B         | 2      | ^      |
    """,
    )
    assert column(tables, "kode")[:2] == ["S1", "S1"]
    assert column(tables, "target")[:2] == ["1%", "2%"]
    assert tables.baris["row"][1].cells["sasaran"].place.cell == "D2"
    assert said(findings) == []


def test_a_merge_across_columns_is_one_finding(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-2",
        "Sasaran",
        """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target | Satuan |
    |            | S1   | Utama | NAIKNYA | A         | <      | %      |
    """,
    )
    assert said(findings) == ["gabungan-melintang: eselon-2.xlsx Sasaran E2"]
    assert list(tables.baris["rusak"]) == [True, False, False]


def test_a_merge_over_columns_that_are_not_read_is_fine(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path, "keputusan", "Menimbang", "| Isi | |\n| bahwa A; | < |\n| bahwa B; | < |"
    )
    rows = tables.lembar["keputusan", "Menimbang"]
    assert [str(row.cells["isi"]) for row in rows] == ["bahwa A;", "bahwa B;"]
    assert said(findings) == []


def test_an_empty_row_between_rows_is_nothing(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-2",
        "Sasaran",
        """
    | Kode Induk | Kode | Jenis     | Sasaran | Indikator | Target |
    |            | S1   | Utama     | NAIKNYA | A         | 1      |
    |            |      |           |         |           |        |
    |            | S2   | Pendukung | NAIKNYA | B         | 2      |
    """,
    )
    assert [row.place.row for row in tables.baris["row"]][:2] == [2, 4]
    assert said(findings) == []


def test_the_code_is_cut_from_a_choice_and_the_choice_kept(tmp_path: Path) -> None:
    tables, _ = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | Kode Induk        | Kode | Program | Sasaran Program | Indikator | Target |
    | S1 – MENINGKATNYA | P1   | A       | B               | C         | 1      |
    """,
    )
    row: Row = tables.baris["row"][1]
    assert column(tables, "kode_induk")[1] == "S1"
    assert (row.cells["kode_induk"].text, row.cells["kode_induk"].raw) == (
        "S1",
        "S1 – MENINGKATNYA",
    )


@pytest.mark.parametrize(
    ("target", "satuan", "printed", "nilai"),
    [
        ("`0.082 as 0.0%`", "", "8,2%", Decimal("8.2")),
        ("1,29", "%", "1,29%", Decimal("1.29")),
        ("`120`", "Orang", "120 Orang", Decimal(120)),
        ("LEVEL 2", "", "LEVEL 2", None),
        ("1:20", "(teks)", "1:20", None),
        ("12 Naskah", "Naskah", "12 Naskah", Decimal(12)),
        ("{tahun} Berkas", "", "2022 Berkas", Decimal(2022)),
    ],
)
def test_a_target_prints_with_its_unit(
    tmp_path: Path, target: str, satuan: str, printed: str, nilai: Decimal | None
) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        f"""
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target   | Satuan   |
    | S1         | P1   | A       | B               | C         | {target} | {satuan} |
    """,
    )
    value = tables.baris["target"][1]
    assert (value.isian.text, value.nilai) == (printed, nilai)
    assert tables.baris["row"][1].cells["target"] == value.isian
    assert said(findings) == []


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("8,2 persen kira-kira", "target-bukan-angka"),
        ("1.250", "target-ambigu"),
        ("`2022-01-03`", "target-tanggal"),
        ("`True`", "isi-benar-salah"),
    ],
)
def test_a_target_that_cannot_be_read_is_named_once(tmp_path: Path, target: str, rule: str) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        f"""
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target   |
    | S1         | P1   | A       | B               | C         | {target} |
    """,
    )
    assert said(findings) == [f"{rule}: eselon-3.xlsx Program F2"]
    assert column(tables, "target")[1] is None


def test_a_small_percentage_is_asked_about_and_printed(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Satuan |
    | S1         | P1   | A       | B               | C         | 0,082  | %      |
    """,
    )
    assert said(findings) == ["persen-kecil: eselon-3.xlsx Program F2"]
    assert column(tables, "target")[1] == "0,082%"


def test_a_unit_used_in_any_book_is_known_in_all(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target    | Satuan |
    | S1         | P1   | A       | B               | C         | 12        | Naskah |
    |            |      |         |                 | D         | 15 naskah |        |
    """,
    )
    assert tables.satuan == {*SATUAN, "Naskah"}
    assert column(tables, "target")[2] == "15 naskah"
    assert said(findings) == []


def test_money_is_a_number_and_prints_as_typed(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Pagu           |
    | S1         | P1   | A       | B               | C         | 1      | Rp 1.250.000,- |
    | S1         | P2   | A       | D               | E         | 1      | `1250000`      |
    | S1         | P3   | A       | F               | G         | 1      | banyak         |
    """,
    )
    assert column(tables, "pagu")[1:4] == [Decimal(1250000), Decimal(1250000), None]
    rows = tables.baris["row"]
    assert [rows[nth].cells["pagu"].text for nth in (1, 2)] == ["Rp 1.250.000,-", "1.250.000"]
    assert said(findings) == ["pagu-bukan-angka: eselon-3.xlsx Program G4"]


def test_an_indikator_without_target(tmp_path: Path) -> None:
    _, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |
    | S1         | P1   | A       | B               | C         |        |
    """,
    )
    assert said(findings) == ["target-kosong: eselon-3.xlsx Program F2"]


@pytest.mark.parametrize("filled", ["Target", "Satuan", "Formulasi"])
def test_a_measure_without_indikator(tmp_path: Path, filled: str) -> None:
    texts = {"Target": "1", "Satuan": "%", "Formulasi": "A/B"}
    cells = " | ".join(texts[name] if name == filled else "" for name in texts)
    _, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        f"""
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Satuan | Formulasi |
    | S1         | P1   | A       | B               | C         | 1      | %      | A/B       |
    |            |      |         |                 |           | {cells} |
    """,
    )
    assert said(findings) == ["indikator-kosong: eselon-3.xlsx Program E3"]
    assert f"Kolom {filled}".casefold() in findings[0].message.replace('"', "").casefold()


def test_a_kegiatan_row_may_leave_its_measures_empty(tmp_path: Path) -> None:
    _, findings = read_sheet(
        tmp_path,
        "eselon-4",
        "Sub Kegiatan",
        """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target |
    | P1         | K1   | Kegiatan     | A    |         |           |        |
    | K1         | K2   | Sub Kegiatan | B    | C       | D         | 1      |
    """,
    )
    assert said(findings) == []


@pytest.mark.parametrize("typed", ["sub  kegiatan", "SUB KEGIATAN", " Sub Kegiatan "])
def test_a_choice_may_differ_in_case_and_spaces(tmp_path: Path, typed: str) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-4",
        "Sub Kegiatan",
        f"""
    | Kode Induk | Kode | Jenis   | Nama | Sasaran | Indikator | Target |
    | P1         | K1   | {typed} | A    | B       | C         | 1      |
    """,
    )
    assert column(tables, "jenis")[2] == "Sub Kegiatan"
    assert said(findings) == []


def test_a_misspelt_choice_names_the_right_one(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-2",
        "Sasaran",
        """
    | Kode Induk | Kode | Jenis     | Sasaran | Indikator | Target |
    |            | S1   | Pendukng  | NAIKNYA | A         | 1      |
    """,
    )
    assert said(findings) == ["pilihan-tidak-dikenal: eselon-2.xlsx Sasaran C2"]
    assert findings[0].cure == 'Pilih "Pendukung".'
    assert [piece for _, *piece in proposals(findings)[0]] == [["Pendukng", "Pendukung"]]
    assert tables.baris["rusak"][0]


def test_a_choice_like_no_other_names_them_all(tmp_path: Path) -> None:
    _, findings = read_sheet(
        tmp_path,
        "eselon-2",
        "Sasaran",
        """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target |
    |            | S1   | X     | NAIKNYA | A         | 1      |
    """,
    )
    assert findings[0].cure == 'Pilih "Utama" atau "Pendukung".'


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("`2022-01-10`", "kode-tanggal"),
        ("`08:30`", "kode-tanggal"),
        ("`1.1`", "kode-pecahan"),
        ("`1234567890123456789`", "kode-terlalu-panjang"),
        ("`True`", "isi-benar-salah"),
        ("`#REF!`", "sel-galat"),
        ("`=A1`", "rumus-tanpa-hasil"),
    ],
)
def test_a_code_that_cannot_be_read_marks_its_row(tmp_path: Path, cell: str, rule: str) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        f"""
    | Kode Induk | Kode   | Program | Sasaran Program | Indikator | Target |
    | S1         | {cell} | A       | B               | C         | 1      |
    """,
    )
    assert said(findings) == [f"{rule}: eselon-3.xlsx Program B2"]
    assert list(tables.baris["rusak"]) == [False, True, False]


def test_a_broken_cell_on_a_continued_row_leaves_its_code_alone(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |
    | S1         | P1   | A       | B               | C         | 1      |
    |            |      |         |                 | `#REF!`   | 2      |
    """,
    )
    assert said(findings) == ["sel-galat: eselon-3.xlsx Program E3"]
    assert list(tables.baris["rusak"]) == [False, False, False, False]


def test_one_fault_outside_the_keys_leaves_the_row_sound(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path,
        "eselon-3",
        "Program",
        """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target   |
    | S1         | P1   | A       | B               | C         | `#DIV/0!` |
    """,
    )
    assert said(findings) == ["sel-galat: eselon-3.xlsx Program F2"]
    assert not tables.baris["rusak"][1]


def test_a_plain_sheet_keeps_its_rows_with_their_places(tmp_path: Path) -> None:
    tables, findings = read_sheet(
        tmp_path, "keputusan", "Menimbang", "| Isi |\n| bahwa {tahun}; |\n| bahwa B; |"
    )
    first, second = tables.lembar["keputusan", "Menimbang"]
    assert (first.cells["isi"].text, first.cells["isi"].raw) == ("bahwa 2022;", "bahwa {tahun};")
    assert str(second.at("isi")) == ('keputusan.xlsx › lembar "Menimbang" › sel A3 (kolom "Isi")')
    assert said(findings) == []


def test_every_sheet_of_the_decree_is_a_key_even_without_its_book(tmp_path: Path) -> None:
    tables, _ = read_folder(tmp_path)
    assert tables.lembar["keputusan", "Menimbang"] == ()
    assert tables.baris.empty


def test_a_required_cell_of_a_plain_sheet(tmp_path: Path) -> None:
    _, findings = read_sheet(
        tmp_path,
        "keputusan",
        "Pengecualian",
        """
    | Kode   | Buku | Alasan |
    | DOK-07 |      |        |
    """,
    )
    assert said(findings) == ["sel-wajib-kosong: keputusan.xlsx Pengecualian C2"]
