"""Write generator/word/bookman.json, the advance widths of Bookman, from an installed font.

Needs fontTools and Debian's fonts-urw-base35; run it only to renew the table:

    python scripts/widths.py /usr/share/fonts/opentype/urw-base35
"""

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

TARGET = Path(__file__).parent.parent / "generator" / "word" / "bookman.json"
SOURCE = (
    "Advance widths in 1/1000 em, measured from URW Bookman Light and Demi (URW++, AGPL-3 with "
    "font exception, Debian package fonts-urw-base35), which share the metrics of Bookman Old "
    "Style. Numbers only; no part of a font program is included."
)


def widths(font: Path) -> dict[str, int]:
    """Return the width of every character a font has, in 1/1000 em."""
    loaded = TTFont(font)
    advance = loaded["hmtx"]
    scale = 1000 / loaded["head"].unitsPerEm
    return {
        chr(code): round(advance[glyph][0] * scale)
        for code, glyph in sorted(loaded.getBestCmap().items())
    }


def grouped(table: dict[str, int]) -> dict[str, str]:
    """Return the characters of each width as one string."""
    groups: dict[int, str] = {}
    for character, width in table.items():
        groups[width] = groups.get(width, "") + character
    return {str(width): groups[width] for width in sorted(groups)}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    content = {
        "source": SOURCE,
        "regular": grouped(widths(folder / "URWBookman-Light.otf")),
        "bold": grouped(widths(folder / "URWBookman-Demi.otf")),
    }
    TARGET.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
