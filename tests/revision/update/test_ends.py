"""Paragraphs that come and go at the end of what holds them, and updates of updates."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from tests.revision.hands import OURS, edited, made, paragraph, result
from tests.revision.offices import Office, change_data, edit_by_hand, first_year
from tests.support.tracked import accept, body, line, reject

LAWS = [f"Undang-Undang tentang {name};" for name in ("Aparatur", "Daerah", "Desa")]
DIKTUM = ["Satu tercantum dalam {lampiran};", "Dua menjadi acuan;", "Tiga berlaku."]
OLD = Office(mengingat=LAWS, diktum=DIKTUM)


def shapes(root: Any) -> list[tuple[str, list[bytes]]]:
    """Return the paragraphs with the properties that are not those of their ends."""
    found = []
    for one in root.iter(qn("w:p")):
        properties = one.find(qn("w:pPr"))
        own = [] if properties is None else list(properties)
        said = [etree.tostring(p, method="c14n") for p in own if p.tag != qn("w:rPr")]
        found.append((line(one), said))
    return found


def controlled(document: Document) -> None:
    """Put the items of Mengingat into a block content control."""
    first = paragraph(document.element.body, LAWS[0])
    items = [first, *first.itersiblings(qn("w:p"))]
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    first.addprevious(control)
    control.append(OxmlElement("w:sdtPr"))
    control.append(content)
    content.extend(items)
    control.addnext(OxmlElement("w:p"))


def numbered_by_hand(document: Document) -> None:
    """Take the last item of Mengingat out of the list."""
    properties = paragraph(document.element.body, LAWS[-1]).get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = 0


@pytest.mark.parametrize("edit", [controlled, numbered_by_hand])
@pytest.mark.parametrize(
    "laws",
    [
        [*LAWS, "Undang-Undang tentang Kota;"],
        [*LAWS, "Undang-Undang tentang Kota;", "Undang-Undang tentang Nagari;"],
        LAWS[:2],
        LAWS[:1],
        [*LAWS[:2], "Undang-Undang yang lain sama sekali."],
    ],
)
def test_rejecting_leaves_no_paragraph_more_and_none_in_another_shape(
    edit: Any, laws: list[str]
) -> None:
    decree = edited(made(OLD), edit)
    new = Office(mengingat=laws, diktum=DIKTUM)
    assert shapes(reject(body(result(decree, new)), OURS)) == shapes(body(decree))


def test_accepting_leaves_no_paragraph_in_another_shape() -> None:
    decree = edited(made(OLD), numbered_by_hand)
    kept = dict(shapes(body(decree)))
    for laws in ([*LAWS, "Undang-Undang tentang Kota;"], [LAWS[2]], [LAWS[2], LAWS[0]]):
        now = result(decree, Office(mengingat=laws, diktum=DIKTUM))
        found = dict(shapes(accept(body(now), OURS)))
        assert {law: found[law] for law in laws if law in LAWS} == {
            law: kept[law] for law in laws if law in LAWS
        }


def last_styles(root: Any) -> list[str]:
    """Return what is read in the paragraphs of the style of the last diktum."""
    style = f"{qn('w:pPr')}/{qn('w:pStyle')}[@{qn('w:val')}='DiktumTerakhir']"
    return [line(one) for one in root.iter(qn("w:p")) if one.find(style) is not None]


@pytest.mark.parametrize(
    "diktum",
    [
        [*DIKTUM, "Empat berlaku juga."],
        DIKTUM[:2],
        [DIKTUM[0], DIKTUM[2], DIKTUM[1]],
        [DIKTUM[2], *DIKTUM[:2]],
    ],
)
def test_only_the_last_diktum_has_the_style_of_the_last(diktum: list[str]) -> None:
    names = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT")
    decree = made(OLD)
    now = result(decree, Office(mengingat=LAWS, diktum=diktum))
    wanted = [names[len(diktum) - 1], ":", diktum[-1].format(lampiran="Lampiran")]
    assert last_styles(accept(body(now), OURS)) == wanted
    assert last_styles(reject(body(now), OURS)) == ["KETIGA", ":", DIKTUM[-1]]


@pytest.mark.parametrize("seed", range(40))
def test_a_third_generation_is_tracked_like_the_second(seed: int) -> None:
    chance = Random(f"ketiga {seed}")
    decree = edit_by_hand(first_year("pohon"), chance, 3)
    second = change_data(Office(), chance, 3)
    once = result(decree, second)
    again = edit_by_hand(once, chance, seed % 3)
    twice = result(again, change_data(second, chance, 3))

    assert shapes(reject(body(once), OURS)) == shapes(body(decree))
    changes = list(body(twice).iter(qn("w:ins"), qn("w:del"), qn("w:pPrChange")))
    ids = Counter(one.get(qn("w:id")) for one in changes)
    assert [number for number, times in ids.items() if times > 1] == []
    inside = [one for one in changes if next(one.iterancestors(one.tag), None) is not None]
    assert inside == []


def letters_of_ends(root: Any) -> list[tuple[str, list[bytes]]]:
    """Return the paragraphs with the letters of their ends."""
    path = f"{qn('w:pPr')}/{qn('w:rPr')}/*"
    return [
        (line(one), [etree.tostring(said, method="c14n") for said in one.iterfind(path)])
        for one in root.iter(qn("w:p"))
    ]


def red_number(document: Document) -> None:
    """Colour the end of the last item of Mengingat, and with it the number that Word gives it."""
    properties = paragraph(document.element.body, LAWS[-1]).get_or_add_pPr()
    letters = OxmlElement("w:rPr")
    colour = OxmlElement("w:color")
    colour.set(qn("w:val"), "FF0000")
    letters.append(colour)
    properties.append(letters)


@pytest.mark.parametrize("laws", [[*LAWS, "Undang-Undang tentang Kota;"], LAWS[:2]])
def test_rejecting_gives_the_end_of_the_last_item_its_letters_back(laws: list[str]) -> None:
    decree = edited(made(OLD), red_number)
    now = result(decree, Office(mengingat=laws, diktum=DIKTUM))
    assert letters_of_ends(reject(body(now), OURS)) == letters_of_ends(body(decree))


def test_the_end_of_a_new_last_item_has_not_the_letters_of_the_one_before() -> None:
    decree = edited(made(OLD), red_number)
    laws = [*LAWS, "Undang-Undang tentang Kota;"]
    found = dict(
        letters_of_ends(accept(body(result(decree, Office(mengingat=laws, diktum=DIKTUM))), OURS))
    )
    assert [bool(found[law]) for law in laws] == [False, False, True, False]
