"""Sheet Pemeriksaan: the list in front of a copy, each line linked to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from generator.bahasa.wording import clean, fold
from generator.opc.xml import Element, parse, to_xml
from generator.schema.books import PEMERIKSAAN
from generator.values import Place
from generator.workbook import measures
from generator.workbook.copies.marks import Tone, styles_of
from generator.workbook.opening.parsing import MAIN
from generator.workbook.parcel.grid import put_text
from generator.workbook.parcel.parcel import Parcel, required
from generator.workbook.parcel.styles import Styles
from generator.workbook.parcel.tabs import add_sheet, remove_sheet

_LONGEST = 1_000
"""Characters of one cell of the list."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list; its place leads to `sheet` and `address` where they are known."""

    texts: tuple[str, ...]
    tone: Tone
    sheet: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What the sheet says: a title, some lines, a table. Its first column takes the tone."""

    title: str
    lines: tuple[str, ...]
    headings: tuple[tuple[str, int], ...]
    entries: tuple[Entry, ...]

    PLACE = 1
    """The column of the table, from 0, that leads to the cell."""


def address_of(place: Place) -> str:
    """Return the cell that stands for a place: its own, else the first of its row or column."""
    return f"{place.column or 'A'}{place.row or 1}"


def words_of(place: Place) -> tuple[str, str, str]:
    """Return cell, sheet and column of a place, as three columns of the list say them."""
    spot = place.cell or ""
    if place.sheet and not place.cell:
        column = f"kolom {place.column}" if place.column else "lembar ini"
        spot = f"baris {place.row}" if place.row else column
    return spot, place.sheet or "", place.heading or ""


def put_listing(parcel: Parcel, listing: Listing) -> None:
    """Put the list before all other sheets and show it first."""
    data = _draw(listing, styles_of(parcel), parcel.sheets())
    add_sheet(parcel, PEMERIKSAAN, data, at=0)
    _show_first(parcel)


def remove_listing(parcel: Parcel) -> None:
    """Take the list out of a book again, wherever its sheet was moved to."""
    sheets = required(parcel.tree(parcel.workbook), "sheets")
    for index, sheet in reversed([*enumerate(sheets)]):
        if fold(str(sheet.get("name"))) == fold(PEMERIKSAAN):
            remove_sheet(parcel, index)


def _show_first(parcel: Parcel) -> None:
    """Open the book on its first sheet, and on that one alone: typing would go to all chosen."""
    for view in parcel.tree(parcel.workbook).iter(f"{MAIN}workbookView"):
        view.set("activeTab", "0")
        view.set("firstSheet", "0")
    for number, part in enumerate(parcel.sheets().values()):
        for view in parcel.tree(part).iter(f"{MAIN}sheetView"):
            if number == 0:
                view.set("tabSelected", "1")
            else:
                view.attrib.pop("tabSelected", "")


def _draw(listing: Listing, styles: Styles, sheets: dict[str, str]) -> bytes:
    """Return the part of the sheet."""
    looks = _Looks(styles)
    root = parse(f'<worksheet xmlns="{MAIN[1:-1]}"/>'.encode())
    properties = etree.SubElement(root, f"{MAIN}sheetPr")
    etree.SubElement(properties, f"{MAIN}tabColor", {"rgb": "FFB3261D"})
    etree.SubElement(properties, f"{MAIN}pageSetUpPr", {"fitToPage": "1"})
    views = etree.SubElement(root, f"{MAIN}sheetViews")
    view = etree.SubElement(
        views, f"{MAIN}sheetView", {"showGridLines": "0", "workbookViewId": "0"}
    )
    top = len(listing.lines) + 3
    pane = {"ySplit": str(top), "topLeftCell": f"A{top + 1}", "state": "frozen"}
    etree.SubElement(view, f"{MAIN}pane", pane | {"activePane": "bottomLeft"})
    columns = etree.SubElement(root, f"{MAIN}cols")
    for number, (_, width) in enumerate(listing.headings, start=1):
        span = {"min": str(number), "max": str(number), "width": str(width), "customWidth": "1"}
        etree.SubElement(columns, f"{MAIN}col", span)
    data = etree.SubElement(root, f"{MAIN}sheetData")
    links = etree.Element(f"{MAIN}hyperlinks")

    _row(data, 1, [(listing.title, looks.title)], 27)
    for number, line in enumerate(listing.lines, start=2):
        _row(data, number, [(line, looks.plain)])
    _row(data, top, [(heading, looks.heading) for heading, _ in listing.headings], 21)
    for number, entry in enumerate(listing.entries, start=top + 1):
        cells = [(text, looks.body) for text in entry.texts]
        cells[0] = entry.texts[0], looks.toned(entry.tone)
        if entry.address and entry.sheet in sheets:
            cells[Listing.PLACE] = entry.texts[Listing.PLACE], looks.link
            quoted = entry.sheet.replace("'", "''")
            goal = {"ref": f"B{number}", "location": f"'{quoted}'!{entry.address}"}
            etree.SubElement(links, f"{MAIN}hyperlink", goal)
        pairs = zip(entry.texts, listing.headings, strict=True)
        tallest = max(measures.lines_in(text[:_LONGEST], width) for text, (_, width) in pairs)
        _row(data, number, cells, 3 + measures.LINE_HEIGHT * tallest)
    if len(links):
        root.append(links)
    margins = {"left": "0.4", "right": "0.4", "top": "0.6", "bottom": "0.6"}
    etree.SubElement(root, f"{MAIN}pageMargins", margins | {"header": "0.3", "footer": "0.3"})
    page = {"paperSize": str(measures.FOLIO), "orientation": "landscape", "fitToHeight": "0"}
    etree.SubElement(root, f"{MAIN}pageSetup", page)
    return to_xml(root)


def _row(
    data: Element, number: int, cells: Sequence[tuple[str, int]], height: float | None = None
) -> None:
    row = etree.SubElement(data, f"{MAIN}row", {"r": str(number)})
    if height:
        row.set("ht", str(min(height, 400)))
    for letter, (text, style) in zip("ABCDEFGH", cells, strict=False):
        cell = etree.SubElement(row, f"{MAIN}c", {"r": f"{letter}{number}", "s": str(style)})
        text = clean(text)
        put_text(cell, text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …")


_TOP = '<alignment vertical="top" wrapText="1"/>'
_SIDES = "".join(
    f'<{side} style="thin"><color rgb="FF{measures.LINE}"/></{side}>'
    for side in ("left", "right", "top", "bottom")
)
_GRID = f"<border>{_SIDES}<diagonal/></border>"


class _Looks:
    """The styles of the list."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._toned: dict[Tone, int] = {}
        self.title = styles.new(_font(measures.BLUE, size=16, bold=True))
        self.plain = styles.new(_font(measures.INK))
        self.body = styles.new(_font(measures.INK), "", _GRID, _TOP)
        self.link = styles.new(_font("0563C1", underlined=True), "", _GRID, _TOP)
        self.heading = styles.new(_font("FFFFFF", bold=True), _fill(measures.BLUE), _GRID, _TOP)

    def toned(self, tone: Tone) -> int:
        if tone not in self._toned:
            bold = _font(measures.INK, bold=True)
            self._toned[tone] = self._styles.new(bold, _fill(tone.pale), _GRID, _TOP)
        return self._toned[tone]


def _font(rgb: str, *, size: int = 11, bold: bool = False, underlined: bool = False) -> str:
    marks = f"{'<b/>' if bold else ''}{'<u/>' if underlined else ''}"
    return (
        f'<font>{marks}<sz val="{size}"/><color rgb="FF{rgb}"/><name val="Calibri"/>'
        '<family val="2"/></font>'
    )


def _fill(rgb: str) -> str:
    return (
        f'<fill><patternFill patternType="solid"><fgColor rgb="FF{rgb}"/>'
        '<bgColor indexed="64"/></patternFill></fill>'
    )
