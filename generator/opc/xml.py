"""The one safe parser of XML: nothing is fetched, no entities, a DOCTYPE refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, TypeVar, cast

from lxml import etree

from generator.opc.limits import DEEPEST, MB, NODES, Bound
from generator.opc.parts import DOCTYPE, BadPackageError, TooMuchError

Element = etree._Element

T = TypeVar("T")

_INTEGER = re.compile(r"[+-]?[0-9]{1,10}")
_SAFE: dict[str, Any] = {"resolve_entities": False, "no_network": True}
_BARE: dict[str, Any] = {"remove_comments": True, "remove_pis": True}


def parse(part: bytes, *, bare: bool = False, huge: bool = False) -> Element:
    """Return the root of an XML part, `bare` without comments and processing instructions.

    `huge` lifts libxml2's limits: a text of ten million letters, as a stamp is, elements 256 deep.
    Raises BadPackageError on damage, and when the part declares entities: no office file does,
    and they can swell without end.
    """
    bareness = _BARE if bare else {}
    parser = etree.XMLParser(huge_tree=huge, collect_ids=False, **_SAFE, **bareness)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise BadPackageError(error.msg) from error
    _refuse_declarations(root)
    return root


def within(part: bytes, bound: Bound = NODES) -> bytes:
    """Return the part; raise TooMuchError when the tree of it would hold too much."""
    if part.count(b"<") + 2 * (part.count(b'="') + part.count(b"='")) > bound.limit:
        raise TooMuchError(bound)
    return part


class _Metered(BytesIO):
    """A part as it is read, but no more at a time than one element may hold."""

    eaten = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.eaten += len(data)
        if self.eaten > DEEPEST.limit * MB:
            raise TooMuchError(DEEPEST)
        return data


def stream(part: bytes, *tags: str) -> Iterator[Element]:
    """Yield the elements with these tags, each when it ends, and forget it.

    What follows the last element that is asked for may be damaged; else this raises as `parse`
    does, where the damage stands. An element that holds too much raises TooMuchError.
    """
    source = _Metered(part)
    events = etree.iterparse(source, ("end",), tag=tags, **_SAFE, **_BARE)
    first = True
    try:
        for _, element in cast("Iterator[tuple[str, Element]]", events):
            if first:
                _refuse_declarations(element)
                first = False
            source.eaten = 0
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError as error:
        raise BadPackageError(error.msg) from error


def _refuse_declarations(element: Element) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise BadPackageError(DOCTYPE)


def integer(said: str | None, otherwise: T) -> int | T:
    """Return the whole number that an attribute says, and `otherwise` where it says none.

    What a foreign file says is any text; more than ten digits are no measure, count or id.
    """
    said = (said or "").strip()
    return int(said) if _INTEGER.fullmatch(said) else otherwise


def to_xml(root: Element) -> bytes:
    """Return an XML part as bytes."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
