"""Sheet Pengecualian: which findings an office may let stand, and what is said of its rows."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from generator.app.berkas import Berkas, read_folder
from generator.app.buat import make
from generator.app.outcome import DONE, MEND, Outcome
from generator.app.periksa import check
from generator.findings.finding import Diagnostic, Waived, finding, tally
from generator.report.json import to_json
from generator.report.terminal import print_findings, shown_waived
from generator.schema.keputusan import PENGECUALIAN
from generator.values import Place
from tests.support.outcomes import summary
from tests.support.sheets import said, write_folder

HEAD = "| Kode | Buku | Lembar | Isi Sel | Alasan |"
REASON = "Nomor diberikan kemudian."


def read(folder: Path, *rows: str, program: str | None = None) -> Berkas:
    """Read the good folder, which lacks Nomor and Tanggal (DOK-22, DOK-23), with these waivers."""
    changes = {"keputusan": {"Pengecualian": "\n".join([HEAD, *rows])}}
    if program:
        changes["eselon-3"] = {"Program": program}
    return read_folder(write_folder(folder, changes))


def names(findings: tuple[Diagnostic, ...]) -> list[str]:
    return [one.rule.name for one in findings]


def waived(reading: Berkas) -> list[tuple[str, str]]:
    return [(one.finding.rule.name, one.alasan) for one in reading.waived]


def test_a_code_alone_waives_the_finding_everywhere(tmp_path: Path) -> None:
    reading = read(tmp_path, f"| DOK-22 | | | | {REASON} |")
    assert waived(reading) == [("nomor-kosong", REASON)]
    assert "nomor-kosong" not in names(reading.findings)
    assert "tanggal-kosong" in names(reading.findings)


PROGRAM = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target   | Satuan |
    | S1         | P1   | Program A | Meningkatnya B  | Persen A  | `0.5`    | %      |
    | S1         | P2   | Program B | Meningkatnya C  | Persen B  | `0.4`    | %      |
"""
"""Two targets that may have lost their percent sign (SEL-47): 0,5 and 0,4."""


@pytest.mark.parametrize(
    ("row", "left"),
    [
        ("| SEL-47 | | | | Memang kecil. |", []),
        ("| sel-47 | eselon-3.xlsx | program | | Memang kecil. |", []),
        ("| SEL-47 | eselon-3 | | 0,5 | Memang kecil. |", ["F3"]),
        ("| SEL-47 | | Program | 0,4 | Memang kecil. |", ["F2"]),
    ],
)
def test_book_sheet_and_text_narrow_a_waiver_down(
    tmp_path: Path, row: str, left: list[str]
) -> None:
    reading = read(tmp_path, row, program=PROGRAM)
    doubts = [one for one in reading.findings if one.rule.code == "SEL-47"]
    assert [one.place.cell for one in doubts] == left
    assert len(doubts) + len(reading.waived) == 2


@pytest.mark.parametrize(
    "row",
    [
        "| SEL-47 | eselon-4.xlsx | | | Bukan di sana. |",
        "| SEL-47 | | Sasaran | | Bukan di sana. |",
        "| SEL-47 | | | 0,6 | Sudah berubah. |",
        "| DOK-26 | | | | Tidak pernah ada. |",
    ],
)
def test_a_waiver_that_matches_nothing_is_itself_found(tmp_path: Path, row: str) -> None:
    reading = read(tmp_path, row, program=PROGRAM)
    assert reading.waived == ()
    assert "pengecualian-tanpa-temuan: keputusan.xlsx Pengecualian A2" in said(reading.findings)


def test_while_something_is_salah_unmatched_waivers_are_not_judged(tmp_path: Path) -> None:
    """Some checks did not run then, and their findings may come back."""
    broken = PROGRAM.replace("S1 ", "S9 ")
    reading = read(tmp_path, "| DOK-26 | | | | Tidak pernah ada. |", program=broken)
    assert reading.exit_code == MEND
    assert "pengecualian-tanpa-temuan" not in names(reading.findings)


