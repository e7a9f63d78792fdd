"""The table of a run counts what was played, by what came of it."""

from __future__ import annotations

from tests.whole.suntingan.figures import END, START, Figures, with_table
from tests.whole.suntingan.judge import Fault, Verdict


def test_the_table_counts_pairs_faults_and_looks_with_their_reason() -> None:
    figures = Figures("Dua pasangan:")
    figures.add("pasangan", Verdict(refused=True, looks_told=["huruf b"]))
    figures.add("pasangan", Verdict(faults=[(Fault.URUTAN, "KEDUA"), (Fault.URUTAN, "KETIGA")]))
    lines = figures.table().splitlines()
    assert "| pasangan | 2 | 1 | 1 |" in lines
    assert "| urutan rusak | 2 |" in lines
    assert "| galat | 0 |" in lines
    (look,) = [line for line in lines if line.startswith("| huruf b | 1 |")]
    assert look.count("|") == 4


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    page = f"sebelum\n{START}lama\n{END}sesudah\n"
    figures = Figures("Kosong:")
    assert with_table(page, figures) == f"sebelum\n{START}{figures.table()}{END}sesudah\n"
