"""WordprocessingML as far as it has to be known: names, what may stand in what, places."""

from __future__ import annotations

from functools import cache
from typing import cast

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = {"w": W, "r": R, "mc": MC}

DOCUMENT = "word/document.xml"
DOCUMENT_RELS = "word/_rels/document.xml.rels"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_CHANGES = "ins del moveFrom moveTo"
_MARKS = (
    f"{_CHANGES} bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd moveFromRangeStart"
    " moveFromRangeEnd moveToRangeStart moveToRangeEnd permStart permEnd proofErr"
    " customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd"
)
_BLOCKS = f"p tbl sdt customXml altChunk {_MARKS}"
_RUNS = f"r hyperlink smartTag fldSimple sdt customXml dir bdo subDoc {_MARKS}"
_ANYTHING = f"{_BLOCKS} {_RUNS} tr tc"
_BORDERS = "top start|left bottom end|right insideH insideV tl2br tr2bl"
_MARGINS = "top start|left bottom end|right"


def _either(names: str) -> str:
    return "|".join(names.split())


_SEQUENCES = {
    "body": f"{_either(_BLOCKS)} sectPr",
    **dict.fromkeys(("hdr", "ftr", "footnote", "endnote", "comment"), _either(_BLOCKS)),
    **dict.fromkeys(("txbxContent", "docPartBody"), _either(_BLOCKS)),
    "tbl": "tblPr tblGrid tr|sdt|customXml",
    "tr": "tblPrEx trPr tc|sdt|customXml",
    "tc": f"tcPr {_either(_BLOCKS)}",
    "p": f"pPr {_either(_RUNS)}",
    **dict.fromkeys(("hyperlink", "dir", "bdo", *_CHANGES.split()), _either(_RUNS)),
    "fldSimple": f"fldData {_either(_RUNS)}",
    "smartTag": f"smartTagPr {_either(_RUNS)}",
    "customXml": f"customXmlPr {_either(_ANYTHING)}",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtContent": _either(_ANYTHING),
    "r": (
        "rPr t|tab|br|cr|sym|fldChar|instrText|drawing|pict|object|footnoteReference"
        "|endnoteReference|footnoteRef|endnoteRef|commentReference|annotationRef|separator"
        "|continuationSeparator|delText|delInstrText|noBreakHyphen|softHyphen|ptab"
        "|lastRenderedPageBreak|pgNum|ruby|contentPart|dayShort|monthShort|yearShort|dayLong"
        "|monthLong|yearLong"
    ),
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
        " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
        " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
        " rPr sectPr pPrChange"
    ),
    "rPr": (
        f"{_either(_CHANGES)} rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline"
        " shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position"
        " sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout"
        " specVanish oMath rPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
        " vAlign hideMark headers cellIns cellDel cellMerge tcPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
        " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
        " tblDescription tblPrChange"
    ),
    "sectPr": (
        "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
        " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
        " docGrid printerSettings sectPrChange"
    ),
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left bottom right between bar",
    "tcBorders": _BORDERS,
    "tblBorders": _BORDERS,
    "tcMar": _MARGINS,
    "tblCellMar": _MARGINS,
}
"""What each element holds, in this order (ECMA-376); between bars in any order, repeated."""

_WORDS = {
    "tbl": "tabel",
    "tr": "baris",
    "tc": "sel",
    "p": "paragraf",
    "r": "potongan teks",
    "t": "teks",
    "body": "isi dokumen",
}


def w(name: str) -> str:
    """Return the name in the namespace of WordprocessingML, as lxml spells it."""
    return f"{{{W}}}{name}"


def drop(element: etree._Element) -> None:
    """Take an element out of the one that holds it."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def word_for(tag: str) -> str:
    """Return what a user calls an element, its own name where there is no word."""
    name = etree.QName(tag).localname
    return _WORDS.get(name, name)


GRAMMAR = {
    w(parent): {
        w(child): place for place, step in enumerate(sequence.split()) for child in step.split("|")
    }
    for parent, sequence in _SEQUENCES.items()
}
"""By element, the place of each child in the order of its parent."""

_COUNTED = {
    w(name): etree.XPath(f"count(preceding-sibling::w:{name})", namespaces=NAMESPACES)
    for name in ("tbl", "tr", "tc", "p")
}
"""How many of its kind stand before a table, row, cell or paragraph."""
MARKS = frozenset(map(w, _MARKS.split()))
FLOATING = {
    **dict.fromkeys(map(w, ("tbl", "tr", "sdt")), MARKS),
    w("pPr"): frozenset((w("sectPr"),)),  # LibreOffice writes it first, and Word takes that
}
"""By parent, the children that may stand anywhere in it."""

ONCE = (
    frozenset(
        w(step) for sequence in _SEQUENCES.values() for step in sequence.split() if "|" not in step
    )
    - MARKS
)
"""Children that may stand only once in their parent."""


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMESPACES)


def find(path: str, element: etree._Element, **variables: int) -> list[etree._Element]:
    """Return the elements an XPath finds; the prefixes are those of NAMESPACES."""
    return cast("list[etree._Element]", _compiled(path)(element, **variables))


def spot(element: etree._Element) -> str:
    """Say in Indonesian where an element stands: "tabel 2, baris 5, sel 1, paragraf 1".

    Counted as a reader counts, among siblings of one kind; empty outside paragraphs and tables.
    """
    steps = []
    for step in (element, *element.iterancestors(*_COUNTED)):
        if step.tag in _COUNTED:
            number = 1 + int(cast("float", _COUNTED[step.tag](step)))
            steps.append(f"{word_for(step.tag)} {number}")
    return ", ".join(reversed(steps))
