"""What the parts of a book are parsed for: elements of the main namespace, and what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.opc import xml
from generator.opc.xml import Element

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def stream(part: bytes, *names: str) -> Iterator[Element]:
    """Yield the elements of the main namespace called so, each when it ends, and forget it."""
    return xml.stream(part, *(f"{MAIN}{name}" for name in names))


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
