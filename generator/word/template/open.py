"""Open the office's own Word template: check it, say what is wrong where, compile it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import TemplateSyntaxError
from lxml import etree

from generator.files.system import reason
from generator.findings.finding import Diagnostic, finding, has_salah
from generator.opc.limits import TEMPLATE_NODES
from generator.opc.parts import (
    CONTENT_TYPES,
    BadPackageError,
    TooMuchError,
    read_file,
    read_parts,
)
from generator.opc.xml import parse, within
from generator.values import Isian, Place, PrintRun
from generator.word.active import active_contents
from generator.word.compile import LogoBox, compile_source, patch, place_logo
from generator.word.names import Isi, ValueKind
from generator.word.render import (
    UNREADABLE,
    BrokenTemplateError,
    Template,
    printing_environment,
    render,
    spot_of_line,
)
from generator.word.structure import check_structure
from generator.word.styles import StyleSheet
from generator.word.template.check import STYLES, Trees, check_template
from generator.word.template.form import TemplateForm
from generator.word.template.grammar import source_line_outside
from generator.word.template.tags import Tag, stories, tags_of
from generator.word.wordml import DOCUMENT, W, find, w

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_MAIN = b"wordprocessingml.document.main+xml"
_SAMPLE = "Contoh"


def open_template(path: Path, form: TemplateForm) -> tuple[Template | None, list[Diagnostic]]:
    """Return the office's own template, checked and compiled, or None when something is Salah."""
    book = path.name
    try:
        parts, sebab = _read(path)
        trees = {} if sebab else _parse(parts)
    except TooMuchError as error:
        return None, [error.finding(book)]
    if not sebab:
        sebab = _not_word(parts, trees)
    if sebab:
        return None, [finding("templat-bukan-word", Place(book), sebab=sebab)]
    findings = [
        finding("templat-isi-berbahaya", Place(book), bagian=part, isi=what, cara=cure)
        for part, what, cure in active_contents(parts)
    ]
    findings += check_template(trees, form, book)
    if has_salah(findings):
        return None, findings
    template = _compile(book, parts, trees, form)
    if outside := list(_outside(template)):
        return None, findings + outside
    trial = list(_try(template, form))
    return (None if trial else template), findings + trial


# -- reading -----------------------------------------------------------------------------------


def _read(path: Path) -> tuple[dict[str, bytes], str]:
    """Return the parts, or in Indonesian why there are none."""
    try:
        data = read_file(path)
    except OSError as error:
        why = "mungkin masih terbuka di program lain"
        return {}, f"berkasnya tidak dapat dibuka ({reason(error)}); {why}"
    if data.startswith(_OLD_OFFICE):
        return {}, "berkasnya berbentuk .doc lama atau dilindungi kata sandi"
    try:
        return read_parts(data), ""
    except TooMuchError:
        raise
    except BadPackageError:
        return {}, "isinya rusak, terpotong, atau bukan .docx"


def _parse(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    """Return the readable XML parts; a part that is missing here is damaged."""
    trees = {}
    for name, data in parts.items():
        if name.endswith(".xml") and name.startswith(("word/", "docProps/")):
            try:
                trees[name] = parse(within(data, TEMPLATE_NODES))
            except TooMuchError:
                raise
            except BadPackageError:
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


# -- compiling ---------------------------------------------------------------------------------


def _compile(book: str, parts: dict[str, bytes], trees: Trees, form: TemplateForm) -> Template:
    ids = StyleSheet(trees[STYLES]).ids
    own = {name.replace(" ", ""): ids[name] for name in form.styles if name in ids}
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


def _outside(template: Template) -> Iterator[Diagnostic]:
    """Yield the first tag of each part that is outside the grammar, as the compile step left it."""
    for part, source in template.sources.items():
        try:
            line = source_line_outside(source, printing_environment())
        except TemplateSyntaxError as error:
            line = error.lineno
        if line:
            place = Place(template.book, spot=spot_of_line(template, part, line))
            yield finding("templat-gagal", place, sebab=UNREADABLE)


def _try(template: Template, form: TemplateForm) -> Iterator[Diagnostic]:
    """Print a full and a scant document of made-up values; yield the first fault."""
    for full in (True, False):
        context = {name: _sample(isi, name, full) for name, isi in form.names.items()}
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
        count = 2 if full else int(isi[0] is not ValueKind.MUNGKIN)
        return [_sample(isi[0], f"{path}{number}", full) for number in range(count)]
    if isinstance(isi, Mapping):
        return {name: _sample(part, f"{path}.{name}", full) for name, part in isi.items()}
    if isi is ValueKind.TANDA:
        return full
    value = Isian(_SAMPLE, _SAMPLE, Place(_SAMPLE), (path,))
    if isi is ValueKind.BLOK:
        return lambda print_run: _sample_block(print_run, value)
    return value if full or isi is ValueKind.TEKS else None


def _sample_block(print_run: PrintRun, value: Isian) -> Iterator[str]:
    yield f'<w:p><w:pPr><w:pStyle w:val="PohonIsi"/></w:pPr>{print_run(value)}</w:p>'
