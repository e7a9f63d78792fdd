from generator.workbook.choice import choice, parent_code


def test_a_choice_is_code_and_text() -> None:
    assert choice("S1", "MENINGKATNYA KUALITAS") == "S1 – MENINGKATNYA KUALITAS"


def test_line_breaks_in_the_text_of_a_choice_become_spaces() -> None:
    assert choice("S1", "MENINGKATNYA\nKUALITAS ") == "S1 – MENINGKATNYA KUALITAS"


def test_a_parent_without_text_is_its_code() -> None:
    assert choice("S1", "") == "S1"


def test_a_long_choice_is_cut_between_words() -> None:
    cut = choice("S1", "kata " * 100)

    assert 200 < len(cut) <= 255
    assert cut.endswith("kata…")


def test_a_long_choice_without_spaces_is_cut_where_it_must() -> None:
    cut = choice("S1", "x" * 300)

    assert len(cut) == 255
    assert parent_code(cut) == "S1"


def test_the_code_is_taken_from_a_choice() -> None:
    assert parent_code("S1 – MENINGKATNYA KUALITAS – DUA") == "S1"


def test_a_bare_code_may_hold_a_hyphen() -> None:
    assert parent_code("S - 1-2") == "S - 1-2"
