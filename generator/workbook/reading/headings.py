"""Which sheet is which, and which column: names matched with those of the schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.bahasa.wording import clean, fold, nearest
from generator.findings.cures import replacement
from generator.findings.finding import Diagnostic, finding
from generator.schema import years
from generator.schema.books import DAFTAR, PEMERIKSAAN, PETUNJUK
from generator.schema.kinerja import URUTAN
from generator.schema.types import Book, Column, Sheet
from generator.values import Place
from generator.workbook.opening.raw import RawBook, RawRow, RawSheet

SEARCHED_ROWS = 10
"""The heading row is looked for in this many rows, since some put a title above it."""

_FEWEST = 3
"""A row with fewer declared headings is none, but an entry that happens to say the same."""
_ORDER = fold(URUTAN.heading)
_NOT_ENTRIES = frozenset(map(fold, (PETUNJUK, DAFTAR, PEMERIKSAAN)))


@dataclass(frozen=True, slots=True)
class Header:
    """The heading row of a sheet: its columns by letter, and each letter's heading as typed.

    `order` is the letter of the hidden column that numbers the rows, "" where there is none.
    """

    row: int
    columns: Mapping[str, Column]
    headings: Mapping[str, str]
    missing: tuple[Column, ...] = ()
    order: str = ""


def match_sheets(book: RawBook) -> tuple[dict[str, RawSheet], list[Diagnostic]]:
    """Return the sheets of `book` by their names in the schema."""
    declared = book.declared
    named: dict[str, list[RawSheet]] = {}
    unknown: list[RawSheet] = []
    for sheet in book.sheets:
        name = _declared_name(sheet.name, declared)
        if name:
            named.setdefault(name, []).append(sheet)
        elif fold(sheet.name) not in _NOT_ENTRIES:
            unknown.append(sheet)
    findings = [
        finding("lembar-ganda", _place(book, twice), lembar=name, lain=sheets[0].name)
        for name, sheets in named.items()
        for twice in sheets[1:]
    ]
    matched = {name: sheets[0] for name, sheets in named.items()}
    for one in declared.sheets:
        if one.name in matched:
            continue
        candidates = [sheet for sheet in unknown if not one.optional or _has_headings(sheet, one)]
        likely = nearest(one.name, [sheet.name for sheet in candidates])
        if likely is not None:
            sheet = next(sheet for sheet in candidates if sheet.name == likely)
            unknown.remove(sheet)
            matched[one.name] = sheet
            findings.append(finding("lembar-salah-eja", _place(book, sheet), lembar=one.name))
        elif not one.optional:
            findings.append(finding("lembar-tidak-ada", book.place, lembar=one.name))
    for sheet in unknown:
        copied = next((one for one in declared.sheets if _is_copy(sheet, one)), None)
        at = _place(book, sheet)
        if copied:
            findings.append(finding("lembar-salinan", at, lembar=copied.name))
        else:
            findings.append(finding("lembar-tidak-dibaca", at))
    return matched, findings


def _is_copy(raw: RawSheet, sheet: Sheet) -> bool:
    """Whether a sheet was made of one of ours: its name and a number, or its headings."""
    name, _, number = raw.name.rpartition("(")
    numbered = number.strip(") ").isdigit() and fold(name) == fold(sheet.name)
    return len(raw.rows) > 1 and (
        numbered or (sheet.level is not None and _has_headings(raw, sheet))
    )


def _declared_name(name: str, book: Book) -> str | None:
    folded = fold(name)
    for by_alias in (False, True):
        for sheet in book.sheets:
            if folded in map(fold, sheet.aliases if by_alias else (sheet.name,)):
                return sheet.name
    return None


def _place(book: RawBook, sheet: RawSheet) -> Place:
    return Place(book.name, sheet.name)


def match_columns(
    raw: RawSheet, sheet: Sheet, place: Place
) -> tuple[Header | None, list[Diagnostic]]:
    """Find the heading row of a sheet and its columns; None when no row looks like one."""
    row = _heading_row(raw, sheet)
    if row is None:
        if not raw.rows and sheet.optional:
            return None, []
        asked = ", ".join(column.heading for column in sheet.columns)
        return None, [finding("baris-judul-tidak-ada", place, judul=asked)]
    headings = {letter: _heading(row, letter) for letter in row.cells}
    at = {
        letter: replace(place, row=row.number, column=letter, heading=heading)
        for letter, heading in headings.items()
    }
    order = order_column(row) if sheet.level is not None else ""
    filled = _filled_below(raw, row.number) - {order}
    columns, findings = _exact(sheet, headings, at, filled)
    taken = {column.role for column in columns.values()}
    strangers = [letter for letter in headings if headings[letter] and letter not in columns]
    strangers = [letter for letter in strangers if not _declared(headings[letter], sheet)]
    missing: list[Column] = []
    nearly: dict[str, Column] = {}
    for letter in [one for one in strangers if one in filled]:
        column = years.misspelt(headings[letter], sheet)
        if column and column.role not in taken:
            nearly[letter] = column
            taken.add(column.role)
    strangers = [letter for letter in strangers if letter not in nearly]
    lone = _lone_year(columns)
    for column in sheet.columns:
        if column.role in taken:
            continue
        candidates = [*strangers, *lone] if column.required else strangers
        found = _misspelt(column, candidates, headings, filled)
        if found:
            strangers = [letter for letter in strangers if letter != found]
            nearly[found] = column
        elif column.required:
            missing.append(column)
            findings.append(finding("kolom-tidak-ada", place, judul=column.heading))
    for letter, column in nearly.items():
        typed, right = headings[letter], column.heading
        edits = [replacement(at[letter], clean(str(row.cells[letter].value)), right)]
        findings.append(finding("judul-salah-eja", at[letter], edits=edits, isi=typed, judul=right))
    columns |= nearly
    for letter in sorted(filled - columns.keys(), key=lambda letter: (len(letter), letter)):
        if letter in strangers or not headings.get(letter):
            spot = replace(place, column=letter, heading=headings.get(letter))
            meant = years.without_year(spot.heading or "", sheet)
            name = "judul-tanpa-tahun" if meant else "kolom-tidak-dibaca"
            findings.append(finding(name, spot))
    return Header(row.number, columns, headings, tuple(missing), order), findings


def _lone_year(columns: Mapping[str, Column]) -> list[str]:
    """Return the one column of a year: without a Target beside it, it is the Target, renamed."""
    found = [letter for letter, column in columns.items() if column.tahun]
    return found if len(found) == 1 else []


def order_column(row: RawRow) -> str:
    """Return the letter of the column that numbers the rows below this one, or ""."""
    return next((one for one in row.cells if fold(_heading(row, one)) == _ORDER), "")


def _heading(row: RawRow, letter: str) -> str:
    return " ".join(clean(str(row.cells[letter].value or "")).split())


def _names(column: Column) -> tuple[str, ...]:
    return (column.heading, *column.aliases)


def _declared(heading: str, sheet: Sheet) -> Column | None:
    folded = fold(heading)
    by_heading = (column for column in sheet.columns if fold(column.heading) == folded)
    by_alias = (column for column in sheet.columns if folded in map(fold, column.aliases))
    return next(by_heading, None) or next(by_alias, None) or years.addable(heading, sheet)


def _heading_row(raw: RawSheet, sheet: Sheet) -> RawRow | None:
    """Return the row with the most declared headings, else the one with the most near ones."""
    rows = [row for row in raw.rows if row.number <= SEARCHED_ROWS]
    names = [name for column in sheet.columns for name in _names(column)]

    def exact(row: RawRow) -> int:
        return len({_declared(_heading(row, letter), sheet) for letter in row.cells} - {None})

    def near(row: RawRow) -> int:
        return len({nearest(_heading(row, letter), names) for letter in row.cells} - {None})

    enough = min(_FEWEST, sum(column.required for column in sheet.columns))
    for score in (exact, near):
        best = max(rows, key=score, default=None)
        if best is not None and score(best) >= enough:
            return best
    return None


def looks_like(raw: RawSheet, sheet: Sheet) -> bool:
    """Whether a sheet of a book that does not say what it is bears name and headings of ours."""
    names = map(fold, (sheet.name, *sheet.aliases))
    return fold(raw.name) in names and _has_headings(raw, sheet)


def _has_headings(raw: RawSheet, sheet: Sheet) -> bool:
    """Whether the required columns are there, so that the sheet is surely this one."""
    row = _heading_row(raw, sheet)
    found = [_declared(_heading(row, letter), sheet) for letter in row.cells] if row else []
    return all(column in found for column in sheet.columns if column.required)


def _filled_below(raw: RawSheet, header: int) -> frozenset[str]:
    return frozenset(letter for row in raw.rows if row.number > header for letter in row.cells)


def _exact(
    sheet: Sheet, headings: Mapping[str, str], at: Mapping[str, Place], filled: frozenset[str]
) -> tuple[dict[str, Column], list[Diagnostic]]:
    """Match headings spelt as declared; of a heading that stands twice, keep the filled one."""
    found: dict[str, tuple[Column, list[str]]] = {}
    for letter, heading in headings.items():
        if column := _declared(heading, sheet):
            found.setdefault(column.role, (column, []))[1].append(letter)
    columns: dict[str, Column] = {}
    findings = []
    for column, letters in found.values():
        used = [letter for letter in letters if letter in filled] or letters[:1]
        columns[used[0]] = column
        findings += [
            finding(
                "judul-ganda",
                at[letter],
                related=[at[used[0]]],
                judul=column.heading,
                lain=at[used[0]].cell,
            )
            for letter in used[1:]
        ]
    return columns, findings


def _misspelt(
    column: Column, letters: Sequence[str], headings: Mapping[str, str], filled: Iterable[str]
) -> str | None:
    """Return the letter whose heading is most like that of `column`, when data depend on it."""
    candidates = [letter for letter in letters if column.required or letter in filled]
    likely = nearest(column.heading, [headings[letter] for letter in candidates])
    return next((letter for letter in candidates if headings[letter] == likely), None)
