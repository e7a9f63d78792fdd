"""Draw the annex of each test cascade as pictures: `make gallery`, or with names as arguments.

Needs LibreOffice and poppler-utils. Everything goes to build/gallery/: the Word file, its PDF,
a PNG of each page, and the SVG of the same sheets.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.lampiran.layout.pages import lay_out
from generator.lampiran.matriks import table as matriks
from generator.lampiran.svg import draw_svg
from generator.lampiran.word import draw
from tests.support.drawn_word import F4, save
from tests.support.soffice import convert, pdf_pages_png
from tests.support.trees import TREES, bkpsdm_2022, many

FOLDER = Path(__file__).parent.parent / "build" / "gallery"
ALL = {**TREES, "dua-ribu-indikator": lambda: many(2000)}


def main(names: list[str]) -> None:
    """Write the pictures of the cascades named, of all when none is."""
    files = []
    for name in names or ALL:
        cascade = ALL[name]()
        files.append(save(draw(cascade, F4), FOLDER / f"{name}.docx"))
        svg = draw_svg(lay_out(cascade, F4), F4, name)
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")
    files.append(save(matriks.draw(bkpsdm_2022(), F4), FOLDER / "matriks.docx"))
    for pdf in convert(files, "pdf", FOLDER):
        pdf_pages_png(pdf, FOLDER, dpi=90)
    sys.stdout.write(f"{FOLDER}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
