"""The ends of paragraphs that come and go, and the properties that hang on them.

The end of a paragraph holds its properties. The last end in a body, cell or content control can
neither come nor go, so that of the paragraph before does; whatever stands before an end when the
changes are accepted, or rejected, has the properties that it had.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from generator.revision.read.blocks import atoms
from generator.revision.update.tracking import Tracker, former_shape_of, shape_of
from generator.word.wordml import find, w

_P, _TBL, _SHAPE = map(w, ("p", "tbl", "pPr"))
_COMES, _GOES = "w:pPr/w:rPr/w:ins", "w:pPr/w:rPr/w:del"
_SECTION = "w:pPr/w:sectPr"

Coming = Mapping[etree._Element, bool]
"""Paragraphs that come (true) or go."""


def mark_ends(tracker: Tracker, coming: Coming) -> None:
    """Mark the ends of paragraphs that come or go, wherever they stand."""
    for holder in dict.fromkeys(paragraph.getparent() for paragraph in coming):
        assert holder is not None
        blocks = list(holder.iterchildren(_P, _TBL))
        last = len(blocks)
        while last and (blocks[last - 1] in coming or _is_dead(blocks, last - 1)):
            last -= 1
        last = max(last, 1)
        for nth, paragraph in enumerate(blocks):
            if paragraph in coming:
                bearer = blocks[nth - 1] if nth >= last else paragraph
                if (nth < last or nth) and bearer.tag == _P and not find(_SECTION, bearer):
                    tracker.end(bearer, inserted=coming[paragraph])
        tail = blocks[last - 1 :]
        if len(tail) > 1 and all(one.tag == _P and not find(_SECTION, one) for one in tail):
            _shape(tracker, tail)


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
    for nth, paragraph in enumerate(tail):
        now, before = accepted.get(nth), rejected.get(nth)
        if now is None:
            now = before
        if now is not None:
            tracker.reshape(paragraph, now, now if before is None else before)


def _closing(
    tail: Sequence[etree._Element],
    absent: str,
    shaped: Callable[[etree._Element], list[etree._Element]],
) -> dict[int, list[etree._Element]]:
    """Return, for each end that stays, the properties of what it closes."""
    shapes = [[deepcopy(one) for one in shaped(paragraph)] for paragraph in tail]
    stays = [not find(absent, paragraph) for paragraph in tail[:-1]] + [True]
    found: dict[int, list[etree._Element]] = {}
    current = 0
    for nth in range(len(tail)):
        if nth and stays[nth - 1]:
            current = nth
        if stays[nth]:
            found[nth] = shapes[current]
    return found
