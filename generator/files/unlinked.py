"""Office files without what lies outside of them, so that opening one asks nobody for anything.

Hyperlinks stay, for nothing follows them until somebody clicks. What is no package, or too large
to be read, is left as it is: no converter can do more with it.
"""

from __future__ import annotations

import re

from generator.opc.limits import BOOK_UNPACKED
from generator.opc.parts import AS_GIVEN, BadPackageError, Limits, Zip
from generator.opc.parts import to_bytes as zipped

_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*>")
_TARGET = re.compile(rb"""(\bTarget\s*=\s*)(["'])[^"'<>]*\2""")
_HREF = re.compile(rb"""(\bxlink:href\s*=\s*)(["'])(?=[a-zA-Z][\w+.-]*:|//|\.\.)[^"'<>]*\2""")
_TAG = re.compile(rb"<(?!text:a[\s>])[^<>]*>")


def unlinked(data: bytes) -> bytes:
    """Return an office file whose parts lead to nothing outside of it but by hyperlinks."""
    try:
        parts = Zip(data, Limits(BOOK_UNPACKED)).parts()
    except BadPackageError:
        return data
    changed = {name: _changed(name, part) for name, part in parts.items()}
    return data if changed == parts else zipped(changed, AS_GIVEN)


def _changed(name: str, part: bytes) -> bytes:
    if name.endswith(".rels"):
        return _RELATION.sub(lambda one: _inside(one[0]), part)
    if name.endswith(".xml") and b"xlink:href" in part:
        return _TAG.sub(lambda tag: _HREF.sub(rb"\1\2\2", tag[0]), part)
    return part


def _inside(relation: bytes) -> bytes:
    if b'"External"' not in relation and b"'External'" not in relation:
        return relation
    if b"/hyperlink" in relation:
        return relation
    return _TARGET.sub(rb"\1\2NULL\2", relation)
