"""Tracked changes as they are written: the one place that makes w:ins and w:del.

What other people's tracked changes cover stays theirs: a deletion goes inside their insertion,
an insertion beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import count
from typing import cast

from lxml import etree

from generator.opc.xml import integer
from generator.revision.read.blocks import OBJECT, Atom, atoms
from generator.revision.read.lines import Rewording
from generator.word.wordml import GRAMMAR, NAMESPACES, drop, find, w

AUTHOR = "Generator SK"

_R, _P, _T, _INS, _DEL, _ID = map(w, ("r", "p", "t", "ins", "del", "id"))
_IDS = etree.XPath("descendant-or-self::*/@w:id", namespaces=NAMESPACES, smart_strings=False)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DELETED = {_T: w("delText"), w("instrText"): w("delInstrText")}
_SIMPLE, _CODE, _CODE_OF_SIMPLE = map(w, ("fldSimple", "instrText", "instr"))
_FIELD_DATA = w("fldData")
_PIECES = {"\n": w("br"), "\t": w("tab")}
_AFTER_RUN_PROPERTIES = frozenset(map(w, ("sectPr", "pPrChange")))
_GONE = frozenset(map(w, ("del", "moveFrom")))
_FORMERLY, _STYLE, _KEPT = w("pPrChange"), w("pStyle"), w("keepNext")
_CHANGES = tuple(
    map(
        w,
        (
            *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange"),
            *("tblPrChange", "trPrChange", "tcPrChange", "cellIns", "cellDel", "cellMerge"),
        ),
    )
)
_OFF = ("0", "false", "off")
_OF_THE_END = frozenset((w("rPr"), *_AFTER_RUN_PROPERTIES))
"""Properties of a paragraph that are those of its end."""
_OF_END, _END_FORMERLY = "w:pPr/w:rPr", w("rPrChange")
_CHANGE_OF_END = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo")))
_OF_A_CHANGE = _CHANGE_OF_END | {_END_FORMERLY}
_BOX = w("txbxContent")
_CELL_PROPERTIES, _MERGE, _CELL_MERGE = map(w, ("tcPr", "vMerge", "cellMerge"))
_CELL_FORMERLY, _SHADE = w("tcPrChange"), w("shd")
_OF_A_CHANGED_CELL = frozenset(map(w, ("cellIns", "cellDel", "cellMerge")))


class Tracker:
    """Marks changes in one document as those of one author; `date` is ISO, or None."""

    def __init__(self, roots: Iterable[etree._Element], date: str | None) -> None:
        taken = [integer(number, 0) for root in roots for number in _ids(root)]
        self._numbers = count(max(taken, default=0) + 1)
        self._date = date

    def number(self) -> str:
        """Return an id that nothing in the document has."""
        return str(next(self._numbers))

    def signature(self) -> dict[str, str]:
        """Return the attributes of one change or comment."""
        signed = {w("id"): self.number(), w("author"): AUTHOR}
        return signed if self._date is None else {**signed, w("date"): self._date}

    def reword(self, paragraph: etree._Element, rewordings: Sequence[Rewording]) -> None:
        """Enter rewordings as changes; stretches count what is read, and do not overlap.

        What is no text stays where it is, for no wording can bring it back.
        """
        for start, stop, text in sorted(rewordings, reverse=True):
            runs = _isolated(paragraph, start, stop)
            model = _model(paragraph, runs, start)
            spot = _spot(paragraph, runs, start)
            for run in runs:
                self.delete_run(run)
            if text := text.replace(OBJECT, ""):
                change = etree.Element(_INS, self.signature())
                change.append(_run(text, model))
                _place(change, spot)

    def insert(self, block: etree._Element) -> None:
        """Mark a new paragraph, row or table, with all that is in it, as inserted."""
        _spell_out_fields(block)
        self._mark_rows(block, _INS)
        for run in list(_live_runs(block)):
            change = etree.Element(_INS, self.signature())
            run.addprevious(change)
            change.append(run)

    def insert_first(self, paragraph: etree._Element, run: etree._Element) -> None:
        """Put a run before all that is in a paragraph, marked as inserted."""
        change = etree.Element(_INS, self.signature())
        change.append(run)
        properties = paragraph.find(w("pPr"))
        if properties is None:
            paragraph.insert(0, change)
        else:
            properties.addnext(change)

    def delete(self, block: etree._Element) -> None:
        """Mark a paragraph, row or table, with all that is in it, as deleted."""
        _spell_out_fields(block)
        self._mark_rows(block, _DEL)
        for run in list(_live_runs(block)):
            self.delete_run(run)

    def take_over(self, paragraph: etree._Element, other: etree._Element) -> None:
        """Move what is in another paragraph to the end of this one, and the style with it."""
        shape, own = other.find(w("pPr")), paragraph.find(w("pPr"))
        if shape is not None:
            other.remove(shape)
            if _style(shape) != _style(own):
                self._reshape(paragraph, own, shape)
        paragraph.extend(other)

    def reshape(
        self,
        paragraph: etree._Element,
        now: Sequence[etree._Element],
        before: Sequence[etree._Element],
    ) -> None:
        """Let a paragraph have properties `now` once accepted and `before` once rejected.

        Its end keeps its own. A change of its properties by somebody else stays as it is.
        """
        own = paragraph.find(w("pPr"))
        if own is None:
            own = etree.Element(w("pPr"))
            paragraph.insert(0, own)
        formerly = own.find(_FORMERLY)
        if formerly is not None and formerly.get(w("author")) != AUTHOR:
            return
        for one in [one for one in own if one.tag == _FORMERLY or one.tag not in _OF_THE_END]:
            own.remove(one)
        own[:0] = [deepcopy(one) for one in now]
        if list(map(_spelled, now)) != list(map(_spelled, before)):
            change = etree.SubElement(own, _FORMERLY, self.signature())
            etree.SubElement(change, w("pPr")).extend([deepcopy(one) for one in before])
        if not len(own):
            paragraph.remove(own)

    def letter_end(
        self,
        paragraph: etree._Element,
        now: Sequence[etree._Element],
        before: Sequence[etree._Element],
    ) -> None:
        """Let the end of a paragraph have letters `now` once accepted and `before` once rejected.

        A change of them by somebody else stays as it is.
        """
        own = find(_OF_END, paragraph)
        spelled = [list(map(_spelled, group)) for group in (now, before)]
        if not own and not any(spelled):
            return
        letters = own[0] if own else _letters_of_end(paragraph)
        formerly = letters.find(_END_FORMERLY)
        if formerly is not None and formerly.get(w("author")) != AUTHOR:
            return
        for one in [one for one in letters if one.tag not in _CHANGE_OF_END]:
            letters.remove(one)
        letters.extend([deepcopy(one) for one in now])
        if spelled[0] != spelled[1]:
            change = etree.SubElement(letters, _END_FORMERLY, self.signature())
            etree.SubElement(change, w("rPr")).extend([deepcopy(one) for one in before])
        if not len(letters):
            drop(letters)

    def restyle(self, paragraph: etree._Element, style: str) -> None:
        """Give a paragraph another style, and leave its other properties."""
        others = [one for one in shape_of(paragraph) if one.tag != _STYLE]
        named = etree.Element(_STYLE, {w("val"): style})
        self.reshape(paragraph, [named, *others], former_shape_of(paragraph))

    def keep_with_next(self, paragraph: etree._Element, kept: bool) -> None:
        """Keep a paragraph on the page of the one below it, or no longer."""
        shape = [one for one in shape_of(paragraph) if one.tag != _KEPT]
        if kept:
            shape.insert(sum(one.tag == _STYLE for one in shape), etree.Element(_KEPT))
        self.reshape(paragraph, shape, former_shape_of(paragraph))

    def distinguish(self, root: etree._Element) -> None:
        """Give changes that were cut in two or copied an id each."""
        seen = set()
        for change in root.iter(*_CHANGES):
            if (number := change.get(_ID)) in seen:
                change.set(_ID, self.number())
            seen.add(number)

    def end(self, paragraph: etree._Element, *, inserted: bool) -> None:
        """Mark the end of a paragraph as inserted or deleted."""
        letters = _letters_of_end(paragraph)
        tag = _INS if inserted else _DEL
        if letters.find(tag) is None:
            place = 0 if inserted else len(letters.findall(_INS))
            letters.insert(place, etree.Element(tag, self.signature()))

    def begin_merge(self, cell: etree._Element) -> None:
        """Let a cell that goes on from the one above begin a merged one of its own.

        A program that knows no such change leaves it so when all are rejected: one empty cell
        more, and no text lost.
        """
        properties = set_merge(cell, "restart")
        if properties.find(_CELL_MERGE) is None:
            change = etree.Element(_CELL_MERGE, self.signature())
            change.set(w("vMerge"), "rest")
            change.set(w("vMergeOrig"), "cont")
            formerly = properties.find(w("tcPrChange"))
            if formerly is None:
                properties.append(change)
            else:
                formerly.addprevious(change)

    def _reshape(
        self, paragraph: etree._Element, own: etree._Element | None, shape: etree._Element
    ) -> None:
        """Give a paragraph other properties, but for those of its end."""
        formerly = etree.Element(w("pPr"))
        if own is not None:
            if own.find(_FORMERLY) is not None:
                return
            formerly.extend([one for one in own if one.tag not in _OF_THE_END])
            paragraph.remove(own)
        for one in shape.findall(w("rPr")):
            shape.remove(one)
        change = etree.Element(_FORMERLY, self.signature())
        change.append(formerly)
        shape.extend([*(own if own is not None else ()), change])
        paragraph.insert(0, shape)

    def shade(self, cell: etree._Element, shade: etree._Element | None) -> None:
        """Give a cell another shade, or none."""
        properties = cell.find(_CELL_PROPERTIES)
        if properties is None:
            properties = etree.Element(_CELL_PROPERTIES)
            cell.insert(0, properties)
        if properties.find(_CELL_FORMERLY) is None:
            change = etree.Element(_CELL_FORMERLY, self.signature())
            former = etree.SubElement(change, _CELL_PROPERTIES)
            former.extend(deepcopy(one) for one in properties if one.tag not in _OF_A_CHANGED_CELL)
            properties.append(change)
        for one in properties.findall(_SHADE):
            properties.remove(one)
        if shade is not None:
            order = GRAMMAR[_CELL_PROPERTIES]
            before = sum(order.get(one.tag, 0) < order[_SHADE] for one in properties)
            properties.insert(before, deepcopy(shade))

    def _mark_rows(self, block: etree._Element, tag: str) -> None:
        for row in block.iter(w("tr")):
            properties = row.find(w("trPr"))
            if properties is None:
                properties = etree.Element(w("trPr"))
                row.insert(1 if row.find(w("tblPrEx")) is not None else 0, properties)
            if properties.find(tag) is None:
                mark = etree.Element(tag, self.signature())
                formerly = properties.find(w("trPrChange"))
                if formerly is None:
                    properties.append(mark)
                else:
                    formerly.addprevious(mark)

    def delete_run(self, run: etree._Element) -> None:
        """Mark a run as deleted, wherever it stands."""
        change = etree.Element(_DEL, self.signature())
        run.addprevious(change)
        change.append(run)
        for child in run:
            child.tag = _DELETED.get(child.tag, child.tag)
        for box in run.iter(_BOX):
            if next(box.iterancestors(_R)) is run:
                self.delete(box)


def _spell_out_fields(block: etree._Element) -> None:
    """Write simple fields as runs: a change holds runs, and a field around it would stay empty."""
    for field in list(block.iter(_SIMPLE)):
        code = etree.Element(_R)
        etree.SubElement(code, _CODE, {_SPACE: "preserve"}).text = field.get(_CODE_OF_SIMPLE)
        result = [one for one in field if one.tag != _FIELD_DATA]
        edges = [_edge_of_field(kind) for kind in ("begin", "separate", "end")]
        for one in (edges[0], code, edges[1], *result, edges[2]):
            field.addprevious(one)
        drop(field)


def _edge_of_field(kind: str) -> etree._Element:
    run = etree.Element(_R)
    etree.SubElement(run, w("fldChar"), {w("fldCharType"): kind})
    return run


def shape_of(paragraph: etree._Element) -> list[etree._Element]:
    """Return the properties of a paragraph but for those of its end."""
    own = paragraph.find(w("pPr"))
    return [one for one in (() if own is None else own) if one.tag not in _OF_THE_END]


def keeps_with_next(paragraph: etree._Element) -> bool:
    """Whether a paragraph is kept on the page of the one below it by a property of its own."""
    return any(one.tag == _KEPT and one.get(w("val")) not in _OFF for one in shape_of(paragraph))


def former_shape_of(paragraph: etree._Element) -> list[etree._Element]:
    """Return what those are once all changes by this program are rejected."""
    formerly = paragraph.find(f"{w('pPr')}/{_FORMERLY}")
    if formerly is None or formerly.get(w("author")) != AUTHOR:
        return shape_of(paragraph)
    return [one for own in formerly for one in own]


def _letters_of_end(paragraph: etree._Element) -> etree._Element:
    """Return the properties of the end of a paragraph, made where there are none."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    letters = properties.find(w("rPr"))
    if letters is None:
        letters = etree.Element(w("rPr"))
        later = (one for one in properties if one.tag in _AFTER_RUN_PROPERTIES)
        following = next(later, None)
        if following is None:
            properties.append(letters)
        else:
            following.addprevious(letters)
    return letters


