"""The cell styles of an opened book: new ones, and such as differ from another one in one thing."""

from __future__ import annotations

import re
from collections.abc import Collection
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from generator.opc.xml import Element, parse, to_xml
from generator.workbook.changing import siblings
from generator.workbook.opening.parsing import MAIN

_NONE = "none"
_KINDS = (
    *("solid", "gray125", "gray0625", "lightGray", "mediumGray", "darkGray"),
    *(
        f"{shade}{lines}"
        for shade in ("light", "dark")
        for lines in ("Horizontal", "Vertical", "Down", "Up", "Grid", "Trellis")
    ),
)
"""The patterns of a fill."""
_VALUE = r"rgb=[0-9A-Fa-f]{8}|(?:theme|indexed)=[0-9]+|auto=\w+|tint=-?[0-9.]+(?:[eE]-?[0-9]+)?"
_COLOUR = rf"(?:{_VALUE})(?:,(?:{_VALUE}))*"
_WORDS = re.compile(
    rf"(?:{'|'.join(_KINDS)})(?: fgColor:{_COLOUR})?(?: bgColor:{_COLOUR})?", re.ASCII
)
_DEFAULTS = {
    "fonts": ("<font/>",),
    "fills": (
        f'<fill><patternFill patternType="{_NONE}"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill>',
    ),
    "borders": ("<border/>",),
    "cellStyleXfs": (_FORMAT := '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',),
    "cellXfs": (_FORMAT,),
    "cellStyles": ('<cellStyle name="Normal" xfId="0" builtinId="0"/>',),
}
"""What the lists hold at least."""
_LIGHT = 0.6
_WHITE_THEME = "0"
"""Number of the theme colour for paper, with which text on a dark ground is written."""


@dataclass
class CellStyles:
    """The styles part of a book; a style is known by its number in `cellXfs`."""

    tree: Element
    _made: dict[tuple[int, str | int], int] = field(default_factory=dict)
    _known: dict[str, dict[bytes, int]] = field(default_factory=dict)
    _counted: dict[str, int] = field(default_factory=dict)
    """Items of the lists by what they say, and how many of a list are among them."""

    def fill(self, style: int) -> Element:
        """Return the fill of a style, a `<fill>` element."""
        fills = self._list("fills")
        return fills[int(self._style(style).get("fillId") or 0)]

    def filled(self, colours: Collection[str]) -> list[int]:
        """Return the numbers of the styles whose fill is solid in one of these colours."""
        fills = {
            str(number)
            for number, fill in enumerate(self._list("fills"))
            if colour_of(fill) in colours
        }
        listed = enumerate(self._list("cellXfs"))
        return [number for number, style in listed if style.get("fillId") in fills]

    def with_fill(self, style: int, fill: Element) -> int:
        """Return the number of the style that differs from `style` in its fill alone."""
        key = style, to_xml(fill).decode()
        if key not in self._made:
            number = self._place_of("fills", fill)
            like = deepcopy(self._style(style))
            like.set("fillId", str(number))
            like.set("applyFill", "1" if number else "0")
            self._made[key] = self._place_of("cellXfs", like)
        return self._made[key]

    def with_format_of(self, style: int, other: int) -> int:
        """Return the number of the style that differs from `style` in its number format alone.

        The format is that of `other`, with whether what looks like a number is a text.
        """
        if (style, other) not in self._made:
            like, source = deepcopy(self._style(style)), self._style(other)
            for name in ("numFmtId", "applyNumberFormat", "quotePrefix"):
                like.attrib.pop(name, "")
                if said := source.get(name):
                    like.set(name, said)
            self._made[style, other] = self._place_of("cellXfs", like)
        return self._made[style, other]

    def differential(self, dxf: str) -> int:
        """Return the number of a conditional format, given as XML in the main namespace."""
        return self._place_of("dxfs", element(dxf))

    def new(
        self,
        font: str = "",
        fill: str = "",
        border: str = "",
        alignment: str = "",
        *,
        number_format: int = 0,
        quoted: bool = True,
    ) -> int:
        """Return the number of a style made of XML in the main namespace, "" being the default.

        `number_format` is one of those that every book has. Text in a quoted style stays text
        when it is edited, even where it begins with "=".
        """
        numbers = {
            "fontId": self._place_of("fonts", _font(font)) if font else 0,
            "fillId": self._place_of("fills", element(fill)) if fill else 0,
            "borderId": self._place_of("borders", element(border)) if border else 0,
        }
        style = etree.Element(f"{MAIN}xf", {name: str(one) for name, one in numbers.items()})
        style.set("numFmtId", str(number_format))
        style.set("xfId", "0")
        for name in ("cellStyleXfs", "cellStyles"):
            self._list(name)
        if quoted:
            style.set("quotePrefix", "1")
        for name in ("applyFont", "applyFill", "applyBorder", "applyAlignment"):
            style.set(name, "1")
        if number_format:
            style.set("applyNumberFormat", "1")
        if alignment:
            style.append(element(alignment))
        return self._place_of("cellXfs", style)

    def is_light(self, style: int) -> bool:
        """Whether the text of a style is light, so that it needs a dark ground."""
        font = self._list("fonts")[int(self._style(style).get("fontId") or 0)]
        colour = font.find(f"{MAIN}color")
        if colour is None:
            return False
        if rgb := colour.get("rgb"):
            red, green, blue = bytes.fromhex(rgb[-6:])
            return (0.3 * red + 0.6 * green + 0.1 * blue) / 255 > _LIGHT
        return colour.get("theme") == _WHITE_THEME

    def has_colour(self, colours: Collection[str]) -> bool:
        """Whether any fill of the book is solid in one of these colours (RRGGBB)."""
        return any(colour_of(fill) in colours for fill in self._list("fills"))

    def _style(self, number: int) -> Element:
        return self._list("cellXfs")[number]

    def _place_of(self, name: str, wanted: Element) -> int:
        """Return the number of an item of a list, which is added when no equal one is there."""
        items = self._list(name)
        known = self._known.setdefault(name, {})
        counted = self._counted.get(name, 0)
        if counted < len(items):
            for number, item in enumerate(islice(items, counted, None), start=counted):
                known.setdefault(_canonical(item), number)
        text = _canonical(wanted)
        if text not in known:
            known[text] = len(items)
            siblings.append(items, wanted)
        self._counted[name] = len(items)
        return known[text]

    def _list(self, name: str) -> Element:
        """Return a list of the part; one that a book leaves out has what it then stands for."""
        items = siblings.child(self.tree, name)
        if not len(items):
            for xml in _DEFAULTS.get(name, ()):
                siblings.append(items, element(xml))
        return items


