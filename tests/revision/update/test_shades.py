"""The colours of the annex, set or taken away since the decree was made."""

from __future__ import annotations

from collections import Counter

import pytest
from docx.oxml.ns import qn
from lxml import etree

from generator.revision.update.notes import NoteKind
from tests.revision.hands import OURS, brought, edited, made, result, retype
from tests.revision.offices import Office
from tests.support.tracked import accept, body, reject


def shades(root: etree._Element) -> Counter[str]:
    return Counter(one.get(qn("w:fill"), "") for one in root.iter(qn("w:shd")))


@pytest.mark.parametrize(("before", "after"), [("Ya", "Tidak"), ("Tidak", "Ya")])
def test_the_colours_of_boxes_are_tracked(before: str, after: str) -> None:
    decree = edited(made(Office(warna=before)), retype("Aparatur", "Aparatur ORANG"))
    new = Office(warna=after)
    now = result(decree, new)
    assert shades(accept(body(now), OURS)) == shades(body(made(new)))
    assert shades(reject(body(now), OURS)) == shades(body(decree))
    assert [one.hal for one in brought(decree, new).notes] == [NoteKind.ENTERED]
