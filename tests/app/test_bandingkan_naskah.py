"""bandingkan: what changed in the decree before its annex, in folders and in Word files."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from generator.app.bandingkan import compare_years
from generator.app.buat import make
from tests.revision.hands import paragraph
from tests.revision.offices import Office
from tests.support.outcomes import compared, summary
from tests.support.sheets import write_folder

APARATUR, DAERAH, DESA = LAWS = [
    f"Undang-Undang tentang {name};" for name in ("Aparatur", "Daerah", "Desa")
]
KOTA = "Peraturan Bupati mengenai kota;"
CHANGED = Office(
    tahun="2023",
    mengingat=[DESA, APARATUR, KOTA],
    menimbang=["bahwa kinerja satu perlu ditata ulang;", "bahwa kinerja dua perlu ditata;"],
    penandatangan="NAMA PENGGANTI",
)
WANTED = [
    (
        *("Menimbang", "1", "bunyi berganti"),
        *("bahwa kinerja satu perlu ditata;", "bahwa kinerja satu perlu ditata ulang;", ""),
    ),
    ("Mengingat", "2", "pindah urutan", "nomor 1", "nomor 2", APARATUR),
    ("Mengingat", "3", "ditambahkan", "", KOTA, ""),
    ("Mengingat", "2", "dihapus", DAERAH, "", ""),
    ("Penandatangan", "", "bunyi berganti", "NAMA PEJABAT", "NAMA PENGGANTI", "Nama"),
]


def folder(path: Path, office: Office) -> Path:
    path.mkdir()
    return write_folder(path, office.sheets())


def decree(path: Path) -> Path:
    make(path, path / "hasil")
    return next((path / "hasil").glob("*.docx"))


def naskah(lama: Path, baru: Path) -> list[tuple[str, ...]]:
    return [
        (one.jenis.tingkat, one.kode, one.perubahan.value, one.lama, one.baru, one.hal)
        for one in compared(compare_years(lama, baru))
        if one.jenis.tingkat in ("Menimbang", "Mengingat", "Diktum", "Tembusan", "Penandatangan")
    ]


@pytest.fixture
def lama(tmp_path: Path) -> Path:
    return folder(tmp_path / "lama", Office(mengingat=LAWS))


@pytest.fixture
def baru(tmp_path: Path) -> Path:
    return folder(tmp_path / "baru", CHANGED)


def test_items_and_who_signs_are_compared_and_the_year_is_no_change(lama: Path, baru: Path) -> None:
    assert naskah(lama, baru) == WANTED
    assert "Naskah: 5 perubahan butir dan penandatangan." in summary(compare_years(lama, baru))


def test_a_word_file_says_what_its_folder_says(lama: Path, baru: Path) -> None:
    old, new = decree(lama), decree(baru)
    assert naskah(old, new) == naskah(lama, new) == WANTED
    assert naskah(old, lama) == []


def test_an_item_that_people_deleted_is_gone(lama: Path) -> None:
    path = decree(lama)
    document = Document(str(path))
    one = paragraph(document.element.body, DAERAH)
    one.getparent().remove(one)
    document.save(str(path))
    assert naskah(lama, path) == [("Mengingat", "2", "dihapus", DAERAH, "", "")]


def test_the_workbook_lists_them_too(lama: Path, baru: Path, tmp_path: Path) -> None:
    compare_years(lama, baru, xlsx=tmp_path / "beda.xlsx")
    rows = load_workbook(tmp_path / "beda.xlsx")["Perubahan"].iter_rows(min_row=2, values_only=True)
    assert [row[0] for row in rows][: len(WANTED)] == [one[0] for one in WANTED]


def test_two_folders_of_one_year_are_headed_old_and_new(lama: Path, tmp_path: Path) -> None:
    other = folder(tmp_path / "lain", Office(mengingat=LAWS[:2]))
    outcome = compare_years(lama, other, xlsx=tmp_path / "beda.xlsx")
    assert "Dibandingkan: lama dengan baru." in summary(outcome)
    heads = next(load_workbook(tmp_path / "beda.xlsx")["Target"].iter_rows(values_only=True))
    assert heads[3:5] == ("Target lama", "Target baru")
