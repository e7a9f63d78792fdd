"""The comments of one sheet of an opened book: texts put before what stands there already.

A comment is two things: its text in a part of its own, and a box in an old drawing (VML), which
is handled as bytes because office programs do not always write it as sound XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.opc.xml import Element
from generator.workbook.changing import siblings
from generator.workbook.changing.grid import position
from generator.workbook.changing.parcel import ID, Parcel, required
from generator.workbook.measures import box_size
from generator.workbook.opening.parsing import MAIN

_AUTHOR = "sk-cascading"
_THREAD = "tc="
"""How the author of a comment begins that stands in for a conversation of Excel 365."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_EMPTY = f'<comments xmlns="{MAIN[1:-1]}"><authors/><commentList/></comments>'.encode()
_DRAWING = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml"'
    b' xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    b'<o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_SHAPE_TYPE = (
    b'<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml"'
    b' xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202"'
    b' coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>'
    b"</v:shapetype>"
)
_BOX = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}"'
    ' type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;'
    'width:{width}px;height:{height}px;z-index:1;visibility:hidden" fillcolor="#ffffe1"'
    ' o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
    '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
    "<x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_SHAPE = re.compile(rb"<(?:\w+:)?shape\b(?:[^<]|<(?!/?(?:\w+:)?shape\b))*+</(?:\w+:)?shape>")
_ROW = re.compile(rb"<(?:\w+:)?Row>\s*([0-9]+)")
_COLUMN = re.compile(rb"<(?:\w+:)?Column>\s*([0-9]+)")
_NUMBERS = re.compile(rb"_x0000_s([0-9]+)")
_FIRST_NUMBER = 1025


class Notes:
    """The comments of one sheet; `close` draws the boxes of those that were changed."""

    def __init__(self, parcel: Parcel, sheet: str) -> None:
        self._parcel, self._sheet = parcel, sheet
        self._comments = {
            str(one.get("ref")): one
            for name in parcel.related(sheet, "comments").values()
            for one in parcel.tree(name).iter(f"{MAIN}comment")
        }
        self._boxes: dict[str, str | None] = {}

    def texts(self) -> dict[str, str]:
        """Return the text of every comment by the address of its cell."""
        return {address: _text(one) for address, one in self._comments.items()}

    def put_before(self, address: str, text: str) -> None:
        """Put a text before the comment of a cell, or make one; conversations stay alone."""
        comment = self._comments.get(address)
        if comment is None:
            comment = self._new(address)
        elif _author(comment).startswith(_THREAD):
            return
        content = comment[0]
        plain = content.find(f"{MAIN}t")
        if plain is None:
            into = content
            if len(content):
                into = etree.Element(f"{MAIN}r")
                content.insert(0, into)
            plain = etree.SubElement(into, f"{MAIN}t")
        plain.text = text + (plain.text or "")
        plain.set(_SPACE, "preserve")
        self._boxes[address] = _text(comment)

    def cut(self, address: str, length: int) -> None:
        """Take the first characters off a comment; one in which nothing is left goes."""
        comment = self._comments[address]
        content, left = comment[0], length
        for run in list(_runs(comment)):
            text = run.text or ""
            run.text, left = text[left:], max(0, left - len(text))
            parent = run.getparent()
            if not run.text and parent is not None and parent is not content:
                content.remove(parent)
        if rest := _text(comment).strip():
            self._boxes[address] = rest
        else:
            self._list().remove(comment)
            del self._comments[address]
            self._boxes[address] = None

    def close(self) -> None:
        """Bring comments and boxes into order; nothing happens where nothing was changed."""
        if not self._boxes:
            return
        items = self._list()
        items[:] = sorted(items, key=lambda one: position(str(one.get("ref"))))
        name = self._drawing()
        drawing = self._parcel.parts[name]
        gone = {position(address) for address in self._boxes}
        drawing = _SHAPE.sub(lambda one: b"" if _cell_of(one[0]) in gone else one[0], drawing)
        number = max([_FIRST_NUMBER - 1, *map(int, _NUMBERS.findall(drawing))])
        made = [] if b"_x0000_t202" in drawing else [_SHAPE_TYPE]
        for address, text in self._boxes.items():
            if text is not None:
                number += 1
                made.append(_shape(number, address, text))
        end = drawing.rindex(b"</")
        self._parcel.parts[name] = b"".join([drawing[:end], *made, drawing[end:]])
        self._boxes.clear()

    def _list(self) -> Element:
        """Return the element that holds the comments, in a part made now if there is none."""
        names = [*self._parcel.related(self._sheet, "comments").values()]
        if not names:
            names.append(self._parcel.free_name("xl/comments{}.xml"))
            self._parcel.add(names[0], _EMPTY, _COMMENTS_TYPE)
            self._parcel.relate(self._sheet, "comments", names[0])
        return required(self._parcel.tree(names[0]), "commentList")

    def _new(self, address: str) -> Element:
        items = self._list()
        authors = required(items.getroottree().getroot(), "authors")
        names = [one.text for one in authors]
        if _AUTHOR not in names:
            etree.SubElement(authors, f"{MAIN}author").text = _AUTHOR
            names.append(_AUTHOR)
        attributes = {"ref": address, "authorId": str(names.index(_AUTHOR))}
        made = etree.SubElement(items, f"{MAIN}comment", attributes)
        etree.SubElement(made, f"{MAIN}text")
        self._comments[address] = made
        return made

    def _drawing(self) -> str:
        """Return the name of the part with the boxes, which is made if there is none."""
        sheet = self._parcel.tree(self._sheet)
        named = sheet.find(f"{MAIN}legacyDrawing")
        if named is not None:
            return self._parcel.related(self._sheet)[str(named.get(ID))]
        name = self._parcel.free_name("xl/drawings/vmlDrawingSk{}.vml")
        self._parcel.parts[name] = _DRAWING
        self._parcel.default_type("vml", _VML_TYPE)
        relation = self._parcel.relate(self._sheet, "vmlDrawing", name)
        siblings.insert(sheet, etree.Element(f"{MAIN}legacyDrawing", {ID: relation}))
        return name


def _author(comment: Element) -> str:
    authors = comment.getroottree().getroot().iter(f"{MAIN}author")
    return [one.text or "" for one in authors][int(comment.get("authorId") or 0)]


def _cell_of(shape: bytes) -> tuple[int, int] | None:
    """Return row and column, from 1, of the cell that a box belongs to."""
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    return (int(row[1]) + 1, int(column[1]) + 1) if row and column else None


def _shape(number: int, address: str, text: str) -> bytes:
    row, column = position(address)
    width, height = box_size(text)
    return _BOX.format(
        number=number, width=width, height=height, row=row - 1, column=column - 1
    ).encode()


def _runs(comment: Element) -> Iterator[Element]:
    """Yield the elements that hold the text of a comment."""
    for child in comment[0]:
        if child.tag == f"{MAIN}t":
            yield child
        elif child.tag == f"{MAIN}r":
            yield from child.findall(f"{MAIN}t")


def _text(comment: Element) -> str:
    return "".join(run.text or "" for run in _runs(comment))
