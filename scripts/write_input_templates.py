"""Rewrites input_templates/ from the schema and the worked examples."""

from datetime import date
from pathlib import Path

from generator.contoh.fill import BERSIH, BKPSDM_2022, contoh_books, further_books
from generator.files.output import OVER, Written, write
from generator.naskah.keputusan_cascading.awal import standard_rows
from generator.schema.books import BOOKS
from generator.schema.keputusan import KEPUTUSAN
from generator.workbook.making.begun import begun_book
from generator.workbook.making.blank import blank_book
from generator.workbook.making.cmd_files import CMD_FILES

ROOT = Path(__file__).resolve().parent.parent / "input_templates"
FOLDERS = {
    "kosong": {
        **{book.filename: blank_book(book) for book in BOOKS},
        KEPUTUSAN.filename: begun_book(KEPUTUSAN, standard_rows(date.today())),
    },
    **{
        f"contoh-{contoh}": {**contoh_books(contoh), **further_books(contoh)}
        for contoh in (BKPSDM_2022, BERSIH)
    },
}

for folder, books in FOLDERS.items():
    for name, content in {**books, **CMD_FILES}.items():
        written = write(ROOT / folder / name, content, OVER)
        if not isinstance(written, Written):
            raise SystemExit(f"{written.place}: {written.message}")
