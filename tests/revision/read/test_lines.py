"""What became of each value of a line that people changed."""

from __future__ import annotations

import pytest

from generator.revision.read.blocks import Segment
from generator.revision.read.lines import Rewording, partition, rewordings, weave

NOMOR = [Segment(None, "NOMOR : "), Segment("_sk_n_0", "28 / BKPSDM / 2022")]
NIP = [Segment("_sk_a_0", "Jambi"), Segment(None, " "), Segment("_sk_b_0", "36514")]


@pytest.mark.parametrize(
    ("printed", "text", "pieces"),
    [
        (NOMOR, "NOMOR : 28 / BKPSDM / 2022", ["NOMOR : ", "28 / BKPSDM / 2022"]),
        (NOMOR, "NOMOR : 31/X/2023", ["NOMOR : ", "31/X/2023"]),
        (NOMOR, "NOMOR : 28 / BKPSDM / 2022 (asli)", ["NOMOR : ", "28 / BKPSDM / 2022 (asli)"]),
        (NOMOR, "NOMOR SK: 28 / BKPSDM / 2022", ["NOMOR SK: ", "28 / BKPSDM / 2022"]),
        (NOMOR, "NOMOR : ", ["NOMOR : ", ""]),
        (NOMOR, "", ["", ""]),
        (NIP, "Jambi 36515", ["Jambi", " ", "36515"]),
        (NIP, "Kota Jambi 36514", ["Kota Jambi", " ", "36514"]),
    ],
)
def test_line_is_cut_where_values_begin_and_end(
    printed: list[Segment], text: str, pieces: list[str]
) -> None:
    assert [text[start:stop] for start, stop in partition(printed, text)] == pieces


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("8,2%", "9%", [Rewording(0, 4, "9%")]),
        (
            "Cascading Tahun 2022 berlaku;",
            "Cascading Tahun 2023 berlaku;",
            [Rewording(16, 20, "2023")],
        ),
        (
            "satu dua tiga empat",
            "lain sama sekali beda",
            [Rewording(0, 19, "lain sama sekali beda")],
        ),
        ("sama", "sama", []),
    ],
)
def test_text_is_reworded_word_by_word_where_it_is_alike(
    old: str, new: str, words: list[Rewording]
) -> None:
    assert rewordings(old, new) == words


def test_words_that_only_the_data_changed_enter_what_people_wrote() -> None:
    old, new = "Cascading Tahun 2022 tercantum di sini", "Cascading Tahun 2023 tercantum di sini"
    assert weave(old, "Cascading Tahun 2022 dimuat di sini", new) == [Rewording(16, 20, "2023")]
    assert weave(old, "Cascading Tahun 2021 tercantum di sini", new) is None
