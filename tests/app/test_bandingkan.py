"""bandingkan: folders and decrees, in any pairing, and what it writes."""

from __future__ import annotations

from io import BytesIO, StringIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from generator.app.bandingkan import compare_years
from generator.app.buat import make
from generator.app.outcome import DONE, MEND, Outcome
from generator.report.comparison import print_lines
from generator.revision.compare.years import ComparisonLine, Perubahan
from tests.support.copies import mend_copy
from tests.support.outcomes import compared, summary
from tests.support.sheets import IDENTITAS, PROGRAM, SASARAN, SUB_KEGIATAN, write_folder
from tests.support.soffice import convert
from tests.support.validators import sdk_validate

NEXT = {
    "keputusan": {"Identitas": IDENTITAS.replace("| 2022  ", "| 2023  ")},
    "eselon-3": {"Program": PROGRAM.replace("| 120    |", "| 150    |")},
    "eselon-4": {
        "Sub Kegiatan": f"{SUB_KEGIATAN.rstrip()}\n| P1 | K2 | Sub Kegiatan | Kegiatan B |"
        " Meningkatnya D | Nilai | 80 | Nilai |"
    },
}
CHANGED = [
    "Program | P1 | target berubah | Jumlah | 120 Orang | 150 Orang | +30 Orang (+25%)",
    "Sub Kegiatan | K2 | ditambahkan |  |  | Kegiatan B | ",
    "Sub Kegiatan | K2 | ditambahkan | Nilai |  | 80 Nilai | ",
]


@pytest.fixture
def lama(tmp_path: Path) -> Path:
    folder = tmp_path / "2022"
    folder.mkdir()
    return write_folder(folder)


@pytest.fixture
def baru(tmp_path: Path) -> Path:
    folder = tmp_path / "2023"
    folder.mkdir()
    return write_folder(folder, NEXT)


def decree(folder: Path) -> Path:
    """Return the decree of a folder, made beside it."""
    output = folder.with_name(f"hasil-{folder.name}")
    assert make(folder, output).exit_code == DONE
    return next(output.glob("*.docx"))


def printed(lines: tuple[ComparisonLine, ...]) -> list[str]:
    stream = StringIO()
    print_lines([line for line in lines if line.perubahan is not Perubahan.TETAP], stream)
    return stream.getvalue().splitlines()


def told(outcome: Outcome) -> list[str]:
    return [one.rule.name for one in outcome.findings]


def test_two_folders(lama: Path, baru: Path) -> None:
    outcome = compare_years(lama, baru)
    lines = compared(outcome)

    assert (outcome.exit_code, told(outcome)) == (DONE, [])
    assert printed(lines) == CHANGED
    assert summary(outcome) == (
        "Dibandingkan: 2022 dengan 2023.",
        "Isi pohon: 1 ditambahkan, 0 dihapus, 0 pindah induk, 0 berganti bunyi.",
        "Target: 1 naik, 0 turun, 2 tetap, 0 berubah tanpa selisih angka, 1 ditambahkan, "
        "0 dihapus.",
    )


def test_a_decree_says_what_its_folder_says(lama: Path, baru: Path) -> None:
    old, new = decree(lama), decree(baru)

    between_folders = compared(compare_years(lama, baru))

    assert [str(line) for line in compared(compare_years(old, new))] == [
        str(line) for line in between_folders
    ]
    assert printed(compared(compare_years(lama, new))) == CHANGED
    assert printed(compared(compare_years(old, baru))) == CHANGED


def test_an_edited_decree_is_compared_as_it_reads_now(lama: Path, baru: Path) -> None:
    path = decree(baru)
    document = Document(str(path))
    cell = next(
        paragraph
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        if paragraph.text == "150 Orang"
    )
    cell.runs[0].text = "160 Orang"
    document.save(str(path))

    outcome = compare_years(lama, path)
    lines = compared(outcome)

    assert told(outcome) == []
    assert printed(lines)[0] == (
        "Program | P1 | target berubah | Jumlah | 120 Orang | 160 Orang | +40 Orang (+33,3%)"
    )


