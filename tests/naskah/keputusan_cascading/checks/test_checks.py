"""What holds for every check of the decree, whatever the texts are."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bahasa.wording import clean
from generator.findings.finding import Diagnostic
from generator.findings.rule import Severity, Stage, rules
from generator.naskah.keputusan_cascading.checks.run import CHECKS, read_subject
from generator.values import Place
from tests.support.decrees import DIKTUM, IDENTITAS, MENGINGAT, MENIMBANG, decree, remarks, told

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
    subject, _ = read_subject(decree(identitas=keys, **changes))
    typed = subject.typed()
    for place, old, new in _edits(remarks(identitas=keys, **changes)):
        assert old in typed[place]
        assert old != new


def _edits(found: list[Diagnostic]) -> Iterator[tuple[Place, str, str]]:
    for one in found:
        for edit in one.edits:
            yield edit.place, edit.old, edit.new
