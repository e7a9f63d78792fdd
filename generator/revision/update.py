"""The whole file: an edited decree and the new one become the edited one brought up to date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from generator.decree.package import DOCUMENT, Package, read_parts
from generator.decree.wordml import w
from generator.revision.comments import Comments
from generator.revision.looks import Styles
from generator.revision.merge import merge
from generator.revision.notes import Desk, Note
from generator.revision.renumbering import rename, renamed
from generator.revision.stamp import Origin, Stamp, restamp
from generator.revision.stories import COMMENTS, STYLES, Stories
from generator.revision.threeway import Judge
from generator.revision.tracking import Tracker

_NAMING = ("pStyle", "rStyle", "tblStyle")
_RELATED = ("basedOn", "link", "next")


@dataclass(frozen=True)
class Updated:
    """The file with the new data entered as tracked changes, and what there is to tell."""

    package: Package
    notes: tuple[Note, ...]


def update(
    stamp: Stamp, edited: Mapping[str, bytes], new: Package, origin: Origin, date: str | None
) -> Updated:
    """Enter the new decree, not yet stamped, into an edited one with that stamp.

    `date` is what the tracked changes are dated, ISO 8601 or nothing. The result is stamped
    with the new decree as its base. Raises BadPackageError when `edited` is no Word file.
    """
    base, theirs = Stories(read_parts(stamp.base)), Stories(edited)
    return update_stories(stamp, base, theirs, new, origin, date)


def update_stories(
    stamp: Stamp, base: Stories, theirs: Stories, new: Package, origin: Origin, date: str | None
) -> Updated:
    """Do what `update` does with base and edited decree as read; neither is of use afterwards."""
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
    judge = Judge(old_anchors, new_anchors, stamp.origin.tahun != origin.tahun)
    styles = (Styles(base.root(STYLES)), Styles(theirs.root(STYLES)))
    _name_styles(data.document.root, Styles(data.root(STYLES)), theirs)
    anchors = old_anchors | new_anchors
    desk = Desk(judge, tracker, Comments(theirs, tracker), styles, anchors)
    body = theirs.document.root.find(w("body"))
    assert body is not None
    merge(body, base.document.blocks, theirs.document.blocks, data.document.blocks, desk)
    for part, mine, now in _margins(base, theirs, data):
        root = theirs.root(part)
        assert root is not None
        in_margin = Desk(judge, tracker, None, styles, anchors, desk.notes)
        merge(root, base.margin(mine), theirs.margin(part), data.margin(now), in_margin)
    written = {name: _serialized(root) for name, root in theirs.roots.items()}
    return Updated(restamp({**theirs.parts, **written}, new, origin), tuple(desk.notes))


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
    for part in (DOCUMENT, COMMENTS, *dict.fromkeys(stories.margins.values())):
        if (root := stories.root(part)) is not None:
            yield root


def _name_styles(root: etree._Element, own: Styles, theirs: Stories) -> None:
    """Call styles as people's file does, where names are kept and ids are not.

    A style it does not have is brought along.
    """
    known = Styles(theirs.root(STYLES)).ids
    sheet = theirs.root(STYLES)
    for element in root.iter(*map(w, _NAMING)):
        identity = element.get(w("val"), "")
        name = own.name(identity)
        if name not in known:
            style = own.get(identity)
            if style is None or sheet is None:
                continue
            sheet.append(_brought(style, known))
            known[name] = identity
        element.set(w("val"), known[name])


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


def _serialized(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