def letters_of_end(paragraph: etree._Element) -> list[etree._Element]:
    """Return the properties of the end of a paragraph but for those that mark a change."""
    return [one for own in find(_OF_END, paragraph) for one in own if one.tag not in _OF_A_CHANGE]


def former_letters_of_end(paragraph: etree._Element) -> list[etree._Element]:
    """Return what those are once all changes by this program are rejected."""
    for own in find(_OF_END, paragraph):
        formerly = own.find(_END_FORMERLY)
        if formerly is not None and formerly.get(w("author")) == AUTHOR:
            return [one for before in formerly for one in before]
    return letters_of_end(paragraph)


def is_pending(paragraph: etree._Element, start: int, stop: int) -> bool:
    """Whether a stretch of a line is what this program inserted and nobody decided on yet."""
    at = 0
    runs = []
    for atom in atoms(paragraph):
        if start < at + len(atom.text) and at < stop:
            runs.append(atom.run)
        at += len(atom.text)
    return bool(runs) and all(
        any(change.get(w("author")) == AUTHOR for change in run.iterancestors(_INS)) for run in runs
    )


def _spelled(property: etree._Element) -> bytes:
    return etree.tostring(property, method="c14n")


def _ids(root: etree._Element) -> list[str]:
    return cast("list[str]", _IDS(root))


