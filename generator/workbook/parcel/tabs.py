"""The sheets of an opened book as a whole: added, or taken out with what belongs to them."""

from __future__ import annotations

from lxml import etree

from generator.opc.xml import Element
from generator.workbook.opening.parsing import MAIN
from generator.workbook.parcel.parcel import ID, Parcel, required

_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def add_sheet(parcel: Parcel, name: str, data: bytes, *, at: int) -> str:
    """Add a sheet as the tab of that number, from 0; return the name of its part."""
    part = parcel.free_name("xl/worksheets/sheetSk{}.xml")
    parcel.add(part, data, _SHEET_TYPE)
    tree = parcel.tree(parcel.workbook)
    sheets = required(tree, "sheets")
    number = max((int(one.get("sheetId") or 0) for one in sheets), default=0) + 1
    relation = parcel.relate(parcel.workbook, "worksheet", part)
    attributes = {"name": name, "sheetId": str(number), ID: relation}
    _renumber(tree, at=at, by=1)
    sheets.insert(at, etree.Element(f"{MAIN}sheet", attributes))
    return part


def remove_sheet(parcel: Parcel, index: int) -> None:
    """Take out the tab of that number, from 0, with the parts that only it has."""
    tree = parcel.tree(parcel.workbook)
    sheet = required(tree, "sheets")[index]
    relation = str(sheet.get(ID))
    part = parcel.related(parcel.workbook)[relation]
    for own in parcel.related(part).values():
        parcel.remove(own)
    parcel.remove(part)
    parcel.unrelate(parcel.workbook, relation)
    required(tree, "sheets").remove(sheet)
    _renumber(tree, at=index, by=-1)


def _renumber(workbook: Element, *, at: int, by: int) -> None:
    """Let names that belong to one sheet (print areas) follow it when sheets move up or down."""
    for name in list(workbook.iter(f"{MAIN}definedName")):
        local = name.get("localSheetId")
        if local is None:
            continue
        parent = name.getparent()
        if by < 0 and int(local) == at and parent is not None:
            parent.remove(name)
        elif int(local) >= at:
            name.set("localSheetId", str(int(local) + by))
