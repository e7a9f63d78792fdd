"""One line three times: as it was made, as people left it, as the data want it now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from generator.revision.read.alignment import identity_of
from generator.revision.read.blocks import Segment
from generator.revision.read.lines import Rewording, Stretch, partition, rewordings, weave
from generator.word.render import Anchor

Printed = Sequence[Segment]


class Fate(Enum):
    """What becomes of a value."""

    KEPT = auto()
    """The data left it as it was; people may have changed it."""
    ENTERED = auto()
    """The data changed it, and their value takes its place."""
    CONFLICT = auto()
    """Both changed it: people's text stays, the new value stands beside it."""


class Verdict(NamedTuple):
    """One value, or stretch of fixed text, three times; `where` is its stretch of people's line."""

    fate: Fate
    base: str
    theirs: str
    new: str
    where: Stretch
    name: str | None
    rewordings: tuple[Rewording, ...] = ()

    @property
    def reworded(self) -> str:
        """The text that stands there once the rewordings are accepted."""
        text = self.theirs
        for start, stop, words in sorted(self.rewordings, reverse=True):
            text = text[: start - self.where.start] + words + text[stop - self.where.start :]
        return text


class Judge:
    """Decides value by value; `stale` are the values that may not stay as people left them."""

    def __init__(
        self,
        base: Mapping[str, Anchor],
        new: Mapping[str, Anchor],
        stale: frozenset[tuple[str, ...]],
    ) -> None:
        self._base = base
        self._new = new
        self._stale = stale

    def line(self, base: Printed, theirs: str, new: Printed) -> list[Verdict]:
        """Return what becomes of each value of a line."""
        stretches = partition(base, theirs)
        return [
            self._verdict(old, theirs, stretches[here], value)
            for old, value, here in _pairs(base, new)
        ]

    def is_of_the_year(self, name: str | None) -> bool:
        """Whether a value may never outlive its year, as a decree's Nomor and Tanggal."""
        anchor = self._base.get(name or "") or self._new.get(name or "")
        return anchor is not None and anchor.identity in self._stale

    def _verdict(
        self, base: Printed, line: str, stretches: Sequence[Stretch], new: Printed
    ) -> Verdict:
        where = Stretch(stretches[0].start, stretches[-1].stop)
        old, theirs = _text(base), line[where.start : where.stop]
        value = _text(new)
        name = _name(new) or _name(base)
        stale = theirs != value and self.is_of_the_year(_name(base))
        mine, others = (set(filter(None, _keys(one))) for one in (base, new))
        replaced = bool(mine and others and mine.isdisjoint(others))
        if theirs == value or (old == value and not stale):
            return Verdict(Fate.KEPT, old, theirs, value, where, name)
        if theirs == old or stale or replaced:
            whole = [Rewording(where.start, where.stop, value)]
            words = rewordings(old, value, where.start) if theirs == old else whole
            return Verdict(Fate.ENTERED, old, theirs, value, where, name, tuple(words))
        if self._only_placeholders_changed(base, new) and (woven := weave(old, theirs, value)):
            words = [
                Rewording(where.start + start, where.start + stop, text)
                for start, stop, text in woven
            ]
            return Verdict(Fate.ENTERED, old, theirs, value, where, name, tuple(words))
        words = [Rewording(where.stop, where.stop, _beside(value, theirs, line, where))]
        return Verdict(Fate.CONFLICT, old, theirs, value, where, name, tuple(words))

    def _only_placeholders_changed(self, base: Printed, new: Printed) -> bool:
        before = self._base.get(_name(base) or "")
        after = self._new.get(_name(new) or "")
        return before is not None and after is not None and before.raw == after.raw


def _beside(value: str, theirs: str, line: str, where: Stretch) -> str:
    """Return a value as it is put behind people's text, with a space where words would meet."""
    last, following = line[: where.stop][-1:], line[where.stop :][:1]
    before = " " if last.isalnum() or (theirs and not theirs[-1].isspace()) else ""
    return f"{before}{value}{' ' if following.isalnum() else ''}"


def _pairs(base: Printed, new: Printed) -> Iterator[tuple[Printed, Printed, slice]]:
    """Yield value by value what stands for what; lines built otherwise are one value whole."""
    if _keys(base) != _keys(new):
        yield base, new, slice(0, len(base))
        return
    for nth in range(len(base)):
        here = slice(nth, nth + 1)
        yield base[here], new[here], here


def _keys(printed: Printed) -> list[str | None]:
    return [identity_of(segment.name) if segment.name else None for segment in printed]


def _name(printed: Printed) -> str | None:
    return next((segment.name for segment in printed if segment.name), None)


def _text(printed: Printed) -> str:
    return "".join(segment.text for segment in printed)
