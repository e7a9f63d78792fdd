"""The grammar of templates: print a value, repeat, make conditional. Nothing computes.

All of Jinja's syntax trees are held against a list of what is allowed, before any is compiled, and
tokens are counted before any is parsed: the parser itself goes as deep as a tag asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.bahasa.wording import nearest
from generator.findings.finding import Diagnostic, finding
from generator.values import Place
from generator.word.compile import BLOCK, PRINT
from generator.word.names import LIST_FILTERS, TEXT_FILTERS
from generator.word.template.tags import Tag

MAX_TAGS = 1_000
MAX_LETTERS = 300
"""Letters of one tag."""
MAX_WORDS = 40
"""Words, signs and constants of one tag."""
MAX_BRACKETS = 3
MAX_LOOPS = 3
MAX_CONDITIONS = 20
"""Levels of `if` in one another; an `elif` is one more level for what follows it."""

_COMPILED = 4 * MAX_WORDS
"""Tokens that the compile step makes of one tag: it prints a value with and without its filters."""
_KNOWN = (*TEXT_FILTERS, *LIST_FILTERS)
_NODES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Name),
    *(nodes.Getattr, nodes.Getitem, nodes.Const, nodes.Filter, nodes.Compare, nodes.Operand),
    *(nodes.And, nodes.Or, nodes.Not),
)
_UNSUPPORTED: Mapping[type[nodes.Node], str] = {
    nodes.Call: "pemanggilan fungsi tidak dapat dipakai dalam templat",
    nodes.BinExpr: "templat tidak berhitung",
    nodes.UnaryExpr: "templat tidak berhitung",
    nodes.Concat: "teks disambung dengan menulisnya di luar tag",
    nodes.CondExpr: "syarat ditulis dengan {% if … %}",
    nodes.Test: 'pengujian dengan "is" tidak dapat dipakai',
    nodes.Slice: "potongan daftar tidak dapat dipakai",
    **dict.fromkeys(
        (nodes.List, nodes.Tuple, nodes.Dict), "daftar tidak dapat ditulis di dalam tag"
    ),
}


# -- before parsing ----------------------------------------------------------------------------


def size_fault(inner: str, environment: Environment) -> str:
    """Return in Indonesian why a tag is too long or deep to be read, empty when it is not."""
    if len(inner) > MAX_LETTERS:
        return f"isinya {len(inner)} huruf, paling banyak {MAX_LETTERS}"
    try:
        words, brackets = _measured(environment.lex(f"{{{{ {inner} }}}}"))
    except TemplateSyntaxError:
        return ""
    if words > MAX_WORDS:
        return f"isinya {words} kata dan tanda, paling banyak {MAX_WORDS}"
    return f"kurungnya bersusun lebih dari {MAX_BRACKETS}" if brackets > MAX_BRACKETS else ""


def _measured(tokens: Iterable[tuple[int, str, str]]) -> tuple[int, int]:
    """Return how many words and signs there are, and how deep their brackets go."""
    words = depth = deepest = 0
    for _, kind, value in tokens:
        words += kind not in ("whitespace", "variable_begin", "variable_end")
        if kind == "operator":
            depth += (value in "([{") - (value in ")]}")
            deepest = max(deepest, depth)
    return words, deepest


def nesting_faults(tags: Iterable[Tag], book: str) -> Iterator[Diagnostic]:
    """Yield where loops or conditions stand too deep in one another."""
    opened: list[tuple[str, int]] = []
    for tag in tags:
        loops, conditions = (
            sum(levels for word, levels in opened if word == one) for one in ("for", "if")
        )
        if tag.word in ("for", "if"):
            opened.append((tag.word, 1))
        elif tag.word == "elif" and opened:
            opened[-1] = (opened[-1][0], opened[-1][1] + 1)
        elif tag.word in ("endfor", "endif") and opened:
            opened.pop()
        if tag.word == "for" and loops == MAX_LOOPS:
            sebab = f"lebih dari {MAX_LOOPS} pengulangan bersusun"
        elif tag.word in ("if", "elif") and conditions == MAX_CONDITIONS:
            sebab = f"lebih dari {MAX_CONDITIONS} syarat bersusun"
        else:
            continue
        yield finding("tag-terlalu-rumit", Place(book, spot=tag.spot), tag=tag.text, sebab=sebab)


# -- one tag -----------------------------------------------------------------------------------


class _UnsupportedError(Exception):
    """What a tag says is no part of the grammar; the text says why."""


def grammar_fault(statement: nodes.Node) -> str:
    """Return in Indonesian why a parsed tag is not supported, empty when it is."""
    try:
        match statement:
            case nodes.For():
                _for(statement)
            case nodes.If():
                _condition(statement.elif_[0].test if statement.elif_ else statement.test)
            case _:
                _printed(statement)
    except _UnsupportedError as error:
        return str(error)
    return ""


def _for(loop: nodes.For) -> None:
    if not isinstance(loop.target, nodes.Name):
        raise _UnsupportedError("pengulangan memakai satu nama")
    if loop.test is not None or loop.recursive:
        raise _UnsupportedError("pengulangan ditulis {% for nama in daftar %} saja")
    _path(loop.iter)


def _printed(node: nodes.Node) -> None:
    """Allow a value, and after `or` what prints when it is empty, a text of its own too."""
    if isinstance(node, nodes.Or):
        _printed(node.left)
        if not isinstance(node.right, nodes.Const):
            _value(node.right)
    else:
        _value(node)


def _condition(node: nodes.Node) -> None:
    match node:
        case nodes.And() | nodes.Or():
            _condition(node.left)
            _condition(node.right)
        case nodes.Not():
            _condition(node.node)
        case nodes.Compare():
            operands = [node.expr, *(one.expr for one in node.ops)]
            if all(isinstance(one, nodes.Const) for one in operands):
                raise _UnsupportedError("yang dibandingkan harus memuat sebuah nama")
            for one in operands:
                if not isinstance(one, nodes.Const):
                    _value(one)
        case _:
            _value(node)


def _value(node: nodes.Node) -> None:
    if not isinstance(node, nodes.Filter):
        _path(node)
        return
    if node.node is None:
        raise _UnsupportedError("saringan ditulis sesudah sebuah nama")
    _value(node.node)
    if node.name not in _KNOWN:
        near = nearest(node.name, _KNOWN)
        usul = f'; mungkin maksudnya "{near}"' if near else ""
        raise _UnsupportedError(f'saringan "{node.name}" tidak ada{usul}')
    arguments = [*node.args, *node.kwargs, *filter(None, (node.dyn_args, node.dyn_kwargs))]
    separator = arguments[0] if node.name == "join" and len(arguments) == 1 else None
    is_text = isinstance(separator, nodes.Const) and isinstance(separator.value, str)
    if arguments and not is_text:
        raise _UnsupportedError(f'saringan "{node.name}" dipakai tanpa keterangan di dalam kurung')


def _path(node: nodes.Node) -> None:
    match node:
        case nodes.Name():
            return
        case nodes.Getattr():
            _path(node.node)
        case nodes.Getitem(arg=nodes.Const(value=int())):
            _path(node.node)
        case nodes.Getitem():
            sebab = "di dalam kurung siku hanya nomor butir, mulai dari 0"
            raise _UnsupportedError(_cause(node.arg, sebab))
        case nodes.Const():
            raise _UnsupportedError("angka dan teks hanya dapat dipakai sebagai pembanding")
        case _:
            raise _UnsupportedError(_cause(node, "tag mencetak atau membandingkan nama"))


def _cause(node: nodes.Node, otherwise: str) -> str:
    kinds = (why for kind, why in _UNSUPPORTED.items() if isinstance(node, kind))
    return next(kinds, otherwise)


# -- the whole source --------------------------------------------------------------------------


def source_line_outside(source: str, environment: Environment) -> int:
    """Return the line of a compiled source that is outside the grammar, 0 when none is.

    The tags are checked one by one before; this holds what the compile step made of them to the
    same list, so that no tag is overlooked. Raises TemplateSyntaxError where it is not readable.
    """
    words = loops = conditions = 0
    before = ""
    for line, kind, value in environment.lex(source):
        if kind in ("variable_begin", "block_begin"):
            words = 0
        elif kind == "whitespace":
            continue
        elif kind == "name" and before == "block_begin":
            loops += (value == "for") - (value == "endfor")
            conditions += (value == "if") - (value == "endif")
        words += 1
        before = kind
        if words > _COMPILED or loops > MAX_LOOPS or conditions > 2 * MAX_CONDITIONS:
            return line
    known = {*_KNOWN, PRINT, BLOCK}
    for node in environment.parse(source).find_all(nodes.Node):
        is_known = not isinstance(node, nodes.Filter) or node.name in known
        if not isinstance(node, _NODES) or not is_known:
            return node.lineno
    return 0
