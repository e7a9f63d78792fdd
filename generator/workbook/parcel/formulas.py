"""The formulas of an opened book: cells freed of theirs, all others kept with their results.

A formula may stand in more cells than its own: cells share the text of the first of them, and an
array fills an area. Part calcChain lists every cell with a formula; Excel calls a book damaged
that lists one without.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.formula.translate import Translator, TranslatorError

from generator.opc.xml import Element
from generator.workbook.opening.package import FORMULA
from generator.workbook.opening.parsing import MAIN
from generator.workbook.parcel import siblings
from generator.workbook.parcel.grid import Grid, covers, position
from generator.workbook.parcel.parcel import ID, Parcel

_FILLING = ("array", "dataTable")
"""The kinds of formula whose results fill an area."""


def free(parcel: Parcel, part: str, grid: Grid, addresses: Collection[str]) -> None:
    """Take the formulas out of cells of a sheet; what they made stays as if it had been typed.

    An array that reaches into one of the cells goes as a whole, for it would fill them again.
    Raises ValueError when a formula that others share cannot be understood.
    """
    formulas = {
        str(cell.get("r")): found
        for cell in grid.cells()
        if (found := cell.find(f"{MAIN}f")) is not None
    }
    freed = {address for address in addresses if address in formulas}
    listed = set(freed)
    places = [*map(position, addresses)]
    for address, one in formulas.items():
        area = one.get("ref") if one.get("t") in _FILLING else None
        if area and covers(area, places):
            freed.add(address)
            held = (str(cell.get("r")) for cell in grid.cells())
            listed |= {other for other in held if covers(area, [position(other)])}
    _unshare(formulas, freed)
    for address in freed:
        cell = grid.cell(address)
        cell.remove(formulas[address])
        cell.attrib.pop("cm", "")
    if listed:
        _unlist(parcel, part, listed)


def count_again(parcel: Parcel) -> None:
    """Let Excel count all formulas anew when it opens the book: cells they look at changed.

    The results stored so far stay until then.
    """
    if any(FORMULA.search(parcel.parts[part]) for part in parcel.sheets().values()):
        siblings.child(parcel.tree(parcel.workbook), "calcPr").set("fullCalcOnLoad", "1")


def _unshare(formulas: Mapping[str, Element], freed: Collection[str]) -> None:
    """Give the cells a text of their own whose formula stands in a cell that loses it."""
    for origin in freed:
        shared = formulas[origin].get("si")
        text = formulas[origin].text
        if shared is None or not text:
            continue
        for address, one in formulas.items():
            if one.get("si") == shared and address not in freed and not one.text:
                one.text = _moved(text, origin, address)
                for name in ("t", "si", "ref"):
                    one.attrib.pop(name, "")


def _moved(formula: str, origin: str, address: str) -> str:
    """Return a formula as it would be after copying it to another cell."""
    try:
        moved: str = Translator(f"={formula}", origin).translate_formula(address)
    except (TokenizerError, TranslatorError) as error:
        raise ValueError(formula) from error
    return moved.removeprefix("=")


def _unlist(parcel: Parcel, part: str, addresses: Collection[str]) -> None:
    """Take cells of a sheet off the list of formulas.

    An entry without a sheet is on that of the entry before, so those that stay say theirs.
    """
    (sheet,) = (
        one.get("sheetId")
        for one in parcel.tree(parcel.workbook).iter(f"{MAIN}sheet")
        if parcel.related(parcel.workbook)[str(one.get(ID))] == part
    )
    for relation, name in parcel.related(parcel.workbook, "calcChain").items():
        chain = parcel.tree(name)
        here = said = None
        for entry in list(chain):
            here = entry.get("i", here)
            if here == sheet and entry.get("r") in addresses:
                chain.remove(entry)
                continue
            if here is not None and here != said:
                entry.set("i", here)
            said = here
        if not len(chain):
            parcel.remove(name)
            parcel.unrelate(parcel.workbook, relation)
