"""Open the office's own Word template: check it, say what is wrong where, compile it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from generator.decree.blocks import check_blocks
from generator.decree.compile import LogoBox, compile_source, patch, place_logo
from generator.decree.expression import (
    STATEMENTS,
    TABLE_WORDS,
    Scope,
    check_names,
    syntax_fault,
)
from generator.decree.names import NAMES, REQUIRED_STYLES, Isi, Jenis, leaves
from generator.decree.package import CONTENT_TYPES, DOCUMENT, BadPackageError, read_parts
from generator.decree.render import (
    BrokenTemplateError,
    PrintRun,
    Template,
    printing_environment,
    render,
)
from generator.decree.structure import check_structure
from generator.decree.tags import PART_NAMES, Tag, fragment, place_in_words, stories, tags_of
from generator.decree.wordml import W, find, w
from generator.diagnostics import Diagnostic, Place, finding, has_salah
from generator.schema import Isian

STYLES = "word/styles.xml"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_MAIN = b"wordprocessingml.document.main+xml"
_SIGNS = ("{{", "{%")
_NUMBERED = ("menimbang[]", "mengingat[]", "tembusan[]")
_SAMPLE = "Contoh"
_ANCHOR = re.compile(r"_sk_[0-9a-f]{16}_\d+")

Trees = Mapping[str, etree._Element]


def open_own(path: Path) -> tuple[Template | None, list[Diagnostic]]:
    """Return the compiled template, or None when a finding is Salah."""
    book = path.name
    parts, sebab = _read(path)
    trees = {} if sebab else _parse(parts)
    if not sebab:
        sebab = _not_word(parts, trees)
    if sebab:
        return None, [finding("templat-bukan-word", Place(book), sebab=sebab)]
    findings = list(_check(trees, book))
    if has_salah(findings):
        return None, findings
    template = _compile(book, parts, trees)
    trial = list(_try(template))
    return (None if trial else template), findings + trial


# -- reading -----------------------------------------------------------------------------------


def _read(path: Path) -> tuple[dict[str, bytes], str]:
    """Return the parts, or in Indonesian why there are none."""
    try:
        data = path.read_bytes()
    except OSError:
        return {}, "berkasnya tidak dapat dibuka; mungkin masih terbuka di program lain"
    if data.startswith(_OLD_OFFICE):
        return {}, "berkasnya berbentuk .doc lama atau dilindungi kata sandi"
    try:
        return read_parts(data), ""
    except BadPackageError:
        return {}, "isinya rusak, terpotong, atau bukan .docx"


def _parse(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    """Return the readable XML parts; a part that is missing here is damaged."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    trees = {}
    for name, data in parts.items():
        if name.endswith(".xml") and name.startswith(("word/", "docProps/")):
            try:
                trees[name] = etree.fromstring(data, parser)
            except etree.XMLSyntaxError:
                continue
    return trees


def _not_word(parts: Mapping[str, bytes], trees: Trees) -> str:
    if b"macroEnabled" in parts.get(CONTENT_TYPES, b""):
        return "berkasnya memuat makro (.docm)"
    if DOCUMENT not in parts or _MAIN not in parts.get(CONTENT_TYPES, b""):
        return "isinya bukan dokumen Word"
    for name in (DOCUMENT, STYLES, *(one for one in parts if _is_story(one))):
        if name not in trees:
            return f"bagian {name} rusak atau tidak ada"
        if not trees[name].tag.startswith(f"{{{W}}}"):
            return "berkasnya disimpan sebagai Strict Open XML"
    return ""


def _is_story(name: str) -> bool:
    return re.fullmatch(r"word/(header|footer)\d*\.xml", name) is not None


# -- checking ----------------------------------------------------------------------------------


def _check(trees: Trees, book: str) -> Iterator[Diagnostic]:
    marks = find("//w:bookmarkStart", trees[DOCUMENT])
    if any(_ANCHOR.fullmatch(mark.get(w("name"), "")) for mark in marks):
        yield finding("templat-sudah-jadi", Place(book))
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
    yield from _styles(trees[STYLES], book)
    printed: set[str] = set()
    for part in tags:
        faults = [*_syntax(tags[part], book), *check_blocks(tags[part], book)]
        yield from faults
        yield from _section_ends(tags[part], book)
        if not faults:
            yield from _names(tags[part], trees, book, printed)
    missing = [path for path, jenis in leaves() if jenis is not Jenis.TANDA]
    if lost := [_spelt(path) for path in missing if path not in printed]:
        yield finding("templat-tanpa-isian", Place(book), nama=", ".join(lost))


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
        if tag.is_statement and tag.word not in (*STATEMENTS, *TABLE_WORDS):
            sebab = f'kata "{tag.word}" tidak dikenal'
            yield finding("tag-tidak-didukung", place, tag=tag.text, sebab=sebab)
        elif tag.word not in TABLE_WORDS and (sebab := syntax_fault(tag, environment)):
            yield finding("tag-salah-tulis", place, tag=tag.text, sebab=sebab)


def _section_ends(tags: list[Tag], book: str) -> Iterator[Diagnostic]:
    for tag in tags:
        if tag.kind == "p" and find("w:pPr/w:sectPr", tag.paragraph):
            yield finding("tag-pada-batas-bagian", Place(book, spot=tag.spot), tag=tag.text)


