"""A comparison on the terminal: a table a level, and one line a change where nobody looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TextIO

from generator.app.outcome import Compared, Event
from generator.report.terminal import encodable
from generator.revision.compare.years import ComparisonLine, Perubahan, UkuranPair, signed

_COLOURS = {
    Perubahan.DITAMBAH: "green",
    Perubahan.DIHAPUS: "red",
    Perubahan.TARGET: "bold",
    Perubahan.TETAP: "dim",
}
_HEADINGS = ("Kode", "Perubahan", "Hal", "Lama", "Baru", "Selisih")


def lines_of(events: Iterable[Event]) -> list[ComparisonLine]:
    """Return the lines of the comparison among the events, none where nothing was compared."""
    return [line for one in events if isinstance(one, Compared) for line in one.lines]


def print_lines(lines: Sequence[ComparisonLine], stream: TextIO) -> None:
    """Write the lines of a comparison, in their order."""
    if stream.isatty():
        _print_tables(lines, stream)
        return
    for line in lines:
        stream.write(encodable(" | ".join((line.jenis.tingkat, *_cells(line))), stream) + "\n")


def _print_tables(lines: Sequence[ComparisonLine], stream: TextIO) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    for jenis, group in groupby(lines, key=lambda line: line.jenis):
        table = Table(title=jenis.tingkat, title_justify="left", box=SIMPLE_HEAD)
        for heading in _HEADINGS:
            table.add_column(heading)
        for line in group:
            texts = (Text(encodable(text, stream)) for text in _cells(line))
            table.add_row(*texts, style=_COLOURS.get(line.perubahan))
        console.print(table)


def _cells(line: ComparisonLine) -> tuple[str, ...]:
    texts = (line.kode, line.perubahan.value, line.hal, line.lama, line.baru, change(line.ukuran))
    return tuple(" ".join(text.split()) for text in texts)


def change(pair: UkuranPair | None) -> str:
    """Return the change of a target in number and per cent: "+2 poin (+2,9%)", or nothing."""
    if pair is None or not pair.selisih or pair.baru is None:
        return ""
    unit = "poin" if pair.baru.satuan == "%" else pair.baru.satuan
    number = f"{signed(pair.selisih)} {unit}".rstrip()
    return number if pair.bagian is None else f"{number} ({signed(pair.bagian * 100, 1)}%)"
