"""How the tags of a Word template stand to each other: alone where they must be, and in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from generator.findings.finding import Diagnostic, finding
from generator.values import Place
from generator.word.template.tags import Tag, besides_tags
from generator.word.wordml import find, w

_BOXES = {"p": ("p", "paragraf"), "tr": ("tr", "baris"), "tc": ("tc", "sel")}
_CLOSES = {"endfor": ("for",), "endif": ("if",), "else": ("if", "for"), "elif": ("if",)}
_ITERATED = re.compile(r"for\s+.+?\s+in\s+(.+)", re.DOTALL)


def check_blocks(tags: Sequence[Tag], book: str) -> list[Diagnostic]:
    """Return the findings about the tags of one part, in document order."""
    return [*_not_alone(tags, book), *_unpaired(tags, book), *_cells(tags, book)]


def _box(tag: Tag, name: str) -> etree._Element | None:
    """Return the paragraph, row, cell or table a tag stands in."""
    if name == "p":
        return tag.paragraph
    return next(tag.paragraph.iterancestors(w(name)), None)


def _not_alone(tags: Sequence[Tag], book: str) -> Iterator[Diagnostic]:
    for tag in tags:
        if tag.kind not in _BOXES:
            continue
        name, wadah = _BOXES[tag.kind]
        box = _box(tag, name)
        others = [one.text for one in tags if one is not tag and _box(one, name) is box]
        paragraphs = [] if box is None else find("descendant-or-self::w:p", box)
        words = [words for one in paragraphs if (words := besides_tags(one))]
        if lain := next(iter(words + others), ""):
            place = Place(book, spot=tag.spot)
            yield finding("tag-tidak-sendirian", place, tag=tag.text, wadah=wadah, lain=lain)


def _unpaired(tags: Sequence[Tag], book: str) -> Iterator[Diagnostic]:
    stack: list[Tag] = []
    for tag in tags:
        fault = ""
        if tag.word in ("for", "if"):
            stack.append(tag)
        elif tag.word in _CLOSES:
            openers = _CLOSES[tag.word]
            if not stack:
                fault = f"tidak ada {' atau '.join(openers)} di depannya"
            elif stack[-1].word not in openers:
                fault = f"di depannya masih terbuka {stack[-1].text}"
            else:
                fault = _apart(stack[-1], tag)
            if stack and tag.word.startswith("end"):
                stack.pop()
        if fault:
            yield _pair_finding(tag, fault, book)
    for tag in stack:
        yield _pair_finding(tag, f"tidak ada end{tag.word} yang menutupnya", book)


def _pair_finding(tag: Tag, sebab: str, book: str) -> Diagnostic:
    place = Place(book, spot=tag.spot)
    return finding("tag-tidak-berpasangan", place, tag=tag.text, sebab=sebab)


def _apart(opener: Tag, closer: Tag) -> str:
    """Return in Indonesian why two tags cannot be a pair, empty when they can."""
    inline = ("", "r")
    if opener.kind != closer.kind and not (opener.kind in inline and closer.kind in inline):
        return f"pembukanya {opener.text} berbeda jenis"
    if opener.kind == "tr":
        if _box(opener, "tr") is _box(closer, "tr"):
            return "pembukanya berada pada baris tabel yang sama"
        if _box(opener, "tbl") is not _box(closer, "tbl"):
            return "pembukanya berada pada tabel yang lain"
    elif opener.kind == "tc":
        if _box(opener, "tr") is not _box(closer, "tr"):
            return "pembukanya berada pada baris tabel yang lain"
    elif opener.paragraph.getparent() is not closer.paragraph.getparent():
        return "pembukanya berada pada sel atau bagian lain"
    return ""


def _cells(tags: Sequence[Tag], book: str) -> Iterator[Diagnostic]:
    """Find cells that hold nothing when a condition is false or a list is empty."""
    stack: list[Tag] = []
    seen: set[etree._Element] = set()
    for tag in tags:
        cell = tag.paragraph.getparent()
        if tag.kind == "p" and cell is not None and cell.tag == w("tc") and cell not in seen:
            seen.add(cell)
            conditions = {one.inner[2:].strip() for one in stack if one.word == "if"}
            if (opener := _all_within(cell, tags)) and _iterated(opener) not in conditions:
                place = Place(book, spot=opener.spot)
                yield finding("tag-sel-bisa-kosong", place, tag=opener.text)
        if tag.word in ("for", "if"):
            stack.append(tag)
        elif tag.word in ("endfor", "endif") and stack:
            stack.pop()


def _iterated(tag: Tag) -> str | None:
    match = _ITERATED.match(tag.inner)
    return match[1].strip() if match else None


def _all_within(cell: etree._Element, tags: Sequence[Tag]) -> Tag | None:
    """Return the first `for` or `if` of a cell when no content is certain beside such tags."""
    first: Tag | None = None
    depth = 0
    for child in cell:
        tag = next((one for one in tags if one.kind == "p" and one.paragraph is child), None)
        if tag is None:
            if depth == 0 and child.tag in (w("p"), w("tbl"), w("sdt")):
                return None
        elif tag.word in ("for", "if"):
            first = first or tag
            depth += 1
        elif tag.word in ("endfor", "endif"):
            depth -= 1
        elif depth == 0 or (tag.word == "else" and depth == 1):
            return None
    return first
