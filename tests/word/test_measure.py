import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lampiran.styles import BIASA, all_styles
from generator.word.measure import count_lines, longest, room, text_width, width_for, wrap

TEXT = st.text(alphabet="abc MW-é中\n", max_size=60)


def test_widths_are_those_of_bookman() -> None:
    assert text_width("Ai", bold=False) == 680 + 300
    assert text_width("Ai", bold=True) > text_width("Ai", bold=False)


def test_a_character_that_bookman_lacks_still_has_a_width() -> None:
    assert text_width("中", bold=False) == 1000


def test_lines_break_at_spaces_and_after_hyphens() -> None:
    limit = text_width("perundang-", bold=False)
    assert wrap("aturan perundang-undangan", False, limit) == ["aturan", "perundang-", "undangan"]


def test_a_typed_line_break_stays() -> None:
    assert wrap("satu\ndua", False, 10_000) == ["satu", "dua"]


def test_a_word_wider_than_its_line_is_broken_without_adding_a_character() -> None:
    lines = wrap("Meningkatnya", False, 2000)
    assert len(lines) > 1
    assert "".join(lines) == "Meningkatnya"


@given(TEXT, st.integers(1000, 20_000))
def test_counting_lines_agrees_with_wrapping(text: str, limit: int) -> None:
    assert count_lines(text, False, limit) == len(wrap(text, False, limit))


@given(TEXT, st.integers(1, 20_000))
def test_wrapping_loses_no_character(text: str, limit: int) -> None:
    assert "".join(wrap(text, False, limit)).replace(" ", "") == (
        text.replace(" ", "").replace("\n", "")
    )


@pytest.mark.parametrize("text", ["Meningkatnya", "TARGET", "1.250.000"])
def test_a_cell_made_for_a_word_holds_it(text: str) -> None:
    width = width_for(longest(text, False), BIASA.isi)
    assert room(width, BIASA.isi) >= text_width(text, False)


def test_each_style_stands_after_the_one_it_is_based_on() -> None:
    seen: set[str | None] = {None}
    for gaya in all_styles():
        assert gaya.based_on in seen
        seen.add(gaya.name)
