"""Sheet Petunjuk: the guide in front of every book, written for the clerk who fills it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.schema.books import PETUNJUK
from generator.schema.keputusan import JENJANG, KEPUTUSAN
from generator.schema.types import TEMPLATE_VERSION, Book, Column, Printed, Sheet
from generator.workbook import look, measures
from generator.workbook.look import Look
from generator.workbook.making.petunjuk_texts import (
    CONTOH_LANJUTAN,
    KODE_INDUK,
    LANGKAH_KEPUTUSAN,
    LANGKAH_KINERJA,
    LANGKAH_LAIN,
    SERING_KELIRU_KEPUTUSAN,
    SERING_KELIRU_KINERJA,
    SERING_KELIRU_LAIN,
)

_TITLE = look.font(measures.BLUE, bold=True, size=18)
_SUBTITLE = look.font(size=12)
_SECTION = look.font(measures.BLUE, bold=True, size=13)
_TEXT = look.font()
_LEFT = Alignment(vertical="top", horizontal="left", wrap_text=True)
_HEADING = look.HEADER_OPTIONAL
_BODY = Look(_TEXT, PatternFill(), _LEFT)
_PRINTED = {Printed.SELALU: "ya", Printed.MATRIKS: "di matriks", Printed.TIDAK: "tidak"}
_LAST_OF_EXAMPLE = "satuan"


def add_petunjuk(workbook: Workbook, book: Book) -> None:
    """Write the locked guide as the next sheet; kind and version stand in its first rows."""
    main = book.sheets[-1] if book.level is not None else None
    example = _example_columns(main) if main else ()
    widths = [max(22, min(24, example[0].width))] if example else [26]
    widths += [max(10, min(24, column.width)) for column in example[1:]] or [12, 12, 72]
    guide = _Guide(workbook.create_sheet(PETUNJUK), widths)
    guide.line(book.title, _TITLE)
    guide.line(book.purpose, _SUBTITLE)
    guide.skip()
    guide.fact("Jenis buku", book.kind)
    guide.fact("Versi templat", TEMPLATE_VERSION)

    guide.section("Cara mengisi")
    steps, advices = _texts(book)
    first = main or book.sheets[0]
    for number, step in enumerate(steps, start=1):
        guide.line(f"{number}.  {step.format(lembar=first.name)}")

    if main:
        guide.section(f"Contoh isian pada lembar {main.name}")
        guide.table(
            [column.heading for column in example],
            [
                [column.example for column in example],
                [CONTOH_LANJUTAN[book.kind].get(column.role, "") for column in example],
            ],
        )
        guide.line(
            "Baris kedua adalah indikator lain dari kotak yang sama: kolom sebelum Indikator "
            "dikosongkan."
        )

    guide.section("Lembar dalam buku ini")
    guide.table(
        ["Lembar", "Wajib", "Tercetak", "Untuk apa"],
        [[one.name, _yes(not one.optional), _prints(one), one.purpose] for one in book.sheets],
    )

    guide.section("Yang sering keliru")
    for advice in advices:
        guide.line(f"•  {advice}")

    described = (JENJANG,) if book is KEPUTUSAN else book.sheets
    for sheet in book.sheets:
        if sheet.keys:
            guide.section(f"Isian pada lembar {sheet.name}")
            guide.table(
                ["Isian", "Wajib", "Tercetak", "Cara mengisi"],
                [[key.name, _yes(key.required), _yes(key.printed), key.help] for key in sheet.keys],
            )
    for sheet in (one for one in described if not one.keys):
        guide.section(f"Kolom pada lembar {sheet.name}")
        guide.table(
            ["Kolom", "Wajib", "Tercetak", "Cara mengisi"],
            [
                [one.heading, _yes(one.required), _PRINTED[one.printed], one.help]
                for one in sheet.columns
            ],
        )
    guide.finish(book.title)


def _texts(book: Book) -> tuple[Sequence[str], Sequence[str]]:
    """Return what to do step by step, and what often goes wrong."""
    if book.level is not None:
        return LANGKAH_KINERJA, (*KODE_INDUK[book.kind], *SERING_KELIRU_KINERJA)
    if book is KEPUTUSAN:
        return LANGKAH_KEPUTUSAN, SERING_KELIRU_KEPUTUSAN
    return LANGKAH_LAIN, SERING_KELIRU_LAIN


def _example_columns(sheet: Sheet) -> tuple[Column, ...]:
    roles = [column.role for column in sheet.columns]
    return sheet.columns[: roles.index(_LAST_OF_EXAMPLE) + 1]


def _yes(answer: bool) -> str:
    return "ya" if answer else "tidak"


def _prints(sheet: Sheet) -> str:
    return _yes(any(column.printed is not Printed.TIDAK for column in sheet.columns))


@dataclass
class _Guide:
    """Writes downwards on one sheet; `widths` are those of its columns, in characters."""

    sheet: Worksheet
    widths: Sequence[float]
    row: int = field(default=0)

    def line(self, text: str, font: Font = _TEXT) -> None:
        """Write one paragraph over all columns."""
        self.row += 1
        self._write(1, len(self.widths), text, font)
        self._height([(text, sum(self.widths))], 1.35 * font.size)

    def skip(self) -> None:
        self.row += 1

    def fact(self, name: str, value: str | int) -> None:
        self.row += 1
        self._write(1, 1, name)
        self._write(2, 2, value, look.font(bold=True))

    def section(self, title: str) -> None:
        self.skip()
        self.line(title, _SECTION)

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Write a bordered table; its last column takes whatever columns are left."""
        for number, texts in enumerate([headings, *rows]):
            self.row += 1
            sizes = []
            for index, text in enumerate(texts, start=1):
                last = len(self.widths) if index == len(texts) else index
                self._write(index, last, text, dressed=_HEADING if number == 0 else _BODY)
                sizes.append((text, sum(self.widths[index - 1 : last])))
            self._height(sizes, 16)

    def finish(self, title: str) -> None:
        """Lock the sheet, without a password, and set it up for print."""
        for index, width in enumerate(self.widths, start=1):
            self.sheet.column_dimensions[get_column_letter(index)].width = width
        self.sheet.protection.sheet = True
        self.sheet.sheet_view.showGridLines = False
        self.sheet.sheet_properties.tabColor = "2E7D32"
        look.set_up_page(self.sheet, title, sum(self.widths))

    def _write(
        self,
        first: int,
        last: int,
        value: str | int,
        font: Font = _TEXT,
        dressed: Look | None = None,
    ) -> None:
        cell = self.sheet[f"{get_column_letter(first)}{self.row}"]
        look.put(cell, value)
        cell.font = font
        cell.alignment = _LEFT
        if dressed:
            dressed.dress(cell)
        if last > first:
            self.sheet.merge_cells(
                start_row=self.row, end_row=self.row, start_column=first, end_column=last
            )

    def _height(self, texts: Iterable[tuple[str, float]], line: float) -> None:
        tallest = max(measures.lines_in(text, width) for text, width in texts)
        self.sheet.row_dimensions[self.row].height = 4 + line * tallest
