"""The office's logo, added, changed and taken away since the decree was made."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from generator.opc.parts import read_parts
from generator.revision.update.notes import NoteKind
from scripts.make_word_template import placeholder_png
from tests.revision.hands import OURS, brought, edited, made, result, retype
from tests.revision.offices import Office
from tests.support.tracked import accept, body, reject

ONE, OTHER = placeholder_png(44, 52), placeholder_png(40, 40)


def shown(decree: bytes, root: Any) -> list[bytes]:
    """Return the pictures that a body shows, found in the file it is of."""
    parts = read_parts(decree)
    related = docx.Document(BytesIO(decree)).part.rels
    blips = root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip")
    names = [related[one.get(qn("r:embed"))].target_part.partname for one in blips]
    return [parts[str(name)[1:]] for name in names]


@pytest.mark.parametrize(
    ("before", "after"), [(b"", ONE), (ONE, OTHER), (ONE, b"")], ids=["added", "changed", "gone"]
)
def test_the_logo_is_tracked(before: bytes, after: bytes) -> None:
    decree = edited(made(Office(logo=before)), retype("Aparatur", "Aparatur ORANG"))
    now = result(decree, Office(logo=after))
    assert shown(now, accept(body(now), OURS)) == [one for one in [after] if one]
    assert shown(now, reject(body(now), OURS)) == [one for one in [before] if one]
    notes = brought(decree, Office(logo=after)).notes
    told = [f"{len(one)} gambar" for one in ([1] * bool(before), [1] * bool(after))]
    assert [(one.hal, one.old, one.new) for one in notes] == [(NoteKind.ENTERED, *told)]


def test_a_logo_that_people_put_in_stays() -> None:
    def put_in(document: Document) -> None:
        document.paragraphs[0].add_run().add_picture(BytesIO(OTHER))

    now = result(edited(made(Office()), put_in), Office(logo=ONE))
    assert shown(now, accept(body(now), OURS)) == [OTHER]


def test_a_logo_that_stays_is_no_change() -> None:
    decree = edited(made(Office(logo=ONE)), retype("Aparatur", "Aparatur ORANG"))
    assert brought(decree, Office(logo=ONE)).notes == ()
