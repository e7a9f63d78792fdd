"""Where a new child stands among its siblings: the file format asks for one order."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.opc.xml import Element
from generator.workbook.opening.parsing import MAIN

_ORDERS: Mapping[str, tuple[str, ...]] = {
    "worksheet": (
        *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData"),
        *("sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter"),
        *("sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr"),
        *("conditionalFormatting", "dataValidations", "hyperlinks", "printOptions"),
        *("pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"),
        *("customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing"),
        *("legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls"),
        *("webPublishItems", "tableParts", "extLst"),
    ),
    "workbook": (
        *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews"),
        *("sheets", "functionGroups", "externalReferences", "definedNames", "calcPr"),
        *("oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes"),
        *("webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst"),
    ),
    "styleSheet": (
        *("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"),
        *("dxfs", "tableStyles", "colors", "extLst"),
    ),
    "font": (
        *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
        *("sz", "color", "name", "family", "charset", "scheme"),
    ),
}


def insert(parent: Element, made: Element) -> None:
    """Insert a child of a worksheet, workbook or styleSheet, before others of its own kind."""
    order = _ORDERS[etree.QName(parent).localname]
    earlier = {f"{MAIN}{name}" for name in order[: order.index(etree.QName(made).localname)]}
    before = [number for number, child in enumerate(parent, start=1) if child.tag in earlier]
    parent.insert(max(before, default=0), made)


def arrange(parent: Element) -> None:
    """Put the children of a font or the like in order."""
    order = _ORDERS[etree.QName(parent).localname]
    parent[:] = sorted(parent, key=lambda one: order.index(etree.QName(one).localname))


def child(parent: Element, name: str) -> Element:
    """Return a child of the main namespace, made where it belongs when there is none."""
    found = parent.find(f"{MAIN}{name}")
    if found is None:
        found = etree.Element(f"{MAIN}{name}")
        insert(parent, found)
    return found


def append(items: Element, item: Element) -> None:
    """Append to a list that says how many items it has."""
    items.append(item)
    items.set("count", str(len(items)))


def remove(item: Element) -> None:
    """Remove an item of a list that says how many it has; a list without any goes too."""
    items = item.getparent()
    if items is None:
        return
    items.remove(item)
    items.set("count", str(len(items)))
    if not len(items) and (parent := items.getparent()) is not None:
        parent.remove(items)