def test_rows_that_people_added_are_not_in_the_table_and_are_told(lama: Path, baru: Path) -> None:
    path = decree(baru)
    document = Document(str(path))
    document.add_paragraph("Tambahan bagian hukum")
    document.save(str(path))

    assert told(compare_years(lama, path)) == ["baris-tidak-dibandingkan"]


def test_another_agency_is_told(lama: Path, baru: Path) -> None:
    identitas = NEXT["keputusan"]["Identitas"].replace("Badan Kepegawaian  ", "Dinas Kesehatan")
    write_folder(baru, {**NEXT, "keputusan": {"Identitas": identitas}})

    assert told(compare_years(lama, baru)) == ["perangkat-daerah-berbeda"]


def test_a_copy_mended_instead_of_its_book_is_told(lama: Path, baru: Path) -> None:
    mend_copy(baru)

    outcome = compare_years(lama, baru)

    assert [str(one.place) for one in outcome.findings] == [
        "2023/hasil-periksa/eselon-2 (daftar baru).xlsx"
    ]


def test_a_folder_with_faults_is_not_compared(lama: Path, baru: Path) -> None:
    (baru / "eselon-3.xlsx").unlink()

    outcome = compare_years(lama, baru)
    lines = compared(outcome)

    assert (outcome.exit_code, lines) == (MEND, ())
    assert [str(one.place) for one in outcome.findings] == ["2023/eselon-3.xlsx"]
    assert told(outcome) == ["buku-tidak-ada"]


def unstamped() -> bytes:
    buffer = BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (None, "berkas-tidak-terbuka"),
        (b"%PDF-1.7", "bukan-dokumen-word"),
        (unstamped(), "keputusan-tanpa-stempel"),
    ],
)
def test_a_file_that_is_no_decree_of_ours_is_told(
    lama: Path, tmp_path: Path, content: bytes | None, rule: str
) -> None:
    path = tmp_path / "keputusan.docx"
    if content is not None:
        path.write_bytes(content)

    outcome = compare_years(path, lama)
    lines = compared(outcome)

    assert (outcome.exit_code, told(outcome), lines) == (MEND, [rule], ())


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (b"<head>", b"<head>?", "stempel-rusak"),
        (b' format="1"', b' format="9"', "stempel-lebih-baru"),
    ],
)
def test_a_stamp_that_cannot_be_read_is_told(lama: Path, old: bytes, new: bytes, rule: str) -> None:
    from generator.opc.parts import read_parts, to_bytes

    path = decree(lama)
    parts = {
        name: part.replace(old, new) if name.startswith("customXml/item") else part
        for name, part in read_parts(path).items()
    }
    path.write_bytes(to_bytes(parts))

    assert told(compare_years(path, lama)) == [rule]


def test_the_workbook_lists_changes_and_targets(lama: Path, baru: Path, tmp_path: Path) -> None:
    path = tmp_path / "beda.xlsx"

    outcome = compare_years(lama, baru, xlsx=path)

    assert summary(outcome)[-1] == f"Perbandingan ditulis: {path}"
    book = load_workbook(path)
    assert book.sheetnames == ["Perubahan", "Target", "Grafik"]
    assert [row[:3] for row in book["Perubahan"].iter_rows(min_row=2, values_only=True)] == [
        ("Sub Kegiatan", "K2", "ditambahkan"),
        ("Sub Kegiatan", "K2", "ditambahkan"),
    ]
    rows = {row[1]: row[2:] for row in book["Target"].iter_rows(values_only=True)}
    assert rows["Kode"] == (
        *("Indikator", "Target 2022", "Target 2023"),
        *("Selisih", "Perubahan (%)", "Keterangan"),
    )
    assert rows["P1"] == ("Jumlah", "120 Orang", "150 Orang", 30, 0.25, "target berubah")


def test_the_workbook_has_a_chart_for_each_sasaran(lama: Path, baru: Path, tmp_path: Path) -> None:
    compare_years(lama, baru, xlsx=tmp_path / "beda.xlsx")

    sheet = load_workbook(tmp_path / "beda.xlsx")["Grafik"]
    charts = sheet._charts  # type: ignore[attr-defined]
    assert len(charts) == 1
    assert [row[:4] for row in sheet.iter_rows(min_row=4, max_row=6, values_only=True)] == [
        ("S1", "Persentase", 100, 100),
        ("P1", "Jumlah", 100, 125),
        ("K1", "Jumlah", 100, 100),
    ]


