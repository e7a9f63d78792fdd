"""What people did to the letters of all that stands around a place: new text there does as well."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from generator.revision.read.blocks import Block, atoms
from generator.revision.read.looks import LETTERS, LookSheet, differences, look_of
from generator.word.wordml import GRAMMAR, w

_R, _PROPERTIES = w("r"), w("rPr")
Habit = dict[str, etree._Element]
"""Run properties, by their tag."""


def common_letters(
    pairs: Iterable[tuple[Block, Block]], styles: tuple[LookSheet, LookSheet]
) -> Habit:
    """Return what people gave the letters of all paragraphs; `pairs` are of base and theirs."""
    common: Habit | None = None
    for base, theirs in pairs:
        if not base.text.strip() or not theirs.text.strip():
            continue
        given = _given(base, theirs, styles)
        common = given if common is None else _shared(common, given)
        if not common:
            return {}
    return common or {}


def put_on(paragraph: etree._Element, habit: Habit) -> None:
    """Let all letters of a new paragraph have these properties."""
    for run in paragraph.iter(_R) if habit else ():
        properties = run.find(_PROPERTIES)
        if properties is None:
            properties = etree.Element(_PROPERTIES)
            run.insert(0, properties)
        others = [one for one in properties if one.tag not in habit]
        copies = [deepcopy(one) for one in habit.values()]
        order = GRAMMAR[_PROPERTIES]
        properties[:] = sorted((*others, *copies), key=lambda one: order.get(one.tag, 0))


def _given(base: Block, theirs: Block, styles: tuple[LookSheet, LookSheet]) -> Habit:
    if etree.tostring(base.element) == etree.tostring(theirs.element):
        return {}
    looks = look_of(base.element, styles[0]), look_of(theirs.element, styles[1])
    changed = [
        w(tag) for name, _, now in differences(*looks) if now for tag in LETTERS.get(name, ())
    ]
    if not changed:
        return {}
    common: Habit | None = None
    for run in {atom.run: None for atom in atoms(theirs.element) if atom.text.strip()}:
        properties = run.find(_PROPERTIES)
        own = {one.tag: one for one in (() if properties is None else properties)}
        here = {tag: own[tag] for tag in changed if tag in own}
        common = here if common is None else _shared(common, here)
    return common or {}


def _shared(one: Habit, other: Habit) -> Habit:
    return {
        tag: value
        for tag, value in one.items()
        if tag in other and sorted(value.items()) == sorted(other[tag].items())
    }
