"""Measure every rule, every cell and every reader on texts of 1, 10 and 100 kB; write the table.

Each hostile pattern is repeated to a text of that length. A rule is measured with the text in all
cells at once, a cell with the text in it alone, a reader with the text itself; cells may be longer
here than those of Excel, which are refused. Of each the worst pattern stands in docs/kinerja.md.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path

from tests.support.adversarial import (
    FLOOR,
    MOST,
    PATTERNS,
    any_length,
    free_cells,
    looked_at,
    seconds,
    seconds_of_rules,
    text_of,
    with_texts,
)
from tests.whole.test_linear import READERS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "kinerja.md"
BEGIN, END = "<!-- tabel: make linear -->\n", "<!-- akhir tabel linear -->\n"
SIZES = (1_000, 10_000, 100_000)
SHOWN = 12
"""Rules and cells that are shown, those that take longest; the rest is summed up in a line."""

Times = tuple[float, ...]
Measured = Mapping[str, Mapping[str, Times]]
"""What is measured → pattern → seconds at each size."""


def readers() -> Measured:
    return {
        f"pembaca: {name}": {
            pattern: tuple(seconds(partial(read, text_of(repeated, size))) for size in SIZES)
            for pattern, repeated in PATTERNS.items()
        }
        for name, read in READERS.items()
    }


def rules() -> Measured:
    found: dict[str, dict[str, Times]] = {}
    for pattern, repeated in PATTERNS.items():
        books = (with_texts(dict.fromkeys(free_cells(), text_of(repeated, n))) for n in SIZES)
        spent = [seconds_of_rules(one) for one in books]
        for rule in spent[0]:
            found.setdefault(f"aturan: {rule}", {})[pattern] = tuple(one[rule] for one in spent)
        _tell(pattern)
    return found


def cells() -> Measured:
    return {f"sel: {' › '.join(map(str, cell))}": dict(_of_cell(cell)) for cell in free_cells()}


def _of_cell(cell: tuple[str, str, int, str]) -> Iterator[tuple[str, Times]]:
    for pattern, repeated in PATTERNS.items():
        books = [with_texts({cell: text_of(repeated, n)}) for n in SIZES]
        yield pattern, tuple(seconds(partial(looked_at, one)) for one in books)
    _tell(" › ".join(map(str, cell)))


def steepest(times: Times) -> float:
    """Return the largest ratio of a size to the one before, of what the clock can tell."""
    return max(long / max(short, FLOOR) for short, long in pairwise(times))


def lines(measured: Measured, shown: int) -> Iterator[str]:
    """Yield the rows that take longest, each by its worst pattern, and the steepest of all."""
    worst = {
        name: max(times.items(), key=lambda one: one[1][-1]) for name, times in measured.items()
    }
    for name in sorted(worst, key=lambda name: -worst[name][1][-1])[:shown]:
        pattern, times = worst[name]
        figures = " | ".join(f"{1000 * one:,.1f}".translate(_INDONESIAN) for one in times)
        yield f"| {name} | {pattern} | {figures} | {_ratio(steepest(times))} |"
    steep = {
        (name, pattern): steepest(times)
        for name, patterns in measured.items()
        for pattern, times in patterns.items()
    }
    (name, pattern), most = max(steep.items(), key=lambda one: one[1])
    yield f"| *terjal dari {len(steep)}*: {name} | {pattern} | | | | {_ratio(most)} |"
    over = sum(one > MOST for one in steep.values())
    if over:
        sys.stderr.write(f"{over} lebih terjal daripada {MOST}\n")


_INDONESIAN = str.maketrans(",.", ".,")


def _ratio(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


def _tell(what: str) -> None:
    sys.stderr.write(f"{what}\n")


def main() -> None:
    gc.disable()
    head = [
        "| Diukur | pola terberat | 1 kB (ms) | 10 kB | 100 kB | kali |",
        "|---|---|--:|--:|--:|--:|",
    ]
    with any_length():
        rows = [
            *lines(readers(), len(READERS)),
            *lines(rules(), SHOWN),
            *lines(cells(), SHOWN),
        ]
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    table = "\n".join((*head, *rows, ""))
    PAGE.write_text(f"{before}{BEGIN}{table}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
