"""Marks in a copy of a book: a cell filled with a colour and told about in its comment.

A mark carries in its comment what the cell looked like before, so that it can be taken away from
wherever it was moved or copied, by whichever office program. The clerk's own words, and the
comment that stood there before, follow the last line of the mark and stay.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.bahasa.wording import clean
from generator.findings.rule import Severity
from generator.workbook.changing.grid import Grid
from generator.workbook.changing.notes import Notes
from generator.workbook.changing.parcel import Parcel
from generator.workbook.changing.styles import (
    CellStyles,
    colour_of,
    from_words,
    in_words,
    no_fill,
    solid,
)
from generator.workbook.opening.parsing import MAIN

HEAD = "Hasil pemeriksaan sk-cascading"
TAIL = "Catatan Anda:"
_BEFORE = "Warna semula: "
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_NO_STYLES = f'<styleSheet xmlns="{MAIN[1:-1]}"/>'.encode()
LONGEST = 4_000
"""Characters of one comment; far more than its box shows, far less than Excel takes."""


@dataclass(frozen=True, slots=True)
class Tone:
    """The two colours (RRGGBB) of one kind of mark: for dark text, and for light text."""

    pale: str
    deep: str


TONES = {
    Severity.SALAH: Tone("F9B9B7", "B3261D"),
    Severity.PERIKSA: Tone("FBE7A1", "8A5A02"),
    Severity.CATATAN: Tone("CFE2F3", "2F6FA7"),
}
USULAN = Tone("CBEBC7", "2D7A33")
_OURS = frozenset(colour for tone in (*TONES.values(), USULAN) for colour in (tone.pale, tone.deep))


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be said at one cell."""

    sheet: str
    address: str
    tone: Tone
    text: str


def one_line(text: str) -> str:
    """Return a text without its line breaks, so that it is no line of a mark by itself."""
    return " ".join(text.splitlines())


def put_marks(parcel: Parcel, marks: Iterable[Mark]) -> None:
    """Put marks into an opened book, at most one a cell; sheets it does not have are passed by."""
    parts = parcel.sheets()
    styles = styles_of(parcel)
    by_sheet: dict[str, list[Mark]] = {}
    for mark in marks:
        by_sheet.setdefault(mark.sheet, []).append(mark)
    for sheet in (one for one in by_sheet if one in parts):
        grid, notes = Grid(parcel.tree(parts[sheet])), Notes(parcel, parts[sheet])
        for mark in by_sheet[sheet]:
            cell = grid.cell(mark.address)
            style = int(cell.get("s") or 0)
            before = in_words(styles.fill(style))
            if before is not None:
                colour = mark.tone.deep if styles.is_light(style) else mark.tone.pale
                cell.set("s", str(styles.with_fill(style, solid(colour))))
            notes.put_before(mark.address, _comment(mark.text, before or ""))
        notes.close()


def remove_marks(parcel: Parcel) -> None:
    """Take every mark out of an opened book again: cells and comments are as they were before."""
    styles = styles_of(parcel)
    coloured = styles.has_colour(_OURS)
    for part in parcel.sheets().values():
        notes = Notes(parcel, part)
        before = {}
        for address, text in notes.texts().items():
            if text.startswith(f"{HEAD}\n"):
                before[address] = _fill_before(text)
                notes.cut(address, _length(text))
        notes.close()
        if coloured and parcel.tree(part).find(f"{MAIN}sheetData") is not None:
            grid = Grid(parcel.tree(part))
            for address in before:
                grid.find(address)
            for cell in grid.cells():
                style = int(cell.get("s") or 0)
                if colour_of(styles.fill(style)) in _OURS:
                    fill = from_words(before.get(str(cell.get("r")), ""))
                    cell.set("s", str(styles.with_fill(style, fill)))
            ours = styles.filled(_OURS)
            grid.restyle_folded({number: styles.with_fill(number, no_fill()) for number in ours})


def styles_of(parcel: Parcel) -> CellStyles:
    """Return the styles of an opened book, which need not have had any."""
    names = [*parcel.related(parcel.workbook, "styles").values()]
    if not names:
        names.append("xl/styles.xml")
        parcel.add(names[0], _NO_STYLES, _STYLES_TYPE)
        parcel.relate(parcel.workbook, "styles", names[0])
    return CellStyles(parcel.tree(names[0]))


def _comment(text: str, before: str) -> str:
    text = clean(text)
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]} …"
    return "\n".join([HEAD, text, *([f"{_BEFORE}{before}"] if before else []), TAIL, ""])


def _length(text: str) -> int:
    """Return how many characters of a comment are the mark.

    Where the clerk took away its last line only the first one is, since nobody knows then whose
    words the others are.
    """
    at = text.find(f"\n{TAIL}")
    end = len(HEAD) if at < 0 else at + 1 + len(TAIL)
    return end + (text[end : end + 1] == "\n")


def _fill_before(text: str) -> str:
    lines = text.partition(f"\n{TAIL}")[0].splitlines()
    return next((one.removeprefix(_BEFORE) for one in lines if one.startswith(_BEFORE)), "")
