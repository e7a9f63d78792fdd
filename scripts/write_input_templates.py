"""Rewrites input_templates/ from the schema and the worked example; run it from the checkout."""

from pathlib import Path

from generator.contoh.fill import contoh_books
from generator.schema import BOOKS
from generator.workbook.blank import blank_book
from generator.workbook.save import write_file

FOLDER = Path(__file__).parent.parent / "input_templates"

for book in BOOKS:
    write_file(FOLDER / "kosong" / book.filename, blank_book(book))
for name, content in contoh_books().items():
    write_file(FOLDER / "contoh-bkpsdm-2022" / name, content)
