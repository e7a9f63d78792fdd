"""A sound package → raw sheets and the properties that say which book it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain, count

from generator.bahasa.wording import fold
from generator.opc.limits import CELLS, SHEETS
from generator.opc.parts import CONTENT_TYPES, TooMuchError
from generator.opc.relations import KINDS, defaults, overrides, related, relations_name
from generator.opc.xml import Element, parse, within
from generator.schema.books import PEMERIKSAAN
from generator.workbook.opening.cell_formats import read_formats
from generator.workbook.opening.folding import drop_rows, within_sheet
from generator.workbook.opening.moments import EPOCH, EPOCH_1904
from generator.workbook.opening.package import DAMAGE, BookParts
from generator.workbook.opening.parsing import attribute, called, local_name, stream
from generator.workbook.opening.raw import Merge, RawRow, RawSheet
from generator.workbook.opening.sheet_xml import Surroundings, is_true, read_sheet, text_of

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.{}+xml"
_MACRO = "application/vnd.ms-excel.{}.macroEnabled.main+xml"
_WORKBOOK = (
    *(_MAIN.format("sheet.main"), _MAIN.format("template.main")),
    *(_MACRO.format("sheet"), _MACRO.format("template")),
)
_STRINGS = (_MAIN.format("sharedStrings"),)
_STYLES = "xl/styles.xml"
_PROPERTIES = "docProps/custom.xml"
_ID = f"{{{KINDS}}}id"
_NAMES = r"(?:\w+:)?definedNames"
_LOOKS = (
    *("fonts", "fills", "borders", "cellStyleXfs"),
    *("cellStyles", "dxfs", "tableStyles", "colors"),
)
"""The elements that are never read of a part that is: their faults do not matter."""
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^<>]*?\bref=[\"']([^\"'<>]+)")
_SORTED = re.compile(rb"<(?:\w+:)?sortState\b[^<>]*?\bref=[\"']([A-Z0-9:]+)")
_AREA = re.compile(rb"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


def load(package: BookParts) -> tuple[tuple[RawSheet, ...], Mapping[str, str]] | None:
    """Return the sheets and the custom properties, or None when the content is damaged.

    Raises TooMuchError when a bound is passed.
    """
    try:
        return tuple(_sheets(package.parts)), _properties(package.parts)
    except TooMuchError:
        raise
    except DAMAGE:
        return None


def _sheets(parts: Mapping[str, bytes]) -> Iterator[RawSheet]:
    types = _tree(parts[CONTENT_TYPES])
    path = _workbook(types)
    within(parts[path])
    workbook = _tree(_without(parts[path], _NAMES))
    if local_name(workbook) != "workbook":
        raise ValueError(workbook.tag)
    relations = _relations(parts, path)
    book = _surroundings(parts, types, workbook)
    names: list[str] = []
    sheets = called(workbook, "sheets", "sheet")
    if len(sheets) > SHEETS.limit:
        raise TooMuchError(SHEETS)
    filled = 0
    for sheet in sheets:
        if not (relation := sheet.get(_ID)):
            continue
        part = parts.get(relations[relation])
        if part is None:
            continue
        name = _free(attribute(sheet, "name"), names)
        names.append(name)
        is_ours = fold(name) == fold(PEMERIKSAAN)
        rows, hidden_columns = ((), frozenset[str]()) if is_ours else _read(part, book, name)
        filled += sum(len(row.cells) for row in rows)
        if filled > CELLS.limit:
            raise TooMuchError(CELLS, name)
        hidden = _is_hidden(sheet.get("state", "visible"))
        area = _sorted(part)
        yield RawSheet(name, rows, tuple(_merges(part)), hidden, hidden_columns, area)


def _read(part: bytes, book: Surroundings, name: str) -> tuple[tuple[RawRow, ...], frozenset[str]]:
    try:
        within_sheet(part)
        return read_sheet(drop_rows(part), book)
    except TooMuchError as error:
        error.sheet = name
        raise


def _tree(part: bytes) -> Element:
    """Return the root of a part that is read as a whole."""
    return parse(within(part), bare=True)


def _without(part: bytes, *names: str) -> bytes:
    """Return a part without the elements called so, as far as they are closed."""
    for name in names:
        begin, end = re.compile(rf"<{name}\b[^<>]*>".encode()), re.compile(f"</{name}>".encode())
        kept, at = [], 0
        while first := begin.search(part, at):
            last = first if first[0].endswith(b"/>") else end.search(part, first.end())
            if last is None:
                break
            kept.append(part[at : first.start()])
            at = last.end()
        part = b"".join((*kept, part[at:]))
    return part


def _workbook(types: Element) -> str:
    """Return the part that lists the sheets; raise KeyError when the package has none."""
    if path := _part(types, _WORKBOOK):
        return path
    if any(one in _WORKBOOK for one in defaults(types).values()):
        return "xl/workbook.xml"
    raise KeyError(_WORKBOOK)


def _part(types: Element, kinds: Collection[str]) -> str | None:
    """Return the first part of one of these content types."""
    return next((part for part, kind in overrides(types).items() if kind in kinds), None)


def _relations(parts: Mapping[str, bytes], source: str) -> dict[str, str]:
    """Return id → part of what `source` refers to; raise ValueError when one lacks either."""
    relations = related(_tree(parts[relations_name(source)]), source)
    if not all(one.id and one.target for one in relations):
        raise ValueError(source)
    return {one.id: one.part for one in relations}


def _surroundings(parts: Mapping[str, bytes], types: Element, workbook: Element) -> Surroundings:
    strings = _part(types, _STRINGS)
    texts = [text_of(one) for one in stream(parts[strings], "si")] if strings else []
    mac = any(is_true(one.get("date1904")) for one in called(workbook, "workbookPr"))
    styles = _tree(_without(parts[_STYLES], *_LOOKS)) if _STYLES in parts else None
    return Surroundings(
        read_formats(styles),
        [text.replace("x005F_", "") for text in texts],
        EPOCH_1904 if mac else EPOCH,
    )


def _free(name: str, taken: Collection[str]) -> str:
    """Return the name, with a number behind it when another sheet bears it, which Excel forbids."""
    folded = {one.lower() for one in taken}
    numbered = (f"{name}{number}" for number in count(1))
    return next(one for one in chain((name,), numbered) if one.lower() not in folded)


def _is_hidden(state: str) -> bool:
    if state not in ("visible", "hidden", "veryHidden", "none"):
        raise ValueError(state)
    return state != "visible"


def _merges(sheet: bytes) -> Iterator[Merge]:
    """Yield the merged areas, which stand behind the cells."""
    after = max(sheet.rfind(b"sheetData>"), 0)
    for match in map(_AREA.fullmatch, _MERGE.findall(sheet, after)):
        if match:
            first, top, last, bottom = (group.decode() for group in match.groups())
            yield Merge(int(top), int(bottom), first, last)


def _sorted(sheet: bytes) -> str:
    """Return the area that was sorted last, by the menu or by a filter's arrow, or ""."""
    found = _SORTED.search(sheet, max(sheet.rfind(b"sheetData>"), 0))
    return found[1].decode() if found else ""


def _properties(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the custom document properties as text."""
    if _PROPERTIES not in parts:
        return {}
    properties = called(_tree(parts[_PROPERTIES]), "property")
    return {one.get("name", ""): "".join(child.text or "" for child in one) for one in properties}
