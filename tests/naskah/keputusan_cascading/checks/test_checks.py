"""What holds for every check of the decree, whatever the texts are."""

from __future__ import annotations

from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bahasa.wording import clean
from generator.findings.edits import Edit
from generator.findings.pieces import proposals
from generator.findings.rule import Severity, Stage, rules
from generator.naskah.keputusan_cascading.checks.run import CHECKS
from tests.support.decrees import DIKTUM, IDENTITAS, MENGINGAT, MENIMBANG, remarks, told

PIECES = st.sampled_from(
    [
        *(*MENIMBANG, *MENGINGAT, *DIKTUM),
        *("Undang-undang", "No. 5", "Tahun 2021", "di susun", "huruf (a)", "KESATU,", "Pasal 3"),
        *("{tahun}", "{perangkat_daerah}", "Republik Indonesia", "(Lembaran Negara", ")", ";", "."),
    ]
)
TEXT = (st.lists(PIECES | st.text(max_size=8), min_size=1, max_size=6)).map(" ".join)
NOT_TEXTS = ("Gelar pada Nama", "Pangkat dan NIP", "Perangkat Daerah", "Pemerintah", "Tahun")
CELL = TEXT.map(clean).filter(lambda text: any(char.isalnum() for char in text))


def test_decree_drafted_by_the_book_is_silent() -> None:
    assert told() == []


def test_each_check_is_listed_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS)


def test_no_remark_on_drafting_stops_a_decree() -> None:
    drafting = [one for one in rules().values() if one.stage is Stage.PENYUSUNAN]
    assert len(drafting) >= 50
    assert [one.code for one in drafting if one.severity is Severity.SALAH] == []


@settings(max_examples=60)
@given(
    st.lists(CELL, min_size=1, max_size=3),
    st.lists(CELL, min_size=1, max_size=4),
    st.lists(CELL, min_size=1, max_size=3),
    st.dictionaries(st.sampled_from([*IDENTITAS]), CELL, max_size=4),
)
def test_any_text_is_checked_and_every_cure_fits_its_cell(
    menimbang: list[str], mengingat: list[str], diktum: list[str], identitas: dict[str, str]
) -> None:
    changes = {"menimbang": menimbang, "mengingat": mengingat, "diktum": diktum}
    keys = {key: text for key, text in identitas.items() if key not in NOT_TEXTS}
    sheets = {"Menimbang": menimbang, "Mengingat": mengingat, "Diktum": diktum}
    cells = {(name, f"A{n}"): text for name in sheets for n, text in enumerate(sheets[name], 2)}
    cells |= {
        ("Identitas", f"B{n}"): text for n, text in enumerate({**IDENTITAS, **keys}.values(), 2)
    }
    found = remarks(identitas=keys, **changes)
    for edit in (edit for one in found for edit in one.edits):
        assert edit.text == cells[str(edit.place.sheet), str(edit.place.cell)]
        if isinstance(edit, Edit):
            assert 0 <= edit.start <= edit.stop <= len(edit.text)
            assert edit.text[edit.start : edit.stop] != edit.new
    for place, old, new in chain(*proposals(found)):
        assert old in cells[str(place.sheet), str(place.cell)]
        assert old != new
