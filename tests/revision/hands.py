"""What a person's hand does to a decree, and what an update makes of it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn

from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING
from generator.opc.parts import read_parts, to_bytes
from generator.revision.read.stories import Stories
from generator.revision.stamp import Stamp, read_stamp, stamp
from generator.revision.update.whole import Updated, update
from generator.word.render import Package
from generator.word.structure import check_structure
from tests.revision.offices import Office
from tests.support.tracked import accept, body, line, lines, reject

OURS = "Generator SK"


def made(office: Office) -> bytes:
    """Return the stamped decree of an office."""
    return to_bytes(stamp(*office.printed()).parts)


def edited(decree: bytes, *edits: Callable[[Document], None]) -> bytes:
    """Return a decree after edits made with python-docx."""
    document = docx.Document(BytesIO(decree))
    for edit in edits:
        edit(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def retype(old: str, new: str) -> Callable[[Document], None]:
    """Return the edit that types over a text wherever it stands."""

    def edit(document: Document) -> None:
        for text in document.element.body.iter(qn("w:t")):
            text.text = (text.text or "").replace(old, new)

    return edit


def paragraph(root: Any, text: str) -> Any:
    """Return the first paragraph that reads so."""
    return next(one for one in root.iter(qn("w:p")) if line(one) == text)


def brought(decree: bytes, office: Office) -> Updated:
    """Return a decree brought up to date with an office; a sound one stays sound."""
    stamped = read_stamp(decree)
    assert isinstance(stamped, Stamp)
    base, theirs = Stories(read_parts(stamped.base)), Stories(read_parts(decree))
    before = check_structure(Package(theirs.parts))
    found = update(stamped, base, theirs, *office.printed(), None, KEPUTUSAN_CASCADING.yearly)
    assert before or check_structure(found.package) == []
    return found


def result(decree: bytes, office: Office) -> bytes:
    """Return a decree brought up to date with an office; rejecting it all gives it back."""
    found = to_bytes(brought(decree, office).package.parts)
    assert lines(reject(body(found), OURS)) == lines(reject(body(decree), OURS))
    return found


def accepted(decree: bytes, office: Office, *words: str) -> list[str]:
    """Return the lines with any of these words once all of an update is accepted."""
    found = lines(accept(body(result(decree, office)), OURS))
    return [one for one in found if any(word in one for word in words)]
