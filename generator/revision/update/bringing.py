"""People's own paragraph brought to another place: what it is made of, not only what it reads.

It is copied, for where it stood it stays as deleted. What may stand only once in a file goes with
the copy (bookmarks) or is made a second time for it (comments, notes).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from generator.opc.xml import integer
from generator.revision.read.alignment import identity_of
from generator.revision.read.blocks import ANCHOR, Block
from generator.revision.read.looks import LookSheet, differences, look_of
from generator.revision.read.stories import place_of
from generator.revision.read.things import SHEET, is_held
from generator.revision.update.notes import Desk, NoteKind
from generator.word.wordml import GRAMMAR, drop, w

_P, _R, _SHAPE, _ID, _VAL = map(w, ("p", "r", "pPr", "id", "val"))
_TR, _TC, _CELL, _SHADE, _SPAN, _MERGE = map(w, ("tr", "tc", "tcPr", "shd", "gridSpan", "vMerge"))
_FIELD, _FIELD_PART, _CODE = map(w, ("fldChar", "fldCharType", "instrText"))
_START, _END, _NAME = map(w, ("bookmarkStart", "bookmarkEnd", "name"))
_FROM, _TO, _REMARK = map(w, ("commentRangeStart", "commentRangeEnd", "commentReference"))
_NOTES = {w(f"{kind}Reference"): kind for kind in ("footnote", "endnote")}
_CONTROL, _HELD, _CONTROL_ID = w("sdt"), w("sdtContent"), f"{w('sdtPr')}/{w('id')}"
_GONE = tuple(map(w, ("del", "moveFrom", "rPrChange", "pPrChange", "sectPr")))
_WRAPPING = tuple(map(w, ("ins", "moveTo")))
_ONCE = tuple(
    map(
        w,
        (
            *(f"move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End")),
            *("permStart", "permEnd"),
        ),
    )
)
_CURSOR = "_GoBack"
"""The bookmark that Word leaves where somebody typed last."""
_BROUGHT = "dibawa "
"""So the numbers of bookmarks begin until they are given new ones with those around them."""
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_LASTING = "{http://schemas.microsoft.com/office/word/2010/wordml}"
"""The names by which other parts know a paragraph begin so."""
_PARTS = {
    "gaya": "pStyle",
    "penomoran": "numPr",
    "perataan": "jc",
    "halaman baru": "pageBreakBefore",
    "arsiran paragraf": "shd",
}
"""What of a look is which property of a paragraph; the others begin as _FURTHER says."""
_FURTHER = {"jarak": "spacing", "inden": "ind"}


class Bringer:
    """Copies people's paragraphs; what they share with other places is settled in `finish`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._marks: dict[str, list[tuple[etree._Element, etree._Element]]] = {}
        self._remarks: dict[str, list[etree._Element]] = {}
        self._pictures = 0

    def settled(self, paragraph: etree._Element) -> etree._Element:
        """Return a copy of people's paragraph with the changes in it accepted.

        The numbers of its bookmarks have to be given anew.
        """
        copy = deepcopy(paragraph)
        for original, mark in zip(
            paragraph.iter(_START, _END), copy.iter(_START, _END), strict=True
        ):
            self._marks.setdefault(mark.get(_ID, ""), []).append((original, mark))
            mark.set(_ID, f"{_BROUGHT}{mark.get(_ID)}")
        for one in list(copy.iter(*_GONE, *_ONCE)):
            if one.getparent() is not None:
                drop(one)
        for change in list(copy.iter(*_WRAPPING)):
            for inner in list(change):
                change.addprevious(inner)
            drop(change)
        for element in copy.iter():
            for key in [key for key in element.attrib if str(key).startswith(_LASTING)]:
                del element.attrib[key]
        for number in copy.iterfind(f".//{_CONTROL}/{_CONTROL_ID}"):
            drop(number)
        for picture in copy.iter(_PICTURE):
            picture.set("id", self._picture_number(paragraph))
        for mark in list(copy.iter(_FROM, _TO, _REMARK)):
            self._remarks.setdefault(mark.get(_ID, ""), []).append(mark)
        for mark in copy.iter(*_NOTES):
            self._repeat(_NOTES[mark.tag], mark.get(_ID, ""), [mark])
        return copy

    def put(
        self, copy: etree._Element, brought: etree._Element, base: Block, theirs: Block, new: Block
    ) -> None:
        """Let a new paragraph hold what people's one holds, and look as they let it look."""
        self._call_as_new(brought, new)
        _renew_fields(copy, brought)
        shape = _merged_shape(base.element, theirs.element, copy, self._desk.styles)
        for one in list(copy):
            copy.remove(one)
        copy.extend([*shape, *(one for one in brought if one.tag != _SHAPE)])
        _hold(copy, base.element, theirs.element)

    def finish(self) -> None:
        """Let every bookmark stand once, and every comment have its place; numbers are given."""
        for pairs in self._marks.values():
            starts = [mark for _, mark in pairs if mark.tag == _START]
            if not starts or starts[0].get(_NAME, "").startswith((ANCHOR, SHEET)):
                continue
            self._tell_mark(*pairs[0])
            number = self._desk.tracker.number()
            if len(pairs) == 1:
                pairs[0][1].getparent().append(etree.Element(_END, {_ID: number}))  # type: ignore[union-attr]
            for original, mark in pairs:
                mark.set(_ID, number)
                _take_out(original)
        for number, marks in self._remarks.items():
            self._settle_remark(number, marks)

    def _tell_mark(self, original: etree._Element, mark: etree._Element) -> None:
        """Tell of a bookmark that does not come back when the changes are rejected."""
        before, now = (next(one.iterancestors(_P), None) for one in (original, mark))
        name = mark.get(_NAME, "")
        if before is not None and now is not None and name != _CURSOR:
            self._desk.tell(NoteKind.MARK, now, name, place_of(before))

    def _settle_remark(self, number: str, marks: list[etree._Element]) -> None:
        references = [mark for mark in marks if mark.tag == _REMARK]
        if not references:
            for mark in marks:
                drop(mark)
            return
        run = references[0].getparent()
        assert run is not None
        if not any(mark.tag == _FROM for mark in marks):
            run.addprevious(mark := etree.Element(_FROM))
            marks.append(mark)
        if not any(mark.tag == _TO for mark in marks):
            run.addprevious(mark := etree.Element(_TO))
            marks.append(mark)
        self._repeat("comment", number, marks)

    def _repeat(self, kind: str, number: str, marks: list[etree._Element]) -> None:
        """Give marks a comment or note of their own, like the one with this number."""
        comments = self._desk.comments
        again = comments.again(kind, number) if comments else None
        for mark in marks:
            if again is None:
                drop(mark)
            else:
                mark.set(_ID, again)

    def _call_as_new(self, brought: etree._Element, new: Block) -> None:
        """Let the bookmarks of values and sheets be those of the new decree."""
        names = {identity_of(name): name for name in _own_names(new.element)}
        ended = set()
        for mark in list(brought.iter(_START)):
            name = mark.get(_NAME, "")
            if not name.startswith((ANCHOR, SHEET)):
                continue
            if heir := names.pop(identity_of(name), None):
                mark.set(_NAME, heir)
            else:
                ended.add(mark.get(_ID))
                drop(mark)
        for mark in list(brought.iter(_END)):
            if mark.get(_ID) in ended:
                drop(mark)
        for name in names.values():
            if name.startswith(SHEET) or len(new.names) == 1:
                number = {_ID: f"{_BROUGHT}{name}"}
                start = etree.Element(_START, {**number, _NAME: name})
                brought.insert(1 if brought.find(_SHAPE) is not None else 0, start)
                etree.SubElement(brought, _END, number)

    def _picture_number(self, paragraph: etree._Element) -> str:
        if not self._pictures:
            root = paragraph.getroottree()
            numbers = [one.get("id", "") for one in root.iter(_PICTURE)]
            self._pictures = max((integer(one, 0) for one in numbers), default=0)
        self._pictures += 1
        return str(self._pictures)


