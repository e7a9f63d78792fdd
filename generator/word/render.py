"""Print a decree: a compiled template and the values of its names become a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from hashlib import blake2b
from io import BytesIO
from itertools import chain
from types import CodeType, TracebackType
from typing import Any, NamedTuple

from jinja2 import (
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
    pass_context,
)
from jinja2 import Template as JinjaTemplate
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.findings.finding import Diagnostic, finding
from generator.opc.xml import integer
from generator.values import Blok, Isian, Place
from generator.word.compile import BLOCK, LOGO_SIZES, PRINT, LogoBox
from generator.word.logo import fit, place_picture
from generator.word.names import LIST_FILTERS, TEXT_FILTERS
from generator.word.wordml import DECLARATION

MAX_PRINTED = 10_000_000
"""Letters that an own template may print, annexes aside; no decree has a tenth of it."""
MAX_STEPS = 500_000
"""Tags that an own template may go through, counted once more in each round of a loop."""
UNREADABLE = "tag tidak terbaca setelah dokumen disusun"

_ROUND = "putaran"
"""Filter of the renderer: one round of a loop, by its letters and tags."""
_WORDED = "bunyi"
"""Filter of the renderer: what is compared, as text."""
_SPECIAL = re.compile("[\x00-\x1f&<>\ud800-\udfff\ufffe\uffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"} | {
    character: f'</w:t>{element}<w:t xml:space="preserve">'
    for character, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>"))
}
"""What `w:t` cannot hold as it is; other control characters are left out."""
_STYLE_ID = re.compile(r'(<w:pStyle w:val=")([^"]+)')
_STYLE_ONLY = re.compile(r"(<w:pStyle\b[^>]*/>)(?!<w:keepNext)")
_BOOKMARK_ID = re.compile(rb'<w:bookmarkStart\b[^>]*\bw:id="(\d+)"')


class Anchor(NamedTuple):
    """One printed value: the bookmark around it and the cell it came from.

    `name` is the bookmark's; `identity` names the value for ever and `occurrence` counts, from
    0, the places where it is printed. `raw` is the cell as typed, `text` what was printed.
    """

    name: str
    identity: tuple[str, ...]
    occurrence: int
    place: Place
    text: str
    raw: str


@dataclass(frozen=True)
class Package:
    """A printed document: the parts of a .docx by zip name, unpacked, and the values in it."""

    parts: Mapping[str, bytes]
    anchors: tuple[Anchor, ...] = field(default=())


class _TooMuchError(Exception):
    """The office's own template prints without end; the text says in Indonesian what."""


class BrokenTemplateError(Exception):
    """The office's own template failed on these values; `finding` says where."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(str(finding.place), finding.message)
        self.finding = finding


@dataclass(frozen=True)
class Template:
    """A compiled template.

    `sources` are the parts with tags, the document first, as Jinja source with a line a tag;
    `spots` says in words where each of these tags stands; `parts` are all other parts.
    `style_ids` gives the template's own ids where they differ from the stock template's;
    `is_stock` says that it came with the program.
    """

    book: str
    parts: Mapping[str, bytes]
    sources: Mapping[str, str]
    logos: tuple[LogoBox, ...] = ()
    spots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    style_ids: Mapping[str, str] = field(default_factory=dict)
    is_stock: bool = False


def render(template: Template, context: Mapping[str, object], logo: bytes | None = None) -> Package:
    """Print the values of `context`; `logo` is a PNG that `logo.read_logo` accepted.

    Raises BrokenTemplateError when the template fails on these values.
    """
    printer = _Printer(template)
    environment = printing_environment().overlay()
    environment.filters = {
        **environment.filters,
        PRINT: printer.print_tag,
        BLOCK: printer.print_block,
        _ROUND: printer.count_round,
    }
    sizes = tuple(fit(logo, box.width, box.height) for box in template.logos) if logo else ()
    values = {**context, LOGO_SIZES: sizes}
    parts = dict(template.parts)
    for part in template.sources:
        parts[part] = _render_part(template, part, environment, values)
    for box in template.logos:
        parts = place_picture(parts, box.part, box.relationship, logo)
    return Package(parts, tuple(printer.printed))


def _render_part(
    template: Template, part: str, environment: Environment, values: Mapping[str, object]
) -> bytes:
    try:
        code = _code(template.sources[part], part)
        return _encoded(JinjaTemplate.from_code(environment, code, {}).generate(values))
    except Exception as error:
        spot = _spot(template, part, error)
        if not spot:
            raise
        place = Place(template.book, spot=spot)
        rule = "templat-terlalu-besar" if isinstance(error, _TooMuchError) else "templat-gagal"
        raise BrokenTemplateError(finding(rule, place, sebab=_cause(error))) from error


def _encoded(chunks: Iterator[str]) -> bytes:
    """Return a part of these chunks, of which one may be a whole annex, without a copy of it."""
    data = BytesIO()
    data.writelines(map(str.encode, chain((DECLARATION,), chunks)))
    return data.getvalue()


class _Environment(ImmutableSandboxedEnvironment):
    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look into our own dictionaries first, without the detour over their methods."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class _Generator(CodeGenerator):
    """Writes what our own filters return as it is: it is XML, and escaping it is half the time."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _is_printed(node):
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _is_printed(node):
            super()._output_child_post(node, frame, finalize)


