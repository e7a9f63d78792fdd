"""Which indikator of the base is which of the new decree, whatever its number."""

from __future__ import annotations

import pytest

from generator.revision.update.renumbering import renamed
from generator.values import Place
from generator.word.render import Anchor, anchor_name

NODE = ("eselon-4", "Sub Kegiatan", "K3")


def anchors(*texts: str) -> list[Anchor]:
    """Return what is printed of a node: its name, then indikator and target by number."""
    found = [anchor((*NODE, "nama"), "Penataan")]
    for nth, text in enumerate(texts):
        found.append(anchor((*NODE, str(nth), "indikator"), text))
        found.append(anchor((*NODE, str(nth), "target"), "12"))
    return found


def anchor(identity: tuple[str, ...], text: str) -> Anchor:
    return Anchor(anchor_name(identity, 0), identity, 0, Place("eselon-4.xlsx"), text, text)


def heirs(old: list[Anchor], new: list[Anchor]) -> dict[str, str]:
    """Return what stands in the new decree for each indikator of the base; nothing where none."""
    names = renamed(old, new)
    texts = {one.name: one.text for one in new}
    indikator = [one for one in old if one.identity[-1] == "indikator"]
    return {one.text: texts.get(names.get(one.name, one.name), "") for one in indikator}


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("a b c", "a b c", {"a": "a", "b": "b", "c": "c"}),
        ("a b c", "b c", {"a": "", "b": "b", "c": "c"}),
        ("a b", "x a b", {"a": "a", "b": "b"}),
        ("a b", "b a", {"a": "a", "b": "b"}),
        ("a b c", "b c a", {"a": "a", "b": "b", "c": "c"}),
        ("a a b", "a b", {"a": "", "b": "b"}),
    ],
)
def test_an_indikator_is_known_by_its_text(old: str, new: str, wanted: dict[str, str]) -> None:
    assert heirs(anchors(*old.split()), anchors(*new.split())) == wanted


def test_a_reworded_one_is_known_by_where_it_stands() -> None:
    old = anchors("Jumlah pegawai", "Jumlah arsip", "Nilai SAKIP")
    new = anchors("Jumlah arsip", "Nilai SAKIP Dinas")
    assert heirs(old, new) == {
        "Jumlah pegawai": "",
        "Jumlah arsip": "Jumlah arsip",
        "Nilai SAKIP": "Nilai SAKIP Dinas",
    }


def test_a_target_goes_with_its_indikator() -> None:
    old, new = anchors("a", "b"), anchors("b")
    names = renamed(old, new)
    assert names[old[4].name] == new[2].name


def test_what_ends_shares_its_name_with_nothing() -> None:
    old, new = anchors("a", "b", "c"), anchors("c")
    names = renamed(old, new)
    called = [names.get(one.name, one.name) for one in old]
    assert len(set(called)) == len(called)
    assert not {names[old[1].name], names[old[3].name]} & {one.name for one in new}
