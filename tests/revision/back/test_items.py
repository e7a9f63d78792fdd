"""Items that people added, deleted, split and moved in Word, proposed as rows of their sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from openpyxl import load_workbook

from generator.app.buat import make
from generator.app.outcome import Outcome
from generator.app.usulan_balik import bring_back
from tests.revision.hands import paragraph
from tests.revision.offices import Office
from tests.support.sheets import write_folder
from tests.support.tracked import line

APARATUR, DAERAH, DESA = LAWS = [
    f"Undang-Undang tentang {name};" for name in ("Aparatur", "Daerah", "Desa")
]
KOTA = "Undang-Undang tentang Kota;"
DIKTUM = [
    "Cascading Tahun {tahun} tercantum dalam {lampiran};",
    "Cascading menjadi acuan;",
    "Keputusan ini berlaku.",
]


class Desk:
    """A folder, and its decree as Word has it open."""

    def __init__(self, folder: Path) -> None:
        self.folder = write_folder(folder, Office(mengingat=LAWS, diktum=DIKTUM).sheets())
        make(self.folder, folder / "hasil")
        self.path = next((folder / "hasil").glob("*.docx"))
        self.document: WordDocument = Document(str(self.path))

    def paragraph(self, text: str) -> Any:
        return paragraph(self.document.element.body, text)

    def add(self, text: str, behind: str) -> None:
        """Type an item behind another, as with Enter at its end."""
        one = self.paragraph(behind)
        new = self.document.add_paragraph(text)._p
        new.insert(0, one.pPr.__copy__())
        one.addnext(new)

    def outcome(self) -> Outcome:
        self.document.save(str(self.path))
        return bring_back(self.path, self.folder, write=True)

    def copies(self) -> list[Path]:
        books = self.folder.rglob("keputusan*.xlsx")
        return [one for one in books if one != self.folder / "keputusan.xlsx"]

    def column(self, sheet: str) -> list[str]:
        """Return the rows that the copy of the book proposes."""
        (copy,) = self.copies()
        rows = load_workbook(copy)[sheet].iter_rows(min_row=2, max_col=1, values_only=True)
        return [str(row[0]) for row in rows if row[0]]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def told(outcome: Outcome) -> list[str]:
    return [one.message for one in outcome.findings if one.rule.name == "butir-berubah-di-word"]


def test_an_item_added_between_others_moves_those_behind_it(desk: Desk) -> None:
    desk.add(KOTA, behind=APARATUR)
    assert told(desk.outcome()) == [f'Di Word, butir ini ditambahkan sebagai butir 2: "{KOTA}".']
    assert desk.column("Mengingat") == [APARATUR, KOTA, DAERAH, DESA]


def test_a_deleted_item_leaves_no_row(desk: Desk) -> None:
    one = desk.paragraph(DAERAH)
    one.getparent().remove(one)
    assert told(desk.outcome()) == [f'Di Word, butir ini dihapus: "{DAERAH}".']
    assert desk.column("Mengingat") == [APARATUR, DESA]


def test_a_moved_item_moves_its_row(desk: Desk) -> None:
    desk.paragraph(APARATUR).addprevious(desk.paragraph(DESA))
    moved = "dipindahkan dari nomor 3 ke nomor 1"
    assert told(desk.outcome()) == [f'Di Word, butir ini {moved}: "{DESA}".']
    assert desk.column("Mengingat") == [DESA, APARATUR, DAERAH]


def test_both_halves_of_a_split_item_are_proposed(desk: Desk) -> None:
    desk.add("yang berlaku sejak ditetapkan;", behind=DAERAH)
    next(desk.paragraph(DAERAH).iter(qn("w:t"))).text = "Undang-Undang tentang Daerah,"
    desk.outcome()
    assert desk.column("Mengingat") == [
        APARATUR,
        "Undang-Undang tentang Daerah,",
        "yang berlaku sejak ditetapkan;",
        DESA,
    ]


def test_a_diktum_of_two_paragraphs_is_one_row(desk: Desk) -> None:
    desk.add("dan diawasi bersama;", behind=DIKTUM[1])
    desk.outcome()
    assert desk.column("Diktum") == [DIKTUM[0], f"{DIKTUM[1]}\ndan diawasi bersama;", DIKTUM[2]]


def test_a_new_diktum_is_a_new_row_and_what_fills_placeholders_stays(desk: Desk) -> None:
    old = next(desk.paragraph(DIKTUM[1]).iterancestors(qn("w:tr")))
    new = old.__copy__()
    for mark in list(new.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)
    for text in new.iter(qn("w:t")):
        text.text = text.text.replace("KEDUA", "KETIGA").replace(DIKTUM[1], "Rencana aksi;")
    old.addnext(new)
    first = next(
        one for one in desk.document.element.body.iter(qn("w:p")) if "2022 tercantum" in line(one)
    )
    next(first.iter(qn("w:t"))).text = "Cascading Tahun 2022 dimuat dalam Lampiran;"
    desk.outcome()
    assert desk.column("Diktum") == [
        "Cascading Tahun {tahun} dimuat dalam {lampiran};",
        DIKTUM[1],
        "Rencana aksi;",
        DIKTUM[2],
    ]


def test_nothing_is_proposed_for_a_list_whose_rows_have_changed_since(desk: Desk) -> None:
    desk.add(KOTA, behind=APARATUR)
    write_folder(desk.folder, Office(mengingat=[*LAWS[:2], "Lain;"], diktum=DIKTUM).sheets())
    outcome = desk.outcome()
    assert len(told(outcome)) == 1
    assert "sel-sudah-berubah" in [one.rule.name for one in outcome.findings]
    assert desk.copies() == []
