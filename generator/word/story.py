"""The faults that can be seen inside one story: body, header, footer, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from generator.opc.xml import integer
from generator.word.wordml import FLOATING, GRAMMAR, MARKS, ONCE, W, find, w, word_for

MOST_COLUMNS = 63
"""Word takes no more columns in a table."""
MAX_TWIPS = 31680
"""The largest page Word opens: 22 inches."""

Fault = tuple[etree._Element, str]
"""Where and what, in Indonesian."""

_ANCHOR = "_sk_"
_TAG = re.compile(r"\{[{%#]")

_STRAY_TEXT = (
    "//text()[parent::w:*][not(parent::w:t or parent::w:instrText or parent::w:delText"
    " or parent::w:delInstrText)][normalize-space()]/.."
)
_CELLS = "(w:tc|*/w:sdtContent/w:tc)"
_WIDTH = (
    f"count({_CELLS}) + sum({_CELLS}/w:tcPr/w:gridSpan/@w:val) - count({_CELLS}/w:tcPr/w:gridSpan)"
    " + sum(w:trPr/w:gridBefore/@w:val) + sum(w:trPr/w:gridAfter/@w:val)"
)
_CONTROLS = frozenset((w("sdt"), w("customXml")))
_CLOSES_CELL = _CONTROLS | {w("p")}
_FORMERLY = {"cont": "continue", "rest": "restart"}
_ROWS = "(w:tr|*/w:sdtContent/w:tr)"
_TABLE, _PROPERTIES, _SPAN, _MERGE, _VAL = map(w, ("tbl", "tcPr", "gridSpan", "vMerge", "val"))
_CELL_MERGE = w("cellMerge")
_TRACKED = ".//w:trPr/w:ins | .//w:trPr/w:del | .//w:cellMerge"


def story_faults(root: etree._Element) -> Iterator[Fault]:
    """Yield what is wrong in the story below `root` but for its shapes."""
    if root.tag == w("document") and root.find(w("body")) is None:
        yield root, "dokumen tanpa isi (body)"
    for element in find(_STRAY_TEXT, root):
        yield element, "teks lepas di luar potongan teks"
    for page in root.iter(w("pgSz")):
        if max(integer(page.get(w(side)), 0) for side in ("w", "h")) > MAX_TWIPS:
            yield page, "halaman lebih besar daripada yang dapat dibuka Word"
    for table in root.iter(_TABLE):
        columns = len(find("w:tblGrid/w:gridCol", table))
        if columns > MOST_COLUMNS:
            yield table, f"{columns} kolom, lebih banyak daripada {MOST_COLUMNS} yang dibuka Word"
        for row in find(f"{_ROWS}[{_WIDTH} != $columns]", table, columns=columns):
            yield row, f"jumlah lebar sel tidak sama dengan {columns} kolom tabel"
    for table in root.iter(_TABLE):
        yield from _merge_faults(table)
    yield from _field_faults(root)


def shape_faults(root: etree._Element) -> Iterator[Fault]:
    """Yield what stands where it may not, or is lacking, in any part.

    A document repeats few shapes, an element with its children, so each is judged once.
    """
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    for element in root.iter(*GRAMMAR):
        shape = (element.tag, *[child.tag for child in element])
        faults = known.get(shape)
        if faults is None:
            faults = known[shape] = (*_misplaced(*shape), *_lacking(*shape))
        for what in faults:
            yield element, what


def leftover_tags(root: etree._Element) -> Iterator[Fault]:
    """Yield what still stands of the template's own tags.

    What a user typed may look like a tag; it stands between the bookmarks of its anchor.
    """
    anchored: set[str] = set()
    texts: dict[etree._Element, str] = {}
    paragraph = root
    for element in root.iter(w("p"), w("bookmarkStart"), w("bookmarkEnd"), w("t"), w("instrText")):
        if element.tag == w("p"):
            paragraph = element
        elif element.tag == w("bookmarkStart"):
            if element.get(w("name"), "").startswith(_ANCHOR):
                anchored.add(element.get(w("id"), ""))
        elif element.tag == w("bookmarkEnd"):
            anchored.discard(element.get(w("id"), ""))
        elif not anchored:
            texts[paragraph] = texts.get(paragraph, "") + (element.text or "")
    for element, text in texts.items():
        if tag := _TAG.search(text):
            yield element, f'sisa tanda templat: "{text[tag.start() :][:40]}"'
    for element in find("//*[@*[contains(., '{{') or contains(., '{%')]]", root):
        yield element, "sisa tanda templat dalam sifat"


def _misplaced(parent: str, *children: str) -> Iterator[str]:
    order = GRAMMAR[parent]
    last, last_child = -1, ""
    for child in children:
        if not child.startswith(f"{{{W}}}") or child in FLOATING.get(parent, ()):
            continue
        place = order.get(child)
        if place is None:
            yield f"{word_for(child)} tidak boleh berada dalam {word_for(parent)}"
        elif place < last:
            yield f"{word_for(child)} harus berada sebelum {word_for(last_child)}"
        elif child == last_child and child in ONCE:
            yield f"{word_for(child)} berulang dalam {word_for(parent)}"
        else:
            last, last_child = place, child


def _lacking(parent: str, *children: str) -> Iterator[str]:
    if parent == w("tc"):
        blocks = [child for child in children if child not in MARKS]
        if not blocks or blocks[-1] not in _CLOSES_CELL:
            yield "sel tidak diakhiri paragraf"
    elif parent == w("tr"):
        if _CONTROLS.isdisjoint(children) and w("tc") not in children:
            yield "baris tanpa sel"
    elif parent == w("tbl"):
        if _CONTROLS.isdisjoint(children) and w("tr") not in children:
            yield "tabel tanpa baris"
        for name in ("tblPr", "tblGrid"):
            if w(name) not in children:
                yield f"tabel tanpa {name}"
    elif parent == w("body") and children[-1:] != (w("sectPr"),):
        yield "isi dokumen tidak diakhiri pengaturan halaman (sectPr)"


def _merge_faults(table: etree._Element) -> Iterator[Fault]:
    """Judge the table as it stands with all tracked changes accepted, then with all rejected.

    A merge is made of the rows that are there, so rows that come need none of those that go.
    """
    seen: set[etree._Element] = set()
    rows = find(_ROWS, table)
    tracked = bool(find(_TRACKED, table))
    for absent, before in (("del", False), ("ins", True))[: 1 + tracked]:
        present = [row for row in rows if not find(f"w:trPr/w:{absent}", row)]
        for cell in _without_start(present, before):
            if cell not in seen:
                seen.add(cell)
                yield cell, "sel melanjutkan gabungan yang tidak dimulai di atasnya"


def _without_start(rows: Iterable[etree._Element], before: bool) -> Iterator[etree._Element]:
    """Yield the cells merged with none above; `before` tracked changes of merged cells or after."""
    above: dict[int, int] = {}
    for row in rows:
        if next(row.iter(_MERGE, _CELL_MERGE), None) is None:
            above = {}
            continue
        column = sum(integer(skip.get(_VAL), 0) for skip in find("w:trPr/w:gridBefore", row))
        merged: dict[int, int] = {}
        for cell in find(_CELLS, row):
            span, how = _spread(cell, before)
            if how:
                merged[column] = span
                if how != "restart" and above.get(column) != span:
                    yield cell
            column += span or 1
        above = merged


def _spread(cell: etree._Element, before: bool) -> tuple[int, str | None]:
    """Return over how many columns a cell spans, 0 where it does not say, and how it is merged."""
    span = 0
    how = None
    former: list[str | None] = []
    for properties in cell.iterchildren(_PROPERTIES):
        for one in properties.iterchildren(_SPAN, _MERGE, _CELL_MERGE):
            if one.tag == _SPAN:
                span += integer(one.get(_VAL), 1)
            elif one.tag == _MERGE:
                how = one.get(_VAL, "continue")
            elif before:
                former.append(_FORMERLY.get(one.get(w("vMergeOrig"), "")))
    return span, former[0] if former else how


def _field_faults(root: etree._Element) -> Iterator[Fault]:
    depth = 0
    for mark in root.iter(w("fldChar")):
        kind = mark.get(w("fldCharType"))
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        if depth < 0:
            yield mark, "akhir bidang (field) tanpa awal"
            return
    if depth:
        yield root, "bidang (field) tidak ditutup"
