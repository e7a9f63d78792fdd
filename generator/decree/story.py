"""The faults that can be seen inside one story: body, header, footer, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.decree.wordml import PROPERTY_ORDER, W, find, parents_other_than, w

MAX_TWIPS = 31680
"""The largest page Word opens: 22 inches."""

Fault = tuple[etree._Element, str]
"""Where and what, in Indonesian."""

_ANCHOR = "_sk_"
_TAG = re.compile(r"\{[{%#]")

_BLOCK_PARENTS = "body tc hdr ftr footnote endnote comment txbxContent sdtContent docPartBody"
_RUN_PARENTS = (
    "p hyperlink ins del moveFrom moveTo smartTag fldSimple sdtContent customXml"
    " dir bdo rt rubyBase"
)

_FAULTS = {
    "paragraf berada di tempat yang salah": f"//w:p{parents_other_than(_BLOCK_PARENTS)}",
    "tabel berada di tempat yang salah": f"//w:tbl{parents_other_than(_BLOCK_PARENTS)}",
    "baris berada di luar tabel": f"//w:tr{parents_other_than('tbl sdtContent customXml')}",
    "sel berada di luar baris": f"//w:tc{parents_other_than('tr sdtContent customXml')}",
    "potongan teks berada di luar paragraf": f"//w:r{parents_other_than(_RUN_PARENTS)}",
    "teks berada di luar potongan teks": f"//w:t{parents_other_than('r')}",
    "teks lepas di luar potongan teks": (
        "//text()[parent::w:*][not(parent::w:t or parent::w:delText or parent::w:instrText"
        " or parent::w:delInstrText)][normalize-space()]/.."
    ),
    "sel tidak diakhiri paragraf": (
        "//w:tc[not((w:p|w:tbl|w:sdt|w:customXml|w:altChunk)[last()]"
        "[self::w:p or w:sdtContent/*[last()][self::w:p] or *[last()][self::w:p]])]"
    ),
    "baris tanpa sel": "//w:tr[not(w:tc or w:sdt or w:customXml)]",
    "tabel tanpa baris": "//w:tbl[not(w:tr or w:sdt or w:customXml)]",
    "tabel tanpa tblPr": "//w:tbl[not(w:tblPr)]",
    "tabel tanpa tblGrid": "//w:tbl[not(w:tblGrid)]",
    "tblGrid tidak berada di antara tblPr dan baris": (
        "//w:tblGrid[preceding-sibling::w:tr or following-sibling::w:tblPr]"
    ),
    "sifat tidak berada di depan isinya": (
        "//w:pPr[preceding-sibling::*]|//w:tcPr[preceding-sibling::*]"
        "|//w:r/w:rPr[preceding-sibling::*]|//w:trPr[preceding-sibling::w:tc]"
        "|//w:tblPr[preceding-sibling::w:tr]"
    ),
    "isi dokumen tidak diakhiri pengaturan halaman (sectPr)": (
        "//w:body[not(*[last()][self::w:sectPr])]"
    ),
    "halaman lebih besar daripada yang dapat dibuka Word": (
        f"//w:pgSz[@w:w > {MAX_TWIPS} or @w:h > {MAX_TWIPS}]"
    ),
    "nomor id bukan bilangan bulat": (
        "//w:*[@w:id][not(self::w:permStart or self::w:permEnd)][not(floor(@w:id) = number(@w:id))]"
    ),
}
"""What is wrong, and the XPath that finds it."""

_CELLS = "(w:tc|*/w:sdtContent/w:tc)"
_WIDTH = (
    f"count({_CELLS}) + sum({_CELLS}/w:tcPr/w:gridSpan/@w:val) - count({_CELLS}/w:tcPr/w:gridSpan)"
    " + sum(w:trPr/w:gridBefore/@w:val) + sum(w:trPr/w:gridAfter/@w:val)"
)
_ROWS = "(w:tr|*/w:sdtContent/w:tr)"


def story_faults(root: etree._Element) -> Iterator[Fault]:
    """Yield what is wrong in the story below `root`, kind after kind."""
    for what, path in _FAULTS.items():
        for element in find(path, root):
            yield element, what
    for table in root.iter(w("tbl")):
        yield from _table_faults(table)
    yield from _field_faults(root)


def order_faults(root: etree._Element) -> Iterator[Fault]:
    """Yield the properties that stand out of order or that there are not, in any part."""
    known: dict[tuple[str, ...], str] = {}
    for element in root.iter(*PROPERTY_ORDER):
        shape = (element.tag, *[child.tag for child in element])
        what = known.get(shape)
        if what is None:
            what = known[shape] = _misplaced(*shape)
        if what:
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


def _misplaced(parent: str, *children: str) -> str:
    """Return what is wrong with the order of these children, "" when nothing is."""
    order = PROPERTY_ORDER[parent]
    last, last_name = -1, ""
    for child in children:
        if not child.startswith(f"{{{W}}}"):
            continue
        name = etree.QName(child).localname
        if child not in order:
            return f"{name} tidak dikenal dalam {etree.QName(parent).localname}"
        if order[child] < last:
            return f"{name} harus berada sebelum {last_name}"
        last, last_name = order[child], name
    return ""


def _table_faults(table: etree._Element) -> Iterator[Fault]:
    columns = len(find("w:tblGrid/w:gridCol", table))
    for row in find(f"{_ROWS}[{_WIDTH} != $columns]", table, columns=columns):
        yield row, f"jumlah lebar sel tidak sama dengan {columns} kolom tabel"
    if find("(.//w:vMerge)[1]", table):
        yield from _merge_faults(table)


def _merge_faults(table: etree._Element) -> Iterator[Fault]:
    above: dict[int, int] = {}
    for row in find(_ROWS, table):
        column = sum(int(skip.get(w("val"), "0")) for skip in find("w:trPr/w:gridBefore", row))
        merged: dict[int, int] = {}
        for cell in find(_CELLS, row):
            span = sum(int(wide.get(w("val"), "1")) for wide in find("w:tcPr/w:gridSpan", cell))
            for merge in find("w:tcPr/w:vMerge", cell):
                merged[column] = span
                if merge.get(w("val"), "continue") != "restart" and above.get(column) != span:
                    yield cell, "sel melanjutkan gabungan yang tidak dimulai di atasnya"
            column += span or 1
        above = merged


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
