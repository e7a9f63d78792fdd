"""Named paragraph styles, as they are declared and as a file inherits them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from lxml import etree

from generator.word.wordml import w


class Alignment(Enum):
    """Alignment, by its name in WordprocessingML."""

    KIRI = "left"
    TENGAH = "center"
    KANAN = "right"


@dataclass(frozen=True, eq=False)
class ParagraphStyle:
    """One paragraph style. `line` is the exact line spacing; `indent` stands left and right.

    All lengths are points. `guna` says in Indonesian what prints with it; `outline` is the level
    in Word's navigation pane, from 1.
    """

    name: str
    guna: str
    based_on: str | None
    size: float
    line: float
    bold: bool = False
    align: Alignment = Alignment.KIRI
    before: float = 0
    after: float = 0
    indent: float = 0
    keep_next: bool = False
    outline: int | None = None

    @cached_property
    def style_id(self) -> str:
        """The name without spaces, as it stands in `w:pStyle`."""
        return self.name.replace(" ", "")


class StyleSheet:
    """The styles of a file, by id, with what each is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        if self._root is None:
            return {}
        return {style.get(w("styleId"), ""): style for style in self._root.iter(w("style"))}

    @cached_property
    def ids(self) -> dict[str, str]:
        """The ids by name; names survive other office programs, ids do not."""
        return {self.name(identity): identity for identity in self._by_id}

    @cached_property
    def usual(self) -> str:
        """The id of the style of paragraphs that name none."""
        for identity, style in self._by_id.items():
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                return identity
        return ""

    def get(self, identity: str) -> etree._Element | None:
        return self._by_id.get(identity)

    def name(self, identity: str) -> str:
        """Return the name of a style, its id when it is not defined."""
        style = self._by_id.get(identity)
        name = None if style is None else style.find(w("name"))
        return identity if name is None else name.get(w("val"), identity)

    def of(self, paragraph: etree._Element) -> str:
        """Return the id of the style of a paragraph."""
        named = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return self.usual if named is None else named.get(w("val"), "")

    def called(self, paragraph: etree._Element) -> str:
        """Return the name of the style of a paragraph."""
        return self.name(self.of(paragraph))

    def chain(self, identity: str) -> list[etree._Element]:
        """Return a style behind all that it is based on, the most general first."""
        found: list[etree._Element] = []
        style = self._by_id.get(identity)
        while style is not None and style not in found:
            found.insert(0, style)
            parent = style.find(w("basedOn"))
            style = None if parent is None else self._by_id.get(parent.get(w("val"), ""))
        return found

    def said(self, identity: str, part: str) -> list[etree._Element]:
        """Return the `pPr` or `rPr` of the defaults and of a style's chain, in that order."""
        bases = [] if self._root is None else self._root.findall(f"{w('docDefaults')}/*/{w(part)}")
        return [*bases, *(one for style in self.chain(identity) for one in style.findall(w(part)))]
