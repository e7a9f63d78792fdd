"""Many pairs and chains at once, for `make pasangan`: what fails is printed as a table."""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from random import Random

from tests.whole.suntingan.data_changes import CHANGES
from tests.whole.suntingan.edits import EDITS
from tests.whole.suntingan.judge import Verdict
from tests.whole.suntingan.office import FORMS
from tests.whole.suntingan.pairs import Pair, play

_ON_SHEETS = (
    *("_in_box", "_boxes", "_a_sheet", "sheet_deleted", "overview_deleted", "box_title_typed"),
    "heading_of_a_sheet_typed",
)


def pairs(count: int, seed: str) -> Iterator[Pair]:
    """Yield pairs by chance, each edit and each change as often as any other."""
    chance = Random(seed)
    edits, changes = list(EDITS), list(CHANGES)
    for nth in range(count):
        if nth % len(edits) == 0:
            chance.shuffle(edits)
        if nth % len(changes) == 0:
            chance.shuffle(changes)
        edit, change = edits[nth % len(edits)], changes[nth % len(changes)]
        yield Pair(edit, change, chance.choice(forms_for(edit)), chance.randrange(10**4))


def forms_for(edit: str) -> tuple[str, ...]:
    """Return the forms of annex that have a place for an edit."""
    if edit.endswith(("_matrix", "of_the_matrix")):
        return ("matriks", "keduanya")
    return ("pohon", "keduanya") if edit.endswith(_ON_SHEETS) else FORMS


def _played(pair: Pair) -> tuple[Pair, Verdict]:
    verdict = play(pair)
    verdict.result = None
    return pair, verdict


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--seed", default="pasangan")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    causes: dict[tuple[str, str], list[str]] = defaultdict(list)
    told: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    with ProcessPoolExecutor(given.processes) as pool:
        for pair, verdict in pool.map(_played, pairs(given.pairs, given.seed), chunksize=4):
            counts["diadili"] += 1
            counts["ditolak dengan alasan"] += verdict.refused
            counts["gagal"] += bool(verdict.faults)
            told.update(verdict.looks_told)
            for fault, detail in verdict.faults:
                causes[fault.value, pair.edit].append(f"{pair} | {detail}")
                sys.stdout.write(f"{fault.value} | {pair} | {detail}\n")
            sys.stdout.flush()
    write = sys.stdout.write
    for (what, edit), found in sorted(causes.items(), key=lambda one: -len(one[1])):
        write(f"{len(found):4} {what} | {edit} | {found[0]}\n")
    write(f"{dict(counts)}\nbentuk hilang, disebut: {dict(told)}\n")
    return bool(causes)


if __name__ == "__main__":
    sys.exit(main())
