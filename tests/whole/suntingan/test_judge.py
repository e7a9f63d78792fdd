"""The judge sees what it is there to see: sound updates spoilt one way each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lxml import etree

from generator.app.perbarui import update_document
from tests.whole.suntingan.accept import W
from tests.whole.suntingan.judge import Case, Fault, Verdict, judge
from tests.whole.suntingan.office import base, made
from tests.whole.suntingan.pairs import Pair, changed, edited
from tests.whole.suntingan.reading import OURS, Reading, line
from tests.whole.suntingan.word_file import drop

Root = etree._Element


@cache
def sound(edit: str, change: str = "mengingat_changed") -> Case:
    """Return a case with nothing wrong."""
    theirs, kantor = edited(Pair(edit, change, "pohon"), base("pohon")), changed(change, "pohon")
    with TemporaryDirectory() as name:
        folder, path = Path(name) / "buku", Path(name) / "SK.docx"
        folder.mkdir()
        path.write_bytes(theirs)
        target = Path(name) / "baru.docx"
        outcome = update_document(path, kantor.write(folder), target, force=True, day=None)
        result = Reading.of(target.read_bytes())
    start = Reading.of(base("pohon"))
    return Case(start, start, Reading.of(theirs), Reading.of(made(kantor)), result, outcome)


def faults(case: Case) -> set[Fault]:
    verdict = Verdict()
    judge(case, verdict)
    return {fault for fault, _ in verdict.faults}


def spoilt(case: Case, how: Callable[[Root], object]) -> set[Fault]:
    result = Reading.of_parts(case.result.parts)
    how(result.main)
    written = etree.tostring(result.main)
    parts = {**case.result.parts, "word/document.xml": written}
    return faults(replace(case, result=Reading.of_parts(parts)))


def spoilt_part(case: Case, part: str, how: Callable[[Root], object]) -> set[Fault]:
    root = etree.fromstring(case.result.parts[part])
    how(root)
    parts = {**case.result.parts, part: etree.tostring(root)}
    return faults(replace(case, result=Reading.of_parts(parts)))


def paragraph(root: Root, start: str) -> Root:
    return next(one for one in root.iter(W + "p") if line(one).startswith(start))


def text(root: Root, word: str) -> Root:
    return next(one for one in root.iter(W + "t") if word in (one.text or ""))


@pytest.mark.parametrize(
    "edit",
    ["word_at_end_of_menimbang", "comment_in_text", "text_bold", "item_deleted_in_menimbang"],
)
def test_a_sound_update_is_sound(edit: str) -> None:
    assert faults(sound(edit)) == set()


def test_a_word_of_people_that_is_gone() -> None:
    def lose(root: Root) -> None:
        found = text(root, "ORANG0X")
        found.text = (found.text or "").replace("ORANG0X", "")

    found = spoilt(sound("word_at_end_of_menimbang"), lose)
    assert found == {Fault.TEKS_HILANG, Fault.TOLAK_TEKS, Fault.LAPORAN}


def test_a_word_of_people_that_stands_twice() -> None:
    def double(root: Root) -> None:
        found = text(root, "ORANG0X")
        found.text = f"{found.text} ORANG0X"

    assert Fault.TEKS_GANDA in spoilt(sound("word_at_end_of_menimbang"), double)


def test_new_data_that_did_not_come() -> None:
    def lose(root: Root) -> None:
        for one in list(root.iter(W + "ins")):
            if one.get(W + "author") == OURS:
                drop(one)

    assert Fault.DATA_HILANG in spoilt(sound("word_at_end_of_menimbang"), lose)


def test_a_comment_that_is_gone() -> None:
    def lose(root: Root) -> None:
        for one in list(root.iter(W + "commentReference", W + "commentRangeStart")):
            drop(one)

    assert Fault.OBJEK_HILANG in spoilt(sound("comment_in_text"), lose)


def test_what_people_deleted_and_nobody_wants_back() -> None:
    case = sound("item_deleted_in_menimbang")
    (gone,) = set(case.made.lines) - set(case.edited.lines)

    def bring_back(root: Root) -> None:
        here = paragraph(root, "bahwa")
        here.addnext(etree.fromstring(etree.tostring(paragraph(case.made.main, gone))))

    assert Fault.KEMBALI in spoilt(case, bring_back)


def test_two_items_that_changed_places() -> None:
    def swap(root: Root) -> None:
        one = paragraph(root, "bahwa kinerja")
        paragraph(root, "bahwa berdasarkan").addnext(one)

    assert Fault.URUTAN in spoilt(sound("word_at_end_of_menimbang"), swap)


def test_looks_that_rejecting_does_not_bring_back() -> None:
    def shape(root: Root) -> None:
        properties = paragraph(root, "MEMUTUSKAN").find(W + "pPr")
        assert properties is not None
        properties.append(etree.Element(W + "jc", {W + "val": "right"}))

    assert spoilt(sound("word_at_end_of_menimbang"), shape) == {Fault.TOLAK_BENTUK}


def test_looks_of_people_that_are_gone() -> None:
    def lose(root: Root) -> None:
        for one in list(root.iter(W + "b")):
            drop(one)

    assert Fault.BENTUK in spoilt(sound("text_bold"), lose)


def test_markup_that_word_does_not_open() -> None:
    def nest(root: Root) -> None:
        change = next(root.iter(W + "ins"))
        change.append(etree.fromstring(etree.tostring(change)))

    assert Fault.STRUKTUR in spoilt(sound("word_at_end_of_menimbang"), nest)


def test_a_word_that_is_gone_where_people_joined_items() -> None:
    case = sound("items_joined", "target_of_sasaran")
    assert faults(case) == set()
    (joined,) = set(case.edited.lines) - set(case.made.lines)
    last = joined.split(";")[-2].split()[-1]

    def lose(root: Root) -> None:
        for one in paragraph(root, joined[:40]).iter(W + "t"):
            one.text = (one.text or "").replace(last, "")

    assert Fault.TOLAK_TEKS in spoilt(case, lose)


def test_a_note_whose_mark_still_stands() -> None:
    case = sound("footnote_in_text")

    def retype(root: Root) -> None:
        for one in root.iter(W + "t"):
            one.text = "lain"

    found = spoilt_part(case, "word/footnotes.xml", retype)
    assert {Fault.OBJEK_HILANG, Fault.TOLAK_BENTUK} <= found


def test_letters_unlike_those_of_the_style() -> None:
    def lose(root: Root) -> None:
        for one in list(root.iter(W + "sz")):
            drop(one)

    case = sound("everything_in_another_size")
    assert faults(case) == set()
    assert Fault.BENTUK in spoilt(case, lose)


def test_diktum_that_changed_places_though_the_data_left_them() -> None:
    def swap(root: Root) -> None:
        one, other = (paragraph(root, name) for name in ("KEDUA", "KETIGA"))
        rows = [next(each.iterancestors(W + "tr")) for each in (one, other)]
        rows[1].addnext(rows[0])

    assert Fault.URUTAN in spoilt(sound("word_at_end_of_menimbang"), swap)


def test_the_number_of_a_page_in_an_overview_that_stands() -> None:
    case = sound("word_at_end_of_menimbang", "sasaran_added")
    assert faults(case) == set()

    def lose(root: Root) -> None:
        for one in list(root.iter(W + "instrText")):
            if "PAGEREF" in (one.text or ""):
                one.text = " PAGEREF _pohon_1 "

    assert Fault.DATA_HILANG in spoilt(case, lose)


def test_a_remark_whose_marks_stand_without_it() -> None:
    def lose(root: Root) -> None:
        for one in list(root.iter(W + "commentReference")):
            drop(one)

    assert Fault.STRUKTUR in spoilt(sound("comment_in_text"), lose)


def test_a_mark_that_rejecting_does_not_bring_back_and_of_which_nothing_is_told() -> None:
    case = sound("cross_reference_in_text", "sasaran_reordered")
    assert faults(case) == set()

    def lose(root: Root) -> None:
        for one in list(root.iter(W + "bookmarkStart")):
            if one.get(W + "name") == "AcuanORANG0X":
                drop(one)

    assert Fault.TOLAK_BENTUK in spoilt(case, lose)


def test_a_line_that_people_moved_and_the_data_reworded_beside_one_that_nobody_moved() -> None:
    case = sound("paragraph_moved", "identitas_alamat")
    assert faults(case) == set()

    def swap(root: Root) -> None:
        paragraph(root, "CONTOHMUKTI").addprevious(paragraph(root, "MEMUTUSKAN"))

    assert Fault.URUTAN in spoilt(case, swap)


def test_an_item_that_people_deleted_where_they_joined_others() -> None:
    case = sound("items_joined", "menimbang_deleted")
    assert faults(case) == set()

    def delete(root: Root) -> None:
        drop(paragraph(root, "CONTOHMUKTI"))

    def bring_back(root: Root) -> None:
        here = paragraph(root, "KEPUTUSAN")
        here.addnext(etree.fromstring(etree.tostring(paragraph(case.made.main, "CONTOHMUKTI"))))

    theirs = Reading.of_parts(case.edited.parts)
    delete(theirs.main)
    deleted = replace(case, edited=theirs)
    assert Fault.KEMBALI in spoilt(deleted, bring_back)


def test_a_box_that_stands_elsewhere_though_its_place_did_not_move() -> None:
    case = sound("text_box_in_box", "mengingat_changed")
    assert faults(case) == set()

    def move(root: Root) -> None:
        box = next(root.iter(W + "txbxContent"))
        (run,) = list(box.iterancestors(W + "r"))
        paragraph(root, "MEMUTUSKAN").append(run)

    assert Fault.URUTAN in spoilt(case, move)


def test_a_paragraph_that_people_added_and_that_left_its_cell() -> None:
    case = sound("paragraph_added_in_the_box", "mengingat_changed")
    assert faults(case) == set()

    def move(root: Root) -> None:
        paragraph(root, "MEMUTUSKAN").addnext(paragraph(root, "tambahan"))

    assert Fault.URUTAN in spoilt(case, move)


def test_a_sheet_that_people_deleted_and_that_is_back_untold() -> None:
    case = sound("sheet_deleted", "as_matriks")
    assert faults(case) == set()
    silent = tuple(one for one in case.outcome.findings if "dihapus: " not in one.message)
    assert Fault.KEMBALI in faults(replace(case, outcome=replace(case.outcome, findings=silent)))