def _is_printed(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Filter) and node.name in (PRINT, BLOCK)


@cache
def printing_environment() -> ImmutableSandboxedEnvironment:
    """Return the environment of all templates: sandboxed, strict, with what they may use alone."""
    environment = _Environment(autoescape=True, undefined=StrictUndefined)
    environment.code_generator_class = _Generator
    environment.globals.clear()
    environment.tests.clear()
    known = {name: environment.filters[name] for name in (*TEXT_FILTERS, *LIST_FILTERS)}
    own = dict.fromkeys((PRINT, BLOCK), str)  # each rendering has its own
    ours = {_WORDED: _compared, _ROUND: pass_context(_ended)}
    environment.filters = {**known, **own, **ours}
    return environment


def _ended(context: Context, letters: int, tags: int) -> None:
    """Stand in for the filter of a rendering, and say that it must not run while compiling."""


@lru_cache(maxsize=32)
def _code(source: str, part: str) -> CodeType:
    environment = printing_environment()
    tree = environment.parse(source, name=part, filename=part)
    for loop in tree.find_all(nodes.For):
        loop.body.insert(0, _counted(loop))
    for compared in tree.find_all(nodes.Compare):
        compared.expr = _worded(compared.expr)
        for operand in compared.ops:
            operand.expr = _worded(operand.expr)
    code: CodeType = environment.compile(tree, name=part, filename=part)
    return code


def _worded(operand: nodes.Expr) -> nodes.Expr:
    """Return what is compared as its text, for a constant knows no cells."""
    if isinstance(operand, nodes.Const):
        return operand
    return nodes.Filter(
        operand, _WORDED, [], [], None, None, lineno=operand.lineno, environment=operand.environment
    )


def _compared(value: object) -> object:
    return value if isinstance(value, (int, Markup)) else _text(value)


def _counted(loop: nodes.For) -> nodes.ExprStmt:
    """Return the statement that counts a round of a loop, without those of loops inside it."""
    inside = list(_of_round(loop.body))
    letters = sum(len(one.data) for one in inside if isinstance(one, nodes.TemplateData))
    at = {"lineno": loop.lineno, "environment": loop.environment}
    cost = [nodes.Const(number, **at) for number in (letters, 1 + len(inside))]
    return nodes.ExprStmt(nodes.Filter(cost[0], _ROUND, cost[1:], [], None, None, **at), **at)


