"""Office files compared part by part in canonical XML, which no library's habits disturb."""

import zipfile
from io import BytesIO

from lxml import etree


def canonical_parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a zip by name, those of XML in canonical form."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return {
        name: etree.tostring(etree.fromstring(part), method="c14n")
        if name.endswith((".xml", ".rels", ".vml"))
        else part
        for name, part in parts.items()
    }


def differing_parts(one: bytes, other: bytes) -> list[str]:
    """Return the names of the parts that only one file has or that are not the same."""
    first, second = canonical_parts(one), canonical_parts(other)
    return sorted(name for name in first | second if first.get(name) != second.get(name))