def element(xml: str) -> Element:
    """Return an element of the main namespace from its XML without any namespace."""
    return parse(f'<styleSheet xmlns="{MAIN[1:-1]}">{xml}</styleSheet>'.encode())[0]


def _font(xml: str) -> Element:
    """Return a font with its parts in order, which openpyxl does not keep to."""
    font = element(xml)
    siblings.arrange(font)
    return font


def solid(rgb: str) -> Element:
    """Return a fill of one colour, given as RRGGBB."""
    return element(
        f'<fill><patternFill patternType="solid"><fgColor rgb="FF{rgb}"/>'
        '<bgColor indexed="64"/></patternFill></fill>'
    )


def no_fill() -> Element:
    """Return the fill of a cell without one."""
    return element(f'<fill><patternFill patternType="{_NONE}"/></fill>')


def colour_of(fill: Element) -> str | None:
    """Return the colour of a solid fill as RRGGBB, None for any other."""
    pattern = fill.find(f"{MAIN}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return None
    front = pattern.find(f"{MAIN}fgColor")
    rgb = front.get("rgb") if front is not None else None
    return rgb[-6:].upper() if rgb else None


def in_words(fill: Element) -> str | None:
    """Return a fill as one line of text, "" for none; None for a gradient, which has no words."""
    pattern = fill.find(f"{MAIN}patternFill")
    if pattern is None:
        return None
    kind = pattern.get("patternType") or _NONE
    if kind == _NONE:
        return ""
    colours = [
        f"{etree.QName(colour).localname}:"
        + ",".join(f"{name}={colour.get(name)}" for name in map(str, colour.keys()))
        for colour in pattern
    ]
    return " ".join([kind, *colours])


def from_words(words: str) -> Element:
    """Return the fill that `in_words` put into words; none where somebody changed them."""
    fill = no_fill()
    if _WORDS.fullmatch(words):
        pattern = fill[0]
        kind, *colours = words.split(" ")
        pattern.set("patternType", kind)
        for colour in colours:
            name, _, rest = colour.partition(":")
            pairs = (pair.split("=") for pair in rest.split(","))
            etree.SubElement(pattern, f"{MAIN}{name}", dict(pairs))
    return fill


def _canonical(item: Element) -> bytes:
    """Return one form for equal items; the inclusive one declares namespaces by the place."""
    return etree.tostring(item, method="c14n", exclusive=True, with_tail=False)
