"""Rewrites the pictures of findings in docs/gambar/: two screens of a terminal, and the page.

Needs Chromium.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

from generator.app.periksa import PAGE, check
from generator.contoh.fill import write_contoh
from generator.report.sentences import sentences
from generator.report.terminal import print_findings
from generator.schema.books import COPIES
from tests.support.browser import find_browser

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "gambar"
WIDTH, LINES = 110, 50
"""Columns and lines of a screen."""
COMMAND = 'sk-cascading periksa "SK 2022"'


class _Screen(io.StringIO):
    """Text that a terminal of our width gets."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def main() -> int:
    browser = find_browser()
    if browser is None:
        sys.stderr.write("Chromium is not installed.\n")
        return 1
    os.environ["COLUMNS"] = str(WIDTH)
    with TemporaryDirectory() as name:
        folder = Path(name, "SK 2022")
        write_contoh(folder)
        said = _said(folder)
        screens = [said[at : at + LINES] for at in range(0, len(said), LINES)]
        for number, lines in enumerate(screens, start=1):
            source = Path(name, f"layar-{number}.html")
            source.write_text(_drawn(lines), encoding="utf-8")
            _take(browser, source, f"temuan-layar-{number}", (WIDTH * 9 + 20, len(lines) * 18 + 40))
        _take(browser, folder / COPIES / PAGE, "temuan-halaman", (1100, 900))
    return 0


def _said(folder: Path) -> list[str]:
    """Return the lines that a terminal shows, with their colours."""
    outcome = check(folder)
    screen = _Screen()
    print_findings(outcome.findings, screen, outcome.waived)
    told = "\n".join(sentences(outcome.events)).replace(str(folder), folder.name)
    return [f"> {COMMAND}", *screen.getvalue().splitlines(), *told.splitlines()]


def _drawn(lines: list[str]) -> str:
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    for line in lines:
        console.print(Text.from_ansi(line), no_wrap=True, overflow="ellipsis")
    page = console.export_html(inline_styles=True)
    style = "<style>body{margin:20px}pre{font:14px/18px 'DejaVu Sans Mono',monospace!important}"
    return re.sub("</head>", f"{style}</style></head>", page)


def _take(browser: str, page: Path, picture: str, size: tuple[int, int]) -> None:
    target = PICTURES / f"{picture}.png"
    options = [f"--window-size={size[0]},{size[1]}", f"--screenshot={target}", "--hide-scrollbars"]
    headless = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
    subprocess.run([browser, *headless, *options, page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
