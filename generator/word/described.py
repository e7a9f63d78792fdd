"""What a printed file says about itself: its title, who made it, and what its logo shows."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from lxml import etree

from generator.opc.parts import BadPackageError
from generator.opc.xml import parse, to_xml
from generator.word.compile import LOGO
from generator.word.render import Package, Template

CORE = "docProps/core.xml"
TITLE, AUTHOR = (f"{{http://purl.org/dc/elements/1.1/}}{name}" for name in ("title", "creator"))
_LOGO = re.compile(rf'(<wp:docPr\b[^>]*?)\b(?:descr|title)="\s*{LOGO}\s*"'.encode(), re.IGNORECASE)


def described(package: Package, template: Template, title: str, author: str) -> Package:
    """Return a printed file with its properties; its logo stays known as one by its title."""
    title, author = ("".join(filter(str.isprintable, text)) for text in (title, author))
    shown = f"Logo {author.replace('{', '')}"  # two of them in an attribute look like a tag
    said = f"descr={quoteattr(shown)} title={quoteattr(LOGO)}".encode()
    parts = dict(package.parts)
    for part in {box.part for box in template.logos}:
        parts[part] = _LOGO.sub(lambda match: match[1] + said, parts[part])
    if CORE in parts:
        parts[CORE] = _with(parts[CORE], {TITLE: title, AUTHOR: author})
    return Package(parts, package.anchors)


def carried_on(theirs: bytes, base: bytes, new: bytes) -> bytes:
    """Return the properties of an edited file, called as the new one where people left the name.

    What cannot be read stays as it is.
    """
    try:
        texts = [parse(one) for one in (theirs, base, new)]
    except BadPackageError:
        return theirs
    called = {tag: [root.findtext(tag, "") for root in texts] for tag in (TITLE, AUTHOR)}
    changed = {tag: new for tag, (now, old, new) in called.items() if now == old != new}
    return _with(theirs, changed) if changed else theirs


def _with(core: bytes, texts: dict[str, str]) -> bytes:
    try:
        root = parse(core)
    except BadPackageError:
        return core
    for tag, text in texts.items():
        one = root.find(tag)
        if one is None:
            one = etree.SubElement(root, tag)
        one.text = text
    return to_xml(root)
