"""Write the Jinja source beside a stock Word template: compile_template.py FILE.docx."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.opc.parts import read_parts
from generator.word.compile import compile_source, patch, place_logo
from generator.word.wordml import DOCUMENT


def source(document: str) -> str:
    """Return the Jinja source of a template's document part."""
    return compile_source(place_logo(DOCUMENT, patch(document), 0)[0])


def main() -> int:
    path = Path(sys.argv[1])
    document = read_parts(path)[DOCUMENT].decode()
    path.with_suffix(".jinja").write_text(source(document), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
