"""Edits made in Word to text that comes from a book, as what their cells would have to say.

A proposal is made only where the book would print exactly what stands in Word now, and where
the cell still says what it said when the decree was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.decree.package import Anchor
from generator.diagnostics import Diagnostic, Edit, Place, finding
from generator.revision.decree_file import DecreeFile
from generator.revision.excerpts import shortened
from generator.revision.placeholders import put_back
from generator.schema import Entry
from generator.wording import read_number
from generator.workbook.cells import as_text, readable
from generator.workbook.number_format import show
from generator.workbook.raw import RawBook, RawCell, Value
from generator.workbook.tables import Tables
from generator.workbook.target import CellFault, TargetText, read_pagu, read_target

_NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a cell should say, and the finding that says so."""

    place: Place
    value: Value
    number_format: str
    finding: Diagnostic

    @property
    def before(self) -> str:
        """What the cell says in the book."""
        return self.finding.edits[0].old


def propose(
    decree: DecreeFile, books: Sequence[RawBook], tables: Tables
) -> tuple[tuple[Proposal, ...], list[Diagnostic]]:
    """Return the proposals, one a cell, and what could not be proposed."""
    shelf = _Shelf(books, tables)
    made: dict[Place, Proposal] = {}
    findings: list[Diagnostic] = []
    for edits in _by_value(decree):
        place = edits[0][0].place
        found = [shelf.proposal(anchor, new, made.get(place)) for anchor, new in edits]
        sure = [one for one in found if isinstance(one, Proposal)]
        unsure = [one for one in found if isinstance(one, Diagnostic)]
        if len({one.value for one in sure}) > 1:
            one, other = (edit[1] for edit in edits[:2])
            findings.append(finding("suntingan-berselisih", place, satu=one, lain=other))
        elif sure:
            made[place] = sure[0]
        else:
            findings.append(unsure[0])
    return tuple(made.values()), findings


def _by_value(decree: DecreeFile) -> list[list[tuple[Anchor, str]]]:
    """Return the edits of each value that comes from a book: where it was printed, and its text.

    A value edited alike at several places counts once.
    """
    found: dict[tuple[str, ...], dict[tuple[str, str], tuple[Anchor, str]]] = {}
    for edit in decree.edits:
        if edit.anchor:
            new = edit.new.strip()
            same = found.setdefault(edit.anchor.identity, {})
            same.setdefault((edit.anchor.text, new), (edit.anchor, new))
    return [list(edits.values()) for edits in found.values()]


class _Shelf:
    """The books by cell, with what a target needs to be read."""

    def __init__(self, books: Iterable[RawBook], tables: Tables) -> None:
        self.books = {book.name for book in books}
        self.cells = dict(_cells(books))
        self.units = tables.satuan
        self.satuan = {
            row.cells["target"].place: satuan if isinstance(satuan, str) else None
            for row, satuan in zip(tables.baris["row"], tables.baris["satuan"], strict=True)
            if "target" in row.cells
        }

    def proposal(self, anchor: Anchor, new: str, before: Proposal | None) -> Proposal | Diagnostic:
        """Return what the cell of a value should say, or why nobody can know."""
        place = anchor.place
        if place.cell is None or place.book not in self.books:
            return finding("sel-usulan-tidak-ada", place, kata=new, cetak=anchor.text)
        cell = self.cells.get((place.book, place.sheet, place.cell), RawCell(None))
        if before:
            cell = RawCell(before.value, before.number_format)
        typed = _typed(cell)
        if anchor.raw not in (typed, _typed(cell, Entry.KODE), *_lines(typed)):
            return finding("sel-sudah-berubah", place, isi=typed, lama=anchor.raw, kata=new)
        made = self._cell(anchor, new, cell, typed)
        if made is None:
            return finding("usulan-tidak-pasti", place, isi=typed, kata=new, cetak=anchor.text)
        old, text = before.before if before else typed, _typed(made)
        isi, baru = shortened(old, text)
        edits = [Edit(place, old, text)]
        said = finding("usulan-dari-word", place, edits=edits, isi=isi, baru=baru)
        return Proposal(place, made.value, made.number_format, said)

    def _cell(self, anchor: Anchor, new: str, cell: RawCell, typed: str) -> RawCell | None:
        """Return the cell that prints `new`; None when there is none for sure."""
        role = anchor.identity[-1]
        if role == "pagu":
            return _pagu(cell, new)
        if role == "target":
            satuan = self.satuan.get(anchor.place)
            candidates = _target_cells(anchor, new, cell)
            return next((one for one in candidates if self._prints(one, satuan, new)), None)
        back = put_back(anchor.raw, anchor.text, new) if anchor.raw else new
        if back is None:
            return None
        if anchor.raw not in _lines(typed):
            return RawCell(back)
        return RawCell("\n".join(back if one == anchor.raw else one for one in _lines(typed)))

    def _prints(self, cell: RawCell, satuan: str | None, text: str) -> bool:
        if not isinstance(cell.value, str | int | float) or isinstance(cell.value, bool):
            return False
        read = read_target(cell.value, cell.number_format, satuan, self.units)
        return isinstance(read, TargetText) and read.text == text


def _cells(books: Iterable[RawBook]) -> Iterator[tuple[tuple[str, str | None, str], RawCell]]:
    for book in books:
        for sheet in book.sheets:
            for row in sheet.rows:
                for letter, cell in row.cells.items():
                    yield (book.name, sheet.name, f"{letter}{row.number}"), cell


def _typed(cell: RawCell, entry: Entry = Entry.TEKS) -> str:
    """Return what somebody typed into a cell, in the form in which a decree remembers it."""
    value, _ = readable(cell, _NOWHERE)
    if value is None:
        return ""
    typed = as_text(value, cell.number_format, entry)
    return str(cell.value) if isinstance(typed, CellFault) else typed


def _lines(typed: str) -> list[str]:
    return [line.strip() for line in typed.split("\n")]


def _target_cells(anchor: Anchor, new: str, cell: RawCell) -> Iterator[RawCell]:
    """Yield what the cell of a target may say to print `new`, the likeliest first."""
    unit = anchor.text.removeprefix(anchor.raw) if anchor.text.startswith(anchor.raw) else ""
    bare = new.removesuffix(unit).rstrip() if unit else new
    if isinstance(cell.value, int | float):
        for text in (bare, new.rstrip("%").rstrip(), new.partition(" ")[0]):
            if (number := read_number(text)) is not None:
                yield _number_cell(number, cell.number_format)
    yield RawCell(bare)
    yield RawCell(new)


def _number_cell(number: Decimal, number_format: str) -> RawCell:
    """Return a number as it is stored, in a format that shows all of its decimals."""
    format = show(0, number_format).format
    places = max(0, -int(number.normalize().as_tuple().exponent))
    stored = number.scaleb(-format.scale)
    value: Value = int(stored) if stored == stored.to_integral_value() else float(stored)
    if format.decimals is None or format.decimals >= places:
        return RawCell(value, number_format)
    return RawCell(value, f"0.{'0' * places}%" if format.scale == 2 else "General")


def _pagu(cell: RawCell, new: str) -> RawCell | None:
    number = read_pagu(new)
    if isinstance(number, CellFault):
        return None
    return RawCell(new) if isinstance(cell.value, str) else _number_cell(number, cell.number_format)
