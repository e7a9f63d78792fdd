"""Runs the command line: `sk-cascading`, or `python -m generator`."""

from __future__ import annotations

import sys
from typing import NoReturn

INTERRUPTED = 130
"""What shells take as the exit code of a program that Ctrl-C ended."""


def main() -> NoReturn:
    """Run the command line; Ctrl-C ends it quietly, while it is still being loaded too."""
    try:
        from generator.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
