"""How the parts of a book are parsed: entities left alone, comments dropped, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import cast

from lxml import etree

Element = etree._Element

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parse(part: bytes) -> Element:
    """Return the root of an XML part; raise etree.XMLSyntaxError when it is damaged."""
    return etree.fromstring(
        part,
        etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True
        ),
    )


def stream(part: bytes, *names: str) -> Iterator[Element]:
    """Yield the elements of the main namespace called so, each when it ends, and forget it.

    What follows the last element that is asked for may be damaged; else etree.XMLSyntaxError
    is raised where the damage stands.
    """
    events = etree.iterparse(
        BytesIO(part),
        events=("end",),
        tag=[f"{MAIN}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    for _, element in cast("Iterator[tuple[str, Element]]", events):
        yield element
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


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
