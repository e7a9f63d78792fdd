"""Findings in the order in which one works through them."""

from __future__ import annotations

from dataclasses import replace

from generator.findings.cures import Edit
from generator.findings.finding import Diagnostic, finding
from generator.findings.gathering import gathered
from generator.findings.rule import Rule
from generator.values import Place
from generator.worklist.grouping import Kelompok, WorkSection, worklist


def at(book: str, sheet: str, row: int, column: str = "F", heading: str = "Target") -> Place:
    return Place(f"{book}.xlsx", sheet, row, column, heading)


def unit(place: Place) -> Diagnostic:
    return finding("satuan-kosong", place, target="83")


def spelt(place: Place, old: str, new: str) -> Diagnostic:
    edit = Edit(place, 0, len(old), new, old)
    return finding("salah-eja", place, edits=[edit], isi=old, baku=new)


def told(section: WorkSection) -> list[str]:
    """Return what a section lists: what a block is about, then the cells of its items."""
    lines = []
    for block in section.blocks:
        about = block.about
        head = about.code if isinstance(about, Rule) else f"{about.book} {about.sheet}"
        cells = [",".join(str(place.cell) for place in item.places) for item in block.items]
        lines.append(f"{head}: {' '.join(cells)}")
    return lines


def test_the_groups_come_in_the_order_of_the_work() -> None:
    note = finding("tanda-butir-dilepas", at("keputusan", "Menimbang", 2), tanda="a.")
    copy = finding("salinan-disunting", Place("hasil-periksa/eselon-3 (usulan).xlsx"))
    stops = finding("target-kosong", at("eselon-3", "Program", 2))
    sure = spelt(at("eselon-3", "Program", 3), "dimana", "di mana")
    open_ = unit(at("eselon-3", "Program", 4))

    work = worklist([note, open_, sure, stops, copy])

    assert [one.kelompok for one in work.sections] == list(Kelompok)


def test_what_is_to_be_decided_comes_by_book_sheet_and_row() -> None:
    places = [
        at("keputusan", "Menimbang", 2, "A"),
        at("keputusan", "Identitas", 9, "B"),
        at("eselon-3", "Program", 12),
        at("eselon-3", "Program", 4, "AA"),
        at("eselon-3", "Program", 4, "B"),
    ]
    found = [finding("satuan-kosong", one, target=one) for one in places]

    (section,) = worklist(found).sections

    assert told(section) == [
        "eselon-3.xlsx Program: B4 AA4 F12",
        "keputusan.xlsx Identitas: B9",
        "keputusan.xlsx Menimbang: A2",
    ]


def test_what_is_certain_comes_by_rule() -> None:
    found = [spelt(at("eselon-3", "Program", 4), "dimana", "di mana")]
    found += [spelt(at("eselon-2", "Sasaran", 5), "di ubah", "diubah")]

    (section,) = worklist(found).sections

    assert told(section) == ["PHN-70: F5 F4"]
    assert section.findings == 2
    (block,) = section.blocks
    assert [(one.old, one.new) for item in block.items for one in item.replacements] == [
        ("di ubah", "diubah"),
        ("dimana", "di mana"),
    ]


def test_what_is_said_alike_of_cells_of_a_sheet_is_one_item() -> None:
    here, there = at("eselon-3", "Program", 2), at("eselon-3", "Program", 9)
    (section,) = worklist([unit(there), unit(here), unit(at("eselon-2", "Sasaran", 1))]).sections
    assert told(section) == ["eselon-2.xlsx Sasaran: F1", "eselon-3.xlsx Program: F2,F9"]
    assert [block.findings for block in section.blocks] == [1, 2]


def test_what_was_gathered_names_its_cells_as_places_and_not_in_words() -> None:
    rows = [at("eselon-3", "Program", row) for row in range(2, 9)]
    (one,) = gathered(finding("target-kosong", place) for place in rows)
    (section,) = worklist([one]).sections
    (item,) = section.blocks[0].items
    assert [place.row for place in item.places] == [2, 3, 4, 5, 6, 7, 8]
    assert "Begitu juga" not in item.statement


def test_what_comes_back_from_word_is_for_a_person_to_look_at() -> None:
    place = at("eselon-3", "Program", 2)
    edit = Edit(place, 0, 1, "9", "8")
    back = finding("usulan-dari-word", place, edits=[edit], isi="8", baru="9")
    assert [one.kelompok for one in worklist([back]).sections] == [Kelompok.CATATAN]


def test_whether_the_law_is_to_be_named_is_known() -> None:
    cited = finding("tanggal-kosong", Place("keputusan.xlsx", "Identitas"))
    with_butir = replace(cited, rule=replace(cited.rule, butir="43"))
    assert not worklist([cited]).cites_butir
    assert worklist([with_butir]).cites_butir
