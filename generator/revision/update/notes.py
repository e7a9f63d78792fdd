"""What an update has to tell, thing by thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from lxml import etree

from generator.revision.read.alignment import identity_of
from generator.revision.read.blocks import OBJECT, Block, segments
from generator.revision.read.lines import partition
from generator.revision.read.looks import LookSheet
from generator.revision.read.stories import place_of
from generator.revision.update.comments import Comments
from generator.revision.update.pictures import Album
from generator.revision.update.threeway import Judge
from generator.revision.update.tracking import Tracker
from generator.word.render import Anchor
from generator.word.wordml import w

_MOST = 5
"""So many places of one value are named."""


class NoteKind(Enum):
    """The kinds of things to tell."""

    ENTERED = auto()
    """The data changed it, and it is in the file as a tracked change."""
    STALE = auto()
    """Nomor or Tanggal of another year, which what the books say took the place of."""
    CONFLICT = auto()
    """People and the data changed it: both stand there."""
    DIFFERENT = auto()
    """People wrote one value differently in two places; the first is `old`."""
    ELSEWHERE = auto()
    """People changed a value in one place; `new` names those where it stands as it was made."""
    LEFT_OUT = auto()
    """What the data have that is new in a drawing that people deleted."""
    PLAIN = auto()
    """A look that the block in its place does not have."""
    MARK = auto()
    """A bookmark that went along with what was carried; `new` is where it stood."""
    OVERRULED = auto()
    """An edit that went with what the data removed."""
    HOMELESS = auto()
    """An edit that the new shape of its sheet has no place for."""


class Note(NamedTuple):
    """One thing: where, what stood in people's file, what the data say now."""

    hal: NoteKind
    element: etree._Element
    old: str
    new: str
    anchor: Anchor | None = None

    @property
    def place(self) -> str:
        """Where in Indonesian."""
        return place_of(self.element)

    @property
    def is_about_a_table(self) -> bool:
        """Whether a whole table came or went."""
        return self.element.tag == w("tbl")


@dataclass(frozen=True)
class Desk:
    """What all who work on one file share; `comments` is None where Word allows none.

    `styles` are those of the base and of people's file; `album` has the pictures of the story;
    `anchors` are those of base and new decree, by name.
    """

    judge: Judge
    tracker: Tracker
    comments: Comments | None
    styles: tuple[LookSheet, LookSheet]
    album: Album
    anchors: Mapping[str, Anchor]
    notes: list[Note] = field(default_factory=list)
    lost: set[etree._Element] = field(default_factory=set)
    """The blocks of the base, or of people's file, whose edits are not carried."""

    def tell(
        self, hal: NoteKind, element: etree._Element, old: str, new: str, name: str | None = None
    ) -> None:
        """Note one thing; `name` is the bookmark of the value it is about."""
        self.notes.append(Note(hal, element, old, new, self.anchors.get(name or "")))

    def lose(self, element: etree._Element) -> None:
        """Note that what people changed in a block is not carried."""
        self.lost.add(element)

    def comment(self, paragraph: etree._Element, text: str) -> None:
        """Comment on a paragraph, where that is allowed."""
        if self.comments is not None:
            self.comments.add(paragraph, text)


def tell_places(pairs: Iterable[tuple[Block, Block]], desk: Desk) -> None:
    """Tell of values that people changed in one place and not, or otherwise, in another."""
    texts: dict[str, dict[str, Block]] = {}
    as_made: dict[str, list[Block]] = {}
    printed = [pair for pair in pairs if pair[0].is_paragraph and pair[0].names]
    for base, theirs in printed:
        if base.text != theirs.text:
            for name, old, text in _values(base, theirs):
                if text != old and not desk.judge.is_of_the_year(name):
                    texts.setdefault(identity_of(name), {})[text] = theirs
    for base, theirs in printed if texts else ():
        if not texts.keys().isdisjoint(map(identity_of, base.names)):
            for name, old, text in _values(base, theirs):
                if text == old == desk.anchors[name].text:
                    as_made.setdefault(identity_of(name), []).append(base)
    for identity, places in texts.items():
        first, *others = places
        for other in others:
            paragraph = places[other].element
            desk.tell(NoteKind.DIFFERENT, paragraph, first, other)
            desk.comment(paragraph, f'Bentrok. Isi yang sama ditulis "{first}" di tempat lain.')
        if left := as_made.get(identity):
            where = "; ".join(place_of(one.element) for one in left[:_MOST])
            where += f"; dan {len(left) - _MOST} tempat lain" if len(left) > _MOST else ""
            desk.tell(NoteKind.ELSEWHERE, places[first].element, first, where)


def _values(base: Block, theirs: Block) -> Iterator[tuple[str, str, str]]:
    """Yield the values of a line: name, text as made and as people have it, pictures apart."""
    printed = segments(base.element)
    for (name, old), where in zip(printed, partition(printed, theirs.text), strict=True):
        if name:
            now = theirs.text[slice(*where)].replace(OBJECT, "")
            yield name, old.replace(OBJECT, ""), now