def shade_as(new: etree._Element, base: etree._Element, theirs: etree._Element) -> None:
    """Shade the cell that a new paragraph begins as people shaded the one before."""
    cells = [begun_by(one) for one in (new, base, theirs)]
    fills = [fill_of(cell) for cell in cells]
    if cells[0] is None or fills[1] == fills[2]:
        return
    for cell in (cells[0], *_going_on(cells[0])):
        properties = cell.find(_CELL)
        if properties is None:
            continue
        for one in properties.findall(_SHADE):
            properties.remove(one)
        if fills[2]:
            shade = etree.Element(_SHADE, {_VAL: "clear", w("color"): "auto", w("fill"): fills[2]})
            before = (one for one in properties if GRAMMAR[_CELL][one.tag] > GRAMMAR[_CELL][_SHADE])
            following = next(before, None)
            if following is None:
                properties.append(shade)
            else:
                following.addprevious(shade)


def begun_by(paragraph: etree._Element) -> etree._Element | None:
    """Return the cell whose first paragraph this is."""
    cell = next(paragraph.iterancestors(_TC), None)
    return cell if cell is not None and next(cell.iter(_P)) is paragraph else None


def fill_of(cell: etree._Element | None) -> str:
    """Return the colour that a cell is shaded with, nothing when it is not."""
    shade = None if cell is None else cell.find(f"{_CELL}/{_SHADE}")
    fill = "auto" if shade is None else shade.get(w("fill"), "auto")
    return "" if fill == "auto" else fill


