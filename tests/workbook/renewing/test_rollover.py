"""tahun-baru, book by book: what moves, what is emptied, what stays, what is listed."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from generator.findings.finding import Diagnostic
from generator.workbook.reading.books import read_books
from generator.workbook.reading.tables import make_tables
from generator.workbook.renewing.rollover import roll_over, year_of
from tests.support.paths import ROOT
from tests.support.sheets import IDENTITAS, Sheets, column, said, write_folder

EXAMPLE = ROOT / "input_templates" / "contoh-bkpsdm-2022"
PROGRAM_HEAD = "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Satuan |"


def rolled(
    folder: Path, kind: str, sheets: Sheets, old: str = "2022", new: str = "2023"
) -> tuple[Workbook, list[str]]:
    """Roll one book of the good folder over; return it opened, and what was said."""
    write_folder(folder, {kind: sheets})
    raw = next(book for book in read_books(folder)[0] if book.kind == kind)
    result = roll_over(raw, old, new)
    assert not isinstance(result, Diagnostic)
    content, findings = result
    (folder / f"{kind}.xlsx").write_bytes(content)
    return load_workbook(BytesIO(content)), said(findings)


def targets(folder: Path) -> tuple[list[object], list[object]]:
    """Return what the folder's books say now: targets, and those of last year."""
    tables = make_tables(read_books(folder)[0])[0]
    return column(tables, "target"), column(tables, "target_tahun_lalu")


def program(*rows: str, head: str = PROGRAM_HEAD) -> Sheets:
    return {"Program": "\n".join((head, *rows))}


def test_a_target_moves_into_the_column_that_the_book_lacks(tmp_path: Path) -> None:
    book, findings = rolled(
        tmp_path, "eselon-3", program("| S1 | P1 | Program A | Meningkatnya B | Jumlah | `120` | |")
    )

    assert [cell.value for cell in book["Program"][1]][-1] == "Target Tahun Lalu"
    assert [cell.value for cell in book["Program"][2]][-3:] == [None, None, 120]
    assert findings == []


PLANNED = PROGRAM_HEAD + " Target 2022 | Target 2023 | Target 2024 |"
PLANNED_NODE = "| S1 | P1 | Program A | Meningkatnya B | Jumlah | `120` | Orang |"


def test_the_new_target_is_that_of_the_plan_and_the_plan_stays(tmp_path: Path) -> None:
    row = f"{PLANNED_NODE} `121` | `0.0825 as 0.00%` | `140` |"

    book, findings = rolled(tmp_path, "eselon-3", program(row, head=PLANNED))

    cells = [cell.value for cell in book["Program"][2]]
    assert cells[5:] == [0.0825, "Orang", 121, 0.0825, 140, 120]
    assert book["Program"]["F2"].number_format == "0.00%"
    assert findings == []


def test_a_plan_is_taken_over_into_each_row_of_merged_cells(tmp_path: Path) -> None:
    rows = (f"{PLANNED_NODE} 1 | 130 | 3 |", "| | | | | Jumlah B | ^ | | 1 | ^ | 3 |")

    book, _ = rolled(tmp_path, "eselon-3", program(*rows, head=PLANNED))

    assert [book["Program"][f"F{row}"].value for row in (2, 3)] == ["130", "130"]
    assert [str(one) for one in book["Program"].merged_cells.ranges] == ["I2:I3"]


def test_the_result_of_a_formula_is_taken_over(tmp_path: Path) -> None:
    write_folder(tmp_path, {"eselon-3": program(f"{PLANNED_NODE} 1 | 2 | 3 |", head=PLANNED)})
    path = tmp_path / "eselon-3.xlsx"
    path.write_bytes(_with_stored_result(path, "I2"))
    raw = next(book for book in read_books(tmp_path)[0] if book.kind == "eselon-3")
    result = roll_over(raw, "2022", "2023")
    assert not isinstance(result, Diagnostic)
    sheet = load_workbook(BytesIO(result[0]))["Program"]
    assert (sheet["F2"].value, sheet["I2"].value) == (132, "=120*1.1")


