"""What came of many pairs and chains, as the table of docs/pengujian-suntingan.md."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.whole.suntingan.judge import Fault, Verdict

PAGE = Path(__file__).parents[3] / "docs" / "pengujian-suntingan.md"
START, END = "<!-- tabel: make pasangan -->\n", "<!-- akhir tabel -->\n"
REASONS = {
    "paragraf": "paragrafnya digambar ulang dengan bentuk lembar yang baru",
    "huruf": "nilainya kini tercetak di kotak atau baris lain, yang berhuruf sendiri",
}
"""Why a look may be lost that the report tells of, by what it is a look of."""


@dataclass
class Figures:
    """Counts of one run; `played`, `failed` and `refused` by what was played."""

    title: str
    played: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    looks: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, verdict: Verdict) -> None:
        """Count one pair or one round of a chain."""
        self.played[kind] += 1
        self.failed[kind] += bool(verdict.faults)
        self.refused[kind] += verdict.refused
        self.faults.update(fault.value for fault, _ in verdict.faults)
        self.looks.update(verdict.looks_told)

    def table(self) -> str:
        """Return the tables in Markdown."""
        head = (
            f"{self.title}\n\n| | dijalankan | gagal | ditolak dengan alasan |\n|---|--:|--:|--:|"
        )
        runs = [
            f"| {name} | {count} | {self.failed[name]} | {self.refused[name]} |"
            for name, count in self.played.items()
        ]
        faults = [f"| {one.value} | {self.faults[one.value]} |" for one in Fault]
        looks = [
            f"| {name} | {count} | {REASONS[name.split()[0]]} |"
            for name, count in sorted(self.looks.items())
        ]
        parts = [head, *runs, "", "| kesalahan | kali |", "|---|--:|", *faults, ""]
        if looks:
            parts += ["| bentuk hilang, disebut | kali | sebab |", "|---|--:|---|", *looks]
        else:
            parts += ["Bentuk yang hilang dan disebut dalam laporan: 0."]
        return "\n".join(parts) + "\n"


def with_table(page: str, figures: Figures) -> str:
    """Return a page with its table replaced."""
    before, start, rest = page.partition(START)
    _, end, after = rest.partition(END)
    return f"{before}{start}{figures.table()}{end}{after}"
