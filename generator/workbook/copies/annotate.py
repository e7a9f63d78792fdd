"""`periksa --tandai`: each book as a copy in which every finding stands at its cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.bahasa.numbers import format_number
from generator.files.output import Written
from generator.findings.finding import Diagnostic, tally
from generator.findings.rule import Severity
from generator.opc.limits import LISTED
from generator.workbook.changing.parcel import Parcel
from generator.workbook.copies.hasil_periksa import MARKED, write_copy
from generator.workbook.copies.listing import (
    Listing,
    ListingLine,
    address_of,
    put_listing,
    words_of,
)
from generator.workbook.copies.marks import TONES, Mark, one_line, put_marks
from generator.workbook.opening.raw import RawBook

COLUMNS = (
    *(("Tingkat", 11), ("Sel", 10), ("Lembar", 16), ("Kolom", 20), ("Kode", 10)),
    *(("Temuan", 60), ("Cara memperbaiki", 60)),
)
_ADVICE = (
    "Klik sebuah sel di daftar ini untuk melompat ke sana. Betulkan di salinan ini, simpan, tutup, "
    "lalu jalankan sk-cascading terima.",
    "Lembar ini, warna sel, dan komentar pemeriksaan tidak dibaca sebagai isian; semuanya hilang "
    "sendiri pada salinan berikutnya.",
)


def write_marked(
    books: Sequence[RawBook], findings: Sequence[Diagnostic]
) -> list[Written | Diagnostic]:
    """Write the marked copies; `findings` come in the order of the list.

    A copy is written for every book that something was found in. What belongs to no book that
    could be read stands in the list of each.
    """
    names = {book.name for book in books}
    nowhere = [one for one in findings if one.place.book not in names]
    done = []
    for book in books:
        own = [one for one in findings if one.place.book == book.name]

        def change(parcel: Parcel, own: Sequence[Diagnostic] = own, name: str = book.name) -> None:
            put_marks(parcel, marks_of(own[: LISTED.limit]))
            put_listing(parcel, _listing(name, own, nowhere))

        done.append(write_copy(book, MARKED, change, needed=bool(own)))
    return [one for one in done if one]


def marks_of(findings: Iterable[Diagnostic]) -> list[Mark]:
    """Return one mark for each cell or row, in the tone of the worst that is said of it."""
    by_cell: dict[tuple[str, str], list[Diagnostic]] = {}
    for one in findings:
        for place in one.places:
            if place.sheet and place.row and place.book == one.place.book:
                by_cell.setdefault((place.sheet, address_of(place)), []).append(one)
    order = list(Severity)
    return [
        Mark(
            sheet,
            address,
            TONES[min((one.severity for one in said), key=order.index)],
            "\n\n".join(dict.fromkeys(map(_said, said))),
        )
        for (sheet, address), said in by_cell.items()
    ]


def _said(one: Diagnostic) -> str:
    head = f"[{one.rule.code}] {one.severity.value}"
    return f"{head}\n{one_line(one.statement)}\nCara memperbaiki: {one_line(one.cure)}"


def _listing(book: str, own: Sequence[Diagnostic], nowhere: Sequence[Diagnostic]) -> Listing:
    most = LISTED.limit
    entries = [entry_of(one, words_of(one.place)) for one in own[:most]]
    entries += [entry_of(one, ("", str(one.place), "")) for one in nowhere[:most]]
    said = [tally(own)]
    if max(len(own), len(nowhere)) > most:
        said.append(f"Yang ditandai {format_number(Decimal(most))} temuan pertama.")
    return Listing(f"Hasil pemeriksaan {book}", (*said, *_ADVICE), COLUMNS, tuple(entries))


def entry_of(one: Diagnostic, place: tuple[str, str, str]) -> ListingLine:
    """Return the line of a finding; `place` are its cell, sheet and column in words."""
    texts = (one.severity.value, *place, one.rule.code, one.statement, one.cure)
    return ListingLine(texts, TONES[one.severity], one.place.sheet, address_of(one.place))