def test_rows_without_a_plan_for_the_new_year_are_listed_once(tmp_path: Path) -> None:
    rows = (
        f"{PLANNED_NODE} 121 | 130 | 140 |",
        *(f"| | | | | Jumlah {n} | 5 | | 5 | {cell} | 7 |" for n, cell in enumerate(("", "-"))),
        "| | | | | Jumlah E | 5 | | 5 | 6 | 7 |",
        "| | | | | Jumlah F | 5 | | 5 | `#REF!` | 7 |",
    )
    write_folder(tmp_path, {"eselon-3": program(*rows, head=PLANNED)})
    raw = next(book for book in read_books(tmp_path)[0] if book.kind == "eselon-3")
    result = roll_over(raw, "2022", "2023")
    assert not isinstance(result, Diagnostic)
    (found,) = result[1]
    assert (found.rule.name, found.place.cell) == ("target-tanpa-rencana", "I3")
    assert found.message.startswith("Kolom Target 2023 kosong di baris 3–4, 6,")
    book = load_workbook(BytesIO(result[0]))["Program"]
    assert [book[f"F{row}"].value for row in range(2, 7)] == ["130", None, None, "6", None]


def test_a_plan_without_the_new_year_is_told_once(tmp_path: Path) -> None:
    rows = (f"{PLANNED_NODE} 1 | 2 | 3 |", "| | | | | Jumlah B | 5 | | 1 | 2 | 3 |")

    book, findings = rolled(tmp_path, "eselon-3", program(*rows, head=PLANNED), new="2025")

    assert findings == ["tahun-tanpa-rencana: eselon-3.xlsx Program"]
    assert book["Program"]["F2"].value is None


def test_a_sheet_that_plans_no_year_says_nothing_of_plans(tmp_path: Path) -> None:
    head = PROGRAM_HEAD + " Baseline |"
    _, findings = rolled(tmp_path, "eselon-3", program(f"{PLANNED_NODE} 100 |", head=head))
    assert findings == []


def test_a_target_goes_over_that_of_the_year_before(tmp_path: Path) -> None:
    head = PROGRAM_HEAD.replace("| Satuan |", "| Target Tahun Lalu | Satuan |")
    row = "| S1 | P1 | Program A | Meningkatnya B | Jumlah | 120 | 90 | Orang |"

    book, _ = rolled(tmp_path, "eselon-3", program(row, head=head))

    assert [cell.value for cell in book["Program"][2]][5:] == [None, "120", "Orang"]


def test_a_book_without_room_for_last_year_gets_it_on_every_sheet(tmp_path: Path) -> None:
    """As the first published books had none on sheet Kinerja Daerah."""
    daerah = """
    | Kode | Sasaran Daerah | Indikator | Target | Satuan |
    | D1   | Tata kelola    | Indeks RB | 72,5   | Indeks |
    """
    book, _ = rolled(tmp_path, "eselon-2", {"Kinerja Daerah": daerah})

    assert [cell.value for cell in book["Kinerja Daerah"][2]] == [
        *("D1", "Tata kelola", "Indeks RB", None, "Indeks", "72,5"),
    ]
    assert [cell.value for cell in book["Sasaran"][2]][5:] == [None, "%", "68"]


def test_headings_below_a_title_and_by_another_name_are_found(tmp_path: Path) -> None:
    program = """
    | Program 2022 |      |              |                 |                   |                |
    | Induk        | Kode | Nama Program | Sasaran Program | Indikator Kinerja | Target Kinerja |
    | S1           | P1   | Program A    | Meningkatnya B  | Jumlah            | 120            |
    """
    book, _ = rolled(tmp_path, "eselon-3", {"Program": program})

    sheet = book["Program"]
    assert (sheet["G2"].value, sheet["F3"].value, sheet["G3"].value) == (
        *("Target Tahun Lalu", None, "120"),
    )
    (area,) = sheet.conditional_formatting
    assert str(area.sqref).startswith("F3:F")


@pytest.mark.parametrize(
    ("typed", "satuan", "read"),
    [
        ("`0.082 as 0.0%`", "", "8,2%"),
        ("`8.2`", "%", "8,2%"),
        ("8,2%", "", "8,2%"),
        ("LEVEL 2", "", "LEVEL 2"),
        ("`1250 as #,##0`", "Orang", "1.250 Orang"),
        ("1:20", "(teks)", "1:20"),
    ],
)
def test_last_years_target_reads_as_it_did(
    tmp_path: Path, typed: str, satuan: str, read: str
) -> None:
    row = f"| S1 | P1 | Program A | Meningkatnya B | Persentase | {typed} | {satuan} |"

    rolled(tmp_path, "eselon-3", program(row))

    assert targets(tmp_path)[1][1] == read


def test_a_formula_is_carried_as_the_value_it_had(tmp_path: Path) -> None:
    write_folder(tmp_path)
    path = tmp_path / "eselon-3.xlsx"
    path.write_bytes(_with_stored_result(path))
    raw = next(book for book in read_books(tmp_path)[0] if book.kind == "eselon-3")

    result = roll_over(raw, "2022", "2023")

    assert not isinstance(result, Diagnostic)
    sheet = load_workbook(BytesIO(result[0]))["Program"]
    assert (sheet["F2"].value, sheet["H2"].value) == (None, 132)


