"""`periksa --usulkan`: each book as a copy in which the certain cures are carried out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic, Edit, Place
from generator.output import Written
from generator.schema import DIKTUM, MENGINGAT, MENIMBANG, TEMBUSAN
from generator.wording import fold
from generator.workbook.annotate import one_line, words_of
from generator.workbook.copies import PROPOSED, write_copy
from generator.workbook.grid import Grid
from generator.workbook.listing import Entry, Listing, put_listing
from generator.workbook.marks import USULAN, Mark, put_marks
from generator.workbook.parcel import Parcel
from generator.workbook.raw import RawBook
from generator.workbook.texts import Texts, text_at

_COLUMNS = (
    *(("Kode", 11), ("Sel", 10), ("Lembar", 16), ("Kolom", 14)),
    *(("Semula", 50), ("Menjadi", 50), ("Temuan", 44)),
)
_ADVICE = (
    "Yang pasti cara membetulkannya sudah dibetulkan di salinan ini. Klik sebuah sel di "
    "daftar ini untuk melompat ke sana.",
    "Bila Anda setuju, pindahkan salinan ini ke folder kerja menggantikan bukunya. Lembar ini, "
    "warna sel, dan komentarnya tidak dibaca sebagai isian.",
)
_LISTS = frozenset(fold(sheet.name) for sheet in (MENIMBANG, MENGINGAT, DIKTUM, TEMBUSAN))
"""The sheets in which one row may take the place of another."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one cell, and the findings that ask for it."""

    place: Place
    before: str
    after: str
    because: tuple[Diagnostic, ...]


def write_proposed(
    books: Sequence[RawBook], findings: Sequence[Diagnostic], texts: Texts
) -> list[Written | Diagnostic]:
    """Write a copy of every book in which something can be cured with certainty."""
    done = []
    for book in books:
        own = [one for one in findings if any(edit.place.book == book.name for edit in one.edits)]

        def change(parcel: Parcel, own: Sequence[Diagnostic] = own, name: str = book.name) -> None:
            parts = parcel.sheets()
            sheets = {str(edit.place.sheet) for one in own for edit in one.edits} & parts.keys()
            grids = {sheet: Grid(parcel.tree(parts[sheet])) for sheet in sheets}

            def is_typed(place: Place) -> bool:
                grid = grids.get(str(place.sheet)) if place.book == name else None
                return grid is not None and not grid.is_formula(str(place.cell))

            changes = [one for one in propose(own, texts, is_typed) if one.place.book == name]
            for one in changes:
                grids[str(one.place.sheet)].write(str(one.place.cell), one.after)
            put_marks(parcel, map(_mark, changes))
            put_listing(parcel, _listing(name, changes))

        done.append(write_copy(book, PROPOSED, change, needed=bool(own)))
    return [one for one in done if one]


def propose(
    findings: Iterable[Diagnostic], texts: Texts, is_typed: Callable[[Place], bool]
) -> list[Change]:
    """Return what becomes of each cell when every edit of the findings is carried out.

    Pieces are mended first and rows moved last, so that a row arrives mended. Rows move only
    where each of them finds a place: nothing typed is lost. An edit without an old text fills a
    cell that is empty. What a formula makes stays.
    """
    asked: dict[Place, dict[Edit, list[Diagnostic]]] = {}
    named: dict[Place, Place] = {}
    for one in findings:
        for edit in one.edits:
            filled = bool(text_at(texts, edit.place))
            if edit.place.cell and filled == bool(edit.old) and is_typed(edit.place):
                cell = replace(edit.place, heading=None)
                named.setdefault(cell, edit.place)
                asked.setdefault(cell, {}).setdefault(replace(edit, place=cell), []).append(one)
    before = {place: text_at(texts, place) or "" for place in asked}
    moves = _moves(asked, before, texts)
    pieces = {place: edits.keys() - moves for place, edits in asked.items()}
    mended = {place: _mend(before[place], edits) for place, edits in pieces.items()}
    after = mended | {edit.place: mended[source] for edit, source in _sources(moves).items()}
    return [
        Change(named[place], before[place], after[place], _because(edits.values()))
        for place, edits in asked.items()
        if after[place] != before[place]
    ]


def _moves(
    asked: Mapping[Place, Iterable[Edit]], before: Mapping[Place, str], texts: Texts
) -> set[Edit]:
    """Return the edits that put the whole text of one row of a list in the place of another."""
    rows: dict[tuple[str, str | None], set[str]] = {}
    for (book, sheet, _), text in texts.items():
        if fold(sheet) in _LISTS:
            rows.setdefault((book, sheet), set()).add(text)
    return {
        edit
        for place, edits in asked.items()
        for edit in edits
        if edit.old
        and edit.old == before[place]
        and edit.new in rows.get((place.book, place.sheet), ())
    }


def _sources(moves: Iterable[Edit]) -> dict[Edit, Place]:
    """Return where the text of each move comes from.

    Where the rows of a sheet would not all keep a place, none of them moves.
    """
    by_sheet: dict[tuple[str, str | None], list[Edit]] = {}
    for edit in moves:
        by_sheet.setdefault((edit.place.book, edit.place.sheet), []).append(edit)
    sources: dict[Edit, Place] = {}
    for edits in by_sheet.values():
        if Counter(edit.old for edit in edits) == Counter(edit.new for edit in edits):
            free: dict[str, list[Place]] = {}
            for edit in sorted(edits, key=lambda edit: edit.place.row or 0):
                free.setdefault(edit.old, []).append(edit.place)
            sources |= {edit: free[edit.new].pop(0) for edit in edits}
    return sources


def _mend(text: str, edits: Iterable[Edit]) -> str:
    """Carry out pieces, the longest first, since a shorter one may stand inside it."""
    for edit in sorted(edits, key=lambda edit: (-len(edit.old), edit.old)):
        text = text.replace(edit.old, edit.new)
    return text


def _because(groups: Iterable[Iterable[Diagnostic]]) -> tuple[Diagnostic, ...]:
    """Return the findings behind a change, each rule's statement once."""
    unique = {(one.rule.code, one.statement): one for group in groups for one in group}
    return tuple(unique.values())


def _mark(change: Change) -> Mark:
    said = [f"[{one.rule.code}] {one_line(one.statement)}" for one in change.because]
    before = f"Semula: {one_line(change.before)}"
    text = "\n\n".join(["Usulan: sel ini sudah diubah.", *said, before])
    return Mark(str(change.place.sheet), str(change.place.cell), USULAN, text)


def _listing(book: str, changes: Sequence[Change]) -> Listing:
    entries = tuple(
        Entry(
            (
                ", ".join(dict.fromkeys(said.rule.code for said in one.because)),
                *words_of(one.place),
                one.before,
                one.after,
                " ".join(said.statement for said in one.because),
            ),
            USULAN,
            one.place.sheet,
            one.place.cell,
        )
        for one in changes
    )
    return Listing(
        f"Usulan perbaikan {book}",
        (f"Sel yang diubah: {len(changes)}.", *_ADVICE),
        _COLUMNS,
        entries,
    )
