"""Comments in the margin of a Word file; the part for them is made when there is none."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.opc.parts import CONTENT_TYPES
from generator.opc.relations import declare, relate
from generator.revision.read.stories import COMMENTS, Stories
from generator.revision.update.tracking import Tracker
from generator.word.wordml import DOCUMENT_RELS, W, w

_INITIALS = "SK"
_LASTING = "{http://schemas.microsoft.com/office/word/2010/wordml}"
"""The names by which other parts know a paragraph begin so."""
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

    def again(self, kind: str, number: str) -> str | None:
        """Repeat a comment or note under a number of its own; None when there is none."""
        root = self._stories.root(f"word/{kind}s.xml")
        for one in () if root is None else root.findall(w(kind)):
            if one.get(w("id")) == number:
                copy = deepcopy(one)
                for element in copy.iter():
                    for key in [key for key in element.attrib if str(key).startswith(_LASTING)]:
                        del element.attrib[key]
                one.addnext(copy)
                copy.set(w("id"), self._tracker.number())
                return copy.get(w("id"))
        return None

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