def test_what_is_salah_cannot_be_waived(tmp_path: Path) -> None:
    broken = PROGRAM.replace("`0.5`", "8 kira-kira")
    reading = read(tmp_path, "| SEL-02 | | | | Biarkan saja. |", program=broken)
    assert reading.exit_code == MEND
    assert reading.waived == ()
    assert {"target-bukan-angka", "pengecualian-salah"} <= set(names(reading.findings))


def test_a_code_that_does_not_exist_is_told(tmp_path: Path) -> None:
    reading = read(tmp_path, "| DOK22 | | | | Salah ketik. |")
    (told,) = [one for one in reading.findings if one.rule.name == "pengecualian-kode-asing"]
    assert (told.place.cell, told.message) == ("A2", '"DOK22" bukan kode temuan.')


def test_a_waiver_without_reason_waives_nothing(tmp_path: Path) -> None:
    reading = read(tmp_path, "| DOK-22 | | | | |")
    assert reading.waived == ()
    assert "sel-wajib-kosong: keputusan.xlsx Pengecualian E2" in said(reading.findings)


def test_text_is_compared_as_typed_with_its_placeholders(tmp_path: Path) -> None:
    menimbang = "| Isi |\n| a. bahwa tahun {tahun}; |"
    row = "| DOK-26 | | Menimbang | a. bahwa tahun {tahun}; | Sudah biasa. |"
    sheets = {"Menimbang": menimbang, "Pengecualian": f"{HEAD}\n{row}"}
    reading = read_folder(write_folder(tmp_path, {"keputusan": sheets}))
    assert waived(reading) == [("tanda-butir-dilepas", "Sudah biasa.")]


def test_the_decree_is_made_and_the_waived_are_counted(tmp_path: Path) -> None:
    read(tmp_path, f"| DOK-22 | | | | {REASON} |")
    checked, made = check(tmp_path), make(tmp_path, tmp_path / "output")
    assert (checked.exit_code, made.exit_code) == (DONE, DONE)
    assert summary(checked)[1] == tally(checked.findings, 1)
    assert summary(made)[1].endswith(" Dikecualikan: 1.")
    assert [one.alasan for one in checked.waived] == [REASON]


WAIVED = [Waived(finding("nomor-kosong", Place("keputusan.xlsx", "Identitas", 12, "B")), REASON)]


def test_the_waived_are_listed_last_with_their_reason() -> None:
    stream = io.StringIO()
    print_findings([finding("tanggal-kosong", Place("keputusan.xlsx"))], stream, WAIVED)
    assert stream.getvalue().splitlines()[1] == (
        '[DOK-22] Periksa: keputusan.xlsx › lembar "Identitas" › sel B12: dikecualikan '
        f"({REASON}): {WAIVED[0].finding.message}"
    )


def test_a_terminal_shows_the_waived_under_a_heading_of_their_own() -> None:
    class Terminal(io.StringIO):
        encoding = "utf-8"

        def isatty(self) -> bool:
            return True

    stream = Terminal()
    print_findings([], stream, WAIVED)
    assert "Dikecualikan (1)" in stream.getvalue()
    assert f"Alasan: {REASON}" in stream.getvalue()


def test_a_waived_catatan_shows_only_when_all_is_asked_for() -> None:
    note = Waived(finding("tanda-butir-dilepas", Place("keputusan.xlsx"), tanda="a."), "Biasa.")
    assert shown_waived([*WAIVED, note], False) == WAIVED
    assert shown_waived([*WAIVED, note], True) == [*WAIVED, note]


def test_json_keeps_the_waived_apart() -> None:
    told = json.loads(to_json(Outcome(waived=tuple(WAIVED))))
    assert told["temuan"] == []
    assert [(one["kode"], one["sel"], one["alasan"]) for one in told["dikecualikan"]] == [
        ("DOK-22", "B12", REASON)
    ]


def test_every_column_that_waives_is_one_of_the_sheet() -> None:
    assert [column.heading for column in PENGECUALIAN.columns] == [
        heading.strip() for heading in HEAD.strip("|").split("|")
    ]
