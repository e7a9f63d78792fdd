"""Texts that a careless reader takes long over, put into any cell of the clean example."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from unittest.mock import patch

from generator.cascade.build import build_cascade
from generator.cascade.checks import run as cascade_checks
from generator.cascade.checks.run import check_cascade
from generator.contoh.fill import BERSIH, contoh_books
from generator.findings.finding import Diagnostic
from generator.findings.pieces import proposals
from generator.naskah.keputusan_cascading.checks import run as decree_checks
from generator.naskah.kind import Source, books_of
from generator.naskah.registry import KINDS
from generator.schema.keputusan import JENJANG, KEPUTUSAN
from generator.workbook.opening.raw import RawBook, RawCell, RawSheet
from generator.workbook.reading import cells as reading_cells
from generator.workbook.reading import tables as reading_tables
from generator.workbook.reading.books import read_books
from generator.workbook.reading.tables import make_tables
from generator.workbook.reading.texts import cell_texts

PATTERNS: Mapping[str, str] = {
    "spasi": " ",
    "spasi ganda": "a  ",
    "garis miring": "a/ ",
    "koma berspasi": "a , ",
    "campuran": "a a/a-a",
    "kurung buka": "(",
    "kurung siku": "[",
    "kurung kurawal": "{{a ",
    "penanda": "{tahun} ",
    "angka bertitik": "1.",
    "angka": "1",
    "huruf": "a",
    "kutip": '"',
    "spasi keras": "\u00a0",
    "baris": "\n",
    "baris dan koma": " ,\n",
    "tanda baca": " . ,;",
    "tanda hubung": "a-",
    "nomor": "nomor ",
    "nomor bergaris": "Nomor a/ ",
    "tahun": "tahun 2021 ",
    "rentang": "2021 - ",
    "undang-undang": "Undang-Undang ",
    "peraturan": "Peraturan Bupati ",
    "kutipan": "Undang-Undang Nomor 5 Tahun 2004 tentang ",
    "perubahan": " sebagaimana telah diubah dengan ",
    "lembaran": " (Lembaran Negara ",
    "pasal": "Pasal 1 , ",
    "republik": "Republik Indonesia ",
    "salah eja": "di susun ",
    "huruf a": "huruf (a), ",
    "diktum": " sebagaimana dimaksud dalam Diktum KESATU, ",
    "lampiran": "lampiran I, ",
    "menetapkan": "bahwa perlu menetapkan keputusan ",
    "jumlah": ", dan jumlah ",
    "gelar": ", SPi",
    "titik-titik": "…_",
    "gabung": "a\u0301",
}
"""What is repeated until a text is as long as wanted."""

Cell = tuple[str, str, int, str]
"""Book, sheet, row and column."""


def text_of(pattern: str, length: int) -> str:
    """Return a text of this length that repeats the pattern and ends with something else."""
    return (pattern * (length // len(pattern) + 1))[: length - 1] + "Z"


@cache
def clean_books() -> tuple[RawBook, ...]:
    with TemporaryDirectory() as folder:
        for name, content in contoh_books(BERSIH).items():
            (Path(folder) / name).write_bytes(content)
        books, findings = read_books(Path(folder), books_of(KINDS))
    assert not findings
    return books


def cells() -> Iterator[Cell]:
    """Yield a cell of every column of every book, and of every key of a sheet of keys."""
    for book in clean_books():
        for sheet in book.sheets:
            declared = next((one for one in book.declared.sheets if one.name == sheet.name), None)
            if declared is None or len(sheet.rows) < 2:
                continue
            head, *rows = sheet.rows
            for row in rows if declared.keys else rows[:1]:
                for letter in head.cells:
                    yield book.name, sheet.name, row.number, letter


def with_texts(texts: Mapping[Cell, str]) -> tuple[RawBook, ...]:
    """Return the clean books with these texts in their cells."""
    return tuple(
        replace(book, sheets=tuple(_filled(book.name, one, texts) for one in book.sheets))
        for book in clean_books()
    )


def _filled(book: str, sheet: RawSheet, texts: Mapping[Cell, str]) -> RawSheet:
    own = {place[2:]: text for place, text in texts.items() if place[:2] == (book, sheet.name)}
    rows = []
    for row in sheet.rows:
        typed = {letter: RawCell(text) for (nth, letter), text in own.items() if nth == row.number}
        rows.append(replace(row, cells={**row.cells, **typed}))
    return replace(sheet, rows=tuple(rows))


def looked_at(books: Sequence[RawBook]) -> list[Diagnostic]:
    """Do what every command does with books that are read: all rules look at all cells."""
    flat, findings = make_tables(books, books_of(KINDS))
    jenjang = flat.lembar.get((KEPUTUSAN.kind, JENJANG.name), ())
    cascade, found = build_cascade(flat.baris, jenjang)
    findings += found
    findings += check_cascade(cascade, list(flat.baris["row"]), "2022", flat.nomenklatur)
    source = Source(cascade, flat.lembar, {one.kind: one.name for one in books}, flat.isian)
    for kind in KINDS:
        if kind.asked_by.kind in source.files:
            findings += kind.build(source)[1]
    cell_texts(books)
    proposals(findings)
    return findings


@cache
def free_cells() -> tuple[Cell, ...]:
    """Return the cells in which any text may stand without holding up the tree or the decree."""

    def is_free(cell: Cell) -> bool:
        found = looked_at(with_texts({cell: text_of("huruf ", 200)}))
        return not any(one.severity.value == "Salah" for one in found)

    return tuple(filter(is_free, cells()))


@contextmanager
def any_length() -> Iterator[None]:
    """Let cells be longer than those of Excel, which are told and not read."""
    with ExitStack() as stack:
        for module in (reading_cells, reading_tables):
            stack.enter_context(patch.object(module, "LONGEST", 1 << 30))
        yield


def seconds_of_rules(books: Sequence[RawBook]) -> dict[str, float]:
    """Return the time that each check of the tree and of the decree takes for these books."""
    spent: dict[str, float] = {}

    def timed(check: Callable[[object], Iterator[Diagnostic]]) -> Callable[[object], object]:
        name = f"{check.__module__.rpartition('.')[2]}.{check.__name__}"

        def run(subject: object) -> list[Diagnostic]:
            begin = process_time()
            found = list(check(subject))
            spent[name] = spent.get(name, 0) + process_time() - begin
            return found

        return run

    with ExitStack() as stack:
        for module in (cascade_checks, decree_checks):
            checks = tuple(map(timed, module.CHECKS))
            stack.enter_context(patch.object(module, "CHECKS", checks))
        looked_at(books)
    return spent


def seconds(work: Callable[[], object]) -> float:
    """Return the time that the processor spends on it."""
    begin = process_time()
    work()
    return process_time() - begin


FLOOR = 0.02
"""What takes less is not compared: there the clock is too coarse."""
MOST = 12
"""A text ten times as long may take so many times as long."""
TRIES = 4
Spent = Mapping[str, float]
"""Seconds by what they were spent on."""


def growths(short: Callable[[], Spent], long: Callable[[], Spent]) -> Spent:
    """Return how many times as long the second takes, by what took it, the best of several tries.

    The first is of texts a tenth as long. Where one seems to take more than MOST times as long it
    is done ten times over, beside the second done once: whatever else the machine does then
    slows both alike. The garbage collector rests as it does in the program, or it would count all
    objects of the tests.
    """
    gc.disable()
    try:
        found = _compared(short, long, 1)
        for _ in range(TRIES):
            if all(one <= MOST for one in found.values()):
                break
            again = _compared(short, long, 10)
            found = {name: min(one, again[name]) for name, one in found.items()}
    finally:
        gc.enable()
    return found


def growth(short: Callable[[], object], long: Callable[[], object]) -> float:
    """Return how many times as long one thing takes than another, as `growths` does of many."""
    spent = growths(lambda: {"": seconds(short)}, lambda: {"": seconds(long)})
    return spent[""]


def _compared(short: Callable[[], Spent], long: Callable[[], Spent], times: int) -> Spent:
    spent = [short() for _ in range(times)]
    return {
        name: time / max(sum(one[name] for one in spent) / times, FLOOR)
        for name, time in long().items()
    }
