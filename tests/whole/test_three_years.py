"""The 2022 example carried through two more years, each compared with the one before."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.app.bandingkan import compare_years
from generator.app.berkas import read_folder
from generator.app.buat import make
from generator.app.outcome import DONE
from generator.app.tahun_baru import begin_year
from generator.app.template import write_example
from generator.cascade.model import Jenis
from generator.contoh.fill import BKPSDM_2022
from generator.revision.compare.years import ComparisonLine, Perubahan
from tests.support.outcomes import compared

_TREE = {"eselon-2": "Sasaran", "eselon-3": "Program", "eselon-4": "Sub Kegiatan"}


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The working folders of three years, each made into a decree in `hasil`."""
    root = tmp_path_factory.mktemp("sk")
    folders = {year: root / f"berkas {year}" for year in ("2022", "2023", "2024")}
    write_example(folders["2022"], BKPSDM_2022)
    for old, new in (("2022", "2023"), ("2023", "2024")):
        assert begin_year(folders[old], new).exit_code == DONE
        fill_targets(folders[new])
        if new == "2023":
            change_2023(folders[new])
    for year, folder in folders.items():
        assert make(folder, root / "hasil" / year).exit_code == DONE
    return folders


def fill_targets(folder: Path) -> None:
    """Enter each target anew: numbers a tenth higher, all others as last year."""
    for kind, name in _TREE.items():
        with edited(folder / f"{kind}.xlsx", name) as rows:
            for row in rows:
                old = row["Target Tahun Lalu"]
                number = isinstance(old.value, int | float)
                row["Target"].value = round(old.value * 1.1, 6) if number else old.value
                row["Target"].number_format = "General"
                if "%" in old.number_format:
                    row["Target"].number_format = "0.00%"


def change_2023(folder: Path) -> None:
    """Let K4 go, hang K3 under another program, rename K5, and add K99."""
    with edited(folder / "eselon-4.xlsx", "Sub Kegiatan") as rows:
        by_code = {row["Kode"].value: row for row in rows if row["Kode"].value}
        by_code["K3"]["Kode Induk"].value = "P2"
        by_code["K5"]["Nama"].value = "Pembinaan Jabatan Fungsional"
        gone = by_code["K4"]
        for heading, value in (
            ("Kode", "K99"),
            ("Nama", "Penilaian Kinerja ASN"),
            ("Sasaran", "Meningkatnya Kinerja ASN"),
            ("Indikator", "Jumlah Dokumen Penilaian Kinerja"),
            ("Target", 7),
            ("Satuan", "Dokumen"),
            ("Target Tahun Lalu", None),
        ):
            gone[heading].value = value


class edited:  # noqa: N801 - reads as a verb where it is used
    """The rows of a sheet as heading → cell, the book saved afterwards."""

    def __init__(self, path: Path, name: str) -> None:
        self.path, self.name = path, name

    def __enter__(self) -> list[dict[str, Any]]:
        self.book = load_workbook(self.path)
        rows = list(self.book[self.name].iter_rows())
        headings = [str(cell.value) for cell in rows[0]]
        made = [dict(zip(headings, row, strict=True)) for row in rows[1:]]
        return [row for row in made if row["Indikator"].value]

    def __exit__(self, *_: object) -> None:
        self.book.save(self.path)


def between(years: dict[str, Path], old: str, new: str) -> tuple[ComparisonLine, ...]:
    outcome = compare_years(years[old], years[new])
    lines = compared(outcome)
    assert (outcome.exit_code, outcome.findings) == (DONE, ())
    return lines


def changes(lines: tuple[ComparisonLine, ...]) -> list[tuple[str, str, str, str]]:
    """Return all that is not a target of both years."""
    kept = (Perubahan.TARGET, Perubahan.TETAP)
    return [
        (line.kode, line.perubahan.value, line.lama, line.baru)
        for line in lines
        if line.perubahan not in kept
    ]


def test_2022_to_2023_says_what_was_done(years: dict[str, Path]) -> None:
    assert changes(between(years, "2022", "2023")) == [
        ("K3", "pindah induk", "P1 Meningkatnya Pengembangan Kompetensi ASN",
         "P2 Meningkatnya Manajemen Kepegawaian"),
        ("K99", "ditambahkan", "", "Penilaian Kinerja ASN"),
        ("K99", "ditambahkan", "", "7 Dokumen"),
        ("K5", "nama berganti", "Pembinaan Jabatan Fungsional ASN",
         "Pembinaan Jabatan Fungsional"),
        ("K4", "dihapus", "Pengelolaan Promosi ASN", ""),
        ("K4", "dihapus", "20 Orang", ""),
    ]  # fmt: skip


def test_2023_to_2024_has_new_targets_alone(years: dict[str, Path]) -> None:
    lines = between(years, "2023", "2024")

    assert changes(lines) == []
    assert len([line for line in lines if line.ukuran]) == 49


@pytest.mark.parametrize(("old", "new"), [("2022", "2023"), ("2023", "2024")])
def test_each_number_rose_by_a_tenth(years: dict[str, Path], old: str, new: str) -> None:
    changed = [line for line in between(years, old, new) if line.perubahan is Perubahan.TARGET]
    parts = [line.ukuran.bagian for line in changed if line.ukuran and line.ukuran.bagian]

    assert len(parts) == len(changed) > 40
    assert {round(part, 1) for part in parts} == {Decimal("0.1")}


def test_a_target_is_told_with_its_difference(years: dict[str, Path]) -> None:
    line = next(
        line
        for line in between(years, "2022", "2023")
        if line.hal == "Jumlah Aparatur yang mengikuti Diklat Perjenjangan"
    )

    assert (line.jenis, line.lama, line.baru) == (Jenis.SUB_KEGIATAN, "9 Orang", "9,9 Orang")
    assert line.ukuran is not None
    assert (line.ukuran.selisih, line.ukuran.bagian) == (Decimal("0.9"), Decimal("0.1"))


@pytest.mark.parametrize(("old", "new"), [("2022", "2023"), ("2023", "2024")])
def test_the_decrees_say_what_the_books_say(years: dict[str, Path], old: str, new: str) -> None:
    decrees = {
        year: next((folder.parent / "hasil" / year).glob("*.docx"))
        for year, folder in years.items()
    }

    outcome = compare_years(decrees[old], decrees[new])
    lines = compared(outcome)

    assert outcome.exit_code == DONE
    assert [_said(line) for line in lines] == [_said(line) for line in between(years, old, new)]


def _said(line: ComparisonLine) -> tuple[object, ...]:
    pair = line.ukuran
    return (
        *(line.jenis, line.kode, line.perubahan, line.hal, line.lama, line.baru),
        *((pair.selisih, pair.bagian) if pair else ()),
    )


@pytest.mark.parametrize(("old", "new"), [("2022", "2023"), ("2023", "2024")])
def test_last_years_targets_are_those_of_last_year(
    years: dict[str, Path], old: str, new: str
) -> None:
    def targets(year: str, last: bool) -> dict[tuple[str, str], str]:
        found = {
            (node.kode, one.teks.text): one.target_tahun_lalu if last else one.target
            for node in read_folder(years[year]).cascade.walk()
            for one in node.indikator
        }
        return {key: target.isian.text for key, target in found.items() if target}

    before, now = targets(old, last=False), targets(new, last=True)
    gone = {key for key in before if key[0] == "K4"} if new == "2023" else set()

    assert now == {key: text for key, text in before.items() if key not in gone}
