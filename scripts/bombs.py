"""Lay each bomb into a good folder, run the commands on it, and tell time and peak memory.

A run over all of them renews the table in docs/kinerja.md.

This process stays small, for the peak of a child counts what its parent held when it was started:
bombs are listed and made in processes of their own.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

COMMAND = (sys.executable, "-m", "generator")
ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "kinerja.md"
BEGIN, END = "<!-- tabel: make bom -->\n", "<!-- akhir tabel bom -->\n"
MOST_SECONDS, MOST_MB = 30, 1000
_MAKE = """
import sys
from pathlib import Path
from tests.support.bombs import BOMBS, lay
if len(sys.argv) > 1:
    lay(BOMBS[int(sys.argv[1])], Path(sys.argv[2]))
else:
    for number, bomb in enumerate(BOMBS):
        print(number, bomb.place, bomb.name, sep="\\t")
"""
_OF = {
    "eselon-4.xlsx": (
        *("periksa F", "periksa F --tandai", "periksa F --usulkan", "buat F -o O"),
        *("tahun-baru F 2023 -o O/baru", "template F"),
    ),
    "logo.png": ("periksa F", "buat F -o O"),
    "templat-keputusan.docx": ("periksa F", "buat F -o O"),
    "hasil-periksa": ("periksa F --tandai", "tahun-baru F 2023 -o O/baru"),
    "naskah.docx": (
        *("info D", "usulan-balik D F", "perbarui D F -o O/baru.docx", "bandingkan D F"),
        "buat F -o O",
    ),
}


class Measured(NamedTuple):
    """What one command took for a bomb of so many MB, and what it answered."""

    size: float
    command: str
    seconds: float
    memory: float
    answer: str


def measure(command: list[str], patience: int) -> tuple[float, float, int, str]:
    """Run a command; return its seconds of work, its peak in MB, its exit code, what it said.

    Work is counted and not time, so that a busy machine does not matter.
    """
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=output, preexec_fn=lambda: _allow(patience)
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode(errors="replace").strip()
    seconds = usage.ru_utime + usage.ru_stime
    return seconds, usage.ru_maxrss / 1024, process.returncode, said


def _allow(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def verdict(said: str) -> str:
    """Return what matters of an answer: its findings of files, and its last words."""
    if "Traceback" in said:
        return f"TRACEBACK {said.splitlines()[-1][:90]}"
    codes = dict.fromkeys(
        word for word in said.split() if word.startswith(("[BRK", "[NSK", "[DOK"))
    )
    return " ".join([*codes, "|", said[-60:].replace("\n", " ")])


def run(number: str, place: str, name: str, patience: int) -> list[Measured]:
    """Run the commands on a bomb, and tell of each."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        subprocess.run([sys.executable, "-c", _MAKE, number, folder], check=True, cwd=ROOT)
        size = (top / "bom").stat().st_size / 1e6
        key = place.partition("/")[0]
        for command in _OF[key]:
            work, out = top / "f", top / "o"
            for one in (work, out):
                shutil.rmtree(one, ignore_errors=True)
            shutil.copytree(top / "kerja", work)
            out.mkdir()
            paths = {"F": work, "O": out, "O/baru": out / "baru", "O/baru.docx": out / "baru.docx"}
            target = work / place
            if key == "naskah.docx":
                target = paths["D"] = out / "SK Cascading 2022 Badan Kepegawaian.docx"
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(top / "bom", target)
            line = [*COMMAND, *(str(paths.get(one, one)) for one in command.split())]
            seconds, memory, code, said = measure(line, patience)
            answer = verdict(said)
            bad = seconds > MOST_SECONDS or memory > MOST_MB or code not in (0, 1, 2)
            words = " ".join(one for one in command.split() if len(one) > 3 and "/" not in one)
            told = (
                f"{'!!' if bad or 'TRACE' in answer else '  '} {size:5.1f} MB {name:42} {words:20}"
                f" {seconds:6.1f} s {memory:6.0f} MB {code:3} {answer}\n"
            )
            sys.stdout.write(told)
            sys.stdout.flush()
            found.append(Measured(size, words, seconds, memory, answer))
    return found


def table(rows: dict[tuple[str, str], list[Measured]]) -> str:
    """Return the table: of each bomb the command that took longest, and the highest peak."""
    lines = [
        "| Berkas | tempat | MB | perintah terberat | detik | puncak MB | temuan |",
        "|---|---|--:|---|--:|--:|---|",
    ]
    for (place, name), found in rows.items():
        longest = max(found, key=lambda one: one.seconds)
        peak = max(one.memory for one in found)
        codes = dict.fromkeys(code for one in found for code in _codes(one.answer))
        cells = (
            *(name, f"`{place}`", _comma(longest.size, 1), f"`{longest.command}`"),
            *(_comma(longest.seconds, 1), f"{peak:.0f}", ", ".join(codes) or "–"),
        )
        lines.append(f"| {' | '.join(cells)} |")
    seconds = max(one.seconds for found in rows.values() for one in found)
    memory = max(one.memory for found in rows.values() for one in found)
    runs = sum(map(len, rows.values()))
    lines += [
        "",
        f"{len(rows)} berkas, {runs} perintah; paling lama {_comma(seconds, 1)} detik, paling besar"
        f" {memory:.0f} MB. Mesin: {os.cpu_count()} inti {platform.machine()}; Python"
        f" {platform.python_version()}.",
    ]
    return "\n".join((*lines, ""))


def _codes(answer: str) -> list[str]:
    return [word.strip("[]") for word in answer.partition(" |")[0].split() if word != "|"]


def _comma(number: float, digits: int) -> str:
    return f"{number:.{digits}f}".replace(".", ",")


def renew(rows: dict[tuple[str, str], list[Measured]]) -> None:
    """Write the table into its place in the page."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}{table(rows)}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("words", nargs="*")
    parser.add_argument("--sabar", type=int, default=100)
    parser.add_argument("--tempat", default="")
    asked = parser.parse_args()
    listed = subprocess.run(
        [sys.executable, "-c", _MAKE], check=True, capture_output=True, text=True, cwd=ROOT
    )
    measured: dict[tuple[str, str], list[Measured]] = {}
    for row in listed.stdout.splitlines():
        at, where, called = row.split("\t")
        if asked.tempat in where and (not asked.words or any(one in called for one in asked.words)):
            measured[where, called] = run(at, where, called, asked.sabar)
    if not asked.words and not asked.tempat:
        renew(measured)