def set_merge(cell: etree._Element, how: str) -> etree._Element:
    """Say without marking it how a cell is merged downwards; return the cell's properties."""
    properties = cell.find(_CELL_PROPERTIES)
    if properties is None:
        properties = etree.Element(_CELL_PROPERTIES)
        cell.insert(0, properties)
    merge = properties.find(_MERGE)
    if merge is None:
        merge = etree.Element(_MERGE)
        order = GRAMMAR[_CELL_PROPERTIES]
        before = sum(order.get(one.tag, 0) < order[_MERGE] for one in properties)
        properties.insert(before, merge)
    merge.set(w("val"), how)
    return properties


def rewrite(paragraph: etree._Element, rewordings: Sequence[Rewording]) -> None:
    """Change the text of a paragraph without marking it."""
    for start, stop, text in sorted(rewordings, reverse=True):
        runs = _isolated(paragraph, start, stop)
        model = _model(paragraph, runs, start)
        spot = _spot(paragraph, runs, start)
        _place(_run(text.replace(OBJECT, ""), model), spot)
        for run in runs:
            run.getparent().remove(run)  # type: ignore[union-attr]


def _style(properties: etree._Element | None) -> str:
    style = None if properties is None else properties.find(w("pStyle"))
    return "" if style is None else style.get(w("val"), "")


