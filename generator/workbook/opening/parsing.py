"""How the parts of a book are parsed: entities left alone, comments dropped, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, cast

from lxml import etree

Element = etree._Element

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


_OPTIONS: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
}


def parse(part: bytes) -> Element:
    """Return the root of an XML part; raise etree.XMLSyntaxError or ValueError on damage."""
    root = etree.fromstring(part, etree.XMLParser(**_OPTIONS))
    _refuse_declarations(root)
    return root


def stream(part: bytes, *names: str) -> Iterator[Element]:
    """Yield the elements of the main namespace called so, each when it ends, and forget it.

    What follows the last element that is asked for may be damaged; else this raises as `parse`
    does, where the damage stands.
    """
    tags = [f"{MAIN}{name}" for name in names]
    events = etree.iterparse(BytesIO(part), ("end",), tag=tags, remove_pis=True, **_OPTIONS)
    first = True
    for _, element in cast("Iterator[tuple[str, Element]]", events):
        if first:
            _refuse_declarations(element)
            first = False
        yield element
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def _refuse_declarations(element: Element) -> None:
    """Refuse a part that declares entities: no book does, and they can swell without end."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise ValueError(element.tag)


def attribute(element: Element, name: str) -> str:
    """Return an attribute that must be there; raise KeyError when it is not."""
    if (value := element.get(name)) is None:
        raise KeyError(name)
    return value


def called(parent: Element, *path: str) -> list[Element]:
    """Return what stands below an element on a path of names, in whatever namespace."""
    found = [parent]
    for name in path:
        found = [one for above in found for one in above.iterchildren(f"{{*}}{name}")]
    return found


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
