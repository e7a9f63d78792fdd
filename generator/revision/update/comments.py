"""Comments in the margin of a Word file; the part for them is made when there is none."""

from __future__ import annotations

from lxml import etree

from generator.opc.parts import CONTENT_TYPES
from generator.opc.relations import declare, relate
from generator.revision.read.stories import COMMENTS, Stories
from generator.revision.update.tracking import Tracker
from generator.word.wordml import DOCUMENT_RELS, W, w

_INITIALS = "SK"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Comments:
    """The comments of one file; `tracker` signs those that are added."""

    def __init__(self, stories: Stories, tracker: Tracker) -> None:
        self._stories = stories
        self._tracker = tracker

    def add(self, paragraph: etree._Element, text: str) -> None:
        """Comment on a paragraph of the body."""
        signature = self._tracker.signature()
        comment = etree.SubElement(
            self._root(), w("comment"), {**signature, w("initials"): _INITIALS}
        )
        line = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
        etree.SubElement(line, w("t")).text = text
        number = {w("id"): signature[w("id")]}
        start = etree.Element(w("commentRangeStart"), number)
        properties = paragraph.find(w("pPr"))
        if properties is None:
            paragraph.insert(0, start)
        else:
            properties.addnext(start)
        etree.SubElement(paragraph, w("commentRangeEnd"), number)
        reference = etree.SubElement(paragraph, w("r"))
        etree.SubElement(reference, w("commentReference"), number)

    def _root(self) -> etree._Element:
        root = self._stories.root(COMMENTS)
        if root is not None:
            return root
        root = self._stories.roots[COMMENTS] = etree.Element(w("comments"), nsmap={"w": W})
        rels = self._stories.root(DOCUMENT_RELS)
        types = self._stories.root(CONTENT_TYPES)
        assert rels is not None
        assert types is not None
        relate(rels, "comments", "comments.xml", "rIdKomentar", int(self._tracker.number()))
        declare(types, COMMENTS, _TYPE)
        return root
