"""Measure and print one table; the table in docs/kinerja.md is written anew.

Each figure is the median of seven runs, taken in turns with what it is compared with; only a
rendering that takes longer than a minute in all is run less often.
"""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from statistics import median

from books import write_books
from drawing import in_decree, of_size
from edited import write_edited
from rendering import write_template

from generator.bahasa.wording import format_number

BENCH = Path(__file__).parent
ROOT = BENCH.parent
PAGE = ROOT / "docs" / "kinerja.md"
CONTOH = ROOT / "input_templates" / "contoh-bkpsdm-2022"
PYTHON = sys.executable
COMMAND = str(Path(PYTHON).with_name("sk-cascading"))
RUNS = 7
SIZES = (100, 1_000, 10_000, 40_000)
PATIENCE = 60
"""Seconds an engine may take for all runs at one size."""


ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""Both commands start from compiled modules, as installed programs do."""


@dataclass(frozen=True)
class Run:
    """One process: wall-clock seconds, peak of its memory in MB, what it printed."""

    seconds: float
    memory: float
    output: str


@dataclass(frozen=True)
class Line:
    """One line of the table; `ours` and `theirs` are in `unit`, a ratio says ours : theirs."""

    what: str
    ours: float
    rival: str
    theirs: float
    unit: str
    aim: str


def run(command: Sequence[str | Path]) -> Run:
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)), stdout=output, cwd=ROOT, env=ENVIRONMENT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args, text)
    return Run(seconds, usage.ru_maxrss / 1024, text)


def in_turns(ours: Sequence[str | Path], theirs: Sequence[str | Path]) -> tuple[Run, Run]:
    """Return the medians of two commands run A B A B, after one run of each to warm the disk."""
    run(ours), run(theirs)
    pairs = [(run(ours), run(theirs)) for _ in range(RUNS)]
    first, second = (
        Run(median(r.seconds for r in runs), median(r.memory for r in runs), runs[0].output)
        for runs in zip(*pairs, strict=True)
    )
    return first, second


def processes(folder: Path) -> list[Line]:
    """(a) The whole process on the worked example, and how long help takes."""
    template = folder / "docxtpl.docx"
    ours, plain = in_turns(
        [COMMAND, "buat", CONTOH, "-o", folder / "hasil"],
        [PYTHON, BENCH / "plain.py", CONTOH, template, folder / "plain.docx"],
    )
    help_, pandas = in_turns([COMMAND, "--help"], [PYTHON, "-c", "import pandas"])
    return [
        Line(
            "`buat` contoh 2022, seluruh proses",
            ours.seconds,
            "skrip biasa",
            plain.seconds,
            "s",
            "≤ 0,95",
        ),
        Line("sama, puncak memori", ours.memory, "skrip biasa", plain.memory, "MB", ""),
        Line("`--help`", help_.seconds, "`import pandas`", pandas.seconds, "s", "< 0,5"),
    ]


class Engine:
    """A warm process that measures a rendering for each line it is sent."""

    def __init__(self, command: Sequence[str | Path]) -> None:
        self.process = subprocess.Popen(
            list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdin
        assert self.process.stdout
        self.orders, self.answers = self.process.stdin, self.process.stdout
        assert self.answers.readline() == "warm\n", command
        self.taken: list[float] = []

    def render(self) -> None:
        if sum(self.taken) < PATIENCE:
            print(file=self.orders, flush=True)
            self.taken.append(float(self.answers.readline()))

    def stop(self) -> float:
        """Return the peak of its memory in MB."""
        self.orders.close()
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_maxrss / 1024


def renderings(folder: Path) -> list[Line]:
    """(b) Rendering alone, warm, and (c) the peak memory of the largest."""
    commands = {
        "sk-cascading": [PYTHON, BENCH / "rendering.py", "sk-cascading", folder / "docxtpl.docx"],
        "docxtpl": [PYTHON, BENCH / "rendering.py", "docxtpl", folder / "docxtpl.docx"],
        "docxtemplater": ["node", BENCH / "docxtemplater.mjs", folder / "docxtemplater.docx"],
    }
    lines = []
    seconds: dict[int, float] = {}
    for size in SIZES:
        output = {name: folder / f"{name}-{size}.docx" for name in commands}
        engines = {
            name: Engine([*command, str(size), output[name]]) for name, command in commands.items()
        }
        for _ in range(RUNS):
            for engine in engines.values():
                engine.render()
        memory = {name: engine.stop() for name, engine in engines.items()}
        assert len({tuple(text_of(path)) for path in output.values()}) == 1, size
        seconds[size] = median(engines["sk-cascading"].taken)
        what = f"cetak {format_number(Decimal(size))} indikator"
        for rival, aim in (("docxtpl", "≤ 0,2"), ("docxtemplater", "≤ 0,5")):
            taken = engines[rival].taken
            named = rival if len(taken) == RUNS else f"{rival} ({len(taken)} kali ukur)"
            aim = aim if size >= 1000 else ""
            lines.append(Line(what, seconds[size], named, median(taken), "s", aim))
        if size == SIZES[-1]:
            for rival in ("docxtpl", "docxtemplater"):
                ours, theirs = memory["sk-cascading"], memory[rival]
                lines.append(Line("sama, puncak memori", ours, rival, theirs, "MB", ""))
    small, large = SIZES[-2:]
    growth = Line(
        f"waktu per indikator pada {format_number(Decimal(large))}",
        seconds[large] / large * 1e6,
        f"pada {format_number(Decimal(small))}",
        seconds[small] / small * 1e6,
        "µs",
        "≈ 1",
    )
    return [*lines, growth]


def drawing(folder: Path) -> list[Line]:
    """(e) The drawn annex within `buat`, warm, and how it grows."""
    tree, rest = in_decree(CONTOH, folder / "hasil-hangat")
    small, large = 2_000, 40_000
    sizes = [format_number(Decimal(size)) for size in (small, large)]
    first, second = of_size(small), of_size(large)
    return [
        Line("pohon contoh 2022 di dalam `buat`, hangat", tree, "sisanya", rest, "s", "< 0,5"),
        Line(
            f"pohon {sizes[1]} indikator, per indikator",
            second / large * 1e6,
            f"{sizes[0]} indikator",
            first / small * 1e6,
            "µs",
            "≈ 1",
        ),
    ]


def updating(folder: Path) -> list[Line]:
    """(f) The whole process of `perbarui`, and how it grows with the indikator."""
    seconds = {}
    lines = []
    for more in (0, 500, 2000):
        decree, books = write_edited(folder / f"sunting-{more}", more)
        ours, plain = in_turns(
            [COMMAND, "perbarui", decree, books, "-o", folder / "perbarui.docx"],
            [COMMAND, "buat", books, "-o", folder / f"buat-{more}"],
        )
        seconds[more] = ours.seconds
        what = f"contoh + {format_number(Decimal(more))} indikator" if more else "contoh 2022"
        lines.append(Line(f"`perbarui` {what}", ours.seconds, "`buat`", plain.seconds, "s", "≤ 2"))
    small, large = ((seconds[more] - seconds[0]) / more * 1e6 for more in (500, 2000))
    growth = "tambahan waktu `perbarui` per indikator sampai 2.000"
    return [*lines, Line(growth, large, "sampai 500", small, "µs", "≈ 1")]


def text_of(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as package:
        return re.findall(r"<w:t[ >][^<]*", package.read("word/document.xml").decode())


def reading(folder: Path) -> list[Line]:
    """(d) Reading books of 10,000 rows, and the whole process on them."""
    import pandas as pd

    from generator.workbook.reading.books import read_books
    from generator.workbook.reading.tables import make_tables

    books = folder / "besar"
    write_books(books, 10_000)
    ours, theirs = calls_in_turns(
        lambda: make_tables(read_books(books)[0]),
        lambda: [pd.read_excel(path, sheet_name=None) for path in sorted(books.glob("*.xlsx"))],
    )
    whole, plain = in_turns(
        [COMMAND, "buat", books, "-o", folder / "hasil-besar"],
        [PYTHON, BENCH / "plain.py", books, folder / "docxtpl.docx", folder / "plain.docx"],
    )
    return [
        Line("baca buku 10.000 baris", ours, "`pandas.read_excel`", theirs, "s", "≤ 1,5"),
        Line(
            "`buat` 10.000 baris, seluruh proses",
            whole.seconds,
            "skrip biasa",
            plain.seconds,
            "s",
            "≤ 2",
        ),
        Line("sama, puncak memori", whole.memory, "skrip biasa", plain.memory, "MB", "< 400 MB"),
    ]


def calls_in_turns(*calls: Callable[[], object]) -> list[float]:
    taken: list[list[float]] = [[] for _ in calls]
    for _ in range(RUNS):
        for call, seconds in zip(calls, taken, strict=True):
            start = time.perf_counter()
            call()
            seconds.append(time.perf_counter() - start)
    return [median(seconds) for seconds in taken]


def table(lines: Sequence[Line]) -> str:
    rows = ["| Ukuran | sk-cascading | pembanding | | kali | tujuan |", "|---|--:|---|--:|--:|--:|"]
    for line in lines:
        unit, factor = ("ms", 1000) if line.unit == "s" and line.ours < 1 else (line.unit, 1)
        ours, theirs = (
            f"{figure(value * factor)}\u00a0{unit}" for value in (line.ours, line.theirs)
        )
        ratio = figure(line.ours / line.theirs)
        rows.append(f"| {line.what} | {ours} | {line.rival} | {theirs} | {ratio} | {line.aim} |")
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    machine = f"{os.cpu_count()} inti {platform.machine()}"
    return "\n".join(
        [*rows, "", f"Mesin: {machine}; Python {platform.python_version()}, Node {node.strip()}."]
    )


def figure(number: float) -> str:
    """Return a figure with three significant digits, or all of its whole part."""
    value = Decimal(f"{number:.3g}") if number < 1000 else Decimal(round(number))
    return format_number(value)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_template(folder / "docxtpl.docx", docxtemplater=False)
        write_template(folder / "docxtemplater.docx", docxtemplater=True)
        parts = (processes, renderings, reading, drawing, updating)
        text = table([line for part in parts for line in part(folder)])
    print(text)
    start, end = "<!-- tabel: make bench -->", "<!-- akhir tabel -->"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(start)
    after = rest.partition(end)[2]
    PAGE.write_text(f"{before}{start}\n{text}\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
