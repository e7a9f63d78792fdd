"""Edits made in Word to text that comes from a book, as what their cells would have to say.

A proposal is made only where the book would print exactly what stands in Word now, and where
the cell still says what it said when the decree was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.bahasa.numbers import format_number, read_number
from generator.findings.cures import replacement
from generator.findings.finding import Diagnostic, finding
from generator.revision.back.items import ItemList, changed_lists
from generator.revision.back.placeholders import put_back
from generator.revision.opened import StampedFile
from generator.revision.read.excerpts import shortened
from generator.schema.kinerja import is_planned
from generator.values import Place
from generator.word.render import Anchor
from generator.workbook.opening.raw import RawBook
from generator.workbook.reading.number_format import as_typed
from generator.workbook.reading.tables import Tables
from generator.workbook.reading.target import (
    CellFault,
    TargetText,
    read_pagu,
    read_target,
    without_unit,
)
from generator.workbook.reading.texts import cell_texts, text_at


def propose(decree: StampedFile, books: Sequence[RawBook], tables: Tables) -> list[Diagnostic]:
    """Return a finding for each cell that has to change, with the edit that changes it.

    Edits that no cell answers for sure are findings without one.
    """
    shelf = _Shelf(books, tables)
    made: dict[Place, str] = {}
    unsure: list[Diagnostic] = []
    listed: set[Place] = set()
    for items in changed_lists(decree):
        listed.update(anchor.place for anchor in items.made)
        rows, doubts = _rows(items, shelf)
        made |= rows
        unsure += [*_told(items), *doubts]
    for edits in _by_value(decree):
        place = edits[0][0].place
        if place in listed:
            continue
        now = made.get(place, shelf.text(place))
        found = [shelf.answer(anchor, new, now) for anchor, new in edits]
        sure = [one for one in found if isinstance(one, str)]
        if len(set(sure)) > 1:
            one, other = (edit[1] for edit in edits[:2])
            unsure.append(finding("suntingan-berselisih", place, satu=one, lain=other))
        elif sure:
            made[place] = sure[0]
        else:
            unsure += [one for one in found[:1] if isinstance(one, Diagnostic)]
    return [*(_proposal(place, shelf.text(place), new) for place, new in made.items()), *unsure]


def _told(items: ItemList) -> Iterator[Diagnostic]:
    for place, change, text in items.changes():
        yield finding("butir-berubah-di-word", place, perubahan=change, isi=text)


def _rows(items: ItemList, shelf: _Shelf) -> tuple[dict[Place, str], list[Diagnostic]]:
    """Return what each cell of a list has to say, or why nobody knows."""
    typed: list[str] = []
    for one in items.now:
        found = one.text if one.anchor is None else shelf.item(one.anchor, one.text)
        if isinstance(found, Diagnostic):
            return {}, [found]
        typed.append(found)
    places = [anchor.place for anchor in items.made]
    behind = items.place_behind
    for _ in range(len(typed) - len(places)):
        if shelf.text(behind):
            return {}, []
        places.append(behind)
        behind = replace(behind, row=(behind.row or 0) + 1)
    typed += [""] * (len(places) - len(typed))
    wanted = zip(places, typed, strict=True)
    return {place: new for place, new in wanted if new != shelf.text(place)}, []


def _proposal(place: Place, old: str, new: str) -> Diagnostic:
    isi, baru = shortened(old, new)
    edits = [replacement(place, old, new)]
    return finding("usulan-dari-word", place, edits=edits, isi=isi, baru=baru)


def _by_value(decree: StampedFile) -> list[list[tuple[Anchor, str]]]:
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

    def __init__(self, books: Sequence[RawBook], tables: Tables) -> None:
        self.books = {book.name for book in books}
        self.texts = cell_texts(books)
        self.formats = {
            (book.name, sheet.name, f"{letter}{row.number}"): cell.number_format
            for book in books
            for sheet in book.sheets
            for row in sheet.rows
            for letter, cell in row.cells.items()
            if isinstance(cell.value, int | float)
        }
        self.units = tables.satuan
        self.satuan = {
            row.cells[role].place: satuan if isinstance(satuan, str) else None
            for row, satuan in zip(tables.baris["row"], tables.baris["satuan"], strict=True)
            for role in ("target", *row.targets)
            if role in row.cells
        }

    def text(self, place: Place) -> str:
        """Return what the cell at a place says, "" when it is empty or not there."""
        return text_at(self.texts, place) or ""

    def answer(self, anchor: Anchor, new: str, now: str) -> str | Diagnostic:
        """Return what a cell that says `now` has to say for `new` to print, or why nobody knows."""
        place = anchor.place
        if place.cell is None or place.book not in self.books:
            return finding("sel-usulan-tidak-ada", place, kata=new, cetak=anchor.text)
        lines = _lines(now)
        if anchor.raw not in (now, *lines):
            return finding("sel-sudah-berubah", place, isi=now, lama=anchor.raw, kata=new)
        back = self._typed(anchor, new)
        if back is None:
            return finding("usulan-tidak-pasti", place, isi=now, kata=new, cetak=anchor.text)
        if anchor.raw not in lines:
            return back
        return "\n".join(back if line == anchor.raw else line for line in lines)

    def item(self, anchor: Anchor, text: str) -> str | Diagnostic:
        """Return what the row of an item has to say, wherever it comes to stand.

        A mark that the cell begins with counts the old place, and goes.
        """
        raw, now = anchor.raw, self.text(anchor.place)
        if now != raw:
            return finding("sel-sudah-berubah", anchor.place, isi=now, lama=raw, kata=text)
        typed = raw if text == anchor.text else self.answer(anchor, text, now)
        mark = raw.removesuffix(anchor.text)
        return typed.removeprefix(mark) if isinstance(typed, str) and mark != raw else typed

    def _typed(self, anchor: Anchor, new: str) -> str | None:
        """Return what has to be typed for `new` to print; None when that is not sure."""
        role = anchor.identity[-1]
        if role == "pagu":
            return None if isinstance(read_pagu(new), CellFault) else new
        if role == "target" or is_planned(role):
            candidates = (one for one in _targets(anchor, new) if one)
            return next((one for one in candidates if self._prints(one, anchor, new)), None)
        return put_back(anchor.raw, anchor.text, new) if anchor.raw else new

    def _prints(self, typed: str, anchor: Anchor, text: str) -> bool:
        """Whether a target typed so prints as `text`; a number goes into a number's format."""
        place = anchor.place
        format = self.formats.get((place.book, place.sheet or "", place.cell or ""))
        number = read_number(typed) if format and "." not in typed else None
        value, format = (typed, "General") if number is None else (float(number), format)
        satuan = self.satuan.get(place)
        read = read_target(value, format or "General", satuan, self.units)
        if not isinstance(read, TargetText):
            return False
        if not is_planned(anchor.identity[-1]):
            return read.text == text
        shown = typed if number is None else as_typed(value, format or "General")
        return without_unit(read.text, shown, satuan) == text


def _lines(typed: str) -> list[str]:
    return [line.strip() for line in typed.split("\n")]


def _targets(anchor: Anchor, new: str) -> Iterator[str]:
    """Yield what may be typed as a target to print `new`, the likeliest first."""
    if anchor.text.startswith(anchor.raw):
        yield new.removesuffix(anchor.text.removeprefix(anchor.raw))
    if (number := read_number(new.partition(" ")[0])) is not None:
        yield format_number(number).replace(".", "")
    yield new