def _with_stored_result(path: Path, cell: str = "F2") -> bytes:
    """Put a formula with its result into a cell, as Excel stores one."""
    book = load_workbook(path)
    book["Program"][cell] = "=120*1.1"
    book.save(path)
    buffer = BytesIO()
    with ZipFile(path) as source, ZipFile(buffer, "w") as target:
        for name in source.namelist():
            part = re.sub(rb"(</f>)<v ?(/>|></v>)", rb"\1<v>132</v>", source.read(name))
            target.writestr(name, part)
    return buffer.getvalue()


def test_an_empty_target_leaves_last_years_and_is_listed(tmp_path: Path) -> None:
    head = PROGRAM_HEAD.replace("| Satuan |", "| Target Tahun Lalu | Satuan |")
    row = "| S1 | P1 | Program A | Meningkatnya B | Jumlah | | 90 | Orang |"

    book, findings = rolled(tmp_path, "eselon-3", program(row, head=head))

    assert book["Program"]["G2"].value == "90"
    assert findings == ["target-lama-kosong: eselon-3.xlsx Program F2"]


def test_a_row_without_indikator_asks_for_no_target(tmp_path: Path) -> None:
    rows = """
    | Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan |
    | P1 | K1 | Kegiatan     | Kegiatan A | | | | |
    | K1 | K2 | Sub Kegiatan | Sub A | Meningkatnya C | Jumlah | 12 | Bulan |
    """
    _, findings = rolled(tmp_path, "eselon-4", {"Sub Kegiatan": rows})

    assert findings == []


def test_a_target_merged_over_rows_is_last_years_of_each(tmp_path: Path) -> None:
    book, _ = rolled(
        tmp_path,
        "eselon-3",
        program(
            "| S1 | P1 | Program A | Meningkatnya B | Jumlah  | 120 | Orang |",
            "|    |    |           |                | Jumlah2 | ^   | Orang |",
        ),
    )

    sheet = book["Program"]
    assert [sheet["H2"].value, sheet["H3"].value] == ["120", "120"]
    assert sheet["F2"].value is None


def test_rows_are_numbered_again_as_they_stand(tmp_path: Path) -> None:
    head = f"{PROGRAM_HEAD} Urutan Baris |"
    book, _ = rolled(
        tmp_path,
        "eselon-3",
        program(
            "| S1 | P1 | Program A | Meningkatnya B | Jumlah | 1 | Orang | `1` |",
            "|    |    |           |                | Nilai  | 2 | Orang |     |",
            "| S1 | P2 | Program B | Meningkatnya C | Indeks | 3 | Orang | `2` |",
            head=head,
        ),
    )

    assert [cell.value for cell in book["Program"]["H"][1:5]] == [1, 2, 3, 4]


def test_a_sheet_whose_rows_were_torn_keeps_its_numbers(tmp_path: Path) -> None:
    head = f"{PROGRAM_HEAD} Urutan Baris |"
    book, _ = rolled(
        tmp_path,
        "eselon-3",
        program(
            "| S1 | P1 | Program A | Meningkatnya B | Jumlah | 1 | Orang | `3` |",
            "| S1 | P2 | Program B | Meningkatnya C | Nilai  | 2 | Orang | `1` |",
            "|    |    |           |                | Indeks | 3 | Orang | `2` |",
            "|    |    |           |                | Skor   | 4 | Orang | `4` |",
            head=head,
        ),
    )

    assert [cell.value for cell in book["Program"]["H"][1:]] == [3, 1, 2, 4]


def test_empty_targets_are_coloured_until_they_are_filled(tmp_path: Path) -> None:
    row = "| S1 | P1 | Program A | Meningkatnya B | Jumlah | 120 | Orang |"
    book, _ = rolled(tmp_path, "eselon-3", program(row))
    (area,) = book["Program"].conditional_formatting

    assert str(area.sqref).startswith("F2:F")
    assert [rule.formula for rule in area.rules] == [["AND(LEN($E2)>0,LEN($F2)=0)"]]
    assert area.rules[0].dxf.fill.bgColor.rgb.endswith("FFF2CC")


