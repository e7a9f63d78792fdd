"""What people put into a paragraph besides letters: pictures, notes, links, fields and the like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from posixpath import commonprefix

from lxml import etree

from generator.revision.read.blocks import ANCHOR, OBJECT, Block
from generator.revision.read.looks import LookSheet, differences, look_of
from generator.revision.read.stories import excerpt
from generator.word.wordml import MC, w

SHEET = "_pohon_"
"""How the bookmark of a sheet of the pohon begins, and the fields that lead to it."""

_START, _NAME, _FIELD, _KIND = map(w, ("bookmarkStart", "name", "fldChar", "fldCharType"))
_BOX, _TEXT = w("txbxContent"), w("t")
_HELD = w("sdtContent")
_CHOICES = f"{{{MC}}}AlternateContent"
_SHAPES = frozenset((*map(w, ("drawing", "pict", "object")), _CHOICES))
_OWN = (ANCHOR, SHEET, "_GoBack")
_GONE = frozenset(map(w, ("del", "moveFrom")))
_WORDS = {
    w("sym"): "lambang",
    w("footnoteReference"): "catatan kaki",
    w("endnoteReference"): "catatan akhir",
    w("commentReference"): "komentar",
    w("hyperlink"): "tautan",
    w("sdt"): "kendali isi",
    w("fldSimple"): "bidang",
}


def things_of(paragraph: etree._Element) -> Counter[str]:
    """Return what people put into a paragraph besides text, by its Indonesian name."""
    found = Counter(_things(paragraph))
    found["bidang"] -= sum(
        SHEET in (code.text or "") for code in paragraph.iter(w("instrText"), w("fldSimple"))
    )
    return +found


def is_touched(base: Block, theirs: Block, styles: tuple[LookSheet, LookSheet]) -> bool:
    """Whether people changed anything in a paragraph: its text, its look or what stands in it."""
    return is_filled(base, theirs) or (
        etree.tostring(base.element) != etree.tostring(theirs.element)
        and any(differences(look_of(base.element, styles[0]), look_of(theirs.element, styles[1])))
    )


def is_filled(base: Block, theirs: Block) -> bool:
    """Whether people changed what a paragraph reads or what stands in it, not only its look."""
    return (
        base.text != theirs.text
        or things_of(base.element) != things_of(theirs.element)
        or (is_held(theirs.element) and not is_held(base.element))
    )


def is_held(paragraph: etree._Element) -> bool:
    """Whether a paragraph stands in a content control of its own or with others."""
    parent = paragraph.getparent()
    return parent is not None and parent.tag == _HELD


def named(block: Block, before: str = "") -> str:
    """Return the beginning of what a block reads, cell by cell, and what else is in it.

    Where it read otherwise `before`, a long text is shown from the word where it begins to differ.
    """
    things = things_of(block.element)
    text = block.text.replace(OBJECT, "").strip()
    start = text.rfind(" ", 0, len(commonprefix([before, text]))) + 1
    if start and excerpt(text) != text:
        text = f"…{text[start:]}"
    text = " | ".join(excerpt(cell) for cell in text.split("\x1f") if cell.strip())
    boxed = [f'"{excerpt(words)}"' for words in _boxed(block.element)]
    return f"{text} [{', '.join((*things, *boxed))}]".strip() if things else text


def _boxed(element: etree._Element) -> dict[str, None]:
    """Return what reads in text boxes, once for a box that is written in two ways."""
    lines = ("".join(one.text or "" for one in box.iter(_TEXT)) for box in element.iter(_BOX))
    return dict.fromkeys(filter(None, lines))


def _things(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        if child.tag in _SHAPES:
            yield "gambar" if next(child.iter(_BOX), None) is None else "kotak teks"
        elif child.tag == _START:
            if not child.get(_NAME, "").startswith(_OWN):
                yield "penanda"
        elif child.tag == _FIELD:
            if child.get(_KIND) == "begin":
                yield "bidang"
        elif child.tag not in _GONE:
            if word := _WORDS.get(child.tag):
                yield word
            yield from _things(child)
