"""What is wrong in a Word template, and where, before anything is printed with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.findings.finding import Diagnostic, finding
from generator.values import Place
from generator.word.names import ValueKind, leaves
from generator.word.render import printing_environment
from generator.word.styles import StyleSheet
from generator.word.template.blocks import check_blocks
from generator.word.template.expression import (
    STATEMENTS,
    Scope,
    check_names,
    syntax_fault,
    unsupported,
)
from generator.word.template.form import TemplateForm
from generator.word.template.grammar import MAX_TAGS, nesting_faults, size_fault
from generator.word.template.tags import PART_NAMES, Tag, fragment, place_in_words, stories, tags_of
from generator.word.wordml import DOCUMENT, find, w

STYLES = "word/styles.xml"
_SIGNS = ("{{", "{%")
_SHOWN = 60
"""Letters that are shown of a tag that is too long."""
_ANCHOR = re.compile(r"_sk_[0-9a-f]{16}_\d+")

Trees = Mapping[str, etree._Element]
"""The XML parts of a template by name, parsed."""


def check_template(trees: Trees, form: TemplateForm, book: str) -> Iterator[Diagnostic]:
    """Yield all that is wrong in a Word document that is to be a template."""
    marks = find("//w:bookmarkStart", trees[DOCUMENT])
    if any(_ANCHOR.fullmatch(mark.get(w("name"), "")) for mark in marks):
        yield finding("templat-sudah-jadi", Place(book))
        return
    if _braces(trees) > 2 * MAX_TAGS:
        yield finding("templat-terlalu-besar", Place(book), sebab=f"lebih dari {MAX_TAGS} tag")
        return
    tags = {
        part: [tag for one in tree.iter(w("p")) for tag in tags_of(part, one)]
        for part, tree in stories(trees)
    }
    found = [*_misplaced(trees, book), *_fragments(trees, book)]
    if not any(tags.values()) and not found:
        yield finding("templat-tanpa-tag", Place(book))
        return
    yield from found
    styles = StyleSheet(trees[STYLES])
    yield from _styles(styles, form, book)
    printed: set[str] = set()
    for part in tags:
        faults = [*_syntax(tags[part], book), *check_blocks(tags[part], book)]
        yield from faults
        yield from _section_ends(tags[part], book)
        if not faults:
            yield from _names(tags[part], styles, form, book, printed)
    missing = [path for path, jenis in leaves(form.names) if jenis is not ValueKind.TANDA]
    if lost := [_spelt(path) for path in missing if path not in printed]:
        yield finding("templat-tanpa-isian", Place(book), nama=", ".join(lost))


def _braces(trees: Trees) -> int:
    texts = (one.text or "" for _, tree in stories(trees) for one in tree.iter(w("t")))
    return sum(text.count("{") for text in texts)


def _spelt(path: str) -> str:
    return path.replace("[]", "")


def _misplaced(trees: Trees, book: str) -> Iterator[Diagnostic]:
    """Find tags outside the text that is filled: notes, comments, attributes, field codes."""
    filled = {part for part, _ in stories(trees)}
    for part, tree in trees.items():
        story = re.sub(r"\w+/([a-z]+)\d*\.xml", r"\1", part)
        for element in tree.iter("*"):
            inside = part in filled and element.tag == w("t")
            texts = [] if inside else [(element.text or "", _kind_of_place(story, element))]
            texts += [
                (str(value), "sifat gambar atau penanda") for value in element.attrib.values()
            ]
            for text, tempat in texts:
                if any(sign in text for sign in _SIGNS):
                    paragraph = next(element.iterancestors(w("p")), element)
                    place = Place(book, spot=place_in_words(part, paragraph))
                    yield finding("tag-di-tempat-terlarang", place, tag=text.strip(), tempat=tempat)


def _kind_of_place(story: str, element: etree._Element) -> str:
    if story in ("footnotes", "endnotes", "comments"):
        return PART_NAMES[story]
    if element.tag == w("delText"):
        return "teks yang ditandai terhapus"
    return "kode bidang" if element.tag == w("instrText") else "bagian dokumen yang tidak diisi"


def _fragments(trees: Trees, book: str) -> Iterator[Diagnostic]:
    for part, tree in stories(trees):
        for paragraph in tree.iter(w("p")):
            if text := fragment(paragraph):
                place = Place(book, spot=place_in_words(part, paragraph))
                sebab = "kurung kurawal pembuka dan penutupnya tidak lengkap"
                yield finding("tag-salah-tulis", place, tag=text, sebab=sebab)


def _syntax(tags: list[Tag], book: str) -> Iterator[Diagnostic]:
    environment = printing_environment()
    for tag in tags:
        place = Place(book, spot=tag.spot)
        if sebab := size_fault(tag.inner, environment):
            yield finding("tag-terlalu-rumit", place, tag=f"{tag.text[:_SHOWN]}…", sebab=sebab)
        elif tag.is_statement and tag.word not in STATEMENTS:
            sebab = f'kata "{tag.word}" tidak dikenal'
            yield finding("tag-tidak-didukung", place, tag=tag.text, sebab=sebab)
        elif sebab := syntax_fault(tag, environment):
            yield finding("tag-salah-tulis", place, tag=tag.text, sebab=sebab)
        elif sebab := unsupported(tag, environment):
            yield finding("tag-tidak-didukung", place, tag=tag.text, sebab=sebab)
    yield from nesting_faults(tags, book)


def _section_ends(tags: list[Tag], book: str) -> Iterator[Diagnostic]:
    for tag in tags:
        if tag.kind == "p" and find("w:pPr/w:sectPr", tag.paragraph):
            yield finding("tag-pada-batas-bagian", Place(book, spot=tag.spot), tag=tag.text)


def _styles(styles: StyleSheet, form: TemplateForm, book: str) -> Iterator[Diagnostic]:
    for gaya, guna in form.styles.items():
        if gaya not in styles.ids:
            yield finding("templat-tanpa-gaya", Place(book), gaya=gaya, guna=guna)


def _names(
    tags: list[Tag], styles: StyleSheet, form: TemplateForm, book: str, printed: set[str]
) -> Iterator[Diagnostic]:
    """Check the names of readable tags in order; add to `printed` what they print."""
    scope = Scope.of(form.names)
    for tag in tags:
        findings, value = check_names(tag, scope, printing_environment(), book)
        yield from findings
        if tag.is_statement or not value.path:
            continue
        printed.add(value.path)
        if value.path in form.numbered and not _is_numbered(tag.paragraph, styles):
            place = Place(book, spot=tag.spot)
            yield finding("butir-tanpa-penomoran", place, nama=_spelt(value.path))


def _is_numbered(paragraph: etree._Element, styles: StyleSheet) -> bool:
    """Whether a paragraph is numbered by Word, itself or through its style."""
    for one in (paragraph, *reversed(styles.chain(styles.of(paragraph)))):
        if numbers := find("w:pPr/w:numPr/w:numId", one):
            return numbers[0].get(w("val")) != "0"
    return False