def test_the_colour_comes_before_the_rules_that_the_book_has() -> None:
    raw = next(book for book in read_books(EXAMPLE)[0] if book.kind == "eselon-3")

    result = roll_over(raw, "2022", "2023")

    assert not isinstance(result, Diagnostic)
    areas = load_workbook(BytesIO(result[0]))["Program"].conditional_formatting
    rules = [(str(area.sqref)[:3], rule.priority) for area in areas for rule in area.rules]
    assert rules == [("F2:", 1), ("A2:", 2)]


def test_the_colour_is_laid_once_however_many_years_go_by(tmp_path: Path) -> None:
    row = "| S1 | P1 | Program A | Meningkatnya B | Jumlah | 120 | Orang |"
    rolled(tmp_path, "eselon-3", program(row))
    raw = next(book for book in read_books(tmp_path)[0] if book.kind == "eselon-3")

    again = roll_over(raw, "2023", "2024")

    assert not isinstance(again, Diagnostic)
    sheet = load_workbook(BytesIO(again[0]))["Program"]
    assert [len(area.rules) for area in sheet.conditional_formatting] == [1]


def test_year_changes_and_nomor_and_tanggal_are_emptied(tmp_path: Path) -> None:
    identitas = f"""{IDENTITAS}
    | Nomor   | 188/12/2022    |
    | Tanggal | 3 Januari 2022 |
    """
    book, findings = rolled(tmp_path, "keputusan", {"Identitas": identitas})

    entries = {row[0].value: row[1].value for row in book["Identitas"].iter_rows()}
    assert (entries["Tahun"], entries["Nomor"], entries["Tanggal"]) == ("2023", None, None)
    assert entries["Tempat"] == "Kuala Tungkal"
    assert findings == []


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("bahwa untuk tahun 2022 perlu;", True),
        ("bahwa untuk tahun {tahun} perlu;", False),
        ("bahwa RPJMD 2021-2026;", False),
        ("bahwa RPJMD 2022-2026;", True),
        ("Peraturan Bupati Nomor 12 Tahun 2022 tentang A;", False),
        ("Undang-Undang Nomor 1 Tahun 2022 (Lembaran Negara Tahun 2022 Nomor 4);", False),
        ("Peraturan Bupati Nomor 12 Tahun 2022 tentang Rencana Kerja Tahun 2022;", True),
        ("berkas 120220;", False),
    ],
)
def test_texts_that_name_the_old_year_are_listed(tmp_path: Path, text: str, listed: bool) -> None:
    _, findings = rolled(tmp_path, "keputusan", {"Menimbang": f"| Isi |\n| {text} |"})

    assert findings == (["menyebut-tahun-lama: keputusan.xlsx Menimbang A2"] if listed else [])


def test_everything_else_stays_where_it_is(tmp_path: Path) -> None:
    """Own columns and sheets, order, parents, exceptions and regulations."""
    sheets = {
        "Pengecualian": """
            | Kode   | Buku | Lembar | Isi Sel | Alasan |
            | SEL-02 |      |        | 2022    | Benar  |
        """,
        "Peraturan": "| Jenis | Nomor | Tahun | Nama |\n| Perda | 5 | 2022 | Pembentukan |",
        "Coretan": "| Catatan kita |\n| jangan hilang |",
    }
    book, findings = rolled(tmp_path, "keputusan", sheets)

    assert [cell.value for cell in book["Pengecualian"][2]] == [
        "SEL-02", None, None, "2022", "Benar",
    ]  # fmt: skip
    assert [cell.value for cell in book["Peraturan"][2]] == ["Perda", "5", "2022", "Pembentukan"]
    assert book["Coretan"]["A2"].value == "jangan hilang"
    assert findings == []


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    write_folder(tmp_path)
    for raw in read_books(tmp_path)[0]:
        first, second = (roll_over(raw, "2022", "2023") for _ in range(2))
        assert first == second


def test_a_book_that_broke_since_it_was_read_is_told(tmp_path: Path) -> None:
    write_folder(tmp_path)
    raw = read_books(tmp_path)[0][0]
    raw.path.write_bytes(b"PK rusak")

    result = roll_over(raw, "2022", "2023")

    assert isinstance(result, Diagnostic)
    assert result.rule.name == "buku-tidak-terbawa"


def test_the_year_of_books_is_that_of_identitas(tmp_path: Path) -> None:
    assert year_of(read_books(write_folder(tmp_path))[0]) == "2022"


def test_books_without_a_year_have_none(tmp_path: Path) -> None:
    identitas = IDENTITAS.replace("| 2022  ", "|       ")
    write_folder(tmp_path, {"keputusan": {"Identitas": identitas}})

    assert year_of(read_books(tmp_path)[0]) is None
