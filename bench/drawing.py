"""How long the drawn annex takes, in a warm process."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.app.berkas import read_folder
from generator.app.buat import make
from generator.lampiran import word as table
from generator.lampiran.places import annex_pages, marks
from generator.naskah.keputusan_cascading.context import make_context
from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING
from generator.word.render import render
from tests.support.drawn_word import F4
from tests.support.trees import many

ROOT = Path(__file__).parent.parent
RUNS = 7


def taken(call: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median seconds of a call, after one to warm up where it is repeated."""
    if runs > 1:
        call()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def in_decree(folder: Path, output: Path) -> tuple[float, float]:
    """Return the seconds that the tree adds to `buat`, and those of all the rest of it."""
    berkas = read_folder(folder)
    naskah = berkas.of(KEPUTUSAN_CASCADING)
    assert naskah
    template = naskah.template
    empty = make_context(naskah.model, marks(1), logo=False)
    (page,) = annex_pages(render(template, empty), 1)
    drawn = make_context(naskah.model, [table.draw(berkas.cascade, page)], logo=False)
    placing = taken(lambda: annex_pages(render(template, empty), 1))
    layout = taken(lambda: table.draw(berkas.cascade, page))
    printing = taken(lambda: render(template, drawn)) - taken(lambda: render(template, empty))
    tree = placing + layout + printing
    return tree, taken(lambda: make(folder, output)) - tree


def of_size(indikator: int) -> float:
    """Return the seconds that drawing and printing a tree of so many indikator takes."""
    cascade = many(indikator)
    naskah = read_folder(ROOT / "input_templates" / "contoh-bkpsdm-2022").of(KEPUTUSAN_CASCADING)
    assert naskah
    decree, template = naskah.model, naskah.template

    def drawn() -> object:
        return render(template, make_context(decree, [table.draw(cascade, F4)], logo=False))

    return taken(drawn, RUNS if indikator <= 2_000 else 1)
