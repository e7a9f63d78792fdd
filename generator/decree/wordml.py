"""WordprocessingML as far as it has to be known: names, the order of properties, places."""

from __future__ import annotations

from functools import cache

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = {"w": W, "r": R, "mc": MC}

_BORDERS = "top start left bottom end right insideH insideV tl2br tr2bl"
_MARGINS = "top start left bottom end right"
_MARK = "ins del moveFrom moveTo"

PROPERTY_ORDER = {
    f"{{{W}}}{name}": {f"{{{W}}}{child}": place for place, child in enumerate(children.split())}
    for name, children in {
        "pPr": (
            "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr"
            " suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct"
            " topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind"
            " contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
            " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
        ),
        "rPr": (
            f"{_MARK} rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss"
            " imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs"
            " highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout"
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
            "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
            " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection"
            " bidi rtlGutter docGrid printerSettings sectPrChange"
        ),
        "numPr": "ilvl numId numberingChange ins",
        "pBdr": "top left bottom right between bar",
        "tcBorders": _BORDERS,
        "tblBorders": _BORDERS,
        "tcMar": _MARGINS,
        "tblCellMar": _MARGINS,
    }.items()
}
"""By element, the place of each child in the sequence the schema demands (ECMA-376)."""

PROPERTY_ORDER[f"{{{W}}}sectPr"][f"{{{W}}}footerReference"] = 0  # mixes with headerReference

_SPOTS = {
    f"{{{W}}}{name}": word
    for name, word in (("tbl", "tabel"), ("tr", "baris"), ("tc", "sel"), ("p", "paragraf"))
}


def w(name: str) -> str:
    """Return the name in the namespace of WordprocessingML, as lxml spells it."""
    return f"{{{W}}}{name}"


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMESPACES)


def find(path: str, element: etree._Element, **variables: int) -> list[etree._Element]:
    """Return the elements an XPath finds; the prefixes are those of NAMESPACES."""
    found: list[etree._Element] = _compiled(path)(element, **variables)
    return found


def parents_other_than(names: str) -> str:
    """Return the XPath predicate for an element whose parent is none of these.

    Alternate content stands transparently between parent and child.
    """
    allowed = [f"parent::w:{name}" for name in names.split()]
    return f"[not({' or '.join([*allowed, 'parent::mc:Choice', 'parent::mc:Fallback'])})]"


def spot(element: etree._Element) -> str:
    """Say in Indonesian where an element stands: "tabel 2, baris 5, sel 1, paragraf 1".

    Counted as a reader counts, among siblings of one kind; empty outside paragraphs and tables.
    """
    steps = []
    for step in (element, *element.iterancestors()):
        if word := _SPOTS.get(step.tag):
            number = 1 + sum(1 for _ in step.itersiblings(step.tag, preceding=True))
            steps.append(f"{word} {number}")
    return ", ".join(reversed(steps))