PLAN = ("| Satuan |", "| Satuan | Baseline | Target 2022 | Target 2023 | Target 2024 |")
PLANNED_SASARAN = SASARAN.replace(*PLAN).replace("| %      |", "| % | 60 | 65 | 70 | `75.5` |")
PLANNED_UNIT = SUB_KEGIATAN.replace(*PLAN).replace("| Bulan  |", "| Bulan | | A | 12 | |")


def with_plan(folder: Path, changes: dict[str, dict[str, str]], lampiran: str = "") -> Path:
    identitas = changes.get("keputusan", {"Identitas": IDENTITAS})["Identitas"].rstrip()
    asked = f"{identitas}\n| Lampiran | {lampiran} |\n| Target Renstra di Matriks | Ya |"
    sheets = {
        **changes,
        "eselon-2": {"Sasaran": PLANNED_SASARAN},
        "eselon-4": {"Sub Kegiatan": PLANNED_UNIT},
    }
    return write_folder(folder, {**sheets, "keputusan": {"Identitas": asked}})


@pytest.mark.parametrize("of", ["folder", "decree"])
def test_the_workbook_lays_the_plan_beside_the_targets(
    lama: Path, baru: Path, tmp_path: Path, of: str
) -> None:
    new = with_plan(baru, NEXT, "matriks")
    path = tmp_path / "beda.xlsx"

    compare_years(lama, decree(new) if of == "decree" else new, xlsx=path)

    rows = list(load_workbook(path)["Rencana"].iter_rows(min_col=2, values_only=True))
    assert rows == [
        (
            *("Kode", "Indikator", "Satuan", "Baseline"),
            *("Rencana 2022", "Rencana 2023", "Rencana 2024"),
            *("Target 2022", "Target 2023", "Selisih"),
        ),
        ("S1", "Persentase", "%", 60, 65, 70, 75.5, 68, 68, -2),
        ("K1", "Jumlah", "Bulan", None, "A", 12, None, 12, 12, 0),
    ]


def test_the_plan_of_the_earlier_year_stands_in_for_one_that_is_gone(
    lama: Path, baru: Path, tmp_path: Path
) -> None:
    compare_years(with_plan(lama, {}), baru, xlsx=tmp_path / "beda.xlsx")

    assert load_workbook(tmp_path / "beda.xlsx")["Rencana"]["I2"].value == 68


def test_each_planned_indikator_above_the_kegiatan_has_its_lines(
    lama: Path, baru: Path, tmp_path: Path
) -> None:
    compare_years(lama, with_plan(baru, NEXT), xlsx=tmp_path / "beda.xlsx")

    sheet = load_workbook(tmp_path / "beda.xlsx")["Grafik Rencana"]
    assert list(sheet.iter_rows(min_row=2, max_row=6, values_only=True)) == [
        ("S1", "Persentase", None, None),
        (None, "Baseline", 60, None),
        (None, "2022", 65, 68),
        (None, "2023", 70, 68),
        (None, "2024", 75.5, None),
    ]
    (chart,) = sheet._charts  # type: ignore[attr-defined]
    plan, target = chart.series
    assert (plan.graphicalProperties.line.dashStyle, plan.marker.symbol) == ("dash", "circle")
    assert (target.graphicalProperties.line.dashStyle, target.marker.symbol) == ("solid", "square")
    assert chart.y_axis.scaling.min == 50


def test_years_without_a_plan_have_no_sheet_for_one(lama: Path, baru: Path, tmp_path: Path) -> None:
    compare_years(lama, baru, xlsx=tmp_path / "beda.xlsx")

    assert not {"Rencana", "Grafik Rencana"} & {*load_workbook(tmp_path / "beda.xlsx").sheetnames}