def _of_round(body: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    for node in body:
        yield node
        if not isinstance(node, nodes.For):
            yield from _of_round(node.iter_child_nodes())


class _Printer:
    """The filters of one rendering: they number the bookmarks and note what was printed."""

    def __init__(self, template: Template) -> None:
        self.printed: list[Anchor] = []
        self._style_ids = template.style_ids
        self._is_limited = not template.is_stock
        self._letters = self._steps = 0
        self._drawn: list[Blok] = []
        self._times: dict[tuple[str, ...], int] = {}
        ids = (
            integer(one.decode(), 0)
            for xml in template.parts.values()
            for one in _BOOKMARK_ID.findall(xml)
        )
        self._first_id = max(ids, default=0) + 1

    @pass_context
    def count_round(self, context: Context, letters: int, steps: int) -> None:
        """Count a round of a loop by the letters of its own text and the tags in it."""
        self._steps += steps
        if self._is_limited and self._steps > MAX_STEPS:
            raise _TooMuchError("pengulangannya terlalu banyak")
        self._count(letters)

    def _count(self, letters: int) -> None:
        self._letters += letters
        if self._is_limited and self._letters > MAX_PRINTED:
            raise _TooMuchError(f"hasil cetaknya lebih dari {MAX_PRINTED // 1_000_000} MB")

    def print_tag(self, value: object, properties: str = "", base: object = None) -> str:
        """Return the runs of a value that a tag prints."""
        runs = self.print_value(value, properties, base)
        self._count(len(runs))
        return runs

    def print_value(self, value: object, properties: str = "", base: object = None) -> str:
        """Return the runs of a value; a filtered value keeps the anchor of its `base`."""
        source = value if base is None else base
        text = value.text if type(value) is Isian else _text(value)
        if not text:
            return ""
        run = f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        if type(source) is not Isian or not source.identity:
            return run
        identity = source.identity
        occurrence = self._times.get(identity, 0)
        self._times[identity] = occurrence + 1
        name = anchor_name(identity, occurrence)
        number = self._first_id + len(self.printed)
        self.printed.append(Anchor(name, identity, occurrence, source.place, text, source.raw))
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{run}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def print_block(self, content: Blok) -> str:
        """Return block content, its values anchored, its styles named as this template does."""
        pieces = list(content(self.print_value))
        pieces[-1:] = map(_keep_end, pieces[-1:])
        if any(one is content for one in self._drawn):
            self._count(sum(map(len, pieces)))
        self._drawn.append(content)
        if ids := self._style_ids:
            pieces = [
                _STYLE_ID.sub(lambda match: match[1] + ids.get(match[2], match[2]), piece)
                for piece in pieces
            ]
        return "".join(pieces)


def anchor_name(identity: tuple[str, ...], occurrence: int) -> str:
    """Return the name of a value's bookmark; `occurrence` counts its printings from 0."""
    digest = blake2b("\x1f".join(identity).encode(), digest_size=8).hexdigest()
    return f"_sk_{digest}_{occurrence}"


def escape(text: str) -> str:
    """Return text for the inside of `w:t`; line breaks and tabs become elements of the run."""
    if text.isprintable() and "&" not in text and "<" not in text and ">" not in text:
        return text
    return _SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0], "")


def _keep_end(block: str) -> str:
    """Keep the last row (or paragraph) of block content with the signature that follows it."""
    end = max(block.rfind("<w:tr>"), block.rfind("<w:tr "), 0)
    kept = _STYLE_ONLY.sub(r"\1<w:keepNext/>", block[end:])
    return block[:end] + kept


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.unescape() if isinstance(value, Markup) else str(value)


def _spot(template: Template, part: str, error: Exception) -> str:
    """Return in words where a template failed, empty when it is not the template's fault."""
    lines = list(_lines(error.__traceback__, part))
    if isinstance(error, TemplateError) and getattr(error, "lineno", None):
        lines.append(error.lineno)  # type: ignore[attr-defined]
    return spot_of_line(template, part, lines[-1]) if lines else ""


def spot_of_line(template: Template, part: str, line: int) -> str:
    """Return in words where a line of a compiled source comes from, empty in the stock template."""
    spots = template.spots.get(part, ())
    return spots[max(min(line - 2, len(spots) - 1), 0)] if spots else ""


def _cause(error: Exception) -> str:
    """Return in Indonesian what a template asked for in vain."""
    if isinstance(error, _TooMuchError):
        return str(error)
    if isinstance(error, UndefinedError):
        names = re.findall(r"attribute '([^']+)'|element (\d+)|'([^']+)' is undefined", str(error))
        return f'"{"".join(names[0])}" tidak ada' if names else "nilainya tidak ada"
    if isinstance(error, TemplateSyntaxError):
        return UNREADABLE
    return "nilainya tidak cocok dengan saringan atau hitungan dalam tag"


def _lines(traceback: TracebackType | None, part: str) -> Iterator[int]:
    while traceback:
        if traceback.tb_frame.f_code.co_filename == part:
            yield traceback.tb_lineno
        traceback = traceback.tb_next
