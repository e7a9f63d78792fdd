"""`periksa --usulkan`: each book as a copy in which the certain cures are carried out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.files.output import Written
from generator.findings.finding import Diagnostic
from generator.opc.limits import LISTED
from generator.values import Place
from generator.workbook import measures
from generator.workbook.changing.grid import Grid, position
from generator.workbook.changing.parcel import Parcel
from generator.workbook.copies.hasil_periksa import PROPOSED, write_copy
from generator.workbook.copies.listing import Listing, ListingLine, put_listing, words_of
from generator.workbook.copies.marks import USULAN, Mark, one_line, put_marks
from generator.workbook.copies.mend import Change, carry_out
from generator.workbook.opening.raw import RawBook
from generator.workbook.reading.texts import Texts

_COLUMNS = (
    *(("Kode", 11), ("Sel", 10), ("Lembar", 16), ("Kolom", 14)),
    *(("Semula", 50), ("Menjadi", 50), ("Temuan", 44)),
)
_ADVICE = (
    "Yang pasti cara membetulkannya sudah dibetulkan di salinan ini. Klik sebuah sel di "
    "daftar ini untuk melompat ke sana.",
    "Setuju? Tutup salinan ini, lalu jalankan sk-cascading terima. Lembar ini, "
    "warna sel, dan komentarnya tidak dibaca sebagai isian.",
)


def write_proposed(
    books: Sequence[RawBook], findings: Sequence[Diagnostic], texts: Texts, maker: str = PROPOSED
) -> list[Written | Diagnostic]:
    """Write a copy of every book in which something can be cured with certainty.

    What there is more of than a copy lists waits for the next one.
    """
    done = []
    for book in books:
        own = [one for one in findings if any(edit.place.book == book.name for edit in one.edits)]
        own = own[: LISTED.limit]

        def change(parcel: Parcel, own: Sequence[Diagnostic] = own, name: str = book.name) -> None:
            changes = cure(parcel, name, own, texts)
            put_marks(parcel, map(mark_of, changes))
            put_listing(parcel, _listing(name, changes))

        done.append(write_copy(book, maker, change, needed=bool(own)))
    return [one for one in done if one]


def cure(parcel: Parcel, book: str, findings: Sequence[Diagnostic], texts: Texts) -> list[Change]:
    """Carry the edits of findings out in an opened book; return what became of which cell."""
    parts = parcel.sheets()
    edited = dict.fromkeys(str(edit.place.sheet) for one in findings for edit in one.edits)
    grids = {one: Grid(parcel.tree(parts[one])) for one in edited if one in parts}

    def is_typed(place: Place) -> bool:
        grid = grids.get(str(place.sheet)) if place.book == book else None
        return grid is not None and not grid.is_formula(str(place.cell))

    changes = carry_out(findings, texts, is_typed)
    _move(grids, changes)
    for one in changes:
        if one.source is None:
            grids[str(one.place.sheet)].write(str(one.place.cell), one.after)
    _fit_rows(grids, changes, texts)
    return changes


def _move(grids: Mapping[str, Grid], changes: Sequence[Change]) -> None:
    """Move what moves as it is; a sheet whose rows are back in place is no longer sorted."""
    for sheet, grid in grids.items():
        moved = {
            str(one.place.cell): str(one.source.cell)
            for one in changes
            if one.source and one.place.sheet == sheet
        }
        if moved:
            grid.move(moved)
            grid.forget_sorting()


def _fit_rows(grids: Mapping[str, Grid], changes: Sequence[Change], texts: Texts) -> None:
    """Make the rows of changed cells as high as their texts need now."""
    after = {
        (one.place.book, str(one.place.sheet), str(one.place.cell)): one.after for one in changes
    }
    rows = {(one.place.book, str(one.place.sheet), one.place.row) for one in changes}
    lines: dict[tuple[str, int], int] = {}
    for (book, sheet, address), text in {**texts, **after}.items():
        row, column = position(address)
        if (book, sheet, row) in rows:
            needed = measures.lines_in(text, grids[sheet].width(column))
            lines[sheet, row] = max(needed, lines.get((sheet, row), 1))
    for (sheet, row), count in lines.items():
        grids[sheet].set_height(row, 3 + measures.LINE_HEIGHT * count)


def mark_of(change: Change) -> Mark:
    """Return what is said at a cell that was changed."""
    said = [f"[{one.rule.code}] {one_line(one.statement)}" for one in change.because]
    before = f"Semula: {one_line(change.before)}"
    text = "\n\n".join(["Usulan: sel ini sudah diubah.", *said, before])
    return Mark(str(change.place.sheet), str(change.place.cell), USULAN, text)


def _listing(book: str, changes: Sequence[Change]) -> Listing:
    entries = tuple(
        ListingLine(
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
