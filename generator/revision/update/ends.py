"""The ends of paragraphs that come and go, and the properties that hang on them.

The end of a paragraph holds its properties. The last end in a body, cell or content control can
neither come nor go, so that of the paragraph before does; whatever stands before an end when the
changes are accepted, or rejected, has the properties that it had.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from generator.revision.read.blocks import atoms
from generator.revision.update.tracking import (
    Tracker,
    former_letters_of_end,
    former_shape_of,
    letters_of_end,
    shape_of,
)
from generator.word.wordml import find, w

_P, _TBL, _TR, _SHAPE = map(w, ("p", "tbl", "tr", "pPr"))
_COMES, _GOES = "w:pPr/w:rPr/w:ins", "w:pPr/w:rPr/w:del"
_SECTION = "w:pPr/w:sectPr"
_FORMERLY = w("pPrChange")
_REFERENCES = "w:headerReference | w:footerReference"

Coming = Mapping[etree._Element, bool]
"""Paragraphs that come (true) or go."""
Properties = dict[int, list[etree._Element]]
"""Properties of what ends stand behind, by the number of the end."""


def mark_ends(
    tracker: Tracker, coming: Coming, closing: Collection[etree._Element] = frozenset()
) -> None:
    """Mark the ends of paragraphs that come or go, wherever they stand.

    `closing` are those whose end stays, as it is that of a section.
    """
    for holder in dict.fromkeys(paragraph.getparent() for paragraph in coming):
        assert holder is not None
        for blocks in _parts(list(holder.iterchildren(_P, _TBL)), closing):
            _mark(tracker, blocks, coming, closing)


def _parts(
    blocks: Sequence[etree._Element], closing: Collection[etree._Element]
) -> Iterator[Sequence[etree._Element]]:
    """Yield blocks in parts, each up to an end that stays or the last one."""
    at = 0
    for nth, block in enumerate(blocks, 1):
        if block in closing or nth == len(blocks):
            yield blocks[at:nth]
            at = nth


def _mark(
    tracker: Tracker,
    blocks: Sequence[etree._Element],
    coming: Coming,
    closing: Collection[etree._Element],
) -> None:
    last = len(blocks)
    while last and (
        blocks[last - 1] in coming or _is_dead(blocks, last - 1) or _changes(blocks[last - 1])
    ):
        last -= 1
    last = max(last, 1)
    before: etree._Element | None = None
    for nth, paragraph in enumerate(blocks):
        if paragraph in coming:
            bearer = before if nth >= last else paragraph
            if bearer is not None and _may_change(bearer, coming, coming[paragraph], closing):
                tracker.end(bearer, inserted=coming[paragraph])
        if not (nth >= last and paragraph.tag == _TBL):
            before = paragraph if paragraph.tag == _P else None
    tail = [one for one in blocks[last - 1 :] if one.tag == _P]
    if len(tail) > 1 and all(one in closing or not find(_SECTION, one) for one in tail):
        _shape(tracker, tail)


def _changes(block: etree._Element) -> bool:
    """Whether a table comes or goes with all its rows."""
    rows = block.findall(_TR)
    return bool(rows) and all(find("w:trPr/w:ins | w:trPr/w:del", row) for row in rows)


def _may_change(
    bearer: etree._Element, coming: Coming, comes: bool, closing: Collection[etree._Element]
) -> bool:
    """Whether an end may come or go; one that ends a section only goes, or comes with it."""
    return bearer not in closing and (bearer in coming or not comes or not find(_SECTION, bearer))


def move_break(paragraph: etree._Element, other: etree._Element) -> None:
    """Let a section that ends with one paragraph end with another."""
    (section,) = find(_SECTION, paragraph)
    shape = other.find(_SHAPE)
    if shape is None:
        shape = etree.Element(_SHAPE)
        other.insert(0, shape)
    formerly = shape.find(_FORMERLY)
    if formerly is None:
        shape.append(section)
    else:
        formerly.addprevious(section)


def refer_as(paragraph: etree._Element, body: etree._Element) -> None:
    """Let a section that comes have the headers and footers of the last one of the file."""
    for section in find(_SECTION, paragraph):
        for one in find(_REFERENCES, section):
            section.remove(one)
        section[:0] = [deepcopy(one) for last in list(body)[-1:] for one in find(_REFERENCES, last)]


def ends_section(paragraph: etree._Element) -> bool:
    return bool(find(_SECTION, paragraph))


def is_joined(paragraph: etree._Element) -> bool:
    """Whether a paragraph goes on in the one behind it once all changes are accepted."""
    return paragraph.tag == _P and bool(find(_GOES, paragraph))


def _is_dead(blocks: Sequence[etree._Element], nth: int) -> bool:
    """Whether the last paragraph went in an earlier update, all but its end."""
    return bool(nth) and is_joined(blocks[nth - 1]) and not _reads(blocks[nth])


def _reads(block: etree._Element) -> bool:
    return block.tag != _P or any(atom.text for atom in atoms(block))


def _shape(tracker: Tracker, tail: Sequence[etree._Element]) -> None:
    """Give each end of a tail the properties of what stands before it, either way."""
    accepted = _closing(tail, _GOES, shape_of)
    rejected = _closing(tail, _COMES, former_shape_of)
    lettered = _closing(tail, _GOES, letters_of_end), _closing(tail, _COMES, former_letters_of_end)
    for nth, paragraph in enumerate(tail):
        if (either := _either(accepted, rejected, nth)) is not None:
            tracker.reshape(paragraph, *either)
        if (either := _either(*lettered, nth)) is not None:
            tracker.letter_end(paragraph, *either)


def _either(
    accepted: Properties, rejected: Properties, nth: int
) -> tuple[list[etree._Element], list[etree._Element]] | None:
    """Return the properties of an end once accepted and once rejected, None if it never stays."""
    now, before = accepted.get(nth), rejected.get(nth)
    if now is None or before is None:
        now = before = now if before is None else before
    return None if now is None or before is None else (now, before)


def _closing(
    tail: Sequence[etree._Element],
    absent: str,
    shaped: Callable[[etree._Element], list[etree._Element]],
) -> Properties:
    """Return, for each end that stays, the properties of what it closes."""
    shapes = [[deepcopy(one) for one in shaped(paragraph)] for paragraph in tail]
    stays = [not find(absent, paragraph) for paragraph in tail[:-1]] + [True]
    found: Properties = {}
    current = 0
    for nth in range(len(tail)):
        if nth and stays[nth - 1]:
            current = nth
        if stays[nth]:
            found[nth] = shapes[current]
    return found
