"""Many pairs and chains at once, for `make pasangan`: what fails is printed, cause by cause."""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

from tests.whole.suntingan.chains import play_chain
from tests.whole.suntingan.data_changes import CHANGES
from tests.whole.suntingan.edits import EDITS
from tests.whole.suntingan.judge import Fault, Verdict
from tests.whole.suntingan.office import FORMS, base
from tests.whole.suntingan.office_saved import base_saved
from tests.whole.suntingan.pairs import Pair, play

Failed = dict[tuple[str, str], list[str]]
"""The names of what failed, by the kind of fault and the edit."""

_BEGIN, _END = "<!-- angka -->", "<!-- sampai sini -->"
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


def _played(pair: Pair) -> list[tuple[str, str, Verdict]]:
    verdict = play(pair, base_saved if pair.office else base)
    verdict.result = None
    return [(pair.edit, str(pair), verdict)]


def _chained(seed: int) -> list[tuple[str, str, Verdict]]:
    told = []
    for one in play_chain(seed):
        one.verdict.result = None
        told.append((one.edit, f"rantai {seed}.{one.nth} {one.edit}+{one.change}", one.verdict))
    return told


def table(given: argparse.Namespace, counts: Counter[str], failed: Failed) -> str:
    """Return the figures of a run as they stand in docs/pengujian-suntingan.md."""
    lines = [
        f"Benih `{given.seed}`; {given.libreoffice} pasangan di antaranya simpanan LibreOffice; "
        f"{given.chains} rantai.",
        "",
        "| | dicoba | ditolak dengan alasan | gagal |",
        "|---|--:|--:|--:|",
    ]
    for kind in ("pasangan", "langkah rantai"):
        numbers = (counts[f"{kind}{what}"] for what in ("", " ditolak dengan alasan", " gagal"))
        lines.append(f"| {kind} | {' | '.join(map(str, numbers))} |")
    lines += ["", "| yang gagal | kali |", "|---|--:|"]
    for fault in Fault:
        times = sum(len(names) for (what, _), names in failed.items() if what == fault.value)
        lines.append(f"| {fault.value} | {times} |")
    return "\n".join(lines)


def write_down(figures: str, page: Path) -> None:
    """Put the figures of a run between the marks for them in a page of docs."""
    before, _, rest = page.read_text("utf-8").partition(_BEGIN)
    page.write_text(f"{before}{_BEGIN}\n{figures}\n{_END}{rest.partition(_END)[2]}", "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--libreoffice", type=int, default=400, help="of them, saved by it before")
    parser.add_argument("--chains", type=int, default=50)
    parser.add_argument("--seed", default="pasangan")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--page", type=Path, help="page of docs to write the figures into")
    given = parser.parse_args()
    tried = list(pairs(given.pairs, given.seed))
    tried[: given.libreoffice] = [one._replace(office=True) for one in tried[: given.libreoffice]]
    failed: Failed = defaultdict(list)
    counts: Counter[str] = Counter()
    looks: Counter[str] = Counter()
    with ProcessPoolExecutor(given.processes) as pool:
        for kind, played in (
            ("pasangan", pool.map(_played, tried, chunksize=4)),
            ("langkah rantai", pool.map(_chained, range(given.chains))),
        ):
            for edit, name, verdict in (one for group in played for one in group):
                counts[kind] += 1
                counts[f"{kind} ditolak dengan alasan"] += verdict.refused
                counts[f"{kind} gagal"] += bool(verdict.faults)
                looks.update(verdict.looks_told)
                for fault, detail in verdict.faults:
                    failed[fault.value, edit].append(name)
                    sys.stdout.write(f"{counts[kind]} {fault.value} | {name} | {detail}\n")
                sys.stdout.flush()
    for (what, edit), names in sorted(failed.items(), key=lambda one: -len(one[1])):
        sys.stdout.write(f"{len(names):4} {what} | {edit} | {names[0]}\n")
    sys.stdout.write(f"{dict(counts)}\nbentuk hilang, disebut: {dict(looks)}\n")
    if given.page:
        write_down(table(given, counts, failed), given.page)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
