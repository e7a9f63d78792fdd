"""What one tag says: its syntax, and every name in it held against those of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.bahasa.wording import nearest
from generator.findings.finding import Diagnostic, finding
from generator.values import Place
from generator.word.names import BLOK, LIST_FILTERS, LOOP, MUNGKIN, TANDA, TEKS, Isi, ValueKind
from generator.word.template.grammar import grammar_fault
from generator.word.template.tags import Tag

STATEMENTS = ("for", "endfor", "if", "elif", "else", "endif", "vm")
"""`vm` is docxtpl's: the cell merges with those below it that the same loop repeats."""

_BARE = ("endfor", "endif", "else", "vm")
_WRAPPED = {"for": "{}{{% endfor %}}", "if": "{}{{% endif %}}"}
_WRAPPED |= {"elif": "{{% if 1 %}}{}{{% endif %}}"}
_UNKNOWN_HINT = "Lihat daftar nama dalam panduan templat Word."


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression gives: its kind as far as known, and its path ("diktum[].isi")."""

    isi: Isi | None = None
    path: str = ""


@dataclass
class Scope:
    """The names in reach at one point of a template; grows while its tags are read in order."""

    frames: list[dict[str, Value]]

    @classmethod
    def of(cls, names: Mapping[str, Isi]) -> Scope:
        """Return the scope before the first tag: the names of the kind of document."""
        return cls([{name: Value(isi, name) for name, isi in names.items()}])

    def find(self, name: str) -> Value | None:
        return next((frame[name] for frame in reversed(self.frames) if name in frame), None)

    def names(self) -> set[str]:
        return {name for frame in self.frames for name in frame}


def syntax_fault(tag: Tag, environment: Environment) -> str:
    """Return in Indonesian why a tag cannot be read, empty when it can."""
    if not tag.inner:
        return "isinya kosong"
    if tag.kind in ("p", "tr", "tc") and re.search(r"[%}]", tag.inner):
        return f"tanda % atau }} tidak boleh berada di dalam tag {tag.kind}"
    if tag.word in _BARE:
        return "" if tag.inner == tag.word else f'sesudah "{tag.word}" tidak boleh ada kata lain'
    try:
        _parse(tag, environment)
    except TemplateSyntaxError as error:
        return _in_indonesian(error.message or "")
    return ""


def unsupported(tag: Tag, environment: Environment) -> str:
    """Return in Indonesian what a readable tag says that is no part of the grammar, or nothing."""
    return "" if tag.word in _BARE else grammar_fault(_parse(tag, environment))


def check_names(
    tag: Tag, scope: Scope, environment: Environment, book: str
) -> tuple[list[Diagnostic], Value]:
    """Return the findings of a readable tag, and the value it prints or runs through.

    `for` opens a frame of `scope` with its variable, `endfor` closes it.
    """
    if tag.word == "endfor":
        if len(scope.frames) > 1:
            scope.frames.pop()
        return [], Value()
    if tag.word in _BARE:
        return [], Value()
    reader = _Reader(tag, scope, Place(book, spot=tag.spot))
    statement = _parse(tag, environment)
    if isinstance(statement, nodes.For):
        assert isinstance(statement.target, nodes.Name)
        value = reader.read(statement.iter)
        reader.expect_list(value)
        variable = statement.target.name
        scope.frames.append({"loop": Value(LOOP, "loop"), variable: _element(value)})
    elif isinstance(statement, nodes.If):
        inner = statement.elif_[0].test if tag.word == "elif" else statement.test
        value = reader.read(inner)
    else:
        value = reader.read(statement)
        reader.expect_printable(value)
    return reader.findings, value


def _parse(tag: Tag, environment: Environment) -> nodes.Node:
    """Return the statement of a tag, or the expression it prints."""
    if not tag.is_statement:
        output = environment.parse(f"{{{{ {tag.inner} }}}}").body[0]
        assert isinstance(output, nodes.Output)
        return output.nodes[0]
    return environment.parse(_WRAPPED[tag.word].format(f"{{% {tag.inner} %}}")).body[0]


def _in_indonesian(message: str) -> str:
    for pattern, text in (
        (r"unexpected char '(.+)' at", 'tanda "{}" tidak dikenal di dalam tag'),
        (r"got '(.+)'$", 'ada "{}" yang tidak pada tempatnya'),
        (r"unexpected '(.+)'$", 'ada "{}" yang tidak pada tempatnya'),
    ):
        if match := re.search(pattern, message):
            return text.format("akhir tag" if "end of" in match[1] else match[1])
    return "tulisannya belum lengkap"


def _element(value: Value) -> Value:
    if isinstance(value.isi, tuple):
        return Value(value.isi[0], f"{value.path}[]")
    return Value()


class _Reader:
    """Reads the expressions of one tag and collects what is wrong with them."""

    def __init__(self, tag: Tag, scope: Scope, place: Place) -> None:
        self.findings: list[Diagnostic] = []
        self._tag = tag
        self._scope = scope
        self._place = place

    def read(self, node: nodes.Node) -> Value:
        if isinstance(node, nodes.Name):
            return self._name(node)
        if isinstance(node, nodes.Getattr):
            return self._part(self.read(node.node), node.attr)
        if isinstance(node, nodes.Getitem):
            return self._item(self.read(node.node))
        if isinstance(node, nodes.Filter):
            return self._filter(node)
        for child in node.iter_child_nodes():
            self.read(child)
        return Value()

    def expect_list(self, value: Value) -> None:
        if value.isi is not None and not isinstance(value.isi, tuple):
            self._unsupported(f'"{value.path}" bukan daftar, sehingga tidak dapat diulang')

    def expect_printable(self, value: Value) -> None:
        if isinstance(value.isi, tuple):
            self._unsupported(f'"{value.path}" adalah daftar; cetak satu per satu dengan for')
        elif value.isi is TANDA or (value.isi is not None and not isinstance(value.isi, ValueKind)):
            self._unsupported(f'"{value.path}" bukan teks yang dapat dicetak')
        elif value.isi is BLOK and self._tag.kind != "p":
            self._unsupported(f"isi blok dicetak dengan {{{{p {self._tag.inner} }}}}")
        elif self._tag.kind == "p" and value.isi is not BLOK:
            self._unsupported("tag {{p … }} hanya untuk isi blok seperti lampiran.isi")
        elif self._tag.kind in ("tr", "tc"):
            self._unsupported("nilai dicetak dengan {{ … }} tanpa huruf jenis")

    def _name(self, node: nodes.Name) -> Value:
        value = self._scope.find(node.name)
        if value is None:
            self._unknown(node.name, self._scope.names(), node.name)
            return Value()
        return value

    def _part(self, value: Value, part: str) -> Value:
        if value.isi is None:
            return Value()
        parts = {} if isinstance(value.isi, (ValueKind, tuple)) else value.isi
        if part not in parts:
            self._unknown(f"{value.path}.{part}", parts.keys(), part)
            return Value()
        return Value(parts[part], f"{value.path}.{part}")

    def _item(self, value: Value) -> Value:
        if value.isi is not None and not isinstance(value.isi, tuple):
            self._unsupported(f'"{value.path}" bukan daftar, sehingga tidak berbutir')
        return _element(value)

    def _filter(self, node: nodes.Filter) -> Value:
        assert node.node is not None
        value = self.read(node.node)
        if node.name in LIST_FILTERS:
            if not isinstance(value.isi, tuple):
                self._unsupported(f'saringan "{node.name}" hanya untuk daftar')
            return _element(value) if node.name in ("first", "last") else Value(TEKS)
        if value.isi is not None and value.isi not in (TEKS, MUNGKIN):
            self._unsupported(f'saringan "{node.name}" hanya untuk teks')
        return value

    def _unknown(self, name: str, choices: Iterable[str], part: str) -> None:
        near = nearest(part, choices)
        right = f"{name.removesuffix(part)}{near}" if near else ""
        usul = f'Tulis "{right}" bila itu maksudnya.' if right else _UNKNOWN_HINT
        one = finding(
            "tag-nama-tidak-dikenal", self._place, nama=name, tag=self._tag.text, usul=usul
        )
        self.findings.append(one)

    def _unsupported(self, sebab: str) -> None:
        one = finding("tag-tidak-didukung", self._place, tag=self._tag.text, sebab=sebab)
        self.findings.append(one)
