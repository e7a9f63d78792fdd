"""Pictures of the new decree, the office's logo above all, put into people's file as changes."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from posixpath import basename, dirname, splitext

from lxml import etree

from generator.opc.parts import CONTENT_TYPES
from generator.opc.relations import declare_default, relate, related, relations_name
from generator.revision.read.stories import Stories
from generator.revision.update.tracking import Tracker
from generator.word.wordml import R, w

_RUN, _DRAWING = w("r"), w("drawing")
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_NUMBERED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_EMBED = f"{{{R}}}embed"


class Album:
    """The pictures of one story in the file as made, as people have it and in the new decree.

    `parts` name that story's part in the three files. Pictures that are brought are in the
    package of people's file once `added` is.
    """

    def __init__(
        self, files: tuple[Stories, Stories, Stories], parts: tuple[str, str, str], tracker: Tracker
    ) -> None:
        self._files, self._parts, self._tracker = files, parts, tracker
        self.added: dict[str, bytes] = {}

    def enter(
        self, base: etree._Element, theirs: etree._Element, new: etree._Element
    ) -> tuple[int, int] | None:
        """Enter the pictures that the data changed in a paragraph; return how many were and are.

        None when the data changed none, or people put others there.
        """
        before, now, after = (
            [self._data(nth, run) for run in _pictured(one)]
            for nth, one in enumerate((base, theirs, new))
        )
        if before == after or now != before:
            return None
        for run in list(_pictured(theirs)):
            self._tracker.delete_run(run)
        for run in reversed(list(_pictured(new))):
            self._tracker.insert_first(theirs, self._brought(run))
        return len(before), len(after)

    def _data(self, nth: int, run: etree._Element) -> list[bytes | None]:
        targets = self._targets(nth)
        parts = self._files[nth].parts
        return [parts.get(targets.get(blip.get(_EMBED, ""), "")) for blip in run.iter(_BLIP)]

    def _targets(self, nth: int) -> dict[str, str]:
        part = self._parts[nth]
        relations = self._files[nth].root(relations_name(part))
        return {} if relations is None else {one.id: one.part for one in related(relations, part)}

    def _brought(self, run: etree._Element) -> etree._Element:
        """Return a copy of a run of the new decree that shows its pictures in people's file."""
        copy = deepcopy(run)
        targets = self._targets(2)
        for blip in copy.iter(_BLIP):
            name = targets[blip.get(_EMBED, "")]
            blip.set(_EMBED, self._taken(name, self._files[2].parts[name]))
        for properties in copy.iter(_NUMBERED):
            properties.set("id", self._tracker.number())
        return copy

    def _taken(self, name: str, data: bytes) -> str:
        """Put a picture into people's file; return the id of the relation that leads to it."""
        theirs, part = self._files[1], self._parts[1]
        relations, types = theirs.root(relations_name(part)), theirs.root(CONTENT_TYPES)
        assert relations is not None
        assert types is not None
        stem, suffix = splitext(basename(name))
        known = theirs.parts.keys() | self.added.keys()
        names = (f"media/{stem}{n or ''}{suffix}" for n in count())
        target = next(one for one in names if f"{dirname(part)}/{one}" not in known)
        self.added[f"{dirname(part)}/{target}"] = data
        declare_default(types, suffix[1:], f"image/{suffix[1:]}")
        return relate(relations, "image", target, "rIdGambar", int(self._tracker.number()))


def _pictured(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of a paragraph that hold one picture and nothing else."""
    for run in paragraph.iter(_RUN):
        content = [one for one in run if one.tag != w("rPr")]
        if [one.tag for one in content] == [_DRAWING] and next(run.iter(_BLIP), None) is not None:
            yield run
