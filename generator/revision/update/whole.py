"""The whole file: an edited decree and the new one become the edited one brought up to date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from generator.opc.xml import to_xml
from generator.revision.read.looks import LookSheet
from generator.revision.read.stories import COMMENTS, STYLES, Stories
from generator.revision.stamp import Origin, Stamp, restamp
from generator.revision.update.comments import Comments
from generator.revision.update.merge import merge
from generator.revision.update.notes import Desk, Note
from generator.revision.update.pictures import Album
from generator.revision.update.renumbering import rename, renamed
from generator.revision.update.threeway import Judge
from generator.revision.update.tracking import Tracker
from generator.word.described import CORE, carried_on
from generator.word.render import Package
from generator.word.wordml import DOCUMENT, w

_NAMING = ("pStyle", "rStyle", "tblStyle")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_VAL = w("val")
_RELATED = ("basedOn", "link", "next")


@dataclass(frozen=True)
class Updated:
    """The file with the new data entered as tracked changes, and what there is to tell."""

    package: Package
    notes: tuple[Note, ...]
    lost: frozenset[etree._Element]
    """The blocks, of the base or of people's file, whose edits are not carried."""


def update(
    stamp: Stamp,
    base: Stories,
    theirs: Stories,
    new: Package,
    origin: Origin,
    date: str | None,
    yearly: frozenset[tuple[str, ...]],
) -> Updated:
    """Enter a new document, not yet stamped, into an edited one with that stamp.

    `base` is the edited one as it was made, `theirs` as it is now; neither is of use afterwards.
    `date` is what the tracked changes are dated, ISO 8601 or nothing; `yearly` name the values
    that are never carried into another year. The result is stamped with the new document as its
    base.
    """
    data = Stories(new.parts)
    tracker = Tracker(_stories(theirs), date)
    names = renamed(stamp.anchors, new.anchors)
    if names:
        for stories in (base, theirs):
            for story in _stories(stories):
                rename(story, names)
            stories.read_anew()
    old_anchors = {names.get(anchor.name, anchor.name): anchor for anchor in stamp.anchors}
    new_anchors = {anchor.name: anchor for anchor in new.anchors}
    stale = yearly if stamp.origin.tahun != origin.tahun else frozenset()
    judge = Judge(old_anchors, new_anchors, stale)
    styles = (LookSheet(base.root(STYLES)), LookSheet(theirs.root(STYLES)))
    _name_styles(data.document.root, LookSheet(data.root(STYLES)), theirs)
    anchors = old_anchors | new_anchors
    files = (base, theirs, data)
    album = Album(files, (DOCUMENT, DOCUMENT, DOCUMENT), tracker)
    albums = [album]
    desk = Desk(judge, tracker, Comments(theirs, tracker), styles, album, anchors)
    body = theirs.document.root.find(w("body"))
    assert body is not None
    merge(body, base.document.blocks, theirs.document.blocks, data.document.blocks, desk)
    for part, mine, now in _margins(base, theirs, data):
        root = theirs.root(part)
        assert root is not None
        albums.append(Album(files, (mine, part, now), tracker))
        in_margin = Desk(judge, tracker, None, styles, albums[-1], anchors, desk.notes, desk.lost)
        merge(root, base.margin(mine), theirs.margin(part), data.margin(now), in_margin)
    for story in _stories(theirs):
        tracker.distinguish(story)
    written = {name: to_xml(root) for name, root in theirs.roots.items()}
    pictures = {name: data for one in albums for name, data in one.added.items()}
    parts = {**theirs.parts, **pictures, **written}
    cores = [one.parts.get(CORE) for one in files]
    if cores[0] and cores[1] and cores[2]:
        parts[CORE] = carried_on(cores[1], cores[0], cores[2])
    return Updated(restamp(parts, new, origin), tuple(desk.notes), frozenset(desk.lost))


def _margins(base: Stories, theirs: Stories, new: Stories) -> Iterator[tuple[str, str, str]]:
    """Yield the header or footer of people's file, of the base and of the new decree."""
    seen = set()
    for name, part in theirs.margins.items():
        mine, now = base.margins.get(name), new.margins.get(name)
        if mine and now and part not in seen and base.margin(mine) and theirs.margin(part):
            seen.add(part)
            yield part, mine, now


def _stories(stories: Stories) -> Iterator[etree._Element]:
    """Yield the parts with text: their ids must not meet those of new changes."""
    for part in (DOCUMENT, COMMENTS, *_NOTES, *dict.fromkeys(stories.margins.values())):
        if (root := stories.root(part)) is not None:
            yield root


def _name_styles(root: etree._Element, own: LookSheet, theirs: Stories) -> None:
    """Call styles as people's file does, where names are kept and ids are not.

    A style it does not have is brought along.
    """
    known = LookSheet(theirs.root(STYLES)).ids
    sheet = theirs.root(STYLES)
    called: dict[str, str] = {}
    for element in root.iter(*map(w, _NAMING)):
        identity = element.get(_VAL, "")
        if identity not in called:
            name, style = own.name(identity), own.get(identity)
            if name not in known and style is not None and sheet is not None:
                sheet.append(_brought(style, known))
                known[name] = identity
            called[identity] = known.get(name, identity)
        if called[identity] != identity:
            element.set(_VAL, called[identity])


def _brought(style: etree._Element, known: Mapping[str, str]) -> etree._Element:
    """Return a copy of a style that leans on no style or list the other file may lack."""
    copy = deepcopy(style)
    for name in _RELATED:
        for one in copy.findall(w(name)):
            if one.get(w("val")) not in known.values():
                copy.remove(one)
    for one in copy.findall(f"{w('pPr')}/{w('numPr')}"):
        copy.find(w("pPr")).remove(one)  # type: ignore[union-attr]
    return copy