def test_text_in_the_workbook_stays_text(lama: Path, baru: Path, tmp_path: Path) -> None:
    program = PROGRAM.replace("Program A", '=HYPERLINK("A")')
    write_folder(baru, {**NEXT, "eselon-3": {"Program": program}})

    compare_years(lama, baru, xlsx=tmp_path / "beda.xlsx")

    cell = load_workbook(tmp_path / "beda.xlsx")["Perubahan"]["F2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("A")', "s")


def test_the_same_comparison_gives_the_same_bytes(lama: Path, baru: Path, tmp_path: Path) -> None:
    for name in ("satu.xlsx", "dua.xlsx"):
        compare_years(lama, baru, xlsx=tmp_path / name)

    assert (tmp_path / "satu.xlsx").read_bytes() == (tmp_path / "dua.xlsx").read_bytes()


def test_nothing_is_overwritten(lama: Path, baru: Path, tmp_path: Path) -> None:
    (tmp_path / "beda.xlsx").write_text("catatan saya")

    outcome = compare_years(lama, baru, xlsx=tmp_path / "beda.xlsx")

    assert (tmp_path / "beda.xlsx").read_text() == "catatan saya"
    assert summary(outcome)[-1] == f"Perbandingan ditulis: {tmp_path / 'beda (2).xlsx'}"


@pytest.mark.requires("soffice")
def test_libreoffice_opens_the_workbook(lama: Path, baru: Path, tmp_path: Path) -> None:
    compare_years(lama, baru, xlsx=tmp_path / "beda.xlsx")

    assert convert(tmp_path / "beda.xlsx", "pdf", tmp_path).stat().st_size > 0


def test_without_the_extra_a_redline_is_a_message(
    lama: Path, baru: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "python_redlines", None)

    outcome = compare_years(lama, baru, word=tmp_path / "beda.docx")
    lines = compared(outcome)

    assert (outcome.exit_code, told(outcome)) == (MEND, ["redline-tidak-terpasang"])
    assert printed(lines) == CHANGED
    assert not (tmp_path / "beda.docx").exists()


@pytest.mark.requires("redline")
def test_a_redline_tracks_the_whole_decree(lama: Path, baru: Path, tmp_path: Path) -> None:
    path = tmp_path / "beda.docx"

    outcome = compare_years(lama, baru, word=path)

    assert (outcome.exit_code, told(outcome)) == (DONE, [])
    inserted, deleted = tracked(path, "ins", "t"), tracked(path, "del", "delText")
    assert {"2023", "150"} <= set(inserted.split())
    assert {"2022", "120"} <= set(deleted.split())
    assert "Kegiatan B" in inserted


@pytest.mark.requires("redline")
def test_a_comparing_program_that_stops_is_told(
    lama: Path, baru: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from python_redlines import DocxodusEngine

    monkeypatch.setattr(DocxodusEngine, "_build_command", lambda *_, **__: ["false"])

    outcome = compare_years(lama, baru, word=tmp_path / "beda.docx")

    assert (outcome.exit_code, told(outcome)) == (MEND, ["redline-gagal"])
    assert not (tmp_path / "beda.docx").exists()


@pytest.mark.requires("redline")
def test_a_redline_without_a_date_says_none(lama: Path, baru: Path, tmp_path: Path) -> None:
    compare_years(lama, baru, word=tmp_path / "beda.docx")

    assert dates(tmp_path / "beda.docx") == set()


@pytest.mark.requires("redline")
def test_a_redline_has_the_date_of_the_new_decree(lama: Path, baru: Path, tmp_path: Path) -> None:
    identitas = f"{NEXT['keputusan']['Identitas'].rstrip()}\n| Tanggal | 3 Januari 2023 |"
    write_folder(baru, {**NEXT, "keputusan": {"Identitas": identitas}})

    compare_years(lama, baru, word=tmp_path / "beda.docx")

    assert dates(tmp_path / "beda.docx") == {"2023-01-03T00:00:00Z"}


@pytest.mark.requires("redline", "sdk")
def test_a_redline_is_sound(lama: Path, baru: Path, tmp_path: Path) -> None:
    compare_years(lama, baru, word=tmp_path / "beda.docx")

    assert sdk_validate([tmp_path / "beda.docx"]) == []


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tracked(path: Path, change: str, text: str) -> str:
    root = Document(str(path)).element
    return " ".join(
        one.text or "" for mark in root.iter(f"{W}{change}") for one in mark.iter(f"{W}{text}")
    )


def dates(path: Path) -> set[str]:
    root = Document(str(path)).element
    return {value for one in root.iter() if (value := one.get(f"{W}date"))}