def _going_on(cell: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells below that are one with this cell of a new table."""
    row = cell.getparent()
    column = _column(cell)
    for below in () if row is None else row.itersiblings(_TR):
        found = next((one for one in below.iterchildren(_TC) if _column(one) == column), None)
        merge = None if found is None else found.find(f"{_CELL}/{_MERGE}")
        if found is None or merge is None or merge.get(_VAL, "continue") != "continue":
            return
        yield found


def _column(cell: etree._Element) -> int:
    spans = [one.find(f"{_CELL}/{_SPAN}") for one in cell.itersiblings(_TC, preceding=True)]
    return sum(1 if span is None else integer(span.get(_VAL), 1) for span in spans)


def _own_names(paragraph: etree._Element) -> list[str]:
    names = [mark.get(_NAME, "") for mark in paragraph.iter(_START)]
    return [name for name in names if name.startswith((ANCHOR, SHEET))]


def _take_out(mark: etree._Element) -> None:
    if mark.getparent() is not None:
        drop(mark)


def _renew_fields(new: etree._Element, brought: etree._Element) -> None:
    """Let the fields that lead to sheets lead where they do in the new decree."""
    mine, theirs = _sheet_fields(new), _sheet_fields(brought)
    if len(mine) != len(theirs):
        return
    for field, former in zip(mine, theirs, strict=True):
        for piece in field:
            former[0].addprevious(deepcopy(piece))
        for piece in former:
            drop(piece)


def _sheet_fields(paragraph: etree._Element) -> list[list[etree._Element]]:
    """Return the runs of each field that leads to a sheet."""
    fields: list[list[etree._Element]] = []
    current: list[etree._Element] = []
    for run in paragraph.iter(_R):
        kinds = [one.get(_FIELD_PART) for one in run.iterchildren(_FIELD)]
        if current or "begin" in kinds:
            current.append(run)
        if "end" in kinds:
            codes = [one.text or "" for piece in current for one in piece.iterchildren(_CODE)]
            if any(SHEET in code for code in codes):
                fields.append(current)
            current = []
    return fields


def _merged_shape(
    base: etree._Element,
    theirs: etree._Element,
    new: etree._Element,
    styles: tuple[LookSheet, LookSheet],
) -> list[etree._Element]:
    """Return the properties of a new paragraph with what people changed of those before."""
    shape = new.find(_SHAPE)
    merged = etree.Element(_SHAPE) if shape is None else deepcopy(shape)
    own = theirs.find(_SHAPE)
    looks = look_of(base, styles[0]), look_of(theirs, styles[1])
    changed = dict.fromkeys(tag for name, _, _ in differences(*looks) if (tag := _property(name)))
    for tag in changed:
        for one in merged.findall(tag):
            merged.remove(one)
        found = None if own is None else own.find(tag)
        if found is not None:
            merged.append(deepcopy(found))
    merged[:] = sorted(merged, key=lambda one: GRAMMAR[_SHAPE].get(one.tag, 0))
    return [merged] if len(merged) else []


def _property(name: str) -> str | None:
    """Return the property of a paragraph that this part of its look is, None for letters."""
    word = _PARTS.get(name) or _FURTHER.get(name.split()[0])
    return w(word) if word else None


def _hold(copy: etree._Element, base: etree._Element, theirs: etree._Element) -> None:
    """Put a new paragraph of a cell into the content control that people put theirs in."""
    held = theirs.getparent()
    if held is None or not is_held(theirs) or is_held(base):
        return
    if len(held) == 1 and copy.getparent() is not None:
        control = deepcopy(held.getparent())
        assert control is not None
        for number in control.findall(_CONTROL_ID):
            drop(number)
        content = control.find(_HELD)
        assert content is not None
        copy.addprevious(control)
        content[:] = [copy]
