"""The tags of a Word template, each with the paragraph it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from generator.word.wordml import DOCUMENT, find, spot, w

OPENING = ("{{", "{%", "{#")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_BROKEN = re.compile(r"\{\{|\{%|\}\}|%\}")
_KIND = re.compile(r"(p|tr|tc|r)\s+(?=\S)")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_NEAR = 30
_LOOKED_AT = 200
"""Paragraphs that are looked through for words near a tag."""

PART_NAMES = {
    "document": "isi dokumen",
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
    "comments": "komentar",
}
_STORY = re.compile(r"word/(document|header|footer)\d*\.xml")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag. `kind` is "p", "tr", "tc", "r" or "" for a tag inside a text.

    `inner` is what stands between the braces, kind and typographic quotes taken away.
    """

    text: str
    inner: str
    kind: str
    paragraph: etree._Element
    spot: str

    @property
    def is_statement(self) -> bool:
        return self.text.startswith("{%")

    @property
    def word(self) -> str:
        """The first word of a statement ("for", "endif"), empty for a printed value."""
        return self.inner.split(maxsplit=1)[0] if self.is_statement and self.inner else ""


def stories(trees: Mapping[str, etree._Element]) -> Iterator[tuple[str, etree._Element]]:
    """Yield the parts whose tags are filled: the document first, then headers and footers."""
    names = [name for name in trees if _STORY.fullmatch(name)]
    for name in sorted(names, key=lambda name: (name != DOCUMENT, name)):
        yield name, trees[name]


def own_text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph without that of text boxes anchored in it."""
    texts = (
        node.text or "" if node.tag == w("t") else "\t"
        for run in paragraph.iter(w("r"))
        if next(run.iterancestors(w("p"))) is paragraph
        for node in run.iterchildren(w("t"), w("tab"))
    )
    return "".join(texts)


def tags_of(part: str, paragraph: etree._Element) -> list[Tag]:
    """Return the whole tags of one paragraph; comments are none."""
    text = own_text(paragraph)
    if not any(sign in text for sign in OPENING):
        return []
    place = place_in_words(part, paragraph)
    found = []
    for match in _TAG.finditer(text):
        if match[0].startswith("{#"):
            continue
        inner = match[0][2:-2].translate(_QUOTES)
        kind = _KIND.match(inner)
        inner = inner[kind.end() :] if kind else inner
        inner = inner.strip().strip("-+").strip()
        found.append(Tag(match[0], inner, kind[1] if kind else "", paragraph, place))
    return found


def fragment(paragraph: etree._Element) -> str:
    """Return a tag of this paragraph that is not closed, or closed without being opened."""
    rest = _TAG.sub("", own_text(paragraph))
    match = _BROKEN.search(rest)
    return rest[max(match.start() - _NEAR, 0) : match.end() + _NEAR].strip() if match else ""


def besides_tags(paragraph: etree._Element) -> str:
    """Return the text of a paragraph that is not in tags; a picture counts as "gambar"."""
    rest = " ".join(_TAG.sub(" ", own_text(paragraph)).split())
    pictures = "gambar" if find(".//w:drawing | .//w:pict", paragraph) else ""
    return rest or pictures


def place_in_words(part: str, element: etree._Element) -> str:
    """Return `isi dokumen, paragraf 12 (dekat "MENIMBANG")`."""
    story = re.sub(r"word/([a-z]+)\d*\.xml", lambda m: PART_NAMES.get(m[1], m[1]), part)
    where = ", ".join(step for step in (story, spot(element)) if step)
    near = _words_near(element)
    return f'{where} (dekat "{near}")' if near else where


def _words_near(element: etree._Element) -> str:
    """Return the nearest words a reader sees: of the paragraph itself, else of one before."""
    for paragraph in islice(_backwards(element), _LOOKED_AT):
        words = " ".join(_TAG.sub(" ", own_text(paragraph)).split())
        if len(words) > 1:
            return words if len(words) <= _NEAR else f"{words[:_NEAR].rstrip()}…"
    return ""


def _backwards(element: etree._Element) -> Iterator[etree._Element]:
    """Yield a paragraph and those before it, the nearest first; of anything else the first."""
    if element.tag != w("p"):
        yield from islice(element.getroottree().getroot().iter(w("p")), 1)
        return
    yield element
    for step in (element, *element.iterancestors()):
        if step is not element and step.tag == w("p"):
            yield step
        for sibling in step.itersiblings(preceding=True):
            yield from reversed(list(sibling.iter(w("p"))))