def _styles(styles: etree._Element, book: str) -> Iterator[Diagnostic]:
    names = _style_ids(styles)
    for gaya, guna in REQUIRED_STYLES.items():
        if gaya not in names:
            yield finding("templat-tanpa-gaya", Place(book), gaya=gaya, guna=guna)


def _names(tags: list[Tag], trees: Trees, book: str, printed: set[str]) -> Iterator[Diagnostic]:
    """Check the names of readable tags in order; add to `printed` what they print."""
    scope = Scope()
    for tag in tags:
        findings, value = check_names(tag, scope, printing_environment(), book)
        yield from findings
        if tag.is_statement or not value.path:
            continue
        printed.add(value.path)
        if value.path in _NUMBERED and not _is_numbered(tag.paragraph, trees[STYLES]):
            place = Place(book, spot=tag.spot)
            yield finding("butir-tanpa-penomoran", place, nama=_spelt(value.path))


def _is_numbered(paragraph: etree._Element, styles: etree._Element) -> bool:
    """Whether a paragraph is numbered by Word, itself or through its style."""
    by_id = {style.get(w("styleId")): style for style in styles.iter(w("style"))}
    element: etree._Element | None = paragraph
    while element is not None:
        if numbers := find("w:pPr/w:numPr/w:numId", element):
            return numbers[0].get(w("val")) != "0"
        links = find("w:pPr/w:pStyle | w:basedOn", element)
        element = by_id.pop(links[0].get(w("val")), None) if links else None
    return False


def _style_ids(styles: etree._Element) -> dict[str, str]:
    return {
        name.get(w("val"), ""): style.get(w("styleId"), "")
        for style in styles.iter(w("style"))
        for name in style.iterchildren(w("name"))
    }


# -- compiling ---------------------------------------------------------------------------------


def _compile(book: str, parts: dict[str, bytes], trees: Trees) -> Template:
    ids = _style_ids(trees[STYLES])
    own = {
        name.replace(" ", ""): ids[name]
        for name in (*REQUIRED_STYLES, "Tabel Pohon")
        if name in ids
    }
    sources: dict[str, str] = {}
    spots: dict[str, tuple[str, ...]] = {}
    logos: tuple[LogoBox, ...] = ()
    for part, tree in stories(trees):
        tags = [tag for one in tree.iter(w("p")) for tag in tags_of(part, one)]
        _free_section_ends(tree, {tag.paragraph for tag in tags if tag.kind == "p"})
        xml, boxes = place_logo(part, patch(etree.tostring(tree, encoding="unicode")), len(logos))
        if tags or boxes or part == DOCUMENT:
            sources[part] = compile_source(xml)
            spots[part] = _spots(sources[part], tags)
            logos += boxes
    rest = {name: data for name, data in parts.items() if name not in sources}
    changed = {stock: name for stock, name in own.items() if stock != name}
    return Template(book, rest, sources, logos, spots, changed)


def _free_section_ends(tree: etree._Element, tagged: set[etree._Element]) -> None:
    """Give a section break that shares its paragraph with a tag a paragraph of its own.

    LibreOffice puts it there when it saves, since it keeps no empty paragraph for a break.
    """
    for paragraph in find("//w:p[w:pPr/w:sectPr]", tree):
        (section,) = find("w:pPr/w:sectPr", paragraph)
        if paragraph not in tagged:
            find("w:pPr", paragraph)[0].append(section)
        else:
            alone = etree.Element(w("p"))
            inner = etree.SubElement(alone, w("pPr"))
            spacing = {w("before"): "0", w("after"): "0", w("line"): "20", w("lineRule"): "exact"}
            etree.SubElement(inner, w("spacing"), spacing)
            inner.append(section)
            paragraph.addnext(alone)


def _spots(source: str, tags: list[Tag]) -> tuple[str, ...]:
    """Return where each line of a compiled source comes from; made-up tags take the one before."""
    spots: list[str] = []
    waiting = iter(tags)
    current = next(waiting, None)
    spot = current.spot if current else ""
    for line in source.splitlines()[1:]:
        if current and line.startswith((f"{current.inner} %}}", f"({current.inner})|")):
            spot = current.spot
            current = next(waiting, None)
        spots.append(spot)
    return tuple(spots)


def _try(template: Template) -> Iterator[Diagnostic]:
    """Print a full and a scant decree of made-up values; yield the first thing that goes wrong."""
    for full in (True, False):
        context = {name: _sample(isi, name, full) for name, isi in NAMES.items()}
        try:
            faults = check_structure(render(template, context))
        except BrokenTemplateError as error:
            yield error.finding
            return
        if faults:
            yield finding("templat-hasil-rusak", Place(template.book), galat="; ".join(faults))
            return


def _sample(isi: Isi, path: str, full: bool) -> object:
    if isinstance(isi, tuple):
        count = 2 if full else int(isi[0] is not Jenis.MUNGKIN)
        return [_sample(isi[0], f"{path}{number}", full) for number in range(count)]
    if isinstance(isi, Mapping):
        return {name: _sample(part, f"{path}.{name}", full) for name, part in isi.items()}
    if isi is Jenis.TANDA:
        return full
    value = Isian(_SAMPLE, _SAMPLE, Place(_SAMPLE), (path,))
    if isi is Jenis.BLOK:
        return lambda print_run: _sample_block(print_run, value)
    return value if full or isi is Jenis.TEKS else None


def _sample_block(print_run: PrintRun, value: Isian) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="PohonIsi"/></w:pPr>{print_run(value)}</w:p>'
