"""`periksa --tandai --usulkan`: one copy of a book, cured, with what is left to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.files.output import Written
from generator.findings.finding import Diagnostic, tally
from generator.opc.limits import LISTED
from generator.values import Place
from generator.workbook.changing.parcel import Parcel
from generator.workbook.copies.annotate import COLUMNS, entry_of, marks_of
from generator.workbook.copies.hasil_periksa import MARKED, PROPOSED, drop_untouched, write_copy
from generator.workbook.copies.listing import Listing, ListingLine, put_listing, words_of
from generator.workbook.copies.marks import USULAN, Mark, put_marks
from generator.workbook.copies.mend import Change
from generator.workbook.copies.propose import cure, mark_of
from generator.workbook.opening.raw import RawBook
from generator.workbook.reading.texts import Texts

_ADVICE = (
    "Yang pasti sudah dibetulkan di salinan ini (hijau); yang lain menunggu Anda. Klik sebuah sel "
    "di daftar ini untuk melompat ke sana, betulkan di sini, lalu simpan.",
    "Setuju? Tutup salinan ini, lalu jalankan sk-cascading terima. Lembar ini, warna sel, dan "
    "komentarnya tidak dibaca sebagai isian.",
)
_Row = tuple[str | None, int | None]


def write_both(
    books: Sequence[RawBook], findings: Sequence[Diagnostic], texts: Texts
) -> list[Written | Diagnostic]:
    """Write one copy of every book that something was found in, `findings` in their order.

    A marked copy that nobody touched gives way to it.
    """
    names = {book.name for book in books}
    nowhere = [one for one in findings if one.place.book not in names]
    done = []
    for book in books:
        about = [one for one in findings if book.name in _books_of(one)]

        def change(
            parcel: Parcel, about: Sequence[Diagnostic] = about, name: str = book.name
        ) -> None:
            certain = [one for one in about if one.edits][: LISTED.limit]
            changes = cure(parcel, name, certain, texts)
            left = [*_left(about, changes, name)]
            marks = [*marks_of(left[: LISTED.limit]), *map(mark_of, changes)]
            put_marks(parcel, _joined(marks))
            put_listing(parcel, _listing(name, left, changes, nowhere))

        written = write_copy(book, PROPOSED, change, needed=bool(about))
        if isinstance(written, Written):
            drop_untouched(book, MARKED)
        done.append(written)
    return [one for one in done if one]


def _books_of(one: Diagnostic) -> set[str]:
    return {one.place.book, *(edit.place.book for edit in one.edits)}


def _left(
    findings: Iterable[Diagnostic], changes: Sequence[Change], book: str
) -> Iterator[Diagnostic]:
    """Yield what was not cured of this book, at the rows where it stands now."""
    changed = {replace(one.place, heading=None) for one in changes}
    rows = {
        (one.source.sheet, one.source.row): one.place.row
        for one in changes
        if one.source is not None
    }
    for one in findings:
        wanted = {replace(edit.place, heading=None) for edit in one.edits}
        mine = {place for place in wanted if place.book == book}
        if one.place.book == book and not (mine and mine <= changed):
            alike = tuple(_moved(place, rows) for place in one.alike)
            yield replace(one, place=_moved(one.place, rows), alike=alike)


def _moved(place: Place, rows: Mapping[_Row, int | None]) -> Place:
    return replace(place, row=rows.get((place.sheet, place.row), place.row))


def _joined(marks: Iterable[Mark]) -> list[Mark]:
    """Return one mark a cell: what is left to do gives the colour and comes first."""
    joined: dict[tuple[str, str], Mark] = {}
    for mark in marks:
        before = joined.get((mark.sheet, mark.address))
        text = f"{before.text}\n\n{mark.text}" if before else mark.text
        joined[mark.sheet, mark.address] = replace(before or mark, text=text)
    return [*joined.values()]


def _listing(
    book: str,
    left: Sequence[Diagnostic],
    changes: Sequence[Change],
    nowhere: Sequence[Diagnostic],
) -> Listing:
    most = LISTED.limit
    entries = [entry_of(one, words_of(one.place)) for one in left[:most]]
    entries += [entry_of(one, ("", str(one.place), "")) for one in nowhere[:most]]
    entries += map(_done, changes)
    said = f"{tally(left)} Sel yang sudah diubah: {len(changes)}."
    return Listing(f"Hasil pemeriksaan {book}", (said, *_ADVICE), COLUMNS, tuple(entries))


def _done(one: Change) -> ListingLine:
    codes = ", ".join(dict.fromkeys(said.rule.code for said in one.because))
    statement = " ".join(said.statement for said in one.because)
    cured = f"Sudah diubah menjadi: {one.after}\nSemula: {one.before}"
    texts = ("Diusulkan", *words_of(one.place), codes, statement, cured)
    return ListingLine(texts, USULAN, one.place.sheet, one.place.cell)
