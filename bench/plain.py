"""What a plain script does with the same books: read all sheets, print one table of their rows.

Usage: plain.py FOLDER TEMPLATE OUTPUT
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
from docxtpl import DocxTemplate


def main(folder: Path, template: Path, output: Path) -> None:
    rows = []
    for path in sorted(folder.glob("*.xlsx")):
        for sheet, frame in pd.read_excel(path, sheet_name=None, dtype=str).items():
            for values in frame.fillna("").itertuples(index=False):
                cells = [str(value) for value in values if value]
                rows.append({"sasaran": path.stem, "indikator": sheet, "target": " | ".join(cells)})
    document = DocxTemplate(template)
    document.render({"daftar": rows}, autoescape=True)
    document.save(output)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