def _live_runs(block: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs below a block that nobody deleted, but for those inside pictures."""
    for child in block:
        if child.tag == _R:
            yield child
        elif child.tag not in _GONE:
            yield from _live_runs(child)


def _isolated(paragraph: etree._Element, start: int, stop: int) -> list[etree._Element]:
    """Return the runs with the text of a stretch and nothing else, cutting runs where it ends."""
    line = "".join(atom.text for atom in atoms(paragraph))[:stop]
    objects = [at for at in range(start, stop) if line[at] == OBJECT]
    for offset in {start, stop, *objects, *(at + 1 for at in objects)}:
        _split(paragraph, offset)
    if start == stop:
        return []
    at = 0
    runs: dict[etree._Element, bool] = {}
    for atom in atoms(paragraph):
        if start <= at and at + len(atom.text) <= stop:
            runs[atom.run] = runs.get(atom.run, True) and atom.text != OBJECT
        at += len(atom.text)
    return [run for run, is_text in runs.items() if is_text]


def _split(paragraph: etree._Element, offset: int) -> None:
    """Let a run end where this letter of the line begins."""
    at = 0
    previous: Atom | None = None
    for atom in atoms(paragraph):
        if at == offset and previous is not None and previous.run is atom.run:
            _cut(atom.run, atom.element)
            return
        if at < offset < at + len(atom.text):
            rest = deepcopy(atom.element)
            text = atom.text
            atom.element.text, rest.text = text[: offset - at], text[offset - at :]
            for piece in (atom.element, rest):
                piece.set(_SPACE, "preserve")
            atom.element.addnext(rest)
            _cut(atom.run, rest)
            return
        at += len(atom.text)
        previous = atom


def _cut(run: etree._Element, first: etree._Element) -> None:
    """Move `first` and what follows it in a run into a run of its own, behind."""
    rest = _like(run)
    properties = run.find(w("rPr"))
    if properties is not None:
        rest.append(deepcopy(properties))
    moving = [first, *first.itersiblings()]
    rest.extend(moving)
    run.addnext(rest)


def _like(element: etree._Element) -> etree._Element:
    """Return an empty element of the same name and attributes."""
    copy = etree.Element(element.tag)
    for name, value in element.items():
        copy.set(name, value)
    return copy


Spot = tuple[etree._Element, bool]
"""An element, and whether what comes goes after it (else before it, or inside a paragraph)."""


def _spot(paragraph: etree._Element, runs: Sequence[etree._Element], start: int) -> Spot:
    """Return where text that replaces these runs, or begins at this letter, belongs."""
    if runs:
        return runs[-1], True
    before = following = None
    at = 0
    for atom in atoms(paragraph):
        if at >= start:
            following = atom.run
            break
        before = atom.run
        at += len(atom.text)
    if before is not None and not _in_field(before):
        return before, True
    return (following, False) if following is not None else (paragraph, True)


def _in_field(run: etree._Element) -> bool:
    return run.find(w("fldChar")) is not None


def _place(element: etree._Element, spot: Spot) -> None:
    at, after = spot
    if at.tag == _P:
        at.append(element)
        return
    if element.tag == _INS:
        while (parent := at.getparent()) is not None and parent.tag in (_INS, w("moveTo"), _DEL):
            at = _opened(parent, at, after)
    if after:
        at.addnext(element)
    else:
        at.addprevious(element)


def _opened(change: etree._Element, at: etree._Element, after: bool) -> etree._Element:
    """Cut somebody's change in two beside `at`; return the part that `at` stands in."""
    rest = list(at.itersiblings()) if after else [at, *at.itersiblings()]
    if len(rest) == len(change) and not after:
        return change
    if rest:
        second = _like(change)
        second.extend(rest)
        change.addnext(second)
        return change if after else second
    return change


def _model(
    paragraph: etree._Element, runs: Sequence[etree._Element], start: int
) -> etree._Element | None:
    """Return the run properties that text at this letter takes over."""
    run = runs[0] if runs else None
    at = 0
    for atom in atoms(paragraph) if run is None else ():
        if run is not None and at >= start:
            break
        run = atom.run
        at += len(atom.text)
    return None if run is None else run.find(w("rPr"))


def _run(text: str, properties: etree._Element | None) -> etree._Element:
    run = etree.Element(_R)
    if properties is not None:
        run.append(deepcopy(properties))
        for formerly in run.findall(f"{w('rPr')}/{w('rPrChange')}"):
            run[0].remove(formerly)
    piece: list[str] = []

    def flush() -> None:
        if piece:
            etree.SubElement(run, _T, {_SPACE: "preserve"}).text = "".join(piece)
            piece.clear()

    for character in text:
        if character in _PIECES:
            flush()
            etree.SubElement(run, _PIECES[character])
        else:
            piece.append(character)
    flush()
    return run
