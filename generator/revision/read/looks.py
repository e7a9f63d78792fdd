"""How a text looks, as far as people change it by hand: letters, paragraphs, pages.

Looks are compared as deviations from the named style, so that a file saved by another office
program, which spells the same look differently, shows only what somebody changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from generator.opc.xml import integer
from generator.revision.read.blocks import atoms
from generator.word.styles import StyleSheet
from generator.word.wordml import w

_Reader = Callable[[etree._Element | None], dict[str, str]]
Look = Mapping[str, str]
"""What deviates, in Indonesian, and how."""

_OFF = frozenset(("0", "false", "off", "none", "nil"))
_SWITCHES = {
    "b": "tebal",
    "i": "miring",
    "u": "garis bawah",
    "strike": "coret",
    "caps": "huruf besar",
    "smallCaps": "huruf besar kecil",
    "dstrike": "coret ganda",
    "vanish": "tersembunyi",
}
_VALUES = {
    "sz": "ukuran huruf",
    "color": "warna huruf",
    "highlight": "sorotan",
    "vertAlign": "naik turun huruf",
}
LETTERS = {
    **{word: (tag,) for tag, word in (_SWITCHES | _VALUES).items()},
    "tebal": ("b", "bCs"),
    "miring": ("i", "iCs"),
    "ukuran huruf": ("sz", "szCs"),
    "jenis huruf": ("rFonts",),
    "arsiran": ("shd",),
}
"""What of a look is which properties of a run."""
_PAGE = {
    "pgSz": ("ukuran halaman", ("w", "h")),
    "pgMar": ("tepi halaman", ("top", "right", "bottom", "left")),
}
_BLACK = "000000"
_MEASURES = ("jarak", "inden", "ukuran halaman", "tepi halaman")
_UNSAID = {
    "perataan": "left",
    "warna huruf": _BLACK,
    "jarak antarbaris": "240",
    "naik turun huruf": "baseline",
}
_NEAR = 20
"""Twips that two measures may differ by rounding."""


class LookSheet(StyleSheet):
    """The styles of a file with the looks that each gives."""

    def __init__(self, root: etree._Element | None) -> None:
        super().__init__(root)
        self._known: dict[tuple[str, str], dict[str, str]] = {}

    def letters(self, identity: str) -> dict[str, str]:
        """Return what a style says about letters, with what it inherits."""
        return self._inherited(identity, "rPr", letters_of)

    def shape(self, identity: str) -> dict[str, str]:
        """Return what a style says about its paragraphs, with what it inherits."""
        return self._inherited(identity, "pPr", shape_of)

    def whole(self, identity: str) -> dict[str, str]:
        """Return all that a style says, with what it inherits."""
        look = {**self.shape(identity), **self.letters(identity)}
        look.pop("penomoran", None)  # each office program counts its lists anew
        return look

    def _inherited(self, identity: str, part: str, read: _Reader) -> dict[str, str]:
        known = self._known.get((identity, part))
        if known is None:
            known = self._known[identity, part] = {}
            for one in self.said(identity, part):
                known.update(read(one))
        return known


def letters_of(properties: etree._Element | None) -> dict[str, str]:
    """Return what run properties say themselves."""
    found: dict[str, str] = {}
    for child in properties if properties is not None else ():
        name = etree.QName(child).localname
        value = child.get(w("val"))
        if name in _SWITCHES:
            found[_SWITCHES[name]] = "tidak" if value in _OFF else "ya"
        elif name in _VALUES and value:
            found[_VALUES[name]] = _BLACK if value.lower() == "auto" else value
        elif name == "rFonts" and (font := child.get(w("ascii"))):
            found["jenis huruf"] = font
        elif name == "shd":
            found["arsiran"] = _shade(child)
    return found


def shape_of(properties: etree._Element | None) -> dict[str, str]:
    """Return what paragraph properties say themselves."""
    found: dict[str, str] = {}
    for child in properties if properties is not None else ():
        name = etree.QName(child).localname
        if name == "jc":
            value = child.get(w("val"), "")
            found["perataan"] = {"start": "left", "end": "right"}.get(value, value)
        elif name == "spacing":
            for key, word in (("before", "sebelum"), ("after", "sesudah"), ("line", "antarbaris")):
                if space := child.get(w(key)):
                    found[f"jarak {word}"] = space
        elif name == "ind":
            for keys, word in (
                (("left", "start"), "inden kiri"),
                (("right", "end"), "inden kanan"),
            ):
                if value := next((v for key in keys if (v := child.get(w(key)))), ""):
                    found[word] = value
        elif name == "numPr":
            found["penomoran"] = "".join(one.get(w("val"), "") for one in child.iter(w("numId")))
        elif name == "shd":
            found["arsiran paragraf"] = _shade(child)
        elif name == "pageBreakBefore":
            found["halaman baru"] = "tidak" if child.get(w("val")) in _OFF else "ya"
    return found


def _shade(shade: etree._Element) -> str:
    fill = shade.get(w("fill"), "auto")
    return "tidak" if fill == "auto" else fill


def look_of(paragraph: etree._Element, styles: LookSheet) -> dict[str, str]:
    """Return the style of a paragraph, and in what it and its letters deviate from it."""
    properties = paragraph.find(w("pPr"))
    identity = styles.of(paragraph)
    found = {"gaya": styles.name(identity)}
    found.update(_deviating(shape_of(properties), styles.shape(identity)))
    if any(mark.get(w("type")) == "page" for mark in paragraph.iter(w("br"))):
        found["halaman baru"] = "ya"  # how LibreOffice writes it
    usual = styles.letters(identity)
    letters: dict[str, set[str]] = {}
    runs = {atom.run: None for atom in atoms(paragraph) if atom.text.strip()}
    for run in runs:
        for key, value in _deviating(letters_of(run.find(w("rPr"))), usual).items():
            letters.setdefault(key, set()).add(value)
    found.update({key: ", ".join(sorted(values)) for key, values in letters.items()})
    return found


def differences(old: Look, new: Look) -> Iterator[tuple[str, str, str]]:
    """Yield what differs between two looks: its name, and how it was and is ("" as the style)."""
    for key in sorted(old.keys() | new.keys()):
        before, after = old.get(key, ""), new.get(key, "")
        if not _same(key, before, after):
            yield key, before, after


def page_of(section: etree._Element) -> dict[str, str]:
    """Return the page set-up of a section, in twips."""
    found = {}
    for name, (word, sides) in _PAGE.items():
        element = section.find(w(name))
        if element is not None:
            found[word] = " ".join(element.get(w(side), "") for side in sides)
    return found


def _deviating(own: Look, usual: Look) -> dict[str, str]:
    return {key: value for key, value in own.items() if not _same(key, value, usual.get(key, ""))}


def _same(key: str, one: str, other: str) -> bool:
    """Whether two looks are one; "" is what nothing was said of."""
    nothing = _UNSAID.get(key) or ("0" if key.startswith(_MEASURES) else "tidak")
    one, other = one or nothing, other or nothing
    if one == other or not key.startswith(_MEASURES):
        return one == other
    mine, theirs = ([integer(said, None) for said in look.split()] for look in (one, other))
    return len(mine) == len(theirs) and all(
        a is not None and b is not None and abs(a - b) <= _NEAR
        for a, b in zip(mine, theirs, strict=True)
    )
